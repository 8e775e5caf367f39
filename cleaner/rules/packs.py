"""
Rules and packs: what they hold, how they are read, what is wrong with one that cannot be used.

A *rule* names one intruder, says what its lines look like, and brings examples: lines that go, and lines that look alike and
stay. A *pack* is a TOML file of rules; docs/rules.md tells how to write one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleaner.errors import PackError
from cleaner.rules.labels import TRAIL

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKS = Path(__file__).parent.parent / "packs"

#: Whose words a removed line can be. What stays (body, heading) is no role of a rule.
ROLES = (
    "title", "byline", "date", "url", "caption", "credit", "related", "sign-off",
    "comment", "navigation", "legal", "widget",
)  # fmt: skip
#: How sure a rule is, from the least. `sure` goes wherever it stands; `likely` in a document that shows itself to be a saved
#: page; `guess` in such a page, beside another line that goes, at an edge or when it recurs.
SAFETY = ("guess", "likely", "sure")

LONGEST = 200  # characters: what a rule with `…` can be at most, unless it says otherwise
_PLACEHOLDER = re.compile(r"<(\w+)>")


@dataclass(frozen=True)
class Rule:
    """
    One intruder: what its lines look like, whose they are, how sure we are.

    `lines` are compared whole, without case and without list marks or Markdown around them; `…` stands for any words or
    none, ``<number>`` for a number, ``<headline>`` (last) for at least two words, ``<link>`` (last) for a link. What `…`
    makes of a line must not end like a sentence, unless the rule says `sentences`; nor must what a pattern matches.
    `pattern` is a regular expression for the whole bare line. `longest` is in characters. `needs` are words, one of which
    must be among those that `…` stands for, unless it stands for none: for openings that a writer uses too.
    """

    name: str
    role: str
    about: str
    safety: str
    lines: tuple[str, ...] = ()
    pattern: str = ""
    hints: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    cased: bool = False
    sentences: bool = False
    longest: int = LONGEST
    drops: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    pack: str = ""
    builtin: bool = False

    @property
    def label(self) -> str:
        """What an edit says of it: role and name."""
        return f"{self.role}:{self.name}"


@dataclass(frozen=True)
class Pack:
    """A file of rules. `language` is an ISO 639-1 code, for readers; a rule is tried on every text."""

    name: str
    about: str = ""
    language: str | None = None
    rules: tuple[Rule, ...] = ()


@lru_cache(maxsize=1)
def builtin_packs() -> tuple[Pack, ...]:
    """The packs that come with the program: `everywhere`, the languages, the sites. Read once, their examples unchecked."""
    return tuple(parse_pack(path.read_text("utf-8"), path.name, builtin=True) for path in _pack_files())


def parse_pack(text: str, file: str = "pack", *, builtin: bool = False) -> Pack:
    """The pack that a TOML text holds, its form checked but not its examples (:func:`~cleaner.rules.examples.problems_of`). Raises PackError."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{file}: not TOML: {error}") from None
    head = table.get("pack")
    if not isinstance(head, dict) or not isinstance(head.get("name"), str):
        raise PackError(f'{file}: no [pack] with a name; begin the file with [pack] and name = "…"')
    _only(file, "[pack]", head, ("name", "language", "about"))
    _only(file, "the file", table, ("pack", "rule"))
    rows = table.get("rule", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PackError(f"{file}: [rule] stands alone; write [[rule]], with two brackets")
    rules = tuple(_rule(row, file, head["name"], builtin=builtin) for row in rows)
    seen: set[str] = set()
    for rule in rules:
        if rule.name in seen:
            raise PackError(f"{file}, rule {rule.name!r}: there are two of that name; give one another")
        seen.add(rule.name)
    return Pack(head["name"], head.get("about", ""), head.get("language"), rules)


def _pack_files() -> list[Path]:
    paths = sorted(PACKS.glob("*.toml"), key=lambda path: (path.stem != "everywhere", path.stem))
    return paths + sorted(PACKS.glob("sites/*.toml"))


_TEXTS = ("name", "role", "about", "safety", "pattern")
_LISTS = ("lines", "hints", "needs", "drops", "keeps")
_KEYS = tuple(field.name for field in fields(Rule) if field.name not in ("pack", "builtin"))


def _rule(row: dict[str, Any], file: str, pack: str, *, builtin: bool) -> Rule:
    """A rule from its table, or a PackError that says what is wrong with it."""
    where = f"{file}, rule {row.get('name', '(without a name)')!r}"
    if not set(row) <= set(_KEYS):
        _only(file, f"rule {row.get('name')!r}", row, _KEYS)
    for key in ("name", "role", "about", "safety", "drops", "keeps"):
        if not row.get(key):
            need = "add at least one example" if key in ("drops", "keeps") else "add it"
            raise PackError(f"{where}: no {key}; {need}")
    for key, value in row.items():
        if key in _TEXTS:
            if not isinstance(value, str):
                raise PackError(f'{where}: {key} is no text; write {key} = "…"')
        elif key in _LISTS:
            if isinstance(value, str):
                # One a line: easier to write, and a long array of texts takes TOML ten times as long to read.
                row[key] = value.strip().split("\n")
            if not isinstance(row[key], list) or not (
                builtin or all(isinstance(item, str) and item.strip() for item in row[key])
            ):
                raise PackError(f'{where}: {key} is no list of texts; write {key} = ["…", "…"]')
            row[key] = tuple(row[key])
        elif not isinstance(value, int if key == "longest" else bool):
            raise PackError(
                f"{where}: {key} = {value!r}; it takes {'a number' if key == 'longest' else 'true or false'}"
            )
    if row["role"] not in ROLES:
        raise PackError(f"{where}: role {row['role']!r}; it is one of {', '.join(ROLES)}")
    if row["safety"] not in SAFETY:
        raise PackError(f"{where}: safety {row['safety']!r}; it is one of {', '.join(SAFETY)}")
    if not row.get("lines") and not row.get("pattern"):
        raise PackError(f"{where}: neither lines nor pattern; say what its lines look like")
    if (pattern := row.get("pattern")) and not builtin:  # ours are made ready when a line first asks for them
        try:
            compiled(pattern, cased=bool(row.get("cased")), builtin=False)
        except Exception as error:  # noqa: BLE001 - re's and regex's errors share no other class, and regex comes late
            raise PackError(f"{where}: pattern is no regular expression ({error})") from None
    rule = Rule(pack=pack, builtin=builtin, **row)
    for line in () if builtin else rule.lines:  # ours are checked by the tests, once
        if problem := form_problem(line):
            raise PackError(f"{where}: {line!r} {problem}")
    return rule


def _only(file: str, where: str, table: dict[str, Any], known: Sequence[str]) -> None:
    for key in table:
        if key not in known:
            import difflib

            near = difflib.get_close_matches(key, known, 1)
            raise PackError(
                f"{file}, {where}: unknown {key!r}; "
                + (f"is it {near[0]!r}?" if near else f"known are {', '.join(known)}")
            )


def form_problem(line: str) -> str:
    """What is wrong with how a line of a rule is written; empty when nothing is."""
    if "\n" in line:
        return "is more than one line; write each as its own"
    if "<" in line:
        for found in _PLACEHOLDER.finditer(line):
            if found[1] not in ("number", "headline", "link"):
                return f"has {found[0]}, which means nothing here; there are <number>, <headline> and <link>"
            if found[1] != "number" and (found.end() != len(line.rstrip()) or found.start() == 0):
                return f"has {found[0]} at its beginning or in its midst; it can only come last, after some words"
    if not any(part.strip(TRAIL) for part in line.split("\u2026")):
        return "would be every line; give it a word"
    return ""


@lru_cache(maxsize=512)
def compiled(pattern: str, *, cased: bool, builtin: bool) -> Any:
    """A pattern of ours runs on `re`, which is fast; a user's on `regex`, which can be stopped."""
    if builtin:
        return re.compile(pattern, 0 if cased else re.IGNORECASE)
    import regex

    return regex.compile(pattern, regex.V1 if cased else regex.V1 | regex.IGNORECASE)
