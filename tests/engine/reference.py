"""The slow, obvious calculation the engine is held against: one list, one sex and year of age at a time."""

import math
from itertools import product

import numpy as np

from tnt.engine.people.cells import UNTOLD
from tnt.engine.people.combinations import Combination
from tnt.engine.people.counts import ListCounts, Measures

Value = float | None


def detail(measures: Measures, counts: ListCounts) -> list[list[Value]]:
    """Every measure of every list, None where it cannot be estimated."""
    return [
        [_measure(measures, counts, row, measure) for measure in range(measures.condition_of.size)]
        for row in range(counts.length)
    ]


def _measure(measures: Measures, counts: ListCounts, row: int, measure: int) -> Value:
    weights = [float(value) for value in measures.weights[:, measure]]
    condition = int(measures.condition_of[measure])
    if condition in measures.combined:
        return _combined(measures, counts, row, weights, measures.combined[condition])
    prevalence = [1.0] * len(weights) if condition < 0 else [float(p) for p in measures.prevalence[:, condition]]
    register_only = any(math.isnan(p) for p in prevalence)
    register = math.nan if condition < 0 or counts.registers is None else float(counts.registers[row, condition])
    used = not math.isnan(register) and (register_only or bool(measures.scaled[condition]))
    if not counts.people[row].any() or (used and register == 0):
        return 0.0
    if counts.split is None or register_only:
        everyone = float(counts.people[row].sum())
        return _without_ages(weights, None if register_only else prevalence, everyone, register if used else None)
    people = people_by_cell(counts, row)
    sick = place(people, prevalence, register)[0] if used else [n * p for n, p in zip(people, prevalence, strict=True)]
    return sum(n * weight for n, weight in zip(sick, weights, strict=True))


def _combined(measures: Measures, counts: ListCounts, row: int, weights: list[float], together: Combination) -> Value:
    """Every combination of having and not having the conditions, cell by cell."""
    if not counts.people[row].any() or not any(weights):
        return 0.0
    named = together.conditions.tolist()
    registers = [math.nan if counts.registers is None else float(counts.registers[row, each]) for each in named]
    used = [not math.isnan(one) and bool(measures.scaled[each]) for one, each in zip(registers, named, strict=True)]
    chances = [[float(p) for p in shares] for shares in together.prevalence.T]
    if counts.split is None:
        people = [float(counts.people[row].sum())] + [0.0] * (len(weights) - 1)
        is_flat = all(len(set(each)) == 1 for each in chances)
        is_flat &= all(len(set(group.inside.tolist())) == 1 for group in together.groups)
        # Were a register used anywhere, nobody could tell of other lists either whom it would place.
        scaled_somewhere = counts.registers is not None and any(
            bool(measures.scaled[each]) and not bool(np.isnan(counts.registers[:, each]).all()) for each in named
        )
        if scaled_somewhere and not is_flat:
            return None
        if not scaled_somewhere:
            each = [_eligible(together, cell, [chance[cell] for chance in chances]) for cell in range(UNTOLD)]
            each.append(each[0] if max(each) == min(each) else 0.0)
            return _same([weight * share for weight, share in zip(weights, each, strict=True)], people[0])
        shares = [
            [min(register / people[0], 1.0 if chance[0] > 0 else 0.0)] if is_used else [chance[0]]
            for register, is_used, chance in zip(registers, used, chances, strict=True)
        ]
        everybody = people[0] * _eligible(together, 0, [each[0] for each in shares])
        return _same([weight * 1.0 for weight in weights], everybody)
    people = people_by_cell(counts, row)
    sick = [
        place(people, chance, register)[0] if is_used else [n * p for n, p in zip(people, chance, strict=True)]
        for register, is_used, chance in zip(registers, used, chances, strict=True)
    ]
    return sum(
        n * weight * _eligible(together, cell, [each[cell] / n for each in sick])
        for cell, (n, weight) in enumerate(zip(people, weights, strict=True))
        if n > 0
    )


def _eligible(together: Combination, cell: int, shares: list[float]) -> float:
    """Share of the people of a cell, with these shares who have each condition."""
    total = 0.0
    for having in product([False, True], repeat=len(shares)):
        chance = math.prod(p if has else 1 - p for p, has in zip(shares, having, strict=True))
        number = sum(has << bit for bit, has in enumerate(having))
        missed = math.prod(
            1 - group.share * float(group.inside[cell]) * bool(group.holds[number]) for group in together.groups
        )
        total += chance * (1 - missed)
    return total


def _without_ages(weights: list[float], prevalence: list[float] | None, people: float, register: Value) -> Value:
    """One weight for all who can have the condition, or none."""
    if register is not None:
        can_have_it = [w for w, p in zip(weights, prevalence or [1.0] * len(weights), strict=True) if p > 0]
        return _same(can_have_it, min(register, people)) if can_have_it else 0.0
    if prevalence is None:
        return None if any(weights) else 0.0
    return _same([w * p for w, p in zip(weights, prevalence, strict=True)], people)


def _same(weights: list[float], people: float) -> Value:
    return people * weights[0] if all(math.isclose(w, weights[0], rel_tol=1e-12) for w in weights) else None


def people_by_cell(counts: ListCounts, row: int) -> list[float]:
    assert counts.split is not None
    cells = [0.0] * counts.split.shape[0]
    for stratum, people in enumerate(counts.people[row]):
        for index, share in enumerate(counts.split[:, stratum]):
            cells[index] += float(people) * float(share)
    return cells


def place(people: list[float], prevalence: list[float], register: float) -> tuple[list[float], float]:
    """People with the condition in each cell, and how many of the register are beyond everyone who can have it.

    Fills in proportion, empties what runs over into those with room, and again, until nothing runs over.
    """
    full: set[int] = set()
    sick = [0.0] * len(people)
    left = register
    while left > 0:
        open_cells = [i for i, (n, p) in enumerate(zip(people, prevalence, strict=True)) if n * p > 0 and i not in full]
        expected = sum(people[i] * prevalence[i] for i in open_cells)
        if not open_cells:
            return sick, left
        factor = left / expected
        over = [i for i in open_cells if factor * prevalence[i] > 1]
        if not over:
            for i in open_cells:
                sick[i] = people[i] * prevalence[i] * factor
            return sick, 0.0
        for i in over:
            full.add(i)
            sick[i] = people[i]
            left -= people[i]
    return sick, 0.0
