"""A fit problem as a mixed-integer program in HiGHS.

Columns: how far each recommendation is followed; whether one that may be followed in part is followed at all, and
whether it is followed in full; how much of each task moves; what each group saves; and, to say by how much what must
stay does not fit, hours beyond what there is. Hours are scaled so that a role has 1,000 of them.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import highspy
import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.cuts import Cut
from tnt.engine.fit.problem import FitProblem

_HOURS_OF_A_ROLE = 1000.0
_TOLERANCE = 1e-9
"""Of rows and of whole numbers: a billionth of the hours there are."""


class Answer(NamedTuple):
    """Values of the columns, what the objective is, what it can be at most, and the duals of the roles' rows."""

    columns: Floats
    value: float
    bound: float
    prices: Floats


class Model:
    """A problem in HiGHS. `elastic` lets roles have more hours than there are, at a price."""

    def __init__(self, problem: FitProblem, *, elastic: bool = False) -> None:
        """Build the rows that hold whatever is shared."""
        self.problem = problem
        n, partial = problem.must.size, np.flatnonzero(problem.partial)
        grouped = np.isin(partial, np.concatenate([*problem.shared.groups, np.empty(0, dtype=np.intp)]))
        self._any, self._full = np.arange(n), np.arange(n)
        self._any[partial] = n + np.arange(partial.size)
        self._full[partial[grouped]] = n + partial.size + np.arange(int(grouped.sum()))
        self._moved = n + partial.size + int(grouped.sum())
        self._saved = self._moved + problem.moving.of.size
        self._over = self._saved + len(problem.shared.groups)
        self.limited = np.flatnonzero(np.isfinite(problem.available))
        self._scale = np.where(problem.available > 0, _HOURS_OF_A_ROLE / problem.available, 1.0)
        self._columns = self._over + (self.limited.size if elastic else 0)
        self._highs = _quiet()
        self._add_columns(elastic)
        self._add_rows(elastic)

    def follow(self, answer: Answer) -> Floats:
        """[n] whether each is followed in full: what shares."""
        return np.asarray(answer.columns[self._full])

    def uptake(self, answer: Answer) -> Floats:
        """[n] how far each is followed."""
        uptake = answer.columns[: self.problem.must.size].copy()
        whole = ~self.problem.partial
        uptake[whole] = np.round(uptake[whole])
        return np.asarray(np.where(uptake > 1 - 1e-9, 1.0, np.where(uptake < 1e-9, 0.0, uptake)))

    def moved(self, answer: Answer) -> Floats:
        """[M] share of the events of each move."""
        return np.asarray(np.clip(answer.columns[self._moved : self._saved], 0.0, self.problem.moving.most))

    def saved(self, answer: Answer) -> Floats:
        """[G] hours that the rows let each group save."""
        scale = self._scale[self.problem.shared.column_of]
        return np.asarray(answer.columns[self._saved : self._saved + scale.size] / scale)

    def over(self, answer: Answer) -> Floats:
        """[J] hours beyond what there is, of an elastic model."""
        over = np.zeros(self.problem.available.size)
        over[self.limited] = answer.columns[self._over :] / self._scale[self.limited]
        return over

    def objective(self, of_followed: Floats | None = None, *, moved: float = 0.0, over: float = 0.0) -> Floats:
        """[columns] what is maximised: per recommendation followed [n], per share of a task moved, per scaled hour
        beyond what there is."""
        costs = np.zeros(self._columns)
        if of_followed is not None:
            costs[: of_followed.size] = of_followed
        costs[self._moved : self._saved] = moved
        costs[self._over :] = over
        return costs

    def add_cut(self, cut: Cut) -> None:
        """What a group saves is at most the steps of those followed."""
        scale = self._scale[self.problem.shared.column_of[cut.group]]
        columns = np.append(self._full[cut.members], self._saved + cut.group)
        self._row(-np.inf, 0.0, columns, np.append(-cut.steps * scale, 1.0))

    def hold(self, objective: Floats, at_least: float) -> None:
        """From now on an objective is at least so much."""
        columns = np.flatnonzero(objective)
        self._row(at_least, np.inf, columns, objective[columns])

    def fix(self, answer: Answer) -> None:
        """From now on the whole columns stay as they are in an answer."""
        for column in np.flatnonzero(self._whole()).tolist():
            value = float(round(answer.columns[column]))
            self._highs.changeColBounds(column, value, value)

    def solve(
        self, objective: Floats, *, relaxed: bool = False, seconds: float = 60.0, gap: float = 0.0
    ) -> Answer | None:
        """Maximise; None where no set fits. `gap` is how far from the best the answer may be, as a share of it."""
        highs, scale = self._highs, float(np.abs(objective).max(initial=0.0)) or 1.0
        highs.changeColsCost(self._columns, np.arange(self._columns, dtype=np.int32), objective / scale)
        for name, value in (
            ("solve_relaxation", relaxed),
            ("time_limit", highs.getRunTime() + seconds),
            ("mip_rel_gap", gap),
        ):
            highs.setOptionValue(name, value)
        highs.run()
        info, solution = highs.getInfo(), highs.getSolution()
        if highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible or not solution.value_valid:
            return None
        prices = np.zeros(self.problem.available.size)
        if relaxed:
            prices[self.limited] = np.array(solution.row_dual[: self.limited.size]) * scale * self._scale[self.limited]
        value = info.objective_function_value
        bound = value if relaxed or not self._whole().any() else info.mip_dual_bound
        return Answer(np.array(solution.col_value), value * scale, bound * scale, prices)

    def _whole(self) -> Bools:
        """[columns] which are whole numbers."""
        whole = np.zeros(self._columns, dtype=np.bool_)
        whole[: self._moved] = True
        whole[np.flatnonzero(self.problem.partial)] = False
        return whole

    def _add_columns(self, elastic: bool) -> None:
        problem, whole = self.problem, self._whole()
        lower, upper = np.zeros(self._columns), np.ones(self._columns)
        lower[: problem.must.size] = problem.must
        if problem.barred is not None:
            upper[: problem.must.size][problem.barred] = 0.0
        upper[self._moved : self._saved] = problem.moving.most
        upper[self._saved :] = np.inf
        kinds = [highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger]
        nothing = np.empty(0, dtype=np.int32)
        self._highs.addCols(self._columns, np.zeros(self._columns), lower, upper, 0, nothing, nothing, np.empty(0))
        columns = np.arange(self._columns, dtype=np.int32)
        self._highs.changeColsIntegrality(self._columns, columns, np.array([kinds[int(one)] for one in whole]))
        self._highs.changeObjectiveSense(highspy.ObjSense.kMaximize)

    def _add_rows(self, elastic: bool) -> None:
        problem, moving = self.problem, self.problem.moving
        for at, role in enumerate(self.limited.tolist()):
            groups = np.flatnonzero(problem.shared.column_of == role)
            parts = [
                (np.arange(problem.must.size), problem.hours[:, role] * self._scale[role]),
                (self._moved + np.arange(moving.of.size), moving.hours[:, role] * self._scale[role]),
                (self._saved + groups, np.full(groups.size, -1.0)),
                (np.array([self._over + at] if elastic else [], dtype=np.intp), np.array([-1.0] if elastic else [])),
            ]
            limit = problem.available[role] * self._scale[role]
            self._row(-np.inf, limit, *(np.concatenate(each) for each in zip(*parts, strict=True)))
        for lower, columns, values in self._rules():
            self._row(lower, np.inf, np.array(columns), np.array(values))

    def _rules(self) -> Iterator[tuple[float, Sequence[int], Sequence[float]]]:
        """Rows of whole numbers: what is not followed at all is not followed in part, of two instead of one another
        one is followed, and so on; each at least so much."""
        followed, any_, full = range(self.problem.must.size), self._any.tolist(), self._full.tolist()
        for one in followed:
            if any_[one] != one:
                yield 0.0, (any_[one], one), (1.0, -1.0)
            if full[one] != one:
                yield 0.0, (one, full[one]), (1.0, -1.0)
        for one, other in self.problem.instead:
            yield -1.0, (any_[one], any_[other]), (-1.0, -1.0)
        for several in self.problem.one_of:
            yield 1.0, [any_[one] for one in several], [1.0 for _ in several]
        for one, others in self.problem.needs:
            yield 0.0, (*(any_[other] for other in others), any_[one]), (*(1.0 for _ in others), -1.0)
        for move, (one, most) in enumerate(
            zip(self.problem.moving.of.tolist(), self.problem.moving.most.tolist(), strict=True)
        ):
            yield 0.0, (one, self._moved + move), (most, -1.0)

    def _row(self, lower: float, upper: float, columns: Ints, values: Floats) -> None:
        some = values != 0
        self._highs.addRow(lower, upper, int(some.sum()), columns[some].astype(np.int32), values[some])


def _quiet() -> highspy.Highs:
    """A solver that says nothing, in one thread, so that the same question has the same answer."""
    with _nothing_said():
        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("random_seed", 0)
    for name in ("primal_feasibility_tolerance", "dual_feasibility_tolerance", "mip_feasibility_tolerance"):
        highs.setOptionValue(name, _TOLERANCE)
    return highs


@contextmanager
def _nothing_said() -> Iterator[None]:
    """HiGHS greets on file descriptor 1 however quiet it is asked to be, and that is where a result is written."""
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
