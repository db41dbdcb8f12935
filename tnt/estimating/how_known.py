"""How much of each role is known on every list: METHOD "What is never done"."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Bools
from tnt.compile.inputs import Inputs
from tnt.engine.capacity.verdict import RoleLists
from tnt.engine.hours.missing import unknown_tasks


def known_of_roles(inputs: Inputs) -> dict[str, RoleLists]:
    """Role -> its posts, as the table has them, and what is known of it; its required hours are still to come."""
    rules, people = inputs.rules, inputs.people
    nothing = np.broadcast_to(np.float64(np.nan), len(people))
    some, most = _unknown_tasks(inputs)
    known = {}
    for at, role in enumerate(rules.roles):
        more_reserved = _more_reserved(inputs, role)
        known[role] = RoleLists(
            people=people,
            posts=inputs.table.posts.get(role, nothing),
            required_hours=nothing,
            imputed=inputs.table.ages_imputed or bool(inputs.table.posts_imputed.get(role)),
            at_least=more_reserved if some is None else some[:, at] | more_reserved,
            mostly_unknown=False if most is None else most[:, at],
            more_reserved=more_reserved,
        )
    return known


def _unknown_tasks(inputs: Inputs) -> tuple[Bools, Bools] | tuple[None, None]:
    """[L, J] whether a task of the role cannot be estimated, or only in part, and whether most cannot be estimated;
    None where all can."""
    rules, counts = inputs.rules, inputs.counts
    lacks_times = rules.untimed_tasks.any() or rules.partly_timed.any()
    if not lacks_times and inputs.folded.estimable.all() and counts.unseen is None:
        return None, None
    asked = rules.timed_tasks.sum(axis=0) + rules.untimed_tasks
    unknown, partly = unknown_tasks(counts, inputs.folded, rules.timed_tasks)
    somebody = (counts.most_per_list > 0)[:, None]  # of nobody everything is known
    unknown += rules.untimed_tasks * somebody
    partly |= rules.partly_timed & somebody
    nobody_known = (inputs.people == 0) & (counts.most_per_list > 0)
    return (unknown > 0) | partly, (2 * unknown > asked) | nobody_known[:, None]


def _more_reserved(inputs: Inputs, role: str) -> Bools | bool:
    """[L] where more may be reserved for people who are not shown, so that there is less time than it seems."""
    unseen = inputs.counts.unseen
    reserved = [one.roles[role].time.reserved_hours for one in inputs.capacities if role in one.roles]
    if unseen is None or not any(isinstance(hours, np.ndarray) for hours in reserved):  # nothing grows with the list
        return False
    return np.asarray(unseen.patterns.any(axis=1))[unseen.of_list]
