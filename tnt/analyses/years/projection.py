"""Files and a table by year -> the inputs of an estimate in each year: people change, and uptake that grows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import numpy as np

from tnt.arrays import Floats
from tnt.compile.choose import Choice, ChosenFiles, choose
from tnt.compile.inputs import Inputs, compiled, nothing_to_estimate
from tnt.compile.lists.only import picked
from tnt.compile.lists.used import place_of_ids
from tnt.diagnostics import Code, problem
from tnt.engine.people.between_years import interpolate
from tnt.language.documents.guideline import GuidelineDocument, Recommendation
from tnt.reading.documents import Loaded
from tnt.reading.pack_documents import guidelines
from tnt.reading.reuse import Reuse
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.lists import read_years
from tnt.reading.tables.people.untold import Untold


@dataclass(frozen=True)
class Projection:
    """Lists by year, and everything else an estimate needs.

    `tables` are those given, the earliest first; `years` those asked for, all within them and none before that of
    `as_of`.
    """

    chosen: ChosenFiles
    as_of: date
    tables: Mapping[int, ListTable]
    years: range
    reuse: Reuse = field(default_factory=Reuse, repr=False)

    @property
    def start_up_years(self) -> range:
        """The years from the first there is: what begins before the years asked for may still be going on in them."""
        return range(max(self.as_of.year, min(self.tables)), self.years.stop)

    def in_year(self, year: int) -> Inputs:
        """Inputs of an estimate with the people, the posts and the uptake of one year."""
        table = _between(self.tables, year)
        files = [_in_force(file, year - self.as_of.year) for file in guidelines(self.chosen.pack)]
        return compiled(self.chosen, table, self.as_of, files, self.reuse)


def load_projection(
    *paths: str | Path,
    projection: Choice = None,
    only: Sequence[str] = (),
    capacity: Choice = None,
    scenarios: Sequence[str | Path] = (),
    as_of: date | None = None,
    first: int | None = None,
    last: int | None = None,
) -> Projection:
    """Read and check as `tnt.load` does, with lists by year; `projection` chooses them by file or by id, and `only`
    some of them.

    `first` (default the year of `as_of`) and `last` (default the last there is) bound the years. Raises `tnt.Problems`,
    also for a year that the table does not reach.
    """
    as_of = as_of or date.today()
    chosen = choose(paths, projection, capacity, as_of=as_of, scenarios=scenarios, by_year=True)
    if not guidelines(chosen.pack):
        raise nothing_to_estimate(paths)
    lists = chosen.lists
    by_year = read_years(lists.document, lists.tree.folder, lists.at)
    tables = {year: picked(table, only, place_of_ids(lists)) for year, table in by_year.items()}
    low, high = max(as_of.year, min(tables)), max(tables)
    wanted_years = (as_of.year if first is None else first, high if last is None else last)
    if not low <= wanted_years[0] <= wanted_years[1] <= high:
        written = str(wanted_years[0]) if last is None else f"{wanted_years[0]}-{wanted_years[1]}"
        least = low if low <= high else min(tables)
        raise problem(Code.YEAR_OUTSIDE, lists.place("year"), found=written, low=least, high=high)
    return Projection(chosen, as_of, tables, range(wanted_years[0], wanted_years[1] + 1))


def _between(tables: Mapping[int, ListTable], year: int) -> ListTable:
    """The lists in a year, on a straight line between the years given.

    People, registers and posts each by themselves, by stratum and list; all else is that of the first table.
    """
    years, given = tuple(tables), list(tables.values())
    return replace(
        given[0],
        people=interpolate(years, np.array([each.people for each in given]), year),
        beyond=_most_between(years, [each.beyond for each in given], year),
        untold=_untold_between(years, [each.untold for each in given], year),
        registers={
            name: interpolate(years, np.array([each.registers[name] for each in given]), year)
            for name in given[0].registers
        },
        posts={
            role: interpolate(years, np.array([each.posts[role] for each in given]), year) for role in given[0].posts
        },
    )


def _untold_between(years: tuple[int, ...], untold: Sequence[Untold | None], year: int) -> Untold | None:
    some = next((one for one in untold if one is not None), None)
    if some is None:
        return None
    nobody = np.zeros_like(some.people)
    people = np.array([nobody if one is None else one.people for one in untold])
    beyond = [None if one is None else one.beyond for one in untold]
    return Untold(interpolate(years, people, year), _most_between(years, beyond, year))


def _most_between(years: tuple[int, ...], beyond: Sequence[Floats | None], year: int) -> Floats | None:
    """How many more people there may be than are counted; infinite where that is so in one of the years beside."""
    some = next((one for one in beyond if one is not None), None)
    if some is None:
        return None
    given = np.array([np.zeros_like(some) if one is None else one for one in beyond])
    boundless = interpolate(years, np.isinf(given).astype(np.float64), year) > 0
    return np.where(boundless, np.inf, interpolate(years, np.where(np.isinf(given), 0.0, given), year))


def _in_force(file: Loaded[GuidelineDocument], years_since: int) -> Loaded[GuidelineDocument]:
    """The guideline with the uptake of the year as its target."""
    recommendations = {
        name: _ramped(recommendation, years_since) for name, recommendation in file.document.recommendations.items()
    }
    return replace(file, document=file.document.model_copy(update={"recommendations": recommendations}))


def _ramped(recommendation: Recommendation, years_since: int) -> Recommendation:
    uptake = recommendation.uptake
    if uptake.ramp is None:
        return recommendation
    # The ramp gives the uptakes of the first years, from that of `as_of` on; after its end the target stands.
    target = uptake.ramp[years_since] if years_since < len(uptake.ramp) else uptake.target
    now = uptake.model_copy(update={"target": target, "ramp": None})
    return recommendation.model_copy(update={"uptake": now})
