"""Sentences that a page break has cut in two."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.repair.sentences import (
    CLOSERS,
    COLONS,
    COMMAS,
    FINAL,
    calls_for_more,
    ends_sentence,
    first_word,
    joining_words,
    language_of,
    last_word,
    leaning_words,
    small_words,
)
from cleaner.settle import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.lines import Line

PAGE_NUMBER = re.compile(
    r"""(?xi)
    (?P<sure> (?:page|seite|página|pagina|página|strona|страница|сторінка|sayfa|sida|side|pagină)\s*
              \d{1,4} \s* (?:of|von|de|di|van|sur|z|из|з|av|af|/) \s* \d{1,4}
    )
    | (?: [-\N{EN DASH}\N{EM DASH}\[(|] \s* )?
      (?:(?:page|seite|página|pagina|strona|страница|сторінка|sayfa|sida|side|pagină|pp?\.|s\.)\s*)?
      \d{1,4} (?: \s* / \s* \d{1,4} )?
      (?: \s* [-\N{EN DASH}\N{EM DASH}\])|] )?
    """
)
ITEM = re.compile(
    r"(?:[•·▪‣●○◦*+\N{EN DASH}\N{EM DASH}-]|\d{1,3}[.)]|\(?[a-zA-Z0-9]{1,2}\)|[ivxlIVXL]{1,5}[.)])(?:\s|$)"
)
OPENERS = (
    "\"'([\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
ENDS = (
    ")%\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
)
INSIDE = "'\N{RIGHT SINGLE QUOTATION MARK}\N{EN DASH}\N{EM DASH}&/-"
LAST = re.compile(rf"[{re.escape(OPENERS)}]*[$€£]?(?:[\w{INSIDE}]*\w|[\d.,:]+)[,{ENDS}]*$")
PLAIN_WORD = re.compile(rf"[\w{INSIDE}]+[,;:.!?{ENDS}\N{{HORIZONTAL ELLIPSIS}}]*")
BYLINE = re.compile(r"(?:by|von|par|por|di|da|door|przez|av|af|de)\s+[^\W\d_]")
HOLE = re.compile(r"[^\W\d_] , [^\W\d_]")
ASIDE = re.compile(r", [^\W\d_]+$")
LISTED = re.compile(r";\s*[^\W\d_]+$")
APOSTROPHE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]")
SIGNS = "$#<>{}|/\\@=~^"
INNER = re.compile(
    r"[^\W_]['\N{RIGHT SINGLE QUOTATION MARK}]?[^\W\d_][.!?\N{HORIZONTAL ELLIPSIS}]"
    r"[\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})]*\s+\S"
)
LONGEST_NUMBER = 24  # code points a page number may take, with its "Page … of …"
LOOK = 400  # code points at the end of a paragraph that are searched for the beginning of its last sentence
PLAIN = 40  # a heading of this length and more is rare
LONG = 60
SHORT = 100
REST = 3  # words that may be left over for the next page
NEAR = 20_000  # code points on either side in which the same words are looked for
MOST_HOLES = 2
MOST_SMALL = 4  # so many paragraphs may begin small before it is taken for a habit

PAGE_BREAK, NUMBER = "page break", "page number"


@stage
@settled
def mend_page_breaks(doc: Document) -> Iterable[Edit]:
    r"""
    Join two paragraphs where the first breaks off inside a sentence.

    Pages end anywhere, and what was printed page by page has blank lines, form feeds and page numbers inside its
    sentences. No writer ends a paragraph on "in", on a comma, or on a bare word when the next one goes on with a small
    letter.

    Headings, list items, captions, verses and standfirsts have no full stop either. They stay: what follows them begins
    a sentence, and what follows a cut does not. Where the next page begins with a name or a number, the first part must
    be plainly unfinished. A page number goes only where it stands in such a cut, or in one row with others that do;
    "Page 3 of 9" always.

    >>> mend_page_breaks("Jane Doe took the last ferry of the year, in\n\n- 2 -\n\nPassau on Sunday.")
    'Jane Doe took the last ferry of the year, in Passau on Sunday.'
    >>> mend_page_breaks("Do come in.\n\nParis was cold.")
    'Do come in.\n\nParis was cold.'
    >>> mend_page_breaks("What we know so far\n\nThe bridge was closed on Monday.")
    'What we know so far\n\nThe bridge was closed on Monday.'
    """
    lines = doc.lines
    # Nearly all paragraphs end with a full stop: one look at each line's last character tells.
    open_ends = [
        index
        for index, line in enumerate(lines)
        if line.text[-1] not in FINAL and not (line.text[-1] in CLOSERS and ends_sentence(line.text))
    ]
    if not open_ends or len(lines) < 2:
        return
    reader = _Reader(doc)
    numbers: list[_Number] = []
    cuts: list[tuple[int, int, Cut]] = []
    done = -1  # a line before this one has been read as a page number already
    for index in open_ends:
        if index < done:
            continue
        if number := _number(lines[index]):
            if number.sure or _between_paragraphs(lines, index):
                numbers.append(number)
            continue
        after = index + 1
        while after < len(lines) and after <= index + 2 and _number(lines[after]):
            after += 1
        if after < len(lines) and (cut := reader.runs_on(index, after)):
            cuts.append((index, after, cut))
            done = after
    sure = any(cut is Cut.SURE for _, _, cut in cuts)
    for index, after, cut in cuts:
        if cut is Cut.SURE or sure:
            yield from _joined(lines[index : after + 1])
            numbers += (_Number(line, sure=True, in_cut=True) for line in lines[index + 1 : after])
    for number in _in_a_row(numbers):
        yield Edit(number.line.start, number.line.end, "", NUMBER)


def _joined(lines: Sequence[Line]) -> Iterator[Edit]:
    """A sentence over two lines, with page numbers between them."""
    first, *numbers = lines[:-1]
    at, space = first.end, " "
    for number in numbers:
        yield Edit(at, number.start, space, PAGE_BREAK)
        yield Edit(number.start, number.end, "", NUMBER)
        at, space = number.end, ""
    yield Edit(at, lines[-1].start, space, PAGE_BREAK)


class _Number(NamedTuple):
    line: Line
    sure: bool
    in_cut: bool

    @property
    def value(self) -> int:
        return int(re.search(r"\d+", self.line.text)[0])  # type: ignore[index]  # PAGE_NUMBER has a digit


def _number(line: Line) -> _Number | None:
    if len(line.text) > LONGEST_NUMBER or not (found := PAGE_NUMBER.fullmatch(line.text)):
        return None
    if (line.text[-1] in ")]") != (line.text[0] in "(["):  # the end of a bracket that was opened a line before
        return None
    return _Number(line, sure=bool(found["sure"]), in_cut=False)


def _between_paragraphs(lines: Sequence[Line], index: int) -> bool:
    return 0 < index < len(lines) - 1 and min(len(lines[index - 1].text), len(lines[index + 1].text)) >= PLAIN


def _in_a_row(numbers: Sequence[_Number]) -> Iterator[_Number]:
    """The page numbers outside of cuts: those that say so, and those that count on from one inside a cut."""
    cut = {number.value for number in numbers if number.in_cut}
    for number in sorted(numbers, key=lambda n: n.value):
        if not number.in_cut and not number.sure and number.value - 1 in cut:
            cut.add(number.value)
    for number in sorted(numbers, key=lambda n: -n.value):
        if not number.in_cut and not number.sure and number.value + 1 in cut:
            cut.add(number.value)
    for number in numbers:
        if not number.in_cut and (number.sure or number.value in cut):
            yield number


class Cut(Enum):
    """How sure it is that a sentence was cut; a likely cut counts only in a text that has sure ones."""

    SURE = "sure"
    LIKELY = "likely"


class _Reader:
    """Looks at two neighbouring paragraphs; what must be known of the whole text is found out when first asked."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.lines = doc.lines
        self._language: tuple[str | None] | None = None
        self._small_starts: bool | None = None
        self._holes: bool | None = None

    @property
    def language(self) -> str | None:
        if self._language is None:
            self._language = (language_of(self.doc),)
        return self._language[0]

    @property
    def begins_small(self) -> bool:
        """Does this writer begin his paragraphs with small letters? Then a small letter says nothing."""
        if self._small_starts is None:
            small = sum(line.text[0].islower() for line in self.lines)
            self._small_starts = small > MOST_SMALL and small * 4 > len(self.lines)
        return self._small_starts

    @property
    def has_holes(self) -> bool:
        """Did something stand inside the sentences that the text has lost (" , where")? Then a cut may be such a hole."""
        if self._holes is None:
            self._holes = len(HOLE.findall(self.doc.text)) > MOST_HOLES
        return self._holes

    def small(self, word: str, at: int) -> bool:
        """Is this a word that is written small inside a sentence?"""
        if not word or word == "I":  # a capital everywhere
            return False
        word = word.lower()
        return word in self.small_words or APOSTROPHE.split(word)[0] in self.small_words or self._near(f" {word} ", at)

    def _near(self, words: str, at: int) -> bool:
        """Do these words stand in this part of the text? A look at the whole of it for every heading would be quadratic."""
        return self.doc.text.find(words, max(0, at - NEAR), at + NEAR) >= 0

    @property
    def small_words(self) -> frozenset[str]:
        return small_words(self.language)

    def runs_on(self, index: int, after: int) -> Cut | None:
        """How does line `after` show that it is the rest of the sentence that line `index` begins?"""
        one, two = self.lines[index], self.lines[after]
        last = one.text[-1]
        if not (last.isalnum() or last in COMMAS or last in ENDS) or ends_sentence(one.text):
            return None
        if not two.text[0].isalnum() or one.text[0] in SIGNS:
            return None
        if not self._apart(one, two) or ITEM.match(two.text) or self._in_block(index, after):
            return None
        tail = one.text[-LOOK:]
        if ITEM.match(one.text) and not INNER.search(tail, 4):  # an item, not a numbered paragraph
            return None
        if not LAST.match(tail.rsplit(None, 1)[-1]) or _has_hole(tail) or _has_hole(two.text[:LOOK]):
            return None
        if tail.count(" ") < 2 and last not in COMMAS and not self._joins(last_word(tail)):
            return None
        if _begins_small(two.text):
            cut = self._small_goes_on(index, after, tail)
        else:
            cut = self._capital_goes_on(index, after, tail)
        return None if cut and self.has_holes else cut

    def _apart(self, one: Line, two: Line) -> bool:
        gap = self.doc.text[one.end : two.start] if two.start - one.end < LOOK else "\n\n"
        return gap.count("\n") > 1 or "\f" in gap

    def _in_block(self, index: int, after: int) -> bool:
        """Are these verses, a list, an address: short lines with nothing but a line break between them?"""
        lines = self.lines
        before = index > 0 and len(lines[index].text) < SHORT and not self._apart(lines[index - 1], lines[index])
        behind = (
            after + 1 < len(lines)
            and len(lines[after].text) < SHORT
            and not self._apart(lines[after], lines[after + 1])
        )
        return before or behind

    def _joins(self, word: str) -> bool:
        return calls_for_more(word) and word in joining_words(self.language)

    def _small_goes_on(self, index: int, after: int, tail: str) -> Cut | None:
        """The second part begins with a small letter."""
        one, two = self.lines[index].text, self.lines[after].text
        if one[0].islower():  # two items of a list
            return None
        if self._joins(last_word(tail)) and (len(one) >= PLAIN or len(two) >= PLAIN):
            return Cut.SURE
        numbered = self._numbered(index, after)
        if not numbered and (
            self.begins_small or (len(one) < LONG and BYLINE.match(two) and two.split(None, 2)[1].istitle())
        ):
            return None
        if not (_closed(two) or numbered or (len(two) >= SHORT and INNER.search(tail))):
            return None
        return Cut.SURE if one[-1].isalpha() or len(one) >= PLAIN else None

    def _numbered(self, index: int, after: int) -> bool:
        """Does a page number or a form feed stand in the gap?"""
        return after > index + 1 or "\f" in self.doc.text[self.lines[index].end : self.lines[after].start]

    def _capital_goes_on(self, index: int, after: int, tail: str) -> Cut | None:
        """The second part begins with a name or a number: the first must be plainly unfinished."""
        one, two = self.lines[index].text, self.lines[after].text
        if not _closed(two) or (not one[-1].isalnum() and one[-1] not in COMMAS):
            return None
        known = self._numbered(index, after) or self._stand_together(index, one, two)
        comma, word = one[-1] in COMMAS, last_word(tail)
        more = comma or calls_for_more(word)
        before = index > 0 and self._sentences_before(tail, one)
        if not (known or more or before) or self.small(first_word(two), self.lines[after].start):
            return None
        if known:
            return Cut.SURE
        if comma or word in joining_words(self.language):
            return Cut.SURE if len(one) >= PLAIN and not LISTED.search(tail) else None
        if word in leaning_words(self.language):
            # The line under a title may end on "scraping by".
            rest = len(one) >= SHORT and two.count(" ") < REST  # a word or two are no paragraph under a standfirst
            return Cut.SURE if ASIDE.search(tail) or (len(one) >= LONG and index > 0) or rest else None
        return Cut.LIKELY if before and self.small_words else None

    def _stand_together(self, index: int, one: str, two: str) -> bool:
        """Do the last word of the one and the first of the other follow each other elsewhere too, as a name does?"""
        last, first = one.rsplit(None, 1)[-1], first_word(two)
        return (
            len(last) > 1
            and last.istitle()
            and last.isalpha()
            and bool(first)
            and self._near(f"{last} {first}", self.lines[index].end)
        )

    def _sentences_before(self, tail: str, one: str) -> bool:
        """Has the paragraph sentences, of which only the last is unfinished? No heading has."""
        if len(one) < LONG or not one[-1].isalpha() or not any(mark in tail for mark in FINAL[:4]):
            return False
        ends = [found.end() for found in INNER.finditer(tail)]
        if not ends:
            return False
        rest = tail[ends[-1] - 1 :]
        # What stands after the last full stop of a caption or a letter is a name: "-- Sandstrom", "Getty Images".
        return rest[0].isalnum() and rest.count(" ") > 1 and any(word[0].islower() for word in rest.split()[1:])


def _begins_small(text: str) -> bool:
    """A small letter, and not that of "iPhone", of an address or of "www.example.org"."""
    if not text[0].islower():
        return False
    word = text[:LOOK].split(None, 1)[0]
    return word.islower() and PLAIN_WORD.fullmatch(word) is not None


def _has_hole(text: str) -> bool:
    return " , " in text and HOLE.search(text) is not None


def _closed(text: str) -> bool:
    return ends_sentence(text) or text[-1] in COLONS
