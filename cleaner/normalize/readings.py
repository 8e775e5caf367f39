"""
The encodings that UTF-8 is taken for, and what each makes of a letter.

A letter beyond ASCII is two to four bytes in UTF-8: a leading one, 0xC2 to 0xF4, and then continuations, 0x80 to 0xBF. A
program that believes in an encoding of single bytes shows each as a character of its own. A *reading* is such an encoding.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# The more usual first: where two explain the same characters equally well, the first does (as ftfy has it). A name, and
# whether one damaged letter inside a word may speak for itself: what the East of Europe writes with windows-1250 is what it
# writes with ISO 8859-2, and one letter alone does not tell them apart.
READINGS = {
    "cp1252": True,
    "latin-1": False,
    "mac-roman": True,
    "cp850": True,
    "cp437": True,
    "cp1250": True,
    "cp1251": True,
    "cp1254": False,
    "cp1253": True,
    "cp1257": False,
    "iso-8859-2": False,
}

# Leading bytes as some readings show them, and whose they are: a text in which none is followed by what the same reading makes
# of a continuation is not damaged. To look for one character is next to free in a text of any script, so these are characters
# that ordinary text seldom has.
LEADS = {
    "√": ("mac-roman",),  # é è ä ö ü ø å
    "ƒ": ("mac-roman",),  # č ć ę ą ğ ı
    "≈": ("mac-roman",),  # ł š ž ő
    "Œ": ("mac-roman",),  # Greek
    "À": ("mac-roman",),  # accents of their own
    "Ã": ("cp1252", "cp1254", "latin-1", "mac-roman"),
    "├": ("cp850", "cp437"),  # é ü ø
    "┼": ("cp850", "cp437"),  # š ž ł
    "Ô": ("cp850",),  # quotes and dashes
    "Ò": ("cp850",),  # Japanese
    "Γ": ("cp437", "cp1253"),  # quotes and dashes; é ü ø
    "β": ("cp1253",),  # quotes and dashes
    "Ă": ("cp1250", "iso-8859-2"),
    "Ĺ": ("cp1250", "iso-8859-2"),
    "Ä": ("cp1252", "cp1254", "latin-1", "cp1250", "cp1257", "iso-8859-2"),
    "Å": ("cp1252", "cp1254", "latin-1", "cp1257"),
    "Ć": ("cp1257",),
    "Г": ("cp1251",),
    "Д": ("cp1251",),
    "Е": ("cp1251",),
}
# Leads that ordinary text has in some languages, and a letter that such text always has and the damage never.
_SOUND = {"Γ": "ο", "β": "ο", "Ă": "ă", "Г": "о", "Д": "о", "Е": "о"}
# Cyrillic as Mac Roman begins with dashes, which are everywhere; so it is told by what и and н end on, before the next letter
# or the end of the word. Cyrillic and Greek as DOS likewise: а, α and в.
_LAST = "∏Ω░▒"
_AFTER_LAST = "–—╨╤ð╬╧ ,.\n"
_SPEAKERS = (*LEADS, *_LAST)


class Letter(NamedTuple):
    """A letter of UTF-8 and the characters that stand for it, as places in their run."""

    start: int
    end: int
    letter: str


@cache
def table(name: str) -> tuple[str, ...]:
    r"""
    What each byte is read as; those that the encoding has not, as the controls that browsers make of them.

    >>> table("mac-roman")[0xC3], table("cp1252")[0x81]
    ('√', '\x81')
    """
    return tuple(bytes([byte]).decode(name, "ignore") or chr(byte) for byte in range(256))


def is_suspect(text: str) -> bool:
    """Is there a pair of characters in it that speaks for one of the readings? Nearly never."""
    for one in _SPEAKERS:
        if one in text and (one not in _SOUND or _SOUND[one] not in text) and _pair(one).search(text):
            return True
    return False


@cache
def _pair(one: str) -> re.Pattern[str]:
    """A character that speaks for some readings, and those that may follow it then."""
    after = _AFTER_LAST if one in _LAST else "".join(map(_continuations, LEADS[one]))
    return re.compile(one + _class(after))


def _continuations(name: str) -> str:
    return "".join(table(name)[0x80:0xC0])


def _class(characters: str) -> str:
    return f"[{re.escape(''.join(sorted({*characters})))}]"


@cache
def sequence(name: str) -> re.Pattern[str]:
    """A pattern for one letter of UTF-8 as this reading shows it."""
    read = "".join(table(name))
    after = _class(_continuations(name))
    two, three, four = _class(read[0xC2:0xE0]), _class(read[0xE0:0xF0]), _class(read[0xF0:0xF5])
    return re.compile(f"{two}{after}|{three}{after}{{2}}|{four}{after}{{3}}")


def letters(run: str, name: str) -> Iterator[Letter]:
    """
    The letters of UTF-8 that some characters are under a reading, from left to right.

    >>> [found.letter for found in letters("√∏nl√•", "mac-roman")]
    ['ø', 'å']
    """
    decoded = _decoded(name)
    for match in sequence(name).finditer(run):
        if letter := decoded[match[0]]:
            yield Letter(match.start(), match.end(), letter)


class _Decoded(dict[str, str]):
    """What sequences of characters are in UTF-8; an empty text where that allows no such bytes. A text has few of them."""

    def __init__(self, name: str) -> None:
        self.to_byte = {ord(char): byte for byte, char in enumerate(table(name))}

    def __missing__(self, characters: str) -> str:
        letter = characters.translate(self.to_byte).encode("latin-1").decode("utf-8", "ignore")
        if len(self) < _MANY:
            self[characters] = letter
        return letter


_MANY = 20_000  # sequences to remember: all that are in use


@cache
def _decoded(name: str) -> _Decoded:
    return _Decoded(name)
