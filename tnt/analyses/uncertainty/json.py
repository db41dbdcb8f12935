"""How sure a result is, as JSON: `total` is the headline, the wider of its two intervals, which stand beside it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tnt.result.json_values import plain, plain_by_role
from tnt.result.uncertainty import Decision, Room, Spread, TotalSpread, Uncertainty
from tnt.show.values import document


def uncertainty_document(one: Uncertainty) -> dict[str, Any]:
    """Draws and seed, hours a year by role, and what drives them; lists stand in CSV and Parquet."""
    return {
        "draws": one.draws,
        "seed": one.seed,
        "method": one.method,
        "assumed_range": one.assumed_range,
        "total": {role: _total(total) for role, total in one.total.items()},
        "recommendations": {
            name: {role: None if spread is None else _spread(spread) for role, spread in roles.items()}
            for name, roles in one.recommendations.items()
        },
        "overloaded_lists": {role: _spread(spread) for role, spread in one.overloaded_lists.items()},
        "room": {role: _room(room) for role, room in one.room.items()},
        "drivers": {role: [document(driver) for driver in drivers] for role, drivers in one.drivers.items()},
        "decisions": {role: _decision(decision) for role, decision in one.decisions.items()},
        "with_range": one.with_range,
        "without_range": list(one.without_range),
        "shared_in_proportion": list(one.shared_in_proportion),
    }


def _total(one: TotalSpread) -> dict[str, Any]:
    return {
        **_spread(one.headline),
        "independent": _spread(one.independent),
        "minutes_together": _spread(one.minutes_together),
        "error_of_mean": plain(one.error_of_mean),
        "varies": one.headline.p05 < one.headline.p95,
        "current_hours": None if one.current is None else _spread(one.current),
        "incremental_hours": None if one.change is None else _spread(one.change),
    }


def _room(one: Room) -> dict[str, Any]:
    return {
        "available_hours": _spread(one.available_hours),
        "other_care_hours": None if one.other_care_hours is None else _spread(one.other_care_hours),
        "hours_left": _spread(one.hours_left),
        "probability": plain(one.probability),
    }


def _spread(one: Spread) -> dict[str, float | None]:
    return plain_by_role(asdict(one))


def _decision(one: Decision) -> dict[str, float | None]:
    return plain_by_role(asdict(one))
