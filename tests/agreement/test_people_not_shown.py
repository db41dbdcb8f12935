"""Tables that do not show everybody (T2, T3, T4, T16 of issue 12), from the file to the estimate, in both languages."""

from pathlib import Path

import pytest

import tnt
from tnt.locale import Texts
from tnt.result.recommendation import RoleHours
from tnt.show.notices import reader_notices

GUIDELINE = """\
format: tnt/1
guideline: g
recommendations:
  old:
    strength: weak-for
    certainty: low
    population: {ages: 80+}
    tasks: {visit: {role: gp, time: 60 min, frequency: 1 / year}}
  everyone:
    strength: weak-for
    certainty: low
    population: {ages: all}
    tasks: {talk: {role: gp, time: 15 min, frequency: 1 / year}}
  young:
    strength: weak-for
    certainty: low
    population: {ages: 0-17}
    tasks: {talk: {role: gp, time: 15 min, frequency: 1 / year}}
  women:
    strength: weak-for
    certainty: low
    population: {sex: female, ages: 20-69}
    tasks: {test: {role: gp, time: 30 min, frequency: 1 / year}}
"""
WIDE = 'id: id\npeople: "{sex}_{ages}"\n'


@pytest.fixture
def estimate(tmp_path: Path):  # type: ignore[no-untyped-def]
    def estimated(table: str, keys: str = WIDE) -> tnt.Result:
        (tmp_path / "g.yaml").write_text(GUIDELINE)
        (tmp_path / "t.csv").write_text(table)
        (tmp_path / "l.yaml").write_text(f"format: tnt/1\nlists: l\ntable: t.csv\n{keys}")
        return tnt.estimate(tnt.load(tmp_path / "g.yaml", lists=tmp_path / "l.yaml"))

    return estimated


def hours(result: tnt.Result, name: str) -> RoleHours:
    return next(one.roles["gp"] for one in result.recommendations if one.id == f"g/{name}")


def bounds(result: tnt.Result, name: str) -> tuple[float | None, bool, float | None]:
    one = hours(result, name)
    known = one.required_hours if one.required_hours is None else round(one.required_hours, 6)
    most = one.required_hours_at_most
    return known, one.at_least, most if most is None else round(most, 6)


def said(result: tnt.Result, lang: str) -> str:
    return "\n".join(reader_notices(result, Texts(lang)))


def test_a_group_that_the_table_lacks(estimate) -> None:  # type: ignore[no-untyped-def]
    table = "id,male_0-39,female_0-39,male_40-79,female_40-79,male_80+\nA,300,300,200,200,40\n"
    result = estimate(table)
    assert bounds(result, "old") == (40, True, None)
    assert bounds(result, "everyone") == (260, True, None)
    assert not hours(result, "young").at_least
    assert (result.lists.everybody.value, result.lists.everybody.bound) == (1040, "at-least")
    assert "holds no women of these ages: 80+" in said(result, "en")
    assert "har ingen kvinner i disse aldrene: 80+" in said(result, "nb")


def test_ages_that_a_rule_needs_and_no_row_has(estimate) -> None:  # type: ignore[no-untyped-def]
    result = estimate("id,male_18-79,female_18-79,male_80+,female_80+\nA,300,300,20,30\n")
    assert bounds(result, "young") == (None, True, None)
    assert bounds(result, "old") == (50, False, None)
    assert "holds no people of these ages: 0-17" in said(result, "en")


def test_a_gap_in_long_form(estimate) -> None:  # type: ignore[no-untyped-def]
    keys = "shape: long\nid: id\nsex: sex\nages: age\npeople: n\n"
    rows = ["id,sex,age,n", *(f"A,{sex},{age},270" for sex in ("female", "male") for age in ("0-17", "40-66"))]
    result = estimate("\n".join(rows) + "\n", keys)
    assert bounds(result, "women") == (135, True, None)
    assert bounds(result, "young") == (135, False, None)
    assert "18-39, 67+" in said(result, "en")


def test_a_third_sex_and_unknown_ages(estimate) -> None:  # type: ignore[no-untyped-def]
    heading = "id,male_0-79,male_80+,female_0-79,female_80+,other_0-79,other_80+,male_unknown"
    result = estimate(f"{heading}\nA,480,20,470,30,40,10,25\n")
    assert (result.lists.everybody.value, result.lists.everybody.bound) == (1075, "exact")
    assert bounds(result, "old") == (50, True, 125)
    assert bounds(result, "everyone") == (268.75, False, None)
    assert "75 of 1,075 people" in said(result, "en")
    assert "75 av 1\u00a0075 personer" in said(result, "nb")


@pytest.mark.parametrize("other", ["X", "Ukjent", "annet", "divers"])
def test_the_same_in_long_form(estimate, other: str) -> None:  # type: ignore[no-untyped-def]
    keys = "shape: long\nid: id\nsex: sex\nages: age\npeople: n\n"
    rows = ["A,F,0-79,470", "A,F,80+,30", "A,M,0-79,480", "A,M,80+,20", f"A,{other},0-79,40", f"A,{other},80+,10"]
    rows.append("A,M,Ukjent alder,25")
    result = estimate("\n".join(["id,sex,age,n", *rows]) + "\n", keys)
    assert result.lists.everybody.value == 1075
    assert bounds(result, "old") == (50, True, 125)


@pytest.mark.parametrize("heading", ["Ukjent", "Ukjent kjønn", "Annet kjønn", "ukjent alder", "Unknown"])
def test_a_heading_that_is_nothing_but_unknown(estimate, heading: str) -> None:  # type: ignore[no-untyped-def]
    result = estimate(f"id,male_0-79,male_80+,female_0-79,female_80+,{heading}\nA,480,20,470,30,40\n")
    assert result.lists.everybody.value == 1040
    assert bounds(result, "old") == (50, True, 90)


def test_a_suppressed_third_sex_counts_for_everybody_too(estimate) -> None:  # type: ignore[no-untyped-def]
    table = "id,male_0-79,male_80+,female_0-79,female_80+,other_0-79\nA,480,20,470,30,<5\nB,480,20,470,30,7\n"
    result = estimate(table, WIDE + 'missing: ["<5"]\n')
    assert bounds(result, "everyone") == (501.75, True, 502.75)
    assert (result.lists.everybody.value, result.lists.everybody_at_most) == (2007, 2011)
    assert "1 cell of the table" in said(result, "en")


def test_suppressed_counts_lie_between_bounds(estimate) -> None:  # type: ignore[no-untyped-def]
    table = "id,male_0-79,male_80+,female_0-79,female_80+\nA,480,<5,470,30\nB,480,:,470,30\n"
    only_small = estimate(table.replace(":", "7"), WIDE + 'missing: ["<5"]\n')
    assert bounds(only_small, "old") == (67, True, 71)
    assert (only_small.lists.everybody.value, only_small.lists.everybody_at_most) == (1967, 1971)
    assert "hides at most 4 people more" in said(only_small, "en")
    unknown_too = estimate(table, WIDE + 'missing: ["<5", ":"]\n')
    assert bounds(unknown_too, "old") == (60, True, None)
    assert unknown_too.lists.everybody_at_most is None
    assert "2 celler i tabellen" in said(unknown_too, "nb")


def test_a_row_that_is_not_there_is_unknown_where_empty_cells_are(estimate) -> None:  # type: ignore[no-untyped-def]
    keys = 'shape: long\nid: id\nsex: sex\nages: age\npeople: n\nmissing: [""]\n'
    rows = [f"{name},{sex},{age},10" for name in "AB" for sex in "FM" for age in ("0-79", "80+")]
    result = estimate("\n".join(["id,sex,age,n", *rows[:-1]]) + "\n", keys)
    assert bounds(result, "old") == (30, True, None)
    assert result.lists.people_at_least.tolist() == [False, True]
