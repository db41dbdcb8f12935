"""One-off work and backlog in the years they fall in, against the slow calculation and against what must hold."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.oracle.drawn_packs.files import Document, Folder
from tests.oracle.drawn_packs.lists import people, posts, registers
from tests.oracle.drawn_packs.packs import packs
from tests.oracle.drawn_packs.rules import percents
from tests.oracle.figures import Figures, assert_same
from tests.oracle.people import Row
from tests.oracle.quantities import share
from tests.oracle.years import start_up_by_year
from tests.profile import looks
from tnt.analyses.years.projection import load_projection
from tnt.analyses.years.years import YearsResult, estimate_years

FIRST, LAST = 2026, 2029
AS_OF = date(FIRST, 11, 22)


@st.composite
def packs_by_year(draw: st.DrawFn) -> Folder:
    """A random pack whose lists stand there for three years, with other people in each, and whose uptakes grow."""
    pack = draw(packs())
    pack.lists.pop("scaled_to", None)
    pack.lists["year"] = "calendar year"
    pack.rows = [row for year in (FIRST, FIRST + 1, LAST) for row in _rows(draw, pack, year)]
    for guideline in pack.guidelines:
        for recommendation in guideline["recommendations"].values():
            if draw(st.booleans()):
                uptake = recommendation.setdefault("uptake", {})
                uptake["ramp"] = _one_way(draw(st.lists(percents, min_size=1, max_size=4)), uptake)
    return pack


def _one_way(ramp: list[str], uptake: Document) -> list[str]:
    """The shares from today's uptake to the target, rising or falling; the target alone where none is between."""
    target = uptake.get("target", "100 %")
    ends = [share(uptake.get("current", ramp[0])), share(target)]
    between = [one for one in ramp if min(ends) <= share(one) <= max(ends)]
    return sorted(between, key=share, reverse=ends[1] < ends[0]) or [target]


def _rows(draw: st.DrawFn, pack: Folder, year: int) -> list[Row]:
    """The rows of a pack in a year: other people, and for each list other registers and posts."""
    lists = pack.lists
    columns = dict.fromkeys(lists["registers"].values(), registers)
    columns |= {staff["posts"]: posts for staff in lists["staff"].values() if isinstance(staff.get("posts"), str)}
    of_list = {row["practice"]: {name: draw(values) for name, values in columns.items()} for row in pack.rows}
    labels = {"practice", lists.get("sex"), lists.get("ages")}
    return [
        {name: text if name in labels else draw(people) for name, text in row.items()}
        | {"calendar year": str(year), **of_list[row["practice"]]}
        for row in pack.rows
    ]


def estimated(pack: Folder, folder: Path, **asked: int) -> YearsResult:
    pack.write(folder)
    return estimate_years(load_projection(folder, as_of=AS_OF, **asked))


@looks(60)
@given(packs_by_year(), st.integers(FIRST, LAST))
def test_every_year_of_a_random_pack(pack: Folder, first: int) -> None:
    wanted = start_up_by_year(pack.given(), FIRST, LAST)
    with tempfile.TemporaryDirectory() as folder:
        found = estimated(pack, Path(folder), first=first, last=LAST)
    assert [one.year for one in found.years] == list(range(first, LAST + 1))
    for one in found.years:
        for role, start_up in one.start_up.items():
            assert_same(_figures(start_up), _figures(wanted[one.year][role]))


def _figures(one: object) -> Figures:
    return asdict(one)  # type: ignore[call-overload, no-any-return]
