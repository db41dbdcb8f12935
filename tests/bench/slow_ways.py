"""How the same matrix is computed without tnt: loops over the documents, and pandas."""

import numpy as np
import pandas as pd

from tests.bench.packs import BANDS
from tnt import Inputs
from tnt.arrays import Floats
from tnt.language.documents.guideline import Recommendation

STRATA = [(sex, band) for sex in ("female", "male") for band in range(len(BANDS))]


def loops(inputs: Inputs, lists: int) -> list[list[float]]:
    """TNT hours of the first lists: every list, recommendation, stratum and task in turn, as the documents say."""
    recommendations = [rule.recommendation for rule in inputs.rules.rules]
    return [
        [_hours(people, recommendation) for recommendation in recommendations]
        for people in inputs.counts.people[:lists].tolist()
    ]


def _hours(people: list[float], recommendation: Recommendation) -> float:
    population = recommendation.population
    share = 1.0 if population.share is None else population.share.expected
    first, last = population.ages.first, population.ages.last
    hours = 0.0
    for count, (sex, band) in zip(people, STRATA, strict=True):
        if population.sex not in ("all", sex) or 5 * band < first or (last is not None and 5 * band > last):
            continue
        events = {}
        for name, task in recommendation.tasks.items():
            if task.after is None:
                assert task.frequency is not None
                events[name] = count * share * task.frequency.expected.events_per_year
            else:
                assert task.probability is not None
                events[name] = events[task.after] * task.probability.expected
            assert task.time is not None
            hours += events[name] * task.time.expected / 60
    return hours


def frames(inputs: Inputs) -> tuple[pd.DataFrame, pd.DataFrame]:
    """People by list and stratum, and hours per person by stratum and recommendation, as an analyst would keep them.

    Codes for names, and only the strata a recommendation is for: the kindest way to pandas.
    """
    lists, strata = inputs.counts.people.shape
    people = pd.DataFrame(
        {
            "list": np.repeat(np.arange(lists), strata),
            "stratum": np.tile(np.arange(strata), lists),
            "people": inputs.counts.people.ravel(),
        }
    )
    weights = inputs.folded.strata_weights[:, inputs.rules.yearly[1]]
    stratum, recommendation = np.nonzero(weights)
    hours = weights[stratum, recommendation]
    return people, pd.DataFrame({"stratum": stratum, "recommendation": recommendation, "hours_per_person": hours})


def merged(people: pd.DataFrame, weights: pd.DataFrame) -> "pd.Series[float]":
    """Hours by list and recommendation: merge and groupby."""
    both = people.merge(weights, on="stratum")
    both["hours"] = both["people"] * both["hours_per_person"]
    hours: pd.Series[float] = both.groupby(["list", "recommendation"])["hours"].sum()
    return hours


def as_matrix(hours: "pd.Series[float]", lists: int, recommendations: int) -> Floats:
    """The series as lists by recommendations."""
    matrix = np.zeros((lists, recommendations))
    matrix[hours.index.get_level_values(0), hours.index.get_level_values(1)] = hours.to_numpy()
    return matrix
