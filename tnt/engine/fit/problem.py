"""What is to be chosen from, and what binds the choice. [ours]

Hours of a set of recommendations are those of each less what they share: work that is counted once, and what merged
visits save. How much a set saves is no sum over its members: the second of two is cheaper than the first, the third of
three at least as much again. Such a function is supermodular, and `tnt.engine.fit.cuts` puts it into linear rows.
"""

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from tnt.arrays import Bools, Floats, Ints


class SharedHours(Protocol):
    """G groups of recommendations that share work of one role, and the hours a year that sets of them save."""

    @property
    def groups(self) -> tuple[Ints, ...]:
        """[G] the recommendations of each, two or more."""

    @property
    def column_of(self) -> Ints:
        """[G] the role of each."""

    def saved(self, chosen: Bools) -> Floats:
        """[K, G] hours a year that each of K sets [K, n] saves in each group: 0 for one member or none, and the more
        the more there are."""


class NothingShared:
    """No recommendation shares work with another."""

    groups: tuple[Ints, ...] = ()
    column_of: Ints = np.empty(0, dtype=np.intp)

    def saved(self, chosen: Bools) -> Floats:
        """No group, no hours."""
        return np.zeros((len(chosen), 0))


@dataclass(frozen=True)
class Moves:
    """M ways to give events of a task to another role.

    of     [M] the recommendation
    most   [M] the greatest share of the task's events that may move
    hours  [M, J] hours a year more of each role if all events moved, fewer where negative
    """

    of: Ints
    most: Floats
    hours: Floats

    @staticmethod
    def none(roles: int) -> "Moves":
        """Nothing may move."""
        return Moves(np.empty(0, dtype=np.intp), np.empty(0), np.empty((0, roles)))


@dataclass(frozen=True)
class FitProblem:
    """n recommendations and J roles.

    hours      [n, J] hours a year of each at its target uptake, nothing shared taken out; 0 or more
    available  [J] hours a year there are, infinite where nobody knows
    must       [n] whether it stays, whatever it takes
    partial    [n] whether a part of its target uptake may be chosen
    instead    pairs of which at most one is followed
    needs      a recommendation and those of which one must be followed if it is; in parts, together as far as it is
    barred     [n] whether it cannot be chosen; None where all can
    one_of     those of which one must be followed
    """

    hours: Floats
    available: Floats
    must: Bools
    partial: Bools
    instead: tuple[tuple[int, int], ...] = ()
    needs: tuple[tuple[int, tuple[int, ...]], ...] = ()
    moves: Moves | None = None
    shared: SharedHours = field(default_factory=NothingShared)
    barred: Bools | None = None
    one_of: tuple[tuple[int, ...], ...] = ()

    @property
    def moving(self) -> Moves:
        """The moves there are."""
        return Moves.none(self.hours.shape[1]) if self.moves is None else self.moves

    def used(self, uptake: Floats, moved: Floats) -> Floats:
        """[J] hours a year at shares of the target uptake [n] and of events moved [M]. What is followed in part shares
        nothing: a part of the people is not said to be the same people."""
        saved = self.shared.saved((uptake >= 1.0)[None])[0]
        taken = np.zeros(self.hours.shape[1])
        np.add.at(taken, self.shared.column_of, saved)
        return np.asarray(uptake @ self.hours + moved @ self.moving.hours - taken)


def gap_between(value: float, bound: float) -> float:
    """How far a bound lies above a value, as a share of it; none where it is the value but for rounding."""
    return 0.0 if bound - value <= 1e-9 * abs(value) else (bound - value) / max(abs(value), 1e-300)


@dataclass(frozen=True)
class Solution:
    """What was chosen.

    uptake    [n] share of the target uptake: 1 in, 0 out
    moved     [M] share of the events of each move
    used      [J] hours a year, what is shared counted once
    value     of the last objective; `bound` what it can be at most
    prices    [J] value of one more hour a year at the margin (dual of the relaxation, cuts included); 0 without a limit
    over      [J] hours a year by which what must stay exceeds what there is; zeros where it fits
    reached   value and bound of each objective, in order
    """

    uptake: Floats
    moved: Floats
    used: Floats
    value: float
    bound: float
    prices: Floats
    over: Floats
    reached: tuple[tuple[float, float], ...] = ()

    @property
    def gap(self) -> float:
        """How far the bound lies above the value, as a share of it; the greatest of all objectives."""
        return max((gap_between(*each) for each in (*self.reached, (self.value, self.bound))), default=0.0)

    @property
    def is_feasible(self) -> bool:
        """Whether what must stay fits."""
        return not self.over.any()
