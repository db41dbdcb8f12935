"""The result as JSON, format `tnt-result/1`: fixed keys, unknown is null, numbers unrounded, always the same bytes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from tnt.analyses.supply.json import supply_document
from tnt.analyses.uncertainty.json import uncertainty_document
from tnt.compile.origins import NumberRecord
from tnt.language.base import in_language
from tnt.language.documents.declares import Source
from tnt.result.json_values import json_text, plain
from tnt.result.model import Result
from tnt.result.observed import ObservedActivity
from tnt.result.other_care import OtherCare
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.shared_work import SharedActivity
from tnt.show.json import whole_document
from tnt.show.manifest import manifest
from tnt.show.output import text_output
from tnt.show.values import document

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
        "staffing": {role: document(one) for role, one in result.staffing.items()},
        "supply": [supply_document(one) for one in result.supply],
        "other_care": {role: [_other_care(one) for one in each] for role, each in result.other_care.items()},
        "observed": [_observed(one) for one in result.observed],
        "shared_work": [_shared(one) for one in result.shared_work],
        "recommendations": [_recommendation(one) for one in result.recommendations],
        "overload": overload,
        **({} if result.uncertainty is None else {"uncertainty": uncertainty_document(result.uncertainty)}),
        "numbers": [_number(one) for one in result.numbers],
        "manifest": manifest(result),
    }


def _other_care(one: OtherCare) -> dict[str, Any]:
    return document(one) | {"pack_share": plain(one.pack_share), "is_outside": one.is_outside}


def _observed(one: ObservedActivity) -> dict[str, Any]:
    return document(one) | {"ratio": plain(one.ratio), "status": one.status}


def _shared(one: SharedActivity) -> dict[str, Any]:
    return {
        **document(one),
        "tasks": [{"recommendation": recommendation, "task": task} for recommendation, task in one.tasks],
        "pairs": [
            {"between": [pair.one, pair.other], "overlap_hours": plain(pair.overlap_hours)} for pair in one.pairs
        ],
    }


def _recommendation(one: RecommendationResult) -> dict[str, Any]:
    """All its figures, and those that `tnt-result/1` also has in another form."""
    figures, roles = document(one), one.roles.items()
    return {
        **figures,
        "one_off_hours": {role: hours for role, hours in figures["one_off_hours"].items() if hours is not None},
        "first_year_at_least_roles": [role for role, hours in roles if hours.first_year_at_least],
        "hours_per_person_benefiting_parts": {role: _parts(hours) for role, hours in roles},
        "hours_per_person_benefiting_range": {role: _range(hours) for role, hours in roles},
        "current_is_at_most": one.current_is_at_most,
        "at_least_roles": [role for role, hours in roles if hours.at_least],
    }


def _parts(hours: RoleHours) -> dict[str, float | None] | None:
    finding, treating = hours.hours_per_person_finding, hours.hours_per_person_treating
    return None if finding is None and treating is None else {"finding": plain(finding), "treating": plain(treating)}


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
        "level": one.level,
        "n": one.n,
        "status": one.status,
        "source": one.source_id,
        "source_title": None if one.source is None else in_language(one.source.title, "en"),
        "url": None if one.source is None else one.source.url,
        "url_status": None if one.source is None else one.source.url_status,
        **_about(one.source),
        "note": one.note,
        "file": one.file,
        "line": one.line,
        "from": _day(None if one.period is None else one.period.first),
        "until": _day(None if one.period is None else one.period.last),
        "changed_by": [asdict(change) for change in one.changed_by],
    }


def _about(source: Source | None) -> dict[str, Any]:
    """Who published it and when, where in it the number stands, and who checked that."""
    checked = None if source is None else source.checked
    return {
        "publisher": None if source is None else source.publisher,
        "year": None if source is None else source.year,
        "place": None if source is None else source.place,
        "checked": None if checked is None else {"by": checked.by, "date": checked.date.isoformat()},
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


ESTIMATE_JSON = text_output("json", Result, lambda result, _: to_json(result))
