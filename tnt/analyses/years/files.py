"""Hours by year for other programs: JSON `tnt-years/1`, and CSV with one row a year and role."""

from __future__ import annotations

import csv
import io
from typing import Any

from tnt.analyses.years.years import Year, YearsResult
from tnt.result.json_values import json_text, plain, plain_by_role
from tnt.show.manifest import inputs, versions
from tnt.show.notices import warnings
from tnt.show.output import text_output
from tnt.show.roles import staff, with_patient_last
from tnt.show.values import document

YEARS_FORMAT = "tnt-years/1"
YEARS_FIGURES = (
    "required_hours",
    "current_hours",
    "incremental_hours",
    "one_off_hours",
    "overlap_hours",
    "merged_visit_hours",
    "supervision_hours",
    "overhead_hours",
    "available_hours",
    "share_of_capacity",
    "positions",
    "break_even_reserve",
)
"""Figures of a role in a year, as in the result of an estimate; but work done once is that of the year."""
START_UP_FIGURES = ("backlog_hours", "start_up_hours", "hours_with_start_up", "share_with_start_up")
"""What getting started adds to them."""
YEARS_COLUMNS = (
    *("year", "role", "people", "interpolated"),
    *(*YEARS_FIGURES, "at_least", "current_is_at_most"),
    *(*START_UP_FIGURES, "start_up_at_least", "people_at_least"),
)


def years_json(result: YearsResult) -> str:
    """JSON text that ends with a newline; unknown is null, numbers are unrounded."""
    document = {
        "format": YEARS_FORMAT,
        "as_of": result.as_of.isoformat(),
        "inputs": inputs(result.inputs),
        "warnings": warnings(result.notices),
        "lists": {
            "id": result.lists_id,
            "title": result.lists_title,
            "only": None if result.lists_only is None else list(result.lists_only),
            "years_given": list(result.years_given),
        },
        "capacity": None if result.capacity is None else result.capacity.id,
        "years": [_year(one) for one in result.years],
        "versions": versions(),
    }
    return json_text(document)


def years_csv(result: YearsResult) -> str:
    """One row a year and role; unknown is an empty cell. Ids are the only texts, and none begins with a sign."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(YEARS_COLUMNS)
    for one in result.years:
        for role in _roles(result):
            figures, people = year_figures(one, role).values(), one.people
            in_part = people.bound == "at-least"
            writer.writerow([one.year, role, plain(people.value), not one.is_given, *figures, in_part])
    return text.getvalue()


def _roles(result: YearsResult) -> list[str]:
    """In the order the file has always had: those with a capacity first, then by hours of the last year, then by id;
    the patient's own time after staff."""
    totals = result.years[-1].total

    def rank(role: str) -> tuple[bool, float, str]:
        return totals[role].kind is None, -(totals[role].required_hours or 0.0), role

    return with_patient_last(sorted(staff(totals), key=rank), totals)


def _year(one: Year) -> dict[str, Any]:
    return {
        "year": one.year,
        "people": plain(one.people.value),
        "people_at_least": one.people.bound == "at-least",
        "interpolated": not one.is_given,
        "total": {role: year_figures(one, role) for role in one.total},
        "recommendations": {name: plain_by_role(hours) for name, hours in one.required_hours.items()},
    }


def year_figures(one: Year, role: str) -> dict[str, float | bool | None]:
    """Every figure of a role in a year and whether it is a lower bound, in the order of the columns."""
    total, start_up = one.total[role], one.start_up[role]
    whole = document(total)
    figures = {name: whole[name] for name in YEARS_FIGURES}
    figures["one_off_hours"] = plain(start_up.one_off_hours)
    added = {name: plain(getattr(start_up, name)) for name in START_UP_FIGURES}
    known = {"at_least": total.at_least, "current_is_at_most": total.current_is_at_most}
    return {**figures, **known, **added, "start_up_at_least": start_up.start_up_at_least}


YEARS_JSON = text_output("json", YearsResult, lambda result, _: years_json(result))
YEARS_CSV = text_output("csv", YearsResult, lambda result, _: years_csv(result))
