"""
Which detector gives the writer's letters back? A table by encoding and length.

    python bench/charsets.py FOLDER [--reader NAME …] [--length N …] [--each N] [--wrong N]

FOLDER holds texts in UTF-8, in any sub-folders, in as many languages as can be had. Each text is cut to the lengths asked
for, written in every old encoding that is used for its letters and can hold it, and read back. A reading counts as right when
the *text* is right: whether it was called latin-1 or windows-1252 is of no account. White space is not looked at, nor texts
that no byte above 127 remains of.

Nothing here is needed at run time; the peers (charset_normalizer, chardet, chardetng_py, and cchardet as faust-cchardet has it)
are asked only when they are installed.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WEST = r"[àâäáãåæçèéêëìíîïñòóôöõøùúûüýÿßœ’“”„«»–]"
EAST = r"[ąćęłńśźżčďěňřšťůžőűăşţ]"
CYRILLIC = r"[а-яё]{3}"
# Encoding -> what a text must hold (and must not) to have been written in it by somebody.
ENCODINGS: dict[str, tuple[str, str]] = {
    "cp1252": (WEST, EAST),
    "latin-1": (WEST, EAST),
    "iso-8859-15": (r"[œŒ€]", EAST),
    "mac-roman": (WEST, EAST),
    "cp850": (WEST, EAST),
    "cp1250": (r"[ąćęłńśźżčďěňřšťůžőű]", r"[ãøñğ]"),
    "iso-8859-2": (r"[ąćęłńśźżčďěňřšťůžőű]", r"[ãøñğ]"),
    "cp852": (r"[ąćęłńśźżčďěňřšťůžőű]", r"[ãøñğ]"),
    "cp1251": (CYRILLIC, r"$^"),
    "koi8-r": (CYRILLIC, r"[іїєґ]"),
    "koi8-u": (r"[іїєґ]", r"$^"),
    "iso-8859-5": (CYRILLIC, r"$^"),
    "cp866": (CYRILLIC, r"$^"),
    "mac-cyrillic": (CYRILLIC, r"$^"),
    "cp1253": (r"[α-ω]{3}", r"$^"),
    "iso-8859-7": (r"[α-ω]{3}", r"$^"),
    "cp1254": (r"[ğış]", r"[ąęřăţ]"),
    "cp1255": (r"[\u05d0-\u05ea]{2}", r"$^"),
    "cp1256": (r"[\u0620-\u064a]{2}", r"$^"),
    "cp1257": (r"[āēģīķļņėįų]", r"[łćğăčâ]{1}|[ąę].*[ł]"),
    "cp874": (r"[\u0e01-\u0e2e]{2}", r"$^"),
    "gb18030": (r"[\u4e00-\u9fff]{2}", r"[\u3040-\u30ff\uac00-\ud7a3]"),
    "gbk": (r"[\u4e00-\u9fff]{2}", r"[\u3040-\u30ff\uac00-\ud7a3]"),
    "big5": (r"[\u4e00-\u9fff]{2}", r"[\u3040-\u30ff\uac00-\ud7a3]"),
    "shift_jis": (r"[\u3040-\u30ff]{2}", r"$^"),
    "euc-jp": (r"[\u3040-\u30ff]{2}", r"$^"),
    "iso-2022-jp": (r"[\u3040-\u30ff]{2}", r"$^"),
    "euc-kr": (r"[\uac00-\ud7a3]{2}", r"$^"),
    "utf-8": (r"[^\x00-\x7f]", r"$^"),
    "utf-16-le": (r".", r"$^"),
    "utf-16-be": (r".", r"$^"),
    "utf-16": (r".", r"$^"),
    "utf-32-le": (r".", r"$^"),
}
BOOKS = {"utf-16-le", "utf-16-be", "utf-16", "utf-32-le", "iso-2022-jp"}  # written without a byte above 127


def by_cleaner(data: bytes) -> str:
    """What the product does."""
    from cleaner.read.decode import decode

    return decode(data).text


def by_charset_normalizer(data: bytes) -> str:
    """Strict UTF-8, then charset_normalizer's best."""
    from charset_normalizer import from_bytes

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        return "" if best is None else str(best)


def by_chardet(data: bytes) -> str:
    """Strict UTF-8, then chardet."""
    import chardet

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(chardet.detect(data)["encoding"] or "latin-1", "replace")


# What Python calls the sets that browsers mean by these names.
LARGER = {
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso-8859-8",
}


def by_chardetng(data: bytes) -> str:
    """Strict UTF-8, then the detector of Firefox."""
    from chardetng_py import detect

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(LARGER.get(name := detect(data).lower(), name), "replace")


def by_cchardet(data: bytes) -> str:
    """Strict UTF-8, then uchardet."""
    import cchardet

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(cchardet.detect(data)["encoding"] or "latin-1", "replace")


READERS: dict[str, Callable[[bytes], str]] = {
    "cleaner": by_cleaner,
    "charset_normalizer": by_charset_normalizer,
    "chardet": by_chardet,
    "chardetng": by_chardetng,
    "cchardet": by_cchardet,
}


def cut(text: str, length: int, chance: random.Random) -> str:
    """A stretch of the text that begins at a word and holds a letter above 127; the whole text for length 0."""
    if not length:
        return text
    rare = [match.start() for match in re.finditer(r"[^\x00-\x7f]", text)]
    if not rare:
        return text[:length]
    begin = max(0, chance.choice(rare) - chance.randrange(length))
    return text[begin : begin + length].partition(" ")[2] or text[begin : begin + length]


def samples(folder: Path, lengths: list[int], each: int) -> dict[tuple[str, int], list[tuple[str, bytes, str]]]:
    """(encoding, length) -> (text, bytes, name), the same at every run."""
    chance = random.Random(1)
    files = sorted(folder.rglob("*.txt"))
    chance.shuffle(files)
    found: dict[tuple[str, int], list[tuple[str, bytes, str]]] = defaultdict(list)
    for file in files:
        whole = re.sub(r"[ \t]+", " ", file.read_text("utf-8").strip())
        for encoding, (needs, never) in ENCODINGS.items():
            if not re.search(needs, whole) or re.search(never, whole):
                continue
            for length in lengths:
                kept = found[encoding, length]
                if len(kept) >= each:
                    continue
                text = cut(whole, length, chance)
                if encoding in {"cp1250", "iso-8859-2", "cp852"}:
                    text = text.translate(str.maketrans("șțȘȚ", "şţŞŢ"))
                if (
                    encoding != "utf-8" and "utf" not in encoding
                ):  # what an editor of its day would have written instead
                    text = _plain(text, encoding)
                try:
                    data = text.encode(encoding)
                except UnicodeEncodeError:
                    continue
                if text and (encoding in BOOKS or not data.isascii()):
                    kept.append((text, data, f"{file.parent.name}/{file.name}"))
    return found


def _plain(text: str, encoding: str) -> str:
    """Typographic signs that the encoding lacks, as their plain brothers."""
    table = {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "…": "...",
        "•": "*",
        "\N{NO-BREAK SPACE}": " ",
        "€": "EUR",
        "→": "->",
    }
    for sign, plain in table.items():
        if sign in text:
            try:
                sign.encode(encoding)
            except UnicodeEncodeError:
                text = text.replace(sign, plain)
    return text


def same(a: str, b: str) -> bool:
    """Are the letters the same?"""
    return re.sub(r"\s+", "", a).lstrip("\ufeff") == re.sub(r"\s+", "", b)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reader", nargs="+", choices=READERS, default=list(READERS))
    parser.add_argument(
        "--length", nargs="+", type=int, default=[60, 200, 1000, 0], help="characters; 0 is the whole text"
    )
    parser.add_argument("--each", type=int, default=60, help="texts an encoding and length")
    parser.add_argument("--encoding", nargs="+", default=list(ENCODINGS))
    parser.add_argument("--wrong", type=int, default=0, help="show so many wrong readings")
    asked = parser.parse_args()
    found = samples(asked.folder, asked.length, asked.each)
    spent: dict[str, float] = defaultdict(float)
    volume = 0
    right: dict[tuple[str, str, int], int] = defaultdict(int)
    shown = 0
    for (encoding, length), cases in found.items():
        if encoding not in asked.encoding:
            continue
        for text, data, name in cases:
            volume += len(data)
            for reader in asked.reader:
                begun = time.perf_counter()
                try:
                    got = READERS[reader](data)
                except Exception as error:  # noqa: BLE001  a peer that falls over has not read the text
                    got = f"{type(error).__name__}: {error}"
                spent[reader] += time.perf_counter() - begun
                if same(got, text):
                    right[reader, encoding, length] += 1
                elif shown < asked.wrong:
                    shown += 1
                    differs = next((i for i, (a, b) in enumerate(zip(got, text, strict=False)) if a != b), 0)
                    print(
                        f"{reader} {encoding} {length} {name}: {text[max(0, differs - 15) : differs + 25]!r} -> {got[max(0, differs - 15) : differs + 25]!r}"
                    )
    head = " | ".join(f"{length or 'whole'}" for length in asked.length)
    for reader in asked.reader:
        print(f"\n{reader}, {volume / spent[reader] / 1e6:.1f} MB/s: right, in percent, by characters\n")
        print(f"| encoding | texts | {head} |\n|---|--:|{'--:|' * len(asked.length)}")
        for encoding in asked.encoding:
            if counts := [len(found[encoding, length]) for length in asked.length if found[encoding, length]]:
                cells = [
                    f"{100 * right[reader, encoding, length] / len(found[encoding, length]):.0f}"
                    if found[encoding, length]
                    else ""
                    for length in asked.length
                ]
                print(f"| {encoding} | {max(counts)} | {' | '.join(cells)} |")
        means = []
        for length in asked.length:
            shares = [right[reader, e, length] / len(found[e, length]) for e in asked.encoding if found[e, length]]
            means.append(f"{100 * sum(shares) / max(1, len(shares)):.1f}")
        print(f"| mean | | {' | '.join(means)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
