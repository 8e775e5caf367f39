"""
Which language a text is in, told by its script and its smallest words.

A few dozen function words make up a third to a half of any running text, and hardly two languages share many of them.
So a text is asked for its script first, which settles Greek, Korean or Thai at once, and then each of its words for the
languages it is a small word of. That is offline, needs no model, and takes a tenth of a millisecond.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache

from cleaner.facts.function_words import WORDS
from cleaner.facts.late import late

SCRIPT_SAMPLE = 250
SAMPLE = 1800  # code points that are looked at, from the beginning and from the middle of a text
FEWEST_WORDS = 6
LEAST_SHARE = 0.14  # of the words of a text that must be small words of its language
LEAD = 1.2  # times as many points as the next language, and more where the text is short
FEWEST_SMALL = 3  # different small words

# A script that one language alone writes, or nearly.
SCRIPTS = (
    ("el", "\u0370-\u03ff\u1f00-\u1fff"), ("hy", "\u0530-\u058f"), ("he", "\u0590-\u05ff"), ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"), ("gu", "\u0a80-\u0aff"), ("or", "\u0b00-\u0b7f"), ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"), ("kn", "\u0c80-\u0cff"), ("ml", "\u0d00-\u0d7f"), ("si", "\u0d80-\u0dff"),
    ("th", "\u0e00-\u0e7f"), ("lo", "\u0e80-\u0eff"), ("bo", "\u0f00-\u0fff"), ("my", "\u1000-\u109f"),
    ("ka", "\u10a0-\u10ff"), ("am", "\u1200-\u137f"), ("km", "\u1780-\u17ff"), ("ko", "\u1100-\u11ff\uac00-\ud7a3"),
)  # fmt: skip
SHARED = {
    "cyrillic": "\u0400-\u04ff",
    "arabic": "\u0600-\u06ff",
    "devanagari": "\u0900-\u097f",
    "han": "\u3400-\u9fff",
    "kana": "\u3040-\u30ff",
}
SCRIPT_LANGUAGES = {
    "cyrillic": frozenset("ru uk be bg mk sr".split()),
    "arabic": frozenset("ar fa ur".split()),
    "devanagari": frozenset("hi mr ne".split()),
}
LATIN = frozenset(WORDS) - frozenset().union(*SCRIPT_LANGUAGES.values()) | {"hr"}
# Letters that no other language of the same script writes: a few of them outweigh shared words.
TELLING = {"uk": "їєґ", "be": "ў", "ru": "ыэё", "sr": "ђћљњџ", "mk": "ќѓѕ", "fa": "پچژگ", "ur": "ٹڈڑںےہ"}


def guess_language(text: str) -> str | None:
    """
    The language of a text as an ISO 639-1 code; None when it is too short, mixed, or none that is known.

    >>> guess_language("The bridge over the river was closed on Monday, and nobody knows for how long it will be.")
    'en'
    >>> guess_language(
    ...     "Die Brücke über den Fluss ist seit Montag gesperrt, und niemand weiß, wie lange das noch dauern wird."
    ... )
    'de'
    >>> guess_language("Bridge Closed") is None
    True

    Serbian in Latin letters, Bosnian and Croatian are not told apart (`hr`), nor are Indonesian and Malay (`id`).
    """
    return _guess(_sample(text))


@lru_cache(maxsize=64)  # stages ask again and again, of texts that they have changed a little
def _guess(sample: str) -> str | None:
    if not sample.isascii() and (found := _by_script(sample)) is not None:
        return found or None
    return _by_words(sample, LATIN)


def _sample(text: str) -> str:
    """The beginning of a text and a piece of its middle: a page's head alone is often in names and titles."""
    if len(text) <= SAMPLE:
        return text
    middle = len(text) // 2
    return text[: SAMPLE * 2 // 3] + " " + text[middle : middle + SAMPLE // 3]


def _by_script(sample: str, whole: str = "") -> str | None:
    """The language by its script and the words of `whole`; "" when they leave it open, None for Latin."""
    if not FOREIGN.search(sample):
        return None
    if len(sample) > 2 * SCRIPT_SAMPLE:
        return _by_script(sample[:SCRIPT_SAMPLE] + sample[-SCRIPT_SAMPLE:], sample)
    found = Counter(FOREIGN.findall(sample))
    counts: dict[str, int] = {}
    starts, names = _blocks()
    for letter, count in found.items():
        name = names[bisect_right(starts, letter) - 1]
        counts[name] = counts.get(name, 0) + count
    letters = sum(counts.values())
    latin = len(LATIN_LETTERS.findall(sample))
    if letters * 2 < latin:
        return None
    if counts.get("kana", 0) * 12 >= letters:
        return "ja"
    if counts.get("han", 0) > letters // 2:
        return "zh" if counts["han"] >= FEWEST_WORDS else ""
    best = max(counts, key=lambda name: counts[name])
    if counts[best] < 2 * FEWEST_WORDS or letters < latin or not best:
        return ""
    if best in SHARED and best not in SCRIPT_LANGUAGES:
        return ""
    if best in SCRIPT_LANGUAGES:
        return _by_words(whole or sample, SCRIPT_LANGUAGES[best]) or ""
    return best


FOREIGN = late("[\u0370-\u1dff\u1f00-\u1fff\u3040-\ud7ff]")  # no Latin letter, no punctuation
LATIN_LETTERS = late("[A-Za-z]")


@cache
def _blocks() -> tuple[list[str], list[str]]:
    """Where each script's letters begin, in order, and what script begins there; "" where none that is known does."""
    spans = [
        (name, spans[n], spans[n + 2]) for name, spans in (*SHARED.items(), *SCRIPTS) for n in range(0, len(spans), 3)
    ]
    starts, names = ["\0"], [""]
    for name, first, last in sorted(spans, key=lambda span: span[1]):
        starts += first, chr(ord(last) + 1)
        names += name, ""
    return starts, names


@cache
def _table(languages: frozenset[str]) -> dict[str, tuple[tuple[str, float], ...]]:
    """Every small word, and what it says for which language. A word of many languages says little for each."""
    owners: dict[str, list[tuple[str, float]]] = {}
    for language in sorted(languages):
        for n, word in enumerate(dict.fromkeys(WORDS[language].split())):
            owners.setdefault(word, []).append((language, 1.5 if n < 12 else 1.0))
    return {
        word: tuple((language, weight * (1.0 if len(rows) < 3 else 0.8)) for language, weight in rows)
        for word, rows in owners.items()
    }


WORD = late(r"[^\W\d_]+")
INDIC_WORD = late("[\u0900-\u0963\u0966-\u097f]+")


def _by_words(sample: str, languages: frozenset[str]) -> str | None:
    """The language whose small words the sample is full of."""
    low = sample.lower()
    found = INDIC_WORD.findall(low) if "hi" in languages else WORD.findall(low)
    size = len(found)
    if size < FEWEST_WORDS:
        return None
    table = _table(languages)
    # A word that comes very often says no more than one that comes often: lists repeat themselves.
    most = 2 + size // 12
    points: dict[str, float] = dict.fromkeys(languages, 0.0)
    small: dict[str, int] = dict.fromkeys(languages, 0)
    for word, count in Counter(found).items():
        if owners := table.get(word):
            for language, weight in owners:
                points[language] += weight * (min(most, count))
                small[language] += len(word) > 1  # formulas are full of single letters
    if not low.isascii():
        for language in languages & TELLING.keys():
            if letters := sum(map(low.count, TELLING[language])):
                points[language] += 0.5 * min(letters, size // 3)
    best, second = sorted(points, key=lambda language: (-points[language], language))[:2]
    if small[best] < FEWEST_SMALL or points[best] < LEAST_SHARE * size:
        return None
    lead = 1.06 if {best, second} in SIBLINGS else LEAD  # languages that share most of their small words
    return best if points[best] >= (lead + 4 / size) * points[second] else None


SIBLINGS = tuple(
    set(pair.split("-"))
    for pair in "da-no cs-sk ru-bg bg-mk es-gl pt-gl es-ca nl-af no-sv ru-uk ru-be uk-be hr-sl pt-es".split()
)
