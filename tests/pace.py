"""Is twice as much done in twice the time? No test says how many seconds that is: machines differ, and they are busy."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    Text = TypeVar("Text", str, bytes)

NOISE = 0.005  # seconds: what takes less says nothing, and counts as this much
STEADY = 0.05  # seconds: what takes longer is not doubled by a hiccup
MOST = 3.0  # linear is two, quadratic is four
PLAIN = 2.5
TRIES = 3


def growth(run: Callable[[Text], object], half: Text, whole: Text) -> float:
    """
    How many times as long the whole takes as the half: the best of three runs of each.

    Where the first runs already leave no doubt there are no more.
    """
    short = long = float("inf")
    for _ in range(TRIES):
        short, long = min(short, _seconds(run, half)), min(long, _seconds(run, whole))
        if long < NOISE or (short > STEADY and long < PLAIN * short):
            break
    return max(long, NOISE) / max(short, NOISE)


def _seconds(run: Callable[[Text], object], text: Text) -> float:
    begun = time.perf_counter()
    run(text)
    return time.perf_counter() - begun
