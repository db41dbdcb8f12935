"""`tnt lists`: a slow calculation beside it, list by list, and what it must not say."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.docs.page import Page
from tnt.analyses.supply.needs import ListNeeds, NeedsRow, list_needs
from tnt.analyses.supply.needs_files import write_needs_csv, write_needs_json, write_needs_xlsx
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Problems
from tnt.estimating.estimate import estimate

GUIDELINE = """
format: tnt/1
guideline: g
recommendations:
  check:
    population: {ages: all}
    tasks: {visit: {role: gp, time: 30 min, frequency: 1 / year}}
"""
CAPACITY = """
format: tnt/1
capacity: here
roles:
  gp:
    hours: 40 h / week
    weeks: 45
    reserved:
      administration: {share: 10 %}
      meetings: {time: 2 h / week}
      acute: {per_person: 12 min / year}
"""
LISTS = """
format: tnt/1
lists: clinics
table: clinics.csv
id: clinic
area: town
people: {total: people}
staff: {gp: {posts: gp}}
"""
TABLE = "clinic,town,people,gp\na,North,3000,1\n=b,North,1000,2\nc,South,500,\nd,South,800,0\ne,South,0,1\n"
PER_POST, REQUIRED, RESERVED = 40 * 45 * 0.9 - 2 * 45, 0.5, 0.2
"""Hours of a post before acute care; hours a person for the guideline and for acute care."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "g.yaml": GUIDELINE,
        "capacity.yaml": CAPACITY,
        "lists.yaml": LISTS,
        "clinics.csv": TABLE,
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def needs(folder: Path, norm: float | None = None, by_area: bool = False, **more: str | list[str]) -> ListNeeds:
    inputs = load(folder / "g.yaml", folder / "lists.yaml", folder / "capacity.yaml", **more)  # type: ignore[arg-type]
    return list_needs(inputs, estimate(inputs), norm=norm, by_area=by_area)


def as_json(found: ListNeeds) -> str:
    file = io.BytesIO()
    write_needs_json(found, file)
    return file.getvalue().decode()


def by_id(rows: Iterable[NeedsRow]) -> dict[str, dict[str, float | None]]:
    return {row.id: row.figures for row in rows}


def test_every_list_by_hand(folder: Path) -> None:
    found = by_id(needs(folder).lists)
    largest = PER_POST / (REQUIRED + RESERVED)
    for name, people, posts in (("a", 3000, 1), ("=b", 1000, 2)):
        one = found[name]
        assert one["largest_manageable_list"] == pytest.approx(largest)
        assert one["posts_needed"] == pytest.approx(people / largest)
        assert one["posts_missing"] == pytest.approx(people / largest - posts)
        assert one["people_per_post"] == people / posts
        assert one["positions"] == pytest.approx(people * REQUIRED / (PER_POST - RESERVED * people / posts))
        assert one["required_hours_per_person"] == pytest.approx(REQUIRED)
    assert found["c"]["posts_needed"] == pytest.approx(500 / largest)  # posts unknown: needed, never missing
    assert found["c"]["posts"] is None
    assert found["c"]["posts_missing"] is None
    assert found["d"]["posts_missing"] == pytest.approx(800 / largest)  # vacant
    assert found["e"]["largest_manageable_list"] is None  # nobody
    assert found["e"]["posts_missing"] == -1


def test_together_and_areas_add_up(folder: Path) -> None:
    found = needs(folder, by_area=True)
    (together,), areas, lists = found.together, by_id(found.areas), by_id(found.lists)
    assert list(areas) == ["North", "South"]
    for key in ("lists", "people", "posts", "posts_needed", "posts_missing"):
        whole = math.fsum(one[key] or 0.0 for one in lists.values())
        assert together.figures[key] == pytest.approx(whole), key
        assert math.fsum(one[key] or 0.0 for one in areas.values()) == pytest.approx(whole), key
    assert together.figures["largest_manageable_list"] == pytest.approx(PER_POST / (REQUIRED + RESERVED))


def test_a_norm(folder: Path) -> None:
    found = needs(folder, norm=1000)
    assert found.together[0].figures["norm_hours_per_post"] == pytest.approx(1000 * REQUIRED)
    share = 1000 * REQUIRED / (PER_POST - 1000 * RESERVED)
    assert found.together[0].figures["norm_share_of_capacity"] == pytest.approx(share)
    assert found.together[0].figures["norm_posts"] == pytest.approx(5.3)
    assert found.together[0].figures["norm_posts_more"] == pytest.approx(4.8 - 4)  # not on the list of unknown posts
    assert by_id(found.lists)["a"]["norm_posts_more"] == pytest.approx(2)


def test_a_norm_that_leaves_no_time(folder: Path) -> None:
    assert needs(folder, norm=100_000).together[0].figures["norm_share_of_capacity"] is None


def test_imputed_posts_are_never_missing(folder: Path) -> None:
    (folder / "lists.yaml").write_text(LISTS.replace("posts: gp", "people_per_post: 1000"), "utf-8")
    found = needs(folder)
    assert found.together[0].figures["posts_needed"] is not None
    assert [row.figures["posts_missing"] for row in (*found.together, *found.lists)] == [None] * 6


def test_capacities_side_by_side(folder: Path) -> None:
    (folder / "other.yaml").write_text(CAPACITY.replace("here", "there").replace("40 h", "50 h"), "utf-8")
    found = needs(folder, capacity=["here", str(folder / "other.yaml")])
    assert [row.capacity for row in found.together] == ["here", "there"]
    assert len(found.lists) == 10


def test_without_a_capacity_or_areas(folder: Path) -> None:
    inputs = load(folder / "g.yaml", folder / "lists.yaml")
    with pytest.raises(Problems) as raised:
        list_needs(inputs, estimate(inputs))
    assert [one.code for one in raised.value.diagnostics] == [Code.CHOOSE_CAPACITY]


def test_csv_json_and_xlsx_hold_the_same(folder: Path) -> None:
    found = needs(folder, norm=1000)
    file = io.BytesIO()
    write_needs_csv(found, file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue().decode())))
    document = json.loads(as_json(found))
    assert [row["id"] for row in rows] == ["a", "'=b", "c", "d", "e"]  # no spreadsheet runs it
    for row, one in zip(rows, document["lists"], strict=True):
        for key in ("people", "largest_manageable_list", "posts_missing", "norm_posts"):
            assert (float(row[key]) if row[key] else None) == one[key]
    book = io.BytesIO()
    write_needs_xlsx(found, book, "nb")
    assert book.getvalue().startswith(b"PK")


def test_every_key_is_explained(folder: Path) -> None:
    page = Page("results.md")
    document = json.loads(as_json(needs(folder, norm=1000)))
    assert {*document["together"][0], *document["lists"][0]} - page.rows("tnt lists").keys() == set()
    assert {"together", "areas", "lists", "at_least"} <= page.names("tnt lists")
    assert page.section("tnt lists").count("tnt-lists/1") == 1


def test_english_lists_of_2016(shared: Path) -> None:
    inputs = load(lists=shared / "examples" / "lists-england.yaml")
    result = estimate(inputs)
    found = list_needs(inputs, result)
    gp = [row for row in found.lists if row.role == "gp"]
    assert len(gp) == 7646
    over = [
        row.id
        for row in gp
        if row.figures["people_per_post"] and row.figures["people_per_post"] > row.figures["largest_manageable_list"]  # type: ignore[operator]
    ]
    assert len(over) == result.overload["gp"].lists  # longer than its largest list and overloaded are the same
