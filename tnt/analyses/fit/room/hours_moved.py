"""Hours of each role where a share of what may move has, by the changed estimate itself.

    hours(share) = hours before anything moves + share x slope of what shares nothing + bent(share) − bent(0)

Tasks that share no work and no visit with others move along a straight line. Only recommendations that do are worked
out anew at each share, together with those they share with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tnt.analyses.fit.moves import TaskMove
from tnt.analyses.fit.room.recompiled import with_moved
from tnt.analyses.fit.room.required import required_hours
from tnt.compile.inputs import Inputs
from tnt.compile.shared.asked_work import SharedWork
from tnt.engine.people.counts import ListCounts

_SOME = 0.5
"""A share at which all roles have a part."""


class HoursMoved:
    """On the lists in `counts`; what is found at a share is kept."""

    def __init__(self, after: Inputs, counts: ListCounts, moves: Sequence[TaskMove]) -> None:
        """Nothing is worked out before it is asked for, but which recommendations share what moves."""
        self._after, self._counts, self._moves = after, counts, moves
        everything = [rule.id for rule in after.rules.rules]
        self._bent = _sharing(with_moved(after, counts, moves, _SOME, everything), moves)
        self._straight = {move.recommendation for move in moves} - self._bent
        self._slope = _less(self._hours(1.0, self._straight), self._hours(0.0, self._straight))
        self._unmoved = self._hours(0.0, self._bent)
        self._bends: dict[float, Mapping[str, float]] = {0.0: {}}

    def more(self, share: float, role: str) -> float:
        """Hours a year more of a role than where nothing has moved; below 0 where it is spared some."""
        if share not in self._bends:
            self._bends[share] = _less(self._hours(share, self._bent), self._unmoved)
        return share * self._slope.get(role, 0.0) + self._bends[share].get(role, 0.0)

    def _hours(self, share: float, only: set[str]) -> Mapping[str, float]:
        if not only:
            return {}
        hours = required_hours(with_moved(self._after, self._counts, self._moves, share, only))
        return {role: float(np.nansum(each)) for role, each in hours.items()}


def _less(more: Mapping[str, float], fewer: Mapping[str, float]) -> Mapping[str, float]:
    return {role: more.get(role, 0.0) - fewer.get(role, 0.0) for role in {**more, **fewer}}


def _sharing(moved: Inputs, moves: Sequence[TaskMove]) -> set[str]:
    """Recommendations with a task in an activity or kind of visit in which something moves."""
    work = [moved.shared, None if moved.visits is None else moved.visits.work]
    moving = {(move.recommendation, move.task) for move in moves}
    return {
        name
        for each in work
        if each is not None
        for group in _groups(each)
        if not moving.isdisjoint(group)
        for name, _ in group
    }


def _groups(work: SharedWork) -> list[set[tuple[str, str]]]:
    return [{work.names[task] for task in one.tasks.tolist()} for one in work.activities]
