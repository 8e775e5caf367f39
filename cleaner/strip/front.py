"""
What stands before the writer's first sentence: title, byline, date, address, picture credit.

The head of a document is the lines before its first paragraph. Some of them say by themselves what they are (a date, an
address, ``By Jane Doe for AFP``); the title is known by its company. One such line alone proves nothing, since a diary begins
with a date and a letter with a place, so a head is taken off only when enough of its lines speak.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.facts.bylines import read_byline, read_names, read_sign_off
from cleaner.facts.credits import read_credit
from cleaner.facts.dates import leading_date, read_date
from cleaner.facts.labels import Label, read_label
from cleaner.facts.urls import read_url_line
from cleaner.lines import unmarked
from cleaner.repair.sentences import ends_sentence, joining_words, last_word, leaning_words
from cleaner.roles import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.lines import Line

MOST_FIELDS = 60  # lines of front matter
HEAD = 14  # lines that may stand before the first paragraph
PROSE = 80  # code points of a line that is a paragraph when it ends like a sentence
TITLE_LEAST, TITLE_MOST = 8, 220  # code points
APART = 2  # characters in which a line end and a blank line show
LOUD = 150  # code points of a title that ends in ! or ?
BEGUN = 20  # code points of a line that may be the beginning of a sentence
DATE_MOST = 60  # code points of a line that is looked at for a date among the paragraphs
ENOUGH = 2  # what must speak for a head before anything of it goes
LEAST_SLUG = 3  # words that an address must have to speak for a title
TITLE, SURE_TITLE = 2, 4  # points with which a line is a title: in company, and alone
SALUTATION = re.compile(
    r"(?:Dear|Dearest|Liebe[rs]?|Sehr geehrte|Chère?|Querid[oa]|Estimad[oa]|Car[oa]|Gentile|Prezad[oa]|Beste|Geachte|Drog[ia]|"
    r"Уважаем|Дорог)\w*\s.{1,60}[,!:]$"
)
# What memos, mails and minutes begin their lines with, before a colon.
LETTERHEAD = frozenset(
    "to from cc bcc subject re ref present attendees absent apologies participants location venue time chair "
    "an von betreff betrifft anwesend teilnehmer ort zeit de à objet présents para asunto presentes oggetto "
    "aan van onderwerp от кому кого тема".split()
)
CLOSED = re.compile(r"""[.!?…。！？।؟]["'”’»“)\]]*$""")
UNDERLINE = re.compile(r"[=-]{3,}$")


class Part(NamedTuple):
    """A line of the head, whose it is, and how strongly it says so."""

    line: Line
    role: str  # "" for a line that does not say
    weight: int  # 2: no writer begins so; 1: in company; 0: only between others


@stage
def strip_front_matter(doc: Document) -> Iterable[Edit]:
    r"""
    Take off what stands before the first sentence and is not part of it: title, byline, date, address, credit.

    They go to the metadata. A date that is stuck before the first sentence goes as well.

    A first line alone is left where it is, even when it looks like a title, and so is a date or a name alone: a text may
    begin so. What stands after the first paragraph is not looked at.

    >>> print(
    ...     strip_front_matter("Bridge Closed\n20210303\nhttp://news.example/a.html\nThe bridge was closed on Monday.")
    ... )
    <BLANKLINE>
    <BLANKLINE>
    <BLANKLINE>
    The bridge was closed on Monday.
    >>> strip_front_matter("Bridge Closed\n\nThe bridge was closed on Monday.")
    'Bridge Closed\n\nThe bridge was closed on Monday.'
    """
    lines = doc.lines
    if not lines:
        return
    named = list(_fenced(lines))
    yield from named
    if named:
        lines = tuple(line for line in lines if line.start >= named[-1].end)
    parts = _with_names(doc, list(_head(doc, lines)))
    if parts and _is_the_writers(doc, lines, parts):
        parts = []
    title, points = _title(doc, parts)
    weight = sum(part.weight for part in parts) + (points >= TITLE) + (points >= SURE_TITLE) + ENOUGH * bool(named)
    gone: set[Line] = set()
    if weight >= ENOUGH:
        for part in parts:
            role = "title" if part is title else part.role
            if role:
                yield Edit(part.line.start, part.line.end, "", role)
                gone.add(part.line)
        if title is not None and title.line in gone:
            for line in lines[lines.index(title.line) + 1 : HEAD]:
                if line in gone or line.text != title.line.text:  # prints have it twice
                    break
                yield Edit(line.start, line.end, "", "title")
                gone.add(line)
    first = next((line for line in lines[: HEAD + 1] if line not in gone), None)
    if first is not None and (end := _stuck_date(doc, lines, first)):
        yield Edit(first.start, first.start + end, "", "date")


def _is_the_writers(doc: Document, lines: Sequence[Line], parts: Sequence[Part]) -> bool:
    """
    Is this the head of a memo, a mail, a letter, a list of addresses, or one sentence over several lines?

    Those are the writer's, as a whole. And a head that does not end is none.
    """
    texts = [part.line.text for part in parts]
    body = next((line.text for line in lines[len(parts) :]), "")
    return (
        sum(text.partition(":")[0].strip("*_ ").casefold() in LETTERHEAD for text in texts) >= ENOUGH
        or any(n and not part.role and part.line.text[0].islower() for n, part in enumerate(parts))
        or any(SALUTATION.match(text) for text in (*texts, body))
        or len({part.line.text for part in parts if part.role == "url"}) > 1
        or any(
            not one.role
            and two.role in ("url", "date")
            and (one.line.text[-1] in ":：" or _runs_into(doc, parts, one, two))
            for one, two in pairwise(parts)
        )
        or len(parts) >= HEAD
        or _is_series(doc, texts)
    )


def _is_series(doc: Document, texts: Sequence[str]) -> bool:
    """Does a label of this head stand at other lines as well, as in a log or a glossary?"""
    labels = {text.partition(":")[0] for text in texts if ":" in text and read_label(text)}
    return any(sum(line.text.startswith(label + ":") for line in doc.lines) > 1 for label in labels)


def _stuck_date(doc: Document, lines: Sequence[Line], first: Line) -> int:
    """Where the first sentence begins after a date that is stuck before it; 0 when none is, or when the writer begins so."""
    stuck = leading_date(first.text, doc.source.language, doc.source.url)
    if stuck is None:
        return 0
    if not stuck.label and any(_is_dated(doc, line.text) for line in lines if line is not first):
        return 0  # a diary
    return stuck.end


def _is_dated(doc: Document, text: str) -> bool:
    """Is this line a date, or does it begin with one?"""
    told, url = doc.source.language, doc.source.url
    whole = len(text) <= DATE_MOST and any(map(str.isdigit, text)) and read_date(text, told, url)
    return bool(whole or leading_date(text, told, url))


def _head(doc: Document, lines: Sequence[Line]) -> Iterator[Part]:
    """
    The lines before the first paragraph, as far as one below them says what it is, and one more: a title may come last.
    """
    waiting: list[Part] = []
    dated = diary = spoken = False
    for line in lines[:HEAD]:
        if _is_prose(line.text):
            if not (spoken and read_credit(line.text)):
                break
            role, weight = "caption", 1
        elif len(waiting) == 1 and _underlines(doc, waiting[0].line, line):
            role, weight = "title", 0
        else:
            role, weight = _role(doc, line.text)
        if role == "byline" and line is lines[0]:
            weight = min(weight, 1)  # an article may be signed at its head, with the day
        if role == "date" and not dated:
            dated = True
            diary = weight < ENOUGH and _is_diary(doc, lines, line)
        if role == "date" and diary:
            role, weight = "", 0
        if role and (weight or waiting or dated):
            spoken = spoken or bool(weight)
            yield from waiting
            yield Part(line, role, weight)
            waiting = []
        else:
            waiting.append(Part(line, "", 0))
    yield from waiting[:1]


def _role(doc: Document, text: str) -> tuple[str, int]:
    """What a line of the head says it is, and how strongly."""
    if read_url_line(text):
        return "url", 2
    told = doc.source.language
    label = read_label(text)
    if label and label.value and _is_field(label, told, doc.source.url):
        return ("field" if label.role == "source" else label.role), 1 + (
            label.role in ("title", "byline", "url", "date")
        )
    if read_date(text, told, doc.source.url):
        return "date", 2 if text.isdigit() or ":" in text[:24] else 1
    if byline := read_byline(text, told):
        return "byline", int(byline.sure) + (byline.date is not None)
    if credit := read_credit(text):
        return ("caption" if credit.text else "credit"), 1
    return "", 0


def _is_field(label: Label, language: str | None, url: str | None) -> bool:
    """Does the label say what a page would, or is it the beginning of a sentence ("Author: one who writes.")?"""
    if label.role == "date":
        return read_date(label.value, language, url) is not None
    return not (label.value[0].islower() and ends_sentence(label.value))


def _underlines(doc: Document, title: Line, line: Line) -> bool:
    """Is this the rule right under a line, and the only such rule in the text? Several of them make sections."""
    return (
        UNDERLINE.match(line.text) is not None
        and doc.text.count("\n", title.end, line.start) == 1
        and sum(UNDERLINE.match(other.text) is not None for other in doc.lines) == 1
    )


def _with_names(doc: Document, parts: Sequence[Part]) -> list[Part]:
    """
    The head with its bare names as bylines: under a first line, and only where other lines speak.

    So is much else printed, the people in a picture, a town, a film; asking every heading would cost, too.
    """
    if not any(part.weight for part in parts):
        return list(parts)
    return [
        part._replace(role="byline") if not part.role and _is_name(doc, part.line.text, first=n == 0) else part
        for n, part in enumerate(parts)
    ]


def _is_name(doc: Document, text: str, *, first: bool) -> bool:
    if len(text) >= PROSE:
        return False
    if read_sign_off(text):
        return True
    if first or text.isupper():  # a title, or a heading in capitals
        return False
    return bool(read_names(text) or read_byline(text, doc.language))


def _is_prose(text: str) -> bool:
    """Is this a paragraph of the body?"""
    if len(text) < PROSE or text.startswith("#"):
        return False
    if len(text) > TITLE_MOST:
        return True
    closed = CLOSED.search(text)
    return closed is not None and (closed[0][0] not in "!?" or len(text) > LOUD)  # a title may ask, or cry out


def _is_diary(doc: Document, lines: Sequence[Line], dated: Line) -> bool:
    """Is another line another date, with a sentence between the two? Then dates are this text's headings."""
    told, url = doc.source.language, doc.source.url
    sentence = next(
        (line.start for line in lines if line.start > dated.start and ends_sentence(line.text)), len(doc.text)
    )
    return any(
        line.start > sentence
        and len(line.text) <= DATE_MOST
        and line.text != dated.text
        and any(map(str.isdigit, line.text))
        and read_date(line.text, told, url)
        for line in lines
    )


def _title(doc: Document, parts: Sequence[Part]) -> tuple[Part | None, int]:
    """The line of the head that is its title, by its company, and how much speaks for it."""
    best, most = None, TITLE - 1
    if not parts or any(part.role == "title" and part.weight for part in parts):
        return best, most
    if any(
        taken.role == "title" for taken in doc.taken
    ):  # no text has two; the first line of the body may look like one
        return best, most
    spoken = any(part.role for part in parts)
    slug = next((_slug(part.line.text) for part in parts if part.role == "url"), frozenset()) or _slug_at_foot(doc)
    for n, part in enumerate(parts):
        if part.role or not TITLE_LEAST <= len(unmarked(part.line.text)) <= TITLE_MOST:
            continue
        points = _points(doc, parts, n, slug)
        if points > most and (spoken or points >= SURE_TITLE):
            best, most = part, points
    return best, most


def _runs_into(doc: Document, parts: Sequence[Part], one: Part, two: Part) -> bool:
    """
    Is the address, or the date, the end of the sentence above it ("found at", "opened on")?

    A title may end on such a word as well; then other lines of the head speak.
    """
    text = one.line.text
    if len(text) < BEGUN or text[0] in "#*_" or any(part.weight for part in parts if part is not two):
        return False
    word = last_word(text)
    return word.islower() and word in (joining_words(doc.language) | leaning_words(doc.language))


def _points(doc: Document, parts: Sequence[Part], n: int, slug: frozenset[str]) -> int:
    """How much speaks for line `n` of the head as the title."""
    text = parts[n].line.text
    bare = unmarked(text)
    company = sum(part.weight for part in parts)
    first = n == 0
    points = _shared(bare, slug)
    below = parts[n + 1].role if n + 1 < len(parts) else ""
    if below == "title" or (text.startswith("# ") and _is_only_heading(doc, parts[n].line, below)):
        points += 3  # marked as a heading, or underlined
    elif bare[-1] in ".,;:":
        points -= 1 if company >= ENOUGH else 3
    if first:
        points += 4 if _before_widget(doc, parts[0].line) else 2
    elif all(part.role for part in parts[:n]) and (company >= ENOUGH or _is_machine(parts[0])):
        points += 2  # the last line of a header
    if any(part.role for part in parts[n + 1 :]):
        points += 1
    if bare == doc.source.fields.get("title"):
        points += SURE_TITLE
    if bare[0].islower():
        points -= 2
    return points


def _is_only_heading(doc: Document, line: Line, below: str) -> bool:
    """
    Is there no second heading of the first order, and no text right under this one?

    Several of them are sections, and a mark right over a text may be a comment.
    """
    apart = below or doc.text.count("\n", line.end, line.end + APART) != 1
    return bool(apart) and len({other.text for other in doc.lines if other.text.startswith("# ")}) == 1


def _is_machine(part: Part) -> bool:
    """Is this a date in figures, or an address? A program wrote it, and its next line may be the title."""
    return part.role == "url" or (part.role == "date" and not any(map(str.isalpha, part.line.text)))


def _before_widget(doc: Document, line: Line) -> bool:
    """Has a widget just been taken out directly below this line? Pages put their error boxes under the title."""
    if not doc.ledger:
        return False
    layer = doc.ledger.layers[-1]
    nxt = next((other for other in doc.lines if other.start > line.start), None)
    if nxt is None:
        return False
    low = layer.origin(line.end - 1, line.end)[1]
    high = layer.origin(nxt.start, nxt.start + 1)[0]
    return any(low <= edit.start < high and role_of(edit.rule) == "widget" for edit in layer.edits)


def _slug(text: str) -> frozenset[str]:
    """The words of an address's last part that is made of words."""
    path = text.partition("://")[2].partition("?")[0]
    best: list[str] = []
    for part in path.split("/")[1:]:
        words: list[str] = re.findall(r"[^\W\d_]{3,}", part.casefold())
        if len(words) > len(best):
            best = words
    return frozenset(best)


def _slug_at_foot(doc: Document) -> frozenset[str]:
    for line in doc.lines[-3:]:
        if "://" in line.text[:200] and read_url_line(line.text):
            return _slug(line.text)
    return frozenset()


def _shared(title: str, slug: frozenset[str]) -> int:
    """Does the address repeat the title (2), or have words of it (1)?"""
    words = set(re.findall(r"[^\W\d_]{3,}", title.casefold()))
    shared = 2 * len(words & slug)
    if len(slug) < LEAST_SLUG or shared < min(len(words), len(slug)):
        return 0
    return 2 if shared >= max(len(words), len(slug)) else 1


# ---- front matter between fences


def _fenced(lines: Sequence[Line]) -> Iterator[Edit]:
    """The fields between two fences (``---``, ``+++``) at the head, of which at least two are known."""
    fence = lines[0].text
    if fence not in ("---", "+++"):
        return
    close = next((n for n, line in enumerate(lines[1:MOST_FIELDS], 1) if line.text == fence), 0)
    roles = [label.role if (label := read_label(line.text)) else "field" for line in lines[1:close]]
    if len({*roles} - {"field"}) >= ENOUGH:
        for line, role in zip(lines, ("field", *roles, "field"), strict=False):
            yield Edit(line.start, line.end, "", role)
