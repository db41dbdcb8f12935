"""Random rules and random lists: bands of any width, registers known, unknown, zero and impossible."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.engine.builders import with_untold
from tnt.engine.people.cells import AGES, CELLS, OLDEST, split_by_reference
from tnt.engine.people.combinations import Combination, GroupOfPeople
from tnt.engine.people.counts import ListCounts, Measures

Floats = NDArray[np.float64]
shares = st.sampled_from([0.0, 0.02, 0.1, 0.25, 0.5, 0.9, 1.0])
amounts = st.one_of(st.just(0.0), st.floats(-5, 5, allow_subnormal=False).map(lambda x: round(x, 3)))


@dataclass(frozen=True)
class Problem:
    measures: Measures
    counts: ListCounts


@st.composite
def by_band(draw: st.DrawFn, values: st.SearchStrategy[float]) -> Floats:
    """A value per cell, changing at a few ages; often the same everywhere."""
    if draw(st.booleans()):
        return np.full(CELLS, draw(values))
    cuts = sorted(draw(st.sets(st.integers(1, OLDEST), max_size=4)))
    edges = [0, *cuts, AGES]
    rows = [np.concatenate([np.full(b - a, draw(values)) for a, b in pairwise(edges)]) for _ in "fm"]
    return with_untold(np.concatenate(rows))


@st.composite
def measures(draw: st.DrawFn) -> Measures:
    conditions = draw(st.integers(0, 3))
    count = draw(st.integers(1, 6))
    prevalence = [draw(st.one_of(st.just(np.full(CELLS, np.nan)), by_band(shares))) for _ in range(conditions)]
    known = [at for at, each in enumerate(prevalence) if not np.isnan(each).any()]
    together = draw(st.lists(combinations(known, prevalence), max_size=2 if known else 0)) if known else []
    every = conditions + len(together)
    columns = [*prevalence, *(each.before_registers for each in together)]
    return Measures(
        weights=np.stack([draw(by_band(amounts)) for _ in range(count)], axis=1),
        condition_of=np.array([draw(st.integers(-1, every - 1)) for _ in range(count)], dtype=np.intp),
        prevalence=np.stack(columns, axis=1) if columns else np.empty((CELLS, 0)),
        scaled=np.array(
            [*(draw(st.booleans()) for _ in range(conditions)), *(False for _ in together)], dtype=np.bool_
        ),
        combinations=tuple(together),
    )


@st.composite
def combinations(draw: st.DrawFn, known: list[int], prevalence: list[Floats]) -> Combination:
    """Of some of the conditions that have a prevalence."""
    named = draw(st.lists(st.sampled_from(known), unique=True, max_size=3))
    held = st.lists(st.booleans(), min_size=2 ** len(named), max_size=2 ** len(named))
    groups = [
        GroupOfPeople(
            draw(by_band(st.sampled_from([0.0, 1.0]))),
            np.array(draw(held)),
            draw(st.sampled_from([1.0, 1.0, 0.3, 0.8])),
        )
        for _ in range(draw(st.integers(1, 2)))
    ]
    shares_with = np.array([prevalence[at] for at in named]).reshape(len(named), CELLS).T
    return Combination(np.array(named, dtype=np.intp), shares_with, tuple(groups))


@st.composite
def splits(draw: st.DrawFn) -> Floats:
    cuts = sorted(draw(st.sets(st.integers(1, OLDEST), max_size=6)))
    edges = [0, *cuts, AGES]
    bands = [(a, b) for a, b in pairwise(edges)]
    inside = np.zeros((CELLS, 2 * len(bands)), dtype=np.bool_)
    for sex in (0, 1):
        for column, (first, end) in enumerate(bands):
            inside[sex * AGES + first : sex * AGES + end, sex * len(bands) + column] = True
    seed = draw(st.integers(0, 1000))
    return split_by_reference(inside, np.random.default_rng(seed).integers(1, 40_000, CELLS).astype(np.float64))


@st.composite
def counts(draw: st.DrawFn, conditions: int) -> ListCounts:
    split = draw(st.one_of(st.none(), splits()))
    lists = draw(st.integers(1, 5))
    people = st.sampled_from([0.0, 0.0, 1.0, 7.0, 40.0, 333.0, 1200.0])
    table = [[draw(people) for _ in range(1 if split is None else split.shape[1])] for _ in range(lists)]
    register = st.sampled_from([np.nan, np.nan, 0.0, 1.0, 12.0, 90.0, 700.0, 5000.0])
    known = [[draw(register) for _ in range(conditions)] for _ in range(lists)]
    registers = draw(st.sampled_from([None, np.array(known, dtype=np.float64).reshape(lists, conditions)]))
    return ListCounts(np.array(table), split, registers)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    asked = draw(measures())
    return Problem(asked, draw(counts(asked.first_combination)))
