r"""
Letters that are still misread after ftfy: UTF-8 taken for Mac Roman, for an old code page of DOS, for windows-1250 …

ftfy judges a line by the company its characters keep, and is careful: what *could* be meant stays. A document knows more than
a line. Where everything out of the ordinary in it is UTF-8 under one and the same reading, that reading is what happened to
it; and a sign of mathematics or of box drawing in the middle of a word is no writer's.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MISREAD = "misread letter"
CUT = "quote cut short"

# The encodings that UTF-8 is taken for, the more usual first: where two explain the same characters equally well, the first
# does (as ftfy has it). A name, and whether one damaged letter inside a word may speak for itself: what the East of Europe
# writes with windows-1250 is what it writes with ISO 8859-2, and one letter alone does not tell them apart.
READINGS = {
    "cp1252": True,
    "latin-1": False,
    "mac-roman": True,
    "cp850": True,
    "cp437": True,
    "cp1250": True,
    "cp1251": True,
    "cp1254": False,
    "cp1253": True,
    "cp1257": False,
    "iso-8859-2": False,
}

# First bytes as some readings show them. A text in which none of them is followed by what the same reading makes of a second
# byte is not looked at any further. To look for one character is next to free in a text of any script, so these are characters
# that ordinary text seldom has; where it may, the third field names a letter that the script always has and the damage never.
_LEADS = (
    ("√", "mac-roman", ""),  # é è ä ö ü ø å
    ("ƒ", "mac-roman", ""),  # č ć ę ą ğ ı
    ("≈", "mac-roman", ""),  # ł š ž ő
    ("Œ", "mac-roman", ""),  # Greek
    ("À", "mac-roman", ""),  # accents of their own
    ("Ã", "cp1252 cp1254 latin-1 mac-roman", ""),
    ("├", "cp850 cp437", ""),  # é ü ø
    ("┼", "cp850 cp437", ""),  # š ž ł
    ("Ô", "cp850", ""),  # quotes and dashes
    ("Ò", "cp850", ""),  # Japanese
    ("Γ", "cp437 cp1253", "ο"),  # quotes and dashes; é ü ø
    ("β", "cp1253", "ο"),  # quotes and dashes
    ("Ă", "cp1250 iso-8859-2", "ă"),
    ("Ĺ", "cp1250 iso-8859-2", ""),
    ("Ä", "cp1252 cp1254 latin-1 cp1250 cp1257 iso-8859-2", ""),
    ("Å", "cp1252 cp1254 latin-1 cp1257", ""),
    ("Ć", "cp1257", ""),
    ("Г", "cp1251", "о"),
    ("Д", "cp1251", "о"),
    ("Е", "cp1251", "о"),
)
# Quotes and dashes as DOS and windows-1253 show them: in no language does the one sign follow the other.
_SPEAKING = ("ΓÇ", "ÔÇ", "β€")

# Latin letters that no spelling of today uses (ĳ, ŀ, ſ …), and so more likely two box drawings than a letter.
_UNUSED = frozenset("ĲĳĴĵĸĿŀŉſĹĺĻļŔŕŖŗŢţŦŧĦħŊŋ") - frozenset("ĻļŖŗŢţĹĺŔŕĦħ")
_SIGNS = frozenset("‘’‚“”„†‡‰–—―…‹›•€™\u2009\u200b\u200e\u202f′″←↑→↓−×÷№ƒˆ˜₂\ufeff")
_MANY = 3  # letters: so many that no chance makes all of them valid
_NEARLY = 12  # characters explained for one that is not: something sound may have been put around the damage
_TRIES = 4  # as often as ftfy needs for the worst that was met


class _Found(NamedTuple):
    start: int
    end: int
    letter: str
    fits: bool  # people write it, and could have written it between these neighbours
    alien: bool  # it stands inside a word, and could not in a sound one
    touches: bool  # it stands at the edge of a word, and could not in a sound one


class _Evidence(NamedTuple):
    found: tuple[_Found, ...]
    whole: bool  # the document as a whole was misread so
    fitting: int  # letters that would fit
    words: int  # places inside words that speak for it


@stage
def fix_misread_letters(doc: Document) -> Iterable[Edit]:
    r"""
    Give back letters that were read in the wrong encoding and that :func:`fix_encoding` left.

    Two things count as proof. Either (nearly) every character beyond ASCII of the whole document is part of valid UTF-8
    under one reading, at least three times and for two different characters: then that is what was done to it. Or letters
    are broken by what no word has inside: ``gr√∏nland``, ``f├╝r``, ``m\u0413\u0403s``; once two places in a document say
    so, the ends of words are read alike.

    The document is judged as it was at its birth, before ftfy mended most of it. Nothing is guessed: every letter written is
    what the characters that stood there are in bytes. It must fit its neighbours in script and case. Words that are quoted
    alone, as when damage is talked about, are left, and so are box drawings, formulas and all honest letters. What lost a
    byte for good is not here.

    >>> fix_misread_letters("Han reiste til Gr√∏nland.")
    'Han reiste til Grønland.'
    >>> fix_misread_letters("├── src\n│   ├── a.py  # √2·√π")
    '├── src\n│   ├── a.py  # √2·√π'
    """
    text = doc.text
    if text.isascii():
        return
    mended = _mended(text, doc.original) if is_suspect(text) else text
    cut = dict(_cut(mended)) if ("â" in text and "â€" in text) or (doc.ledger and "â€ " in doc.original) else {}
    if mended == text and not cut:
        return
    # ASCII stays where it is, so the stretches between ASCII pair off.
    for old, new in zip(_BEYOND.finditer(text), _BEYOND.finditer(mended), strict=True):
        if new.start() in cut:
            yield Edit(old.start(), old.end(), cut[new.start()], CUT)
        elif old[0] != new[0]:
            yield Edit(old.start(), old.end(), new[0], MISREAD)


# Quotation marks that open and that close.
_QUOTE = re.compile("(“|â€œ)|(”|â€\x9d)")
# What is left of a closing one when the byte that windows-1252 has no character for was dropped, and what ftfy makes of that
# and of the blank after it; and of an apostrophe. ASCII on either side.
_SHORT = re.compile(
    r"(?<=[A-Za-z0-9.,!?')%])(?:â€(?=[\s.,;:!?)\]]|\Z)|†(?=[A-Za-z]))|(?<=[A-Za-z])â€(?=[A-Za-z])", re.ASCII
)


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """Closing quotation marks, and apostrophes of words that the document has whole, that lost their last byte."""
    marks = [(mark.start(), mark[1] is not None) for mark in _QUOTE.finditer(text)]
    whole_words: set[str] | None = None
    passed = 0
    opened = -1  # where the quotation began that is not closed yet
    for short in _SHORT.finditer(text):
        start, end = short.span()
        while passed < len(marks) and marks[passed][0] < start:
            opened = marks[passed][0] if marks[passed][1] else -1
            passed += 1
        if short[0] == "â€" and text[end : end + 1].isalpha():
            head, tail = _HEAD.search(text[max(0, start - 24) : start]), _TAIL.match(text[end : end + 24])
            if whole_words is None:
                whole_words = {*_ELIDED.findall(text)}
            if head and tail and f"{head[0]}’{tail[0]}" in whole_words:
                yield start, "’"
            continue
        if opened < 0 or text.find("\n", opened, start) >= 0:  # each paragraph of a quotation opens it anew
            opened = -1
            continue
        following = marks[passed] if passed < len(marks) else (len(text), True)
        if (
            following[1] or text.find("\n", end, following[0]) >= 0
        ):  # else it is closed further on, and this is no quote
            yield start, "” " if short[0] == "†" else "”"
            opened = -1


_HEAD, _TAIL, _ELIDED = re.compile(r"\w+$"), re.compile(r"\w+"), re.compile(r"\b\w{1,24}’\w{1,24}\b")


def is_suspect(text: str) -> bool:
    """Is there a pair of characters in it that speaks for one of the readings? Nearly never."""
    for one, seconds, sound in _gate():
        if one in text and not (sound and sound in text):
            at = text.find(one)
            while at >= 0:
                if text[at + 1 : at + 2] in seconds:
                    return True
                at = text.find(one, at + 1)
    return False


@cache
def _gate() -> tuple[tuple[str, frozenset[str], str], ...]:
    """What to look for: a character, those that may follow it, and what tells that all is sound."""
    made = [
        (one, frozenset(char for name in names.split() for char in table(name)[0x80:0xC0]), sound)
        for one, names, sound in _LEADS
    ]
    # Cyrillic as Mac Roman begins with dashes, which are everywhere; so it is told by what и and н end on, before the next
    # letter or the end of the word. Cyrillic and Greek as DOS likewise: а, α and в.
    return (*made, *((one, frozenset("–—╨╤ð╬╧ ,.\n"), "") for one in "∏Ω░▒"))


_BEYOND = re.compile(r"[^\x00-\x7f]+")


def _mended(text: str, original: str) -> str:
    """The text with all that is proved put right, as many times over as it was misread."""
    born = {name: _evidence(original, name) for name in READINGS} if original != text else {}
    for _ in range(_TRIES):
        before = text
        seen = {name: _evidence(text, name) for name in READINGS}
        wholly = [(one.fitting, name) for kind in (born, seen) for name, one in kind.items() if one.whole]
        if wholly:
            # What happened to a document as a whole is one thing: the reading that explains most.
            _, best = max(wholly, key=lambda one: (one[0], -_ORDER[one[1]]))
            text = _applied(text, seen[best], whole=True)
        if text == before:
            for name in sorted(seen, key=lambda name: -seen[name].fitting):
                words = max(seen[name].words, born[name].words if born else 0)
                text = _applied(text, _evidence(text, name), alone=READINGS[name] or words > 1, several=words > 1)
        if text == before or not is_suspect(text):
            break
    return text


_ORDER = {name: place for place, name in enumerate(READINGS)}


def _applied(text: str, evidence: _Evidence, *, whole: bool = False, alone: bool = False, several: bool = False) -> str:
    """The text with those letters read again that the evidence allows."""
    parts: list[str] = []
    at = 0
    for found in evidence.found:
        if whole or (found.alien and alone) or (found.touches and several):
            parts += (text[at : found.start], found.letter)
            at = found.end
    return "".join([*parts, text[at:]]) if parts else text


@cache
def table(name: str) -> tuple[str, ...]:
    """What each byte is read as; those that the encoding has not, as the controls that browsers make of them."""
    return tuple(bytes([byte]).decode(name, "ignore") or chr(byte) for byte in range(256))


@cache
def _sequences(name: str) -> tuple[re.Pattern[str], dict[int, int]]:
    """A pattern for one letter of UTF-8 as this encoding shows it, and its characters as bytes."""
    read = table(name)

    def some(first: int, last: int) -> str:
        return "[" + re.escape("".join(read[first : last + 1])) + "]"

    after = some(0x80, 0xBF)
    pattern = f"{some(0xC2, 0xDF)}{after}|{some(0xE0, 0xEF)}{after}{{2}}|{some(0xF0, 0xF4)}{after}{{3}}"
    return re.compile(pattern), {ord(char): byte for byte, char in enumerate(read)}


def _evidence(text: str, name: str) -> _Evidence:
    """All letters of the text that this reading could have made what they are, and how far they are to be believed."""
    pattern, to_byte = _sequences(name)
    matches: list[tuple[int, int, str]] = []
    for match in pattern.finditer(text):
        try:
            letter = match[0].translate(to_byte).encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            continue
        matches.append((match.start(), match.end(), letter))
    if not matches:
        return _Evidence((), whole=False, fitting=0, words=0)
    found: list[_Found] = []
    for place, (start, end, letter) in enumerate(matches):
        left = text[start - 1] if start else ""
        right = text[end : end + 1]
        if place and matches[place - 1][1] == start:
            left = matches[place - 1][2]
        if place + 1 < len(matches) and matches[place + 1][0] == end:
            right = matches[place + 1][2]
        fits = _is_used(letter) and _fits(letter, left, right)
        odd = fits and _is_odd(text[start:end], letter, left, right) and not _is_quoted(text, start, end)
        inside = odd and (
            text.startswith(_SPEAKING, start) or (left.isalpha() and right.isalpha() and _is_word(text, start, end))
        )
        # The capitals of windows-1250 are letters: they may be what they are at the beginning of a word.
        touches = (odd or (fits and text[start] in "ĂĹÃÅ" and not text[start + 1].isspace())) and (
            left.isalpha() or right.isalpha()
        )
        found.append(_Found(start, end, letter, fits, inside, touches))
    used = [one for one in found if _is_used(one.letter)]
    covered = sum(one.end - one.start for one in found)
    missed = sum(len(run) for run in _BEYOND.findall(text)) - covered
    whole = (
        len(used) >= _MANY
        and len({one.letter for one in used}) > 1
        and len(found) * 3 <= len(used) * 4
        and missed * _NEARLY <= covered
        and not all(text[one.start] == "√" and text[one.start + 1] in _MATHS for one in used)
    )
    fitting = [one for one in found if one.fits]
    words = {text[one.start - 2 : one.end + 2] for one in found if one.alien}
    return _Evidence(tuple(found), whole, len(fitting), len(words))


def _is_used(letter: str) -> bool:
    """Is it a letter or mark that people write today?"""
    code = ord(letter)
    if letter in _SIGNS or 0xA0 <= code <= 0xBF:
        return True
    if code < 0x250:
        return letter.isalpha() and letter not in _UNUSED and (code < 0x180 or letter in "ƏəȘșȚț") and code >= 0xC0
    if code < 0x370:
        return 0x300 <= code <= 0x331 or code == 0x259
    if 0x1F300 <= code <= 0x1FAFF or 0x3000 <= code <= 0x303F or 0xFF00 <= code <= 0xFFEF:
        return True
    if code in range(0x460, 0x490) or code in range(0x1680, 0x1E80) or code in range(0x2000, 0x3040):
        return False
    return unicodedata.category(letter) in {"Lu", "Ll", "Lo", "Lm", "Mn", "Mc", "Nd"} and not 0xE000 <= code <= 0xF8FF


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]


def _fits(letter: str, left: str, right: str) -> bool:
    """Could this letter stand between these two?"""
    if unicodedata.category(letter) == "Mn" and ord(letter) < 0x370:
        return left.isalpha() and len(unicodedata.normalize("NFC", left + letter)) == 1
    if not letter.isalpha():
        return True
    beside = [near for near in (left, right) if near.isalpha()]
    if letter.islower() or letter.isupper():
        if any(_script(near) != _script(letter) for near in beside):
            return False
        if letter.isupper():
            return not left.islower()
        return not (left.isupper() and right.isupper())
    return True


_MATHS = frozenset("πµ∂∫∏∑Ω∞±≤≥√")
_IN_WORDS = frozenset("·’‘-–—…\u00a0\u00ad'")


def _is_odd(was: str, letter: str, left: str, right: str) -> bool:
    """Is what stands there what no word has: a sign, a letter of another script, a capital after small letters?"""
    if not (_script(letter) in {"LATIN", "COMBINING"} or letter in "’‘“”–—"):
        return False
    lead = was[0]
    if was.startswith(_SPEAKING):
        return True
    if lead in "√ƒ≈├┼╨╤╬╧":
        return lead != "√" or was[1] not in _MATHS or (left.islower() and right.islower())
    near = left if left.isalpha() else right
    if not near.isalpha():
        return False
    if lead.isalpha() and _script(lead) != _script(near):
        return True
    if lead.isupper() and left.islower():
        return not was[1].isspace()
    return lead in "ÃÄÅ" and left.isascii() and right.islower() and unicodedata.category(was[1]) in {"Sc", "Sm", "So"}


_LETTERS = 3  # beside a root, for a word; fewer may be a product of three names
_FUNCTION = re.compile(r"(?:^|[^a-z])(?:sin|cos|tan|log|ln|exp|sqrt|[a-z])$", re.IGNORECASE)


def _is_word(text: str, start: int, end: int) -> bool:
    """Are there letters enough on either side to make a word of it?"""
    before = re.search(r"[^\W\d_]*$", text[max(0, start - 12) : start])
    after = re.match(r"[^\W\d_]*", text[end : end + 12])
    left, right = len(before[0]) if before else 0, len(after[0]) if after else 0
    if text[start] == "√" and text[start + 1] in _MATHS:
        return left + right >= _LETTERS and right > 1 and not _FUNCTION.search(text[max(0, start - 12) : start])
    return left + right > 1


_OPENS, _CLOSES = frozenset("'\"`“‘„‚«‹("), frozenset("'\"`”’“‘»›)")
_TOKEN = re.compile(r"[^\s'\"`“”„«»‹›()]*")


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Does the word stand between marks of quotation all by itself, as a word does that is talked about?"""
    head = text[max(0, start - 12) : start]
    before = re.search(r"[^\s'\"`“„«‹(]*$", head)
    opens = head[: before.start()][-1:] if before else ""
    after = _TOKEN.match(text[end : end + 24])
    closes = text[end + (after.end() if after else 0) :][:1]
    return opens in _OPENS and closes in _CLOSES and bool(opens and closes)
