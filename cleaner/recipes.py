"""
The order of everything.

Forward only, and each phase relies on what the one before has promised: *normalize* gives characters that are what they
look like, *strip* leaves only the writer's words, *repair* mends what the saving broke, space last. (Tidying space earlier
would wipe out the double space that is the only trace of a lost dash.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner.normalize.characters import fix_characters
from cleaner.normalize.encoding import fix_encoding
from cleaner.normalize.entities import decode_entities
from cleaner.normalize.escapes import decode_escapes
from cleaner.normalize.misread import fix_misread_letters
from cleaner.normalize.quotes import fix_quotes
from cleaner.pipeline import Pipeline
from cleaner.read import read
from cleaner.repair.breaks import mend_page_breaks
from cleaner.repair.dashes import fix_dashes
from cleaner.repair.glued import split_run_together
from cleaner.repair.hyphens import mend_hyphens
from cleaner.repair.markup import unwrap_markup
from cleaner.repair.paragraphs import join_wrapped_lines, separate_paragraphs
from cleaner.repair.quotes import drop_stray_quotes
from cleaner.repair.repeats import drop_repeats
from cleaner.repair.space import tidy_space
from cleaner.strip.back import strip_back_matter
from cleaner.strip.front import strip_front_matter
from cleaner.strip.widgets import strip_widgets

if TYPE_CHECKING:
    from cleaner.document import Document

# References first: what they stand for may be mojibake in turn.
NORMALIZE = Pipeline(
    "normalize",
    (decode_entities, fix_encoding, fix_misread_letters, decode_escapes, fix_characters, fix_quotes),
)

STRIP = Pipeline("strip", (strip_widgets, strip_front_matter, strip_back_matter))

REPAIR = Pipeline(
    "repair",
    (
        drop_repeats,
        join_wrapped_lines,
        mend_page_breaks,
        mend_hyphens,
        split_run_together,
        unwrap_markup,
        fix_dashes,
        drop_stray_quotes,
        separate_paragraphs,
        tidy_space,
    ),
)

#: Characters and white space only; never removes or moves a word.
GENTLE = Pipeline("gentle", (*NORMALIZE, fix_dashes, tidy_space))

#: Everything: what the writer wrote, and the rest in the metadata.
STANDARD = Pipeline("standard", (*NORMALIZE, *STRIP, *REPAIR))

RECIPES = {recipe.name: recipe for recipe in (GENTLE, STANDARD)}


def clean(
    data: str | bytes,
    *,
    url: str | None = None,
    media_type: str | None = None,
    language: str | None = None,
    pipeline: Pipeline = STANDARD,
) -> Document:
    r"""
    Give back what the writer wrote, with what is known about it.

    `data` is a text, or the bytes of a file; a page (told by `media_type`, else by its beginning) is reduced to its article
    first. `url` and `language` (ISO 639-1) are believed where the file says nothing.

    The text is ``.text``, what is known ``.metadata``, every change ``.ledger``, which begins with ``.original``.

    Raises :class:`~cleaner.errors.UnreadableError` for bytes that are no text.

    >>> document = clean(
    ...     "# Bridge Closed\n\nBy Jane Doe\n\nMarch 3, 2021\n\nThe bridge over the Isar was closed on Monday."
    ... )
    >>> document.text
    'The bridge over the Isar was closed on Monday.'
    >>> document.metadata.title, document.metadata.authors, document.metadata.date
    ('Bridge Closed', ['Jane Doe'], '2021-03-03')
    """
    if not callable(pipeline):
        raise TypeError(f"pipeline is a Pipeline, as cleaner.STANDARD, not {pipeline!r}")
    return pipeline(read(data, url=url, media_type=media_type, language=language))
