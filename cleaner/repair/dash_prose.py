"""What the finders of dashes share: what prose is, where a sentence ends in it, and what makes a rule of a document."""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cleaner.edits import Edit

SPACED_DASH = re.compile(r" [–—](?<=[\w,;.!?\"'”’“‘»«)\]%°] .) (?=[\w\"'“”„‘»«(\[$£€¿¡@#])")
"""A dash between two spaces, with writing on both sides."""

TIGHT_EM_DASH = re.compile(r"—(?<=\w—)(?=\w)")
"""One between two words without spaces. (It opens with a literal: as quick as looking for the dash.)"""

SENTENCE_END = re.compile(r"""[.!?…][)"'”’»«]*\s|\n""")

PARAGRAPH = 80
"""A line this long is a paragraph's even when it ends without a full stop (code points)."""

SENTENCE = 35
"""One that ends with a full stop may be as short as this (code points)."""

ASIDE = 160
"""Two dashes this near each other, in one sentence, are an aside (code points)."""

RULE = 5
"""So many dashes of one kind to each that is otherwise are the document's rule, and the others are slips."""

_PROSE_END = re.compile(r"""[.!?…:][)"'”“’»«\]]*\Z""")
_LONGEST_END = 8
_HOPS = 12  # so many signs are looked up one by one; a pattern is faster where there are more


def is_prose(line: str) -> bool:
    """
    Is this a sentence or more, and no heading, menu or cell?

    >>> (
    ...     is_prose("The bridge was closed on Monday after it had rained."),
    ...     is_prose("The old bridge over the Isar - Isar Post"),
    ... )
    (True, False)
    """
    return len(line) >= SENTENCE and _PROSE_END.search(line[-_LONGEST_END:]) is not None


def occurs(sign: str, follows: Callable[[str], bool], pattern: re.Pattern[str], text: str) -> bool:
    """
    Is there anything that the pattern matches? It opens with the sign, and then comes what `follows`.

    Where the sign is rare, as dashes and hyphens are, looking for it alone is ten times as fast as any pattern.

    >>> occurs("-", str.isspace, re.compile("-(?= )"), "The well-known bridge")
    False
    """
    at = text.find(sign)
    for _ in range(_HOPS):
        if at < 0:
            return False
        if follows(text[at + 1 : at + 2]) and pattern.match(text, at):
            return True
        at = text.find(sign, at + 1)
    return at >= 0 and pattern.search(text, at) is not None


def spaced_dashes(text: str, coming: Iterable[Edit], start: int = 0, end: int = sys.maxsize) -> Counter[str]:
    """
    How many spaced dashes of each kind the text has from `start` to `end`, or will have when the edits `coming` have brought theirs back.

    >>> spaced_dashes("It was late – very late – and 10–12 stayed.", [])
    Counter({'–': 2})
    """
    found = Counter(dash.strip() for dash in SPACED_DASH.findall(text, start, end))
    found.update(
        edit.text.strip() for edit in coming if edit.text[0] == " " or text[edit.start - 1 : edit.start] == " "
    )
    return found
