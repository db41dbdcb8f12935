"""The result as pandas frames, for notebooks. Hours are per year; what is unknown is missing (NaN), never 0."""

from __future__ import annotations

from dataclasses import asdict

import pandas as pd
import pyarrow as pa

from tnt.analyses.supply.json import SUPPLY_COLUMNS, supply_row
from tnt.analyses.uncertainty.frames import RECOMMENDATION_COLUMNS, TOTAL_COLUMNS, recommendation_columns, total_columns
from tnt.compile.origins import NumberRecord
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.reading.yaml.tree import AppliedChange
from tnt.report.files.list_rows import list_rows, list_schema
from tnt.result.json_values import sayable
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.supply import CAPACITY_FIGURES
from tnt.show.notices import role_title


def recommendations_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """One row per recommendation and role: eligible people, hours a year, share of capacity (0 to 1), assumptions."""
    uncertainty = result.uncertainty
    rows = [
        _recommendation_row(one, role, hours, lang)
        | (recommendation_columns(uncertainty, one.id, role) if uncertainty else {})
        for one in result.recommendations
        for role, hours in one.roles.items()
    ]
    return _frame(
        rows, _RECOMMENDATION_TEXTS, _RECOMMENDATION_FIGURES + (RECOMMENDATION_COLUMNS if uncertainty else ())
    )


_RECOMMENDATION_TEXTS = (
    "recommendation",
    "title",
    "guideline",
    "strength",
    "certainty",
    "against",
    "time_kind",
    "role",
    "at_least",
    "outcome",
    "has_no_upper_limit",
    "why_no_hours_per_person_benefiting",
    "first_year_at_least",
)
_RECOMMENDATION_FIGURES = (
    "eligible_people",
    "tnt_hours",
    "required_hours",
    "current_hours",
    "incremental_hours",
    "one_off_hours",
    "share_of_capacity",
    "people_benefiting_per_year",
    "hours_per_person_benefiting",
    "hours_per_person_low",
    "hours_per_person_high",
    "hours_per_person_finding",
    "hours_per_person_treating",
    "backlog_hours",
    "start_up_years",
    "first_year_hours",
    "numbers",
    "assumptions",
)


def _recommendation_row(one: RecommendationResult, role: str, hours: RoleHours, lang: str) -> dict[str, object]:
    return asdict(hours) | {
        "recommendation": one.id,
        "title": in_language(one.title, lang),
        "guideline": in_language(one.guideline_title, lang),
        "strength": one.strength,
        "certainty": one.certainty,
        "against": one.is_against,
        "time_kind": one.time_kind,
        "eligible_people": one.eligible_people,
        "role": role,
        "people_benefiting_per_year": one.people_benefiting_per_year,
        "outcome": None if one.outcome is None else in_language(one.outcome, lang),
        "has_no_upper_limit": one.has_no_upper_limit,
        "why_no_hours_per_person_benefiting": one.why_no_hours_per_person_benefiting,
        "start_up_years": one.start_up_years,
        "numbers": one.numbers,
        "assumptions": one.assumptions,
    }


def totals_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """One row per role: all recommendations together against the time there is, and the states of lists."""
    uncertainty = result.uncertainty
    rows = [
        _total_row(result, role, lang) | (total_columns(uncertainty, role) if uncertainty else {})
        for role in result.total
    ]
    return _frame(rows, _TOTAL_TEXTS, _TOTAL_FIGURES + (TOTAL_COLUMNS if uncertainty else ()))


_TOTAL_TEXTS = ("role", "title", "isco", "kind", "at_least", "first_year_at_least")
_TOTAL_FIGURES = (
    "required_hours",
    *CAPACITY_FIGURES,
    "current_hours",
    "incremental_hours",
    "incremental_hours_at_most",
    "one_off_hours",
    "backlog_hours",
    "start_up_hours",
    "start_up_years",
    "start_up_period_hours",
    "first_year_hours",
    "first_year_share_of_capacity",
    "overlap_hours",
    "overlap_hours_least",
    "overlap_hours_greatest",
    "lists_judged",
    "lists_overloaded",
    "lists_overloaded_share",
    "lists_watch",
    "lists_vacant",
    "lists_unknown",
    "lists_imputed",
)


def _total_row(result: Result, role: str, lang: str) -> dict[str, object]:
    total, lists = result.total[role], result.overload.get(role)
    least, greatest = total.overlap_hours_bounds
    row = asdict(total) | {"role": role, "title": role_title(role, total.title, Texts(lang))}
    row |= {"overlap_hours_least": least, "overlap_hours_greatest": greatest}
    if lists is None:
        return row
    states = {f"lists_{state}": getattr(lists, state) for state in ("watch", "vacant", "unknown", "imputed")}
    return (
        row
        | states
        | {"lists_judged": lists.of, "lists_overloaded": lists.lists, "lists_overloaded_share": lists.share}
    )


def supply_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """One row per capacity and role, the capacity that decides verdicts first: its hours, and how the work stands to
    it."""
    rows: list[dict[str, object]] = [
        {
            "capacity": supply.id,
            "title": in_language(supply.title, lang, supply.id),
            "role": role,
            **supply_row(one, result.staffing.get(role)),
        }
        for supply in result.supply
        for role, one in supply.roles.items()
    ]
    return _frame(rows, ("capacity", "title", "role", "kind", "wisn_why_no_ratio"), SUPPLY_COLUMNS)


def lists_frame(result: Result) -> pd.DataFrame:
    """One row per list and role: the columns of the CSV, then `area` where the table has one. State is a category."""
    spreads = result.list_spreads
    table = pa.Table.from_batches(list_rows(result.lists, spreads), list_schema(spreads))
    frame: pd.DataFrame = table.to_pandas(categories=["role", "state"])
    if result.lists.areas is not None:
        frame["area"] = pd.Series(result.lists.areas).repeat(len(result.lists.roles)).to_numpy()
    return frame


def numbers_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """One row per number that entered the estimate: as written, its range, status, source, and where it stands.

    With dates, `period` is that of the entry used; changed by a scenario, `before` is what stood there.
    """
    return _frame([_number_row(one, lang) for one in result.numbers], _NUMBER_TEXTS, ("n", "line"))


_NUMBER_TEXTS = (
    "path",
    "recommendation",
    "quantity",
    "text",
    "low",
    "high",
    "status",
    "source",
    "url",
    "url_status",
    "note",
    "file",
    "period",
    "scenario",
    "before",
)


def _number_row(one: NumberRecord, lang: str) -> dict[str, object]:
    return {
        "path": one.path,
        "recommendation": one.recommendation,
        "quantity": one.quantity,
        "text": one.text,
        "low": one.low_text,
        "high": one.high_text,
        "n": one.n,
        "status": one.status,
        "source": None if one.source is None else in_language(one.source.title, lang),
        "url": None if one.source is None else one.source.url,
        "url_status": None if one.source is None else one.source.url_status,
        "note": None if one.note is None else in_language(one.note, lang),
        "file": sayable(one.file),
        "line": one.line,
        "period": None if one.period is None else str(one.period),
        "scenario": ", ".join(dict.fromkeys(change.scenario for change in one.changed_by)) or None,
        "before": "; ".join(change.before for change in one.changed_by if change.before is not None) or None,
    }


def changes_frame(result: Result) -> pd.DataFrame:
    """One row per change of a scenario: what stood there and what stands there now, each with its place."""
    return _frame([_change_row(one) for one in result.changes], _CHANGE_TEXTS, ("line", "before_line"))


def _change_row(one: AppliedChange) -> dict[str, object]:
    files = {"file": one.file, "before_file": one.before_file}
    return asdict(one) | {name: None if file is None else sayable(file) for name, file in files.items()}


_CHANGE_TEXTS = ("scenario", "verb", "path", "before", "after", "by", "file", "before_file")


def _frame(rows: list[dict[str, object]], texts: tuple[str, ...], figures: tuple[str, ...]) -> pd.DataFrame:
    """A frame with these columns; figures are floats even where all of them are unknown."""
    return pd.DataFrame(rows, columns=[*texts, *figures]).astype(dict.fromkeys(figures, "float64"))
