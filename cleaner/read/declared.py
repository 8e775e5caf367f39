"""What a server or a page declares its encoding to be, and the text by that, if the bytes allow it."""

from __future__ import annotations

import re

from cleaner.read.codepages import high, sloppy
from cleaner.read.decoded import Decoded
from cleaner.read.labels import DOUBLE, SINGLE, WIDE, codec_of, named

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
    return "utf-8" if (codec_of(label) or "") in WIDE else label


def as_declared(data: bytes, codec: str) -> Decoded | None:
    """The text by its declaration, None when the bytes contradict it."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        if codec in SINGLE:
            text, holes = sloppy(data, codec)
            # Browsers let a hole in a code page pass as the control character of that number. A few are a slip of the
            # writer's program, many the sign of another encoding.
            if holes * 50 > high(data) + 49:
                return None
            lost = "\N{REPLACEMENT CHARACTER}" in text
        elif codec in DOUBLE:
            text = data.decode(codec, "replace")
            lost = True
            if text.count("\N{REPLACEMENT CHARACTER}") * 100 > high(data) + 99 and error.start < len(data) - 4:
                return None
        else:
            return None
    else:
        lost = False
    if codec in SINGLE and _like_misread(text):
        return None
    return Decoded(text, named(codec), "declared", 0.95, lost)


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
