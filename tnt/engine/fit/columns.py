"""Which columns of the program mean what.

Columns: how far each recommendation is followed; whether one that may be followed in part is followed at all, and
whether it is followed in full; how much of each task moves; what each group saves; and, to say by how much what must
stay does not fit, hours beyond what there is. Hours are scaled so that a role has 1,000 of them, or fewer where some
recommendation takes a million times that.
"""

from functools import cached_property

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.problem import FitProblem

_HOURS_OF_A_ROLE = 1000.0
_LARGEST = 1e9
"""Scaled hours: HiGHS takes no figure that is much larger."""


class ProgramColumns:
    """Places and limits of the columns.

    any_     [n] whether each is followed at all
    full     [n] whether each is followed in full: what shares
    moved    the first of the moves
    saved    the first of what groups save
    over     the first of the hours beyond what there is
    limited  [R] the roles with limited hours, one row each
    scale    [J] scaled hours in an hour
    """

    def __init__(self, problem: FitProblem, *, elastic: bool) -> None:
        self.problem, self.elastic = problem, elastic
        n, partial = problem.must.size, np.flatnonzero(problem.partial)
        grouped = np.isin(partial, np.concatenate([*problem.shared.groups, np.empty(0, dtype=np.intp)]))
        self.any_, self.full = np.arange(n), np.arange(n)
        self.any_[partial] = n + np.arange(partial.size)
        self.full[partial[grouped]] = n + partial.size + np.arange(int(grouped.sum()))
        self.moved = n + partial.size + int(grouped.sum())
        self.saved = self.moved + problem.moving.of.size
        self.over = self.saved + len(problem.shared.groups)
        self.limited = np.flatnonzero(np.isfinite(problem.available))
        some = np.isfinite(problem.available) & (problem.available > 0)
        scale = np.divide(_HOURS_OF_A_ROLE, problem.available, out=np.ones(some.size), where=some)
        largest = np.abs(np.concatenate([problem.hours, problem.moving.hours])).max(axis=0, initial=1.0)
        self.scale = np.minimum(scale, _LARGEST / largest)
        self.count = self.over + (self.limited.size if elastic else 0)

    @cached_property
    def whole(self) -> Bools:
        """[columns] which are whole numbers."""
        whole = np.zeros(self.count, dtype=np.bool_)
        whole[: self.moved] = True
        whole[np.flatnonzero(self.problem.partial)] = False
        return whole

    @cached_property
    def scale_of_group(self) -> Floats:
        """[G] scaled hours in an hour of its role."""
        return np.asarray(self.scale[self.problem.shared.column_of])

    @cached_property
    def limited_groups(self) -> Ints:
        """The groups whose role has limited hours: what the others save is of no consequence."""
        return np.flatnonzero(np.isfinite(self.problem.available[self.problem.shared.column_of]))

    def limits(self) -> tuple[Floats, Floats]:
        """The least and the most of each column; no set saves more than all recommendations together."""
        problem = self.problem
        lower, upper = np.zeros(self.count), np.ones(self.count)
        lower[: problem.must.size] = problem.must
        if problem.barred is not None:
            upper[: problem.must.size][problem.barred] = 0.0
        upper[self.moved : self.saved] = problem.moving.most
        everything = np.ones((1, problem.must.size), dtype=np.bool_)
        upper[self.saved : self.over] = 0.0
        if (groups := self.limited_groups).size:
            most = problem.shared.saved(everything)[0] * self.scale_of_group
            upper[self.saved + groups] = np.maximum(most[groups], 0.0)
        upper[self.over :] = np.inf
        return lower, upper

    def of(self, uptake: Floats, moved: Floats) -> Floats:
        """[columns] of a choice, nothing beyond what there is."""
        columns = np.zeros(self.count)
        columns[self.any_] = uptake > 0
        columns[self.full] = uptake >= 1
        columns[: uptake.size] = uptake
        columns[self.moved : self.saved] = moved
        if self.limited_groups.size:
            saved = self.problem.shared.saved((uptake >= 1)[None])[0] * self.scale_of_group
            columns[self.saved + self.limited_groups] = np.maximum(saved[self.limited_groups], 0.0)
        return columns
