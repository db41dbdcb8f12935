"""Work to get started, in the years it falls in. docs/results.md, "Hours year by year" [ours].

What is done once arises for those newly reached, what is overdue today as uptake grows beyond its highest so far. Both
fall evenly on the years of the start-up, from the year they arise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from operator import add

import numpy as np

from tnt.analyses.years.arising import StartUpWork, start_up_sums
from tnt.analyses.years.newly_reached import NewlyReached
from tnt.arrays import Floats
from tnt.compile.inputs import Inputs
from tnt.engine.people.reached import spread_over_years
from tnt.result.figures import figure
from tnt.result.json_values import plain
from tnt.result.total import RoleTotal


@dataclass(frozen=True, kw_only=True)
class StartUpOfYear:
    """What getting started asks of a role in one year, and the year with it. None is unknown."""

    one_off_hours: float | None = field(metadata=figure("hours", "years.one-off-hours", lower_if="one_off_at_least"))
    """Work done once, for people newly reached; None where nothing is known of it."""
    one_off_at_least: bool
    """Whether a part of it is unknown."""
    backlog_hours: float | None = field(metadata=figure("hours", "years.backlog-hours"))
    """Work overdue today that is caught up with; None where that of a recommendation is unknown."""
    start_up_hours: float | None = field(metadata=figure("hours", lower_if="start_up_at_least"))
    """The two, as far as they are known."""
    hours_with_start_up: float | None = field(
        metadata=figure("hours", "years.hours-with-start-up", lower_if="start_up_at_least")
    )
    """Required hours of the year, and these."""
    share_with_start_up: float | None = field(
        metadata=figure("share", "years.share-with-start-up", lower_if="start_up_at_least")
    )
    """The same ÷ available hours, over lists with posts known and above 0."""
    start_up_at_least: bool
    """Whether a part of the start-up or of the required hours is unknown."""


class StartUpByYear:
    """The start-up of a projection, which is told its years one after the other from the first."""

    def __init__(self) -> None:
        """Nothing has begun, and nobody is reached."""
        self._reached = NewlyReached()
        self._highest_uptake: Floats | None = None
        self._overdue: dict[str, StartUpWork] = {}
        self._arisen: dict[str, list[tuple[StartUpWork, StartUpWork]]] = {}

    def in_year(self, inputs: Inputs) -> dict[str, tuple[StartUpWork, StartUpWork]]:
        """By role, the work done once and the overdue work that fall in the year of `inputs`."""
        newly_reached = self._reached.next_year(inputs)
        sums = start_up_sums(inputs, newly_reached)
        growth = self._growth(inputs)
        found = {}
        for name, role in inputs.rules.roles.items():
            nothing = np.zeros(role.rules.size, dtype=np.bool_)
            lacks_time = role.one_off_unknown & newly_reached[role.rules].any(axis=1)
            one_off = sums.work(name, role.one_off, nothing, lacks_time)
            # Overdue are those of today, so it is the people of the first year who are caught up with.
            overdue = self._overdue.setdefault(name, sums.work(name, role.backlog, role.backlog_unknown, nothing))
            arisen = self._arisen.setdefault(name, [])
            arisen.insert(0, (one_off, overdue.times(growth[role.rules])))
            found[name] = _spread(arisen, role.start_up_years)
        return found

    def _growth(self, inputs: Inputs) -> Floats:
        """[R] how far the uptake of the year is above the highest of the years before.

        One that differs by age stays the same from the first year on, and the weights of the backlog hold it.
        """
        uptake = np.array([rule.uptakes.target.factor for rule in inputs.rules.rules])
        before = np.zeros_like(uptake) if self._highest_uptake is None else self._highest_uptake
        self._highest_uptake = np.maximum(before, uptake)
        return self._highest_uptake - before


def _spread(arisen: list[tuple[StartUpWork, StartUpWork]], over: Floats) -> tuple[StartUpWork, StartUpWork]:
    """What falls in a year of the work that has arisen, that of the year first; spread `over` [n] years."""
    parts = [spread_over_years(years_since, over) for years_since in range(len(arisen))]
    one_off, overdue = (
        reduce(add, (works[kind].times(part) for works, part in zip(arisen, parts, strict=True))) for kind in (0, 1)
    )
    return one_off, overdue


def start_up_of_year(total: RoleTotal, one_off: StartUpWork, overdue: StartUpWork) -> StartUpOfYear:
    """All recommendations of a role together, beside what they require in the year."""
    both = one_off + overdue
    hours, is_partly_unknown = float(both.hours.sum()), bool(both.partly_unknown.any())
    one_off_hours = float(one_off.hours.sum())
    share = None
    if total.share_of_capacity is not None and total.available_hours:
        share = plain(total.share_of_capacity + float(both.hours_where_staffed.sum()) / total.available_hours)
    return StartUpOfYear(
        one_off_hours=None if one_off.partly_unknown.any() and one_off_hours == 0 else one_off_hours,
        one_off_at_least=bool(one_off.partly_unknown.any()),
        backlog_hours=None if overdue.partly_unknown.any() else float(overdue.hours.sum()),
        start_up_hours=None if is_partly_unknown and hours == 0 else hours,
        hours_with_start_up=None if total.required_hours is None else total.required_hours + hours,
        share_with_start_up=share,
        start_up_at_least=total.at_least or is_partly_unknown,
    )
