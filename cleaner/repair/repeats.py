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
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.facts.bylines import read_sign_off
from cleaner.repair.order import reading_order
from cleaner.repair.sentences import CAPITAL, CLOSERS, FINAL, SMALL, ends_sentence
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
DOUBLED = 12  # a line of this length has words enough to tell whether it was doubled
ECHO = 75  # a sentence of this length is not said again to close with
SENTENCE = 3  # spaces in a sentence that is more than a call or a response
SPEECH = 6  # spaces in what two people do not say in the same words
RARE = 20  # one doubled line among more than these is not what the whole document suffers from
ROUND = 12  # lines that a song may sing twice each
SPOKEN = "\"'“‘„«»‚‹「『-–—*•·>"  # somebody speaks, or an item of a list begins: two may say the same
CALLED = "!?,;！？，、،؛؟"  # shouted, asked, or not at its end
ASKING = "?:？：؟;"  # what the next line answers
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
    met: dict[str, list[int]] = {}
    repeats: dict[int, int] = {}  # a line that comes again: the one it was first
    pairs: list[int] = []
    for n, line in enumerate(lines):
        if n and line.text[:DOUBLED] == lines[n - 1].text[:DOUBLED] and _is_twice(lines[n - 1].text, line.text):
            pairs.append(n)
        elif len(line.text) >= LONG:
            same_start = met.setdefault(line.text[:KEY], [])
            first = next((at for at in same_start[:SAMPLE] if _same(lines[at].text, line.text)), None)
            if first is None:
                same_start.append(n)
            else:
                repeats[n] = first
    # One paragraph that comes again may be meant to; a long one, or several in a row, are a second copy.
    again = {n for n in repeats if len(lines[n].text) >= VERY_LONG or n - 1 in repeats or n + 1 in repeats}
    last = len(lines) - 1
    if last in repeats and _is_trailing(lines, repeats[last]):
        again.add(last)
    every = _is_every_line_twice(lines, pairs)
    if every:
        again.update(pairs)
    elif pairs:
        again |= _doubled(text, lines, pairs)
    for n in sorted(again):
        if every or _is_whole(text, lines, n):
            yield Edit(lines[n].start, lines[n].end, "", "repeated paragraph")


def _is_whole(text: str, lines: Sequence[Line], n: int) -> bool:
    """Is this line a paragraph, and no piece of one that is wrapped? Two notices may share a line of their wraps."""
    line = lines[n]
    begins = n == 0 or _apart(text, lines[n - 1], line) or ends_sentence(lines[n - 1].text)
    ends = n + 1 == len(lines) or _apart(text, line, lines[n + 1]) or ends_sentence(line.text)
    return begins and ends


def _apart(text: str, one: Line, two: Line) -> bool:
    return text.count("\n", one.end, two.start) > 1


def _same(one: str, other: str) -> bool:
    """The same words, whatever happened to the marks between them."""
    if one == other:
        return True
    return abs(len(one) - len(other)) <= 8 and _words(one) == _words(other) != []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _is_verse(lines: Sequence[Line]) -> bool:
    """A text that is mostly short lines repeats itself on purpose."""
    return sum(len(line.text) >= LONG for line in lines) * 2 < len(lines)


def _is_prose(line: Line) -> bool:
    return len(line.text) >= LONG and ends_sentence(line.text)


def _is_trailing(lines: Sequence[Line], first: int) -> bool:
    """
    Does a sentence of running prose stand once more under the end of it?

    A story may close with the sentence that it opened with, the last answer of a list of questions may be that of another
    one, and a response is heard more than twice. So the first of the two stands between paragraphs, and not on top.
    """
    sentence = lines[-1].text
    return (
        len(sentence) >= ECHO
        and ends_sentence(sentence)
        and 0 < first < len(lines) - 2
        and _is_prose(lines[first - 1])
        and _is_prose(lines[first + 1])
        and lines[-2].text[-1] not in ASKING
        and sum(line.text == sentence for line in lines) <= 2
        and not _is_verse(lines)
    )


# ---- a paragraph twice in a row


def _is_twice(one: str, other: str) -> bool:
    """Is a line the one above once more? Of a short one the last mark counts too: a question is not its answer."""
    return _same(one, other) and (len(other) >= LONG or one[-1] == other[-1])


def _doubled(text: str, lines: Sequence[Line], pairs: Sequence[int]) -> set[int]:
    """
    The lines out of `pairs`, each the one above once more, that nobody wrote twice.

    A long one was not meant. A short one may be: a refrain, a response, a chant, two people who say the same, two cells of
    a table. What tells is the document: whether it has prose, whether a blank line stands on all sides, whether more was
    doubled in it, and whether anything stands there three times.
    """
    often = Counter(line.text for line in lines)
    several = {n for n in pairs if often[lines[n].text] > 2}
    long = {n for n in pairs if len(lines[n].text) >= LONG and not _is_litany(text, lines, n)}
    short = {n for n in pairs if len(lines[n].text) < LONG} - several
    if not short:
        return long
    verse = _is_verse(lines)
    paragraphs = sum(_apart(text, one, two) for one, two in pairwise(lines)) * 2 > len(lines)
    prose = 2 * sum(len(line.text) for line in lines if len(line.text) >= LONG) > sum(len(line.text) for line in lines)
    witnesses = {lines[n].text for n in long | short if _has_words(lines[n].text)}
    damaged = (
        len(pairs) > 1
        and len(pairs) * RARE >= len(lines)
        and (bool(long) or len(witnesses) > 1)
        and not any(len(lines[n].text) < LONG for n in several)
    )
    for n in short if prose else ():
        line = lines[n].text
        alone = all(_apart(text, lines[i], lines[i + 1]) for i in range(max(0, n - 2), min(n + 1, len(lines) - 1)))
        if (paragraphs or verse) and not alone:  # a line of a stanza, of an address, of a table
            continue
        if not any(map(str.isalpha, line)) and any(map(str.isdigit, line)):  # cells
            continue
        spoken = line[0] in SPOKEN and line[-1] in CLOSERS + FINAL and line.count(" ") < SPEECH
        if (damaged and len(witnesses) - (line in witnesses) > spoken) or _is_stray(lines, n):
            long.add(n)
    return long


def _has_words(text: str) -> bool:
    return len(text) >= DOUBLED and (" " in text or not text.isascii())


def _is_litany(text: str, lines: Sequence[Line], n: int) -> bool:
    """A line of some length that a prayer, a blues or a list of rules says twice, before or after one that begins like it."""
    line = lines[n].text
    if len(line) >= VERY_LONG:
        return False
    around = [lines[i].text for i in (n - 2, n + 1) if 0 <= i < len(lines) and lines[i].text != line]
    whole = ends_sentence(line)
    if any(other[:KEY] == line[:KEY] and len(other) < VERY_LONG and ends_sentence(other) == whole for other in around):
        return True
    return not whole and not _apart(text, lines[n - 1], lines[n]) and _is_verse(lines)


def _is_stray(lines: Sequence[Line], n: int) -> bool:
    """Is one short line doubled where nothing else is: a heading, or a plain sentence, next to prose?"""
    line = lines[n].text
    above, below = lines[n - 2] if n > 1 else None, lines[n + 1] if n + 1 < len(lines) else None
    if (line[0] in SPOKEN and line.count(" ") < SPEECH) or line[-1] in CALLED or "|" in line or "\t" in line:
        return False
    beside = any(other is not None and _is_prose(other) for other in (above, below))
    whole = ends_sentence(line)
    if not beside and (whole or (above and below)):
        return False
    if whole:
        return line.count(" ") >= SENTENCE or (" " not in line and len(line) >= DOUBLED and not line.isascii())
    if above is None or below is None:
        return " " in line or not line.isascii()
    return _has_words(line) or (" " in line and _is_prose(above) and _is_prose(below))


def _is_every_line_twice(lines: Sequence[Line], pairs: Sequence[int]) -> bool:
    """A whole file of doubled lines, and longer than a round that is sung so."""
    return (
        len(pairs) >= ROUND
        and len(pairs) * 2 == len(lines)
        and all(n == 2 * k + 1 for k, n in enumerate(pairs))
        and sum(_has_words(lines[n].text) for n in pairs) * 2 > len(pairs)
    )


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
