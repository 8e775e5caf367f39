"""
What is always true of a cleaned text, whoever made the text and whatever was wrong with it.

Plain functions. Each takes what it needs, returns nothing, and fails with an assertion that says where. They are run on
every fixture, rule example, page and seed (test_laws.py) and on made-up text (test_hypothesis.py); a new stage is held to
them without a line of test code. `clean` is always something that takes a Document and gives one: a stage or a pipeline.

A stage that writes letters of its own has to be entered in RESTORATIONS, with what its letters have to do with what stood
there. Everything else may only take away, move, and write white space.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

import ftfy
import regex

from cleaner.document import Document
from cleaner.edits import MADE, Edit, splice
from cleaner.normalize.readings import READINGS, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Clean = Callable[[Document], Document]
    Restoration = Callable[[str, Edit], bool]  # the text before, and the edit


def hold(clean: Clean, text: str, **facts: str | None) -> Document:
    """All laws that can be told from one text. Gives the result, for those who want to look further."""
    document = Document.of(text, **facts)
    result = clean(document)
    apart(result)
    nothing_invented(result)
    replayed(result)
    traced(result)
    stable(clean, result)
    quiet(clean, result)
    assert (result is document) == (not result.ledger), "the same object is what says that nothing was done"
    return result


# The laws.


def stable(clean: Clean, result: Document) -> None:
    """Cleaning clean text changes nothing."""
    again = clean(_born(result))
    assert again.text == result.text, f"the second cleaning made {_changes(again)}"


def quiet(clean: Clean, result: Document) -> None:
    """Cleaning clean text gives back the same object, with no layer."""
    born = _born(result)
    again = clean(born)
    assert again is born, f"nothing was changed and yet it is another object, with {again.ledger}"
    assert not again.ledger.layers


def replayed(result: Document) -> None:
    """The ledger is a program that makes the result again, as layers or as one list, and one that takes it back."""
    ledger, original, text = result.ledger, result.original, result.text
    assert ledger.replay(original) == text
    assert splice(original, ledger.hunks()) == text
    assert ledger.undo(text, ledger.removed(original)) == original


def traced(result: Document) -> None:
    """Every character that no edit wrote maps to an equal character of the original."""
    written = sum(len(hunk.text) for hunk in result.ledger.hunks() if hunk.origin == MADE)
    reached = kept = 0
    for at, came, length in result.ledger.runs(result.text):
        assert at >= reached, "the runs are in order and do not overlap"
        assert result.text[at : at + length] == result.original[came : came + length]
        for place in {0, length // 2, length - 1}:
            told = result.ledger.origin(at + place, at + place + 1)
            assert told == (came + place, came + place + 1), f"{at + place} comes from {came + place}, not from {told}"
        reached, kept = at + length, kept + length
    assert kept + written == len(result.text), "what no edit wrote is in the runs"


def nothing_invented(result: Document) -> None:
    """Every inserted text is white space, a named restoration, or words moved from elsewhere in the document."""
    for layer, before in result.ledger.steps(result.original):
        for edit in layer.edits:
            assert is_honest(edit, before), f"{layer.stage} wrote {edit} in place of {before[edit.start : edit.end]!r}"


def apart(result: Document) -> None:
    """Edits are sorted, within bounds, never overlap, and each of them changes something."""
    for layer, before in result.ledger.steps(result.original):
        assert layer.edits, f"{layer.stage} left an empty layer"
        reached = 0
        for edit in layer.edits:
            assert reached <= edit.start <= edit.end <= len(before), f"{layer.stage}: {edit}"
            assert before[edit.start : edit.end] != edit.text, f"{layer.stage}: {edit} changes nothing"
            assert edit.rule, f"{layer.stage}: {edit} does not say why"
            reached = edit.end
    reached = 0
    for hunk in result.ledger.hunks():
        assert reached <= hunk.start <= hunk.end <= len(result.original), str(hunk)
        reached = hunk.end


def spares_words(result: Document) -> None:
    """What GENTLE promises: no word goes and no word moves. Letters change only where they were damaged."""
    for layer, before in result.ledger.steps(result.original):
        for edit in layer.edits:
            was = before[edit.start : edit.end]
            assert edit.origin == MADE, f"{layer.stage} moved {edit.text!r}"
            damaged = edit.rule in RESTORATIONS or edit.rule in MACHINE_TALK or edit.rule in BLANK_LETTERS
            assert damaged or not any(letter.isalnum() for letter in was), f"{layer.stage} took {was!r} out"


def alone(clean: Clean, texts: Sequence[str]) -> None:
    """The result does not depend on the documents that came before. (Processes and workers: test_laws, test_batch.)"""
    forward = [clean(Document.of(text)).text for text in texts]
    backward = [clean(Document.of(text)).text for text in reversed(texts)]
    assert forward == backward[::-1]


def canonical(text: str) -> None:
    """A text of STANDARD has the canonical form, as docs/canonical.md has it."""
    text.encode("utf-8")
    assert unicodedata.is_normalized("NFC", text), "not NFC"
    assert not (found := UNSEEN & set(text)), f"unseen characters: {sorted(map(ascii, found))}"
    assert "\N{ZERO WIDTH SPACE}" not in BLANKLESS.sub("", text), "a zero-width space where no script needs one"
    assert "\n\n\n" not in text, "more than one blank line"
    for line in text.split("\n"):
        assert line == line.strip(), f"space around a line: {line!r}"
        assert "  " not in line, f"a double space: {line!r}"
    assert text == text.strip("\n"), "a blank line before or after"


# What the canonical form has none of. The two joiners and the marks of direction stay where a script needs them, and the
# zero-width space where it parts words: beside letters of scripts without blanks, Thai, Lao, Tibetan, Burmese, Khmer, Javanese.
UNSEEN = frozenset(
    {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"}
    | {
        "\N{SOFT HYPHEN}",
        "\N{WORD JOINER}",
        "\N{LINE SEPARATOR}",
        "\N{PARAGRAPH SEPARATOR}",
        "\N{ZERO WIDTH NO-BREAK SPACE}",
    }
)

_BLANKLESS = (
    "[\u0e00-\u109f\u1780-\u17b3\u17b6-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaadf]"
)
BLANKLESS = re.compile(f"(?<={_BLANKLESS})\u200b+|\u200b+(?={_BLANKLESS})")


# Control sequences and overstrikes have letters in them that nobody wrote.
MACHINE_TALK = frozenset({"terminal escape", "backspace"})
# Unicode counts these among the letters, and there is nothing to see.
BLANK_LETTERS = frozenset({"Hangul filler"})


# What a stage may write.

# Cannot be seen: controls, format characters, what Unicode says may be ignored, and the sign for a picture that is gone.
IGNORABLE = regex.compile(r"[\p{Cc}\p{Cf}\p{Cn}\p{Default_Ignorable_Code_Point}\N{OBJECT REPLACEMENT CHARACTER}]")


def is_honest(edit: Edit, text: str) -> bool:
    """Is this edit white space, words that stood elsewhere, some of the words that stood here, or a named restoration?"""
    if not edit.text.strip():
        return True
    if edit.origin != MADE:
        return text[edit.origin : edit.origin + len(edit.text)] == edit.text
    if restores := RESTORATIONS.get(edit.rule):
        return restores(text, edit)
    return _is_left_of(edit.text, text[edit.start : edit.end])


def _is_left_of(after: str, before: str) -> bool:
    """Was something only taken out, but for white space?"""
    rest = iter(before)
    return all(letter.isspace() or letter in rest for letter in after)


def _is_dash(text: str, edit: Edit) -> bool:
    """Is it a dash, and did no word stand there?"""
    if any(letter.isalnum() for letter in text[edit.start : edit.end]):
        return False
    return all(letter.isspace() or unicodedata.category(letter) == "Pd" for letter in edit.text)


def _is_read_again(text: str, edit: Edit) -> bool:
    """Did ftfy write it into this line?"""
    line = text[text.rfind("\n", 0, edit.start) + 1 :].partition("\n")[0]
    return edit.text in ftfy.fix_encoding(line)


def _is_meant(text: str, edit: Edit) -> bool:
    """Is it what the reference means, however often it was encoded?"""
    was = text[edit.start : edit.end]
    pair = re.sub(
        r"&(?:amp;)*#(?:x([0-9a-f]+)|([0-9]+));?",
        lambda one: chr(int(one[1] or one[2], 16 if one[1] else 10)),
        was,
        flags=re.IGNORECASE,
    )
    if pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") == edit.text:
        return True
    if html.unescape(was.lower()).upper() == edit.text:  # "&EACUTE;": names in capitals, beyond HTML 5
        return True
    for _ in range(len(was) // 4 + 1):
        was = html.unescape(was)
        if was == edit.text:
            return True
    return False


def _is_same_letter(text: str, edit: Edit) -> bool:
    """Is it another way to write the same letters: composed or not, as a ligature or apart, with something unseen in it?"""
    was = text[edit.start : edit.end].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    was = re.sub(r"(.)\x08(?=\1)|_\x08(?=\w)|(?<=\w)\x08_|(?:\x1b\[|\x9b)[0-9;]*[@-~]", "", was)  # machine talk
    was = re.sub("[\x80-\x9f]", lambda one: one[0].encode("latin-1").decode("cp1252", "ignore"), was)
    was, now = (unicodedata.normalize("NFKC", IGNORABLE.sub("", one)) for one in (was, edit.text))
    return was == now


def _is_whole(text: str, edit: Edit) -> bool:
    """Is it the character of which these are the halves, or the sign for one that is lost?"""
    whole = text[edit.start : edit.end].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return edit.text == whole or set(edit.text) == {"\N{REPLACEMENT CHARACTER}"}


def _is_windows(text: str, edit: Edit) -> bool:
    """Is it what Windows has where the standard has controls?"""
    return text[edit.start : edit.end].encode("latin-1", "ignore").decode("cp1252", "ignore") == edit.text


def _is_mark(text: str, edit: Edit) -> bool:
    """Is it one quotation mark or dash, in place of nothing but what takes the place of one?"""
    lost = {"?", "\N{REPLACEMENT CHARACTER}", "`", "'", "â", "€"}
    return len(edit.text) == 1 and edit.text in "“”„‘’‚–—" and set(text[edit.start : edit.end]) <= lost


def _is_misread(text: str, edit: Edit) -> bool:
    """Is every letter what stood there, or what some reading makes of its UTF-8, once or several times over?"""
    was, places = text[edit.start : edit.end], {0}
    for letter in edit.text:
        shown = {letter}
        for name in READINGS:
            one = letter
            for _ in range(4):
                one = "".join(table(name)[byte] for byte in one.encode("utf-8", "surrogatepass"))
                shown.add(one)
        places = {at + len(one) for at in places for one in shown if was.startswith(one, at)}
    return len(was) in places


def _is_cut(text: str, edit: Edit) -> bool:
    """Is it a mark of quotation, of which two of the three bytes stood there, or what ftfy makes of them?"""
    return (text[edit.start : edit.end], edit.text) in {("â€", "”"), ("â€", "’"), ("†", "” ")}


def _is_escaped(text: str, edit: Edit) -> bool:
    """Is it what the escape says?"""
    said = text[edit.start : edit.end].encode().decode("unicode_escape").encode("utf-16-le", "surrogatepass")
    return said.decode("utf-16-le", "replace") == edit.text


def _is_upper_half(text: str, edit: Edit) -> bool:
    """Is it the General Punctuation of which only the lower byte was kept?"""
    return edit.text == "".join(chr(0x2000 + ord(lost)) for lost in text[edit.start : edit.end])


def _is_list_mark(text: str, edit: Edit) -> bool:
    """Is it a sign, and was it one of a symbol font?"""
    signs = all(unicodedata.category(sign) in {"Po", "So", "Sm"} for sign in edit.text)
    return signs and all("\uf000" <= letter <= "\uf0ff" for letter in text[edit.start : edit.end])


RESTORATIONS: dict[str, Restoration] = {
    "backtick quote": _is_mark,
    "C1 control": _is_windows,
    "decomposed letter": _is_same_letter,
    "doubled hyphen": _is_dash,
    "dropped dash": _is_dash,
    "entity": _is_meant,
    "escape": _is_escaped,
    "full-width form": _is_same_letter,
    "glued dash": _is_dash,
    "hyphen for a dash": _is_dash,
    "ligature": _is_same_letter,
    "lost apostrophe": _is_mark,
    "lost byte": _is_upper_half,
    "lost dash": _is_mark,
    "lost quote": _is_mark,
    "misread letter": _is_misread,
    "mojibake": _is_read_again,
    "presentation form": _is_same_letter,
    "private-use bullet": _is_list_mark,
    "quote cut short": _is_cut,
    "soft hyphen for a dash": _is_dash,
    "surrogate": _is_whole,
}


# Seeing what went wrong.


def _born(result: Document) -> Document:
    """The result as a document of its own, with what the reader was told about the first."""
    return Document.of(result.text, language=result.source.language, url=result.source.url)


def _changes(again: Document) -> str:
    """The first changes of a second cleaning, with some of what stands around them."""
    told: Iterable[str] = (
        f"{layer.stage} ({edit.rule}): {before[max(0, edit.start - 20) : edit.start]!r} "
        f"[{before[edit.start : edit.end]!r} -> {edit.text!r}] {before[edit.end : edit.end + 20]!r}"
        for layer, before in again.ledger.steps(again.original)
        for edit in layer.edits[:2]
    )
    return "; ".join(list(told)[:4]) or "no change"
