"""The ledger: what was done can be told, traced, done again and taken back; and the two faces of stages and pipelines."""

from __future__ import annotations

import pickle
import warnings

import laws
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner
from cleaner.edits import Edit, Layer, Ledger, OverlapWarning, arrange, splice

words = st.text(alphabet="abcdefgh \n", max_size=6)


@st.composite
def layers(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """What some stage might do to a text: put in, take out, replace, and move."""
    proposed: list[Edit] = []
    place = st.integers(0, len(text))
    for _ in range(draw(st.integers(0, 5))):
        start, end = sorted((draw(place), draw(place)))
        match draw(st.sampled_from(["replace", "take out", "put in", "move", "copy over"])):
            case "replace":
                proposed.append(Edit(start, end, draw(words), "replaced"))
            case "take out":
                proposed.append(Edit(start, end, "", "taken out"))
            case "put in":
                proposed.append(Edit(start, start, draw(words), "put in"))
            case "move":
                to = draw(place)
                proposed += Edit(start, end, "", "moved"), Edit(to, to, text[start:end], "moved", start)
            case "copy over":
                left, right = sorted((draw(place), draw(place)))
                proposed.append(Edit(start, end, text[left:right], "copied", left))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", OverlapWarning)  # chance overlaps; here it is arrange that keeps them apart
        return arrange(proposed, text)


@st.composite
def histories(draw: st.DrawFn) -> cleaner.Document:
    """A document that several stages have been at."""
    document = cleaner.Document.of(draw(st.text(alphabet="abcdefgh \n", max_size=30)))
    for number in range(draw(st.integers(0, 4))):
        document = document.edited(f"stage {number}", draw(layers(document.text)))
    return document


@given(document=histories())
def test_replayed(document: cleaner.Document) -> None:
    """Whatever was done, the ledger does it again, and takes it back."""
    laws.replayed(document)


@given(document=histories())
def test_traced(document: cleaner.Document) -> None:
    """Whatever was done, what nobody wrote is found where it stood, by `runs` and by `origin`."""
    laws.traced(document)


@given(document=histories())
def test_apart(document: cleaner.Document) -> None:
    """Whatever was proposed, what stands is sorted, within bounds and apart."""
    laws.apart(document)


@given(document=histories(), data=st.data())
def test_origin_is_a_span(document: cleaner.Document, data: st.DataObject) -> None:
    """Any span of the result comes from a span that lies in the original."""
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
    left, right = document.ledger.origin(start, end)
    assert 0 <= left <= right <= len(document.original)


@given(document=histories())
def test_tally(document: cleaner.Document) -> None:
    """Every edit is counted once, under its rule."""
    assert document.ledger.tally().total() == sum(len(layer.edits) for layer in document.ledger.layers)


def test_overlap_warns() -> None:
    """Of two edits that want the same characters the earlier and then the longer stands, and somebody is told."""
    edits = [Edit(2, 4, "x", "late"), Edit(0, 3, "y", "early")]
    with pytest.warns(OverlapWarning, match="late"):
        assert arrange(edits, "abcdef") == (edits[1],)
    edits = [Edit(0, 1, "x", "short"), Edit(0, 3, "y", "long")]
    with pytest.warns(OverlapWarning, match="short"):
        assert arrange(edits, "abcdef") == (edits[1],)


@pytest.mark.parametrize("edit", [Edit(-1, 1), Edit(0, 7), Edit(3, 2)])
def test_edit_outside_the_text(edit: Edit) -> None:
    """An edit that does not lie in the text is a fault of the stage, and an error."""
    with pytest.raises(ValueError, match="outside the text"):
        arrange([edit], "abcdef")


def test_insertions_keep_their_order() -> None:
    """What is put in at one place stands in the order in which it was proposed, before what replaces the text there."""
    edits = arrange([Edit(1, 2, "-"), Edit(1, 1, "x"), Edit(1, 1, "y")], "abc")
    assert splice("abc", edits) == "axy-c"


def test_ledger_without_edits() -> None:
    """A stage that changes nothing leaves no layer and no other object."""
    ledger = Ledger()
    assert ledger.add("idle", ()) is ledger
    document = cleaner.Document.of("abc")
    assert document.edited("idle", [Edit(0, 1, "a", "no change")]) is document


def test_moved_words_are_followed() -> None:
    """A word moved by one stage and touched by the next is still found where it first stood."""
    document = cleaner.Document.of("one two three")
    document = document.edited("move", [Edit(0, 4, "", "moved"), Edit(13, 13, " one", "moved", 3)])
    assert document.text == "two three one"
    assert document.ledger.layers[0].origin(10, 13) == (4, 7)
    document = cleaner.Document.of("one two three ")
    document = document.edited("move", [Edit(0, 4, "", "moved"), Edit(14, 14, "one ", "moved", 0)])
    document = document.edited("trim", [Edit(13, 14, "", "space at the end")])
    assert document.text == "two three one"
    assert document.ledger.origin(10, 13) == (0, 3)
    laws.traced(document)


stages = pytest.mark.parametrize("stage", cleaner.STANDARD.stages, ids=lambda stage: stage.name)
recipes = pytest.mark.parametrize("recipe", [cleaner.STANDARD, cleaner.GENTLE], ids=lambda recipe: recipe.name)


@stages
def test_stage_faces(stage: cleaner.Stage) -> None:
    """A str gives a str, a Document a Document, and a text that is fine comes back as the very same object."""
    fine = "The ferry left the harbour at six. Nobody on the quay had expected rain."
    document = cleaner.Document.of(fine)
    assert stage(fine) == fine
    assert stage(document) is document
    assert stage.edits(fine) == stage.edits(document) == ()


@stages
def test_stage_refuses_bytes(stage: cleaner.Stage) -> None:
    """Bytes are refused with the name of what takes them."""
    with pytest.raises(TypeError, match=r"cleaner\.clean"):
        stage(b"abc")


@stages
def test_stage_is_importable(stage: cleaner.Stage) -> None:
    """Every stage is found under its name, and does the same after a journey to another process."""
    assert getattr(cleaner, stage.name) is stage
    assert stage.name in repr(stage)
    again = pickle.loads(pickle.dumps(stage))  # noqa: S301 - our own bytes
    assert cleaner.Pipeline("", (again,)).fingerprint == cleaner.Pipeline("", (stage,)).fingerprint


@stages
def test_stage_takes_anything(stage: cleaner.Stage) -> None:
    """No text is too short or too odd."""
    for text in ["", " ", "\n", "\x00", "\ud800", "\n" * 50, " " * 50, "a", "—", "'", '"', "#", "[", "&"]:
        laws.hold(stage, text)


@recipes
def test_recipe_faces(recipe: cleaner.Pipeline) -> None:
    """A recipe works as a stage does, and travels as one."""
    assert recipe("abc") == "abc"
    document = cleaner.Document.of("The ferry left the harbour at six.")
    assert recipe(document) is document
    again = pickle.loads(pickle.dumps(recipe))  # noqa: S301 - our own bytes
    assert (again.name, again.fingerprint) == (recipe.name, recipe.fingerprint)


@recipes
def test_recipe_refuses_bytes(recipe: cleaner.Pipeline) -> None:
    """Bytes are refused, not cleaned as their own repr."""
    with pytest.raises(TypeError, match=r"cleaner\.clean"):
        recipe(b"abc")


def test_recipe_without() -> None:
    """A choice is a stage in or out; a stage that is not there cannot be left out, and the name says which."""
    recipe = cleaner.STANDARD.without(cleaner.fix_dashes)
    assert cleaner.fix_dashes not in recipe.stages
    assert recipe.fingerprint != cleaner.STANDARD.fingerprint
    with pytest.raises(ValueError, match="fix_dashes"):
        recipe.without(cleaner.fix_dashes)


def test_fingerprint_is_lasting() -> None:
    """Two pipelines of the same stages have the same fingerprint, whatever they are called."""
    again = cleaner.Pipeline("other", cleaner.STANDARD.stages)
    assert again.fingerprint == cleaner.STANDARD.fingerprint


def test_documents_travel() -> None:
    """A cleaned document with its ledger survives a journey to another process."""
    document = cleaner.clean("under discussion  cutting\n\n\n\nit off.")
    again = pickle.loads(pickle.dumps(document))  # noqa: S301 - our own bytes
    assert again == document
    assert isinstance(again.ledger.layers[0], Layer)
