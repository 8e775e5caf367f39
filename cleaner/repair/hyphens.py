r"""
Words that were cut at the end of a line.

A hyphen there is the typesetter's or the writer's: ``compre-`` and ``hensive`` are one word, ``well-`` and ``known`` are two
with a hyphen. The document is its own dictionary, for most of its words stand in it more than once; where it does not tell, lists
of what begins and ends such compounds do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.facts.hyphens import FIRST, SECOND, SUSPENDED

if TYPE_CHECKING:
    from collections.abc import Iterable

CUT_WORD = "cut word"
LINE_BREAK = "line break after a hyphen"

# The end of a line, or of a page, inside a word: as it is in the file, and as other stages may have left it since. (Both open
# with the hyphen, so that a text without one there is looked through at once.)
_BROKEN = re.compile(r"[-\N{HYPHEN}\N{NOT SIGN}](?<=[^\W\d_].)[ \r]*\n\s{0,8}(?=[^\W\d_])")
_JOINT = re.compile(r"[-\N{HYPHEN}\N{NOT SIGN}](?<=[^\W\d_].)(?: ?\n[ \n]{0,8}| )(?=[^\W\d_])")
_HYPHENS = frozenset("-\N{HYPHEN}\N{NOT SIGN}")
_CUT_WORD = re.compile(r"[^\W\d_]{0,40}[-\N{HYPHEN}\N{NOT SIGN}][ \r]*\n\s{0,8}[^\W\d_]{0,40}")
_HEAD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\Z")
_TAIL = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 40  # code points of half a word
_MARKED = re.compile(r"\s*(?:[-*•–—>|]|\d+[.)])\s")
_SHORTEST_LINE = 20  # code points: what is shorter was not cut because it was full
# Words that begin others without a hyphen, though they are words.
_JOINED = frozenset(
    "over under out up down with for fore after inter super trans counter micro macro electro photo hydro bio geo tele auto con com"
    " per par car for pro dis mis un re in im be de en em ex sub sur syn".split()
)


class _Words(NamedTuple):
    """What is known about words: those that the document has whole, and what the language's lists say."""

    whole: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    suspended: frozenset[str]


@stage
def mend_hyphens(doc: Document) -> Iterable[Edit]:
    r"""
    Put words together again that were cut at the end of a line, and keep the hyphens that are theirs.

    A word that the document has whole elsewhere decides: as one, or with its hyphen. Then the lists of the language; a capital
    after the hyphen keeps it; all others were cut by who set the lines. The two lines become one, as the word in them does, also
    over a page's end. It looks for the cuts in the file as it was, so that it may come after the lines have been joined, and
    should: how long the lines are is what tells wrapped ones.

    "Pre-" before "and post-war" keeps hyphen and blank. What follows a hyphen in the next item of a list, in verse and in short
    lines stays.

    >>> mend_hyphens("It was a long and compre-\nhensive report on the well-\nknown bridge.")
    'It was a long and comprehensive report on the well-known bridge.'
    >>> mend_hyphens("Nobody knows who wrote the list of names.\n- one -\nanother")
    'Nobody knows who wrote the list of names.\n- one -\nanother'
    """
    # In a text that nobody has touched the ends of its lines tell; they are looked at anyhow.
    if not doc.ledger and not any(line.text[-1] in _HYPHENS for line in doc.lines):
        return
    everywhere, where_lines_are_full = _cuts(doc.original)
    if not everywhere:
        return
    words = _words(doc)
    text = doc.text
    done = 0
    for joint in _JOINT.finditer(text):
        if joint.start() < done:
            continue
        pair = _halves_at(text, joint)
        # Where a blank stands there now, another stage has found that the lines were one.
        if pair is None or pair not in (where_lines_are_full if "\n" in joint[0] else everywhere):
            continue
        head, tail = pair
        end = joint.end() + len(tail)
        following = text[end : end + 1]
        if tail.lower() in words.suspended and following in {" ", "\n"}:
            continue  # "pre- and post-war"
        if joint[0].count("\n") > 1 and tail[0].isupper():
            continue  # "New York, Monday -", and a new paragraph
        keeps = joint[0][0] != "\N{NOT SIGN}" and _keeps_hyphen(head, tail, following, words)
        yield Edit(joint.start() + keeps, joint.end(), "", LINE_BREAK if keeps else CUT_WORD)
        done = end


_Halves = tuple[str, str]


def _cuts(text: str) -> tuple[set[_Halves], set[_Halves]]:
    """The halves of all words that were cut, and of those where lines are cut because they are full."""
    everywhere: set[_Halves] = set()
    full: set[_Halves] = set()
    for cut in _BROKEN.finditer(text):
        if pair := _halves_at(text, cut):
            everywhere.add(pair)
            line_start = text.rfind("\n", 0, cut.start()) + 1
            if cut.start() - line_start >= _SHORTEST_LINE and not _MARKED.match(text, line_start):
                full.add(pair)
    return everywhere, full


def _halves_at(text: str, cut: re.Match[str]) -> _Halves | None:
    head = _HEAD.search(text, max(0, cut.start() - _LONGEST), cut.start())
    tail = _TAIL.match(text, cut.end(), cut.end() + _LONGEST)
    return (head[0], tail[0]) if head and tail else None


def _keeps_hyphen(head: str, tail: str, following: str, words: _Words) -> bool:
    """Is the hyphen between these halves the writer's?"""
    first = re.split("[-'’]", head)[-1].lower()
    second = tail.lower()
    if first + second in words.whole:
        return False
    if f"{head.lower()}-{second}" in words.whole or f"{first}-{second}" in words.whole:
        return True
    if tail[0].isupper():
        return not (head.isupper() and tail.isupper())
    if "-" in head or following == "-":  # one of several
        return True
    free = second in words.whole
    known = first in words.whole and first not in _JOINED
    bound = len(second) < _SHORTEST_FREE or second.endswith(_BOUND)
    if first in words.first:
        return second in words.second or free or not (bound or first in _WEAK)
    if second in words.second:
        return known or (
            second not in _ENDINGS and (second in _PRONOUNS or len(second) > _SHORTEST_FREE) and first not in _JOINED
        )
    if known and len(first) >= _SHORTEST_FREE and (head[0].isupper() or second.endswith(_PARTICIPLES)):
        return len(second) > _SHORTEST_FREE + (not head[0].isupper())
    return free and known and min(len(first), len(second)) >= _SHORTEST_FREE


_SHORTEST_FREE = 4
# Pronouns and particles that are the end of hardly any other word, and those that are the end of many.
_PRONOUNS = frozenset("il elle on ils elles vous nous ci là se lhe lhes то либо нибудь ка таки".split())
_ENDINGS = frozenset("le la les ce te me en y a o as os ne de li l i t lui je tu".split())
_WEAK = frozenset("pre pro co multi sub semi".split())  # begin as many words without a hyphen
# Ends of words that are no words, and those of verbs that make compounds: heat-retaining.
_BOUND = tuple("ness ment ments ship hood tion tions sion ward wards light lights land time work west east ern".split())
_PARTICIPLES = ("ing", "ed", "intensive", "friendly", "forward", "shaped")


def _words(doc: Document) -> _Words:
    """The words of a document that are not cut, and the lists of its language."""
    text = _CUT_WORD.sub(" ", doc.original)
    whole = frozenset(_WORD.findall(text.lower()))
    first, second, suspended = _lists(doc.language or "")
    return _Words(whole, first, second, suspended)


@lru_cache
def _lists(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    first, second, suspended = (frozenset(table.get(language, "").split()) for table in (FIRST, SECOND, SUSPENDED))
    return first, second, suspended
