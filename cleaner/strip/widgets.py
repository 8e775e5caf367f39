"""Strip the page's furniture, as the rule packs describe it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

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

    Which lines those are is data (:mod:`cleaner.rules`, docs/rules.md). A whole line goes or stays; a line that a writer
    could have written too goes only where its neighbours are the page's as well. Words inside a line are left alone.

    `packs` are rules of your own, used beside the built-in ones (``builtin=False`` leaves those out); `roles` narrows to
    rules of these roles, `safety` is the least safety that a rule must have: ``"sure"``, ``"likely"`` or ``"guess"``.
    Raises ValueError for a role or a safety that does not exist, PackError for two rules of one name.

    >>> strip = Stage(StripWidgets(), "strip_widgets")
    >>> strip("The talks went on.\n\nAdvertisement\n\nNobody slept.")
    'The talks went on.\n\n\n\nNobody slept.'
    >>> Stage(StripWidgets(roles=("legal",)), "strip_widgets").edits("Share this article\n© 2019 Example Ltd.")
    (Edit(start=19, end=38, text='', rule='legal:copyright line', origin=-1),)
    """

    packs: tuple[Pack, ...] = ()
    roles: tuple[str, ...] = ROLES
    safety: str = "likely"
    builtin: bool = True

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
        if self.builtin and not self.packs and self.roles == ROLES:
            return _builtin_index(self.safety)
        packs = (builtin_packs() if self.builtin else ()) + self.packs
        owner: dict[str, str] = {}
        for pack in packs:
            for rule in pack.rules:
                if owner.setdefault(rule.name, pack.name) != pack.name:
                    raise PackError(
                        f"pack {pack.name}, rule {rule.name!r}: pack {owner[rule.name]} has a rule of that name; give it another"
                    )
        return RuleIndex((rule for pack in packs for rule in pack.rules if rule.role in self.roles), self.safety)

    def __call__(self, doc: Document) -> Iterator[Edit]:
        """The lines that go, as edits; the rule of each is ``role:name of the rule``."""
        lines = doc.lines
        for place, label in removals(self.index, doc.text, lines):
            start, end, _ = lines[place]
            yield Edit(start, end, "", label)

    def __reduce__(self) -> tuple[Any, ...]:
        # Without the index: another process builds its own.
        return StripWidgets, (self.packs, self.roles, self.safety, self.builtin)


@lru_cache(maxsize=len(SAFETY))
def _builtin_index(safety: str) -> RuleIndex:
    return builtin_index(safety)


strip_widgets = Stage(StripWidgets(), "strip_widgets")
