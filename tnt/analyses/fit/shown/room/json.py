"""Ways to make room as JSON: one flat entry a way, each with its scope and its role."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tnt.analyses.fit.room.result import RoomForNew, RoomOfRole, Way
from tnt.analyses.fit.shown.room.sentences import is_enough
from tnt.result.json_values import plain, plain_by_role, plain_tree


def room_document(room: RoomForNew) -> dict[str, Any]:
    """The keys that stand in the answer only where something is new."""
    return {
        "room": [_way(way, one) for one in room.of_roles for way in one.ways],
        "room_of": [_role(one, room) for one in room.of_roles],
        "new": list(room.new),
        "new_against": list(room.against),
        "new_elsewhere": plain_by_role(room.elsewhere),
    }


def _way(way: Way, one: RoomOfRole) -> dict[str, Any]:
    values = {name: plain_tree(value) for name, value in asdict(way).items() if name != "kind"}
    return {"kind": way.kind, "scope": one.scope, "role": one.role, "enough": is_enough(way), **values}


def _role(one: RoomOfRole, room: RoomForNew) -> dict[str, Any]:
    after = one.hours_before + one.hours_added
    return {
        "scope": one.scope,
        "role": one.role,
        "lists": one.lists,
        "people": plain(one.people),
        "hours_before": plain(one.hours_before),
        "hours_added": plain(one.hours_added),
        "hours_are_at_least": room.hours_are_at_least,
        "available": plain(one.available),
        "load_before": plain(one.hours_before / one.available) if one.available else None,
        "load_after": plain(after / one.available) if one.available else None,
    }
