r"""
The characters that a text should not have: unseen, worn out, or only there to steer a machine.

:data:`~cleaner.normalize.character_table.TABLE` says which, what comes in their place, and under which name. What a table
cannot say is what a character means by its neighbours (character_looks.py) or by the text around it
(character_surroundings.py).

A text is gone over at most three times. First what is unseen, what steers, and what is a space go: after that the lines are
lines. Then letters and signs in the dress of another time or alphabet get their own (character_forms.py), and then the text is
composed (composed.py). A text with nothing of all this pays for one cheap look (character_gate.py).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import MADE, Edit, splice
from cleaner.facts.late import late
from cleaner.normalize.character_forms import forms
from cleaner.normalize.character_gate import Need, goes_beyond, need_of
from cleaner.normalize.character_looks import AT_HOME, LOOKS
from cleaner.normalize.character_surroundings import ASKED, Surroundings
from cleaner.normalize.character_table import FORMS, INTRUDERS, ROW, TOP, class_of
from cleaner.normalize.composed import LOOSE_BMP, decomposed
from cleaner.normalize.rare import rare
from cleaner.normalize.single_spaces import single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOUND, _FOUND_BMP = late(f"[{class_of(*INTRUDERS)}]"), late(f"[{class_of(*INTRUDERS, to=TOP)}]")
# What a text may need that is not done when the intruders are gone: forms, NFC. (Two halves may make a whole that does.)
_MORE = late(f"[{class_of(*FORMS)}{LOOSE_BMP}\ud800-\udfff\U00010000-\U0010ffff]")
_FORM = late(f"[{class_of(*FORMS)}\ud800-\udfff]")
# By character: its row, what comes in its place, whether it always does, and whether only letters beyond ASCII keep it.
_WAYS = {
    one: (row, row.becomes or "", row.rule not in LOOKS and row.rule not in ASKED, row.rule in AT_HOME)
    for one, row in ROW.items()
    if row.rule in INTRUDERS
}

_FEW = 10  # kinds of characters: to look for each by itself is twenty times as fast as to look for all that there are

_new = tuple.__new__  # a call of Edit takes twice as long, and a text may have thousands of intruders


@stage
def fix_characters(doc: Document) -> Iterable[Edit]:
    r"""
    Leave no character that cannot be seen, and only one way of writing each that can.

    :data:`~cleaner.normalize.character_table.TABLE` is the whole list: line ends become ``\n``, a form feed a blank line, every odd space and tab a space; byte
    order marks, zero-width characters, soft hyphens, control characters and terminal escapes go; the typesetter's ligatures
    and presentation forms become letters, full-width forms ASCII where the text is not Chinese, Japanese or Korean, list marks
    of symbol fonts bullets; and the text is put in Unicode's composed form (NFC). Joiners stay in the scripts and emoji that need
    them, direction marks in lines that run from right to left and beside such lines. Quotes, dashes and ``œ`` are the
    writer's. A soft hyphen with a space on either side, between two words, was typed for a dash and is one.

    A run of odd spaces becomes a single one, and where an unseen character lay between two spaces one of them goes: no
    double space is made that was not there.

    >>> fix_characters("\N{ZERO WIDTH NO-BREAK SPACE}The ef\N{SOFT HYPHEN}\N{LATIN SMALL LIGATURE FI}cacy\r\n")
    'The efficacy\n'
    >>> fix_characters("10\N{NO-BREAK SPACE}000\t\N{ZERO WIDTH SPACE} soldiers\x1b[0m, cafe\N{COMBINING ACUTE ACCENT}s")
    '10 000 soldiers, cafés'
    """
    text = doc.text
    need = need_of(text)
    if need is Need.NOTHING:
        return ()
    if need is Need.COMPOSITION:
        return decomposed(text, beyond=goes_beyond(text))
    others = rare(text)
    edits = single_spaced(text, intruders(text, others))
    if text.isascii() or not _MORE.search(others):
        return edits
    result = splice(text, edits)
    if _FORM.search(others) and (later := forms(result, doc.source.language)):
        edits = _upon(edits, result, later)
        result = splice(text, edits)
    # Where most letters are such as may be composed, the short answer saves going through them.
    if others is not text or not unicodedata.is_normalized("NFC", result):
        edits = _upon(edits, result, decomposed(result, beyond=goes_beyond(result)))
    return edits


def intruders(text: str, others: str) -> Iterator[Edit]:
    """
    An edit for each character of the first time round that its neighbours and the text do not keep.

    `others` is what :func:`~cleaner.normalize.rare.rare` leaves of the text.
    """
    looks = LOOKS | Surroundings(text).looks()
    done = 0
    for start in _places(text, others):
        if start < done:
            continue
        row, new, always, foreign = _WAYS[text[start]]
        if always or (foreign and start and text[start - 1] < "\x80" and text[start + 1 : start + 2].isascii()):
            done = start + 1
            yield _new(Edit, (start, done, new, row.rule, MADE))
            continue
        edit = looks[row.rule](text, start, row)
        if edit is None:
            continue
        if edit.start < done:
            edit = edit._replace(start=start)
        done = edit.end
        if edit.text != text[edit.start : done]:
            yield edit


def _places(text: str, others: str) -> Iterable[int]:
    """Where the characters of the first time round are, in order."""
    if others is not text:
        found = _WAYS.keys() & others
        if len(found) <= _FEW:
            return sorted([match.start() for one in found for match in re.finditer(one, text)])
    pattern = _FOUND if goes_beyond(text) else _FOUND_BMP
    return (match.start() for match in pattern.finditer(text))


def _upon(edits: list[Edit], result: str, later: Iterable[Edit]) -> list[Edit]:
    """The edits that made the result of the text, and later ones of that result, all in the coordinates of the text."""
    if not edits:
        return [*later]
    shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]
    begins = [edit.start + shift for edit, shift in zip(edits, shifts, strict=False)]
    ends = [edit.end + shift for edit, shift in zip(edits, shifts[1:], strict=True)]
    merged: list[Edit] = []
    done = 0  # so many of the edits are in
    for start, end, new, rule, _ in later:
        # The edits whose text reaches into the later one become part of it.
        first = max(bisect_right(ends, start), done)
        last = bisect_left(begins, end, first)
        low, high, middle = start, end, new
        if first < last:
            low, high = min(start, begins[first]), max(end, ends[last - 1])
            middle = result[low:start] + new + result[end:high]
        merged += edits[done:first]
        merged.append(Edit(low - shifts[first], high - shifts[last], middle, rule))
        done = last
    return merged + edits[done:]
