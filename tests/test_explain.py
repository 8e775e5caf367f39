"""The ledger told to a person: the diff is a patch, the list names places that are right, and nothing printed is obeyed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.edits import Edit
from cleaner.explain import Change, Lines, diff, explain, told, visible


@st.composite
def documents(draw):
    """Texts of few signs and many lines, changed by up to three layers of edits, some of which move words."""
    document = Document.of(draw(st.text("ab\n ", max_size=40)))
    for layer in range(draw(st.integers(0, 3))):
        text, edits, at = document.text, [], 0
        for _ in range(draw(st.integers(0, 4))):
            start = draw(st.integers(at, len(text)))
            end = draw(st.integers(start, min(start + 8, len(text))))
            if draw(st.booleans()):
                edits.append(Edit(start, end, draw(st.text("cd\n", max_size=4)), f"rule {layer}"))
            else:
                origin = draw(st.integers(0, len(text)))
                edits.append(Edit(start, end, text[origin : origin + 5], "moved", origin))
            at = end + 1
            if at > len(text):
                break
        document = document.edited(f"stage_{layer}", edits)
    return document


def patched(original: str, lines: list[str]) -> str:
    """What ``patch`` makes of a text and a unified diff: strict, without any tolerance."""
    old = re.findall(r"[^\n]*\n|[^\n]+", original)
    new: list[str] = []
    at = 0
    ended = False
    for number, line in enumerate(lines[2:]):
        if line.startswith("@@"):
            begin, count, new_begin, new_count = map(int, re.match(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@", line).groups())
            begin -= count > 0
            new += old[at:begin]
            at = begin
            assert len(new) == new_begin - (new_count > 0)
            continue
        if line.startswith("\\"):
            continue
        ended = lines[2:][number + 1 : number + 2] == ["\\ No newline at end of file"]
        text = line[1:] + "\n" * (not ended)
        if line[0] in " -":
            assert old[at] == text
            at += 1
        if line[0] in " +":
            new.append(text)
    return "".join(new + old[at:])


@given(documents())
def test_diff_is_a_patch(document):
    """Applied to the original it makes the file that is written."""
    lines = list(diff(document, "a.txt"))
    written = document.text + "\n" * (document.text != "" and not document.text.endswith("\n"))

    assert bool(lines) == (written != document.original)
    assert patched(document.original, lines) == written


@given(documents())
def test_explanation_is_a_program(document):
    """Its changes, carried out from the last to the first, make the text (and the final line end of its file)."""
    text = document.original
    for change in reversed(list(explain(document))):
        assert document.original[change.start : change.end] == change.before
        text = text[: change.start] + change.after + text[change.end :]

    assert text.removesuffix("\n") == document.text.removesuffix("\n")


@given(documents())
def test_places_are_right(document):
    """Line and column lead to the offset."""
    lines = document.original.split("\n")
    for change in explain(document):
        before = sum(len(line) + 1 for line in lines[: change.line - 1])
        assert before + change.column - 1 == change.start
        assert 1 <= change.column <= len(lines[change.line - 1]) + 1


@given(st.text(st.characters()))
def test_nothing_printed_is_obeyed(text):
    """Whatever a text holds, what is shown of it is one printable line."""
    assert visible(text).isprintable()
    assert visible(visible(text)) == visible(text)


def test_letters_of_all_scripts_stay():
    """Only what cannot be seen is written as an escape."""
    for text in ("naïve — “x”", "Привет", "你好", "नमस्ते", "😀", "a\\b"):
        assert visible(text) == text
    assert visible("\x1b]0;x\x07\x9b1m\u202e\u200b\u00ad\ufeff\n") == r"\x1b]0;x\x07\x9b1m\u202e\u200b\xad\ufeff\n"


def test_parts_of_a_diff():
    """Changes far apart are parts of their own, with three lines around them and their rules at the head."""
    text = "\n".join(map(str, range(30)))
    document = Document.of(text + "\n").edited(
        "s", [Edit(2, 3, "x", "first"), Edit(len(text) - 2, len(text), "y", "second")]
    )

    assert list(diff(document, "a\nb")) == [
        *("--- a\\nb", "+++ a\\nb (cleaned)"),
        *("@@ -1,5 +1,5 @@ first", " 0", "-1", "+x", " 2", " 3", " 4"),
        *("@@ -27,4 +27,4 @@ second", " 26", " 27", " 28", "-29", "+y"),
    ]


def test_line_taken_out():
    """A line that goes is one line of the diff; its neighbours are not touched."""
    document = Document.of("one\ntwo\nthree\n").edited("s", [Edit(3, 7, "", "gone")])

    assert list(diff(document, "a"))[2:] == ["@@ -1,3 +1,2 @@ gone", " one", "-two", " three"]


def test_missing_line_end():
    """A text without a final line end differs from the file that is written, and the diff says so as diffs do."""
    assert list(diff(Document.of("a"), "a"))[2:] == ["@@ -1,1 +1,1 @@", "-a", "\\ No newline at end of file", "+a"]
    assert list(diff(Document.of("a\n"), "a")) == []
    assert list(diff(Document.of(""), "a")) == []


def test_change_in_words():
    """Place, stage, rule, before, after; long texts by their ends; moved words with their place."""
    assert told(Change(1, 2, 1, 1, "s", "r", "", "x\n", 7)) == '1:2 (1-1) s: r: "" → "x\\n" (stood at 7)'
    assert told(Change(1, 2, 1, 1, "s", "r", "", "x" * 40, 7)) == f'1:2 (1-1) s: r\n  + "{"x" * 40}" (stood at 7)'
    assert "[… 760 characters …]" in told(Change(1, 1, 0, 1000, "s", "r", "x" * 1000, ""))
    assert "\x1b" not in told(Change(1, 1, 0, 1, "s\x1b", "r\x1b", "\x1b", "\x1b"))


def test_record_of_a_change():
    """`moved_from` is there only when words were moved."""
    change = Change(1, 1, 0, 1, "s", "r", "a", "b")

    assert "moved_from" not in change.as_dict()
    assert set(change.as_dict()) == {"line", "column", "start", "end", "stage", "rule", "before", "after"}


def test_lines_of_an_empty_text():
    """There is a first place everywhere."""
    assert Lines("").place(0) == (1, 1)
    assert Lines("\n").place(1) == (2, 1)
