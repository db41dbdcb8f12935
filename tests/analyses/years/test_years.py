"""Hours year by year: each year is an estimate of its own; what grows is people and uptake."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tnt.analyses.years.files import years_csv, years_json
from tnt.analyses.years.page import render_years, years_page
from tnt.analyses.years.projection import load_projection
from tnt.analyses.years.years import YearsResult, estimate_years
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Problems
from tnt.engine.people.between_years import interpolate
from tnt.estimating.estimate import estimate
from tnt.locale import Texts
from tnt.show.manifest import METHOD

AS_OF = date(2026, 11, 22)
RULES = """\
format: tnt/1
guideline: demo
title: <script>alert(1)</script>
recommendations:
  check:
    population: {{ages: 40+}}
    uptake: {{{uptake}}}
    tasks: {{visit: {{role: gp, time: 30 min, frequency: 1 / year}}}}
"""
LISTS = """\
format: tnt/1
lists: two
title: =Two lists
table: lists.csv
id: id
year: year
people: "{sex}_{ages}"
staff: {gp: {posts: gp}}
"""
CAPACITY = "format: tnt/1\ncapacity: hours\nroles: {gp: {hours: 1000 h / year}}\n"
TABLE = """\
year,id,gp,female_0-39,female_40+,male_0-39,male_40+
2030,b,2,50,300,50,300
2026,a,1,100,200,100,200
2026,b,1,50,100,50,100
2030,a,1,100,240,100,240
"""


def pack(folder: Path, uptake: str = "target: 100 %", table: str = TABLE) -> Path:
    files = {"rules.yaml": RULES.format(uptake=uptake), "lists.yaml": LISTS, "capacity.yaml": CAPACITY}
    for name, text in (files | {"lists.csv": table}).items():
        (folder / name).write_text(text)
    return folder


def result(folder: Path, **asked: int) -> YearsResult:
    return estimate_years(load_projection(folder, as_of=AS_OF, **asked))


def required(years: YearsResult) -> list[float | None]:
    return [one.total["gp"].required_hours for one in years.years]


def test_people_and_posts_lie_on_straight_lines_and_lists_need_no_order(tmp_path: Path) -> None:
    found = result(pack(tmp_path))
    assert [one.year for one in found.years] == [2026, 2027, 2028, 2029, 2030]
    assert required(found) == pytest.approx([300, 360, 420, 480, 540])
    assert [one.total["gp"].available_hours for one in found.years] == pytest.approx([2000, 2250, 2500, 2750, 3000])
    assert [one.is_given for one in found.years] == [True, False, False, False, True]
    assert {one.code for one in found.notices} >= {"years-interpolated"}
    assert "posts-constant" not in {one.code for one in found.notices}


def test_uptake_grows_as_stated_and_then_stays_at_the_target(tmp_path: Path) -> None:
    still = TABLE.replace("2030,b,2,50,300,50,300", "2030,b,1,50,100,50,100").replace("240", "200")
    found = result(pack(tmp_path, "current: 10 %, target: 90 %, ramp: [20 %, 50 %, 80 %]", still))
    assert required(found) == pytest.approx([60, 150, 240, 270, 270])
    assert [one.total["gp"].incremental_hours for one in found.years] == pytest.approx([30, 120, 210, 240, 240])
    assert "ramp-used" in {one.code for one in found.notices}


@pytest.mark.parametrize("asked", [{"first": 2025}, {"last": 2031}, {"first": 2029, "last": 2028}])
def test_nothing_is_extrapolated(tmp_path: Path, asked: dict[str, int]) -> None:
    with pytest.raises(Problems) as raised:
        result(pack(tmp_path), **asked)
    assert [one.code for one in raised.value.diagnostics] == [Code.YEAR_OUTSIDE]


def test_a_date_after_the_table_is_told_the_years_of_the_table(tmp_path: Path) -> None:
    with pytest.raises(Problems) as raised:
        load_projection(pack(tmp_path), as_of=date(9999, 12, 31))
    assert raised.value.diagnostics[0].values == {"found": "9999", "low": "2026", "high": "2030"}


@settings(max_examples=times(25), deadline=None)
@given(counts=st.lists(st.integers(0, 5000), min_size=4, max_size=4), ones=st.integers(1, 6))
def test_where_nothing_changes_every_year_is_the_estimate(
    tmp_path_factory: pytest.TempPathFactory, counts: list[int], ones: int
) -> None:
    folder = tmp_path_factory.mktemp("still")
    row = ",".join(map(str, counts))
    header = "year,id,gp,female_0-39,female_40+,male_0-39,male_40+\n"
    ramp = ", ".join(["100 %"] * ones)
    pack(folder, f"ramp: [{ramp}]", f"{header}2026,a,1,{row}\n2030,a,1,{row}\n")
    found = result(folder)
    (folder / "lists.yaml").write_text(LISTS.replace("year: year\n", ""))
    (folder / "lists.csv").write_text(f"{header}2026,a,1,{row}\n")
    one = estimate(load(folder, as_of=AS_OF))
    for year in found.years:
        assert year.total["gp"].required_hours == pytest.approx(one.total["gp"].required_hours)
        assert year.total["gp"].available_hours == pytest.approx(one.total["gp"].available_hours)


@given(years=st.sets(st.integers(2000, 2100), min_size=2, max_size=6), data=st.data())
def test_interpolation_keeps_straight_lines_and_what_is_given(years: set[int], data: st.DataObject) -> None:
    given_years = tuple(sorted(years))
    slope, level = data.draw(st.floats(-10, 10)), data.draw(st.floats(0, 1000))
    values = np.array([[level + slope * year] for year in given_years])
    year = data.draw(st.integers(given_years[0], given_years[-1]))
    assert interpolate(given_years, values, year)[0] == pytest.approx(level + slope * year, abs=1e-6)
    with pytest.raises(ValueError, match="is not from"):
        interpolate(given_years, values, given_years[-1] + 1)


def test_an_estimate_of_one_year_refuses_lists_by_year_and_does_not_choose_them(tmp_path: Path) -> None:
    with pytest.raises(Problems) as raised:
        load(pack(tmp_path), lists="two")
    assert [one.code for one in raised.value.diagnostics] == [Code.LISTS_BY_YEAR]
    assert load(tmp_path).lists_id == "norway-nation"


def test_the_shipped_projection_is_used_where_none_is_given(tmp_path: Path) -> None:
    pack(tmp_path)
    (tmp_path / "lists.yaml").unlink()
    found = result(tmp_path, last=2027)
    assert found.lists_id == "norway-projection"
    assert found.years[0].people.value == pytest.approx(5_663_378)
    assert "default-lists" in {one.code for one in found.notices}


def test_the_shipped_projection_is_as_near_to_the_census_of_2026_as_its_note_says() -> None:
    projected = estimate(load_projection(as_of=AS_OF, last=2026).in_year(2026)).lists.people.sum()
    counted = load(as_of=AS_OF).people.sum()
    assert projected / counted - 1 == pytest.approx(0.0064, abs=5e-5)


def test_every_form_says_the_same_figures(tmp_path: Path) -> None:
    found = result(pack(tmp_path), last=2028)
    document = json.loads(years_json(found))
    assert document["versions"]["method"] == METHOD
    assert [one["total"]["gp"]["required_hours"] for one in document["years"]] == pytest.approx(required(found))
    lines = years_csv(found).splitlines()
    assert [float(line.split(",")[4]) for line in lines[1:]] == pytest.approx(required(found))
    page = render_years(found, "nb")
    assert "<script" not in page
    drawn = years_page(found, Texts("en")).roles[0]
    assert [row.required.value for row in drawn.rows] == pytest.approx(required(found))
    assert drawn.chart is not None
    assert [column.height_percent / drawn.chart.columns[0].height_percent for column in drawn.chart.columns] == (
        pytest.approx([1, 1.2, 1.4], abs=1e-3)
    )
