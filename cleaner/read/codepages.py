"""Text by a code page: one byte a letter, or several, with the holes that programs leave in them."""

from __future__ import annotations

import codecs
from functools import cache

from cleaner.read.labels import LATER, SINGLE


@cache
def table_of(codec: str) -> str:
    """The 256 characters of a code page; a hole in its C1 range is the control character of that number."""
    table: list[str] = []
    for number in range(256):
        try:
            table.append(bytes([number]).decode(codec))
        except UnicodeDecodeError:
            table.append(chr(number) if 0x80 <= number < 0xA0 else "\N{REPLACEMENT CHARACTER}")
    return "".join(table)


def sloppy(data: bytes, codec: str) -> tuple[str, int]:
    """The text by a code page with holes, and how many bytes fell into them."""
    table = table_of(codec)
    text: str = codecs.charmap_decode(data, "strict", table)[0]
    holes = bytes(
        n
        for n, char in enumerate(table)
        if char == "\N{REPLACEMENT CHARACTER}" or (n > 127 and char == chr(n) and n < 0xA0)
    )
    return text, len(data) - len(data.translate(None, holes))


LOW = bytes(range(128))


def high(data: bytes) -> int:
    """How many bytes are above 127."""
    return len(data.translate(None, LOW))


def read_by(data: bytes, codec: str) -> tuple[str, bool]:
    """The text by a codec, and whether something of it meant nothing there."""
    try:
        return data.decode(codec), False
    except UnicodeDecodeError:
        if codec in SINGLE:
            text = sloppy(data, codec)[0]
            return text, "\N{REPLACEMENT CHARACTER}" in text
    try:
        return data.decode(LATER.get(codec, codec)), False
    except UnicodeDecodeError:
        return data.decode(codec, "replace"), True
