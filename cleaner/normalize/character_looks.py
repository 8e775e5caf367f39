"""
What a character means by its neighbours.

A look is asked about one character at its place, and says which edit that asks for, or None where the character stays. An
edit may also say that a stretch stays as it is. :data:`LOOKS` has them by the names of the table's rows.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from cleaner.edits import Edit
from cleaner.facts.late import late
from cleaner.normalize.character_table import ROW, Character
from cleaner.normalize.machine_talk import backspace, c1_control, control_character, terminal_escape
from cleaner.normalize.scripts import (
    BLANKLESS,
    BRAILLE,
    CHOSEONG,
    EMOJI,
    FLAG,
    HALF_JAMO,
    JOINING,
    JONGSEONG,
    JUNGSEONG,
    KHMER,
    MONGOLIAN,
    MUSICAL,
    OGHAM,
    OLD_JAMO,
    SELECTABLE,
    SHORTHAND,
    TAGS,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    Look = Callable[[str, int, Character], Edit | None]


_BREAKS = {" ", "\r", "\n"}
_SOFT_BREAK = late(r"\xad *\r?\n *(?=[^\W\d_])")


def _carriage_return(text: str, at: int, row: Character) -> Edit:
    end = at + 1
    if text[end : end + 1] == "\n":
        return Edit(at, end, "", row.rule)
    while text[end : end + 1] == "\r":
        end += 1
    return Edit(at, end, "" if text[end : end + 1] == "\n" else "\n" * (end - at), row.rule)


def _neighbours(text: str, at: int, end: int = 0) -> tuple[str, str]:
    """
    The letters before and after a place. Marks set on a letter are no letters; NFC may put them in another order. The halves of
    a letter are the letter.
    """
    before = at - 1
    while before >= 0 and unicodedata.combining(text[before]):
        before -= 1
    left = text[before] if before >= 0 else ""
    if "\udc00" <= left <= "\udfff":
        left = _paired(text[max(0, before - 1) : before + 1])
    right = text[end or at + 1 : (end or at + 1) + 1]
    if "\ud800" <= right <= "\udbff":
        right = _paired(text[end or at + 1 : (end or at + 1) + 2])
    return left, "" if right and unicodedata.combining(right) else right


def _paired(halves: str) -> str:
    """The character of these two halves; nothing when they are none."""
    if len(halves) == 2 and "\ud800" <= halves[0] < "\udc00" <= halves[1] <= "\udfff":
        return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    return ""


def _joiner(text: str, at: int, row: Character) -> Edit | None:
    if at and JOINING.match(text, at - 1):
        return None
    before, after = _neighbours(text, at)
    if JOINING.match(before) or JOINING.match(after):
        return None
    if text[at] == "\N{ZERO WIDTH JOINER}" and EMOJI.match(after):
        if before == "\N{VARIATION SELECTOR-16}":
            before = _neighbours(text, at - 1)[0] if _selected(text, at - 1) else ""
        if EMOJI.match(before):
            return None
    return Edit(at, at + 1, "", row.rule)


def _stays_beside(these: re.Pattern[str]) -> Look:
    """A look for characters that are at home beside some letters."""

    def look(text: str, at: int, row: Character) -> Edit | None:
        end = at + 1
        while ROW.get(text[end : end + 1]) is row:
            end += 1
        before, after = _neighbours(text, at, end)
        return Edit(at, end, text[at:end] if these.match(before) or these.match(after) else row.becomes or "", row.rule)

    return look


def _grapheme_joiner(text: str, at: int, row: Character) -> Edit | None:
    after = text[at + 1 : at + 2]
    return None if after and unicodedata.combining(after) else Edit(at, at + 1, "", row.rule)


def _selected(text: str, at: int) -> bool:
    """Has the character before this selector a form to choose?"""
    before = text[at - 1] if at else ""
    if "\udc00" <= before <= "\udfff":
        before = _paired(text[max(0, at - 2) : at])
    return any(first <= text[at] <= last and bool(bases.match(before)) for first, last, bases in SELECTABLE)


def _variation_selector(text: str, at: int, row: Character) -> Edit | None:
    return None if _selected(text, at) else Edit(at, at + 1, "", row.rule)


def _tag_character(text: str, at: int, row: Character) -> Edit | None:
    run = TAGS.match(text, at)
    end = run.end() if run else at + 1
    flag = FLAG.fullmatch(text, at, end) and _neighbours(text, at)[0] == "\N{WAVING BLACK FLAG}"
    return Edit(at, end, text[at:end] if flag else "", row.rule)


def _hangul_filler(text: str, at: int, row: Character) -> Edit | None:
    filler, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if filler == "\N{HANGUL CHOSEONG FILLER}":
        follows = text[at + 2 : at + 3] if after == "\N{HANGUL JUNGSEONG FILLER}" else ""
        stays = JUNGSEONG.match(after) or JONGSEONG.match(follows)
    elif filler == "\N{HANGUL JUNGSEONG FILLER}":
        stays = CHOSEONG.match(before) or JONGSEONG.match(after)
    else:
        jamo = OLD_JAMO if filler == "\N{HANGUL FILLER}" else HALF_JAMO
        stays = jamo.match(before) or jamo.match(after)
    return None if stays else Edit(at, at + 1, "", row.rule)


def _khmer_inherent_vowel(text: str, at: int, row: Character) -> Edit | None:
    return None if KHMER.match(_neighbours(text, at)[0]) else Edit(at, at + 1, "", row.rule)


def soft_hyphen(text: str, at: int, row: Character) -> Edit:
    """It goes, and where a line was broken at it, the break does too."""
    breaks = text[at + 1 : at + 2] in _BREAKS and text[at - 1 : at].isalpha()
    line_break = _SOFT_BREAK.match(text, at) if breaks else None
    return Edit(at, line_break.end() if line_break else at + 1, "", row.rule)


def _surrogate(text: str, at: int, row: Character) -> Edit:
    if whole := _paired(text[at : at + 2]):
        return Edit(at, at + 2, "" if whole in ROW else whole, row.rule)
    return Edit(at, at + 1, row.becomes or "", row.rule)


LOOKS: dict[str, Look] = {
    "carriage return": _carriage_return,
    "narrow no-break space": _stays_beside(MONGOLIAN),
    "Ogham space": _stays_beside(OGHAM),
    "braille blank": _stays_beside(BRAILLE),
    "zero width space": _stays_beside(BLANKLESS),
    "grapheme joiner": _grapheme_joiner,
    "joiner": _joiner,
    "variation selector": _variation_selector,
    "Mongolian selector": _stays_beside(MONGOLIAN),
    "Hangul filler": _hangul_filler,
    "Khmer inherent vowel": _khmer_inherent_vowel,
    "tag character": _tag_character,
    "musical control": _stays_beside(MUSICAL),
    "shorthand control": _stays_beside(SHORTHAND),
    "terminal escape": terminal_escape,
    "control character": control_character,
    "backspace": backspace,
    "C1 control": c1_control,
    "surrogate": _surrogate,
}

# Those that only letters and signs beyond ASCII keep: between two characters of ASCII they go, and no look is needed.
AT_HOME = frozenset(
    {
        "narrow no-break space",
        "Ogham space",
        "braille blank",
        "zero width space",
        "grapheme joiner",
        "joiner",
        "Mongolian selector",
        "Hangul filler",
        "Khmer inherent vowel",
        "musical control",
        "shorthand control",
    }
)
