"""
ftfy's own cases: is every text that it mends mended here, and every text that it leaves alone left alone?

    python bench/ftfy_cases.py PATH [--all]

PATH is a source distribution of ftfy (``pip download --no-deps --no-binary :all: ftfy==6.3.1`` fetches it;
``tox -e ftfy-cases`` does so itself), or its tests/test_cases.json alone. Nothing of it is copied into this repository.

Three kinds of cases are read from it: the case file; the ``assert fix_text("…") == "…"`` of its tests; the examples of its
manual and docstrings. Each text goes through three trials:

    encoding    fix_encoding gives exactly what ftfy.fix_encoding is said to give
    layer       the text in UTF-8 read as Latin-1 once more, as ftfy's own tests do: NORMALIZE gives what it gives without
    normalize   NORMALIZE gives what ftfy.fix_text is said to give, but for what is done otherwise on purpose

What is done otherwise is told by ON_PURPOSE: each entry brings both sides to one form and has its reason; a difference that
goes away with it is listed under it. What does not go away is listed in full, and the exit code is 1. The cases that ftfy
itself is known to fail are listed apart: a program that mends them does better, and one that does not is no worse.
"""

from __future__ import annotations

import argparse
import ast
import doctest
import html
import json
import re
import sys
import tarfile
import unicodedata
from collections import Counter
from html.entities import html5
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ftfy.fixes import uncurl_quotes

import cleaner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES = "tests/test_cases.json"
TRIALS = ("encoding", "layer", "normalize")


class Case(NamedTuple):
    """One text of ftfy's, with what ftfy makes of it: all its fixes, and that of the encoding alone (None: not told)."""

    source: str
    label: str
    original: str
    fixed: str | None
    encoding: str | None
    known_failure: bool = False

    @property
    def kind(self) -> str:
        """Does ftfy mend it, leave it, or get it wrong?"""
        if self.known_failure:
            return "known failure of ftfy"
        told = self.encoding if self.encoding is not None else self.fixed
        return "left alone" if told == self.original else "mended"


def _whole(text: str) -> str:
    """Letters that ftfy takes apart because their parts look the same: NFKC for those that it knows."""
    return "".join(unicodedata.normalize("NFKC", c) if c in "ŉĲĳǄǅǆǇǈǉǊǋǌǱǲǳ" else c for c in text).replace("ʼ", "'")


def _capitals(text: str) -> str:
    """References whose names ftfy takes in capitals as well, as the capitals that it makes of them."""
    return re.sub(
        "&([A-Z]{2,24});", lambda one: html.unescape(one[0].lower()).upper() if one[0] not in html5 else one[0], text
    )


# What is done otherwise -> how both sides look the same, with the reason.
ON_PURPOSE: dict[str, Callable[[str], str]] = {
    # They are what the writer wrote; ftfy makes them straight by default.
    "curly quotes and apostrophes stay": uncurl_quotes,
    # Afrikaans and Croatian letters with a code point of their own: the writer's spelling. Ligatures of print (fi) do go.
    "letters of one code point stay one": _whole,
    # What ftfy can only call lost, fix_quotes gives back where the sentence leaves no doubt.
    "quotes and dashes lost to U+FFFD come back": lambda text: re.sub("[\"'“”‘’—–]", "\ufffd", text),
    # ftfy calls one of its negatives "sort of": it would have been right. A sign of money inside a word is nobody's letter.
    "letters that break a word come back": cleaner.fix_misread_letters,
    # The canonical form has ordinary blanks (docs/canonical.md); ftfy keeps no-break spaces and the blank of Braille.
    "odd spaces are ordinary blanks": lambda text: re.sub(r"(?:[^\S\n]|[\u200b\u2800])+", " ", text),
    # A control that stands for nothing goes; ftfy keeps the upper ones. A reference to one (&#x81;) is left as it is written.
    "controls go": lambda text: re.sub(r"&#x81;|[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff]", "", text),
    # Code-like text keeps its references, and `&lt;tag&gt;` never becomes markup; what is no character stays what it was.
    "references that would make markup or no character stay": lambda text: html.unescape(html.unescape(text)),
    # HTML has no `&EACUTE;`: whoever writes that may mean it.
    "references are those of HTML 5, in its letters": _capitals,
    # Full-width forms are ordinary in a text of such letters; a text this short has nothing else to judge by.
    "full-width letters stay where all of the text is in them": lambda text: unicodedata.normalize("NFKC", text),
}


def cases(path: Path) -> Iterator[Case]:
    """All cases of a case file or of a source distribution."""
    if path.suffix == ".json":
        yield from _of_file(path.read_text("utf-8"))
        return
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            name = member.name.partition("/")[2]
            if not (opened := archive.extractfile(member)):
                continue
            if name == CASES:
                yield from _of_file(opened.read().decode())
            elif name.startswith("tests/") and name.endswith(".py"):
                yield from _of_test(name, opened.read().decode())
            elif re.match(r"(docs/.*\.rst|ftfy/.*\.py|README\.md)$", name):
                yield from _of_manual(name, opened.read().decode())


def _of_file(content: str) -> Iterator[Case]:
    for one in json.loads(content):
        fails = not one["enabled"] if "enabled" in one else one["expect"] == "fail"
        yield Case(CASES, one["label"], one["original"], one["fixed"], one.get("fixed-encoding", one["fixed"]), fails)


def _of_test(name: str, content: str) -> Iterator[Case]:
    for node in ast.walk(ast.parse(content)):
        match node:
            case ast.Assert(test=ast.Compare(left=call, ops=[ast.Eq()], comparators=[ast.Constant(value=str(told))])):
                yield from _of_call(name, f"line {node.lineno}", call, told)
            case _:
                pass


def _of_manual(name: str, content: str) -> Iterator[Case]:
    for example in doctest.DocTestParser().get_examples(re.sub(r'"""|```', "", content)):
        try:
            call = ast.parse(example.source.strip(), mode="eval").body
            told = example.want.rstrip("\n")
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print":
                call = call.args[0]
            else:
                told = ast.literal_eval(told)
        except (SyntaxError, ValueError, IndexError):
            continue  # an import, a `...`, an example of something else
        if isinstance(told, str):
            yield from _of_call(name, f"line {example.lineno + 1}", call, told)


def _of_call(source: str, label: str, call: ast.expr, told: str) -> Iterator[Case]:
    """A case, if it is a call of ftfy with its defaults on a text that stands there."""
    match call:
        case ast.Call(
            func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str(given))], keywords=[]
        ):
            if name in {"fix_text", "fix_text_segment", "unescape_html"}:
                yield Case(source, label, given, told, None)
            elif name == "fix_encoding":
                yield Case(source, label, given, None, told)
        case _:
            pass


def differences(case: Case) -> Iterator[tuple[str, str, str, str]]:
    """What came out otherwise than ftfy has it: trial, reason (empty: none is known), ours, ftfy's."""
    ours = cleaner.NORMALIZE(case.original)
    if case.encoding is not None:
        yield from _compared("encoding", cleaner.fix_encoding(case.original), case.encoding, {})
        extra = case.original.encode("utf-8", "surrogatepass").decode("latin-1")
        yield from _compared("layer", cleaner.NORMALIZE(extra), ours, ON_PURPOSE)
    if case.fixed is not None:
        yield from _compared("normalize", ours, case.fixed, ON_PURPOSE)


def _compared(
    trial: str, ours: str, theirs: str, folds: dict[str, Callable[[str], str]]
) -> Iterator[tuple[str, str, str, str]]:
    one, two = ours, theirs
    reasons: list[str] = []
    for reason, fold in folds.items():
        if one == two:
            break
        if (folded := (fold(one), fold(two))) != (one, two):
            reasons.append(reason)
            one, two = folded
    if ours != theirs:
        yield trial, "; ".join(reasons) if one == two else "", ours, theirs


def main() -> int:
    """Print the table and the differences; 1 if one of them has no reason."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="the source distribution of ftfy, or its test_cases.json")
    parser.add_argument(
        "--all", action="store_true", help="list the differences that are on purpose one by one as well"
    )
    options = parser.parse_args()
    table: Counter[tuple[str, str, str]] = Counter()  # source, kind, and "cases" or a trial with how it went
    reasons: Counter[str] = Counter()
    open_questions: list[str] = []
    listed: list[str] = []
    for case in cases(options.path):
        key = (case.source, case.kind)
        table[*key, "cases"] += 1
        wrong = {trial: (reason, ours, theirs) for trial, reason, ours, theirs in differences(case)}
        for trial in TRIALS:
            tried = case.fixed if trial == "normalize" else case.encoding
            if tried is None:
                continue
            table[*key, trial] += 1
            if trial not in wrong:
                table[*key, f"{trial} same"] += 1
                continue
            reason, ours, theirs = wrong[trial]
            told = f"{case.source}: {case.label}\n    {trial}: {ours!a}\n    ftfy: {theirs!a}"
            if reason:
                reasons[f"{trial}: {reason}"] += 1
                table[*key, f"{trial} on purpose"] += 1
                listed.append(f"{told}\n    why: {reason}")
            elif case.known_failure:
                listed.append(f"{told}\n    why: ftfy fails as well")
            else:
                open_questions.append(told)
    print(f"{'source':34} {'ftfy':22} {'cases':>5}  " + "  ".join(f"{trial:>16}" for trial in TRIALS))
    for source, kind in sorted({key[:2] for key in table}):
        cells = []
        for trial in TRIALS:
            same, why = table[source, kind, f"{trial} same"], table[source, kind, f"{trial} on purpose"]
            of = table[source, kind, trial]
            cells.append(f"{f'{same}+{why} of {of}' if of else '-':>16}")
        print(f"{source:34} {kind:22} {table[source, kind, 'cases']:5}  " + "  ".join(cells))
    print("(same + different on purpose, of those tried)\n\nDifferent on purpose:")
    for reason, times in reasons.most_common():
        print(f"{times:5}  {reason}")
    if options.all:
        print("\n".join(["", *listed]))
    print(f"\nDifferences without a reason: {len(open_questions)}")
    print("\n".join(open_questions))
    return 1 if open_questions else 0


if __name__ == "__main__":
    sys.exit(main())
