"""What makes room for something new: every way to keep the load as it was. METHOD.md, "Time there is", "Delegation"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from tnt.analyses.fit.moves import TaskMove
from tnt.analyses.fit.room.administrative import administrative
from tnt.analyses.fit.room.against import against
from tnt.analyses.fit.room.delegation import delegation
from tnt.analyses.fit.room.leaving.equal_hours import equal_hours
from tnt.analyses.fit.room.own_hours import OwnHours, own_hours
from tnt.analyses.fit.room.posts import more_posts, shorter_lists
from tnt.analyses.fit.room.required import required_hours
from tnt.analyses.fit.room.result import RoomForNew, RoomOfRole, Way
from tnt.analyses.fit.room.scopes import RoleInScope, scopes
from tnt.arrays import Floats
from tnt.compile.inputs import Inputs
from tnt.language.values.roles import PATIENT

_NEGLIGIBLE = 1e-12
"""Of the hours of the role: so little added is none."""


def room(before: Inputs, after: Inputs, new: Sequence[str], moves: Sequence[TaskMove], only_picked: bool) -> RoomForNew:
    """`before` and `after` are the same lists without and with what is `new`, by `guideline/recommendation`.
    `only_picked`: the lists are those somebody picked, and are looked at as they are."""
    was, becomes = required_hours(before), required_hours(after)
    roles = [role for role in after.rules.roles if any(r.id in new and role in r.roles for r in after.rules.rules)]
    looked_at = [lists for role in roles for lists in scopes(before, role, was.get(role), only_picked=only_picked)]
    own = own_hours(after, [(lists.role, lists.rows) for lists in looked_at])
    found = [
        _room_of_role(after, new, moves, lists, was.get(lists.role), becomes[lists.role], of_lists)
        for lists, of_lists in zip(looked_at, own, strict=True)
    ]
    order = list(dict.fromkeys(one.scope for one in looked_at))
    return RoomForNew(
        new=tuple(new),
        hours_are_at_least=_are_at_least(after, new),
        of_roles=tuple(sorted(found, key=lambda one: order.index(one.scope))),
        against=tuple(r.id for r in after.rules.rules if r.id in new and r.recommendation.is_against),
        elsewhere=_elsewhere(was, becomes, set(roles) - {lists.role for lists in looked_at} - {PATIENT}),
    )


def _elsewhere(was: Mapping[str, Floats], becomes: Mapping[str, Floats], roles: Collection[str]) -> dict[str, float]:
    """Hours more of these roles, on all lists; none where none are known."""
    added = {
        role: float(np.nansum(hours)) - (float(np.nansum(was[role])) if role in was else 0.0)
        for role, hours in becomes.items()
        if role in roles
    }
    return {role: hours for role, hours in added.items() if hours > _NEGLIGIBLE * float(np.nansum(becomes[role]))}


def _room_of_role(
    after: Inputs,
    new: Collection[str],
    moves: Sequence[TaskMove],
    lists: RoleInScope,
    was: Floats | None,
    becomes: Floats,
    own: OwnHours,
) -> RoomOfRole:
    hours_before, hours_after = 0.0 if was is None else lists.sum_of(was), lists.sum_of(becomes)
    added = hours_after - hours_before
    added = 0.0 if abs(added) <= _NEGLIGIBLE * max(hours_before, hours_after) else added
    ways = _ways(after, new, moves, lists, own, hours_before, hours_after) if added > 0 else ()
    return RoomOfRole(
        scope=lists.scope,
        role=lists.role,
        lists=lists.posts.size,
        people=float(lists.people.sum()),
        hours_before=hours_before,
        hours_added=added,
        available=lists.available,
        ways=tuple(ways),
    )


def _ways(
    after: Inputs,
    new: Collection[str],
    moves: Sequence[TaskMove],
    lists: RoleInScope,
    own: OwnHours,
    hours_before: float,
    hours_after: float,
) -> Iterator[Way]:
    added = hours_after - hours_before
    some: list[Way | None] = [
        more_posts(lists, hours_before, hours_after),
        shorter_lists(lists, hours_before, hours_after),
        *delegation(after, moves, lists, hours_before, hours_after),
        equal_hours(after, new, lists, own, added),
        *administrative(after, lists, hours_before, hours_after),
        against(after, new, own, added),
    ]
    return (way for way in some if way is not None)


def _are_at_least(after: Inputs, new: Collection[str]) -> bool:
    """Whether some role's time is missing in what is new, or some list does not tell who it is for."""
    is_new = {rule.id for rule in after.rules.rules} & set(new)
    everywhere = np.ones(len(after.people), dtype=np.bool_)
    asked = [(role, everywhere) for role in after.rules.roles if role != PATIENT]
    return any(
        not hours.is_known for own in own_hours(after, asked) for name, hours in own.of.items() if name in is_new
    )
