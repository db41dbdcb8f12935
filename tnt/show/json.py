"""What several JSON documents say of a result."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tnt.locale import Texts
from tnt.result.json_values import plain, plain_by_role
from tnt.result.model import Result
from tnt.result.supply import CAPACITY_FIGURES, FaceToFaceTime, Wisn
from tnt.result.total import RoleTotal
from tnt.show.manifest import inputs
from tnt.show.notices import role_titles, warnings


def wisn_document(wisn: Wisn | None) -> dict[str, Any] | None:
    """Posts by WISN."""
    if wisn is None:
        return None
    return {name: value if isinstance(value, str) else plain(value) for name, value in asdict(wisn).items()}


def face_to_face_document(time: FaceToFaceTime | None) -> dict[str, Any] | None:
    """Face-to-face hours asked for and available."""
    return None if time is None else {name: plain(value) for name, value in asdict(time).items()}


def whole_document(result: Result) -> dict[str, Any]:
    """What is true of the result as a whole: what it rests on, and all recommendations together."""
    return {
        "as_of": result.as_of.isoformat(),
        "inputs": inputs(result.inputs),
        "pack": {"title": result.pack_title, "notice": result.pack_notice},
        "warnings": warnings(result.notices, role_titles(result, Texts("en"))),
        "lists": _lists(result),
        "capacity": _capacity(result),
        "scenarios": [asdict(one) for one in result.scenarios],
        "changes": [asdict(one) for one in result.changes],
        "total": {role: _total(total) | _deciding(result, role) for role, total in result.total.items()},
        "overload": {role: asdict(one) | {"share": plain(one.share)} for role, one in result.overload.items()},
    }


def _lists(result: Result) -> dict[str, Any]:
    lists = result.lists
    return {"count": lists.count, "people": plain(float(lists.people.sum())), "id": lists.id, "title": lists.title}


def _capacity(result: Result) -> dict[str, Any] | None:
    used = result.capacity
    if used is None:
        return None
    return {
        "id": used.id,
        "title": used.title,
        "note": used.note,
        "thresholds": {"watch": plain(used.watch), "overload": plain(used.overload)},
        "gross_hours_per_post": plain_by_role(used.gross_hours_per_post),
        "has_unsourced_reserve": dict(used.has_unsourced_reserve),
    }


def _total(total: RoleTotal) -> dict[str, Any]:
    figures = (
        "required_hours",
        "current_hours",
        "incremental_hours",
        "incremental_hours_at_most",
        "one_off_hours",
        "overlap_hours",
        "overlap_hours_bounds",
        *CAPACITY_FIGURES,
    )
    document: dict[str, Any] = {name: plain(getattr(total, name)) for name in figures if name != "overlap_hours_bounds"}
    document["overlap_hours_bounds"] = [plain(bound) for bound in total.overlap_hours_bounds]
    ordered = {name: document[name] for name in figures}
    named = {"at_least": total.at_least, "title": total.title, "isco": total.isco, "kind": total.kind}
    by_kind = {"required_hours_by_kind": plain_by_role(total.required_hours_by_kind)}
    return ordered | named | by_kind | _start_up(total)


def _deciding(result: Result, role: str) -> dict[str, Any]:
    """What the capacity that decides verdicts says beside."""
    one = result.supply[0].roles.get(role) if result.supply else None
    return {
        "wisn": None if one is None else wisn_document(one.wisn),
        "face_to_face": None if one is None else face_to_face_document(one.face_to_face),
    }


def _start_up(total: RoleTotal) -> dict[str, float | bool | None]:
    figures = (
        "backlog_hours",
        "start_up_hours",
        "start_up_years",
        "start_up_period_hours",
        "first_year_hours",
        "first_year_share_of_capacity",
    )
    first_year = {name: plain(getattr(total, name)) for name in figures}
    return first_year | {"first_year_at_least": total.first_year_at_least}
