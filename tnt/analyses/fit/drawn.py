"""What is chosen from, in every draw of the numbers that have a range: how sure a choice is follows from these.

Numbers have the draws that they have in `tnt estimate --draws` of the same seed, where each is drawn by itself; of the
methods that draw all of them together (Latin hypercube, Sobol) more numbers are drawn here, and so other draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tnt.analyses.fit.question import benefiting_at_target
from tnt.analyses.fit.sets import staffed
from tnt.arrays import Floats
from tnt.compile.inputs import Inputs
from tnt.drawn.assumed_range import check_assumed_range
from tnt.drawn.benefit import drawn_benefits
from tnt.drawn.number_distributions import NumberDistributions
from tnt.drawn.parameters import Parameters
from tnt.drawn.task_terms import prevalences_of, terms_of
from tnt.drawn.work import drawn_work
from tnt.engine.draws.hours_sum import HoursSum, by_recommendation, hours_sum
from tnt.engine.draws.parameters import Draws, Values
from tnt.engine.draws.streams import Method, Streams
from tnt.engine.draws.terms import prepare


@dataclass(frozen=True)
class DrawnHours:
    """Of n recommendations and J roles in D draws, as `Question` has them at the means.

    hours          [D, n, J] hours a year at the target uptake on the lists with posts, nothing shared taken out; 0
                   where none can be told
    benefiting     [D, n] people who benefit a year at the target uptake, on all lists; NaN where unknown. Below 0 in a
                   draw in which the risk reduction is: the range of it includes zero
    with_range     how many of the numbers that these rest on have a range
    without_range  addresses of those that have none: intervals are at least as wide as they come out
    """

    hours: Floats
    benefiting: Floats
    with_range: int
    without_range: tuple[str, ...]


def drawn(
    inputs: Inputs,
    roles: Sequence[str],
    draws: int = 4096,
    seed: int = 1,
    method: Method = "stratified",
    assume_range: str | None = None,
) -> DrawnHours:
    """Hours for these roles and those who benefit, drawn together: a number that moves both moves both in one draw.

    `draws` and the rest are as in `tnt.simulate`, as are the errors; Problems are raised for a range of a benefit that
    no distribution has, too.
    """
    if assume_range is not None:
        check_assumed_range(assume_range)
    distributions, streams = NumberDistributions(inputs, assume_range), Streams(seed, draws, method)
    sums = DrawnSums(inputs, roles, distributions)
    values = Draws(sums.parameters.numbered, streams).values
    return DrawnHours(
        hours=sums.hours(values, draws),
        benefiting=sums.benefiting(values, draws),
        with_range=len(distributions.with_range),
        without_range=distributions.without_range,
    )


class DrawnSums:
    """The same as sums of drawn numbers, for whatever values these have."""

    def __init__(self, inputs: Inputs, roles: Sequence[str], distributions: NumberDistributions) -> None:
        """Raises Problems for a range of a benefit that no distribution has."""
        self.parameters = Parameters(distributions)
        self._shape = len(inputs.rules.rules), len(roles)
        self._of_roles = [
            (at, self._hours_of(inputs, role)) for at, role in enumerate(roles) if role in inputs.rules.roles
        ]
        benefits = list(drawn_benefits(inputs, self.parameters))
        reached = [term for one in benefits for term in one.reached]
        prevalences = prevalences_of(inputs, reached, self.parameters, set())
        self._reached = hours_sum(prepare(reached, prevalences, inputs.counts))
        self._benefits = {one.reached[0].recommendation: one for one in benefits}
        self._at_means = benefiting_at_target(inputs)

    def _hours_of(self, inputs: Inputs, role: str) -> HoursSum:
        terms = terms_of(inputs, list(drawn_work(inputs, role, self.parameters, at_target=True)), at_target=True)
        prevalences = prevalences_of(inputs, terms, self.parameters, set())
        return hours_sum(prepare(terms, prevalences, inputs.counts.part(np.flatnonzero(staffed(inputs, role)))))

    def hours(self, values: Values, draws: int) -> Floats:
        """[D, n, J] as in `DrawnHours`, at these values of the parameters."""
        hours = np.zeros((draws, *self._shape))
        for role, total in self._of_roles:
            evaluation = total.at(values)
            for rule, products in by_recommendation(total.products).items():
                hours[:, rule, role] = evaluation.of(products)
        return hours

    def benefiting(self, values: Values, draws: int) -> Floats:
        """[D, n] likewise."""
        nobody = np.where(np.isnan(self._at_means), np.nan, 0.0)
        people = np.tile(nobody, (draws, 1))
        evaluation = self._reached.at(values)
        for rule, products in by_recommendation(self._reached.products).items():
            people[:, rule] += evaluation.of(products) * self._benefits[rule].per_person(values)
        return people
