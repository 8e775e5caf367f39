"""
From bytes to text, and how it was told which text.

The ways are tried in the order of how little they can err: a byte-order mark; the pattern of zero bytes that UTF-16 and
UTF-32 leave; strict UTF-8, which no other encoding passes by accident once a text has a few letters above 127; what the
server or the page declares; and a statistical detector last. ``docs/encodings.md`` has the table by which the detector was
chosen, and ``bench/charsets.py`` makes it again.

A declaration stands *behind* strict UTF-8, not before it as in browsers: pages that are UTF-8 and say latin-1 are legion,
texts in latin-1 that happen to be UTF-8 hardly exist.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cleaner.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Decoded(NamedTuple):
    """
    A text, and how it was won from its bytes.

    `encoding` is the usual name on the web ("utf-8", "windows-1252"; "utf-8 with windows-1252" for a mixed file), `told`
    says by what it was known, `sure` how far that can be trusted (0 to 1). `lossy` is true when some bytes meant nothing and
    U+FFFD stands in their place.
    """

    text: str
    encoding: str
    told: str
    sure: float = 1.0
    lossy: bool = False


def decode(data: bytes, declared: str | None = None) -> Decoded:
    r"""
    Read bytes as text; no byte of a text is ever dropped.

    `declared` is the encoding's name as a server or a page gives it, with the meaning that browsers give it: latin-1 is
    windows-1252, gb2312 is gb18030. It is believed unless the bytes contradict it.

    It takes time in proportion to the length, and no more than Python's own ``bytes.decode`` on clean UTF-8. NUL bytes in
    otherwise good text are let through.

    Raises :class:`~cleaner.errors.UnreadableError` for pictures, archives, programs and other bytes that are no text.

    >>> decode("Grüße".encode())
    Decoded(text='Grüße', encoding='utf-8', told='valid UTF-8', sure=1.0, lossy=False)
    >>> decode("Grüße".encode("utf-16")).told
    'byte-order mark'
    >>> decode(b"Gr\xfc\xdfe", "iso-8859-1").encoding
    'windows-1252'
    >>> decode(b"caf\xc3\xa9 and caf\xe9 are the same")
    Decoded(text='café and café are the same', encoding='utf-8 with windows-1252', told='mended', sure=0.9, lossy=False)
    """
    if marked := _by_mark(data):
        return marked
    _refuse_known(data)
    codec = _codec(declared)
    if b"\0" in data and (wide := _by_zeros(data)):
        return wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        _refuse_controls(_sample(data))
        if text.isascii():
            return _by_escapes(data, codec) or Decoded(text, "us-ascii", "ASCII")
        return Decoded(text, "utf-8", "valid UTF-8")
    if wide := _by_script(data):
        return wide
    _refuse_controls(data)
    if known := _by_pairs(data) or _by_kana(data):
        return known
    escaped = data.decode("utf-8", "surrogateescape")
    mixed = _Mixed(data, escaped)
    if mixed.mostly_utf8:
        return mixed.mended()
    if codec and (read := _as_declared(data, codec)):
        return read
    if mixed.partly_utf8:
        return mixed.mended()
    return _by_guess(data)


# --- what the beginning says -------------------------------------------------------------------------------------------

# The longer mark first: UTF-32's little-endian mark begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)


def _by_mark(data: bytes) -> Decoded | None:
    """What a byte-order mark says, if what follows can be read so."""
    for mark, codec, name in MARKS:
        if not data.startswith(mark):
            continue
        body = data[len(mark) :]
        try:
            return Decoded(body.decode(codec), name, "byte-order mark")
        except UnicodeDecodeError:
            if codec == "utf-8":  # a mark set before a file that is something else besides: the bytes decide
                rest = decode(body)
                return rest._replace(told=rest.told if rest.encoding.startswith("utf-8") else "guessed")
            text = body.decode(codec, "replace")
            if text.count("\N{REPLACEMENT CHARACTER}") * 100 <= len(text) + 99:  # cut short, or a few bytes broken
                return Decoded(text, name, "byte-order mark", 0.9, lossy=True)
    return None


# Label -> codec, where Python's own aliases do not know it or mean a smaller set than browsers do
# (https://encoding.spec.whatwg.org/#names-and-labels).
LABELS = {
    "unicode-1-1-utf-8": "utf-8", "unicode11utf8": "utf-8", "unicode20utf8": "utf-8", "x-unicode20utf8": "utf-8",
    "utf-8-sig": "utf-8", "unicode": "utf-16-le", "ucs-2": "utf-16-le", "iso-10646-ucs-2": "utf-16-le",
    "ansi": "cp1252", "ansi_x3.4-1968": "cp1252", "dos-874": "cp874", "tis-620": "cp874", "iso-8859-11": "cp874",
    "x-sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932", "ms932": "cp932",
    "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "ksc_5601": "cp949", "ksc5601": "cp949", "korean": "cp949",
    "csksc56011987": "cp949", "csiso58gb231280": "gb18030", "chinese": "gb18030", "x-gbk": "gb18030",
    "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs", "csbig5": "big5hkscs", "x-euc-jp": "euc_jp",
    "cseucpkdfmtjapanese": "euc_jp", "koi": "koi8-r", "koi8": "koi8-r", "koi8-ru": "koi8-u", "cskoi8r": "koi8-r",
    "x-mac-roman": "mac-roman", "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic", "logical": "iso8859-8", "visual": "iso8859-8", "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8", "csisolatin1": "cp1252", "csisolatin2": "iso8859-2", "csisolatin9": "iso8859-15",
    "csisolatincyrillic": "iso8859-5", "csisolatingreek": "iso8859-7", "sun_eu_greek": "iso8859-7",
}  # fmt: skip
# Codec -> the larger set that browsers read it as.
LARGER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs", "cp950": "big5hkscs",
    "utf-16": "utf-16-le", "utf-32": "utf-32-le", "euc_jis_2004": "euc_jp", "euc_jisx0213": "euc_jp", "shift_jis_2004": "cp932", "shift_jisx0213": "cp932",
}  # fmt: skip
SINGLE = {
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp866", "cp437",
    "cp850", "cp852", "cp855", "cp857", "cp858", "cp862", "cp864", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic",
    "mac-greek", "mac-turkish", "mac-latin2", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7",
    "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
}  # fmt: skip
DOUBLE = {"gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "johab"}
LATER = {"euc_jp": "euc_jis_2004", "cp932": "shift_jis_2004"}  # later editions, asked where the usual one has no letter
SEVEN_BIT = {"iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_kr", "hz"}
WIDE = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"}
# The names by which a reader knows them, where they are not the codec's own.
NAMES = {
    "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252", "cp1253": "windows-1253",
    "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257",
    "cp1258": "windows-1258", "cp874": "windows-874", "cp932": "shift_jis", "cp949": "euc-kr", "big5hkscs": "big5",
    "euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp", "iso2022_jp_2": "iso-2022-jp",
    "iso2022_jp_ext": "iso-2022-jp", "iso2022_kr": "iso-2022-kr", "mac-roman": "macintosh", "mac-cyrillic": "x-mac-cyrillic",
    "hz": "hz-gb-2312", "cp866": "ibm866",
}  # fmt: skip


def _named(codec: str) -> str:
    return NAMES.get(codec, codec.replace("iso8859-", "iso-8859-"))


@cache
def _codec(label: str | None) -> str | None:
    """
    The codec that browsers take for a label; None for one that they do not know.

    >>> _codec(" Latin-1 "), _codec("GB2312"), _codec("x-user-defined"), _codec("rot13")
    ('cp1252', 'gb18030', None, None)
    """
    if not label:
        return None
    bare = label.strip(" \t\n\f\r\"'").lower()
    name = LABELS.get(bare)
    if name is None:
        try:
            name = codecs.lookup(bare.removeprefix("x-")).name
        except (LookupError, ValueError):  # ValueError: a label with a NUL in it
            return None
    name = LARGER.get(name, name)
    return name if name == "utf-8" or name in SINGLE | DOUBLE | SEVEN_BIT | WIDE else None


DECLARATION = re.compile(
    rb"""<meta\b [^<>]*? \bcharset \s*=\s* ["']? \s* ([\w.:+-]{2,40})   # both forms: charset= alone, and inside content=
       | ^\s* <\?xml \s [^<>]*? \bencoding \s*=\s* ["'] ([\w.:+-]{2,40})""",
    re.VERBOSE | re.IGNORECASE,
)
HEAD = 8192  # bytes of a page in which its declaration is looked for; browsers look at 1024, pages do not always keep to it


def declared_in(data: bytes) -> str | None:
    """
    The encoding that a page names in its first bytes, None when it names none.

    Only for bytes that are known to be a page: a text *about* pages may quote such a line.

    >>> declared_in(b'<html><head><meta charset="koi8-r">')
    'koi8-r'
    """
    found = DECLARATION.search(data, 0, HEAD)
    if not found:
        return None
    name: bytes = found[1] or found[2]
    label = name.decode("ascii", "replace")
    # A declaration that could be read byte by byte cannot have been in UTF-16; browsers read such a page as UTF-8.
    return "utf-8" if (_codec(label) or "") in WIDE else label


def _as_declared(data: bytes, codec: str) -> Decoded | None:
    """The text by its declaration, None when the bytes contradict it."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        if codec in SINGLE:
            text, holes = _sloppy(data, codec)
            # Browsers let a hole in a code page pass as the control character of that number. A few are a slip of the
            # writer's program, many the sign of another encoding.
            if holes * 50 > _high(data) + 49:
                return None
            lost = "\N{REPLACEMENT CHARACTER}" in text
        elif codec in DOUBLE:
            text = data.decode(codec, "replace")
            lost = True
            if text.count("\N{REPLACEMENT CHARACTER}") * 100 > _high(data) + 99 and error.start < len(data) - 4:
                return None
        else:
            return None
    else:
        lost = False
    if codec in SINGLE and _like_misread(text):
        return None
    return Decoded(text, _named(codec), "declared", 0.95, lost)


# In languages written with Latin letters three accented ones hardly ever stand side by side; a Cyrillic, Greek or Chinese
# text that is read as windows-1252 has nothing else. Copied template lines make such declarations.
HEAP = re.compile(
    "[\N{LATIN CAPITAL LETTER A WITH GRAVE}-\N{LATIN SMALL LETTER Y WITH DIAERESIS}\N{NO-BREAK SPACE}-\N{INVERTED QUESTION MARK}]{4,}"
)


def _like_misread(text: str) -> bool:
    """Does a text read in a Western encoding look like one of another script?"""
    sample = text[:200_000]
    heaped = sum(len(heap) for heap in HEAP.findall(sample))
    return heaped > 0 and heaped * 2 > sum(
        1 for letter in re.findall("[\N{NO-BREAK SPACE}-\N{LATIN SMALL LETTER Y WITH DIAERESIS}]", sample)
    )


@cache
def _table(codec: str) -> str:
    """The 256 characters of a code page; a hole in its C1 range is the control character of that number."""
    table: list[str] = []
    for number in range(256):
        try:
            table.append(bytes([number]).decode(codec))
        except UnicodeDecodeError:
            table.append(chr(number) if 0x80 <= number < 0xA0 else "\N{REPLACEMENT CHARACTER}")
    return "".join(table)


def _sloppy(data: bytes, codec: str) -> tuple[str, int]:
    """The text by a code page with holes, and how many bytes fell into them."""
    table = _table(codec)
    text: str = codecs.charmap_decode(data, "strict", table)[0]
    holes = bytes(
        n
        for n, char in enumerate(table)
        if char == "\N{REPLACEMENT CHARACTER}" or (n > 127 and char == chr(n) and n < 0xA0)
    )
    return text, len(data) - len(data.translate(None, holes))


LOW = bytes(range(128))


def _high(data: bytes) -> int:
    """How many bytes are above 127."""
    return len(data.translate(None, LOW))


# --- UTF-16 and UTF-32 without a mark ------------------------------------------------------------------------------------


def _by_zeros(data: bytes) -> Decoded | None:
    r"""
    UTF-16 or UTF-32 by where the zero bytes stand.

    >>> _by_zeros("Wide.".encode("utf-16-be")).encoding
    'utf-16be'
    >>> _by_zeros(b"one\0two\0three") is None
    True
    """
    head = data[: 1 << 16]
    head = head[: len(head) // 4 * 4] if len(head) >= 4 else head
    size = len(head)
    places = [head[k::4].count(0) * 4 for k in range(4)]
    if size >= 4 and len(data) % 4 == 0:
        for order, codec in ((places, "utf-32-le"), (places[::-1], "utf-32-be")):
            if order[3] == size and order[2] * 10 >= size * 9 and order[0] * 4 < size:
                try:
                    return Decoded(data.decode(codec), codec.replace("-l", "l").replace("-b", "b"), "zero bytes", 0.99)
                except UnicodeDecodeError:
                    pass
    even, odd = (places[0] + places[2]) / 2, (places[1] + places[3]) / 2
    if size < 4:
        even, odd = head[::2].count(0) * 2, head[1::2].count(0) * 2
    # In a text that is mostly Latin every other byte is zero; for other scripts the zeros are too few to go by.
    for zeros, others, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros * 2 >= size and others * 20 <= zeros:
            text = data.decode(codec, "replace")
            lost = text.count("\N{REPLACEMENT CHARACTER}")
            if lost * 100 <= len(text) + 99 and not _controlled(text):
                return Decoded(text, codec.replace("-l", "l").replace("-b", "b"), "zero bytes", 0.99, lossy=lost > 0)
    return _by_script(data)


def _controlled(text: str) -> bool:
    """Has it more control characters than a text has?"""
    return len(CONTROL.findall(text[:20_000])) * 50 > min(len(text), 20_000)


CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
# What most of any text in UTF-16 consists of, whatever its script.
USUAL = re.compile(
    r"[\t\n\r -~\u00a0-\u024f\u0370-\u058f\u05d0-\u05ea\u0600-\u06ff\u0900-\u0e7f\u1e00-\u1eff\u200b-\u200f\u2010-\u2026\u3000-\u30ff"
    r"\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)
LATIN = b" abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ALPHABETS = re.compile(
    r"[\u0370-\u10ff]"
)  # no Han or Hangul: those are what other encodings look like when read by twos
STOPS = re.compile(r"[\t\n\r 0-9.,。、，．・「」]")


def _by_script(data: bytes) -> Decoded | None:
    """
    UTF-16 of a text that is not Latin, where zero bytes are few: both byte orders are tried and must differ clearly.

    A text of one byte a letter can be taken for Chinese when it is read by twos, so most bytes must not be Latin letters, and the
    blanks, digits and full stops that every text has must be there in the one order and lack in the other.
    """
    size = len(data)
    if size < 8 or size % 2:
        return None
    head = data[: 1 << 15]
    if (len(head) - len(head.translate(None, LATIN))) * 10 > len(head) * 7:
        return None
    best: list[tuple[float, float, str]] = []
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = head.decode(codec)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 2:  # a surrogate pair may be cut at the end of the sample, nothing else
                best.append((0.0, 0.0, codec))
                continue
            text = head[: error.start].decode(codec)
        best.append((len(USUAL.findall(text)) / len(text), len(STOPS.findall(text)) / len(text), codec))
    (usual, stops, codec), (other, other_stops, _) = sorted(best, reverse=True)
    clear = usual >= 0.97 and stops >= 0.01 and other_stops * 4 <= stops and other <= usual - 0.01
    if not clear and not (
        usual >= 0.97 and other < 0.6 and len(ALPHABETS.findall(head.decode(codec, "replace"))) * 3 > size
    ):
        return None
    try:
        return Decoded(data.decode(codec), codec.replace("-l", "l").replace("-b", "b"), "script", 0.9)
    except UnicodeDecodeError:
        return None


def _by_escapes(data: bytes, codec: str | None) -> Decoded | None:
    """The seven-bit encodings of mail and old news: Japanese by its escapes, the others only when they are declared."""
    asked = codec if codec in SEVEN_BIT else None
    if asked is None and (b"\x1b$B" in data or b"\x1b$@" in data):
        asked = "iso2022_jp_ext"
    if asked is None and data.startswith(b"\x1b$)C"):
        asked = "iso2022_kr"
    if asked is None:
        return None
    try:
        return Decoded(data.decode(asked), _named(asked), "declared" if codec == asked else "escape sequences", 0.99)
    except UnicodeDecodeError:
        return None


# --- files in two encodings ----------------------------------------------------------------------------------------------

STRAY = re.compile("[\udc80-\udcff]+")  # how Python's surrogateescape shows bytes that are no UTF-8
PAIR = re.compile(
    rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]"
)  # one character written as two surrogates (CESU-8)


class _Mixed:
    """
    A text that is UTF-8 in part: a page with a comment pasted from elsewhere, a file that was cut inside a letter.

    `escaped` is the text with every stray byte as a lone surrogate, which makes counting and mending one scan each.
    """

    def __init__(self, data: bytes, escaped: str) -> None:
        self.escaped = escaped
        self.stray = len(data) - len(escaped.encode("utf-8", "ignore"))
        self.letters = len(escaped) - self.stray - (len(data) - _high(data))
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

    def mended(self) -> Decoded:
        """Each line by what most of it is: UTF-8 with single stray bytes, or wholly in the other encoding."""
        if self.stray <= 3 and STRAY.search(self.escaped, len(self.escaped) - self.stray) and _cut_short(self.data):
            text = STRAY.sub("\N{REPLACEMENT CHARACTER}", self.escaped)
            return Decoded(text, "utf-8", "mended", 0.99, lossy=True)
        lines = self.escaped.split("\n")
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
            codec = _guessed(b"\n".join(raw.values()))[0] or codec
        lossy = False
        for number, other in raw.items():
            lines[number], lost = _read(other, codec)
            lossy |= lost
        single = codec if codec in SINGLE else "cp1252"
        for number in parts:
            lines[number] = STRAY.sub(lambda run: _strays(run[0], single), lines[number])
        used = sorted({_named(codec)} if whole else set()) + (
            [_named(single)] if parts and (not whole or single != codec) else []
        )
        return Decoded("\n".join(lines), f"utf-8 with {' and '.join(used)}", "mended", 0.9, lossy)


def _by_pairs(data: bytes) -> Decoded | None:
    """UTF-8 in which some characters were written as the two surrogates that UTF-16 has for them (CESU-8)."""
    if not PAIR.search(data):
        return None
    try:
        text = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeError:
        return None
    return Decoded(text, "cesu-8", "mended", 0.9)


def _strays(run: str, codec: str) -> str:
    """Stray bytes by a code page."""
    return _sloppy(run.encode("utf-8", "surrogateescape"), codec)[0]


def _cut_short(data: bytes) -> bool:
    """Is the only fault that the last letter is not there to its end?"""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end == len(data) and error.reason == "unexpected end of data"
    return False


# --- the detector --------------------------------------------------------------------------------------------------------

MODERN = (
    "cp1252", "iso8859-15", "cp1250", "iso8859-2", "cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic", "cp1253",
    "iso8859-7", "cp1254", "cp1255", "iso8859-8", "cp1256", "cp1257", "cp874", "gb18030", "big5hkscs", "cp932",
    "euc_jis_2004", "cp949",
)  # fmt: skip
OLD = ("mac-roman", "cp850", "cp852", "cp437")  # asked only when nothing else makes words of the bytes
SAMPLE = 6_000  # bytes that the detector is given: more tells it nothing new, and it takes two seconds a megabyte


def _by_guess(data: bytes) -> Decoded:
    """By letters and their neighbours; windows-1252 when nothing speaks for another."""
    codec, sure = _guessed(data)
    text, lossy = _read(data, codec)
    return Decoded(text, _named(codec), "guessed", sure, lossy)


def _read(data: bytes, codec: str) -> tuple[str, bool]:
    """The text by a codec, and whether something of it meant nothing there."""
    try:
        return data.decode(codec), False
    except UnicodeDecodeError:
        if codec in SINGLE:
            text = _sloppy(data, codec)[0]
            return text, "\N{REPLACEMENT CHARACTER}" in text
    try:
        return data.decode(LATER.get(codec, codec)), False
    except UnicodeDecodeError:
        return data.decode(codec, "replace"), True


def _guessed(data: bytes) -> tuple[str, float]:
    """The codec that most likely wrote these bytes, and how likely (0 to 1)."""
    sample = _dense(data)
    if _only_typography(sample):
        return "cp1252", 0.9
    score, codec = _best(sample, MODERN)
    if score < 0.02 or _oddness(_read(sample, codec)[0]) > 0.2:
        older = max(_best(sample, OLD), (score, codec))
        if _oddness(_read(sample, older[1])[0]) < _oddness(_read(sample, codec)[0]) / 2:
            score, codec = older
    if codec == "cp1252" and EURO.search(sample) and not C1.search(sample):
        codec = "iso8859-15"
    return codec, round(min(1.0, 0.5 + score / 2), 2)


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
        text, lossy = _read(sample, codec)
        if lossy and codec not in SINGLE:
            continue
        if codec in SINGLE and (holes := _sloppy(sample, codec)[1]):
            fitting = max(0.0, 1 - 10 * holes / _high(sample))
        scored.append((confidence * fitting * (1 - _oddness(text)) ** 2, codec))
    return max(scored, default=(0.0, codecs_asked[0]))


# Hiragana and katakana; no text in another encoding consists of these pairs.
KANA = (("euc_jp", re.compile(rb"[\xa4\xa5][\xa1-\xf6]")), ("cp932", re.compile(rb"\x82[\x9f-\xf1]|\x83[\x40-\x96]")))


def _by_kana(data: bytes) -> Decoded | None:
    """
    Japanese by its syllables: pairs of bytes that no text in another encoding consists of.

    Asked before a mixed file is thought of, because every other of these pairs is a letter of UTF-8 when it is read askew.
    """
    sample = _dense(data)
    for codec, kana in KANA:
        if len(kana.findall(sample)) * 4 >= _high(sample) >= 6:
            text, lossy = _read(data, codec)
            if not lossy:
                return Decoded(text, _named(codec), "script", 0.95)
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
)


def _only_typography(sample: bytes) -> bool:
    r"""
    Is everything above 127 a sign of the Windows code pages, in a place where it makes sense?

    >>> _only_typography(b"It\x92s \x93fine\x94 \x97 really\x85"), _only_typography(b"voil\x85 l\x92\x82t\x82")
    (True, False)
    """
    return len(TYPOGRAPHY.findall(sample)) == _high(sample)


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


def _oddness(text: str) -> float:
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

# --- what is no text -----------------------------------------------------------------------------------------------------

UNPACK = "unpack it and clean what is inside"
PICTURE = "take the text out of it with an OCR program first"
OFFICE = "save it as plain text or HTML first"
MEDIA = "there is no text in it to clean"
# How a file begins -> (what it is, what to do). Each holds a byte that no text begins with, or is marked by its form.
MAGIC: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), what, advice)
    for pattern, what, advice in (
        (rb"%PDF-\d\.\d\s*[\r\n]", "a PDF document", "turn it into text first (pdftotext does)"),
        (rb"\{\\rtf\d", "a rich text (RTF) document", OFFICE),
        (rb"%!PS-Adobe-\d", "a PostScript document", "turn it into text first (ps2ascii does)"),
        (rb"\x89PNG\r\n\x1a\n", "a PNG picture", PICTURE),
        (rb"\xff\xd8\xff", "a JPEG picture", PICTURE),
        (rb"GIF8[79]a[^\n]{0,8}[\x00-\x08\x80-\xff]", "a GIF picture", PICTURE),
        (rb"RIFF....WEBP", "a WebP picture", PICTURE),
        (rb"BM....\0\0\0\0", "a BMP picture", PICTURE),
        (rb"II\*\0|MM\0\*", "a TIFF picture", PICTURE),
        (rb"\0\0[\x01\x02]\0[\x01-\x40]\0", "an icon", PICTURE),
        (rb"\0\0..ftyp(?:avif|heic|heix|mif1)", "a HEIF picture", PICTURE),
        (rb"PK\x03\x04.{26}mimetypeapplication/epub", "an e-book (EPUB)", UNPACK),
        (rb"PK\x03\x04.{26}(?:mimetypeapplication/vnd\.oasis|\[Content_Types\]|_rels/)", "an office document", OFFICE),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", OFFICE),
        (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", "a ZIP archive", UNPACK),
        (rb"\x1f\x8b[\x00-\x08]", "a gzip archive", UNPACK),
        (rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", "a bzip2 archive", UNPACK),
        (rb"\xfd7zXZ\0", "an xz archive", UNPACK),
        (rb"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
        (rb"\x04\x22\x4d\x18", "an LZ4 archive", UNPACK),
        (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
        (rb"Rar!\x1a\x07", "a RAR archive", UNPACK),
        (rb".{257}ustar[\0 ]", "a tar archive", UNPACK),
        (rb"\x7fELF", "a program (ELF)", MEDIA),
        (rb"MZ.{58}[^\n]{0,3}\0", "a Windows program", MEDIA),
        (rb"\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]", "a program", MEDIA),
        (rb"\0asm\x01", "a program (WebAssembly)", MEDIA),
        (rb"SQLite format 3\0", "an SQLite database", "export its table as text first"),
        (rb"PAR1.*PAR1\Z", "a Parquet table", "export the column with the text first"),
        (rb"ARROW1\0\0", "an Arrow table", "export the column with the text first"),
        (rb"\x80[\x02-\x05](?=.).*\.\Z|\x93NUMPY", "data of a Python program", "save its text as UTF-8 first"),
        (rb"ID3[\x02-\x04]\0", "an MP3 sound", MEDIA),
        (rb"OggS\0", "an Ogg sound", MEDIA),
        (rb"fLaC\0", "a FLAC sound", MEDIA),
        (rb"RIFF....(?:WAVE|AVI )", "a sound or a film", MEDIA),
        (rb"\0\0..ftyp|\x1aE\xdf\xa3", "a film", MEDIA),
        (rb"wOF[F2][\0\x01O]|\0\x01\0\0\0|OTTO\0", "a font", MEDIA),
    )
)


ANY_MAGIC = re.compile(
    b"|".join(pattern.pattern for pattern, _, _ in MAGIC), re.DOTALL
)  # one look for all at nearly no cost


def _refuse_known(data: bytes) -> None:
    """Raise for what a well-known beginning shows to be no text."""
    if not ANY_MAGIC.match(data):
        return
    for pattern, what, advice in MAGIC:
        if pattern.match(data):
            raise UnreadableError(f"this is {what}, not text: {advice}")


def _sample(data: bytes) -> bytes:
    """Enough of the bytes to see whether they are a text: the beginning, the middle, the end."""
    middle = len(data) // 2
    return data if len(data) < 12_288 else data[:4096] + data[middle : middle + 4096] + data[-4096:]


# No text holds these in number. Tab, line feeds, form feed and escape are used; NUL is let through and taken out later.
CONTROLS = bytes({*range(1, 9), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F})


def _refuse_controls(data: bytes) -> None:
    """Raise for bytes that are full of control characters, or nothing but NUL."""
    solid = data.replace(b"\0", b"") if b"\0" in data else data
    if data and not solid:
        raise UnreadableError(
            "this is nothing but NUL bytes, as a file that was never written to its end: fetch it again"
        )
    controls = len(solid) - len(solid.translate(None, CONTROLS))
    if controls * 50 > len(solid) and (controls > 1 or _high(solid)):
        raise UnreadableError(
            "these bytes are no text in any encoding that is known (a picture, a program, compressed or encrypted data?): "
            "if there is text in them, save it as UTF-8 first"
        )
