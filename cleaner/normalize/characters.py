r"""
The characters that a text should not have: unseen, worn out, or only there to steer a machine.

:data:`TABLE` says which, what comes in their place, and under which name. The code below it is for what a table cannot say:
what a character means by its neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit, splice
from cleaner.normalize.rare import rare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Character(NamedTuple):
    """
    Some characters that a text should not have.

    `characters` is written as in a character class, `becomes` what stands there afterwards, `rule` the name of the intruder
    and `why` the reason for its going, or for its staying.
    """

    characters: str
    becomes: str
    rule: str
    why: str


# One row for each kind. A row whose characters stay in some places names the place in `why`; _Scan knows it.
TABLE = (
    Character("\r", "\n", "carriage return", "one line end, whether the machine was a Mac, a PC or both"),
    Character("\f", "\n\n", "form feed", "a page break is a gap: what it cut in two is mended by another stage"),
    Character("\N{LINE SEPARATOR}", "\n", "line separator", "a line end"),
    Character("\N{PARAGRAPH SEPARATOR}", "\n\n", "paragraph separator", "a paragraph's end"),
    Character("\v", " ", "vertical tab", "how word processors break a line inside a paragraph"),
    Character("\t", " ", "tab", "prose has no columns"),
    Character(
        "\N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{NARROW NO-BREAK SPACE}",
        " ",
        "no-break space",
        "where a line may break is for who sets it; French and figures read the same",
    ),
    Character(
        "\N{OGHAM SPACE MARK}\N{EN QUAD}-\N{SIX-PER-EM SPACE}\N{PUNCTUATION SPACE}-\N{HAIR SPACE}\N{MEDIUM MATHEMATICAL SPACE}",
        " ",
        "odd space",
        "a space of another width is a space",
    ),
    Character(
        "\N{IDEOGRAPHIC SPACE}", " ", "ideographic space", "a space; stays beside the characters that it is as wide as"
    ),
    Character("\N{ZERO WIDTH NO-BREAK SPACE}", "", "byte order mark", "the first character of a file, once"),
    Character(
        "\N{ZERO WIDTH SPACE}",
        "",
        "zero width space",
        "put in by editors and trackers; stays between Thai, Lao, Khmer and Burmese letters, where it parts words",
    ),
    Character("\N{WORD JOINER}\N{COMBINING GRAPHEME JOINER}", "", "word joiner", "keeps a line from breaking, unseen"),
    Character(
        "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}",
        "",
        "joiner",
        "stays in scripts whose letters join (Persian, Hindi …) and inside emoji",
    ),
    Character("\N{SOFT HYPHEN}", "", "soft hyphen", "where a word may be broken; with the line break, where it was"),
    Character(
        "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
        "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}",
        "",
        "direction mark",
        "stays in a line with letters that run from right to left",
    ),
    Character(
        "\u2061-\u2064\u206a-\u206f", "", "invisible operator", "for formulas and old Arabic printing; nothing to see"
    ),
    Character("\ufff9-\ufffb", "", "annotation mark", "for programs that set small print between lines"),
    Character(
        "\N{OBJECT REPLACEMENT CHARACTER}", "", "object replacement character", "stands for a picture that is gone"
    ),
    Character("\ufdd0-\ufdef\ufffe\uffff", "", "noncharacter", "no character, by definition"),
    Character("\x1b", "", "terminal escape", "colours and cursor moves: the whole sequence goes"),
    Character("\x00-\x07\x0e-\x1a\x1c-\x1f\x7f", "", "control character", "steers a machine that is not here"),
    Character("\b", "", "backspace", "overstrikes: how terminals show bold and underlined, the letter stays once"),
    Character("\x80-\x9f", "", "C1 control", "where Windows-1252 has a character it is that, as in every browser"),
    Character(
        "\ud800-\udfff",
        "\N{REPLACEMENT CHARACTER}",
        "surrogate",
        "half a character; with the other half, the character",
    ),
    Character("ﬀ", "ff", "ligature", "typesetting"),
    Character("ﬁ", "fi", "ligature", "typesetting; æ and œ are letters and not here"),
    Character("ﬂ", "fl", "ligature", "typesetting"),
    Character("ﬃ", "ffi", "ligature", "typesetting"),
    Character("ﬄ", "ffl", "ligature", "typesetting"),
    Character("ﬅﬆ", "st", "ligature", "typesetting"),
)
DECOMPOSED = "decomposed letter"  # what NFC puts together, and the few signs it has another name for
LOST_BYTE = "lost byte"


def each(characters: str) -> Iterator[str]:
    """The characters of a character class."""
    at = 0
    while at < len(characters):
        if characters[at + 1 : at + 2] == "-":
            yield from map(chr, range(ord(characters[at]), ord(characters[at + 2]) + 1))
            at += 3
        else:
            yield characters[at]
            at += 1


_ROW = {character: row for row in TABLE for character in each(row.characters)}
_ALL = "".join(row.characters for row in TABLE)

# Wider than what NFC may change: every character that is not its own composed form, may join with the one before it, or
# stands in an order. Letters with accents of their own, CJK and Hangul syllables are not here.
LOOSE = (
    "\u0300-\u0374\u037e\u0387\u0483-\u0487\u0590-\u1dff\u1f71-\u1fff\u2000\u2001\u20d0-\u20f0\u2126\u212a\u212b\u2329\u232a"
    "\u2adc\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua67d\ua69e\ua69f\ua6f0\ua6f1\ua802-\uabff"
    "\uf900-\ufaff\ufb1d-\ufb4e\ufe20-\ufe2f\U000101fd-\U0001ffff\U0002f800-\U0002fa1d"
)
_UNTIDY = re.compile(f"[{_ALL}{LOOSE}]")
_FOUND = re.compile(f"[{_ALL}]")
_STRETCH = re.compile(f"[^{LOOSE}]?[{LOOSE}]+")
_LONG = 200

_ESCAPE = re.compile(
    r"""
    \x1b (?:
        \[ [0-?]{0,100} [\x20-/]{0,20} [@-~]                     # control sequences: colours, cursor
        | \] [\x20-~]{0,2000} (?: \x07 | \x1b\\ )                # commands to the window: titles, links
        | [PX^_] [\x20-~]{0,2000} \x1b\\                         # strings for the device
        | [\x20-/]{1,4} [0-~]                                    # character sets
        | [0-Z\\^-~]                                             # all that are one letter
    )?
    """,
    re.VERBOSE,
)
_SOFT_BREAK = re.compile(r"\xad *\r?\n *(?=[^\W\d_])")

# Scripts whose letters join, and scripts written without blanks. (What the table names is in none of these classes: a
# character that goes must not be the reason for another one to stay.)
_JOINING = re.compile(
    "[\u0600-\u061b\u061d-\u08ff\u0900-\u10ff\u1200-\u167f\u1681-\u1cff\ua800-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
_BLANKLESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]")
_LEFTWARD = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff]"
)
_EMOJI = re.compile(
    "[\u203c\u2049\u2122\u2139\u2194-\u2328\u232b-\u27bf\u2934-\u2b55\u3030\ufe0f\U0001f000-\U0001faff]"
)
_LINE_ENDS = re.compile("[\n\r\f\u2028\u2029]")

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
    if not _UNTIDY.search(rare(text)):
        return ()
    edits = _single_spaced(text, _intruders(text))
    return edits if text.isascii() else _composed(text, edits)


def _intruders(text: str) -> Iterator[Edit]:
    """An edit for each character that the table names and its neighbours do not keep."""
    lines = _Lines(text)
    done = 0
    for match in _FOUND.finditer(text):
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
            edit = Edit(start, start + 1, row.becomes, row.rule)
        if edit:
            yield edit if edit.start >= done else edit._replace(start=start)
            done = edit.end


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


# What a character means by its neighbours: the edit that it asks for, or None where it stays.


def _carriage_return(text: str, at: int, row: Character) -> Edit:
    end = at + 1
    while text[end : end + 1] == "\r":
        end += 1
    return Edit(at, end, "" if text[end : end + 1] == "\n" else "\n" * (end - at), row.rule)


def _neighbours(text: str, at: int) -> tuple[str, str]:
    """The letters before and after a place. Marks set on a letter are no letters; NFC may put them in another order."""
    before = at - 1
    while before >= 0 and unicodedata.combining(text[before]):
        before -= 1
    after = text[at + 1 : at + 2]
    return text[before : before + 1] if before >= 0 else "", "" if after and unicodedata.combining(after) else after


def _joiner(text: str, at: int, row: Character) -> Edit | None:
    before, after = _neighbours(text, at)
    if _JOINING.match(before) or _JOINING.match(after):
        return None
    if text[at] == "\N{ZERO WIDTH JOINER}" and _EMOJI.match(before) and _EMOJI.match(after):
        return None
    return Edit(at, at + 1, "", row.rule)


def _zero_width_space(text: str, at: int, row: Character) -> Edit | None:
    before, after = _neighbours(text, at)
    return None if _BLANKLESS.match(before) or _BLANKLESS.match(after) else Edit(at, at + 1, "", row.rule)


def _ideographic_space(text: str, at: int, row: Character) -> Edit | None:
    before, after = _neighbours(text, at)
    return None if _WIDE.match(before) or _WIDE.match(after) else Edit(at, at + 1, " ", row.rule)


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
    return Edit(at, at + 2 if after and after == before else at + 1, "", row.rule)


def _c1_control(text: str, at: int, row: Character) -> Edit:
    return Edit(at, at + 1, text[at].encode("latin-1").decode("cp1252", "ignore"), row.rule)


def _surrogate(text: str, at: int, row: Character) -> Edit:
    pair = text[at : at + 2]
    if pair[0] < "\udc00" <= pair[1:] <= "\udfff":
        return Edit(at, at + 2, pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le"), row.rule)
    return Edit(at, at + 1, row.becomes, row.rule)


def _control_character(text: str, at: int, row: Character) -> Edit:
    if text[at] in _HALVED:
        whole, neighbours = _HALVED[text[at]]
        if neighbours.fullmatch(text, max(0, at - 1), at + 2):
            return Edit(at, at + 1, whole, LOST_BYTE)
    return Edit(at, at + 1, "", row.rule)


_LOOKS: dict[str, Callable[[str, int, Character], Edit | None]] = {
    "carriage return": _carriage_return,
    "joiner": _joiner,
    "zero width space": _zero_width_space,
    "ideographic space": _ideographic_space,
    "soft hyphen": _soft_hyphen,
    "terminal escape": _terminal_escape,
    "backspace": _backspace,
    "C1 control": _c1_control,
    "surrogate": _surrogate,
    "control character": _control_character,
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


def _composed(text: str, edits: list[Edit]) -> list[Edit]:
    """The edits and what brings their result into Unicode's composed form, in the coordinates of the text."""
    result = splice(text, edits)
    if unicodedata.is_normalized("NFC", result):
        return edits
    shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]
    begins = [edit.start + shift for edit, shift in zip(edits, shifts, strict=False)]
    ends = [edit.end + shift for edit, shift in zip(edits, shifts[1:], strict=True)]
    merged: list[Edit] = []
    done = 0  # so many of the edits are in
    for stretch in _decomposed(result):
        # The edits whose text reaches into the stretch become part of its edit.
        start, end, new = stretch
        first = max(bisect_right(ends, start), done)
        last = bisect_left(begins, end, first)
        if first < last:
            low, high = min(start, begins[first]), max(end, ends[last - 1])
            start, end, new = low, high, result[low:start] + new + result[end:high]
        merged += edits[done:first]
        merged.append(Edit(start - shifts[first], end - shifts[last], new, DECOMPOSED))
        done = last
    return merged + edits[done:]


def _decomposed(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the text is not in composed form: start, end, and what should be there."""
    for match in _STRETCH.finditer(text):
        old = match.group()
        if unicodedata.is_normalized("NFC", old) or (len(old) > _LONG and _is_heap(old)):
            continue
        new = unicodedata.normalize("NFC", old)
        head = 0
        while old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        yield match.start() + head, match.end() - tail, new[head : len(new) - tail]


def _is_heap(text: str) -> bool:
    """Are hundreds of marks heaped on one letter? Sorting them takes the square of their number, and nobody reads them."""
    height = 0
    for character in text:
        height = height + 1 if unicodedata.combining(character) else 0
        if height > _LONG:
            return True
    return False
