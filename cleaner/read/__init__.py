"""The way in: bytes become text, pages become articles, and everything else stays exactly as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cleaner.errors import UnreadableError
from cleaner.read.decode import Decoded, declared_in, decode
from cleaner.read.html import extract, is_page

if TYPE_CHECKING:
    from cleaner.document import Document

__all__ = ["Decoded", "decode", "extract", "is_page", "read"]


def read(
    data: str | bytes,
    *,
    name: str | None = None,
    url: str | None = None,
    media_type: str | None = None,
    language: str | None = None,
) -> Document:
    r"""
    A document at its birth, from a text or from the bytes of a file.

    Bytes are decoded (:func:`~cleaner.read.decode.decode`), the source of a page becomes its article
    (:func:`~cleaner.read.html.extract`); plain text and Markdown pass untouched, to the last blank. The ledger of the document
    begins with the text that comes out here.

    `name` is a file's name: ``.html``, ``.htm`` and ``.xhtml`` make a page of it. `media_type` is believed, with its charset if
    it has one (``text/html; charset=koi8-r``); without it a page is known by its beginning. `language` is an ISO 639-1 code.

    Raises :class:`~cleaner.errors.UnreadableError` for bytes that are no text, and TypeError for what is neither.

    >>> read("It rained.  All day.").text
    'It rained.  All day.'
    >>> read("<!DOCTYPE html><html><body><p>Il pleuvait &agrave; verse.</p></body></html>".encode("utf-16")).text
    'Il pleuvait à verse.'
    """
    from cleaner.document import Document

    told = media_type or _type_of(name)
    known: dict[str, Any] = {}  # how bytes became text
    if isinstance(data, str):
        text = data
    elif isinstance(data, bytes | bytearray | memoryview):
        try:
            decoded = _decoded(bytes(data), told)
        except UnreadableError as error:
            raise (UnreadableError(f"{name}: {error}") if name else error) from None
        known = decoded._asdict()
        text = known.pop("text")
    else:
        raise TypeError(f"a str or bytes is read, not {type(data).__name__}: open the file and give its content")
    facts = {"name": name, "url": url, "media_type": media_type, "language": language, **known}
    if not is_page(text, told):
        return Document.of(text, **facts)
    article, fields = extract(text, url)
    return Document.of(article, **{**facts, "media_type": media_type or "text/html", "fields": fields})


SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")


def _type_of(name: str | None) -> str | None:
    """What a file's name says; only that it is a page is believed, for pages are saved as .txt as well."""
    return "text/html" if name and name.lower().endswith(SUFFIXES) else None


def _decoded(data: bytes, media_type: str | None) -> Decoded:
    """Bytes as text, by the charset of the media type or by the one that a page names in its head."""
    charset = None
    if media_type and ";" in media_type:
        for parameter in media_type.split(";")[1:]:
            key, _, value = parameter.partition("=")
            if key.strip().lower() == "charset":
                charset = value
    # What a page says of itself is in plain ASCII letters, whatever encoding it then turns out to be.
    if charset is None and b"<" in data[:8192] and is_page(data[:65_536].decode("latin-1"), media_type):
        charset = declared_in(data)
    return decode(data, charset)
