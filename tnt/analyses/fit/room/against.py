"""What recommendations against something give back if they are followed: at most so much, since nobody knows that it is
not counted already."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tnt.analyses.fit.room.own_hours import OwnHours
from tnt.analyses.fit.room.result import Against
from tnt.compile.inputs import Inputs
from tnt.compile.rule import Rule


def against(inputs: Inputs, new: Collection[str], own: OwnHours, hours_added: float) -> Against | None:
    """Those of a pack whose uptake of today is known, and that no longer do something of the role; what is new is left
    out. None where there are none."""
    given_back = {rule.id: hours for rule, hours in _given_back(inputs, own) if rule.id not in new and hours > 0}
    if not given_back:
        return None
    hours = sum(given_back.values())
    return Against(tuple(given_back), hours, hours_added / hours)


def _given_back(inputs: Inputs, own: OwnHours) -> Iterator[tuple[Rule, float]]:
    for rule in inputs.rules.rules:
        if rule.recommendation.is_against and rule.id in own.of and own.of[rule.id].is_known:
            hours = own.of[rule.id]
            if hours.current is not None:
                yield rule, hours.current - hours.required
