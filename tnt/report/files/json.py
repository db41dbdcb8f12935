"""The result as JSON, format `tnt-result/1`: fixed keys, unknown is null, numbers unrounded, always the same bytes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from tnt.analyses.supply.json import staffing_document, supply_document
from tnt.analyses.uncertainty.json import uncertainty_document
from tnt.compile.origins import NumberRecord
from tnt.language.base import in_language
from tnt.result.json_values import json_text, plain, plain_by_role
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.shared_work import SharedActivity
from tnt.show.json import whole_document
from tnt.show.manifest import manifest
from tnt.show.output import text_output

RESULT_FORMAT = "tnt-result/1"


def to_json(result: Result) -> str:
    """The result as JSON text that ends with a newline. Raises ValueError rather than write NaN."""
    return json_text(as_document(result))


def as_document(result: Result) -> dict[str, Any]:
    """The result as plain mappings, lists, texts and numbers, in the order they are written."""
    whole = whole_document(result)
    overload = whole.pop("overload")
    return {
        "format": RESULT_FORMAT,
        **whole,
        "staffing": {role: staffing_document(one) for role, one in result.staffing.items()},
        "supply": [supply_document(one) for one in result.supply],
        "shared_work": [_shared(one) for one in result.shared_work],
        "recommendations": [_recommendation(one) for one in result.recommendations],
        "overload": overload,
        **({} if result.uncertainty is None else {"uncertainty": uncertainty_document(result.uncertainty)}),
        "numbers": [_number(one) for one in result.numbers],
        "manifest": manifest(result),
    }


def _shared(one: SharedActivity) -> dict[str, Any]:
    return {
        "activity": one.activity,
        "role": one.role,
        "tasks": [{"recommendation": recommendation, "task": task} for recommendation, task in one.tasks],
        "parts_hours": plain(one.parts_hours),
        "overlap_hours": plain(one.overlap_hours),
        "overlap_hours_bounds": [plain(bound) for bound in one.overlap_hours_bounds],
        "pairs": [
            {"between": [pair.one, pair.other], "overlap_hours": plain(pair.overlap_hours)} for pair in one.pairs
        ],
    }


def _recommendation(one: RecommendationResult) -> dict[str, Any]:
    def by_role(name: str) -> dict[str, float | None]:
        return plain_by_role({role: getattr(hours, name) for role, hours in one.roles.items()})

    return {
        "id": one.id,
        "title": one.title,
        "guideline_title": one.guideline_title,
        "strength": one.strength,
        "certainty": one.certainty,
        "is_against": one.is_against,
        "time_kind": one.time_kind,
        "eligible_people": plain(one.eligible_people),
        "people_benefiting_per_year": plain(one.people_benefiting_per_year),
        "outcome_id": one.outcome_id,
        "outcome": one.outcome,
        "tnt_hours": by_role("tnt_hours"),
        "required_hours": by_role("required_hours"),
        "current_hours": by_role("current_hours"),
        "incremental_hours": by_role("incremental_hours"),
        "one_off_hours": {role: hours for role, hours in by_role("one_off_hours").items() if hours is not None},
        "share_of_capacity": by_role("share_of_capacity"),
        "backlog_hours": by_role("backlog_hours"),
        "start_up_years": plain(one.start_up_years),
        "first_year_hours": by_role("first_year_hours"),
        "first_year_at_least_roles": [role for role, hours in one.roles.items() if hours.first_year_at_least],
        "hours_per_person_benefiting": by_role("hours_per_person_benefiting"),
        "hours_per_person_benefiting_parts": {role: _parts(hours) for role, hours in one.roles.items()},
        "hours_per_person_benefiting_range": {role: _range(hours) for role, hours in one.roles.items()},
        "has_no_upper_limit": one.has_no_upper_limit,
        "why_no_hours_per_person_benefiting": one.why_no_hours_per_person_benefiting,
        "at_least_roles": [role for role, hours in one.roles.items() if hours.at_least],
        "numbers": one.numbers,
        "assumptions": one.assumptions,
        "note": one.note,
    }


def _parts(hours: RoleHours) -> dict[str, float | None] | None:
    finding, treating = hours.hours_per_person_finding, hours.hours_per_person_treating
    return None if finding is None else {"finding": plain(finding), "treating": plain(treating)}


def _range(hours: RoleHours) -> list[float | None] | None:
    low, high = hours.hours_per_person_low, hours.hours_per_person_high
    return None if low is None and high is None else [plain(low), plain(high)]


def _number(one: NumberRecord) -> dict[str, Any]:
    return {
        "path": one.path,
        "recommendation": one.recommendation,
        "text": one.text,
        "low": one.low_text,
        "high": one.high_text,
        "n": one.n,
        "status": one.status,
        "source": one.source_id,
        "source_title": None if one.source is None else in_language(one.source.title, "en"),
        "url": None if one.source is None else one.source.url,
        "url_status": None if one.source is None else one.source.url_status,
        "note": one.note,
        "file": one.file,
        "line": one.line,
        "from": _day(None if one.period is None else one.period.first),
        "until": _day(None if one.period is None else one.period.last),
        "changed_by": [asdict(change) for change in one.changed_by],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


ESTIMATE_JSON = text_output("json", Result, lambda result, _: to_json(result))
