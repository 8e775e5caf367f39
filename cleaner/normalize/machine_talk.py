"""
What was said to a terminal or a printer, and the controls that a text kept of it.

One of these may be a letter less its upper byte, or a character of Windows-1252, and is that again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.edits import Edit
from cleaner.facts.late import late

if TYPE_CHECKING:
    from cleaner.normalize.character_table import Character

LOST_BYTE = "lost byte"
_TERMINAL_ESCAPE = "terminal escape"

ESCAPE = late(
    r"""
    \x1b (?:
        \[ [0-?]{0,100} [\x20-/]{0,20} [@-~]                     # control sequences: colours, cursor
        | \] [^\x00-\x1f\x7f-\x9f]{0,2000} (?: \x07 | \x1b\\ )    # commands to the window: titles, links
        | [PX^_] [\x20-~]{0,2000} \x1b\\                         # strings for the device
        | [\x20-/]{1,4} [0-~]                                    # character sets
        | [cDEHMNOZ78=><](?![a-z])                               # one letter, and no word: cursor, reset, keypad
    )?
    """,
    re.VERBOSE,
)
CSI = late(r"\x9b[0-9]{1,3}(?:;[0-9]{1,3}){0,9}[A-DHJKfhlm]")

# U+2013, U+2014, U+2018, U+2019, U+201C and U+201D that lost their upper byte, between the neighbours that they must have.
_HALVED = {
    "\x13": ("–", re.compile(r"\w\x13\w| \x13 ")),
    "\x14": ("—", re.compile(r"\w\x14\w| \x14 ")),
    "\x18": ("‘", re.compile(r"[\s(]?\x18\w")),
    "\x19": ("’", re.compile(r"\w\x19[\w\s.,]")),
    "\x1c": ("“", re.compile(r"[\s(]?\x1c\w")),
    "\x1d": ("”", re.compile(r"[\w.,!?]\x1d[\s.,;:)]?")),
}


def terminal_escape(text: str, at: int, row: Character) -> Edit:
    """The whole sequence goes."""
    sequence = ESCAPE.match(text, at)
    return Edit(at, sequence.end() if sequence else at + 1, "", row.rule)


def backspace(text: str, at: int, row: Character) -> Edit:
    """Of a letter struck over itself or an underscore the letter stays, once."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before == "_" and after.isalnum():
        return Edit(at - 1, at + 1, "", row.rule)
    return Edit(
        at, at + 2 if after and (after == before or (after == "_" and before.isalnum())) else at + 1, "", row.rule
    )


def c1_control(text: str, at: int, row: Character) -> Edit:
    """What Windows-1252 has at this byte, or nothing; the opening of a sequence goes with all of it."""
    if sequence := CSI.match(text, at):
        return Edit(at, sequence.end(), "", _TERMINAL_ESCAPE)
    return Edit(at, at + 1, text[at].encode("latin-1").decode("cp1252", "ignore"), row.rule)


def control_character(text: str, at: int, row: Character) -> Edit:
    """A dash or quotation mark where the neighbours of one are; nothing elsewhere."""
    if text[at] in _HALVED:
        whole, neighbours = _HALVED[text[at]]
        if neighbours.fullmatch(text, max(0, at - 1), at + 2):
            return Edit(at, at + 1, whole, LOST_BYTE)
    return Edit(at, at + 1, "", row.rule)
