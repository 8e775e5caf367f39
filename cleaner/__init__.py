"""
Text that was scraped, given back as it was written.

>>> import cleaner
>>> cleaner.clean("It is under discussion  cutting it off.").text
'It is under discussion — cutting it off.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaner.document import Document, Source, Stage, stage
    from cleaner.edits import Edit, Hunk, Layer, Ledger, OverlapWarning
    from cleaner.errors import CleanerError, PackError, UnreadableError
    from cleaner.metadata import Metadata
    from cleaner.normalize.characters import fix_characters
    from cleaner.normalize.encoding import fix_encoding
    from cleaner.normalize.entities import decode_entities
    from cleaner.normalize.escapes import decode_escapes
    from cleaner.normalize.misread import fix_misread_letters
    from cleaner.normalize.quotes import fix_quotes
    from cleaner.pipeline import Pipeline
    from cleaner.recipes import GENTLE, NORMALIZE, REPAIR, STANDARD, STRIP, clean
    from cleaner.repair.breaks import mend_page_breaks
    from cleaner.repair.dashes import fix_dashes
    from cleaner.repair.glued import split_run_together
    from cleaner.repair.hyphens import mend_hyphens
    from cleaner.repair.markup import unwrap_markup
    from cleaner.repair.paragraphs import join_wrapped_lines, separate_paragraphs
    from cleaner.repair.quotes import drop_stray_quotes
    from cleaner.repair.repeats import drop_repeats
    from cleaner.repair.space import tidy_space
    from cleaner.rules import load_pack
    from cleaner.strip.back import strip_back_matter
    from cleaner.strip.front import strip_front_matter
    from cleaner.strip.widgets import StripWidgets, strip_widgets

__version__ = "0.1.0"

__all__ = [
    "GENTLE",
    "NORMALIZE",
    "REPAIR",
    "STANDARD",
    "STRIP",
    "CleanerError",
    "Document",
    "Edit",
    "Hunk",
    "Layer",
    "Ledger",
    "Metadata",
    "OverlapWarning",
    "PackError",
    "Pipeline",
    "Source",
    "Stage",
    "StripWidgets",
    "UnreadableError",
    "clean",
    "decode_entities",
    "decode_escapes",
    "drop_repeats",
    "drop_stray_quotes",
    "fix_characters",
    "fix_dashes",
    "fix_encoding",
    "fix_misread_letters",
    "fix_quotes",
    "join_wrapped_lines",
    "load_pack",
    "mend_hyphens",
    "mend_page_breaks",
    "separate_paragraphs",
    "split_run_together",
    "stage",
    "strip_back_matter",
    "strip_front_matter",
    "strip_widgets",
    "tidy_space",
    "unwrap_markup",
]

# Where each name lives. It is fetched when somebody asks for it (PEP 562): the stages compile a few hundred patterns, and
# `cleaner --help` needs none of them.
_HOMES = {
    name: f"cleaner.{home}"
    for home, names in {
        "document": "Document Source Stage stage",
        "edits": "Edit Hunk Layer Ledger OverlapWarning",
        "errors": "CleanerError PackError UnreadableError",
        "metadata": "Metadata",
        "normalize.characters": "fix_characters",
        "normalize.encoding": "fix_encoding",
        "normalize.entities": "decode_entities",
        "normalize.escapes": "decode_escapes",
        "normalize.misread": "fix_misread_letters",
        "normalize.quotes": "fix_quotes",
        "pipeline": "Pipeline",
        "recipes": "GENTLE NORMALIZE REPAIR STANDARD STRIP clean",
        "repair.breaks": "mend_page_breaks",
        "repair.dashes": "fix_dashes",
        "repair.glued": "split_run_together",
        "repair.hyphens": "mend_hyphens",
        "repair.markup": "unwrap_markup",
        "repair.paragraphs": "join_wrapped_lines separate_paragraphs",
        "repair.quotes": "drop_stray_quotes",
        "repair.repeats": "drop_repeats",
        "repair.space": "tidy_space",
        "strip.back": "strip_back_matter",
        "strip.front": "strip_front_matter",
        "rules": "load_pack",
        "strip.widgets": "StripWidgets strip_widgets",
    }.items()
    for name in names.split()
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
