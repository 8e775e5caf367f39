"""
Letters and signs in the dress of another alphabet, of a printer's type, or of a font.

That is told by the line that they stand in, so it is looked for when unseen characters are gone and a line is a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from cleaner.edits import Edit
from cleaner.facts.late import late
from cleaner.normalize.character_table import ROW, class_of, each
from cleaner.normalize.single_spaces import single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FULL_WIDTH = class_of("full-width form")
_BULLETS = class_of("private-use bullet")

# Chinese, Japanese and Korean, but for what is in the table. Letters that show that a line is in another script: whatever
# becomes one of them when the text is composed is one as well.
_CJK = "\u1100-\u115e\u1161-\u11ff\u2e80-\u2fff\u3001-\u3163\u3165-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff61-\uff9f\uffa1-\uffdc\U00020000-\U0003ffff"
_EASTERN = late(f"[{_CJK}]")
_WIDE = late(f"[{_CJK}\uff5f\uff60]")
_WESTERN = late("[A-Za-z\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff\u2126\u212a]")
_FORMS_OF_LINE = rf"[^\n{_CJK}{_FULL_WIDTH}]*+[{_FULL_WIDTH}][^\n{_CJK}]*+(?=\n|\Z)"
_NARROW_FIRST, _NARROW_LINE = late(_FORMS_OF_LINE), late(rf"\n{_FORMS_OF_LINE}")
_LINE = late(r"[^\n]+")
_WIDE_RUN = late(f"[{_FULL_WIDTH}]+")
_WIDE_SPACES = late("\u3000+")
_TYPE_RUN = late(f"[{class_of('presentation form')}]+")
_MARKED = late(f"^[ \u3000]*([{_BULLETS}])(?![\ue000-\uf8ff])", re.MULTILINE)
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_MANY = 10


def forms(text: str, language: str | None) -> list[Edit]:
    """Letters and signs that are there in the form of another alphabet, of type, or of a font."""
    wide = [*_full_width(text, language)]
    edges = {edit.start for edit in wide} | {-edit.end for edit in wide}
    spaces = (
        Edit(run.start(), run.end(), " ", "ideographic space")
        for run in _WIDE_SPACES.finditer(text)
        if not _is_wide_before(text, run.start(), edges) and not _is_wide(text, run.end(), run.end() in edges)
    )
    return single_spaced(text, sorted([*wide, *spaces, *_typeset(text), *_marks(text)]))


def has_narrow_forms(text: str) -> bool:
    """Has it a line with full-width forms and without Chinese, Japanese or Korean?"""
    return bool(_NARROW_FIRST.match(text) or _NARROW_LINE.search(text))


def _full_width(text: str, language: str | None) -> Iterator[Edit]:
    """
    Full-width forms of a text that is not Chinese, Japanese or Korean, but for the lines of it that are.

    A line of Latin letters in a Japanese text has its brackets as wide as those of its neighbours, so it is the text that
    counts: it may have some such lines, when those of another script are many times as many.
    """
    if language in _EAST_ASIAN:
        return
    lines: Iterable[tuple[int, int]] = [(0, len(text))]
    if _EASTERN.search(text):
        spans = [line.span() for line in _LINE.finditer(text)]
        lines = [span for span in spans if not _EASTERN.search(text, *span)]
        if sum(_WESTERN.search(text, *span) is not None for span in lines) < _MANY * (len(spans) - len(lines)):
            return
    for start, end in lines:
        for run in _WIDE_RUN.finditer(text, start, end):
            yield Edit(run.start(), run.end(), _compatible(run.group()), "full-width form")


def _is_wide_before(text: str, at: int, edges: set[int]) -> bool:
    """Is the character before this place wide? Marks set on it are no characters; NFC may put them in another order."""
    while at and unicodedata.combining(text[at - 1]):
        at -= 1
    return _is_wide(text, at - 1, -at in edges)


def _is_wide(text: str, at: int, becomes_narrow: bool) -> bool:  # noqa: FBT001  # what is told of this place
    """Is the character here as wide as an ideographic space, and stays so?"""
    if not 0 <= at < len(text) or unicodedata.combining(text[at]):
        return False
    return bool(_WIDE.match(text[at])) or (not becomes_narrow and bool(_WIDE_RUN.match(text[at])))


def _compatible(text: str) -> str:
    """Each character as the table has it, or in its compatibility form."""
    return "".join(ROW[one].becomes or unicodedata.normalize("NFKC", one) for one in text)


def _typeset(text: str) -> Iterator[Edit]:
    """Presentation forms, but for those of lines that are stored as they are seen."""
    seen, visual = -1, False
    for run in _TYPE_RUN.finditer(text):
        if run.start() > seen:
            begin, seen = text.rfind("\n", 0, run.start()) + 1, text.find("\n", run.start())
            seen = len(text) if seen < 0 else seen
            visual = bool(_visual().search(text, begin, seen))
        if not visual:
            yield Edit(run.start(), run.end(), _compatible(run.group()), "presentation form")


@cache
def _visual() -> re.Pattern[str]:
    """Letters as they can only meet where the last one of a word is stored first: nobody reads on after an initial form."""
    shapes: dict[str, str] = {"<initial>": "", "<medial>": "", "<final>": ""}
    for letter in each(class_of("presentation form")):
        shape = unicodedata.decomposition(letter).partition(" ")[0]
        if shape in shapes:
            shapes[shape] += letter
    return re.compile(rf"[{shapes['<initial>']}](?!\w|[\u064b-\u0652])|[{shapes['<final>']}][{shapes['<medial>']}]")


def _marks(text: str) -> Iterator[Edit]:
    """Signs of symbol fonts that mark the items of a list."""
    found = [*_MARKED.finditer(text)]
    times = Counter(mark[1] for mark in found)
    for mark in found:
        if times[mark[1]] > 1 or mark[1] == "\uf0b7":
            row = ROW[mark[1]]
            yield Edit(mark.start(1), mark.end(1), row.becomes or "", row.rule)
