"""Who a recommendation is for, as the engine counts them: everybody, those with a condition, or a combination.

A single population is people of a sex and ages, of whom a share is eligible, perhaps with a condition: what multiplies
stands in the weights. Where conditions are put together, or there are several populations, who is eligible is one
condition more, the combination (`engine.people.combinations`). METHOD.md, "Combined conditions and populations" [ours].
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.cascade import expected
from tnt.compile.people import population_cells
from tnt.engine.people.clusters import Clusters
from tnt.engine.people.combinations import Combination, GroupOfPeople, has
from tnt.language.documents.combined import Cluster, CombinedConditions, ConditionInWords, in_one
from tnt.language.documents.guideline import Recommendation


def taken_as_independent(recommendation: Recommendation, clusters: Collection[Cluster]) -> bool:
    """Whether some of its people must have several conditions at once that no one cluster has."""
    combined = [group.condition for group in recommendation.groups if isinstance(group.condition, CombinedConditions)]
    return any(not in_one(clusters, some) for each in combined for some in each.several())


def combination(
    recommendation: Recommendation, number_of: Mapping[str, int], prevalence: Floats, clusters: Clusters
) -> Combination:
    """Who is eligible; `number_of` the conditions in the columns of `prevalence` [C, K], which may be in `clusters`.

    Sex, ages and share of a single population are not among it: they multiply whoever is eligible, as everywhere.
    """
    names = recommendation.conditions
    conditions = np.array([number_of[name] for name in names], dtype=np.intp)
    if recommendation.populations is None:
        everybody = np.ones(len(prevalence))
        groups = [GroupOfPeople(everybody, _holds(recommendation.population.condition, names))]
    else:
        groups = [
            GroupOfPeople(population_cells(group), _holds(group.condition, names), expected(group.share, 1.0))
            for group in recommendation.populations
        ]
    return Combination(conditions, prevalence[:, conditions], tuple(groups), clusters.among(conditions.tolist()))


def _holds(condition: ConditionInWords | None, names: tuple[str, ...]) -> Bools:
    """[2**n] in which combinations of having and not having the named conditions it holds."""
    having = [{name for place, name in enumerate(names) if has(one, place)} for one in range(2 ** len(names))]
    if condition is None:
        return np.ones(len(having), dtype=np.bool_)
    if isinstance(condition, str):
        return np.array([condition in each for each in having])
    return np.array([condition.holds(each) for each in having])
