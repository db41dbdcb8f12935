"""What several JSON documents say of a result."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tnt.locale import Texts
from tnt.result.guideline import GuidelineUsed
from tnt.result.json_values import plain, plain_by_role
from tnt.result.model import Result
from tnt.result.supply import RoleSupply
from tnt.show.manifest import inputs
from tnt.show.notices import role_titles, warnings
from tnt.show.values import document, part_cells


def whole_document(result: Result) -> dict[str, Any]:
    """What is true of the result as a whole: what it rests on, and all recommendations together."""
    return {
        "as_of": result.as_of.isoformat(),
        "inputs": inputs(result.inputs),
        "pack": {"title": result.pack_title, "notice": result.pack_notice},
        "guidelines": [_guideline(one) for one in result.guidelines],
        "warnings": warnings(result.notices, role_titles(result, Texts("en"))),
        "lists": _lists(result),
        "capacity": _capacity(result),
        "scenarios": [asdict(one) for one in result.scenarios],
        "changes": [asdict(one) for one in result.changes],
        "total": {role: _total(result, role) for role in result.total},
        "overload": {role: document(one) for role, one in result.overload.items()},
    }


def _guideline(one: GuidelineUsed) -> dict[str, Any]:
    return {**asdict(one), "date": None if one.date is None else one.date.isoformat()}


def _lists(result: Result) -> dict[str, Any]:
    lists = result.lists
    everybody = lists.everybody
    return {
        "count": lists.count,
        "people": plain(everybody.value),
        "people_at_least": everybody.bound == "at-least",
        "people_at_most": lists.everybody_at_most,
        "id": lists.id,
        "title": lists.title,
        "only": None if lists.only is None else list(lists.only),
        "of": lists.picked_of,
    }


def _capacity(result: Result) -> dict[str, Any] | None:
    used = result.capacity
    if used is None:
        return None
    return {
        "id": used.id,
        "title": used.title,
        "note": used.note,
        "thresholds": {"watch": plain(used.watch), "overload": plain(used.overload)},
        "between_lists": plain(used.between_lists),
        "gross_hours_per_post": plain_by_role(used.gross_hours_per_post),
        "has_unsourced_reserve": dict(used.has_unsourced_reserve),
    }


def _total(result: Result, role: str) -> dict[str, Any]:
    """A role's total; beside it, what the capacity that decides verdicts says, and its lists by state as in tables."""
    total, supply = result.total[role], result.deciding(role)
    deciding = {} if supply is None else document(supply)
    return {
        **document(total),
        "required_hours_by_kind": plain_by_role(total.required_hours_by_kind),
        "wisn": deciding.get("wisn"),
        "face_to_face": deciding.get("face_to_face"),
        **part_cells(RoleSupply, "overload", result.overload.get(role)),
    }
