r"""
Character references that were left in a text: ``&rsquo;``, ``&#8217;``, ``&amp;#8217;``.

Decoding is easy; knowing when not to is the work. A reference may be what the writer is writing *about*, it may be a parameter
of a URL, and two of them, ``&lt;`` and ``&gt;``, can turn a sentence about a tag into the tag.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ENTITY = "entity"

# An ampersand, encoded any number of times, and what it is to begin.
_REFERENCE = re.compile(
    r"""
    & (?P<again> (?: (?:amp | AMP | \#0{0,4}38 | \#[xX]0{0,4}26) ; )* )
    (?: \# (?: (?P<decimal> [0-9]{1,7}) | [xX] (?P<hex> [0-9a-fA-F]{1,6}) ) | (?P<name> [A-Za-z][A-Za-z0-9]{1,31}) )
    (?P<semicolon> ;? )
    """,
    re.VERBOSE,
)

# Text about markup and programs keeps its references: backticks, tags (but not an address in angle brackets), an attribute,
# a call, an operator, a line that ends in a brace.
_CODE = re.compile(
    r"""
    ` | </?[A-Za-z][\w-]{0,40}(?:\s[^<>]{0,400})?/?> | <!--
    | [=!]== | && | \w\(\) | \w\s?=\s?["'] | [{}]\s*$
    """,
    re.VERBOSE,
)

# What makes "<" begin a tag, a comment or a declaration, by the HTML standard. Before anything else it is a plain sign.
_OPENS = re.compile("[A-Za-z/!?]")

# The end of a text in which one letter, digit or semicolon more could complete a reference.
_UNFINISHED = re.compile(r"&#?\w{0,40}\Z", re.ASCII)
_LOOK_BACK = 2_000

# Names that HTML 5 has without a semicolon, but that a hasty "&" makes of a plain word as well: "cut &copy" needs a figure.
_WORDS = frozenset("cent copy divide not para pound reg sect shy thorn times yen".split())
_FIGURE = re.compile(r"\s[0-9]")

_QUOTED = {'"': '"', "'": "'", "‘": "’", "“": "”", "„": "“", "«": "»"}


class _Reference(NamedTuple):
    """A reference as it stands in ``[start:end]``, what it says once (``&lt;``), and the character it stands for."""

    start: int
    end: int
    once: str
    character: str


@stage
def decode_entities(doc: Document) -> Iterable[Edit]:
    r"""
    Put the character in place of a reference to it: named, decimal, hexadecimal, however often encoded.

    Names and the odd numbers 128 to 159 (``&#151;`` is an em dash) are read as HTML 5 reads them. The semicolon may be missing
    only where HTML 5 has the name without one, or after a number, and only where no letter and no ``=`` follows and no URL is
    being spelled: ``?a=1&copy=2`` stays. Numbers that are no character stay as they are.

    Decoding never makes markup. ``5 &lt; 6`` becomes ``5 < 6``; but where ``<`` would open a tag, ``&lt;b&gt;`` is somebody
    writing about tags, and stays as it is, readable, with the ``&gt;`` that closes it (``&amp;lt;b&amp;gt;`` becomes
    ``&lt;b&gt;``). References stay, too, in a line that looks like code, and alone between quotation marks (``"&nbsp;"``).
    Cleaning the result again changes nothing.

    >>> decode_entities("&ldquo;It&#8217;s 5&nbsp;&amp;lt; 6&amp;rdquo; &#151; AT&amp;T")
    '“It’s 5\xa0< 6” — AT&T'
    >>> decode_entities("See http://example.com/?a=1&copy=2 &copy 2019, or write &lt;b&gt;.")
    'See http://example.com/?a=1&copy=2 © 2019, or write &lt;b&gt;.'
    """
    text = doc.text
    if "&" not in text:
        return
    references, tags = _settled(text, _references(text))
    line_end = -1
    is_code = in_tag = False
    at = 0  # up to here of the text is in the result …
    result = ""  # … of which this is the end
    for reference in references:
        start, end, once, character = reference
        if start >= line_end:
            line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
            line_end = len(text) if line_end < 0 else line_end
            is_code = bool(_CODE.search(_REFERENCE.sub(" ", text[line_start:line_end])))
        if is_code:
            continue
        if in_tag and (text.find(">", at, start) >= 0 or text.find("\n", at, start) >= 0):
            in_tag = False
        result = (result + text[max(at, start - _LOOK_BACK) : start])[-_LOOK_BACK:]
        at = start
        if _is_mentioned(text, start, end) or _completes(result, character):
            continue
        if once[-1] != ";" and character != "&" and _is_address(result):
            character = once
        elif start in tags:
            character, in_tag = once, True
        elif character[0] == ">" and in_tag:
            character, in_tag = once, False
        elif character == "\n":
            in_tag = False
        if text[start:end] != character:
            yield Edit(start, end, character, ENTITY)
        result += character
        at = end


def _references(text: str) -> list[_Reference]:
    """The references of a text that stand for something."""
    found: list[_Reference] = []
    half: _Reference | None = None  # a UTF-16 surrogate, which stands for something only with the other half
    for match in _REFERENCE.finditer(text):
        start, end = match.span()
        again = match["again"]
        character, length = _character(match, text)
        if not character:
            if again:  # "&amp;Co": the ampersand alone
                found.append(_Reference(start, start + 1 + len(again), "&amp;", "&"))
            half = None
            continue
        end -= len(match["name"] or "") - length if match["name"] else 0
        reference = _Reference(start, end, "&" + text[start + 1 + len(again) : end], character)
        if "\ud800" <= character <= "\udbff":
            half = reference
        elif "\udc00" <= character <= "\udfff":
            if half and half.end == start:
                pair = (half.character + character).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
                found.append(_Reference(half.start, end, half.once + reference.once, pair))
            half = None
        else:
            half = None
            found.append(reference)
    return found


def _character(match: re.Match[str], text: str) -> tuple[str, int]:
    """What a reference stands for, empty for nothing, and how much of its name that takes."""
    name, following = match["name"], text[match.end() : match.end() + 1]
    if name:
        if match["semicolon"]:
            return _names().get(name + ";", ""), len(name)
        if following in {"=", "#"}:
            return "", 0
        known = name if name in _names() else name.rstrip("0123456789")
        if known not in _names():
            return "", 0
        return _names()[known], len(known)
    digits = match["decimal"] or match["hex"]
    number = int(digits, 10 if match["decimal"] else 16)
    if not match["semicolon"] and (len(digits) < 2 or number < 32 or following.isdigit() or following == "="):
        return "", 0
    if (number < 32 and number not in {9, 10, 13}) or number == 0x7F or number > 0x10FFFF:
        return "", 0
    if 0x80 <= number < 0xA0:
        return bytes([number]).decode("cp1252", "ignore"), 0
    if 0xFDD0 <= number < 0xFDF0 or number & 0xFFFE == 0xFFFE:
        return "", 0
    return chr(number), 0


@cache
def _names() -> Mapping[str, str]:
    from html.entities import html5

    return html5


def _settled(text: str, references: list[_Reference]) -> tuple[list[_Reference], set[int]]:
    """
    What is left of the references, and where those to "<" stand that would open a tag, seen from what will follow them.

    From right to left, because what follows may be a reference too. A plain word after an "&" counts before a figure alone.
    """
    kept: list[_Reference] = []
    openers: set[int] = set()
    next_start, ahead = len(text), ""  # where the reference to the right stands, and two characters of what it will be
    for reference in reversed(references):
        start, end, once, character = reference
        following = text[end : end + 2] if end + 2 <= next_start else (text[end:next_start] + ahead)[:2]
        if once[1:] in _WORDS and not following[:1].isdigit() and not _FIGURE.match(following):
            again = end - start - len(once)
            next_start, ahead = start, "&" + once[1]
            if again:
                kept.append(_Reference(start, start + 1 + again, "&amp;", "&"))
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
        return bool(_UNFINISHED.search(result, max(0, len(result) - 50))) or result.endswith("<")
    return result.endswith("<") and bool(_OPENS.match(character))


def _is_address(result: str) -> bool:
    """Does the text end within a URL?"""
    if result[-1:].isspace() or not result:
        return False
    word = result.rsplit(None, 1)[-1]
    return "://" in word or "www." in word


def _is_mentioned(text: str, start: int, end: int) -> bool:
    """Does the reference stand alone between quotation marks, as what is being talked about?"""
    return start > 0 and end < len(text) and _QUOTED.get(text[start - 1]) == text[end]
