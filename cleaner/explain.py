"""
The ledger told to a person: what was changed where, and why.

Both the list (:func:`explain`) and the diff (:func:`diff`) are read off ``document.ledger.hunks()``. No two texts are ever
compared: that would be slow, and it would be a guess at what the ledger knows.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import asdict, dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from cleaner.edits import MADE, Hunk, splice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleaner.document import Document

CONTEXT = 3  # lines shown around a change, as in every diff
LONGEST = 240  # characters of a text that are shown to a person
SHORT = 30  # characters before and after that fit beside the place


def visible(text: str) -> str:
    r"""
    A text that is safe to print: one line, and nothing in it that a terminal obeys or an eye misses.

    Controls, escape sequences, writing-direction marks, zero-width and unusual spaces, lone surrogates and line ends are
    written as escapes. Letters of every script and all signs stay.

    >>> print(visible("caf\N{LATIN SMALL LETTER E WITH ACUTE}\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}\N{NO-BREAK SPACE}\n"))
    café\x1b[31m\u202e\xa0\n
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


@dataclass(frozen=True)
class Change:
    """
    One change, in the coordinates of the original.

    `line` and `column` count from 1, `start` and `end` from 0, all in code points. `before` stood there, `after` stands
    there now. `moved_from` is where moved words stood.
    """

    line: int
    column: int
    start: int
    end: int
    stage: str
    rule: str
    before: str
    after: str
    moved_from: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """The fields; `moved_from` only when words were moved."""
        return {name: value for name, value in asdict(self).items() if value is not None}


class Lines:
    """Where the lines of a text begin, so that an offset can be told as line and column."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        at = text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, offset: int) -> tuple[int, int]:
        r"""
        Line and column of an offset, both counted from 1.

        >>> Lines("one\ntwo").place(5)
        (2, 2)
        """
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def explain(document: Document) -> Iterator[Change]:
    """
    Every change on the way from the original to the file that is written, in the order of the original.

    A final line end is no part of a text but of its file, so taking it out is not told.

    >>> from cleaner.document import Document
    >>> from cleaner.edits import Edit
    >>> document = Document.of("It is under  way.").edited("fix_dashes", [Edit(11, 13, " — ", "dropped dash")])
    >>> [(change.line, change.column, change.rule, change.before, change.after) for change in explain(document)]
    [(1, 12, 'dropped dash', '  ', ' — ')]
    """
    hunks = document.ledger.hunks()
    if not hunks:
        return
    original = document.original
    lines = Lines(original)
    last = hunks[-1]
    if not last.text and last.start == len(original) - 1 and original.endswith("\n"):
        hunks.pop()
    for hunk in hunks:
        yield Change(
            *lines.place(hunk.start),
            hunk.start,
            hunk.end,
            hunk.stage,
            hunk.rule,
            original[hunk.start : hunk.end],
            hunk.text,
            None if hunk.origin == MADE else hunk.origin,
        )


def told(change: Change) -> str:
    r"""
    A change in words: where (line:column, offsets), which stage and rule; what was, what is.

    Short texts stand on the same line, long ones below it, shown by their beginning and end.

    >>> print(told(Change(3, 15, 80, 82, "fix_dashes", "dropped dash", "  ", " — ")))
    3:15 (80-82) fix_dashes: dropped dash: "  " → " — "
    >>> print(
    ...     told(
    ...         Change(
    ...             9, 1, 90, 101, "strip_widgets", "widget:failed widget", "An error occurred. Try again later.", ""
    ...         )
    ...     )
    ... )
    9:1 (90-101) strip_widgets: widget:failed widget
      - "An error occurred. Try again later."
    """
    where = f"{change.line}:{change.column} ({change.start}-{change.end})"
    head = f"{where} {visible(change.stage)}: {visible(change.rule)}"
    stood = "" if change.moved_from is None else f" (stood at {change.moved_from})"
    if len(change.before) + len(change.after) <= SHORT:
        return f'{head}: "{visible(change.before)}" → "{visible(change.after)}"{stood}'
    rows = [head]
    if change.before:
        rows.append(f'  - "{_short(change.before)}"')
    if change.after:
        rows.append(f'  + "{_short(change.after)}"{stood}')
    return "\n".join(rows)


def _short(text: str) -> str:
    half = LONGEST // 2
    if len(text) > LONGEST:
        return f"{visible(text[:half])} [… {len(text) - 2 * half} characters …] {visible(text[-half:])}"
    return visible(text)


class _Block(NamedTuple):
    """A run of whole lines that changed: how many lines stand before it, and its lines before and after."""

    start: int
    old: list[str]
    new: list[str]
    rules: tuple[str, ...]


def diff(document: Document, name: str) -> Iterator[str]:
    r"""
    From the original to the file that is written, as a unified diff: line by line, without line ends.

    Nothing when nothing changed. The head of each part names the rules at work. The lines are raw, so that ``patch`` makes
    the result of the original; a terminal should get them through :func:`visible`.

    >>> from cleaner.document import Document
    >>> from cleaner.edits import Edit
    >>> document = Document.of("One.\nIt is under  way.\n").edited("fix_dashes", [Edit(16, 18, " — ", "dropped dash")])
    >>> print("\n".join(diff(document, "a.txt")))
    --- a.txt
    +++ a.txt (cleaned)
    @@ -1,2 +1,2 @@ dropped dash
     One.
    -It is under  way.
    +It is under — way.
    """
    lines = _lines(document.original)
    blocks = list(_blocks(document.original, lines, _hunks(document)))
    if not blocks:
        return
    yield f"--- {visible(name)}"
    yield f"+++ {visible(name)} (cleaned)"
    shift = 0  # how many more lines the result has, so far
    for part in _parts(blocks):
        begin = max(part[0].start - CONTEXT, 0)
        end = min(part[-1].start + len(part[-1].old) + CONTEXT, len(lines))
        longer = sum(len(block.new) - len(block.old) for block in part)
        rules = dict.fromkeys(visible(rule) for block in part for rule in block.rules)
        yield f"@@ -{_span(begin, end)} +{_span(begin + shift, end + shift + longer)} @@ {', '.join(rules)}".rstrip()
        shift += longer
        for block in part:
            yield from _marked(" ", lines[begin : block.start])
            yield from _marked("-", block.old)
            yield from _marked("+", block.new)
            begin = block.start + len(block.old)
        yield from _marked(" ", lines[begin:end])


def _hunks(document: Document) -> list[Hunk]:
    """The ledger's hunks, and one more for the final line end: a file has it, its text has not."""
    hunks = document.ledger.hunks()
    if document.text and not document.text.endswith("\n"):
        end = len(document.original)
        hunks.append(Hunk(end, end, "\n", "", ""))
    return hunks


def _lines(text: str) -> list[str]:
    r"""Lines with their ends; only ``\n`` ends one, as for ``diff`` and ``patch``."""
    *lines, last = text.split("\n")
    return [line + "\n" for line in lines] + [last] * (last != "")


def _blocks(original: str, lines: list[str], hunks: Sequence[Hunk]) -> Iterator[_Block]:
    """Hunks on the same lines together, widened to whole lines."""
    starts = [0, *accumulate(map(len, lines))]

    def line_of(offset: int) -> int:
        return max(min(bisect_right(starts, offset), len(lines)) - 1, 0)

    index = 0
    while index < len(hunks):
        first = last = line_of(hunks[index].start)
        group: list[Hunk] = []
        while index < len(hunks) and line_of(hunks[index].start) <= last:
            group.append(hunks[index])
            last = max(last, line_of(hunks[index].end))
            index += 1
        begin, end = starts[first], starts[min(last + 1, len(lines))]
        moved = [hunk._replace(start=hunk.start - begin, end=hunk.end - begin) for hunk in group]
        old, new = lines[first : last + 1], _lines(splice(original[begin:end], moved))
        # Taking out a line touches its neighbour: lines that are alike at both ends did not change.
        room = min(len(old), len(new))
        left = next((at for at in range(room) if old[at] != new[at]), room)
        room -= left
        right = next((at for at in range(room) if old[-1 - at] != new[-1 - at]), room)
        old, new = old[left : len(old) - right], new[left : len(new) - right]
        if old or new:
            yield _Block(first + left, old, new, tuple(hunk.rule for hunk in group if hunk.rule))


def _parts(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """Blocks whose context would touch, together."""
    part: list[_Block] = []
    for block in blocks:
        if part and block.start - part[-1].start - len(part[-1].old) > 2 * CONTEXT:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _span(begin: int, end: int) -> str:
    """Lines ``[begin:end]`` as a diff counts them: from 1, but of no lines the one before."""
    return f"{begin + (end > begin)},{end - begin}"


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"
