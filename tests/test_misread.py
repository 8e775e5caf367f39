"""Letters that ftfy leaves misread: what holds for every text, and for whole documents damaged in every way."""

from __future__ import annotations

import pace
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.normalize.encoding import fix_encoding
from cleaner.normalize.misread import fix_misread_letters
from cleaner.normalize.readings import LEADS, READINGS, is_suspect, table

SENTENCES = {
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy, a to každý den znovu.",
    "da": "Bølgerne slår mod øen, og børnene står på stranden i Grønland.",
    "de": "Während die Küche öffnete, hieß es: größer geht es für alle nicht.",
    "el": "Η γνώση είναι δύναμη, είπε ο δάσκαλος στους μαθητές.",
    "es": "La situación de los países es difícil; el niño también lo notó.",
    "fr": "L’été fut déjà là, à côté de la forêt où naît la rivière.",
    "hu": "Az őszi eső hűvös, és a tűz mellett ülünk még sokáig.",
    "is": "Það er þó ekki svo að allir séu á sama máli um þetta.",
    "it": "Perché così è più facile, e però già si può: la città è là.",
    "ja": "東京は日本の首都です。「はい」と彼は言った。",
    "lt": "Šiandien čia gražu, žmonės eina į mišką, kur ąžuolai.",
    "pl": "Zażółć gęślą jaźń; wieść przyszła z Łodzi, a nikt nie wierzył.",
    "pt": "A situação não é fácil, mas há soluções — só é preciso atenção.",
    "ro": "În această țară, oamenii știu să aștepte primăvara.",
    "ru": "Он не знал, что и для него всё изменилось за один день.",
    "sv": "Den gången gick han på måndag, och nu står han här igen.",
    "tr": "Çarşıda yangın çıktı; ormanlık alan için ekip geldi, ağaçlar yandı.",
    "uk": "Він не знав, що все зміниться за один день, і що буде далі.",
    "vi": "Tiếng Việt có nhiều dấu, và những chữ ấy rất dễ bị hỏng.",
    "en": "“It’s a fine day,” she said — and left the café; he didn’t.",
}
# What ftfy reads in the wrong way before this stage sees it, and what it leaves for want of a first byte that speaks.
ALSO = [
    "√",
    "π",
    "├",
    "─",
    "│",
    "┐",
    "Γ",
    "Ç",
    "Ö",
    "Ã",
    "©",
    "Ă",
    "Ľ",
    "Г",
    "Ў",
    "“",
    "”",
    "†",
    "â€",
    "\u00a0",
    "\u0308",
]


def misread(text: str, name: str) -> str:
    """The text in UTF-8, read as this encoding by a program that does not ask."""
    return "".join(table(name)[byte] for byte in text.encode())


@pytest.mark.parametrize("lead", LEADS)
def test_gate(lead: str) -> None:
    """A lead is the leading byte of the readings that are named with it."""
    assert all(0xC2 <= table(name).index(lead) <= 0xF4 for name in LEADS[lead])


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("name", READINGS)
def test_one_sentence(name: str, language: str) -> None:
    """A document that was misread as a whole comes back whole, or not at all where its first bytes speak in no reading."""
    text = SENTENCES[language]
    if name == "iso-8859-2" and language in {"da", "sv"}:
        pytest.skip(
            "its å is the ü of windows-1250, which is the more usual, and no other letter here tells them apart"
        )
    damaged = misread(text, name)
    assert fix_misread_letters(damaged) == (text if is_suspect(damaged) else damaged)


@pytest.mark.parametrize("language", SENTENCES)
def test_sound(language: str) -> None:
    """What is sound stays, in lower case and in upper."""
    text = SENTENCES[language]
    assert fix_misread_letters(text) == text
    assert fix_misread_letters(text.upper()) == text.upper()


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("name", ["cp1252", "latin-1", "mac-roman"])
def test_after_ftfy(name: str, language: str) -> None:
    """What ftfy has mended is not touched, and what it left is mended."""
    text = SENTENCES[language]
    damaged = misread(text, name)
    mended = fix_misread_letters(fix_encoding(Document.of(damaged))).text
    assert mended == text


def test_dagger() -> None:
    """A closing quotation mark that lost its last byte, which ftfy makes a dagger, together with the blank after it."""
    document = fix_encoding(Document.of("â€œHelloâ€ she said. â€œItâ€™s lateâ€, he said. Smith† “saw A†b”."))
    assert "†she" in document.text
    assert fix_misread_letters(document).text == "“Hello” she said. “It’s late”, he said. Smith† “saw A†b”."


@given(st.lists(st.sampled_from([*ALSO, *"abcA .,\n2", "ab", " “"]), max_size=20).map("".join))
def test_stable(text: str) -> None:
    """It finds nothing in what it has made."""
    once = fix_misread_letters(text)
    assert fix_misread_letters(once) == once


@given(
    st.lists(st.sampled_from([*" ".join(SENTENCES.values()).split(), "\n", "«", "–", "├──", "√2"]), max_size=12).map(
        " ".join
    ),
    st.sampled_from([*READINGS]),
)
def test_stable_on_damage(text: str, name: str) -> None:
    """It finds nothing in what it has made of damage, alone and after ftfy, whole and in part."""
    for damaged in (misread(text, name), misread(text, name) + text, misread(misread(text, name), name)):
        once = fix_misread_letters(damaged)
        assert fix_misread_letters(once) == once
        after = fix_misread_letters(fix_encoding(Document.of(damaged)))
        assert fix_misread_letters(after) is after


@pytest.mark.parametrize("part", ["√", "├╝ ", "f├╝r ", "ΓÇ£a ", "“a†b ", "donâ€t ", "Ã", "Г©a", "\u0308", "“", "aâ€ "])
def test_linear(part: str) -> None:
    """No text takes long because of what is in it."""
    text = part * (40_000 // len(part))
    assert pace.growth(fix_misread_letters, text[: len(text) // 2], text) < pace.MOST


@pytest.mark.parametrize("part", ["aâ€ ", "a†b ", "donâ€t "])
def test_linear_in_one_quotation(part: str) -> None:
    """Nor does one quotation with many marks in it that might be cut short."""
    half, whole = (f"“{part * (size // len(part))}” don’t" for size in (40_000, 80_000))
    assert pace.growth(fix_misread_letters, half, whole) < pace.MOST


@pytest.mark.parametrize("name", READINGS)
def test_linear_in_damage(name: str) -> None:
    """Nor does a document that is damaged from end to end, in one line and in one run."""
    for text in (" ".join(SENTENCES.values()), SENTENCES["ja"]):
        half = misread(text * (6_000 // len(text)), name)
        assert pace.growth(fix_misread_letters, half, half * 2) < pace.MOST
