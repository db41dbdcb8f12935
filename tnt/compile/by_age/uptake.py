"""How many of those eligible get a recommendation, today and as recommended: the same at all ages, or by age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tnt.arrays import Floats
from tnt.compile.by_age.bands import Band, together
from tnt.compile.cascade import expected
from tnt.engine.people.cells import CELLS
from tnt.reading.at_ages import CURRENT_PATH, TARGET_PATH


@dataclass(frozen=True, slots=True)
class CompiledUptake:
    """One uptake. `share` is that of everybody, None where it differs by age; `by_cell` [C], 0 for people of no known
    age where it does."""

    share: float | None
    by_cell: Floats

    @property
    def factor(self) -> float:
        """What hours at this uptake are multiplied by: 1 where it differs by age, since their weights hold it then."""
        return 1.0 if self.share is None else self.share


@dataclass(frozen=True, slots=True)
class CompiledUptakes:
    """Target and current uptake; `current` is None where nobody knows.

    `least_change` and `most_change` are the least and the most by which uptake changes at any age, from one between
    nobody and everybody where it is unknown.
    """

    target: CompiledUptake
    current: CompiledUptake | None
    least_change: float
    most_change: float

    @property
    def differs(self) -> bool:
        """Whether either differs by age."""
        return self.target.share is None or (self.current is not None and self.current.share is None)


def uptakes_of(bands: Sequence[Band]) -> CompiledUptakes:
    """The uptakes of a recommendation; a target that is left out is everybody."""
    changes = [_change(band) for band in bands]
    is_known = bands[0].recommendation.uptake.current is not None
    return CompiledUptakes(
        target=_uptake(bands, "target"),
        current=_uptake(bands, "current") if is_known else None,
        least_change=min(least for least, _ in changes),
        most_change=max(most for _, most in changes),
    )


def share_at(band: Band, which: Literal["target", "current"]) -> float | None:
    """The target or current uptake of people of some ages; None where nobody knows."""
    uptake = band.recommendation.uptake
    if which == "target":
        return expected(uptake.target, 1.0)
    return None if uptake.current is None else expected(uptake.current, 1.0)


def _uptake(bands: Sequence[Band], which: Literal["target", "current"]) -> CompiledUptake:
    groups = list(together(bands, [TARGET_PATH if which == "target" else CURRENT_PATH]))
    shares = [share_at(group.band, which) or 0.0 for group in groups]
    by_cell = sum((group.inside * share for group, share in zip(groups, shares, strict=True)), np.zeros(CELLS))
    return CompiledUptake(shares[0] if len(shares) == 1 else None, by_cell)


def _change(band: Band) -> tuple[float, float]:
    target, today = share_at(band, "target") or 0.0, share_at(band, "current")
    return target - (1.0 if today is None else today), target - (0.0 if today is None else today)
