"""Two results held against each other: what a change of guidelines, date, scenario, capacity or lists does.

For each role the required hours before, a bar for each recommendation whose own hours change, what happens to work that
is shared, and the required hours after. They add up: before + bars + shared work + what only one side knows = after.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tnt.analyses.compare.part_changes import RuleChange
from tnt.analyses.compare.rule_changes import rule_changes
from tnt.compile.inputs import Inputs
from tnt.estimating.estimate import estimate
from tnt.language.base import Text
from tnt.result.lists import STATES
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.total import RoleTotal

SAME = 1e-9
"""Hours that differ by less than this share of themselves are the same: sums of the same terms in another order."""


@dataclass(frozen=True, slots=True)
class ComparedRecommendation:
    """One recommendation whose hours for a role differ; its own hours, shared work not removed."""

    id: str
    title: Text
    before_hours: float
    """Required hours a year; 0 where the recommendation is not there or does not ask the role."""
    after_hours: float
    is_partial: bool
    """Whether some time is missing on a side, so that the change is that of the known parts only."""

    @property
    def change_hours(self) -> float:
        """After less before."""
        return self.after_hours - self.before_hours


@dataclass(frozen=True, slots=True)
class NotCompared:
    """A recommendation whose hours for a role can be estimated on one side only."""

    id: str
    title: Text
    before_hours: float | None
    after_hours: float | None

    @property
    def one_sided_hours(self) -> float:
        """What is known after, or (negative) before: in that side's total alone."""
        return (self.after_hours or 0.0) - (self.before_hours or 0.0)


@dataclass(frozen=True, slots=True)
class AvailableChange:
    """How the available hours change, and the part of it that is other care. Hours a year, after less before."""

    hours: float
    other_care_hours: float | None
    """More other care is less time; 0 where a side counts none, None where that of a side is unknown."""

    @property
    def other_hours(self) -> float | None:
        """The rest: posts, working time, other reserves, and what a list without time cannot give."""
        return None if self.other_care_hours is None else self.hours - self.other_care_hours


@dataclass(frozen=True, slots=True)
class RoleComparison:
    """What is asked of one role on both sides. A side that does not ask the role has no total, and 0 hours."""

    title: Text
    before: RoleTotal | None
    after: RoleTotal | None
    bars: tuple[ComparedRecommendation, ...]
    """Largest change first."""
    not_compared: tuple[NotCompared, ...]
    available_change: AvailableChange | None = None
    """None where the available hours of a side are unknown, or are the same."""

    @property
    def before_hours(self) -> float | None:
        """Required hours a year before; None where they cannot be estimated."""
        return _required(self.before)

    @property
    def after_hours(self) -> float | None:
        """Required hours a year after; None where they cannot be estimated."""
        return _required(self.after)

    @property
    def shared_work_hours(self) -> float:
        """The interaction: what the change in work that is counted once takes from the sum, or gives to it."""
        return _interaction(self, "overlap_hours")

    @property
    def merged_visit_hours(self) -> float:
        """The same of visits that are merged."""
        return _interaction(self, "merged_visit_hours")

    @property
    def supervision_hours(self) -> float:
        """The part of the change that is supervision of others, as far as it is known: after less before. It is in the
        bars."""
        return -_interaction(self, "supervision_hours")

    @property
    def overhead_hours(self) -> float:
        """The same of overhead: it is in the bars, and in what is saved."""
        return -_interaction(self, "overhead_hours")

    @property
    def is_partly_shared(self) -> bool:
        """Whether a side counts more twice than is known."""
        return any(total is not None and total.overlap_at_least for total in (self.before, self.after))

    @property
    def is_partly_merged(self) -> bool:
        """The same of visits."""
        return any(total is not None and total.merged_visits_at_least for total in (self.before, self.after))

    @property
    def one_sided_hours(self) -> float:
        """Hours of what cannot be compared: known after (positive) or before (negative), and in that total alone."""
        return math.fsum(one.one_sided_hours for one in self.not_compared)

    @property
    def change_hours(self) -> float | None:
        """After less before; None where a side cannot be estimated."""
        if self.before_hours is None or self.after_hours is None:
            return None
        return self.after_hours - self.before_hours

    @property
    def at_least(self) -> bool:
        """Whether a side's total lacks a part."""
        return any(total is not None and total.at_least for total in (self.before, self.after))

    @property
    def is_changed(self) -> bool:
        """Whether there is anything between before and after."""
        return bool(self.bars or self.not_compared or self.shared_work_hours or self.merged_visit_hours)


@dataclass(frozen=True, repr=False)
class Comparison:
    """Two results, what their inputs say differently, and what that does to the hours of each role."""

    before: Result
    after: Result
    names: tuple[str, str]
    """What the reader calls the two sides."""
    rules: Sequence[RuleChange]
    roles: Mapping[str, RoleComparison]
    """Roles of either side, in the order of the result after."""

    def __repr__(self) -> str:
        changed = f"{len(self.rules)} rules differ, hours of {sum(one.is_changed for one in self.roles.values())} roles"
        return f"<Comparison of {' and '.join(self.names)}: {changed}>"

    @property
    def has_same_lists(self) -> bool:
        """Whether both sides have the same lists, so that each can be followed."""
        return np.array_equal(self.before.lists.ids, self.after.lists.ids)

    @cached_property
    def states(self) -> Mapping[str, Mapping[tuple[str, str], int]]:
        """Role -> (state before, state after) -> lists whose state changes. Empty where the lists are not the same."""
        if not self.has_same_lists:
            return {}
        both = self.before.lists.roles.keys() & self.after.lists.roles.keys()
        return {role: self._moved(role) for role in self.roles if role in both}

    def _moved(self, role: str) -> dict[tuple[str, str], int]:
        was, now = (side.lists.roles[role].state for side in (self.before, self.after))
        moved = was != now
        counted = Counter(zip(was[moved].tolist(), now[moved].tolist(), strict=True))
        return {(STATES[old], STATES[new]): count for (old, new), count in sorted(counted.items())}


def compare(before: Inputs, after: Inputs, names: tuple[str, str] = ("A", "B")) -> Comparison:
    """What it does to go from `before` to `after`: in rules, and in hours a year per recommendation and role.

    `names` are what the reader calls the two. Load the second with the `reuse` of the first, so that what both read is
    read once. `compare(b, a)` has the same bars with the other sign.
    """
    return compare_results(estimate(before), estimate(after), names, rule_changes(before, after))


def compare_results(
    before: Result, after: Result, names: tuple[str, str] = ("A", "B"), rules: Sequence[RuleChange] = ()
) -> Comparison:
    """The same for results at hand."""
    roles = {role: _role(role, before, after) for role in {**after.total, **before.total}}
    return Comparison(before, after, names, rules, roles)


def _role(role: str, before: Result, after: Result) -> RoleComparison:
    old, new = ({one.id: one for one in result.recommendations if role in one.roles} for result in (before, after))
    bars, apart = [], []
    for name in {**new, **old}:
        was, now = old.get(name), new.get(name)
        compared = _one(name, (now or old[name]).title, _hours(was, role), _hours(now, role))
        if isinstance(compared, ComparedRecommendation):
            bars.append(compared)
        elif compared is not None:
            apart.append(compared)
    # Bars, shared work, merged visits and what one side does not know add up to the difference of the totals.
    bars.sort(key=lambda bar: (-abs(bar.change_hours), bar.id))
    totals = before.total.get(role), after.total.get(role)
    title = next(total.title for total in reversed(totals) if total is not None)
    return RoleComparison(title, *totals, tuple(bars), tuple(apart), _available_change(role, before, after))


def _available_change(role: str, before: Result, after: Result) -> AvailableChange | None:
    old, new = (_known_available(role, result) for result in (before, after))
    if old is None or new is None or _same(old, new):
        return None
    was, now = (_taken_by_other_care(role, result) for result in (before, after))
    return AvailableChange(new - old, None if was is None or now is None else was - now)


def _known_available(role: str, result: Result) -> float | None:
    total = result.total.get(role)
    return None if total is None or total.available_at_most else total.available_hours


def _taken_by_other_care(role: str, result: Result) -> float | None:
    """0 where the capacity counts none."""
    return result.total[role].other_care_hours if result.other_care.get(role) else 0.0


_NOT_ASKED = RoleHours(0.0, 0.0, 0.0, 0.0, None, None, None, False)


def _hours(one: RecommendationResult | None, role: str) -> RoleHours:
    return _NOT_ASKED if one is None else one.roles[role]


def _one(name: str, title: Text, was: RoleHours, now: RoleHours) -> ComparedRecommendation | NotCompared | None:
    """The bar of a recommendation; None where nothing changes, or nothing is known on either side."""
    old, new = was.required_hours, now.required_hours
    if old is None or new is None:
        return None if old is None and new is None else NotCompared(name, title, old, new)
    return None if _same(old, new) else ComparedRecommendation(name, title, old, new, was.at_least or now.at_least)


def _same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=SAME)


def _required(total: RoleTotal | None) -> float | None:
    return 0.0 if total is None else total.required_hours


def _interaction(role: RoleComparison, name: str) -> float:
    """What is saved before less what is saved after; a side that does not ask the role saves nothing."""
    old, new = (0.0 if total is None else float(getattr(total, name) or 0.0) for total in (role.before, role.after))
    return 0.0 if _same(old, new) else old - new
