"""What stands after the writer's last sentence: the agency's sign-off, the address of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.facts.bylines import read_sign_off
from cleaner.facts.urls import read_url_line
from cleaner.settle import settled

if TYPE_CHECKING:
    from collections.abc import Iterable

FOOT = 6  # lines that may stand after the last paragraph


@stage
@settled
def strip_back_matter(doc: Document) -> Iterable[Edit]:
    r"""
    Take off what stands after the last sentence: the address that the page was saved from, the agency's sign-off.

    They go to the metadata. An agency's name goes only where the sentence before it is closed, so that a sentence may end
    in "Reuters". Several bare addresses at the end are the writer's references and stay.

    >>> strip_back_matter('"We had no choice." AFP')
    '"We had no choice."'
    >>> strip_back_matter("It was first told by Reuters.")
    'It was first told by Reuters.'
    """
    lines = doc.lines
    if len(lines) > 1 and sum("://" in line.text for line in lines[-FOOT:]) <= 2:  # noqa: PLR2004
        last = len(lines)
        while last > 1 and len(lines) - last < FOOT and (read_url_line(lines[last - 1].text)):
            last -= 1
        for line in lines[last:]:
            yield Edit(line.start, line.end, "", "url")
        lines = lines[:last]
    if lines and (closing := read_sign_off(lines[-1].text)):
        line = lines[-1]
        start = line.start + closing.start
        yield Edit(start - len(doc.text[line.start : start]) + len(doc.text[line.start : start].rstrip()), line.end, "", "sign-off")
