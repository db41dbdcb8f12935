"""Recommendations there are whose hours equal those of what comes in: the nearest, and the smallest set that makes
room. What is legal never leaves, and neither does what is against something or has hours that nobody knows."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np

from tnt.analyses.fit.room.own_hours import OwnHours
from tnt.analyses.fit.room.result import EqualHours, EqualTo
from tnt.analyses.fit.room.saved_groups import saved_groups
from tnt.analyses.fit.room.scopes import RoleOnLists
from tnt.analyses.fit.room.smallest_set import smallest_set
from tnt.analyses.fit.room.spared import SparedHours
from tnt.compile.inputs import Inputs

_NEAREST = 5


def equal_hours(
    after: Inputs, new: Collection[str], lists: RoleOnLists, own: OwnHours, hours_added: float
) -> EqualHours | None:
    """None where nothing that may leave takes time of the role."""
    may_leave = _may_leave(after, new, own)
    if not may_leave:
        return None
    counts = after.counts.part(np.flatnonzero(lists.rows))
    spared = SparedHours(may_leave, tuple(saved_groups(after, lists.role, counts)))
    rules = list(may_leave)
    alone = spared([frozenset([rule]) for rule in rules])
    chosen = smallest_set(
        lambda sets: spared([frozenset(rules[at] for at in one) for one in sets]),
        spared.least(alone),
        spared.most(alone),
        hours_added,
    )
    each = [_equal_to(after, rule, hours, hours_added) for rule, hours in zip(rules, alone.tolist(), strict=True)]
    return EqualHours(
        nearest=_nearest(each),
        smallest_set=() if chosen is None else tuple(each[at] for at in chosen.chosen),
        hours=0.0 if chosen is None else chosen.given,
        slack=0.0 if chosen is None else chosen.given - hours_added,
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


def _nearest(each: Sequence[EqualTo]) -> tuple[EqualTo, ...]:
    """Those whose hours are nearest by proportion."""
    spare_some = [one for one in each if one.hours > 0]
    return tuple(sorted(spare_some, key=lambda one: (abs(math.log(one.times)), one.id))[:_NEAREST])
