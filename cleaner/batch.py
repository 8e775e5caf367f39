"""
Many files, one after the other, none at the cost of another.

:func:`run` finds the files, cleans each and gives back a :class:`Report`. Whatever goes wrong with one file is an
:class:`Outcome` with its reason; every outcome is counted, and the report owns the exit code.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from cleaner import emit
from cleaner.errors import FAILED, FINE, WOULD_CHANGE
from cleaner.files import Input, RefusedError, Skipped, find, guard, place, whole, why
from cleaner.recipes import STANDARD, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cleaner.emit import Format
    from cleaner.pipeline import Pipeline


@dataclass(frozen=True)
class Job:
    """
    One file to clean, with everything that is needed for it: a worker in another process needs no more.

    The result is written to `target`; without one it comes back in the outcome if `keep`, and is dropped if not. `data` are
    the bytes when they were read already (standard input can be read only once, and by one process).
    """

    input: Input
    pipeline: Pipeline
    format: Format = "txt"
    target: Path | None = None
    keep: bool = False
    media_type: str | None = None
    added: str = ""
    data: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Outcome:
    """
    What became of one file.

    `unchanged` says that the text which comes out is, byte for byte, the file that went in. `tally` counts the rules that
    fired; `reason` says why a file failed.
    """

    path: Path
    status: Literal["cleaned", "unchanged", "failed"]
    reason: str = ""
    tally: Mapping[str, int] = field(default_factory=dict)
    result: bytes | None = field(default=None, repr=False)


def do(job: Job) -> Outcome:
    """Clean one file. Never raises: what is wrong with a document is said in its outcome."""
    one = job.input
    try:
        data = one.path.read_bytes() if job.data is None else job.data
        document = clean(data, media_type=job.media_type or one.media_type, pipeline=job.pipeline)
        text = result = emit.as_text(document)
        if job.format != "txt" and (job.target or job.keep):
            result = emit.render(
                document, job.format, id=one.id, source=one.source, added=job.added, pipeline=job.pipeline
            )
        if job.target:
            try:
                with whole(job.target) as file:
                    file.write(result)
            except OSError as error:
                return Outcome(one.path, "failed", f"could not be written to {job.target}: {why(error)}")
        status: Literal["cleaned", "unchanged"] = "unchanged" if text == data else "cleaned"
        return Outcome(one.path, status, tally=document.ledger.tally(), result=result if job.keep else None)
    except Exception as error:  # noqa: BLE001 - one bad file must not cost its neighbours theirs, whatever is bad about it
        return Outcome(one.path, "failed", why(error))


@dataclass
class Report:
    """What became of all of them. Counts everything, and knows with which code to leave."""

    outcomes: list[Outcome] = field(default_factory=list)
    skipped: Sequence[Skipped] = ()

    def count(self, status: str) -> int:
        """How many files were ``cleaned``, ``unchanged`` or ``failed``."""
        return sum(outcome.status == status for outcome in self.outcomes)

    @property
    def failed(self) -> list[Outcome]:
        """The files that failed, each with its reason."""
        return [outcome for outcome in self.outcomes if outcome.status == "failed"]

    @property
    def changed(self) -> list[Outcome]:
        """The files whose text comes out other than it went in."""
        return [outcome for outcome in self.outcomes if outcome.status == "cleaned"]

    @property
    def tally(self) -> Counter[str]:
        """How often each rule fired, in all files."""
        total: Counter[str] = Counter()
        for outcome in self.outcomes:
            total.update(outcome.tally)
        return total

    @property
    def exit_code(self) -> int:
        """3 when a file failed, else 0."""
        return FAILED if self.failed else FINE

    @property
    def check_code(self) -> int:
        """3 when a file failed, else 1 when one would change, else 0."""
        return self.exit_code or (WOULD_CHANGE if self.changed else FINE)

    def summary(self, cleaned: str = "cleaned") -> str:
        """
        One line for a person; `cleaned` is the word for files that come out otherwise.

        >>> Report([Outcome(Path("a.txt"), "cleaned"), Outcome(Path("b.txt"), "failed", "OSError")]).summary()
        '2 files: 1 cleaned, 0 unchanged, 1 failed'
        """
        files = len(self.outcomes)
        told = f"{files} file{'s' * (files != 1)}: {self.count('cleaned')} {cleaned}"
        return f"{told}, {self.count('unchanged')} unchanged, {self.count('failed')} failed"


def run(
    paths: Iterable[Path | str],
    out: Path | BinaryIO | None,
    *,
    format: Format = "txt",  # noqa: A002 - the word of the command
    pipeline: Pipeline = STANDARD,
    media_type: str | None = None,
) -> Report:
    """
    Clean files and folders into `out`.

    `out` is a folder, in which the inputs' folders and names come back; a path that ends with the format's suffix and is no
    folder, or an open binary file, takes the results one after the other; with None nothing is written. `media_type`
    (``text/html``, ``text/plain``) overrules what the files look like.

    Raises :class:`~cleaner.files.RefusedError`, before anything is read, when inputs and `out` do not go together, and
    OSError when a common output cannot be written.
    """
    place_out = out if isinstance(out, Path) else None
    folder = place_out if place_out and (place_out.is_dir() or place_out.suffix.lower() != f".{format}") else None
    found = find(paths, place_out)
    report = Report([Outcome(lost.path, "failed", lost.reason) for lost in found.lost], found.skipped)
    template = Job(Input(Path(), "", ""), pipeline, format, media_type=media_type, added=emit.now())
    if out is None:
        report.outcomes += _all(replace(template, input=one) for one in found.inputs)
        return report
    if folder:
        if folder.exists() and not folder.is_dir():
            raise RefusedError(f"{folder} is a file: choose a folder to write to")
        targets = [folder / name for name in place([one.name for one in found.inputs], f".{format}")]
        guard(found.inputs, targets)
        folder.mkdir(parents=True, exist_ok=True)
        pairs = zip(found.inputs, targets, strict=True)
        report.outcomes += _all(replace(template, input=one, target=target) for one, target in pairs)
        return report
    if len(found.inputs) > 1 and format != "jsonl":
        raise RefusedError(
            f"{len(found.inputs)} texts do not go into one .{format}: choose a folder, or the format jsonl"
        )
    outcomes = _all(replace(template, input=one, keep=True) for one in found.inputs)
    if isinstance(out, Path):
        guard(found.inputs, [out])
        with whole(out) as file:
            report.outcomes += _poured(outcomes, file)
    else:
        report.outcomes += _poured(outcomes, out)
    return report


def _all(jobs: Iterable[Job]) -> Iterator[Outcome]:
    """The outcome of every job, in order. The one place where a pool of workers would stand."""
    return map(do, jobs)


def _poured(outcomes: Iterable[Outcome], file: BinaryIO) -> Iterator[Outcome]:
    """Write each result as it comes, and let go of it."""
    for outcome in outcomes:
        if outcome.result is not None:
            file.write(outcome.result)
        yield replace(outcome, result=None)
