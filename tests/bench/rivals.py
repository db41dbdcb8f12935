"""What the estimate is held against: the obvious ways to do the same sum, and the machine itself."""

import time

import numpy as np
import pandas as pd

from tests.bench.measure import fastest
from tnt.compile.inputs import Inputs
from tnt.compile.people import cells


def nested_loops(inputs: Inputs, lists: int) -> float:
    """Seconds for all lists of loops over lists, recommendations, tasks and strata, reading the documents.

    Run on the first `lists` lists only, and multiplied up: the loops do the same for every list.
    """
    strata = [(stratum.sex, stratum.ages) for stratum in inputs.table.strata]
    split = inputs.counts.split
    assert split is not None
    start = time.perf_counter()
    shares = {
        (rule.id, index): float(
            cells(rule.recommendation.population.sex, rule.recommendation.population.ages) @ split[:, index]
        )
        for rule in inputs.rules.rules
        for index in range(len(strata))
    }
    once = time.perf_counter() - start
    start = time.perf_counter()
    hours: dict[tuple[int, str], float] = {}
    for row in range(lists):
        for rule in inputs.rules.rules:
            population = rule.recommendation.population
            share = 1.0 if population.share is None else population.share.expected
            for task in rule.recommendation.tasks.values():
                often = 0.0 if task.frequency is None else task.frequency.expected.events_per_year
                minutes = 0.0 if task.time is None else task.time.expected
                hours[row, rule.id] = 0.0
                for index in range(len(strata)):
                    people = inputs.counts.people[row, index] * shares[rule.id, index]
                    hours[row, rule.id] += people * share * often * minutes / 60
    return once + (time.perf_counter() - start) * inputs.counts.length / lists


class PandasMerge:
    """The same hours as a merge of lists and rules on the stratum, and a group-by."""

    def __init__(self, inputs: Inputs) -> None:
        lists, strata = inputs.counts.people.shape
        self.people = pd.DataFrame(
            {
                "list": np.repeat(np.arange(lists), strata),
                "stratum": np.tile(np.arange(strata), lists),
                "people": inputs.counts.people.ravel(),
            }
        )
        columns = inputs.rules.roles["gp"].yearly
        weights = inputs.folded.strata_weights[:, columns]
        self.weights = pd.DataFrame(
            {
                "stratum": np.repeat(np.arange(strata), len(columns)),
                "recommendation": np.tile(np.arange(len(columns)), strata),
                "hours_per_person": weights.ravel(),
            }
        )
        self.weights = self.weights[self.weights["hours_per_person"] > 0]

    def run(self) -> pd.Series:
        """Hours of every list and recommendation."""
        merged = self.people.merge(self.weights, on="stratum")
        merged["hours"] = merged["people"] * merged["hours_per_person"]
        return merged.groupby(["list", "recommendation"])["hours"].sum()


def machine_limit(inputs: Inputs) -> float:
    """Seconds the machine needs at the very least for the full matrix: its arithmetic, or its reading and writing.

    Peak arithmetic is a product of 1,024 x 1,024 matrices; reading is summing the lists; writing fills memory of the
    answer's size that is new to the process, as an answer's memory is.
    """
    square = np.random.default_rng(0).random((1024, 1024))
    lists, strata = inputs.counts.people.shape
    recommendations = len(inputs.rules.rules)
    product, read, write = fastest(
        lambda: square @ square,
        inputs.counts.people.sum,
        lambda: np.empty((lists, recommendations)).fill(1.0),
        rounds=7,
    )
    operations = 2 * lists * strata * recommendations
    return max(operations / (2 * 1024**3 / product), read + write)
