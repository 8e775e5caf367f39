"""How languages write quotations: the marks for a quotation, and those for one inside it."""

from __future__ import annotations

from typing import NamedTuple


class Quotation(NamedTuple):
    """The marks of one way of quoting: outside, inside, and the apostrophe."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    apostrophe: str = "’"


ENGLISH = Quotation("“", "”", "‘", "’")
GERMAN = Quotation("„", "“", "‚", "‘")
POLISH = Quotation("„", "”", "‚", "’")
SWEDISH = Quotation("”", "”", "’", "’")

# Languages that are not here write as English does, where they do not use guillemets: those are in older encodings that
# have no curly marks, and are not lost with them.
BY_LANGUAGE = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "lt", "is", "ka", "mk", "et", "hr"), GERMAN),
    **dict.fromkeys(("pl", "hu", "ro", "sr"), POLISH),
    **dict.fromkeys(("sv", "fi", "da"), SWEDISH),
}
#: Where quotations stand between guillemets first of all, and curly marks are one habit of two.
GUILLEMETS = frozenset("fr es pt it ca gl ru uk be el no nb nn hy fa eu sq".split())

#: Languages in which a text of a few sentences has letters with accents.
ACCENTED = frozenset("de fr es pt it ca gl pl cs sk hu ro sv da no nb nn fi is tr az lv lt et vi sq hr sl".split())
