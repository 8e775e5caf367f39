r"""
Text that was decoded with the wrong encoding, put right.

The judge is `ftfy <https://ftfy.readthedocs.io>`_ 6: nobody knows mojibake better. It is also slow. Here it is asked about
nothing but the lines that could be mojibake (:data:`SUSPECT`); :mod:`~cleaner.normalize.mojibake` asks it, and takes its answer
apart into the stretches that changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.normalize.mojibake import mend
from cleaner.normalize.rare import rare

if TYPE_CHECKING:
    from collections.abc import Iterable

MOJIBAKE = "mojibake"

# ftfy leaves a line alone unless characters meet in it that seldom meet in honest writing. The classes below are wider than
# its own, and told by what the characters are, so they stay few; tests/test_characters.py holds them against ftfy's.
_UPPER = "".join(c for c in map(chr, range(0xC0, 0x180)) if c.isupper()) + "\N{CYRILLIC CAPITAL LETTER GHE WITH UPTURN}"
_LOWER = (
    "".join(c for c in map(chr, range(0xC0, 0x180)) if c.islower())
    + "\N{CYRILLIC SMALL LETTER GHE WITH UPTURN}\N{LATIN SMALL LIGATURE FI}\N{LATIN SMALL LIGATURE FL}"
)
_LETTER = _UPPER + _LOWER
_C1 = "\x80-\x9f"
# Signs that open: quotation marks, bullets. They stand before letters all day long.
_OPENING = (
    "\N{INVERTED EXCLAMATION MARK}\N{INVERTED QUESTION MARK}\N{COPYRIGHT SIGN}\N{BULLET}\N{GREEK TONOS}\N{GREEK DIALYTIKA TONOS}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\uf8ff"
    "\N{LEFT SINGLE QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
)
# Signs that close: they stand after letters all day long.
_CLOSING = (
    "\N{REGISTERED SIGN}\N{TRADE MARK SIGN}\N{DOUBLE ACUTE ACCENT}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
)
# All other signs that an eight-bit encoding has, but for dashes, the apostrophe, the dots and the no-break space, which stand
# anywhere: currency, fractions, daggers, mathematics, box drawings, the replacement character.
_SIGN = (
    "\xa2-\xa8\xaa\xac\xaf-\xb3\xb5\xb6\xb8-\xba\xbc-\xbe\N{MULTIPLICATION SIGN}\N{DIVISION SIGN}"
    "\N{LATIN SMALL LETTER F WITH HOOK}\u02c6-\u02dc\N{DAGGER}\N{DOUBLE DAGGER}\N{PER MILLE SIGN}\N{FRACTION SLASH}"
    "\u20a0-\u20bf\N{NUMERO SIGN}\u2200-\u2265\N{REVERSED NOT SIGN}\u2500-\u25cf\N{REPLACEMENT CHARACTER}"
)
_GREEK_CYRILLIC = "\u0370-\u045f"
_GREEK_CYRILLIC_LOWER = "\u03ac-\u03ce\u0430-\u045f"
# The first bytes of UTF-8 in Cyrillic and Greek, read as windows-1251 and windows-1253.
_LEAD = "ВГРСΒΓΞΟ"

# A character that can begin the trouble, or end it, and then what makes it so. The pattern opens with one class, which the
# engine skims for; an accented letter before a plain one, which is most of them, fails at the next two steps.
SUSPECT = re.compile(
    rf"""
    [{_C1}ЂўŒœ{_LETTER}{_OPENING}{_CLOSING}{_SIGN}]
    (?:
        (?= [^\x00-\x7f] )
        (?:
            (?<= [ÂÃÎÐØÙ] )
            | (?<= [{_LETTER}{_OPENING}{_CLOSING}{_SIGN}] ) [{_SIGN}]
            | (?<= [{_LETTER}] ) [{_OPENING}{_CLOSING}] (?= [\w{_OPENING}{_SIGN}] )
            | (?<= [{_UPPER}{_SIGN}] ) [{_OPENING}]
            | (?<= [{_CLOSING}{_SIGN}] ) [{_LETTER}]
            | (?<= [{_SIGN}] ) [{_CLOSING}]
            | (?<= [{_LEAD}] [{_OPENING}{_CLOSING}{_SIGN}] ) [{_LEAD}]
            | (?<= ‚ ) [Äâó] | (?<= √ ) ´
        )
        | (?<= [{_C1}ЂўŒœ{_UPPER}{_SIGN}] )
        (?:
            (?<= [{_C1}] )
            | (?<= [Œœ] ) [^A-Za-z]
            | (?<= [ÂÃ] ) [ ]
            | (?<= [{_LOWER}{_GREEK_CYRILLIC_LOWER}] [{_UPPER}] )
            | (?<= [A-Za-z] [{_GREEK_CYRILLIC}] [{_SIGN}] )
            | (?<= вЂ ) | (?<= Гў ) | (?<= β€ )
        )
    )
    """,
    re.VERBOSE,
)

# The same for what `rare` leaves of a text: none of these, no suspect. Typographic English has none.
LOUD = re.compile(f"[{_C1}Ђў{_LETTER}{_SIGN}]|[{_LEAD}][{_OPENING}{_CLOSING}][{_LEAD}]")

# As ftfy.fix_text does: a longer line is judged piece by piece, so that one line cannot take for ever.
_LONGEST = 1_000_000


@stage
def fix_encoding(doc: Document) -> Iterable[Edit]:
    r"""
    Undo mojibake: text in one encoding that was read as if it were in another.

    Each line becomes exactly what ``ftfy.fix_encoding`` makes of it, with ftfy's own defaults: a blank that was a no-break
    space inside a damaged letter is taken for one (``restore_byte_a0``), what cannot be known again becomes
    U+FFFD (``replace_lossy_sequences``), a line in more than one encoding is mended piece by piece
    (``decode_inconsistent_utf8``), and C1 controls are read as Windows-1252, as browsers do (``fix_c1_controls``).

    It works by the line (up to its ``\n``), as ``ftfy.fix_text`` does: within a line the neighbours decide, so that the same
    word may be mended in one line and left in another, and no line depends on the next. Quotes, dashes and ligatures that are
    sound are not touched. ftfy is imported only when a line looks damaged.

    >>> fix_encoding("The Mona Lisa doesn\u00e2\u20ac\u2122t have eyebrows.")
    'The Mona Lisa doesn’t have eyebrows.'
    >>> fix_encoding("l\u00e2\u20ac\u2122\u00c3\u00a9t\u00c3\u00a9, et l’été")
    'l’été, et l’été'
    >>> fix_encoding("IKEA® BJÖRKÅS™ – “Über-Regal” für 5 €")
    'IKEA® BJÖRKÅS™ – “Über-Regal” für 5 €'
    """
    text = doc.text
    if text.isascii():
        return
    # Where little is out of the ordinary, looking at that alone is quicker than looking through everything.
    odd = rare(text)
    if odd is not text and not LOUD.search(odd):
        return
    at = 0
    while found := SUSPECT.search(text, at):
        start = max(text.rfind("\n", 0, found.start()) + 1, at)
        at = text.find("\n", found.start()) + 1 or len(text)
        for piece in range(start, at, _LONGEST):
            line = text[piece : min(at, piece + _LONGEST)]
            first = found.start() - piece if piece <= found.start() < piece + _LONGEST else _suspect_at(line, line)
            for left, right, new in mend(line, first, _suspect_at):
                yield Edit(piece + left, piece + right, new, MOJIBAKE)


def _suspect_at(line: str, odd: str) -> int:
    """Where the first suspect of a line stands, of which `odd` is what is not ASCII; -1 when there is none."""
    found = LOUD.search(odd) and SUSPECT.search(line)
    return found.start() if found else -1
