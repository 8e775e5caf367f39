r"""
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

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.facts.function_words import WORDS
from cleaner.repair.sentences import binding_words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

DROPPED = "dropped dash"

_GAP = re.compile("  +")
# What a dash may follow, and what it may precede.
_BEFORE = re.compile(r"""[\w"'”“’»)\]%°]""")
_AFTER = re.compile(r"""[\w"'“„‘«$£€¿¡]""")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SENTENCE_END = re.compile(r"""[.!?…][)"'”’»]*\s|\n""")
_PROSE_END = re.compile(r"""[.!?…:][)"'”“’»\]]*\Z""")
_NO_PROSE = re.compile(r"[|=\\{}`•·@]|;\Z|://")
_GLUED_DASH = re.compile(r"—(?<=\w—)\w")  # opens with a literal: as quick as looking for the dash
_SPACED_DASH = re.compile(" [–—] ")
# White space as no program leaves that has tidied it: columns, indents, blanks before the line's end, odd spaces.
_UNTIDY = re.compile(
    "   |[ \\t\xa0]\r?\n|\n[ \\t\xa0]|[\\t\\v\x00-\x08\x0e-\x1f]| [\xa0\u2000-\u200f\u202f]|[\xa0\u2000-\u200f\u202f] "
)

# A line this long is a paragraph's even when it ends without a full stop; one that ends with one may be shorter (code points).
_PARAGRAPH = 80
_SENTENCE = 35
# Two dropped dashes this near each other, in one sentence, are an aside (code points).
_ASIDE = 160
# With more words than these before a double space that no dash comes after, it is the spaces that are at fault.
_FEW = 3
# So many double spaces may be slips of a finger, when each of them looks like one.
_SLIPS = 2
# Nobody writes more dashes than one in so many code points; such a text is spaced out.
_SPARSE = 35
# Where the news comes from, in capitals at the head of a paragraph: "KYIV", "PARIS (AP)", "WASHINGTON, D.C.".
_DATELINE = re.compile(r"[A-Z][A-Z.,/' ]+(?: \([A-Z][A-Za-z]+\))?\Z")

_LONGEST_WORD = 60


class _Place(NamedTuple):
    """Two spaces where a dash may have been. `weak` ones are believed only beside others, `bound` ones as an aside's other end."""

    start: int
    end: int
    weak: bool
    bound: bool

    @property
    def sure(self) -> bool:
        return not (self.weak or self.bound)


@stage
def fix_dashes(doc: Document) -> Iterable[Edit]:
    r"""
    Put a spaced dash where two words stand exactly two spaces apart in a text that is otherwise single-spaced.

    It comes back as a spaced em dash, or as a spaced en dash where the text has those and no other. Double spaces after a
    full stop, a comma or a colon, between figures, in columns, lists, addresses and code, after a word that wants the next
    one ("the", "of"), runs of three spaces, tabs, blanks at the ends of lines, and dashes that survived all say that
    the double spaces here mean something else; where they weigh more than the places that look dropped, nothing is done.
    Two places in one sentence, as around an aside, weigh more than two apart; a third one there weighs against.

    Hyphens, doubled or spaced, are the writer's and stay. A short text with nothing but such a place in it is believed.
    It stops at languages whose small words are not listed: what tells a lost dash from a slip in "the  old town" is missing.

    >>> fix_dashes("the last ferry  an old one")
    'the last ferry — an old one'
    >>> fix_dashes("It rained.  We stayed in  all of us.")
    'It rained.  We stayed in  all of us.'
    >>> fix_dashes("He came – late. What he said  as ever  was wise.")
    'He came – late. What he said – as ever – was wise.'
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
    if len(bound) < _FEW:
        bound -= {place for aside in asides for place in aside}
    dashes = _SPACED_DASH.findall(text)
    third = sum(one[1] is two[0] for one, two in pairwise(together))
    against += len(bound) + third + (len(dashes) or _GLUED_DASH.search(text) is not None)
    if 3 * against > weight or 3 * (against + _untidiness(doc.original, weight)) > weight:
        return
    if len(places) <= _SLIPS and all(_may_be_a_slip(doc, place) for place in places):
        return
    dash = " – " if dashes and " — " not in dashes else " — "
    for place in places:
        if place not in bound or sure > 2:
            yield Edit(place.start, place.end, dash, DROPPED)


def _may_be_a_slip(doc: Document, place: _Place) -> bool:
    """
    May this be a double space that a finger slipped on? A dash has more than a word before it in its sentence,
    and does not follow a word of grammar ("is", "should").
    """
    before = _SENTENCE_END.split(doc.text[max(0, place.start - _ASIDE) : place.start])[-1].split()
    if _DATELINE.match(" ".join(before)):
        return False
    return len(before) < 2 or before[-1].lower() in WORDS.get(doc.language or "", "").split()


def _places(doc: Document) -> tuple[list[_Place], int]:
    """Where a dash may have been dropped, and how many double spaces have another reason."""
    places: list[_Place] = []
    against = 0
    binding: frozenset[str] | None = None
    german = False
    alone = len(doc.lines) == 1
    for line in doc.lines:
        text = line.text
        if "  " not in text:
            continue
        long = alone or len(text) >= _PARAGRAPH
        if not alone and (_is_columns(text) or (not long and _NO_PROSE.search(text))):
            against += 1
            continue
        prose = long or (len(text) >= _SENTENCE and bool(_PROSE_END.search(text)))
        for gap in _GAP.finditer(text):
            start, end = gap.span()
            left, right = text[max(0, start - _LONGEST_WORD) : start], text[end : end + _LONGEST_WORD]
            if end - start != 2 or not _may_hold_dash(left, right) or _NO_PROSE.search(text, start - 2, end + 2):
                against += 1
                continue
            if binding is None:
                binding = binding_words_of(doc)
                german = (doc.language or "")[:2].lower() == "de"  # its nouns have capitals too
            word = left.rsplit(None, 1)[-1]
            names = word[0].isupper() and right[0].isupper() and not german
            weak = (
                not binding
                or not prose
                or left[-1] == "."
                or (names and not (long and start < _LONGEST_WORD and _DATELINE.match(left)))
            )
            bound = word.lower() in binding
            places.append(_Place(line.start + start, line.start + end, weak, bound))
    return places, against


def _may_hold_dash(left: str, right: str) -> bool:
    """Do a word and a word (or a quotation, a figure …) meet here that no other habit of spacing would part?"""
    if left[-1] == ".":
        return right[0].islower()
    return (
        bool(_BEFORE.match(left[-1]) and _AFTER.match(right[0]))
        and not (left[-1].isdigit() and right[0].isdigit())
        and not _CJK.match(left[-1])
    )


def _is_columns(line: str) -> bool:
    """Do double spaces part a line into bits of a word or two, as in a menu or a table?"""
    bits = _GAP.split(line)
    return len(bits) > 3 and len(line.split()) < 3 * len(bits)


def _in_one_sentence(text: str, one: _Place, two: _Place) -> bool:
    return two.start - one.end < _ASIDE and not _SENTENCE_END.search(text, one.end, two.start)


def _untidiness(original: str, enough: int) -> int:
    """How often the white space of the original shows that nobody tidied it; counted up to `enough`."""
    found = 0
    for found, _ in enumerate(_UNTIDY.finditer(original), start=1):
        if found >= enough:
            break
    return found
