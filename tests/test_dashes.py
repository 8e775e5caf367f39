"""Dashes: the forms in which they arrive in the pipeline, and texts in which every form meets every other."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from cleaner import NORMALIZE, Document, fix_dashes
from cleaner.repair.dash_words import words_of

ARRIVALS = {
    "a named reference": "It was late &ndash; very late &mdash; and cold.",
    "a decimal reference": "It was late &#8211; very late &#8212; and cold.",
    "a hexadecimal reference": "It was late &#x2013; very late &#x2014; and cold.",
    "a reference to the place in cp1252": "It was late &#150; very late &#151; and cold.",
    "a reference that was encoded twice": "It was late &amp;#150; very late &amp;mdash; and cold.",
    "a control character that is a dash in cp1252": "It was late \x96 very late \x97 and cold.",
    "mojibake": "It was late â€“ very late â€” and cold.",
}
WORDS = "the bridge was old and they went as ever which nobody knew late a ferry Paris mayor in town of it he said is".split()
MARKS = ("  ", " – ", " — ", " - ", " -- ", " --- ", "—", "–", "--", "---", " –", "— ")


@pytest.mark.parametrize("text", ARRIVALS.values(), ids=ARRIVALS.keys())
def test_dashes_arrive(text: str) -> None:
    """Whatever a program made of it, a dash comes out of the normalize phase as a dash, and then it is the writer's."""
    document = NORMALIZE(Document.of(text))
    assert document.text == "It was late – very late — and cold."
    assert fix_dashes(document) is document


@pytest.mark.parametrize("language", "en de fr es it pt nl pl ru uk sv da nb fi hr cs".split())
def test_a_word_is_in_one_group(language: str) -> None:
    """A word that opens an afterthought is not counted among those that want the word before as well."""
    words = words_of(language)
    assert words.opening
    for one, two in combinations((words.opening, words.mild, words.joined, words.verbs), 2):
        assert not one & two


@pytest.mark.parametrize("seed", range(8))
def test_all_forms_in_one_text(seed: int) -> None:
    """Where dashes come back, they make no rule by which others would come back the next time."""
    dice = random.Random(seed)  # noqa: S311  made-up text
    changed = 0
    for _ in range(100):
        text = _soup(dice)
        once = fix_dashes(Document.of(text, language="en")).text
        changed += once != text
        assert fix_dashes(Document.of(once, language="en")).text == once
    assert changed


def _soup(dice: random.Random) -> str:
    shares = [dice.random() ** 3 for _ in MARKS]

    def sentence() -> str:
        words = dice.choices(WORDS, k=dice.randint(5, 14))
        joints = [dice.choices(MARKS, shares)[0] if dice.random() < 0.2 else " " for _ in words]
        return "".join(joint + word for joint, word in zip(joints, words, strict=True)).strip(" -–—").capitalize() + "."

    return "\n\n".join(" ".join(sentence() for _ in range(dice.randint(1, 4))) for _ in range(dice.randint(1, 5)))
