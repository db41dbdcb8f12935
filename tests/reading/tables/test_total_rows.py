"""Rows that count the people of the others once more."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command_line import Run
from tests.reading.tables.table_cases import located, only, problems, read
from tnt.check.check import check
from tnt.diagnostics import Code
from tnt.language.documents.lists import ListsDocument
from tnt.reading.shipped import packs_folder
from tnt.reading.tables.lists import read_lists

HEADER = "id,male_0-79,male_80+,female_0-79,female_80+,posts\n"
LISTS = ["A,480,20,470,30,1\n", "B,980,20,970,30,2\n", "C,0,0,0,0,\n"]
TOTAL = "1460,40,1440,60,3\n"
KEYS: dict[str, Any] = {"id": "id", "staff": {"gp": {"posts": "posts"}}}


@pytest.mark.parametrize("name", ["All", "Sum", "Helseregion 4", "0301", "yes", 'a "b", c: {d}', "#1", "Ærø"])
@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_row_with_the_people_of_all_others(tmp_path: Path, name: str, at: int) -> None:
    """T1: whatever it is called, wherever it stands; what is said to write mends it."""
    rows = [*LISTS]
    rows.insert(at, '"' + name.replace('"', '""') + '",' + TOTAL)
    found = only(problems(tmp_path, HEADER + "".join(rows), **KEYS), Code.TOTAL_ROW)
    assert (found.place.cell, found.values["list"], found.values["count"]) == ((at + 2, "id"), name, "3")
    mended = read(tmp_path, None, **KEYS, **yaml.safe_load(found.values["line"]))
    assert (mended.people.sum(), mended.posts["gp"][:2].sum(), len(mended.ids)) == (3000, 3, 3)
    assert mended.left_out[0].values == (name,)


def test_in_long_form_all_its_rows(tmp_path: Path) -> None:
    table = "id,sex,n\nSum,female,3\nSum,male,7\nA,female,1\nA,male,2\nB,female,2\nB,male,5\n"
    keys: dict[str, Any] = {"id": "id", "shape": "long", "sex": "sex", "people": "n"}
    found = only(problems(tmp_path, table, **keys), Code.TOTAL_ROW)
    assert found.values["line"] == "rows: {not: {id: [Sum]}}"
    assert read(tmp_path, table, **keys, rows={"not": {"id": ["Sum"]}}).people.sum() == 10


def test_the_line_keeps_what_is_left_out_already(tmp_path: Path) -> None:
    table = HEADER + "".join(LISTS) + "All," + TOTAL + "x,9,9,9,9,9\n"
    rows = {"not": {"id": "x", "posts": [9]}, "where": {"id": ["A", "B", "C", "x", "All"]}}
    assert len(read(tmp_path, table, **KEYS, rows=rows).ids) == 4  # a list after all, as all are named
    del rows["where"]
    found = only(problems(tmp_path, None, **KEYS, rows=rows), Code.TOTAL_ROW)
    assert found.values["line"] == "rows: {not: {id: [x, All], posts: [9]}}"


def test_subtotals_and_their_total(tmp_path: Path) -> None:
    table = "id,0-9,10-19,20+\nA,1,2,3\nB,5,6,7\nNorth,6,8,10\nC,1,1,1\nD,0,4,2\nSouth,1,5,3\nEverything,7,13,13\n"
    found = problems(tmp_path, table, id="id", people="{ages}")
    assert [(one.code, one.values["list"], one.values["count"]) for one in found] == [
        (Code.SUBTOTAL_ROW, "North", "2"),
        (Code.SUBTOTAL_ROW, "South", "2"),
        (Code.TOTAL_ROW, "Everything", "4"),
    ]
    for one in found:
        rows = yaml.safe_load(one.values["line"])
        assert read(tmp_path, None, id="id", people="{ages}", **rows).people.sum() == 33


DISTRICTS = (
    "id;male 0-79;male 80+;female 0-79;female 80+\nBydel Nord;1460;40;1440;60\nA;480;20;470;30\nB;980;20;970;30\n"
    "Bydel Sør;300;40;440;60\nC;100;20;140;30\nD;200;20;300;30\n"
)


@pytest.mark.parametrize("on_top", ["", "Byen;1760;80;1880;120\n"])
def test_subtotals_above_their_lists(tmp_path: Path, on_top: str) -> None:
    """Districts each above its own lists, with the total of all above them or without one."""
    header, rows = DISTRICTS.split("\n", 1)
    table = f"{header}\n{on_top}{rows}"
    found = problems(tmp_path, table, id="id", people="{sex} {ages}")
    assert [(one.code, one.values["list"], one.values["count"]) for one in found] == [
        *([(Code.TOTAL_ROW, "Byen", "4")] if on_top else []),
        (Code.SUBTOTAL_ROW, "Bydel Nord", "2"),
        (Code.SUBTOTAL_ROW, "Bydel Sør", "2"),
    ]
    for one in found:
        mended = read(tmp_path, None, id="id", people="{sex} {ages}", **yaml.safe_load(one.values["line"]))
        assert (mended.ids.tolist(), mended.people.sum()) == (["A", "B", "C", "D"], 3840)


def test_a_subtotal_of_those_before_and_after_it_is_told_once(tmp_path: Path) -> None:
    table = "id,0-9,10-19,20+\nA,1,2,3\nB,5,6,7\nNorth,6,8,10\nC,4,4,4\nE,0,0,0\nD,2,4,6\n"
    found = only(problems(tmp_path, table, id="id", people="{ages}"), Code.SUBTOTAL_ROW)
    assert (found.values["list"], found.values["count"]) == ("North", "2")


def test_a_heading_and_a_foot_of_the_same_lists_are_both_left_out(tmp_path: Path) -> None:
    table = "id,0-9,10-19,20+\nNorth,6,8,10\nA,1,2,3\nB,5,6,7\nIn all,6,8,10\nC,4,9,4\n"
    found = problems(tmp_path, table, id="id", people="{ages}")
    assert [one.values["list"] for one in found] == ["North", "In all"]


@pytest.mark.parametrize(
    ("rows", "likely"),
    [
        (["A,480,20,470,30,1\n", "Sum,480,20,470,31,1\n"], ["Sum"]),  # one list and a total
        (["A,480,20,470,30,1\n", "Sum,480,20,470,30,1\n"], ["Sum"]),
        ([*LISTS, "I alt,1460,40,1440,61,3\n"], ["I alt"]),
        ([*LISTS, "HELE LANDET,9,40,1440,61,3\n"], ["HELE LANDET"]),
        ([*LISTS, "Norge,1460,40,1440,61,3\n"], ["Norge"]),
        (["Norge,9,9,9,9,9\n", "Sverige,17,17,17,9,17\n", "Danmark,9,9,9,8,9\n"], []),  # nations, each a list
        (["A,1,1,1,1,1\n", "B,1,1,1,1,1\n"], []),
        (["A,1,1,1,1,1\n", "B,1,1,1,1,1\n", "C,0,0,0,0,\n"], ["B"]),  # A or B: nobody can tell
        (["A,0,0,0,0,\n", "B,0,0,0,0,\n", "Total,0,0,0,0,\n"], []),
        (["Total,1,1,1,1,1\n"], []),
    ],
)
def test_what_is_called_a_total_and_may_be_none(tmp_path: Path, rows: list[str], likely: list[str]) -> None:
    lists = read(tmp_path, HEADER + "".join(rows), **KEYS)
    assert [total.name for total in lists.likely_totals] == likely
    for total in lists.likely_totals:
        line = yaml.safe_load(total.line)
        assert total.name not in read(tmp_path, None, **KEYS, **line).ids
    assert read(tmp_path, None, **KEYS, rows={"where": {"id": lists.ids.tolist()}}).likely_totals == ()


def test_of_two_that_are_alike_the_one_with_the_name_of_a_total_is_it(tmp_path: Path) -> None:
    table = HEADER + "A,1,1,1,1,1\nB,0,0,0,0,\nTotalt,1,1,1,1,1\n"
    assert only(problems(tmp_path, table, **KEYS), Code.TOTAL_ROW).values["list"] == "Totalt"


def test_the_name_beside_the_id_may_say_it(tmp_path: Path) -> None:
    table = "id,name,0+\n1,North,10\n2,South,20\n9,Sum,31\n"
    (total,) = read(tmp_path, table, id="id", name="name", people="{ages}").likely_totals
    assert (total.name, total.people, total.others, total.line) == ("9", 31, 30, 'rows: {not: {id: ["9"]}}')


def test_it_is_said_by_check(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,0+\nA,10\nB,20\nSum,31\n")
    lists = "format: tnt/1\nlists: l\ntable: t.csv\nid: id\npeople: '{ages}'\n"
    (tmp_path / "lists.yaml").write_text(lists)
    warning = only(check([tmp_path / "lists.yaml"]).diagnostics, Code.LIKELY_TOTAL)
    assert (warning.values["found"], warning.values["expected"]) == ("31", "30")


@pytest.mark.parametrize("path", sorted(packs_folder().rglob("*.yaml")), ids=lambda path: path.name)
def test_no_shipped_list_is_taken_for_a_total(path: Path) -> None:
    document = yaml.safe_load(path.read_text("utf-8")) | {"sources": {}}  # this reader makes days of texts
    if "lists" in document and "table" in document and "year" not in document:
        read = read_lists(ListsDocument.model_validate(document), path.parent, located)
        assert (read.likely_totals, read.left_out) == ((), ())


def test_no_municipality_is_taken_for_a_total_and_their_sum_is(shared: Path, tmp_path: Path) -> None:
    given = yaml.safe_load((shared / "examples" / "lists-norway.yaml").read_text())
    document = ListsDocument.model_validate(given)
    lists = read_lists(document, shared / "examples", located)
    assert lists.likely_totals == ()
    source = (shared / "examples" / given["table"]).read_text("utf-8")
    sums = [
        f"Alle,{lists.ids[0]},2026,{stratum.sex},{stratum.ages},{people:.0f}\n"
        for stratum, people in zip(lists.strata, lists.people.sum(axis=0), strict=True)
    ]
    (tmp_path / "t.csv").write_text(source + "".join(sums), "utf-8")
    keys = {key: value for key, value in given.items() if key != "format"} | {"table": "t.csv"}
    assert only(problems(tmp_path, None, **keys), Code.TOTAL_ROW).values["list"] == "Alle"
    mended = read(tmp_path, None, **keys, rows={"not": {keys["id"]: ["Alle"]}})
    assert (mended.people.sum(), mended.left_out[0].rows) == (5_627_400, 38)


def test_every_output_says_what_was_left_out(tmp_path: Path, tnt: Run) -> None:
    """T1 from end to end: the hours of the lists, and the notices in both languages."""
    guideline = (
        "format: tnt/1\nguideline: g\nrecommendations:\n"
        "  old: {population: {ages: 80+}, tasks: {t: {role: gp, time: 60 min, frequency: 1 / year}}}\n"
        "  everyone: {population: {ages: all}, tasks: {t: {role: gp, time: 15 min, frequency: 1 / year}}}\n"
    )
    (tmp_path / "g.yaml").write_text(guideline)
    (tmp_path / "t.csv").write_text(HEADER + "".join(LISTS[:2]) + "Sum," + TOTAL + "Alle,1460,40,1440,66,3\n")
    lists = "format: tnt/1\nlists: l\ntable: t.csv\nid: id\npeople: '{sex}_{ages}'\n"
    (tmp_path / "lists.yaml").write_text(lists + "rows: {not: {id: [Sum]}, where: {posts: [1, 2, 3]}}\n")
    said = tnt("estimate", str(tmp_path), "--format", "json")
    codes = {notice["code"]: notice for notice in json.loads(said.stdout)["warnings"]}
    assert codes["likely-total"]["values"] == {"list": "Alle", "people": 3006, "others": 3000}
    assert codes["rows-left-out"]["message"] == "1 row of the table of lists was left out: id is Sum."
    (tmp_path / "lists.yaml").write_text(lists + "rows: {not: {id: [Sum, Alle]}}\n")
    said = tnt("estimate", str(tmp_path), "--format", "json")
    assert json.loads(said.stdout)["total"]["gp"]["required_hours"] == pytest.approx(850)
    shown = tnt("estimate", str(tmp_path), "--lang", "nb")
    assert "2 rader i tabellen med lister er utelatt: id er Sum, Alle." in " ".join(shown.stdout.decode().split())
