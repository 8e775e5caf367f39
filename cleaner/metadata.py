"""
What is known of a document: what its page's head said, and what the removed lines had to say.

Nothing is thrown away unread. A strip stage says in its edit's rule whose line it took out (``"byline"``, ``"related:see
also"``), and here the line is read for what it tells.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from cleaner.facts.bylines import read_byline, read_sign_off
from cleaner.facts.credits import read_credit
from cleaner.facts.dates import date_in_url, read_date
from cleaner.facts.urls import read_url_line, site_of
from cleaner.lines import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleaner.document import Document


@dataclass(frozen=True)
class Metadata:
    """
    What is known of a document. A field that neither the file nor its page tells is absent: None, or an empty list.

    `date` and `modified` are ISO 8601, `language` is ISO 639-1, `site` the host of `url` without ``www.``. `byline` is as it
    was written, `authors` the persons in it, `agency` the news agency. `captions` have ``text``, ``credit`` and ``license``,
    `related` have ``title`` and ``url``, each only as far as told.
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
    removed = list(removed_lines(doc))
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
    known.setdefault("language", doc.language)
    known["headings"] = known.get("headings") or headings_of(doc)
    return Metadata(**{name: value for name, value in known.items() if value})


def removed_lines(doc: Document) -> Iterator[tuple[str, str]]:
    """What the strip stages took out: (role, text as the stage saw it), in the order in which it was taken."""
    strips = [layer.stage.startswith("strip_") for layer in doc.ledger.layers]
    if not any(strips):
        return
    for layer, text in doc.ledger.steps(doc.original):
        if layer.stage.startswith("strip_"):
            for edit in layer.edits:
                yield edit.rule.partition(":")[0], text[edit.start : edit.end]


def _told(role: str, text: str, language: str | None, url: str | None) -> Iterator[tuple[str, Any]]:
    """The fields that one removed line tells."""
    match role:
        case "title":
            yield "title", unmarked(text)
        case "byline" | "sign-off":
            found = read_byline(text, language) if role == "byline" else None
            if found:
                yield "byline", found.text
                yield "authors", found.authors
                yield "agency", found.agency
            elif closing := read_sign_off(text):
                yield "agency", closing.agency
        case "date":
            if day := read_date(text, language, url):
                yield ("modified" if day.kind == "modified" else "date"), day.iso
        case "url":
            yield "url", _url(text)
        case "caption" | "credit":
            if credit := read_credit(text):
                yield "captions", [{k: v for k, v in credit._asdict().items() if v}]
        case "related":
            yield "related", [_related(text)]
        case "description" | "license" | "site" | "language":
            yield role, unmarked(text).partition(":")[2].strip() or unmarked(text)
        case "legal" if "©" in text or "copyright" in text.casefold():
            yield "copyright", unmarked(text)


def _url(text: str) -> str | None:
    found = read_url_line(text)
    return found.url if found else None


def _related(text: str) -> dict[str, str]:
    """``**Related article:** [Title](url)`` as title and url."""
    import re

    link = re.search(r"\[([^\]\n]+)\]\(([^)\s]*)\)", text)
    if link:
        url = {"url": link[2]} if link[2].startswith("http") else {}
        return {"title": unmarked(link[1]).strip(), **url}
    bare = unmarked(text)
    head, colon, tail = bare.partition(":")
    return {"title": tail.strip() if colon and tail.strip() and len(head) < 40 else bare}


HEADING_MOST = 80  # code points


def headings_of(doc: Document) -> list[str]:
    """
    The lines of the text that are headings: short, without a full stop, over a paragraph that is longer.

    >>> from cleaner import Document
    >>> prose = "The bridge over the river was closed on Monday, and nobody knows for how long it will be."
    >>> headings_of(Document.of(f"{prose}\\n\\nWhat the town says\\n\\n{prose}"))
    ['What the town says']
    """
    lines = doc.lines
    found = []
    for n, line in enumerate(lines[:-1]):
        text = line.text
        if len(text) <= HEADING_MOST and _reads_as_heading(text):
            below = lines[n + 1].text
            above = lines[n - 1].text if n else below
            if min(len(below), len(above)) > len(text) and below[-1:] in ".!?…\"”’'»)。！？" and above[-1:] in ".!?…:\"”’'»)。！？":
                found.append(text)
    return found


def _reads_as_heading(text: str) -> bool:
    first = next((c for c in text if c.isalnum()), "")
    return bool(first) and not first.islower() and text[-1] not in ".,;:…\"”»-–—" and text[0] not in "-•*\"“«„'‘("
