"""Paragraphs that were wrapped, cut, glued and marked up: what the cases in fixtures/stages cannot say one by one."""

from __future__ import annotations

import random
import textwrap

import pace
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document, Stage
from cleaner.repair.breaks import mend_page_breaks
from cleaner.repair.dashes import fix_dashes
from cleaner.repair.glued import split_run_together
from cleaner.repair.markup import unwrap_markup
from cleaner.repair.paragraphs import join_wrapped_lines, separate_paragraphs
from cleaner.repair.sentences import ends_sentence, joining_words, language_of, last_word, small_words

STAGES = (join_wrapped_lines, mend_page_breaks, split_run_together, unwrap_markup, separate_paragraphs)

ENGLISH = (
    "The bridge over the river was closed on Monday after a week of rain, and nobody knows when it will be opened again.",
    (
        "The people of the west bank have begun to row across. Some of them charge a fee for it, which the council has "
        "forbidden twice, although nobody on that side of the river has ever listened to the council."
    ),
    (
        "It will meet again on Thursday. The mayor, the builder and everybody else who wants to speak about the bridge, the "
        "boats and the fee may do so, and there will be coffee. The band of the fire brigade plays at eight."
    ),
)
GERMAN = (
    (
        "Die Brücke über den Fluss wurde am Montag nach einer Woche Regen gesperrt, und niemand weiß, wann sie wieder für "
        "Wagen und Karren geöffnet wird."
    ),
    (
        "Die Leute vom Westufer rudern seither hinüber. Manche verlangen Geld dafür, was der Rat schon zweimal verboten hat, "
        "obwohl auf dieser Seite des Flusses noch nie jemand auf den Rat gehört hat."
    ),
)
RUSSIAN = (
    "Мост через реку закрыли в понедельник после недели дождей, и никто не знает, когда его снова откроют для машин.",
    (
        "Жители западного берега с тех пор переправляются на лодках. Некоторые берут за это деньги, хотя совет это уже "
        "дважды запрещал, но на той стороне реки его никогда никто не слушал."
    ),
)
TEXTS = pytest.mark.parametrize("paragraphs", [ENGLISH, GERMAN, RUSSIAN], ids=["en", "de", "ru"])
EACH = pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)

PIECES = (
    *("a A The in and word Word. word, e.g. U.S. iPhone 1 12 3. - – — • …").split(),
    *("\" “ ” „ « » ' * ** _ [ ] ( ) # ## ` | \\ < > <b> </b> <br> [b] [/b] ](http://x.y) \\* ¯\\_").split(),
    *(
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\n\n\n",
        "\f",
        "   ",
        "Page 3 of 9",
        "- 7 -",
        "漢字。",
        "слово",
        "Слово.",
        "\0",
        "\ud800",
    ),
)


@EACH
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_a_stage_finds_nothing_in_its_own_output(stage: Stage, text: str):
    """What one edit uncovers is mended by the same call."""
    once = stage(text)

    assert stage(once) == once


@EACH
def test_whole_texts_come_back_as_the_same_object(stage: Stage):
    """A text with nothing to mend is not touched, nor copied."""
    document = Document.of("\n\n".join((*ENGLISH, *GERMAN, *RUSSIAN)), language="en")

    assert stage(document) is document


@TEXTS
@pytest.mark.parametrize("width", [55, 66, 72, 80, 100])
def test_a_wrap_of_any_width_is_undone(paragraphs: tuple[str, ...], width: int):
    """With blank lines between the paragraphs, nothing is lost by wrapping."""
    wrapped = "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in paragraphs)

    assert join_wrapped_lines(wrapped) == "\n\n".join(paragraphs)


@TEXTS
def test_a_cut_before_a_small_letter_is_mended_wherever_it_falls(paragraphs: tuple[str, ...]):
    """Every place before a small letter, but for the few words after which a heading may end as well."""
    for number, paragraph in enumerate(paragraphs):
        words = paragraph.split(" ")
        for place in range(4, len(words) - 2):
            if not words[place][0].islower() or not words[place - 1][-1].isalpha():
                continue
            cut = [*paragraphs]
            cut[number] = " ".join(words[:place]) + "\n\n" + " ".join(words[place:])

            assert mend_page_breaks("\n\n".join(cut)) == "\n\n".join(paragraphs)


@TEXTS
def test_sentences_glued_inside_their_paragraph_get_their_space_back(paragraphs: tuple[str, ...]):
    """In any script that has capitals."""
    whole = "\n\n".join(paragraphs)

    assert split_run_together(whole.replace(". ", ".")) == whole


@TEXTS
def test_paragraphs_one_a_line_are_set_apart(paragraphs: tuple[str, ...]):
    """One blank line between them, whatever the language."""
    assert separate_paragraphs("\n".join(paragraphs)) == "\n\n".join(paragraphs)


HOSTILE = {
    "spaces": " " * 80_000,
    "brackets": "[" * 80_000,
    "links that never end": "[a](" * 20_000,
    "hyphens": "-" * 80_000,
    "stars": "*a" * 40_000,
    "newlines": "\n" * 80_000,
    "one line after another": "a\n" * 40_000,
    "page numbers": "12\n\n" * 20_000,
    "cuts": "the rain in\n\n" * 8_000,
    "joints": "end.The" * 11_000,
    "quotation marks": '."A' * 27_000,
    "capitals inside": "aB" * 40_000,
    "the same paragraph": "The ferry left at six and the\n\npeople waved.\n\n" * 1_500,
    "one long line": "word " * 100_000,
    "one table after another": "| a | b |\n|---|---|\n" * 2_000,
    "one table": "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 4_000,
    "double spaces": "a  b " * 16_000,
    "lines with double spaces": "The ferry  was late again.\n\n" * 2_000,
    "labels": "A: b\n" * 16_000,
    "quoted lines": "> > word\n" * 8_000,
    "emphasis": "**a** *b* _c_ `d`\n" * 2_000,
    "headings": "## Ferry\n\n" * 6_000,
    "chance": "".join(random.Random(1).choices('aA .\n"*_[]()<>#`|\\1-', k=80_000)),  # noqa: S311  # no secret
}


@pytest.mark.parametrize("stage", [*STAGES, fix_dashes], ids=lambda stage: stage.name)
@pytest.mark.parametrize("name", HOSTILE)
def test_texts_made_to_be_slow_are_not(stage: Stage, name: str):
    """Linear in the text: twice as much of it takes about twice as long."""
    text = HOSTILE[name]

    assert pace.growth(stage, text[: len(text) // 2], text) < pace.MOST


def test_the_address_of_a_link_is_in_the_ledger():
    """Nothing that was unwrapped is thrown away unread."""
    document = Document.of("It is told by [the town paper](https://example.org/a).")
    told = unwrap_markup(document)

    assert told.text == "It is told by the town paper."
    assert "".join(told.ledger.removed(document.text)) == "[](https://example.org/a)"


def test_sentences_end_in_every_script():
    """And what closes after the mark belongs to it."""
    ended = ["It rained.", "“No!”", "雨が降った。」", "बारिश हुई।", "هل أمطرت؟", "„Nein.“", "(It rained.)", "Then…"]
    open_ = ["It rained", "“No”", "雨が降った", "counterparts, in", "x)", ""]

    assert [ends_sentence(text) for text in ended] == [True] * len(ended)
    assert [ends_sentence(text) for text in open_ if text] == [False] * (len(open_) - 1)


def test_a_language_without_data_is_not_taken_for_english():
    """It goes by what holds for all."""
    assert not joining_words("fi")
    assert not small_words(None)
    assert "the" in joining_words("en-GB")
    assert last_word("tegenover de") in joining_words("nl")


def test_the_language_is_told_by_its_small_words():
    """Also where the document does not know it."""
    assert language_of(Document.of("Die Brücke ist zu und der Fluss ist hoch, und nun?", language="de")) == "de"
    assert language_of(Document.of("Le pont est fermé et la rivière est haute, que faire dans ce cas ?")) == "fr"
