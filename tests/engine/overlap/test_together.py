"""Shared work where combinations of conditions decide who is asked, against going through everybody there may be."""

import math
from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import reference
from tests.engine.overlap.test_overlap import each_by_itself
from tests.engine.strategies import Problem, problems
from tests.profile import times
from tnt.engine.hours.fold import fold
from tnt.engine.overlap.lists import SharedTasks, fold_tasks, list_overlap
from tnt.engine.people.counts import ListCounts, Measures


@dataclass(frozen=True)
class Asking:
    """Each measure is the share whom one recommendation asks, of those with its condition."""

    problem: Problem
    events: list[float]
    hours: list[float]
    uptake: list[float]


@st.composite
def askings(draw: st.DrawFn) -> Asking:
    problem = draw(problems().filter(_is_counted))
    measures = problem.measures
    n = measures.condition_of.size

    def each(*values: float) -> list[float]:
        return [draw(st.sampled_from(values)) for _ in range(n)]

    shares = np.abs(measures.weights) / 5
    asked = Measures(shares, measures.condition_of, measures.prevalence, measures.scaled, measures.combinations)
    return Asking(Problem(asked, problem.counts), each(1.0, 1.0, 0.5, 4.0), each(0.1, 0.25, 0.25), each(1.0, 0.8, 0.0))


def _is_counted(problem: Problem) -> bool:
    """Each combination is of one recommendation, which has one task here."""
    measures = problem.measures
    combined = [at for at in measures.condition_of.tolist() if at in measures.combined]
    is_of_one = len(set(combined)) == len(combined)
    return problem.counts.split is not None and not measures.register_only.any() and is_of_one


@settings(max_examples=times(60), deadline=None)
@given(askings())
def test_everybody_there_may_be(asking: Asking) -> None:
    measures, counts = asking.problem.measures, asking.problem.counts
    tasks = np.arange(measures.condition_of.size)
    folded = fold(measures, counts)
    shared = SharedTasks(
        fold_tasks(measures, counts, folded, tasks),
        each_by_itself(asking.events, asking.hours),
        (tasks,),
        np.array([0]),
        1,
    )
    found = list_overlap(counts, shared, np.array(asking.uptake))
    value, least, most = found.of_activity[:, 0]
    assert least <= value <= most
    for row in range(counts.length):
        assert found.per_list[row, 0] == pytest.approx(_on_list(asking, counts, row), rel=1e-9, abs=1e-9)
    assert found.per_list.sum() == pytest.approx(value, rel=1e-9, abs=1e-9)


def _on_list(asking: Asking, counts: ListCounts, row: int) -> float:
    measures = asking.problem.measures
    people = reference.people_by_cell(counts, row)
    shares = [_with_condition(measures, counts, row, people, at) for at in range(measures.first_combination)]
    total = 0.0
    known: dict[tuple[float, ...], float] = {}
    for cell, count in enumerate(people):
        if count:
            ill = [each[cell] for each in shares]
            asked = [float(share) * take for share, take in zip(measures.weights[cell], asking.uptake, strict=True)]
            eligible = [value for one in measures.combinations for value in one.eligible[cell].tolist()]
            key = (*ill, *asked, *eligible)
            if key not in known:
                known[key] = _of_person(asking, measures, cell, ill, asked)
            total += count * known[key]
    return total


def _with_condition(measures: Measures, counts: ListCounts, row: int, people: list[float], at: int) -> list[float]:
    prevalence = [float(p) for p in measures.prevalence[:, at]]
    register = math.nan if counts.registers is None else float(counts.registers[row, at])
    if math.isnan(register) or not measures.scaled[at]:
        return prevalence
    placed = reference.place(people, prevalence, register)[0]
    return [sick / n if n else 0.0 for sick, n in zip(placed, people, strict=True)]


def _of_person(asking: Asking, measures: Measures, cell: int, ill: list[float], asked: list[float]) -> float:
    """What is counted twice of one person: every combination of conditions, and of who asks."""
    total = 0.0
    for having in product([False, True], repeat=len(ill)):
        chance = math.prod(p if has else 1 - p for p, has in zip(ill, having, strict=True))
        if not chance:
            continue
        asks = []
        for task, share in enumerate(asked):
            condition = int(measures.condition_of[task])
            if condition in measures.combined:
                one = measures.combined[condition]
                number = sum(having[place] << bit for bit, place in enumerate(one.conditions.tolist()))
                asks.append(share * float(one.eligible[cell, number]))
            else:
                asks.append(share * (condition < 0 or having[condition]))
        for who in product([False, True], repeat=len(asks)):
            p = math.prod(a if asking_it else 1 - a for a, asking_it in zip(asks, who, strict=True))
            total += chance * p * _twice([task for task, asking_it in enumerate(who) if asking_it], asking)
    return total


def _twice(tasks: list[int], asking: Asking) -> float:
    """Of the work of these tasks: the less frequent falls together with the more frequent and takes the longer time."""
    if not tasks:
        return 0.0
    rates = sorted({asking.events[task] for task in tasks}, reverse=True)
    done = 0.0
    for rate, lower in zip(rates, [*rates[1:], 0.0], strict=True):
        done += (rate - lower) * max(asking.hours[task] for task in tasks if asking.events[task] >= rate)
    return sum(asking.events[task] * asking.hours[task] for task in tasks) - done
