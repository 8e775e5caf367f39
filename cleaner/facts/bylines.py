"""
Bylines: who wrote a text, as a line before it or after it says.

A line is a byline when it opens like one and every part of what follows is a name, an agency, a role, a house or a
place. One part that is none of them, and the line is a sentence or a headline that happens to begin with "By". The
words are in :mod:`~cleaner.facts.byline_words`, the agencies in :mod:`~cleaner.facts.agencies`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.facts import byline_words as words
from cleaner.facts.agencies import agencies, agency
from cleaner.facts.calendar_words import fillers
from cleaner.facts.dates import DIGIT, Found, date_openers, read_date
from cleaner.facts.late import late
from cleaner.lines import unmarked

LONGEST = 180  # code points of a byline; a closing line of a whole desk may be twice as long
MOST_NAMES = 12


class Byline(NamedTuple):
    """
    Who a line says has written.

    `text` is the byline as written, without markup and without the date that may follow it; `authors` are the persons,
    without roles, places, e-mails and handles; `agency` is the canonical name. `date` is a date that stood on the line,
    its offsets code points of the line that was asked. `sure` is false where the line needs company to be believed: an
    agency's name alone, or a small word of a language that nobody has said the text is in.
    """

    text: str
    authors: list[str]
    agency: str | None = None
    date: Found | None = None
    sure: bool = True


class SignOff(NamedTuple):
    """
    What closes an article: an agency's name, or who reported and who edited.

    `agency` is None where only persons are named; they are in `authors`. `start` and `end` are code points of the line
    that was asked.
    """

    agency: str | None
    start: int
    end: int
    authors: tuple[str, ...] = ()


def read_byline(text: str, language: str | None = None) -> Byline | None:
    """
    The byline that a line is.

    >>> read_byline("By [Jane Doe for AFP](#)")
    Byline(text='By Jane Doe for AFP', authors=['Jane Doe'], agency='AFP', date=None, sure=True)
    >>> read_byline("Von Anna Seger, Berlin", "de").authors
    ['Anna Seger']
    >>> read_byline("Posted by Jane Doe on January 5, 2020").date.iso
    '2020-01-05'

    Sentences, headlines and what only sounds like a byline are none. A bare name is none either (:func:`read_names`):

    >>> [
    ...     read_byline(line)
    ...     for line in ("By Friday the army had left.", "By Popular Demand", "By the Time We Met", "Jane Doe")
    ... ]
    [None, None, None, None]
    """
    if len(text) > 2 * LONGEST:
        return None
    match = WORD.match(text)
    first = match[0].lstrip(OPENING).casefold() if match else ""
    # Most lines are prose: they open with no such word, and end in a full stop or are too long for a name and an
    # agency.
    if first not in words.leads() and first[:1] <= "\u2e7f" and (len(text) > LONGEST or text[-1:] in NO_UNLED):
        return None
    bare = unmarked(text).strip()
    if bare[:1] in "([" and bare[-1:] in ")]":
        bare = bare[1:-1].strip()
    found = _led(bare, language) or (
        None if bare[-1:] in NO_UNLED else _dated(bare, language) or _eastern(bare) or _unled(bare)
    )
    if found and found.date:
        written = bare[found.date.start : found.date.end]
        at = max(text.rfind(written), 0)
        found = found._replace(date=found.date._replace(start=at, end=at + len(written)))
    return found


def read_names(text: str) -> list[str]:
    """
    The names on a line that holds nothing but names (and places, roles, agencies beside them); empty for any other.

    Most pages print a byline as a bare name. So is much else printed: the names of the people in a picture, of towns,
    of films. It takes the line's place on the page to tell, so this proves nothing by itself.

    >>> read_names("Anna Martel und Lea Wagner, Nairobi"), read_names("Jane Doe/John Roe")
    (['Anna Martel', 'Lea Wagner'], ['Jane Doe', 'John Roe'])
    >>> read_names("What the town says"), read_names("Nairobi")
    ([], [])
    """
    if len(text) > LONGEST or text[-1:] in NO_UNLED - {"."} or DIGIT.search(text) or ":" in text:
        return []
    parts = _parts(unmarked(text).strip(), least=2)
    return parts.authors if parts else []


def read_sign_off(text: str, *, desk: bool = False) -> SignOff | None:
    """
    An agency's signature at the end of a last paragraph, or alone on the last line.

    Inside a paragraph it stands after the end of a sentence, so a sentence that ends in an agency's name keeps it. With
    `desk` the line in brackets that says who reported and edited is a signature too; some count it to the text.

    >>> read_sign_off('"The ferry was late again," she said. AFP')
    SignOff(agency='AFP', start=38, end=41, authors=())
    >>> read_sign_off("The river rose. (Reporting by Jane Doe; Editing by John Roe)", desk=True).authors
    ('Jane Doe',)
    >>> read_sign_off("The river rose, he said. (dpa/xyz)").agency, read_sign_off("© AFP 2022").agency
    ('dpa', 'AFP')
    >>> read_sign_off("It was first told by Reuters"), read_sign_off("It was first told by Reuters.")
    (None, None)
    """
    end = len(text.rstrip()) if text[-1:].isspace() else len(text)
    last = text[end - 1 : end]
    if not last or last in NO_SIGN_OFF or (last == "." and text[end - 2 : end - 1] not in ")]）"):
        return None
    low = max(0, end - 80)
    tail = text[low:end]
    if low == 0 and (name := _signature(tail)):
        return SignOff(name, len(tail) - len(tail.lstrip()), end)
    if desk and last in ")]）." and (found := _desk(text, end)):
        return found
    for match in SENTENCE_END.finditer(tail):
        if ABBREVIATION.search(tail, max(0, match.start() - 5), match.start() + 1):
            continue
        if name := _signature(tail[match.end() :]):
            return SignOff(name, low + match.end(), end)
    return None


def _desk(text: str, end: int) -> SignOff | None:
    """``(Reporting by X; Editing by Y)``, alone or at the end of a paragraph: it must be in brackets there."""
    low = max(0, end - 2 * LONGEST)
    for match in DESK.finditer(text, low, end):
        before = text[low : match.start()].rstrip()
        if before and before[-1] not in ".!?…\"'”’»)。！？":
            continue
        if (found := _closing(match[1].strip())) and (found.authors or found.agency):
            return SignOff(found.agency, match.start(), end, tuple(found.authors))
    return None


DESK = late(
    r"[(\[（]\s*((?:additional |with )?(?:reporting|writing|reported|written|compiled|editing|edited)\b[^()\[\]]{4,300})[)\]）]\.?$",
    re.IGNORECASE,
)
OPENING = "([*_#>-—– \t\N{NO-BREAK SPACE}"
WORD = late(r"[(\[*_#>\s—–-]{0,6}[^\W\d_]+")
NO_UNLED = frozenset('.!?…:,;"”’“»')
NO_SIGN_OFF = frozenset("!?…:,;\"'”’“»。！？،")
SENTENCE_END = late(r"[.!?…。！？؟][\"'”’»“)\]]*\s+(?=\S)|[.!?。！？”」]\s*(?=[(（])")
ABBREVIATION = late(r"\b(?:Mr|Mrs|Ms|Dr|St|vs|No|Nr|Sen|Gov|Rep|Gen|bzw|z\.B|ca|Inc|Co|Corp)\.$")
CONTACT = late(
    r"[(<\[]?(?:[\w.+-]+@[\w-]+\.[\w.-]*\w|(?<!\w)@\w+|https?://\S+|www\.\S+|\[?email(?: protected)?\]?(?=$|\s))[)>\]]?"
)
SPLIT = late(
    r"\s*[,;|•·()\[\]،、／\\]\s*|\s+[-–—]+\s+|\s*/+\s*|\s+(?:" + words.JOINTS.replace("&", r"\&") + r")\s+|\s+[-–—]+$"
)
OF_HOUSE = late(
    r"\s+(?:for|of|from|at|für|pour|para|per|voor|för|dla|для|in Zusammenarbeit mit|special to|exclusive to|via)"
    r"\s+(?:the\s+)?(?=\S)",
    re.IGNORECASE,
)
IN_PLACE = late(r"\s+(?:in|à|en|aus|au|a|aux|à|em|в|у|i|w|from|te|reporting from|reports from)\s+(?=[^\W\d_a-z])")
AGE = late(
    r"\d+\s?(?:min|mins|minutes?|hours?|days?|weeks?|months?|std|stunden?|minuten|heures?|h|d|ago)\b.*"
    r"|updated\b.*|published\b.*|(?:last )?modified\b.*",
    re.IGNORECASE,
)
NUMERIC_DATE = late(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b.*")
TOKEN = late(
    r"(?:[ad]l|el|ul|as|ash|[dDlLO]|bin|de|van)?['’-]?[^\W\d_](?:[^\W\d_]|['’.\-\u0300-\u036f\u0900-\u097f\u064b-\u0652])*"
)
GLUED = late(r"[^\W\d_A-Z]{4}[A-Z]")  # two words that lost their blank; "MacDonald" and "FitzGerald" are names
HAN = late(
    r"[\u3400-\u9fff\u3005]{2,4}|[\u3400-\u9fff]{1,4}[\s\u3000·][\u3400-\u9fff\u3040-\u30ff]{1,6}|[\u30a1-\u30fc·・]{4,16}|[가-힣]{2,4}"
)
EASTERN = late(
    r"[【\[(（]?\s*(?P<lead>(?:本报|本報|新华社|特约|实习|见习|財經)?(?:作者|记者|記者|文字|撰文|采写|撰稿|通讯员|取材・文|構成・文|執筆|著者|筆者|文|글)|责任编辑|責任編輯|编辑|編輯|校对|来源|來源|編集|写真|기자|출처)"
    r"\s*(?P<mark>[:：/／|丨｜＝=・]|\s)\s*(?P<rest>.{2,60}?)[】\])）]?$"
)
KOREAN = late(
    r"(?:[(\[][^()\[\]]{1,20}[)\]]\s*)?(?P<names>[가-힣]{2,4}(?:\s*[·,]\s*[가-힣]{2,4})*)\s*(?:선임|인턴|수습|전문)?(?:기자|특파원|논설위원|에디터)(?:\s*=)?$"
)


class _Parts(NamedTuple):
    authors: list[str]
    agency: str | None
    role: bool


def _led(bare: str, language: str | None) -> Byline | None:
    """A byline that opens with one of the words for it."""
    head = WORD.match(bare)
    rows = words.leads().get(head[0].casefold()) if head else None
    if not rows:
        return None
    low = bare[:60].casefold()
    for lead, tongue in rows:
        if not low.startswith(lead):
            continue
        after = bare[len(lead) : len(lead) + 1]
        if lead[-1] != ":" and after and after not in " :\t\N{NO-BREAK SPACE}":
            continue
        if lead in words.others():
            return _closing(bare)
        preposition = words.PREPOSITIONS.get(tongue, "") if after != ":" else ""
        weak = lead in preposition.split("|")
        foreign = weak and lead != "by" and language != tongue
        if foreign and (language or lead in words.SHY):
            continue
        rest = bare[len(lead) :].lstrip(" :：—–-\t\N{NO-BREAK SPACE}")
        if ";" in rest or (rest.endswith(".") and lead.startswith(("reporting", "compiled", "reported"))):
            return _closing(bare)
        found = _named(bare, rest, language, strong=not weak and lead not in words.TWO_NAMES)
        if found and foreign and bare[0].isupper():
            # "Von Miller Signs", "Di Caprio Wins": a name that begins so, and what its bearer does.
            if not found.agency and _reads_as_headline(rest):
                return None
            found = found._replace(sure=False)
        return found
    return None


def _reads_as_headline(rest: str) -> bool:
    """Is this two or three words and the last one what a headline says of somebody, as far as English shows it?"""
    tokens = rest.split()
    last = tokens[-1].casefold() if tokens else ""
    if len(tokens) == 2 and len(last) > 3 and last.isascii() and last.endswith(("s", "ed", "ing")):
        return True
    return len(tokens) <= 3 and last in words.OF_HEADLINES


def _named(bare: str, rest: str, language: str | None, *, strong: bool) -> Byline | None:
    """The byline with `rest` as its names, perhaps with a date after them."""
    if len(bare) > LONGEST:
        return None
    rest = CONTACT.sub("", rest).rstrip(" |•·,-–—/")
    day = None
    kept = rest
    if DIGIT.search(rest):
        kept, day = _without_date(rest, language)
    if (parts := _parts(kept, least=1 if strong else 2)) is None:
        return None
    text = bare
    if kept != rest:
        text = bare[: bare.find(kept) + len(kept)] if kept and kept in bare else bare
        text = text.rstrip(" |•·,-–—/")
    if day:
        at = bare.rfind(rest[day.start : day.end])
        day = day._replace(start=at, end=at + day.end - day.start)
    return Byline(text, parts.authors, parts.agency, day)


def _without_date(rest: str, language: str | None) -> tuple[str, Found | None]:
    """What stands before the date that a byline ends in, and the date, its offsets those of `rest`."""
    for match in re.finditer(r"\s*[|•·,–—(-]\s*|\s+", rest):
        tail = rest[match.end() :]
        if not tail or not DIGIT.search(tail):
            break
        if not _opens_date(tail):  # "News | 5 May 2024" and "Berlin, 5 May 2024, 10:30" are dates to others
            continue
        if day := read_date(tail, language):
            return rest[: match.start()], day._replace(start=match.end() + day.start, end=match.end() + day.end)
        if NUMERIC_DATE.fullmatch(tail) or AGE.fullmatch(tail):
            return rest[: match.start()], None
    return rest, None


def _opens_date(tail: str) -> bool:
    """Does this begin with a figure, or with a word that a date in a byline begins with?"""
    match = ANY_WORD.search(tail)
    if match is None or match[0][0].isdigit():
        return match is not None
    word = match[0].casefold()
    return word in date_openers() or (match[0][0].islower() and word in fillers()) or AGE.match(tail) is not None


def _dated(bare: str, language: str | None) -> Byline | None:
    """``Posted on September 21, 2020 by Jane Doe``, ``Jane Doe | Staff Writer | 1 December 2021``."""
    if len(bare) > LONGEST or not DIGIT.search(bare):
        return None
    if (match := DATE_FIRST.search(bare)) and (day := read_date(bare[: match.start()], language)):
        found = _named(bare, bare[match.end() :], language, strong=True)
        return found and found._replace(date=day, text=bare[match.start() :].strip(" |•·,-–—/"))
    kept, last = _without_date(bare, language)
    found = _unled(kept) if last else None
    return found and found._replace(date=last)


DATE_FIRST = late(
    r"\s*(?:[|•·,–—-]\s*|\s)(?:written by|posted by|by|von|par|por|door|автор:?|autor:?|av)\s+(?=\S)", re.IGNORECASE
)


def _closing(bare: str) -> Byline | None:
    """``Reporting by X in Kyiv; Editing by Y``: clauses that each open with a word for it."""
    authors: list[str] = []
    house: str | None = None
    clauses = [part for part in re.split(r"[;；]\s*|\.\s+(?=[A-ZÄÖÜ])", bare.rstrip(". ")) if part.strip()]
    for clause in clauses:
        head = WORD.match(clause)
        rows = words.leads().get(head[0].casefold(), ()) if head else ()
        low = clause.casefold()
        lead = next((lead for lead, _ in rows if low.startswith(lead)), None)
        if lead is None:
            return None
        rest = clause[len(lead) :].lstrip(" :")
        if (parts := _parts(rest, least=2)) is None:
            return None
        if lead in words.others():
            if (
                lead.startswith(("photo", "foto", "illustration", "bilder", "video", "graphics", "фото"))
                and len(clauses) == 1
            ):
                return None  # a picture's credit
            continue
        authors += parts.authors
        house = house or parts.agency
    return Byline(bare, authors, house)


def _unled(bare: str) -> Byline | None:
    """A byline that does without an opening: an agency alone, or a name with an agency or a role after a comma."""
    if len(bare) > 100 or bare[-1:] in ".!?:" or DIGIT.search(bare):
        return None
    if name := _signature(bare):
        return Byline(bare, [], name, sure=False)
    if "," not in bare and " - " not in bare and " | " not in bare:
        return None
    # At least one part must say whose trade this is; "Smith, Jones" is a list.
    cut = [part for part in SPLIT.split(bare) if part]
    if (
        not cut
        or "/" in bare
        or ("(" in bare and not agency(cut[-1]))
        or not (agency(cut[0]) or is_name(cut[0], 2))
        or not any(agency(part) or (_is_role(part) and not _is_office(part)) for part in cut)
    ):
        return None
    parts = _parts(bare, least=2)
    return Byline(bare, parts.authors, parts.agency) if parts and parts.authors else None


def _parts(rest: str, least: int) -> _Parts | None:
    """What the parts of a byline are; None when one is nothing that stands in a byline. `least`: words of a name."""
    rest = rest.strip(" |•·,-–—/")
    if not rest or (rest[-1] in ".!?…:" and not _ends_in_initial(rest)):
        return None
    authors: list[str] = []
    house: str | None = None
    role = False
    pieces = [piece for piece in SPLIT.split(rest) if piece and piece.strip()]
    if len(pieces) > MOST_NAMES or not pieces:
        return None
    for n, piece in enumerate(pieces):
        part = piece.strip(" .") if not _ends_in_initial(piece) else piece.strip()
        if AGE.fullmatch(part):
            continue
        if name := _agency_of(part):
            house = house or name
            role = True
            continue
        if split := OF_HOUSE.search(part):
            whose, where = part[: split.start()], part[split.end() :]
            inner = IN_PLACE.split(where, maxsplit=1)[0]
            if not (_capitalised(inner) or agency(inner)):
                return None
            house = house or agency(inner)
            role = True
            part = whose
        part = IN_PLACE.split(part, maxsplit=1)[0] if not _is_role(part) else part
        if name := agency(part):
            house = house or name
        elif (signed := _before_agency(part)) is not None:
            authors.append(signed[0])
            house = house or signed[1]
        elif _is_role(part) or (len(part.split()) > 1 and _is_house(part)):
            if person := _before_role(part):
                authors.append(person)
            role = True
        elif is_name(part, 2) or (least == 1 and n == 0 and is_name(part, 1) and len(pieces) == 1):
            if n and part.casefold() in words.PLACES:
                continue
            authors.append(part)
        elif n and (part.casefold() in words.PLACES or (is_name(part, 1) and len(part) > 2) or _is_house(part)):
            continue  # a place, or the paper
        elif len(part) <= 4 and part.islower() and any(map(agency, pieces)):
            continue  # an editor's sign
        else:
            return None
    if not (authors or house or role):
        return None
    return _Parts(list(dict.fromkeys(authors)), house, role)


def _ends_in_initial(text: str) -> bool:
    last = text.rsplit(None, 1)[-1] if text.split() else ""
    return (
        last.casefold() in words.SUFFIXES
        or (len(last) == 2 and last[0].isupper() and last[1] == ".")
        or bool(re.fullmatch(r"(?:\w\.)+", last))
    )


def _is_role(part: str) -> bool:
    """Is this what somebody is, or the desk that wrote (perhaps with a name before it)?"""
    tokens = part.casefold().split()
    return (
        len(tokens) <= 7
        and not words.ROLES.isdisjoint(tokens)
        and (
            tokens[-1] in words.ROLES
            or tokens[0] in words.ROLES
            or all(token in words.ROLES or token in words.OF_ROLES for token in tokens)
            or (any(token in words.ROLES for token in tokens) and _capitalised(part))
        )
    )


def _is_office(part: str) -> bool:
    """Is this an office that people in the news hold as well ("Jane Doe, President")?"""
    if part.casefold().startswith("staff "):  # "Staff Writer", "Staff Photographer": of the paper's
        return False
    return words.ROLES.isdisjoint(set(part.casefold().split()) - words.OFFICES)


def _is_house(part: str) -> bool:
    """Is this a paper, a station, an institute?"""
    tokens = part.casefold().split()
    return (
        1 <= len(tokens) <= 6
        and (tokens[-1] in words.HOUSES or tokens[0] in words.HOUSES)
        and _capitalised(part)
        and tokens[0] not in words.NO_NAMES
    )


def _agency_of(part: str) -> str | None:
    """The agency that a part names, perhaps as whose writer somebody is: "For The AP", "Associated Press Writer"."""
    if name := agency(part):
        return name
    tokens = part.split()
    while tokens and tokens[0].casefold() in ("for", "of", "the", "with", "special", "to", "für", "pour", "para"):
        tokens = tokens[1:]
    while tokens and (tokens[-1].casefold() in words.ROLES or tokens[-1].casefold() in words.OF_ROLES):
        tokens = tokens[:-1]
    return agency(" ".join(tokens)) if tokens else None


def _before_agency(part: str) -> tuple[str, str] | None:
    """The name before an agency that follows it without a comma, and the agency: "JANE DOE Associated Press"."""
    tokens = part.split()
    for count in range(1, min(4, len(tokens) - 1)):
        name = " ".join(tokens[:-count])
        if (house := agency(" ".join(tokens[-count:]), signed=False)) and is_name(name, 2):
            return name, house
    return None


def _before_role(part: str) -> str | None:
    """The name before a role that follows it without a comma: "JANE DOE Staff Writer"."""
    tokens = part.split()
    for n, token in enumerate(tokens):
        low = token.casefold()
        if low in words.ROLES or low in words.OF_ROLES or low in words.HOUSES:
            name = " ".join(tokens[:n])
            return (
                name
                if n >= 2
                and low in words.OF_ROLES | words.ROLES
                and is_name(name, 2)
                and tokens[0].casefold() not in words.HOUSES
                else None
            )
    return None


def _capitalised(part: str) -> bool:
    """Does every word begin with a capital, but for the small ones?"""
    tokens = part.split()
    return (
        bool(tokens)
        and len(tokens) <= 8
        and all(
            not token[0].islower() or token in words.PARTICLES or token in words.OF_ROLES or token in words.ROLES
            for token in tokens
        )
    )


def is_name(part: str, least: int) -> bool:
    """
    Could this be a person's name? Two to five words with capitals, initials, the small words that names have.

    >>> [
    ...     is_name(name, 2)
    ...     for name in ("Ursula von der Leyen", "J. R. Smith Jr.", "Samir al-Masri", "María R. Sahuquillo")
    ... ]
    [True, True, True, True]
    >>> [is_name(name, 2) for name in ("The Army", "Popular Demand", "Friday Night", "Jane's House", "Doe")]
    [False, False, False, False, False]
    """
    tokens = part.split()
    while tokens and tokens[0].casefold() in words.HONORIFICS:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].casefold() in words.SUFFIXES:
        tokens = tokens[:-1]
    if not least <= len(tokens) <= 6 or len({token.casefold() for token in tokens}) < len(tokens):
        return False
    strong = 0
    for n, token in enumerate(tokens):
        low = token.casefold()
        if n and n == len(tokens) - 1 and low in words.SURNAMES and token[0].isupper():
            strong += 1
            continue
        if token in words.PARTICLES:
            if n == 0 or n == len(tokens) - 1:
                return False
            continue
        first = token[0]
        if first.islower() and not re.match(r"(?:al|el|ul|as|ash|d|l|bin)[-'’][^\W\d_a-z]", token):
            return False
        if low in words.NEVER and len(token) > 1 and low not in words.PARTICLES:
            return False
        if n == 0 and (low in words.NO_NAMES or (low in words.NEVER and len(token) > 1)):
            return False
        if not TOKEN.fullmatch(token) or token.endswith(("'s", "’s", "'", "’")):
            return False
        if (token.endswith(".") and len(token) > 5) or GLUED.search(token):
            return False
        strong += len(token.strip(".")) > 1
    return strong > 0 and (strong > 1 or len(tokens) >= max(least, 1))


def _signature(text: str) -> str | None:
    """The agency that a signature names: ``AFP``, ``(dpa/xyz)``, ``— Reuters``, ``© AFP 2022``, ``AFP, Reuters``."""
    bare = text.strip()
    if not 2 <= len(bare) <= 60:
        return None
    if "/" not in bare and not ((match := ANY_WORD.search(bare)) and match[0].casefold() in _openers()):
        return None
    signed = False
    if bare[0] in "([（" and (closed := re.fullmatch(r"[(\[（](.*)[)\]）]\.?", bare)):
        bare, signed = closed[1].strip(), True
    stripped = bare.lstrip("-–—*_/=# \t")
    if stripped != bare:
        bare, signed = stripped.rstrip("*_/=- "), True
    if match := LEGAL_MARK.match(bare):
        bare, signed = bare[match.end() :], True
    if match := SOURCE.match(bare):
        bare, signed = bare[match.end() :], True
    bare = re.sub(r"[\s,]+(?:19|20)\d\d$", "", bare).strip()
    if name := agency(bare, signed=signed):
        return name
    pieces = re.split(r"\s*[/,+&]\s*|\s+(?:and|und|et|y|e|en|och|og|with|mit|avec|con)\s+", bare)
    if not 2 <= len(pieces) <= 5:
        return None
    names = [agency(piece) for piece in pieces]
    if not any(names) or any(
        name is None and not (piece.islower() and 1 < len(piece) <= 4)
        for name, piece in zip(names, pieces, strict=True)
    ):
        return None
    return next(name for name in names if name)


ANY_WORD = late(r"[^\W_]+")


@cache
def _openers() -> frozenset[str]:
    """The first words of agencies' names, and of what may stand before them."""
    return frozenset(match[0].casefold() for name in agencies() if (match := ANY_WORD.search(name))) | frozenset(
        "c copyright with source sources quelle quellen fuente fuentes fonte fonti bron avec mit con com źródło zdroj"
        " källa kilde источник по джерело kaynak".split()
    )


LEGAL_MARK = late(r"(?:©|\(c\)|copyright)\s*(?:by\s+)?(?:(?:19|20)\d\d\s+)?", re.IGNORECASE)
SOURCE = late(
    r"(?:with (?:inputs?|reporting|material) from|with|sources?|quellen?|fuentes?|fonte|fonti|bron|avec|mit|con|com"
    r"|con información de|mit material von|mit agenturmaterial|źródło|zdroj|källa|kilde|источник|по материалам|джерело"
    r"|kaynak)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)


def _eastern(bare: str) -> Byline | None:
    """Chinese, Japanese and Korean bylines: ``作者：张三``, ``홍길동 기자``."""
    if len(bare) > 80 or bare.isascii():
        return None
    text = CONTACT.sub("", bare).strip()
    if match := KOREAN.fullmatch(text):
        return Byline(bare, re.split(r"\s*[·,]\s*", match["names"]), None)
    if not (match := EASTERN.fullmatch(text)):
        return None
    lead, rest = match["lead"], match["rest"].strip()
    if match["mark"].isspace() and lead in ("文", "글", "编辑", "編輯", "編集"):
        return None
    if name := agency(rest):
        return Byline(bare, [], name)
    pieces = [
        piece for piece in re.split(r"[、,，;；/／&]\s*|\s{1,3}(?=[\u3400-\u9fff가-힣]{2,4}(?:\s|$))", rest) if piece
    ]
    if not pieces or not all(HAN.fullmatch(piece) or is_name(piece, 2) for piece in pieces):
        return None
    desk = lead in ("责任编辑", "責任編輯", "编辑", "編輯", "校对", "編集", "写真", "来源", "來源", "출처")
    return Byline(bare, [] if desk else pieces, "Xinhua" if lead.startswith("新华社") else None)
