"""
What a stage says, and what becomes of it.

A stage never touches a text. It *proposes* edits; :func:`arrange` settles which of them stand, and :func:`splice` carries
them out. The :class:`Ledger` keeps what was carried out, layer by layer, each in the coordinates of the text that its stage
saw, and everything one may want to know later (where a span came from, the whole change as one list, the original again) is
read off it on demand. Nothing is composed until somebody asks, so keeping the ledger costs a tuple a stage.

All offsets are code points.
"""

from __future__ import annotations

import warnings
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from sys import maxsize
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MADE = -1  # the origin of an edit whose text was made, not moved


class OverlapWarning(UserWarning):
    """Two edits of one stage want the same characters: the earlier and then the longer stands. An error under test."""


class Edit(NamedTuple):
    """
    Put `text` in place of ``[start:end]``, because of `rule`.

    `start` and `end` are code points of the text that the stage saw. When the words of `text` were moved and not made,
    `origin` is where they stood in that text, so that a paragraph put back in its place can still be traced.
    """

    start: int
    end: int
    text: str = ""
    rule: str = ""
    origin: int = MADE


class Hunk(NamedTuple):
    """
    One change against the original text: `text` stands where ``original[start:end]`` stood, because `stage` has `rule`.

    `origin` is where moved words stood in the original; :data:`MADE` when they were made, or put together from places that
    do not adjoin.
    """

    start: int
    end: int
    text: str
    stage: str
    rule: str
    origin: int = MADE


def arrange(edits: Iterable[Edit], text: str) -> tuple[Edit, ...]:
    """
    Put edits in order, and leave out those that change nothing or come too late.

    Insertions at one place stand in the order in which they were proposed. Where two edits want the same characters the
    earlier and then the longer wins, with an :class:`OverlapWarning`.

    >>> arrange([Edit(4, 5, "!"), Edit(0, 1, "J")], "hello")
    (Edit(start=0, end=1, text='J', rule='', origin=-1), Edit(start=4, end=5, text='!', rule='', origin=-1))
    >>> arrange([Edit(0, 1, "h")], "hello")
    ()
    """
    proposed = list(edits)
    if not proposed:
        return ()
    kept: list[Edit] = []
    reached = 0
    for edit in proposed:  # mostly they come in order and apart, and need no sorting
        start, end, new = edit[:3]
        if not reached <= start < end <= len(text):
            return _sorted(proposed, text)
        if text[start:end] != new:
            kept.append(edit)
        reached = end
    return tuple(kept)


def _sorted(proposed: list[Edit], text: str) -> tuple[Edit, ...]:
    """The same for edits that come as they will."""
    proposed.sort(key=_position)
    kept: list[Edit] = []
    reached = 0
    for edit in proposed:
        start, end, new = edit[:3]
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"edit {edit!r} lies outside the text, which has {len(text)} characters")
        if start < reached:
            warnings.warn(f"{edit!r} overlaps {kept[-1]!r} and is left out", OverlapWarning, stacklevel=4)
            continue
        if text[start:end] != new:
            kept.append(edit)
            reached = end
    return tuple(kept)


def _position(edit: Edit) -> tuple[int, bool, int]:
    """Sort by place; at one place insertions first (their order kept, sorting is stable), then the longest."""
    return edit.start, edit.end > edit.start, -edit.end


def splice(text: str, edits: Iterable[Edit | Hunk]) -> str:
    """Carry out edits that are in order and do not overlap."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts.append(text[done : edit.start])
        parts.append(edit.text)
        done = edit.end
    parts.append(text[done:])
    return "".join(parts)


@dataclass(frozen=True)
class Layer:
    """What one stage did: its name, and its edits in the coordinates of the text that it saw."""

    stage: str
    edits: tuple[Edit, ...]

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Where each edit's text begins in the result, and how far what follows it has shifted."""
        shifts = list(accumulate(len(e.text) - (e.end - e.start) for e in self.edits))
        begins = [e.start + shift for e, shift in zip(self.edits, [0, *shifts], strict=False)]
        return begins, shifts

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text before this stage that ``[start:end]`` of the text after it came from."""
        begins, shifts = self._places
        first = bisect_right(begins, start) - 1
        if first < 0 and (not begins or end <= begins[0]):
            return start, end
        if first >= 0:
            edit, begin = self.edits[first], begins[first]
            if start < begin + len(edit.text):
                if end <= begin + len(edit.text):  # wholly inside one edit's text
                    if edit.origin != MADE:
                        return edit.origin + start - begin, edit.origin + end - begin
                    return edit.start, edit.end
                left = edit.start
            else:
                left = start - shifts[first]
        else:
            left = start
        last = bisect_right(begins, max(start, end - 1)) - 1
        if last < 0:
            return left, max(left, end)
        edit, begin = self.edits[last], begins[last]
        right = edit.end if end <= begin + len(edit.text) else end - shifts[last]
        return left, max(left, right)


@dataclass(frozen=True)
class Ledger:
    """
    Everything that was done to a text, in order.

    >>> ledger = Ledger().add("fix_dashes", (Edit(5, 7, " — ", "dropped dash"),))
    >>> ledger.replay("under  way")
    'under — way'
    >>> ledger.origin(8, 11)
    (7, 10)
    >>> ledger.hunks()
    [Hunk(start=5, end=7, text=' — ', stage='fix_dashes', rule='dropped dash', origin=-1)]
    """

    layers: tuple[Layer, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.layers)

    def add(self, stage: str, edits: tuple[Edit, ...]) -> Ledger:
        """This ledger with one layer more; itself when there is nothing to add."""
        return Ledger((*self.layers, Layer(stage, edits))) if edits else self

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """
        The span of the original that ``[start:end]`` of the result came from.

        Moved words are followed to where they stood. A span over several pieces gives the stretch from the place of its
        first character to the place of its last. Raises ValueError for a span that ends before it begins.
        """
        if not 0 <= start <= end:
            raise ValueError(f"[{start}:{end}] is no span; offsets are code points of the result")
        for layer in reversed(self.layers):
            start, end = layer.origin(start, end)
        return start, end

    def steps(self, original: str) -> Iterator[tuple[Layer, str]]:
        """Each layer with the text that its stage saw."""
        text = original
        for layer in self.layers:
            yield layer, text
            text = splice(text, layer.edits)

    def replay(self, original: str) -> str:
        """The result, made again from the original."""
        for layer in self.layers:
            original = splice(original, layer.edits)
        return original

    def hunks(self) -> list[Hunk]:
        """
        The whole change as one sorted list against the original; ``splice(original, hunks)`` is the result.

        Each hunk bears the stage and the rule that had the last word on it.
        """
        pieces = [_Piece(0, maxsize)]
        for layer in self.layers:
            pieces = _overlay(pieces, layer)
        return list(_hunks(pieces))

    def runs(self, result: str) -> Iterator[tuple[int, int, int]]:
        """
        Where the result still is the original: (start in the result, start in the original, length), in order.

        Moved words count; what an edit wrote itself does not.

        >>> ledger = Ledger().add("fix_dashes", (Edit(5, 7, " — ", "dropped dash"),))
        >>> list(ledger.runs("under — way"))
        [(0, 0, 5), (8, 7, 3)]
        """
        at = before = 0  # in the result; in the original
        for hunk in self.hunks():
            if kept := hunk.start - before:
                yield at, before, kept
            at += kept
            if hunk.origin != MADE:
                yield at, hunk.origin, len(hunk.text)
            at += len(hunk.text)
            before = hunk.end
        if at < len(result):
            yield at, before, len(result) - at

    def removed(self, original: str) -> list[str]:
        """What each hunk took out, in order: with it and the result alone, :meth:`undo` gives the original back."""
        return [original[hunk.start : hunk.end] for hunk in self.hunks()]

    def undo(self, result: str, removed: Sequence[str]) -> str:
        """
        The original again, from the result and the texts that were taken out of it (:meth:`removed`).

        >>> ledger = Ledger().add("fix_dashes", (Edit(5, 7, " — ", "dropped dash"),))
        >>> ledger.undo("under — way", ["  "])
        'under  way'
        """
        parts: list[str] = []
        at = before = 0
        for hunk, was in zip(self.hunks(), removed, strict=True):
            kept = hunk.start - before
            parts += result[at : at + kept], was
            at += kept + len(hunk.text)
            before = hunk.end
        parts.append(result[at:])
        return "".join(parts)

    def tally(self) -> Counter[str]:
        """How often each rule fired."""
        return Counter(edit.rule for layer in self.layers for edit in layer.edits)


class _Piece(NamedTuple):
    """
    A stretch of a text on its way from the original.

    The spans ``[start:end]`` of a text's pieces tile the original. `text` is what stands there now: None when that is the
    original's own, empty when it was taken out. `cause` is the stage and the edit that had the last word.
    """

    start: int
    end: int
    text: str | None = None
    origin: int = MADE
    cause: tuple[str, Edit] | None = None

    @property
    def width(self) -> int:
        return self.end - self.start if self.text is None else len(self.text)

    def cut(self, left: int, right: int) -> _Piece:
        """The part ``[left:right]``. What a replacement took out stays with its first part."""
        if self.text is None:
            return self._replace(start=self.start + left, end=self.start + right)
        return self._replace(
            start=self.start if left == 0 else self.end,
            text=self.text[left:right],
            origin=self.origin + left if self.origin != MADE else MADE,
        )


def _overlay(pieces: list[_Piece], layer: Layer) -> list[_Piece]:
    """The pieces of a text after one more layer of edits."""
    begins = [0, *accumulate(piece.width for piece in pieces)]

    def between(left: int, right: int) -> Iterator[_Piece]:
        """The pieces of ``[left:right]``; one without width belongs to what follows it."""
        index = bisect_left(begins, left)
        if index == len(pieces) or begins[index] > left:
            index -= 1
        while index < len(pieces) and begins[index] < right:
            piece, begin = pieces[index], begins[index]
            first, last = max(left - begin, 0), min(right - begin, piece.width)
            if first < last or piece.width == 0:
                yield piece.cut(first, last) if last - first < piece.width else piece
            index += 1

    done: list[_Piece] = []
    at = 0
    for edit in layer.edits:
        cause = layer.stage, edit
        done += between(at, edit.start)
        for gone in between(edit.start, edit.end):
            if gone.width == 0:
                done.append(gone)
            elif gone.end > gone.start:
                done.append(_Piece(gone.start, gone.end, "", MADE, cause))
        here = done[-1].end if done else 0
        if edit.origin == MADE:
            if edit.text:
                done.append(_Piece(here, here, edit.text, MADE, cause))
        else:
            moved = edit.origin
            for piece in between(edit.origin, edit.origin + len(edit.text)):
                text = edit.text[moved - edit.origin :][: piece.width]
                origin = piece.start if piece.text is None else piece.origin
                if text:
                    done.append(_Piece(here, here, text, origin, cause))
                moved += piece.width
        at = edit.end
    done += between(at, maxsize)
    return done


def _hunks(pieces: list[_Piece]) -> Iterator[Hunk]:
    """Neighbouring pieces of one edit as one hunk, as far as what was moved lay together."""
    hunk, cause = None, None
    for piece in pieces:
        if piece.cause is None:
            if hunk:
                yield hunk
            hunk = None
            continue
        stage, edit = piece.cause
        text = piece.text or ""
        if hunk and cause is piece.cause and (not hunk.text or _continues(hunk, piece)):
            origin = hunk.origin if hunk.text else piece.origin
            hunk = hunk._replace(end=piece.end, text=hunk.text + text, origin=origin)
            continue
        if hunk:
            yield hunk
        hunk, cause = Hunk(piece.start, piece.end, text, stage, edit.rule, piece.origin), piece.cause
    if hunk:
        yield hunk


def _continues(hunk: Hunk, piece: _Piece) -> bool:
    """Does what the piece puts in follow what the hunk puts in, in the original too?"""
    return piece.origin == (hunk.origin if hunk.origin == MADE else hunk.origin + len(hunk.text))
