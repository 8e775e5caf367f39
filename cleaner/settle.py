"""Reading on until there is nothing more to find."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING

from cleaner.edits import Edit, Ledger, arrange, splice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cleaner.document import Document

ROUNDS = 10  # one does on nearly every text; the bound is for marks nested in marks on purpose


def settled(find: Callable[[Document], Iterable[Edit]]) -> Callable[[Document], Iterable[Edit]]:
    """
    Make a finder look at its own result too, until it proposes nothing, and tell the whole of it as one list of edits.

    What one edit mends may be the evidence for another: three lines that were one paragraph, marks inside marks. A stage
    must find nothing in its own output, so it has to look. A text with nothing to mend is looked at once.
    """

    @wraps(find)
    def find_all(doc: Document) -> Iterable[Edit]:
        edits = arrange(find(doc), doc.text)
        if not edits:
            return ()
        ledger = Ledger()
        seen = doc
        for _ in range(ROUNDS):
            ledger = ledger.add(find.__name__, edits)
            seen = replace(seen, text=splice(seen.text, edits))
            edits = arrange(find(seen), seen.text)
            if not edits:
                break
        if len(ledger.layers) == 1:
            return ledger.layers[0].edits
        return [Edit(hunk.start, hunk.end, hunk.text, hunk.rule, hunk.origin) for hunk in ledger.hunks()]

    return find_all
