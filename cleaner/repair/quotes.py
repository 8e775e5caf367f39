"""One quotation mark too many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleaner.lines import Line

STRAY = "stray quote"

_BEFORE_WORD = r"(?:\A|(?<=[\s(\[{/—–-]))[%s](?=\w)|%s"
# For each mark that can close a quotation, what may open one that it closes: its partner, itself before a word, and what
# careless typists and old programs put for the partner. A mark that opens anywhere may have been meant to close here.
_OPENS = {
    "'": re.compile(_BEFORE_WORD % ("'’", "[`´‘‚‛]")),
    "’": re.compile(_BEFORE_WORD % ("'’", "[`´‘‚‛]")),
    '"': re.compile("[“„‟«]|``|''"),
    "”": re.compile(_BEFORE_WORD % ('"”', "[“„‟]|``|''")),
    "“": re.compile(_BEFORE_WORD % ('"“', "[„‟]|``|''")),
    "»": re.compile(_BEFORE_WORD % ("»", "«")),
}
_ENDS = frozenset(".!?…,")
# Where the same mark closes elsewhere too, it is the opening ones that were lost, and each of these is needed.
_CLOSES = re.compile(r"""[.!?…,](['’"”“»])(?=\s|\Z)""")
_OPENING = re.compile(r"""(?:^|(?<=[\s(\[—–"“]))'(?=\w)""")
_CLOSING = re.compile(r"(?<=[.,!?…])'(?=\s|$)")
_MAY_CLOSE = re.compile(r"'(?!\w)")
_OTHERS = {"'": re.compile("[`´‘‚‛]"), '"': re.compile("[“„‟«]|``|''")}  # what else may open what these close
_PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"))


@stage
def drop_stray_quotes(doc: Document) -> Iterable[Edit]:
    r"""
    Drop a quotation mark at the end of a paragraph when nothing in the text opens a quotation that it could close.

    It has to stand after the sentence's own end, to be the only one of its kind that closes anything (or the only straight one
    that does not pair), and no other quotation may be open in its line, for it might have been meant to close that one.
    Quotations that run over paragraphs, British single quotes, possessives, feet and inches stay: there, something opens, or
    no sentence ends.

    >>> drop_stray_quotes("It was a tense atmosphere.'")
    'It was a tense atmosphere.'
    >>> drop_stray_quotes("'I know.\n\nIt was a tense atmosphere.'")
    "'I know.\n\nIt was a tense atmosphere.'"
    """
    last: dict[str, list[Line]] = {}
    for line in doc.lines:
        mark = line.text[-1]
        if mark in _OPENS and line.text[-2:-1] in _ENDS:
            last.setdefault(mark, []).append(line)
    for mark, lines in last.items():
        if len(lines) == 1 and not _is_open(lines[0].text[:-1]) and not _has_partner(doc.text, mark):
            stray: Line | None = lines[0]
        else:
            stray = _only_odd_one(doc, mark)
        if stray is not None and stray in lines:
            yield Edit(stray.end - 1, stray.end, "", STRAY)


def _has_partner(text: str, mark: str) -> bool:
    """Does anything open that this mark could close, or does it close in other places, too, what was lost?"""
    if mark == '"' and text.count(mark) > 1:
        return True
    return bool(_OPENS[mark].search(text)) or sum(match[1] == mark for match in _CLOSES.finditer(text)) > 1


def _only_odd_one(doc: Document, mark: str) -> Line | None:
    """
    The one line of the text whose straight quotation marks do not pair, when the mark at its end is its only one.

    Where two lines are odd a quotation may run from one to the other. Of a thousand articles as they were published one
    had such a line, and there a curly mark had opened.
    """
    if mark not in _OTHERS:
        return None
    odd: list[Line] = []
    for line in doc.lines:
        if mark not in line.text:
            continue
        if mark == '"':
            pairs = line.text.count(mark) % 2 == 0
        else:
            opened = len(_OPENING.findall(line.text))
            pairs = len(_CLOSING.findall(line.text)) <= opened
            if opened > len(_MAY_CLOSE.findall(line.text)):
                return None
        if not pairs:
            odd.append(line)
            if len(odd) > 1:
                return None
    if not odd or _is_open(odd[0].text[:-1]) or _OTHERS[mark].search(doc.text):
        return None
    alone = odd[0].text.count('"') == 1 if mark == '"' else not _OPENING.search(odd[0].text)
    return odd[0] if alone else None


def _is_open(line: str) -> bool:
    """Is a quotation left open in this line?"""
    return line.count('"') % 2 == 1 or any(line.count(opening) > line.count(closing) for opening, closing in _PAIRS)
