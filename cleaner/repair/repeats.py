"""
Words that the file has twice.

A crawl dump may hold a whole second copy of an article: every paragraph once, in whatever order the crawler met it, and the
article once more in one or a few long lines with nothing between its paragraphs. Either copy alone is broken, the first has
no order and the second no paragraphs; together they tell both. So the long lines are kept, where they stand, and broken
where the short ones say that a paragraph begins; the short ones go.

Words used here: a *host* is a long line that is made of other lines, a *guest* a line that stands inside a host, a *tile* the
place where it stands.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.facts.bylines import read_sign_off
from cleaner.repair.order import reading_order
from cleaner.repair.sentences import CAPITAL, FINAL, SMALL, ends_sentence
from cleaner.settle import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.lines import Line

QUOTES = "\"'’”»“"
CLOSING, OPENING = "\"'”’»)\\]", "\"'“‘«„(\\["
HEADING = 80  # code points of a heading that is glued to its paragraph
KEY = 24  # code points by which a line is recognised before the whole of it is compared
VERY_LONG = 150  # a line of this length is not repeated on purpose
LONG = 60  # a line of this length that comes again is no refrain, no heading and no table row
KNOWN = 40  # a line of this length is worth looking for elsewhere
DOUBLED = 12  # a line of this length that stands twice in a row, and not three times, was doubled
# A sentence's end with the next one right after it, as only gluing makes it. Opens with a literal, which is what makes the
# look cheap: one for each mark, and the mark's own test before it.
GLUED = {
    mark: re.compile(
        re.escape(mark) + rf"(?<=[{SMALL}][{SMALL}]{re.escape(mark)})[{CLOSING}]{{0,3}}[{OPENING}]?[{CAPITAL}]"
    )
    for mark in ".!?"
} | {"。": re.compile(r"。[^\s」』）”’)]")}
# The same inside what stands between two tiles, and a heading without a full stop glued to its paragraph.
JOINT = re.compile(rf"[{SMALL}\d%)][.!?…:]?[{CLOSING}]{{0,3}}(?=[{OPENING}]?[{CAPITAL}][{SMALL}]*[ ,])")
SAMPLE = 8  # lines looked up to see whether a second copy may be there: a fixed number, so that the look is linear
WORDS = 6  # fewer of them in a row may be chance


class Tile(NamedTuple):
    """`[start:end]` of the text, inside a host, where a paragraph of its own stands."""

    start: int
    end: int


@stage
@settled
def drop_repeats(doc: Document) -> Iterable[Edit]:
    r"""
    Leave every paragraph once, in the order of the copy that still has one.

    A paragraph that comes again word for word goes, the first one stays. Where a line is the rest of the article run
    together, that line gives the order and the others say where its paragraphs begin.

    Nothing that stands only once is lost: what no other line has stays where it is. Short lines (headings, refrains, table
    rows, "Amen.") may come as often as they like, and so may the lines of a text that is mostly short lines.

    >>> one, two = (
    ...     "The bridge was closed on Monday after the flood.",
    ...     "Nobody knows when it will be opened again to cars.",
    ... )
    >>> three = "The town hall would not comment on the repairs."
    >>> print(drop_repeats(f"{three}\n{one}\n{two}\n{one}{two}{three}"))
    <BLANKLINE>
    <BLANKLINE>
    <BLANKLINE>
    The bridge was closed on Monday after the flood.
    <BLANKLINE>
    Nobody knows when it will be opened again to cars.
    <BLANKLINE>
    The town hall would not comment on the repairs.
    """
    lines = doc.lines
    if len(lines) < 2:
        return
    if _may_hold_copies(doc.text, lines):
        hosts = _hosts(doc.text, lines)
        if hosts:
            yield from _put_in_order(doc, hosts)
            return
    yield from _repeated(doc.text, lines)


# ---- a paragraph that comes again


def _repeated(text: str, lines: Sequence[Line]) -> Iterator[Edit]:
    if len({line.text[:DOUBLED] for line in lines}) == len(lines):  # no two begin alike
        return
    met: dict[str, list[Line]] = {}
    repeats: set[int] = set()
    doubled: set[int] = set()
    for n, line in enumerate(lines):
        if n and line.text[:DOUBLED] == lines[n - 1].text[:DOUBLED] and _is_doubled(lines, n):
            doubled.add(n)
        elif len(line.text) >= LONG:
            same_start = met.setdefault(line.text[:KEY], [])
            if any(_same(other.text, line.text) for other in same_start[:SAMPLE]):
                repeats.add(n)
            else:
                same_start.append(line)
    # One paragraph that comes again may be meant to; a long one, or several in a row, are a second copy.
    again = {n for n in repeats if len(lines[n].text) >= VERY_LONG or n - 1 in repeats or n + 1 in repeats}
    verse = bool(doubled) and _is_verse(lines)
    for n in sorted(again | doubled):
        if (n in again or len(lines[n].text) >= LONG or not verse) and _is_whole(text, lines, n):
            yield Edit(lines[n].start, lines[n].end, "", "repeated paragraph")


def _is_whole(text: str, lines: Sequence[Line], n: int) -> bool:
    """Is this line a paragraph, and no piece of one that is wrapped? Two notices may share a line of their wraps."""
    line = lines[n]
    begins = n == 0 or _apart(text, lines[n - 1], line) or ends_sentence(lines[n - 1].text)
    ends = n + 1 == len(lines) or _apart(text, line, lines[n + 1]) or ends_sentence(line.text)
    return begins and ends


def _apart(text: str, one: Line, two: Line) -> bool:
    return text.count("\n", one.end, two.start) > 1


def _is_doubled(lines: Sequence[Line], n: int) -> bool:
    """Is this line the one above once more? What stands three times in a row is a refrain, or a row of a table."""
    text = lines[n].text
    if not _same(lines[n - 1].text, text):
        return False
    if len(text) >= LONG:
        return True
    alone = all(not _same(lines[i].text, text) for i in (n - 2, n + 1) if 0 <= i < len(lines))
    return len(text) >= DOUBLED and " " in text and alone


def _same(one: str, other: str) -> bool:
    """The same words, whatever happened to the marks between them."""
    if one == other:
        return True
    return abs(len(one) - len(other)) <= 8 and _words(one) == _words(other)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _is_verse(lines: Sequence[Line]) -> bool:
    """A text that is mostly short lines repeats itself on purpose."""
    return sum(len(line.text) >= LONG for line in lines) * 2 < len(lines)


# ---- a second copy, run together


def _may_hold_copies(text: str, lines: Sequence[Line]) -> bool:
    """Is a sentence glued to another somewhere, and does one of a few lines begin in a second place as well?"""
    if not _is_glued(text):
        return False
    long = [line for line in lines if len(line.text) >= KNOWN]
    step = max(1, len(long) // SAMPLE)
    for line in long[::step][: SAMPLE + 1]:
        key = line.text[:KNOWN]
        first = text.find(key)
        if first != line.start or text.find(key, first + 1) >= 0:
            return True
    return False


def _is_glued(text: str) -> bool:
    return any(mark in text and glued.search(text) for mark, glued in GLUED.items())


def _hosts(text: str, lines: Sequence[Line]) -> dict[Line, list[Tile]]:
    """The lines that are made of other lines, each with the places where those stand."""
    by_key: dict[str, list[str]] = {}
    for guest in {guest for line in lines for guest in (line.text, _core(line.text))}:
        if len(guest) >= KEY:
            by_key.setdefault(guest[:KEY], []).append(guest)
    shortest = min((len(guest) for guests in by_key.values() for guest in guests), default=0)
    for guests in by_key.values():
        guests.sort(key=lambda guest: (-len(guest), guest))
        del guests[2 * SAMPLE :]
    tiled = {
        line: _tiles(text, line, by_key) for line in lines if len(line.text) > 2 * shortest and _is_glued(line.text)
    }
    if not any(_is_run_together(text, line, tiles) for line, tiles in tiled.items()):
        return {}
    # Beside one that is plainly such a line, a line with a single guest glued to the rest is one as well.
    return {line: tiles for line, tiles in tiled.items() if _glued_edges(text, line, tiles)}


def _core(text: str) -> str:
    """A line without what one copy may have at its end and the other not: a quotation mark, the agency."""
    if closing := read_sign_off(text):
        text = text[: closing.start].rstrip()
    return text.rstrip(QUOTES)


def _tiles(text: str, host: Line, by_key: dict[str, list[str]]) -> list[Tile]:
    """Where other lines stand inside this one, from left to right and never one over another."""
    tiles = []
    own = host.text, _core(host.text)
    at = host.start
    while at <= host.end - KEY:
        for guest in by_key.get(text[at : at + KEY], ()):
            if guest not in own and text.startswith(guest, at) and at + len(guest) <= host.end:
                tiles.append(Tile(at, at + len(guest)))
                at += len(guest)
                break
        else:
            at += 1
    return tiles


def _is_run_together(text: str, line: Line, tiles: Sequence[Tile]) -> bool:
    """
    Is this line made of others? They make up half of it at least, and somewhere two meet with nothing between.

    A summary that repeats the first sentences of its sections has a space at every joint, and is the writer's.
    """
    return (
        len(tiles) > 1
        and 2 * sum(tile.end - tile.start for tile in tiles) >= len(line.text)
        and _glued_edges(text, line, tiles)
    )


def _glued_edges(text: str, line: Line, tiles: Sequence[Tile]) -> bool:
    """Does one of the tiles meet what stands before or after it with nothing between?"""
    for tile in tiles:
        if tile.start > line.start and not text[tile.start - 1].isspace():
            return True
        after = tile.end
        while after < line.end and text[after] in QUOTES:
            after += 1
        if after < line.end and not text[after].isspace():
            return True
    return False


def _put_in_order(doc: Document, hosts: dict[Line, list[Tile]]) -> Iterator[Edit]:
    text = doc.text
    short = {line.text for line in doc.lines if len(line.text) < KEY}
    tiled = {_core(text[tile.start : tile.end]) for tiles in hosts.values() for tile in tiles}
    # A host inside another host is a guest: its own tiles say nothing that the larger one's do not. And the same
    # run-together line twice: one is enough.
    kept: dict[str, Line] = {}
    for host in hosts:
        if _core(host.text) not in tiled:
            kept.setdefault(_core(host.text), host)
    parts = {host: _parts(text, host, hosts[host], short) for host in kept.values()}
    told = _Told.of(parts)
    known = {_core(text[part.start : part.end]) for each in parts.values() for part in each} | tiled | set(kept)
    for line in doc.lines:
        if line not in parts and (_core(line.text) in known or told.has(line)):
            yield Edit(line.start, line.end, "", "repeated paragraph")
    yield from _arranged(doc, parts)


def _arranged(doc: Document, hosts: dict[Line, list[Tile]]) -> Iterator[Edit]:
    """The hosts in their reading order, broken into paragraphs. The longest stays where it is, others move to it."""
    text = doc.text
    lying = list(hosts)
    pieces = [[text[part.start : part.end] for part in parts] for parts in hosts.values()]
    order = reading_order(pieces, _title(doc))
    stay = max(lying, key=lambda host: len(host.text))
    if list(order) == sorted(order):
        for parts in hosts.values():
            for left, right in pairwise(parts):
                yield Edit(left.end, right.start, "\n\n", "lost paragraph break")
        return
    after = False
    for host in (lying[place] for place in order):
        if host is stay:
            after = True
            for left, right in pairwise(hosts[host]):
                yield Edit(left.end, right.start, "\n\n", "lost paragraph break")
            continue
        yield Edit(host.start, host.end, "", "paragraph out of order")
        place = stay.end if after else stay.start
        for part in hosts[host]:
            if after:
                yield Edit(place, place, "\n\n", "lost paragraph break")
            yield Edit(place, place, text[part.start : part.end], "paragraph out of order", part.start)
            if not after:
                yield Edit(place, place, "\n\n", "lost paragraph break")


def _title(doc: Document) -> str:
    """The title, as far as it has been taken off this document."""
    return " ".join(taken.text for taken in doc.taken if taken.role == "title")


def _parts(text: str, host: Line, tiles: Sequence[Tile], short: set[str]) -> list[Tile]:
    """A host as paragraphs: its tiles, and what stands between them."""
    parts: list[Tile] = []
    at = host.start
    for tile in [*tiles, Tile(host.end, host.end)]:
        while at < tile.start and text[at].isspace():
            at += 1
        end = at + len(text[at : tile.start].rstrip())
        if at < end:
            if parts and not any(map(str.isalnum, text[at:end])):  # a mark that the other copy has lost
                parts[-1] = Tile(parts[-1].start, end)
            else:
                parts += _gap(text, at, end, short)
        if tile.end > tile.start:
            parts.append(tile)
        at = tile.end
    return parts


def _gap(text: str, start: int, end: int, short: set[str]) -> Iterator[Tile]:
    """
    The paragraphs of a stretch that no longer line has, broken where something is glued.

    A small letter before a capital one is the end of a heading only where a heading's length stands before it, and where
    the word that they make is none that the text has elsewhere ("YouTube").
    """
    if covered := _cover(text, start, end, short):
        yield from covered
        return
    for joint in JOINT.finditer(text, start, end):
        at = joint.end()
        head = text[start:at]
        if (
            head.strip() in short
            or joint[0].rstrip(QUOTES)[-1] in FINAL
            or (len(head) <= HEADING and _is_new(text, at))
        ):
            yield Tile(start, at)
            start = at
    yield Tile(start, end)


def _cover(text: str, start: int, end: int, short: set[str]) -> list[Tile]:
    """`[start:end]` as short lines one after the other, the longest first; nothing when that leaves a rest."""
    tiles: list[Tile] = []
    at = start
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        size = next((size for size in range(min(KEY - 1, end - at), 0, -1) if text[at : at + size] in short), 0)
        if not size:
            return []
        tiles.append(Tile(at, at + size))
        at += size
    return tiles


def _is_new(text: str, at: int) -> bool:
    """Does the word around this place stand nowhere else?"""
    left = re.search(r"\w*$", text[max(0, at - KEY) : at])
    right = re.match(r"\w*", text[at : at + KEY])
    word = (left[0] if left else "") + (right[0] if right else "")
    return text.find(word) == text.rfind(word)


class _Told(NamedTuple):
    """What the hosts say, as words without the marks between them."""

    words: str
    runs: frozenset[str]  # every few words in a row, so that only a line that begins like them is searched for

    @classmethod
    def of(cls, hosts: Iterable[Line]) -> _Told:
        words = [word for host in hosts for word in ("\n", *_words(host.text))]
        return cls(f" {' '.join(words)} ", frozenset(" ".join(words[n : n + WORDS]) for n in range(len(words))))

    def has(self, line: Line) -> bool:
        """Do the hosts have this line's words in a row, with other marks between them?"""
        words = _words(line.text)
        if len(line.text) < KNOWN or len(words) < WORDS:
            return False
        return " ".join(words[:WORDS]) in self.runs and f" {' '.join(words)} " in self.words
