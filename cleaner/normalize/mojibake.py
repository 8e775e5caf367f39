"""
What ftfy makes of a damaged line, and where the two differ.

Half of ftfy's time on such a line goes to making sure that its answer is no mojibake in turn, which the gate of
:mod:`~cleaner.normalize.encoding` tells faster, and most of the rest to damage that a plain line does not have. So the
plain case is answered here, by ftfy's own rules in ftfy's own order, and every other line goes to ftfy whole.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The longest run of characters that ftfy calls bad has six, and the gate looks at two more on either side. What comes earlier
# than this before the first suspect cannot be part of one.
_REACH = 16

_SUBSTITUTE = "\x1a"  # ftfy's stand-in for U+FFFD; a text that has it itself is not for the plain case


class _Rules(NamedTuple):
    """What is asked of ftfy; it takes 50 ms to import, so it is fetched by the first line that looks damaged."""

    fix: Callable[[str], str]
    bad: re.Pattern[str]
    encodings: list[str]  # in the order in which they are tried
    altered: re.Pattern[bytes]  # what is UTF-8 but for a no-break space that became a space
    lossy: re.Pattern[bytes]  # what is UTF-8 but for a byte that was lost


@cache
def _rules() -> _Rules:
    from ftfy import fix_encoding
    from ftfy.badness import BADNESS_RE
    from ftfy.chardata import ALTERED_UTF8_RE, CHARMAP_ENCODINGS, LOSSY_UTF8_RE

    return _Rules(fix_encoding, BADNESS_RE, CHARMAP_ENCODINGS, ALTERED_UTF8_RE, LOSSY_UTF8_RE)


def mended(line: str, suspect_at: Callable[[str], int]) -> str:
    """
    What ``ftfy.fix_encoding`` makes of a line.

    `suspect_at` says where the first characters stand that could be mojibake, or -1, which ftfy's own test must agree with.

    >>> mended("S\u00c3\u00a3o Paulo", lambda line: line.find("\u00c3"))
    'São Paulo'
    """
    rules = _rules()
    while (at := suspect_at(line)) >= 0 and rules.bad.search(line, max(0, at - _REACH)):
        better = None if _SUBSTITUTE in line else _plainly(line, rules)
        if better is None:
            return rules.fix(line)
        line = better
    return line


def _plainly(line: str, rules: _Rules) -> str | None:
    """One step back where ftfy would take the plain one: the line's bytes in one encoding are strict UTF-8. Else None."""
    for encoding in rules.encodings:
        try:
            data = line.encode(encoding)
        except UnicodeEncodeError:
            continue
        try:
            # Strict UTF-8 has nothing that ftfy would alter first, but for the byte that it reads as a lost character.
            return data.decode() if b"\x1a" not in data else None
        except UnicodeDecodeError:
            if rules.altered.search(data) or rules.lossy.search(data) or b"\xed" in data or b"\xc0" in data:
                return None  # with these seen to it may be UTF-8 after all
    return None


_ODD = re.compile("[^\x00-\x7f]+")
_WORD = re.compile("[A-Za-z0-9]+")


def changes(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """
    Where `new` differs from `old`, as (start, end, text): one for each stretch that is not ASCII.

    Undoing mojibake seldom touches ASCII, so what lies between pairs off. Where it did (a blank was part of a damaged
    letter) the words of the two lines pair off, and what lies between them with them.
    """
    if _ODD.split(old) == _ODD.split(new):
        for was, now in zip(_ODD.finditer(old), _ODD.findall(new), strict=True):
            if was[0] != now:
                yield _trimmed(was.start(), was[0], now)
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


def _trimmed(start: int, old: str, new: str) -> tuple[int, int, str]:
    """One change without what the two have in common at either end."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, start + len(old) - tail, new[head : len(new) - tail]
