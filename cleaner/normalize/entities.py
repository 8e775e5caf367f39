r"""
Character references that were left in a text: ``&rsquo;``, ``&#8217;``, ``&amp;#8217;``.

Decoding is easy; knowing when not to is the work. A reference may be what the writer is writing *about*, it may be a parameter
of a URL, and two of them, ``&lt;`` and ``&gt;``, can turn a sentence about a tag into the tag.
"""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.lines import fences
from cleaner.normalize.mentions import spoken_of
from cleaner.normalize.references import Reference, references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENTITY = "entity"

# Text about markup and programs keeps its references: tags (but not an address in angle brackets), an attribute, a line that
# ends in a brace …
_CODE = re.compile(r"""</?[A-Za-z][\w-]{0,40}(?:\s[^<>]{0,400})?/?>|<!--|\w\s?=\s?["']|[{}]\s*$""")
# … and a call or an operator, of which a sentence may hold one as well, if it has words enough beside it.
_OPERATION = re.compile(r"[=!]==|&&|\w\(\)")
_WORD = re.compile(r"(?<![^\s(\"'])[^\W\d_]{2,20}(?=[,.;:!?)\"']?(?:\s|$))")
_WORDS_BESIDE = 8

# Code inside a sentence, in Markdown. What stands around it has no say, for that may be decoded.
_SPAN = re.compile(r"`(?![\s`])[^`\n]*+(?<!\s)`")

# What makes "<" begin a tag, a comment or a declaration, by the HTML standard. Before anything else it is a plain sign.
_OPENS = re.compile("[A-Za-z/!?]")

# The end of a text in which one letter, digit or semicolon more could complete a reference.
_UNFINISHED = re.compile(r"&#?\w{0,40}\Z", re.ASCII)
_UNFINISHED_AT_MOST = 50
_LOOK_BACK = 2_000  # where it matters whether a URL is being spelled

# Names that HTML 5 has without a semicolon, but that a hasty "&" makes of a plain word as well: "cut &copy" needs a figure.
_WORDS = frozenset("cent copy divide not para pound reg sect shy thorn times yen".split())
_FIGURE = re.compile(r"\s[0-9]")

_QUOTED = {'"': '"', "'": "'", "‘": "’", "“": "”", "„": "“", "«": "»"}
_BEFORE_QUOTED = frozenset(_QUOTED) | {";"}  # or a reference to one

# So many quotes and apostrophes in the prose tell of a document that was encoded from end to end.
_EVIDENCE = 3
# A sign that stands by itself, as one that is spoken of does.
_ALONE = re.compile(r"(?<!\S)[&<>](?![^\s.,;:!?)])")
_END = re.compile(r"[\s.,;:!?)]|\Z")


@stage
def decode_entities(doc: Document) -> Iterable[Edit]:
    r"""
    Put the character in place of a reference to it: named, decimal, hexadecimal, however often encoded.

    Names and the odd numbers 128 to 159 (``&#151;`` is an em dash, ``&#157;`` a control) are read as HTML 5 reads them. The
    semicolon may be missing only where HTML 5 has the name without one, or after a number, and only where no letter and no ``=`` follows and no URL is
    being spelled: ``?a=1&copy=2`` stays. (A letter may follow a name that no word begins with, as in ``10&nbspmen``.) Numbers
    that are no character stay as they are. Beyond HTML 5, names in a text in capitals are known: ``CAF&EACUTE;``.

    Decoding never makes markup. ``5 &lt; 6`` becomes ``5 < 6``; but where ``<`` would open a tag, ``&lt;b&gt;`` is somebody
    writing about tags, and stays as it is, readable, with the ``&gt;`` that closes it (``&amp;lt;b&amp;gt;`` becomes
    ``&lt;b&gt;``); whether the tag is one that HTML knows makes no difference, for browsers hide those that they do not know.
    References stay, too, where text looks like code, alone between quotation marks (``"&nbsp;"``), and where a line speaks of
    them: of a sign that it shows in two ways, ``&lt; for <``, the one way stays. Where the words beside a reference speak of it
    (``What does &nbsp; mean?``), or it stands where its character never does in a text about HTML, all those stay that stand by
    themselves (:mod:`cleaner.normalize.mentions`); not so if one is used in a word, ``it&rsquo;s``.

    Code is decoded in one case: the document was encoded from end to end. Then its prose has references for quotes or
    apostrophes, and there is no such sign, and no ``<``, ``>`` or ``&`` either, that is not a reference. Who writes about HTML
    has quotes in the prose and references in the code; no writer spells every apostrophe so. Code is decoded as often as the
    prose was encoded, and not once more.

    Cleaning the result again changes nothing.

    >>> decode_entities("&ldquo;It&#8217;s 5&nbsp;&amp;lt; 6&amp;rdquo; &#151; AT&amp;T")
    '“It’s 5\xa0< 6” — AT&T'
    >>> decode_entities("See http://example.com/?a=1&copy=2 &copy 2019, or write &lt;b&gt;.")
    'See http://example.com/?a=1&copy=2 © 2019, or write &lt;b&gt;.'
    >>> decode_entities("It&#39;s what I&#39;d do if I&#39;m asked:\nif (a &amp;&amp; b) { x = &#39;&amp;lt;&#39;; }")
    "It's what I'd do if I'm asked:\nif (a && b) { x = '&lt;'; }"
    """
    text = doc.text
    if "&" not in text:
        return
    found, tags = _settled(text, references(text))
    held = _held_back(text, found, tags)
    edits: list[tuple[Edit, Reference]] = []
    look_back = _LOOK_BACK if any(reference.once[-1] != ";" for reference in found) else _UNFINISHED_AT_MOST
    in_tag = False
    at = 0  # up to here of the text is in the result …
    result = ""  # … of which this is the end
    for number, reference in enumerate(found):
        start, end, once, character, depth = reference
        if in_tag and (text.find(">", at, start) >= 0 or text.find("\n", at, start) >= 0):
            in_tag = False
        result = (result + text[max(at, start - look_back) : start])[-look_back:]
        at = start
        times = held.get(start, depth)
        if times and text[start - 1] in _BEFORE_QUOTED:
            times = min(times, _times_between_quotes(text, found, number))
        if times and _completes(result, character):
            continue
        opens, closes = start in tags, in_tag and character[0] == ">"
        in_tag = opens or (in_tag and not closes and character != "\n")
        if not times:
            continue
        if times < depth:
            character = reference.after(times)
        elif opens or closes or (once[-1] != ";" and character != "&" and _is_address(result)):
            character = once
        if text[start:end] != character:
            edits.append((Edit(start, end, character, ENTITY), reference))
        result += character
        at = end
    if not edits:
        return
    spoken = spoken_of(text, found, {edit.start for edit, _ in edits}, tags)
    for edit, reference in edits:
        times = spoken.get(edit.start, reference.depth)
        if times == reference.depth:
            yield edit
        elif times:
            yield Edit(edit.start, edit.end, reference.after(times), ENTITY)


def _held_back(text: str, found: list[Reference], tags: set[int]) -> dict[int, int]:
    """Where the references stand that are to be decoded less often than they were encoded, and how often: 0 in code."""
    blocks = fences(text)
    if len(blocks) % 2:
        blocks.pop()
    if blocks and any(reference.character in {"`", "~", "\n"} for reference in found):
        return {reference.start: 0 for reference in found}  # decoded, they could make and unmake blocks of code
    held: dict[int, int] = {}
    code: list[tuple[int, int, list[Reference]]] = []
    for line_start, line_end, here in _by_line(text, found):
        inside = here
        if not bisect(blocks, line_start) % 2 and not _is_code(_without(text, line_start, line_end, here)):
            inside, around = _by_spans(text, line_start, line_end, here)
            held.update(_shown_twice(text, line_start, line_end, [one for one in around if one.start not in tags]))
        if inside:
            code.append((line_start, line_end, inside))
            held.update((reference.start, 0) for reference in inside)
    if code and (depth := _depth_of_all(text, [reference for reference in found if reference.start not in held])):
        for line_start, line_end, inside in code:
            if any(reference.depth > depth for reference in inside):  # what is left of them must still look like code
                then = _without(text, line_start, line_end, inside, depth)
                if "\n" in then or not _is_code(then) or any(reference.character == "`" for reference in inside):
                    continue
            held.update((reference.start, min(depth, reference.depth)) for reference in inside)
    return held


def _by_line(text: str, found: list[Reference]) -> Iterator[tuple[int, int, list[Reference]]]:
    """Where the lines with references begin and end, and what they have."""
    here: list[Reference] = []
    line_start = line_end = -1
    for reference in found:
        if reference.start >= line_end:
            if here:
                yield line_start, line_end, here
            line_start, line_end = text.rfind("\n", 0, reference.start) + 1, text.find("\n", reference.start)
            line_end, here = len(text) if line_end < 0 else line_end, []
        here.append(reference)
    if here:
        yield line_start, line_end, here


def _without(text: str, start: int, end: int, here: list[Reference], times: int = 0) -> str:
    """A line with its references decoded so many times, and a blank for each that is left then."""
    parts: list[str] = []
    for reference in here:
        parts += text[start : reference.start], reference.character if reference.depth <= times else " "
        start = reference.end
    return "".join(parts) + text[start:end]


def _is_code(line: str) -> bool:
    """Does a line look like code, spans of code in it aside?"""
    line = _SPAN.sub(" ", line)
    if _CODE.search(line):
        return True
    operations = len(_OPERATION.findall(line))
    return operations > 0 and len(_WORD.findall(line)) < operations * _WORDS_BESIDE


def _by_spans(text: str, start: int, end: int, here: list[Reference]) -> tuple[list[Reference], list[Reference]]:
    """Those of a line's references that stand in code between backticks, and those that stand around it."""
    if text.find("`", start, end) < 0:
        return [], here
    if any(reference.character == "`" for reference in here):
        return here, []  # decoded, it would pair with the others
    edges = [edge for span in _SPAN.finditer(text, start, end) for edge in span.span()]
    parts: tuple[list[Reference], list[Reference]] = [], []
    for reference in here:
        parts[bisect(edges, reference.start) % 2 == 0].append(reference)
    return parts


def _depth_of_all(text: str, prose: list[Reference]) -> int:
    """How many times the whole document was encoded; 0 when it was not, or not the whole of it."""
    depths = []
    signs = set("<>&")
    for start, end, _, character, depth in prose:
        around = text[start - 1 : start].isalnum() + text[end : end + 1].isalnum()
        if (character == "'" and around == 2) or (character == '"' and around == 1):
            depths.append(depth)
            signs.add(character)
    if len(depths) < _EVIDENCE:
        return 0
    plain = _without(text, 0, len(text), references(text))
    return 0 if any(sign in plain for sign in signs) else min(depths)


def _shown_twice(text: str, line_start: int, line_end: int, here: list[Reference]) -> dict[int, int]:
    """
    Where a line speaks of references: it has a sign by itself in two ways, as in "&lt; for <", and so "<", or two signs.

    Each is decoded as often as the one that was encoded least.
    """
    alone = [
        reference
        for reference in here
        if reference.character in {"&", "<", ">"}
        and text[reference.end - 1] == ";"
        and (text[reference.start - 1].isspace() if reference.start > line_start else reference.character != ">")
        and _END.match(text, reference.end)
    ]
    if not alone or any(reference.character == "\n" for reference in here):
        return {}
    ways: dict[str, set[int]] = {}
    for reference in alone:
        ways.setdefault(reference.character, set()).add(reference.depth)
    for sign in _ALONE.finditer(text, line_start, line_end):
        if sign[0] != ">" or sign.start() > line_start:  # at the beginning of a line it is the mark of a quotation
            ways.setdefault(sign[0], set()).add(0)
    several = {sign: min(depths) for sign, depths in ways.items() if len(depths) > 1}
    if "<" not in several and len(several) < 2:
        return {}
    return {one.start: several[one.character] for one in alone if several.get(one.character, one.depth) < one.depth}


def _times_between_quotes(text: str, found: list[Reference], number: int) -> int:
    """
    How often a reference alone between quotation marks is to be decoded: as often as the marks are.

    What stands so is what is being talked about. Anywhere else: as often as it was encoded.
    """
    start, end, _, _, depth = found[number]
    if not (start > 0 and end < len(text)):
        return depth
    left, right = text[start - 1], text[end]
    deep = 0
    if number and found[number - 1].end == start and left == ";":
        left, deep = found[number - 1].character, found[number - 1].depth
    if number + 1 < len(found) and found[number + 1].start == end and found[number + 1].once[-1] == ";":
        right, deep = found[number + 1].character, max(deep, found[number + 1].depth)
    return min(depth, deep) if _QUOTED.get(left) == right else depth


def _settled(text: str, references: list[Reference]) -> tuple[list[Reference], set[int]]:
    """
    What is left of the references, and where those to "<" stand that would open a tag, seen from what will follow them.

    From right to left, because what follows may be a reference too. A plain word after an "&" counts before a figure alone.
    """
    kept: list[Reference] = []
    openers: set[int] = set()
    next_start, ahead = len(text), ""  # where the reference to the right stands, and two characters of what it will be
    for reference in reversed(references):
        start, end, once, character, depth = reference
        following = text[end : end + 2] if end + 2 <= next_start else (text[end:next_start] + ahead)[:2]
        if once[1:] in _WORDS and not following[:1].isdigit() and not _FIGURE.match(following):
            next_start, ahead = start, "&" + once[1]
            if depth > 1:
                kept.append(Reference(start, end - len(once) + 1, "&amp;", "&", depth - 1))
            continue
        if character[0] == "<" and _OPENS.match(following):
            openers.add(start)
        kept.append(reference)
        next_start, ahead = start, (character + following)[:2]
    kept.reverse()
    return kept, openers


def _completes(result: str, character: str) -> bool:
    """Would the character make a new reference of what stands before it, or a tag of the "<" there?"""
    if character.isascii() and (character.isalnum() or character in {"#", ";"}):
        return bool(_UNFINISHED.search(result, max(0, len(result) - _UNFINISHED_AT_MOST))) or result.endswith("<")
    return result.endswith("<") and bool(_OPENS.match(character))


def _is_address(result: str) -> bool:
    """Does the text end within a URL?"""
    if result[-1:].isspace() or not result:
        return False
    word = result.rsplit(None, 1)[-1]
    return "://" in word or "www." in word
