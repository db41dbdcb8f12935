"""Folds measures into weights per stratum before any list is touched; every quantity is then a matrix product.

A quantity of a list (people reached, hours) is linear in its people: Σ over cells of people x prevalence x weight, with
METHOD "Hours" in the weight. Strata are unions of cells (a band of ages, both sexes), and `split` says how the people
of a stratum are spread over its cells, whoever's list it is; so prevalence, weight and split can be multiplied once,
into one number per stratum and measure, and a list is a row of people times that. What differs between lists is only
the factor that a register gives a condition (`registers`), and that stands outside the sum as long as no cell is full.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.hours.basis import Basis, basis_of_everybody, basis_of_nothing, basis_with_ages, basis_without_ages
from tnt.engine.people.combinations import Combination
from tnt.engine.people.counts import ListCounts, Measures


@dataclass(frozen=True)
class Folded:
    """Weights ready for lists: measure m of list l = factor[l, factor_of[m]] x people[l] @ strata_weights[:, m].

    strata_weights    [S, M] quantity per person of the stratum, prevalence included; 0 where it cannot be estimated
    cell_weights      [C, M] quantity per person with the condition; C is 1 when the ages are unknown
    prevalence_of     [C, M] share of the cell with the measure's condition, before calibration; 1 for none, or where
                             the weights hold it already
    split             [C, S] shares of strata in cells
    condition_of      [M]    as in the measures
    factor_of         [M]    which of the G calibrated conditions scales the measure, -1 for none
    calibrated        [G]    conditions calibrated to registers, as columns of the registers
    prevalence        [C, G] their prevalence; 1 everywhere when only the register knows it
    bases             [S, G] people with the condition per person of the stratum, before calibration
    without_register  [G]    factor of a list whose register is unknown: 1 keeps the prevalence, 0 when there is none
    estimable         [2, M] whether it can be estimated on lists without (row 0) and with (row 1) a register
    combined          condition -> what it is a combination of; such conditions come last among the calibrated
    """

    strata_weights: Floats
    cell_weights: Floats
    prevalence_of: Floats
    split: Floats
    condition_of: Ints
    factor_of: Ints
    calibrated: Ints
    prevalence: Floats
    bases: Floats
    without_register: Floats
    estimable: Bools
    combined: Mapping[int, Combination]

    @property
    def first_combination(self) -> int:
        """How many of the calibrated conditions come before the combinations."""
        return int(np.count_nonzero([condition not in self.combined for condition in self.calibrated.tolist()]))


def fold(measures: Measures, counts: ListCounts) -> Folded:
    """Weights per stratum, and which measures can be estimated: by METHOD "Conditions and registers".

    Where only a register says who has a condition, or the lists have no ages, a measure that is not the same for
    everyone who can have the condition cannot be estimated.
    """
    register_only, registered = measures.register_only, counts.have_register(measures.first_combination)
    bases = {-1: _basis(measures, counts, -1, register_only=False, registered=False)} | {
        condition: _basis(measures, counts, condition, bool(register_only[condition]), bool(registered[condition]))
        for condition in range(measures.first_combination)
    }
    told = measures.combined if counts.split is not None else _in_one_cell(measures)
    scaled = np.array([bases[condition].without_register is not None for condition in range(len(bases) - 1)])
    bases |= {
        condition: _basis_of_combination(measures, counts, condition, told, scaled) for condition in measures.combined
    }
    split = np.ones((1, 1)) if counts.split is None else counts.split
    calibrated = [condition for condition, basis in bases.items() if basis.without_register is not None]
    prevalence = np.array([bases[condition].prevalence for condition in calibrated]).reshape(-1, split.shape[0]).T
    cell_weights = np.zeros((split.shape[0], measures.condition_of.size))
    prevalence_of = np.ones_like(cell_weights)
    factor_of = np.full(measures.condition_of.size, -1)
    estimable = np.ones((2, measures.condition_of.size), dtype=np.bool_)
    for condition, basis in bases.items():
        columns = measures.condition_of == condition
        cell_weights[:, columns] = basis.weights
        prevalence_of[:, columns] = basis.prevalence[:, None]
        factor_of[columns] = calibrated.index(condition) if condition in calibrated else -1
        estimable[:, columns] = basis.estimable
    return Folded(
        strata_weights=split.T @ (cell_weights * prevalence_of),
        cell_weights=cell_weights,
        prevalence_of=prevalence_of,
        split=split,
        condition_of=measures.condition_of,
        factor_of=factor_of,
        calibrated=np.array(calibrated, dtype=np.intp),
        prevalence=prevalence,
        bases=split.T @ prevalence,
        without_register=np.array([bases[condition].without_register for condition in calibrated], dtype=np.float64),
        estimable=estimable,
        combined=told,
    )


def _basis(measures: Measures, counts: ListCounts, condition: int, register_only: bool, registered: bool) -> Basis:
    weights = measures.weights[:, measures.condition_of == condition]
    basis = basis_without_ages if counts.split is None else basis_with_ages
    if condition < 0:
        return basis(weights, np.ones(weights.shape[0]), register_only=False, calibrated=False)
    prevalence = np.ones(weights.shape[0]) if register_only else measures.prevalence[:, condition]
    calibrated = registered and (register_only or bool(measures.scaled[condition]))
    return basis(weights, prevalence, register_only=register_only, calibrated=calibrated)


def _in_one_cell(measures: Measures) -> dict[int, Combination]:
    """The combinations that can be told of people of unknown age."""
    in_one = {condition: each.in_one_cell() for condition, each in measures.combined.items()}
    return {condition: each for condition, each in in_one.items() if each is not None}


def _basis_of_combination(
    measures: Measures, counts: ListCounts, condition: int, told: Mapping[int, Combination], scaled: Bools
) -> Basis:
    """As of a condition; where registers scale one it is made of, of what age its people are must be known, or not
    matter."""
    if not scaled[measures.combined[condition].conditions].any():
        return _basis(measures, counts, condition, register_only=False, registered=False)
    weights, prevalence = measures.weights[:, measures.condition_of == condition], measures.prevalence[:, condition]
    if condition not in told:
        return basis_of_nothing(weights)
    if counts.split is None:
        return basis_of_everybody(weights, prevalence)
    return basis_with_ages(weights, prevalence, register_only=False, calibrated=True)
