"""What stands after the writer's last sentence: the agency's sign-off, the address of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.facts.bylines import read_sign_off
from cleaner.facts.urls import is_list_label, read_url_line
from cleaner.repair.sentences import ends_sentence
from cleaner.settle import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cleaner.lines import Line

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
    last = len(lines)
    while last > 1 and len(lines) - last < FOOT and _is_source(doc, lines, last - 1):
        last -= 1
    addresses = {found.url for line in lines[last:] if (found := read_url_line(line.text, shape=True)) and found.url}
    if len(addresses) == 1 and not is_list_label(lines[last - 1].text) and not _is_sentence_end(lines, last):
        for line in lines[last:]:
            yield Edit(line.start, line.end, "", "url")
        lines = lines[:last]
    if lines and (closing := read_sign_off(lines[-1].text)):
        line = lines[-1]
        kept = line.text[: closing.start].rstrip()
        yield Edit(line.start + len(kept), line.end, "", "sign-off")


def _is_sentence_end(lines: Sequence[Line], last: int) -> bool:
    """Is the bare address the end of a sentence ("… is available from")?"""
    found = read_url_line(lines[last].text, shape=True)
    return found is not None and not found.label and not ends_sentence(lines[last - 1].text)


def _is_source(doc: Document, lines: Sequence[Line], place: int) -> bool:
    """
    Does this line tell the address, or announce it to the line below that does?

    What only looks so ("Kept at http://…") is believed where something else was the page's too.
    """
    found = read_url_line(lines[place].text, shape=True)
    if found is None or not (found.known or doc.taken):
        return False
    below = lines[place + 1].text if place + 1 < len(lines) else ""
    return found.url is not None or (read_url_line(below) is not None and "://" in below)
