"""What a reader must know of people whom a table of lists does not show."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tnt.arrays import Floats
from tnt.compile.notice import Choice, Joined, Notice, NoticeCode
from tnt.reading.tables.list_table import ListTable


def unshown(table: ListTable) -> Iterator[Notice]:
    """Sexes and ages that the table does not hold, cells without a count, and people of no known sex or age."""
    for sex in dict.fromkeys(stratum.sex for stratum in table.not_held):
        ages = tuple(str(stratum.ages) for stratum in table.not_held if stratum.sex == sex)
        yield Notice(NoticeCode.PEOPLE_NOT_HELD, {"sex": Choice("people-of", sex), "ages": Joined(ages)})
    counts = [np.zeros((len(table.ids), 0))]
    if table.beyond is not None:
        held = [stratum not in table.not_held for stratum in table.strata]
        counts.append(table.beyond[:, held])
    if table.untold is not None and table.untold.beyond is not None:
        counts.append(table.untold.beyond[:, np.newaxis])
    yield from _uncounted(np.concatenate(counts, axis=1))
    if table.untold is not None and (untold := float(table.untold.people.sum())):
        everybody = float(table.people.sum()) + untold
        yield Notice(NoticeCode.PEOPLE_UNTOLD, {"people": untold, "of": everybody})


def _uncounted(beyond: Floats) -> Iterator[Notice]:
    cells = {"count": int(np.count_nonzero(beyond)), "lists": int(np.count_nonzero(beyond.any(axis=1)))}
    if not cells["count"]:
        return
    most = float(beyond.sum())
    if np.isfinite(most):
        yield Notice(NoticeCode.CELLS_BOUNDED, {**cells, "people": most})
    else:
        yield Notice(NoticeCode.CELLS_WITHOUT_COUNT, {**cells})
