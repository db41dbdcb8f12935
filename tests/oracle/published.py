"""One guideline on one list, for published figures."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from tests.oracle.drawn_packs.files import Folder
from tests.oracle.people import Row
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult
from tnt.result.total import RoleTotal

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


def largest_list(recommendations: Document, hours: Document) -> float:
    """People of the largest list that one post can manage, found from any list that it cannot or can."""
    largest = one_list(recommendations, {"0-99": 1000}, 1, hours).supply[0].roles["gp"].largest_manageable_list
    assert largest is not None
    return largest


def hours_per_day(hours: float, days: float) -> float:
    """Hours a year per day worked: how many times they are what one hour every such day comes to."""
    result = one_list({"work": every_year(f"{hours} h")}, {"0-99": 1}, 1, {"hours": f"{days} h / year"})
    share = gp(result).share_of_capacity
    assert share is not None
    return share


def posts(required: float, available: float) -> float:
    """Posts that do so many hours a year when one post does the hours available."""
    result = one_list({"all-work": every_year(f"{required} h")}, {"0-99": 1}, 1, {"hours": f"{available} h / year"})
    positions = gp(result).positions
    assert positions is not None
    return positions
