"""Work given to another role: what share of all that may move keeps the load as it was, by the changed estimate itself;
or, where nothing says what may move, the share of all hours that would make up for it. METHOD.md, "Delegation"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tnt.analyses.fit.moves import TaskMove, of_role
from tnt.analyses.fit.room.falls_to import falls_to
from tnt.analyses.fit.room.hours_moved import HoursMoved
from tnt.analyses.fit.room.result import Delegation
from tnt.analyses.fit.room.scopes import RoleInScope
from tnt.analyses.fit.sets import together
from tnt.compile.inputs import Inputs

_NEGLIGIBLE = 1e-12
"""Of the hours of the role."""


def delegation(
    after: Inputs, moves: Sequence[TaskMove], lists: RoleInScope, hours_before: float, hours_after: float
) -> Iterator[Delegation]:
    """To each role that may take work from this one; to nobody in particular where nothing says who may."""
    there = {f"{rule.id}/tasks/{task}" for rule in after.rules.rules for task in rule.recommendation.tasks}
    given = list(of_role([move for move in moves if move.path in there and move.most > 0], lists.role))
    if not given:
        added = hours_after - hours_before
        yield Delegation(lists.role, None, "break-even", added / hours_after, True, added, None, 0.0, ())
        return
    counts = together(after.counts.part(np.flatnonzero(lists.rows)))
    for to_role, those in given:
        yield _moved(HoursMoved(after, counts, those), lists.role, to_role, those, hours_before, hours_after)


def _moved(
    hours: HoursMoved,
    from_role: str,
    to_role: str,
    moves: Sequence[TaskMove],
    hours_before: float,
    hours_after: float,
) -> Delegation:
    added = hours_after - hours_before
    share = falls_to(lambda share: added + hours.more(share, from_role), _NEGLIGIBLE * hours_after)
    is_enough = share is not None
    share = 1.0 if share is None else share
    moved = -hours.more(share, from_role)
    return Delegation(
        from_role=from_role,
        to_role=to_role,
        basis="may-move",
        share=share,
        is_enough=is_enough,
        hours_moved=moved,
        hours_of_other=hours.more(share, to_role),
        hours_left=0.0 if is_enough else added - moved,
        tasks=tuple(move.path for move in moves),
        hours_of_supervisors=sum((hours.more(share, role) for role in _supervisors(moves)), 0.0),
    )


def _supervisors(moves: Sequence[TaskMove]) -> set[str]:
    """Roles that supervise and neither give nor take work."""
    named = {move.supervising_role for move in moves if move.supervising_role is not None}
    return named - {role for move in moves for role in (move.from_role, move.to_role)}
