"""Work that several tasks ask for and that is done once, draw by draw: METHOD "Overlap" [ours].

Where no register scales a condition of an activity it is exact: the order of the tasks, by time and by frequency, is
that of each draw. Where one does, each list keeps the overlap of the estimate, times what the draw does to it for
people of whom as many have the condition as are registered on all lists together:

    overlap of list l in draw d = overlap of list l in the estimate x N(d) ÷ N(means)

with N the overlap over all lists of people whose prevalence is scaled once, by Σ registers ÷ Σ people x prevalence of
the lists that have one. The ratio is exact where all lists are alike, and costs one computation a draw instead of
one a list and draw. [ours]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tnt.arrays import Floats
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.engine.draws.parameters import Parameter, Values
from tnt.engine.draws.shared.activity import DrawnActivity, DrawnFactors
from tnt.engine.draws.term import Prevalences
from tnt.engine.overlap.lists import SharedTasks, list_overlap
from tnt.engine.people.counts import ListCounts


def asked_of(tasks: SharedTasks, uptake: Floats) -> Floats:
    """[C, T] share of the people with its condition who are asked for each task, where it can be estimated."""
    return np.asarray(tasks.people.cell_weights * tasks.people.estimable.any(axis=0) * uptake)


def drawn_overlap(
    counts: ListCounts,
    tasks: SharedTasks,
    uptake: Floats,
    factors: Sequence[DrawnFactors],
    steps: Sequence[tuple[int, ...]],
    prevalences: Prevalences,
    parameters: Sequence[Parameter],
) -> DrawnOverlap:
    """What is to be subtracted from the hours of one role; `uptake` [T] at its mean, `factors` [T] of the tasks and
    those of the probability of each of the `steps` to them."""
    asked = asked_of(tasks, uptake)
    shared_activities = [
        DrawnActivity(tasks, index, asked, factors, steps, prevalences, parameters, counts)
        for index in range(len(tasks.activities))
    ]
    exact, scaled = ([one for one in shared_activities if one.is_scaled == each] for each in (False, True))
    numbers = [index for index, one in enumerate(shared_activities) if one.is_scaled]
    alone = replace(
        tasks,
        activities=tuple(tasks.activities[index] for index in numbers),
        column_of=np.arange(len(numbers)),
        columns=len(numbers),
    )
    at_means = [one.of_all_lists_at_means() for one in scaled]

    def weights(values: Values) -> Floats:
        whole = np.zeros((counts.people.shape[1], 1))
        for one in exact:
            whole = whole + one.weights(values)
        return whole

    def ratios(values: Values) -> Floats:
        rows = [
            one.of_all_lists(values) / mean if mean > 0 else np.ones(1)
            for one, mean in zip(scaled, at_means, strict=True)
        ]
        return np.array(np.broadcast_arrays(*rows))

    return DrawnOverlap(
        parameters=frozenset().union(*(one.parameters for one in shared_activities)),
        weights=weights,
        on_lists=list_overlap(counts, alone, uptake, bounds=False).per_list if scaled else None,
        ratios=ratios,
        cost=sum(one.cost for one in shared_activities),
        rounds=sum(one.rounds for one in shared_activities),
    )
