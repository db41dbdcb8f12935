"""Frames as a pandas user expects them: an index with names, and counts that are whole numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from tnt.analyses.years.files import START_UP_FIGURES, YEARS_FIGURES, year_figures
from tnt.diagnostics import Diagnostic
from tnt.diagnostics.render import render_json
from tnt.language.base import in_language

if TYPE_CHECKING:
    from tnt.analyses.strategies.strategies import StrategiesResult
    from tnt.analyses.supply.needs import NeedsColumns, NeedsRow
    from tnt.analyses.years.years import YearsResult
    from tnt.reading.pack import Pack
    from tnt.survey.summary import Survey

_ALWAYS_KNOWN = ("numbers", "assumptions", "respondents", "suspected")
_MAY_BE_UNKNOWN = (
    *("n", "cases", "line", "before_line", "column", "row", "lists", "lists_judged", "lists_overloaded"),
    *("lists_watch", "lists_vacant", "lists_unknown", "lists_imputed"),
)


def indexed(frame: pd.DataFrame, *keys: str) -> pd.DataFrame:
    """The frame by these columns. Counts are int64, or Int64 where one may be unknown."""
    counts = dict.fromkeys(_ALWAYS_KNOWN, "int64") | dict.fromkeys(_MAY_BE_UNKNOWN, "Int64")
    return frame.astype({name: kind for name, kind in counts.items() if name in frame}).set_index(list(keys))


def guidelines_frame(pack: Pack) -> pd.DataFrame:
    """A row a guideline, by its id: what it is called, how many recommendations it has, and where it stands."""
    rows = [
        (one.guideline, in_language(one.title, "en", one.guideline), one.version, one.status, len(one.recommendations))
        for one in _guidelines(pack)
    ]
    return indexed(
        pd.DataFrame(rows, columns=["guideline", "title", "version", "status", "recommendations"]), "guideline"
    )


def pack_recommendations_frame(pack: Pack) -> pd.DataFrame:
    """A row a recommendation, by the id that `explain` takes: what it is called, how strong it is, its tasks."""
    columns = ["recommendation", "title", "guideline", "strength", "certainty", "tasks"]
    rows = [
        (
            f"{one.guideline}/{name}",
            in_language(each.title, "en", name),
            one.guideline,
            each.strength,
            each.certainty,
            ", ".join(each.tasks),
        )
        for one in _guidelines(pack)
        for name, each in one.recommendations.items()
    ]
    return indexed(pd.DataFrame(rows, columns=columns), "recommendation")


def _guidelines(pack: Pack) -> list[Any]:
    from tnt.reading.pack_documents import guidelines

    return [file.document for file in guidelines(pack)]


def problems_frame(diagnostics: Iterable[Diagnostic]) -> pd.DataFrame:
    """A row a problem, by its code: how bad, where, and what is wrong."""
    columns = ["code", "severity", "file", "line", "column", "row", "table_column", "message", "suggestion"]
    return indexed(pd.DataFrame(json.loads(render_json(diagnostics)), columns=columns), "code")


def years_frame(result: YearsResult) -> pd.DataFrame:
    """A row a year and role. Hours a year; unknown is NaN."""
    rows = [
        {"year": one.year, "role": role, "people": one.people.value, "interpolated": not one.is_given}
        | year_figures(one, role)
        | {"people_at_least": one.people.bound == "at-least"}
        for one in result.years
        for role in result.sections
    ]
    return indexed(
        pd.DataFrame(rows).astype(dict.fromkeys((*YEARS_FIGURES, *START_UP_FIGURES), "float64")), "year", "role"
    )


def needs_frame(columns: Iterable[NeedsColumns]) -> pd.DataFrame:
    """A row a capacity, role and list (or area): how large it can be, and the posts it needs. Unknown is NaN."""
    parts = [
        pd.DataFrame({"id": one.ids, "name": one.names, "area": one.areas, "state": one.states, **one.figures}).assign(
            capacity=one.capacity, role=one.role
        )
        for one in columns
    ]
    return indexed(pd.concat(parts, ignore_index=True), "capacity", "role", "id")


def together_frame(rows: Iterable[NeedsRow]) -> pd.DataFrame:
    """A row a capacity and role, all lists together."""
    frame = pd.DataFrame([{"capacity": one.capacity, "role": one.role, **one.figures} for one in rows])
    figures = [name for name in frame if name not in ("capacity", "role")]
    return indexed(frame.astype(dict.fromkeys(figures, "float64")), "capacity", "role")


def strategies_frame(result: StrategiesResult) -> pd.DataFrame:
    """A row a strategy and role: hours over the horizon and a year, minutes a month. Unknown is NaN."""
    figures = ["total_hours", "hours_per_year", "minutes_per_month"]
    rows = [
        (one.id, role, *(getattr(hours, name) for name in figures), hours.at_least)
        for one in result.strategies
        for role, hours in one.roles.items()
    ]
    frame = pd.DataFrame(rows, columns=["strategy", "role", *figures, "at_least"])
    return indexed(frame.astype(dict.fromkeys(figures, "float64")), "strategy", "role")


def survey_frame(survey: Survey) -> pd.DataFrame:
    """A row a task, by its address: respondents, the cases they count by (none where all count the same), mean minutes
    and the 90 % interval of that mean; `suspected` answers look as if they were in another unit, and are left out."""
    rows = [
        (one.task, one.n, one.cases, one.mean_minutes, one.low_minutes, one.high_minutes, len(one.suspected))
        for one in survey.tasks
    ]
    columns = ["task", "n", "cases", "mean_minutes", "low_minutes", "high_minutes", "suspected"]
    minutes = dict.fromkeys(columns[3:6], "float64")
    return indexed(pd.DataFrame(rows, columns=columns).astype(minutes), "task")
