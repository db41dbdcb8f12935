"""What `tnt new lists` makes of tables that are odd, hostile or no tables of lists, and what it says of them."""

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Run
from tests.reading.tables.workbooks import write_sheets
from tnt.authoring.drafting.draft import Draft, drafted, id_of
from tnt.diagnostics import Code, Problems

BANDS = ["male_0-4", "male_5+", "female_0-4", "female_5+"]


def draft(folder: Path, *rows: list[Any], separator: str = ",") -> Draft:
    with (folder / "t.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    return drafted(folder / "t.csv", folder)


def refused(folder: Path, *rows: list[Any]) -> list[Code]:
    with pytest.raises(Problems) as raised:
        draft(folder, *rows)
    return [each.code for each in raised.value.diagnostics]


def test_titles_of_columns_may_be_hostile(tnt: Run, tmp_path: Path) -> None:
    heading = ["=1+1", 'na\nme "q" \': #', "No", *BANDS]
    draft(tmp_path, heading, ["No", "x: y", "=cmd()", 1, 2, 3, 4], ["1e3", "{a}", "yes", 1, 2, 3, 5])
    assert tnt("new", "lists", "t.csv", "--out", "t.yaml").returncode == 0
    assert 'id: "No"' in (tmp_path / "t.yaml").read_text("utf-8")
    assert tnt("check", "t.yaml").returncode == 0


def test_thousands_of_columns_are_not_all_named(tnt: Run, tmp_path: Path) -> None:
    draft(tmp_path, ["id", *(f"x{i}" for i in range(4990)), *BANDS], ["a", *["1"] * 4990, 1, 2, 3, 4])
    done = tnt("new", "lists", "t.csv")
    assert done.returncode == 0
    assert len(done.stdout + done.stderr) < 2_000


def test_of_many_years_the_latest_is_read(tmp_path: Path) -> None:
    rows = [[place, year, sex, 10] for place in "AB" for year in (2025, 2026, 2024) for sex in "12"]
    found = draft(tmp_path, ["Kommune", "År", "Kjønn", "Personer"], *rows)
    assert found.keys["rows"] == {"where": {"År": "2026"}}
    assert found.instead["rows.År"] == ["2025", "2024"]
    assert found.keys["sex_names"] == {"female": "2", "male": "1"}
    assert found.lists.people.sum() == 40


def test_years_of_birth_are_no_years_to_choose_among(tmp_path: Path) -> None:
    heading = ["Liste", "Fødselsår", "Kjønn", "Antall"]
    assert Code.DUPLICATE_ROW in refused(tmp_path, heading, ["a", 1980, "K", 4], ["a", 1981, "K", 4])


def test_ages_in_rows_and_sexes_in_columns_are_not_taken_for_lists(tmp_path: Path) -> None:
    assert refused(tmp_path, ["Alder", "Kvinner", "Menn"], ["0-17", 5, 6], ["18+", 7, 8]) == [Code.NO_PEOPLE_FOUND]


def test_one_group_of_ages_is_not_all_of_them(tmp_path: Path) -> None:
    found = draft(tmp_path, ["liste", "alder", "personer"], ["a", "0-17", 4], ["b", "0-17", 4])
    assert found.keys["ages"] == "alder"


@pytest.mark.parametrize(("of_nobody", "is_read"), [([30, 50], True), ([3, 5], False)])
def test_a_row_without_an_id(tmp_path: Path, of_nobody: list[int], is_read: bool) -> None:
    rows = [["Liste", "Navn", "Menn", "Kvinner"], ["1", "A", 10, 20], ["", "C", *of_nobody], ["2", "B", 20, 30]]
    if is_read:
        assert draft(tmp_path, *rows).lists.ids.tolist() == ["1", "2"]
    else:  # it may be a list with people
        assert refused(tmp_path, *rows) == [Code.DRAFT_NEEDS_MENDING, Code.CELL_MISSING]


def test_people_of_another_sex_are_used(tmp_path: Path) -> None:
    heading = ["id", "male_0-79", "male_80+", "female_0-79", "female_80+", "other_0-79", "male_unknown"]
    found = draft(tmp_path, heading, ["A", 480, 20, 470, 30, 40, 25])
    assert found.unused == []
    assert found.lists.untold is not None
    assert found.lists.untold.people.tolist() == [65]


def test_posts_that_cannot_be_read_are_said(tnt: Run, tmp_path: Path) -> None:
    rows = [["id", *BANDS, "FTE"], ["A", "1.480", 20, 30, 40, "0.5"], ["B", "1.180", 20, 30, 40, "1.5"]]
    assert draft(tmp_path, *rows, separator=";").dropped == ["FTE"]
    assert "leses slik de er, eller er ulike for samme liste: FTE." in tnt(
        "new", "lists", "t.csv", "--lang", "nb"
    ).stderr.decode().replace("\n", " ").replace("  ", " ")


def test_ids_that_no_yaml_file_holds(tmp_path: Path) -> None:
    rows = [["id", *BANDS], ["A", 1, 2, 3, 4], ["B", 5, 6, 7, 9], ["S\x7fum\u2028", 6, 8, 10, 13]]
    assert refused(tmp_path, *rows) == [Code.DRAFT_NEEDS_MENDING, Code.TOTAL_ROW]


def test_closed_practices_are_unknown_and_not_nobody(tmp_path: Path) -> None:
    rows = [["practice", "status", *BANDS], ["A", "open", 1, 2, 3, 4], ["B", "closed", "", "", "", ""]]
    found = draft(tmp_path, *rows)
    assert found.keys["missing"] == [""]
    assert found.lists.beyond is not None


def test_the_first_sheet_with_lists(tmp_path: Path) -> None:
    lists = [["id", *BANDS], ["a", 1, 2, 3, 4], ["b", 1, 2, 3, 5]]
    sheets = {"About": [["Made by us"], ["2026"]], "Lister, 2026": lists, "Old": lists}
    path = write_sheets(tmp_path / "Årets lister (ny).xlsx", sheets)
    found = drafted(path, tmp_path)
    assert (found.keys["sheet"], found.keys["lists"]) == ("Lister, 2026", "arets-lister-ny")
    assert found.sheets == ["About", "Old"]


def test_the_table_may_stand_elsewhere(tnt: Run, tmp_path: Path) -> None:
    draft(tmp_path, ["id", *BANDS], ["a", 1, 2, 3, 4])
    (tmp_path / "described").mkdir()
    assert tnt("new", "lists", "t.csv", "--out", "described/t.yaml").returncode == 0
    assert 'table: "../t.csv"' in (tmp_path / "described" / "t.yaml").read_text("utf-8")
    assert tnt("check", "described/t.yaml").returncode == 0


def test_a_file_that_exists_is_left_alone(tnt: Run, tmp_path: Path) -> None:
    draft(tmp_path, ["id", *BANDS], ["a", 1, 2, 3, 4])
    before = (tmp_path / "t.csv").read_bytes()
    assert tnt("new", "lists", "t.csv", "--out", "t.csv").returncode == 1
    assert (tmp_path / "t.csv").read_bytes() == before


@pytest.mark.parametrize("words", [["lists"], ["capacity", "t.csv"], ["lists", "nothing.csv"]])
def test_wrong_use(tnt: Run, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "t.csv").write_text("a,b\n", "utf-8")
    assert tnt("new", *words).returncode == 2


def test_an_id_that_is_none(tnt: Run, tmp_path: Path) -> None:
    draft(tmp_path, ["id", *BANDS], ["a", 1, 2, 3, 4])
    done = tnt("new", "lists", "t.csv", "--id", "Mine!")
    assert (done.returncode, b"TNT" in done.stderr) == (1, True)


def test_the_name_of_a_table_as_an_id() -> None:
    assert id_of(Path("Sørøya 2026.csv.gz")) == "soroya-2026"
    assert id_of(Path("表.xlsx")) == "my-lists"


def test_every_table_there_is(tnt: Run, shared: Path, tmp_path: Path) -> None:
    """Whatever is drafted passes `tnt check`; the tables of people give the people they hold."""
    people = {}
    for table in sorted((shared / "data").rglob("*.csv")):
        done = tnt("new", "lists", table, "--out", f"{table.stem}.yaml")
        assert b"Traceback" not in done.stderr
        if done.returncode == 0:
            assert tnt("check", f"{table.stem}.yaml").returncode == 0
            people[table.stem] = drafted(table, tmp_path).lists.people.sum()
        else:
            assert b"TNT590" in done.stderr
    assert people == {
        "QOF_PREVALENCE_2223": 62_378_057,
        "england_practices_2016Q1_list_by_age_sex_with_gp_fte": 57_537_534,
        "england_practices_2022-23_joined": 62_378_057,
        "norway_population_5y_bands_sex_2005_2026": 5_627_400,
        "norway_population_municipality_5y_bands_sex_2026": 5_627_400,
        "norway_population_nation_by_single_age_sex_2005_2026": 5_627_400,
        "openprescribing_Patient_List_Size_2016_01-03": 57_543_937,
    }
