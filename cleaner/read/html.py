"""
The text of a page, and what its head says about it.

trafilatura finds the article; this module decides whether to let it try, writes what it found as plain text (paragraphs a
blank line apart, list items behind a dash, a table's row on a line), and takes the whole visible text where nothing was found
or where trying would take for ever.
"""

from __future__ import annotations

import logging
import re
import warnings
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

# What the `extraction` field says.
ARTICLE = "article"
WHOLE_PAGE = "whole page"


def extract(html: str, url: str | None = None) -> tuple[str, dict[str, Any]]:
    """
    The article of a page as plain text, and what the page says of itself.

    The fields are `title`, `authors`, `date` (ISO 8601), `url`, `site` (the domain without www.), `publisher`, `language`
    (ISO 639-1), `description`, `license` and `headings` as far as the page tells them, and `extraction`: "article", or "whole
    page" when no article stood out, or when the page is so large or so deeply nested that looking for one would take minutes.
    Then the text is everything that a browser would show.

    Reader comments are left out. It never raises, whatever the page.

    >>> page = "<html lang=en><title>Rain</title><body><h1>Rain</h1><p>It rained.</p><ul><li>A lot.</li></ul>"
    >>> text, fields = extract(page, "https://www.example.org/rain")
    >>> print(text)
    Rain
    <BLANKLINE>
    It rained.
    <BLANKLINE>
    - A lot.
    >>> fields["title"], fields["site"], fields["language"]
    ('Rain', 'example.org', 'en')
    """
    fields: dict[str, Any] = {}
    text = ""
    if not _endless(html):
        _silence()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what the date parser thinks of the page's time zones
                text, fields = _article(html, url)
        except Exception:  # noqa: BLE001  a page may hit any fault of three parsers; the text is still to be had
            text, fields = "", {}
    if text and (len(text) > SMALL or not _all_of(text, whole := visible_text(html))):
        fields["extraction"] = ARTICLE
        return text, fields
    if text:  # nothing was left out, but on small pages trafilatura runs all blocks together
        fields["extraction"] = ARTICLE
        return whole, fields
    if not fields:
        fields = _own_fields(html, url)
    fields["extraction"] = WHOLE_PAGE
    return visible_text(html), fields


SMALL = 1000  # characters


def _all_of(text: str, whole: str) -> bool:
    """Does one text hold all the words of the other?"""
    return re.sub(r"[\W_]+", "", text) == re.sub(r"[\W_]+", "", whole)


# --- whether to try ------------------------------------------------------------------------------------------------------

# Nine pages of ten have fewer than 3000 tags and no page of the development data more than 25 000. trafilatura takes 50 to
# 100 microseconds a tag, and for nested lists and tables the square of their depth besides.
MOST_TAGS = 40_000
LARGEST = 20_000_000  # characters
DEEPEST = 250  # the parser gives up at 256, and drops what lies deeper
MOST_NESTING = 300_000  # the depths of all list and table elements, added up: some two seconds
NESTED = re.compile(
    r"<(/?)(?:(ul|ol|dl|table|blockquote)|li|dt|dd|tr|td|th)\b", re.IGNORECASE
)  # only the first need an end tag


def _endless(html: str) -> bool:
    """Would looking for the article take more than a few seconds? Told by one scan of the tags."""
    if len(html) > LARGEST or html.count("<") > MOST_TAGS:
        return True
    depth = nesting = 0
    for tag in NESTED.finditer(html):
        if tag[2]:
            depth = max(0, depth - 1) if tag[1] else depth + 1
        if not tag[1]:
            nesting += depth
    return nesting > MOST_NESTING


# --- the article ---------------------------------------------------------------------------------------------------------


def _silence() -> None:
    """Keep trafilatura and what it stands on from writing to the log of whoever called; a level that somebody set stays."""
    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(name)
        if logger.level == logging.NOTSET:
            logger.setLevel(logging.CRITICAL + 1)


def _article(html: str, url: str | None) -> tuple[str, dict[str, Any]]:
    """What trafilatura finds; an empty text when it finds nothing, or when the page is too deep for its parser."""
    from trafilatura import bare_extraction, extract_metadata, load_html

    tree = load_html(html)
    if tree is None:
        return "", {}
    if tree.xpath(f"boolean(//*[count(ancestor::*) >= {DEEPEST}])"):
        return "", {}
    fields = _fields(extract_metadata(tree, default_url=url), tree, url)
    found = bare_extraction(tree, url=url, include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    if body is None:
        return "", fields
    text, headings = _written(body)
    if headings:
        fields["headings"] = headings
    return text, fields


# Elements of trafilatura's tree that begin a line. Those in the second row give the line its kind.
BLOCKS = {"body", "div", "p", "ab", "list", "table", "details", "summary", "quote", "item", "row", "head", "code"}
KINDS = {"item", "row", "head", "code"}
BLANKS = re.compile(r"[^\S\n]+")


def _written(body: _Element) -> tuple[str, list[str]]:
    """Trafilatura's tree as plain text, and the headings in it."""
    from lxml.etree import iterwalk

    blocks: list[tuple[str, str]] = []  # (kind, text)
    line: list[str] = []
    kinds = ["p"]
    begun = False  # a list item has begun and has no line yet
    for event, element in iterwalk(body, events=("start", "end")):
        tag = element.tag
        block = tag in BLOCKS and (tag != "code" or "\n" in "".join(element.itertext()))
        if block and (kinds[-1] != "row" or tag == "row"):
            written = len(blocks)
            _end(blocks, line, "p" if kinds[-1] == "item" and not begun else kinds[-1], entities=False)
            if kinds[-1] == "item" and len(blocks) > written:
                begun = False
        if event == "start":
            if tag in KINDS and (block or tag != "code"):
                kinds.append(tag)
                begun = tag == "item" or begun
            elif tag == "lb":
                line.append(" " if kinds[-1] == "row" else "\n")
            elif kinds[-1] == "row" and line:
                line.append(" | " if tag == "cell" else " " if block else "")
            text = element.text
        else:
            if tag in KINDS and (block or tag != "code"):
                kinds.pop()
            text = element.tail if element is not body else None
        if text:
            line.append(text if kinds[-1] == "code" else text.replace("\r", " ").replace("\n", " "))
    _end(blocks, line, kinds[-1], entities=False)
    return _joined(blocks), [text for kind, text in blocks if kind == "head"]


def _joined(blocks: list[tuple[str, str]]) -> str:
    """Blocks a blank line apart; the items of a list and the rows of a table on lines of their own."""
    parts: list[str] = []
    before = ""
    for kind, text in blocks:
        if parts:
            parts.append("\n" if kind == before and kind in {"item", "row"} else "\n\n")
        parts.append(text)
        before = kind
    return "".join(parts)


# --- what the head says --------------------------------------------------------------------------------------------------


def _fields(told: Any, tree: HtmlElement, url: str | None) -> dict[str, Any]:
    """Trafilatura's answers under our names; what is absent is left out."""
    address = url or told.url
    fields: dict[str, Any] = {
        "title": told.title,
        "authors": [name.strip() for name in (told.author or "").split(";") if name.strip()],
        "date": told.date,
        "url": address,
        "site": site_of(address),
        "publisher": told.sitename,
        "language": _language(tree),
        "description": told.description,
        "license": told.license,
    }
    if fields["publisher"] and (
        fields["publisher"] == told.hostname or site_of(f"//{fields['publisher']}") == fields["site"]
    ):
        fields["publisher"] = None
    return {name: value for name, value in fields.items() if value}


def site_of(url: str | None) -> str | None:
    """
    The domain of an address, without www.; None when there is none in it.

    >>> site_of("https://www.Example.org:8080/a"), site_of("not an address")
    ('example.org', None)
    """
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


LANGUAGE = re.compile(r"\s*([a-z]{2})(?:[-_][\w-]*)?\s*\Z", re.IGNORECASE)


def _language(tree: HtmlElement) -> str | None:
    """The language that a page claims, as two letters."""
    claims: Any = tree.xpath(
        "(/html/@lang | /html/@*[local-name()='lang'] | //meta[@http-equiv='content-language' or @http-equiv='Content-Language']/@content"
        " | //meta[@property='og:locale']/@content)"
    )
    for claim in claims:
        if found := LANGUAGE.match(str(claim)):
            return found[1].lower()
    return None


TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,1000})</title", re.IGNORECASE)
LANG = re.compile(r"<html\b[^<>]{0,1000}?\blang\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)


def _own_fields(html: str, url: str | None) -> dict[str, Any]:
    """The few things that the first characters of a page tell without a parser."""
    head = html[:100_000]
    title, lang = TITLE.search(head), LANG.search(head)
    language = LANGUAGE.match(lang[1]) if lang else None
    fields = {
        "title": " ".join(unescape(title[1]).split()) if title else None,
        "url": url,
        "site": site_of(url),
        "language": language[1].lower() if language else None,
    }
    return {name: value for name, value in fields.items() if value}


# --- everything a browser would show -------------------------------------------------------------------------------------

BREAKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody tfoot "
    "thead title tr ul".split()
)
# Elements whose content is no text of the page: jumped over as a whole.
UNSEEN = frozenset(
    "script style noscript template svg math iframe noembed noframes textarea select object canvas title xmp".split()
)
NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)")
STOP = re.compile(r"=\s*([\"'])|>")


def visible_text(html: str) -> str:
    r"""
    All text of a page, in time proportional to its length, however broken the page is.

    Blocks stand a blank line apart, list items begin with a dash, line breaks stay. What scripts, styles and menus of choice
    hold is left out. No tree is built, so no nesting is too deep and no missing end tag costs anything.

    >>> visible_text("<p>One<br>two<p>Three &amp; <b>four</b><ul><li>five<li>six</ul><script>7</script>")
    'One\ntwo\n\nThree & four\n\n- five\n- six'
    >>> visible_text("1 < 2 and <<<")
    '1 < 2 and <<<'
    """
    blocks: list[tuple[str, str]] = []
    line: list[str] = []
    kind = "p"
    for piece, tag in _pieces(html):
        if piece:
            line.append(piece if kind == "code" else piece.replace("\n", " ").replace("\r", " "))
            continue
        name = tag.lstrip("/")
        if name == "br":
            line.append("\n")
        elif name in {"td", "th"}:
            if tag == name and line:
                line.append(" | ")
        elif name in BREAKS:
            _end(blocks, line, kind)
            kind = {"li": "item", "tr": "row", "pre": "code"}.get(tag, "p")
    _end(blocks, line, kind)
    return _joined(blocks)


def _end(blocks: list[tuple[str, str]], line: list[str], kind: str, *, entities: bool = True) -> None:
    """Put the line that was gathered with the blocks, if there is anything in it."""
    if not line:
        return
    raw = "".join(line)
    line.clear()
    if entities and "&" in raw:
        raw = unescape(raw)
    if kind == "code":
        text = raw.strip("\n")
    else:
        text = "\n".join(part for part in (BLANKS.sub(" ", part).strip() for part in raw.split("\n")) if part)
    if kind == "row":
        text = text.strip(" |")
    if text.strip():
        blocks.append((kind, f"- {text}" if kind == "item" else text))


def _pieces(html: str) -> Iterator[tuple[str, str]]:
    """
    A page as ("text", "") and ("", "tag") in turn; the tag in lower case, with its slash when it ends something.

    Whatever is looked for once in vain is not looked for again: that keeps it linear on a million unclosed quotes.
    """
    at, size = 0, len(html)
    begun = 0  # where the text that was not yet given begins
    missing: set[str] = set()

    def past(wanted: str, start: int) -> int:
        """The place behind `wanted`, -1 when it does not come any more."""
        if wanted in missing:
            return -1
        found = html.find(wanted, start)
        if found < 0:
            missing.add(wanted)
            return -1
        return found + len(wanted)

    ends: dict[str, re.Pattern[str]] = {}
    while at < size:
        at = html.find("<", at)
        if at < 0:
            break
        name = NAME.match(html, at)
        if name is None:
            end = -1
            if html.startswith("<!--", at):
                end = past("-->", at + 4)
            if end < 0 and html.startswith(("<!", "<?"), at):
                end = past(">", at)
            if end < 0:
                at += 1
                continue
            if at > begun:
                yield html[begun:at], ""
            at = begun = end
            continue
        end = _tag_end(html, name.end(), past)
        if end < 0:  # nor will any later one: what is left is text
            break
        if at > begun:
            yield html[begun:at], ""
        tag = name[1].lower()
        closing = html[at + 1] == "/"
        yield "", f"/{tag}" if closing else tag
        if tag in UNSEEN and not closing and html[end - 2] != "/" and tag not in missing:
            pattern = ends.setdefault(tag, re.compile(rf"</{tag}\b", re.IGNORECASE))
            closed = pattern.search(html, end)
            if closed:
                end = closed.start()
            else:
                missing.add(tag)
        at = begun = end
    if begun < size:
        yield html[begun:], ""


def _tag_end(html: str, start: int, past: Any) -> int:
    """The place behind a tag's ``>``; one inside a quoted value does not count. -1 when it never ends."""
    at = start
    while stop := STOP.search(html, at):
        quote = stop[1]
        if quote is None:
            return stop.end()
        closed: int = past(quote, stop.end())
        at = closed if closed >= 0 else stop.end()
    return -1


# --- is it a page at all -------------------------------------------------------------------------------------------------

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
# What may stand before the first tag: a byte-order mark, blank space, comments, an XML prolog.
BEFORE = re.compile(r"(?:[\ufeff\s\0]|<!--(?:[^-]|-(?!->)){0,5000}-->|<\?xml\b[^<>]{0,500}\?>)*")
FIRST = re.compile(
    r"<(?:!doctype\s+html\b[^<>]{0,500}|html\b[^<>]{0,2000}|head\b[^<>]{0,500}|body\b[^<>]{0,2000})>", re.IGNORECASE
)
ANY_TAG = re.compile(r"<[a-zA-Z!][^<>]*>")


def is_page(text: str, media_type: str | None = None) -> bool:
    """
    Is this text the source of a page, and not a text with tags in it?

    Believed is a media type; without one only a text whose very beginning is a page's frame. An article about HTML, a
    Markdown file that begins with ``<p align=center>`` and a note that begins with an address in angle brackets are none.

    >>> is_page("<!DOCTYPE html><title>Rain</title><p>It rained."), is_page("<p align=center>Read me</p>")
    (True, False)
    >>> is_page("<!DOCTYPE html> is how every page begins, and <p> begins a paragraph.")
    False
    """
    if media_type:
        plain = media_type.partition(";")[0].strip().lower()
        return plain in PAGE_TYPES and bool(ANY_TAG.search(text))
    start = len(text) - len(text.lstrip())
    if not text.startswith(("<", "\ufeff", "\0"), start):
        return False
    text = text[start:] if start else text
    before = BEFORE.match(text)
    first = FIRST.match(text, before.end() if before else 0)
    if not first:
        return False
    # Tags follow on the first; in a text about pages it is words that do.
    rest = text[first.end() : first.end() + 10_000].lstrip()
    if rest.startswith("<"):
        return bool(ANY_TAG.match(rest))
    return text[-1000:].rstrip().lower().endswith(("</html>", "</body>"))
