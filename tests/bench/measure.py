"""Measuring in turns, and the bar a ratio is held to."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Run = Callable[[], Any]


def fastest(*runs: Run, rounds: int) -> list[float]:
    """The least seconds of each, all run in turns so that a change of the machine's speed strikes all alike."""
    best = [float("inf")] * len(runs)
    for run in runs:
        run()
    for _ in range(rounds):
        for index, run in enumerate(runs):
            start = time.perf_counter()
            run()
            best[index] = min(best[index], time.perf_counter() - start)
    return best


@dataclass(frozen=True)
class Bar:
    """What a ratio must reach (`floor`) and aims at (`stretch`); `at_most` where smaller is better."""

    what: str
    floor: float
    stretch: float
    at_most: bool = False

    def hold(self, ratio: float, kernel: str = "") -> None:
        """Print the ratio and fail below the floor."""
        sign = "<=" if self.at_most else ">="
        print(f"\n{self.what}: {ratio:.3g} x (floor {sign} {self.floor:g}, stretch {sign} {self.stretch:g}) {kernel}")
        assert ratio <= self.floor if self.at_most else ratio >= self.floor
