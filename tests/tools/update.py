"""
Rewrite the goldens of fixtures/pages with what the cleaner gives today, and raise the floors.

Nothing gets worse by it: a page whose new text lacks words that its golden has, or whose metadata lacks a field, is left
alone and named, and no floor is lowered, unless `--allow-loss` is given. Pages with `by_hand = true` are rewritten only when
they are named. Negatives and known failures are never rewritten. What was rewritten is for `git diff` to show and for a
person to read.

    tox -e update
    tox -e update -- market-notes --allow-loss
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
from collections import Counter

from cases import FLOORS, Page, as_file, as_json, counts, floors, pages


def main() -> int:
    """Rewrite what may be rewritten; 1 when something was refused."""
    parser = argparse.ArgumentParser(
        prog="tox -e update --", description="Rewrite the goldens of the pages, and raise the floors."
    )
    parser.add_argument(
        "slugs", metavar="SLUG", nargs="*", help="these pages only; without it all that are not by_hand"
    )
    parser.add_argument(
        "--allow-loss", action="store_true", help="also where words or fields are lost, or a floor sinks"
    )
    options = parser.parse_args()
    known = {page.slug: page for page in pages()}
    if unknown := [slug for slug in options.slugs if slug not in known]:
        parser.error(f"no such page: {', '.join(unknown)}; there are {', '.join(known)}")

    chosen = [known[slug] for slug in options.slugs] or [
        page for page in known.values() if not page.told.get("by_hand")
    ]
    refused = [page.slug for page in chosen if not rewrite(page, allow_loss=options.allow_loss)]
    sunk = raise_floors(allow_loss=options.allow_loss)
    if refused or sunk:
        print("Left alone:", ", ".join(refused + sunk), "(if it is meant, add --allow-loss)")
    return 1 if refused or sunk else 0


def rewrite(page: Page, *, allow_loss: bool) -> bool:
    """Write what comes out of a page today; False when that would lose something and was not allowed."""
    if page.is_negative or page.fails:
        return True
    document = page.result()
    text, metadata = as_file(document.text), as_json(document)
    if text == page.text and page.metadata in (None, metadata):
        return True
    lost = [
        *losses(page.text, text),
        *sorted(f"metadata {key}" for key in (page.metadata or {}).keys() - metadata.keys()),
    ]
    print(f"{page.slug}:")
    print("\n".join(difflib.unified_diff(page.text.split("\n"), text.split("\n"), "golden", "today", lineterm="", n=0)))
    if lost and not allow_loss:
        print(f"  it would lose: {', '.join(lost[:20])}{', …' if len(lost) > 20 else ''}")
        return False
    (page.folder / "text.txt").write_bytes(text.encode("utf-8"))
    if page.metadata is not None:
        data = json.dumps(metadata, ensure_ascii=False, indent=1)
        (page.folder / "metadata.json").write_bytes(data.encode("utf-8") + b"\n")
    return True


def losses(golden: str, today: str) -> list[str]:
    """The words that the golden has more often."""
    return list((Counter(re.findall(r"\w+", golden)) - Counter(re.findall(r"\w+", today))).elements())


def raise_floors(*, allow_loss: bool) -> list[str]:
    """Write today's counts as the new floors; the files whose floor would sink keep the old one, and are given back."""
    rows, sunk = counts(), []
    for file, floor in floors().items():
        row = rows.setdefault(file, {"cases": 0, "passing": 0})
        if not allow_loss and any(row[what] < least for what, least in floor.items()):
            sunk.append(
                f"{file} ({row['passing']} of {row['cases']} pass; the floor is {floor['passing']} of {floor['cases']})"
            )
            rows[file] = floor
    lines = [
        "# How many cases there are and how many pass. `tox -e update` raises these figures and never lowers them.\n"
    ]
    lines += [
        f'"{file}" = {{ cases = {row["cases"]}, passing = {row["passing"]} }}\n' for file, row in sorted(rows.items())
    ]
    FLOORS.write_bytes("".join(lines).encode("utf-8"))
    return sunk


if __name__ == "__main__":
    sys.exit(main())
