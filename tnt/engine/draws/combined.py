"""Terms whose people several conditions decide together, as terms of one condition or none.

Who is eligible is a sum of products of prevalences, and of shares of the groups of people (`people.combinations`): with
S a set of conditions and T one of groups

    eligible = Σ over T (-1)^(|T| + 1) x Π shares of T x Σ over S coefficient of S and T x Π prevalences of S

so that what is drawn multiplies, as in all terms; of conditions of one cluster the share with all of them (`joint`) is
one number. Where a register scales one of the conditions who has it depends on
the list: then prevalences and correlations are held at their means, and the shares of groups alone are drawn. [ours]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.draws.joint import JointPart, JointShare, JointShares
from tnt.engine.draws.term import Prevalences, Term
from tnt.engine.people.cells import CELLS, UNTOLD
from tnt.engine.people.combinations import Combination, GroupOfPeople, has


def apart(
    terms: Sequence[Term], prevalences: Prevalences, scaled: Bools
) -> tuple[list[Term], Prevalences, tuple[JointShare, ...]]:
    """The same hours, with what is drawn as factors; the prevalences of these terms, and the joint shares among their
    factors. `scaled` [K] says which conditions that are no combinations some register scales."""
    found: list[Term] = []
    joint = JointShares()
    first = prevalences.first_combination
    known = prevalences
    for term in terms:
        if term.condition < first:
            found.append(term)
            continue
        whole = prevalences.combinations[term.condition - first]
        for part, combination in _by_groups(term, whole, prevalences.group_shares[term.condition - first]):
            parameter = prevalences.parameter[:, combination.conditions]
            is_drawn = (parameter >= 0).any() or not prevalences.correlation.keys().isdisjoint(
                combination.clusters.places
            )
            if is_drawn and not scaled[combination.conditions].any():
                found += _by_conditions(part, combination, parameter, prevalences.correlation, joint)
            elif combination is whole:
                found.append(part)
            else:
                known = known.with_combination(combination)
                found.append(replace(part, condition=known.scaled.size - 1))
    return found, known, tuple(joint.found)


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


def _by_conditions(
    term: Term, combination: Combination, parameter: Ints, correlation: Mapping[int, int], joint: JointShares
) -> Iterator[Term]:
    """A term for each set of conditions and row of their prevalences; `parameter` [C, n] and `correlation` as in
    `Prevalences`."""
    count = combination.conditions.size
    varies = np.ptp(combination.prevalence[:UNTOLD], axis=0).any() and len(combination.prevalence) == CELLS
    told = np.ones(len(term.weights))
    if varies:  # what holds of everybody is not told by the prevalences of people of no known age
        told[UNTOLD] = 0.0
        untold = term.weights * (1 - told) * combination.before_registers
        if untold.any():
            yield replace(term, weights=untold, condition=-1)
    fixed = np.where(parameter < 0, combination.prevalence, 0.0)
    for some in range(2**count):
        inside = [condition for condition in range(count) if has(some, condition)]
        clustered = _clustered(inside, combination)
        alone = [one for one in inside if not any(one in each for each in clustered.values())]
        known = term.weights * told * _coefficient(combination.eligible, some, count)
        for condition in alone:
            known = known * np.where(parameter[:, condition] < 0, combination.prevalence[:, condition], 1.0)
        together = [one for each in clustered.values() for one in each]
        rows = np.hstack([parameter[:, alone], parameter[:, together], fixed[:, together]])
        for row in np.unique(rows[known != 0], axis=0):
            here = known * (rows == row).all(axis=1)
            factors = [int(each) for each in row[: len(alone)] if each >= 0]
            parts = dict(zip(together, _parts(row[len(alone) :]), strict=True))
            for cluster, each in clustered.items():
                rho = JointPart(correlation.get(cluster, -1), combination.clusters.correlation[cluster])
                share = JointShare(tuple(parts[one] for one in each), rho)
                if share.parameters:
                    factors.append(joint.number(share))
                else:
                    here = here * share.of(_nothing)[0]
            yield Term(here, -1, term.recommendation, (*term.factors, *factors))


def _clustered(inside: Sequence[int], combination: Combination) -> dict[int, list[int]]:
    """Cluster -> which of some conditions of a combination are of it, where they are several."""
    found = {at: [one for one in places if one in inside] for at, places in combination.clusters.places.items()}
    return {at: some for at, some in found.items() if len(some) > 1}


def _parts(row: Floats) -> list[JointPart]:
    """Of a row: parameters, then as many values."""
    half = row.size // 2
    return [JointPart(int(number), float(value)) for number, value in zip(row[:half], row[half:], strict=True)]


def _nothing(number: int) -> Floats:
    """The values where nothing is drawn."""
    raise KeyError(number)


def _coefficient(eligible: Floats, some: int, count: int) -> Floats:
    """[C] of the product of the prevalences of a set of conditions, in the share eligible [C, 2**n]."""
    total = np.zeros(len(eligible))
    for part in range(2**count):
        if part & some == part:
            total += (-1) ** ((some ^ part).bit_count()) * eligible[:, part]
    return total
