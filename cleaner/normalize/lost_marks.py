r"""
Marks that something swallowed: which characters stand for them, and what each of them was.

:func:`restored` judges the document (what was lost in it, and to what), lays out the marks of each block with what each may
have been, and lets :mod:`~cleaner.normalize.quote_grammar` read them.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from cleaner.edits import Edit
from cleaner.facts.apostrophes import drops_its_end, has_apostrophe
from cleaner.facts.quotation import BY_LANGUAGE, ENGLISH, GUILLEMETS, Quotation
from cleaner.normalize.quote_grammar import (
    AFTER_SPACE,
    APOSTROPHE,
    CLOSE,
    DASH,
    INNER_CLOSE,
    INNER_OPEN,
    MARK,
    OPEN,
    QUESTION,
    Break,
    Seen,
    kind,
    read,
    seen,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.document import Document
    from cleaner.lines import Line

LOST_QUOTE = "lost quote"
LOST_APOSTROPHE = "lost apostrophe"
LOST_DASH = "lost dash"

LOST = "\N{REPLACEMENT CHARACTER}"
_KEPT = "kept"  # a reading: nothing that could be told

_AT_HEAD = frozenset("@#$£€")
# What is left of the three bytes of a mark where the first of them came through.
HALF = re.compile(f"â(?:[?{LOST}]{{2}}|€[?{LOST}])")
_ANY = re.compile(f"{HALF.pattern}|[?{LOST}]+|„")
_CROWD = 4  # so many question marks in a word are none that were lost one by one
# Addresses, patterns and programs: a word with one of these in it has its "?" on purpose.
_TECHNICAL = re.compile(r"[\\{}|=<>&*]|\w[#@]|://|/.*\?|\?\.\w")
_ACCENTED = re.compile("[\u00c0-\u024f]")

_SURE = 1.2  # so much more must every other reading of a mark cost
# What it costs to read a lost mark as none of those that are known. In English few other characters can have been lost.
_UNKNOWN = 4.5
_UNKNOWN_IN_ENGLISH = 5.0
_UNKNOWN_BEFORE_CAPITAL = 6.0
_LETTER = 1.0  # the same where most of them are letters
_MANY = 4_000  # marks in one block: no prose

# Between two lines that are one sentence.
_BREAKS_OFF = re.compile(r"[^\W_]\n[^\W\d_A-ZÀ-Þ]|[,–—-]\n")

_WORD_BEFORE = re.compile(r"[^\W_]+\Z")
_WORD_AFTER = re.compile(r"[^\W_]+")
_LONGEST_WORD = 40
# Words that drop their beginning: some that nothing else is ('em, 'til), and some that may as well be quoted (the '90s).
_CLIPPED = re.compile(r"(?:em|til|tis|twas|n)\b", re.IGNORECASE)
_MAYBE_CLIPPED = re.compile(r"(?:cause|round|\d\ds?)\b", re.IGNORECASE)


class _Damage(NamedTuple):
    """What was lost in a document, and to what."""

    lost: re.Pattern[str]  # a lost mark
    marks: re.Pattern[str]  # that, or one that stands
    quotes: bool  # are question marks at the edges of words quotation marks?
    style: Quotation
    outer: float  # what it costs, beyond what the neighbours say, to read a mark as a quotation's
    letters: bool  # were letters lost as well?
    language: str  # empty where letters were lost as well, and little can be told by them


def restored(doc: Document, *, lost: bool) -> Iterator[Edit]:
    """
    The marks of a document that leave no doubt.

    `lost` says that its replacement characters are damage; its question marks are judged here.
    """
    damage = _damage(doc, lost=lost)
    if damage is None:
        return
    lines = doc.lines
    first = 0
    for last, (line, following) in enumerate(zip_longest(lines, lines[1:])):
        if following is None or not (
            _breaks_off(line, following) or doc.text.count("\n", line.end, following.start) == 1
        ):
            block = lines[first : last + 1]
            first = last + 1
            if any(damage.lost.search(line.text) for line in block):
                yield from _edits(doc.text, block, following, damage)


def _breaks_off(line: Line, following: Line) -> bool:
    """Does a sentence go on from one line to the next?"""
    return _BREAKS_OFF.search(line.text[-2:] + "\n" + following.text[:1]) is not None


def _opens(line: Line | None, damage: _Damage) -> bool:
    """Does a line begin with what may be an opening mark?"""
    return line is not None and (line.text[0] in "“„«" or damage.lost.match(line.text) is not None)


class _Signs(NamedTuple):
    """How often question marks and replacement characters stand where something must have been lost."""

    apostrophes: int  # in words that have one there
    quotations: int  # a line with one that opens and one that closes
    closings: int
    letters: int  # in other words
    threefold: int  # three in a row
    bullets: bool  # far more open than close: nobody forgets that so often

    @property
    def evidence(self) -> int:
        return self.apostrophes + self.quotations


def _signs(lines: Iterable[Line], language: str) -> _Signs:
    apostrophes = letters = threefold = quotations = openings = closings = 0
    for line in lines:
        text = line.text
        open_since = -1
        for match in _ANY.finditer(text):
            start, end = match.span()
            before, after = text[start - 1 : start], text[end : end + 1]
            if match[0] == "„":
                open_since = end
            elif (not before or before in " ([—–") and (after.isalnum() or after in _AT_HEAD):
                openings += 1
                open_since = start
            elif before.isalnum() and after.isalnum() and not _is_wide(before):
                if _is_technical(text, start, end):
                    continue
                if has_apostrophe(*_letters(text, start, end), language):
                    apostrophes += 1
                    threefold += end - start == 3
                elif after.islower():
                    letters += 1
            elif _is_wide(before) and _is_wide(after) and open_since < 0:
                open_since = start
            elif _closes(text, start, end):
                closings += 1
                if open_since >= 0:
                    quotations += 1
                    threefold += end - start == 3
                    open_since = -1
    return _Signs(apostrophes, quotations, closings, letters, threefold, bullets=openings > 3 * closings + 3)


def _closes(text: str, start: int, end: int) -> bool:
    """Can what stands here hardly be anything but a closing mark?"""
    before, after = text[start - 1], text[end : end + 1]
    if _is_wide(before) and _is_wide(after):
        return True
    if before in ",.!…" or end - start == 2:
        return not after or after in " ,.;:)]"
    return before.isalnum() and (after in ",.;:)]" if after.strip() else text[end + 1 : end + 2].islower())


def _damage(doc: Document, *, lost: bool) -> _Damage | None:
    """Judge from the whole text what its question marks and replacement characters stand for; None for nothing to do."""
    text, language = doc.text, doc.language or ""
    signs = _signs((line for line in doc.lines if "?" in line.text or LOST in line.text), language)
    threefold = 2 * signs.threefold > signs.evidence
    units = [HALF.pattern] if "â" in text else []
    if lost:
        units.append(rf"{LOST}{{3}}" if threefold else LOST)
    if signs.evidence and "?" in text:
        units.append(r"\?{3}(?!\?)" if threefold else r"\?")
    if not units:
        return None
    # A replacement character after a comma is evidence enough, a question mark there is a slip of somebody's finger.
    letters = 2 * signs.letters > (signs.apostrophes + signs.closings if lost else signs.evidence)
    if letters and not signs.evidence:
        return None
    style = BY_LANGUAGE.get(language, ENGLISH)
    # What came through whole was not lost. (German is left the opening mark by what knows no “ and ”.)
    through = re.search("[“’‘]" if style.opening == "„" else "[“”‘’]", text)
    lost_mark = "|".join(units)
    return _Damage(
        re.compile(lost_mark),
        re.compile(f"{lost_mark}|[“”„‟‘’]"),
        not letters and not through,
        style,
        (3.0 if language in GUILLEMETS and not _ACCENTED.search(text) else 0.0) + (3.0 if signs.bullets else 0.0),
        letters,
        "" if letters else language,
    )


_STANDING = {
    "“": {OPEN: 0.0},
    "”": {CLOSE: 0.0},
    "„": {OPEN: 0.0},
    "‟": {OPEN: 0.0},
    "‘": {INNER_OPEN: 0.0},
    "’": {APOSTROPHE: 0.0, INNER_CLOSE: 0.0},
}


def _marks(line: Line, damage: _Damage) -> Iterator[tuple[Seen, tuple[int, int] | None]]:
    """The marks of a line, lost and standing: what is seen, and where it stands if it was lost."""
    text = line.text
    both = damage.marks
    last = -1
    for match in both.finditer(text):
        start, end = match.span()
        old = match.group()
        joined = start == last
        last = end
        standing = old in _STANDING
        if old[0] == "?" and _is_technical(text, start, end):
            continue
        before = MARK if joined else kind(text[start - 1 : start])
        if both.match(text, end):
            after = MARK
        else:
            after = kind(text[end : end + 1])
            if text[end : end + 1] == " ":
                following = text[end + 1 : end + 2]
                after = AFTER_SPACE + (MARK if both.match(text, end + 1) else kind(following))
        choices = _STANDING[old] if standing else _choices(text, start, end, damage)
        if old == "“" and damage.style.closing == "“":
            choices = {CLOSE: 0.0}
        elif old == "’":
            choices = _apostrophe_or_closing(text, start, end, damage)
        elif old == "”" and damage.style.opening == "”":
            choices = {OPEN: 0.0, CLOSE: 0.0}
        yield seen(before, after, choices, joined=joined), None if standing else (line.start + start, line.start + end)


def _is_wide(letter: str) -> bool:
    """Is it a letter or mark of a script that has no blanks between words?"""
    return "\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uff60"


def _is_technical(text: str, start: int, end: int) -> bool:
    """Does a question mark stand in an address, a pattern or a bit of program?"""
    begin = text.rfind(" ", max(0, start - _LONGEST_WORD), start) + 1 or max(0, start - _LONGEST_WORD)
    stop = text.find(" ", end, end + _LONGEST_WORD)
    stop = stop if stop >= 0 else end + _LONGEST_WORD
    crowded = end - start == 1 and text.count("?", begin, stop) >= _CROWD
    return crowded or _TECHNICAL.search(text, begin, stop) is not None


def _letters(text: str, start: int, end: int) -> tuple[str, str]:
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    after = _WORD_AFTER.match(text, end, end + _LONGEST_WORD)
    return before.group() if before else "", after.group() if after else ""


def _apostrophe_cost(before: str, after: str, damage: _Damage) -> float:
    """What it costs to read an apostrophe between these letters; either may be empty."""
    if before and after:
        return 0.0 if has_apostrophe(before, after, damage.language) else 9.0
    if before:
        return 2.0 if not damage.letters and drops_its_end(before, damage.language) else 9.0
    return 1.0 if after and _MAYBE_CLIPPED.match(after) else 9.0


def _apostrophe_or_closing(text: str, start: int, end: int, damage: _Damage) -> dict[str, float]:
    before, after = _letters(text, start, end)
    if before and after:
        return {APOSTROPHE: 0.0}
    return {APOSTROPHE: _apostrophe_cost(before, after, damage), INNER_CLOSE: 0.0}


def _choices(text: str, start: int, end: int, damage: _Damage) -> dict[str, float]:
    """What a lost mark can have been, with what each reading costs beside its neighbours."""
    before, after = _letters(text, start, end)
    asked = text[start] == "?" and end - start == 1
    if not before and _CLIPPED.match(after):
        return {APOSTROPHE: 0.0}
    if before in {"n", "N"} and not after and text[start - 2 : start - 1] in "’" + text[start]:  # rock 'n' roll
        return {APOSTROPHE: 0.0}
    choices = {_KEPT: _UNKNOWN}
    if damage.language == "en":
        choices[_KEPT] = _UNKNOWN_BEFORE_CAPITAL if after[:1].isupper() else _UNKNOWN_IN_ENGLISH
    if asked:
        choices[QUESTION] = 0.0
    elif damage.letters:
        choices[_KEPT] = _LETTER
    apostrophe = _apostrophe_cost(before, after, damage)
    if apostrophe < 9.0 and (not asked or damage.quotes or (before and after) or not before):
        choices[APOSTROPHE] = apostrophe
    if asked and not damage.quotes:
        return choices
    wide = _is_wide(text[start - 1 : start]) or _is_wide(text[end : end + 1])
    if not (before and after) or wide:
        inner = 1.5 if wide else 0.5
        choices |= {OPEN: damage.outer, CLOSE: damage.outer, INNER_OPEN: inner, INNER_CLOSE: inner}
        if text[start - 1 : start] == " " == text[end : end + 1] and start:
            choices[DASH] = 1.0 if damage.language not in GUILLEMETS and text[end + 1 : end + 2].islower() else 4.0
    return choices


def _edits(text: str, lines: Sequence[Line], following: Line | None, damage: _Damage) -> Iterator[Edit]:
    """What is sure of the lost marks of a block of lines; `following` is the first line after it."""
    block: list[tuple[Seen | Break, tuple[int, int] | None]] = []  # what stands there, and where if it was lost
    for line, further in zip_longest(lines, lines[1:]):
        block += _marks(line, damage)
        if further and block:
            block.append((Break(_breaks_off(line, further), _opens(further, damage)), None))
    if len(block) > _MANY:
        return
    style = damage.style
    dash = "–" if "–" in text and "—" not in text else "—"
    becomes = {
        OPEN: (style.opening, LOST_QUOTE),
        CLOSE: (style.closing, LOST_QUOTE),
        INNER_OPEN: (style.inner_opening, LOST_QUOTE),
        INNER_CLOSE: (style.inner_closing, LOST_QUOTE),
        APOSTROPHE: (style.apostrophe, LOST_APOSTROPHE),
        DASH: (dash, LOST_DASH),
    }
    readings = read([item for item, _ in block], opens_again=_opens(following, damage))
    for (_, place), (reading, lead) in zip(block, readings, strict=True):
        if place and lead >= _SURE and reading in becomes:
            yield Edit(*place, *becomes[reading])
