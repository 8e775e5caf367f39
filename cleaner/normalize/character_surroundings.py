"""
What a character means by more of the text than its neighbours: the lines around it, and how the text writes its dashes.

Each thing is found out once for a text, and only when a character asks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from sys import maxsize
from typing import TYPE_CHECKING

from cleaner.edits import Edit
from cleaner.facts.late import late
from cleaner.normalize.character_looks import soft_hyphen
from cleaner.normalize.character_table import INTRUDERS, class_of
from cleaner.normalize.machine_talk import CSI, ESCAPE
from cleaner.normalize.rare import rare
from cleaner.normalize.scripts import LEFTWARD

if TYPE_CHECKING:
    from cleaner.normalize.character_looks import Look
    from cleaner.normalize.character_table import Character

_LINE = late("[^\n\r\f\u2028\u2029]+")
_SEEN = late(f"[^ \u3000{class_of(*INTRUDERS)}]")
# What is still seen of a line, or may be once these have become characters.
_PERHAPS_SEEN = late(f"[^ \u3000{class_of(*(INTRUDERS - {'C1 control', 'control character', 'surrogate'}))}]")
_MARK = late(f"[{class_of('direction mark')}]")
_DASH_HYPHEN = re.compile(r"""(?<=[\w"'”’»)\]%] )\xad(?= [\w"'“„‘«(\[])""")
SOFT_DASH = "soft hyphen for a dash"
# The rules of those that ask.
ASKED = frozenset({"direction mark", "soft hyphen"})


class Surroundings:
    """A text, and what is asked about the whole of it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def looks(self) -> dict[str, Look]:
        """As :data:`~cleaner.normalize.character_looks.LOOKS`, for :data:`ASKED`."""
        return {
            "direction mark": lambda _, at, row: None if self._runs_leftward(at) else Edit(at, at + 1, "", row.rule),
            "soft hyphen": self._soft_hyphen,
        }

    def _soft_hyphen(self, text: str, at: int, row: Character) -> Edit:
        if text[at + 1 : at + 2] == " " and _DASH_HYPHEN.match(text, at):
            return Edit(at, at + 1, self._dash, SOFT_DASH)
        return soft_hyphen(text, at, row)

    @cached_property
    def _dash(self) -> str:
        """The dash between spaces that the text has most of; where it has none, an em dash."""
        return max("—–", key=lambda dash: self.text.count(f" {dash} "))

    def _runs_leftward(self, at: int) -> bool:
        """Does the line at this place run from right to left?"""
        line = bisect_right(self._leftward, (at, maxsize)) - 1
        return line >= 0 and at < self._leftward[line][1]

    @cached_property
    def _leftward(self) -> list[tuple[int, int]]:
        """
        The lines that run from right to left: those with letters that do, and beside such a line (blank ones do not count)
        those that have marks saying so.
        """
        text = self.text
        if not LEFTWARD.search(rare(text)):
            return []
        for talk, sign in ((ESCAPE, "\x1b"), (CSI, "\x9b")):
            if sign in text:  # it goes, and its letters with it
                text = talk.sub(lambda sequence: " " * len(sequence[0]), text)
        lines = [line.span() for line in _LINE.finditer(text) if _PERHAPS_SEEN.search(text, *line.span())]
        leftward = {line for line in lines if LEFTWARD.search(text, *line)}
        for order in (lines, lines[::-1]):
            for before, line in pairwise(order):
                if before in leftward and _MARK.search(text, *line) and _SEEN.search(text, *line):
                    leftward.add(line)
        return sorted(leftward)
