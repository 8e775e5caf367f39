"""Files in two encodings: a UTF-8 page with a comment in windows-1252, a file that was cut inside a letter."""

from __future__ import annotations

import re
from functools import cache

from cleaner.read.codepages import high, read_by, table_of
from cleaner.read.decoded import Decoded
from cleaner.read.detect import guessed, oddness
from cleaner.read.labels import SINGLE, named

STRAY = re.compile("[\udc80-\udcff]+")  # how Python's surrogateescape shows bytes that are no UTF-8
MISREAD = 0.3  # of the letters of a line that look odd
# A letter of which the first bytes are there and the last are not, and no other stray byte beside it. An accented letter of
# Windows-1252 before a closing sign looks the same: café’s, voilà…
CUT = re.compile(
    "(?<![\udc80-\udcff])"
    "(?!(?:(?<=[A-Za-z])[\udce0-\udcf4]|\udce0)[\udc85\udc92\udc94\udc96\udc97\udca0\udcbb]{1,2}(?![\udc80-\udcff]))"
    "(?:\udce0[\udca0-\udcbf]|[\udce1-\udcec\udcee\udcef][\udc80-\udcbf]|\udced[\udc80-\udc9f]"
    "|\udcf0[\udc90-\udcbf][\udc80-\udcbf]?|[\udcf1-\udcf3][\udc80-\udcbf]{1,2}|\udcf4[\udc80-\udc8f][\udc80-\udcbf]?)"
    "(?![\udc80-\udcff])"
)
LOOKS = 20  # lines in a third encoding that are looked at one by one, for that takes some milliseconds each
ENOUGH = 3  # letters of several bytes that are whole by no accident
PAIR = re.compile(
    rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]"
)  # one character written as two surrogates (CESU-8)


class Mixed:
    """
    A text that is UTF-8 in part: a page with a comment pasted from elsewhere, a file that was cut inside a letter.

    `escaped` is the text with every stray byte as a lone surrogate, which makes counting and mending one scan each.
    """

    def __init__(self, data: bytes, escaped: str) -> None:
        self.escaped = escaped
        self.stray = len(data) - len(escaped.encode("utf-8", "ignore"))
        self.letters = len(escaped) - self.stray - (len(data) - high(data))
        self.data = data

    @property
    def mostly_utf8(self) -> bool:
        """Do whole letters outnumber stray bytes? In no other encoding they do: at most every tenth is one by accident."""
        return self.letters > 0 and self.letters >= self.stray

    @property
    def partly_utf8(self) -> bool:
        """Are there enough lines that are UTF-8 throughout, beside others that are not?"""
        if not self.letters:
            return False
        good = bad = 0
        for line in self.escaped.split("\n"):
            if line.isascii():
                continue
            if STRAY.search(line):
                bad += 1
            elif len(line.encode()) - len(line) >= 2:  # one letter of three bytes or two of two: hardly by accident
                good += 1
        return good > 0 and good * 4 >= bad

    @property
    def has_utf8_lines(self) -> bool:
        """
        Is it a text in a code page with lines in UTF-8 in it?

        Three letters that are whole in UTF-8, and no byte that is not, come about by accident in the encodings of Asia and of DOS
        alone.
        """
        if self.letters < ENOUGH:
            return False
        lines = [line for line in self.escaped.split("\n") if not line.isascii()]
        if not any(len(line) - sum(map(str.isascii, line)) >= ENOUGH and not STRAY.search(line) for line in lines):
            return False
        others = "\n".join(line for line in lines if STRAY.search(line))
        return guessed(others.encode("utf-8", "surrogateescape"))[0].startswith(("cp125", "iso8859", "koi8"))

    def mended(self) -> Decoded:
        """Each line by what most of it is: UTF-8 with single stray bytes, or wholly in the other encoding."""
        if self.stray <= 3 and STRAY.search(self.escaped, len(self.escaped) - self.stray) and _cut_short(self.data):
            text = STRAY.sub("\N{REPLACEMENT CHARACTER}", self.escaped)
            return Decoded(text, "utf-8", "mended", 0.99, lossy=True)
        # Only where the rest is UTF-8: a short word in another encoding may look like half a letter.
        escaped, cut = CUT.subn("\N{REPLACEMENT CHARACTER}", self.escaped) if self.mostly_utf8 else (self.escaped, 0)
        lines = escaped.split("\n")
        whole: list[int] = []  # lines that are in the other encoding throughout
        parts: list[int] = []
        for number, line in enumerate(lines):
            if not line.isascii() and STRAY.search(line):
                stray = sum(len(run) for run in STRAY.findall(line))
                letters = len(line) - stray - sum(map(str.isascii, line))
                (whole if stray > letters else parts).append(number)
        raw = {number: lines[number].encode("utf-8", "surrogateescape") for number in whole}
        codec = "cp1252"
        if whole:
            codec = guessed(b"\n".join(raw.values()))[0]
        lossy = cut > 0
        used = set()
        looks = LOOKS
        for number, other in raw.items():
            lines[number], lost = read_by(other, codec)
            name = codec
            if looks and oddness(lines[number]) > MISREAD:  # no words: a third encoding?
                looks -= 1
                lines[number], lost, name = _by_itself(other, codec)
            lossy |= lost
            used.add(named(name))
        single = codec if codec in SINGLE else "cp1252"
        for number in parts:
            before, lines[number] = lines[number], lines[number].translate(_strays_by(single))
            lossy |= lines[number].count("\N{REPLACEMENT CHARACTER}") > before.count("\N{REPLACEMENT CHARACTER}")
            used.add(named(single))
        name = f"utf-8 with {' and '.join(sorted(used))}" if used else "utf-8"
        return Decoded("\n".join(lines), name, "mended", 0.9, lossy)


def by_pairs(data: bytes) -> Decoded | None:
    """UTF-8 in which some characters were written as the two surrogates that UTF-16 has for them (CESU-8)."""
    if not PAIR.search(data):
        return None
    try:
        text = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeError:
        return None
    return Decoded(text, "cesu-8", "mended", 0.9)


def _by_itself(line: bytes, codec: str) -> tuple[str, bool, str]:
    """A line by its own look, if that makes more sense of it than the codec of the others."""
    text, lost = read_by(line, codec)
    own = guessed(line)[0]
    then, lost_then = read_by(line, own)
    return (then, lost_then, own) if oddness(then) < oddness(text) / 2 else (text, lost, codec)


@cache
def _strays_by(codec: str) -> dict[int, str]:
    """The letters that stray bytes are by a code page."""
    return {0xDC00 + number: letter for number, letter in enumerate(table_of(codec)) if number >= 0x80}


def _cut_short(data: bytes) -> bool:
    """Is the only fault that the last letter is not there to its end?"""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end == len(data) and error.reason == "unexpected end of data"
    return False
