"""One activity of one role, its overlap in every draw for each kind of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.draws.parameters import Factors, Parameter, SumOfProducts, Values, parameters_of
from tnt.engine.draws.shared.prevalence_of_all import drawn_cells, prevalence_of_all
from tnt.engine.draws.term import Prevalences
from tnt.engine.overlap.asking import AskingTree, Jointly, steps_to
from tnt.engine.overlap.coinciding_tasks import CoincidingTasks, overlap_per_person
from tnt.engine.overlap.lists import SharedTasks
from tnt.engine.overlap.together import conditions_together
from tnt.engine.people.clusters import NODES
from tnt.engine.people.combinations import eligible_in
from tnt.engine.people.counts import ListCounts
from tnt.engine.people.kinds import kinds_of_people

OVERLAP_BLOCK_BYTES = 2**22
_NEARLY_ALL = np.array([0.001, 0.999])


@dataclass(frozen=True)
class DrawnFactors:
    """The parameters behind a task: share of people its recommendation reaches, uptake included; events a year of each
    person asked; hours an event; the role's share; the hours of a visit that are spent once."""

    asked: tuple[int, ...] = ()
    events: tuple[int, ...] = ()
    hours: Factors = ()
    role_share: tuple[int, ...] = ()
    spent_once: Factors = ()

    @property
    def all(self) -> frozenset[int]:
        """Every one of them."""
        return parameters_of((*self.asked, *self.events, *self.hours, *self.role_share, *self.spent_once))


@dataclass(frozen=True)
class _Numbers:
    """What an activity rests on in some draws: of its tasks and steps [., D], prevalences, shares of groups of people
    and correlations by cluster [D]; one value [1] where it is the same in all."""

    of_tasks: Mapping[str, Floats]
    prevalences: Mapping[int, Floats]
    shares: Mapping[int, Floats]
    correlations: Mapping[int, Floats] = field(default_factory=dict)

    @property
    def draws(self) -> int:
        """How many."""
        return max(int(each.shape[-1]) for each in self._all())

    def are(self, other: _Numbers) -> bool:
        """Whether they are the same in every draw."""
        return all(np.array_equal(one, two) for one, two in zip(self._all(), other._all(), strict=True))

    def _all(self) -> list[Floats]:
        by_number = (self.prevalences, self.shares, self.correlations)
        return [*self.of_tasks.values(), *(each for some in by_number for each in some.values())]


class DrawnActivity:
    """One activity of one role; or, where `spent_once` [T] are hours, the tasks of a kind of visit or of an activity in
    it, that take no more than these."""

    def __init__(
        self,
        tasks: SharedTasks,
        index: int,
        asked: Floats,
        factors: Sequence[DrawnFactors],
        steps: Sequence[tuple[int, ...]],
        prevalences: Prevalences,
        parameters: Sequence[Parameter],
        counts: ListCounts,
        spent_once: Floats | None = None,
    ) -> None:
        self._which = which = tasks.laid_out([index])
        folded, members, first = tasks.people, which.tasks[0], which.conditions[0]
        self.is_scaled = bool((folded.factor_of[members] >= 0).any())
        self._means = [parameter.distribution.mean() for parameter in parameters]
        self._ends = [parameter.distribution.quantile(_NEARLY_ALL) for parameter in parameters]
        self._everybody = counts.everybody
        self._factors = [factors[task] for task in members.tolist()]
        self._spent_once = None if spent_once is None else spent_once[members]
        self._steps = [steps[step] for step in steps_to(members, tasks.asked.paths)]
        self._slots = folded.condition_of[first].tolist()
        before = dict(zip(self._slots, folded.prevalence_of[:, first].T, strict=True))
        self._together = together = conditions_together(self._slots, folded.combined, tasks.clusters)
        before |= together.prevalence
        self._group_shares = {
            at: prevalences.group_shares[at - prevalences.first_combination] for at in together.combinations
        }
        self._conditions = list(before)
        prevalence = np.array([prevalence_of_all(tasks, at, each, counts) for at, each in before.items()]).T
        drawn = np.full(prevalence.shape, -1)
        for place, condition in enumerate(self._conditions):
            if condition >= 0 and condition not in folded.combined and condition not in folded.calibrated:
                drawn[:, place] = drawn_cells(prevalences, condition, len(prevalence))
        mine = asked[:, members]
        differing = np.column_stack([mine, prevalence, drawn, *together.differing])
        self._kinds, of_cell = kinds_of_people(differing, where=(mine > 0).sum(axis=1) > 1)
        kinds = self._kinds
        self._of_stratum = folded.split.T @ of_cell
        self._asked, self._prevalence, self._drawn = mine[kinds].T, prevalence[kinds].T, drawn[kinds].T
        by_condition = zip(self._conditions, zip(self._prevalence, self._drawn, strict=True), strict=True)
        self._alike = together.alike(dict(by_condition))
        self._shares_drawn = frozenset(one for some in self._group_shares.values() for one in some if one >= 0)
        self._correlation_drawn = {at: one for at, one in prevalences.correlation.items() if at in together.clustered}
        self.parameters = frozenset(self._drawn[self._drawn >= 0].tolist()).union(
            self._shares_drawn, self._correlation_drawn.values(), *(one.all for one in self._factors), *self._steps
        )
        self._known: tuple[_Numbers, Floats] | None = None
        # Each of n levels of frequency goes through n tasks and up their ways (`overlap_per_person`): for two sets of
        # draws, and once more for each parameter that moves between them (`sobol_indices`); and with the minutes
        # together twice, for the total and for the lists. Of a visit each level is one of the minutes that are shorter.
        shorter = self._may_be_shorter()
        moves = self.parameters.difference(*(parameters_of(self._factors[at].hours) for at in np.flatnonzero(~shorter)))
        levels = len(self._factors) if spent_once is None else 1 + int(np.count_nonzero(shorter))
        times = 4 + len(moves) if self.parameters else 0
        self.rounds = len(self._factors) * levels * times * 2 ** len(together.conditions)
        self.cost = self._asked.shape[1] * self.rounds * which.tree.depth + times * self._nodes_drawn()

    def weights(self, values: Values) -> Floats:
        """[S, D] hours counted twice per person of a stratum; [S, 1] where nothing of it is drawn.

        The first draws are remembered: where a change does not touch any number of the activity nothing is computed
        again.
        """
        numbers = self._numbers(values)
        if self._known is not None and numbers.are(self._known[0]):
            return self._known[1]
        weights = self._weights(numbers)
        if self._known is None:
            self._known = numbers, weights
        return weights

    def _numbers(self, values: Values) -> _Numbers:
        which = self._which
        known = {
            "events": which.events[0],
            "hours": which.hours[0, 0],
            "role_share": which.role_share[0],
            "asked": np.ones(1),
        }
        drawn = {
            name: self._ratios([getattr(one, name) for one in self._factors], values) * mean[:, None]
            for name, mean in known.items()
        } | {"steps": np.minimum(self._ratios(self._steps, values) * which.tree.probability[0][:, None], 1.0)}
        if self._spent_once is not None:
            once = self._ratios([one.spent_once for one in self._factors], values) * self._spent_once[:, None]
            drawn["hours"] = np.minimum(drawn["hours"], once)
        return _Numbers(
            drawn,
            {number: values(number) for number in np.unique(self._drawn[self._drawn >= 0]).tolist()},
            {number: values(number) for number in sorted(self._shares_drawn)},
            {cluster: values(number) for cluster, number in self._correlation_drawn.items()},
        )

    def _nodes_drawn(self) -> int:
        """Numbers at nodes in each draw, of people of each kind that differs in the prevalences of clusters, of those
        clusters of which anything is drawn."""
        return np.unique(self._alike).size * sum(
            NODES.size * len(some)
            for cluster, some in self._together.clustered.items()
            if cluster in self._correlation_drawn or any(self._is_drawn(one) for one in some)
        )

    def _is_drawn(self, condition: int) -> bool:
        """Whether any prevalence of it is."""
        return bool((self._drawn[self._conditions.index(condition)] >= 0).any())

    def _may_be_shorter(self) -> Bools:
        """[n] which tasks of a visit may take less than what is spent once; of an activity any."""
        if self._spent_once is None:
            return np.ones(len(self._factors), dtype=np.bool_)
        ends = [
            self._ratios([getattr(one, name) for one in self._factors], lambda number: self._ends[number])
            for name in ("hours", "spent_once")
        ]
        return np.asarray(self._which.hours[0, 0] * ends[0].min(axis=1) < self._spent_once * ends[1].max(axis=1))

    def _weights(self, numbers: _Numbers) -> Floats:
        rows, draws = numbers.prevalences, numbers.draws
        drawn = {name: np.broadcast_to(each, (len(each), draws)) for name, each in numbers.of_tasks.items()}
        weights = np.empty((self._of_stratum.shape[0], draws))
        columns = self._which.tree.parent.shape[1] + sum(
            4 * 2 ** len(some) for some in self._together.clustered.values()
        )
        length = max(1, OVERLAP_BLOCK_BYTES // (8 * max(1, self._asked.shape[1] * columns)))
        for start in range(0, draws, length):
            some = slice(start, min(start + length, draws))
            prevalence = np.repeat(self._prevalence[None], some.stop - start, axis=0)
            for number, drawn_prevalence in rows.items():
                cells = self._drawn == number
                prevalence[:, cells] = np.broadcast_to(drawn_prevalence, draws)[some, None]
            here = {name: each[:, some].T for name, each in drawn.items()}
            of_groups, correlations = (
                {number: np.broadcast_to(each, draws)[some] for number, each in drawn_of.items()}
                for drawn_of in (numbers.shares, numbers.correlations)
            )
            weights[:, some] = self._of_stratum @ self._of_kinds(here, prevalence, of_groups, correlations).T
        return weights

    def _of_kinds(
        self,
        drawn: Mapping[str, Floats],
        prevalence: Floats,
        shares: Mapping[int, Floats],
        correlations: Mapping[int, Floats],
    ) -> Floats:
        """[d, X] of d draws, with `prevalence` [d, n, X] of all conditions, `shares` [d] of groups of people and
        `correlations` [d] of clusters in which they are drawn."""
        if not self._together.is_needed:
            return self._per_person(drawn, prevalence)
        eligible = {at: self._eligible(at, shares) for at in self._together.combinations}
        by_condition = {
            condition: prevalence[:, at] if self._is_drawn(condition) else prevalence[:1, at]
            for at, condition in enumerate(self._conditions)
        }
        correlation = self._together.correlation | {at: each[:, None] for at, each in correlations.items()}

        def given(share: Floats, jointly: Sequence[Jointly]) -> Floats:
            """With the share [n, d or 1, X] of each condition."""
            every = np.broadcast_to(np.moveaxis(share, 0, 1), (len(prevalence), len(self._slots), prevalence.shape[2]))
            return self._per_person(drawn, every, jointly)

        return self._together.mean(self._slots, by_condition, eligible, given, self._alike, correlation)

    def _eligible(self, combination: int, shares: Mapping[int, Floats]) -> Floats:
        """[d or 1, X, 2**n] share eligible of the kinds of people who are in a combination."""
        known, drawn = self._together.combinations[combination], self._group_shares[combination]
        return eligible_in(
            known.groups,
            [shares.get(number, np.array([one.share])) for one, number in zip(known.groups, drawn, strict=True)],
        )[:, self._kinds]

    def of_all_lists(self, values: Values) -> Floats:
        """[D] over all lists."""
        hours: Floats = self._everybody @ self.weights(values)
        return hours

    def of_all_lists_at_means(self) -> float:
        """The same at the means of all parameters."""
        return float(
            (self._everybody @ self._weights(self._numbers(lambda number: np.array([self._means[number]]))))[0]
        )

    def _ratios(self, factors: Sequence[Factors], values: Values) -> Floats:
        """[., D] the product of the factors of each, to that of their means."""
        rows = []
        for one in factors:
            product = np.ones(1)
            for factor in one:
                if isinstance(factor, SumOfProducts):
                    product = product * (factor.at(values) / factor.at(self._mean))
                else:
                    product = product * (values(factor) / self._means[factor])
            rows.append(product)
        return np.array(np.broadcast_arrays(*rows))

    def _mean(self, parameter: int) -> Floats:
        return np.array([self._means[parameter]])

    def _per_person(self, drawn: Mapping[str, Floats], prevalence: Floats, jointly: Sequence[Jointly] = ()) -> Floats:
        """[d, X] of d draws laid out side by side; `drawn` are rows of d draws, `prevalence` [d, K, X]."""
        which, tree = self._which, self._which.tree
        # The formula is symmetric: of a visit nearly all take the same minutes, so the falls in events are the inner.
        across, along = ("events", "hours") if self._spent_once is None else ("hours", "events")
        order = np.argsort(-drawn[along], axis=1, kind="stable")

        def ordered(name: str) -> Floats:
            return np.take_along_axis(drawn[name], order, axis=1)

        side_by_side = CoincidingTasks(
            tasks=which.tasks[0][order],
            conditions=np.empty((len(order), 0), dtype=np.intp),
            slot=which.slot[0][order],
            events=ordered(across),
            hours=ordered(along)[None],
            role_share=ordered("role_share"),
            split_once=np.repeat(which.split_once, len(order)),
            tree=AskingTree(
                parent=np.broadcast_to(tree.parent[0], (len(order), tree.parent.shape[1])),
                probability=drawn["steps"],
                step_of_task=tree.step_of_task[0][order],
                rules=np.moveaxis(tree.rules[0][:, order], 0, 1),
                conditions=np.moveaxis(tree.conditions[0][:, order], 0, 1),
                depth=tree.depth,
            ),
        )
        asked = np.minimum(self._asked[order] * ordered("asked")[:, :, None], 1.0)
        per_person: Floats = overlap_per_person(side_by_side, asked, prevalence, bounds=False, jointly=jointly)[0]
        return per_person
