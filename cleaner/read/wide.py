"""UTF-16 and UTF-32 without a byte-order mark, and the encodings of seven bits."""

from __future__ import annotations

import re

from cleaner.read.decoded import Decoded
from cleaner.read.labels import SEVEN_BIT, named


def by_zeros(data: bytes) -> Decoded | None:
    r"""
    UTF-16 or UTF-32 by where the zero bytes stand.

    >>> by_zeros("Wide.".encode("utf-16-be")).encoding
    'utf-16be'
    >>> by_zeros(b"one\0two\0three") is None
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
        # In a few bytes one NUL is half of the odd places; and the letters of UTF-16 come in pairs of bytes.
        if (
            (len(data) % 2 == 0 or size >= 64)
            and zeros * 2 >= size
            and others * 20 <= zeros
            and (size >= 8 or zeros >= size)
        ):
            text = data.decode(codec, "replace")
            lost = text.count("\N{REPLACEMENT CHARACTER}")
            if lost * 100 <= len(text) + 99 and not _controlled(text):
                return Decoded(text, codec.replace("-l", "l").replace("-b", "b"), "zero bytes", 0.99, lossy=lost > 0)
    return by_script(data)


def _controlled(text: str) -> bool:
    """Has it more control characters than a text has?"""
    return len(CONTROL.findall(text[:20_000])) * 50 > min(len(text), 20_000)


CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
# What most of any text in UTF-16 consists of, whatever its script.
USUAL = re.compile(
    r"[\t\n\r -~\u00a0-\u024f\u0370-\u058f\u05b0-\u05ea\u0600-\u077f\u0780-\u07b1\u0900-\u10ff\u1200-\u139f\u1780-\u18aa"
    r"\u1c90-\u1cbf\u1e00-\u1eff\u200b-\u200f\u2010-\u2026\u3000-\u30ff"
    r"\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)
LATIN = b" abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# No Han or Hangul: those are what other encodings look like when read by twos.
ALPHABETS = re.compile(r"[\u0370-\u10ff\u1200-\u139f\u1780-\u18aa\u1c90-\u1cbf]")
# Blanks, figures, commas and full stops, of Asia and Africa too: Ethiopic, Burmese, Khmer, Tibetan, Indian, Arabic.
STOPS = re.compile(
    r"[\t\n\r 0-9.,。、，．・「」\u1361-\u1363\u104a\u104b\u17d4\u17d5\u200b\u0f0b\u0f0d\u0964\u0965\u060c\u06d4]"
)


def by_script(data: bytes) -> Decoded | None:
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
        usual >= 0.97 and other < 0.6 and len(ALPHABETS.findall(head.decode(codec, "replace"))) * 3 > len(head)
    ):
        return None
    try:
        return Decoded(data.decode(codec), codec.replace("-l", "l").replace("-b", "b"), "script", 0.9)
    except UnicodeDecodeError:
        return None


def by_escapes(data: bytes, codec: str | None) -> Decoded | None:
    """The seven-bit encodings of mail and old news: Japanese by its escapes, the others only when they are declared."""
    asked = codec if codec in SEVEN_BIT else None
    if asked is None and (b"\x1b$B" in data or b"\x1b$@" in data):
        asked = "iso2022_jp_ext"
    if asked is None and data.startswith(b"\x1b$)C"):
        asked = "iso2022_kr"
    if asked is None:
        return None
    try:
        return Decoded(data.decode(asked), named(asked), "declared" if codec == asked else "escape sequences", 0.99)
    except UnicodeDecodeError:
        return None
