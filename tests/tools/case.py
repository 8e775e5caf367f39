"""
Make a page of fixtures/pages from a raw file.

The cleaner writes the first draft of what must come out; a person reads it and corrects what is wrong with it. A page that
comes out as it went in becomes a negative.

    tox -e case -- market-notes ~/saved/notes.txt --source "a reader's dump, 2021" --language en
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from pathlib import Path

from cases import PAGES, ROOT, Page, as_file, as_json

import cleaner


def main() -> int:
    """Add the page that the command line names; the exit code."""
    parser = argparse.ArgumentParser(prog="tox -e case --", description="Add a page to the fixtures from a raw file.")
    parser.add_argument("slug", metavar="SLUG", help="the name of the new folder: small letters, digits and hyphens")
    parser.add_argument("file", metavar="FILE", type=Path, help="the raw file, as it was found: .txt, .md or .html")
    parser.add_argument("--source", help="where it was found, and under which licence it may be kept here")
    parser.add_argument("--language", help="ISO 639-1; only when the test is to be told")
    parser.add_argument("--url", help="only when the test is to be told")
    options = parser.parse_args()

    folder = PAGES / options.slug
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", options.slug):
        parser.error(f"{options.slug!r}: a slug is made of small letters, digits and hyphens")
    if folder.exists():
        parser.error(f"{folder.relative_to(ROOT)} is there already; take another slug, or delete the folder")
    if not options.file.is_file():
        parser.error(f"{options.file}: no such file (relative names start from {Path.cwd()})")

    said = {key: value for key in ("source", "language", "url") if (value := getattr(options, key))}
    folder.mkdir(parents=True)
    shutil.copyfile(options.file, folder / f"raw{options.file.suffix.lower() or '.txt'}")
    _tell(folder, said)
    try:
        document = Page(folder).result()
    except cleaner.UnreadableError as error:
        shutil.rmtree(folder)
        parser.error(f"{options.file}: {error}")
    text = as_file(document.text)
    if text.encode("utf-8") == options.file.read_bytes():
        _tell(folder, {"same": True, **said})
    else:
        (folder / "text.txt").write_bytes(text.encode("utf-8"))
    metadata = json.dumps(as_json(document), ensure_ascii=False, indent=1)
    (folder / "metadata.json").write_bytes(metadata.encode("utf-8") + b"\n")

    print(f"{folder.relative_to(ROOT)}:", *sorted(path.name for path in folder.iterdir()))
    if (folder / "text.txt").exists():
        print(
            "Now read text.txt against the raw file, and metadata.json, and correct by hand what the writer did not write."
        )
        print('What the cleaner cannot do yet stays as it ought to be, with `fails = "why"` in page.toml.')
    else:
        print("The text came out as it went in: the page is a negative, and will turn red when that changes.")
    return 0


def _tell(folder: Path, said: dict[str, str | bool]) -> None:
    # JSON's strings and booleans are TOML's too.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items()]
    if lines:
        (folder / "page.toml").write_bytes("".join(lines).encode("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
