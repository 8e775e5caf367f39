"""
Letters and their accents in one: Unicode's composed form (NFC), as edits.

Composing a text is a call; where it changed something is what takes looking. Only few characters can be concerned, and what
stands beside one of them is composed by itself.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from cleaner.edits import MADE, Edit
from cleaner.facts.late import late

if TYPE_CHECKING:
    from collections.abc import Iterator

DECOMPOSED = "decomposed letter"  # what NFC puts together, and the few signs it has another name for

# Wider than what NFC may change: every character that is not its own composed form, may join with the one before it, or
# stands in an order. Letters with accents of their own, CJK and Hangul syllables are not here.
LOOSE = (
    "\u0300-\u0374\u037e\u0387\u0483-\u0487\u0590-\u1dff\u1f71-\u1fff\u2000\u2001\u20d0-\u20f0\u2126\u212a\u212b\u2329\u232a"
    "\u2adc\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua67d\ua69e\ua69f\ua6f0\ua6f1\ua802-\uabff"
    "\uf900-\ufaff\ufb1d-\ufb4e\ufe20-\ufe2f\U000101fd-\U0001efff\U0002f800-\U0002fa1d"
)
LOOSE_BMP = LOOSE[: LOOSE.index("\U000101fd")]
_STRETCH, _STRETCH_BMP = late(f"[{LOOSE}]+"), late(f"[{LOOSE_BMP}]+")
_LONG = 200
_SHORT = 8
_new = tuple.__new__  # a call of Edit takes twice as long


def decomposed(text: str, *, beyond: bool) -> Iterator[Edit]:
    """Where the text is not in composed form, and what should be there. (`beyond`: has it characters above U+FFFF?)."""
    for match in (_STRETCH if beyond else _STRETCH_BMP).finditer(text):
        start, end = match.span()
        if start:
            start -= 1  # what the marks stand on
        old = text[start:end]
        change = _composition(old) if end - start <= _SHORT else _composition.__wrapped__(old)
        if change:
            head, cut, new = change
            yield _new(Edit, (start + head, start + cut, new, DECOMPOSED, MADE))


@lru_cache(1_000)  # a language has a few dozen such letters, and a text of that language thousands
def _composition(old: str) -> tuple[int, int, str] | None:
    """What differs in the composed form of this: from where to where, and what should be there. None when nothing does."""
    if unicodedata.is_normalized("NFC", old) or (len(old) > _LONG and _is_heap(old)):
        return None
    new = unicodedata.normalize("NFC", old)
    head = 0
    while old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, len(old) - tail, new[head : len(new) - tail]


def _is_heap(text: str) -> bool:
    """Are hundreds of marks heaped on one letter? Sorting them takes the square of their number, and nobody reads them."""
    height = 0
    for character in text:
        height = height + 1 if unicodedata.combining(character) else 0
        if height > _LONG:
            return True
    return False
