"""What one condition's measures rest on: prevalence, register or both; and which of them can be estimated from it.

METHOD "Conditions and registers": a register counts people without ages. Of those it counts, only a quantity that is
the same for everyone who can have the condition is known; one that differs by age or sex is unknown there, not averaged
with ages that nobody counted. The same holds where the lists have no ages.
"""

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats


@dataclass(frozen=True)
class Basis:
    """One condition (or none) and its m measures.

    prevalence        [C]    share of the cell with it; 1 where only a register knows it (a factor does the rest)
    weights           [C, m] quantity per person with it, 0 where it cannot be estimated
    estimable         [2, m] on lists without and with a register
    without_register  factor of a list whose register is unknown; None when no register is used at all
    """

    prevalence: Floats
    weights: Floats
    estimable: Bools
    without_register: float | None


def basis_with_ages(weights: Floats, prevalence: Floats, *, register_only: bool, calibrated: bool) -> Basis:
    """Lists counted by age and sex: all can be estimated, but for a register without prevalence."""
    if register_only:
        return _of_register(weights, prevalence > 0, np.ones(prevalence.size), calibrated)
    always = np.ones((2, weights.shape[1]), dtype=np.bool_)
    return Basis(prevalence, weights, always, 1.0 if calibrated else None)


def basis_without_ages(weights: Floats, prevalence: Floats, *, register_only: bool, calibrated: bool) -> Basis:
    """Lists of unknown ages: one cell, and only what is the same at all ages and for both sexes can be estimated."""
    if register_only or (calibrated and np.ptp(prevalence) > 0):
        return _of_register(weights, prevalence > 0, np.ones(1), calibrated)
    if np.ptp(prevalence) == 0:
        level, flat = _level(weights, prevalence > 0)
        return Basis(prevalence[:1], level, np.array([flat, flat]), 1.0 if calibrated else None)
    level, flat = _level(weights * prevalence[:, None], np.ones(prevalence.size, dtype=np.bool_))
    return Basis(np.ones(1), level, np.array([flat, flat]), None)


def basis_of_everybody(weights: Floats, prevalence: Floats) -> Basis:
    """Lists of unknown ages and a combination of conditions that registers scale, the same at all ages: anybody may
    belong to it, so a measure must be the same for all."""
    level, flat = _level(weights, np.ones(len(weights), dtype=np.bool_))
    return Basis(prevalence[:1], level, np.array([flat, flat]), 1.0)


def basis_of_nothing(weights: Floats) -> Basis:
    """Lists of unknown ages, where what a combination of conditions comes to depends on them: only what asks nothing of
    anybody can be estimated."""
    nothing = ~weights.any(axis=0)
    return Basis(np.ones(1), np.zeros((1, nothing.size)), np.array([nothing, nothing]), None)


def _of_register(weights: Floats, can_have_it: Bools, prevalence: Floats, calibrated: bool) -> Basis:
    """People of unknown age, counted by a register: a measure must be the same for all who can have the condition."""
    level, flat = _level(weights, can_have_it)
    nothing = flat & ~level.any(axis=0)  # asks nothing of anybody: zero with or without a register
    if not calibrated:  # no list has the register
        return Basis(prevalence, np.zeros((prevalence.size, flat.size)), np.array([nothing, flat]), None)
    return Basis(prevalence, np.repeat(level, prevalence.size, axis=0), np.array([nothing, flat]), 0.0)


def _level(weights: Floats, cells: Bools) -> tuple[Floats, Bools]:
    """The one weight [1, m] of these cells, 0 where they differ, and whether they are all the same [m]."""
    among = weights[cells]
    if not among.size:
        return np.zeros((1, weights.shape[1])), np.ones(weights.shape[1], dtype=np.bool_)
    size = np.abs(among).max(axis=0)
    flat = np.ptp(among, axis=0) <= 1e-12 * size
    return np.where(flat, among[:1], 0.0), flat
