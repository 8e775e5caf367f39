"""Sentences and paragraphs with nothing between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.repair.sentences import abbreviations, language_of, small_words
from cleaner.repair.settle import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.lines import Line


def _letters(test: str) -> str:
    """The capital or small letters of the scripts that have them, as the inside of a character class."""
    ranges: list[str] = []
    begin = None
    for code in range(0x41, 0x590):
        fits = getattr(chr(code), test)() and chr(code).isalpha()
        if fits and begin is None:
            begin = code
        elif not fits and begin is not None:
            ranges.append(chr(begin) if begin == code - 1 else f"{chr(begin)}-{chr(code - 1)}")
            begin = None
    return "".join(ranges)


CAPITAL, SMALL = _letters("isupper"), _letters("islower")
STOP = ".!?\N{HORIZONTAL ELLIPSIS}"
DOUBLE = (
    '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
SINGLE = "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
QUOTES = DOUBLE + SINGLE
CLOSING = QUOTES + ")\\]"

# Written to open with a literal: free where every full stop is followed by a space.
GLUED = {
    mark: re.compile(rf"{re.escape(mark)}(?<=[{SMALL}][{SMALL}]{re.escape(mark)})[{CLOSING}]{{0,4}}[{CAPITAL}](?![.])")
    for mark in ".!?"
}
JOINT = re.compile(rf"[{STOP}:](?P<marks>[{CLOSING}(]{{0,4}})(?P<first>[{CAPITAL}\d])")
BARE = re.compile(
    rf"(?:(?<=[{SMALL})\]%\d])|(?<=[{SMALL}][{DOUBLE}{SINGLE}])|(?<=[{CAPITAL}][{CAPITAL}]))"
    rf"(?P<first>[{CAPITAL}])(?=[{SMALL}]*[{SINGLE}]?[{SMALL}]*,? )"
)
NUMBERED = re.compile(rf"(?<=[{SMALL}]{{3}})(?P<first>\d{{1,2}}[.] [{CAPITAL}])")
SPACED = re.compile(rf"[{SMALL}\d][{STOP}][{CLOSING}]{{0,3}} +[{QUOTES}(]?[{CAPITAL}]")

DASHES = "\N{EN DASH}\N{EM DASH}-"
LEFT = re.compile(rf"[{QUOTES}(\[$€£#{DASHES}]*(?:[\w{SINGLE},{DASHES}]*\w)?$")
RIGHT = re.compile(
    rf"(?P<word>(?:[{CAPITAL}][.]){{2,}}|\d[\d.,]*%|\w[\w{SINGLE}{DASHES}]*)[{CLOSING}]*[,;:{STOP}]*[{CLOSING}]*(?=\s|$)"
)
WORD = re.compile(r"[^\W\d_]+")
PAIR = re.compile(r"([^\W\d_]+)[.!?]([^\W\d_]+)")
DOMAINS = frozenset("com org net gov edu io co uk de fr html htm php js aspx pdf tv info biz eu app ai me fm".split())
OPENING = (
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}("
)
WIDEST = 80  # code points: what has no space for longer than this is an address or a table
COMPANY = 1  # so many sure joints make a likely one believable
WHOLE = 4  # letters of a small word that may have been glued to a name; fewer are the beginning of a name ("iPhone")
LONGEST_RUN = 8  # quotation marks glued on both sides that are followed back
HEADING = 80  # code points a heading may take
PROSE = 60  # a line of this length without a joint speaks for lost spaces

LOST_BREAK, LOST_SPACE = "lost paragraph break", "lost space"


class Joint(NamedTuple):
    """Where nothing stands and something should: before the character `at`. `sure` when the words alone tell."""

    at: int
    sure: bool
    stop: bool  # a mark ends the first sentence
    line: int


@stage
@settled
def split_run_together(doc: Document) -> Iterable[Edit]:
    r"""
    Put back the space, or the paragraph break, that stood between two sentences.

    When a page is flattened its paragraphs may be joined with nothing between them, and some editors lose the space
    after a full stop. Which of the two was lost is told by the text as a whole: where lines are long, nearly all of
    them hold such joints and the other sentences inside them are properly spaced, the joints were paragraphs; else they
    were spaces.

    A capital after a full stop is not enough: addresses, file names, initials, versions, abbreviations and names
    written in one word stay. The word before must be written small, the word after must be one that is written small
    inside a sentence ("The"), or a word of its own elsewhere in the text, or one joint among many. A heading glued to its paragraph
    with no mark at all ("the WestThe") is only looked for in a text that has lost other paragraph breaks. Scripts without
    capitals are never touched.

    >>> split_run_together("It was an old neighbor.The crisis began on Monday.")
    'It was an old neighbor. The crisis began on Monday.'
    >>> split_run_together("Ask J.R.Tolkien at example.Com about Node.js and U.S.-made iPhones.")
    'Ask J.R.Tolkien at example.Com about Node.js and U.S.-made iPhones.'
    """
    text = doc.text
    if not any(mark in text and glue.search(text) for mark, glue in GLUED.items()):
        return
    reader = _Reader(doc)
    joints = reader.joints()
    if not joints:
        return
    every = reader.all_joints(joints)
    if _were_paragraphs(doc, joints, sum(joint.sure and not joint.stop for joint in every)):
        for joint in every:
            yield Edit(joint.at, joint.at, "\n\n", LOST_BREAK)
        return
    for joint in joints:
        yield Edit(joint.at, joint.at, " ", LOST_SPACE)


class _Reader:
    """Looks at the places where two sentences may be joined."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.text = doc.text
        self.language = language_of(doc)
        self.small = small_words(self.language)
        self.short = abbreviations(self.language)
        self.words = Counter(WORD.findall(doc.text))

    def joints(self) -> list[Joint]:
        """The joints after a full stop that can be told from an address, a name or a version."""
        sure: list[Joint] = []
        likely: list[Joint] = []
        for number, line in enumerate(self.doc.lines):
            for joint in self._in_line(line, number, plain=True):
                (sure if joint.sure else likely).append(joint)
        if likely and len(sure) >= COMPANY and len(sure) * 3 >= len(likely):
            return sorted(sure + likely)
        return sure

    def all_joints(self, found: Sequence[Joint]) -> list[Joint]:
        """The joints of a text that is known to have lost paragraph breaks: less has to be proved."""
        at = {joint.at for joint in found}
        joints = list(found)
        for number, line in enumerate(self.doc.lines):
            for joint in self._in_line(line, number, plain=False):
                if joint.at not in at:
                    joints.append(joint)
                    at.add(joint.at)
            for joint in self._bare(line, number, sorted(at)):
                if joint.at not in at:
                    joints.append(joint)
                    at.add(joint.at)
        return sorted(joints)

    def _in_line(self, line: Line, number: int, *, plain: bool) -> Iterator[Joint]:
        text = self.text
        begin = line.start  # of the sentence or paragraph that is being read
        for found in JOINT.finditer(text, line.start, line.end):
            stop, first = found.start(), found.start("first")
            if plain and not (text[first].isupper() and text[stop] in ".!?"):
                continue
            right = RIGHT.match(text, first, min(line.end, first + WIDEST))
            left = self._left(begin, stop)
            if right is None or not left:
                continue
            word = right["word"]
            known = self._is_small(word)
            if (word.lower() in DOMAINS and not known) or (len(word) == 1 and word.isupper() and not known):
                continue
            if begin != line.start and " " not in text[begin:stop]:
                continue  # one word between two joints: "Visit.This.Is"
            if "(" in left and ")" in text[first : right.end()]:
                continue  # "(RELI.NS)"
            if plain:
                trust = self._trust(left, word, known=known)
            else:
                trust = self._trust_in_company(left, word, known=known, colon=text[stop] == ":", marks=found["marks"])
            if trust is None:
                continue
            at = self._boundary(line.start, stop + 1, first)
            yield Joint(at, trust, stop=True, line=number)
            begin = at

    def _left(self, begin: int, stop: int) -> str:
        """The word, with what clings to it, before a mark that ends a sentence."""
        token = self.text[max(begin, stop - WIDEST) : stop].rstrip(STOP).rstrip("\N{NO-BREAK SPACE} ")
        return re.split(r"\s", token)[-1]

    def _trust(self, left: str, word: str, *, known: bool) -> bool | None:
        """Sure, only likely (False), or no joint at all (None)."""
        bare = left.rstrip(CLOSING)
        if not (LEFT.match(bare) and bare[-2:].isalpha() and bare[-2:].islower()):
            return None
        if word[0].isupper() and self._is_short(bare):
            return False if len(word) > 2 and word[1:].islower() else None
        if known:
            return True
        if self._pairs[WORD.findall(bare)[-1], WORD.findall(word)[0]] > 1:
            return None  # a name
        written_small = bare.strip(QUOTES + "(").islower()
        return (self._stands_alone(word) and self._stands_alone(bare)) or (written_small and len(word) >= WHOLE)

    def _trust_in_company(self, left: str, word: str, *, known: bool, colon: bool, marks: str) -> bool | None:
        bare = left.rstrip(CLOSING + STOP)
        if colon and not known:
            return (
                False if len(bare) > 2 and bare.islower() and bare.isalpha() and len(word) > 2 and not marks else None
            )
        if bare.isupper() and bare.isalpha() and word.isupper():
            return None  # "LART.NS"
        if not bare or (not bare[-1].isalnum() and bare[-1] not in "%/" + DASHES) or self._is_short(bare):
            return None
        if word[0].isdigit():
            return True if bare[-3:].isalpha() and bare[-3:].islower() and LEFT.match(bare) and not colon else None
        if known:
            return True if not colon or not marks else None
        whole = "://" not in bare and LEFT.match(bare.rstrip("%").replace("/", "-"))
        return False if whole and len(bare) > 1 and len(word) > 1 else None

    def _is_short(self, left: str) -> bool:
        """Is this an abbreviation?"""
        return re.split(rf"[{SINGLE}({DASHES}]", left.strip(QUOTES))[-1].lower() in self.short

    def _bare(self, line: Line, number: int, joints: Sequence[int]) -> Iterator[Joint]:
        """A paragraph that ended without a mark, and the next: "the WestThe United"."""
        text = self.text
        for found in BARE.finditer(text, line.start + 3, line.end):
            first = found.start("first")
            left = re.split(r"\s", text[max(line.start, first - WIDEST) : first])[-1]
            word = WORD.match(text, first)
            if word is None or not left:
                continue
            index = bisect_left(joints, first)
            begin = max(line.start, joints[index - 1]) if index else line.start
            if (trust := self._trust_bare(left, word[0], begin, first)) is not None:
                yield Joint(first, trust, stop=False, line=number)
        for found in NUMBERED.finditer(text, line.start, line.end):
            yield Joint(found.start(), sure=False, stop=False, line=number)

    def _trust_bare(self, left: str, right: str, begin: int, first: int) -> bool | None:
        known = self._is_small(right) and (right[1:].islower() or len(right) == 1)
        if not left[-1].isalpha():
            if left[-1] in SINGLE and not self._opened(begin, first - 1):
                return None
            if known and (len(right) > 1 or left[-1] in DOUBLE):
                return True
            return False if left[-1] in ")]" and len(right) > 2 and right[1:].islower() else None
        glued = left[max(map(left.rfind, STOP + CLOSING)) + 1 :]
        if not glued.isalpha() or len(glued) < 2 or self.words[glued + right] > 1:
            return None
        elsewhere = bool(self.words[glued] or self.words[glued.lower()])
        if known and (glued.islower() or elsewhere) and (len(right) > 1 or not glued.isupper()):
            return True
        if len(right) < 3 or len(glued) < WHOLE:
            return None
        other = bool(self.words[right])
        if glued.islower() or (elsewhere and other):
            return False
        # After a heading: a few words since the paragraph before it ended.
        heading = first - begin < HEADING and " " in self.text[begin:first]
        return False if heading and (elsewhere or other or self.words[right.lower()]) else None

    def _opened(self, begin: int, at: int) -> bool:
        """Was a single quotation mark opened before?"""
        before = self.text[max(begin, at - 10 * WIDEST) : at]
        return "\N{LEFT SINGLE QUOTATION MARK}" in before or " '" in before or before.startswith("'")

    def _is_small(self, word: str) -> bool:
        """Is this a word that has no capital inside a sentence?"""
        low = word.lower()
        return low in self.small or re.split(f"[{SINGLE}]", low)[0] in self.small

    def _stands_alone(self, word: str) -> bool:
        """Is this a word of its own elsewhere in the text?"""
        parts = WORD.findall(word)
        return bool(parts) and all(self.words[part] > 1 for part in parts)

    def _boundary(self, begin: int, after: int, first: int) -> int:
        """Which of the quotation marks between a full stop and a capital close, and which open?"""
        marks = self.text[after:first]
        for index, mark in enumerate(marks):
            opens = mark in OPENING
            if mark == '"':
                opens = not self._inside(begin, after + index)
            elif mark == "'":
                opens = index > 0 and marks[index - 1] in DOUBLE
            elif mark in "\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}":
                opens = not self._german
            elif mark == "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}":
                opens = self._inward(begin, after)
            if opens:
                return after + index
        return first

    def _inside(self, begin: int, at: int) -> bool:
        """Does this place stand inside straight quotation marks? The spaces around the nearest ones tell."""
        text = self.text
        behind = text.find('"', at + 1, at + 20 * WIDEST)
        # The mark behind tells better: where a quotation has several paragraphs each of them opens, and only the last
        # closes.
        if behind > 0 and "\n" not in text[at:behind]:
            if text[behind - 1] in " (":
                return True
            if text[behind + 1 : behind + 2] in ("", " ", "\n", ",", "."):
                return False
        inside = False
        for _ in range(LONGEST_RUN):
            mark = text.rfind('"', begin, at)
            if mark < 0:
                break
            if mark == begin or text[mark - 1] in " (\n":
                return not inside
            if text[mark + 1] in " ,.;:!?)" + DASHES:
                return inside
            inside = not inside  # glued on both sides: ask the one before
            at = mark
        return inside

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        """How often each two words stand with only a full stop between them: more than once, and they are a name."""
        return Counter(PAIR.findall(self.text))

    @cached_property
    def _german(self) -> bool:
        """Are quotations opened low here, so that the mark which opens in English closes them?"""
        return "\N{DOUBLE LOW-9 QUOTATION MARK}" in self.text or "\N{SINGLE LOW-9 QUOTATION MARK}" in self.text

    def _inward(self, begin: int, after: int) -> bool:
        """Are the angles turned inward, so that the right-pointing one opens?"""
        before = self.text[max(begin, after - 10 * WIDEST) : after]
        opened = before.count("\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}")
        return 0 < opened == before.count("\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}")


def _were_paragraphs(doc: Document, joints: Sequence[Joint], bare: int) -> bool:
    """
    Did the joints part paragraphs? Else they parted the sentences of one.

    The weights were fitted on four hundred news articles, damaged both ways; what they weigh is plain:
    lines longer than a paragraph is, hardly a line without a joint, no blank line anywhere, headings glued as well.
    """
    lines = doc.lines
    counts = Counter(joint.line for joint in joints)
    glued = [lines[number].text for number in counts]
    whole = sum(len(line.text) > PROSE for number, line in enumerate(lines) if number not in counts)
    length = sum(map(len, glued))
    score = 4.7 * (len(glued) / (len(glued) + whole)) + 5.5 * log(length / len(glued) / 500)
    score -= 1.7 * log(length / (len(glued) + len(joints)) / 200) + 3.9
    if len(lines) > 1:
        score += -2 if "\n\n" in doc.text[lines[0].end : lines[-1].start] else 2
    return score + min(bare, 3) > 0
