"""The change from today, as far as it is known. METHOD.md, "Hours" and "What is never done"."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.role_measures import RoleMeasures
from tnt.result.json_values import plain


@dataclass(frozen=True)
class ChangeFigures:
    """Required less current hours a year of one role and n recommendations, overlap not removed [n].

    `hours` are NaN where a part is unknown; what is known of them is a lower bound, an upper one, or neither.
    `least` and `most` lie around them, infinite where nobody knows how little or how much it is. `tells` says where the
    lower bound rests on hours and an uptake of today that are known, `is_known` where there are hours at all.
    `has_no_ends` says that work known in part is asked for by others too, so that the sum has no ends: how much of it
    is counted twice, today and then, nobody knows.
    """

    hours: Floats
    least: Floats
    most: Floats
    is_known: Bools
    tells: Bools
    has_no_ends: bool

    @property
    def total(self) -> float:
        """The sum; NaN where a part is unknown."""
        return float(self.hours.sum())

    @property
    def at_least(self) -> float | None:
        """What it is at least; None where nothing is known of that."""
        return None if self.has_no_ends or not self.tells.any() else plain(float(self.least.sum()))

    @property
    def at_most(self) -> float | None:
        """What it is at most; None where nobody knows."""
        return None if self.has_no_ends or not self.is_known.any() else plain(float(self.most.sum()))


def change_of(hours: Floats, is_partly_known: Bools, measures: RoleMeasures, has_no_ends: bool) -> ChangeFigures:
    """The change in TNT `hours` [n], NaN where nothing of them is known and a part of them where `is_partly_known`.

    A current uptake that is not stated lies between nobody and everybody.
    """
    target, today = measures.target_uptake, measures.current_uptake
    known, unstated = np.nan_to_num(hours), np.isnan(today)
    least_share, most_share = (target - np.where(unstated, end, today) for end in (1.0, 0.0))
    # Hours that nobody knows are more than none: more of a share to do, and all the less of one to give up.
    return ChangeFigures(
        hours=np.where(is_partly_known, np.nan, hours * (target - today)),
        least=np.where(is_partly_known & (least_share < 0), -np.inf, known * least_share),
        most=np.where(is_partly_known & (most_share > 0), np.inf, known * most_share),
        is_known=~np.isnan(hours),
        tells=~np.isnan(hours * today),
        has_no_ends=has_no_ends,
    )
