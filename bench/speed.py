"""
How fast, beside a peer, in one process.

    tox -e speed                   STANDARD and GENTLE with their ledgers, beside ftfy.fix_text
    tox -e speed -- --stages       what each stage costs on a text that has nothing wrong with it

The texts are documents of up to 4 kB made from the clean pages of fixtures/ (and the seeds as they are, for damaged text).
The programs take turns on the same documents, round after round; a figure is the median of the rounds in MB of UTF-8 a
second, on one core. A machine that gets slower or faster meanwhile does so for all of them; the ratio is what lasts.
"""

from __future__ import annotations

import argparse
import platform
import random
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import ftfy

import cleaner
from cleaner import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
SIZE = 4000  # characters in a document
COUNT = 200  # documents of a kind
ARTICLES = ["seed-000", "seed-001", "seed-004", "date-before-the-first-sentence"]
KINDS = {
    "English, ASCII": ARTICLES,
    "English, typographic": [*ARTICLES, "negative-english-about-pages"],
    "German": ["negative-german-markt"],
    "Russian": ["negative-russian-pisma"],
    "Chinese": ["negative-chinese-heliu"],
}


def paragraphs(slug: str) -> list[str]:
    """The paragraphs of a clean page."""
    folder = ROOT / "fixtures" / "pages" / slug
    page = next(path for name in ("text.txt", "raw.txt") if (path := folder / name).exists())
    return page.read_text("utf-8").strip().split("\n\n")


def documents(articles: list[list[str]], chance: random.Random) -> list[str]:
    """Documents of about SIZE characters: some articles one after the other, with a paragraph missing here and there."""
    made: list[str] = []
    for _ in range(COUNT):
        order = [paragraph for article in chance.sample(articles, len(articles)) for paragraph in article]
        chosen: list[str] = []
        size = 0
        for paragraph in order:
            if chance.random() < 0.9 and size + len(paragraph) <= SIZE:
                chosen.append(paragraph)
                size += len(paragraph) + 2
        made.append("\n\n".join(chosen))
    return made


def corpora() -> dict[str, list[str]]:
    """The documents of each kind."""
    chance = random.Random(4)
    made = {}
    for kind, slugs in KINDS.items():
        articles = [paragraphs(slug) for slug in slugs]
        if kind.endswith("ASCII"):
            articles = [[paragraph for paragraph in article if paragraph.isascii()] for article in articles]
        elif kind.endswith("typographic"):
            articles = [[typographic(paragraph) for paragraph in article] for article in articles]
        # Half an article can look like half an article; only what stays as it is is timed.
        made[kind] = [text for text in documents(articles, chance) if cleaner.STANDARD(text) == text]
    made["the seeds as found"] = [
        path.read_bytes().decode("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))
    ] * 8
    return made


def typographic(text: str) -> str:
    """With quotation marks and apostrophes as a printer sets them."""
    for straight, curly in (('"', "“"), ("“ ", "” "), ("“\n", "”\n"), ("'", "’")):
        text = text.replace(straight, curly)
    return text.removesuffix("“") + "”" if text.endswith("“") else text


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """How long some work takes on some texts."""
    start = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - start


def compared(programs: dict[str, Callable[[str], object]], texts: Sequence[str], rounds: int) -> dict[str, float]:
    """MB/s of each program: the median of rounds in which they take turns."""
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6
    for work in programs.values():
        seconds(work, texts[:3])  # imports and caches
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, work in programs.items():
            times[name].append(seconds(work, texts))
    return {name: size / statistics.median(found) for name, found in times.items()}


def beside_ftfy(rounds: int) -> None:
    """Print the table of programs and kinds of text."""
    programs: dict[str, Callable[[str], object]] = {
        "standard": lambda text: cleaner.STANDARD(Document.of(text)),
        "gentle": lambda text: cleaner.GENTLE(Document.of(text)),
        "ftfy.fix_text": ftfy.fix_text,
    }
    print(f"{'MB/s':22}", *(f"{name:>14}" for name in programs), f"{'standard/ftfy':>14}")
    for kind, texts in corpora().items():
        if not texts:
            print(f"{kind:22} {'no document of this kind stays as it is':>30}")
            continue
        found = compared(programs, texts, rounds)
        ratio = found["standard"] / found["ftfy.fix_text"]
        print(f"{kind:22}", *(f"{found[name]:14.1f}" for name in programs), f"{ratio:13.1f}x")


def by_stage(rounds: int) -> None:
    """Print what each stage costs on a clean document of 4 kB, in microseconds."""
    found = {kind: texts for kind, texts in corpora().items() if texts and not kind.startswith("the seeds")}
    print(f"{'microseconds a text':22}", *(f"{kind:>22}" for kind in found))
    sums = dict.fromkeys(found, 0.0)
    # The lines of a document are looked up by the first stage that asks; each is timed with them at hand, and they apart.
    works: dict[str, Callable[[Document], object]] = {"(lines)": lambda document: Document.of(document.text).lines}
    works |= {stage.name: stage for stage in cleaner.STANDARD.stages}
    for name, work in works.items():
        row = []
        for kind, texts in found.items():
            born = [Document.of(text) for text in texts]
            for document in born:
                _ = document.lines
                work(document)
            times = []
            for _ in range(rounds):
                start = time.perf_counter()
                for document in born:
                    work(document)
                times.append((time.perf_counter() - start) / len(born) * 1e6)
            row.append(statistics.median(times))
            sums[kind] += row[-1]
        print(f"{name:22}", *(f"{cost:22.1f}" for cost in row))
    print(f"{'all':22}", *(f"{cost:22.1f}" for cost in sums.values()))


def main() -> int:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(prog="tox -e speed --", description="Time the recipes beside ftfy.")
    parser.add_argument("--stages", action="store_true", help="what each stage costs on clean text")
    parser.add_argument("--rounds", type=int, default=9, help="how often each takes its turn (9)")
    options = parser.parse_args()
    print(f"CPython {platform.python_version()}, cleaner {cleaner.__version__}, ftfy {ftfy.__version__}")
    (by_stage if options.stages else beside_ftfy)(options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
