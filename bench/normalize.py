"""
How fast the character stages are, beside ftfy and plsfix, in one process.

    tox -e bench                    the table: 5 MB of each kind, in documents of 20 kB and of 2-4 kB; about five minutes
    tox -e bench -- --quick         the same on a tenth of it
    tox -e bench -- --damages       one row for each kind of damage
    tox -e bench -- --stages        where the microseconds of NORMALIZE go

The texts come out of installed packages (texts.py); a kind's sentences are shuffled until there is enough of them. Each kind
is dealt into hands, and with every hand each program takes its turn: the fast ones several times, of which the median counts.
A ratio is taken within a hand, and the median of the hands is shown, so that a machine that gets slower or faster meanwhile
does so for all. Documents are cold: each program gets string objects that no program has seen.

MB/s are of UTF-8, on one core; `dirt` is the share of the characters that are not ASCII, in percent. Of the ratios, N is
NORMALIZE and e is our fix_encoding, both with their ledgers. In brackets stand the bars of issue 3, with a `!` behind the ones
that are missed. They are for ftfy.fix_text: ftfy.fix_encoding looks at no ASCII at all, so that nothing can be a hundred times
as fast; its ratio is there to be seen.
"""

from __future__ import annotations

import argparse
import gc
import platform
import re
import statistics
import sys
import time
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

import ftfy
import texts

import cleaner
from cleaner import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

try:
    import plsfix
except ImportError:
    plsfix = None

SIZES = {"20 kB": (19_000, 20_000), "2-4 kB": (2_000, 4_000)}
TURNS = 3  # of a fast program with each hand
DAMAGED = "damaged"


class Bars(NamedTuple):
    """How many times as fast as ftfy: NORMALIZE on documents of 20 kB and of 2-4 kB, fix_encoding (on those of 20 kB)."""

    large: float
    small: float
    encoding: float


BARS = {
    "English, ASCII": Bars(50, 20, 100),
    "English, typographic": Bars(30, 20, 40),
    "French, German": Bars(20, 12, 40),
    "Russian, Greek": Bars(15, 8, 25),
    "Chinese, Japanese": Bars(15, 8, 25),
    DAMAGED: Bars(4, 2, 8),
}
LANGUAGES = {"French, German": ("fr", "de"), "Russian, Greek": ("ru", "el"), "Chinese, Japanese": ("zh", "ja")}
FRENCH = "French as typeset"  # no bar: with the no-break spaces before its stops, which NORMALIZE takes for an intruder

Program = tuple[str, "Callable[[str], object]", bool]  # name, work, is it fast?

PROGRAMS: list[Program] = [
    ("NORMALIZE", lambda text: cleaner.NORMALIZE(Document.of(text)), True),
    ("fix_text", ftfy.fix_text, False),
    ("fix_encoding", lambda text: cleaner.fix_encoding(Document.of(text)), True),
    ("ftfy.fix_encoding", ftfy.fix_encoding, False),
]
if plsfix:
    PROGRAMS.append(("plsfix", plsfix.fix_text, True))

# The table's columns and how wide they are: the programs, then the ratios of `bars`.
COLUMNS = [
    *((name, max(10, len(name) + 2)) for name, _, _ in PROGRAMS),
    *(("N/fix_text", 13), ("e/fix_text", 13), ("e/f.fix_enc", 13)),
    *([("N/plsfix", 11)] if plsfix else []),
]


def prose(kind: str) -> list[str]:
    """The sentences of a kind, as they should be."""
    if kind.startswith("English"):
        found = [sentence for sentence in texts.sentences("en") if sentence.isascii()]
        return [texts.typographic(sentence) for sentence in found] if kind.endswith("typographic") else found
    if kind == FRENCH:
        return [re.sub(r" (?=[!?:;»])|(?<=«) ", "\N{NO-BREAK SPACE}", sentence) for sentence in texts.sentences("fr")]
    # As much of one language as of the other.
    sides = [texts.sentences(language) for language in LANGUAGES[kind]]
    most = max(sum(map(len, side)) for side in sides)
    return [sentence for side in sides for sentence in side * max(1, round(most / max(1, sum(map(len, side)))))]


def corpus(kind: str, volume: int, smallest: int, largest: int) -> list[bytes]:
    """The documents of a kind."""
    if kind in texts.DAMAGES:
        return texts.damaged(clean_mixture(volume, smallest, largest), [kind])
    if kind == DAMAGED:
        return texts.damaged(clean_mixture(volume, smallest, largest))
    sentences = prose(kind)
    # What NORMALIZE finds fault with is a slip of the writer's, and not clean.
    kept = sentences if kind == FRENCH else [one for one in sentences if cleaner.NORMALIZE(one) == one]
    return texts.documents(kept, volume, smallest, largest)


def clean_mixture(volume: int, smallest: int, largest: int) -> list[bytes]:
    """What is to be damaged: two documents of typographic English, one of French or German, one of another script, and so on."""
    english, latin, east, west = (corpus(kind, volume // 2, smallest, largest) for kind in list(BARS)[1:5])
    mixed: list[bytes] = []
    size = 0
    # Nine of a sort in a row, so that each meets each damage.
    for row in range(0, volume, 9):
        place = row // 9
        sort = (english, latin, english, east if place % 8 == 3 else west)[place % 4]
        begin = 9 * (place // 4) % max(1, len(sort) - 9)
        mixed += sort[begin : begin + 9]
        size += sum(map(len, mixed[-9:]))
        if size >= volume:
            break
    return mixed


def dealt(documents: Sequence[bytes], hands: int) -> list[list[bytes]]:
    """The documents in so many hands."""
    return [hand for number in range(hands) if (hand := list(documents[number::hands]))]


def seconds(work: Callable[[str], object], data: Sequence[bytes]) -> float:
    """How long some work takes on some texts, all of them new."""
    cold = [one.decode("utf-8", "surrogatepass") for one in data]
    gc.collect()
    start = time.perf_counter()
    for text in cold:
        work(text)
    return time.perf_counter() - start


def timed(hands: Sequence[Sequence[bytes]], programs: Sequence[Program]) -> dict[str, list[float]]:
    """MB/s of each program with each hand."""
    found: dict[str, list[float]] = {name: [] for name, _, _ in programs}
    for hand in hands:
        size = sum(map(len, hand)) / 1e6
        times: dict[str, list[float]] = {name: [] for name in found}
        for turn in range(TURNS):
            for name, work, fast in programs:
                if fast or not turn:
                    times[name].append(seconds(work, hand))
        for name, each in times.items():
            found[name].append(size / statistics.median(each))
    return found


def ratio(found: dict[str, list[float]], program: str, peer: str) -> float:
    """How many times as fast as a peer: the median of the hands."""
    return statistics.median(one / two for one, two in zip(found[program], found[peer], strict=True))


def beside(figure: float, bar: float | None) -> str:
    """A ratio, with its bar, and a mark where it falls short."""
    asked = "" if bar is None else f" ({bar:g}){' ' if figure >= bar else '!'}"
    return f"{figure:.{0 if figure >= 10 else 1}f}x{asked}"


def table(kinds: Sequence[str], sizes: Sequence[str], volume: int, hands: int) -> int:
    """Print the table; how many figures fall short of their bars."""
    short = 0
    for size in sizes:
        print(f"\ndocuments of {size}")
        print(f"{'MB/s':29}{'dirt':>5}", *(f"{name:>{width}}" for name, width in COLUMNS), sep="")
        for kind in kinds:
            documents = corpus(kind, volume, *SIZES[size])
            for _, work, _ in PROGRAMS:
                seconds(work, documents[:3])  # imports and caches; the strings are new ones afterwards
            found = timed(dealt(documents, hands), PROGRAMS)
            cells = [f"{statistics.median(found[name]):.1f}" for name, _, _ in PROGRAMS]
            for (program, peer), bar in bars(kind, size).items():
                figure = ratio(found, program, peer)
                short += bar is not None and figure < bar
                cells.append(beside(figure, bar))
            row = (f"{cell:>{width}}" for cell, (_, width) in zip(cells, COLUMNS, strict=True))
            print(f"{kind:29}{dirt(documents):5.1f}", *row, sep="", flush=True)
    return short


def bars(kind: str, size: str) -> dict[tuple[str, str], float | None]:
    """What is held against what, and how many times as fast it should be."""
    asked, large = BARS.get(kind), size == "20 kB"
    held: dict[tuple[str, str], float | None] = {
        ("NORMALIZE", "fix_text"): asked and (asked.large if large else asked.small),
        ("fix_encoding", "fix_text"): asked.encoding if asked and large else None,
        ("fix_encoding", "ftfy.fix_encoding"): None,
    }
    if plsfix:
        held["NORMALIZE", "plsfix"] = 1.0 if asked and kind != DAMAGED else None
    return held


def dirt(documents: Sequence[bytes]) -> float:
    """How many of a hundred characters are not ASCII."""
    text = "".join(one.decode("utf-8", "surrogatepass") for one in documents[:: len(documents) // 50 + 1])
    return 100 * sum(character > "\x7f" for character in text) / max(1, len(text))


def by_stage(kinds: Sequence[str], volume: int) -> None:
    """Print how many microseconds a document each part of NORMALIZE takes, each on what the one before it leaves."""
    for size, limits in SIZES.items():
        print(f"\nmicroseconds a document of {size}")
        names = ["(decode)", "Document.of", *(stage.name for stage in cleaner.NORMALIZE), "NORMALIZE"]
        print(f"{'':28}", *(f"{name:>16}" for name in names))
        for kind in kinds:
            documents = corpus(kind, volume, *limits)
            costs: dict[str, list[float]] = {name: [] for name in names}
            for _ in range(9):
                for name, cost in _costs(documents).items():
                    costs[name].append(cost / len(documents) * 1e6)
            print(f"{kind:28}", *(f"{statistics.median(costs[name]):16.1f}" for name in names), flush=True)


def _costs(documents: Sequence[bytes]) -> dict[str, float]:
    """Seconds that each part takes on all documents."""
    spent: dict[str, float] = {}

    def through(name: str, work: Callable[[str], object], data: Sequence[bytes]) -> None:
        spent[name] = seconds(work, data)

    start = time.perf_counter()
    cold = [one.decode("utf-8", "surrogatepass") for one in documents]
    spent["(decode)"] = time.perf_counter() - start
    through("Document.of", Document.of, documents)
    through("NORMALIZE", lambda text: cleaner.NORMALIZE(Document.of(text)), documents)
    born = [Document.of(text) for text in cold]
    for stage in cleaner.NORMALIZE:
        start = time.perf_counter()
        born = [stage(document) for document in born]
        spent[stage.name] = time.perf_counter() - start
    return spent


def main() -> int:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(
        prog="tox -e bench --", description="Time the character stages beside ftfy and plsfix."
    )
    parser.add_argument("--quick", action="store_true", help="a tenth of the text: the figures then vary by a fifth")
    parser.add_argument("--damages", action="store_true", help="one row for each kind of damage")
    parser.add_argument("--stages", action="store_true", help="where the time of NORMALIZE goes")
    parser.add_argument("--kind", nargs="+", choices=[*BARS, FRENCH, *texts.DAMAGES], help="these kinds of text only")
    parser.add_argument("--size", nargs="+", choices=list(SIZES), default=list(SIZES), help="these documents only")
    options = parser.parse_args()
    rust = f"plsfix {version('plsfix')}" if plsfix else "plsfix is not installed (no column)"
    print(f"CPython {platform.python_version()}, cleaner {cleaner.__version__}, ftfy {ftfy.__version__}, {rust}")
    kinds = options.kind or [*(list(texts.DAMAGES) if options.damages else [*BARS, FRENCH])]
    if missing := [kind for kind in (*BARS, FRENCH) if kind != DAMAGED and not prose(kind)]:
        print(f"no text for {', '.join(missing)}: the packages of the dependency group `bench` are not installed")
        return 1
    if options.stages:
        by_stage(kinds, 500_000)
        return 0
    volume, hands = (500_000, 2) if options.quick else (1_000_000, 4) if options.damages else (5_000_000, 10)
    short = table(kinds, options.size, volume, hands)
    print(f"\n{short or 'no'} figure{'s' * (short != 1)} below the bar (marked with !)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
