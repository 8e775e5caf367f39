"""
Dashes that a careless program dropped.

An encoder that knows no dash leaves it out, and what stood on either side of it now stands two spaces apart. Typists, tables
and half-removed links leave double spaces too, and far more of them. What tells the two apart is the rest of the text: a
program that drops dashes drops them all, and the spaces of such a text are otherwise in order, or the double ones would have
gone with the rest.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleaner.edits import Edit
from cleaner.facts.function_words import WORDS
from cleaner.repair.dash_evidence import Place, enough_evidence
from cleaner.repair.dash_prose import ASIDE, PARAGRAPH, SENTENCE_END, TIGHT_EM_DASH, is_prose
from cleaner.repair.dash_words import words_of
from cleaner.repair.sentences import binding_words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from cleaner.document import Document

DROPPED = "dropped dash"

_GAP = re.compile("  +")
# What a dash may follow, and what it may precede.
# Guillemets open or close, as the language has it: what they touch tells which.
_BEFORE = re.compile(r"""[\w"'”“’»)\]%°]\Z|[\w.,!?…]«\Z""")
_AFTER = re.compile(r"""[\w"'“„‘«$£€¿¡]|»\w""")
_SMALL_WORD = re.compile(r"[^\W\d_]+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_NO_PROSE = re.compile(r"[|=\\{}`•·]|(?<![\"'“‘„«])@|;\Z|://")
_SPACED_DASH = re.compile(" [–—] ")
# White space as no program leaves that has tidied it: columns, indents, blanks before the line's end, odd spaces.
_UNTIDY = re.compile(
    "   |[ \\t\xa0]\r?\n|\n[ \\t\xa0]|[\\t\\v\x00-\x08\x0e-\x1f]| [\xa0\u2000-\u200f\u202f]|[\xa0\u2000-\u200f\u202f] "
)

# A line this long is a wrapped paragraph's when the next one goes on with a small letter (code points).
_WRAPPED = 50
# With more words than these before a double space that no dash comes after, it is the spaces that are at fault.
_FEW = 3
# A dash follows a word that wants the next one less often than once in so many.
_OFTEN = 6
# So many double spaces may be slips of a finger, when each of them looks like one.
_SLIPS = 2
# Nobody writes more dashes than one in so many code points; such a text is spaced out.
_SPARSE = 35
# Where the news comes from, in capitals at the head of a paragraph: "KYIV", "PARIS (AP)", "WASHINGTON, D.C.", "SALEM, Mass.".
_DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.,/' -]+(?:, [A-Z][a-z]+\.?(?: [A-Z][a-z]+\.?)?)?(?: \([A-Z][A-Za-z]+\))?\Z"
)

_LONGEST_WORD = 60


def dropped_dashes(doc: Document) -> Iterator[Edit]:
    """
    The dashes whose two spaces are left, coming back in the style of those that the text still has.

    >>> from cleaner.document import Document
    >>> [edit.text for edit in dropped_dashes(Document.of("He came – late. What he said  as ever  was wise."))]
    [' – ', ' – ']
    """
    text = doc.text
    if "  " not in text:
        return
    places, against = _places(doc)
    sure = sum(place.sure for place in places)
    if not sure or (len(places) > 3 and len(places) * _SPARSE > len(text)):
        return
    together = [(one, two) for one, two in pairwise(places) if _in_one_sentence(text, one, two)]
    asides = [(one, two) for one, two in together if one.sure or two.sure]
    weight = sure + sum(one.sure and two.sure for one, two in asides)
    bound = {place for place in places if place.bound}
    if len(bound) >= _FEW:
        if _OFTEN * len(bound) >= len(places):
            return
    else:
        bound -= {place for aside in asides for place in aside}
    dashes = _SPACED_DASH.findall(text)
    third = sum(one[1] is two[0] for one, two in pairwise(together))
    against += len(bound) + third + (len(dashes) or TIGHT_EM_DASH.search(text) is not None)
    if 3 * against > weight or 3 * (against + _untidiness(doc.original, weight)) > weight:
        return
    if len(places) <= _SLIPS and all(_may_be_a_slip(doc, place) for place in places):
        return
    if any(text[one.end : two.start].lower() in WORDS.get(doc.language or "en", "").split() for one, two in together):
        return  # "should  be  made": nobody sets a word of grammar apart; it is the spaces that are at fault
    if not enough_evidence(doc, places, together):
        return
    dash = " – " if dashes and " — " not in dashes else " — "
    for place in places:
        if place not in bound or sure > 2:
            yield Edit(place.start, place.end, dash, DROPPED)


def _may_be_a_slip(doc: Document, place: Place) -> bool:
    """
    May this be a double space that a finger slipped on? A dash has more than a word before it in its sentence,
    and does not follow a word of grammar ("is", "should").
    """
    before = SENTENCE_END.split(doc.text[max(0, place.start - ASIDE) : place.start])[-1].split()
    if place.dateline or _DATELINE.match(" ".join(before)):
        return False
    return len(before) < 2 or before[-1].lower() in WORDS.get(doc.language or "", "").split()


def _places(doc: Document) -> tuple[list[Place], int]:
    """Where a dash may have been dropped, and how many double spaces have another reason."""
    places: list[Place] = []
    against = 0
    grammar: _Grammar | None = None
    alone = len(doc.lines) == 1
    for number, line in enumerate(doc.lines):
        text = line.text
        if "  " not in text:
            continue
        long = alone or len(text) >= PARAGRAPH or _is_wrapped(doc, number)
        if not alone and (_is_columns(text) or (not long and _NO_PROSE.search(text))):
            against += 1
            continue
        prose = long or is_prose(text)
        for gap in _GAP.finditer(text):
            start, end = gap.span()
            left, right = text[max(0, start - _LONGEST_WORD) : start], text[end : end + _LONGEST_WORD]
            dateline = long and start < _LONGEST_WORD and right[0].isupper() and _DATELINE.match(left) is not None
            if (
                end - start != 2
                or not (dateline or _may_hold_dash(left, right))
                or _NO_PROSE.search(text, start - 2, end + 2)
            ):
                against += 1
                continue
            if grammar is None:
                grammar = _Grammar.of(doc)
            weak = not dateline and (not prose or left[-1] == "." or grammar.has_doubts(left, right))
            places.append(Place(line.start + start, line.start + end, weak, grammar.binds(left), dateline))
    return places, against


class _Grammar(NamedTuple):
    """
    What the document's language says of two words side by side.

    Where nobody has listed the words that bind, all the small words of the language bind, and a dash is believed before
    one of them alone, as it opens an afterthought.
    """

    binding: AbstractSet[str]
    opening: AbstractSet[str]
    german: bool
    """Have nouns capitals too?"""

    @classmethod
    def of(cls, doc: Document) -> _Grammar:
        binding = binding_words_of(doc)
        opening = frozenset[str]() if binding else frozenset(WORDS.get(doc.language or "", "").split())
        if binding:
            binding |= words_of(doc.language).modals
        return cls(binding, opening, (doc.language or "")[:2].lower() == "de")

    def binds(self, left: str) -> bool:
        """Does the word before want the next one?"""
        return left.rsplit(None, 1)[-1].lower() in (self.binding or self.opening)

    def has_doubts(self, left: str, right: str) -> bool:
        """May it be a slip? So are two names, and any two words in a language that nobody has told enough of."""
        if left.rsplit(None, 1)[-1][0].isupper() and right[0].isupper() and not self.german:
            return True
        if self.binding:
            return False
        word = _SMALL_WORD.match(right)
        return not (word and right[0].islower() and word[0] in self.opening)


def _is_wrapped(doc: Document, number: int) -> bool:
    """Does the line break off inside a sentence that the next one goes on with?"""
    line = doc.lines[number]
    if len(line.text) < _WRAPPED or number + 1 == len(doc.lines):
        return False
    following = doc.lines[number + 1]
    return following.text[0].islower() and doc.text.count("\n", line.end, following.start) == 1


def _may_hold_dash(left: str, right: str) -> bool:
    """Do a word and a word (or a quotation, a figure …) meet here that no other habit of spacing would part?"""
    if left[-1] == ".":
        return right[0].islower()
    return (
        bool(_BEFORE.search(left[-2:]) and _AFTER.match(right))
        and not (left[-1].isdigit() and right[0].isdigit())
        and not _CJK.match(left[-1])
    )


def _is_columns(line: str) -> bool:
    """Do double spaces part a line into bits of a word or two, as in a menu or a table?"""
    bits = _GAP.split(line)
    return len(bits) > 3 and len(line.split()) < 3 * len(bits)


def _in_one_sentence(text: str, one: Place, two: Place) -> bool:
    return two.start - one.end < ASIDE and not SENTENCE_END.search(text, one.end, two.start)


def _untidiness(original: str, enough: int) -> int:
    """How often the white space of the original shows that nobody tidied it; counted up to `enough`."""
    found = 0
    for found, _ in enumerate(_UNTIDY.finditer(original), start=1):
        if found >= enough:
            break
    return found
