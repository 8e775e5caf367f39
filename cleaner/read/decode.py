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

from cleaner.errors import UnreadableError
from cleaner.read.binary import refuse_controls, refuse_known, sample_of
from cleaner.read.declared import as_declared, declared_in
from cleaner.read.decoded import Decoded
from cleaner.read.detect import by_guess, by_kana
from cleaner.read.labels import codec_of
from cleaner.read.mixed import Mixed, by_pairs
from cleaner.read.wide import by_escapes, by_script, by_zeros

__all__ = ["Decoded", "declared_in", "decode"]


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
    refuse_known(data)
    codec = codec_of(declared)
    if b"\0" in data and (wide := by_zeros(data)):
        return wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        try:
            refuse_controls(sample_of(data))
        except UnreadableError:
            # Letters of Burma and Ethiopia in UTF-16 are bytes below 128, one of them a control character.
            if wide := by_script(data):
                return wide
            raise
        if text.isascii():
            return by_escapes(data, codec) or Decoded(text, "us-ascii", "ASCII", 0.9 if b"\0" in data else 1.0)
        return Decoded(text, "utf-8", "valid UTF-8")
    if wide := by_script(data):
        return wide
    refuse_controls(data)
    if known := by_pairs(data) or by_kana(data):
        return known
    escaped = data.decode("utf-8", "surrogateescape")
    mixed = Mixed(data, escaped)
    if mixed.mostly_utf8:
        return mixed.mended()
    if codec and (read := as_declared(data, codec)):
        return read
    if mixed.partly_utf8 or mixed.has_utf8_lines:
        return mixed.mended()
    return by_guess(data)


# The longer mark first: UTF-32's little-endian mark begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)


def _unmarked(data: bytes) -> bytes:
    """What follows all marks of UTF-8."""
    mark = codecs.BOM_UTF8
    at = 0
    while data.startswith(mark, at):
        at += len(mark)
    return data[at:]


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
                rest = decode(_unmarked(body))
                return rest._replace(told=rest.told if rest.encoding.startswith("utf-8") else "guessed")
            text = body.decode(codec, "replace")
            if text.count("\N{REPLACEMENT CHARACTER}") * 100 <= len(text) + 99:  # cut short, or a few bytes broken
                return Decoded(text, name, "byte-order mark", 0.9, lossy=True)
    return None
