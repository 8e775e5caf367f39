"""Quotation marks and apostrophes that lost the last of their three bytes, after the others were read as windows-1252."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CUT = "quote cut short"

# What is left of a closing mark when the byte was dropped that windows-1252 has no character for, and the dagger that ftfy
# makes of that and of the blank after it; what is left of an apostrophe. ASCII on either side.
_SHORT = re.compile(
    r"""
    (?<= [A-Za-z0-9.,!?')%] ) (?P<closing> â€ (?= [\s.,;:!?)\]] | \Z ) | † (?= [A-Za-z] ) )
    | (?<= [A-Za-z] ) (?P<apostrophe> â€ (?= [A-Za-z] ) )
    """,
    re.VERBOSE | re.ASCII,
)
_MARK = re.compile("(?P<opening>“|â€œ)|”|â€\x9d")
_LINE_END = re.compile("\n")
_ELIDED = re.compile(r"\b\w{1,24}’\w{1,24}\b")
_HEAD, _TAIL = re.compile(r"\w+$"), re.compile(r"\w+")
_LONGEST = 24  # letters on either side of an apostrophe


def may_be_cut(text: str) -> bool:
    """Can there be one in it?"""
    return "€" in text and "â" in text and "â€" in text  # to look for one character is far cheaper than for two


def was_cut(original: str) -> bool:
    """Was there one, with a blank after it, that ftfy made a dagger of?"""
    return "€" in original and "â" in original and "â€ " in original


def cut_quotes(text: str) -> Iterator[tuple[int, str]]:
    r"""
    Where what is left of such a mark stands, and what belongs there.

    A closing mark is believed in a paragraph where a quotation is open that nothing else closes, an apostrophe in a word that
    the document has whole elsewhere.

    >>> [*cut_quotes("\u201cWe don\u2019t,\u00e2\u20ac and they don\u00e2\u20act.")]
    [(10, '”'), (25, '’')]
    """
    found = [*_SHORT.finditer(text)]
    if not found:
        return
    whole_words = {*_ELIDED.findall(text)} if any(short["apostrophe"] for short in found) else set()
    quotations = _Quotations(text)
    for short in found:
        start, end = short.span()
        if short["apostrophe"]:
            if _word_of(text, start, end) in whole_words:
                yield start, "’"
        elif quotations.are_open_at(start, end):
            quotations.closed = start
            yield start, "” " if short[0] == "†" else "”"


def _word_of(text: str, start: int, end: int) -> str:
    """The word around an apostrophe, as it would be with one."""
    head, tail = _HEAD.search(text[max(0, start - _LONGEST) : start]), _TAIL.match(text[end : end + _LONGEST])
    return f"{head[0]}’{tail[0]}" if head and tail else ""


class _Quotations:
    """The marks of a text, in their paragraphs: each paragraph of a quotation opens it anew."""

    def __init__(self, text: str) -> None:
        found = [*_MARK.finditer(text)]
        self.marks = [mark.start() for mark in found]
        self.opening = [mark["opening"] is not None for mark in found]
        self.lines = [end.start() for end in _LINE_END.finditer(text)]
        self.closed = -1  # where the last one was closed that nothing closed before

    def are_open_at(self, start: int, end: int) -> bool:
        """Is a quotation open before this place that no mark after it closes?"""
        after = bisect_left(self.marks, start)
        before = after - 1
        return (
            after > 0
            and self.opening[before]
            and self.marks[before] > self.closed
            and self._in_one_line(self.marks[before], start)
            and not (after < len(self.marks) and not self.opening[after] and self._in_one_line(end, self.marks[after]))
        )

    def _in_one_line(self, one: int, other: int) -> bool:
        return bisect_left(self.lines, one) == bisect_left(self.lines, other)
