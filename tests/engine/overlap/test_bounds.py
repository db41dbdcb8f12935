"""Bounds of who is asked for any of some tasks, against linear programs over all joint distributions."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from tests.engine.overlap.test_overlap import persons
from tests.oracle.person import Person, asked_for_any
from tests.profile import times

Atom = tuple[frozenset[str], frozenset[int], frozenset[str], frozenset[str]]
"""Conditions a person has, recommendations that reach them, steps they have, tasks the role does for them."""


def atoms(person: Person) -> list[Atom]:
    """Everything one person may be at once: nobody has a step without the one before it."""
    names = sorted({one.condition for one in person if one.condition})
    found = []
    for has in product((False, True), repeat=len(names)):
        ill = frozenset(name for name, yes in zip(names, has, strict=True) if yes) | {""}
        may = [number for number, one in enumerate(person) if one.condition in ill]
        for reaches in product((False, True), repeat=len(may)):
            reached = frozenset(number for number, yes in zip(may, reaches, strict=True) if yes)
            found += [(ill, reached, steps, done) for steps, done in _steps(person, reached)]
    return found


def _steps(person: Person, reached: frozenset[int]) -> list[tuple[frozenset[str], frozenset[str]]]:
    ways: list[tuple[frozenset[str], frozenset[str]]] = [(frozenset(), frozenset())]
    for number in reached:
        for step in person[number].steps:
            name, after = f"{number}/{step.name}", f"{number}/{step.after}"
            longer = []
            for has, done in ways:
                longer.append((has, done))
                if not step.after or after in has:
                    longer.append((has | {name}, done))
                    if step.share:
                        longer.append((has | {name}, done | {name}))
            ways = longer
    return ways


def constraints(person: Person, every: list[Atom]) -> tuple[list[list[float]], list[float]]:
    """The shares that are written: of all people, of those with a condition, of those who had the step before."""
    rows, known = [[1.0] * len(every)], [1.0]

    def share(part: list[bool], of: list[bool], value: float) -> None:
        rows.append([float(one) - value * float(other) for one, other in zip(part, of, strict=True)])
        known.append(0.0)

    everybody = [True] * len(every)
    for one in person:
        share([one.condition in atom[0] for atom in every], everybody, one.ill)
    for number, one in enumerate(person):
        reached = [number in atom[1] for atom in every]
        share(reached, [one.condition in atom[0] for atom in every], one.share)
        for step in one.steps:
            name = f"{number}/{step.name}"
            before = [f"{number}/{step.after}" in atom[2] for atom in every] if step.after else reached
            has = [name in atom[2] for atom in every]
            share(has, before, step.probability)
            if step.share:
                share([name in atom[3] for atom in every], has, step.share)
    return rows, known


@settings(max_examples=times(40), deadline=None, derandomize=True)
@given(persons(), st.data())
def test_bounds_are_sharp(person: Person, data: st.DataObject) -> None:
    """No joint distribution goes beyond them, and some reach them."""
    every = atoms(person)
    names = sorted({name for atom in every for name in atom[3]})
    chosen = frozenset(name for name in names if data.draw(st.booleans()))
    rows, known = constraints(person, every)
    asked = np.array([1.0 if atom[3] & chosen else 0.0 for atom in every])
    for most, sign in ((False, 1.0), (True, -1.0)):
        solved = linprog(sign * asked, A_eq=rows, b_eq=known, bounds=(0, 1), method="highs")
        assert solved.status == 0
        assert asked_for_any(person, chosen, most=most) == pytest.approx(sign * solved.fun, abs=1e-7)
