"""
Real texts in many languages, out of packages that pip brings.

Nobody may copy a newspaper into a repository, and a benchmark that needs the network measures the network. But some packages
bring prose of their own: the manuals and messages of Gramps and Mercurial in forty languages, written by the people who speak
them; Django's in ninety; the Universal Declaration of Human Rights in hundreds (gflanguages, sample texts for fonts);
and the manual of Python itself. What is installed is read, what is not is left out; nothing is imported, nothing is copied.
`[dependency-groups] bench` in pyproject.toml brings them all.

:func:`messages` has them as they stand, with their markup and line breaks, for the sweep. :func:`sentences` has the running
prose alone, of which :func:`documents` makes documents of a size, and :data:`DAMAGES` spoils them, for the clock.
"""

from __future__ import annotations

import gettext
import html
import random
import re
import unicodedata
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

CATALOGUES = ("gramps", "mercurial", "Django")
DECLARATION = "gflanguages"
MANUALS = {"mercurial": ".txt"}  # English, as it is


def installed(package: str, ending: str) -> list[Path]:
    """The files of an installed package whose names end so, in order; none when it is not installed."""
    try:
        found = files(package) or []
    except PackageNotFoundError:
        return []
    return sorted(path for file in found if file.name.endswith(ending) and (path := Path(str(file.locate()))).exists())


@cache
def _catalogue(path: Path) -> dict[str, str]:
    """What a catalogue translates, and how."""
    with path.open("rb") as file:
        read: dict[object, str] = vars(gettext.GNUTranslations(file))["_catalog"]
    # A key may have a context before it, up to a U+0004; plurals have a tuple for a key.
    plain = {key.rpartition("\x04")[2]: text for key, text in read.items() if isinstance(key, str)}
    return {key: text for key, text in plain.items() if key and text and text != key}


def _catalogues() -> Iterator[tuple[str, dict[str, str]]]:
    """A language (ISO 639) and what is translated into it, again and again."""
    for package in CATALOGUES:
        for path in installed(package, ".mo"):
            language = path.parts[path.parts.index("LC_MESSAGES") - 1]
            yield language.partition("_")[0].partition("@")[0], _catalogue(path)


@cache
def declaration() -> dict[str, list[str]]:
    """Paragraphs of the Universal Declaration of Human Rights, by language."""
    found: dict[str, list[str]] = {}
    for path in installed(DECLARATION, ".textproto"):
        code, _, script = path.stem.partition("_")
        samples = re.findall(r'specimen_(?:16|32|48): "((?:[^"\\]|\\.)*)"', path.read_text("utf-8"))
        if samples and "languages" in path.parts:
            plain = [re.sub(r"\\(.)", lambda mark: {"n": "\n"}.get(mark[1], mark[1]), sample) for sample in samples]
            found.setdefault(f"{code}-{script}" if code in found else code, []).extend(plain)
    return found


@cache
def messages() -> dict[str, list[str]]:
    """What the packages have to say, as it stands, by language: English first."""
    found: dict[str, dict[str, None]] = {"en": {}}  # a dict for its order: no message twice
    for language, catalogue in _catalogues():
        found["en"] |= dict.fromkeys(catalogue)
        found.setdefault(language, {}).update(dict.fromkeys(catalogue.values()))
    for language, paragraphs in declaration().items():
        found.setdefault(language, {}).update(dict.fromkeys(paragraphs))
    return {language: list(texts) for language, texts in found.items()}


def manuals() -> list[str]:
    """Whole pages of English manuals, as they stand."""
    from pydoc_data.topics import topics

    pages = list(topics.values())
    for package, ending in MANUALS.items():
        pages += [path.read_text("utf-8") for path in installed(package, ending)]
    return pages


def sentences(*languages: str) -> list[str]:
    """
    The running prose that there is in some languages: sentences and short paragraphs, none twice.

    Line breaks inside are taken out, Mercurial's and Gramps' markup too, and no-break spaces are plain; what then is no
    sentence (a placeholder is left, or code; no stop at the end; a few words only) is not taken.
    """
    found: dict[str, None] = {}
    for language in languages:
        for text in [*messages().get(language, []), *(manuals() if language == "en" else [])]:
            for paragraph in re.split(r"\n\s*\n", text):
                if prose := _prose(paragraph):
                    found[prose] = None
    return list(found)


_WIDE = "\u3000-\u9fff\uff00-\uffef"


def _prose(paragraph: str) -> str:
    """The paragraph in one line, empty when it is none."""
    if re.search(r"^ {5}", paragraph, re.MULTILINE):  # an example, in most cases
        return ""
    plain = re.sub(rf"(?<=[{_WIDE}])\s*\n\s*(?=[{_WIDE}])", "", paragraph.strip())
    plain = " ".join(plain.replace("\N{SOFT HYPHEN}", "").replace("\N{ZERO WIDTH SPACE}", "").split())
    plain = re.sub(r":\w+:`([^`<]+)`|``?([^`]+)``?|\*\*?([^*]+)\*\*?|</?[bi]>", r"\1\2\3", plain)
    if plain.isascii() or not re.search(f"[{_WIDE}]", plain):
        enough = len(plain) >= 60 and plain.count(" ") >= 7
    else:
        enough = len(plain) >= 20 and len(re.findall(f"[{_WIDE}]", plain)) * 2 > len(plain)
    if (
        not enough
        or plain[-1] not in ".!?。！？．"
        or re.search(r"[{}<>`|\\_=$&%#@*~^]|--|  |//|\w\(\)|[\x7f-\x9f]", plain)
    ):
        return ""
    return unicodedata.normalize("NFC", plain)


def typographic(text: str) -> str:
    r"""
    ASCII with quotation marks, apostrophes, dashes and dots as a printer sets them.

    >>> typographic('"Well," he said - "that\'s it..."')
    '“Well,” he said – “that’s it…”'
    """
    text = re.sub(r'(^|[\s(\[/-])"', r"\1“", text, flags=re.MULTILINE).replace('"', "”")
    text = re.sub(r"(^|[\s(\[“])'", r"\1‘", text, flags=re.MULTILINE).replace("'", "’")
    return text.replace(" -- ", "—").replace(" - ", " – ").replace("...", "…")


def documents(prose: Sequence[str], volume: int, smallest: int, largest: int, seed: int = 0) -> list[bytes]:
    """
    Documents of `smallest` to `largest` bytes of UTF-8, about `volume` bytes in all: the sentences in ever new orders.

    One or two sentences make a paragraph, which is a line, as in the papers: 250 characters on the average (news and blogs that
    were measured had 170 to 260). A blank line stands between paragraphs.
    """
    chance = random.Random(seed)
    made: list[bytes] = []
    stock: list[str] = []
    left = volume
    while left > 0:
        size = chance.randint(smallest, largest)
        document = ""
        while size > 0:
            if len(stock) < 2:
                stock += chance.sample(prose, len(prose))
            taken = [stock.pop() for _ in range(chance.randint(1, 2))]
            paragraph = "".join(one if one[-1] in "。！？．" else one + " " for one in taken).strip()
            document += paragraph + "\n\n"
            size -= len(paragraph.encode()) + 2
        data = document.encode()[:largest].decode("utf-8", "ignore").strip().encode()
        made.append(data)
        left -= len(data)
    return made


# What befalls texts. Each takes one whole document; how often something happens is said where it does.

_SLOPPY = {number: bytes([number]).decode("cp1252", "ignore") or chr(number) for number in range(0x80, 0xA0)}


def _misread(text: str, encoding: str) -> str:
    """The text as somebody sees it who takes its UTF-8 for something else; bytes that this lacks become C1 controls."""
    if encoding == "cp1252":
        return text.encode().decode("latin-1").translate(_SLOPPY)
    return text.encode().decode(encoding)


def _lossy(text: str, _: random.Random) -> str:
    """As Windows-1252, by a program that puts U+FFFD for the five bytes that it has no character for."""
    return re.sub("[\x81\x8d\x8f\x90\x9d]", "\N{REPLACEMENT CHARACTER}", _misread(text, "cp1252"))


def _entities(text: str, chance: random.Random) -> str:
    """Every character that HTML has a name for by it, one blank in fifty as ``&nbsp;``, half of the documents by numbers."""
    from html.entities import codepoint2name

    by_number = chance.random() < 0.5

    def named(match: re.Match[str]) -> str:
        code = ord(match[0])
        return f"&#{code};" if by_number else f"&{codepoint2name[code]};" if code in codepoint2name else match[0]

    text = re.sub(r"[\u0080-\u024f\u2010-\u2122]", named, html.escape(text))
    return re.sub(" ", lambda blank: "&nbsp;" if chance.random() < 0.02 else blank[0], text)


def _invisibles(text: str, chance: random.Random) -> str:
    """A byte order mark; one letter in a hundred is followed by a soft hyphen or what has no width, one blank in twenty is odd."""
    unseen, odd = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}", "\N{NO-BREAK SPACE}\N{THIN SPACE}"
    text = re.sub(r"\w(?=\w)", lambda one: one[0] + (chance.choice(unseen) if chance.random() < 0.01 else ""), text)
    text = re.sub(" ", lambda one: chance.choice(odd) if chance.random() < 0.05 else one[0], text)
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + text


def _controls(text: str, chance: random.Random) -> str:
    """Lines end on CR LF; one word in fifty has a control character, a colour or a backspace before it."""
    things = ["\x00", "\x02", "\x0b", "\x0c", "\x1b[1m", "\x1b[0m", "_\b", "\x7f"]
    text = re.sub(r"\b(?=\w)", lambda _: chance.choice(things) if chance.random() < 0.02 else "", text)
    return text.replace("\n", "\r\n")


def _typeset(text: str, _: random.Random) -> str:
    """Ligatures, and letters taken apart from their accents (NFD)."""
    for letters, ligature in (("ffi", "ﬃ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ")):
        text = text.replace(letters, ligature)
    return unicodedata.normalize("NFD", text)


#: What can befall a text, by name.
DAMAGES: dict[str, Callable[[str, random.Random], str]] = {
    "UTF-8 read as cp1252": lambda text, _: _misread(text, "cp1252"),
    "UTF-8 read as latin-1": lambda text, _: _misread(text, "latin-1"),
    "UTF-8 read as mac-roman": lambda text, _: _misread(text, "mac-roman"),
    "read as cp1252 twice": lambda text, _: _misread(_misread(text, "cp1252"), "cp1252"),
    "read as cp1252, bytes lost": _lossy,
    "entities": _entities,
    "unseen characters": _invisibles,
    "control characters": _controls,
    "ligatures, NFD": _typeset,
}


def damaged(texts: Sequence[bytes], kinds: Sequence[str] = tuple(DAMAGES), seed: int = 0) -> list[bytes]:
    """The documents with one damage each, in turn."""
    chance = random.Random(seed)
    return [
        DAMAGES[kinds[number % len(kinds)]](text.decode(), chance).encode("utf-8", "surrogatepass")
        for number, text in enumerate(texts)
    ]
