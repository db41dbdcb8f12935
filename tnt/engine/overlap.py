"""Work that several tasks ask for and that is done once, on lists: METHOD "Overlap" [ours].

Without registers that scale, the overlap of a cell is so much per person: one weight, like any other measure. Where a
register scales a condition, it is worked out list by list.
"""

from dataclasses import dataclass, replace

import numpy as np

from tnt.engine.arrays import Bools, Floats, Ints
from tnt.engine.blocks import block_registers, blocks
from tnt.engine.coinciding import Coinciding, overlap_per_person, side_by_side
from tnt.engine.fold import Folded, fold
from tnt.engine.inputs import ListCounts, Measures
from tnt.engine.missing import has_register
from tnt.engine.registers import Filled, calibrate


@dataclass(frozen=True)
class SharedTasks:
    """T tasks that share work, in A activities of one role each.

    people      measures [T]: share asked for each task, before uptake
    events      [T] events a year of a person asked
    hours       [T] hours an event
    activities  [A] the tasks of each, two or more
    column_of   [A] which of J columns (roles) the hours of each belong to
    columns     J
    """

    people: Folded
    events: Floats
    hours: Floats
    activities: tuple[Ints, ...]
    column_of: Ints
    columns: int

    @property
    def column_of_task(self) -> Ints:
        """[T] which column the hours of each task belong to."""
        columns = np.empty(self.events.size, dtype=np.intp)
        for tasks, column in zip(self.activities, self.column_of.tolist(), strict=True):
            columns[tasks] = column
        return columns

    def regrouped(self, activities: tuple[Ints, ...]) -> "SharedTasks":
        """The same tasks in other groups, all in one column."""
        return replace(self, activities=activities, column_of=np.zeros(len(activities), dtype=np.intp), columns=1)


@dataclass(frozen=True)
class Overlap:
    """Hours a year that are counted twice.

    per_list     [L, J] on each list, of each column
    of_activity  [3, A] over all lists: the value, and the least and greatest there may be
    """

    per_list: Floats
    of_activity: Floats


def fold_tasks(measures: Measures, counts: ListCounts, hours: Folded, hours_of: Ints) -> Folded:
    """Weights of the tasks of an overlap: a task takes part where it can be estimated, and the hours it is a part of.

    `hours_of` [T] is the measure, in `hours`, of the hours that each task is a part of.
    """
    folded = fold(measures, counts)
    return replace(folded, estimable=folded.estimable & hours.estimable[:, hours_of])


def list_overlap(counts: ListCounts, tasks: SharedTasks, uptake: Floats) -> Overlap:
    """The overlap on each list, with `uptake` [T] of each task. No list x task matrix is made.

    Cost: one product of lists and strata; where registers scale, so many times the cells that differ.
    """
    found = Overlap(np.zeros((tasks.columns, counts.length)).T, np.zeros((3, len(tasks.activities))))
    asked = tasks.people.cell_weights * uptake
    scaled = [bool((tasks.people.factor_of[each] >= 0).any()) for each in tasks.activities]
    constant, varying = np.flatnonzero(~np.array(scaled)), np.flatnonzero(scaled)
    if constant.size and uptake.any():
        _add_constant(counts, tasks, asked, constant, found)
    if varying.size and uptake.any():
        _add_varying(counts, tasks, asked, varying.tolist(), found)
    return found


def _add_constant(counts: ListCounts, tasks: SharedTasks, asked: Floats, chosen: Ints, found: Overlap) -> None:
    """Activities whose overlap is a constant per person of a cell."""
    folded = tasks.people
    which = _laid_out(tasks, chosen.tolist())
    used = np.unique(which.tasks[which.tasks < tasks.events.size])
    asked = asked * folded.estimable[0]
    kinds, of_cell = _kinds(np.hstack([asked[:, used], folded.prevalence_of[:, used]]))
    of_stratum = folded.split.T @ of_cell
    shares = _with_padding(asked[kinds].T, 0.0)[which.tasks]
    ill = _with_padding(folded.prevalence_of[kinds].T, 1.0)[which.conditions]
    per_person = overlap_per_person(which, shares, ill)
    found.of_activity[:, chosen] = per_person @ (counts.everybody @ of_stratum)
    columns = np.arange(tasks.columns)[:, None] == tasks.column_of[chosen]
    weights = of_stratum @ per_person[0].T @ columns.T.astype(np.float64)
    for block in blocks(counts.length, counts.people.shape[1]):
        found.per_list[block] += counts.people[block] @ weights


def _add_varying(counts: ListCounts, tasks: SharedTasks, asked: Floats, chosen: list[int], found: Overlap) -> None:
    """Activities in which a register scales a condition: the share who have it differs from list to list."""
    folded = tasks.people
    prepared = [_Varying(tasks, index, asked) for index in chosen]
    largest = max(each.which.tasks.size * len(each.kinds) for each in prepared)
    takes_part = _taking_part(counts, folded, np.unique(np.concatenate([tasks.activities[each] for each in chosen])))
    for block in blocks(counts.length, largest):
        people = counts.people[block]
        factors, filled = calibrate(people, people @ folded.bases, block_registers(counts, folded, block), folded)
        for index, each in zip(chosen, prepared, strict=True):
            part = {task: mask[block] for task, mask in takes_part.items()}
            hours = each.hours(people, factors, filled, part)
            found.of_activity[:, index] += hours.sum(axis=1)
            found.per_list[block, tasks.column_of[index]] += hours[0]


class _Varying:
    """One activity with a condition that registers scale."""

    def __init__(self, tasks: SharedTasks, index: int, asked: Floats) -> None:
        """`asked` [C, T] share asked of those with the condition."""
        self._folded = folded = tasks.people
        self.which = _laid_out(tasks, [index])
        self._order = self.which.tasks[0]
        self._conditions = self.which.conditions[0]
        mine = asked[:, self._order]
        differing = np.hstack([mine, folded.prevalence_of[:, self._order], folded.prevalence])
        self.kinds, self._of_cell = _kinds(differing, where=(mine > 0).sum(axis=1) > 1)
        self._of_stratum = folded.split.T @ self._of_cell
        self._asked = mine[self.kinds].T

    def hours(self, people: Floats, factors: Floats, filled: list[Filled], part: dict[int, Bools]) -> Floats:
        """[3, n] overlap on n lists."""
        lists, kinds = len(people), len(self.kinds)
        taking = np.array([part[task] for task in self._order.tolist()])
        asked = self._asked[:, None, :] * taking[:, :, None]
        ill = np.array([self._ill(task, people, factors, filled) for task in self._conditions.tolist()])
        flat = [array.reshape(1, len(array), lists * kinds) for array in (asked, ill)]
        per_person = overlap_per_person(self.which, *flat)
        return np.asarray((per_person.reshape(3, lists, kinds) * (people @ self._of_stratum)).sum(axis=2))

    def _ill(self, task: int, people: Floats, factors: Floats, filled: list[Filled]) -> Floats:
        """[n, kinds] share with the condition of a task."""
        column = int(self._folded.factor_of[task])
        if column < 0:
            return np.broadcast_to(self._folded.prevalence_of[self.kinds, task], (len(people), len(self.kinds)))
        share: Floats = factors[:, column, None] * self._folded.prevalence[self.kinds, column]
        for fill in filled:
            if fill.column == column:
                cells = people[fill.rows] @ self._folded.split.T @ self._of_cell
                with_it = fill.people @ self._of_cell
                share[fill.rows] = np.divide(with_it, cells, out=np.zeros_like(cells), where=cells > 0)
        return share


def _laid_out(tasks: SharedTasks, chosen: list[int]) -> Coinciding:
    activities = [tasks.activities[index] for index in chosen]
    return side_by_side(activities, tasks.people.condition_of, tasks.events, tasks.hours)


def _kinds(differing: Floats, where: Bools | None = None) -> tuple[Ints, Floats]:
    """One cell of each kind of people, those alike in all columns of `differing` [C, n], and the cells of each kind.

    The latter [C, kinds] is 1 for the cells of a kind; only cells `where` it matters are of any.
    """
    cells = np.arange(len(differing)) if where is None else np.flatnonzero(where)
    _, first, kind_of = np.unique(differing[cells], axis=0, return_index=True, return_inverse=True)
    of_cell = np.zeros((len(differing), first.size))
    of_cell[cells, kind_of] = 1.0
    return cells[first], of_cell


def _taking_part(counts: ListCounts, folded: Folded, tasks: Ints) -> dict[int, Bools]:
    """Task -> [L] lists on which it can be estimated."""
    known = {each: has_register(counts, each) for each in np.unique(folded.condition_of[tasks]).tolist()}
    return {
        task: np.where(known[int(folded.condition_of[task])], folded.estimable[1, task], folded.estimable[0, task])
        for task in tasks.tolist()
    }


def _with_padding(rows: Floats, value: float) -> Floats:
    """One row more, of the padding."""
    return np.append(rows, np.full((1, rows.shape[1]), value), axis=0)
