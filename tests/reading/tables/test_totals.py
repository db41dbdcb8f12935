"""Totals of sexes and ages that stand beside their parts (T15)."""

from pathlib import Path
from typing import Any

import pytest

from tests.reading.tables.table_cases import counted, norway_2026, only, problems, read, strata
from tnt.check.check import check
from tnt.diagnostics import Code
from tnt.language.values.ages import Ages
from tnt.reading.tables.bands import Sex, Stratum
from tnt.reading.tables.totals.left_out import TotalLeftOut
from tnt.reading.tables.totals.parted import parted

KEYS: dict[str, Any] = {"id": "id", "shape": "long", "sex": "SEX", "ages": "AGE", "people": "n"}
BOTH = ["ALL", "Begge", "Alle", "Total", "Both sexes", "Begge kjønn", "T", "_T", "I alt", "Beide", "samtliga"]
EVERY = ["ALL", "Alle", "Total", "I alt", "0+", "All ages", "Insgesamt", "alle aldre", "_T"]
PARTS = {"FEMALE,0-17": 1, "MALE,0-17": 2, "FEMALE,18+": 3, "MALE,18+": 4}


def long(rows: dict[str, float], one: str = "A") -> str:
    return "".join(f"{one},{group},{people}\n" for group, people in rows.items())


def table(*parts: str) -> str:
    return "id,SEX,AGE,n\n" + "".join(parts)


@pytest.mark.parametrize("both", BOTH)
def test_both_sexes_beside_the_sexes(tmp_path: Path, both: str) -> None:
    rows = PARTS | {f"{both},0-17": 3, f"{both},18+": 7}
    lists = read(tmp_path, table(long(rows)), **KEYS)
    assert (strata(lists), lists.people.sum()) == (["female 0-17", "female 18+", "male 0-17", "male 18+"], 10)
    assert lists.totals == (TotalLeftOut(f"SEX {both}", 0),)


@pytest.mark.parametrize("every", EVERY)
def test_all_ages_beside_the_ages(tmp_path: Path, every: str) -> None:
    rows = {f"FEMALE,{every}": 4} | PARTS | {f"MALE,{every}": 6}
    lists = read(tmp_path, table(long(rows)), **KEYS)
    assert (counted(lists), lists.totals) == ([[1, 3, 2, 4]], (TotalLeftOut(f"AGE {every}", 0),))


def test_a_cube_with_every_total(tmp_path: Path) -> None:
    totals = {"ALL,0-17": 3, "ALL,18+": 7, "FEMALE,TOTAL": 4, "MALE,TOTAL": 6, "ALL,TOTAL": 10}
    lists = read(tmp_path, table(long(totals | PARTS), long(PARTS, "B")), **KEYS)  # B has none, which lacks nothing
    assert counted(lists) == [[1, 3, 2, 4], [1, 3, 2, 4]]
    assert {total.name for total in lists.totals} == {"SEX ALL", "AGE TOTAL"}


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ({"ALL,0-17": 3, "ALL,18+": 7}, ["all 0-17", "all 18+"]),
        ({"ALL,0-17": 3, "ALL,18+": 7, "ALL,ALL": 10}, ["all 0-17", "all 18+"]),
        ({"K,ALL": 3, "M,ALL": 7}, ["female all", "male all"]),
        ({"K,ALL": 3, "M,ALL": 7, "Begge,ALL": 10}, ["female all", "male all"]),
        ({"ALL,ALL": 3}, ["all all"]),
        ({"K,Alle": 4, "M,Alle": 6, "Begge,0-17": 3, "Begge,18+": 7}, ["all 0-17", "all 18+"]),
        ({"K,0-79": 3, "M,0-79": 3, "Begge,80+": 2}, ["all 80+", "female 0-79", "male 0-79"]),
    ],
)
def test_totals_without_parts_are_what_they_say(tmp_path: Path, rows: dict[str, float], kept: list[str]) -> None:
    assert strata(read(tmp_path, table(long(rows)), **KEYS)) == kept


def test_a_total_that_is_not_the_sum_names_list_and_numbers(tmp_path: Path) -> None:
    rows = table(long(PARTS | {"ALL,18+": 7, "ALL,0-17": 3}), long(PARTS | {"ALL,18+": 70, "ALL,0-17": 3}, "B"))
    found = only(problems(tmp_path, rows, **KEYS), Code.TOTAL_DIFFERS)
    assert found.place.cell == (12, "n")
    assert found.values == {"column": "SEX ALL", "list": "B", "found": "70", "expected": "7"}
    assert read(tmp_path, None, **KEYS, rows={"not": {"SEX": ["ALL"]}}).people.sum() == 20


@pytest.mark.parametrize(("total", "is_right"), [(7, True), (8, True), (6, True), (9, False), (5, False)])
def test_counts_may_each_have_been_rounded(tmp_path: Path, total: float, is_right: bool) -> None:
    rows = table(long(PARTS | {"ALL,18+": total}))
    if is_right:
        assert read(tmp_path, rows, **KEYS).people.sum() == 10
    else:
        only(problems(tmp_path, rows, **KEYS), Code.TOTAL_DIFFERS)


def test_columns_of_totals(tmp_path: Path) -> None:
    header = "id,male_0-17,female_0-17,male_18+,female_18+,male_total,all_0-17,Begge 0-17,Begge_0+,female_0+"
    lists = read(tmp_path, f"{header}\nA,1,2,3,4,4,3,9,10,6\n", id="id")
    assert counted(lists) == [[2, 4, 1, 3]]
    assert {total.name for total in lists.totals} == {"male_total", "all_0-17", "Begge_0+", "female_0+"}
    wrong = only(problems(tmp_path, f"{header}\nA,1,2,3,4,40,3,9,10,6\n", id="id"), Code.TOTAL_DIFFERS)
    assert (wrong.place.cell, wrong.values["column"]) == ((2, "male_total"), "male_total")


def test_only_columns_of_both_sexes(tmp_path: Path) -> None:
    lists = read(tmp_path, "id,Totalt 0-17,Totalt 18+,Totalt alle\nA,1,2,3\n", id="id", people="{sex} {ages}")
    assert (strata(lists), len(lists.totals)) == (["all 0-17", "all 18+"], 1)


def test_other_columns_are_left_alone(tmp_path: Path) -> None:
    header = "id,male_0+,female_0+,total_2025,all_staff,t_5"
    lists = read(tmp_path, f"{header}\nA,1,2,3,x,5\n", id="id")
    assert (strata(lists), lists.totals) == (["female all", "male all"], ())


def test_a_total_of_more_than_the_ages_there_are_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,male_18+,female_18+,male_total\nA,5,6,8\nB,5,6,5\n")
    lists = "format: tnt/1\nlists: l\ntable: t.csv\nid: id\npeople: '{sex}_{ages}'\n"
    (tmp_path / "lists.yaml").write_text(lists)
    warning = only(check([tmp_path / "lists.yaml"]).diagnostics, Code.TOTAL_HOLDS_MORE)
    assert warning.values == {"column": "male_total", "found": "3"}
    only(problems(tmp_path, "id,male_18+,female_18+,male_0+\nA,5,6,8\n", id="id"), Code.TOTAL_DIFFERS)
    rows = table("A,FEMALE,75+,1\nA,MALE,75+,1\nA,FEMALE,ALL,9\nA,MALE,ALL,9\n")
    assert {one.code for one in problems(tmp_path, rows, **KEYS)} == {Code.TOTAL_DIFFERS}
    less = "id,male_18+,female_18+,male_total\nA,5,6,3\n"
    only(problems(tmp_path, less, id="id"), Code.TOTAL_DIFFERS)


@pytest.mark.parametrize("other", ["male_30-49", "male_0-39", "all_30-49", "male_0-20"])
def test_bands_that_are_no_totals_still_overlap(tmp_path: Path, other: str) -> None:
    header = f"id,male_0-39,female_0-39,{other}"
    only(problems(tmp_path, f"{header}\nA,1,2,3\n", id="id"), Code.BANDS_OVERLAP)


def test_strata_of_the_narrowest_ages_are_kept() -> None:
    def of(sex: Sex, first: int, last: int | None = None) -> Stratum:
        return Stratum(sex, Ages(first, last))

    given = [
        of("all", 0),
        of("all", 0, 4),
        of("all", 5),
        of("male", 0),
        of("female", 0),
        of("all", 0, 0),
        of("all", 1, 4),
    ]
    found = parted(given)
    assert [given[index] for index in found.kept] == [of("all", 5), of("all", 0, 0), of("all", 1, 4)]
    assert [[given[index] for index in total.strata] for total in found.totals] == [
        [of("all", 0, 4)],
        [of("all", 0)],
        [of("female", 0), of("male", 0)],
    ]


def test_the_norwegian_population_as_it_is_published(shared: Path) -> None:
    """Its rows of the sex `total` stand beside those of the sexes."""
    lists = norway_2026(shared, {})
    assert (lists.people.sum(), lists.people.shape) == (5_627_400, (1, 212))
    assert lists.totals == (TotalLeftOut("sex total", 0),)
