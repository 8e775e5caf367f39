r"""
Quotation marks and apostrophes that something swallowed: ``don?t``, ``\N{REPLACEMENT CHARACTER}Well,\N{REPLACEMENT CHARACTER}``.

A program that knows only ASCII writes ``?`` for each curly mark, one that reads bytes in the wrong encoding U+FFFD. The second
is always damage; the first looks like the commonest question mark, and is damage only where no writer puts one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.normalize.about_encodings import speaks_of_encodings
from cleaner.normalize.backticks import from_backticks
from cleaner.normalize.lost_marks import HALF, LOST, restored
from cleaner.settle import settled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleaner.edits import Edit


@stage
@settled
def fix_quotes(doc: Document) -> Iterable[Edit]:
    r"""
    Put back the quotation marks and apostrophes that were lost to ``?`` or U+FFFD, and make those of ``\`\`backticks''`` real.

    All the marks of a block are read together, so that quotations open and close in turn, and a mark comes back only where
    every other reading is far less likely. A ``?`` is looked at only in a text that has it where nobody asks anything
    (``don?t``, ``?Well,? he said``); if letters went the same way (``na?ve``) or curly quotes came through, only
    apostrophes are believed that no other word has. Three in a row (``don???t``) are the three bytes of one mark.

    They come back in the way of the document and its language: “English”, „German“, ”Swedish”; in a language of guillemets
    only where accented letters came through, as guillemets would have then.

    A mark that may be a question stays one. What else was lost (letters, dashes glued to words) stays as it is.

    >>> fix_quotes("?Well,? he said, ?don?t you see??")
    '“Well,” he said, “don’t you see?”'
    >>> fix_quotes("Is it? He didn't say. See /search?q=x and na?ve people.")
    "Is it? He didn't say. See /search?q=x and na?ve people."
    """
    text = doc.text
    lost = LOST in text
    if (lost or _has_misplaced(text) or ("â" in text and HALF.search(text))) and not speaks_of_encodings(text):
        yield from restored(doc, lost=lost)
    if "`" in text and "'" in text:
        yield from from_backticks(doc)


# What a question mark does not follow, and what it may precede. A full stop is in both: "Washington, D.C.?", "in the FAQ, Why?."
_ODD_BEFORE = frozenset(",;:.")
_FINE_AFTER = frozenset(" \n\t\r.\"'”’“»)]}>*_/?!-–—…")


def _has_misplaced(text: str) -> bool:
    """
    Is there a question mark that nobody may have asked with?

    (To look for one character is ten times as fast as any pattern, and most texts have few of these.)
    """
    at = text.find("?")
    while at >= 0:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if after and after not in _FINE_AFTER and before != "(":  # "(?i)" is of a pattern, "(?1525" of a biography
            return True
        if before in _ODD_BEFORE and before and text[at - 2 : at] != "..":
            return True
        at = text.find("?", at + 1)
    return False
