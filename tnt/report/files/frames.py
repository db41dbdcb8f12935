"""The result as pandas frames, for notebooks. Hours are per year; what is unknown is missing (NaN), never 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import pandas as pd
import pyarrow as pa

from tnt.analyses.uncertainty.frames import RECOMMENDATION_COLUMNS, TOTAL_COLUMNS, recommendation_columns, total_columns
from tnt.compile.origins import NumberRecord
from tnt.language.base import in_language
from tnt.language.values.roles import PATIENT
from tnt.locale import Texts
from tnt.reading.yaml.tree import AppliedChange
from tnt.report.files.list_rows import list_rows, list_schema
from tnt.result.figures import Unit, columns_of, part_columns
from tnt.result.json_values import sayable
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.supply import RoleSupply, Staffing
from tnt.result.total import RoleTotal
from tnt.show.changes import checked_text
from tnt.show.notices import role_title
from tnt.show.roles import staff
from tnt.show.values import cells, part_cells


def recommendations_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """One row per recommendation and role of staff: eligible people, hours a year, share of capacity, assumptions."""
    uncertainty = result.uncertainty
    rows = [
        {"recommendation": one.id, "role": role, "guideline": in_language(one.guideline_title, lang)}
        | {"against": one.is_against}
        | cells(one, lang)
        | cells(hours)
        | (recommendation_columns(uncertainty, one.id, role) if uncertainty else {})
        for one in result.recommendations
        for role, hours in one.roles.items()
        if role != PATIENT
    ]
    columns = {**columns_of(RecommendationResult), **columns_of(RoleHours)}
    keys = ("recommendation", "role", "guideline", "against")
    return _frame_of(rows, keys, columns, RECOMMENDATION_COLUMNS if uncertainty else ())


def totals_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """One row per role of staff: all recommendations together against the time there is, and the states of lists."""
    uncertainty = result.uncertainty
    rows = [
        _total_row(result, role, lang) | (total_columns(uncertainty, role) if uncertainty else {})
        for role in staff(result.total)
    ]
    columns = {
        **columns_of(RoleTotal),
        **{name: unit for part in _OF_A_TOTAL for name, unit in part_columns(RoleSupply, part).items()},
    }
    return _frame_of(rows, ("role",), columns, TOTAL_COLUMNS if uncertainty else ())


def own_time_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """The patient's own time: one row per recommendation that takes some, hours a year. What several ask for stands in
    each of them; `result.total["patient"]` counts it once."""
    rows = [
        {"recommendation": one.id} | cells(one, lang) | cells(one.roles[PATIENT])
        for one in result.recommendations
        if PATIENT in one.roles
    ]
    return _frame(rows, ("recommendation", "title", "at_least"), _OWN_TIME)


def own_time_total_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """The same of all recommendations together, in one row under the name of the role; none where none takes any."""
    rows = [_total_row(result, PATIENT, lang)] if PATIENT in result.total else []
    return _frame(rows, ("role", "title", "at_least"), (*_OWN_TIME_IN_ALL, "overlap_hours"))


_OWN_TIME_IN_ALL = (
    *("required_hours", "current_hours", "incremental_hours", "incremental_hours_at_least"),
    *("incremental_hours_at_most", "one_off_hours", "backlog_hours", "first_year_hours"),
)
_OWN_TIME = ("eligible_people", "tnt_hours", *_OWN_TIME_IN_ALL)
_OF_A_TOTAL = ("overload", "wisn", "face_to_face")
"""Parts of what the capacity that decides verdicts makes of a role, beside the role's total."""


def _total_row(result: Result, role: str, lang: str) -> dict[str, object]:
    total, deciding = result.total[role], result.deciding(role)
    row: dict[str, object] = {"role": role, **cells(total), "title": role_title(role, total.title, Texts(lang))}
    row |= part_cells(RoleSupply, "overload", result.overload.get(role))
    for name in ("wisn", "face_to_face"):
        row |= part_cells(RoleSupply, name, getattr(deciding, name, None))
    return row


def supply_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """One row per capacity and role, the capacity that decides verdicts first: its hours, and how the work stands to
    it."""
    rows = [
        {"capacity": supply.id, "title": in_language(supply.title, lang, supply.id), "role": role}
        | ({} if role not in result.staffing else cells(result.staffing[role]))
        | cells(one)
        for supply in result.supply
        for role, one in supply.roles.items()
    ]
    staffing = {name: unit for name, unit in columns_of(Staffing).items() if unit is not None}
    return _frame_of(rows, ("capacity", "title", "role"), {**columns_of(RoleSupply), **staffing})


def lists_frame(result: Result) -> pd.DataFrame:
    """One row per list and role of staff: the columns of the CSV, then `area` if there is one. State is a category."""
    spreads = result.list_spreads
    table = pa.Table.from_batches(list_rows(result.lists, spreads), list_schema(spreads))
    frame: pd.DataFrame = table.to_pandas(categories=["role", "state"])
    if result.lists.areas is not None:
        frame["area"] = pd.Series(result.lists.areas).repeat(len(result.lists.staff)).to_numpy()
    return frame


def numbers_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """One row per number that entered the estimate: as written, its range, status, source, and where it stands.

    With dates, `period` is that of the entry used; changed by a scenario, `before` is what stood there.
    """
    return _frame([_number_row(one, lang) for one in result.numbers], _NUMBER_TEXTS, ("level", "n", "line"))


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
    "place",
    "checked",
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
        "level": one.level,
        "n": one.n,
        "status": one.status,
        "source": None if one.source is None else in_language(one.source.title, lang),
        "url": None if one.source is None else one.source.url,
        "url_status": None if one.source is None else one.source.url_status,
        "place": None if one.source is None or one.source.place is None else in_language(one.source.place, lang),
        "checked": checked_text(one.source, Texts(lang)),
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


def _frame_of(
    rows: list[dict[str, object]], keys: tuple[str, ...], columns: Mapping[str, Unit | None], more: tuple[str, ...] = ()
) -> pd.DataFrame:
    """A frame with the keys of its rows, then texts and flags, then figures, in the order of the catalogue."""
    texts = tuple(name for name, unit in columns.items() if unit is None)
    return _frame(rows, keys + texts, (*(name for name, unit in columns.items() if unit is not None), *more))


def _frame(rows: list[dict[str, object]], texts: tuple[str, ...], figures: tuple[str, ...]) -> pd.DataFrame:
    """A frame with these columns; figures are floats even where all of them are unknown."""
    return pd.DataFrame(rows, columns=[*texts, *figures]).astype(dict.fromkeys(figures, "float64"))
