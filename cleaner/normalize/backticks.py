"""Quotations between two backticks and two apostrophes, or one of each, as typewriters and TeX have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleaner.document import Document

BACKTICK = "backtick quote"

_CURLY = re.compile("[“”’‘]")
_STRAIGHT = re.compile(r'(?:^|[\s(])"\w')
QUOTED = re.compile(
    r"``(?=[^\s`'])(?P<two>[^`\n]{1,2000}?)(?<=\S)''|(?<![\w`\\])`(?=[^\W_])(?P<one>[^`'\n]{1,80})(?<=[\w.,!?])'(?!\w)"
)
_CODE = re.compile(r"[\\{}$]")


def from_backticks(doc: Document) -> Iterator[Edit]:
    """
    Curly marks for those of backticks.

    Not in code, and not in a text that has straight double marks as well and no curly ones: who has both on his keyboard
    uses both on purpose.
    """
    text = doc.text
    if _STRAIGHT.search(text) and not _CURLY.search(text):
        return
    for line in doc.lines:
        if "`" not in line.text or _CODE.search(line.text):
            continue
        for match in QUOTED.finditer(line.text):
            start, end = line.start + match.start(), line.start + match.end()
            if match["two"]:
                yield Edit(start, start + 2, "“", BACKTICK)
                yield Edit(end - 2, end, "”", BACKTICK)
            else:
                yield Edit(start, start + 1, "‘", BACKTICK)
                yield Edit(end - 1, end, "’", BACKTICK)
