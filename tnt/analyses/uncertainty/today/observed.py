"""The uptake of today that was observed, in every draw: METHOD.md, "What is done today, from activity".

In each draw events ÷ (people x events a person if all eligible get it), these with the drawn prevalences, shares,
probabilities and frequencies; of an activity the uptake at which its work, counted once, is done as often.
"""

from __future__ import annotations

import numpy as np

from tnt.arrays import Floats
from tnt.compile.courses.course import Factor
from tnt.compile.inputs import Inputs
from tnt.compile.observed.derived import work_observed
from tnt.compile.observed.events import as_one_list, events_of
from tnt.compile.observed.uptake import ObservedUptake
from tnt.compile.shared.clusters import clusters_of_activities
from tnt.distributions.named import Constant
from tnt.drawn.parameters import Parameters
from tnt.drawn.task_terms import prevalences_of, shared_factors, terms_of
from tnt.drawn.work import drawn_events
from tnt.engine.draws.hours_sum import hours_sum
from tnt.engine.draws.parameters import Parameter, Values
from tnt.engine.draws.shared.activity import DrawnActivity, DrawnFactors
from tnt.engine.draws.shared.overlap import asked_of
from tnt.engine.draws.shared.solved import solved
from tnt.engine.draws.terms import prepare

_TRIES = 12
"""How often it takes to find the uptakes of all draws: mostly fewer."""
_TRIED = 0.5
"""What an uptake that is tried is held against."""


class DrawnUptake:
    """One observation. `number` is that of the uptake among the parameters, as if it were one."""

    def __init__(self, inputs: Inputs, observed: ObservedUptake, parameters: Parameters) -> None:
        """Of an observation from which an uptake follows."""
        assert observed.uptake is not None
        rules, address = inputs.rules, tuple(f"{observed.rule}/tasks/{observed.task}/observed".split("/"))
        works = work_observed(rules, observed.rule, observed.task, observed.activity)
        counts = as_one_list(inputs.reference, 1.0)
        drawn = [(at, work.role, drawn_events(inputs, at, rules.rules[at], work, parameters)) for at, work in works]
        self._events = parameters.factor(Factor((*address, "events"), observed.events))
        self._people = parameters.factor(Factor((*address, "people"), observed.people))
        self.number, self._tried = len(parameters.numbered), len(parameters.numbered) + 1
        parameters.numbered += [Parameter("", Constant(observed.uptake)), Parameter("", Constant(_TRIED))]
        terms = terms_of(inputs, [one for _, _, one in drawn], at_target=False)
        found = None if observed.activity is None else events_of(rules, works, observed.activity, counts)
        shared = None if found is None else found.shared
        prevalences = prevalences_of(inputs, terms, parameters, clusters_of_activities(shared))
        self._one_by_one = hours_sum(prepare(terms, prevalences, counts))
        self._shared: list[DrawnActivity] = []
        if shared is None:
            return
        for activity in shared.activities:
            mine = [one for _, role, one in drawn if role == activity.role]
            factors, steps = shared_factors(inputs, shared, [activity.tasks], mine, parameters)
            asked = asked_of(shared.tasks, np.full(len(shared.names), _TRIED))
            self._shared.append(
                DrawnActivity(
                    shared.tasks.regrouped((activity.tasks,)),
                    0,
                    asked,
                    [_with_uptake(one, self._tried) for one in factors],
                    steps,
                    prevalences,
                    parameters.numbered,
                    counts,
                )
            )

    @property
    def cost(self) -> tuple[int, int]:
        """Steps of working out shared work for each draw as often as uptakes are tried, and the rounds."""
        return _TRIES * sum(one.cost for one in self._shared), _TRIES * sum(one.rounds for one in self._shared)

    def values(self, values: Values, draws: int) -> Floats:
        """[D] the uptake, at the values of the other parameters."""
        seen = np.broadcast_to(self._events.at(values) / self._people.at(values), draws)
        one_by_one = np.array(np.broadcast_to(self._one_by_one.at(values).hours(), draws))

        def done_by(uptake: Floats) -> Floats:
            tried: Values = lambda number: uptake if number == self._tried else values(number)  # noqa: E731
            return uptake * one_by_one - sum((one.of_all_lists(tried) for one in self._shared), np.zeros(1))

        of_all = done_by(np.ones(draws))
        is_less = seen < of_all
        at_most = np.where(is_less, seen, of_all)
        if not self._shared:
            return np.divide(at_most, of_all, out=np.ones(draws), where=is_less)
        return np.where(is_less, solved(done_by, at_most, of_all), 1.0)


def _with_uptake(one: DrawnFactors, number: int) -> DrawnFactors:
    return DrawnFactors(asked=(*one.asked, number), events=one.events, role_share=one.role_share)
