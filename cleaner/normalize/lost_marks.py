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
from cleaner.facts.quotation import ACCENTED, BY_LANGUAGE, ENGLISH, GUILLEMETS, Quotation
from cleaner.normalize.quote_grammar import (
    AFTER_SPACE,
    APOSTROPHE,
    CLOSE,
    DASH,
    INNER_CLOSE,
    INNER_OPEN,
    MARK,
    NEVER,
    OPEN,
    QUESTION,
    WIDE,
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
_CROWD = 4  # so many question marks in a word are none that were lost one by one
# Addresses, patterns and programs: a word with one of these in it has its "?" on purpose.
_TECHNICAL = re.compile(r"[\\{}|=<>&*`]|\w\(['\"]|\w[#@]|://|/.*\?|\?\.\w")
_ACCENT = re.compile("[\u00c0-\u024f]")
_BEYOND_ASCII = re.compile(f"[^\x00-\x7f{LOST}]")

_SURE = 1.2  # so much more must every other reading of a mark cost
# What it costs to read a lost mark as none of those that are known. In English few other characters can have been lost.
_UNKNOWN = 4.5
_UNKNOWN_IN_ENGLISH = 5.0
_UNKNOWN_BEFORE_CAPITAL = 6.0
_MANY = 4_000  # marks in one block: no prose

# Between two lines that are one sentence.
_BREAKS_OFF = re.compile(r"[^\W_]\n[^\W\d_A-ZÀ-Þ]|[,–—-]\n")

_WORD_BEFORE = re.compile(r"[^\W_]+\Z")
_WORD_AFTER = re.compile(r"[^\W_]+")
_LONGEST_WORD = 40
# Words that drop their beginning: some that nothing else is ('em, 'til), and some that may as well be quoted (the '90s).
_CLIPPED = re.compile(r"(?:em|til|tis|twas|n|bout|neath|tween)\b", re.IGNORECASE)
_MAYBE_CLIPPED = re.compile(r"(?:cause|round|\d\ds|[stkm])\b", re.IGNORECASE)
# Two consonants that words begin with, in some language of Latin letters. Before any others a letter is missing.
_ONSETS = frozenset(
    "bl br by ch cl cr cy cz dh dr dw dy dz dž fj fl fr fy gh gj gl gn gr gu gw gy hj hr hv hy kh kj kl kn kr kv ky lj ll ly mb "
    "mc mn my nd ng nj ny ph pl pn pr ps pt py qu rh ry sc sf sh sj sk sl sm sn sp sq sr st sv sw sy sz th tj tl tr ts tw ty tz "
    "vl vr wh wr wy zb zd zg zh zl zm zn zv zw zy".split()
)
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxyz")
# Words that are written so only without their last letter.
_LACK_THEIR_END = frozenset(
    "caf Caf Jos Andr Ren Beyonc Pel clich Zo Chlo Desir Ma Bront expos fianc touch pat saut".split()
)


class _Damage(NamedTuple):
    """What was lost in a document, and to what."""

    lost: re.Pattern[str]  # a lost mark
    marks: re.Pattern[str]  # that, or one that stands
    quotes: bool  # are question marks at the edges of words quotation marks?
    style: Quotation
    outer: float  # what it costs, beyond what the neighbours say, to read a mark as a quotation's
    proven: bool  # is there a lost mark that can be nothing else?
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
    """How often a character stands where something must have been lost."""

    apostrophes: int = 0  # in words that have one there
    quotations: int = 0  # a mark that opens, and one that closes after it in the same line
    closings: int = 0
    ended: int = 0  # closings after a comma or a full stop: nobody asks there
    letters: int = 0  # in other words
    threefold: int = 0  # three in a row
    bullets: bool = False  # far more open than close: nobody forgets that so often

    @property
    def are_threefold(self) -> bool:
        """Was each mark lost byte by byte?"""
        return 2 * self.threefold > self.apostrophes + self.quotations


def _signs(lines: Iterable[Line], character: str, language: str) -> _Signs:
    apostrophes = letters = threefold = quotations = openings = closings = ended = 0
    runs = re.compile(f"{HALF.pattern}|[{character}]+|„")
    for line in lines:
        text = line.text
        open_since = -1
        for match in runs.finditer(text):
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
                ended += before in ",."
                if open_since >= 0:
                    quotations += 1
                    threefold += end - start == 3
                    open_since = -1
    bullets = openings > 3 * closings + 3
    return _Signs(apostrophes, quotations, closings, ended, letters, threefold, bullets)


def _closes(text: str, start: int, end: int) -> bool:
    """Can what stands here hardly be anything but a closing mark?"""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _is_wide(before) and _is_wide(after):
        return True
    if (before and before in ",.!…") or end - start == 2:
        return not after or after in " ,.;:)]"
    return before.isalnum() and (after in ",.;:)]" if after.strip() else text[end + 1 : end + 2].islower())


def _damage(doc: Document, *, lost: bool) -> _Damage | None:
    """Judge from the whole text what its question marks and replacement characters stand for; None for nothing to do."""
    text, language = doc.text, doc.language or ""
    asked = _signs((line for line in doc.lines if "?" in line.text), "?", language)
    gone = _signs((line for line in doc.lines if LOST in line.text), LOST, language) if lost else _Signs()
    # In a language of accents a text of some length that has none but for what is lost has lost those.
    plain = language in ACCENTED and not _BEYOND_ASCII.search(text)
    units = [HALF.pattern] if "â" in text else []
    if lost and not (plain or 2 * gone.letters > gone.apostrophes + gone.closings):
        units.append(rf"{LOST}{{3}}" if gone.are_threefold else LOST)
    # A question mark after a word may be meant; so words with apostrophes have to say that it is not, or several quotations.
    quoted = asked.quotations > 1 or (asked.quotations and asked.ended)
    if asked.apostrophes > asked.letters or (quoted and not asked.letters):
        units.append(r"\?{3}(?!\?)" if asked.are_threefold else r"\?")
    if not units:
        return None
    style = BY_LANGUAGE.get(language, ENGLISH)
    # What came through whole was not lost. (German is left the opening mark by what knows no “ and ”.)
    through = re.search("[“’‘]" if style.opening == "„" else "[“”‘’]", text)
    letters = plain or 2 * asked.letters > asked.apostrophes + asked.quotations
    # Where accents came through so would guillemets; where neither did, nobody knows what stood there.
    unknown = language in GUILLEMETS and not (_ACCENT.search(text) or "«" in text)
    lost_mark = "|".join(units)
    return _Damage(
        re.compile(lost_mark),
        re.compile(f"{lost_mark}|[“”„‟‘’]"),
        not letters and not through,
        style,
        (NEVER if unknown else 0.0) + (3.0 if asked.bullets or gone.bullets else 0.0),
        gone.apostrophes + gone.closings > 0 or asked.apostrophes + asked.quotations > 0,
        "" if letters else language,
    )


_STANDING = frozenset("“”„‟‘’")


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
        choices = (_what_stands if standing else _choices)(text, start, end, damage)
        yield seen(before, after, choices, joined=joined), None if standing else (line.start + start, line.start + end)


def _is_wide(letter: str) -> bool:
    """Is it a letter or mark of a script that has no blanks between words?"""
    return kind(letter) == WIDE


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


def _lacks_its_head(word: str) -> bool:
    """Does a word begin as none does?"""
    return word[:1] in _CONSONANTS and word[1:2] in _CONSONANTS and word[:2] not in _ONSETS


def _apostrophe_cost(before: str, after: str, damage: _Damage) -> float:
    """What it costs to read an apostrophe between these letters; either may be empty."""
    if before and after:
        return 0.0 if has_apostrophe(before, after, damage.language) else NEVER
    if before:
        return 2.0 if drops_its_end(before, damage.language) else NEVER
    return 1.0 if after and _MAYBE_CLIPPED.match(after) else NEVER


def _what_stands(text: str, start: int, end: int, damage: _Damage) -> dict[str, float]:
    """What a mark that came through is, in the way of the document."""
    mark = text[start]
    if mark == "“" and damage.style.closing == "“":
        return {CLOSE: 0.0}
    if mark == "”":
        return {OPEN: 0.0, CLOSE: 0.0} if damage.style.opening == "”" else {CLOSE: 0.0}
    if mark == "‘":
        return {INNER_OPEN: 0.0}
    if mark != "’":
        return {OPEN: 0.0}
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
    if before in {"n", "N"} and not after and start > 1 and text[start - 2] in "’" + text[start]:  # rock 'n' roll
        return {APOSTROPHE: 0.0}
    choices = {_KEPT: _UNKNOWN}
    if damage.language == "en":
        choices[_KEPT] = _UNKNOWN_BEFORE_CAPITAL if after[:1].isupper() else _UNKNOWN_IN_ENGLISH
    if asked:
        choices[QUESTION] = 0.0
    if not (before and after) and (not damage.proven or _lacks_its_head(after) or before in _LACK_THEIR_END):
        return choices
    apostrophe = _apostrophe_cost(before, after, damage)
    if apostrophe < NEVER and (not asked or damage.quotes or (before and after) or not before):
        choices[APOSTROPHE] = apostrophe
    if asked and not damage.quotes:
        return choices
    wide = _is_wide(text[start - 1 : start]) or _is_wide(text[end : end + 1])
    if not (before and after) or wide:
        outer, inner = damage.outer, damage.outer + (1.5 if wide else 0.5)
        choices |= {OPEN: outer, CLOSE: outer, INNER_OPEN: inner, INNER_CLOSE: inner}
        if text[start - 1 : start] == " " == text[end : end + 1] and start:
            choices[DASH] = 1.0 if damage.language not in GUILLEMETS and text[end + 1 : end + 2].islower() else 4.0
    return choices


def _edits(text: str, lines: Sequence[Line], following: Line | None, damage: _Damage) -> Iterator[Edit]:
    """What is sure of the lost marks of a block of lines; `following` is the first line after it."""
    if sum(1 for line in lines for _ in damage.marks.finditer(line.text)) > _MANY:
        return
    block: list[tuple[Seen | Break, tuple[int, int] | None]] = []  # what stands there, and where if it was lost
    for line, further in zip_longest(lines, lines[1:]):
        block += _marks(line, damage)
        if further and block:
            block.append((Break(_breaks_off(line, further), _opens(further, damage)), None))
    if not any(place for _, place in block):
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
