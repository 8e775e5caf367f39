"""Texts about broken characters, which show on purpose what is damage anywhere else."""

from __future__ import annotations

import re

_MENTIONED = re.compile(
    r"\bU\+?FFFD\b|\breplacement character|\bmojibake|\bcharacter (?:set|encoding)|\bcode ?page|\b(?:Windows|CP)[ -]?\d{3,4}\b|"
    r"\bISO[ -]?8859|\bUTF-?8\b|\b(?-i:ASCII|DOS)\b|\bMac ?Roman\b",
    re.IGNORECASE,
)


def speaks_of_encodings(text: str) -> bool:
    """
    Does the text name encodings, or what becomes of characters in the wrong one?

    >>> speaks_of_encodings("In UTF-8 this is shown as three letters."), speaks_of_encodings("The ferry left at six.")
    (True, False)
    """
    return _MENTIONED.search(text) is not None
