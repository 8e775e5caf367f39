r"""
Hide whole articles in the layouts in which scraped files come, clean them, and say what came back.

The five sample files of the repository show five layouts. This program makes other files of the same five kinds from articles
whose text is known, so that a change of the cleaner is judged by pages it was not written for:

====  ============  =====================================================================================================
 A    print         title, byline, date, picture credit, related link, cut sentence, Markdown escapes, source URL at the end
 B    dump          a header of two to four lines, every paragraph once in shuffled order, the whole article once more glued
 C    stuck date    a date, with or without a label, directly before the first sentence
 D    widgets       a title, then the messages of things that did not load
 E    negatives     the bare article, alone or with its title, with passages that only look like furniture: nothing may go
====  ============  =====================================================================================================

The articles are an argument (JSON lines with ``id, lang, url, paras, meta{title, authors, date}``); what they lack, a title or a
date, is made up. The draw depends on nothing but the article's id, the layout and ``--seed``: two runs make the same files.
Nothing here looks into the cleaner: it is called as anybody would call it, and read by its text and its metadata.
`docs/judging.md` says how to run it and how to read the figures.

>>> fold("It\u2019s  late -- \u201cvery\u201d late")
'It\'s late—"very" late'
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import hashlib
import importlib
import itertools
import json
import re
import sys
import time
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
FIELDS = ("title", "byline", "authors", "agency", "date", "url", "site", "captions", "related")
BLANK = "\n\n"


# ---------------------------------------------------------------------------------------------------------------- articles


@dataclass(frozen=True)
class Article:
    """An article whose text is known: its paragraphs, and what is known about it."""

    id: str
    language: str | None
    title: str
    authors: tuple[str, ...]
    year: int
    month: int
    day: int
    url: str
    paras: tuple[str, ...]

    @property
    def iso(self) -> str:
        """The day, as ISO 8601."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


ENTITY = re.compile(
    "&[a-z]+;|&#|\N{LATIN SMALL LETTER A WITH CIRCUMFLEX}\N{EURO SIGN}|\N{LATIN CAPITAL LETTER A WITH TILDE}[\x80-\xbf]"
)
RUN_ON = re.compile(r'[a-z]{2}[.!?]["”]?[A-Z][a-z]')
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}]"
)

# The collections keep a byline, a credit or a "follow us" as a paragraph here and there. No examiner can ask for those back.
FURNITURE = re.compile(
    r"""(?ix)
    (?: by \s (?:[A-Z][\w.'-]+\s?){1,4} (?:/\s*\w+)? \.?$
      | (?:published|updated|posted|topics|source|credit|photos?|pictures|images?|copyright|©|follow|share|related|read\s(?:more|also)
          |also\sread|see\salso|more\sfrom|more\son|view\sthe|sign\sup|subscribe|click|tour|get\sthe|--\s|—\s?by|[@(]?\w+@)\b
      | (?:.*\bview\sfull\ssize) | (?:\d+\sof\s\d+\.) | (?:\W*\w+(?:\W+\w+){0,4}\W*\d{4}\W*$) | \W*\d+\W*$ | \[?\(?music
      | .*\b(?:originally\sappeared|may\sbe\sreached|in\sthe\scomments|on\stwitter|follow\sus|rss-feed|compiled\sby|getty|wireimage)
      | (?:sports|staff\swriter|contributing\swriter)\b
      | (?:like\s(?:us|this)|tags|top\spicks|facebook|twitter|google|whatsapp|e?mail|investing|print|comments?|presented\sby)\b )""",
)
SIGNED = re.compile(r"\([\w/]{2,9}\)$|(?<=[.!?”\"]) [A-Z]{2,5}$|(?i:reporting by|editing by|/dpa)|^[-\N{EM DASH}]")


def whole(paras: Sequence[str]) -> bool:
    """Whether these paragraphs can be a gold: no lost characters, entities, run-on joints or repeats; neither tiny nor huge."""
    text = BLANK.join(paras)
    if not 800 <= len(text) <= 15000 or len(paras) < 4 or "\N{REPLACEMENT CHARACTER}" in text or ENTITY.search(text):
        return False
    long = [p for p in paras if len(p) > 60]
    return not RUN_ON.search(text) and not UNSEEN.search(text) and len(set(long)) == len(long)


def pure(paras: Sequence[str]) -> list[str]:
    """The paragraphs without a collection's own leavings; empty when too little is left, the end is signed, or a sentence is cut."""
    kept = [p for p in paras if not (len(p) < 160 and FURNITURE.match(p))]
    cut_short = any(a[-1:].isalpha() and b[:1].islower() for a, b in itertools.pairwise(kept))
    sound = len(kept) >= 4 and not SIGNED.search(kept[-1]) and not cut_short and not any("\n" in p for p in kept)
    return kept if sound else []


def language_of(paras: Sequence[str]) -> str | None:
    """The language of five that these words are in, by their commonest words; the collections' own label may be a country's."""
    counts = Counter(re.findall(r"[a-zà-ÿ]+", " ".join(paras).lower()))
    shares = {code: sum(counts[w] for w in words) for code, words in WORDS["stopwords"].items()}
    code = max(shares, key=lambda c: shares[c])
    return code if shares[code] > 0.15 * sum(counts.values()) else None


def load(path: Path, seed: str) -> list[Article]:
    """The articles of a JSON-lines file that are whole; what a row does not tell (title, date, authors, URL) is made up."""
    articles = []
    with path.open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            paras = [p.strip() for p in row["paras"] if p and p.strip()]
            if not whole(paras) or not (paras := pure(paras)):
                continue
            draw = dice(seed, "article", row["id"])
            meta = row.get("meta") or {}
            title = tidy(meta.get("title") or "") or made_up_title(paras, draw)
            told = [tidy(a) for a in meta.get("authors") or () if person(a)]
            authors = told[:2] if told and draw.random() < 0.5 else draw.sample(WORDS["people"], 2)
            match = re.match(r"(\d{4})-(\d\d)-(\d\d)", meta.get("date") or "")
            year, month, day = (
                map(int, match.groups())
                if match
                else (draw.randint(1999, 2025), draw.randint(1, 12), draw.randint(1, 28))
            )
            url = row.get("url") or made_up_url(title, year, month, draw)
            articles.append(
                Article(row["id"], language_of(paras), title, tuple(authors), year, month, day, url, tuple(paras))
            )
    return articles


def person(name: str) -> bool:
    """Whether this looks like somebody's name: two to four capitalized words."""
    return re.fullmatch(r"(?:[A-ZÀ-Ý][a-zà-ÿ'’.-]+ ){1,3}[A-ZÀ-Ý][a-zà-ÿ'’-]+", name or "") is not None


def made_up_title(paras: Sequence[str], draw: Random) -> str:
    """A headline from the words of a sentence further down, as headlines often are."""
    sentences = [
        s
        for p in paras[1:]
        for s in re.split(r"(?<=[.!?]) ", p)
        if 5 <= len(s.split()) <= 12 and not re.search(r'["“”()\[\]]', s)
    ]
    words = draw.choice(sentences or ["What we know so far about the case"]).rstrip(".!?:;,- ").split()
    return " ".join(w[:1].upper() + w[1:] if len(w) > 3 or i == 0 else w for i, w in enumerate(words))


def made_up_url(title: str, year: int, month: int, draw: Random) -> str:
    """An address as news sites make them."""
    slug = (
        re.sub(
            r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        ).strip("-")
        or "story"
    )
    number = draw.randint(1000, 999999)
    tail = draw.choice(
        [
            f"{year}/{month:02d}/{slug}",
            f"news/{slug}-{number}",
            f"{slug}-a{number}",
            f"article/{number}.html",
            f"world/?id={number}",
        ]
    )
    return f"{draw.choice(['https', 'https', 'http'])}://{draw.choice(WORDS['sites'])}/{tail}"


def dice(*words: str) -> Random:
    """A random generator that depends on these words alone, in every process."""
    return Random(int(hashlib.sha256("|".join(words).encode()).hexdigest()[:12], 16))


# ------------------------------------------------------------------------------------------------------------- words for it


def in_language(table: str, case: Case, draw: Random) -> str:
    """One of a table's words, in the language that the page speaks."""
    return str(draw.choice(WORDS[table][case.speaks]))


def dates(article: Article, language: str) -> list[tuple[str, str]]:
    """How this day may be written, as (kind, text). Days that could be read as months are never written with numbers alone."""
    y, m, d = article.year, article.month, article.day
    code = language
    name, week = WORDS["months"][code][m - 1], WORDS["weekdays"][code][dt.date(y, m, d).weekday()]
    iso = article.iso
    forms = [
        ("iso", iso),
        ("iso with a time", f"{iso} 10:30"),
        ("iso with T", f"{iso}T10:30:00Z"),
        ("slashes, year first", iso.replace("-", "/")),
    ]
    if d > 12:
        forms += [("dots", f"{d:02d}.{m:02d}.{y}"), ("slashes, day first", f"{d:02d}/{m:02d}/{y}")]
    if code == "de":
        return [
            *forms,
            ("named", f"{d}. {name} {y}"),
            ("weekday", f"{week}, {d}. {name} {y}"),
            ("named with a time", f"{d}. {name} {y}, 10:30 Uhr"),
        ]
    if code != "en":
        of = " de " if code == "es" else " "
        return [*forms, ("named", f"{d}{of}{name}{of}{y}"), ("weekday", f"{week} {d}{of}{name}{of}{y}")]
    ordinal = f"{d}{'th' if 10 < d < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(d % 10, 'th')}"
    return [
        *forms,
        ("named", f"{name} {d}, {y}"),
        ("named", f"{name} {d}, {y}"),
        ("day first", f"{d} {name} {y}"),
        ("abbreviated", f"{WORDS['short_months'][m - 1]} {d}, {y}"),
        ("abbreviated, day first", f"{d} {name[:3]} {y}"),
        ("weekday", f"{week}, {name} {d}, {y}"),
        ("weekday with a time", f"{week}, {name} {d}, {y} 10:30 AM"),
        ("weekday, day first", f"{week} {d} {name} {y}"),
        ("ordinal", f"{name} {ordinal}, {y}"),
        ("named with a time", f"{name} {d}, {y} at 10:30 a.m. EST"),
        ("named with a time", f"{d} {name} {y}, 10:30 GMT"),
        ("capitals", f"{name.upper()} {d}, {y}"),
        ("short, the British way", f"{week[:3]} {d} {name[:3]} {y} 10.30 GMT"),
    ]


# ------------------------------------------------------------------------------------------------------------------- cases


@dataclass
class Case:
    """
    A file, and what must come of it.

    `facts` holds for every field the values that a careful reader may give; a field of :data:`FIELDS` that is neither there nor in
    `open` must stay absent. `flags` name the choices that were drawn, so that figures can be read by choice. `speaks`
    is the language of the page around the article: mostly its own, where the program knows it, else English.
    """

    layout: str
    id: str
    variant: int
    raw: str = ""
    paras: list[str] = field(default_factory=list)
    facts: dict[str, list[Any]] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    flags: list[str] = field(default_factory=list)
    title_may_stay: bool = False
    speaks: str = "en"

    @property
    def name(self) -> str:
        """A file name."""
        return f"{re.sub(r'[^0-9A-Za-z.-]+', '_', self.id)[:60]}.{self.variant}"


def start(layout: str, article: Article, variant: int, draw: Random) -> Case:
    """A case with nothing hidden yet."""
    own = article.language if article.language and draw.random() < 0.75 else "en"
    case = Case(layout, article.id, variant, paras=list(article.paras), speaks=own)
    if re.match(r".{0,60}\((?:AP|Reuters|AFP|dpa|Xinhua|UPI)\)", article.paras[0], re.IGNORECASE):
        case.open.add("agency")  # the dateline of the body names one
    case.flags.append(f"language {article.language or 'other'}")
    return case


def tell_url(case: Case, url: str) -> None:
    """The file tells its address, and so its site: the host, with or without what stands before the name."""
    host = re.sub(r"^www\.", "", re.match(r"https?://([^/]+)", url).group(1))  # type: ignore[union-attr]
    labels = host.split(".")
    case.facts["url"] = [url]
    case.facts["site"] = [
        ".".join(labels[i:]) for i in range(len(labels) - (2 if labels[-2] in {"co", "com", "org"} else 1))
    ]


class Credit(NamedTuple):
    """A line about a picture: how it is printed, and the accepted readings of it."""

    line: str
    readings: list[dict[str, str]]
    kind: str


def picture(article: Article, draw: Random) -> Credit:
    """A caption with its credit, or a credit alone."""
    who = (
        f"{draw.choice(WORDS['people'])} / {draw.choice(WORDS['places'])}"
        if draw.random() < 0.7
        else draw.choice(["Getty Images", "NOAA / flickr", "Shutterstock", "City of Bergen"])
    )
    who = who.replace(" / ", draw.choice([" / ", " / ", "/"]))
    licence = draw.choice(WORDS["licenses"]) if draw.random() < 0.3 else ""
    label = draw.choice(["Photo:", "Photo by", "Image:", "Credit:", "\N{COPYRIGHT SIGN}", "Photograph:", "Foto:"])
    paid = f"{who} ({licence})" if licence else who
    base: dict[str, str] = {"license": licence} if licence else {}
    if draw.random() < 0.45 or (not licence and "/" not in who and draw.random() < 0.5):
        plain = "/" in who and draw.random() < 0.5
        line = paid if plain else f"{label} {paid}"
        line = draw.choice([line, line, f"**{line}**", f"*{line}*", f"({line})" if not licence else line])
        return Credit(
            line, [base | {"credit": who}] + ([] if plain else [base | {"credit": f"{label} {who}"}]), "credit alone"
        )
    text = draw.choice(WORDS["captions"][article.language or "en"])
    form = draw.choice(["bold", "bold", "bold", "labelled", "labelled", "bracketed", "italic", "plain"])
    line = {
        "bold": f"{text} **{paid}**",
        "labelled": f"{text} {label} {paid}",
        "bracketed": f"{text} ({who})",
        "italic": f"*{text} {label} {paid}*",
        "plain": f"{text} {paid}",
    }[form]
    base = base if form != "bracketed" else {}
    readings = [base | {"text": text, "credit": who}]
    if form in {"labelled", "italic"}:
        readings.append(base | {"text": text, "credit": f"{label} {who}"})
    return Credit(line, readings, f"caption, credit {form}")


def byline(case: Case, article: Article, draw: Random) -> str:
    """A byline in one of many forms; what it tells goes to the case."""
    agency = draw.choice(WORDS["agencies"])
    one, two = article.authors[0], article.authors[-1]
    form = draw.choice(
        [
            "name",
            "name",
            "name",
            "agency",
            "name for agency",
            "name, agency",
            "two names",
            "bare name, agency",
            "name with a role",
        ]
    )
    wrap = in_language("bylines", case, draw)
    joiner = in_language("and", case, draw)
    if form == "two names" and one == two:
        form = "name"
    who = {
        "name": one,
        "agency": agency,
        "name for agency": f"{one} for {agency}",
        "name, agency": f"{one}, {agency}",
        "two names": f"{one} {joiner} {two}",
        "bare name, agency": f"{one}, {agency}",
        "name with a role": f"{one}, {draw.choice(WORDS['roles'])}",
    }[form]
    if form == "bare name, agency":
        wrap = "{0}"
    written = wrap.format(who)
    case.facts["byline"] = [written]
    if ":" in wrap or " " in wrap.replace(" {0}", ""):
        case.facts["byline"].append(who)  # a label may be left out
    if form != "agency":
        case.facts["authors"] = [[one, two] if form == "two names" else [one]]
    if "agency" in form:
        case.facts["agency"] = [
            agency,
            {"Associated Press": "AP", "AP": "Associated Press", "PA Media": "PA", "Kyodo News": "Kyodo"}.get(
                agency, agency
            ),
        ]
        case.open.discard("agency")
    marked = draw.choice(["plain", "plain", "plain", "linked", "linked", "bold", "italic", "address"])
    case.flags += [f"byline: {form}", f"byline {marked}"]
    if marked == "linked":
        return wrap.format(f"[{who}](#)")
    if marked == "address":
        if form != "two names":
            return wrap.format(f"[{who}](https://{draw.choice(WORDS['sites'])}/author/{one.split()[-1].lower()})")
        return wrap.format(
            f"[{one}](https://{WORDS['sites'][0]}/a/1) {joiner} [{two}](https://{WORDS['sites'][0]}/a/2)"
        )
    return {"bold": f"**{written}**", "italic": f"_{written}_"}.get(marked, written)


def cut(para: str, draw: Random) -> tuple[str, str] | None:
    """A paragraph broken inside a sentence, as a page break does it; before a small letter or after a joining word nine times in ten."""
    words = para.split(" ")
    places = [k for k in range(4, len(words) - 1) if words[k][:1].isalnum() and words[k - 1][-1:].isalpha()]
    plain = [k for k in places if words[k][:1].islower() or words[k - 1].lower() in WORDS["joining"]]
    if plain and draw.random() < 0.9:
        k, kind = draw.choice(plain), "cut sentence"
    elif places:
        k, kind = draw.choice(places), "cut sentence, hard" if not plain else "cut sentence, anywhere"
    else:
        return None
    middle = draw.choice([BLANK, BLANK, BLANK, "\n\n\n", "\n\n\f"])
    return " ".join(words[:k]) + middle + " ".join(words[k:]), kind


def escaped(para: str, *, full: bool) -> str:
    """The paragraph as a Markdown writer escapes it: dollars alone, or everything that Markdown could misread."""
    if not full:
        return para.replace("$", r"\$")
    return re.sub(r"^(\d+)\. ", r"\1\\. ", re.sub(r"([$*_\[\]#`])", r"\\\1", para))


def heading(para: str) -> bool:
    """Whether this paragraph is a heading: short and without a stop."""
    return len(para.split()) < 9 and para[:1].isupper() and para[-1:].isalnum()


def print_(article: Article, draw: Random, case: Case, others: Sequence[str]) -> str:
    """Layout A: what a print or a reading view saved as Markdown looks like."""
    title = draw.choice(
        [
            "{0}",
            "{0}",
            "# {0}",
            "# {0}",
            "**{0}**",
            "## {0}",
            "# **{0}**",
            "{0}\n" + "=" * len(article.title),
            "Title: {0}",
        ]
    )
    case.flags.append("title underlined" if "=" in title else "title: " + title.format("T"))
    case.facts["title"] = [article.title]
    full = draw.random() < 0.5
    lines = {"title": title.format(escaped(article.title, full=full) if "#" in title else article.title)}
    if draw.random() < 0.92:
        lines["byline"] = byline(case, article, draw)
    date_line = ""
    if draw.random() < 0.95:
        kind, text = draw.choice(dates(article, case.speaks))
        label = in_language("published", case, draw) + " " if draw.random() < 0.35 else ""
        case.flags += [f"date: {kind}"] + (["date labelled"] if label else [])
        case.facts["date"] = [article.iso]
        date_line = lines["date"] = label + text
    if draw.random() < 0.6:
        shot = picture(article, draw)
        lines["credit"] = shot.line
        case.facts["captions"] = [[r] for r in shot.readings]
        case.flags.append(shot.kind)
    order = draw.choice(
        ["title byline date credit"] * 4
        + [
            "title date byline credit",
            "title credit byline date",
            "date title byline credit",
            "title byline credit date",
        ]
    )
    head = [lines[k] for k in order.split() if k in lines]
    if order != "title byline date credit":
        case.flags.append("order: " + order)
    if "byline" in lines and date_line and draw.random() < 0.15:
        head.remove(lines["byline"])
        mark = draw.choice([" | ", " \N{MIDDLE DOT} ", " - ", ", ", " \N{EM DASH} "])
        head[head.index(date_line)] = lines["byline"] + mark + date_line
        case.flags.append("byline and date in one line")
    tight = draw.random() < 0.2
    if tight:
        case.flags.append("tight header")
    end = draw.choice(["", "", "", "  ", " "])
    gap = end + ("\n" if tight else draw.choice([BLANK, BLANK, "\n\n\n", "\n\n\n\n"]))
    body, breaks = list(case.paras), [i for i, p in enumerate(case.paras) if len(p.split()) > 12]
    body = [escaped(p, full=full) for p in body]
    if any(a != b for a, b in zip(body, case.paras, strict=True)):
        case.flags.append("escapes, all" if full else "escapes, dollars")
    if draw.random() < 0.15:
        case.flags.append("inline Markdown")
        body = [marked_up(p, draw) for p in body]
    if draw.random() < 0.3:
        for i, p in enumerate(body):
            if i and heading(p):
                body[i] = draw.choice(["## {0}", "### {0}", "**{0}**"]).format(p)
                case.flags.append("headings marked")
    if draw.random() < 0.75:
        for i in draw.sample(breaks, min(len(breaks), draw.choice([1, 1, 1, 2]))):
            if broken := cut(body[i], draw):
                body[i] = broken[0]
                case.flags.append(broken[1])
    if draw.random() < 0.75:
        titles: list[str] = []
        for i in sorted(draw.sample(range(1, len(body)), min(len(body) - 1, draw.choice([1, 1, 2]))), reverse=True):
            pool = [t for t in others if t != article.title] if draw.random() < 0.6 else []
            other = draw.choice(pool or WORDS["headlines"][article.language or "en"])
            if other in titles:
                continue
            titles.insert(0, other)
            label = in_language("related", case, draw)
            form = draw.choice(
                [
                    "{0} [{1}](#)",
                    "**{0}** [{1}](#)",
                    "**{0}** {1}",
                    "{0} {1}",
                    "{0} [{1}](https://www.example.com/x/1)",
                    "_{0}_ [{1}](#)",
                    "[{0} {1}](#)",
                    "> {0} [{1}](#)",
                    "- {0} [{1}](#)",
                ]
            )
            body.insert(i, form.format(label, other))
            case.flags += [f"related: {label}", "related " + form.format("L:", "T")]
        case.facts["related"] = [titles]
    foot = ""
    if draw.random() < 0.92:
        foot = BLANK + source_block(case, article, draw)
    lead = draw.choice(
        ["", "\n\n", "\n", " \n\n\n", "\n \n", "\N{NO-BREAK SPACE}\n\n", "\N{ZERO WIDTH NO-BREAK SPACE}", "\t\n"]
    )
    return (
        lead
        + gap.join(head)
        + end
        + draw.choice([BLANK, "\n\n\n\n"])
        + BLANK.join(body)
        + foot
        + draw.choice(["", "\n", "\n\n"])
    )


def marked_up(para: str, draw: Random) -> str:
    """Some words of a paragraph in bold, italic or linked, as the page had them."""
    words = para.split(" ")
    for i, word in enumerate(words):
        if word.isalpha() and len(word) > 3 and draw.random() < 0.03:
            words[i] = draw.choice(
                ["**{0}**", "_{0}_", "*{0}*", "[{0}](https://www.example.com/tag/1)", "[{0}](#)"]
            ).format(word)
    return " ".join(words)


def source_block(case: Case, article: Article, draw: Random) -> str:
    """The address at the end, under one of its many labels."""
    tell_url(case, article.url)
    label = in_language("sources", case, draw)
    form = draw.choice(
        [
            "{0}\n\n<{1}>",
            "{0}\n\n{1}",
            "{0} {1}",
            "{0} {1}",
            "{0} <{1}>",
            "{0}\n<{1}>",
            "**{0}** <{1}>",
            "{0} [{1}]({1})",
            "**{0}** {1}",
            "({0} {1})",
        ]
    )
    if label == "Retrieved from" and draw.random() < 0.3:
        label = f"Retrieved March 3, {article.year + 1}, from"  # another date, which is not the article's
    case.flags += [f"source: {label}", "source " + form.format("L:", "U").replace("\n", "/")]
    return form.format(label, article.url)


AT_A_JOINT = re.compile(r"[a-zß-ÿ][.!?]?[\"”’')]*$|\d[.!?][\"”’')]*$|[A-Z]\.[\"”’')]*$")


def joinable(first: str, second: str) -> bool:
    """Whether the joint of two glued paragraphs can be seen at all: an end, and directly after it a capital or an opening quote."""
    return bool(AT_A_JOINT.search(first)) and bool(re.match(r"[\"“‘„«]?[A-ZÀ-Ý]", second))


def dump(article: Article, draw: Random, case: Case, _: Sequence[str]) -> str:
    """Layout B: a crawl dump, every paragraph once out of order and the article once more in glued lines."""
    title, day, url = article.title, draw.choice(dump_dates(article)), article.url
    choice = draw.choice(
        [("title", "date", "url")] * 5
        + [
            ("title", "date"),
            ("title", "url"),
            ("date", "url"),
            ("title", "date", "url", "byline"),
            ("title", "date", "url", "agency"),
        ]
    )
    order = list(choice)
    if draw.random() < 0.5:
        draw.shuffle(order)
    labelled = draw.random() < 0.15
    head = []
    for what in order:
        if what == "title":
            case.facts["title"] = [title]
            value = title
        elif what == "date":
            case.facts["date"] = [article.iso]
            value = day
        elif what == "url":
            tell_url(case, url)
            value = url
        elif what == "agency":
            value = draw.choice(WORDS["signs"])
            case.facts["agency"] = [value]
            case.open.add("byline")  # an agency's name alone may be read as one
        else:
            value = f"By {article.authors[0]}"
            case.facts["byline"], case.facts["authors"] = [value], [[article.authors[0]]]
        head.append(f"{what}: {value}" if labelled and what in {"title", "date", "url"} else value)
    case.flags += ["header: " + " ".join(order)] + (["header labelled"] if labelled else [])

    paras = case.paras
    text = "".join(paras)
    if "  " not in text and re.search(" [–\N{EM DASH}] ", text) and draw.random() < 0.6:
        case.paras = [
            re.sub(" [–\N{EM DASH}] ", " \N{EM DASH} ", p) for p in paras
        ]  # lost dashes come back as em dashes
        paras = [p.replace(" \N{EM DASH} ", "  ") for p in case.paras]
        case.flags.append("dashes dropped")
    stray = None
    if draw.random() < 0.25:
        bare = [
            i
            for i, p in enumerate(paras)
            if re.search(r"[a-z]\.$", p) and not re.search(r"[\"“”‘„«»]|\B'|'\B|(?<=s)['’]", p)
        ]
        if bare:
            even = all(
                p.count('"') % 2 == 0 and p.count("“") == p.count("”") for p in paras
            )  # else it may close an older quote
            stray = (draw.choice(bare), draw.choice(["'", '"']) if even else "'", draw.random() < 0.5)
            case.flags.append("stray quote in both copies" if stray[2] else "stray quote in one copy")

    def spoiled(copy: int) -> list[str]:
        out = list(paras)
        if stray and (stray[2] or copy == 0):
            out[stray[0]] += stray[1]
        return out

    loose, tiles = spoiled(0), spoiled(1)
    sign = ""
    if draw.random() < 0.4 and "agency" not in case.facts and re.search(r"[.!?][\"”’']?$", paras[-1]):
        name = draw.choice(WORDS["signs"])
        sign = draw.choice([" {0}", " {0}", " ({0})", " - {0}", " /{0}/"]).format(name)
        case.facts["agency"] = [name]
        case.flags.append("sign-off " + sign.strip().replace(name, "X"))
        loose[-1] += sign
        tiles[-1] += sign
    seen = [joinable(a, b) for a, b in itertools.pairwise(tiles)]
    kinds = ["whole"] * 5 + ["some only glued"] * 3 + (["only glued"] * 2 if all(seen) else [])
    kind = draw.choice(kinds)
    kept = list(range(len(paras)))
    if kind == "only glued":
        kept = []
    elif kind == "some only glued":
        free = [i for i in kept if (i == 0 or seen[i - 1]) and (i == len(kept) - 1 or seen[i])]
        gone = set(draw.sample(free, min(len(free), draw.randint(1, 4))))
        kept = [i for i in kept if i not in gone]
        kind = kind if gone else "whole"
    case.flags.append(f"shuffled: {kind}")

    # A glued line of one paragraph would be no more than a second copy, whose place nobody could tell: three at least.
    count = min(draw.choice([1, 1, 2, 2, 3]), len(tiles) // 3)
    spare = sorted(draw.randint(0, len(tiles) - 3 * count) for _ in range(count - 1))
    cuts = [3 * (i + 1) + more for i, more in enumerate(spare)]
    headings = [i for i in range(3, len(tiles) - 2) if heading(tiles[i])]
    if count == 2 and headings and draw.random() < 0.5:
        cuts = [draw.choice(headings)]
    spaced = draw.random() < 0.3
    if spaced:
        case.flags.append("some joints spaced")
    glued = []
    for a, b in itertools.pairwise([0, *cuts, len(tiles)]):
        line = tiles[a]
        for tile in tiles[a + 1 : b]:
            line += (" " if spaced and draw.random() < 0.25 else "") + tile
        glued.append(line)
    case.flags.append(f"glued lines: {len(glued)}")
    if len(glued) == 2 and draw.random() < 0.5:
        # Which half comes first must be told by something: a heading opens the second, or the agency signs its end.
        told = "a heading" if heading(tiles[cuts[0]]) else "the sign-off" if sign else "nothing"
        if told != "nothing" or draw.random() < 0.2:
            glued.reverse()
            case.flags.append(f"halves swapped, told by {told}")
    draw.shuffle(kept)
    lines = [loose[i] for i in kept]
    at = sorted(draw.randint(0, len(lines)) for _ in glued)
    for place, line in reversed(list(zip(at, glued, strict=True))):
        lines.insert(place, line)
    gap = BLANK if draw.random() < 0.2 else "\n"
    raw = "\n".join(head) + draw.choice(["\n", "\n", BLANK]) + gap.join(lines) + draw.choice(["", "\n"])
    if gap == BLANK:
        case.flags.append("blank lines between")
    if draw.random() < 0.15:
        case.flags.append("CRLF")
        raw = raw.replace("\n", "\r\n")
    return raw


def dump_dates(article: Article) -> list[str]:
    """How dumps write a day."""
    y, m, d = article.year, article.month, article.day
    month = WORDS["months"]["en"][m - 1]
    forms = [
        article.iso.replace("-", ""),
        article.iso.replace("-", ""),
        article.iso,
        f"{y}/{m:02d}/{d:02d}",
        f"{d} {month[:3]} {y}",
        f"{month} {d}, {y}",
        f"{article.iso} 10:30:00",
        f"{article.iso}T10:30:00+00:00",
    ]
    return forms + ([f"{d:02d}.{m:02d}.{y}", f"{d:02d}/{m:02d}/{y}"] if d > 12 else [])


def stuck_date(article: Article, draw: Random, case: Case, _: Sequence[str]) -> str:
    """Layout C: a date that lost its line and stands before the first word."""
    case.facts["date"] = [article.iso]
    kind, day = draw.choice(dates(article, case.speaks))
    if draw.random() < 0.15:
        kind, day = "compact", article.iso.replace("-", "")
    style = draw.choice(["bare", "bare", "word", "labelled", "labelled", "dash", "colon", "bracketed"])
    if style == "labelled":
        prefix = f"{in_language('published', case, draw)} {day} "
    else:
        prefix = {
            "bare": f"{day} ",
            "word": f"{draw.choice(['date', 'Date', 'DATE', 'published', 'pubdate'])} {day} ",
            "dash": f"{day} {draw.choice(['-', '–', '|', '/'])} ",
            "colon": f"{day}: ",
            "bracketed": f"({day}) " if draw.random() < 0.5 else f"[{day}] ",
        }[style]
    if (
        style in {"bare", "labelled", "word"}
        and kind in {"iso", "named", "compact"}
        and case.paras[0][:1].isupper()
        and draw.random() < 0.15
    ):
        prefix = prefix.rstrip()
        style += ", no space after"
    case.flags += [f"stuck: {style}", f"date: {kind}"]
    return (
        draw.choice(["", "", " ", "\n", "  "])
        + prefix
        + BLANK.join(case.paras)
        + draw.choice(["", "\n", "\n\n\n", "\n \n\n"])
    )


def widget(text: str, form: str) -> str:
    """A message as the list, the box or the line that it was."""
    lines = text.split("\n")
    if form in {"\N{BULLET}", "-", "*", "\N{MIDDLE DOT}"}:
        return f"  {form} {lines[0]}" + "".join(f"\n    {line}" for line in lines[1:])
    if form == "bare bullet":
        return "\n".join(f"\N{BULLET} {line}" for line in lines)
    if form == "one line":
        return " ".join(lines)
    if form == "bracketed":
        return f"[{' '.join(lines)}]"
    return "\n".join(lines)


def failed_widgets(article: Article, draw: Random, case: Case, _: Sequence[str]) -> str:
    """Layout D: the title, then what did not load; sometimes more of it between the paragraphs."""
    mark = draw.choice(["{0}"] * 6 + ["# {0}", "**{0}**"])
    case.facts["title"] = [article.title]
    pool = list(WORDS["widgets"][case.speaks])
    form = draw.choice(
        [
            "\N{BULLET}",
            "\N{BULLET}",
            "-",
            "*",
            "\N{MIDDLE DOT}",
            "bare bullet",
            "lines",
            "lines",
            "one line",
            "bracketed",
        ]
    )
    chosen = draw.sample(pool, draw.choice([1, 1, 2, 2, 3]))
    if draw.random() < 0.4:
        chosen = [chosen[0], *chosen]
        case.flags.append("a widget twice")
    chosen = chosen[:4]
    gap = "\n" if form not in {"lines", "one line", "bracketed"} or draw.random() < 0.3 else BLANK
    block = gap.join(widget(text, form) for text in chosen)
    body = list(case.paras)
    case.flags += [f"widgets: {form}", *(f"widget: {text.splitlines()[0]}" for text in set(chosen))]
    if draw.random() < 0.3:
        text = draw.choice(pool)
        body.insert(draw.randint(1, len(body) - 1), widget(text, form))
        case.flags += ["widget in the middle"]
    return (
        mark.format(article.title)
        + draw.choice(["\n", BLANK])
        + block
        + draw.choice([BLANK, "\n\n\n"])
        + BLANK.join(body)
        + draw.choice(["", "\n"])
    )


def negatives(article: Article, draw: Random, case: Case, _: Sequence[str]) -> str:
    """Layout E: nothing is wrong; it must stay so."""
    kind = draw.choice(["bare", "title", "double spaces", "traps", "traps", "traps and title", "tight"])
    english = article.language == "en"
    if "traps" in kind and not english:
        kind = kind.replace("traps", "bare")
    case.flags.append(f"negative: {kind}")
    if "traps" in kind:
        paras = case.paras
        where = draw.sample(["opening", "middle", "middle2", "ending"], draw.choice([1, 2, 3]))
        for place in where:
            if place == "opening":
                paras.insert(0, draw.choice(WORDS["openings"]))
                case.flags.append("trap: " + paras[0][:30])
            elif place == "ending":
                paras.append(draw.choice(WORDS["endings"]))
                case.flags.append("trap: " + paras[-1][:30])
            else:
                lines = draw.choice(WORDS["middles"])
                if lines[0] in paras:
                    continue
                case.flags.append("trap: " + lines[0][:30])
                at = draw.randint(1, len(paras) - 1)
                for line in lines:
                    if line:
                        paras.insert(at, line)
                    at += 1
    body = list(case.paras)
    if kind == "double spaces":
        body = [re.sub(r"(?<=[a-z][.!?]) (?=[A-Z])", "  ", p) for p in body]
    raw = ("\n" if kind == "tight" else BLANK).join(body)
    if "title" in kind:
        case.title_may_stay = True
        case.facts["title"] = [article.title]
        raw = article.title + BLANK + raw
    return raw + draw.choice(["", "\n"])


LAYOUTS: dict[str, tuple[str, Callable[[Article, Random, Case, Sequence[str]], str]]] = {
    "A": ("print", print_),
    "B": ("dump", dump),
    "C": ("stuck date", stuck_date),
    "D": ("widgets", failed_widgets),
    "E": ("negatives", negatives),
}


def make(articles: Sequence[Article], layout: str, variants: int, seed: str) -> Iterator[Case]:
    """All cases of a layout."""
    titles: dict[str | None, list[str]] = {}
    for article in articles:
        titles.setdefault(article.language, []).append(article.title)
    for article in articles:
        if layout == "C" and not article.paras[0][:1].isalpha():
            continue  # after a number or a quote a date has no clear end
        for variant in range(variants):
            draw = dice(seed, layout, str(variant), article.id)
            case = start(layout, article, variant, draw)
            case.raw = LAYOUTS[layout][1](article, draw, case, titles[article.language])
            if "url" in case.facts and "date" not in case.facts:
                case.open.add("date")  # an address may tell the day
            case.flags = list(dict.fromkeys(case.flags))
            yield case


# ------------------------------------------------------------------------------------------------------------------ scores


QUOTES = str.maketrans(
    dict.fromkeys("“”„«»‟″", '"') | dict.fromkeys("‘’‚‛′`´", "'") | {"\N{HORIZONTAL ELLIPSIS}": "..."},
)
DASHES = re.compile("\\s*(?:--+|[\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}])\\s*|\\s+-\\s+")


def fold(text: str) -> str:
    """The text without what is a matter of style: quotes straight, dashes one kind and unspaced, white space single, NFC."""
    text = unicodedata.normalize("NFC", text).translate(QUOTES)
    return re.sub(r"\s+", " ", DASHES.sub("\N{EM DASH}", text)).strip()


def tidy(text: str) -> str:
    """The text with single blanks, and each letter in one piece (NFC)."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


TOKEN = re.compile(r"[぀-ヿ㐀-鿿가-힯]|[^\W぀-ヿ㐀-鿿가-힯]+")


def tokens(text: str) -> list[str]:
    """Words; where words are not spaced, characters."""
    return TOKEN.findall(unicodedata.normalize("NFC", text))


class Joint(NamedTuple):
    """Two words on either side of a place between words: enough to know the place again."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def joints(paras: Iterable[str]) -> tuple[Counter[Joint], Counter[Joint]]:
    """All places between words: those where a paragraph begins, and the others."""
    words: list[str] = []
    begins = set()
    for para in paras:
        if found := tokens(para):
            begins.add(len(words))
            words += found
    breaks: Counter[Joint] = Counter()
    others: Counter[Joint] = Counter()
    for i in range(1, len(words)):
        (breaks if i in begins else others)[Joint(tuple(words[max(0, i - 2) : i]), tuple(words[i : i + 2]))] += 1
    return breaks, others


@dataclass
class Score:
    """What came of one case."""

    exact: bool
    strict: bool
    excused: bool
    lost: int
    junk: int
    words: int
    breaks: tuple[int, int, int]
    order: tuple[int, int]
    fields: dict[str, str]


def judge(case: Case, text: str, metadata: Mapping[str, Any]) -> Score:
    """Compare what came back with what must come back."""
    gold = BLANK.join(case.paras)
    accepted = [gold]
    if case.title_may_stay:
        title = case.facts["title"][0]
        if fold(text).startswith(fold(title)):
            accepted = [title + BLANK + gold]
    gold = accepted[0]
    had, got = Counter(tokens(gold)), Counter(tokens(text))
    gold_breaks, gold_others = joints(gold.split("\n"))
    out_breaks, out_others = joints(re.split(r"[\n\r\f]+", text))
    right = sum((gold_breaks & out_breaks).values())
    false = sum(((out_breaks - gold_breaks) & gold_others).values())
    missed = sum(((gold_breaks - out_breaks) & out_others).values())
    follows = sum(gold_breaks.values())
    exact = fold(text) == fold(gold)
    # The one excuse that a cleaner has for losing words: it took the first line for a title, and says so.
    excused = not exact and bool(metadata.get("title")) and fold(f"{metadata['title']} {text}") == fold(gold)
    judged = {name for name in FIELDS if name not in case.open}
    if len(gold) > len(BLANK.join(case.paras)):
        judged.discard("title")  # it stayed where it was, which is as good
    return Score(
        exact,
        tidy(text) == tidy(gold),
        excused,
        (had - got).total(),
        (got - had).total(),
        had.total(),
        (right, false, missed),
        (sum((gold_breaks & (out_breaks + out_others)).values()), follows),
        {name: compare(name, case, metadata.get(name)) for name in FIELDS if name in judged},
    )


def compare(name: str, case: Case, value: Any) -> str:
    """One field: right, wrong, missing, invented, or rightly absent."""
    wanted = case.facts.get(name)
    if value in (None, "", [], (), {}):
        return "missing" if wanted else "absent"
    if name == "title" and not wanted:
        return "invented"
    if not wanted:
        return "invented"
    if name == "date":
        return "right" if str(value)[:10] in wanted else "wrong"
    return "right" if plain(name, value) in [plain(name, w) for w in wanted] else "wrong"


def plain(name: str, value: Any) -> Any:
    """A field's value in a form that compares: blanks single, quotes straight, lists as lists of what was asked."""
    if name == "captions":
        items = value if isinstance(value, (list, tuple)) else [value]
        keys = ("text", "credit", "license")
        return [
            tuple(plain("", item.get(k) or "") if isinstance(item, dict) else str(item) for k in keys) for item in items
        ]
    if name == "related":
        items = value if isinstance(value, (list, tuple)) else [value]
        return [plain("", item.get("title", "") if isinstance(item, dict) else item) for item in items]
    if isinstance(value, (list, tuple)):
        return [plain("", v) for v in value]
    return tidy(str(value)).translate(QUOTES)


# ----------------------------------------------------------------------------------------------------------------- reports


class Run(NamedTuple):
    """A case, what came back, and its score."""

    case: Case
    text: str
    metadata: dict[str, Any]
    score: Score


def share(part: int, whole_: int) -> str:
    """A share to three places; a dash where there is nothing to share."""
    return f"{part / whole_:.3f}" if whole_ else "    -"


def table(runs: Mapping[str, Sequence[Run]]) -> str:
    """Text figures and field figures, a layout a row."""
    out = [f"{'layout':13s}    n  exact strict    lost/1000 junk/1000  breaks  order  excused"]
    for layout, rows in runs.items():
        scores = [r.score for r in rows]
        words = sum(s.words for s in scores)
        right, false, missed = (sum(s.breaks[k] for s in scores) for k in range(3))
        out.append(
            f"{layout} {LAYOUTS[layout][0]:11s} {len(rows):4d}  {share(sum(s.exact for s in scores), len(rows))}  {share(sum(s.strict for s in scores), len(rows))}"
            f"     {1000 * sum(s.lost for s in scores) / max(words, 1):8.2f}  {1000 * sum(s.junk for s in scores) / max(words, 1):8.2f}"
            f"   {share(2 * right, 2 * right + false + missed)}  {share(sum(s.order[0] for s in scores), sum(s.order[1] for s in scores))}"
            f"  {sum(s.excused for s in scores):7d}"
        )
    out += [
        "",
        f"{'metadata':13s}" + "".join(f"{name:>16s}" for name in FIELDS),
        f"{'':13s}" + "".join(f"{'right  wrong':>16s}" for _ in FIELDS),
    ]
    for layout, rows in runs.items():
        line = f"{layout} {LAYOUTS[layout][0]:11s}"
        for name in FIELDS:
            found = Counter(r.score.fields[name] for r in rows if name in r.score.fields)
            asked = found["right"] + found["wrong"] + found["missing"]
            line += f"{share(found['right'], asked):>9s}  {share(found['wrong'] + found['invented'], found.total())}"
        out.append(line)
    out.append(
        "right: of the files that tell the field; wrong: of all files, another value than the file tells, or one where it tells none"
    )
    return "\n".join(out)


def by_flag(runs: Mapping[str, Sequence[Run]], least: int) -> str:
    """Exact shares by the choices drawn, the worst first: where to look."""
    out = []
    for layout, rows in runs.items():
        counts: dict[str, list[int]] = {}
        for r in rows:
            for flag in r.case.flags:
                counts.setdefault(flag, []).append(r.score.exact)
        ranked = sorted((sum(v) / len(v), -len(v), k) for k, v in counts.items() if len(v) >= least)
        out.append(f"{layout} {LAYOUTS[layout][0]}")
        out += [f"   {part:.2f} of {-n:4d}  {flag}" for part, n, flag in ranked]
    return "\n".join(out)


def difference(run: Run, width: int = 150) -> str:
    """What differs, paragraph by paragraph, each cut around the first difference; then the fields that are not right."""
    wanted = [fold(p) for p in run.case.paras if p.strip()]
    got = [fold(p) for p in run.text.split("\n") if p.strip()]
    out = [
        f"--- {run.case.layout} {run.case.id} #{run.case.variant}: lost {run.score.lost}, junk {run.score.junk}, breaks {run.score.breaks}; {'; '.join(run.case.flags)}"
    ]
    matcher = difflib.SequenceMatcher(None, wanted[:300], got[:300], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        out += [f"  - {clip(p, got[c:d], width)}" for p in wanted[a:b]]
        out += [f"  + {clip(p, wanted[a:b], width)}" for p in got[c:d]]
    for name, verdict in run.score.fields.items():
        if verdict not in {"right", "absent"}:
            out.append(f"  {name} {verdict}: {run.metadata.get(name)!r}, wanted {run.case.facts.get(name)!r}")
    return "\n".join(out)


def clip(para: str, others: Sequence[str], width: int) -> str:
    """A paragraph, shown from shortly before the place where it parts from its likest neighbour, and to its end when short."""
    same = max(
        (
            next((i for i, (a, b) in enumerate(zip(para, o, strict=False)) if a != b), min(len(para), len(o)))
            for o in others
        ),
        default=0,
    )
    begin = max(0, same - width // 2)
    return (
        ("…" if begin else "")
        + para[begin : begin + width]
        + ("…" if begin + width < len(para) else f"  [end, {len(para)} characters]")
    )


def write(folder: Path, run: Run) -> None:
    """The file, what was wanted, what came, and both metadata, beside each other."""
    place = folder / run.case.layout
    place.mkdir(parents=True, exist_ok=True)
    name = run.case.name
    (place / f"{name}.txt").write_text(run.case.raw, encoding="utf-8", newline="")
    (place / f"{name}.gold.txt").write_text(BLANK.join(run.case.paras) + "\n", encoding="utf-8", newline="")
    (place / f"{name}.out.txt").write_text(run.text, encoding="utf-8", newline="")
    facts = {
        "wanted": run.case.facts,
        "got": run.metadata,
        "fields": run.score.fields,
        "flags": run.case.flags,
        "exact": run.score.exact,
    }
    (place / f"{name}.json").write_text(
        json.dumps(facts, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8"
    )


def cleaned() -> Callable[[str], tuple[str, dict[str, Any]]]:
    """The cleaner, called as anybody would. Where it cannot be imported nothing is scored."""
    clean = importlib.import_module("cleaner").clean

    def tool(raw: str) -> tuple[str, dict[str, Any]]:
        document = clean(raw)
        return document.text, document.metadata.as_dict()

    return tool


def untouched(raw: str) -> tuple[str, dict[str, Any]]:
    """No cleaner at all: what the damage costs."""
    return raw, {}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(
        description="Hide articles in the layouts of scraped files, clean them, and score text and metadata."
    )
    parser.add_argument(
        "--articles",
        type=Path,
        required=True,
        action="append",
        help="JSON lines: id, lang, url, paras, meta{title, authors, date}; may be given twice",
    )
    parser.add_argument("--layouts", default="A,B,C,D,E", help="which of A,B,C,D,E")
    parser.add_argument(
        "--lang", default="", help="only articles in these languages, by their words: en,de,fr,es,it,other"
    )
    parser.add_argument("--limit", type=int, default=0, help="at most so many articles of each file")
    parser.add_argument("--variants", type=int, default=2, help="files made of each article in each layout")
    parser.add_argument("--seed", default="layouts", help="any word; another word draws other files")
    parser.add_argument(
        "--worst", type=int, default=0, help="show the differences of so many inexact files of each layout"
    )
    parser.add_argument("--wrong", default="", help="with --worst: only files whose FIELD is not right")
    parser.add_argument("--flags", action="store_true", help="also exact shares by what was drawn")
    parser.add_argument("--least", type=int, default=3, help="with --flags: only what was drawn so often")
    parser.add_argument("--dump", type=Path, help="write every file, its gold and the result to this folder")
    parser.add_argument("--untouched", action="store_true", help="score the files as they are")
    options = parser.parse_args(arguments)
    wanted = [x for x in options.layouts.split(",") if x]
    if unknown := [x for x in wanted if x not in LAYOUTS]:
        parser.error(f"no layout {unknown[0]!r}; there are {', '.join(LAYOUTS)}")
    articles: list[Article] = []
    for path in options.articles:
        found = load(path, options.seed)
        if options.lang:
            found = [a for a in found if (a.language or "other") in options.lang.split(",")]
        found.sort(key=lambda a: dice("pick", a.id).random())
        articles += found[: options.limit or None]
    print(f"# {len(articles)} whole articles, {options.variants} files of each in each layout, seed {options.seed!r}")
    tool = untouched if options.untouched else cleaned()
    runs: dict[str, list[Run]] = {}
    spent = 0.0
    failed = 0
    for layout in wanted:
        rows = runs.setdefault(layout, [])
        for case in make(articles, layout, options.variants, options.seed):
            began = time.perf_counter()
            try:
                text, metadata = tool(case.raw)
            except Exception as error:  # noqa: BLE001  a crash on one file is a result, not the end of the run
                print(f"{layout} {case.id} #{case.variant}: {type(error).__name__}: {error}", file=sys.stderr)
                text, metadata, failed = "", {}, failed + 1
            spent += time.perf_counter() - began
            rows.append(Run(case, text, metadata, judge(case, text, metadata)))
            if options.dump:
                write(options.dump, rows[-1])
    print(table(runs))
    size = sum(len(r.case.raw) for rows in runs.values() for r in rows)
    print(f"cleaning took {spent:.1f} s for {size / 1e6:.2f} million characters; {failed} crashed")
    if options.flags:
        print(by_flag(runs, options.least))
    for layout, rows in runs.items():
        bad = [
            r
            for r in rows
            if (
                r.score.fields.get(options.wrong) not in {"right", "absent", None}
                if options.wrong
                else not r.score.exact
            )
        ]
        bad.sort(key=lambda r: (-(r.score.lost + r.score.junk) / max(1, r.score.words), r.case.id))
        for r in bad[: options.worst]:
            print(f"\n{difference(r)}")
        if options.worst:
            print(f"\n{layout}: {len(bad)} of {len(rows)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
