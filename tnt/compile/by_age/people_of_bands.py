"""People of a recommendation whose numbers may differ by age: those eligible, and those who benefit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from tnt.arrays import Floats
from tnt.compile.benefit import CompiledBenefit, Treated, WhyNone, compile_benefit, treated_of
from tnt.compile.by_age.bands import Band, Bands, together
from tnt.compile.courses.course import Factor
from tnt.compile.courses.task_cells import beginning_cells
from tnt.compile.people import population_cells
from tnt.compile.task_work import eligible_share, eligible_share_of, probabilities_to, target_of
from tnt.engine.people.cells import CELLS
from tnt.reading.at_ages import SHARE_PATH, TARGET_PATH


def eligible_people(bands: Sequence[Band]) -> Floats:
    """[C] share of each cell that is eligible; in new cases a year where the population has an incidence."""
    return sum((_eligible(group) for group in together(bands, [SHARE_PATH])), np.zeros(CELLS))


def benefit_of(bands: Sequence[Band]) -> tuple[CompiledBenefit | WhyNone, Floats | None]:
    """The benefit, of which only how many people are treated differs by age; and [C] those of each cell who benefit a
    year."""
    benefits = [compile_benefit(band.recommendation, band.reached) for band in bands]
    first, recommendation = benefits[0], bands[0].recommendation
    if isinstance(first, str) or recommendation.benefit is None:
        return first, None
    treated = recommendation.treating_task
    assert treated is not None  # else there is no benefit
    benefiting = np.zeros(CELLS)
    for group in together(bands, chain([SHARE_PATH], probabilities_to(bands[0], treated))):
        benefit = benefits[group.band.number]
        assert not isinstance(benefit, str)  # no reason why there is none differs by age
        benefiting += eligible_share(group.band.recommendation) * group.inside * benefit.people
    return first, benefiting


class TreatedPeople(NamedTuple):
    """The people of some ages whom a benefit counts, at the target uptake, and the numbers that they rest on.

    `cells` [C] are those with whom the task begins, 1 or 0 and a part of a year of age that is not whole; of them
    `eligible_share_of` x `reach_of` x `uptake_of` are reached, of whom `treated` says how many are treated a year.
    Paths of numbers are within the recommendation.
    """

    cells: Floats
    eligible_share_of: tuple[Factor, ...]
    reach_of: tuple[Factor, ...]
    uptake_of: tuple[Factor, ...]
    treated: Treated


def treated_people(bands: Sequence[Band]) -> Iterator[TreatedPeople]:
    """Of a recommendation with a benefit, at each of the ages at which these numbers differ."""
    name = bands[0].recommendation.treating_task
    assert name is not None  # else there is no benefit
    for group in together(bands, chain([SHARE_PATH, TARGET_PATH], probabilities_to(bands[0], name))):
        band = group.band
        reach = band.reach(name)
        yield TreatedPeople(
            cells=beginning_cells(band.recommendation.population, reach) * group.inside,
            eligible_share_of=eligible_share_of(band),
            reach_of=reach.reach_of,
            uptake_of=target_of(band),
            treated=treated_of(band.recommendation, name, reach),
        )


def _eligible(group: Bands) -> Floats:
    recommendation = group.band.recommendation
    return population_cells(recommendation.population) * eligible_share(recommendation) * group.inside
