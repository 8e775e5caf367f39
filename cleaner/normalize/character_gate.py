"""
Is there surely nothing to do? One cheap look at a text, before anybody goes over its characters.

What the look lets pass has nothing in it that the table names and is in composed form; the rest is gone over, and often found
to be in order.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from cleaner.facts.late import late
from cleaner.normalize.character_forms import has_narrow_forms
from cleaner.normalize.character_table import FORMS, INTRUDERS, ROW, TOP, class_of
from cleaner.normalize.composed import LOOSE, LOOSE_BMP

_NAMED = late(f"[{class_of(*INTRUDERS, *FORMS)}]")


# For text that is not mostly ASCII. A class of characters below U+10000 is one look into a table for each, however many they
# are, so those above have a class of their own. In Chinese and Japanese, full-width forms are asked for by the line.
_BMP, _BEYOND = class_of(*INTRUDERS, *FORMS, to=TOP), class_of(*INTRUDERS, *FORMS, start="\U00010000")
_BMP_EAST = class_of(*INTRUDERS, *(FORMS - {"full-width form"}), to=TOP)
_NAMED_BMP, _UNTIDY_BMP = late(f"[{_BMP}]"), late(f"[{_BMP}{LOOSE_BMP}]")
_NAMED_EAST, _UNTIDY_EAST = late(f"[{_BMP_EAST}]"), late(f"[{_BMP_EAST}{LOOSE_BMP}]")
_LOOSE = late(f"[{LOOSE}]")
# What `rare` leaves of a text is short; a class has to end with one range, or it takes twice as long.
_UNTIDY = late(f"[{_BMP}{LOOSE_BMP}\U00010000-\U0010ffff]")
_NAMED_BEYOND = late(f"[{_BEYOND}]")

# The bytes of UTF-8 that need no look: ASCII but for its controls, and U+0080–02FF, U+0380–057F, U+2000–2FFF, U+4000–9FFF
# and U+B000–CFFF but for what the patterns below find in them. (A pattern that opens with a byte is looked for by that.)
_PRINTED = bytes(range(0x20, 0x7F)) + b"\n"
_SOUND = _PRINTED + bytes((*range(0x80, 0xCC), *range(0xCE, 0xD6), 0xE2, *range(0xE4, 0xEA), 0xEB, 0xEC))
_UNSOUND = (
    re.compile(rb"\xc2[\x80-\xa0\xad]"),
    re.compile(rb"\xd2[\x83-\x89]"),
    re.compile(
        rb"\xe2(?:\x80[\x80-\x8f\xa8-\xaf]|\x81[\x9f-\xaf]|\x83[\x90-\xb0]|\x84[\xa6\xaa\xab]|\x8c[\xa9\xaa]|\xa0\x80|\xab\x9c"
        rb"|\xb3[\xaf-\xb1]|\xb5\xbf|\xb7[\xa0-\xbf])"
    ),
)
_GREEK_POINT = "\u0387"
# Scripts all of whose letters may be composed: counting their bytes would be for nothing. (`loose`: Hebrew to Georgian.)
_SCRIPT = late("(?P<east>[\u3001-\ud7a3])|(?P<loose>[\u0590-\u10ff])")
_GLANCE = 40  # characters that say in what script a text is, well enough to choose the quicker way of looking


class Need(Enum):
    """What a text may need, as far as the first look tells."""

    NOTHING = 0
    COMPOSITION = 1
    ALL = 2


def need_of(text: str) -> Need:
    """What a text may need. What stays by its neighbours counts as something."""
    if text.isascii():
        return Need.ALL if text.encode().translate(None, _PRINTED) else Need.NOTHING
    script = _SCRIPT.search(text, 0, _GLANCE)
    if not script:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            return Need.ALL
        if 2 * len(data) <= 3 * len(text):  # mostly ASCII: the rest is soon looked through
            odd = data.translate(None, _PRINTED).decode()
            if not _UNTIDY.search(odd):
                return Need.NOTHING
            if _NAMED.search(odd):
                return Need.ALL
            return Need.COMPOSITION if _LOOSE.search(odd) else Need.NOTHING
        if not data.translate(None, _SOUND) and not any(pattern.search(data) for pattern in _UNSOUND):
            return Need.COMPOSITION if _GREEK_POINT in text else Need.NOTHING
    east = script is not None and script.lastgroup == "east"
    named, untidy = (_NAMED_EAST, _UNTIDY_EAST) if east else (_NAMED_BMP, _UNTIDY_BMP)
    loose = untidy.search(text)
    if loose and (loose.group() in ROW or named.search(text, loose.end())):
        return Need.ALL
    beyond = goes_beyond(text)
    if (beyond and _NAMED_BEYOND.search(text)) or (east and has_narrow_forms(text)):
        return Need.ALL
    if (loose or beyond) and not unicodedata.is_normalized("NFC", text):
        return Need.COMPOSITION
    return Need.NOTHING


def goes_beyond(text: str) -> bool:
    """Has it characters above U+FFFF? (Classes of characters that end below that are several times as fast.)"""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
