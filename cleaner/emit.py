"""
The cleaned document as bytes: text, Markdown or a record.

Every output is UTF-8 with line feeds and one final newline; a document without text gives an empty ``.txt``.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from cleaner.document import Document
    from cleaner.pipeline import Pipeline

Format = Literal["txt", "md", "jsonl"]
FORMATS: tuple[Format, ...] = ("txt", "md", "jsonl")


def utf8(text: str) -> bytes:
    r"""
    Encode, whatever the text holds: halves of a surrogate pair are joined, one alone becomes U+FFFD.

    >>> utf8("\ud83d\ude00"), utf8("a\ud800")
    (b'\xf0\x9f\x98\x80', b'a\xef\xbf\xbd')
    """
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def as_text(document: Document) -> bytes:
    r"""
    The text alone.

    >>> from cleaner.document import Document
    >>> as_text(Document.of("One.\n\nTwo.")), as_text(Document.of(""))
    (b'One.\n\nTwo.\n', b'')
    """
    text = document.text.rstrip("\n")
    return utf8(text + "\n") if text else b""


def as_markdown(document: Document) -> bytes:
    """
    Front matter (YAML), the title as ``#``, the headings as ``##``, the text.

    What Markdown would take for markup is escaped, so that a reader sees every character the writer wrote.
    """
    facts = document.metadata.as_dict()
    headings = Counter(facts.pop("headings", ()))
    parts = []
    if facts:
        parts.append("\n".join(["---", *(f"{key}: {as_json(value)}" for key, value in facts.items()), "---"]))
    if title := facts.get("title"):
        parts.append("# " + _escape_heading(title))
    for paragraph in document.text.strip("\n").split("\n\n"):
        if headings[paragraph] > 0:
            headings[paragraph] -= 1
            parts.append("## " + _escape_heading(paragraph))
        elif paragraph:
            parts.append(escape_markdown(paragraph))
    return utf8("\n\n".join(parts) + "\n") if parts else b""


# JSON allows these raw, and yet: many readers take U+0085, U+2028 and U+2029 for line ends (str.splitlines, YAML 1.1), which
# cuts a record in two; the others are refused by readers of YAML.
_RAW_TROUBLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def as_json(value: Any) -> str:
    r"""
    JSON on one line, whoever splits it; also YAML, since that reads JSON as it is.

    >>> print(as_json({"title": "One\N{LINE SEPARATOR}two", "day": "día"}))
    {"title": "One\u2028two", "day": "día"}
    """
    return _RAW_TROUBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


# A backslash before each of these keeps CommonMark from seeing markup. Only where it would: "5 * 3", "a_b" and "AT&T" stay.
_MARKUP = re.compile(
    r"""
      (?P<number> ^[ ]{0,3}\d{1,9} (?=[.)](?:\s|$)) )   # 1986. -> 1986\.
    | ^[ ]{0,3} (?P<block>
          \#{1,6}(?=\s|$) | > | [-+*](?=\s|$) | ~~~     # heading, quotation, list, fence
        | [-=*_](?=[-=*_ \t]*$)                         # rule, underlined heading
      )
    | (?P<inline>
          \\(?=[!-/:-@\[-`{-~])                         # what is an escape already
        | `
        | (?<=\S)\* | \*(?=\S)                          # emphasis, unless the sign stands alone
        | (?<![^\W_])_(?=\S) | (?<=\S)_(?![^\W_])       # the same, unless it stands inside a word
        | <(?=[A-Za-z/!?])                              # tag, address
        | &(?=\#?\w+;)                                  # character reference
        | \](?=[(:])                                    # link, definition
        | ~(?=~)                                        # struck out
      )
    """,
    re.VERBOSE | re.MULTILINE,
)


def escape_markdown(text: str) -> str:
    r"""
    A text as Markdown that shows exactly this text.

    >>> print(escape_markdown("1986. A *great* year: 5 * 3 <b> snake_case [a](b)"))
    1986\. A \*great\* year: 5 * 3 \<b> snake_case [a\](b)
    """
    return _MARKUP.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    if match["number"]:
        return match["number"] + "\\"
    sign = match["block"] or match["inline"]
    return match[0].removesuffix(sign) + "\\" + sign


def _escape_heading(text: str) -> str:
    # One line, and hash signs at its end would be taken for the closing of the heading.
    return re.sub(r"(?<=\s)(?=#+$)", r"\\", escape_markdown(" ".join(text.split())))


def record(document: Document, *, id: str, source: str, added: str, pipeline: Pipeline) -> dict[str, Any]:  # noqa: A002 - its name in the record
    """
    The document as one object that corpus tools read: id, text, source, added, created, metadata.

    What is not known is left out, never null: a reader with typed fields refuses null. `added` is the one field that
    differs between two runs.
    """
    from cleaner import __version__

    facts = document.metadata.as_dict()
    cleaner: dict[str, Any] = {
        "version": __version__,
        "recipe": pipeline.name,
        "fingerprint": pipeline.fingerprint,
        "tally": dict(sorted(document.ledger.tally().items())),
    }
    if document.source.encoding:
        cleaner["encoding"] = document.source.encoding
        cleaner["told"], cleaner["sure"] = document.source.told, document.source.sure
    if document.source.lossy:
        cleaner["lossy"] = True
    made: dict[str, Any] = {"id": id, "text": document.text.rstrip("\n"), "source": source, "added": added}
    if created := timestamp(facts.get("date")):
        made["created"] = created
    made["metadata"] = {**facts, "cleaner": cleaner}
    return made


def as_record(document: Document, *, id: str, source: str, added: str, pipeline: Pipeline) -> bytes:  # noqa: A002 - its name in the record
    """The :func:`record` as one line of JSON."""
    return utf8(as_json(record(document, id=id, source=source, added=added, pipeline=pipeline)) + "\n")


def render(document: Document, form: Format, *, id: str, source: str, added: str, pipeline: Pipeline) -> bytes:  # noqa: A002 - its name in the record
    """The document in one of :data:`FORMATS`."""
    if form == "md":
        return as_markdown(document)
    if form == "jsonl":
        return as_record(document, id=id, source=source, added=added, pipeline=pipeline)
    return as_text(document)


def timestamp(date: str | None) -> str | None:
    """
    An ISO 8601 date as a moment (UTC, milliseconds); None for none, or for one without a day.

    >>> timestamp("2022-01-24"), timestamp("2022-01-24T12:30:00+03:00"), timestamp("2022-01")
    ('2022-01-24T00:00:00.000Z', '2022-01-24T09:30:00.000Z', None)
    """
    try:
        moment = datetime.fromisoformat(date or "")
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def now() -> str:
    """This moment, or the one that ``SOURCE_DATE_EPOCH`` (seconds since 1970) says, for output that can be reproduced."""
    try:
        moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        moment = datetime.now(UTC)
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
