"""
What is known of a document: what its page's head said, and what the removed lines had to say.

Nothing is thrown away unread. A strip stage says in its edit's rule whose line it took out (``"byline"``, ``"related:see
also"``), and here the line is read for what it tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from cleaner.facts.bylines import read_byline, read_names, read_sign_off
from cleaner.facts.credits import read_credit
from cleaner.facts.dates import date_in_url, leading_date, read_dates
from cleaner.facts.labels import read_label
from cleaner.facts.urls import read_url_line, site_of
from cleaner.lines import LINK, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleaner.document import Document
    from cleaner.facts.dates import Found


@dataclass(frozen=True)
class Metadata:
    """
    What is known of a document. A field that neither the file nor its page tells is absent: None, or an empty list.

    `date` and `modified` are ISO 8601 (`date` is the last change where a page tells no other), `language` is ISO 639-1, `site`
    the host of `url` without ``www.``. `byline` is as it was written, `authors` the persons in it, `agency` the news agency.
    `captions` have ``text``, ``credit`` and ``license``, `related` have ``title`` and ``url``, each only as far as told.
    """

    title: str | None = None
    byline: str | None = None
    authors: list[str] = field(default_factory=list)
    agency: str | None = None
    date: str | None = None
    modified: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    description: str | None = None
    headings: list[str] = field(default_factory=list)
    captions: list[dict[str, str]] = field(default_factory=list)
    related: list[dict[str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    license: str | None = None
    copyright: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The fields that are known.

        >>> Metadata(title="Bridge Closed", authors=["Jane Doe"]).as_dict()
        {'title': 'Bridge Closed', 'authors': ['Jane Doe']}
        """
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name))}


FIELDS = frozenset(f.name for f in fields(Metadata))


def metadata_of(doc: Document) -> Metadata:
    """Read a document's metadata off its source, its ledger and its text."""
    known: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in doc.source.fields.items()
        if name in FIELDS and value
    }
    removed = doc.taken
    if doc.source.url:
        known.setdefault("url", doc.source.url)
    hint = known.get("url") or next((url for role, text in removed if role == "url" and (url := _url(text))), None)
    for role, text in removed:
        for name, value in _told(role, text, doc.language, hint):
            if isinstance(value, list):
                known.setdefault(name, []).extend(v for v in value if v not in known[name])
            elif value:
                known.setdefault(name, value)
    if url := known.get("url"):
        known.setdefault("site", site_of(url))
        if "date" not in known and (day := date_in_url(url)):
            known["date"] = day
    if "modified" in known:  # the only date that a page tells is the date of the text as it is
        known.setdefault("date", known["modified"])
    known.setdefault("language", doc.language)
    headings = known.get("headings") or headings_of(doc)
    known["headings"] = [heading for heading in headings if heading != known.get("title")]
    return Metadata(**{name: value for name, value in known.items() if value})


def _told(role: str, text: str, language: str | None, url: str | None) -> Iterator[tuple[str, Any]]:
    """The fields that one removed line tells."""
    label = read_label(text)
    value = label.value if label and label.role == role else text
    match role:
        case "title":
            yield "title", unmarked(value)
        case "byline" | "sign-off":
            yield from _authorship(role, text, value, language)
        case "date":
            yield from _dates(text, language, url)
        case "url":
            yield "url", _url(text) or _url(value)
        case "caption" | "credit":
            if credit := read_credit(text):
                yield "captions", [{k: v for k, v in credit._asdict().items() if v}]
        case "related":
            yield "related", _related(text)
        case "tags":
            tags = (tag.strip(TAG_MARKS) for tag in re.split(r"[,;|]", unmarked(value)))
            yield "tags", [tag for tag in tags if tag]
        case "description" | "license" | "site" | "language":
            yield role, unmarked(value)
        case "copyright":
            yield "copyright", unmarked(text)
        case "legal" if "©" in text or "copyright" in text.casefold():
            yield "copyright", unmarked(text)


def _authorship(role: str, text: str, value: str, language: str | None) -> Iterator[tuple[str, Any]]:
    found = (read_byline(text, language) or read_byline(value, language)) if role == "byline" else None
    if found:
        yield "byline", found.text
        yield "authors", found.authors
        yield "agency", found.agency
        if found.date:
            yield _dated(found.date)
    elif closing := read_sign_off(text):
        yield "agency", closing.agency
    elif names := read_names(value):
        yield "byline", unmarked(value)
        yield "authors", names


def _dates(text: str, language: str | None, url: str | None) -> Iterator[tuple[str, Any]]:
    found = read_dates(text, language, url)
    if not found and (stuck := leading_date(f"{text} {SENTENCE}", language, url)):  # it was taken off a sentence
        found = (stuck,)
    yield from map(_dated, found)


def _dated(day: Found) -> tuple[str, str]:
    return ("modified" if day.kind == "modified" else "date"), day.iso


def _url(text: str) -> str | None:
    found = read_url_line(text, shape=True)
    return found.url if found else None


SENTENCE = "The ferry left the harbour at six."  # any: a stuck date is told from what follows it
TAG_MARKS = """ #"'[]"""
LABEL_MOST = 40  # code points of what stands before a related headline


def _related(text: str) -> list[dict[str, str]]:
    """``**Related article:** [Title](url)`` as title and url; nothing for a label that only announces what is below it."""
    link = LINK.search(text)
    bare = unmarked(link[1] if link else text).strip()
    head, colon, tail = bare.partition(":")
    if colon and len(head) <= LABEL_MOST and (not tail.strip() or _is_related_label(head)):
        bare = tail.strip()
    if not bare:
        return []
    return [{"title": bare, "url": link[2]} if link and link[2].startswith("http") else {"title": bare}]


def _is_related_label(text: str) -> bool:
    """Do the rules know this as a label over links to other texts?"""
    from cleaner.rules import builtin_index

    hit = builtin_index().match(text.strip() + ":")
    return hit is not None and hit[0].role in ("related", "navigation")


HEADING_MOST = 80  # code points
CLOSES = """.!?…"”’'»)。！？"""  # what a paragraph ends on; the one above a heading may announce it with a colon


def headings_of(doc: Document) -> list[str]:
    r"""
    The lines of the text that are headings: short, without a full stop, over a paragraph that is longer.

    >>> from cleaner import Document
    >>> prose = "The bridge over the river was closed on Monday, and nobody knows for how long it will be."
    >>> headings_of(Document.of(f"{prose}\n\nWhat the town says\n\n{prose}"))
    ['What the town says']
    """
    lines = doc.lines
    found = []
    for n, line in enumerate(lines[:-1]):
        text = line.text
        if len(text) <= HEADING_MOST and _reads_as_heading(text):
            below = lines[n + 1].text
            above = lines[n - 1].text if n else below
            if min(len(below), len(above)) > len(text) and below[-1] in CLOSES and above[-1] in CLOSES + ":":
                found.append(text)
    return found


def _reads_as_heading(text: str) -> bool:
    first = next((c for c in text if c.isalnum()), "")
    return bool(first) and not first.islower() and text[-1] not in '.,;:…"”»-–—' and text[0] not in "-•*\"“«„'‘("
