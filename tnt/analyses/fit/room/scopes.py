"""Which lists a way to make room is computed for, and how much of a role there is on them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tnt.analyses.fit.room.result import RoomScope
from tnt.arrays import Bools, Floats
from tnt.compile.inputs import Inputs
from tnt.engine.capacity.verdict import State
from tnt.estimating.how_known import known_of_roles
from tnt.estimating.totals import list_verdicts

_LEAST_RANKED = 10
"""Lists with a ratio, below which no tenth of them is looked at."""


@dataclass(frozen=True)
class RoleInScope:
    """One role on the lists of a scope that have posts of it, with its working time.

    rows       [L] which of all lists they are
    people     [n] of each
    posts      [n] of each, above 0
    of_posts   [n] hours a year that the posts have before what is reserved for each listed person
    for_people [n] hours a year reserved for listed people
    available  hours a year on all of them, never below 0 on any
    """

    scope: RoomScope
    role: str
    rows: Bools
    people: Floats
    posts: Floats
    of_posts: Floats
    for_people: Floats

    @property
    def left(self) -> Floats:
        """[n] what is left of the time of posts; below 0 where people take more than all of it."""
        return self.of_posts - self.for_people

    @property
    def available(self) -> float:
        """Hours a year, as an estimate has them; NaN where they cannot be told."""
        return float(np.maximum(self.left, 0.0).sum())

    def sum_of(self, hours: Floats) -> float:
        """Of hours of all lists [L], those here; what is unknown is left out, as in an estimate."""
        return float(np.nansum(hours[self.rows]))


def scopes(before: Inputs, role: str, hours: Floats | None, *, only_picked: bool) -> Iterator[RoleInScope]:
    """The lists looked at for a role whose hours before are `hours` [L], None where nobody asked it: none where it has
    no working time, or no list has posts."""
    for scope, rows in _rows(before, role, hours, only_picked=only_picked):
        found = _on_lists(before, scope, role, rows)
        if found is not None and found.available > 0:  # which NaN is not
            yield found


def _rows(before: Inputs, role: str, hours: Floats | None, *, only_picked: bool) -> Iterator[tuple[RoomScope, Bools]]:
    everywhere = np.ones(len(before.people), dtype=np.bool_)
    if only_picked:
        yield "picked", everywhere
        return
    yield "all", everywhere
    if hours is not None and (tightest := _tightest_tenth(before, role, hours)) is not None:
        yield "tightest-tenth", tightest


def _tightest_tenth(before: Inputs, role: str, hours: Floats) -> Bools | None:
    """[L] the tenth, rounded up, of the lists with a verdict and a ratio whose ratio is highest; of the same ratio the
    first by id. None where there are too few."""
    known = known_of_roles(before).get(role)
    if known is None:
        return None
    known = type(known)(
        known.people, known.posts, hours, known.imputed, known.at_least, known.mostly_unknown, known.more_reserved
    )
    judged = list_verdicts(before.capacity, role, known).capacity
    if judged is None:
        return None
    ranked = np.flatnonzero((judged.state <= State.OVERLOAD) & ~np.isnan(judged.ratio) & known.staffed)
    if ranked.size < _LEAST_RANKED:
        return None
    ids = np.asarray(before.table.ids).astype(str)
    order = np.lexsort((ids[ranked], -judged.ratio[ranked]))
    chosen = np.zeros(len(before.people), dtype=np.bool_)
    chosen[ranked[order[: math.ceil(ranked.size / 10)]]] = True
    return chosen


def _on_lists(before: Inputs, scope: RoomScope, role: str, rows: Bools) -> RoleInScope | None:
    working = None if before.capacity is None else before.capacity.roles.get(role)
    posts = before.table.posts.get(role)
    if working is None or posts is None:
        return None
    rows = rows & (posts > 0)
    if not rows.any():
        return None
    time = working.time.part(np.flatnonzero(rows))
    per_post = time.gross_hours_per_post * (1 - time.reserved_share) - time.reserved_hours_per_post
    here = posts[rows]
    return RoleInScope(
        scope, role, rows, before.people[rows], here, here * per_post, np.broadcast_to(time.reserved_hours, here.shape)
    )
