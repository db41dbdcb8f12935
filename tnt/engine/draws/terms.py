"""Required hours as a sum of terms, each a product of drawn parameters and a weight per cell.

What is drawn multiplies; what is not stands in the weights. So the hours of lists are people x weights x draws, and
with weights added up first, a product with as many columns as there are strata, whatever the number of terms.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.draws.combined import apart
from tnt.engine.draws.joint import JointShare
from tnt.engine.draws.prevalence import DrawnPrevalence
from tnt.engine.draws.term import Prevalences, Term
from tnt.engine.hours.fold import Folded, fold
from tnt.engine.people.counts import ListCounts, Measures


@dataclass(frozen=True)
class LinearTerms:
    """K terms that are linear in the lists, in D directions: weights that differ by a constant are counted once.

    folded       the directions as measures
    direction    [K]
    coefficient  [K] the term's weights ÷ the direction's
    terms        the K terms
    """

    folded: Folded
    direction: Ints
    coefficient: Floats
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class CalibratedTerms:
    """Terms of one condition calibrated to registers whose prevalence is drawn; `mask` and `coefficient` [K]."""

    prevalence: DrawnPrevalence
    mask: Ints
    coefficient: Floats
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Prepared:
    """Terms made ready for lists."""

    counts: ListCounts
    linear: LinearTerms
    drawn: tuple[CalibratedTerms, ...]
    joint: tuple[JointShare, ...] = ()
    """Those that stand among the factors of the terms."""


def prepare(terms: Sequence[Term], prevalences: Prevalences, counts: ListCounts) -> Prepared:
    """What cannot be estimated on these lists counts 0, as in `list_totals`.

    Where the ages of the lists are unknown, a prevalence is drawn only if one parameter is that of all cells.
    """
    parameter = prevalences.parameter
    if counts.split is None:
        parameter = np.where((parameter == parameter[:1]).all(axis=0), parameter, -1)
    known = replace(prevalences, parameter=parameter)
    first = known.first_combination
    registered = counts.have_register(first)
    terms, known, joint = apart(terms, known, registered & known.scaled[:first])
    registered = np.append(registered, np.zeros(known.scaled.size - first, dtype=np.bool_))
    parameter = known.parameter
    drawn = (parameter >= 0).any(axis=0)
    calibrated = drawn & registered & known.scaled
    split = [
        part
        for term in terms
        for part in (_by_row(term, known) if _has(drawn & ~calibrated, term.condition) else [term])
    ]
    folded = fold(_measures([(term.weights, term.condition) for term in split], known), counts)
    terms_with_cells = [
        (term, folded.cell_weights[:, column], _has(calibrated, term.condition))
        for column, (term, possible) in enumerate(zip(split, _possible(split, folded), strict=True))
        if possible
    ]
    return Prepared(
        counts,
        _linear([term for term, _, apart in terms_with_cells if not apart], known, counts),
        tuple(
            _drawn(
                condition,
                [(term, cells) for term, cells, _ in terms_with_cells if term.condition == condition],
                known,
                counts,
            )
            for condition in np.flatnonzero(calibrated).tolist()
        ),
        joint,
    )


def _has(conditions: Bools, condition: int) -> bool:
    return condition >= 0 and bool(conditions[condition])


def _by_row(term: Term, prevalences: Prevalences) -> Iterable[Term]:
    """A term of a condition that no register scales, row by row: the prevalence is one more factor, or a weight."""
    parameter, mean = prevalences.parameter[:, term.condition], prevalences.mean[:, term.condition]
    for row in np.unique(parameter).tolist():
        here = term.weights * (parameter == row)
        weights = here * mean if row < 0 else here
        if weights.any():
            yield Term(weights, -1, term.recommendation, term.factors if row < 0 else (*term.factors, row))


def _measures(columns: Sequence[tuple[Floats, int]], prevalences: Prevalences) -> Measures:
    return Measures(
        weights=np.array([weights for weights, _ in columns]).reshape(-1, prevalences.mean.shape[0]).T,
        condition_of=np.array([condition for _, condition in columns], dtype=np.intp),
        prevalence=prevalences.mean,
        scaled=prevalences.scaled,
        combinations=prevalences.combinations,
    )


def _possible(terms: Sequence[Term], folded: Folded) -> list[bool]:
    """Whether a term counts: a recommendation's hours are estimated whole or not at all."""
    lacking = {term.recommendation for term, good in zip(terms, folded.estimable[1].tolist(), strict=True) if not good}
    return [term.recommendation not in lacking for term in terms]


def _linear(terms: Sequence[Term], prevalences: Prevalences, counts: ListCounts) -> LinearTerms:
    directions = _Directions()
    directions_found = [directions.add(term.weights, term.condition) for term in terms]
    columns = [(weights, condition) for weights, condition in directions.directions]
    return LinearTerms(
        fold(_measures(columns, prevalences), counts),
        np.array([direction for direction, _ in directions_found], dtype=np.intp),
        np.array([coefficient for _, coefficient in directions_found], dtype=np.float64),
        tuple(terms),
    )


def _drawn(
    condition: int, terms: Sequence[tuple[Term, Floats]], prevalences: Prevalences, counts: ListCounts
) -> CalibratedTerms:
    """`terms` with their weights per cell of the lists (one cell where ages are unknown)."""
    assert counts.registers is not None  # it is calibrated
    split = np.ones((1, 1)) if counts.split is None else counts.split
    cells = len(split)
    parameter, mean = prevalences.parameter[:cells, condition], prevalences.mean[:cells, condition]
    rows = sorted(
        {(p, 0.0 if p >= 0 else m) for p, m in zip(parameter.tolist(), mean.tolist(), strict=True) if p >= 0 or m > 0}
    )
    inside = np.array([(parameter == p) & ((p >= 0) | (mean == m)) for p, m in rows]).T.astype(np.float64)
    directions = _Directions()
    terms_in_directions = [
        (term, *directions.add(weights * inside[:, row], row))
        for term, weights in terms
        for row in range(len(rows))
        if (weights * inside[:, row]).any()
    ]
    masks = np.array([weights for weights, _ in directions.directions]).reshape(-1, cells).T
    group = DrawnPrevalence(
        parameters=np.array([p for p, _ in rows], dtype=np.intp),
        fixed=np.array([m for _, m in rows]),
        row_people=split.T @ inside,
        mask_people=split.T @ masks,
        row_of=np.array([row for _, row in directions.directions], dtype=np.intp),
        people=counts.people,
        registers=counts.registers[:, condition],
    )
    return CalibratedTerms(
        group,
        np.array([direction for _, direction, _ in terms_in_directions], dtype=np.intp),
        np.array([coefficient for _, _, coefficient in terms_in_directions], dtype=np.float64),
        tuple(term for term, _, _ in terms_in_directions),
    )


class _Directions:
    """Weights up to a constant, of one condition or row each."""

    def __init__(self) -> None:
        self.directions: list[tuple[Floats, int]] = []
        self._number: dict[tuple[int, bytes], int] = {}

    def add(self, weights: Floats, kind: int) -> tuple[int, float]:
        """The number of the direction, and the constant."""
        size = float(weights[np.argmax(np.abs(weights))]) or 1.0
        direction = weights / size + 0.0  # no negative zeros: equal directions have equal bytes
        number = self._number.setdefault((kind, direction.tobytes()), len(self.directions))
        if number == len(self.directions):
            self.directions.append((direction, kind))
        return number, size
