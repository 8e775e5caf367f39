"""Is twice as much done in twice the time? No test says how many seconds that is: machines differ, and they are busy."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    Text = TypeVar("Text", str, bytes)

NOISE = 0.01  # seconds: what takes less says nothing, and counts as this much
STEADY = 0.05  # seconds: what takes longer is not doubled by a hiccup
MOST = 3.0  # linear is two, quadratic is four
PLAIN = 2.5
TRIES = 3
BUSY = 20  # tries on a machine that has other things to do


def growth(run: Callable[[Text], object], half: Text, whole: Text) -> float:
    """
    How many times as long the whole takes as the half: the best of three runs of each.

    There are fewer runs where the first leave no doubt, and more where three look bad: other work on the machine only ever
    adds to a time, so the least of many is the true one. It is the time of the processor, without that of the collector.
    """
    short = long = float("inf")
    for tries in range(1, BUSY + 1):
        short, long = min(short, _seconds(run, half)), min(long, _seconds(run, whole))
        enough = tries >= TRIES or short > STEADY
        if long < NOISE or (enough and long < PLAIN * short) or (tries >= TRIES and long < MOST * max(short, NOISE)):
            break
    return max(long, NOISE) / max(short, NOISE)


def _seconds(run: Callable[[Text], object], text: Text) -> float:
    gc.disable()
    try:
        begun = time.process_time()
        run(text)
        return time.process_time() - begun
    finally:
        gc.enable()
