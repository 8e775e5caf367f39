"""
Which mark stood here? The reading of a whole block that costs least.

One lost mark tells little; all marks of a paragraph together tell nearly everything, because quotations open and close in
turn. Every lost mark may have been one of a few things (:data:`OPEN` … :data:`QUESTION`), each at a cost that its neighbours
set; a reading of the block is a choice for each mark that keeps to the grammar of quotations; the reading that costs least is
found by dynamic programming (Viterbi 1967), and what each mark would cost read otherwise says how much doubt is left.

The costs are orders of magnitude of how often a thing is met, as negative logarithms: 1 is "one in three", 5 "one in a
hundred and fifty", 9 "never seen".
"""

from __future__ import annotations

from typing import NamedTuple

# What a mark can have been.
OPEN, CLOSE, INNER_OPEN, INNER_CLOSE, APOSTROPHE, QUESTION, DASH = (
    "opening closing inner inner/ apostrophe question dash".split()
)

# What stands beside a mark.
(
    EDGE,
    SPACE,
    SMALL,
    CAPITAL,
    LETTER,
    FIGURE,
    COMMA,
    STOP,
    ASKED,
    COLON,
    BRACKET,
    UNBRACKET,
    STROKE,
    MARK,
    QUOTE,
    OTHER,
    WIDE,
) = range(17)
_KIND = {
    "": EDGE, ",": COMMA, ".": STOP, "…": STOP, "!": ASKED, "?": ASKED, ":": COLON, ";": COLON, "(": BRACKET, "[": BRACKET,
    "/": BRACKET, ")": UNBRACKET, "]": UNBRACKET, "–": STROKE, "—": STROKE, "-": STROKE, '"': QUOTE, "'": QUOTE, "«": QUOTE,
    "»": QUOTE,
}  # fmt: skip
NEVER = 9.0

# What each reading costs by what stands before the mark, and after it. A kind that is not named costs NEVER. After a space it
# is the next character that counts (kind + AFTER_SPACE).
AFTER_SPACE = 100
_WORD = {SMALL: 0.0, CAPITAL: 0.0, LETTER: 0.0, FIGURE: 0.3}
_SPACED = {AFTER_SPACE + kind: cost for kind, cost in {
    EDGE: 0.0, SMALL: 0.3, CAPITAL: 0.6, LETTER: 0.3, FIGURE: 0.5, BRACKET: 0.3, STROKE: 0.2, MARK: 0.5, QUOTE: 0.5, OTHER: 0.5,
    UNBRACKET: 1.0, COMMA: 1.0, STOP: 1.0, COLON: 1.0, ASKED: 1.0, WIDE: 0.3,
}.items()}  # fmt: skip
_BEFORE_OPENING = {EDGE: 0.0, SPACE: 0.0, BRACKET: 0.0, STROKE: 0.7, MARK: 0.7, QUOTE: 1.5, COLON: 4.0, WIDE: 0.0}
_AFTER_OPENING = {
    **_WORD,
    FIGURE: 1.5,
    BRACKET: 1.0,
    MARK: 0.7,
    STOP: 2.5,
    QUOTE: 1.5,
    STROKE: 3.0,
    OTHER: 1.5,
    ASKED: 4.0,
    WIDE: 0.0,
}
_BEFORE_CLOSING = {
    SMALL: 0.7, CAPITAL: 1.2, LETTER: 0.7, FIGURE: 1.0, COMMA: 0.0, STOP: 0.0, ASKED: 0.0, UNBRACKET: 0.7, STROKE: 0.7,
    MARK: 0.3, QUOTE: 1.0, OTHER: 1.5, COLON: 3.0, WIDE: 0.0,
}  # fmt: skip
_AFTER_CLOSING = {
    **_SPACED, EDGE: 0.0, COMMA: 0.2, STOP: 0.2, COLON: 0.3, UNBRACKET: 0.3, STROKE: 0.7, MARK: 0.3, QUOTE: 1.0, ASKED: 0.7,
    BRACKET: 1.5, OTHER: 2.0, WIDE: 0.0,
}  # fmt: skip
_BEFORE_QUESTION = {
    SMALL: 0.0, CAPITAL: 0.3, LETTER: 0.0, FIGURE: 0.3, UNBRACKET: 0.3, MARK: 0.3, QUOTE: 0.5, ASKED: 1.0, STOP: 3.5, SPACE: 4.0,
    OTHER: 2.0, COMMA: 7.0, EDGE: 7.0, STROKE: 4.0,
}  # fmt: skip
_AFTER_QUESTION = {
    **_SPACED, AFTER_SPACE + SMALL: 4.0, AFTER_SPACE + CAPITAL: 0.0, AFTER_SPACE + LETTER: 1.0, EDGE: 0.0, MARK: 0.0, QUOTE: 0.0,
    UNBRACKET: 0.3, STROKE: 1.5, ASKED: 1.0, STOP: 3.0, COMMA: 4.0, CAPITAL: 5.0, COLON: 4.0, BRACKET: 4.0, OTHER: 4.0, SMALL: 7.0,
    LETTER: 5.0,
}  # fmt: skip
# Two marks side by side: what is known to come together.
_PAIRS = {
    (QUESTION, CLOSE): 0.0, (QUESTION, INNER_CLOSE): 0.0, (INNER_CLOSE, CLOSE): 0.0, (CLOSE, INNER_CLOSE): 0.0,
    (OPEN, INNER_OPEN): 0.0, (INNER_OPEN, OPEN): 0.0, (QUESTION, QUESTION): 1.5, (CLOSE, QUESTION): 1.0, (INNER_CLOSE, QUESTION): 1.0,
    (APOSTROPHE, CLOSE): 1.0, (OPEN, APOSTROPHE): 1.5, (APOSTROPHE, QUESTION): 1.5,
}  # fmt: skip

# Whether a quotation, and one inside it, is open.
_OUTSIDE = ""
_STEPS = {
    OPEN: {"": "q", "i": "iq"},
    INNER_OPEN: {"": "i", "q": "qi"},
    CLOSE: {"q": "", "iq": "i"},
    INNER_CLOSE: {"i": "", "qi": "q"},
}
_AGAINST = 7.0  # a mark that opens what is open already, or closes what is not
_ALONE = 3.0  # an inner mark with no quotation around it: a habit of some, where others write the outer ones
_LEFT_OPEN = {"": 0.0, "q": 4.5, "i": 6.5, "qi": 8.0, "iq": 9.0}
_TAKEN_UP = 0.7  # a quotation that is left open, and opens again at the head of the next paragraph
_CARRIED = 0.0  # over a line break inside a sentence
_CARRIED_ON = 2.0  # over one after a full stop


class Seen(NamedTuple):
    """
    A mark as it stands: what is beside it, and what it may be at what cost beyond that.

    `choices` names the readings that are open, with the extra cost of each; a mark that was not lost has one or two.
    `joined` says that it follows the one before it without anything between.
    """

    before: int
    after: int
    choices: dict[str, float]
    joined: bool = False


class Break(NamedTuple):
    """A line break between two marks: inside a sentence or after one, and whether the next line opens with a mark."""

    inside: bool
    opens: bool


def kind(character: str) -> int:
    """What sort of neighbour a character is."""
    known = _KIND.get(character)
    if known is not None:
        return known
    if "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef":
        return WIDE
    if character.islower():
        return SMALL
    if character.isupper():
        return CAPITAL
    if character.isalpha():
        return LETTER
    if character.isdigit():
        return FIGURE
    return SPACE if character.isspace() else OTHER


def _cost(mark: Seen, reading: str) -> float:
    """What a reading costs by the mark's own neighbours."""
    extra = mark.choices[reading]
    if reading in {OPEN, INNER_OPEN}:
        return extra + _BEFORE_OPENING.get(mark.before, NEVER) + _AFTER_OPENING.get(mark.after, NEVER)
    if reading in {CLOSE, INNER_CLOSE}:
        return extra + _BEFORE_CLOSING.get(mark.before, NEVER) + _AFTER_CLOSING.get(mark.after, NEVER)
    if reading == QUESTION:
        return extra + _BEFORE_QUESTION.get(mark.before, NEVER) + _AFTER_QUESTION.get(mark.after, NEVER)
    return extra


_Node = tuple[str, str]  # what is open after a mark, and how the mark was read


def read(block: list[Seen | Break], *, opens_again: bool = False) -> list[tuple[str, float]]:
    """
    The cheapest reading of each mark of a block, and by how much the next best reading of that mark costs more; a break reads as nothing.

    `opens_again` says that the paragraph after the block begins with what may be an opening mark: so quotations go on
    over paragraphs.
    """
    forward: list[dict[_Node, float]] = []
    reached: dict[_Node, float] = {(_OUTSIDE, ""): 0.0}
    for item in block:
        reached = _step(reached, item)
        forward.append(reached)
    ahead = {node: _left_open(node[0], opens_again=opens_again) for node in reached}
    result: list[tuple[str, float]] = []
    for at in range(len(block) - 1, -1, -1):
        item = block[at]
        here = forward[at]
        if isinstance(item, Seen):
            totals: dict[str, float] = {}
            for node, cost in here.items():
                total = cost + ahead.get(node, NEVER * 9)
                if total < totals.get(node[1], NEVER * 99):
                    totals[node[1]] = total
            best, *others = sorted(totals.items(), key=lambda pair: pair[1])
            result.append((best[0], (others[0][1] - best[1]) if others else NEVER))
        else:
            result.append(("", 0.0))
        before = forward[at - 1] if at else {(_OUTSIDE, ""): 0.0}
        ahead = _back(before, item, ahead)
    result.reverse()
    return result


def _left_open(state: str, *, opens_again: bool) -> float:
    return _TAKEN_UP if opens_again and state == "q" else _LEFT_OPEN[state]


def _moves(node: _Node, item: Seen | Break) -> list[tuple[_Node, float]]:
    """Where a reading can go on to over the next item, and at what cost."""
    state, last = node
    if isinstance(item, Break):
        moves = [((state, ""), (_CARRIED if item.inside else _CARRIED_ON) if state else 0.0)]
        if state:
            moves.append(((_OUTSIDE, ""), _left_open(state, opens_again=item.opens) + (3.0 if item.inside else 0.0)))
        return moves
    moves = []
    for reading in item.choices:
        cost = _cost(item, reading)
        if item.joined:
            cost += _PAIRS.get((last, reading), NEVER if last else 0.0)
        steps = _STEPS.get(reading)
        if steps is None:
            moves.append(((state, reading), cost))
            continue
        if state in steps:
            alone = reading == INNER_OPEN and not state
            moves.append(((steps[state], reading), cost + (_ALONE if alone else 0.0)))
        else:  # against the grammar: somebody forgot a mark
            to = {OPEN: "q", INNER_OPEN: "i"}.get(reading, _OUTSIDE)
            moves.append(((to, reading), cost + _AGAINST))
    return moves


def _step(reached: dict[_Node, float], item: Seen | Break) -> dict[_Node, float]:
    result: dict[_Node, float] = {}
    for node, cost in reached.items():
        for to, more in _moves(node, item):
            if cost + more < result.get(to, NEVER * 999):
                result[to] = cost + more
    low = min(result.values())
    return {node: cost - low for node, cost in result.items()}


def _back(before: dict[_Node, float], item: Seen | Break, ahead: dict[_Node, float]) -> dict[_Node, float]:
    return {node: min(more + ahead.get(to, NEVER * 9) for to, more in _moves(node, item)) for node in before}
