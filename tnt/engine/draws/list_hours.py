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
from tnt.engine.draws.joint import with_joint
from tnt.engine.draws.parameters import Values
from tnt.engine.draws.term import Term
from tnt.engine.draws.terms import CalibratedTerms, LinearTerms, Prepared
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

    def of(self, lists: Ints) -> _DrawnGroup:
        """Of some of the lists."""
        every = self.drawn.prevalence
        some = replace(every, people=every.people[lists], registers=every.registers[lists])
        return replace(self, drawn=replace(self.drawn, prevalence=some))

    def in_order(self, order: Ints) -> _DrawnGroup:
        """With the draws [D] in another order."""
        in_order = (each.take(order, axis=1) for each in (self.prevalences, self.weights, self.per_stratum))
        return _DrawnGroup(self.drawn, *in_order)

    def times(self, factor: Floats) -> _DrawnGroup:
        """With so many times the hours in each draw [D]."""
        return replace(self, weights=self.weights * factor, per_stratum=self.per_stratum * factor)


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

    @property
    def at_once(self) -> int:
        """Lists in a block, which depend on the number of draws only."""
        draws: int = self.rows.shape[1]
        return min(MOST_LISTS_AT_ONCE, max(1, DRAWS_BLOCK_BYTES // (8 * draws)))

    def memory(self) -> Floats:
        """Of one block, for `blocks` of any part."""
        return np.empty((min(self.at_once, self.counts.length), self.rows.shape[1]))

    def blocks(self, memory: Floats | None = None) -> Iterator[tuple[slice, Floats]]:
        """Lists, some at a time, and their hours [n, D], in memory that the next block takes over."""
        hours = self.memory() if memory is None else memory
        for start in range(0, self.counts.length, self.at_once):
            block = slice(start, min(start + self.at_once, self.counts.length))
            part = hours[: block.stop - start]
            self._hours(block, out=part)
            yield block, part

    def of(self, lists: Ints) -> ListHours:
        """Of some of the lists [n]."""
        groups = tuple(group.of(lists) for group in self.groups)
        return replace(self, counts=self.counts.part(lists), groups=groups, shared=self.shared[lists])

    def in_order(self, order: Ints) -> ListHours:
        """With the draws [D] in another order."""
        groups = tuple(group.in_order(order) for group in self.groups)
        return replace(self, rows=self.rows.take(order, axis=1), groups=groups)

    def times(self, factor: Floats) -> ListHours:
        """With so many times the hours in each draw [D]."""
        return replace(self, rows=self.rows * factor, groups=tuple(group.times(factor) for group in self.groups))

    def columns(self, block: slice) -> Floats:
        """[n, S (if by_stratum) + apart + A] what `rows` are multiplied with for some lists."""
        part = self.counts.part(block)
        columns = [part.people] if self.by_stratum else []
        if self.apart.size:
            columns.append(np.nan_to_num(list_detail(part, self.linear.folded, self.apart)))
        return np.concatenate([*columns, self.shared[block]], axis=1)

    def means(self) -> Floats | None:
        """[L] means over the draws; None where a drawn prevalence makes hours more than a product."""
        return None if self.groups else self.columns(slice(0, self.counts.length)) @ self.rows.mean(axis=1)

    def _hours(self, block: slice, out: Floats) -> None:
        np.matmul(self.columns(block), self.rows, out=out)
        for group in self.groups:
            group.drawn.prevalence.add_hours(block, group.prevalences, group.weights, group.per_stratum, out)


def list_hours(prepared: Prepared, values: Values, draws: int, shared: DrawnOverlap | None = None) -> ListHours:
    """Adds terms up to weights; `values` give so many draws."""
    values = with_joint(values, prepared.joint)
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
