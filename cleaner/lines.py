"""Looking at a text line by line without copying it about."""

from __future__ import annotations

import re
from typing import NamedTuple


class Line(NamedTuple):
    """
    A line that is not blank, without the space around it.

    `start` and `end` are code points of the whole text; `text` is what stands between them.
    """

    start: int
    end: int
    text: str


# An address may have brackets in it, one pair deep, and a title behind it. Nothing is tried twice, so that 80 kB of
# brackets cost no more than other letters.
_ADDRESS = r"(?:[^()\s<>]|\([^()\s<>]*+\))*+"
_TITLE = r"""(?:[^\S\n]++(?:"[^"\n]*+"|'[^'\n]*+'))?+[^\S\n]*+"""
#: What stands behind the words of a link, from their bracket on: without a group, for patterns made of it.
LINK_TARGET = rf"\]\([^\S\n]*+<?+{_ADDRESS}>?+{_TITLE}\)"
#: A Markdown link or picture, the one pattern for both. Group 1 is its words, group 2 its address.
LINK = re.compile(rf"!?\[([^\[\]\n]*+)\]\([^\S\n]*+<?+({_ADDRESS})>?+{_TITLE}\)")

MARK = re.compile(
    rf"""
    ^\s*(?:\#{{1,6}}\s+|>\s*|[•·▪‣●○◦*+-]\s+)      # the marks of a heading, a quotation, a list
    | {LINK.pattern}                               # a link: its words stay
    | \\([!-/:-@\[-`{{-~])                         # an escaped mark: it stays without its backslash
    | (?<!\w)(?:\*{{1,3}}|_{{1,3}})(?=\S)|(?<=\S)(?:\*{{1,3}}|_{{1,3}})(?!\w)
    """,
    re.VERBOSE,
)


_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)


def fences(text: str) -> list[int]:
    r"""
    Where the lines stand that open or close a block of code, as Markdown has it; every second one closes.

    >>> fences("One\n```\ncode\n```\n")
    [4, 13]
    """
    if "```" not in text and "~~~" not in text:
        return []
    return [fence.start() for fence in _FENCE.finditer(text)]


def lines_of(text: str) -> tuple[Line, ...]:
    r"""
    The lines of a text that are not blank.

    >>> lines_of("One.\n\n  Two. \n")
    (Line(start=0, end=4, text='One.'), Line(start=8, end=12, text='Two.'))
    """
    found: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = at if len(bare) == len(raw) else at + len(raw) - len(raw.lstrip())
            found.append(Line(start, start + len(bare), bare))
        at += len(raw) + 1
    return tuple(found)


def unmarked(text: str) -> str:
    r"""
    A short line as it would read without Markdown: what rules and facts look at, never what is written.

    >>> unmarked("**Related article:** [Rain in Rome](#)")
    'Related article: Rain in Rome'
    >>> unmarked("## Ferries of the _North_")
    'Ferries of the North'
    >>> unmarked('[The Bridge](https://example.org/wiki/Bridge_(river) "a title"), [![the ferry](a.png)](b)')
    'The Bridge, the ferry'
    >>> unmarked("snake_case and 2*3*4")
    'snake_case and 2*3*4'
    >>> print(unmarked(r"A ferry for \$2 and a \[sic\](k) sailor"))
    A ferry for $2 and a [sic](k) sailor
    """
    if not any(mark in text for mark in "#>[*_\\•·▪‣●○◦+-"):
        return text
    bare = MARK.sub(lambda found: found[1] or found[3] or "", text)
    if "](" in bare and "\\" not in text:  # a picture inside a link
        bare = LINK.sub(r"\1", bare)
    return bare.strip()
