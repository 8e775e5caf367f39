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

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What a mark can have been.
OPEN, CLOSE, INNER_OPEN, INNER_CLOSE, APOSTROPHE, QUESTION, DASH = (
    "opening closing inner inner/ apostrophe question dash".split()
)

# What stands beside a mark.
EDGE, SPACE, SMALL, CAPITAL, LETTER, FIGURE = range(6)
COMMA, STOP, ASKED, COLON, BRACKET, UNBRACKET, STROKE, MARK, QUOTE = range(6, 15)
OTHER, WIDE, STRANGE = range(15, 18)  # signs of money and of names, letters without blanks between words, anything else
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
_BESIDE = {
    OPEN: (_BEFORE_OPENING, _AFTER_OPENING),
    INNER_OPEN: (_BEFORE_OPENING, _AFTER_OPENING),
    CLOSE: (_BEFORE_CLOSING, _AFTER_CLOSING),
    INNER_CLOSE: (_BEFORE_CLOSING, _AFTER_CLOSING),
    QUESTION: (_BEFORE_QUESTION, _AFTER_QUESTION),
}
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
_INTO = {OPEN: "q", INNER_OPEN: "i"}
_ALONE = 3.0  # an inner mark with no quotation around it: a habit of some, where others write the outer ones
_LEFT_OPEN = {"": 0.0, "q": 4.5, "i": 6.5, "qi": 8.0, "iq": 9.0}
_TAKEN_UP = 0.7  # a quotation that is left open, and opens again at the head of the next paragraph
_CARRIED = 0.0  # over a line break inside a sentence
_CARRIED_ON = 2.0  # over one after a full stop


class Seen(NamedTuple):
    """
    A mark as it stands: what it may have been, at what cost, by its own neighbours.

    A mark that was not lost has one or two readings. `joined` says that it follows the one before it without anything
    between.
    """

    costs: dict[str, float]
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
    if character.isspace():
        return SPACE
    return OTHER if character in "@#$£€%&" else STRANGE


def seen(before: int, after: int, choices: Mapping[str, float], *, joined: bool = False) -> Seen:
    """
    A mark between two kinds of neighbours (:func:`kind`, AFTER_SPACE added where a space comes first).

    `choices` names the readings that are open, with what each costs beyond what the neighbours say. Those that cannot be
    are left out.
    """
    costs = {}
    for reading, extra in choices.items():
        beside = _BESIDE.get(reading)
        cost = extra + (beside[0].get(before, NEVER) + beside[1].get(after, NEVER) if beside else 0.0)
        costs[reading] = cost
    most = min(costs.values()) + NEVER
    return Seen({reading: cost for reading, cost in costs.items() if cost < most}, joined)


_Node = tuple[str, str]  # what is open, and how the mark before was read, where the next one is joined to it
_Move = tuple[_Node, str, float]  # where a reading leads, the reading, what it costs
_BEGIN: _Node = (_OUTSIDE, "")


def read(block: Sequence[Seen | Break], *, opens_again: bool = False) -> list[tuple[str, float]]:
    """
    The cheapest reading of each mark of a block, and by how much the next best reading of that mark costs more; a break
    reads as nothing.

    `opens_again` says that the paragraph after the block begins with what may be an opening mark: so quotations go on
    over paragraphs.
    """
    joined = [isinstance(item, Seen) and item.joined for item in (*block[1:], None)][: len(block)]
    reached = {_BEGIN: 0.0}
    steps: list[dict[_Node, tuple[float, list[_Move]]]] = []  # by item and node: the cost so far, and the ways on
    for item, next_joined in zip(block, joined, strict=True):
        step = {node: (cost, _moves(node, item, next_joined=next_joined)) for node, cost in reached.items()}
        steps.append(step)
        reached = {}
        for cost, moves in step.values():
            for to, _, more in moves:
                if cost + more < reached.get(to, _FAR):
                    reached[to] = cost + more
    ahead = {node: _left_open(node[0], opens_again=opens_again) for node in reached}
    result: list[tuple[str, float]] = []
    for step in reversed(steps):
        totals: dict[str, float] = {}
        before: dict[_Node, float] = {}
        for node, (cost, moves) in step.items():
            least = _FAR
            for to, reading, more in moves:
                onward = more + ahead[to]
                least = min(least, onward)
                if cost + onward < totals.get(reading, _FAR):
                    totals[reading] = cost + onward
            before[node] = least
        ahead = before
        best = min(totals, key=totals.__getitem__)
        lead = min((total - totals[best] for reading, total in totals.items() if reading != best), default=NEVER)
        result.append((best, lead))
    result.reverse()
    return result


_FAR = float("inf")


def _left_open(state: str, *, opens_again: bool) -> float:
    return _TAKEN_UP if opens_again and state == "q" else _LEFT_OPEN[state]


def _moves(node: _Node, item: Seen | Break, *, next_joined: bool) -> list[_Move]:
    """The ways from what is open before an item to what is open after it."""
    state, last = node
    if isinstance(item, Break):
        moves = [((state, ""), "", (_CARRIED if item.inside else _CARRIED_ON) if state else 0.0)]
        if state:
            moves.append((_BEGIN, "", _left_open(state, opens_again=item.opens) + (3.0 if item.inside else 0.0)))
        return moves
    moves = []
    for reading, beside in item.costs.items():
        cost = beside
        if item.joined and last:
            cost += _PAIRS.get((last, reading), NEVER)
        after = state
        if reading in _STEPS:
            after = _STEPS[reading].get(state, "?")
            if after == "?":
                after = _INTO.get(reading, _OUTSIDE)
                cost += _AGAINST
            elif reading == INNER_OPEN and not state:
                cost += _ALONE
        moves.append(((after, reading if next_joined else ""), reading, cost))
    return moves
