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


@dataclass(frozen=True)
class HoursAtUptakes:
    """Hours a year [n] if all get it, and at the target uptake; what that is more than today, where uptake differs by
    age. What is known of them, NaN for nothing."""

    tnt: Floats
    required: Floats
    change: Floats


def change_of(
    hours: HoursAtUptakes, is_partly_known: Bools, measures: RoleMeasures, has_no_ends: bool
) -> ChangeFigures:
    """The change in hours, of which a part is known where `is_partly_known`.

    A current uptake that is not stated lies between nobody and everybody.
    """
    unstated, differs = np.isnan(measures.current_factor), measures.uptake_differs
    least_share, most_share = measures.least_change, measures.most_change
    tnt, required = np.nan_to_num(hours.tnt), np.nan_to_num(hours.required)
    known = np.where(differs, hours.change, hours.tnt * np.where(unstated, np.nan, least_share))
    least, most = (
        np.where(differs, np.where(unstated, by_age, np.nan_to_num(hours.change)), tnt * share)
        for by_age, share in ((required - tnt, least_share), (required, most_share))
    )
    # Hours that nobody knows are more than none: more of a share to do, and all the less of one to give up.
    return ChangeFigures(
        hours=np.where(is_partly_known, np.nan, known),
        least=np.where(is_partly_known & (least_share < 0), -np.inf, least),
        most=np.where(is_partly_known & (most_share > 0), np.inf, most),
        is_known=~np.isnan(hours.required),
        tells=~np.isnan(known),
        has_no_ends=has_no_ends,
    )
