"""
Whether a letter could stand where it would, and whether what stands there now could: questions about neighbours.

The first is asked of any script. The second is asked for Latin letters, quotes and dashes alone: what a word of another script
cannot have is not known here, and nothing but a whole document speaks for its letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Letters and signs in use, outside of what the ranges below say.
_USED = frozenset("ƏəȘșȚț‘’‚“”„†‡‰–—―…‹›•€™\u2009\u200b\u200e\u202f′″←↑→↓−×÷№ƒˆ˜₂\ufeff")
# Latin letters that hardly any spelling of today uses, and so more likely two box drawings than a letter.
_UNUSED = frozenset("ĲĳĴĵĸĿŀŉŊŋſŦŧ")
# From here to there: is all of it in use? What lies outside of these is when it is a letter, a mark or a digit.
_RANGES = (
    (0x0000, 0x009F, False),  # ASCII and controls, which are no letters of several bytes or no letters
    (0x00A0, 0x00BF, True),  # the signs of Latin-1
    (0x0180, 0x02FF, False),  # Latin letters of linguists, modifiers
    (0x0300, 0x0331, True),  # accents of their own
    (0x0332, 0x036F, False),
    (0x0460, 0x048F, False),  # Old Church Slavonic
    (0x1680, 0x1E7F, False),  # Ogham, runes, alphabets of a few, phonetics, Latin letters of transcriptions
    (0x2000, 0x2FFF, False),  # signs
    (0x3000, 0x303F, True),  # Chinese and Japanese punctuation
    (0x1F300, 0x1FAFF, True),  # emoji
    (0xFF00, 0xFFEF, True),  # full-width forms
)
_LETTERS = frozenset({"Lu", "Ll", "Lo", "Lm", "Mn", "Mc", "Nd"})

# Quotes and dashes as DOS and windows-1253 show them: in no language does the one sign follow the other.
_SPEAKING = ("ΓÇ", "ÔÇ", "β€")
# What no word has inside and hardly one has beside it. A root may stand between two names in a formula.
_SIGNS = frozenset("√ƒ≈├┼╨╤╬╧")
_ROOT = "√"
_UNDER_ROOT = frozenset("πµ∂∫∏∑Ω∞±≤≥√")
# Leads that are capitals: of windows-1252, where a sign after them speaks; and those that may be what they are where a word
# begins, so that they wait until other words have spoken.
_CAPITALS = frozenset("ÃÄÅ")
_INITIALS = frozenset("ĂĹÃÅ")

# How far a word is looked at, to either side; how far for the mark that ends its quotation; longer ones count as not ended.
_NEAR, _FAR = 12, 24
_LETTERS_BESIDE_ROOT = 3  # for a word; fewer may be a product of three names
_FUNCTION = re.compile(r"(?:^|[^a-z])(?:sin|cos|tan|log|ln|exp|sqrt|[a-z])$", re.IGNORECASE)
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(r"[^\W\d_]*$"), re.compile(r"[^\W\d_]*")
_OPENING, _CLOSING = frozenset("'\"`“‘„‚«‹("), frozenset("'\"`”’“‘»›)")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"[^\s'\"`“„«‹(]*$"), re.compile(r"[^\s'\"`“”„«»‹›()]*")


class Site(NamedTuple):
    """A place in a text where a letter may have been, and what stands beside it when that is read alike."""

    start: int
    was: str
    letter: str
    left: str  # empty at the beginning of the text
    right: str  # empty at its end

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.was)

    def fits(self) -> bool:
        """Is it a letter in use that could stand between these two?"""
        return is_used(self.letter) and fits(self.letter, self.left, self.right)

    def is_odd(self) -> bool:
        """Could what stands there now not stand between these two?"""
        return is_odd(self.was, self.letter, self.left, self.right)

    def may_begin_word(self) -> bool:
        """Is what stands there now as good as any letter, but only where a word begins?"""
        return self.was[0] in _INITIALS and not self.was[1].isspace()

    def breaks_word(self, text: str) -> bool:
        """Is it odd, and inside a word?"""
        if not self.is_odd() or _is_quoted(text, self.start, self.end):
            return False
        return _speaks(self.was) or (
            self.left.isalpha() and self.right.isalpha() and _is_word(text, self.start, self.end)
        )

    def ends_word(self, text: str) -> bool:
        """Is it odd or a word's beginning, and beside a letter?"""
        if not (self.left.isalpha() or self.right.isalpha()):
            return False
        return self.may_begin_word() or (self.is_odd() and not _is_quoted(text, self.start, self.end))


@lru_cache(4096)
def is_used(letter: str) -> bool:
    """
    Is it a letter or mark that people write today?

    >>> "".join(filter(is_used, "éĳșəЖѲ漢½─"))
    'éșəЖ漢½'
    """
    if letter in _USED:
        return True
    if letter in _UNUSED:
        return False
    code = ord(letter)
    for first, last, used in _RANGES:
        if first <= code <= last:
            return used
    return unicodedata.category(letter) in _LETTERS


@lru_cache(4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]


@lru_cache(16384)
def fits(letter: str, left: str, right: str) -> bool:
    """
    Could this letter stand between these two (either may be empty)?

    >>> fits("ø", "r", "n"), fits("Ø", "r", "n"), fits("ж", "r", "n")
    (True, False, False)
    """
    if _is_accent(letter):
        return left.isalpha() and len(unicodedata.normalize("NFC", left + letter)) == 1
    if not (letter.islower() or letter.isupper()):
        return True  # it has no case, and no word that it would have to be like
    if any(near.isalpha() and _script(near) != _script(letter) for near in (left, right)):
        return False
    if letter.isupper():
        return not left.islower()
    return not (left.isupper() and right.isupper())


def _is_accent(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn" and letter < "\u0370"


@lru_cache(16384)
def is_odd(was: str, letter: str, left: str, right: str) -> bool:
    """
    Is what stands for this letter what no word has: a sign, a letter of another script, a capital after small letters?

    >>> is_odd("√∏", "ø", "r", "n"), is_odd("√π", "ù", "2", " ")
    (True, False)
    """
    if not (_script(letter) in {"LATIN", "COMBINING"} or letter in "’‘“”–—"):
        return False
    if _speaks(was):
        return True
    if was[0] in _SIGNS:
        return not may_be_root(was) or (left.islower() and right.islower())
    near = left if left.isalpha() else right
    return near.isalpha() and (
        _is_foreign(was[0], near) or _is_capital_inside(was, left) or _is_sign_inside(was, left, right)
    )


def _speaks(was: str) -> bool:
    """Is it damage wherever it stands?"""
    return was.startswith(_SPEAKING)


def may_be_root(was: str) -> bool:
    """Could a mathematician have written these characters?"""
    return was[0] == _ROOT and was[1] in _UNDER_ROOT


def _is_foreign(lead: str, near: str) -> bool:
    return lead.isalpha() and _script(lead) != _script(near)


def _is_capital_inside(was: str, left: str) -> bool:
    """A capital after a small letter; with a blank after it, it may end an abbreviation."""
    return was[0].isupper() and left.islower() and not was[1].isspace()


def _is_sign_inside(was: str, left: str, right: str) -> bool:
    """A currency, a plus, a paragraph between a capital and a small letter."""
    return (
        was[0] in _CAPITALS
        and left.isascii()
        and right.islower()
        and unicodedata.category(was[1]) in {"Sc", "Sm", "So"}
    )


def _is_word(text: str, start: int, end: int) -> bool:
    """Are there letters enough on either side to make a word of it?"""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    left, right = _length(_LETTERS_BEFORE.search(before)), _length(_LETTERS_AFTER.match(after))
    if may_be_root(text[start:end]):
        return left + right >= _LETTERS_BESIDE_ROOT and right > 1 and not _FUNCTION.search(before)
    return left + right > 1


def _length(match: re.Match[str] | None) -> int:
    return len(match[0]) if match else 0


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Does the word stand between marks of quotation all by itself, as a word does that is talked about?"""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _FAR]
    opening = before[: len(before) - _length(_WORD_BEFORE.search(before))][-1:]
    if opening not in _OPENING:
        return False
    at = end + _length(_WORD_AFTER.match(after))
    return text[at : at + 1] in _CLOSING
