"""Time reserved for other than patients' contacts: what share of it would have to go. [ours]"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tnt.analyses.fit.room.result import Administrative
from tnt.analyses.fit.room.rising import rises_to
from tnt.analyses.fit.room.scopes import RoleInScope
from tnt.analyses.fit.scenarios.files_of import deciding_capacity
from tnt.arrays import Floats
from tnt.compile.capacity import RoleCapacity
from tnt.compile.inputs import Inputs
from tnt.compile.working_time.reserved import people_times, reserved_rows
from tnt.language.documents.capacity import Reserved


def administrative(
    inputs: Inputs, lists: RoleInScope, hours_before: float, hours_after: float
) -> Iterator[Administrative]:
    """Each reserve of the role that takes time on these lists, but those made of contacts, which are care; in the order
    of the file."""
    file, working = (
        deciding_capacity(inputs),
        None if inputs.capacity is None else inputs.capacity.roles.get(lists.role),
    )
    if hours_before <= 0 or file is None or working is None:
        return
    wanted = lists.available * hours_after / hours_before
    for name, entry in file.document.roles[lists.role].reserved.items():
        if entry.from_contacts is not None or entry.lists == "none":
            continue
        hours = _hours(inputs, lists, working, name, entry)
        share = rises_to(lists.left, hours, wanted) if hours.sum() > 0 else None  # which NaN is not
        if share is not None:
            yield Administrative(name, entry.title or name, float(hours.sum()), share)


def _hours(inputs: Inputs, lists: RoleInScope, working: RoleCapacity, name: str, entry: Reserved) -> Floats:
    """[n] hours a year that a reserve takes on each list; NaN where that rests on ages nobody knows."""
    where = np.broadcast_to(working.reserved_on[name], lists.rows.shape)[lists.rows]
    if entry.share is not None:
        return where * lists.posts * working.time.gross_hours_per_post * entry.share.expected
    if entry.time is not None:
        return where * lists.posts * (working.weeks or 0.0) * entry.time.expected
    rows = reserved_rows(entry, {})
    hours = people_times(rows, [row.hours for row in rows], inputs.counts)[lists.rows]
    return np.where(where > 0, hours, 0.0)
