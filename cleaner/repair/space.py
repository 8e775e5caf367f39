"""White space in canonical form, last of all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable

DOUBLE = "double space"
LEADING = "leading space"
TRAILING = "trailing space"
SURPLUS = "surplus blank line"

_SPACE = " \t\N{IDEOGRAPHIC SPACE}"
# Two or more together; a single line break with nothing around it is not looked at.
_RUN = re.compile(f"[{_SPACE}][{_SPACE}\n]+|\n[{_SPACE}\n]+")


@stage
def tidy_space(doc: Document) -> Iterable[Edit]:
    r"""
    Single spaces, no space at the ends of lines, one blank line between paragraphs, none around the text.

    Single line breaks stay: whether they end a paragraph is for others to say. Whatever stood in columns or was indented
    (code, verse, tables) loses that. It comes after all other stages, because a double space is the only trace of a dropped
    dash, and blank lines tell paragraphs apart.

    >>> tidy_space("  One  line. \n\n\n  Another\nline.\n")
    'One line.\n\nAnother\nline.'
    >>> tidy_space("A line.\nAnother one.\n\nA third.")
    'A line.\nAnother one.\n\nA third.'
    """
    text = doc.text
    if "  " not in text and text == "\n\n".join([line.text for line in doc.lines]):
        return
    start, end = 0, len(text)
    if text[:1].isspace() or text[-1:].isspace():
        blank = _SPACE + "\n"
        end = len(text.rstrip(blank))
        start = min(end, len(text) - len(text.lstrip(blank)))
        if start:
            yield Edit(0, start, "", LEADING)
    for run in _RUN.finditer(text, start, end):
        old = run.group()
        if old == "\n\n":
            continue
        breaks = old.count("\n")
        if not breaks:
            new, rule = "\N{IDEOGRAPHIC SPACE}" if old.strip("\N{IDEOGRAPHIC SPACE}") == "" else " ", DOUBLE
        elif breaks > 2:
            new, rule = "\n\n", SURPLUS
        else:
            new, rule = "\n" * breaks, LEADING if old[0] == "\n" else TRAILING
        if old.startswith(new):
            yield Edit(run.start() + len(new), run.end(), "", rule)
        elif old.endswith(new):
            yield Edit(run.start(), run.end() - len(new), "", rule)
        else:
            yield Edit(*run.span(), new, rule)
    if end < len(text):
        yield Edit(end, len(text), "", TRAILING)
