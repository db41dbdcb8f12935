"""Hours a year by year: what `tnt years` shows. Each year is an estimate of its own, with that year's people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tnt.analyses.years.arising import StartUpWork
from tnt.analyses.years.notices import years_notices
from tnt.analyses.years.projection import Projection
from tnt.analyses.years.start_up import StartUpByYear, StartUpOfYear, start_up_of_year
from tnt.compile.notice import InputFile, Notice
from tnt.estimating.estimate import estimate
from tnt.language.base import Text
from tnt.result.bounded import Bounded
from tnt.result.capacity import CapacityUsed
from tnt.result.model import Result
from tnt.result.total import RoleTotal
from tnt.show.roles import by_weight, with_patient_last


@dataclass(frozen=True, slots=True)
class Year:
    """One year. Hours as in a `Result`: at that year's uptake, with that year's people and posts."""

    year: int
    people: Bounded
    """Those who are counted: at least, where the table does not count everybody."""
    is_given: bool
    """Whether the table holds the year; else it lies on a straight line between the years around it."""
    total: Mapping[str, RoleTotal]
    """By role; of its start-up, what it would be if it began in that year."""
    start_up: Mapping[str, StartUpOfYear]
    """By role, the start-up that falls in that year."""
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
    lists_only: tuple[str, ...] | None
    """Ids of the lists that were picked; None where all of the table are used."""
    lists_note: Text | None
    years_given: tuple[int, ...]
    capacity: CapacityUsed | None
    titles: Mapping[str, Text]
    """Recommendation -> what it is called."""
    years: tuple[Year, ...]

    @property
    def roles(self) -> list[str]:
        """Roles of staff as people see them, by the last year."""
        totals = self.years[-1].total
        return by_weight(totals, totals)

    @property
    def sections(self) -> list[str]:
        """The same, and the patient's own time after them."""
        return with_patient_last(self.roles, self.years[-1].total)

    def years_of_start_up(self, role: str) -> list[Year]:
        """The years in which a role has work to get started, or may have; none where none is known of at all."""
        years = [one for one in self.years if one.start_up[role].start_up_hours != 0]
        return years if any(one.start_up[role].start_up_hours for one in years) else []

    def years_beyond(self, role: str) -> list[str]:
        """Those of them in which the hours with start-up are more than there are."""
        started = self.years_of_start_up(role)
        return [str(one.year) for one in started if (one.start_up[role].share_with_start_up or 0.0) > 1]


def estimate_years(projection: Projection) -> YearsResult:
    """An estimate for each year of a projection, with the start-up that falls in it."""
    start_up, years, notices, first = StartUpByYear(), list[Year](), list[Notice](), None
    for year in projection.start_up_years:  # one at a time: each holds figures of every list
        inputs = projection.in_year(year)
        work = start_up.in_year(inputs)
        if year not in projection.years:
            continue
        result = estimate(inputs)
        years.append(_year(year, result, work, year in projection.tables))
        if first is None:
            first, notices = result, list(years_notices(projection, inputs, result.notices))
    assert first is not None  # load_projection lets no other through
    return YearsResult(
        as_of=projection.as_of,
        inputs=first.inputs,
        pack_title=first.pack_title,
        pack_notice=first.pack_notice,
        notices=tuple(notices),
        lists_id=first.lists.id,
        lists_title=first.lists.title,
        lists_only=first.lists.only,
        lists_note=projection.chosen.lists.document.note,
        years_given=tuple(projection.tables),
        capacity=first.capacity,
        titles={one.id: one.title for one in first.recommendations},
        years=tuple(years),
    )


def _year(year: int, result: Result, work: Mapping[str, tuple[StartUpWork, StartUpWork]], is_given: bool) -> Year:
    required = {
        one.id: {role: hours.required_hours for role, hours in one.roles.items()} for one in result.recommendations
    }
    start_up = {role: start_up_of_year(total, *work[role]) for role, total in result.total.items()}
    return Year(year, result.lists.everybody, is_given, result.total, start_up, required)
