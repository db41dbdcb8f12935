"""Hours a year by year: what `tnt years` shows. Each year is an estimate of its own, with that year's people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tnt.analyses.years.projection import Projection
from tnt.compile.notice import InputFile, Notice, NoticeCode
from tnt.estimating.estimate import estimate
from tnt.language.base import Text
from tnt.result.capacity import CapacityUsed
from tnt.result.model import Result
from tnt.result.total import RoleTotal
from tnt.show.roles import by_weight

_OF_ONE_YEAR = (NoticeCode.VACANT, NoticeCode.POSTS_UNKNOWN, NoticeCode.NO_PEOPLE)
"""Notices that count lists, which may differ from year to year."""


@dataclass(frozen=True, slots=True)
class Year:
    """One year. Hours as in a `Result`: at that year's uptake, with that year's people and posts."""

    year: int
    people: float
    is_given: bool
    """Whether the table holds the year; else it lies on a straight line between the years around it."""
    total: Mapping[str, RoleTotal]
    required_hours: Mapping[str, Mapping[str, float | None]]
    """Recommendation -> role -> its required hours, overlap not removed; None where it cannot be estimated."""


@dataclass(frozen=True, slots=True)
class YearsResult:
    """Every year asked for, the first one first, and what is true of them all."""

    as_of: date
    inputs: tuple[InputFile, ...]
    pack_title: Text | None
    pack_notice: Text | None
    notices: tuple[Notice, ...]
    lists_id: str
    lists_title: Text
    lists_note: Text | None
    years_given: tuple[int, ...]
    capacity: CapacityUsed | None
    titles: Mapping[str, Text]
    """Recommendation -> what it is called."""
    years: tuple[Year, ...]

    @property
    def roles(self) -> list[str]:
        """Roles as people see them, by the last year."""
        totals = self.years[-1].total
        return by_weight(totals, totals)


def estimate_years(projection: Projection) -> YearsResult:
    """An estimate for each year of a projection."""
    first, years = None, list[Year]()
    for year in projection.years:  # one at a time: each holds figures of every list
        result = estimate(projection.in_year(year))
        years.append(_year(year, result, year in projection.tables))
        first = first or result
    assert first is not None  # load_projection lets no other through
    lists = projection.chosen.lists.document
    return YearsResult(
        as_of=projection.as_of,
        inputs=first.inputs,
        pack_title=first.pack_title,
        pack_notice=first.pack_notice,
        notices=(*projection.notices(), *(each for each in first.notices if each.code not in _OF_ONE_YEAR)),
        lists_id=lists.lists,
        lists_title=lists.title or lists.lists,
        lists_note=lists.note,
        years_given=tuple(projection.tables),
        capacity=first.capacity,
        titles={one.id: one.title for one in first.recommendations},
        years=tuple(years),
    )


def _year(year: int, result: Result, is_given: bool) -> Year:
    required = {
        one.id: {role: hours.required_hours for role, hours in one.roles.items()} for one in result.recommendations
    }
    return Year(year, float(result.lists.people.sum()), is_given, result.total, required)
