"""Strip the page's furniture, as the rule packs describe it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zlib import crc32

from cleaner.document import Document, Stage
from cleaner.edits import Edit
from cleaner.errors import PackError
from cleaner.rules import ROLES, SAFETY, Pack, RuleIndex, builtin_index, builtin_packs, removals

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class StripWidgets:
    r"""
    Take out the lines that the page says, not the writer: share bars, cookie notices, adverts, widgets that failed.

    Which lines those are is data (:mod:`cleaner.rules`, docs/rules.md). A whole line goes or stays; words inside a line are
    left alone. A text that is already an article keeps every word: what a writer or an editor could have left in ("Related:
    …", "Follow us on …") goes only from a document that shows itself to be a saved page, because something sure goes from it
    too, or because a strip stage has taken something off it before.

    `page` says so for documents that are known to be saved pages (True), or for no such (False: only what
    is sure goes). `packs` are rules of your own, used beside the built-in ones (``builtin=False`` leaves those
    out); `roles` narrows to rules of these roles, `safety` is the least safety that a rule must have: ``"guess"`` (all),
    ``"likely"`` or ``"sure"``. Raises ValueError for a role or a safety that does not exist, PackError for two rules of one
    name.

    >>> strip = Stage(StripWidgets(), "strip_widgets")
    >>> strip("The talks went on.\n\nAdvertisement\n\nNobody slept.")
    'The talks went on.\n\n\n\nNobody slept.'
    >>> strip("The talks went on.\n\n© 2019 Example Ltd.")
    'The talks went on.\n\n© 2019 Example Ltd.'
    >>> Stage(StripWidgets(page=True), "strip_widgets").edits("The talks went on.\n\n© 2019 Example Ltd.")
    (Edit(start=20, end=39, text='', rule='legal:copyright line', origin=-1),)
    """

    packs: tuple[Pack, ...] = ()
    roles: tuple[str, ...] = ROLES
    safety: str = "guess"
    builtin: bool = True
    page: bool | None = None

    def __post_init__(self) -> None:
        if wrong := [role for role in self.roles if role not in ROLES]:
            raise ValueError(f"no role {wrong[0]!r}; there are {', '.join(ROLES)}")
        if self.safety not in SAFETY:
            raise ValueError(f"no safety {self.safety!r}; there are {', '.join(SAFETY)}")

    def with_packs(self, *packs: Pack) -> StripWidgets:
        """These settings with more packs, as :func:`~cleaner.rules.load_pack` reads them."""
        return replace(self, packs=self.packs + packs)

    @cached_property
    def index(self) -> RuleIndex:
        """The rules in use, ready to be asked. Built on first use: reading the packs takes milliseconds."""
        if self.builtin and not self.packs and self.roles == ROLES and self.safety == SAFETY[0]:
            return builtin_index()
        packs = (builtin_packs() if self.builtin else ()) + self.packs
        owner: dict[str, str] = {}
        for pack in packs:
            for rule in pack.rules:
                if owner.setdefault(rule.name, pack.name) != pack.name:
                    raise PackError(
                        f"pack {pack.name}, rule {rule.name!r}: pack {owner[rule.name]} has a rule of that name; give it another"
                    )
        wanted = SAFETY[SAFETY.index(self.safety) :]
        return RuleIndex(
            rule for pack in packs for rule in pack.rules if rule.role in self.roles and rule.safety in wanted
        )

    def __call__(self, doc: Document) -> Iterator[Edit]:
        """The lines that go, as edits; the rule of each is ``role:name of the rule``."""
        lines = doc.lines
        page = self.page
        if page is None and doc.taken:
            page = True
        for place, label in removals(self.index, doc.text, lines, page=page):
            start, end, _ = lines[place]
            yield Edit(start, end, "", label)

    def __repr__(self) -> str:
        # A pipeline's fingerprint is made of this: packs count by what they hold, and are not told at length.
        packs = [f"{pack.name} {_digest(pack)}" for pack in self.packs]
        settings = (
            f"packs={packs}, roles={self.roles}, safety={self.safety!r}, builtin={self.builtin}, page={self.page}"
        )
        return f"StripWidgets({settings})"

    def __reduce__(self) -> tuple[Any, ...]:
        # Without the index: another process builds its own.
        return StripWidgets, (self.packs, self.roles, self.safety, self.builtin, self.page)


def _digest(pack: Pack) -> str:
    """Eight hexadecimal digits that change when a rule of the pack does."""
    return f"{crc32(repr(pack.rules).encode('utf-8', 'surrogatepass')):08x}"


strip_widgets = Stage(StripWidgets(), "strip_widgets")
