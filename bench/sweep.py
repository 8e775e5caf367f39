"""
Which clean texts change, and why?

    tox -e sweep                            the texts of the installed packages, by language
    tox -e sweep -- FOLDER …                and of folders, where a folder's name may be a language
    tox -e sweep -- --show 5                the first five changes of each rule and language in context
    tox -e sweep -- --only en ja --all      some languages; also the characters that are faults wherever they stand

Each text runs through GENTLE, and every edit of its ledger is counted by language, stage and rule. A text that changes though
nothing was wrong with it is a mistake of ours. Most rules of fix_characters leave no room for one: a no-break space is a
no-break space. Those are counted in a column of their own (`odd`), the rest (`else`) is what to look at.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import texts

import cleaner
from cleaner import Document
from cleaner.normalize.character_table import TABLE
from cleaner.normalize.composed import DECOMPOSED
from cleaner.repair.space import SURPLUS, TRAILING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TOGETHER = 10  # messages of a catalogue in a text
LARGEST = 200_000  # characters of a file that are read

# The rules that fire on a character as such: what is there is the fault. (Not the joiners and marks, whose neighbours decide.)
ODD = {row.rule for row in TABLE if not row.stays} - {"ligature", "soft hyphen"} | {DECOMPOSED}
# And space where no reader sees any.
ODD |= {TRAILING, SURPLUS}


class Change(NamedTuple):
    """What a rule did to a text, with what stands around it."""

    stage: str
    rule: str
    name: str
    before: str
    after: str


def packaged() -> Iterator[tuple[str, str, str]]:
    """(language, name, text) out of the installed packages."""
    for number, page in enumerate(texts.manuals()):
        yield "en", f"manual {number}", page
    for language, articles in texts.declaration().items():
        yield language, "declaration", "\n\n".join(articles)
    for language, messages in texts.messages().items():
        for start in range(0, len(messages), TOGETHER):
            yield language, f"messages {start}", "\n\n".join(one.strip() for one in messages[start : start + TOGETHER])


def filed(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(language, name, text) out of a folder: the language is the nearest folder's name that can be one, else `?`."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            try:
                text = path.read_bytes().decode("utf-8")
            except (OSError, UnicodeDecodeError):
                continue
            parents = [parent.name for parent in path.parents]
            codes = (name.partition("_")[0] for name in parents if name.partition("_")[0].isalpha())
            yield next((code for code in codes if len(code) == 2 and code.islower()), "?"), str(path), text[:LARGEST]


def changes(text: str, name: str) -> Iterator[Change]:
    """Everything that GENTLE does to a text."""
    document = cleaner.GENTLE(Document.of(text))
    for layer, before in document.ledger.steps(text):
        for edit in layer.edits:
            left, right = before[max(0, edit.start - 30) : edit.start], before[edit.end : edit.end + 30]
            was = f"{left}[{before[edit.start : edit.end]}]{right}"
            yield Change(layer.stage, edit.rule, name, was, edit.text)


class Sweep:
    """What was found so far."""

    def __init__(self, show: int) -> None:
        self.show = show
        self.texts: Counter[str] = Counter()
        self.changed: dict[str, Counter[str]] = defaultdict(Counter)  # language -> how many texts, by kind or stage
        self.rules: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)  # (stage, rule) -> texts by language
        self.shown: dict[tuple[str, str, str], list[Change]] = defaultdict(list)

    def add(self, language: str, name: str, text: str) -> None:
        """Run one text."""
        self.texts[language] += 1
        found = list(changes(text, name))
        rules = {(change.stage, change.rule) for change in found}
        self.changed[language].update(
            {stage for stage, _ in rules} | {"odd" if rule in ODD else "else" for _, rule in rules}
        )
        for key in rules:
            self.rules[key][language] += 1
        for change in found:
            kept = self.shown[change.stage, change.rule, language]
            if len(kept) < self.show:
                kept.append(change)

    def print(self, *, everything: bool) -> None:
        """Print the tables, and the changes in context."""
        stages = [stage.name for stage in cleaner.GENTLE]
        print(f"{'share of texts changed, %':26}{'texts':>8}{'else':>8}{'odd':>8}", *(f"{name:>17}" for name in stages))
        for language, count in self.texts.most_common():
            shares = (f"{100 * self.changed[language][name] / count:17.2f}" for name in stages)
            both = "".join(f"{100 * self.changed[language][name] / count:8.2f}" for name in ("else", "odd"))
            print(f"{language:26}{count:8}{both}", *shares)
        print()
        for (stage, rule), languages in sorted(self.rules.items(), key=lambda each: (each[0][0], -each[1].total())):
            where = " ".join(f"{language} {count}" for language, count in languages.most_common(12))
            print(f"{stage:18}{rule:32}{languages.total():8} texts: {where}")
            if everything or rule not in ODD:
                self._print_changes(stage, rule, languages)

    def _print_changes(self, stage: str, rule: str, languages: Iterable[str]) -> None:
        for language in languages:
            for change in self.shown[stage, rule, language]:
                print(f"    {language} {change.name}: {change.before!r} -> {change.after!r}")


def main() -> int:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(prog="tox -e sweep --", description="List what GENTLE changes in clean texts.")
    parser.add_argument(
        "folders", nargs="*", type=Path, help="folders of UTF-8 texts (the packages' texts are left out)"
    )
    parser.add_argument("--show", type=int, default=0, metavar="N", help="so many changes of each rule and language")
    parser.add_argument("--only", nargs="+", metavar="LANGUAGE", help="these languages")
    parser.add_argument("--all", action="store_true", help="show the odd characters, too")
    options = parser.parse_args()
    sweep = Sweep(options.show)
    sources = [filed(folder) for folder in options.folders] or [packaged()]
    for source in sources:
        for language, name, text in source:
            if not options.only or language in options.only:
                sweep.add(language, name, text)
    sweep.print(everything=options.all)
    return 0


if __name__ == "__main__":
    sys.exit(main())
