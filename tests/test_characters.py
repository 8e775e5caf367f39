"""The stages that mend characters, dashes, quotes and space: what holds for every text."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import unicodedata
from itertools import product
from typing import TYPE_CHECKING

import ftfy
import laws
import pace
import pytest
import regex
from cases import ROOT
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.normalize import character_gate, encoding
from cleaner.normalize.character_forms import forms
from cleaner.normalize.character_gate import Need, need_of
from cleaner.normalize.character_looks import LOOKS
from cleaner.normalize.character_surroundings import ASKED
from cleaner.normalize.character_table import SPARED, TABLE, each
from cleaner.normalize.characters import fix_characters, intruders
from cleaner.normalize.composed import LOOSE
from cleaner.normalize.encoding import fix_encoding
from cleaner.normalize.entities import decode_entities
from cleaner.normalize.rare import rare
from cleaner.repair.dashes import fix_dashes
from cleaner.repair.quotes import drop_stray_quotes
from cleaner.repair.space import tidy_space

if TYPE_CHECKING:
    from cleaner.document import Stage
    from cleaner.normalize.character_table import Character

STAGES = (fix_encoding, decode_entities, fix_characters, fix_dashes, drop_stray_quotes, tidy_space)

# All characters that ftfy's idea of badness knows.
_KNOWN = [re.compile(f"[{characters}]") for characters in MOJIBAKE_CATEGORIES.values()]
NOTED = [
    c for c in map(chr, (*range(0x80, 0xD800), *range(0xE000, 0x10000))) if any(known.match(c) for known in _KNOWN)
]
PLAIN = "aZ1 .,?!\n"
HUNT = 1_000  # who asks Hypothesis for so many examples has the time for all pairs
BREAKABLE = "“”‘’–—…•«»éèàçñüößÉÜŁłžşığĂ°£€©™œŒæжПриветΑθήνα漢字かな한글עברית 🙂e\u0301\u00a0\u00ad abc.,\n"
ENTITIES = [
    *"& amp; lt; #39; # ; &lt; &gt; &amp; &#98; &#38; &#x26; &num; &semi; &equals; &copy &nbsp; &not &#55357; &#56832;".split(),
    *'&nvgt; &nvlt; &NewLine; &#10; &quot; copy 39 b / " ` < > = :// www.'.split(),
    *" \n",
]
MARKS = [
    *"ab_ \n\t\r\v\f\x07\b\x13\x19\x1b\x1c\x85\x97\u2028\u00a0\u2000\u1680\u3000\u200b\u200c\u200d\u200f\u202a\u061c\u00ad\ufeff",
    *"\u0301\u0323\u0344\u034f\u093c\u3099\u0645\u05d0\u0915\u0958\u0e01\u304b\u5c71\u1100\u1161\u2126\U0001f600\ufe0f",
    *"\ud83d\ude00\ufb01\ufb03\ufffc",
    *("  ", "[0m", "]0;"),
]
# What stays or goes by its neighbours, with neighbours of both kinds.
DRESSED = [
    *"a1Ж, \n\u3000\u200b\u00ad\u0301\t\x85\x8a\b\ufffc",
    *"\uff21\uff11\uff0c\uff5e\uffe3\u5c71\u3001\u30a2\uff71\uac00\u212a\u1fbe\u0387",
    *"\ufeb3\ufefc\ufee1\ufee0\u0627\ufdfa\ufb13\ufb20\ufb4f\ufb2a\u05d0\u05b4\u034f",
    *"\uf0b7\uf0a7\uf0e0\ue000",
    *"\ufe0f\ufe0e\ufe00\U000e0100\u2229\u845b\uf900\u2764\u2adc\u0338\U0001f600\U0001f3fd\U0001f3f4\u200d\u20e3",
    *"\U000e0067\U000e0062\U000e007f\U000e0001",
    *"\u180e\u180b\u1820\u202f\u1680\u1691\u2800\u2803\u17b4\u1780\u0e01",
    *"\u115f\u1160\u1161\u1100\u11a8\u3164\u3131\uffa0\uffa1",
    *"\U0001d173\U0001d15e\U0001d165\u0323\U0001bca0\U0001bc00\ud834\udd73\udb40\udc67\ud83d\ude00\x9b1mm",
]
SPACES = [*"a|.,'\"“”’»— \n\t\u3000", "The", "of", "Paris", "5", "  ", "   ", "\n\n", " – "]

# Sound text. The first of them have nothing that one has to look at twice.
SOUND = [
    "“It’s 9–5,” she said — nothing more… § 5, 20 °C, ½ × ¾, naïve œuvre, Æsir, ™ © ®",
    "Grüße aus Łódź, ĳs en ǆ, Ǻ ệ ő ẞ 😀",
    "«Привет», — сказал он. Київ, ґанок, қазақ тілі. " * 9,
    "Οι βάρκες έμειναν στο λιμάνι· «ναι»; " * 9,
    "河水上涨了三米。（ＡＢＣ）你好，世界！" * 9,
    "ＮＨＫのニュース、カタカナ、がぎぐげご。" * 9,
    "한국어 문장입니다. " * 9,
    "हिन्दी में लिखा हुआ वाक्य। " * 9,
    "Բարեւ աշխարհ։ " * 9,
    "السلام عليكم " * 9,
    "می\u200cخواهم کتاب\u200cها را ببینم؛ نمی\u200cدانم.",
    "یہ اردو ہے، ۱۲۳۔ \u0600۱۲ \u06dd۵",
    "শক্\u200cতি, র\u200d্যাব, ක්\u200dෂ ශ්\u200dරී, മലയാള\u200cം",
    "יְרוּשָׁלַ\u034fִם בְּרֵאשִׁית \u200fשלום\u200f.",
    "ภาษา\u200bไทย ខ្មែរ\u200bខ្មែរ မြန်\u200bမာ བོད་\u200bཡིག",
    "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠪᠠᠢᠨ\u180eᠠ ᠭ\u180bᠠᠯ",
    "👩🏽\u200d🦰 👨\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 🏴\u200d☠\ufe0f ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 🇩🇪 🙂\u200d↔\ufe0f 🧑🏿\u200d❤\ufe0f\u200d💋\u200d🧑🏻",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Tiếng Việt: đường, nghĩa, ưỡn",
    "\ufdfa ﷲ ﷼ ﴾١﴿ \ufdfd",
    "山田\u3000太郎 葛\U000e0100城市 漢︀",
    "a\ue000b \uf8ff Mac, \uf0e0 me@example.org",
    "(╯°□°）╯︵ ┻━┻ ツ ¯\\_(ツ)_/¯",
]
QUICK = 10

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
nasty = st.one_of(
    anything,
    *(
        st.lists(st.sampled_from(list(parts)), max_size=14).map("".join)
        for parts in (ENTITIES, MARKS, DRESSED, SPACES, [*NOTED, *PLAIN])
    ),
)


def by_ftfy(text: str) -> str:
    """What ftfy makes of each line."""
    return "".join(ftfy.fix_encoding(line) for line in re.findall(r"[^\n]*\n|[^\n]+", text))


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@given(text=nasty)
def test_stable(stage: Stage, text: str) -> None:
    """A stage finds nothing in what it has made, in any text at all."""
    once = stage(text)
    assert stage(once) == once


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@given(text=nasty)
def test_quiet(stage: Stage, text: str) -> None:
    """A stage that changes nothing gives back the same document."""
    document = Document.of(stage(text))
    assert stage(document) is document


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@pytest.mark.parametrize(
    "text",
    [
        *(
            part * (100_000 // len(part))
            for part in (" ", "\n", "a  b ", "&lt;", "&amp;", "&#39", "'", ".'\n", "é", "\u00e2\u20ac\u2122 ")
        ),
        *(
            part * (100_000 // len(part))
            for part in ("\t ", "\u200b", "\x1b[", "\x1b]", "\u200f", "\u0301\u0323", "\ufb01", "e\u0301", "``'")
        ),
        *(
            part * (100_000 // len(part))
            for part in (
                "\U000e0041",
                "\u2800",
                "\u1160",
                "\ufe0f",
                "Ａ\n",
                "ａb 山\n",
                "\u3000",
                "ﺳ",
                "\uf0b7 \n",
                "\u0301\u200d",
                "\u200f1\nא\n\n",
                "a \u00ad b\n",
            )
        ),
    ],
    ids=lambda text: repr(text[:6]),
)
def test_linear(stage: Stage, text: str) -> None:
    """No text takes long because of what is in it."""
    assert pace.growth(stage, text[: len(text) // 2], text) < pace.MOST


# fix_encoding


def test_gate_on_pairs() -> None:
    """
    No two characters that ftfy frowns upon get past the gate, whatever stands beside them.

    A twentieth of the pairs, the same every time; all of them with ``--hypothesis-profile=hunt``.
    """
    pairs = list(product(NOTED, repeat=2))
    if settings.default is None or settings.default.max_examples < HUNT:
        pairs = random.Random(1).sample(pairs, len(pairs) // 20)  # noqa: S311  # no secret
    around = [
        ("", ""),
        ("a", ""),
        ("A", ""),
        (" ", " "),
        ("", "a"),
        ("", "1"),
        ("a ", " "),
        (".", "“"),
        ("\n", "\n"),
        ("С", "С"),
        ("a", "²"),
    ]
    for one, two in pairs:
        for before, after in around:
            text = before + one + two + after
            if BADNESS_RE.search(text):
                assert encoding.SUSPECT.search(text), text
            if encoding.SUSPECT.search(text):
                assert encoding.LOUD.search(rare(text + " " * 20)), text


@given(st.text(st.sampled_from([*NOTED, *PLAIN]), max_size=12))
def test_gate_on_strings(text: str) -> None:
    """What ftfy calls bad, the gate lets it see."""
    if BADNESS_RE.search(text):
        assert encoding.SUSPECT.search(text)
    if encoding.SUSPECT.search(text):
        assert encoding.LOUD.search(rare(text + " " * 200))


@given(st.lists(st.sampled_from([*NOTED, *PLAIN, " a", " b"]), max_size=30).map("".join))
def test_as_ftfy(text: str) -> None:
    """Each line becomes what ftfy makes of it."""
    assert fix_encoding(text) == by_ftfy(text)


@pytest.mark.parametrize(
    "codec",
    ["latin-1", *(f"sloppy-windows-{page}" for page in (1250, 1251, 1252, 1253, 1254, 1257)), "macroman", "cp437"],
)
@given(text=st.text(st.sampled_from(BREAKABLE), max_size=40))
def test_damage_as_ftfy(codec: str, text: str) -> None:
    """Text in UTF-8 that was read in another encoding becomes what ftfy makes of it."""
    damaged = text.encode().decode(codec, "replace")
    assert fix_encoding(damaged) == by_ftfy(damaged)


@given(text=st.text(st.sampled_from(BREAKABLE), max_size=40))
def test_edits_are_small(text: str) -> None:
    """An edit holds only what changed: its ends differ from what stood there."""
    damaged = text.encode().decode("sloppy-windows-1252", "replace")
    for edit in fix_encoding.edits(damaged):
        old = damaged[edit.start : edit.end]
        assert old
        assert not edit.text or (old[0] != edit.text[0] and old[-1] != edit.text[-1])


def test_sound_words_are_not_in_an_edit() -> None:
    """One damaged word in a line is one edit, and the letters around it are not part of it."""
    text = "Sound “words”, na\u00c3\u00afve ones, and l\u00e2\u20ac\u2122heure."
    assert [(text[e.start : e.end], e.text) for e in fix_encoding.edits(text)] == [
        ("\u00c3\u00af", "ï"),
        ("\u00e2\u20ac\u2122", "’"),
    ]


def test_ftfy_is_imported_late() -> None:
    """A text that is sound, in whatever language, costs no import."""
    program = (
        "import sys\n"
        "from cleaner.normalize.encoding import fix_encoding\n"
        "fix_encoding('“L’été” — à Besançon, „Über“, Łódź, «Москва», Αθήνα, 東京 © 5 €')\n"
        "assert 'ftfy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


# decode_entities


@given(st.lists(st.sampled_from(ENTITIES), max_size=14).map("".join))
def test_no_markup_is_made(text: str) -> None:
    """A tag is never made of references to its characters."""
    opening = re.compile("<[A-Za-z/!?]")
    assert len(opening.findall(decode_entities(text))) <= len(opening.findall(text))


# fix_characters


ROWS = pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.rule} {row.characters!a:.12}")


def test_table() -> None:
    """Every row has a name, a reason and an example, and no character has two rows."""
    named = [character for row in TABLE for character in each(row.characters)]
    assert len(named) == len(set(named))
    assert all(row.rule and row.why and row.examples for row in TABLE)


def shown(text: str) -> str:
    """A text as the page shows it: what cannot be seen by its number, marks of Markdown escaped."""
    return "".join(
        {"|": "\\|", "`": "'", "\n": "\\n"}.get(c)
        or (f"‹{ord(c):04X}›" if c != " " and not (c.isprintable() and not regex.match(UNSEEN, c)) else c)
        for c in text
    )


UNSEEN = r"[\p{Default_Ignorable_Code_Point}\p{M}\N{BRAILLE PATTERN BLANK}\N{OBJECT REPLACEMENT CHARACTER}\p{Co}]"


def numbers(written: str) -> str:
    """The characters of a class by their numbers: `U+2061–2065, 206A–206F`."""
    spans = re.findall(r"(.)(?:-(.))?", written, re.DOTALL)
    return ", ".join(f"U+{ord(a):04X}" + (f"–{ord(b):04X}" if b else "") for a, b in spans)


def as_markdown() -> str:
    """The table as docs/characters.md has it, one line for each kind."""
    lines = [
        "| name | characters | become | why, and where they stay | for example | stays |",
        "|---|---|---|---|---|---|",
    ]
    kinds = {row.rule: [one for one in TABLE if one.rule == row.rule] for row in TABLE}
    for rule, rows in kinds.items():
        said = {None: "its letters", "": "nothing", " ": "a space", "\n": "a line end", "\n\n": "two line ends"}
        becomes = {said.get(row.becomes) or shown(row.becomes or "") for row in rows}
        before, after = rows[0].examples[0]
        stays = f"`{shown(rows[0].stays[0])}`" if rows[0].stays else ""
        cells = (
            rule,
            ", ".join(numbers(row.characters) for row in rows),
            becomes.pop() if len(becomes) == 1 else "the sign or letters meant",
            rows[0].why,
            f"`{shown(before)}` → `{shown(after)}`",
            stays,
        )
        lines.append("| " + " | ".join(cells) + " |")
    lines += ["", "| stays | why |", "|---|---|"]
    lines += [f"| {numbers(one.characters)} | {one.why} |" for one in SPARED]
    return "\n".join(lines) + "\n"


def test_page_is_in_step() -> None:
    """docs/characters.md has the table as it is. (To write it anew: `CLEANER_WRITE=1 pytest tests/test_characters.py`.)"""
    page = ROOT / "docs" / "characters.md"
    text = page.read_text("utf-8")
    head = text.partition("| name |")[0]
    if os.environ.get("CLEANER_WRITE"):
        page.write_bytes((head + as_markdown()).encode())
        text = page.read_text("utf-8")
    assert text == head + as_markdown(), (
        "docs/characters.md does not show the table; write it anew with CLEANER_WRITE=1"
    )


def test_what_stays_is_told() -> None:
    """A row whose characters stay somewhere shows where and says why; one that has no such place has no look for it."""
    for rule in {row.rule for row in TABLE if row.stays}:
        assert any("stays" in row.why for row in TABLE if row.rule == rule), rule
    assert set(LOOKS) | ASKED <= {row.rule for row in TABLE}  # the looks are held against the table


@ROWS
def test_row_example(row: Character) -> None:
    """What a row shows is so, under its name, and what it shows as staying stays."""
    assert row.rule in {edit.rule for before, _ in row.examples for edit in fix_characters.edits(before)}
    for before, after in row.examples:
        assert fix_characters(before) == after
        assert set(before) & set(each(row.characters))
        laws.hold(fix_characters, before)
    for text in row.stays:
        assert set(text) & set(each(row.characters))
        document = Document.of(text)
        assert fix_characters(document) is document


@ROWS
def test_row_alone(row: Character) -> None:
    """Each character of the table is found, whatever else the text is made of: the quick look misses none."""
    lists = row.rule == "private-use bullet"
    for text in (
        "plain text, ",
        "the naïve “text”, ",
        "Привет, «мир» — ",
        "Γειά σου, ",
        "河水上涨了。",
        "नमस्ते ",
        "한국어 ",
    ):
        for character in set(each(row.characters)):
            if row.stays and not text.isascii() and not lists and row.rule not in {"Hangul filler", "braille blank"}:
                continue  # its neighbours may keep it
            mark = f"{character} a\n{character} b\n" if lists else f"x{character}x"
            for damaged in (mark + text * 9, text * 9 + "\n" + mark) if lists else (text * 9 + mark, mark + text * 9):
                assert need_of(damaged) is Need.ALL
                if row.rule != "direction mark" or text.isascii():
                    assert character not in fix_characters(damaged), ascii(damaged)


def test_no_character_is_forgotten() -> None:
    """Every control, format character, space, and whatever may be ignored unseen is in the table or named as spared."""
    known = {c for row in (*TABLE, *SPARED) for c in each(row.characters)}
    ignorable = regex.compile(r"\p{Default_Ignorable_Code_Point}")
    for character in map(chr, range(0x110000)):
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"} or ignorable.match(character):
            assert character in known, ascii(character)
    assert not {c for row in SPARED for c in each(row.characters)} & {c for row in TABLE for c in each(row.characters)}


def test_no_good_text_is_slow_or_touched() -> None:
    """Sound text of many scripts passes the quick look, or comes through the long one as the same object."""
    for text in SOUND:
        document = Document.of(text)
        assert fix_characters(document) is document, text
    for text in SOUND[:QUICK]:
        assert need_of(text) is Need.NOTHING, text


def test_gate_knows_all_sound_bytes() -> None:
    """A character that the bytes let through is in no row, is its own composed form, and joins no other."""
    loose = re.compile(f"[{LOOSE}]")
    table = {c for row in TABLE for c in each(row.characters)}
    for character in map(chr, (*range(0x80, 0xD800), *range(0xE000, 0x110000))):
        data = character.encode()
        if data.translate(None, character_gate._SOUND) or character == character_gate._GREEK_POINT:  # noqa: SLF001
            continue
        if not any(pattern.search(data) for pattern in character_gate._UNSOUND):  # noqa: SLF001
            assert character not in table, ascii(character)
            assert not loose.match(character) or unicodedata.is_normalized("NFC", character), ascii(character)
            assert not unicodedata.combining(character), ascii(character)


@given(st.lists(st.sampled_from(DRESSED), max_size=14).map("".join))
def test_dressed(text: str) -> None:
    """What goes by its neighbours goes at once, and the ledger says where all of it was."""
    laws.hold(fix_characters, text)


@given(nasty)
def test_gate_is_no_opinion(text: str) -> None:
    """What the quick look calls tidy, the long one finds nothing in."""
    need = need_of(text)
    if need is not Need.ALL:
        assert not [*intruders(text, rare(text))]
        assert not forms(text, None)
    if need is Need.NOTHING:
        assert unicodedata.is_normalized("NFC", text)


def test_all_that_composition_may_change_is_looked_at() -> None:
    """A text without a loose character is in composed form."""
    loose = re.compile(f"[{LOOSE}]")
    for character in map(chr, range(0x110000)):
        if loose.match(character):
            continue
        assert not unicodedata.combining(character)
        assert unicodedata.is_normalized("NFC", character)
        parts = unicodedata.normalize("NFD", character)
        if len(parts) > 1 and not "\uac00" <= character <= "\ud7a3":
            assert all(loose.match(part) for part in parts[1:])


@given(nasty)
def test_composed(text: str) -> None:
    """The result is in composed form."""
    assert unicodedata.is_normalized("NFC", fix_characters(text))


@given(nasty)
def test_nothing_unseen_is_left(text: str) -> None:
    """What the table names without a place to stay is gone."""
    gone = [c for row in TABLE if not row.stays and row.rule != "surrogate" for c in each(row.characters)]
    assert not set(gone) & set(fix_characters(text))


@given(st.lists(st.sampled_from([part for part in MARKS if part != "  "]), max_size=14).map("".join))
def test_no_double_space_is_made(text: str) -> None:
    """Where there was no double space there is none afterwards."""
    if "  " not in text:
        assert "  " not in fix_characters(text)


# tidy_space


@given(st.lists(st.sampled_from(SPACES), max_size=20).map("".join))
def test_canonical_space(text: str) -> None:
    """No double spaces, no space at the ends of lines, at most one blank line, no words lost."""
    tidy = tidy_space(text)
    assert not re.search("  | \n|\n |\n\n\n", tidy)
    assert tidy == tidy.strip(" \n")
    assert tidy.split() == text.split()
