"""
In which order pieces of one article read best.

Nothing here knows a document. The pieces are whole stretches of the article, each a list of its paragraphs. What tells their
order is what any reader goes by: an article begins with what its title says, it does not begin under a subheading, people are
introduced before they are called by their last names, and the agency signs at the end. None of it is certain, so each is
weighed, and the order in which the pieces lie weighs too.
"""

from __future__ import annotations

import re
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from cleaner.facts.bylines import read_sign_off
from cleaner.repair.sentences import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 6  # pieces; more than 720 orders are not tried

# How much each speaks, as logarithms of odds, fitted to 160 articles in some twenty languages, each cut in two at four
# places: how often the true order had it, against the other. The last two are judged, not counted.
TITLE = 5.0  # times the share of the title's words among those of the first paragraphs
NAME = 0.43  # for each name told in full that the other piece tells in short
HEADING = 0.8
SIGNED = 3.0
AS_IT_LIES = 1.1  # for each two pieces that stay as they lie

MOST_NAMES = 3
OPENING = 3  # paragraphs that are held against the title
SHORT = 80  # code points of a heading
NAMED = re.compile(r"(?<![.!?] )(?<!\n)\b[A-Z][\w'’-]*[a-z](?: [A-Z]\.)? ([A-Z][\w-]{2,})")
CAPITALISED = re.compile(r"(?<=[a-z,;:(\"“] )[A-Z][\w-]{2,}")
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5  # letters by which two forms of a word are the same


def reading_order(pieces: Sequence[Sequence[str]], title: str = "") -> tuple[int, ...]:
    """
    The places of the pieces, in the order in which they read best; as they lie where nothing tells.

    >>> reading_order(
    ...     [["What comes next", "The shop closes."], ["The ferry to the islands will stop."]], "Island ferry stops"
    ... )
    (1, 0)
    >>> reading_order([["The ferry will stop.", "He said so. (Reuters)"], ["Nobody knows why.", "It is old."]])
    (1, 0)
    >>> reading_order([["It rained."], ["It snowed."]])
    (0, 1)
    """
    places = range(len(pieces))
    if not 1 < len(pieces) <= MOST:
        return tuple(places)
    texts = ["\n".join(paragraphs) for paragraphs in pieces]
    full = [set(NAMED.findall(text)) for text in texts]
    short = [set(CAPITALISED.findall(text)) for text in texts]
    introduces = [[len((full[a] & short[b]) - full[b]) for b in places] for a in places]
    told = _stems(title)
    first = [
        TITLE * len(told & _stems(" ".join(paragraphs[:OPENING]))) / (len(told) or 1)
        - HEADING * (len(paragraphs[0]) < SHORT and not ends_sentence(paragraphs[0]))
        for paragraphs in pieces
    ]
    last = [SIGNED * (read_sign_off(paragraphs[-1]) is not None) for paragraphs in pieces]

    def weight(order: tuple[int, ...]) -> float:
        pairs = 0.0
        for a, b in combinations(order, 2):
            names = introduces[a][b] - introduces[b][a]
            pairs += NAME * max(-MOST_NAMES, min(names, MOST_NAMES)) + AS_IT_LIES * (a < b)
        return pairs + first[order[0]] + last[order[-1]]

    orders = list(permutations(places))
    return max(orders, key=weight)


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in WORD.findall(text.casefold())}
