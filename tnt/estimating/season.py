"""How much of a role's working time its busiest week takes: METHOD "Season" [ours].

What is counted twice, and what merged visits save, is taken from each task in proportion to its hours: of the tasks of
an activity from the overlap of that activity, of those of a kind of visit from what is saved there, over all lists. So
the hours of seasons and all others add up to the required hours. Supervision shares nothing, and keeps all its hours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats
from tnt.compile.inputs import Inputs
from tnt.compile.rule import Seasonal
from tnt.compile.shared.asked_work import SharedWork
from tnt.engine.capacity.season import busiest_week_hours
from tnt.engine.hours.totals import Totals
from tnt.estimating.saved import Saved
from tnt.estimating.shared_work import parts_of
from tnt.estimating.totals import ListVerdicts
from tnt.result.json_values import plain

TaskOfRole = tuple[str, str, str]
"""Recommendation, task and role."""


@dataclass(frozen=True)
class Seasons:
    """The seasonal work of a pack on the lists at hand; `kept` says which share of a task's hours is left when work is
    counted once and visits are merged, 1 where it is not there."""

    inputs: Inputs
    totals: Totals
    kept: Mapping[TaskOfRole, float]

    def busiest_week_share(self, role: str, verdicts: ListVerdicts) -> float | None:
        """Over lists with posts; None where nothing of the role has a season, and where it cannot be told."""
        seasonal = [(rule.id, one) for rule in self.inputs.rules.rules for one in rule.seasonal if one.role == role]
        working = None if self.inputs.capacity is None else self.inputs.capacity.roles.get(role)
        summary = verdicts.summary
        if not seasonal or working is None or working.weeks is None or summary is None:
            return None
        hours: dict[tuple[int, ...], float] = defaultdict(float)
        for rule, one in seasonal:
            kept = 1.0 if one.is_supervision else self.kept.get((rule, one.task, role), 1.0)
            hours[one.weeks] += self._hours(role, one) * kept
        if not summary.gross_hours > 0:
            return None
        busiest = busiest_week_hours(summary.required_hours, working.weeks, hours)
        return plain(busiest / (summary.gross_hours / working.weeks))

    def _hours(self, role: str, one: Seasonal) -> float:
        """Of a task on the lists with posts, where they are known."""
        selection = 1 + list(self.inputs.rules.roles).index(role)
        return float(np.nan_to_num(self.totals.by_measure[selection, one.column]))


def seasons(inputs: Inputs, totals: Totals, saved: Saved) -> Seasons:
    """`totals` sum over all lists, then over those with posts of each role."""
    if not any(rule.seasonal for rule in inputs.rules.rules):
        return Seasons(inputs, totals, {})
    kept: dict[TaskOfRole, float] = {}
    if inputs.shared is not None and saved.overlap is not None:
        kept = _kept(inputs, inputs.shared, saved.overlap.of_activity[0], {})
    if inputs.visits is not None and saved.visits is not None:
        in_visits = _kept(inputs, inputs.visits.work, saved.visits.value, kept)
        kept |= {task: kept.get(task, 1.0) * share for task, share in in_visits.items()}
    return Seasons(inputs, totals, kept)


def _kept(
    inputs: Inputs, work: SharedWork, saved_hours: Floats, before: Mapping[TaskOfRole, float]
) -> dict[TaskOfRole, float]:
    """The share that is left of the hours of each task, of which the `before` is left already."""
    own = parts_of(inputs, work)
    found: dict[TaskOfRole, float] = {}
    for activity, hours in zip(work.activities, saved_hours.tolist(), strict=True):
        tasks = {(*work.names[task], activity.role): 0.0 for task in activity.tasks.tolist()}
        for task in activity.tasks.tolist():
            tasks[*work.names[task], activity.role] += float(own[task])
        whole = sum(each * before.get(task, 1.0) for task, each in tasks.items())
        found |= dict.fromkeys(tasks, max(0.0, 1 - hours / whole) if whole > 0 else 1.0)
    return found
