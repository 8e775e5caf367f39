"""
Dashes that a careless program dropped, doubled, straightened or glued to their words.

What each of these looks like is also a way in which people write: with two spaces, with two hyphens, with a spaced hyphen,
without spaces. Nothing is told from the place alone; the rest of the text says which it is. Each fault has a file of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.repair.dash_dropped import dropped_dashes
from cleaner.repair.dash_glued import glued_dashes
from cleaner.repair.dash_stand_ins import stand_ins

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleaner.edits import Edit


@stage
def fix_dashes(doc: Document) -> Iterable[Edit]:
    r"""
    Put the dashes back that were lost, in the style of those that the document still has.

    *Dropped*, and two words stand exactly two spaces apart in a text that is otherwise single-spaced: a spaced em dash, or a
    spaced en dash where the text has those and no other. Double spaces after a full stop, a comma or a colon, between
    figures, in columns, lists, addresses and code, after a word that wants the next one ("the", "of"), runs of three
    spaces, tabs, blanks at the ends of lines, and dashes that survived all say that the double spaces here mean something
    else; where they weigh more than the places that look dropped, nothing is done. Two places in one sentence, as around
    an aside, weigh more than two apart; a third one there weighs against.

    Most double spaces are slips of a finger or left by a name or a formula that was taken out. So the words on both sides must
    tell of a dash as well: one that opens an afterthought ("but", "which", "even", a participle, the last word again), an aside
    that opens so or that the sentence's verb follows, a town at the head of the news. Words that belong to the one before ("of",
    "is", "said") tell against it. In a long text, places that all come after a full clause add up; in a short one, where nothing
    tells, nothing is done. Nor is it in a language whose small words nobody has listed.

    *Straightened* to a hyphen, or to two, at one end of an aside whose other end is a dash. *Doubled*, before a small word, in
    a text that has five dashes to each pair of hyphens, spaced alike, or a paragraph that has two; and three hyphens where the quotes are those of TeX.
    *Glued* to the words on both sides, before a small word, in a text that has five spaced dashes to each of them.

    All other hyphens, doubled or spaced, are the writer's and stay, and so does a dash with a space on one side.

    >>> fix_dashes("The last ferry was late  very late.")
    'The last ferry was late — very late.'
    >>> fix_dashes("The old man  slowly down the street.")
    'The old man  slowly down the street.'
    >>> fix_dashes("It rained.  We stayed in  all of us.")
    'It rained.  We stayed in  all of us.'
    >>> fix_dashes("He came – late. What he said  as ever  was wise.")
    'He came – late. What he said – as ever – was wise.'
    >>> fix_dashes("The mayor – as ever in these years - came late. He - she said - was ill.")
    'The mayor – as ever in these years – came late. He - she said - was ill.'
    """
    text = doc.text
    found = list(dropped_dashes(doc))
    if not (found or "—" in text or "–" in text or ("`" in doc.original and "---" in text)):
        return ()
    glued = glued_dashes(doc, found)
    hyphens = stand_ins(doc, sorted([*found, *glued]))
    while hyphens and len(again := glued_dashes(doc, [*found, *hyphens])) > len(glued):
        # What came back made a rule of the spaced dash.
        glued = again
        hyphens = stand_ins(doc, sorted([*found, *glued]))
    return [*found, *glued, *hyphens]
