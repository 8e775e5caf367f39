"""The library face: documents, stages and pipelines as those who call them see them."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.strip.widgets import StripWidgets

PAGE = (
    "# Ferry Stops\n\nBy Jane Doe\n\n3 March 2021\n\nThe ferry to the islands stops in October, the company said on Monday.\n\n"
    "**Related article:** [The Bridge Opens Again](#)\n\nNobody on the quay had expected it, and some stood there all day."
)


@pytest.mark.parametrize(
    ("given", "kept"), [("en", "en"), ("EN", "en"), ("en-US", "en"), ("pt_BR", "pt"), ("gsw", "gsw")]
)
def test_language_is_iso_639(given: str, kept: str) -> None:
    """A language is kept as its ISO 639 code, however it is written."""
    document = cleaner.clean("The ferry left.", language=given)
    assert document.language == kept
    assert document.metadata.language == kept


@pytest.mark.parametrize("given", ["", "english", "e", "12"])
def test_what_is_no_language_is_refused(given: str) -> None:
    """A word that is no language code is refused, with the word in the message."""
    with pytest.raises(ValueError, match=repr(given)):
        cleaner.clean("The ferry left.", language=given)


def test_a_stage_by_another_name_tells_the_same() -> None:
    """What a removed line tells does not depend on the name of the stage that took it."""
    named = cleaner.Stage(StripWidgets(), "remove_page_talk")
    row = tuple(named if stage is cleaner.strip_widgets else stage for stage in cleaner.STANDARD)
    document = cleaner.clean(PAGE, pipeline=cleaner.Pipeline("mine", row))
    usual = cleaner.clean(PAGE)
    assert document.text == usual.text
    assert document.metadata == usual.metadata
    assert document.metadata.related == [{"title": "The Bridge Opens Again"}]


def test_taken_is_what_strip_stages_took() -> None:
    """Lines that were taken off can be read by their role; those that were mended are not among them."""
    taken = cleaner.clean(PAGE).taken
    assert {line.role for line in taken} == {"title", "byline", "date", "related"}
    assert cleaner.Document.of(PAGE).taken == ()


def test_a_row_says_what_it_has_not() -> None:
    """A stage that is not in a row can neither be left out of it nor replaced in it."""
    with pytest.raises(ValueError, match="strip_widgets: not in gentle, which has decode_entities"):
        cleaner.GENTLE.replaced(cleaner.strip_widgets)
    with pytest.raises(ValueError, match="no_such: not in standard"):
        cleaner.STANDARD.without("no_such")
    assert [s.name for s in cleaner.GENTLE.without("fix_dashes", cleaner.tidy_space)] == [
        s.name for s in cleaner.NORMALIZE
    ]


@pytest.mark.parametrize("stage", cleaner.STANDARD.stages, ids=lambda stage: stage.name)
def test_bytes_are_sent_to_the_front_door(stage: cleaner.Stage) -> None:
    """Bytes have to be decoded first; each face of a stage says where."""
    for face in (stage, stage.edits):
        with pytest.raises(TypeError, match=r"not bytes; bytes go through cleaner\.clean"):
            face(b"x")  # type: ignore[operator]


def test_origin_refuses_what_is_no_span() -> None:
    """A span begins at 0 or later and does not end before it begins."""
    ledger = cleaner.clean(PAGE).ledger
    for span in ((-1, 2), (3, 2)):
        with pytest.raises(ValueError, match="is no span"):
            ledger.origin(*span)


def test_fingerprint_tells_settings() -> None:
    """Two rows have one fingerprint when they are the same row, and only then."""
    other = cleaner.STANDARD.replaced(cleaner.Stage(StripWidgets(safety="sure"), "strip_widgets"))
    assert cleaner.STANDARD.fingerprint == cleaner.Pipeline("another name", cleaner.STANDARD.stages).fingerprint
    assert other.fingerprint != cleaner.STANDARD.fingerprint != cleaner.GENTLE.fingerprint
