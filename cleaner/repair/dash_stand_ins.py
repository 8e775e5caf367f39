"""
Hyphens that stand where the document has dashes.

Typewriters and TeX write a dash as two or three hyphens, and some programs straighten a dash to a single one. So do many
writers, all their lives, and what they wrote is not damaged. Hyphens alone therefore tell nothing, nor do curly quotes
beside them. What tells a stand-in is the real dashes of the same text: the other end of the very aside, or a rule that
the hyphens are the exception to. Three hyphens are believed beside the quotes of TeX as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from cleaner.edits import Edit
from cleaner.facts.function_words import WORDS
from cleaner.repair.dash_prose import (
    ASIDE,
    RULE,
    SENTENCE_END,
    SPACED_DASH,
    TIGHT_EM_DASH,
    is_prose,
    occurs,
    spaced_dashes,
)

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.document import Document
    from cleaner.lines import Line

DOUBLED = "doubled hyphen"
HYPHEN = "hyphen for a dash"

_HYPHEN_OF_ITS_OWN = re.compile("-(?:-|(?<= -) )")
_MAY_FOLLOW = frozenset("- ").__contains__
_HYPHENS = re.compile(r"-(?<![-!<]-)-{0,2}(?![->])")
_TIGHT_DOUBLED = re.compile(r"--(?<=\w--)-?(?=\w)")
# Commands, tables, markup and formulas have hyphens of their own.
_NO_PROSE = re.compile(r"[|=\\{}<>^~:-](?:(?<![:-])|(?<=:)//|(?<=-)(?<!\S-)-?\w)")
_CODE_SPAN = re.compile("(?<!`)`(?!`)")
_BEFORE = re.compile(r"[^\W\d_][^\W_][,\"'”’»«)\]%]*\Z|[%)\]\"”’»«],?\Z")
_WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_](?= [^\W\d_]{2})")  # not the y of "x - y"
_TEX_QUOTE = re.compile("``(?=[^`\\s])[^`\n]{1,2000}?''")

# The two hyphens that end a command's options, and what its reader is told to type.
_COMMAND = re.compile(
    r"\b(?:(?:git|hg|svn|npm|npx|yarn|pnpm|cargo|rustup|docker|podman|kubectl|helm|sudo|xargs|e?grep|rg|rm|mv|cp|ls|mkdir|chmod|chown"
    r"|ssh|scp|rsync|pip|pipx|pytest|tox|bash|zsh|dotnet|terraform|ansible|vagrant|systemctl|journalctl|adb|ffmpeg|curl|wget|tar)"
    r"(?: [^\s,;:.!?]\S*){0,4}|(?i:use|type|run|call|enter|execute|invoke)(?: [^\s,;:.!?]\S*){1,2})\Z"
)

_REACH = 40  # code points looked at on either side
_SHORTEST = 2  # an aside has so many words at least
_PARAGRAPH_RULE = 2  # in one paragraph so many dashes to each pair of hyphens are enough
_SHORTEST_DASH = 3  # with its spaces
_BOTH_ENDS = 2  # an aside has no more


class StandIn(NamedTuple):
    """One, two or three hyphens in a sentence where a dash could stand."""

    start: int
    end: int
    spaced: bool
    small: bool
    """Does a small letter follow? (After a dateline, in a title and before a name it is a capital.)"""
    word: str
    """The word that follows. One of the language's small words opens an afterthought."""


class Dash(NamedTuple):
    """A spaced dash that stands in the text or comes back; `after` is where the writing goes on."""

    start: int
    end: int
    after: int
    sign: str


class Sentence(NamedTuple):
    """The dashes of a sentence that has stand-ins, and these."""

    dashes: list[Dash]
    stand_ins: list[StandIn]


def stand_ins(doc: Document, coming: Sequence[Edit]) -> list[Edit]:
    """
    The hyphens that a dash was turned into; `coming` has the edits that bring other dashes back.

    It stops at texts that have no real dash: there the hyphens are the writer's way.

    >>> from cleaner.document import Document
    >>> stand_ins(Document.of("The mayor – as ever in these years - came late to the bridge."), [])
    [Edit(start=35, end=36, text='–', rule='hyphen for a dash', origin=-1)]
    >>> stand_ins(Document.of("The mayor - as ever in these years - came late to the bridge."), [])
    []
    """
    text = doc.text
    if not occurs("-", _MAY_FOLLOW, _HYPHEN_OF_ITS_OWN, text):
        return []
    tex = "---" in text and _TEX_QUOTE.search(doc.original) is not None
    if not (tex or coming or "—" in text or "–" in text):
        return []
    tight = not coming and not any(dash in text for dash in (" — ", " – ", " --- "))
    edits: list[Edit] = []
    sentences: list[Sentence] = []
    whole: _Count | None = None
    for line in doc.lines:
        if "--" not in line.text and not (" - " in line.text and (coming or _has_aside(line.text, "–—"))):
            continue
        if not is_prose(line.text) or _is_code(line.text):
            continue
        before = len(edits)
        doubled: list[Sentence] = []
        for sentence in _sentences(line, coming):
            left = _of_tex(sentence, edits, tight=tight) if tex else sentence
            if left.stand_ins and not _other_end(text, left, edits) and _is_doubled(left):
                doubled.append(left)
        if doubled and whole is None:
            whole = _Count.of(text, coming, 0, len(text))
        if whole and not whole.is_tight:
            doubled = [sentence for sentence in doubled if sentence.stand_ins[0].spaced]
        if doubled:
            here = [*_within(coming, line.start, line.end), *edits[before:]]
            count = _Count.of(text, here, line.start, line.end)
            edits += (
                edit
                for sentence in doubled
                if count.is_rule(sentence, _PARAGRAPH_RULE) and _opens(doc, sentence)
                for edit in count.dashes_of(sentence)
            )
            sentences += (sentence for sentence in doubled if not count.is_rule(sentence, _PARAGRAPH_RULE))
    if sentences:
        count = _Count.of(text, [*coming, *edits], 0, len(text))
        edits += (
            edit
            for sentence in sentences
            if count.is_rule(sentence, RULE) and _opens(doc, sentence)
            for edit in count.dashes_of(sentence)
        )
    return edits


def _within(edits: Sequence[Edit], start: int, end: int) -> Sequence[Edit]:
    """The edits from `start` to `end`."""
    return edits[bisect_left(edits, start, key=_start) : bisect_left(edits, end, key=_start)]


def _start(edit: Edit) -> int:
    return edit.start


def _is_code(line: str) -> bool:
    return _NO_PROSE.search(line) is not None or ("`" in line and _CODE_SPAN.search(line) is not None)


def _has_aside(line: str, signs: Iterable[str]) -> bool:
    """Is one of the signs so near a spaced hyphen that they may be the two ends of an aside?"""
    at = line.find(" - ")
    while at >= 0:
        start, end = max(0, at - ASIDE - _SHORTEST_DASH), at + ASIDE + 2 * _SHORTEST_DASH
        if any(line.find(sign, start, end) >= 0 for sign in signs):
            return True
        at = line.find(" - ", at + 1)
    return False


def _sentences(line: Line, coming: Sequence[Edit]) -> list[Sentence]:
    """The sentences of a line that have stand-ins, with offsets of the document."""
    found: list[Sentence] = []
    begin = 0
    for stop in (*(end.end() for end in SENTENCE_END.finditer(line.text)), len(line.text)):
        part, offset = line.text[begin:stop], line.start + begin
        begin = stop
        if "--" not in part and " - " not in part:
            continue
        marks = [mark for hyphens in _HYPHENS.finditer(part) if (mark := _stand_in(part, hyphens, offset))]
        if marks:
            dashes = [
                Dash(offset + dash.start() + 1, offset + dash.end() - 1, offset + dash.end(), dash[0][1])
                for dash in SPACED_DASH.finditer(part)
            ]
            dashes += (
                Dash(edit.start, edit.end, edit.end, edit.text.strip())
                for edit in _within(coming, offset, offset + len(part.rstrip()))
            )
            found.append(Sentence(dashes, marks))
    return found


def _stand_in(sentence: str, hyphens: re.Match[str], offset: int) -> StandIn | None:
    """The stand-in that these hyphens are, when words stand on both sides and they are spaced on both or on neither."""
    start, end = hyphens.span()
    before, after = sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]
    spaced = before[-1:] == " " == after[:1]
    if spaced:
        before, after = before[:-1], after[1:]
    elif end - start == 1:
        return None
    if spaced and end - start == len("--") and _COMMAND.search(before):
        return None
    word = _WORD.match(after)
    if not _BEFORE.search(before) or not word or (not spaced and not before[-1].isalpha()):
        return None
    return StandIn(offset + start, offset + end, spaced, after[0].islower(), word[0])


def _of_tex(sentence: Sentence, edits: list[Edit], *, tight: bool) -> Sentence:
    """Three hyphens are an em dash to TeX, without spaces where the text has none with; what is left of the sentence."""
    dashes, left = list(sentence.dashes), []
    for mark in sentence.stand_ins:
        if mark.end - mark.start < len("---") or not (mark.spaced or tight):
            left.append(mark)
            continue
        edits.append(Edit(mark.start, mark.end, "—", DOUBLED))
        if mark.spaced:
            dashes.append(Dash(mark.start, mark.end, mark.end + 1, "—"))
    return Sentence(dashes, left)


def _other_end(text: str, sentence: Sentence, edits: list[Edit]) -> bool:
    """Is the one stand-in of the sentence the other end of an aside that the sentence's one dash opens or closes?"""
    if len(sentence.dashes) != 1 or len(sentence.stand_ins) != 1:
        return False
    (dash,) = sentence.dashes
    (mark,) = sentence.stand_ins
    aside = text[mark.end : dash.start] if mark.start < dash.start else text[dash.end : mark.start]
    if not (mark.spaced and mark.small and text[dash.after].islower()):
        return False
    if len(aside) > ASIDE or len(aside.split()) < _SHORTEST:
        return False
    edits.append(Edit(mark.start, mark.end, dash.sign, HYPHEN if mark.end - mark.start == 1 else DOUBLED))
    return True


def _is_doubled(sentence: Sentence) -> bool:
    """Is it doubled hyphens that are left, one or two of a kind?"""
    marks = sentence.stand_ins
    alike = all(mark.small and mark.end - mark.start > 1 and mark.spaced == marks[0].spaced for mark in marks)
    return alike and len(marks) <= _BOTH_ENDS


def _opens(doc: Document, sentence: Sentence) -> bool:
    """Does one of the stand-ins open an afterthought? It takes the language to tell, so this is asked last."""
    words = WORDS.get(doc.language or "", "").split()
    return any(mark.word in words for mark in sentence.stand_ins)


class _Count(NamedTuple):
    """The dashes of a text or a paragraph, and the doubled hyphens that are no dash yet; both spaced, or between two words."""

    spaced: Counter[str]
    doubled: int
    tight: int
    tight_doubled: int

    @classmethod
    def of(cls, text: str, coming: Sequence[Edit], start: int, end: int) -> _Count:
        """Count from `start` to `end`, and what the edits `coming` bring."""
        mended = [text[edit.start - 1] == " " for edit in coming if edit.rule == DOUBLED]
        return cls(
            spaced_dashes(text, coming, start, end),
            text.count(" -- ", start, end) + text.count(" --- ", start, end) - sum(mended),
            len(TIGHT_EM_DASH.findall(text, start, end)) + len(mended) - sum(mended),
            len(_TIGHT_DOUBLED.findall(text, start, end)) - len(mended) + sum(mended),
        )

    @property
    def is_tight(self) -> bool:
        """Is it the text's way to set dashes without spaces?"""
        return self.tight >= self.spaced.total()

    def is_rule(self, sentence: Sentence, most: int) -> bool:
        """Are there so many dashes to each of such doubled hyphens?"""
        if sentence.stand_ins[0].spaced:
            return self.spaced.total() >= most * max(1, self.doubled)
        return self.tight >= most * max(1, self.tight_doubled)

    def dashes_of(self, sentence: Sentence) -> Iterator[Edit]:
        """The dashes instead of the sentence's hyphens."""
        for mark in sentence.stand_ins:
            dash = "–" if mark.spaced and self.spaced["–"] > self.spaced["—"] else "—"
            yield Edit(mark.start, mark.end, dash, DOUBLED)
