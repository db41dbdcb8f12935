"""An answer to `tnt fit` as JSON, format `tnt-fit/1`: unknown is null, numbers unrounded, always the same bytes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tnt.analyses.fit.result import Chosen, FitChoice, FitResult
from tnt.analyses.fit.shown.choice_lists import choice_lists
from tnt.analyses.fit.shown.room.json import room_document
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.json_values import json_text, plain, plain_by_role, plain_tree
from tnt.show.manifest import inputs, versions
from tnt.show.notices import warnings
from tnt.show.output import text_output

FIT_FORMAT = "tnt-fit/1"
_PEOPLE = "people/year"
"""The unit of one outcome, and of each outcome where nobody has said what they count."""


def fit_json(result: FitResult) -> str:
    """JSON text that ends with a newline. Raises ValueError rather than write NaN."""
    return json_text(fit_document(result))


def fit_document(result: FitResult) -> dict[str, Any]:
    """The answer as plain mappings, lists, texts and numbers, in the order they are written."""
    room = {} if result.room is None else room_document(result.room)
    without = result.without_unknown
    return {
        "format": FIT_FORMAT,
        "status": result.status,
        **_choice(result.choice, result),
        "unknown_benefit": list(result.unknown_benefit),
        **room,
        "as_of": result.as_of.isoformat(),
        "inputs": inputs(result.inputs),
        "warnings": warnings(result.notices, result_role_titles(result)),
        "pack": {"title": result.pack_title, "notice": result.pack_notice},
        "lists": {"title": result.lists_title, "count": result.lists, "people": plain(result.people)},
        "capacity": result.capacity_title,
        "scenarios": list(result.scenario_titles),
        "per_list": result.per_list,
        "objective": _objective(result),
        "everything": {role: plain_tree(asdict(one)) for role, one in result.everything.items()},
        "unknown_hours": list(result.unknown_hours),
        "always": list(result.always),
        "without_unknown": None if without is None else {"status": without.status, **_choice(without, result)},
        "outcomes": [plain_tree(asdict(one)) for one in result.outcomes],
        "frontier": [plain_tree(asdict(one)) for one in result.frontier],
        "frontier_role": result.frontier_role,
        "displaced": None if result.displaced is None else list(result.displaced),
        "draws": result.draws,
        "weights_tried": result.weights_tried,
        "in_no_tier": list(result.in_no_tier),
        "unmet_weights": list(result.unmet_weights),
        "not_moved": list(result.not_moved),
        "titles": dict(result.titles),
        "versions": versions(),
    }


def result_role_titles(result: FitResult) -> dict[str, str]:
    """What the files call each role, in English."""
    texts = Texts("en")
    return {
        role: texts.choice("role", role) if title == role else in_language(title, "en", role)
        for role, title in result.role_titles.items()
    }


def _choice(choice: FitChoice | None, result: FitResult) -> dict[str, Any]:
    """The keys of a choice; of one that could not be made what is known without it."""
    if choice is None:
        return {
            "gap": None,
            "hours": {
                role: {"used": None, "available": plain(one.available)} for role, one in result.everything.items()
            },
            "benefit": {"total": None, "unit": _PEOPLE},
            **{key: list[str]() for key in ("in", "out", "partly")},
            "price_of_hour": dict.fromkeys(result.everything),
            **{key: list[str]() for key in ("recommendations", "moved", "shortfall_lists")},
            "shortfall": {},
            "draws_that_fit": None,
        }
    lists = choice_lists(choice, result)
    return {
        "gap": plain(choice.gap),
        "hours": {
            role: {
                "used": plain(one.used),
                "available": plain(one.available),
                "kept_for_unknown": plain(one.kept_for_unknown),
                "delegated": plain(one.delegated),
            }
            for role, one in choice.hours.items()
        },
        "benefit": {"total": plain(choice.benefit), "unit": _unit(result)},
        "in": [one.id for one in lists.is_in],
        "out": [one.id for one in lists.out],
        "partly": [{"id": one.id, "uptake": plain(one.uptake)} for one in lists.partly],
        "price_of_hour": plain_by_role({role: one.price_of_hour for role, one in choice.hours.items()}),
        "recommendations": [_chosen(one) for one in choice.recommendations],
        "moved": [plain_tree(asdict(one)) for one in choice.moved],
        "shortfall": plain_by_role(choice.shortfall),
        "shortfall_lists": [plain_tree(asdict(one)) for one in choice.shortfall_lists],
        "draws_that_fit": choice.draws_that_fit,
    }


def _unit(result: FitResult) -> str:
    objective = result.objective
    return _PEOPLE if objective is None or objective.kind == "outcome" else in_language(objective.unit, "en")


def _objective(result: FitResult) -> dict[str, Any] | None:
    one = result.objective
    if one is None:
        return None
    signed_on = None if one.signed_on is None else one.signed_on.isoformat()
    return {"kind": one.kind, "title": one.title, "unit": one.unit, "signed_by": one.signed_by, "date": signed_on}


def _chosen(one: Chosen) -> dict[str, Any]:
    tried = None if one.in_weights is None else {"in": one.in_weights[0], "of": one.in_weights[1]}
    return {**plain_tree(asdict(one)), "in_weights": tried}


FIT_JSON = text_output("json", FitResult, lambda result, _: fit_json(result))
