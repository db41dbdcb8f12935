"""Who has a condition in the shared work of all lists together."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.draws.term import Prevalences
from tnt.engine.overlap.lists import SharedTasks
from tnt.engine.people.counts import ListCounts


def prevalence_of_all(tasks: SharedTasks, condition: int, before: Floats, counts: ListCounts) -> Floats:
    """[C] share with a condition, `before` [C] registers: of a calibrated one as many as those of all lists say, of a
    combination as many as its conditions make."""
    folded = tasks.people
    if condition in folded.combined:
        each = folded.combined[condition]
        own = zip(each.conditions.tolist(), each.prevalence.T, strict=True)
        return each.eligible_of_all([prevalence_of_all(tasks, one, its, counts) for one, its in own])
    columns = np.flatnonzero(folded.calibrated == condition).tolist()
    if not columns:
        return before
    assert counts.registers is not None  # it is calibrated
    column = columns[0]
    register = counts.registers[:, condition]
    known = ~np.isnan(register)
    expected = float((counts.people[known] @ folded.bases[:, column]).sum())
    factor = float(register[known].sum()) / expected if expected > 0 else 0.0
    return np.minimum(folded.prevalence[:, column] * factor, 1.0)


def drawn_cells(prevalences: Prevalences, condition: int, cells: int) -> Ints:
    """[cells] the parameter that is the prevalence, -1 for none. Lists of unknown ages have one cell: drawn only where
    one parameter is that of all."""
    parameter = prevalences.parameter[:, condition]
    if cells == parameter.size:
        return parameter
    return parameter[:1] if (parameter == parameter[0]).all() else np.full(1, -1)
