"""
What the words around two spaces tell: was it a dash that stood there, or did a finger slip, or a word go missing?

A gap may be anywhere between two words, and is found in clean texts far more often than a dropped dash. Between a verb
and its object, a noun and its preposition, a subject and its verb it looks like any other place. A dash is set before an
afterthought, and its first words give that away, or around an aside, and then the sentence goes on with its verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleaner.repair.dash_prose import ASIDE, SENTENCE_END
from cleaner.repair.dash_words import Words, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleaner.document import Document

# How much a place tells for a dash, in quarters of what a word tells that opens afterthoughts three times as often.
_OPENING, _MILD, _NEW_SENTENCE, _PLAIN, _JOINED, _VERB = 8, 4, 5, -1, -4, -8
_AFTER_VERB = -4
_ASIDE, _ASIDE_PERHAPS = 8, 2
_REGULAR = 2
_DATELINE = 12
_ENOUGH, _ENOUGH_IN_A_SHORT_TEXT = 3, 7

# Shorter texts are a title, a message or a sample (code points); one word alone does not tell enough in them.
_SHORT = 600
# So many words make a clause that something can be added to.
_CLAUSE = 4
_NEAR = 2000  # code points looked at for the same word with a small letter
_REACH = 60  # code points looked at to the right
_FEW_WORDS = 6  # of an aside that opens with a noun
_ECHO = 4  # a word that is taken up again comes within so many
_SHORTEST_ECHO = 4

_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}.-][^\W\d_]+)*")
_QUOTE = "\"'“„‘«»"
_MONEY = re.compile(r"[$£€¥]\d")
_DATE = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2},")
_PARTICIPLE = re.compile(r"[a-z]{3,}ing\b(?!['\N{RIGHT SINGLE QUOTATION MARK}])")
_ADVERB_OF_PARTICIPLE = re.compile(r"[a-z]{3,}ly [a-z]{3,}(?:ing|ed)\b")


class Place(NamedTuple):
    """
    Two spaces where a dash may have been.

    `weak` ones are believed only beside others, `bound` ones as an aside's other end, those after a dateline always.
    """

    start: int
    end: int
    weak: bool = False
    bound: bool = False
    dateline: bool = False

    @property
    def sure(self) -> bool:
        """Is it neither?"""
        return not (self.weak or self.bound)


def enough_evidence(doc: Document, places: Sequence[Place], together: Sequence[tuple[Place, Place]]) -> bool:
    """
    Do the words at these places tell that dashes stood there? `together` has the neighbours that share a sentence.

    >>> from cleaner.document import Document
    >>> text = Document.of("They had been waiting for hours  but nobody came. The old man  slowly went away.")
    >>> enough_evidence(text, [Place(31, 33)], []), enough_evidence(text, [Place(61, 63)], [])
    (True, False)
    """
    words = words_of(doc.language or "en")
    weights = {place.start: _DATELINE if place.dateline else _weight(doc, place, words) for place in places}
    asides = {pair for pair in together if _is_aside(doc, *pair, words)}
    short = len(doc.text) < _SHORT
    believed = not short or asides or _OPENING in weights.values()
    closed = -1
    for one, two in together:
        aside = (one, two) in asides
        perhaps = believed and not (one.bound or two.bound) and _first_word(doc, one) not in words.verbs
        if one.start != closed and (aside or perhaps):
            closed = two.start
            weights[one.start] = max(weights[one.start], 0)
            weights[two.start] = max(weights[two.start], 0) + (_ASIDE if aside else _ASIDE_PERHAPS)
    if not short:
        # Slips of a finger come after all kinds of words, and so many of them not only where one has ended a clause.
        return sum(weights.values()) + _REGULAR * sum(place.sure for place in places) >= _ENOUGH
    if asides:
        return sum(max(weight, _PLAIN) for weight in weights.values()) >= _ENOUGH
    return sum(weights.values()) >= _ENOUGH_IN_A_SHORT_TEXT


def _is_aside(doc: Document, one: Place, two: Place, words: Words) -> bool:
    """Does what stands between open like an aside, or does the sentence go on with its verb after a few words?"""
    first = _first_word(doc, one)
    inside = doc.text[one.end : two.start]
    if not first or first in words.opening:
        return True
    if " " not in inside:
        return False
    if first in words.mild:
        return True
    goes_on = not two.bound and _first_word(doc, two) in words.verbs
    return goes_on and first not in words.verbs and "," not in inside and len(inside.split()) <= _FEW_WORDS


def _first_word(doc: Document, place: Place) -> str:
    word = _WORD.match(doc.text, place.end, place.end + _REACH)
    return word[0].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lower() if word else ""


def _weight(doc: Document, place: Place, words: Words) -> int:
    """How much the words around a place tell for a dash, or against it when below nought."""
    text, start, end = doc.text, place.start, place.end
    before = SENTENCE_END.split(text[max(0, start - ASIDE) : start])[-1]
    heads = before.split()
    right = text[end : end + _REACH]
    if place.bound:
        return _VERB
    last = heads[-1].lower() if heads else ""
    clause = len(heads) >= _CLAUSE or before[:1].islower()
    if right[0] in _QUOTE:
        return _MILD
    if not right[0].isalpha():
        return _MILD if _MONEY.match(right) and last[:1] in "$£€¥" else _PLAIN
    first, *rest = (word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for word in _WORD.findall(right))
    if right[0].isupper() and (last[-1:].islower() or not last):
        return _capital_weight(doc, place, right, first, clause=clause)
    if f"{first} {rest[0] if rest else ''}".lower() in words.phrases:
        return _OPENING
    if len(last) >= _SHORTEST_ECHO and last in (word.lower() for word in rest[:_ECHO]):
        return _OPENING
    if first in words.opening:
        return _OPENING if clause else _MILD
    if last in words.verbs:
        return _AFTER_VERB
    if first in words.mild:
        return _MILD if clause else 0
    if first in words.joined:
        return _JOINED
    if first in words.verbs:
        return _VERB
    english = (doc.language or "en")[:2] == "en"
    if english and clause and (_PARTICIPLE.match(right) or _ADVERB_OF_PARTICIPLE.match(right)):
        return _OPENING
    return _PLAIN


def _capital_weight(doc: Document, place: Place, right: str, first: str, *, clause: bool) -> int:
    """A capital where no sentence has ended is a name's, or that of a new sentence."""
    if not clause or (doc.language or "")[:2] == "de":
        return _PLAIN
    if _DATE.match(right):
        return _MILD
    following = right[len(first) :].lstrip(" ")
    if first[1:].islower() and (following[:1].islower() or following[:1] in ("…", ".")):
        # No name, when the word stands nearby with a small letter.
        near = doc.text[max(0, place.start - _NEAR) : place.end + _NEAR]
        return _NEW_SENTENCE if first.lower() in _WORD.findall(near) else _PLAIN
    return _PLAIN
