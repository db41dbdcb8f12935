"""Required hours of each role on each list, after shared work and merged visits: what an estimate says of them, without
everything else that it works out."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Floats
from tnt.compile.inputs import Inputs
from tnt.engine.hours.missing import unknown_totals
from tnt.engine.hours.totals import list_totals
from tnt.engine.overlap.lists import list_overlap
from tnt.engine.overlap.visits import saved_by_visits


def required_hours(inputs: Inputs) -> dict[str, Floats]:
    """Role -> [L] hours a year; NaN where nothing of the role can be estimated."""
    rules, counts = inputs.rules, inputs.counts
    hours = list_totals(counts, inputs.folded, rules.required).per_list
    if inputs.shared is not None:
        shared = inputs.shared
        hours = hours - list_overlap(counts, shared.tasks, shared.target_uptake, bounds=False).per_list
    if inputs.visits is not None:
        visits = inputs.visits
        saved = saved_by_visits(counts, visits.tasks, visits.work.target_uptake, bounds=False)
        hours = hours - saved.per_list
    unknown = unknown_totals(counts, inputs.folded, rules.required_of_role)
    hours = hours if unknown is None else np.where(unknown, np.nan, hours)
    return {role: hours[:, at] for at, role in enumerate(rules.roles)}
