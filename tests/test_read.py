"""Bytes become text and pages become articles, or it is said why not; whatever comes in, in time and without a traceback."""

from __future__ import annotations

import codecs
import contextlib
import logging
import os
import random
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pace
import pytest

from cleaner.errors import CleanerError, PackError, UnreadableError
from cleaner.read import decode, extract, is_page, read
from cleaner.read.html import visible_text

CASES = Path(__file__).parent.parent / "fixtures" / "decode"
LANGUAGES = tomllib.loads((CASES / "languages.toml").read_text("utf-8"))["case"]
BYTES = tomllib.loads((CASES / "bytes.toml").read_text("utf-8"))["case"]
SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))

WORDS = "The ferry was late again, and nobody at the pier could say when the next one would come. "
PAGE = f"""<!DOCTYPE html>
<html lang="fr-CH"><head><meta charset="utf-8"><title>L’été à Genève</title>
<meta name="author" content="Zoé Müller"><meta property="article:published_time" content="2021-07-05T08:00:00+02:00">
<meta name="description" content="Où il a plu."></head>
<body><nav><a href="/">Accueil</a> <a href="/meteo">Météo</a></nav>
<article><h1>L’été à Genève</h1><p>« Il a plu », écrit-elle — à verse. {WORDS * 3}</p>
<h2>Après</h2><p>Puis le soleil revint : c’était déjà août. {WORDS * 3}</p><ul><li>un été</li><li>une forêt</li></ul></article>
<footer>© Journal</footer></body></html>"""


# --- bytes ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding"),
    [pytest.param(c["text"], e, id=f"{c['name']}-{e}") for c in LANGUAGES for e in c["written"]],
)
def test_the_letters_come_back(text: str, encoding: str) -> None:
    """A paragraph is read back from every encoding that people wrote its language in."""
    found = decode(text.encode(encoding))
    assert (found.text, found.lossy) == (text, False)


@pytest.mark.parametrize("case", BYTES, ids=lambda case: case["name"])
def test_bytes_as_they_are_met(case: dict[str, Any]) -> None:
    """Each case is decoded as it says, or refused with the words that it gives."""
    data = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode(case["written"])
    if "refused" in case:
        with pytest.raises(UnreadableError, match=r"(?s).*: .*") as refusal:
            decode(data, case.get("declared"))
        assert case["refused"] in str(refusal.value)
    else:
        found = decode(data, case.get("declared"))
        assert (found.text, found.encoding, found.lossy) == (case["text"], case["encoding"], case.get("lossy", False))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_plain_file_is_its_own_text(seed: Path) -> None:
    """Plain text passes untouched."""
    data = seed.read_bytes()
    assert read(data, name=seed.name).text == data.decode("utf-8") == read(data.decode("utf-8")).text


def test_a_refusal_names_the_file_and_what_to_do() -> None:
    """The message says what, where, and what to do; and it is a ValueError like Python's own."""
    with pytest.raises(UnreadableError, match=r"^a/b\.txt: this is a PNG picture, not text: .*OCR"):
        read(b"\x89PNG\r\n\x1a\n\0\0", name="a/b.txt")
    assert issubclass(UnreadableError, ValueError)
    assert issubclass(UnreadableError, CleanerError)
    assert issubclass(PackError, CleanerError)


def test_random_bytes_are_refused() -> None:
    """Noise of any length that can be told from a short word is no text."""
    chance = random.Random(7)  # noqa: S311  made-up bytes
    for size in (64, 100, 1000, 4097, 100_000):
        for _ in range(20):
            with pytest.raises(UnreadableError):
                decode(chance.randbytes(size))


def test_any_bytes_give_a_text_or_a_refusal() -> None:
    """No bytes whatever, with whatever they are declared to be, give a traceback."""
    chance = random.Random(8)  # noqa: S311  made-up bytes
    pieces = [
        b"word ",
        b"\n",
        b"\xe9",
        "été ".encode(),
        b"\0",
        b"<p>",
        b"\x1b$B",
        b"\xff\xfe",
        "日本".encode(),
        b"\xa4\xa2",
        b"\x80",
        b"\x04",
    ]
    labels = [
        None,
        "utf-8",
        "latin-1",
        "gb2312",
        "shift_jis",
        "utf-16",
        "hz",
        "iso-2022-jp",
        "utf-7",
        "hex",
        "\0",
        "é",
        "x" * 99,
    ]
    for _ in range(3000):
        data = b"".join(chance.choices(pieces, k=chance.randrange(12)))
        with contextlib.suppress(UnreadableError):
            decode(data, chance.choice(labels)).text.encode("utf-8", "surrogatepass")


def test_a_text_given_as_str_is_taken_as_it_is() -> None:
    """Lone surrogates and NULs are for the character stage."""
    text = "a\ud800b\0c\r\nd"
    document = read(text, url="https://example.org/x", language="en")
    assert (document.text, document.source.encoding, document.source.lossy) == (text, None, False)
    assert (document.source.url, document.source.language) == ("https://example.org/x", "en")


def test_what_is_neither_text_nor_bytes_is_a_type_error() -> None:
    """A path is not read by accident."""
    with pytest.raises(TypeError, match=r"PosixPath|WindowsPath"):
        read(Path("x"))  # type: ignore[arg-type]


def test_a_source_says_how_it_was_decoded() -> None:
    """Encoding and loss are kept."""
    source = read("L’été fut très chaud à Genève.".encode("cp1252"), name="a.txt").source
    assert (source.name, source.encoding, source.lossy) == ("a.txt", "windows-1252", False)
    assert read(b"L\xc3\xa0 \xc3\xa9t\xc3").source.lossy


def test_a_charset_in_the_media_type_is_used() -> None:
    """As servers give it."""
    data = "Šiandien žmonės eina į turgų.".encode("cp1257")
    assert read(data, media_type='text/plain; charset="windows-1257"').text == "Šiandien žmonės eina į turgų."


@pytest.mark.parametrize(
    ("line", "end", "encoding"),
    [
        ("Grüße an alle. ".encode(), b"", "utf-8"),
        ("Grüße an alle. ".encode(), b"\xe9", "utf-8"),
        ("Grüße an alle. ".encode() + b"\xe9 ", b"", "utf-8"),
        ("Grüße an alle. ".encode("cp1252"), b"", "windows-1252"),
    ],
    ids=["sound", "a stray byte", "stray bytes everywhere", "another encoding"],
)
def test_a_line_of_megabytes_is_read_in_linear_time(line: bytes, end: bytes, encoding: str) -> None:
    """Clean UTF-8, UTF-8 with a stray byte at its end, and what is no UTF-8 at all."""
    half, whole = (line * times + end for times in (300_000, 600_000))
    assert decode(whole).encoding.startswith(encoding)
    assert pace.growth(decode, half, whole) < pace.MOST


PAGE_OF_LINES = (
    "Der Zug fährt heute später, weil die Brücke gesperrt ist.\nDie Fähre „Möwe“ fährt trotzdem — über Nacht.\n" * 4
)
COMMENTS = {
    "cp1251": "Мне очень понравилась эта статья, спасибо автору за подробный рассказ.\n",
    "koi8-r": "Мне очень понравилась эта статья, спасибо автору за подробный рассказ.\n",
    "iso-8859-2": "Děkuji za článek, příště by to chtělo více obrázků a méně řečí.\n",
    "cp1250": "Bardzo ciekawy artykuł, dziękuję autorowi za źródła i żywy język.\n",
    "cp1252": "C’était très intéressant, merci à l’auteur — à bientôt.\n",
    "shift_jis": "とても面白い記事でした。ありがとうございます。\n",
}


@pytest.mark.parametrize("encoding", COMMENTS)
def test_a_comment_in_another_encoding_is_mended(encoding: str) -> None:
    """A page in UTF-8 with a line that is not; nothing is lost."""
    comment = COMMENTS[encoding]
    found = decode(PAGE_OF_LINES.encode() + comment.encode(encoding) + PAGE_OF_LINES.encode())
    assert (found.text, found.told, found.lossy) == (PAGE_OF_LINES + comment + PAGE_OF_LINES, "mended", False)


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "cp1250"])
def test_a_comment_in_utf8_is_mended(encoding: str) -> None:
    """The other way round: a file in a code page with a line of UTF-8."""
    lines = COMMENTS[encoding] * 8
    found = decode(lines.encode(encoding) + COMMENTS["koi8-r"].encode() + lines.encode(encoding))
    assert found.text == lines + COMMENTS["koi8-r"] + lines


def test_comments_in_two_other_encodings_are_mended() -> None:
    """Each line by itself where one encoding makes no words of all."""
    text = PAGE_OF_LINES + COMMENTS["cp1251"] + COMMENTS["cp1252"] + PAGE_OF_LINES
    parts = (PAGE_OF_LINES.encode(), COMMENTS["cp1251"].encode("cp1251"), COMMENTS["cp1252"].encode("cp1252"))
    found = decode(b"".join(parts) + PAGE_OF_LINES.encode())
    assert (found.text, found.encoding) == (text, "utf-8 with windows-1251 and windows-1252")


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_last_letter_cut_off_is_said_to_be_lost(cut: int) -> None:
    """One sign of loss for it, and the rest is whole."""
    found = decode(PAGE_OF_LINES.encode() + "🙂".encode()[:cut])
    assert (found.text, found.lossy) == (PAGE_OF_LINES + "\N{REPLACEMENT CHARACTER}", True)


def test_how_sure() -> None:
    """Certain, declared, detected: the scale of the docs."""
    french = COMMENTS["cp1252"]
    assert decode(french.encode()).sure == decode(french.encode("utf-16")).sure == decode(b"plain").sure == 1
    declared = decode(french.encode("cp1252"), "latin-1")
    assert (declared.told, declared.sure) == ("declared", 0.95)
    detected = decode(french.encode("cp1252"))
    assert detected.told == "guessed"
    assert 0 < detected.sure < 1


# --- what is a page ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html> is the first line of every page, and <html> follows it.",
        "<html> and <body> are tags; <p> begins a paragraph.\n\nThey are closed with </p>.",
        "<head> elements hold the title.\n\nNothing else.",
        "How to write <b>bold</b> words\n\n<html> comes first, then <head>.",
        '<p align=center><img src="logo.png"></p>\n\n# Read me\n\nIt does things.',
        '<div align="center">\n\n# Read me\n\n</div>\n\nSome *words*.',
        "Some words <div>inline</div> and more.",
        "<https://example.org/page>\n\nA note on it.",
        "<me@example.org> wrote:\n> hello",
        "```html\n<!DOCTYPE html><html><body></body></html>\n```\n\nshows a page.",
        "1 < 2 and 3 > 2",
        "<3 you all",
        "",
        "<",
        "<html",
        "<?xml version='1.0'?>\n<rss><channel><title>News</title></channel></rss>",
    ],
)
def test_a_text_with_tags_in_it_is_no_page(text: str) -> None:
    """It passes untouched, as str and as bytes."""
    assert not is_page(text)
    assert read(text).text == read(text.encode()).text == text


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><title>x</title><p>y",
        "\ufeff\n  <!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<html>",
        "<!-- saved from url=(0014)about:internet -->\n<HTML><HEAD><TITLE>x</TITLE>",
        "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html>\n<html xmlns='http://www.w3.org/1999/xhtml'><head/>",
        "<html><body>Words at once.</body></html>\n",
        "<body class=a>\n<p>Words.",
        "<head><title>x</title></head><body>",
    ],
)
def test_a_page_is_known_by_its_beginning(page: str) -> None:
    """A doctype, html, head or body first, after what may stand before it."""
    assert is_page(page)


def test_a_media_type_is_believed() -> None:
    """Both ways; and so is a file's name, when it says that this is a page."""
    fragment = f"<div><p>{WORDS}</p></div>"
    assert not is_page(fragment)
    assert is_page(fragment, "text/html; charset=utf-8")
    assert not is_page(PAGE, "text/plain")
    assert read(fragment, media_type="text/html").text == WORDS.strip()
    assert read(fragment, name="a.HTM").text == WORDS.strip()
    assert read("No tag at all\nhere.", name="a.html").text == "No tag at all\nhere."


# --- pages ---------------------------------------------------------------------------------------------------------------


def test_the_article_of_a_page() -> None:
    """Paragraphs a blank line apart, headings as lines, items behind a dash; menus and foot left out."""
    blocks = read(PAGE).text.split("\n\n")
    assert blocks[-3:] == [
        "Après",
        f"Puis le soleil revint : c’était déjà août. {WORDS * 3}".strip(),
        "- un été\n- une forêt",
    ]
    assert "Météo" not in read(PAGE).text
    assert "Journal" not in read(PAGE).text


def test_the_fields_of_a_page() -> None:
    """What the head says, under our names; what it does not say is not there."""
    fields = dict(read(PAGE, url="https://www.example.org/ete").source.fields)
    assert fields.pop("headings")[-1] == "Après"
    assert fields == {
        "title": "L’été à Genève",
        "authors": ["Zoé Müller"],
        "date": "2021-07-05",
        "url": "https://www.example.org/ete",
        "site": "example.org",
        "language": "fr",
        "description": "Où il a plu.",
        "extraction": "article",
    }


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac-roman", "gb18030"]
)
@pytest.mark.parametrize("declared", ["utf-8", "true"])
def test_a_page_says_the_same_in_any_encoding(encoding: str, declared: str) -> None:
    """Whether its head names the true encoding or still says utf-8."""
    page = PAGE.replace("utf-8", encoding if declared == "true" else "utf-8").replace("«\N{NO-BREAK SPACE}", "« ")
    if encoding == "gb18030" and declared == "utf-8":
        pytest.skip("accented Latin letters in a Chinese encoding, undeclared: nothing could tell")
    assert read(page.encode(encoding)).text == read(PAGE).text


def test_a_page_in_another_script_and_encoding() -> None:
    """By the declaration of its head, by that of the server, and by none at all."""
    words = "Утром над рекой стоял туман, и лодки возвращались медленно. " * 5
    page = f"<html><head><title>Река</title></head><body><p>{words}</p></body></html>"
    for encoding in ("koi8-r", "cp1251", "iso-8859-5"):
        named = page.replace(
            "<title>", f"<meta http-equiv=Content-Type content='text/html; charset={encoding}'><title>"
        )
        assert read(named.encode(encoding)).text == words.strip()
        assert read(page.encode(encoding), media_type=f"text/html; charset={encoding}").text == words.strip()
        assert read(page.encode(encoding)).text == words.strip()


def test_a_page_without_an_article_gives_all_it_shows() -> None:
    """And says so."""
    document = read("<html><body></body></html>")
    assert (document.text, document.source.fields["extraction"]) == ("", "whole page")


DEEP = {
    "paragraphs that never end": "<p>word " * 300_000,
    "paragraphs that never end, in a page": "<html><body>" + "<p>word " * 300_000,
    "nested divs": "<html>" + "<div>" * 200_000 + "x" + "</div>" * 200_000,
    "nested divs that never end": "<html>" + "<div>" * 200_000 + "x",
    "less-than signs": "<" * 1_000_000,
    "nested lists": "<html>" + "<ul><li>x" * 100_000,
    "tables in tables": "<html>" + ("<table><tr><td>x" * 60 + "</table>" * 60) * 60,
    "quotes that never end": "<html>" + '<a "' * 250_000,
    "values that never end": "<html>" + '<a b=">"' * 250_001,
    "comments that never end": "<html>" + "<!--" * 250_000,
    "scripts that never end": "<html>" + "<script>" * 120_000,
    "ampersands": "<html><p>" + "&" * 1_000_000,
    "a blank a million times": "<html><p>a" + " " * 1_000_000 + "b",
    "bold that never ends": "<html>" + "<b>word " * 150_000,
    "a cell a hundred million columns wide": "<html><table><tr><td colspan=100000000>x",
    "control characters": "<html><body>" + "\0\x01\x0b<p>word" * 1000,
    "lone surrogates": "<html><body><p>\ud800 word \udfff" * 100,
    "a nested JSON description": '<html><script type="application/ld+json">' + "[" * 100_000 + "</script><p>word",
}


@pytest.mark.parametrize("page", DEEP.values(), ids=DEEP.keys())
def test_no_page_takes_for_ever(page: str) -> None:
    """Pages made to be nasty are read in linear time, without an exception, in both ways of reading them."""
    text, fields = extract(page)
    assert fields["extraction"] in {"article", "whole page"}
    assert ("word" in text) == ("word" in visible_text(page))
    quarter, half = page[: len(page) // 4], page[: len(page) // 2]
    assert pace.growth(extract, quarter, half) < pace.MOST
    assert pace.growth(visible_text, quarter, half) < pace.MOST


def test_what_lies_too_deep_for_the_parser_is_not_lost() -> None:
    """The parser drops what is nested deeper than 256; the whole page is taken then."""
    text, fields = extract("<html><body>" + "<div>" * 300 + f"<p>{WORDS}</p>" + "</div>" * 300)
    assert (text, fields["extraction"]) == (WORDS.strip(), "whole page")


def test_visible_text_keeps_what_a_browser_shows() -> None:
    """Tables, code, breaks and entities, and a greater-than sign inside a value."""
    page = (
        "<title>no</title><style>p{}</style><p title='a > b'>One &mdash; two<br/>three</p><!-- <p>no</p> -->"
        "<table><tr><th>a<th>b<tr><td>1<td>2</table><pre>x\n  y</pre>5 < 6"
    )
    assert visible_text(page) == "One — two\nthree\n\na | b\n1 | 2\n\nx\n  y\n\n5 < 6"


def test_nobody_elses_log_is_written_to(caplog: pytest.LogCaptureFixture) -> None:
    """Trafilatura's complaints are kept to itself."""
    with caplog.at_level(logging.DEBUG):
        extract("<html></html>")
        extract(PAGE)
    assert not [record for record in caplog.records if record.name.split(".")[0] in {"trafilatura", "htmldate"}]


def test_reading_plain_text_imports_no_parser() -> None:
    """trafilatura, lxml and the detector are imported only when they are used."""
    code = (
        "import sys; from cleaner.read import read; read('Grüße'.encode()); read('<p>x');"
        "print([m for m in ('trafilatura', 'lxml', 'chardet', 'charset_normalizer', 'ftfy') if m in sys.modules])"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert shown.stdout.strip() == "[]"


def test_marks_before_marks() -> None:
    """Thousands of byte-order marks before a text are no deep matter."""
    assert decode(codecs.BOM_UTF8 * 2000 + b"caf\xe9").text == "café"


@pytest.mark.parametrize("data", [b"one\0", b"abc\0", b"hi\0\n", b"ab\0", b"a\0b"])
def test_a_nul_in_a_few_bytes(data: bytes) -> None:
    """One NUL does not make UTF-16 of a few letters."""
    assert decode(data).text == data.decode()
