"""Work given to another role: what share of all that may move keeps the load as it was, by the changed estimate itself;
or, where nothing says what may move, the share of all hours that would make up for it. METHOD.md, "Delegation"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from tnt.analyses.fit.moves import MayMove, of_role
from tnt.analyses.fit.room.falls_to import falls_to
from tnt.analyses.fit.room.recompiled import with_moved
from tnt.analyses.fit.room.required import required_hours
from tnt.analyses.fit.room.result import Delegation
from tnt.analyses.fit.room.scopes import RoleOnLists
from tnt.compile.inputs import Inputs
from tnt.engine.people.counts import ListCounts

_NEGLIGIBLE = 1e-12
"""Of the hours of the role."""


def delegation(
    after: Inputs, moves: Sequence[MayMove], lists: RoleOnLists, hours_before: float, hours_after: float
) -> Iterator[Delegation]:
    """To each role that may take work from this one; to nobody in particular where nothing says who may."""
    there = {f"{rule.id}/tasks/{task}" for rule in after.rules.rules for task in rule.recommendation.tasks}
    given = list(of_role([move for move in moves if move.path in there and move.most > 0], lists.role))
    if not given:
        added = hours_after - hours_before
        yield Delegation(lists.role, None, "break-even", added / hours_after, True, added, None, 0.0, ())
        return
    counts = _counts(after, lists)
    for to_role, those in given:
        yield _moved(_HoursMoved(after, counts, those), lists.role, to_role, those, hours_before)


class _HoursMoved:
    """Hours of each role where a share of what may move has, each worked out once."""

    def __init__(self, after: Inputs, counts: ListCounts, moves: Sequence[MayMove]) -> None:
        self._at: Callable[[float], dict[str, float]] = lambda share: {
            role: float(np.nansum(hours))
            for role, hours in required_hours(with_moved(after, counts, moves, share)).items()
        }
        self._found: dict[float, dict[str, float]] = {}

    def at(self, share: float, role: str) -> float:
        """Hours a year; 0 of a role that nothing asks."""
        if share not in self._found:
            self._found[share] = self._at(share)
        return self._found[share].get(role, 0.0)


def _moved(
    hours: _HoursMoved, from_role: str, to_role: str, moves: Sequence[MayMove], hours_before: float
) -> Delegation:
    share = falls_to(
        lambda share: hours.at(share, from_role) - hours_before, _NEGLIGIBLE * max(hours_before, hours.at(0, from_role))
    )
    is_enough = share is not None
    share = 1.0 if share is None else share
    return Delegation(
        from_role=from_role,
        to_role=to_role,
        basis="may-move",
        share=share,
        is_enough=is_enough,
        hours_moved=hours.at(0, from_role) - hours.at(share, from_role),
        hours_of_other=hours.at(share, to_role) - hours.at(0, to_role),
        hours_left=0.0 if is_enough else hours.at(1, from_role) - hours_before,
        tasks=tuple(move.path for move in moves),
    )


def _counts(after: Inputs, lists: RoleOnLists) -> ListCounts:
    """The lists of the scope; as one list where nothing of a list matters but its people."""
    some = after.counts.part(np.flatnonzero(lists.rows))
    if some.registers is None and some.beyond is None:
        return ListCounts(some.everybody[np.newaxis], some.split)
    return some
