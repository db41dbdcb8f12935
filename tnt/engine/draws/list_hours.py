"""Hours of lists in every draw: weights added up once, lists multiplied block by block.

Beyond inputs and answers about 8 bytes x D x (S + calibrated directions + for each drawn prevalence S + masks + rows)
for weights, a few blocks of DRAWS_BLOCK_BYTES, and the draws that are kept (`parameters.KEPT_BYTES`); the number of
lists does not matter.

Hours of list l in draw d are Σ over terms k of (Σ over strata s of people[l, s] x weight[s, k]) x Π of the term's drawn
factors in d, less shared work. Terms are therefore added up over k first, into one matrix of (strata and what lists are
multiplied with one by one) x draws, and each block of lists costs one matrix product, however many terms there are.
Blocks hold all draws of a few lists, since a percentile needs all draws of its list (`quantiles`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.engine.draws.parameters import Values
from tnt.engine.draws.terms import CalibratedTerms, LinearTerms, Prepared, Term
from tnt.engine.hours.detail import list_detail
from tnt.engine.people.counts import ListCounts

DRAWS_BLOCK_BYTES = 2**22
TERMS_AT_ONCE = 8
MOST_LISTS_AT_ONCE = 255
"""Overloaded lists of a block are counted in bytes."""


@dataclass(frozen=True)
class _DrawnGroup:
    """A drawn prevalence, and hours per unit of its masks in each draw."""

    drawn: CalibratedTerms
    prevalences: Floats
    weights: Floats
    per_stratum: Floats


@dataclass(frozen=True)
class ListHours:
    """Required hours of any lists in every draw, weights ready.

    apart       directions that lists are multiplied with one by one: those that a register scales, or all of them
                where the others are fewer than the strata
    by_stratum  whether the others are added up by stratum first
    rows        [S (if by_stratum) + apart + A, D] hours per person of a stratum, per unit of a direction, and less per
                hour of shared work
    groups      drawn prevalences
    shared      [L, A] shared work that differs by list in another way
    """

    counts: ListCounts
    linear: LinearTerms
    apart: Ints
    by_stratum: bool
    rows: Floats
    groups: tuple[_DrawnGroup, ...]
    shared: Floats

    def blocks(self) -> Iterator[tuple[slice, Floats]]:
        """Lists, some at a time, and their hours [n, D], in memory that the next block takes over.

        How many depends on the number of draws only.
        """
        draws, lists = self.rows.shape[1], self.counts.length
        at_once = min(MOST_LISTS_AT_ONCE, max(1, DRAWS_BLOCK_BYTES // (8 * draws)))
        hours = np.empty((min(at_once, lists), draws))
        for start in range(0, lists, at_once):
            block = slice(start, min(start + at_once, lists))
            part = hours[: block.stop - start]
            self._hours(block, out=part)
            yield block, part

    def _hours(self, block: slice, out: Floats) -> None:
        people, registers = self.counts.people[block], self.counts.registers
        columns = [people] if self.by_stratum else []
        if self.apart.size:
            part = replace(self.counts, people=people, registers=None if registers is None else registers[block])
            columns.append(np.nan_to_num(list_detail(part, self.linear.folded, self.apart)))
        np.matmul(np.concatenate([*columns, self.shared[block]], axis=1), self.rows, out=out)
        for group in self.groups:
            group.drawn.prevalence.add_hours(block, group.prevalences, group.weights, group.per_stratum, out)


def list_hours(prepared: Prepared, values: Values, draws: int, shared: DrawnOverlap | None = None) -> ListHours:
    """Adds terms up to weights; `values` give so many draws."""
    linear, folded = prepared.linear, prepared.linear.folded
    calibrated, directions = folded.factor_of >= 0, folded.factor_of.size
    strata = folded.split.shape[1]
    by_stratum = shared is not None or np.count_nonzero(~calibrated) > strata
    apart = np.flatnonzero(calibrated) if by_stratum else np.arange(directions)
    by_direction = np.eye(directions)[apart]
    if by_stratum:
        by_direction = np.concatenate([folded.strata_weights * ~calibrated, by_direction])
    rows = _added(by_direction[:, linear.direction] * linear.coefficient, linear.terms, values, draws)
    if shared is not None:
        rows[:strata] -= shared.weights(values)
    groups = []
    for drawn in prepared.drawn:
        prevalences = np.array(
            np.broadcast_to(drawn.prevalence.prevalences(values), (drawn.prevalence.fixed.size, draws))
        )
        masks = (np.arange(drawn.prevalence.row_of.size)[:, None] == drawn.mask) * drawn.coefficient
        weights = _added(masks, drawn.terms, values, draws)
        groups.append(_DrawnGroup(drawn, prevalences, weights, drawn.prevalence.per_stratum(prevalences, weights)))
    on_lists = np.empty((prepared.counts.length, 0))
    if shared is not None and shared.on_lists is not None:
        on_lists = shared.on_lists
        rows = np.concatenate([rows, np.broadcast_to(-shared.ratios(values), (on_lists.shape[1], draws))])
    return ListHours(prepared.counts, linear, apart, by_stratum, rows, tuple(groups), on_lists)


def _added(basis: Floats, terms: tuple[Term, ...], values: Values, draws: int) -> Floats:
    """[Q, D] basis [Q, K] @ the products of the factors [K, D], some terms at a time."""
    rows = np.zeros((basis.shape[0], draws))
    products = np.empty((TERMS_AT_ONCE, draws))
    for start in range(0, len(terms), TERMS_AT_ONCE):
        some = terms[start : start + TERMS_AT_ONCE]
        for product, term in zip(products, some, strict=False):
            product[:] = 1.0
            for factor in term.factors:
                product *= values(factor)
        rows += basis[:, start : start + len(some)] @ products[: len(some)]
    return rows
