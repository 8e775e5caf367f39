"""
Addresses: a line that is one, alone or behind a label, and the site that an address belongs to.

Nothing is looked up and nothing is made canonical here: an address is given back as it was written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.facts.late import late
from cleaner.facts.url_words import COLON_LABELS, LABELS
from cleaner.lines import unmarked

LONGEST = 2048  # code points of a line that may be an address
LONGEST_LABEL = 60


class UrlLine(NamedTuple):
    """
    What a line tells of an address.

    `url` is the address as written, None when the line only announces one ("Original url:"); `label` what announces it,
    "".
    """

    url: str | None
    label: str = ""


LISTS = frozenset("sources links quellen источники reference online archived".split())  # alone, the heading of a list
ALONE = frozenset(("permalink", "originallink"))
ADDRESS = late(r"<?((?:https?|ftp)://[^\s<>\"]{3,}|www\.[^\s<>\"/]+\.[^\s<>\"]{2,})>?", re.IGNORECASE)
LINK = late(r"!?\[([^\]\n]*)\]\(\s*<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)")


@cache
def _labels() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(LABELS.split("|")), frozenset(COLON_LABELS.split("|"))


def read_url_line(text: str) -> UrlLine | None:
    """
    The address that a line is, or the announcement of one.

    >>> read_url_line("<https://news.example/2022/01/25/cold-a76145>").url
    'https://news.example/2022/01/25/cold-a76145'
    >>> read_url_line("Original url:")
    UrlLine(url=None, label='Original url')
    >>> read_url_line("Source: [https://news.example/a](https://news.example/a)")
    UrlLine(url='https://news.example/a', label='Source')

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
        if word in LISTS or not (word in plain or word in with_colon):
            return None
        # Alone on its line, a word like "Source" must have its colon.
        return UrlLine(None, bare.strip(" :：*_")) if len(word) < len(bare) or " " in word or word in ALONE else None
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
        return None
    bare = unmarked(bare).strip("*_` ")
    if match := ADDRESS.search(bare):
        before, after = bare[: match.start()], bare[match.end() :].strip("*_`.,;)] ")
        if not after and _label(before.rstrip("([< "), colon=True):
            return UrlLine(_clean(match[1]), before.rstrip("([< ").strip(" :：*_-–—"))
    return None


def site_of(url: str) -> str | None:
    """
    The host of an address, without ``www.`` or ``m.``; None where there is none.

    >>> (
    ...     site_of("http://www.koreatimes.example/www/world/501.html"),
    ...     site_of("https://m.news.example:8080/a"),
    ...     site_of("a b"),
    ... )
    ('koreatimes.example', 'news.example', None)
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
    return word in plain or (word in with_colon and (not colon or bare.endswith((":", "："))))


def _clean(url: str) -> str:
    """Without the punctuation of the sentence it stood in, but with the brackets that are its own."""
    url = url.rstrip(".,;:!?'*`")
    if url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1]
    return url
