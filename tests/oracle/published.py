"""One guideline on one list, for published figures."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from tests.oracle.files import Folder
from tests.oracle.people import Row
from tnt.result.model import RecommendationResult, Result, RoleTotal

Document = dict[str, Any]


def every_year(time: str, per_year: str = "1 / year", ages: str = "all") -> Document:
    """A recommendation of one task a GP does."""
    return {"population": {"ages": ages}, "tasks": {"work": {"role": "gp", "time": time, "frequency": per_year}}}


def one_list(recommendations: Document, people: dict[str, float], posts: float, hours: Document, **more: Any) -> Result:
    """The guideline `study` on a list of so many people by age band; `hours` is the capacity of a GP."""
    rows = [{"band": band, "n": repr(float(count))} for band, count in people.items()]
    lists = {"lists": "study-list", "table": "table.csv", "shape": "long", "ages": "band", "people": "n"}
    return on_table(recommendations, rows, lists | {"staff": {"gp": {"posts": posts}}}, hours, **more)


def on_table(
    recommendations: Document, rows: list[Row], lists: Document, hours: Document | None, **more: Any
) -> Result:
    capacity = {"capacity": "study-time", "roles": {"gp": hours}} if hours else None
    guideline = {"guideline": "study", "recommendations": recommendations, **more}
    with tempfile.TemporaryDirectory() as folder:
        return Folder([guideline], lists, rows, capacity=capacity).estimate(Path(folder))


def gp(result: Result) -> RoleTotal:
    return result.total["gp"]


def only(result: Result) -> RecommendationResult:
    (one,) = result.recommendations
    return one
