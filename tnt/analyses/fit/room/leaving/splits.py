"""How roles share tasks of one group. Tasks that are all shared in one way are split once; else a role's share is an
independent share of people, which is more work. So where what leaves is all that was shared in other ways, hours fall
by more than its own. METHOD.md, "Overlap", role shares."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Ints
from tnt.compile.shared.asked_work import SharedWork


def are_several(work: SharedWork, tasks: Ints) -> bool:
    """Whether tasks are more than one at several ages."""
    return len({work.names[task] for task in tasks.tolist()}) > 1


def are_split_alike(work: SharedWork, tasks: Ints) -> bool:
    """Whether roles share all of them in one way."""
    return np.unique(work.tasks.asked.split[tasks]).size <= 1


def some_are_divided(work: SharedWork, tasks: Ints) -> bool:
    """Whether the role has the same part, and not all, of several of them."""
    asked = work.tasks.asked
    divided = tasks[asked.role_share[tasks] < 1.0]
    return any(
        are_several(work, divided[asked.split[divided] == split]) for split in np.unique(asked.split[divided]).tolist()
    )


def may_turn(work: SharedWork, tasks: Ints, staying: Ints) -> bool:
    """Whether tasks that are shared in several ways may be left shared in one, in parts, where some go; `staying` of
    them never do."""
    if are_split_alike(work, tasks) or not some_are_divided(work, tasks):
        return False
    undivided = bool((work.tasks.asked.role_share[staying] == 1.0).any())
    return not undivided and are_split_alike(work, staying)
