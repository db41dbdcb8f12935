"""Terms whose people several conditions decide together, as terms of one condition or none.

Who is eligible is a sum of products of prevalences, and of shares of the groups of people (`people.combinations`): with
S a set of conditions and T one of groups

    eligible = Σ over T (-1)^(|T| + 1) x Π shares of T x Σ over S coefficient of S and T x Π prevalences of S

so that what is drawn multiplies, as in all terms. Where a register scales one of the conditions who has it depends on
the list: then the prevalences are held at their means, and the shares of groups alone are drawn. [ours]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.draws.term import Prevalences, Term
from tnt.engine.people.cells import CELLS, UNTOLD
from tnt.engine.people.combinations import Combination, GroupOfPeople, has


def apart(terms: Sequence[Term], prevalences: Prevalences, scaled: Bools) -> tuple[list[Term], Prevalences]:
    """The same hours, with what is drawn as factors; and the prevalences of these terms. `scaled` [K] says which
    conditions that are no combinations some register scales."""
    found: list[Term] = []
    first = prevalences.first_combination
    known = prevalences
    for term in terms:
        if term.condition < first:
            found.append(term)
            continue
        whole = prevalences.combinations[term.condition - first]
        for part, combination in _by_groups(term, whole, prevalences.group_shares[term.condition - first]):
            parameter = prevalences.parameter[:, combination.conditions]
            if (parameter >= 0).any() and not scaled[combination.conditions].any():
                found += _by_conditions(part, combination, parameter)
            elif combination is whole:
                found.append(part)
            else:
                known = known.with_combination(combination)
                found.append(replace(part, condition=known.scaled.size - 1))
    return found, known


def _by_groups(term: Term, whole: Combination, shares: Sequence[int]) -> Iterator[tuple[Term, Combination]]:
    """A term for each set of groups, whose share is 1, of those in all of them; the term itself where no share is
    drawn."""
    if max(shares) < 0:
        yield term, whole
        return
    every = list(zip(whole.groups, shares, strict=True))
    for size in range(1, len(every) + 1):
        for some in combinations(every, size):
            inside, holds = _in_all([group for group, _ in some])
            if inside.any() and holds.any():
                factors = tuple(parameter for _, parameter in some if parameter >= 0)
                known = float(np.prod([group.share for group, parameter in some if parameter < 0]))
                weights = term.weights * known * (-1) ** (size + 1)
                together = replace(whole, groups=(GroupOfPeople(inside, holds),))
                yield replace(term, weights=weights, factors=(*term.factors, *factors)), together


def _in_all(groups: Sequence[GroupOfPeople]) -> tuple[Floats, Bools]:
    return (
        reduce(np.multiply, [group.inside for group in groups]),
        reduce(np.logical_and, [group.holds for group in groups]),
    )


def _by_conditions(term: Term, combination: Combination, parameter: Ints) -> Iterator[Term]:
    """A term for each set of conditions and row of their prevalences; `parameter` [C, n] as in `Prevalences`."""
    count = combination.conditions.size
    varies = np.ptp(combination.prevalence[:UNTOLD], axis=0).any() and len(combination.prevalence) == CELLS
    told = np.ones(len(term.weights))
    if varies:  # what holds of everybody is not told by the prevalences of people of no known age
        told[UNTOLD] = 0.0
        untold = term.weights * (1 - told) * combination.before_registers
        if untold.any():
            yield replace(term, weights=untold, condition=-1)
    for some in range(2**count):
        inside = [condition for condition in range(count) if has(some, condition)]
        known = term.weights * told * _coefficient(combination.eligible, some, count)
        drawn = parameter[:, inside]
        for condition in inside:
            known = known * np.where(parameter[:, condition] < 0, combination.prevalence[:, condition], 1.0)
        for row in np.unique(drawn[known != 0], axis=0).tolist():
            here = known * (drawn == row).all(axis=1)
            factors = tuple(each for each in row if each >= 0)
            yield Term(here, -1, term.recommendation, (*term.factors, *factors))


def _coefficient(eligible: Floats, some: int, count: int) -> Floats:
    """[C] of the product of the prevalences of a set of conditions, in the share eligible [C, 2**n]."""
    total = np.zeros(len(eligible))
    for part in range(2**count):
        if part & some == part:
            total += (-1) ** ((some ^ part).bit_count()) * eligible[:, part]
    return total
