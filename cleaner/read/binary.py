"""Bytes that are no text: known by how they begin, or by more control characters than any text has."""

from __future__ import annotations

import re

from cleaner.errors import UnreadableError
from cleaner.read.codepages import high

UNPACK = "unpack it and clean what is inside"
PICTURE = "take the text out of it with an OCR program first"
OFFICE = "save it as plain text or HTML first"
MEDIA = "there is no text in it to clean"
# How a file begins -> (what it is, what to do). Each holds a byte that no text begins with, or is marked by its form.
MAGIC: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), what, advice)
    for pattern, what, advice in (
        (rb"%PDF-\d\.\d\s*[\r\n]", "a PDF document", "turn it into text first (pdftotext does)"),
        (rb"\{\\rtf[01]?[\s{}]*\\[a-z*]", "a rich text (RTF) document", OFFICE),
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
        (rb"(?=[^\0]{1,107}\0).{257}ustar(?:\x0000|  \0)", "a tar archive", UNPACK),
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


def refuse_known(data: bytes) -> None:
    """Raise for what a well-known beginning shows to be no text."""
    if not ANY_MAGIC.match(data):
        return
    for pattern, what, advice in MAGIC:
        if pattern.match(data):
            raise UnreadableError(f"this is {what}, not text: {advice}")


def sample_of(data: bytes) -> bytes:
    """Enough of the bytes to see whether they are a text: the beginning, the middle, the end."""
    middle = len(data) // 2
    return data if len(data) < 12_288 else data[:4096] + data[middle : middle + 4096] + data[-4096:]


# No text holds these in number. Tab, line feeds, form feed and escape are used; NUL is let through and taken out later.
CONTROLS = bytes({*range(1, 9), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F})


def refuse_controls(data: bytes) -> None:
    """Raise for bytes that are full of control characters, or nothing but NUL."""
    solid = data.replace(b"\0", b"") if b"\0" in data else data
    if data and not solid:
        raise UnreadableError(
            "this is nothing but NUL bytes, as a file that was never written to its end: fetch it again"
        )
    controls = len(solid) - len(solid.translate(None, CONTROLS))
    if controls * 50 > len(solid) and (controls > 1 or high(solid)):
        raise UnreadableError(
            "these bytes are no text in any encoding that is known (a picture, a program, compressed or encrypted data?): "
            "if there is text in them, save it as UTF-8 first"
        )
