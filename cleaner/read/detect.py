"""
The detector: what most likely wrote these bytes, by letters and their neighbours.

Asked last, about the lines that tell, and checked. ``docs/encodings.md`` has the table by which it was chosen.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from cleaner.read.codepages import high, read_by, sloppy
from cleaner.read.decoded import Decoded
from cleaner.read.labels import LARGER, SINGLE, named

if TYPE_CHECKING:
    from collections.abc import Iterator

MODERN = (
    "cp1252", "iso8859-15", "cp1250", "iso8859-2", "cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic", "cp1253",
    "iso8859-7", "cp1254", "cp1255", "iso8859-8", "cp1256", "cp1257", "cp874", "gb18030", "big5hkscs", "cp932",
    "euc_jis_2004", "cp949",
)  # fmt: skip
OLD = ("mac-roman", "cp850", "cp852", "cp437")  # asked only when nothing else makes words of the bytes
SAMPLE = 6_000  # bytes that the detector is given: more tells it nothing new, and it takes two seconds a megabyte


# How often readings with so high a score were right, in the texts of docs/encodings.md.
SURE = ((0.3, 0.98), (0.2, 0.95), (0.1, 0.9), (0.0, 0.75))


def by_guess(data: bytes) -> Decoded:
    """By letters and their neighbours; windows-1252 when nothing speaks for another."""
    codec, sure = guessed(data)
    text, lossy = read_by(data, codec)
    return Decoded(text, named(codec), "guessed", sure, lossy)


def guessed(data: bytes) -> tuple[str, float]:
    """The codec that most likely wrote these bytes, and how likely (0 to 1)."""
    sample = _dense(data)
    if _only_typography(sample) or (high(sample) <= FEW and _only_western(sample)):
        return "cp1252", 0.9
    score, codec = _best(sample, MODERN)
    if score < 0.02 or oddness(read_by(sample, codec)[0]) > 0.2:
        older = max(_best(sample, OLD), (score, codec))
        if oddness(read_by(sample, older[1])[0]) < oddness(read_by(sample, codec)[0]) / 2:
            score, codec = older
    if codec == "cp1252" and EURO.search(sample) and not C1.search(sample):
        codec = "iso8859-15"
    return codec, next(sure for least, sure in SURE if score >= least)


def _best(sample: bytes, codecs_asked: tuple[str, ...]) -> tuple[float, str]:
    """The best of the detector's answers after a look at what each makes of the text."""
    ranked = dict(_ranked(sample, codecs_asked))
    if "cp1252" in codecs_asked:
        # Most stray text is Western: with a handful of letters to go by, another answer must be clearly better.
        ranked["cp1252"] = max(ranked.get("cp1252", 0.0), 0.01) * 1.25
        if (
            ranked.get("cp1254", 0.0) * 1.3 >= ranked["cp1252"]
            and TURKISH.search(sample)
            and not ICELANDIC.search(sample)
        ):
            ranked["cp1254"] = ranked["cp1252"] * 1.01
    scored = []
    for codec, confidence in ranked.items():
        fitting = 1.0
        text, lossy = read_by(sample, codec)
        if lossy and codec not in SINGLE:
            continue
        if codec in SINGLE and (holes := sloppy(sample, codec)[1]):
            fitting = max(0.0, 1 - 10 * holes / high(sample))
        scored.append((confidence * fitting * (1 - oddness(text)) ** 2, codec))
    return max(scored, default=(0.0, codecs_asked[0]))


# Hiragana and katakana; no text in another encoding consists of these pairs.
KANA = (("euc_jp", re.compile(rb"[\xa4\xa5][\xa1-\xf6]")), ("cp932", re.compile(rb"\x82[\x9f-\xf1]|\x83[\x40-\x96]")))


def by_kana(data: bytes) -> Decoded | None:
    """
    Japanese by its syllables: pairs of bytes that no text in another encoding consists of.

    Asked before a mixed file is thought of, because every other of these pairs is a letter of UTF-8 when it is read askew.
    """
    sample = _dense(data)
    for codec, kana in KANA:
        if len(kana.findall(sample)) * 4 >= high(sample) >= 6:
            text, lossy = read_by(data, codec)
            if not lossy:
                return Decoded(text, named(codec), "script", 0.95)
    return None


# The euro sign and the ligature of "coeur" in latin-9, where windows-1252 has a sign nobody uses and a fraction.
EURO = re.compile(rb"\xa4|(?<!\d)\xbd[a-z]{2}")
C1 = re.compile(rb"[\x80-\x9f]")
# The letters in which windows-1254 (Turkish) differs from windows-1252, and those that Icelandic has beside them.
TURKISH = re.compile(rb"[\xf0\xfd\xfe\xdd]")
ICELANDIC = re.compile(rb"[\xe1\xe6\xe9\xed\xf3\xfa]")


def _ranked(sample: bytes, asked: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """What the detector at hand thinks of each codec."""
    try:
        from chardet import detect_all
    except ImportError:
        from charset_normalizer import from_bytes

        for match in from_bytes(sample, cp_isolation=list(asked)):
            yield _plain_name(match.encoding), (1 - match.chaos) * (0.1 + 0.9 * match.coherence)
        return
    answers = detect_all(
        sample, ignore_threshold=True, compat_names=False, include_encodings=asked, no_match_encoding=asked[0]
    )
    for found in answers:
        if found["encoding"]:
            yield _plain_name(found["encoding"]), found["confidence"]


def _plain_name(name: str) -> str:
    """A codec's name as it stands in the tables here."""
    canonical = codecs.lookup(name).name
    return LARGER.get(canonical, canonical)


def _dense(data: bytes) -> bytes:
    """
    The lines that hold bytes above 127, as many as the detector needs.

    A page is nine tenths markup, and the letters that tell may stand far down. A long line is cut at a byte that can end no
    letter in any encoding.
    """
    parts: list[bytes] = []
    taken = at = 0
    while taken < SAMPLE and (found := HIGH.search(data, at)):
        first = found.start()
        begin = max(at, first - 200, data.rfind(b"\n", max(at, first - 200), first) + 1)
        end = data.find(b"\n", first, first + 4000)
        if end < 0:
            end = min(len(data), first + 4000)
            if end < len(data) and (cut := BREAK.match(data, first, end)):
                end = cut.end()
        parts.append(data[begin:end])
        taken += end - begin
        at = end
    return b"\n".join(parts)


HIGH = re.compile(rb"[\x80-\xff]")
BREAK = re.compile(rb"(?s).*[\x00-\x2f]")
# Quotes, dashes and the ellipsis where they belong: all Windows code pages agree on them, so there is nothing to guess.
TYPOGRAPHY = re.compile(
    rb"(?<![^\s(\[{\"'>\x91\x93\x96\x97-])[\x91\x93](?=[\w\x91\x93.$'])"  # opening quotes
    rb"|(?<=[\w.,;:!?%)\]\x85\x94-])[\x92\x94](?![\x80-\x90\x95-\xff])"  # closing quotes, apostrophes
    rb"|(?<![\x80-\xff])[\x96\x97](?![\x98-\xff])"  # dashes
    rb"|(?<=[\w,?!.])\x85(?=[\s\x92\x94.?!)]|$)"  # ellipsis
    rb"|(?<=[0-9.,;:!?%)])\xa0(?![\x80-\xff])|(?<![\x80-\xff])\xa0(?=[0-9:;!?%(])"  # a no-break space beside a figure or a sign
    rb"|(?<=[0-9])\xb0(?=[\sCF.,;)]|$)|(?<![\x80-\xff])[\xa7\xa9](?=[\s0-9])"  # degrees, paragraphs, copyright
)
FEW = 6
# Letters that mean the same in Windows-1252, -1250, -1254 and -1257, and those that only Western words have in such a place.
WESTERN = re.compile(
    TYPOGRAPHY.pattern
    + rb"|(?<=[A-Za-z])[\xdf\xe4\xe9\xf3\xf6\xfc]|[\xc4\xc9\xd3\xd6\xdc\xe4\xe9\xf3\xf6\xfc](?=[A-Za-z])"
    rb"|(?<=[AEOUaeou])\xef(?=[a-z])|(?<=[A-Za-z])\xf1(?=[aeiou])"  # naïve, año
    rb"|(?<![\w\x80-\xff])[\xc0\xc8\xe0\xe8](?![\w\x80-\xff])"  # à and è are words
)


def _only_typography(sample: bytes) -> bool:
    r"""
    Is everything above 127 a sign of the Windows code pages, in a place where it makes sense?

    >>> _only_typography(b"It\x92s \x93fine\x94 \x97 really\x85"), _only_typography(b"voil\x85 l\x92\x82t\x82")
    (True, False)
    """
    return len(TYPOGRAPHY.findall(sample)) == high(sample)


def _only_western(sample: bytes) -> bool:
    r"""
    Is everything above 127 what short Western texts have, and no others?

    The detector goes by pairs of letters, of which a few words have too few.

    >>> _only_western(b"r\xe9sum\xe9 na\xefve"), _only_western(b"dzie\xf1 dobry")
    (True, False)
    """
    return len(WESTERN.findall(sample)) == high(sample)


# What a text shows when it is read in the wrong encoding: signs that no language writes, capitals and signs inside words,
# single letters of one script inside words of another.
ODD = re.compile(
    r"[\x80-\x9f\u02c6-\u02dd\u2190-\u23ff\u2500-\u25ff\ue000-\uf8ff\ufffd]"
    r"|(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŽŠŒŸĄĘŁŚŹŻČĎŇŘŤŮĂȘŢŐŰĆĐĹŃĽĚŔŞĞİ¤†‡¿¡¨ƒ›‹„‚]"
    r"|(?<=[a-z])[¢-§©-²´-¶¸-¿×÷\u2018\u201a-\u203a€™](?=[a-z])"
    r"|[À-ÖØ-öø-ž](?=\d)|(?<=[.,!?\d])[À-ÖØ-Þ](?!\w)|(?<= )[ÐÑ](?= )|(?<!\w)[ÒÔ](?=[A-Z])"
    r"|(?<=[A-Za-z])[\u0370-\u06ff\u0e00-\u0e7f]|[\u0370-\u06ff\u0e00-\u0e7f](?=[A-Za-z])"
    r"|(?<=[a-z])[\u3000-\u9fff\uac00-\ud7a3\uff00-\uff9f]{1,2}(?=[a-z\s])"
)
FOREIGN = re.compile(r"[\u0370-\u06ff]+")  # Greek, Cyrillic, Hebrew, Arabic: scripts whose words have no Latin letters


def oddness(text: str) -> float:
    """How much of what is above 127 looks misread, from 0 to 1."""
    above = sum(1 for _ in ABOVE.finditer(text))
    if not above:
        return 0.0
    odd = sum(len(found) for found in ODD.findall(text))
    runs = FOREIGN.findall(text)
    if runs and sum(map(len, runs)) < 1.5 * len(runs):  # single letters strewn among Latin words
        odd += len(runs)
    return min(1.0, odd / above)


ABOVE = re.compile(r"[^\x00-\x7f]")
