r"""
Escapes that a program left in a text: ``don\u2019t``, ``Beyonc\u00e9``, as JSON and source code write letters beyond ASCII.

The text was taken out of a script or a feed and never decoded. The same signs stand in regular expressions, in source code, in
the names of files and in texts about all of these; so only prose is touched, and only inside its words and beside them.
"""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.lines import fences

if TYPE_CHECKING:
    from collections.abc import Iterable

ESCAPE = "escape"

# One letter; in UTF-16 some take two escapes.
_ESCAPE = re.compile(r"\\u(?:[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|[0-9a-fA-F]{4})")
# What else a backslash may stand before in such a text: \" and \/, and the end of a line after the end of a sentence.
_OTHERS = re.compile(r"""\\["/]|(?:(?<=[.!?:;"”’)])|(?<![^\s]))(?:\\r|\\n|\\t)+""")
_CODE = re.compile(r"""[`{}=<>]|;\s*$|\w\((?:\)|\s?["'])|\[\\u|\\u\w{4}\]|\\u\w{4}-\\u|["']\\u\w{4}["']|\\\\|\w:\\""")
_INDENT = re.compile(r"\s*(?: {4}|\t)\s*")  # of code, in Markdown
_WORD = re.compile(r"(?<![^\s(\"'“‘„«—–])[^\W\d_]{2,20}(?=[,.;:!?)]?[\"'”’»—–…]?(?:\s|$|(?<=[—–])))")
_WORDS = 4  # that make prose of a line
_APOSTROPHES = frozenset("'’")
_UNSEEN = frozenset(
    "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{SOFT HYPHEN}\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
)


@stage
def decode_escapes(doc: Document) -> Iterable[Edit]:
    r"""
    Put the letter in place of its escape, in lines of prose.

    Programs that write so write everything beyond ASCII so: a line is touched only if it is plain ASCII, has words, and has an
    escape *inside* a word, as in ``don\u2019t`` or ``caf\u00e9s``. Then all that is beyond ASCII is decoded in it. A line
    with any sign of code, a path, a class of a regular expression, or an escape between quotation marks stays as a whole, and so
    do one that is indented by four blanks or stands in a block of code, and one whose escapes all stand by themselves: ``\u2019 is
    the apostrophe``. No ASCII sign is written but the apostrophe.

    >>> print(decode_escapes(r"\u201cI don\u2019t know,\u201d she said to Beyonc\u00e9 \u2014 twice."))
    “I don’t know,” she said to Beyoncé — twice.
    >>> print(decode_escapes(r"He opened C:\users\u2019s and wrote don\u2019t for the apostrophe."))
    He opened C:\users\u2019s and wrote don\u2019t for the apostrophe.
    """
    text = doc.text
    if "\\" not in text or "\\u" not in text:  # one character is looked for ten times as fast as two
        return
    blocks = fences(text)
    for line in doc.lines:
        if "\\u" in line.text and line.text.isascii() and not _CODE.search(line.text):
            if bisect(blocks, line.start) % 2 or _INDENT.fullmatch(
                text, text.rfind("\n", 0, line.start) + 1, line.start
            ):
                continue
            yield from _escapes(line.text, line.start)


def _escapes(line: str, offset: int) -> Iterable[Edit]:
    """The escapes of a line that is not code."""
    found = list(_ESCAPE.finditer(line))
    if line.count("\\") != sum(match[0].count("\\") for match in found) + sum(
        m[0].count("\\") for m in _OTHERS.finditer(line)
    ):
        return
    letters = [match[0].encode().decode("unicode_escape").encode("utf-16-le", "surrogatepass") for match in found]
    characters = [letter.decode("utf-16-le", "replace") for letter in letters]
    # The line as it would be; a neighbour may be an escape as well.
    whole = iter(characters)
    decoded = _ESCAPE.sub(lambda _: next(whole), line)
    if len(_WORD.findall(decoded)) < _WORDS:
        return
    at = shift = 0
    sure = False
    edits = []
    for match, character in zip(found, characters, strict=True):
        at = match.start() - shift
        shift += len(match[0]) - len(character)
        before, after = decoded[at - 1 : at], decoded[at + len(character) : at + len(character) + 1]
        inside = before.isalnum() and after.isalnum()
        if not _is_fitting(character, inside):
            continue
        sure = sure or (inside and (character in _APOSTROPHES or character.isalpha()))
        edits.append(Edit(offset + match.start(), offset + match.end(), character, ESCAPE))
    if sure:
        yield from edits


def _is_fitting(character: str, inside: bool) -> bool:  # noqa: FBT001
    """Is it a sign that such programs escape: one beyond ASCII that can be seen, or an apostrophe inside a word?"""
    if character.isascii():
        return inside and character == "'"
    return character.isprintable() or character in _UNSEEN
