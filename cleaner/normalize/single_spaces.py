"""One space where edits leave several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner.edits import Edit
from cleaner.normalize.character_table import ROW

if TYPE_CHECKING:
    from collections.abc import Iterable


_BESIDE = {" ", *ROW}  # what may be, or become, a space beside an edit, or nothing
_BLANK = {" ", ""}


def single_spaced(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits, and with them the spaces that would otherwise meet: edits with only spaces between them are seen as one."""
    settled: list[Edit] = []
    chain: list[Edit] = []
    for edit in edits:
        start, end, new, _, _ = edit
        if chain and (new not in _BLANK or text[chain[-1].end : start].strip(" ")):
            settled += _settle(text, chain)
            chain = []
        if new in _BLANK and (chain or text[end : end + 1] in _BESIDE or text[start - 1 : start] == " "):
            chain.append(edit)
        else:
            settled.append(edit)
    return settled + _settle(text, chain) if chain else settled


def _settle(text: str, chain: list[Edit]) -> list[Edit]:
    """A chain of edits that only space or take, with the spaces around and between them, as one space at most."""
    left, right = chain[0].start, chain[-1].end
    if len(chain) == 1:
        beside = (text[left - 1 : left], text[right : right + 1])
        if " " not in beside or (not chain[0].text and beside != (" ", " ")):
            return chain
    while left and text[left - 1] == " ":
        left -= 1
    while text[right : right + 1] == " ":
        right += 1
    odd = any(edit.text for edit in chain)
    stretches = [*zip([left, *(edit.end for edit in chain)], [*(edit.start for edit in chain), right], strict=True)]
    spaced = [(start, end) for start, end in stretches if start < end]
    if not odd and len(spaced) < 2:
        return chain
    first = True  # the first space of all stays, and all of the first stretch when no odd space is about
    settled: list[Edit] = []
    for (start, end), edit in zip(stretches, [*chain, None], strict=True):
        keep = (1 if odd else end - start) if first else 0
        rule = edit.rule if edit else chain[-1].rule
        if start < end:
            first = False
            settled.append(Edit(start + keep, end, "", rule))
        if edit:
            settled.append(edit._replace(text=" " if edit.text and first else ""))
            first = first and not edit.text
    return [edit for edit in settled if edit.text or edit.start < edit.end]
