"""A fit problem as a mixed-integer program in HiGHS, that is added to and asked again."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import highspy
import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.fit.columns import ProgramColumns
from tnt.engine.fit.cuts import Cut
from tnt.engine.fit.highs import quiet
from tnt.engine.fit.problem import FitProblem
from tnt.engine.fit.rows import ProgramRow, packed, row_of_cut, rows_of_hours, rows_of_rules

_ALL_OF_IT = 1 - 1e-8
"""A share so near 1 that it is all: ten times what the solver may err by."""


class SolverAnswer(NamedTuple):
    """Values of the columns, what the objective is, what it can be at most; of a relaxation also the duals of the
    roles' rows and of the columns."""

    columns: Floats
    value: float
    bound: float
    prices: Floats
    reduced: Floats


class OutOfTimeError(Exception):
    """The solver found nothing in the time it had; whether there is anything is not known."""


class Model:
    """A problem in HiGHS. `elastic` lets roles have more hours than there are, at a price."""

    def __init__(self, problem: FitProblem, *, elastic: bool = False) -> None:
        """Build the rows that hold whatever is shared."""
        self.problem, self.columns = problem, ProgramColumns(problem, elastic=elastic)
        self.highs = quiet()
        self.held: list[tuple[Floats, float]] = []
        self._lower, self._upper = self.columns.limits()
        self._add_columns()
        self._add([*rows_of_hours(self.columns), *rows_of_rules(self.columns)])

    def follow(self, answer: SolverAnswer) -> Floats:
        """[n] whether each is followed in full: what shares."""
        return np.asarray(answer.columns[self.columns.full])

    def uptake(self, answer: SolverAnswer) -> Floats:
        """[n] how far each is followed."""
        uptake = answer.columns[: self.problem.must.size].copy()
        whole = ~self.problem.partial
        uptake[whole] = np.round(uptake[whole])
        return np.asarray(np.where(uptake > _ALL_OF_IT, 1.0, np.where(uptake < 1 - _ALL_OF_IT, 0.0, uptake)))

    def moved(self, answer: SolverAnswer) -> Floats:
        """[M] share of the events of each move."""
        moved = answer.columns[self.columns.moved : self.columns.saved]
        return np.asarray(np.clip(moved, 0.0, self.problem.moving.most))

    def saved(self, answer: SolverAnswer) -> Floats:
        """[G] hours that the rows let each group save."""
        return np.asarray(answer.columns[self.columns.saved : self.columns.over] / self.columns.scale_of_group)

    def objective(self, of_followed: Floats | None = None, *, moved: float = 0.0, over: float = 0.0) -> Floats:
        """[columns] what is maximised: per recommendation followed [n], per share of a task moved, per scaled hour
        beyond what there is."""
        costs = np.zeros(self.columns.count)
        if of_followed is not None:
            costs[: of_followed.size] = of_followed
        costs[self.columns.moved : self.columns.saved] = moved
        costs[self.columns.over :] = over
        return costs

    def add_cuts(self, cuts: Sequence[Cut]) -> None:
        """What groups save is at most the steps of those followed."""
        self._add([row_of_cut(self.columns, cut) for cut in cuts])

    def hold(self, objective: Floats, at_least: float) -> None:
        """From now on an objective is at least so much."""
        self.held.append((objective, at_least))
        columns, scale = np.flatnonzero(objective), np.abs(objective).max(initial=0.0) or 1.0
        self._add([ProgramRow(at_least / scale, np.inf, columns, objective[columns] / scale)])

    def change_hours(self, hours: Floats, moved: Floats, shared: Floats) -> None:
        """Other hours a year of recommendations [n, J] and moves [M, J], and what each group saves times so much [G];
        those that are 0 in the problem stay 0."""
        change = self.highs.changeCoeff
        for row, (role, some, moves, groups, columns) in enumerate(self._hours):
            scale = self.columns.scale[role]
            values = np.concatenate([hours[some, role] * scale, moved[moves, role] * scale, -shared[groups]])
            for column, value in zip(columns, values.tolist(), strict=True):
                change(row, column, value)

    @cached_property
    def _hours(self) -> list[tuple[int, Ints, Ints, Ints, list[int]]]:
        """Of each limited role: the recommendations and moves that take hours of it, its groups, and their columns."""
        of = []
        for role in self.columns.limited.tolist():
            some, moves = (np.flatnonzero(each[:, role]) for each in (self.problem.hours, self.problem.moving.hours))
            groups = np.flatnonzero(self.problem.shared.column_of == role)
            columns = np.concatenate([some, self.columns.moved + moves, self.columns.saved + groups])
            of.append((role, some, moves, groups, columns.tolist()))
        return of

    def fix(self, which: Ints, values: Floats) -> None:
        """Some columns stay at values, until `free`."""
        self._limit(which, values, values)

    def fix_by_price(self, relaxed: SolverAnswer, loss: float) -> None:
        """Whole columns that would cost more than `loss` to move off their limits in the relaxation stay there."""
        which = np.flatnonzero(self.columns.whole & (np.abs(relaxed.reduced) > loss))
        self.fix(which, np.where(relaxed.reduced > 0, self._upper, self._lower)[which])

    def free(self) -> None:
        """All columns have their own limits again."""
        self._limit(np.arange(self.columns.count), self._lower, self._upper)

    def begin_at(self, columns: Floats) -> None:
        """A choice that fits, for the solver to begin with."""
        self.highs.setSolution(columns.size, np.arange(columns.size, dtype=np.int32), columns)

    def solve(
        self, objective: Floats, *, relaxed: bool = False, seconds: float = 60.0, gap: float = 0.0
    ) -> SolverAnswer | None:
        """Maximise; None where no set fits. `gap` is how far from the best the answer may be, as a share of it."""
        highs, count = self.highs, self.columns.count
        if not count:  # of which HiGHS says nothing
            return SolverAnswer(np.empty(0), 0.0, 0.0, np.zeros(self.problem.available.size), np.empty(0))
        scale = float(np.abs(objective).max(initial=0.0)) or 1.0
        highs.changeColsCost(count, np.arange(count, dtype=np.int32), objective / scale)
        for name, value in (
            ("solve_relaxation", relaxed),
            ("time_limit", highs.getRunTime() + seconds),
            ("mip_rel_gap", gap),
        ):
            highs.setOptionValue(name, value)
        highs.run()
        info, solution = highs.getInfo(), highs.getSolution()
        if highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
            return None
        if not solution.value_valid:
            raise OutOfTimeError
        prices, reduced = np.zeros(self.problem.available.size), np.zeros(count)
        if relaxed:
            limited = self.columns.limited
            prices[limited] = np.array(solution.row_dual[: limited.size]) * scale * self.columns.scale[limited]
            reduced = np.array(solution.col_dual) * scale
        value = info.objective_function_value
        bound = value if relaxed or not self.columns.whole.any() else info.mip_dual_bound
        return SolverAnswer(np.array(solution.col_value), value * scale, bound * scale, prices, reduced)

    def _add_columns(self) -> None:
        count, nothing = self.columns.count, np.empty(0, dtype=np.int32)
        self.highs.addCols(count, np.zeros(count), self._lower, self._upper, 0, nothing, nothing, np.empty(0))
        kinds = [highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger]
        columns = np.arange(count, dtype=np.int32)
        self.highs.changeColsIntegrality(count, columns, np.array([kinds[int(one)] for one in self.columns.whole]))
        self.highs.changeObjectiveSense(highspy.ObjSense.kMaximize)

    def _limit(self, which: Ints, lower: Floats, upper: Floats) -> None:
        self.highs.changeColsBounds(which.size, which.astype(np.int32), lower, upper)

    def _add(self, rows: Sequence[ProgramRow]) -> None:
        if rows:
            all_ = packed(rows)
            self.highs.addRows(
                len(rows), all_.lower, all_.upper, all_.values.size, all_.starts, all_.columns, all_.values
            )
