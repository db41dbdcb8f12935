"""How many of a register are certain to be among the people counted. METHOD "Conditions and registers", where people
are not shown.

One factor f of a list makes its prevalence add up to the register, over everybody there is. With more people than are
counted f is smaller, so with all that there may be it is least:

    f >= min(register ÷ Σ (people + people not shown) x prevalence, 1 ÷ the highest prevalence)

and f x Σ people x prevalence of those counted are registered at the least. The second is reached where a share would
pass 100 %: what is too much goes to others, of whom nobody knows how many there are. [ours]

A register that alone says who has a condition is kept whole where nothing but its number matters: without shared work,
which is asked of people of some age. Where it counts more people than are shown nobody knows how many of them there
are.
"""

from dataclasses import replace

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.people.cells import CELLS, UNTOLD
from tnt.engine.people.counts import ListCounts, Measures


def with_least_registers(counts: ListCounts, measures: Measures, sharing: Bools) -> ListCounts:
    """The counts with registers of those who are certain to be among the people counted, and the others beside.

    `sharing` [K] says of which conditions some work may be shared.
    """
    if counts.unseen is None or counts.registers is None:
        return counts
    if counts.split is None:
        return _without_ages(counts, counts.registers)
    least = counts.registers.copy()
    untold = counts.people[:, counts.untold].sum(axis=1)
    by_register, scaled = (each[: sharing.size] for each in (measures.register_only, measures.scaled))
    exact = by_register & ~sharing
    for condition in np.flatnonzero(exact).tolist():
        more = (least[:, condition] > counts.people_per_list) & (counts.most_per_list > counts.people_per_list)
        least[more, condition] = np.nan
    for condition in np.flatnonzero((scaled | by_register) & ~exact).tolist():
        known_by_register = bool(by_register[condition])
        prevalence = np.ones(CELLS) if known_by_register else measures.prevalence[:, condition]
        of_stratum = counts.split.T @ prevalence
        counted = counts.people @ of_stratum
        unseen = untold * (prevalence.max() - prevalence[UNTOLD])
        if counts.beyond is not None:
            unseen = unseen + beyond_weighted(counts.beyond, np.where(counts.untold, prevalence.max(), of_stratum))
        least[:, condition] = _least(least[:, condition], counted, unseen, float(prevalence.max()), unseen > 0)
    return replace(counts, registers=least, registered=counts.registers, exact=exact)


def _without_ages(counts: ListCounts, registers: Floats) -> ListCounts:
    """Where a register counts more people than are shown, nobody knows how many of them there are."""
    hides_some = counts.most_per_list > counts.people_per_list
    over = (registers > counts.people_per_list[:, np.newaxis]) & hides_some[:, np.newaxis]
    assert counts.beyond is not None  # some people are not shown
    beyond = np.where(over.any(axis=1, keepdims=True), np.inf, counts.beyond)
    return replace(counts, registers=np.where(over, np.nan, registers), registered=registers, beyond=beyond)


def beyond_weighted(beyond: Floats, weights: Floats) -> Floats:
    """[L] people not shown [L, S] times a weight [S] each; infinite only where the weight is not 0."""
    some = weights > 0
    return np.asarray(beyond[:, some] @ weights[some])


def _least(register: Floats, counted: Floats, unseen: Floats, highest: float, where: Bools) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        certain = np.minimum(register * counted / (counted + unseen), counted / highest)
    return np.where(where & ~np.isnan(register), certain, register)
