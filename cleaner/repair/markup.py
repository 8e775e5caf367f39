"""Marks that a printer of pages wrote around the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.settle import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADING_MARK, EMPHASIS, LINK, IMAGE, ESCAPE = "heading mark", "emphasis", "link", "image", "escape"
OWN_BACKSLASH = re.compile(r"\\[A-Za-z0-9]")
QUOTE_MARK, AUTOLINK, CODE_TICK, FOOTNOTE_MARK = "block quote mark", "autolink", "code tick", "footnote mark"
TAG, BBCODE, TABLE_RULE, TABLE_BAR, UNDERLINE = "HTML tag", "BBCode", "table rule", "table bar", "heading underline"

# Every mark that is looked for has one of these characters; plain prose has none of them.
MARKS = "\\*_[`<#|>="
FEW = 6  # a text that names the language of its marks and has no more of them (a pair is two) shows them to the reader
TAGS_NAMED = re.compile(r"\b(?:X?HTML|BBCode)\b")
LONGEST = 300  # code points an emphasis, the words of a link or an address may take: no search runs further

_TEXT = rf"[^\[\]\n]{{0,{LONGEST}}}"
_ADDRESS = rf"(?:<[^<>\n]{{0,{LONGEST * 5}}}>|(?:[^()\s]|\([^()\s]{{0,{LONGEST}}}\)){{0,{LONGEST * 5}}})"
_TITLE = rf"""(?:[ ]+(?:"[^"\n]{{0,{LONGEST}}}"|'[^'\n]{{0,{LONGEST}}}'))?"""
LINKS = re.compile(
    rf"(?P<image>!)?\[(?P<text>{_TEXT})\]\([ ]?(?P<address>{_ADDRESS}){_TITLE}[ ]?\)"
    rf"|\[(?P<note>\^[\w-]{{1,30}})\]:?"
)
ADDRESS = re.compile(r"(?:https?|ftp)://|www\.|mailto:|[#/.?]|[\w.-]+\.\w{2,}(?:/|$)|$", re.IGNORECASE)
AUTOLINKS = re.compile(rf"<((?:https?|ftp)://[^<>\s]{{1,{LONGEST * 5}}})>")
ESCAPES = re.compile(r"\\(?P<mark>[\\`*_{}\[\]()#+.!$&<>|~-])")
LATEX = re.compile(r"\\[a-zA-Z]{2,}|\$\$|^\\\[ .* \\\]$|^[A-Za-z]:\\")
STRONG = re.compile(rf"(?<![\w*])\*\*(?=[^\s*])([^*\n]{{1,{LONGEST}}})(?<=[^\s*])\*\*(?![\w*])")
UNDER_STRONG = re.compile(rf"(?<![\w_])__(?=[^\s_])([^_\n]{{1,{LONGEST}}})(?<=[^\s_])__(?![\w_])")
WEAK = re.compile(
    rf"(?<![\w*\\])\*(?=[^\s*])([^*\n]{{1,{LONGEST}}})(?<=[^\s*\\])\*(?![\w*])"
    rf"|(?<![\w_\\])_(?=[^\s_])([^_\n]{{1,{LONGEST}}})(?<=[^\s_\\])_(?![\w_])"
)
BOTH = re.compile(rf"(?<![\w*])\*\*\*(?=[^\s*])([^*\n]{{1,{LONGEST}}})(?<=[^\s*])\*\*\*(?![\w*])")
TICKS = re.compile(rf"(?<![`\w])`([^`\n]{{1,{LONGEST}}})`(?![`\w])")
HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
HEADING_END = re.compile(r"[ \t]+#{1,6}$")
BLOCK_QUOTE = re.compile(r"(?:>[ \t]?)+")
RULE_LINE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
UNDERLINES = re.compile(r"={3,}")
PAIRED_TAG = re.compile(
    rf"<(?P<name>b|i|u|em|strong|small|sub|sup|span|a|p|q|font|cite|mark)(?:[ ][^<>\n]{{0,{LONGEST}}})?>"
    rf"(?P<text>[^<>\n]{{0,{LONGEST * 10}}})</(?P=name)>",
    re.IGNORECASE,
)
BREAK_TAG = re.compile(r"<br ?/?>|</?p>", re.IGNORECASE)
PAGE_CODE = re.compile(
    r"<(?:/?(?:html|head|body|div|script|style|iframe|table|form|input|img|!--)|\?php)\b|\{[{%]|</?\w+-\w+|&lt;",
    re.IGNORECASE,
)
PAIRED_BB = re.compile(
    rf"\[(?P<name>b|i|u|s|url|quote|size|color|center|img)(?:=[^\[\]\n]{{0,{LONGEST}}})?\]"
    rf"(?P<text>[^\[\]\n]{{0,{LONGEST * 10}}})\[/(?P=name)\]",
    re.IGNORECASE,
)


@stage
@settled
def unwrap_markup(doc: Document) -> Iterable[Edit]:
    r"""
    Take Markdown, stray tags and BBCode off the words they were put around.

    Pages printed as Markdown carry escapes ("\\$200"), emphasis, links, heading and quotation marks. The words stay; where a
    link led to is kept in the ledger.

    One star or underscore may be anybody's: a footnote, a product, a name in a program, "*sigh*". So the marks that
    plain text uses as well are only taken where the text shows others that it does not: a link with its address, an
    escape, a pair of double stars, a heading mark on a line of its own. Brackets without an address stay ("[local] boats",
    "[1]"), as do mail addresses, hashtags, code, formulas, price lists and rows of stars. A text about pages keeps its
    tags, and one that names Markdown, HTML or BBCode keeps a few marks of it.

    >>> unwrap_markup(r"another \$40 for the **old** ferry, [Jane Doe](https://example.org/a) said")
    'another $40 for the old ferry, Jane Doe said'
    >>> unwrap_markup("some [local] boats, 2*3*4, snake_case_names and **kwargs")
    'some [local] boats, 2*3*4, snake_case_names and **kwargs'
    """
    text = doc.text
    if not any(mark in text for mark in MARKS):
        return
    taken = _Taken()
    strong = [*_links(text, taken), *_escapes(doc, taken), *_doubled(text, taken), *_heading_marks(doc, taken)]
    strong += _tables(doc, taken)
    tags = [*_tags(text, taken)]
    if 0 < len(strong) <= FEW and "Markdown" in text:
        strong = []
    if 0 < len(tags) <= FEW and TAGS_NAMED.search(text):
        tags = []
    yield from strong
    yield from tags
    if strong:
        yield from _weak(doc, taken)


class _Taken:
    """The stretches of the text that an edit has already: what is looked for later must not cross them."""

    def __init__(self) -> None:
        self.places: set[int] = set()

    def free(self, start: int, end: int) -> bool:
        """Whether nothing of ``[start:end]`` is taken; takes it then."""
        if any(place in self.places for place in range(start, end)):
            return False
        self.places.update(range(start, end))
        return True


def _unwrapped(taken: _Taken, rule: str, start: int, inner: tuple[int, int], end: int) -> Iterator[Edit]:
    """Take the marks before and after some words, where both are there still."""
    if all(place not in taken.places for place in (*range(start, inner[0]), *range(inner[1], end))):
        taken.free(start, inner[0])
        taken.free(inner[1], end)
        yield Edit(start, inner[0], "", rule)
        yield Edit(inner[1], end, "", rule)


def _links(text: str, taken: _Taken) -> Iterator[Edit]:
    if "](" in text or "[^" in text:
        for found in LINKS.finditer(text):
            if found["note"]:
                if "](" in text or "]:" in text:
                    yield from _gone(taken, FOOTNOTE_MARK, *found.span())
            elif found["image"]:
                yield from _gone(taken, IMAGE, *found.span())
            elif ADDRESS.match(found["address"].strip("<>")) and not (found["text"] == "" and found["address"] == ""):
                yield from _unwrapped(taken, LINK, found.start(), found.span("text"), found.end())
    if "<http" in text or "<ftp" in text:
        for found in AUTOLINKS.finditer(text):
            yield from _unwrapped(taken, AUTOLINK, found.start(), found.span(1), found.end())


def _gone(taken: _Taken, rule: str, start: int, end: int) -> Iterator[Edit]:
    if taken.free(start, end):
        yield Edit(start, end, "", rule)


def _escapes(doc: Document, taken: _Taken) -> Iterator[Edit]:
    r"""
    Backslashes before marks; not in formulas, in "¯\_(ツ)_/¯", nor before another backslash.

    A text that has backslashes before letters, too, has them of its own: paths, patterns, programs.
    """
    text = doc.text
    if "\\" not in text or OWN_BACKSLASH.search(text):
        return
    for line in doc.lines:
        if "\\" not in line.text or LATEX.search(line.text):
            continue
        for found in ESCAPES.finditer(text, line.start, line.end):
            at = found.start()
            before = text[at - 1] if at > line.start else " "
            mark = found["mark"]
            if (
                mark == "\\"
                or before in "\\\N{MACRON}"
                or (mark == "." and not (before.isdigit() and at - line.start < 4))
            ):
                continue
            if (mark in "-+" and at > line.start) or (mark in "{}" and before.isalpha()):
                continue
            yield from _gone(taken, ESCAPE, at, at + 1)


def _doubled(text: str, taken: _Taken) -> Iterator[Edit]:
    if "**" in text:
        for pattern in (BOTH, STRONG):
            for found in pattern.finditer(text):
                yield from _unwrapped(taken, EMPHASIS, found.start(), found.span(1), found.end())
    if "__" in text:
        for found in UNDER_STRONG.finditer(text):
            if " " in found[1] or not (found[1].islower() or found[1].isupper()):  # "__init__" and "__FILE__" are names
                yield from _unwrapped(taken, EMPHASIS, found.start(), found.span(1), found.end())


def _heading_marks(doc: Document, taken: _Taken) -> Iterator[Edit]:
    text, lines = doc.text, doc.lines
    if "#" not in text:
        return
    for index, line in enumerate(lines):
        if line.text[0] != "#" or not (found := HEADING.match(line.text)):
            continue
        alone = (index == 0 or text.count("\n", lines[index - 1].end, line.start) > 1) and (
            index + 1 == len(lines) or text.count("\n", line.end, lines[index + 1].start) > 1
        )
        # One mark alone may be a comment in a program, or "# of people": two are a heading.
        if not alone or (len(found[1]) == 1 and line.text[found.end()].islower()):
            continue
        yield from _gone(taken, HEADING_MARK, line.start, line.start + found.end())
        if tail := HEADING_END.search(line.text, found.end()):
            yield from _gone(taken, HEADING_MARK, line.start + tail.start(), line.end)


def _tables(doc: Document, taken: _Taken) -> Iterator[Edit]:
    """The rule under a table's head, and the bars around its rows; the bars between the cells stay."""
    lines = doc.lines
    if "|" not in doc.text or "--" not in doc.text:
        return
    done = 1  # the first line is no rule, and those of a table that was read are not read again
    for index, line in enumerate(lines):
        if (
            index < done
            or "|" not in line.text
            or not RULE_LINE.fullmatch(line.text)
            or "|" not in lines[index - 1].text
        ):
            continue
        yield from _gone(taken, TABLE_RULE, lines[index - 1].end, line.end)
        after = index + 1
        while after < len(lines) and lines[after].text[0] == "|":
            after += 1
        done = after
        for row in (lines[index - 1], *lines[index + 1 : after]):
            if row.text[0] == "|" == row.text[-1] and len(row.text) > 2:
                yield from _gone(taken, TABLE_BAR, row.start, row.start + len(row.text) - len(row.text[1:].lstrip()))
                yield from _gone(taken, TABLE_BAR, row.end - (len(row.text) - len(row.text[:-1].rstrip())), row.end)


def _tags(text: str, taken: _Taken) -> Iterator[Edit]:
    if ("</" in text or "<br" in text or "<p>" in text) and not PAGE_CODE.search(text):
        for found in PAIRED_TAG.finditer(text):
            yield from _unwrapped(taken, TAG, found.start(), found.span("text"), found.end())
        for found in BREAK_TAG.finditer(text):
            if taken.free(*found.span()):
                yield Edit(*found.span(), "\n" if found[0][1:3].lower() == "br" else "\n\n", TAG)
    if "[/" in text:
        for found in PAIRED_BB.finditer(text):
            if found["name"].lower() == "img":
                yield from _gone(taken, IMAGE, *found.span())
            else:
                yield from _unwrapped(taken, BBCODE, found.start(), found.span("text"), found.end())


def _weak(doc: Document, taken: _Taken) -> Iterator[Edit]:
    """The marks that plain text has too, in a text that has shown others."""
    text = doc.text
    if "*" in text or "_" in text:
        for found in WEAK.finditer(text):
            inner = found.span(1) if found[1] is not None else found.span(2)
            yield from _unwrapped(taken, EMPHASIS, found.start(), inner, found.end())
    if "`" in text:
        for found in TICKS.finditer(text):
            yield from _unwrapped(taken, CODE_TICK, found.start(), found.span(1), found.end())
    if ">" in text:
        for line in doc.lines:
            if line.text[0] == ">" and (marks := BLOCK_QUOTE.match(line.text)) and marks.end() < len(line.text):
                yield from _gone(taken, QUOTE_MARK, line.start, line.start + marks.end())
    if "===" in text:
        for above, line in zip(doc.lines, doc.lines[1:], strict=False):
            if line.text[0] == "=" and UNDERLINES.fullmatch(line.text) and text.count("\n", above.end, line.start) == 1:
                yield from _gone(taken, UNDERLINE, above.end, line.end)
