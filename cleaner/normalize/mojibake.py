"""
What ftfy makes of a damaged line, and where the two differ.

Half of ftfy's time on such a line goes to making sure that its answer is no mojibake in turn, which the gate of
:mod:`~cleaner.normalize.encoding` tells faster, and most of the rest to damage that a plain line does not have. So its steps
are gone here one by one, with its own rules in its own order: run by run where every run of the line can be read again by
itself (no reading touches ASCII), by the line where something was lost in it. What then is left goes to ftfy whole.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Suspect = Callable[[str, str], int]
    Change = tuple[int, int, str]

# The longest run of characters that ftfy calls bad has six, and the gate looks at two more on either side. What comes earlier
# than this before the first suspect cannot be part of one.
_REACH = 16

_SUBSTITUTE = "\x1a"  # ftfy's stand-in for U+FFFD; a text that has it itself goes to ftfy whole
_LOST = b"\x1a"
# Of a run in an encoding (what it says when read again is never ASCII): that cannot be; or only the line can tell.
_IMPOSSIBLE, _TANGLED = "", "?"


class _Rules(NamedTuple):
    """What is asked of ftfy; it takes 50 ms to import, so it is fetched by the first line that looks damaged."""

    fix: Callable[[str], str]
    bad: re.Pattern[str]
    encodings: list[str]  # in the order in which they are tried
    altered: re.Pattern[bytes]  # what is UTF-8 but for a no-break space that became a space
    restore_space: Callable[[bytes], bytes]
    replace_lost: Callable[[bytes], bytes]  # what is UTF-8 but for a byte that was lost becomes U+FFFD


@cache
def _rules() -> _Rules:
    from ftfy import fix_encoding, fixes
    from ftfy.badness import BADNESS_RE
    from ftfy.chardata import ALTERED_UTF8_RE, CHARMAP_ENCODINGS

    return _Rules(
        fix_encoding,
        BADNESS_RE,
        CHARMAP_ENCODINGS,
        ALTERED_UTF8_RE,
        fixes.restore_byte_a0,
        fixes.replace_lossy_sequences,
    )


def mend(line: str, at: int, suspect_at: Suspect) -> Iterator[Change]:
    """
    What ``ftfy.fix_encoding`` changes in a line, as (start, end, text): one for each stretch that is not ASCII.

    `at` is where the first characters stand that could be mojibake; `suspect_at` says the same of another line, from it and
    from what is not ASCII in it, or -1, which ftfy's own test must agree with.

    >>> [*mend("S\u00c3\u00a3o Paulo", 1, lambda line, odd: line.find("\u00c3"))]
    [(1, 3, 'ã')]
    """
    rules = _rules()
    parts = _ODD.split(line)
    now = line
    by_run = True
    while at >= 0 and rules.bad.search(now, max(0, at - _REACH)):
        better = None if _SUBSTITUTE in line else _reread_all(now, parts[1::2], rules)
        if better is None:
            by_run, now = False, rules.fix(now)
            break
        if isinstance(better, str):
            if better == now:
                break
            by_run, parts = False, _ODD.split(better)
        else:
            parts[1::2] = better
        now = "".join(parts)
        at = suspect_at(now, "".join(parts[1::2]))
    yield from _by_run(line, parts[1::2]) if by_run else _by_word(line, now)


_ODD = re.compile("([^\x00-\x7f]+)")


def _reread_all(line: str, runs: list[str], rules: _Rules) -> list[str] | str | None:
    """One step of ftfy's: the runs read again in the first encoding in which they are UTF-8, the line, or None for neither."""
    for encoding in rules.encodings:
        read = []
        for run in runs:
            read.append(_reread(run, encoding))
            if read[-1] == _IMPOSSIBLE:
                break
        else:
            if _TANGLED not in read:
                return read
            if (better := _reread_line(line, encoding, rules)) is not None:
                return better
    return None


@lru_cache(maxsize=10_000)  # a text has few different ones
def _reread(run: str, encoding: str) -> str:
    """What a run says when its bytes in this encoding are read as UTF-8."""
    try:
        data = run.encode(encoding)
    except UnicodeEncodeError:
        return _IMPOSSIBLE
    if _LOST in data:
        return _TANGLED
    try:
        return data.decode()  # strict UTF-8 has nothing that ftfy would alter first
    except UnicodeDecodeError:
        pass
    if b"\xed" in data or b"\xc0" in data:
        return _TANGLED
    # A letter may begin in the run before, or end in the next one, over a blank that was one of its bytes.
    inside = _UNFINISHED.sub(b"", data.lstrip(_CONTINUATIONS))
    try:
        inside.decode()
    except UnicodeDecodeError:
        return _IMPOSSIBLE
    return _TANGLED


_CONTINUATIONS = bytes(range(0x80, 0xC0))
_UNFINISHED = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")


def _reread_line(line: str, encoding: str, rules: _Rules) -> str | None:
    """The line read again in one encoding, with what was lost in it seen to as ftfy does; None when it is no UTF-8."""
    data = line.encode(encoding)
    if encoding != "macroman" and rules.altered.search(data):
        data = rules.restore_space(data)
    if encoding.startswith("sloppy"):
        data = rules.replace_lost(data)
    try:
        return data.decode("utf-8-variants" if b"\xed" in data or b"\xc0" in data else "utf-8")
    except UnicodeDecodeError:
        return None


def _by_run(line: str, runs: list[str]) -> Iterator[Change]:
    """The runs that became something else, where they stand in the line."""
    for was, now in zip(_ODD.finditer(line), runs, strict=True):
        if was[0] != now:
            yield _trimmed(was.start(), was[0], now)


_WORD = re.compile("[A-Za-z0-9]+")


def _by_word(old: str, new: str) -> Iterator[Change]:
    """
    Where `new` differs from `old`: the words of the two pair off, and what lies between them with them.

    Undoing mojibake never makes or takes an ASCII letter or digit. Blanks pair off too, as long as none was part of a damaged
    letter.
    """
    if old == new:
        return
    words, others = [*_WORD.finditer(old)], [*_WORD.finditer(new)]
    if [word[0] for word in words] != [word[0] for word in others]:
        yield _trimmed(0, old, new)
        return
    at = to = 0
    for end, after, next_at, next_to in (
        *((one.start(), two.start(), one.end(), two.end()) for one, two in zip(words, others, strict=True)),
        (len(old), len(new), len(old), len(new)),
    ):
        left, right = old[at:end], new[to:after]
        if left != right:
            if left.count(" ") == right.count(" "):
                place = at
                for one, two in zip(left.split(" "), right.split(" "), strict=True):
                    if one != two:
                        yield _trimmed(place, one, two)
                    place += len(one) + 1
            else:
                yield _trimmed(at, left, right)
        at, to = next_at, next_to


def _trimmed(start: int, old: str, new: str) -> Change:
    """One change without what the two have in common at either end."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, start + len(old) - tail, new[head : len(new) - tail]
