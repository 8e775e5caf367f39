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


MARK = re.compile(
    r"""
    ^\s*(?:\#{1,6}\s+|>\s*|[•·▪‣●○◦*+-]\s+)      # the marks of a heading, a quotation, a list
    | !?\[([^\]\n]*)\]\([^)\n]*\)               # a link: its words stay
    | \\([!-/:-@\[-`{-~])                          # an escaped mark: it stays without its backslash
    | (?<!\w)(\*{1,3}|_{1,3})(?=\S)|(?<=\S)(\*{1,3}|_{1,3})(?!\w)
    """,
    re.VERBOSE,
)


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

    >>> unmarked("**Related article:** [Rush to the North](#)")
    'Related article: Rush to the North'
    >>> unmarked("## Divisions in the _West_")
    'Divisions in the West'
    >>> unmarked("snake_case and 2*3*4")
    'snake_case and 2*3*4'
    >>> print(unmarked(r"Resort opens after \$100M revamp"))
    Resort opens after $100M revamp
    """
    if not any(mark in text for mark in "#>[*_\\•·▪‣●○◦+-"):
        return text
    return MARK.sub(lambda found: found[1] or found[2] or "", text).strip()
