"""Lines that are less than a paragraph, and paragraphs that are no more than lines."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.repair.sentences import COLONS, ends_sentence
from cleaner.settle import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.lines import Line

HARD_WRAP, MISSING_BLANK = "hard wrap", "missing blank line"

# Code points: what is set wider or narrower than this was not wrapped by a machine for reading.
NARROWEST, WIDEST = 30, 132
ENOUGH = 3  # line ends inside sentences from which a width can be told
MANY = 6
WIDE_ENOUGH = 45  # a verse is seldom wider
ITEM = re.compile(
    r"(?:[•·▪‣●○◦*+\N{BULLET}\N{EN DASH}\N{EM DASH}-]|\d{1,3}[.)]|\(?[a-zA-Z0-9]{1,2}\)|[ivxlIVXL]{1,5}[.)]|\|)(?:\s|$)|\d{1,3}\s*[.)]\s"
)
WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")
COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S| \| ")
CODE = re.compile(r"[;{}]$|^(?:[$#%>]\s|//|/\*|</?\w+|[{}\[\]();]+$)|^[\w.]+\(.*\)\s*[:{;]?$")
HYPHEN = re.compile("[^\\W\\d_][-\N{HYPHEN}\N{SOFT HYPHEN}]$")
BULLETS = "•·▪‣●○◦*+"
DASHES = "-\N{EN DASH}\N{EM DASH}"
UNSURE = 3  # as many paragraphs of the mean length are added to those that were counted
# A full line with a full stop is the last of its paragraph if more of the paragraphs than this end after so many lines.
# A last line is full in 7 of 100 cases, a full stop ends a full line in 4 of 100: where a third of them end, the two
# are even.
LAST = 0.36


def _set_apart(doc: Document) -> bool:
    """Does a blank line stand between all lines? Two counts tell: no gap is odd when all of them are two on average."""
    gaps = len(doc.lines) - 1
    return gaps < 1 or (doc.text.count("\n\n") == gaps and doc.text.count("\n") == 2 * gaps)


def _adjoin(text: str, one: Line, two: Line) -> bool:
    """Does the second line follow the first with no blank line between?"""
    return two.start - one.end == 1 or (two.start - one.end < WIDEST and text.count("\n", one.end, two.start) == 1)


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines that stand together, two or more."""
    block: list[Line] = []
    for one, two in pairwise(lines):
        if _adjoin(text, one, two):
            if not block:
                block.append(one)
            block.append(two)
        elif block:
            yield block
            block = []
    if block:
        yield block


@stage
@settled
def join_wrapped_lines(doc: Document) -> Iterable[Edit]:
    r"""
    Join the lines of paragraphs that were wrapped at a width.

    Mails, old files and prints break their lines wherever the next word would not have fitted. That is the evidence: at
    nearly every line end the next line's first word would have run over the width of the widest line, and the lines
    break off inside sentences. Where the next word *would* have fitted, the line was ended on purpose, and with no
    blank lines at all that is where a paragraph ends.

    Verse, lists, tables, addresses, code and signatures end their lines on purpose, and stay. So do lines that end with
    a hyphen: whether the hyphen is a word's own is another question. Scripts without spaces are left alone.

    >>> text = "The bridge over the river was\nclosed on Monday after a week\nof rain, and nobody knows when\nit will open."
    >>> join_wrapped_lines(text)
    'The bridge over the river was closed on Monday after a week of rain, and nobody knows when it will open.'
    >>> join_wrapped_lines("Roses are red,\nviolets are blue,\nsugar is sweet.")
    'Roses are red,\nviolets are blue,\nsugar is sweet.'
    """
    text = doc.text
    if _set_apart(doc):
        return
    blocks = [_rows(text, block) for block in _blocks(text, doc.lines)]
    for width, wrapped in _wrapped(blocks):
        lengths = _Lengths(wrapped, width)
        for block in wrapped:
            yield from _joined(block, width, lengths)


class _Row(NamedTuple):
    """A line, with the space before it."""

    start: int
    end: int
    text: str
    indent: int

    def ended_before(self, following: _Row, width: int) -> bool:
        """Was the line ended on purpose? The first word of the next would have fitted."""
        word = following.text.find(" ")
        return self.indent + len(self.text) + 1 + (word if word >= 0 else len(following.text)) <= width

    def breaks_off(self, following: _Row) -> bool:
        """Does the line end inside a sentence that the next line goes on with? Nobody ends a paragraph there."""
        first = following.text[0]
        return (
            first.isalpha() and not first.isupper() and not ends_sentence(self.text) and not ITEM.match(following.text)
        )


def _rows(text: str, block: Sequence[Line]) -> list[_Row]:
    rows = []
    for line in block:
        begin = text.rfind("\n", max(0, line.start - WIDEST), line.start) + 1
        rows.append(_Row(*line, line.start - begin if begin or line.start < WIDEST else 0))
    return rows


def _wrapped(blocks: Sequence[list[_Row]]) -> Iterator[tuple[int, list[list[_Row]]]]:
    """
    The blocks that were wrapped, with their width.

    The whole text is tried first, for it has the most line ends to tell by; else every block for itself.
    """
    prose = [block for block in blocks if _may_be_prose(block)]
    if not prose:
        return
    if width := _width(prose):
        yield width, prose
        return
    for block in prose:
        if width := _width([block]):
            yield width, [block]


def _may_be_prose(block: Sequence[_Row]) -> bool:
    odd = 0
    for line in block:
        if len(line.text) > WIDEST and " " in line.text and not WIDE.search(line.text[:WIDEST]):
            return False  # a paragraph on one line
        odd += bool(CODE.search(line.text) or COLUMNS.search(line.text)) or line.text[0] == "|"
    return odd * 4 <= len(block) and not WIDE.search("".join(line.text[:8] for line in block))


def _width(blocks: Sequence[Sequence[_Row]]) -> int:
    """The width the blocks were wrapped at, 0 when they were not."""
    # An address that fits nowhere may stand out by itself.
    width = max((row.indent + len(row.text) for block in blocks for row in block if " " in row.text), default=0)
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = inside = inside_full = unfinished = ends = 0
    for block in blocks:
        for one, two in pairwise(block):
            is_full = not one.ended_before(two, width)
            is_inside = one.breaks_off(two)
            ends += 1
            full += is_full
            inside += is_inside
            inside_full += is_inside and is_full
            unfinished += not ends_sentence(one.text) and one.text[-1] not in COLONS
    if full == ends and inside_full and width >= WIDE_ENOUGH:  # no line was ended on purpose
        last = blocks[-1][-1].text
        return width if unfinished > 1 or (ends == 1 and ends_sentence(last)) else 0
    if inside_full < ENOUGH or inside_full * 20 < inside * 17:
        return 0
    if ends > MANY and full * 100 >= ends * 97:  # hardly a line was ended on purpose: no verse, no list
        return width if inside_full * 10 >= full else 0
    return width if inside_full * 5 >= full and full * 5 >= ends else 0


class _Lengths:
    """How many lines the paragraphs of the text have, as far as their ends are plain."""

    def __init__(self, blocks: Sequence[Sequence[_Row]], width: int) -> None:
        self.counts: Counter[int] = Counter()
        for block in blocks:
            count = 1
            for one, two in pairwise(block):
                if one.ended_before(two, width):
                    self.counts[count] += 1
                    count = 0
                count += 1
            self.counts[count] += 1
        self.mean = sum(length * times for length, times in self.counts.items()) / self.counts.total()

    def ends_at(self, count: int) -> float:
        """The share of the paragraphs with so many lines or more that have no more."""
        longer = sum(times for length, times in self.counts.items() if length >= count)
        return (self.counts[count] + UNSURE / self.mean) / (longer + UNSURE)


def _joined(block: Sequence[_Row], width: int, lengths: _Lengths) -> Iterator[Edit]:
    usual = Counter(row.indent for row in block).most_common(1)[0][0]
    alone = not any(one.ended_before(two, width) for one, two in pairwise(block))  # one paragraph, with blank lines
    items = sum(ITEM.match(row.text) is not None for row in block) > 1
    count = 0
    for one, two in pairwise(block):
        count += 1
        finished = ends_sentence(one.text) or one.text[-1] in COLONS
        item = ITEM.match(two.text) and (finished or two.text[0] in BULLETS or (items and two.text[0] not in DASHES))
        if (
            one.ended_before(two, width)
            or HYPHEN.search(one.text)
            or item
            or two.indent > usual >= one.indent  # a first line set in
            or (not alone and finished and not two.text[0].islower() and lengths.ends_at(count) > LAST)
        ):
            count = 0
            continue
        yield Edit(one.end, two.start, " ", HARD_WRAP)


# ---- one blank line between paragraphs

LONG = 60  # a line of this length with a full stop is prose
PARAGRAPH = 140  # so long is no line of a verse, a list or a wrapped text


@stage
@settled
def separate_paragraphs(doc: Document) -> Iterable[Edit]:
    r"""
    Set paragraphs apart by a blank line.

    Dumps write one paragraph a line and no blank line between. A line is taken for a paragraph when it is long and its
    sentence ends, or longer than any verse or list has; short lines (a heading, a "No," he said.) are when they stand
    beside such a one. Where lines are short and end without a full stop on both sides, the line break is the writer's:
    verse, addresses, lists and tables keep their lines together.

    >>> one, two = (
    ...     "The bridge over the Isar was closed on Monday, after a week of rain.",
    ...     "Nobody knows when it will be opened again to cars and trams.",
    ... )
    >>> separate_paragraphs(f"{one}\n{two}") == f"{one}\n\n{two}"
    True
    >>> separate_paragraphs("Roses are red,\nviolets are blue.")
    'Roses are red,\nviolets are blue.'
    """
    text = doc.text
    if _set_apart(doc):
        return
    for block in _blocks(text, doc.lines):
        if not _is_paragraphs(block):
            continue
        for one, two in pairwise(block):
            if not _belong_together(one, two):
                yield Edit(one.end, two.start, "\n\n", MISSING_BLANK)


def _size(text: str) -> int:
    """Length as it is read: a sign of the wide scripts says as much as two letters."""
    return len(text) + (len(WIDE.findall(text)) if not text.isascii() and len(text) < 4 * PARAGRAPH else 0)


def _is_prose(line: Line) -> bool:
    size = _size(line.text)
    return size >= PARAGRAPH or (size >= LONG and (ends_sentence(line.text) or line.text[-1] in COLONS))


def _is_paragraphs(block: Sequence[Line]) -> bool:
    """Are these lines paragraphs, and not the lines of one?"""
    long = [line for line in block if _size(line.text) >= LONG]
    if not long or (any(CODE.search(line.text) for line in block) and sum(map(_is_prose, block)) * 2 < len(block)):
        return False
    prose = sum(map(_is_prose, long))
    return prose * 10 >= len(long) * 7


def _belong_together(one: Line, two: Line) -> bool:
    first, second = _is_prose(one), _is_prose(two)
    items = bool(ITEM.match(one.text)), bool(ITEM.match(two.text))
    if all(items) or (items[1] and one.text[-1] in COLONS):
        return True
    return not first and not second and not (ends_sentence(one.text) and ends_sentence(two.text) and not any(items))
