"""
The cases of fixtures/, read.

Three kinds: cases of one stage (fixtures/stages/NAME.toml), cases of a whole recipe (fixtures/recipes/NAME.toml), and pages
(fixtures/pages/SLUG/). What a case may say is checked here, with a message for the person who wrote it; what it promises is
checked in test_fixtures.py.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cleaner

if TYPE_CHECKING:
    from collections.abc import Callable

    from cleaner import Document

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
PAGES = FIXTURES / "pages"
FLOORS = FIXTURES / "floors.toml"
RECIPES = {"standard": cleaner.STANDARD, "gentle": cleaner.GENTLE}
PROMISES = ({"same"}, {"before", "after"})
FACTS = {"language", "url"}
REMARKS = {"name", "source", "fails"}


class CaseError(Exception):
    """A case does not say what a case has to say. The message names file and case, and what to write."""


@dataclass(frozen=True)
class Case:
    """One promise about one text: `before` becomes `after`, and a negative has them equal."""

    file: str
    subject: str
    name: str
    before: str
    after: str
    facts: dict[str, str] = field(default_factory=dict)
    fails: str | None = None

    @property
    def id(self) -> str:
        """As pytest shows it."""
        return f"{self.subject}: {self.name}"

    @property
    def is_negative(self) -> bool:
        """Must nothing change?"""
        return self.before == self.after

    @property
    def clean(self) -> Callable[[Document], Document]:
        """The stage or the recipe that the file is named after."""
        if self.file.startswith("recipes/"):
            return RECIPES[self.subject]
        return getattr(cleaner, self.subject)

    def result(self) -> Document:
        """What becomes of the text today."""
        return self.clean(cleaner.Document.of(self.before, **self.facts))

    def passes(self) -> bool:
        """Is the promise held today?"""
        return self.result().text == self.after


@dataclass(frozen=True)
class Page:
    """A whole file and what must become of it: a folder of fixtures/pages."""

    folder: Path

    @property
    def slug(self) -> str:
        """The folder's name."""
        return self.folder.name

    @cached_property
    def told(self) -> dict[str, Any]:
        """What page.toml says; a page needs none."""
        path = self.folder / "page.toml"
        told = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
        if unknown := told.keys() - FACTS - REMARKS - {"raw", "same", "by_hand"}:
            raise CaseError(
                f"pages/{self.slug}/page.toml: {_listed(unknown)} is not something a page says; see fixtures/README.md"
            )
        return told

    @property
    def fails(self) -> str | None:
        """Why the page is a known failure, when it is one."""
        return self.told.get("fails")

    @property
    def is_negative(self) -> bool:
        """Must the text come out as it went in?"""
        return bool(self.told.get("same"))

    @property
    def raw(self) -> Path:
        """The file as it was found: named by page.toml, or the folder's raw.txt, raw.html, …"""
        if "raw" in self.told:
            return ROOT / self.told["raw"]
        found = sorted(self.folder.glob("raw.*"))
        if len(found) != 1:
            raise CaseError(f"pages/{self.slug}: a page has one file raw.txt or raw.html; there are {len(found)}")
        return found[0]

    @property
    def text(self) -> str:
        """The text that must come out, with the final newline of a file."""
        return (self.raw if self.is_negative else self.folder / "text.txt").read_bytes().decode("utf-8")

    @property
    def metadata(self) -> dict[str, Any] | None:
        """The metadata that must come out; None when the page promises none."""
        path = self.folder / "metadata.json"
        return json.loads(path.read_text("utf-8")) if path.exists() else None

    def result(self) -> Document:
        """What becomes of the page today."""
        facts = {key: value for key, value in self.told.items() if key in FACTS}
        media_type = {".html": "text/html", ".htm": "text/html", ".md": "text/markdown"}.get(self.raw.suffix)
        return cleaner.clean(self.raw.read_bytes(), media_type=media_type, **facts)

    def passes(self) -> bool:
        """Are both promises held today?"""
        document = self.result()
        return as_file(document.text) == self.text and self.metadata in (None, as_json(document))


@cache
def cases() -> tuple[Case, ...]:
    """Every case of every stage and recipe."""
    paths = sorted(FIXTURES.glob("stages/*.toml")) + sorted(FIXTURES.glob("recipes/*.toml"))
    return tuple(case for path in paths for case in read(path))


@cache
def pages() -> tuple[Page, ...]:
    """Every page."""
    return tuple(Page(folder) for folder in sorted(PAGES.iterdir()) if folder.is_dir())


@cache
def seeds() -> tuple[Path, ...]:
    """The raw samples."""
    return tuple(sorted((ROOT / "seeds").glob("*.txt")))


def read(path: Path) -> list[Case]:
    """The cases of one file. Raises CaseError, which says what to write."""
    file = path.relative_to(FIXTURES).as_posix()
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"{file}: {error}") from error
    found = data.get("case", [])
    if data.keys() - {"case"} or not found:
        raise CaseError(f"{file}: a file of cases holds [[case]] tables and nothing else")
    names = [case.get("name") for case in found]
    if doubled := {str(name) for name in names if names.count(name) > 1}:
        raise CaseError(f"{file}: {_listed(doubled)} stands twice; names tell cases apart")
    return [_case(file, path.stem, case) for case in found]


def _case(file: str, subject: str, said: dict[str, str]) -> Case:
    where = f"{file}: case {said.get('name')!r}"
    if not said.get("name"):
        raise CaseError(f"{file}: a case without a name")
    if unknown := said.keys() - set().union(*PROMISES) - FACTS - REMARKS:
        raise CaseError(f"{where}: {_listed(unknown)} is not something a case says; see fixtures/README.md")
    if said.keys() & set().union(*PROMISES) not in PROMISES:
        raise CaseError(f"{where}: a case says either same, or before and after")
    before = said.get("same", said.get("before", ""))
    after = said.get("same", said.get("after", ""))
    if "after" in said and before == after:
        raise CaseError(f"{where}: before and after are equal; write it as same")
    facts = {key: said[key] for key in FACTS & said.keys()}
    return Case(file, subject, said["name"], before, after, facts, said.get("fails"))


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))


# The same file twice: for comparing, and for writing.


def as_file(text: str) -> str:
    """A text as the command writes it: one final newline, and none when there is nothing."""
    return text + "\n" if text else ""


def as_json(document: Document) -> dict[str, Any]:
    """The metadata as it comes back from a file."""
    return json.loads(json.dumps(document.metadata.as_dict()))


def floors() -> dict[str, dict[str, int]]:
    """How many cases each file of fixtures/ had and how many of them passed, when `tox -e update` last looked."""
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def counts() -> dict[str, dict[str, int]]:
    """The same figures today."""
    found: dict[str, dict[str, int]] = {}
    for case in cases():
        _count(found, case.file, passes=case.passes())
    for page in pages():
        _count(found, "pages", passes=page.passes())
    return found


def _count(found: dict[str, dict[str, int]], file: str, *, passes: bool) -> None:
    row = found.setdefault(file, {"cases": 0, "passing": 0})
    row["cases"] += 1
    row["passing"] += passes
