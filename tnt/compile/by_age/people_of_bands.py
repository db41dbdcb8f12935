"""People of a recommendation whose numbers may differ by age: those eligible, and those who benefit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from tnt.arrays import Floats
from tnt.compile.benefit import CompiledBenefit, WhyNone, compile_benefit
from tnt.compile.by_age.bands import Band, Bands, together
from tnt.compile.people import population_cells
from tnt.compile.task_work import eligible_share, probabilities_to
from tnt.engine.people.cells import CELLS
from tnt.reading.at_ages import SHARE_PATH


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


def _eligible(group: Bands) -> Floats:
    recommendation = group.band.recommendation
    return population_cells(recommendation.population) * eligible_share(recommendation) * group.inside
