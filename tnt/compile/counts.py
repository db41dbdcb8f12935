"""A table of lists -> the engine's counts: bands split over cells by a reference population."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tnt.arrays import Floats
from tnt.compile.people import cells
from tnt.diagnostics import Code, Place, problem
from tnt.engine.people.cells import CELLS, UNTOLD, of_cells, split_by_reference
from tnt.engine.people.counts import ListCounts
from tnt.reading.tables.list_table import ListTable


def counts(table: ListTable, reference_people: Floats, conditions: Sequence[str], place: Place) -> ListCounts:
    """People by stratum with the share of each cell in it, and the registers of `conditions` in that order.

    `reference_people` [2, ages] counts women and men by single year. Raises Problems, at `place`, for a band in which
    the reference population has nobody.
    """
    registers, people, beyond = _registers(table, conditions), table.people, table.beyond
    if table.untold is not None:
        people = np.column_stack([people, table.untold.people])
        more = table.untold.beyond
        if beyond is not None or more is not None:
            told = np.zeros_like(table.people) if beyond is None else beyond
            beyond = np.column_stack([told, np.zeros(len(people)) if more is None else more])
    if not table.ages_known:
        together = None if beyond is None else beyond.sum(axis=1, keepdims=True)
        return ListCounts(people.sum(axis=1, keepdims=True), None, registers, together)
    inside = np.array([cells(stratum.sex, stratum.ages) for stratum in table.strata]).T
    reference = of_cells(reference_people)
    nobody = (inside.sum(axis=0) > 1) & ((inside * reference[:, None]).sum(axis=0) <= 0)
    held = [stratum not in table.not_held for stratum in table.strata]
    if nobody[held].any():
        bands = [str(table.strata[index].ages) for index in np.flatnonzero(nobody & held)]
        raise problem(Code.BAND_WITHOUT_REFERENCE, place, bands=", ".join(bands))
    inside[:, nobody] &= np.cumsum(inside[:, nobody], axis=0) == 1  # whoever they are, nobody is counted there
    split = split_by_reference(inside, reference)
    if table.untold is not None:
        split = np.column_stack([split, np.arange(CELLS) == UNTOLD])
    return ListCounts(people, split, registers, beyond)


def has_bands(table: ListTable) -> bool:
    """Whether some people are counted more coarsely than by sex and single year of age, so that the reference
    population matters."""
    return table.ages_known and any(int(cells(s.sex, s.ages).sum()) > 1 for s in table.strata)


def _registers(table: ListTable, conditions: Sequence[str]) -> Floats | None:
    if not any(name in table.registers for name in conditions):
        return None
    unknown = np.full(len(table.people), np.nan)
    return np.column_stack([table.registers.get(name, unknown) for name in conditions])
