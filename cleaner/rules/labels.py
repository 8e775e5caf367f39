"""
One line, looked at as a label: what a page sets around it taken away, two spellings of it made one.

Nothing here knows a rule.
"""

from __future__ import annotations

import re

from cleaner.lines import LINK, LINK_TARGET

MOST = 1000  # characters, with all links: no furniture is longer

# List marks, quote marks of Markdown, arrows, ornaments: what a page sets around its labels. No quotation marks: what
# stands in quotation marks was said by somebody.
LEAD = (
    " \t\u00a0*_#>|~`+=-\u2013\u2014\u00b7\u2022\u2023\u2043\u203a\u00bb\u2190\u2191\u2192\u2193\u21b3\u21e7\u2605\u2606\u2713\u2714\u276f\u279c\u27a4\ufe0f"
    + "".join(map(chr, range(0x25A0, 0x2600)))
)
TRAIL = LEAD + ".!\u2026"
LIST_MARK = re.compile(r"(?:[-*+\u00b7\u2022\u2023\u2043\u25a0-\u25ff\u2013]|\d{1,3}[.)])\s")
_END_LINK = re.compile(LINK_TARGET + r"[\s*_.\])]*$")
# Emphasis holds on to a word; "2 * 3" and "2*3" are sums.
_EMPHASIS = re.compile(r"(?<=[^\s*])\*++(?!\d)|(?<![*\d])\*++(?=\S)")
_ABBREVIATION = re.compile(r"(?:\b\w\.)+$")
_INNER_END = re.compile(r"\w{3}[.!?] [A-Z]")


def undecorated(text: str) -> str:
    """
    A line without list marks, heading marks, emphasis, links, arrows and closing dots around it.

    >>> undecorated("* **Related article:** [Rain in Rome](#)")
    'Related article: Rain in Rome'
    >>> undecorated("(Read more...)")
    'Read more'
    >>> undecorated('[The Bridge](https://example.org/Bridge_(river) "a title")'), undecorated("2 * 3")
    ('The Bridge', '2 * 3')
    >>> undecorated("“Oops!”")  # somebody said it
    '“Oops!”'
    """
    if text[:1].isalnum() and text[-1].isalnum() and "*" not in text and "_" not in text and "\\" not in text:
        return text
    if "](" in text:
        text = LINK.sub(r"\1", text)
        if "](" in text:  # a picture inside a link
            text = LINK.sub(r"\1", text)
    bare = text.lstrip(LEAD).rstrip(TRAIL)
    if bare[:1] + bare[-1:] in ("()", "[]"):
        bare = bare[1:-1].lstrip(LEAD).rstrip(TRAIL)
    if bare[-1:] == "\u00bb" and "\u00ab" not in bare:
        bare = bare[:-1].rstrip(TRAIL)
    if "*" in bare:
        bare = _EMPHASIS.sub("", bare)
    if "_" in bare:
        bare = re.sub(r"\b_+|_+\b|(?<=\W)_+|_+(?=\W)", "", bare)
    return bare.replace("\\", "") if "\\" in bare else bare


def folded(bare: str) -> str:
    """
    What two spellings of one label have in common: case, apostrophes and spaces aside.

    >>> folded("Don’t  Miss :") == folded("don't miss:")
    True
    """
    key = bare.casefold()
    if not key.isascii():
        key = key.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")
    if "  " in key or "\t" in key:
        key = " ".join(key.split())
    return key.replace(" :", ":") if " :" in key else key


def is_sentence(text: str, *, label: bool) -> bool:
    """Does the line end as a sentence does? After a label with its colon stands a headline, which may ask or cry out."""
    bare = text.rstrip("*_ )]\"'\u201d\u2019>")
    if bare.endswith((".", ";", ",")):
        return not bare.endswith(("..", " .")) and not _ABBREVIATION.search(bare[-6:])
    return not label and (bare.endswith(("!", "?")) or _INNER_END.search(text) is not None)


def is_link(text: str, rest: str) -> bool:
    """Is what follows the label a link and nothing else?"""
    rest = rest.lstrip(" :<")
    if rest.startswith(("http://", "https://", "www.")):
        return " " not in rest
    if not _END_LINK.search(text):
        return False
    return folded(undecorated(text[text.index("[") :])).strip(" :") == rest.strip(" :")


def is_address(text: str) -> bool:
    """Is it an address of a page and nothing else, in sharp brackets perhaps?"""
    return " " not in text and text.lstrip("<").startswith(("http://", "https://", "www."))
