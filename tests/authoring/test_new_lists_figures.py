"""What `tnt new lists` makes of ages that became dates, and of posts whose figures may be read in several ways."""

import datetime
from pathlib import Path

import pytest

from tests.authoring.test_new_lists_looks import draft, refused
from tests.command_line import Run
from tests.reading.tables.workbooks import write_sheets
from tnt.authoring.drafting.draft import drafted
from tnt.diagnostics import Code, Problems

DATES = [Code.DRAFT_NEEDS_MENDING, Code.BAND_MADE_A_DATE]


@pytest.mark.parametrize("heading", ["Alder", "Gruppe"])
@pytest.mark.parametrize("date", ["14.mai", "May-14", "05.okt", "2026-05-14"])
def test_ages_that_became_dates_are_not_left_out(tmp_path: Path, heading: str, date: str) -> None:
    rows = [[one, ages, people] for one in "AB" for ages, people in (("0-4", 480), (date, 20), ("15+", 30))]
    codes = refused(tmp_path, ["Liste", heading, "Antall"], *rows)
    assert codes == [*DATES, Code.BAND_MADE_A_DATE]


def test_ages_of_which_half_became_dates(tmp_path: Path) -> None:
    ages = ["0-4", "14.mai", "15-19", "05.okt", "May-14", "20+"]
    rows = [[one, each, 10 + index] for one in "AB" for index, each in enumerate(ages)]
    assert {*refused(tmp_path, ["Liste", "Alder", "Antall"], *rows)} == {*DATES}


def test_ages_nobody_can_read_are_still_ages(tmp_path: Path) -> None:
    rows = [[one, ages, 10] for one in "AB" for ages in ("0-4", "5-14", "15+", "pensjon")]
    assert Code.BAND_UNREADABLE in refused(tmp_path, ["Liste", "Alder", "Antall"], *rows)


def test_ages_that_became_dates_in_a_workbook(tmp_path: Path) -> None:
    ages = (("0-4", 480), (datetime.date(2026, 5, 14), 20), ("15+", 30))
    rows = [[one, each, people] for one in "AB" for each, people in ages]
    path = write_sheets(tmp_path / "t.xlsx", {"Lister": [["Liste", "Alder", "Antall"], *rows]})
    with pytest.raises(Problems) as raised:
        drafted(path, tmp_path)
    assert {each.code for each in raised.value.diagnostics} == {*DATES}


def test_ages_that_became_dates_are_no_ids(tnt: Run, tmp_path: Path) -> None:
    rows = [["A", sex, *each] for sex in ("Menn", "Kvinner") for each in (("0-4", 480), ("05.okt", 20), ("11+", 30))]
    assert {*refused(tmp_path, ["Liste", "Kjønn", "Alder", "Antall"], *rows)} == {*DATES}
    assert tnt("new", "lists", "t.csv", "--out", "t.yaml").returncode != 0
    assert not (tmp_path / "t.yaml").exists()


def test_dates_in_another_column_are_no_ages(tmp_path: Path) -> None:
    found = draft(tmp_path, ["Liste", "Oppdatert", "Personer"], ["A", "14.05.2026", 480], ["B", "01.10.2026", 510])
    assert (found.keys["id"], found.lists.people.sum(), "ages" in found.keys) == ("Liste", 990, False)


@pytest.mark.parametrize("posts", [("0.875", "1.125"), ("1.5", "1.125"), ("1.125", "2.000")])
def test_a_mark_that_people_and_posts_use_differently(tmp_path: Path, posts: tuple[str, str]) -> None:
    rows = [[one, people, post] for one, people, post in zip("AB", ("1.480", "2.000"), posts, strict=True)]
    found = draft(tmp_path, ["Liste", "Antall", "Årsverk lege"], *rows, separator=";")
    assert (found.lists.people.sum(), found.lists.posts, found.dropped) == (3480, {}, ["Årsverk lege"])


def test_a_zero_before_the_mark_says_which_mark_it_is(tmp_path: Path) -> None:
    found = draft(tmp_path, ["Liste", "Antall", "Årsverk"], ["A", "1480", "0,875"], ["B", "2 000", "1,125"])
    assert (found.keys["decimal"], "thousands" in found.keys) == (",", False)
    assert found.lists.posts["gp"].tolist() == [0.875, 1.125]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        *((each, "fte") for each in ("Årsverk lege", "FTE", "Stillinger", "Legeårsverk", "GP_FTE")),
        *(
            (each, "percent")
            for each in ("Årsverk (%)", "Årsverk prosent", "FTE percent", "Stillingsprosent", "Stilling")
        ),
    ],
)
def test_posts_that_would_have_hardly_any_people(tmp_path: Path, heading: str, unit: str) -> None:
    found = draft(tmp_path, ["Liste", "Menn", "Kvinner", heading], ["1", 500, 600, 80], ["2", 500, 700, 100])
    assert found.keys["staff"] == {"gp": {"posts": heading} | ({"in": unit} if unit != "fte" else {})}
    if unit == "fte":
        assert found.instead["staff.gp"] == ["in: percent"]
    assert found.lists.posts["gp"].tolist() == ([80, 100] if unit == "fte" else [0.8, 1])
