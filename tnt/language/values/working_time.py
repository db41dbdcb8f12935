"""Working time of a post: `37.5 h / week` or `1725 h / year`."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from tnt import units
from tnt.language.values import patterns


@dataclass(frozen=True, slots=True, order=True)
class WorkingTime:
    """Hours of one post, each week or each year. Weeks worked a year are data, so the one does not become the other
    here."""

    hours: float
    per_year: bool


def working_time(value: Any) -> WorkingTime:
    """Read hours per week or per year."""
    if units.is_per_year(value):
        return WorkingTime(units.hours_of_post_per_year(value), per_year=True)
    return WorkingTime(units.hours_per_week(value), per_year=False)


HoursOfPost = Annotated[
    WorkingTime,
    PlainValidator(working_time),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": patterns.TIME_IN_PERIOD,
            "examples": ["37.5 h / week", "1725 h / year"],
        }
    ),
]
