"""The same problem for another solver, written another way: what a group saves is that of the subset it is in, with a
column for every subset. No row of `tnt.engine.fit.cuts` is in it."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.engine.fit.problems import subsets
from tnt.arrays import Floats
from tnt.engine.fit.problem import FitProblem


class Extended:
    """Columns: how far each is followed, whether at all, whether in full, moves, and the subset of each group."""

    def __init__(self, problem: FitProblem) -> None:
        self.problem, n = problem, problem.must.size
        self.n, self.moved = n, 3 * n
        self.subset = [subsets(members.size) for members in problem.shared.groups]
        self.first = self.moved + problem.moving.of.size + np.cumsum([0, *(len(each) for each in self.subset)])
        self.count = int(self.first[-1])
        self.rows: list[Floats] = []
        self.upper: list[float] = []
        self._rules()
        self._groups()
        self._hours()

    def best(self, benefit: Floats) -> float | None:
        """The most a choice is worth; None where none fits."""
        lower, upper = np.zeros(self.count), np.ones(self.count)
        lower[: self.n] = self.problem.must
        if self.problem.barred is not None:
            upper[: self.n][self.problem.barred] = 0
        upper[self.moved : self.first[0]] = self.problem.moving.most
        whole = np.zeros(self.count)
        whole[: self.moved] = 1
        whole[: self.n] = ~self.problem.partial
        costs = np.zeros(self.count)
        costs[: self.n] = -benefit
        rows = LinearConstraint(np.array(self.rows), -np.inf, np.array(self.upper))
        found = milp(
            costs, constraints=rows, bounds=Bounds(lower, upper), integrality=whole, options={"mip_rel_gap": 0}
        )
        return None if found.x is None else -float(found.fun)

    def at_most(self, values: dict[int, float], upper: float) -> None:
        """A row."""
        row = np.zeros(self.count)
        for column, value in values.items():
            row[column] += value
        self.rows.append(row)
        self.upper.append(upper)

    def _rules(self) -> None:
        n = self.n
        for one in range(n):
            self.at_most({one: 1, n + one: -1}, 0)
            self.at_most({2 * n + one: 1, one: -1}, 0)
        for one, other in self.problem.instead:
            self.at_most({n + one: 1, n + other: 1}, 1)
        for several in self.problem.one_of:
            self.at_most(dict.fromkeys(several, -1), -1)
        for one, others in self.problem.needs:
            self.at_most({one: 1, **dict.fromkeys(others, -1)}, 0)
        for move, (one, most) in enumerate(zip(self.problem.moving.of, self.problem.moving.most, strict=True)):
            self.at_most({self.moved + move: 1, int(one): -most}, 0)

    def _groups(self) -> None:
        for members, subset, first in zip(self.problem.shared.groups, self.subset, self.first, strict=False):
            every = {int(first) + at: 1.0 for at in range(len(subset))}
            self.at_most(every, 1)
            self.at_most(dict.fromkeys(every, -1.0), -1)
            for at, member in enumerate(members.tolist()):
                inside = {int(first) + k: 1.0 for k in np.flatnonzero(subset[:, at]).tolist()}
                self.at_most({**inside, 2 * self.n + member: -1}, 0)

    def _hours(self) -> None:
        problem = self.problem
        for role in np.flatnonzero(np.isfinite(problem.available)).tolist():
            values = {one: problem.hours[one, role] for one in range(self.n)}
            for move in range(problem.moving.of.size):
                values[self.moved + move] = problem.moving.hours[move, role]
            for group in np.flatnonzero(problem.shared.column_of == role).tolist():
                chosen = np.zeros((len(self.subset[group]), self.n), dtype=np.bool_)
                chosen[:, problem.shared.groups[group]] = self.subset[group]
                for at, saved in enumerate(problem.shared.saved(chosen)[:, group].tolist()):
                    values[int(self.first[group]) + at] = -saved
            self.at_most(values, float(problem.available[role]))
