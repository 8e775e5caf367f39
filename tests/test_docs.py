"""The documents cannot rot: their examples are run, and what they do not tell of is named."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from cases import ROOT

import cleaner

DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "fixtures" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# A command is run when each part of its pipe is one of these and one of them is ours; the others are only shown.
RUN = re.compile(r"(cat|cleaner|diff|echo|find|grep|head|ls|printf|python -m cleaner|sed|sort|tail|wc)\b")
# What a document tells to save as a file is there when its examples run.
SAVED = re.compile(r"^```\w+\n((?:(?!```).*\n)*)```\n+Save it as `([\w.-]+)`", re.MULTILINE)
OPTIONS = doctest.ELLIPSIS | doctest.REPORT_NDIFF


class Block(NamedTuple):
    """A fenced block of a document: `python` is run, and so is `console` (`$ command`, then what it prints)."""

    path: Path
    line: int
    kind: str
    code: str

    @property
    def id(self) -> str:
        """As pytest shows it."""
        return f"{self.path.relative_to(ROOT)}:{self.line}"


def blocks(kind: str) -> list[Block]:
    """The blocks of one kind in all documents."""
    return [
        Block(path, text.count("\n", 0, found.start()) + 1, kind, found[2])
        for path in DOCUMENTS
        for text in [path.read_text("utf-8")]
        for found in FENCE.finditer(text)
        if found[1] == kind
    ]


def _lay_out(path: Path, folder: Path) -> None:
    """Put into a folder what the examples of a document need: the seeds, and what it tells to save."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for content, name in SAVED.findall(path.read_text("utf-8")):
        (folder / name).write_bytes(content.encode("utf-8"))


@pytest.mark.parametrize("path", sorted({block.path for block in blocks("python")}), ids=lambda path: path.name)
def test_python(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python of a document runs from top to bottom as one session, and prints what the document says."""
    _lay_out(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    for block in (one for one in blocks("python") if one.path == path):
        if ">>>" in block.code:
            test = doctest.DocTestParser().get_doctest(block.code, names, block.id, str(path), block.line)
            said: list[str] = []
            result = runner.run(test, out=said.append, clear_globs=False)
            names = test.globs
            assert not result.failed, "".join(said)
        else:
            exec(compile(block.code, block.id, "exec"), names)  # noqa: S102 - our own examples


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.id)
def test_console(block: Block, tmp_path: Path) -> None:
    """A command of a document works, and prints what the document says."""
    _lay_out(block.path, tmp_path)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    for command, told in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.code, re.MULTILINE):
        parts = [part.strip() for part in re.split(r"\||&&|;", command.split("#")[0])]
        if not all(RUN.match(part) for part in parts) or "cleaner" not in command:
            continue
        done = subprocess.run(  # noqa: S602 - our own examples
            command,
            check=False,
            shell=True,
            cwd=tmp_path,
            env={**os.environ, "PATH": path, "COLUMNS": "120"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode in (0, 1), f"{command}: exit {done.returncode}\n{done.stdout}"
        if told:
            checker = doctest.OutputChecker()
            example = doctest.Example(command, told)
            same = checker.check_output(told, done.stdout, OPTIONS)
            assert same, f"{command}\n{checker.output_difference(example, done.stdout, OPTIONS)}"


def commands() -> dict[str, object]:
    """The verbs of the command."""
    from cleaner.cli import main

    return getattr(main, "commands", {})


@pytest.mark.parametrize("name", commands())
def test_command_is_told(name: str) -> None:
    """Every verb has help of its own, and a place in the README."""
    assert commands()[name].help, f"cleaner {name} has no help"
    assert f"cleaner {name}" in (ROOT / "README.md").read_text("utf-8"), f"README.md does not tell of `cleaner {name}`"


@pytest.mark.parametrize("stage", cleaner.STANDARD.stages, ids=lambda stage: stage.name)
def test_stage_is_told(stage: cleaner.Stage) -> None:
    """Every stage says in its docstring what it does, shows it, and shows where it stops; docs/stages.md tells of it."""
    examples = doctest.DocTestParser().get_examples(stage.__doc__ or "")
    assert len(examples) >= 2, f"{stage.name}: show what it mends and what it leaves alone"
    assert f"`{stage.name}`" in (ROOT / "docs" / "stages.md").read_text("utf-8"), (
        f"docs/stages.md does not tell of {stage.name}"
    )


@pytest.mark.parametrize("name", cleaner.__all__)
def test_name_is_told(name: str) -> None:
    """Every public name that can have a docstring has one."""
    named = getattr(cleaner, name)
    assert isinstance(named, str) or (named.__doc__ or "").strip(), f"cleaner.{name} has no docstring"


def test_version_is_told() -> None:
    """The changelog tells of this version."""
    assert f"## {cleaner.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links(path: Path) -> None:
    """What a document points at in this repository is there."""
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", re.sub(FENCE, "", path.read_text("utf-8"))):
        assert (path.parent / target).exists(), f"{path.name} points at {target}"
