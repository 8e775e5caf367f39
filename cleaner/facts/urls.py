"""
Addresses: a line that is one, alone or behind a label, and the site that an address belongs to.

Nothing is looked up and nothing is made canonical here: an address is given back as it was written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.facts.dates import read_date
from cleaner.facts.late import late
from cleaner.facts.url_words import (
    ASKED_FOR,
    COLON_LABELS,
    DATED,
    DONE,
    INVITATIONS,
    LABELS,
    LISTS,
    PURPOSES,
    WHAT,
    WHERE,
    WHICH,
)
from cleaner.lines import LINK, unmarked

LONGEST = 2048  # code points of a line that may be an address
LONGEST_LABEL = 60
HEADINGS = frozenset(("reference", "online", "archived", "full text", "full post"))  # alone, of what follows


class UrlLine(NamedTuple):
    """
    What a line tells of an address.

    `url` is the address as written, None when the line only announces one ("Original url:"); `label` what announces it,
    "". `known` is false where the words before it are in no table and the line has only the shape of a source.
    """

    url: str | None
    label: str = ""
    known: bool = True


ALONE = frozenset(("permalink", "originallink"))
ADDRESS = late(r"<?((?:https?|ftp)://[^\s<>\"]{3,}|www\.[^\s<>\"/]+\.[^\s<>\"]{2,})>?", re.IGNORECASE)


@cache
def _labels() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(LABELS.split("|")), frozenset(COLON_LABELS.split("|"))


def read_url_line(text: str, *, shape: bool = False) -> UrlLine | None:
    """
    The address that a line is, or the announcement of one.

    With `shape` also a line whose announcement is in no table: a few words without a sentence, then nothing but an
    address of some page; or such words alone, with a colon. Ask so about the last block of a document only, and about
    words alone only where the next line is an address.

    >>> read_url_line("<https://ferries.example/2020/05/timetable>").url
    'https://ferries.example/2020/05/timetable'
    >>> read_url_line("Original url:")
    UrlLine(url=None, label='Original url', known=True)
    >>> read_url_line("Source: [https://news.example/a](https://news.example/a)")
    UrlLine(url='https://news.example/a', label='Source', known=True)
    >>> (
    ...     read_url_line("Kept under https://news.example/a"),
    ...     read_url_line("Kept under https://news.example/a", shape=True),
    ... )
    (None, UrlLine(url='https://news.example/a', label='Kept under', known=False))

    What asks the reader for something is a writer's or an editor's, and his references are his own:

    >>> read_url_line("The petition: https://bridge.example/a", shape=True), read_url_line("Sources:", shape=True)
    (None, None)

    A sentence with an address in it is a sentence, and a link with words of its own is a link to somewhere else:

    >>> (
    ...     read_url_line("See https://news.example/a for more."),
    ...     read_url_line("[The whole story](https://news.example/a)"),
    ... )
    (None, None)
    """
    if "://" not in text and "www." not in text and "](" not in text:  # no address: at most what announces one
        if len(text) > LONGEST_LABEL:
            return None
        bare = text.strip("*_`#> \t")
        word = bare.rstrip(":： ").casefold()
        plain, with_colon = _labels()
        if word in HEADINGS or word in _lists():
            return None
        if not (
            word in plain
            or word in with_colon
            or ((bare != text or bare[-1:] in ":：" or " " in bare) and _phrase(word))
        ):
            return UrlLine(None, bare.strip(" :：*_"), known=False) if shape and _shape_alone(bare) else None
        # Alone on its line, a word like "Source" must have its colon.
        told = len(word) < len(bare) or (" " in word and word in plain) or word in ALONE
        told = told or (bool(_phrase(word)) and DATE_END.search(word) is not None)
        return UrlLine(None, bare.strip(" :：*_")) if told else None
    if len(text) > LONGEST:
        return None
    bare = text.strip().strip("*_` \t")
    if not bare:
        return None
    if bare[0] == "(" and bare[-1] == ")":
        bare = bare[1:-1].strip() or bare
    if match := ADDRESS.match(bare):
        tail = bare[match.end() :].strip("*_`.,;) ")
        return UrlLine(_clean(match[1])) if not tail else None
    if (link := LINK.search(bare)) and link.end() == len(bare):
        words, target = unmarked(link[1]).strip(), link[2]
        before = bare[: link.start()]
        address = ADDRESS.fullmatch(target)
        shown = ADDRESS.fullmatch(words)
        if shown or _label(words, colon=False):
            label = before if before.strip(" :：*_") else (words if not shown else "")
            if not before.strip() or _label(before, colon=True):
                url = address[1] if address else shown[1] if shown else None
                return UrlLine(_clean(url) if url else None, unmarked(label).strip(" :：*_"))
        if address and _label(before, colon=True) and not words:
            return UrlLine(_clean(address[1]), unmarked(before).strip(" :：*_"))
        if shape and shown and _shape(before, address[1] if address else shown[1]):
            return UrlLine(_clean(address[1] if address else shown[1]), unmarked(before).strip(" :：*_"), known=False)
        return None
    bare = unmarked(bare).strip("*_` ")
    if match := ADDRESS.search(bare):
        before, after = bare[: match.start()], bare[match.end() :].strip("*_`.,;)] ")
        if not after and _label(before.rstrip("([< "), colon=True):
            return UrlLine(_clean(match[1]), before.rstrip("([< ").strip(" :：*_-–—"))
        if shape and not after and _shape(before, match[1]):
            return UrlLine(_clean(match[1]), before.rstrip("([< ").strip(" :：*_-–—"), known=False)
    return None


def is_list_label(text: str) -> bool:
    """
    Is this line the heading of a writer's references, alone, with a colon or without?

    What stands under it is the writer's, however much it looks like the address of the page. One source is no list:
    "Source:" announces the address of the text.

    >>> is_list_label("## References"), is_list_label("**Weiterführende Links:**"), is_list_label("3. Fuentes")
    (True, True, True)
    >>> is_list_label("Source:"), is_list_label("Sources say no."), is_list_label("Sources: https://example.org/a")
    (False, False, False)
    """
    if len(text) > LONGEST_LABEL:
        return False
    word = NUMBER.sub("", unmarked(text).strip("*_`#> \t")).rstrip(":： \t*_").casefold()
    return word in _lists()


@cache
def _lists() -> frozenset[str]:
    return frozenset(LISTS.split("|"))


NUMBER = late(r"^(?:\d{1,2}(?:\.\d{1,2})?[.)]?|[ivx]{1,4}[.)])\s+", re.IGNORECASE)


def site_of(url: str) -> str | None:
    """
    The host of an address, without ``www.`` or ``m.``; None where there is none.

    >>> (
    ...     site_of("http://www.ferries.example/news/7.html"),
    ...     site_of("https://m.news.example:8080/a"),
    ...     site_of("a b"),
    ... )
    ('ferries.example', 'news.example', None)
    """
    match = HOST.match(url.strip()[:LONGEST])
    if match is None:
        return None
    host = match[1].casefold().rstrip(".")
    for prefix in ("www.", "www2.", "m.", "mobile.", "amp."):
        if host.startswith(prefix) and host.count(".") > 1:
            return host.removeprefix(prefix)
    return host


HOST = late(
    r"(?:(?:https?|ftp)?:?//(?:[^/?#@\s]*@)?|(?=www\.))([^\s/?#@:\[\]]+\.[^\s/?#@:\[\]]+)(?=[/?#:]|$)", re.IGNORECASE
)


def _label(text: str, *, colon: bool) -> bool:
    """Are these the words that announce an address? With `colon` also those that need one, if it is there."""
    bare = unmarked(text).strip(" \t*_-–—|").casefold()
    word = bare.rstrip(":： ")
    plain, with_colon = _labels()
    if word in plain or (word in with_colon and (not colon or bare.endswith((":", "：")))):
        return True
    return _phrase(word)


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"{DONE} {WHICH}{WHAT}{WHERE}|(?P<dated>{DATED})\b(?P<when>.*)")


def _phrase(word: str) -> bool:
    """``read the original at``, ``retrieved march 3, 2025, from``."""
    if len(word) > LONGEST_LABEL or not (match := _phrases().fullmatch(word)):
        return False
    if match["dated"] is None:
        return True
    when = DATE_END.sub("", match["when"]).strip(" ,.")
    return bool(when) and len(when) <= 40 and read_date(when) is not None


DATE_END = late(r",?\s+(?:from|at|on|via|von|unter|auf|sur|de|en|da|su|em|van|z|från|fra)$")


def _shape(before: str, url: str) -> bool:
    """Do these words before an address announce it, whatever they are: few, no sentence, and no call to go there?"""
    bare = unmarked(before).strip(" \t*_-–—|<([")
    host_only = url.partition("://")[2].strip("/") if "://" in url else url.strip("/")
    if not bare or len(bare) > LONGEST_LABEL or "/" not in host_only:
        return False
    return _is_label_shape(bare)


def _shape_alone(bare: str) -> bool:
    return bare[-1:] in ":：" and len(bare) > 2 and _is_label_shape(bare)


def _is_label_shape(bare: str) -> bool:
    tokens = [token.strip(",:()'’*_") for token in bare.rstrip(":： ").casefold().split()]
    return (
        1 <= len(tokens) <= 8
        and bare[0].isalpha()
        and not bare[0].islower()
        and not re.search(r"[.!?…;\"“”„«»@/]", bare.rstrip(":："))
        and tokens[0] not in PURPOSES
        and INVITATIONS.isdisjoint(tokens)
        and not any(token.startswith(ASKED_FOR) for token in tokens)
    )


def _clean(url: str) -> str:
    """Without the punctuation of the sentence it stood in, but with the brackets that are its own."""
    url = url.rstrip(".,;:!?'*`")
    if url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1]
    return url
