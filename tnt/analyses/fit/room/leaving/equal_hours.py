"""Recommendations there are whose hours equal those of what comes in: the nearest, and the smallest set that makes
room. What is legal never leaves, and neither does what is against something or has hours that nobody knows."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence

import numpy as np

from tnt.analyses.fit.room.leaving.saved_groups import saved_groups
from tnt.analyses.fit.room.leaving.smallest_set import SETS, smallest_set
from tnt.analyses.fit.room.leaving.spared import SparedHours
from tnt.analyses.fit.room.own_hours import OwnHours
from tnt.analyses.fit.room.result import EqualHours, EqualTo
from tnt.analyses.fit.room.scopes import RoleInScope
from tnt.arrays import Floats
from tnt.compile.inputs import Inputs

_NEAREST = 5
_WORK = 1_500_000
"""Tasks x groups of people that are gone through in search of the smallest set."""
_FEWEST_SETS = 60


def equal_hours(
    after: Inputs, new: Collection[str], lists: RoleInScope, own: OwnHours, hours_added: float
) -> EqualHours | None:
    """None where nothing that may leave takes time of the role."""
    may_leave = _may_leave(after, new, own)
    if not may_leave:
        return None
    counts = after.counts.part(np.flatnonzero(lists.rows))
    spared = SparedHours(may_leave, tuple(saved_groups(after, lists.role, counts)))
    rules, (least, most) = list(may_leave), spared.bounds
    chosen = smallest_set(
        lambda sets: spared([frozenset(rules[at] for at in one) for one in sets]),
        least,
        most,
        hours_added,
        np.array(list(may_leave.values())),
        sets=max(_FEWEST_SETS, min(SETS, _WORK // max(spared.size, 1))),
    )

    def equal_to(places: Sequence[int]) -> list[EqualTo]:
        hours = spared([frozenset([rules[at]]) for at in places]).tolist()
        return [_equal_to(after, rules[at], each, hours_added) for at, each in zip(places, hours, strict=True)]

    return EqualHours(
        nearest=tuple(_nearest(equal_to, least, most, hours_added)),
        smallest_set=() if chosen is None else tuple(equal_to(chosen.chosen)),
        hours=0.0 if chosen is None else chosen.given,
        slack=0.0 if chosen is None else max(0.0, chosen.given - hours_added),
        is_fewest=chosen is None or chosen.is_fewest,
        is_least_slack=chosen is None or chosen.is_least,
    )


def _may_leave(after: Inputs, new: Collection[str], own: OwnHours) -> dict[int, float]:
    """Number -> own hours of those that may."""
    found = {}
    for number, rule in enumerate(after.rules.rules):
        recommendation = rule.recommendation
        stays = rule.id in new or recommendation.strength == "legal" or recommendation.is_against
        if not stays and rule.id in own.of and own.of[rule.id].is_known and own.of[rule.id].required > 0:
            found[number] = own.of[rule.id].required
    return found


def _equal_to(after: Inputs, number: int, hours: float, hours_added: float) -> EqualTo:
    rule = after.rules.rules[number]
    title = rule.recommendation.title or rule.id
    return EqualTo(rule.id, title, hours, hours_added / hours if hours > 0 else math.inf, is_legal=False)


def _nearest(
    equal_to: Callable[[Sequence[int]], list[EqualTo]], least: Floats, most: Floats, hours_added: float
) -> list[EqualTo]:
    """Those whose hours are nearest by proportion. Only those that may be are worked out."""
    with np.errstate(divide="ignore"):
        from_below = np.log(hours_added / np.where(most > 0, most, np.nan))
        from_above = np.log(np.maximum(least, 0.0) / hours_added)
    at_least = np.maximum(np.maximum(from_below, from_above), 0.0)
    order = np.argsort(at_least, kind="stable").tolist()
    found: list[EqualTo] = []
    for first in range(0, len(order), _NEAREST):
        far = math.inf if len(found) < _NEAREST else abs(math.log(found[-1].times))
        if at_least[order[first]] > far:
            break
        found += [one for one in equal_to(order[first : first + _NEAREST]) if one.hours > 0]
        found = sorted(found, key=lambda one: (abs(math.log(one.times)), one.id))[:_NEAREST]
    return found
