"""The slow, obvious calculation the engine is held against: one list, one sex and year of age at a time."""

import math

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
