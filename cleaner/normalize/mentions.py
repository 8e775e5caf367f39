r"""
Where a text speaks of references instead of using them: ``What does &nbsp; mean?``

Lessons, questions, tables and change logs show references without quotation marks. Decoded, they lose their subject. But a dash
or an ampersand by its name between two words is the commonest damage of all; so what is asked for is a sign beside a reference
that nobody puts beside the character itself, in a document in which no reference is used inside a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.facts.late import late

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from cleaner.normalize.references import Reference

# What stands on both sides of a word that is spoken of. No "&", ";" or quotation mark: those may belong to a reference.
_LEFT = frozenset(" \t\n\r(|/,:[")
_RIGHT = frozenset(" \t\n\r)|/,.:;!?]")
_ARROWS = frozenset("-=")
_PLURAL = re.compile(r"s(?![\w&])")

# Signs that stand between words and figures, and before them, in any text.
_BETWEEN_WORDS = frozenset("&<>–—\N{NO-BREAK SPACE}")
_COMMON = frozenset("&–—…")

_TOPIC = late(
    r"(?<![A-Za-z;&#])(?:HTML|XML|SGML|Unicode|htmlspecialchars|[Uu]nescap|[Ee]scap(?:ed?|ing)(?![a-z])"
    r"|[Ee]ntit(?:y|ies|äten|és?|à|ad|ades|eit(?:en)?)(?![a-z]))"
)
# Before a reference, up to it …
_SPOKEN_OF = late(
    r"(?<![\w;&#])(?:rid\sof|aka|a\.k\.a\."
    r"|(?:HTML|XML|SGML|[Cc]haracter|[Nn]amed|[Nn]umeric|[Dd]ecimal|[Hh]exadecimal)[\s-]"
    r"(?:[Ee]ntit(?:y|ies)|[Rr]eferences?|[Cc]odes?)(?:\s(?:like|such\sas|is|are|for))?:?)\s\Z"
)
_SPOKEN_OF_RARE = late(
    r"(?<![\w;&#])(?:[Ee]ntit(?:y|ies|ät|é|à|ad):?"
    r"|(?:[Cc]onvert|[Rr]eplac|[Tt]urn|[Ee]scap|[Ee]ncod|[Cc]hang)[a-z]{0,4}\s(?s:.{0,30})(?<![\w;&#])(?:to|into|with|by|as))\s\Z"
)
# … of which the last word is one of these, which is quicker to see.
_LAST_WORD = re.compile(r"([\w.]+):?\s\Z")
_LAST_WORDS = frozenset(
    "of aka a.k.a. entity entities entität entité entità entidad reference references code codes like as is are for to into "
    "with by".split()
)
_DOES = late(r"(?<![\w;&#])(?:do|does|did)\s\Z")
# … and after it.
_MEANS = late(r"\smean(?![\w&])")
_CHANGE = late(r"(?<![\w;&#])(?:[Cc]onvert|[Rr]eplac|[Tt]urn|[Ee]scap|[Ee]ncod|[Cc]hang)[a-z]{0,4}\s\Z")
_INTO = late(r"\s(?:to|into|with|by)(?![\w&])")
# What a sign is called, beside it. The names of © and ® are beside them in every footer.
_NAMES = {
    "&": late("[Aa]mpersand|AMPERSAND"),
    "<": late("[Ll]ess[ -]than"),
    ">": late("[Gg]reater[ -]than"),
    "\N{NO-BREAK SPACE}": late("[Nn]o[nt]?[ -]?break"),
    "–": late("[Ee][Nn][ -]?[Dd]ash"),
    "—": late("[Ee][Mm][ -]?[Dd]ash"),
    "'": late("[Aa]postrophe"),
    "’": late("[Aa]postrophe"),
    '"': late("[Qq]uotation mark"),
}
_BESIDE = 30  # characters
_NO_WORD = re.compile(r"[^\w&;\n]{1,6}")
_REACH = 8  # characters


def spoken_of(
    text: str, found: Sequence[Reference], decoded: AbstractSet[int], tags: AbstractSet[int]
) -> dict[int, int]:
    """
    Where the references stand that a text speaks of, and how often they may be decoded: until they are encoded once.

    `decoded` are the places of those that would be decoded, `tags` those of a "<" that would open a tag. One reference inside or
    beside a word, ``it&rsquo;s``, shows that the text uses them. Where a sign is shown encoded once and twice, the text as a
    whole was encoded once, and the one way becomes the sign.
    """
    alone = []
    others = 0
    for reference in found:
        start, end = reference.start, reference.end
        if start in tags:
            continue
        if _stands_alone(text, reference):
            alone.append(reference)
        elif start in decoded:
            if text[start - 1 : start].isalnum() or (text[end : end + 1].isalnum() and not _PLURAL.match(text, end)):
                return {}
            others += 1
    these = [reference for reference in alone if reference.start in decoded]
    if len(these) <= others:
        return {}
    twice = {reference.character for reference in these if reference.depth > 1}
    both = any(reference.depth == 1 and reference.character in twice for reference in these)
    stay = [reference for reference in alone if not both or reference.depth > 1 or reference.character.isspace()]
    topic = None
    for reference in stay:
        if _is_mentioned(text, reference):
            break
        if _is_out_of_place(text, reference):
            if topic is None:
                topic = _TOPIC.search(text) is not None
            if topic:
                break
    else:
        return {}
    return {reference.start: reference.depth - 1 for reference in stay}


def _stands_alone(text: str, reference: Reference) -> bool:
    """Has it a blank, an edge or a sign that closes on both sides, or the other half of an arrow?"""
    start, end = reference.start, reference.end
    left, right = text[start - 1 : start], text[end : end + 1]
    if reference.character == ">" and left in _ARROWS:
        left = text[start - 2 : start - 1] if start > 1 else ""
    if reference.character == "<" and right in _ARROWS:
        right = text[end + 1 : end + 2]
    return (not left or left in _LEFT) and (not right or right in _RIGHT)


def _is_mentioned(text: str, reference: Reference) -> bool:
    """Do the words beside a reference speak of it?"""
    start, end, _, character, _ = reference
    before = max(0, start - 2 * _BESIDE)
    last = _LAST_WORD.search(text, max(0, start - 20), start)
    if last and last[1].lower() in _LAST_WORDS:
        if _SPOKEN_OF.search(text, before, start):
            return True
        if character not in _COMMON and _SPOKEN_OF_RARE.search(text, before, start):
            return True
    if character not in _COMMON and _INTO.match(text, end) and _CHANGE.search(text, before, start):
        return True
    if _MEANS.match(text, end) and _DOES.search(text, max(0, start - _BESIDE), start):
        return True
    name = _NAMES.get(character)
    if name and (name.search(text, end, end + _BESIDE) or name.search(text, max(0, start - _BESIDE), start)):
        return True
    return _is_shown_beside(text, reference)


def _is_shown_beside(text: str, reference: Reference) -> bool:
    """Does the character itself stand beside a reference to it, by itself as well, as in the next cell of a table?"""
    start, end, _, character, _ = reference
    if character.isspace() or character in {"'", '"'}:
        return False
    after = text.find(character, end, end + _REACH)
    before = text.rfind(character, max(0, start - _REACH), start)
    for at, first, last in ((after, end, after), (before, before + len(character), start)):
        if at >= 0 and _NO_WORD.fullmatch(text, first, last):
            left, right = text[at - 1 : at], text[at + len(character) : at + len(character) + 1]
            if (not left or left in _LEFT) and (not right or right in _RIGHT):
                return True
    return False


def _is_out_of_place(text: str, reference: Reference) -> bool:
    """Does its character never stand so: a quotation mark or an apostrophe by itself, a sign between words before a comma?"""
    if reference.character in {"'", '"', "’", "‘", "“", "”"}:
        return True
    left, right = text[reference.start - 1 : reference.start], text[reference.end : reference.end + 1]
    return reference.character in _BETWEEN_WORDS and (left == "(" or (right != "" and right in ",.;:!?)"))
