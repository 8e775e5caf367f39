"""
Imports go one way, and only as far as they have to.

    edits, lines, rules ← document ← stages ← pipeline ← recipes ← explain, metadata, batch ← cli, engines
"""

from __future__ import annotations

import ast
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
from cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = ROOT / "cleaner"
STAGES = ("normalize", "strip", "repair")  # folders of stages; `read` stands before them, and makes documents
FLOORS = [  # from the ground up; a module may import from its own floor and from those below
    {"edits", "lines", "rules", "errors", "facts", "language", "settle", "roles"},
    {"document"},
    {"read", *STAGES},
    {"pipeline"},
    {"recipes"},
    {"explain", "metadata", "emit", "batch", "files", "progress", "report"},
    {"cli", "engines", "__main__", "__init__"},
]
HEAVY = {"ftfy", "trafilatura", "lxml", "lxml_html_clean", "regex", "click", "asyncio", "multiprocessing"}


class Import(NamedTuple):
    """One import of one of our modules by another."""

    importer: str
    imported: str
    late: bool  # inside a function: how a lower floor may ask an upper one, and how a heavy module stays out of the way

    def __str__(self) -> str:
        return f"{self.importer} imports {self.imported}"


def modules() -> list[str]:
    """Our modules, as names below the package: `edits`, `repair.dashes`, `repair.__init__`."""
    return sorted(".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in PACKAGE.rglob("*.py"))


def floor(module: str) -> int | None:
    """How high up a module stands; None when nobody has said."""
    return next((height for height, names in enumerate(FLOORS) if module.partition(".")[0] in names), None)


def imports(module: str) -> Iterator[Import]:
    """What of ours a module imports when it runs; imports for the type checker alone bind nobody."""
    tree = ast.parse((PACKAGE / (module.replace(".", "/") + ".py")).read_bytes())
    for node, late in _run(tree, late=False):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "cleaner":
            source = (node.module or "").removeprefix("cleaner").removeprefix(".")
            for alias in node.names:
                inner = f"{source}.{alias.name}".removeprefix(".")
                yield Import(module, inner if inner in modules() else source or "__init__", late)
        elif isinstance(node, ast.ImportFrom) and node.level:
            pytest.fail(f"cleaner/{module}: imports are written in full, `from cleaner.… import …`")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "cleaner":
                    yield Import(module, alias.name.removeprefix("cleaner").removeprefix(".") or "__init__", late)


def _run(node: ast.AST, *, late: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every node below this one that runs, and whether it does so only when a function is called."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child, late
        yield from _run(child, late=late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda))


def makes_a_stage(module: str) -> bool:
    """Does this module make a stage?"""
    tree = ast.parse((PACKAGE / (module.replace(".", "/") + ".py")).read_bytes())
    return any(
        (isinstance(node, ast.FunctionDef) and any(ast.unparse(mark) == "stage" for mark in node.decorator_list))
        or (isinstance(node, ast.Call) and ast.unparse(node.func) == "Stage")
        for node in ast.walk(tree)
    )


@pytest.mark.parametrize("module", modules())
def test_module_has_a_floor(module: str) -> None:
    """Who adds a module says where it stands."""
    assert floor(module) is not None, f"enter cleaner/{module} in FLOORS"


@pytest.mark.parametrize("module", modules())
def test_imports_go_down(module: str) -> None:
    """A module imports from its own floor and from those below; what it needs from above it asks for late."""
    here = floor(module) or 0
    wrong = [str(one) for one in imports(module) if not one.late and (floor(one.imported) or 0) > here]
    assert not wrong


@pytest.mark.parametrize("module", [name for name in modules() if name.split(".")[0] in STAGES])
def test_stages_stand_alone(module: str) -> None:
    """A stage imports neither the pipeline nor another stage, not even late: what two share is no stage."""
    wrong = [
        str(one)
        for one in imports(module)
        if one.imported in {"pipeline", "recipes", "__init__"}
        or (one.imported.partition(".")[0] in STAGES and makes_a_stage(one.imported))
    ]
    assert not wrong or module.endswith("__init__"), "; ".join(wrong)  # a folder's own __init__ may tell what is in it


def loaded_by(program: str) -> set[str]:
    """The top-level names of what a fresh Python has loaded after running a program."""
    program += "\nimport sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_import_is_cheap() -> None:
    """`import cleaner` loads nothing heavy; each is loaded by the first text that needs it."""
    assert not loaded_by("import cleaner; cleaner.STANDARD, cleaner.clean, cleaner.Document") & HEAVY


def test_clean_text_is_cheap() -> None:
    """A clean text passes without ftfy and trafilatura: most files of a good folder never pay for them."""
    program = "import cleaner; cleaner.clean('The ferry left at six. Nobody had expected rain.').text"
    assert not loaded_by(program) & {"ftfy", "trafilatura", "lxml"}


def test_help_is_cheap() -> None:
    """`cleaner --help` answers before anything heavy could be loaded."""
    program = "import sys\nsys.argv = ['cleaner', '--help']\nfrom cleaner.cli import main\ntry: main()\nexcept SystemExit: pass"
    assert not loaded_by(program) & (HEAVY - {"click"})
