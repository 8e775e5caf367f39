r"""
The character references in a text, read as HTML 5 reads them: ``&rsquo;``, ``&#8217;``, ``&#x2019;``, ``&amp;#8217;``.

What each stands for, and nothing more: whether it may be decoded where it stands is for :mod:`cleaner.normalize.entities`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

# An ampersand, encoded any number of times, and what it is to begin.
REFERENCE = re.compile(
    r"""
    & (?P<again> (?: (?:amp | AMP | \#0{0,4}38 | \#[xX]0{0,4}26) ; )* )
    (?: \# (?: (?P<decimal> [0-9]{1,7}) | [xX] (?P<hex> [0-9a-fA-F]{1,6}) ) | (?P<name> [A-Za-z][A-Za-z0-9]{1,31}) )
    (?P<semicolon> ;? )
    """,
    re.VERBOSE,
)

# Names that HTML 5 has without a semicolon and that no word begins with, so that a letter may follow: "10&nbspmen".
_UNMISTAKABLE = re.compile("nbsp|[lr]aquo|szlig|(?:AE|ae)lig|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash)")

# Names that a text in capitals has in capitals. HTML 5 has no such names, and no words are spelled so.
_CAPITALS = re.compile(
    "(?:NBSP|[NM]DASH|[LR][SD]?QUO|[LR]AQUO|[SB]DQUO|SBQUO|HELLIP|OELIG|AELIG"
    "|[A-Z](?:ACUTE|GRAVE|CIRC|UML|TILDE|CEDIL|RING|SLASH|CARON));"
)

# A quotation mark or a dash, and after it a letter that is a hexadecimal figure as well: "&#x2019d".
_PUNCTUATION = re.compile("20[12][0-9a-fA-F]")


class Reference(NamedTuple):
    """
    A reference as it stands in ``[start:end]``.

    `character` is what it stands for in the end, `once` how that is encoded a single time (``&lt;``), `depth` how many times
    it was encoded: ``&amp;lt;`` is 2 deep.
    """

    start: int
    end: int
    once: str
    character: str
    depth: int

    def after(self, times: int) -> str:
        """What is left after so many times of decoding."""
        if times >= self.depth:
            return self.character
        return "&" + "amp;" * (self.depth - times - 1) + self.once[1:]


def references(text: str) -> list[Reference]:
    """
    The references of a text that stand for something, in order.

    >>> [(found.once, found.character, found.depth) for found in references("&lt; &amp;#8217; &foo; R&D; &amp;Co &#0;")]
    [('&lt;', '<', 1), ('&#8217;', '’', 2), ('&amp;', '&', 1)]
    >>> "".join(found.character for found in references("&EACUTE; &OELIG; &MDASH; &NTILDE; &CENT; &COPIES;"))
    'ÉŒ—Ñ'
    """
    found: list[Reference] = []
    half: Reference | None = None  # a UTF-16 surrogate, which stands for something only with the other half
    known: dict[str, Reference] = {}  # what ends with a semicolon means the same wherever it stands
    for match in REFERENCE.finditer(text):
        start, end = match.span()
        if (as_before := known.get(match[0])) is not None:
            found.append(Reference(start, end, as_before.once, as_before.character, as_before.depth))
            half = None
            continue
        again = match["again"]
        deep = again.count(";")
        character, unused = _character(match, text)
        if not character:
            if again:  # "&amp;Co": the ampersand alone
                found.append(Reference(start, start + 1 + len(again), "&amp;", "&", deep))
            half = None
            continue
        end -= unused
        reference = Reference(start, end, "&" + text[start + 1 + len(again) : end], character, deep + 1)
        if "\ud800" <= character <= "\udbff":
            half = reference
        elif "\udc00" <= character <= "\udfff":
            if half and half.end == start and half.depth == reference.depth:
                pair = (half.character + character).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
                once = half.once + "&" + "amp;" * deep + reference.once[1:]
                found.append(Reference(half.start, end, once, pair, reference.depth))
            half = None
        else:
            half = None
            found.append(reference)
            if match["semicolon"] and not unused:
                known[match[0]] = reference
    return found


def _character(match: re.Match[str], text: str) -> tuple[str, int]:
    """What a reference stands for, empty for nothing, and how much of the match is not part of it."""
    name, following = match["name"], text[match.end() : match.end() + 1]
    if name:
        return _by_name(name, match["semicolon"], following)
    digits, unused = match["decimal"] or match["hex"], 0
    if match["hex"] and not match["semicolon"] and len(digits) > 4 and _PUNCTUATION.match(digits):
        digits, unused, following = digits[:4], len(digits) - 4, digits[4]
    number = int(digits, 10 if match["decimal"] else 16)
    if not match["semicolon"] and (
        len(digits) < 2 or number < 32 or (following.isdigit() and not unused) or following == "="
    ):
        return "", 0
    if (number < 32 and number not in {9, 10, 13}) or number == 0x7F or number > 0x10FFFF:
        return "", 0
    if 0x80 <= number < 0xA0:
        return bytes([number]).decode("cp1252", "ignore") or chr(number), 0
    if 0xFDD0 <= number < 0xFDF0 or number & 0xFFFE == 0xFFFE:
        return "", 0
    return chr(number), unused


def _by_name(name: str, semicolon: str, following: str) -> tuple[str, int]:
    """What a name stands for, and how much of it and its semicolon is not used."""
    if semicolon and (character := _names().get(name + ";")):
        return character, 0
    if semicolon and _CAPITALS.fullmatch(name + ";"):
        return _in_capitals(name), 0
    if not semicolon and following in {"=", "#"}:
        return "", 0
    known = name if name in _names() else name.rstrip("0123456789")
    if semicolon or known not in _names():
        begun = _UNMISTAKABLE.match(name)
        if not begun or begun[0] not in _names():
            return "", 0
        known = begun[0]
    return _names()[known], len(name) - len(known) + len(semicolon)


def _in_capitals(name: str) -> str:
    """What a name in capitals stands for: ``&EACUTE;`` is the capital letter, ``&NBSP;`` just what ``&nbsp;`` is."""
    ligature = name[:2] + name[2:].lower() if name.endswith("ELIG") else ""
    return _names().get((ligature or name[0] + name[1:].lower()) + ";") or _names().get(name.lower() + ";", "")


@cache
def _names() -> Mapping[str, str]:
    from html.entities import html5

    return html5
