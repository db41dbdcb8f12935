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
from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.engine.draws.parameters import Parameter, Values
from tnt.engine.draws.terms import Prevalences
from tnt.engine.overlap.coinciding_tasks import CoincidingTasks, overlap_per_person
from tnt.engine.overlap.lists import SharedTasks, list_overlap
from tnt.engine.people.counts import ListCounts
from tnt.engine.people.kinds import kinds_of_people

OVERLAP_BLOCK_BYTES = 2**22


@dataclass(frozen=True)
class DrawnFactors:
    """The parameters behind a task: share of people asked, uptake included; events a year of each; hours an event."""

    asked: tuple[int, ...]
    events: tuple[int, ...]
    hours: tuple[int, ...]

    @property
    def all(self) -> frozenset[int]:
        """Every one of them."""
        return frozenset((*self.asked, *self.events, *self.hours))


def drawn_overlap(
    counts: ListCounts,
    tasks: SharedTasks,
    uptake: Floats,
    factors: Sequence[DrawnFactors],
    prevalences: Prevalences,
    parameters: Sequence[Parameter],
) -> DrawnOverlap:
    """What is to be subtracted from the hours of one role; `uptake` [T] at its mean, `factors` [T]."""
    asked = tasks.people.cell_weights * tasks.people.estimable.any(axis=0) * uptake
    means = [parameter.distribution.mean() for parameter in parameters]
    shared_activities = [
        _Activity(tasks, index, asked, factors, prevalences, means, counts) for index in range(len(tasks.activities))
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


class _Activity:
    """One activity of one role."""

    def __init__(
        self,
        tasks: SharedTasks,
        index: int,
        asked: Floats,
        factors: Sequence[DrawnFactors],
        prevalences: Prevalences,
        means: Sequence[float],
        counts: ListCounts,
    ) -> None:
        folded, members = tasks.people, tasks.activities[index]
        self.is_scaled = bool((folded.factor_of[members] >= 0).any())
        self._means, self._everybody = means, counts.everybody
        self._factors = [factors[task] for task in members.tolist()]
        self._events, self._hours = tasks.events[members], tasks.hours[members]
        named, first, self._slot = np.unique(folded.condition_of[members], return_index=True, return_inverse=True)
        prevalence = np.array([_prevalence(tasks, int(members[at]), counts) for at in first]).T
        drawn = np.full(prevalence.shape, -1)
        for slot, condition in enumerate(named.tolist()):
            if condition >= 0 and not (folded.factor_of[members[first[slot]]] >= 0):
                drawn[:, slot] = _drawn_cells(prevalences, condition, len(prevalence))
        mine = asked[:, members]
        kinds, of_cell = kinds_of_people(np.hstack([mine, prevalence, drawn]), where=(mine > 0).sum(axis=1) > 1)
        self._of_stratum = folded.split.T @ of_cell
        self._asked, self._prevalence, self._drawn = mine[kinds].T, prevalence[kinds].T, drawn[kinds].T
        self.parameters = frozenset(self._drawn[self._drawn >= 0].tolist()).union(*(one.all for one in self._factors))
        self._known: tuple[list[Floats], Floats] | None = None
        # Each of n levels of frequency goes through n tasks (`overlap_per_person`): for two sets of draws, and once
        # more for each parameter that moves between them (`sobol_indices`).
        self.rounds = len(self._factors) ** 2 * (2 + len(self.parameters) if self.parameters else 0)
        self.cost = self.rounds * self._asked.shape[1] * max(1, self._prevalence.shape[0])

    def weights(self, values: Values) -> Floats:
        """[S, D] hours counted twice per person of a stratum; [S, 1] where nothing of it is drawn.

        The first draws are remembered: of activities that a change does not touch nothing is computed again.
        """
        drawn = [values(number) for number in sorted(self.parameters)]
        if self._known is not None and all(one is two for one, two in zip(self._known[0], drawn, strict=True)):
            return self._known[1]
        weights = self._weights(values)
        if self._known is None:
            self._known = drawn, weights
        return weights

    def _weights(self, values: Values) -> Floats:
        asked, events, hours = (
            np.array(np.broadcast_arrays(*(self._ratio(getattr(one, name), values) for one in self._factors)))
            for name in ("asked", "events", "hours")
        )
        rows = {number: values(number) for number in np.unique(self._drawn[self._drawn >= 0]).tolist()}
        draws = max(each.shape[-1] for each in (asked, events, hours, *rows.values()))
        events, hours, asked = (
            np.broadcast_to(each, (len(each), draws))
            for each in (events * self._events[:, None], hours * self._hours[:, None], asked)
        )
        weights = np.empty((self._of_stratum.shape[0], draws))
        length = max(1, OVERLAP_BLOCK_BYTES // (8 * max(1, self._asked.size)))
        for start in range(0, draws, length):
            some = slice(start, min(start + length, draws))
            prevalence = np.repeat(self._prevalence[None], some.stop - start, axis=0)
            for number, drawn_prevalence in rows.items():
                here = self._drawn == number
                prevalence[:, here] = np.broadcast_to(drawn_prevalence, draws)[some, None]
            weights[:, some] = (
                self._of_stratum @ self._per_person(asked[:, some], events[:, some], hours[:, some], prevalence).T
            )
        return weights

    def of_all_lists(self, values: Values) -> Floats:
        """[D] over all lists."""
        hours: Floats = self._everybody @ self.weights(values)
        return hours

    def of_all_lists_at_means(self) -> float:
        """The same at the means of all parameters."""
        return float((self._everybody @ self._weights(lambda number: np.array([self._means[number]])))[0])

    def _ratio(self, factors: tuple[int, ...], values: Values) -> Floats:
        """[D] the product of the parameters, to that of their means."""
        product = np.ones(1)
        for factor in factors:
            product = product * (values(factor) / self._means[factor])
        return product

    def _per_person(self, asked: Floats, events: Floats, hours: Floats, prevalence: Floats) -> Floats:
        """[d, X] of d draws laid out side by side; `asked`, `events` and `hours` [n, d], `prevalence` [d, K, X]."""
        order = np.argsort(-hours, axis=0, kind="stable").T
        which = CoincidingTasks(
            tasks=order,
            conditions=np.empty((len(order), 0), dtype=np.intp),
            slot=np.asarray(self._slot)[order],
            events=np.take_along_axis(events.T, order, axis=1),
            hours=np.take_along_axis(hours.T, order, axis=1),
        )
        shares = np.minimum(self._asked[order] * np.take_along_axis(asked.T, order, axis=1)[:, :, None], 1.0)
        per_person: Floats = overlap_per_person(which, shares, prevalence, rows=1)[0]
        return per_person


def _prevalence(tasks: SharedTasks, task: int, counts: ListCounts) -> Floats:
    """[C] share with the condition of a task: of a calibrated one as many as the registers of all lists say."""
    folded = tasks.people
    column = int(folded.factor_of[task])
    if column < 0:
        return folded.prevalence_of[:, task]
    assert counts.registers is not None  # it is calibrated
    register = counts.registers[:, folded.calibrated[column]]
    known = ~np.isnan(register)
    expected = float((counts.people[known] @ folded.bases[:, column]).sum())
    factor = float(register[known].sum()) / expected if expected > 0 else 0.0
    return np.minimum(folded.prevalence[:, column] * factor, 1.0)


def _drawn_cells(prevalences: Prevalences, condition: int, cells: int) -> Ints:
    """[cells] the parameter that is the prevalence, -1 for none. Lists of unknown ages have one cell: drawn only where
    one parameter is that of all."""
    parameter = prevalences.parameter[:, condition]
    if cells == parameter.size:
        return parameter
    return parameter[:1] if (parameter == parameter[0]).all() else np.full(1, -1)
