"""
Dates: a line that is one, a date stuck before a sentence, a date in an address.

A line is a date when *every* word of it can stand in a date's line: that is the whole method. The line is cut into
tokens, each token is looked up in :mod:`~cleaner.facts.calendar_words`, and one token that is not found there ends the
matter. What is left is a small grammar: label, weekday, day, month, year in the orders that languages have, time, zone.

Nothing is guessed. Where day and month could be changed about (``04/05/2022``) something must tell: a number above
twelve, the language, the weekday, the page's address, a word that only one language writes. Otherwise there is no date.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cleaner.facts import calendar_words as words
from cleaner.facts.function_words import WORDS
from cleaner.facts.late import late
from cleaner.lines import LINK_TARGET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 140  # code points of a line that may be a date, or of what may stand before a sentence
FIRST_YEAR, LAST_YEAR = 1900, 2100
DIGIT = late(r"\d")
PLACE = late(r"[^\W\d_a-zа-я][\w'’.-]*(?: [^\W\d_a-zа-я][\w'’.-]*){0,2}, +(?=[^\W_])")


class Found(NamedTuple):
    """
    A date that was read.

    `iso` is ISO 8601: the day, the minute where told, the offset where a zone is told that has one. `kind` is
    "published" or "modified"; `label` the words that say which, as written, or "". `start` and `end` are code points of
    the text that was asked; for :func:`leading_date` `end` is where the sentence begins, and `sure` is false where a
    writer may have begun so himself: the document must tell, by having no other line that begins with a date.
    """

    iso: str
    kind: str
    start: int
    end: int
    label: str = ""
    sure: bool = True

    @property
    def day(self) -> str:
        """The day alone, ``YYYY-MM-DD``."""
        return self.iso[:10]


def read_date(text: str, language: str | None = None, url: str | None = None) -> Found | None:
    """
    The date of a line that is a date and nothing else; that of publication before that of a change.

    >>> read_date("Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 8")
    Found(iso='2024-08-08T04:00-04:00', kind='published', start=8, end=32, label='Posted', sure=True)
    >>> read_date("25 janvier 2022").iso
    '2022-01-25'

    A sentence is no date, whatever it begins with, and a day that could be a month is not guessed:

    >>> read_date("January 25, 2022 was a cold day"), read_date("04/05/2022")
    (None, None)
    >>> read_date("04/05/2022", "fr").iso, read_date("04/05/2022", url="https://news.example/2022/04/05/cold").iso
    ('2022-05-04', '2022-04-05')
    """
    found = read_dates(text, language, url)
    return next((one for one in found if one.kind == "published"), found[0]) if found else None


def read_dates(text: str, language: str | None = None, url: str | None = None) -> tuple[Found, ...]:
    """
    Every date of a line that says nothing but dates, in order; empty when it says anything else.

    >>> [(one.iso, one.kind) for one in read_dates("5 gennaio 2025 ( modifica il 6 gennaio 2025 | 15:24)")]
    [('2025-01-05', 'published'), ('2025-01-06T15:24', 'modified')]
    """
    if len(text) > LONGEST or not DIGIT.search(text) or text[-1:] in '"”’!?…':
        return ()
    if (tokens := _tokens(text, language)) is not None:
        return tuple(_Reader(text, tokens, language, url).line())
    if place := PLACE.match(text):  # "Frankfurt, October 23, 2024, 15:48 Uhr", but then with the time, or it is a title
        tokens = _tokens(text, language, place.end())
        found = _Reader(text, tokens, language, url).line() if tokens else []
        return tuple(found) if found and "T" in found[0].iso else ()
    return ()


def leading_date(text: str, language: str | None = None, url: str | None = None) -> Found | None:
    r"""
    A date that is stuck before the first sentence of a paragraph; ``text[found.end:]`` is the sentence.

    Headers are glued to the text when a page is flattened. A label gives it away, or a form that no sentence begins
    with (a date in numbers, a time of day, a bracket), or a dash after it; and the sentence must begin like one.

    A date in words with nothing after it, and a date in figures with a colon, is as likely a diary's, a list of events'
    or a dateline's, and so it is not `sure`:

    >>> leading_date("25 January 2022 The river rose above its banks on Tuesday.").sure
    False

    >>> found = leading_date("date 2022-01-25 The river rose above its banks on Tuesday.")
    >>> found.iso, found.end
    ('2022-01-25', 16)
    >>> leading_date("January 25, 2022 was a cold day on the river.") is None
    True

    It sees one line and cannot know a diary, whose dates are the writer's: ask it about a first paragraph alone, and for
    what is not labelled look whether another line begins with a date as well.
    """
    match = FIRST.match(text)  # a figure, or a word of the tables: nothing else opens a date
    if match is None or not (match[1] or match[0].lstrip("[(*_ ").casefold() in date_openers()):
        return None
    head = text[:LONGEST]
    if not DIGIT.search(head):
        return None
    at = len(text) - len(text.lstrip())
    tokens = _tokens(head, language, whole=False)
    reader = _Reader(head, tokens or [], language, url)
    found = reader.head()
    if found is None:
        return None
    one, index = found
    separator, begin = reader.separator(index)
    evidence = reader.evidence
    if begin is None or at >= begin:
        return None
    rest = text[begin : begin + 80]
    if not _begins_sentence(rest) or TIME_OF_PLACE.match(rest):
        return None
    if url and date_in_url(url) == one.day:
        evidence = True
    sure = bool(one.label) or evidence or separator == "dash"
    if separator == "colon" and not one.label:  # a diary, a list of events, a dateline
        sure = False
        written = head[one.start : one.end]
        if not (evidence or written[:9].isupper() or _in_another_language(written, text[begin : begin + 120])):
            return None
    elif not sure and not _stands_alone(text[begin : begin + 120]):
        return None
    return one._replace(start=at, end=begin, sure=sure)


def date_in_url(url: str) -> str | None:
    """
    The day that an address names in its path, ISO 8601.

    >>> (
    ...     date_in_url("https://ferries.example/2020/05/09/timetable"),
    ...     date_in_url("http://ferries.example/20200509/a.html"),
    ... )
    ('2020-05-09', '2020-05-09')
    >>> date_in_url("https://ferries.example/2020/05/timetable-7.html") is None
    True
    """
    path = url.partition("://")[2] or url
    path = re.split(r"[?#]", path[:2000], maxsplit=1)[0]
    for match in _url_days().finditer(path):
        year, month, day = match["y"] or match["y8"], match["m"] or match["m8"], match["d"] or match["d8"]
        number = words.months().get(month.casefold(), 0) if month.isalpha() else int(month)
        if iso := _iso(int(year), number, int(day)):
            return iso
    return None


def month_in_url(url: str) -> str | None:
    """
    The month that an address names in its path, ``YYYY-MM``: less than a date, but it tells the day from the month.

    >>> month_in_url("https://ferries.example/news/2020/05/timetable-7.html")
    '2020-05'
    """
    if day := date_in_url(url):
        return day[:7]
    path = re.split(r"[?#]", url[:2000], maxsplit=1)[0]
    match = re.search(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?=/)", path)
    return f"{match[1]}-{int(match[2]):02d}" if match else None


@cache
def _url_days() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:(?P<s>[/_-])(?P<m>\d\d?|[a-z]{3})(?P=s)(?P<d>\d\d?))(?!\d)"
        r"|(?<![\d.])(?P<y8>(?:199|20[0-4])\d)(?P<m8>[01]\d)(?P<d8>[0-3]\d)(?![\d.])",
        re.IGNORECASE,
    )


def _stands_alone(rest: str) -> bool:
    """
    Is this a sentence that the date before it has no part in?

    English puts dates before nouns ("January 6, 2021 Capitol rioters were sentenced"), and lists put them before
    names. So the sentence must open with a small word ("The", "In", "Der"), or come to one, or to a verb in -ed, after
    its first words with capitals.
    """
    tokens = rest.split()[:-1]
    low = [token.strip("\"'“”‘’«»„(),;:").casefold() for token in tokens]
    if rest and ord(rest[0]) > 0x2E7F:
        return True
    first = next((n for n, token in enumerate(tokens) if token[0].islower()), None)
    if first is None or not 1 <= first <= 5:
        return False
    known = _small_words()
    if DATELINE.match(rest) or low[0] in _small_words(short=True):
        return True
    if _is_foreign(tokens):  # in other languages a date is no adjective
        return True
    if any(token[-1] == "," for token in tokens[:first]):  # a list
        return False
    return low[first] in known or (low[first].endswith("ed") and len(low[first]) > 4)


# "LONDON (AP) — ", "Berlin, Germany – ": where an agency's text begins.
DATELINE = late(
    r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}(?:, [\w.'’ ]{2,25})?(?: \([^()]{2,20}\))?(?: ?(?:--|[–—]) ?| - |[.] (?=[^\W\d_a-z]))\S"
)
PARTICLES = frozenset("de la le van von der den del di da el al du des dos das das el los y".split())


def _is_foreign(tokens: Sequence[str]) -> bool:
    """Are there more small words of other languages among these than of English?"""
    other, english = _small_words(), _small_words("en")
    low = [token.strip("\"'“”‘’«»„(),;:") for token in tokens if token[0].islower()]
    strange = sum(word in other and word not in english and word not in PARTICLES for word in low)
    return strange > sum(word in english for word in low)


def _in_another_language(written: str, rest: str) -> bool:
    """Is this an English date before a text that is not English? The page has written it then."""
    if written.isascii() and ord(rest[0]) > 0x2E7F:
        return True
    return not _english_only().isdisjoint(re.findall(r"[a-z]+", written.casefold())) and _is_foreign(rest.split()[:-1])


@cache
def _english_only() -> frozenset[str]:
    """The months and weekdays that are English alone, in full."""
    own, others = set[str](), set[str]()
    for table in (words.MONTHS, words.WEEKDAYS):
        for code, row in table.items():
            (own if code == "en" else others).update(name for names in row for name in names.split())
    return frozenset(name for name in own - others if len(name) > 3)


@cache
def _small_words(language: str = "", *, short: bool = False) -> frozenset[str]:
    rows = [row for code, row in WORDS.items() if language in ("", code)]
    return frozenset(word for row in rows for word in row.split() if language or short or len(word) > 1)


TIME_OF_PLACE = late(r"(?:[^\W\d_]+ ){1,2}(?:time|heure|Zeit|hora|ora)\b")


def _begins_sentence(rest: str) -> bool:
    """Does prose begin here: a capital (or a letter that knows none), perhaps in quotes, and a few words after it?"""
    bare = rest.lstrip("\"'“‘«„(¿¡*_[")
    return len(rest) >= 24 and bare[:1].isalpha() and not bare[:1].islower() and (" " in rest or ord(bare[0]) > 0x2E7F)


FIRST = late(r"\s{0,8}[\[(*_【（]{0,3}(?:(\d)|[^\W\d_]+)")


@cache
def date_openers() -> frozenset[str]:
    """The words that a date may open with."""
    return frozenset(
        (*words.labels(), *words.months(), *words.weekdays(), "last", "zuletzt", "am", "le", "mis", "first")
    )


def _iso(year: int, month: int, day: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


# ---- tokens

NUMBER, MONTH, WEEKDAY, LABEL, FILLER, HALF, ZONE, CLOCK, MINUTES, READING, SUFFIX, CJK, OTHER, MARK = range(14)


class Token(NamedTuple):
    """
    A word, a number or a mark of a line. A word may be several things (`mar` is a month and a weekday; `so` a weekday
    and nothing in English), and `kinds` holds them all.
    """

    kinds: tuple[int, ...]
    text: str
    start: int
    end: int
    value: int = 0

    def is_(self, kind: int) -> bool:
        """Can the token be this?"""
        return kind in self.kinds


EASTERN = "年 月 日 号 號 時 时 点 點 分 秒 년 월 일 시 분 초 頃"


@cache
def _pattern() -> re.Pattern[str]:
    """What cuts a line into tokens. East Asian words are set without blanks and must be told one by one."""
    eastern = [*words.CJK_PUBLISHED.split(), *words.CJK_MODIFIED.split()]
    eastern += [name for names in words.CJK_WEEKDAYS for name in names.split()]
    eastern += [word for word in (*words.AM.split(), *words.PM.split()) if ord(word[0]) > 0x2E7F]
    eastern += [*EASTERN.split(), *(sign for signs in words.CJK_SHORT_WEEKDAYS for sign in signs.split())]
    longest = "|".join(sorted(eastern, key=len, reverse=True))
    return re.compile(
        rf"(?P<number>\d+)|(?P<cjk>{longest})|(?P<word>(?:[ap]\.\s?m\b\.?)|(?-i:[AP]M)(?=(?-i:[A-Z][a-z]))|(?:[^\W\d_][\u0300-\u036f\u0900-\u0903\u093a-\u094f]*)+)"
        r"|(?P<link>" + LINK_TARGET + r")|(?P<space>\s+)|(?P<mark>.)",
        re.IGNORECASE,
    )


def _tokens(text: str, language: str | None, begin: int = 0, *, whole: bool = True) -> list[Token] | None:
    """The tokens of a line up to the first that cannot stand in a date; None when that is not the end and must be."""
    found: list[Token] = []
    for match in _pattern().finditer(text, begin):
        kind, part = match.lastgroup, match[0]
        if kind in {"space", "link"}:
            continue
        start, end = match.span()
        if kind == "number":
            if len(part) > 14:
                if whole:
                    return None
                break
            found.append(Token((NUMBER,), part, start, end, int(part)))
        elif kind == "mark":
            if part not in MARKS:
                if whole:
                    return None
                break
            found.append(Token((MARK,), part, start, end))
        else:
            kinds, value = _lookup(part.casefold(), language)
            if not kinds:
                if whole:
                    return None
                break
            found.append(Token(kinds, part, start, end, value))
    return found


MARKS = frozenset(
    "@.,:;|/-–—•·‧∙●[](){}*_+'’~⋅،、，：（）【】〔〕#>«»\"ºª°"
    "\N{MINUS SIGN}\N{FULLWIDTH SOLIDUS}\N{FULLWIDTH VERTICAL LINE}\N{KATAKANA MIDDLE DOT}"
)


def _lookup(word: str, language: str | None) -> tuple[tuple[int, ...], int]:
    """What a word may be, and its number."""
    if "." in word:  # "a.m.", perhaps with a blank in it
        word = word[0] + ".m"
    kinds, value = _dictionary().get(word, ((), 0))
    if value and language in words.MONTHS_BY_LANGUAGE:
        value = words.MONTHS_BY_LANGUAGE[language].get(word, value)
    return kinds, value


@cache
def _dictionary() -> dict[str, tuple[tuple[int, ...], int]]:
    """Every word of the tables, with all that it may be. A month's or weekday's number goes with it."""
    kinds: dict[str, list[int]] = {}
    values: dict[str, int] = {}

    def add(names: Iterable[str], kind: int) -> None:
        for name in names:
            if kind not in (bag := kinds.setdefault(name, [])):
                bag.append(kind)

    for name, number in words.months().items():
        add((name,), MONTH)
        values[name] = number
    add(words.weekdays(), WEEKDAY)
    add(words.labels(), LABEL)
    add(words.fillers(), FILLER)
    add((*words.AM.split(), *words.PM.split(), "a.m", "p.m"), HALF)
    add((*words.ZONES, *words.UNTOLD_ZONES.split(), *words.AMERICAN_ZONES), ZONE)
    add(words.TIME_WORDS.split(), CLOCK)
    add(words.MINUTES.split(), MINUTES)
    add(words.READING.split(), READING)
    add(words.DAY_SUFFIXES.split(), SUFFIX)
    add(EASTERN.split(), CJK)
    add([name for names in words.CJK_SHORT_WEEKDAYS for name in names.split()], WEEKDAY)
    add(("tháng", "t"), OTHER)
    return {name: (tuple(bag), values.get(name, 0)) for name, bag in kinds.items()}


# ---- the grammar


class _Clock(NamedTuple):
    iso: str  # "T10:30" and, where told, the seconds
    end: int  # index of the token after it


class _Preface(NamedTuple):
    end: int  # index of the date's first token
    label: list[Token]
    kind: str
    preposition: bool  # written large, so that it may begin a sentence
    weekday: int | None
    clock: _Clock | None


class _Reader:
    """One line's tokens, and where the reading has come to."""

    def __init__(self, text: str, tokens: list[Token], language: str | None, url: str | None) -> None:
        self.text = text
        self.tokens = tokens
        self.language = language.casefold() if language else None
        self.url = url
        self.year = 0  # of an earlier date on the line, for one that tells none
        self.evidence = False  # a form that no sentence begins with

    # the line

    def line(self) -> list[Found]:
        """All dates of a line; empty when there is anything else."""
        found: list[Found] = []
        index = 0
        while index < len(self.tokens):
            result = self.phrase(index, follows=bool(found))
            if result is None:
                rest = self.skip_reading_time(self.past_marks(index))
                if not found or self.past_marks(rest) < len(self.tokens):
                    return []
                break
            one, after = result
            found.append(one)
            if after <= index:
                return []
            index = self.past_marks(after)
            index = self.past_marks(self.skip_reading_time(index))
        return found if len(found) <= 3 else []

    def head(self) -> tuple[Found, int] | None:
        """The date that the tokens begin with, and the index after it."""
        return self.phrase(0)

    def separator(self, index: int) -> tuple[str, int | None]:
        """What stands between the date and what comes next ("", "dash", "colon"), and where that begins."""
        kind = ""
        end = self.tokens[index - 1].end
        while end < len(self.text):
            char = self.text[end]
            if char in "-–—|•·/":
                kind = "dash"
            elif char in ":：":
                kind = kind or "colon"
            elif char in ")]）】":
                self.evidence = True
                kind = "dash"
            elif char in ",，、،;":
                return kind, None
            elif not (char.isspace() or char in ".*_"):
                break
            end += 1
        if end == self.tokens[index - 1].end:  # glued to it, which no writer does; East Asian writers do
            glued = self.text[end : end + 2].lstrip('"“«„‘')
            capital = bool(glued) and glued[0].isupper() and ord(glued[0]) < 0x2E80
            alone = glued[1:] == " " and glued[0] in "AIOYEÀÈÉАВИКОСУЯ"  # words of one letter
            if not capital or not (glued[1:].isalpha() or (len(glued) == 1 and glued[0] != self.text[end]) or alone):
                return kind, None
            self.evidence = True
        return kind, end if end < len(self.text) else None

    def past_marks(self, index: int) -> int:
        while index < len(self.tokens) and self.tokens[index].kinds == (MARK,):
            index += 1
        return index

    def skip_reading_time(self, index: int) -> int:
        """``5 min read``, ``Lesezeit: 4 Minuten``: stands beside the date on many pages."""
        at = index
        while at < len(self.tokens) and (self.is_(at, READING) or self.mark(at)):
            at += 1
        if self.is_(at, NUMBER) and self.is_(at + 1, MINUTES):
            at += 2
            while self.is_(at, READING) or (self.mark(at) == "." and at == len(self.tokens) - 1):
                at += 1
            return at
        return index

    def is_(self, index: int, kind: int) -> bool:
        return index < len(self.tokens) and kind in self.tokens[index].kinds

    def mark(self, index: int) -> str:
        """The mark at `index`, or ""."""
        return self.tokens[index].text if self.is_(index, MARK) else ""

    def word(self, index: int) -> str:
        return self.tokens[index].text.casefold() if index < len(self.tokens) else ""

    # one date with its label and its time

    def phrase(self, begin: int, *, follows: bool = False) -> tuple[Found, int] | None:
        """A date with what belongs to it. `follows`: another stood before it on the line."""
        if (preface := self.preface(begin)) is None or (core := self.core(preface.end, preface.weekday)) is None:
            return None
        iso, after, written = core
        label, kind, clock = preface.label, preface.kind, preface.clock
        start = self.tokens[begin if clock and not label else preface.end].start
        after = self.weekday_after(after)
        if clock is None and (clock := self.clock_after(after)) is not None:
            after = clock.end
        time = ""
        if clock is not None:
            after, offset = self.zone(after, iso)
            time = clock.iso + offset
        if not label and self.is_(after, LABEL) and self.tokens[after].text[0] > "\u2e7f":
            label, kind = [self.tokens[after]], words.labels()[self.tokens[after].text]  # "01時40分更新"
            after += 1
        if preface.preposition and not label and not time and not follows:
            return None
        self.evidence |= bool(time) or not written
        self.year = int(iso[:4])
        while label and not label[-1].is_(LABEL):  # "Posted on": the "on" is the date's
            label.pop()
        name = self.text[label[0].start : label[-1].end] if label else ""
        return Found(iso + time, kind or "published", start, self.tokens[after - 1].end, name), after

    def preface(self, begin: int) -> _Preface | None:
        """What stands before a date: label, weekday, the time of day; None when it is anything else."""
        label: list[Token] = []
        kind, preposition = "", False
        weekday: int | None = None
        clock: _Clock | None = None
        index = begin
        while index < len(self.tokens):
            token = self.tokens[index]
            if (token.is_(NUMBER) or token.is_(MONTH)) and self.core(index, weekday) is not None:
                return _Preface(index, label, kind, preposition, weekday, clock)
            if (token.is_(NUMBER) or token.is_(HALF)) and clock is None and (clock := self.clock(index)) is not None:
                index = clock.end
                continue
            if token.is_(LABEL) and clock is None:
                label.append(token)
                kind = words.labels()[token.text.casefold()] if kind != "modified" else kind
            elif token.is_(WEEKDAY) and weekday is None:
                weekday = words.weekdays().get(token.text.casefold())
            elif token.is_(FILLER) or token.is_(ZONE) or (token.is_(HALF) and clock):
                # "On 25 January 2022" may begin a sentence, "on April 29, 2018" is what follows a byline.
                preposition |= token.text.casefold() in words.PREPOSITIONS.split() and not token.text[0].islower()
                if label:
                    label.append(token)
            elif token.kinds == (MARK,):
                self.evidence |= token.text in "[(（【" or (token.text == "/" and not label)
            else:
                return None
            index += 1
        return None

    def core(self, index: int, weekday: int | None) -> tuple[str, int, bool] | None:
        """Day, month and year from `index` on: ISO, the index after them, and whether the month is a word."""
        token = self.tokens[index]
        if token.is_(NUMBER):
            return (
                self.compact(index)
                or self.eastern(index)
                or self.numeric(index, weekday)
                or self.day_month_year(index)
                or self.year_month_day(index)
            )
        return self.month_day_year(index)

    def compact(self, index: int) -> tuple[str, int, bool] | None:
        text = self.tokens[index].text
        if len(text) in (8, 12, 14) and self.mark(index + 1) != "%":
            iso = _iso(int(text[:4]), int(text[4:6]), int(text[6:8]))
            return (iso, index + 1, False) if iso and len(text) == 8 else None
        return None

    def eastern(self, index: int) -> tuple[str, int, bool] | None:
        """``2022年1月25日``; without the year where an earlier date told it."""
        if self.year and self.word(index + 1) in ("月", "월") and self.is_(index + 2, NUMBER):
            iso = _iso(self.year, self.tokens[index].value, self.tokens[index + 2].value)
            return (iso, index + 4, True) if iso and self.word(index + 3) in ("日", "일", "号", "號") else None
        if self.word(index + 1) not in ("年", "년") or self.word(index + 3) not in ("月", "월"):
            return None
        if not (self.is_(index + 2, NUMBER) and self.is_(index + 4, NUMBER)):
            return None
        iso = _iso(*(self.tokens[index + n].value for n in (0, 2, 4)))
        return (iso, index + 6, True) if iso and self.word(index + 5) in ("日", "일", "号", "號") else None

    def numeric(self, index: int, weekday: int | None) -> tuple[str, int, bool] | None:
        """Three numbers with two equal marks between them."""
        mark = self.mark(index + 1)
        if not mark or mark not in "-/.–|\N{FULLWIDTH SOLIDUS}" or self.mark(index + 3) != mark:
            return None
        if not (self.is_(index + 2, NUMBER) and self.is_(index + 4, NUMBER)):
            return None
        one, two, three = (self.tokens[index + n] for n in (0, 2, 4))
        if self.mark(index + 5) == mark and mark != "." and self.is_(index + 6, NUMBER):
            return None  # four numbers are no date
        if len(one.text) == 4 and len(two.text) <= 2 and len(three.text) <= 2:
            iso = _iso(one.value, two.value, three.value)
            return (iso, index + 5, False) if iso else None
        if len(one.text) > 2 or len(two.text) > 2 or len(three.text) not in (2, 4):
            return None
        year = three.value
        if len(three.text) == 2:
            if len(one.text) != 2 or len(two.text) != 2:
                return None
            year += 1900 if year >= 70 else 2000
        day_first, month_first = _iso(year, two.value, one.value), _iso(year, one.value, two.value)
        if mark == ".":
            padded = len(one.text) == len(two.text) == 2
            iso = day_first or (month_first if padded else None)
        else:
            iso = self.settle(day_first, month_first, weekday)
        return (iso, index + 5, False) if iso else None

    def settle(self, day_first: str | None, month_first: str | None, weekday: int | None) -> str | None:
        """Which of two readings holds; None when nothing tells."""
        if day_first is None or month_first is None or day_first == month_first:
            return day_first or month_first
        if self.url and (told := date_in_url(self.url) or month_in_url(self.url)):
            near = [iso for iso in (day_first, month_first) if iso.startswith(told[: len(told)])]
            near = near or [iso for iso in (day_first, month_first) if iso.startswith(told[:7])]
            if len(near) == 1:
                return near[0]
        if weekday is not None:
            right = [iso for iso in (day_first, month_first) if date.fromisoformat(iso).weekday() == weekday]
            if len(right) == 1:
                return right[0]
        language = self.language
        if language is None or language == "en":
            language = next(
                (told for token in self.tokens if (told := words.TELLING.get(token.text.casefold()))), language
            )
            language = language.casefold() if language else None
        if language is None:
            return None
        if language in words.MONTH_FIRST:
            return month_first
        if language in words.DAY_FIRST or language.partition("-")[0] in words.DAY_FIRST:
            return day_first
        return None

    def day_month_year(self, index: int) -> tuple[str, int, bool] | None:
        """``25. Januar 2022``, ``25 de enero de 2022``, ``25-Jan-2022``, ``1er janvier 2022``, ``25 tháng 1, 2022``."""
        day = self.tokens[index]
        if len(day.text) > 2 or not 1 <= day.value <= 31:
            return None
        at = index + 1
        if self.is_(at, SUFFIX) and not self.is_(at, MONTH) and self.tokens[at].start == day.end:
            at += 1
        at = self.between(at, ".-/, ºª–’'")
        if self.word(at) == "tháng" and self.is_(at + 1, NUMBER):
            month, at = self.tokens[at + 1].value, at + 2
        elif self.is_(at, MONTH):
            month, at = self.tokens[at].value, at + 1
        else:
            return None
        return self.with_year(self.between(at, ".-/,–’'،"), at, month, day.value)

    def month_day_year(self, index: int) -> tuple[str, int, bool] | None:
        """``January 25, 2022``, ``Jan. 25th 2022``, ``Jan-25-2022``."""
        month = self.tokens[index].value
        at = self.between(index + 1, ".-/ ,")
        if not self.is_(at, NUMBER) or len(self.tokens[at].text) > 2:
            return None
        day = self.tokens[at]
        at += 1
        if self.is_(at, SUFFIX) and self.tokens[at].start == day.end:
            at += 1
        return self.with_year(self.between(at, ",.-/،"), at, month, day.value)

    def year_month_day(self, index: int) -> tuple[str, int, bool] | None:
        """``2022. január 25.``, ``2022 Jan 25``."""
        year = self.tokens[index]
        if len(year.text) != 4:
            return None
        at = self.between(index + 1, ".-, ")
        if not self.is_(at, MONTH):
            return None
        month, at = self.tokens[at].value, self.between(at + 1, ".-,")
        if not self.is_(at, NUMBER) or len(self.tokens[at].text) > 2:
            return None
        iso = _iso(year.value, month, self.tokens[at].value)
        return (iso, at + 1, True) if iso else None

    def with_year(self, at: int, bare: int, month: int, day: int) -> tuple[str, int, bool] | None:
        """The date with the year at `at`, or with that of an earlier date on the line."""
        if self.is_(at, NUMBER) and len(self.tokens[at].text) == 4:
            iso = _iso(self.tokens[at].value, month, day)
            after = at + 1
            while self.word(after) in ("года", "року", "г", "р", "roku", "год"):
                after += 1 + (self.mark(after + 1) == ".")
            return (iso, after, True) if iso else None
        if self.year:
            iso = _iso(self.year, month, day)
            return (iso, bare, True) if iso else None
        return None

    def between(self, at: int, marks: str) -> int:
        """Past the marks and small words that stand between the parts of a date."""
        while at < len(self.tokens):
            if (self.mark(at) and self.mark(at) in marks) or self.word(at) in (
                "de",
                "del",
                "of",
                "the",
                "ta",
                "dne",
                "năm",
                "d",
            ):
                at += 1
            else:
                break
        return at

    def weekday_after(self, index: int) -> int:
        """``2022-01-25 (Tue)``, ``2022年1月25日（火）``."""
        at = index
        bracket = self.mark(at) in ("(", "（", "[") if self.mark(at) else False
        if self.mark(at) in (",", "(", "（", "[", "|", "，") and self.mark(at):
            at += 1
        if self.is_(at, WEEKDAY) and (
            bracket or ord(self.tokens[at].text[0]) < 0x2E80 or len(self.tokens[at].text) > 1
        ):
            at += 1
            if self.mark(at) == "." and not bracket:
                at += 1
            if bracket:
                return at + 1 if self.mark(at) in (")", "）", "]") and self.mark(at) else index
            return at
        return index

    def clock_after(self, index: int) -> _Clock | None:
        """The time that follows a date, past what may stand between them."""
        at = index
        while at < len(self.tokens) and (
            self.mark(at) or self.is_(at, FILLER) or self.is_(at, HALF) or self.is_(at, CLOCK) or self.word(at) == "t"
        ):
            if self.is_(at, HALF):
                break
            at += 1
            if at - index > 4:
                return None
        return self.clock(at)

    def clock(self, index: int) -> _Clock | None:
        """A time of day: ``10:30``, ``14h52``, ``20.15 Uhr``, ``4 pm``, ``午後3時05分``."""
        at = index
        # East Asia puts "morning" first; "am" before a number is German ("am 16.08.2019").
        half = self.half(at) if self.word(at) > "\u1100" else ""
        if half:
            at += 1
        if not self.is_(at, NUMBER) or len(self.tokens[at].text) > 2:
            return None
        hour, minute, second, dotted, minutes = self.tokens[at].value, 0, "", False, False
        at += 1
        if (self.mark(at) in (":", "：", ".") or self.word(at) in ("h", "時", "时", "点", "點", "시")) and self.is_(
            at + 1, NUMBER
        ):
            dotted = self.mark(at) == "."
            if len(self.tokens[at + 1].text) == 2 or self.word(at) in ("時", "时", "点", "點", "시"):
                minute, at, minutes = self.tokens[at + 1].value, at + 2, True
                if self.mark(at) == ":" and self.is_(at + 1, NUMBER) and len(self.tokens[at + 1].text) == 2:
                    second = f":{self.tokens[at + 1].text}"
                    at += 2
                    if self.mark(at) == "." and self.is_(at + 1, NUMBER):  # parts of a second
                        at += 2
        elif self.word(at) in ("時", "时", "点", "點", "시"):
            at += 1
            minutes = True
        elif self.word(at) == "h" or (self.is_(at, CLOCK) and self.word(at) == "uhr"):
            minutes = True
        while self.word(at) in ("分", "분", "頃") or (self.word(at) in ("秒", "초")):
            at += 1
        if not half and (half := self.half(at)):
            at += 1 + (self.mark(at + 1) == ".")
        clock_word = self.is_(at, CLOCK) or (self.mark(at) == ":" and self.is_(at + 1, CLOCK))
        if clock_word:
            at += 1 + (self.mark(at) == ":")
        lead = index > 0 and self.tokens[index - 1].is_(FILLER)
        zone = self.is_(at, ZONE)
        if not minutes and not half:
            return None
        if dotted and not (
            half or clock_word or lead or zone or self.mark(index - 1) in (",", ".") if index else False
        ):
            return None
        if hour > 24 or minute > 59 or (second and int(second[1:]) > 60):
            return None
        if half == "pm" and hour < 12:
            hour += 12
        elif half == "am" and hour == 12:
            hour = 0
        if hour == 24:
            return None
        return _Clock(f"T{hour:02d}:{minute:02d}{second}", at)

    def half(self, index: int) -> str:
        """Which half of the day a word names: "am", "pm" or nothing."""
        if not self.is_(index, HALF):
            return ""
        word = self.word(index)
        return "pm" if word in words.PM.split() or word.startswith("p.") else "am"

    def zone(self, index: int, iso: str) -> tuple[int, str]:
        """The zone that follows a time: the index after it, and its offset, "" where the name tells none."""
        at = index
        bracket = False
        if self.mark(at) in ("(", "（", "[") and self.mark(at):
            bracket, at = True, at + 1
        offset: int | None = None
        read = False
        if self.is_(at, ZONE) and (
            not self.tokens[at].text.istitle() or self.word(at) in ("z", "kyiv")
        ):  # "ET", no "Et"
            name = self.word(at)
            read = True
            offset = words.ZONES.get(name)
            if name in words.AMERICAN_ZONES:
                offset = words.AMERICAN_ZONES[name] + 60 * _summer_in_america(iso)
            elif name == "bst":
                offset = 60 if "04" <= iso[5:7] <= "10" else None
            at += 1
        if self.mark(at) in ("+", "-", "\N{MINUS SIGN}", "–") and self.mark(at) and self.is_(at + 1, NUMBER):
            number = self.tokens[at + 1]
            touching = number.start == self.tokens[at].end and (read or len(number.text) in (2, 4))
            if touching and (read or self.tokens[at].start == self.tokens[at - 1].end or len(number.text) == 4):
                sign = 1 if self.mark(at) == "+" else -1
                hours, minutes = number.value, 0
                at += 2
                if len(number.text) == 4:
                    hours, minutes = divmod(number.value, 100)
                elif self.mark(at) == ":" and self.is_(at + 1, NUMBER):
                    minutes = self.tokens[at + 1].value
                    at += 2
                if hours <= 14 and minutes < 60:
                    read, offset = True, sign * (hours * 60 + minutes)
        if not read:
            return index, ""
        if bracket:
            if self.mark(at) not in (")", "）", "]") or not self.mark(at):
                return index, ""
            at += 1
        if offset is None:
            return at, ""
        return at, f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"


def _summer_in_america(iso: str) -> bool:
    """Is this day in the American summer time: since 2007 from the second Sunday of March to the first of November?"""
    day = date.fromisoformat(iso)
    if day.year < 2007:
        return 4 <= day.month <= 10
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begin = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return begin <= day < end
