"""The laws of laws.py, on text that nobody wrote."""

from __future__ import annotations

import laws
import pytest
from hypothesis import given, settings
from nasty import heaps, texts

import cleaner


@given(text=texts)
@settings(max_examples=settings.default.max_examples * 4)
def test_standard(text: str) -> None:
    """STANDARD keeps the laws on any text, and what it gives is canonical."""
    laws.canonical(laws.hold(cleaner.STANDARD, text).text)


@given(text=texts)
def test_gentle(text: str) -> None:
    """GENTLE keeps the laws on any text, and never removes or moves a word."""
    laws.spares_words(laws.hold(cleaner.GENTLE, text))


@pytest.mark.parametrize("stage", cleaner.STANDARD.stages, ids=lambda stage: stage.name)
@given(text=texts)
def test_stage(stage: cleaner.Stage, text: str) -> None:
    """Each stage keeps the laws alone: it copes with what the stages before it would have put right."""
    laws.hold(stage, text)


@given(text=texts)
def test_faces_agree(text: str) -> None:
    """A pipeline gives a str for a str and a Document for a Document, and both say the same."""
    assert cleaner.STANDARD(text) == cleaner.STANDARD(cleaner.Document.of(text)).text


@given(text=heaps())
def test_bytes(text: str) -> None:
    """The bytes of a text give what the text gives; bytes that are no text are refused by name, never with a traceback."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        document = cleaner.clean(data)
    except cleaner.UnreadableError as error:
        said = str(error)
    else:
        laws.canonical(document.text)
        said = "it could be read"
    assert said
