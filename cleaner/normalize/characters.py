r"""
The characters that a text should not have: unseen, worn out, or only there to steer a machine.

:data:`~cleaner.normalize.character_table.TABLE` says which, what comes in their place, and under which name. The code here is
for what a table cannot say: what a character means by its neighbours.

It goes over a text at most three times. First what is unseen, what steers, and what is a space go: after that the lines are
lines. Then letters and signs in the dress of another time or alphabet get their own (that is told by the line that they stand
in), and then the text is composed. A text with nothing of all this pays for one cheap look.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import Edit, splice
from cleaner.normalize.character_table import TABLE, Character, each
from cleaner.normalize.rare import rare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DECOMPOSED = "decomposed letter"  # what NFC puts together, and the few signs it has another name for
LOST_BYTE = "lost byte"

# What the second time round is for. The others are gone by then.
_SECOND = frozenset({"ideographic space", "presentation form", "full-width form", "private-use bullet"})
_ROW = {character: row for row in TABLE for character in each(row.characters)}


class Late:
    """A pattern that is compiled when it is first looked for: most texts need two of them, and classes take long to compile."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern proper."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As of a pattern."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """As of a pattern."""
        return self.compiled.fullmatch

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As of a pattern."""
        return self.compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As of a pattern."""
        return self.compiled.finditer


def _class(*rules: str, start: str = "\0", to: str = "\U0010ffff") -> str:
    """What the table has under these names from one character to another, as it is written in a character class."""
    written = "".join(row.characters for row in TABLE if row.rule in rules)
    return "".join(span for span in re.findall(".-.|.", written, re.DOTALL) if start <= span[0] <= to)


_TOP = "\uffff"
_RULES = frozenset(row.rule for row in TABLE)
_FIRST = _RULES - _SECOND
_FULL_WIDTH = _class("full-width form")
_BULLETS = _class("private-use bullet")

# Wider than what NFC may change: every character that is not its own composed form, may join with the one before it, or
# stands in an order. Letters with accents of their own, CJK and Hangul syllables are not here.
LOOSE = (
    "\u0300-\u0374\u037e\u0387\u0483-\u0487\u0590-\u1dff\u1f71-\u1fff\u2000\u2001\u20d0-\u20f0\u2126\u212a\u212b\u2329\u232a"
    "\u2adc\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua67d\ua69e\ua69f\ua6f0\ua6f1\ua802-\uabff"
    "\uf900-\ufaff\ufb1d-\ufb4e\ufe20-\ufe2f\U000101fd-\U0001ffff\U0002f800-\U0002fa1d"
)
_STRETCH = Late(f"[^{LOOSE}]?[{LOOSE}]+")
_LONG = 200
_SHORT = 8

_FOUND, _FOUND_BMP = Late(f"[{_class(*_FIRST)}]"), Late(f"[{_class(*_FIRST, to=_TOP)}]")
_FORM = Late(f"[{_class(*_SECOND)}]")
_NAMED = Late(f"[{_class(*_RULES)}]")

# For text that is not mostly ASCII. A class of characters below U+10000 is one look into a table for each, however many they
# are, so those above have a class of their own. In Chinese and Japanese, full-width forms are asked for by the line.
_BMP, _BEYOND = _class(*_RULES, to=_TOP), _class(*_RULES, start="\U00010000")
_BMP_EAST = _class(*(_RULES - {"full-width form"}), to=_TOP)
_LOOSE_BMP = LOOSE[: LOOSE.index("\U000101fd")]
_NAMED_BMP, _UNTIDY_BMP = Late(f"[{_BMP}]"), Late(f"[{_BMP}{_LOOSE_BMP}]")
_NAMED_EAST, _UNTIDY_EAST = Late(f"[{_BMP_EAST}]"), Late(f"[{_BMP_EAST}{_LOOSE_BMP}]")
# What `rare` leaves of a text is short; a class has to end with one range, or it takes twice as long.
_UNTIDY = Late(f"[{_BMP}{_LOOSE_BMP}\U00010000-\U0010ffff]")
_NAMED_BEYOND = Late(f"[{_BEYOND}]")

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
_EAST = Late("[\u3001-\ud7a3]")
_GLANCE = 40  # characters that say in what script a text is, well enough to choose the quicker way of looking

_ESCAPE = Late(
    r"""
    \x1b (?:
        \[ [0-?]{0,100} [\x20-/]{0,20} [@-~]                     # control sequences: colours, cursor
        | \] [^\x00-\x1f\x7f-\x9f]{0,2000} (?: \x07 | \x1b\\ )    # commands to the window: titles, links
        | [PX^_] [\x20-~]{0,2000} \x1b\\                         # strings for the device
        | [\x20-/]{1,4} [0-~]                                    # character sets
        | [0-Z\\^-~]                                             # all that are one letter
    )?
    """,
    re.VERBOSE,
)
_SOFT_BREAK = Late(r"\xad *\r?\n *(?=[^\W\d_])")
_CSI = Late(r"\x9b[0-9]{1,3}(?:;[0-9]{1,3}){0,9}[A-DHJKfhlm]")

# Scripts whose letters join, and scripts written without blanks. (What the table takes away is in none of these classes: a
# character that goes must not be the reason for another one to stay.)
_JOINING = Late(
    "[\u0600-\u061b\u061d-\u08ff\u0900-\u10ff\u1200-\u167f\u1681-\u17b3\u17b6-\u180a\u1810-\u1cff\u2d30-\u2d7f\ua800-\uabff"
    "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
_BLANKLESS = Late(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaadf]"
)
_LEFTWARD = Late(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_EMOJI = Late(
    "[\u203c\u2049\u2122\u2139\u2194-\u2328\u232b-\u27bf\u2934-\u2adb\u2add-\u2b55\u3030\U0001f000-\U0001faff]"
)
_MONGOLIAN = Late("[\u1800-\u180a\u1810-\u18af\U00011660-\U0001167f]")
_OGHAM = Late("[\u1681-\u169c]")
_BRAILLE = Late("[\u2801-\u28ff]")
_KHMER = Late("[\u1780-\u17b3\u17b6-\u17dd]")
_MUSICAL = Late("[\U0001d100-\U0001d172\U0001d17b-\U0001d1ff]")
_SHORTHAND = Late("[\U0001bc00-\U0001bc9f]")
_CHOSEONG, _JUNGSEONG = Late("[\u1100-\u115e\ua960-\ua97c]"), Late("[\u1161-\u11a7\ud7b0-\ud7c6]")
_JONGSEONG = Late("[\u11a8-\u11ff\ud7cb-\ud7fb]")
_OLD_JAMO, _HALF_JAMO = Late("[\u3131-\u3163\u3165-\u318e]"), Late("[\uffa1-\uffdc]")

# What has more than one form, by the selectors that choose among them.
_SELECTABLE = (
    (
        "\N{VARIATION SELECTOR-15}",
        "\N{VARIATION SELECTOR-16}",
        Late(
            "[#*0-9©®\u203c\u2049\u2100-\u2125\u2127-\u2129\u212c-\u214f\u2190-\u2328\u232b-\u27ff\u2900-\u2adb\u2add-\u2bff"
            "\u3030\u303d\u3200-\u32ff\U0001f000-\U0001faff]"
        ),
    ),
    (
        "\N{VARIATION SELECTOR-1}",
        "\N{VARIATION SELECTOR-14}",
        Late(
            "[0‘’“”\u1000-\u109f\u2190-\u2328\u232b-\u27ff\u2900-\u2adb\u2add-\u2bff\u3001\u3002\u3400-\u4dbf\u4e00-\u9fff"
            "\ua840-\ua877\uaa60-\uaa7f\uf900-\ufaff\U00010ac0-\U00010aff\U00013000-\U0001342f\U00020000-\U0003ffff]"
        ),
    ),
    (
        "\N{VARIATION SELECTOR-17}",
        "\N{VARIATION SELECTOR-256}",
        Late("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    ),
)
_TAGS = Late("[\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]+")
_FLAG = Late("[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")  # as in ISO 3166-2, and the end

# Chinese, Japanese and Korean, but for what is in the table. Letters that show that a line is in another script: whatever
# becomes one of them when the text is composed is one as well.
_CJK = "\u1100-\u115e\u1161-\u11ff\u2e80-\u2fff\u3001-\u3163\u3165-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff61-\uff9f\uffa1-\uffdc\U00020000-\U0003ffff"
_EASTERN = Late(f"[{_CJK}]")
_WIDE = Late(f"[{_CJK}\uff5f\uff60]")
_WESTERN = Late("[A-Za-z\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff\u2126\u212a]")
_FORMS_OF_LINE = rf"[^\n{_CJK}{_FULL_WIDTH}]*+[{_FULL_WIDTH}][^\n{_CJK}]*+(?=\n|\Z)"
_NARROW_FIRST, _NARROW_LINE = Late(_FORMS_OF_LINE), Late(rf"\n{_FORMS_OF_LINE}")
_LINE = Late(r"[^\n]+")
_WIDE_RUN = Late(f"[{_FULL_WIDTH}]+")
_WIDE_SPACES = Late("\u3000+")
_TYPE_RUN = Late(f"[{_class('presentation form')}]+")
_MARKED = Late(f"^[ \u3000]*([{_BULLETS}])(?![\ue000-\uf8ff])", re.MULTILINE)
_LINE_ENDS = Late("[\n\r\f\u2028\u2029]")
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_MANY = 10

# U+2013, U+2014, U+2018, U+2019, U+201C and U+201D that lost their upper byte, between the neighbours that they must have.
_HALVED = {
    "\x13": ("–", re.compile(r"\w\x13\w| \x13 ")),
    "\x14": ("—", re.compile(r"\w\x14\w| \x14 ")),
    "\x18": ("‘", re.compile(r"[\s(]?\x18\w")),
    "\x19": ("’", re.compile(r"\w\x19[\w\s.,]")),
    "\x1c": ("“", re.compile(r"[\s(]?\x1c\w")),
    "\x1d": ("”", re.compile(r"[\w.,!?]\x1d[\s.,;:)]?")),
}


@stage
def fix_characters(doc: Document) -> Iterable[Edit]:
    r"""
    Leave no character that cannot be seen, and only one way of writing each that can.

    :data:`TABLE` is the whole list: line ends become ``\n``, a form feed a blank line, every odd space and tab a space; byte
    order marks, zero-width characters, soft hyphens, control characters and terminal escapes go; the typesetter's ligatures
    become letters; and the text is put in Unicode's composed form (NFC). Joiners stay in the scripts and emoji that need
    them, direction marks in lines that run from right to left. Quotes, dashes, ``œ`` and full-width letters are the
    writer's.

    A run of odd spaces becomes a single one, and where an unseen character lay between two spaces one of them goes: no
    double space is made that was not there.

    >>> fix_characters("\N{ZERO WIDTH NO-BREAK SPACE}The ef\N{SOFT HYPHEN}\N{LATIN SMALL LIGATURE FI}cacy\r\n")
    'The efficacy\n'
    >>> fix_characters("10\N{NO-BREAK SPACE}000\t\N{ZERO WIDTH SPACE} soldiers\x1b[0m, cafe\N{COMBINING ACUTE ACCENT}s")
    '10 000 soldiers, cafés'
    """
    text = doc.text
    if _is_tidy(text):
        return ()
    edits = _single_spaced(text, _intruders(text))
    if text.isascii():
        return edits
    result = splice(text, edits)
    if _FORM.search(rare(result)) and (later := _forms(result, doc.source.language)):
        edits = _upon(edits, result, later)
        result = splice(text, edits)
    if not unicodedata.is_normalized("NFC", result):
        edits = _upon(edits, result, _decomposed(result))
    return edits


def _is_tidy(text: str) -> bool:
    """Is there surely nothing to do? What stays by its neighbours counts as something."""
    if text.isascii():
        return not text.encode().translate(None, _PRINTED)
    east = _EAST.search(text, 0, _GLANCE)
    if not east:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            return False
        if 2 * len(data) <= 3 * len(text):  # mostly ASCII: the rest is soon looked through
            odd = data.translate(None, _PRINTED).decode()
            if not _UNTIDY.search(odd):
                return True
            return not _NAMED.search(odd) and unicodedata.is_normalized("NFC", text)
        if not data.translate(None, _SOUND) and not any(pattern.search(data) for pattern in _UNSOUND):
            return _GREEK_POINT not in text
    named, untidy = (_NAMED_EAST, _UNTIDY_EAST) if east else (_NAMED_BMP, _UNTIDY_BMP)
    loose = untidy.search(text)
    if loose and (loose.group() in _ROW or named.search(text, loose.end())):
        return False
    beyond = _goes_beyond(text)
    if beyond and _NAMED_BEYOND.search(text):
        return False
    if (loose or beyond) and not unicodedata.is_normalized("NFC", text):
        return False
    return not east or not (_NARROW_FIRST.match(text) or _NARROW_LINE.search(text))


def _goes_beyond(text: str) -> bool:
    """Has it characters above U+FFFF? (Classes of characters that end below that are several times as fast.)"""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def _intruders(text: str) -> Iterator[Edit]:
    """An edit for each character of the first time round that its neighbours do not keep."""
    lines = _Lines(text)
    done = 0
    for match in (_FOUND if _goes_beyond(text) else _FOUND_BMP).finditer(text):
        start = match.start()
        if start < done:
            continue
        row = _ROW[match.group()]
        look = _LOOKS.get(row.rule)
        if look is not None:
            edit = look(text, start, row)
        elif row.rule == "direction mark" and lines.run_leftward(start):
            edit = None
        else:
            edit = Edit(start, start + 1, row.becomes or "", row.rule)
        if edit is None:
            continue
        if edit.start < done:
            edit = edit._replace(start=start)
        done = edit.end
        if edit.text != text[edit.start : edit.end]:
            yield edit


class _Lines:
    """Which way the lines of a text run; each is looked at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = -1
        self.leftward = False

    def run_leftward(self, at: int) -> bool:
        """Does the line at this place have letters that run from right to left?"""
        if at >= self.end:
            last = max(self.text.rfind(mark, max(self.end, 0), at) for mark in "\n\r\f\u2028\u2029")
            following = _LINE_ENDS.search(self.text, at)
            begin, self.end = max(last, self.end, 0), following.start() if following else len(self.text)
            self.leftward = bool(_LEFTWARD.search(self.text, begin, self.end))
        return self.leftward


# What a character means by its neighbours: the edit that it asks for, or None where it stays. An edit may also say that a stretch
# stays as it is.


def _carriage_return(text: str, at: int, row: Character) -> Edit:
    end = at + 1
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
    if at and _JOINING.match(text, at - 1):
        return None
    before, after = _neighbours(text, at)
    if _JOINING.match(before) or _JOINING.match(after):
        return None
    if text[at] == "\N{ZERO WIDTH JOINER}" and _EMOJI.match(after):
        if before == "\N{VARIATION SELECTOR-16}":
            before = _neighbours(text, at - 1)[0] if _selected(text, at - 1) else ""
        if _EMOJI.match(before):
            return None
    return Edit(at, at + 1, "", row.rule)


def _stays_beside(these: Late) -> Callable[[str, int, Character], Edit | None]:
    """A look for characters that are at home beside some letters."""

    def look(text: str, at: int, row: Character) -> Edit | None:
        end = at + 1
        while _ROW.get(text[end : end + 1]) is row:
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
    return any(first <= text[at] <= last and bool(bases.match(before)) for first, last, bases in _SELECTABLE)


def _variation_selector(text: str, at: int, row: Character) -> Edit | None:
    return None if _selected(text, at) else Edit(at, at + 1, "", row.rule)


def _tag_character(text: str, at: int, row: Character) -> Edit | None:
    run = _TAGS.match(text, at)
    end = run.end() if run else at + 1
    flag = _FLAG.fullmatch(text, at, end) and _neighbours(text, at)[0] == "\N{WAVING BLACK FLAG}"
    return Edit(at, end, text[at:end] if flag else "", row.rule)


def _hangul_filler(text: str, at: int, row: Character) -> Edit | None:
    filler, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if filler == "\N{HANGUL CHOSEONG FILLER}":
        follows = text[at + 2 : at + 3] if after == "\N{HANGUL JUNGSEONG FILLER}" else ""
        stays = _JUNGSEONG.match(after) or _JONGSEONG.match(follows)
    elif filler == "\N{HANGUL JUNGSEONG FILLER}":
        stays = _CHOSEONG.match(before) or _JONGSEONG.match(after)
    else:
        jamo = _OLD_JAMO if filler == "\N{HANGUL FILLER}" else _HALF_JAMO
        stays = jamo.match(before) or jamo.match(after)
    return None if stays else Edit(at, at + 1, "", row.rule)


def _khmer_inherent_vowel(text: str, at: int, row: Character) -> Edit | None:
    return None if _KHMER.match(_neighbours(text, at)[0]) else Edit(at, at + 1, "", row.rule)


def _soft_hyphen(text: str, at: int, row: Character) -> Edit:
    line_break = _SOFT_BREAK.match(text, at) if text[at - 1 : at].isalpha() else None
    return Edit(at, line_break.end() if line_break else at + 1, "", row.rule)


def _terminal_escape(text: str, at: int, row: Character) -> Edit:
    sequence = _ESCAPE.match(text, at)
    return Edit(at, sequence.end() if sequence else at + 1, "", row.rule)


def _backspace(text: str, at: int, row: Character) -> Edit:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before == "_" and after.isalnum():
        return Edit(at - 1, at + 1, "", row.rule)
    return Edit(
        at, at + 2 if after and (after == before or (after == "_" and before.isalnum())) else at + 1, "", row.rule
    )


def _c1_control(text: str, at: int, row: Character) -> Edit:
    if sequence := _CSI.match(text, at):
        return Edit(at, sequence.end(), "", "terminal escape")
    return Edit(at, at + 1, text[at].encode("latin-1").decode("cp1252", "ignore"), row.rule)


def _surrogate(text: str, at: int, row: Character) -> Edit:
    if whole := _paired(text[at : at + 2]):
        return Edit(at, at + 2, "" if whole in _ROW else whole, row.rule)
    return Edit(at, at + 1, row.becomes or "", row.rule)


def _control_character(text: str, at: int, row: Character) -> Edit:
    if text[at] in _HALVED:
        whole, neighbours = _HALVED[text[at]]
        if neighbours.fullmatch(text, max(0, at - 1), at + 2):
            return Edit(at, at + 1, whole, LOST_BYTE)
    return Edit(at, at + 1, "", row.rule)


_LOOKS: dict[str, Callable[[str, int, Character], Edit | None]] = {
    "carriage return": _carriage_return,
    "narrow no-break space": _stays_beside(_MONGOLIAN),
    "Ogham space": _stays_beside(_OGHAM),
    "braille blank": _stays_beside(_BRAILLE),
    "zero width space": _stays_beside(_BLANKLESS),
    "grapheme joiner": _grapheme_joiner,
    "joiner": _joiner,
    "soft hyphen": _soft_hyphen,
    "variation selector": _variation_selector,
    "Mongolian selector": _stays_beside(_MONGOLIAN),
    "Hangul filler": _hangul_filler,
    "Khmer inherent vowel": _khmer_inherent_vowel,
    "tag character": _tag_character,
    "musical control": _stays_beside(_MUSICAL),
    "shorthand control": _stays_beside(_SHORTHAND),
    "terminal escape": _terminal_escape,
    "control character": _control_character,
    "backspace": _backspace,
    "C1 control": _c1_control,
    "surrogate": _surrogate,
}


def _single_spaced(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits, and with them the spaces that would otherwise meet: edits with only spaces between them are seen as one."""
    settled: list[Edit] = []
    chain: list[Edit] = []
    for edit in edits:
        blank = edit.text in {"", " "}
        if chain and (not blank or text[chain[-1].end : edit.start].strip(" ")):
            settled += _settle(text, chain)
            chain = []
        if blank:
            chain.append(edit)
        else:
            settled.append(edit)
    return settled + _settle(text, chain) if chain else settled


def _settle(text: str, chain: list[Edit]) -> list[Edit]:
    """A chain of edits that only space or take, with the spaces around and between them, as one space at most."""
    left, right = chain[0].start, chain[-1].end
    if len(chain) == 1 and " " not in (text[left - 1 : left], text[right : right + 1]):
        return chain
    while left and text[left - 1] == " ":
        left -= 1
    while text[right : right + 1] == " ":
        right += 1
    odd = any(edit.text for edit in chain)
    stretches = [*zip([left, *(edit.end for edit in chain)], [*(edit.start for edit in chain), right], strict=True)]
    spaced = [(start, end) for start, end in stretches if start < end]
    if not odd and len(spaced) < 2:
        return chain
    first = True  # the first space of all stays, and all of the first stretch when no odd space is about
    settled: list[Edit] = []
    for (start, end), edit in zip(stretches, [*chain, None], strict=True):
        keep = (1 if odd else end - start) if first else 0
        rule = edit.rule if edit else chain[-1].rule
        if start < end:
            first = False
            settled.append(Edit(start + keep, end, "", rule))
        if edit:
            settled.append(edit._replace(text=" " if edit.text and first else ""))
            first = first and not edit.text
    return [edit for edit in settled if edit.text or edit.start < edit.end]


# The second time round: unseen characters are gone, a line is a line.


def _forms(text: str, language: str | None) -> list[Edit]:
    """Letters and signs that are there in the form of another alphabet, of type, or of a font."""
    wide = [*_full_width(text, language)]
    edges = {edit.start for edit in wide} | {-edit.end for edit in wide}
    spaces = (
        Edit(run.start(), run.end(), " ", "ideographic space")
        for run in _WIDE_SPACES.finditer(text)
        if not _is_wide(text, run.start() - 1, -run.start() in edges)
        and not _is_wide(text, run.end(), run.end() in edges)
    )
    return _single_spaced(text, sorted([*wide, *spaces, *_typeset(text), *_marks(text)]))


def _full_width(text: str, language: str | None) -> Iterator[Edit]:
    """
    Full-width forms of a text that is not Chinese, Japanese or Korean, but for the lines of it that are.

    A line of Latin letters in a Japanese text has its brackets as wide as those of its neighbours, so it is the text that
    counts: it may have some such lines, when those of another script are many times as many.
    """
    if language in _EAST_ASIAN:
        return
    lines: Iterable[tuple[int, int]] = [(0, len(text))]
    if _EASTERN.search(text):
        spans = [line.span() for line in _LINE.finditer(text)]
        lines = [span for span in spans if not _EASTERN.search(text, *span)]
        if sum(_WESTERN.search(text, *span) is not None for span in lines) < _MANY * (len(spans) - len(lines)):
            return
    for start, end in lines:
        for run in _WIDE_RUN.finditer(text, start, end):
            yield Edit(run.start(), run.end(), _compatible(run.group()), "full-width form")


def _is_wide(text: str, at: int, becomes_narrow: bool) -> bool:  # noqa: FBT001  # what is told of this place
    """Is the character here as wide as an ideographic space, and stays so?"""
    if not 0 <= at < len(text):
        return False
    return bool(_WIDE.match(text[at])) or (not becomes_narrow and bool(_WIDE_RUN.match(text[at])))


def _compatible(text: str) -> str:
    """Each character as the table has it, or in its compatibility form."""
    return "".join(_ROW[one].becomes or unicodedata.normalize("NFKC", one) for one in text)


def _typeset(text: str) -> Iterator[Edit]:
    """Presentation forms, but for those of lines that are stored as they are seen."""
    seen, visual = -1, False
    for run in _TYPE_RUN.finditer(text):
        if run.start() > seen:
            begin, seen = text.rfind("\n", 0, run.start()) + 1, text.find("\n", run.start())
            seen = len(text) if seen < 0 else seen
            visual = bool(_visual().search(text, begin, seen))
        if not visual:
            yield Edit(run.start(), run.end(), _compatible(run.group()), "presentation form")


@cache
def _visual() -> re.Pattern[str]:
    """Letters as they can only meet where the last one of a word is stored first: nobody reads on after an initial form."""
    shapes: dict[str, str] = {"<initial>": "", "<medial>": "", "<final>": ""}
    for letter in each(_class("presentation form")):
        shape = unicodedata.decomposition(letter).partition(" ")[0]
        if shape in shapes:
            shapes[shape] += letter
    return re.compile(rf"[{shapes['<initial>']}](?!\w|[\u064b-\u0652])|[{shapes['<final>']}][{shapes['<medial>']}]")


def _marks(text: str) -> Iterator[Edit]:
    """Signs of symbol fonts that mark the items of a list."""
    found = [*_MARKED.finditer(text)]
    times = Counter(mark[1] for mark in found)
    for mark in found:
        if times[mark[1]] > 1 or mark[1] == "\uf0b7":
            row = _ROW[mark[1]]
            yield Edit(mark.start(1), mark.end(1), row.becomes or "", row.rule)


# One list of edits out of two or three.


def _upon(edits: list[Edit], result: str, later: Iterable[Edit]) -> list[Edit]:
    """The edits that made the result of the text, and later ones of that result, all in the coordinates of the text."""
    if not edits:
        return [*later]
    shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]
    begins = [edit.start + shift for edit, shift in zip(edits, shifts, strict=False)]
    ends = [edit.end + shift for edit, shift in zip(edits, shifts[1:], strict=True)]
    merged: list[Edit] = []
    done = 0  # so many of the edits are in
    for start, end, new, rule, _ in later:
        # The edits whose text reaches into the later one become part of it.
        first = max(bisect_right(ends, start), done)
        last = bisect_left(begins, end, first)
        low, high, middle = start, end, new
        if first < last:
            low, high = min(start, begins[first]), max(end, ends[last - 1])
            middle = result[low:start] + new + result[end:high]
        merged += edits[done:first]
        merged.append(Edit(low - shifts[first], high - shifts[last], middle, rule))
        done = last
    return merged + edits[done:]


def _decomposed(text: str) -> Iterator[Edit]:
    """Where the text is not in composed form, and what should be there."""
    for match in _STRETCH.finditer(text):
        old = match.group()
        if change := (_composition if len(old) <= _SHORT else _composition.__wrapped__)(old):
            start = match.start()
            yield Edit(start + change[0], start + change[1], change[2], DECOMPOSED)


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
