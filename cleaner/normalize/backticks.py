"""Quotations between two backticks and two apostrophes, or one of each, as typewriters and TeX have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleaner.document import Document
    from cleaner.lines import Line

BACKTICK = "backtick quote"

_CURLY = re.compile("[“”’‘]")
_STRAIGHT = re.compile(r'(?:^|[\s(])"\w')
_DOUBLE = re.compile(r"``(?=[^\s`'])([^`\n]{1,2000}?)(?<=\S)''")
_SINGLE = re.compile(r"`(?<![\w`\\]`)(?=[^\W_])([^`'\n]{1,80})(?<=[\w.,!?])'(?!\w)")
# Old manuals set every name of a file or command so.
_NAME = re.compile(
    r"`[^`'\n]*(?:[^\w\s.,;:!?’-]|_|\s-|\w[.-]\w)[^`'\n]*'"
    r"|(?:command|option|variable|function|file|directory|program|Use|Run|access)s?\s+`"
    r"|'\s+(?:command|option|variable|function|file|directory|program|key|flag)"
)
_CODE = re.compile(r"[\\{}$]")


def from_backticks(doc: Document) -> Iterator[Edit]:
    """
    Curly marks for those of backticks.

    Not in code, not in a text that has straight double marks as well and no curly ones (who has both on his keyboard uses
    both on purpose), and single ones not in a manual that sets names of files and commands so.
    """
    text = doc.text
    double = "``" in text and "''" in text and _DOUBLE.search(text)
    single = _SINGLE.search(text) and not _NAME.search(text)
    if not (double or single) or (_STRAIGHT.search(text) and not _CURLY.search(text)):
        return
    for line in doc.lines:
        if "`" not in line.text or _CODE.search(line.text):
            continue
        if double:
            yield from _curly(line, _DOUBLE, "“", "”")
        if single:
            yield from _curly(line, _SINGLE, "‘", "’")


def _curly(line: Line, quoted: re.Pattern[str], opening: str, closing: str) -> Iterator[Edit]:
    for match in quoted.finditer(line.text):
        yield Edit(line.start + match.start(), line.start + match.start(1), opening, BACKTICK)
        yield Edit(line.start + match.end(1), line.start + match.end(), closing, BACKTICK)
