"""The stages that mend characters, dashes, quotes and space: what holds for every text."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import unicodedata
from itertools import product
from typing import TYPE_CHECKING

import ftfy
import pace
import pytest
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.normalize import characters, encoding
from cleaner.normalize.characters import TABLE, fix_characters
from cleaner.normalize.encoding import fix_encoding
from cleaner.normalize.entities import decode_entities
from cleaner.normalize.rare import rare
from cleaner.repair.dashes import fix_dashes
from cleaner.repair.quotes import drop_stray_quotes
from cleaner.repair.space import tidy_space

if TYPE_CHECKING:
    from cleaner.document import Stage

STAGES = (fix_encoding, decode_entities, fix_characters, fix_dashes, drop_stray_quotes, tidy_space)

# All characters that ftfy's idea of badness knows.
_KNOWN = [re.compile(f"[{characters}]") for characters in MOJIBAKE_CATEGORIES.values()]
NOTED = [
    c for c in map(chr, (*range(0x80, 0xD800), *range(0xE000, 0x10000))) if any(known.match(c) for known in _KNOWN)
]
PLAIN = "aZ1 .,?!\n"
HUNT = 1_000  # who asks Hypothesis for so many examples has the time for all pairs
BREAKABLE = "“”‘’–—…•«»éèàçñüößÉÜŁłžşığĂ°£€©™œŒæжПриветΑθήνα漢字かな한글עברית 🙂e\u0301\u00a0\u00ad abc.,\n"
ENTITIES = [
    *"& amp; lt; #39; # ; &lt; &gt; &amp; &#98; &#38; &#x26; &num; &semi; &equals; &copy &nbsp; &not &#55357; &#56832;".split(),
    *'&nvgt; &nvlt; &NewLine; &#10; &quot; copy 39 b / " ` < > = :// www.'.split(),
    *" \n",
]
MARKS = [
    *"ab_ \n\t\r\v\f\x07\b\x13\x19\x1b\x1c\x85\x97\u2028\u00a0\u2000\u1680\u3000\u200b\u200c\u200d\u200f\u202a\u061c\u00ad\ufeff",
    *"\u0301\u0323\u0344\u034f\u093c\u3099\u0645\u05d0\u0915\u0958\u0e01\u304b\u5c71\u1100\u1161\u2126\U0001f600\ufe0f",
    *"\ud83d\ude00\ufb01\ufb03\ufffc",
    *("  ", "[0m", "]0;"),
]
SPACES = [*"a|.,'\"“”’»— \n\t\u3000", "The", "of", "Paris", "5", "  ", "   ", "\n\n", " – "]

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
nasty = st.one_of(
    anything,
    *(
        st.lists(st.sampled_from(list(parts)), max_size=14).map("".join)
        for parts in (ENTITIES, MARKS, SPACES, [*NOTED, *PLAIN])
    ),
)


def by_ftfy(text: str) -> str:
    """What ftfy makes of each line."""
    return "".join(ftfy.fix_encoding(line) for line in re.findall(r"[^\n]*\n|[^\n]+", text))


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@given(text=nasty)
def test_stable(stage: Stage, text: str) -> None:
    """A stage finds nothing in what it has made, in any text at all."""
    once = stage(text)
    assert stage(once) == once


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@given(text=nasty)
def test_quiet(stage: Stage, text: str) -> None:
    """A stage that changes nothing gives back the same document."""
    document = Document.of(stage(text))
    assert stage(document) is document


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@pytest.mark.parametrize(
    "text",
    [
        *(
            part * (100_000 // len(part))
            for part in (" ", "\n", "a  b ", "&lt;", "&amp;", "&#39", "'", ".'\n", "é", "\u00e2\u20ac\u2122 ")
        ),
        *(
            part * (100_000 // len(part))
            for part in ("\t ", "\u200b", "\x1b[", "\x1b]", "\u200f", "\u0301\u0323", "\ufb01", "e\u0301", "``'")
        ),
    ],
    ids=lambda text: repr(text[:6]),
)
def test_linear(stage: Stage, text: str) -> None:
    """No text takes long because of what is in it."""
    assert pace.growth(stage, text[: len(text) // 2], text) < pace.MOST


# fix_encoding


def test_gate_on_pairs() -> None:
    """
    No two characters that ftfy frowns upon get past the gate, whatever stands beside them.

    A twentieth of the pairs, the same every time; all of them with ``--hypothesis-profile=hunt``.
    """
    pairs = list(product(NOTED, repeat=2))
    if settings.default is None or settings.default.max_examples < HUNT:
        pairs = random.Random(1).sample(pairs, len(pairs) // 20)  # noqa: S311  # no secret
    around = [
        ("", ""),
        ("a", ""),
        ("A", ""),
        (" ", " "),
        ("", "a"),
        ("", "1"),
        ("a ", " "),
        (".", "“"),
        ("\n", "\n"),
        ("С", "С"),
        ("a", "²"),
    ]
    for one, two in pairs:
        for before, after in around:
            text = before + one + two + after
            if BADNESS_RE.search(text):
                assert encoding.SUSPECT.search(text), text
            if encoding.SUSPECT.search(text):
                assert encoding.LOUD.search(rare(text + " " * 20)), text


@given(st.text(st.sampled_from([*NOTED, *PLAIN]), max_size=12))
def test_gate_on_strings(text: str) -> None:
    """What ftfy calls bad, the gate lets it see."""
    if BADNESS_RE.search(text):
        assert encoding.SUSPECT.search(text)
    if encoding.SUSPECT.search(text):
        assert encoding.LOUD.search(rare(text + " " * 200))


@given(st.lists(st.sampled_from([*NOTED, *PLAIN, " a", " b"]), max_size=30).map("".join))
def test_as_ftfy(text: str) -> None:
    """Each line becomes what ftfy makes of it."""
    assert fix_encoding(text) == by_ftfy(text)


@pytest.mark.parametrize(
    "codec",
    ["latin-1", *(f"sloppy-windows-{page}" for page in (1250, 1251, 1252, 1253, 1254, 1257)), "macroman", "cp437"],
)
@given(text=st.text(st.sampled_from(BREAKABLE), max_size=40))
def test_damage_as_ftfy(codec: str, text: str) -> None:
    """Text in UTF-8 that was read in another encoding becomes what ftfy makes of it."""
    damaged = text.encode().decode(codec, "replace")
    assert fix_encoding(damaged) == by_ftfy(damaged)


@given(text=st.text(st.sampled_from(BREAKABLE), max_size=40))
def test_edits_are_small(text: str) -> None:
    """An edit holds only what changed: its ends differ from what stood there."""
    damaged = text.encode().decode("sloppy-windows-1252", "replace")
    for edit in fix_encoding.edits(damaged):
        old = damaged[edit.start : edit.end]
        assert old
        assert not edit.text or (old[0] != edit.text[0] and old[-1] != edit.text[-1])


def test_sound_words_are_not_in_an_edit() -> None:
    """One damaged word in a line is one edit, and the letters around it are not part of it."""
    text = "Sound “words”, na\u00c3\u00afve ones, and l\u00e2\u20ac\u2122heure."
    assert [(text[e.start : e.end], e.text) for e in fix_encoding.edits(text)] == [
        ("\u00c3\u00af", "ï"),
        ("\u00e2\u20ac\u2122", "’"),
    ]


def test_ftfy_is_imported_late() -> None:
    """A text that is sound, in whatever language, costs no import."""
    program = (
        "import sys\n"
        "from cleaner.normalize.encoding import fix_encoding\n"
        "fix_encoding('“L’été” — à Besançon, „Über“, Łódź, «Москва», Αθήνα, 東京 © 5 €')\n"
        "assert 'ftfy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


# decode_entities


@given(st.lists(st.sampled_from(ENTITIES), max_size=14).map("".join))
def test_no_markup_is_made(text: str) -> None:
    """A tag is never made of references to its characters."""
    opening = re.compile("<[A-Za-z/!?]")
    assert len(opening.findall(decode_entities(text))) <= len(opening.findall(text))


# fix_characters


def test_table() -> None:
    """Every row has a name and a reason, and no character has two rows."""
    named = [character for row in TABLE for character in characters.each(row.characters)]
    assert len(named) == len(set(named))
    assert all(row.rule and row.why for row in TABLE)


def test_all_that_composition_may_change_is_looked_at() -> None:
    """A text without a loose character is in composed form."""
    loose = re.compile(f"[{characters.LOOSE}]")
    for character in map(chr, range(0x110000)):
        if loose.match(character):
            continue
        assert not unicodedata.combining(character)
        assert unicodedata.is_normalized("NFC", character)
        parts = unicodedata.normalize("NFD", character)
        if len(parts) > 1 and not "\uac00" <= character <= "\ud7a3":
            assert all(loose.match(part) for part in parts[1:])


@given(nasty)
def test_composed(text: str) -> None:
    """The result is in composed form."""
    assert unicodedata.is_normalized("NFC", fix_characters(text))


@given(nasty)
def test_nothing_unseen_is_left(text: str) -> None:
    """What the table names without a place to stay is gone."""
    gone = [
        c
        for row in TABLE
        if "stays" not in row.why and row.rule != "surrogate"
        for c in characters.each(row.characters)
    ]
    assert not set(gone) & set(fix_characters(text))


@given(st.lists(st.sampled_from([part for part in MARKS if part != "  "]), max_size=14).map("".join))
def test_no_double_space_is_made(text: str) -> None:
    """Where there was no double space there is none afterwards."""
    if "  " not in text:
        assert "  " not in fix_characters(text)


# tidy_space


@given(st.lists(st.sampled_from(SPACES), max_size=20).map("".join))
def test_canonical_space(text: str) -> None:
    """No double spaces, no space at the ends of lines, at most one blank line, no words lost."""
    tidy = tidy_space(text)
    assert not re.search("  | \n|\n |\n\n\n", tidy)
    assert tidy == tidy.strip(" \n")
    assert tidy.split() == text.split()
