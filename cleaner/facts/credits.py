"""
Picture credits: whose a picture is, as the line under it says, alone or at the end of the caption.

A credit says so itself: by a word ("Photo:"), by a sign (©), by a picture agency's name, or by its form (a name, a
slash, an agency). Prose says none of these at its end, and what only sounds like one ("Photo by photo, the story came
out") is prose.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.facts import byline_words as words
from cleaner.facts.agencies import agency
from cleaner.facts.bylines import is_name
from cleaner.facts.credit_words import BY, LABELS, LOUD, PICTURE_HOUSES, PICTURE_WORDS, PUBLIC, SMALL, UNSURE
from cleaner.facts.late import late
from cleaner.facts.licenses import find_license
from cleaner.lines import unmarked

LONGEST = 700  # code points of a caption
LONGEST_CREDIT = 110


class Credit(NamedTuple):
    """
    What a line under a picture says: the caption, whose the picture is, the licence. Each None when it is not told.
    """

    text: str | None = None
    credit: str | None = None
    license: str | None = None


PART = late(r"\s*[/|;,·•]\s*|\s+via\s+|\s+für\s+|\s+-\s+|\s*[©(]\s*")
TAIL_MARK = late(
    r"[.!?…。！？»”\"’'](?:\*{1,2}|_)?[)\]]?\s+(?=\S)|\s+[|•–—]\s+|\s+(?=[(\[（©])|\s{2,}|\n|[.!?](?=Credit)"
)
TWO_BRACKETS = late(r"[(\[][^()\[\]]*[)\]][.,]?\s*(?:©|[(\[](?!\s*(?:CC\b|CC0|Public Domain))[^()\[\]]*[)\]]\.?$)")
YEAR = late(r",?\s*(?:19|20)\d\d$")


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, LABELS.split("|")), key=len, reverse=True))
    return re.compile(
        rf"(?P<label>{names})(?:(?:\s*(?:[:：／/|=]|\.:)\s*(?:(?:{BY})\s+)?)|\s+(?P<by>{BY})\s+)(?P<rest>\S.*)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _label_words() -> frozenset[str]:
    """The first words of the labels: what a credit may open with."""
    return frozenset(re.split(r"[ .]", label)[0] for label in LABELS.split("|"))


def read_credit(text: str) -> Credit | None:
    """
    The credit that a line is, or the caption that ends in one.

    >>> read_credit("Jane Doe / Harbour News Agency")
    Credit(text=None, credit='Jane Doe / Harbour News Agency', license=None)
    >>> read_credit("The bridge on Monday. **Jane Doe / Wikimedia (CC BY-SA 3.0)**")
    Credit(text='The bridge on Monday.', credit='Jane Doe / Wikimedia', license='CC BY-SA 3.0')
    >>> read_credit("(AP Photo/Jane Doe)").credit, read_credit("Photo: Jane Doe/Reuters").credit
    ('AP Photo/Jane Doe', 'Jane Doe/Reuters')

    Prose is no credit, nor is a name alone, nor an agency's that signs a text:

    >>> [
    ...     read_credit(line)
    ...     for line in ("Photo by photo, the story came out.", "Jane Doe", "He said so. (Reuters)", "and/or")
    ... ]
    [None, None, None, None]
    """
    if text[-1:].isspace():
        text = text.rstrip()
    size = len(text)
    if size > LONGEST:
        return None
    # Prose ends in a full stop or a quotation mark and opens with no such word: this is all that most lines are asked.
    last = text[-1:]
    if last in '.!?"”’…:;,»“' and not (last == "." and text[-2:-1] in ")]"):
        match = FIRST.match(text)
        if match is None or (
            match[0].lstrip(MARKS).casefold() not in _label_words() and not match[0].startswith(("©", "(", "["))
        ):
            return None
    elif not SIGNS.search(text, max(0, size - LONGEST_CREDIT)) and (
        (match := FIRST.match(text)) is None or match[0].lstrip(MARKS).casefold() not in _label_words()
    ):
        return None
    bare = unmarked(text).strip().strip("*_ ")
    return _whole(bare) or _at_the_end(bare)


MARKS = "*_#>([-—– \t"
FIRST = late(r"[*_#>\s—–-]{0,6}(?:[(\[]\s*)?(?:©|[^\W\d_]+)")
SIGNS = late(
    r"[/©|(\[（]|:\s|\b(?:Photo|Images?|Foto|Bild|Getty|Stock|stock|Shutterstock|imago|Handout|Pixabay|Unsplash|Flickr"
    r"|Alamy|alliance|Commons|Picture|File|Screenshot|CC|Credit|via|Imago|IMAGO|iStock|Symbolbild|Archivbild)\b"
)


def _whole(bare: str) -> Credit | None:
    """A line that is a credit from its first word to its last."""
    if len(bare) > LONGEST_CREDIT + 40:
        return None
    found = _credit(bare, alone=True)
    return found and Credit(None, *found)


def _at_the_end(bare: str) -> Credit | None:
    """A caption with the credit behind its last sentence."""
    low = max(0, len(bare) - LONGEST_CREDIT - 40)
    for match in TAIL_MARK.finditer(bare, low):
        if not match.start() or TWO_BRACKETS.match(bare, match.end()):  # "(file photo) (Jane Doe/AFP)": the last one
            continue
        found = _credit(bare[match.end() :].strip("*_ "), alone=False)
        if found:
            caption = bare[: match.end()].rstrip(" *_|•–—\n").strip()
            return Credit(caption, *found)
    return None


def _credit(text: str, *, alone: bool) -> tuple[str | None, str | None] | None:
    """Credit and licence that these words are, from first to last; None when they are anything else."""
    text = text.strip()
    licence = None
    if found := find_license(text):
        licence, start, end = found
        rest = f"{text[:start].rstrip(' ([,;|/-–—:')} {text[end:].lstrip(' )],;|.')}".strip()
        rest = re.sub(
            r"(?:,|\s)*(?:licen[sc]ed? under|lizenz|under|via)\s*(?:a\s*)?$", "", rest, flags=re.IGNORECASE
        ).strip()
        if not rest:
            return None if not alone and len(text) > 40 else (None, licence)
        text = rest.lstrip("([ ") if rest.count("(") > rest.count(")") and rest[0] in "([" else rest
    bracketed = False
    while (
        text[:1] in "([（"
        and text[-1:] in ")]）."
        and (inner := re.fullmatch(r"[(\[（]\s*([^()\[\]]*)\s*[)\]）]\.?", text))
    ):
        text, bracketed = inner[1], True
    if not text or len(text) > LONGEST_CREDIT:
        return None
    signed = bracketed or licence is not None
    if match := SIGN.match(text):  # a page's own copyright line has a year, or a firm's name
        rest = text[match.end() :].strip(" -–—")
        if match["year"] or not rest or not _is_credit(rest, 7) or agency(rest) or LEGAL.search(rest):
            return None
        parts = [part for part in PART.split(rest) if part]
        return (
            (rest, licence)
            if (len(parts) > 1 and _known(rest))
            or (is_name(rest, 2) and not _paper(rest))
            or rest.casefold() in PICTURE_HOUSES
            or (
                " " in rest
                and _like_a_name(rest)
                and (licence is not None or not PUBLIC.isdisjoint(rest.casefold().split()))
            )
            else None
        )
    if match := CREDIT_GLUED.match(text):  # "CreditJane Doe/Getty Images", "Credit Jane Doe for The Times"
        text = text[match.end() :].strip(" .…")
        return (text, licence) if _is_credit(text, 8) and _like_a_name(PART.split(text)[0]) else None
    if match := _label().fullmatch(text):
        rest = match["rest"].strip().rstrip(".") if not match["rest"].endswith(("Inc.", "Jr.")) else match["rest"]
        rest = rest.strip("()[] ") if rest.count("(") != rest.count(")") else rest
        if _is_credit(rest, 8) and (not match["by"] or rest[:1].isupper() or _house(rest)):
            if match["label"].casefold() in LOUD and not (
                _known(rest) or (_like_a_name(rest) and len(rest.split()) <= 4)
            ):
                return None
            return rest, licence
        return None
    if text.casefold() in PICTURE_HOUSES - UNSURE and (text[0].isupper() or text in SMALL or " " in text):
        return text, licence
    if SITE_AND_NAME.fullmatch(text) and is_name(text.partition("/")[2].strip(), 2):
        return text, licence
    if bracketed:
        text = SOURCE.sub("", text)
    parts = [part for part in PART.split(text.rstrip(")")) if part]
    if len(parts) >= 2 and ("/" in text or " via " in text or signed or "|" in text) and _is_credit(text, 9):
        known = [part for part in parts if _house(part)]
        if known and not all(agency(part) for part in parts) and _slashed(text, parts, signed=signed):
            return text, licence
    if signed and licence and _is_credit(text, 9):
        return text, licence
    if signed and PHOTO_WORD.search(text) and _is_credit(text, 8):
        return text, licence
    return None


SITE_AND_NAME = late(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\s*/\s*[^\W\d_][^/]*")
SIGN = late(r"(?:©|\(c\)|copyright\b:?)\s*(?:copyright\s*)?(?P<year>(?:19|20)\d\d)?\s*(?:by\s+)?", re.IGNORECASE)
SOURCE = late(r"(?:quelle|source|fuente|fonte|bron|källa|kilde|źródło)\s*:\s*", re.IGNORECASE)
CREDIT_GLUED = late(r"(?:Credit(?:\.{3}|…)?)+\s*(?=[A-Z])")
LEGAL = late(
    r"\b(?:rights|reserved|vorbehalten|réservés|reservados|riservat[ia]|riproduzione|inc|ltd|llc|gmbh|corp|copyright|limited|holdings"
    r"|rundfunk|mediengruppe|verlag|group|media|company|institute|foundation|s\.a|sa|ag)\b|(?:19|20)\d\d",
    re.IGNORECASE,
)
PHOTO_WORD = late(r"\b(?:photos?|pictures?|images?|file|handout|foto|bild|courtesy)\b", re.IGNORECASE)


def _slashed(text: str, parts: list[str], *, signed: bool) -> bool:
    """Is every part on either side of a slash, or of "via", a name or a house, and none a plain word?"""
    if not signed and ("," in text and "/" not in text):
        return False
    return all(_house(part) or _like_a_name(part) for part in parts)


def _like_a_name(part: str) -> bool:
    """Do these words look like a person's, a desk's or a house's name: a few, with capitals, no function words?"""
    tokens = [token for token in YEAR.sub("", part).strip(" .").split() if token]
    if not 1 <= len(tokens) <= 6 or tokens[0].casefold() in words.NO_NAMES:
        return False
    low = [token.casefold() for token in tokens]
    if any(token in words.NEVER and token not in SMALL and token not in words.PARTICLES for token in low) or (
        low[0] in SMALL and low[0] != "the" and not _house(part)
    ):
        return False
    return all(token in SMALL or not token[0].islower() or token in words.PARTICLES for token in tokens) and any(
        c.isalpha() for c in part
    )


def _is_credit(text: str, most: int) -> bool:
    """Could this be whose a picture is: short parts, written large, no sentence?"""
    if len(text) > LONGEST_CREDIT or text[-1:] in "!?:;,":
        return False
    if re.search(r"[.!?]\s+[A-Z©(]", re.sub(r"\b(?:[A-Z]|Jr|Dr|St|U\.S|Inc|Corp|Mr|Ms|Co)\.", "", text)):
        return False
    for part in PART.split(text):
        tokens = part.strip(" )").split()
        if len(tokens) > most:
            return False
        for token in tokens:
            low = token.casefold()
            if (
                token[0].islower()
                and low not in SMALL
                and token not in words.PARTICLES
                and not _handle(token)
                and not _house(part.strip(" )"))
            ):
                return False
    return True


def _handle(token: str) -> bool:
    """A nickname or a site: "@jane", "jane_doe", "moma.org"."""
    return (
        token.startswith("@")
        or "_" in token
        or bool(re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", token))
        or any(c.isdigit() for c in token)
    )


def _house(part: str) -> bool:
    """Is this an agency or another house that pictures come from?"""
    part = YEAR.sub("", part).strip(" ).")
    low = part.casefold()
    if agency(part) or low in PICTURE_HOUSES:
        return True
    tokens = low.split()
    if not 2 <= len(tokens) <= 6 or part[0].islower() or any(c.isdigit() for c in tokens[0]):
        return False
    return tokens[-1] in PICTURE_WORDS and words.NEVER.isdisjoint(tokens)


def _known(text: str) -> bool:
    return any(_house(part) for part in PART.split(text) if part)


def _paper(text: str) -> bool:
    """Is this a paper, a station, and not a person?"""
    return not words.HOUSES.isdisjoint(text.casefold().split())
