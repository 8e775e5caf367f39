"""
Which files go in, under what name they come out, and how they get there whole or not at all.

Nothing here looks at a text. :func:`find` turns what a user named into a list of inputs and says what it left out and why;
:func:`place` gives every input an output of its own; :func:`whole` writes a file so that nobody ever sees half of it.
"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: What is taken from a folder without being named. Anything that is named is taken, whatever it is called.
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".shtml")
PAGES = (".html", ".htm", ".xhtml", ".shtml")

HIDDEN = "hidden"
OTHER_KIND = "of another kind"
LINK = "a link inside a folder"
SPECIAL = "not a regular file"
OUTPUT = "the output"


class RefusedError(ValueError):
    """Inputs and output do not go together. Nothing was read and nothing was written."""


@dataclass(frozen=True)
class Input:
    """
    A file to clean.

    `path` is where it is read; `name` its place below everything that was given, with ``/`` between folders; `source` the
    name of the folder that was given, or of the one that a given file lies in.
    """

    path: Path
    name: str
    source: str

    @property
    def id(self) -> str:
        r"""The name as text: bytes that are no UTF-8 are written ``\xff``, so that a record can hold it."""
        return legible(self.name)

    @property
    def media_type(self) -> str | None:
        """What the suffix says for certain; None leaves it to the beginning of the file."""
        return "text/html" if self.path.suffix.lower() in PAGES else None


class Skipped(NamedTuple):
    """Something in a folder that was left out on purpose, and why."""

    path: Path
    reason: str


class Lost(NamedTuple):
    """Something that should have been read and cannot be, and why."""

    path: Path
    reason: str


@dataclass(frozen=True)
class Found:
    """What there is to clean (sorted by name), what was left out, and what is broken."""

    inputs: tuple[Input, ...]
    skipped: tuple[Skipped, ...] = ()
    lost: tuple[Lost, ...] = ()


def find(paths: Iterable[Path | str], out: Path | None = None) -> Found:
    """
    Look up files and folders, whatever their order.

    Folders are walked; hidden entries, links and files of another kind are left out and told, `out` too when it lies
    inside. What is named itself is always taken. Names are relative to the deepest folder that holds everything given, so
    that two files of one name in two folders stay two.

    Raises :class:`RefusedError` when `out` is one of the folders.
    """
    where_out = os.path.realpath(out) if out else None
    files: dict[str, tuple[Path, str]] = {}  # by absolute path: a file that is given twice is cleaned once
    tops: list[str] = []
    skipped: list[Skipped] = []
    lost: list[Lost] = []
    for path in map(Path, paths):
        absolute = os.path.abspath(path)
        try:
            is_folder = stat.S_ISDIR(path.stat().st_mode)
        except (OSError, ValueError) as error:
            lost.append(Lost(path, _why_missing(path, error)))
            continue
        top = absolute if is_folder else os.path.dirname(absolute)
        tops.append(top)
        source = os.path.basename(top) or top
        if not is_folder:
            files[absolute] = path, source
            continue
        if where_out == os.path.realpath(path):
            raise RefusedError(f"{path} is the output too: choose another folder to write to")
        for entry in _walk(path, where_out):
            if isinstance(entry, Skipped):
                skipped.append(entry)
            elif isinstance(entry, Lost):
                lost.append(entry)
            else:
                files.setdefault(os.path.abspath(entry), (entry, source))
    base = _common(tops)
    inputs = [Input(path, _below(base, absolute), legible(source)) for absolute, (path, source) in files.items()]
    return Found(
        tuple(sorted(inputs, key=lambda one: one.name.split("/"))),
        tuple(sorted(set(skipped))),
        tuple(sorted(set(lost))),
    )


def _walk(top: Path, where_out: str | None) -> Iterator[Path | Skipped | Lost]:
    """Everything below a folder. Links are not followed: what they lead to may be anywhere, and may lead back here."""
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError as error:
            yield Lost(folder, why(error))
            continue
        for entry in entries:
            path = folder / entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if where_out and entry.name == os.path.basename(where_out) and os.path.realpath(path) == where_out:
                yield Skipped(path, OUTPUT)
            elif entry.name.startswith("."):
                yield Skipped(path, HIDDEN)
            elif is_folder:
                folders.append(path)
            elif entry.is_symlink() and path.is_dir():
                yield Skipped(path, LINK)
            elif path.suffix.lower() not in SUFFIXES:
                yield Skipped(path, OTHER_KIND)
            elif entry.is_symlink():
                yield Skipped(path, LINK) if path.exists() else Lost(path, _why_missing(path))
            elif not entry.is_file(follow_symlinks=False):
                yield Skipped(path, SPECIAL)  # opening a pipe would wait for ever
            else:
                yield path


def _common(tops: Sequence[str]) -> str:
    """The deepest folder that holds them all; empty when they have nothing in common (two drives)."""
    try:
        return os.path.commonpath(tops)
    except ValueError:
        return ""


def _below(base: str, absolute: str) -> str:
    if base:
        return os.path.relpath(absolute, base).replace(os.sep, "/")
    drive, path = os.path.splitdrive(absolute)
    return drive.rstrip(":").strip("\\/").replace("\\", "/") + path.replace(os.sep, "/")


def legible(name: str) -> str:
    r"""
    A file name as text that can be encoded.

    >>> legible("caf\udce9.txt")
    'caf\\xe9.txt'
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def why(error: BaseException) -> str:
    """
    An exception as a reason: its type, and what it says.

    >>> why(PermissionError(13, "Permission denied", "a.txt"))
    'PermissionError: Permission denied'
    >>> why(ValueError())
    'ValueError'
    """
    says = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{type(error).__name__}: {says}" if says else type(error).__name__


def _why_missing(path: Path, error: OSError | ValueError | None = None) -> str:
    with suppress(OSError, ValueError):
        return f"a link that leads nowhere, to {path.readlink()}"
    return why(error) if error else "gone"


def place(names: Sequence[str], suffix: str) -> list[str]:
    """
    An output for each input, no two alike; which one does not depend on their order.

    The suffix becomes the format's. Where two would meet, each keeps its whole name and gets the suffix behind it, unless
    it has it already. A suffix that says nothing about the kind of text is part of the name.

    >>> place(["a.md", "b.html", "www.example.com"], ".txt")
    ['a.txt', 'b.txt', 'www.example.com.txt']
    >>> place(["a.md", "a.txt", "b/a.md"], ".txt")
    ['a.md.txt', 'a.txt', 'b/a.txt']
    """
    tries = dict.fromkeys(names, 0)
    folders = _folders(names)  # a.md must not take the place of a folder called a.txt
    while True:
        wanted: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            wanted[_renamed(name, suffix, tries[name])].append(name)
        clashes = [group for target, group in wanted.items() if len(group) > 1 or target in folders]
        if not clashes:
            return [_renamed(name, suffix, tries[name]) for name in names]
        for group in clashes:
            least = min(tries[name] for name in group)
            for name in group:
                if tries[name] == least:
                    tries[name] += 1


def _renamed(name: str, suffix: str, tries: int) -> str:
    """The first, second, … choice of an output for `name`. Distinct names differ from the third choice on."""
    stem, ending = os.path.splitext(name)
    if tries == 0 and ending.lower() in SUFFIXES:
        return stem + suffix
    if tries == 1 and ending == suffix:
        return name
    return name + suffix * max(tries - 1, 1)


def _folders(names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def guard(inputs: Iterable[Input], targets: Iterable[Path]) -> None:
    """Raise :class:`RefusedError` when a target is one of the inputs: cleaning must not cost anybody the original."""
    sources = {_spot(one.path): one.path for one in inputs}
    for target in targets:
        if path := sources.get(_spot(target)):
            raise RefusedError(f"{path} would be overwritten by the output: choose another place to write to")


def _spot(path: Path) -> str:
    """The directory entry that writing to `path` replaces: folders that are links are followed, a link itself is not."""
    absolute = os.path.abspath(path)
    return os.path.join(os.path.realpath(os.path.dirname(absolute)), os.path.basename(absolute))


@contextmanager
def whole(target: Path) -> Iterator[BinaryIO]:
    """
    Open `target` for writing so that it changes at once, when everything is written, or not at all.

    The bytes go to a hidden file beside it that is renamed at the end and removed after an error or an interrupt. Folders
    are made as needed. Raises OSError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    # Of fixed length (a name may already be as long as a name can be); opened by hand because tempfile keeps others out.
    part = target.parent / f".cleaner-{os.getpid()}-{os.urandom(6).hex()}.part"
    try:
        with part.open("xb") as file:
            yield file
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
