"""The laws of laws.py, on every text of this repository: cases, rule examples, pages, seeds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import laws
import pytest
from cases import Case, Page, cases, pages, seeds

import cleaner
from cleaner.edits import Edit
from cleaner.rules import builtin_packs

if TYPE_CHECKING:
    from pathlib import Path

    from laws import Clean

RECIPES = [cleaner.STANDARD, cleaner.GENTLE]
by_name = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)


@cache
def rule_examples() -> tuple[str, ...]:
    """What the rules of all packs drop and keep, each example once."""
    rules = [rule for pack in builtin_packs() for rule in pack.rules]
    return tuple(dict.fromkeys(text for rule in rules for text in (*rule.drops, *rule.keeps)))


@cache
def small_texts() -> tuple[str, ...]:
    """Both sides of every case, each once."""
    return tuple(dict.fromkeys(text for case in cases() for text in (case.before, case.after)))


def _as_promised(recipe: cleaner.Pipeline, result: cleaner.Document) -> None:
    """What each of the two recipes promises of its own."""
    if recipe is cleaner.STANDARD:
        laws.canonical(result.text)
    else:
        laws.spares_words(result)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_case_alone(case: Case) -> None:
    """A case keeps the laws under the stage or recipe that it is about, on both sides."""
    laws.hold(case.clean, case.before, **case.facts)
    laws.hold(case.clean, case.after, **case.facts)


@by_name
@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_case_in_recipe(case: Case, recipe: cleaner.Pipeline) -> None:
    """A case keeps the laws when all stages see it."""
    for text in (case.before, case.after):
        result = laws.hold(recipe, text, **case.facts)
        _as_promised(recipe, result)


@by_name
@pytest.mark.parametrize("page", pages(), ids=lambda page: page.slug)
def test_page(page: Page, recipe: cleaner.Pipeline) -> None:
    """A page keeps the laws, and so does what must become of it."""
    original = page.result().original
    for text in (original, page.text):
        result = laws.hold(recipe, text)
        _as_promised(recipe, result)


@by_name
@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.name[:3])
def test_seed(seed: Path, recipe: cleaner.Pipeline) -> None:
    """A seed keeps the laws, as text and as the bytes that a user has."""
    data = seed.read_bytes()
    laws.hold(recipe, data.decode("utf-8"))
    document = cleaner.clean(data, pipeline=recipe)
    again = cleaner.clean(document.text, pipeline=recipe)
    assert again.text is again.original
    assert not again.ledger
    _as_promised(recipe, document)


@by_name
def test_rule_examples(recipe: cleaner.Pipeline) -> None:
    """Every example of every rule keeps the laws, alone and all in one text."""
    for text in (*rule_examples(), "\n\n".join(rule_examples())):
        result = laws.hold(recipe, text)
        _as_promised(recipe, result)


@by_name
def test_alone(recipe: cleaner.Pipeline) -> None:
    """No text is cleaned otherwise because of those before it."""
    laws.alone(recipe, [*small_texts(), *(seed.read_text("utf-8") for seed in seeds())])


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_alone_in_another_process(hash_seed: str) -> None:
    """No text is cleaned otherwise by another process, whose sets have another order."""
    texts = [seed.read_bytes().decode("utf-8") for seed in seeds()] + list(small_texts())
    texts = [text for text in texts if text.isascii() or text.encode("utf-8", "ignore").decode("utf-8") == text]
    program = (
        "import cleaner, json, sys; "
        "print(json.dumps([cleaner.clean(text).text for text in json.loads(sys.stdin.buffer.read())]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(texts).encode(),
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
    )
    assert json.loads(done.stdout) == [cleaner.clean(text).text for text in texts]


# The laws bite.


def _stage(*edits: Edit) -> cleaner.Stage:
    return cleaner.Stage(lambda _: edits, "offender")


@pytest.mark.parametrize(
    ("offender", "says"),
    [
        (_stage(Edit(0, 1, "X", "letter of its own")), "wrote"),
        (_stage(Edit(0, 2, "hullo", "word of its own")), "wrote"),
        (_stage(Edit(0, 0, "World", "moved", 6)), "second cleaning"),
        (_stage(Edit(0, 0, "Word", "moved wrongly", 6)), "wrote"),
        (_stage(Edit(5, 5, " ", "space")), "second cleaning"),
        (_stage(Edit(0, 1, "")), "does not say why"),
        (replace, "another object"),
        (lambda document: replace(document, text="Hello"), None),
    ],
)
def test_offender_is_caught(offender: Clean, says: str | None) -> None:
    """A stage that breaks a law is told so, and told what it did."""
    with pytest.raises(AssertionError, match=says):
        laws.hold(offender, "Hello World")


def test_one_that_remembers_is_caught() -> None:
    """A stage that lets one text decide about the next is told so."""
    seen: list[str] = []

    def remember(doc: cleaner.Document) -> list[Edit]:
        seen.append(doc.text)
        return [Edit(0, 1, "", "seen before")] if len(seen) > 1 else []

    with pytest.raises(AssertionError):
        laws.alone(cleaner.Stage(remember), ["one", "two", "three"])


@pytest.mark.parametrize(
    "text",
    [
        "two  spaces",
        "space at the end ",
        " space at the start",
        "\nblank line before",
        "blank line after\n",
        "two\n\n\nblank lines",
        "carriage\rreturn",
        "tab\there",
        "soft\N{SOFT HYPHEN}hyphen",
        "\N{ZERO WIDTH NO-BREAK SPACE}mark",
        "zero\N{ZERO WIDTH SPACE}width",
        "e\N{COMBINING ACUTE ACCENT}",
        "nul\x00",
        "half a pair \ud800",
    ],
)
def test_what_is_not_canonical_is_caught(text: str) -> None:
    """What docs/canonical.md rules out is found out."""
    with pytest.raises((AssertionError, UnicodeEncodeError)):
        laws.canonical(text)
