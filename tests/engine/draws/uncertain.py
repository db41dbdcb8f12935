"""Small problems with drawn parameters, and the slow way to their hours: one draw, one list, one cell at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import strategies as st

from tests.engine import reference
from tests.engine.builders import ages, random_lists
from tests.engine.strategies import problems
from tnt.arrays import Floats
from tnt.distributions.named import from_range
from tnt.engine.draws.parameters import Draws, Parameter
from tnt.engine.draws.streams import Streams
from tnt.engine.draws.term import Prevalences, Term
from tnt.engine.people.cells import CELLS
from tnt.engine.people.combinations import Combination
from tnt.engine.people.counts import ListCounts, Measures


@dataclass(frozen=True)
class Uncertain:
    terms: list[Term]
    prevalences: Prevalences
    counts: ListCounts
    draws: Draws

    @property
    def recommendations(self) -> int:
        return 1 + max((term.recommendation for term in self.terms), default=-1)


class Parameters:
    """Gathered one by one, numbered in that order."""

    def __init__(self) -> None:
        self.found: list[Parameter] = []

    def share(self, mean: float) -> int:
        self.found.append(Parameter(f"share {len(self.found)}", from_range(0.7 * mean, mean, 1.1 * mean, "share")))
        return len(self.found) - 1

    def positive(self, mean: float) -> int:
        self.found.append(Parameter(f"minutes {len(self.found)}", from_range(0.6 * mean, mean, 1.7 * mean, "positive")))
        return len(self.found) - 1


@st.composite
def uncertain(draw: st.DrawFn) -> Uncertain:
    """Any rules and lists, most of it drawn: a prevalence row by row, one or two factors, the same ones shared."""
    problem = draw(problems())
    measures, parameters = problem.measures, Parameters()
    factors = [parameters.positive(2.0), parameters.positive(0.1), parameters.share(0.4)]
    terms = [
        Term(
            measures.weights[:, column],
            int(measures.condition_of[column]),
            column // 2,
            tuple(draw(st.lists(st.sampled_from(factors), unique=True, max_size=2))),
        )
        for column in range(measures.condition_of.size)
        if column % 2 == 0 or measures.condition_of[column] == measures.condition_of[column - 1]
    ]
    parameter = np.full(measures.prevalence.shape, -1)
    for condition in range(measures.first_combination):
        for share in np.unique(measures.prevalence[:, condition]).tolist():
            if 0 < share < 0.9 and draw(st.booleans()):
                parameter[measures.prevalence[:, condition] == share, condition] = parameters.share(share)
    group_shares = tuple(
        tuple(parameters.share(group.share) if group.share < 1 and draw(st.booleans()) else -1 for group in each.groups)
        for each in measures.combinations
    )
    prevalences = Prevalences(measures.prevalence, parameter, measures.scaled, measures.combinations, group_shares)
    return Uncertain(terms, prevalences, problem.counts, Draws(parameters.found, Streams(1, 128)))


def typical(lists: int, recommendations: int, conditions: int = 2, draws: int = 512, drawn: bool = True) -> Uncertain:
    """Lists of about 1,600 people with registers, some of them unknown, some more than fit the prevalence."""
    random = np.random.default_rng(5)
    parameters = Parameters()
    mean, parameter = np.zeros((CELLS, conditions)), np.full((CELLS, conditions), -1)
    for condition in range(conditions):
        for first, last, share in [(40, 59, 0.15), (60, 79, 0.4), (80, 105, 0.55)]:
            cells = ages(first, last) > 0
            mean[cells, condition] = share
            if drawn:
                parameter[cells, condition] = parameters.share(share)
    prevalences = Prevalences(mean, parameter, np.ones(conditions, dtype=np.bool_))
    terms = []
    for recommendation in range(recommendations):
        first = 5 * int(random.integers(0, 14))
        condition = int(random.integers(-1, conditions))
        shared = parameters.share(float(random.uniform(0.1, 0.6)))
        for _ in range(2):
            drawn_factors = (shared, parameters.positive(float(random.uniform(5, 30))))
            terms.append(Term(ages(first, first + 29, 1 / 60), condition, recommendation, drawn_factors))
    counts = random_lists(lists, 3, conditions)
    assert counts.registers is not None
    counts.registers[:] *= 0.3
    counts.registers[::5] = np.nan
    return Uncertain(terms, prevalences, counts, Draws(parameters.found, Streams(1, draws)))


def slow_hours(problem: Uncertain, draw: int) -> list[list[float]]:
    """[recommendation][list] hours in one draw."""
    values = [float(problem.draws.values(number)[draw]) for number in range(len(problem.draws.parameters))]
    return hours_with(problem, values)


def hours_with(problem: Uncertain, values: Sequence[float]) -> list[list[float]]:
    """[recommendation][list] hours with these values of the parameters, by the engine's own slow reference."""
    measures = Measures(
        weights=np.array([_times(term, values) for term in problem.terms]).reshape(-1, CELLS).T,
        condition_of=np.array([term.condition for term in problem.terms], dtype=np.intp),
        prevalence=_prevalence(problem, values),
        scaled=problem.prevalences.scaled,
        combinations=tuple(_combinations(problem, values)),
    )
    hours = [[0.0] * problem.counts.length for _ in range(problem.recommendations)]
    for row, found in enumerate(reference.detail(measures, problem.counts)):
        lacking = {term.recommendation for term, each in zip(problem.terms, found, strict=True) if each is None}
        for term, each in zip(problem.terms, found, strict=True):
            if term.recommendation not in lacking and each is not None:
                hours[term.recommendation][row] += each
    return hours


def _combinations(problem: Uncertain, values: Sequence[float]) -> Iterator[Combination]:
    """Prevalences are held where a register scales one of the conditions; the shares of groups are drawn anywhere."""
    known = problem.prevalences
    registers = problem.counts.registers
    for each, shares in zip(known.combinations, known.group_shares, strict=True):
        named = each.conditions
        is_held = registers is not None and any(
            known.scaled[at] and not np.isnan(registers[:, at]).all() for at in named.tolist()
        )
        groups = tuple(
            replace(group, share=group.share if number < 0 else values[number])
            for group, number in zip(each.groups, shares, strict=True)
        )
        drawn = each.prevalence if is_held else _prevalence(problem, values)[:, named]
        yield replace(each, prevalence=drawn, groups=groups)


def _times(term: Term, values: Sequence[float]) -> Floats:
    weights = term.weights.copy()
    for factor in term.factors:
        weights *= values[factor]
    return weights


def _prevalence(problem: Uncertain, values: Sequence[float]) -> Floats:
    prevalence = problem.prevalences.mean.copy()
    for condition in range(prevalence.shape[1]):
        parameter = problem.prevalences.parameter[:, condition]
        if problem.counts.split is None and len(set(parameter.tolist())) > 1:
            continue  # ages unknown: nothing says how the rows add up
        for number in set(parameter.tolist()) - {-1}:
            prevalence[parameter == number, condition] = values[number]
    return prevalence
