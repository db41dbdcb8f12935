"""Small inputs for the engine's tests: cells by age, strata of five years, lists drawn from a seed."""

import numpy as np
from numpy.typing import NDArray

from tnt.engine.people.cells import AGES, CELLS, UNTOLD, split_by_reference, the_same
from tnt.engine.people.counts import ListCounts, Measures

Floats = NDArray[np.float64]


def ages(first: int, last: int = AGES - 1, value: float = 1.0) -> Floats:
    """A weight for both sexes of these ages, 0 for all others."""
    one_sex = np.zeros(AGES)
    one_sex[first : last + 1] = value
    return with_untold(np.concatenate([one_sex, one_sex]))


def with_untold(known: Floats) -> Floats:
    """Cells of which sex and age are known, and what everybody else is certain of."""
    return np.append(known, the_same(np.append(known, 0.0)))


def five_year_split() -> Floats:
    inside = np.zeros((CELLS, 36), dtype=np.bool_)
    for row in range(UNTOLD):
        sex, age = divmod(row, AGES)
        inside[row, sex * 18 + min(age // 5, 17)] = True
    return split_by_reference(inside, np.linspace(35_000, 200, CELLS).round())


def random_lists(lists: int, seed: int = 0, conditions: int = 0) -> ListCounts:
    random = np.random.default_rng(seed)
    people = random.integers(0, 90, (lists, 36)).astype(np.float64)
    registers = random.integers(0, 2500, (lists, conditions)).astype(np.float64) if conditions else None
    return ListCounts(people, five_year_split(), registers)


def random_measures(measures: int, seed: int = 0, conditions: int = 0) -> Measures:
    random = np.random.default_rng(seed)
    return Measures(
        weights=random.random((CELLS, measures)) * random.integers(0, 2, (CELLS, measures)),
        condition_of=random.integers(-1, conditions, measures) if conditions else np.full(measures, -1),
        prevalence=random.random((CELLS, conditions)) * 0.5,
        scaled=np.ones(conditions, dtype=np.bool_),
    )


def of_condition(weights: Floats, prevalence: Floats) -> Measures:
    """One measure of people with one diagnosed condition; a prevalence of NaN is known by registers only."""
    return Measures(weights[:, None], np.array([0]), prevalence[:, None], np.array([True]))
