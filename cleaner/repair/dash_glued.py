"""
Dashes that stuck to the words on both sides when their spaces were lost.

An en dash between two words mostly belongs there: it makes a range, a route or a compound of them. So does an em dash, in
the style of many houses. What has lost its spaces is the one that opens an afterthought ("lessons, they went": a word of
grammar follows) in a text that spaces all its other dashes. A dash with a space on one side only is a slip of the writer's or
the way of the language (Spanish), and stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.edits import Edit
from cleaner.facts.function_words import WORDS
from cleaner.repair.dash_prose import RULE, is_prose, occurs, spaced_dashes
from cleaner.repair.sentences import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleaner.document import Document

GLUED = "glued dash"

# Opens with the dash, as there are few. No other dash or hyphen in the same chunk ("off–the–shelf", "mother–in-law").
_WORD = rf"([{SMALL}][{SMALL}'’]{{0,40}})(?![-–—\w])"
_GLUED = {dash: re.compile(rf"{dash}(?<=[{SMALL}]{{2}}{dash}){_WORD}") for dash in "–—"}
_IN_A_CHAIN = re.compile(r"[-–—/@]\S*\Z")
_NO_PROSE = re.compile(r"[|=\\{}<>]|://")
# Words of grammar that make compounds: "a sign–up", "the check–in".
_COMPOUND = frozenset(
    "about away back by down in off on out over through to up and or und et ou y e i og och en".split()
)

_LONGEST_WORD = 40


def glued_dashes(doc: Document, coming: Sequence[Edit]) -> list[Edit]:
    """
    The dashes that lost the spaces around them; `coming` has the edits that bring other dashes back.

    It stops at texts with fewer than five spaced dashes to each that is glued.

    >>> from cleaner.document import Document
    >>> glued_dashes(Document.of("The Paris–Lyon line – the old one – costs 30–40 euros–they say."), [])
    []
    """
    text = doc.text
    found: list[Edit] = []
    for dash, glued in _GLUED.items():
        if occurs(dash, str.islower, glued, text) and text.count(f" {dash} ") + len(coming) >= RULE:
            spaced = spaced_dashes(text, coming)[dash]
            if spaced >= RULE and RULE * len(glued.findall(text)) <= spaced:
                found += _afterthoughts(doc, dash, glued)
    return found


def _afterthoughts(doc: Document, dash: str, glued: re.Pattern[str]) -> Iterator[Edit]:
    """The glued dashes of prose that a word of grammar follows."""
    for line in doc.lines:
        text = line.text
        if dash not in text or not glued.search(text) or not is_prose(text) or _NO_PROSE.search(text):
            continue
        words = WORDS.get(doc.language or "", "").split()
        for match in glued.finditer(text):
            at = match.start()
            word = match[1].split("'")[0].split("’")[0]
            chain = _IN_A_CHAIN.search(text, max(0, at - _LONGEST_WORD), at)
            if len(word) > 1 and word in words and word not in _COMPOUND and not chain:
                yield Edit(line.start + at, line.start + at + 1, f" {dash} ", GLUED)
