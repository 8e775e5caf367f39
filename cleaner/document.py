"""The document that travels, and the stages that read it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, update_wrapper
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from cleaner.edits import Edit, Ledger, arrange, splice
from cleaner.lines import Line, lines_of
from cleaner.roles import role_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cleaner.metadata import Metadata


class Taken(NamedTuple):
    """A line that a strip stage took off: its role, and its text as the stage saw it."""

    role: str
    text: str


@dataclass(frozen=True)
class Source:
    """
    Where a document came from, and what its reader already knew.

    `text` is the text that the document was born with: for plain text the file itself, for a page what was extracted from
    it. `encoding`, `told`, `sure` and `lossy` say how bytes became text, by what that was known, how far it can be trusted
    (0 to 1) and whether anything was lost; `fields` what a page's head said of it (names as in
    :class:`~cleaner.metadata.Metadata`).
    """

    text: str = ""
    name: str | None = None
    url: str | None = None
    media_type: str | None = None
    language: str | None = None
    encoding: str | None = None
    told: str | None = None
    sure: float | None = None
    lossy: bool = False
    fields: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if self.language is not None:
            object.__setattr__(self, "language", _iso_639(self.language))


def _iso_639(code: str) -> str:
    """``EN-us`` as ``en``. Raises ValueError for what is no language code."""
    short = code.lower().replace("_", "-").partition("-")[0]
    if not (2 <= len(short) <= 3 and short.isascii() and short.isalpha()):
        raise ValueError(f"language {code!r} is no ISO 639 code; write two letters, as in 'en'")
    return short


@dataclass(frozen=True)
class Document:
    """
    A text, where it came from, and everything that was done to it.

    Documents never change: a stage gives back a new one, or the same object when it found nothing to do.

    >>> document = Document.of("It is under discussion  cutting it off.")
    >>> document.text is document.original
    True
    """

    text: str
    source: Source
    ledger: Ledger = field(default_factory=Ledger)

    @classmethod
    def of(cls, text: str, **facts: Any) -> Document:
        """A document at its birth; `facts` are fields of :class:`Source`."""
        return cls(text, Source(text, **facts))

    @property
    def original(self) -> str:
        """The text that the ledger begins with."""
        return self.source.text

    @cached_property
    def language(self) -> str | None:
        """
        ISO 639-1 code, as told or as guessed from the text; None when unsure. Looked up only when asked.

        It is the text as it stands that is asked, not the file: mojibake is in no language, and a cleaned text must tell the
        same when it is cleaned again.
        """
        from cleaner.language import guess_language

        return self.source.language or guess_language(self.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return lines_of(self.text)

    @cached_property
    def taken(self) -> tuple[Taken, ...]:
        """
        What strip stages have taken off so far, in the order in which they did: read for metadata, and by the stages that
        must know what came before them. A bare ``str`` has no past; a stage then knows less, and does less.
        """
        if not self.ledger:
            return ()
        return tuple(
            Taken(role, text[edit.start : edit.end])
            for layer, text in self.ledger.steps(self.original)
            for edit in layer.edits
            if not edit.text and (role := role_of(edit.rule))
        )

    @cached_property
    def metadata(self) -> Metadata:
        """What the page's head and the removed lines had to say."""
        from cleaner.metadata import metadata_of

        return metadata_of(self)

    def edited(self, stage: str, edits: Iterable[Edit]) -> Document:
        """The document after these edits; the very same object when they change nothing."""
        kept = arrange(edits, self.text)
        if not kept:
            return self
        return replace(self, text=splice(self.text, kept), ledger=self.ledger.add(stage, kept))


def as_document(text: str | Document, caller: str) -> Document:
    """What a stage or a pipeline was given, as a document. Raises TypeError, in the caller's name, for anything else."""
    if isinstance(text, Document):
        return text
    if isinstance(text, str):
        return Document.of(text)
    raise TypeError(f"{caller} takes a str or a Document, not {type(text).__name__}; bytes go through cleaner.clean")


class Stage:
    r"""
    A reader that proposes edits, made by :func:`stage`.

    Called with a ``str`` it gives a ``str``, with a :class:`Document` a :class:`Document`; ``.edits`` only proposes.

    >>> from cleaner import fix_dashes
    >>> fix_dashes("It is under discussion  cutting it off.")
    'It is under discussion — cutting it off.'
    >>> fix_dashes.edits("It is under discussion  cutting it off.")
    (Edit(start=22, end=24, text=' — ', rule='dropped dash', origin=-1),)
    """

    __name__: str
    __wrapped__: Callable[[Document], Iterable[Edit]]

    def __init__(self, find: Callable[[Document], Iterable[Edit]], name: str | None = None) -> None:
        update_wrapper(self, find, updated=())
        self.find = find
        self.name = name or find.__name__
        self.__name__ = self.name

    def edits(self, text: str | Document) -> tuple[Edit, ...]:
        """What this stage would do, in order and without overlap; nothing is applied."""
        document = as_document(text, self.name)
        return arrange(self.find(document), document.text)

    @overload
    def __call__(self, text: str) -> str: ...
    @overload
    def __call__(self, text: Document) -> Document: ...
    def __call__(self, text: str | Document) -> str | Document:
        """Read, and apply what is proposed: a str gives a str, a Document a Document (itself when nothing changes)."""
        if isinstance(text, Document):
            return text.edited(self.name, self.find(text))
        return splice(text, self.edits(text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Stage) and (self.name, self.find) == (other.name, other.find)

    def __hash__(self) -> int:
        return hash((self.name, self.find))

    def __repr__(self) -> str:
        return f"<stage {self.name}>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        # A function's stage is found again by its name; one with settings is made again from them.
        qualname = getattr(self, "__qualname__", None)
        return (Stage, (self.find, self.name)) if qualname is None else qualname


def stage(find: Callable[[Document], Iterable[Edit]]) -> Stage:
    """
    Make a stage of a function that reads a document and yields edits.

    A stage that needs settings is a frozen dataclass whose ``__call__`` reads and yields: ``Stage(Settings(...), "name")``.
    """
    return Stage(find)
