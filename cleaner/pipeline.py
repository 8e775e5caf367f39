"""Stages in a row. The pipeline alone applies what they propose."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, overload

from cleaner.document import Document, Stage, as_document

if TYPE_CHECKING:
    from collections.abc import Iterator

# What one stage mends may uncover work for an earlier one (a lost dash inside a paragraph that was cut in two). The row is
# run again until a round changes nothing: that is what makes a cleaned text stay as it is. Two rounds do on nearly all
# texts, the second one as cheap as a clean document; the bound is for texts made to be nasty.
ROUNDS = 12


@dataclass(frozen=True)
class Pipeline:
    """
    Stages in a row, run until they find nothing more.

    Works as a stage does: ``str`` to ``str``, :class:`~cleaner.document.Document` to ``Document``.

    >>> from cleaner import fix_dashes, tidy_space
    >>> pipeline = Pipeline("mine", (fix_dashes, tidy_space))
    >>> pipeline("under discussion  cutting ")
    'under discussion — cutting'
    >>> [stage.name for stage in pipeline.without(fix_dashes)]
    ['tidy_space']
    """

    name: str
    stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "stages", tuple(self.stages))

    @overload
    def __call__(self, text: str) -> str: ...
    @overload
    def __call__(self, text: Document) -> Document: ...
    def __call__(self, text: str | Document) -> str | Document:
        """Run the row until a round changes nothing: a str gives a str, a Document a Document (itself when clean)."""
        document = as_document(text, self.name)
        for _ in range(ROUNDS):
            before = document
            for stage in self.stages:
                document = stage(document)
            if document is before:
                break
        return document if isinstance(text, Document) else document.text

    def __iter__(self) -> Iterator[Stage]:
        return iter(self.stages)

    def __add__(self, other: Pipeline) -> Pipeline:
        return Pipeline(f"{self.name}+{other.name}", self.stages + other.stages)

    def without(self, *stages: Stage | str) -> Pipeline:
        """This row with some stages, or stages of some names, left out. Raises ValueError for one that is not in it."""
        names = {stage if isinstance(stage, str) else stage.name for stage in stages}
        self._must_have(names)
        return replace(self, name=f"{self.name}-", stages=tuple(s for s in self.stages if s.name not in names))

    def replaced(self, stage: Stage) -> Pipeline:
        """This row with another stage in the place of the one of the same name. Raises ValueError when there is none."""
        self._must_have({stage.name})
        return replace(self, stages=tuple(stage if s.name == stage.name else s for s in self.stages))

    def _must_have(self, names: set[str]) -> None:
        if missing := names - {stage.name for stage in self.stages}:
            raise ValueError(
                f"{', '.join(sorted(missing))}: not in {self.name}, which has {', '.join(s.name for s in self)}"
            )

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when the stages, their settings or the program's version do."""
        from cleaner import __version__

        told = [stage.name + (f" {stage.find!r}" if _has_settings(stage) else "") for stage in self.stages]
        return hashlib.sha256("\n".join([__version__, *told]).encode()).hexdigest()[:12]


def _has_settings(stage: Stage) -> bool:
    return not hasattr(stage.find, "__qualname__")
