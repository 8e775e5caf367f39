"""What comes of reading bytes: the text, and by what it was known how to read them."""

from __future__ import annotations

from typing import NamedTuple


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
