"""Properties: no total, whatever it is called and wherever it stands, adds people without a word."""

import csv
import io
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.profile import times
from tests.reading.tables.table_cases import read
from tests.reading.tables.test_properties import LONG, Rows, as_long
from tnt.diagnostics import Code, Problems
from tnt.reading.tables.list_table import ListTable

NAMES = st.sampled_from(["All", "Sum", "Totalt", "I alt", "begge", "Norge", "ALL", "0+", "x", "male", "T"]) | st.text(
    "abcÅ 1+-_", min_size=1, max_size=6
).map(str.strip).filter(bool)


@st.composite
def tables(draw: st.DrawFn, edges: list[int] | None = None, fewest: int = 0) -> Rows:
    """Wide tables of whole people, `fewest` or more in each cell, with two lists or more, two of them with people."""
    edges = sorted(draw(st.sets(st.integers(1, 100), max_size=4))) if edges is None else edges
    bands = [*(f"{a}-{b - 1}" for a, b in zip([0, *edges], edges, strict=False)), f"{edges[-1] if edges else 0}+"]
    columns = [f"{sex}_{band}" for sex in ("male", "female") for band in bands]
    count = draw(st.integers(2, 5))
    people = st.lists(st.integers(fewest, 50), min_size=len(columns), max_size=len(columns))
    rows = [[f"list {one}", f"name {one}", *map(str, draw(people))] for one in range(count)]
    for row in rows[:2]:
        row[2] = str(draw(st.integers(1, 50)))
    return [["id", "name", *columns], *rows]


ALIKE: Rows = [
    ["id", "name", "male_0-17", "male_18-79", "male_80+", "female_0-17", "female_18-79", "female_80+"],
    ["a", "a", "1", "1", "1", "1", "1", "1"],
    ["b", "b", "1", "1", "1", "1", "1", "1"],
]


def lists_of(rows: Rows, **keys: Any) -> ListTable | None:
    """The lists; None where the table is refused."""
    try:
        return written_and_read(rows, **keys)
    except Problems:
        return None


def written_and_read(rows: Rows, **keys: Any) -> ListTable:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        return read(Path(folder), text.getvalue(), id="id", name="name", **keys)


def is_said(lists: ListTable) -> bool:
    return bool(lists.likely_totals or lists.totals or lists.left_out)


def people_of(rows: Rows) -> float:
    return sum(float(cell) for row in rows[1:] for cell in row[2:])


@settings(max_examples=times(60), deadline=None)
@given(tables(), NAMES, st.integers(0, 5), st.booleans())
def test_a_row(rows: Rows, name: str, at: int, is_long: bool) -> None:
    total = [name, "", *(str(sum(int(row[column]) for row in rows[1:])) for column in range(2, len(rows[0])))]
    with_total = [rows[0], *rows[1 : 1 + at], total, *rows[1 + at :]]
    keys = LONG if is_long else {}
    lists = lists_of(as_long(with_total) if is_long else with_total, **keys)
    assert lists is None or lists.people.sum() == people_of(rows) or is_said(lists)


@settings(max_examples=times(60), deadline=None)
@given(st.lists(tables([18, 80], fewest=1), min_size=2, max_size=3), st.booleans(), st.booleans(), st.booleans())
@example([ALIKE] * 3, True, True, False)
def test_a_row_for_each_area(areas: list[Rows], is_above: bool, with_total: bool, is_long: bool) -> None:
    """Above or below its own lists, with the total of all at the same end or without one: each is named."""

    def sums(name: str, rows: Rows) -> list[str]:
        return [name, "", *(str(sum(int(row[column]) for row in rows)) for column in range(2, len(rows[0])))]

    table: Rows = []
    everyone: Rows = []
    for at, (_, *rows) in enumerate(areas):
        lists = [[f"{at} {one}", *cells] for one, *cells in rows]
        area = sums(f"area {at}", lists)
        table += [area, *lists] if is_above else [*lists, area]
        everyone += lists
    if with_total:
        table.insert(0 if is_above else len(table), sums("city", everyone))
    whole = [areas[0][0], *table]
    with pytest.raises(Problems) as raised:
        written_and_read(as_long(whole) if is_long else whole, **(LONG if is_long else {}))
    problems = [problem.values for problem in raised.value.diagnostics if problem.code is Code.SUBTOTAL_ROW]
    told = yaml.safe_load(problems[0]["line"])["rows"]["not"]["id"]  # more than three alike are one problem, of all
    assert {values["list"] for values in problems} <= set(told)
    assert {f"area {at}" for at in range(len(areas))} <= set(told)
    assert len(told) == len(set(told))


@settings(max_examples=times(60), deadline=None)
@given(tables(), NAMES, st.integers(0, 12), st.sampled_from(["male", "female", "all", "", "Begge"]), st.data())
@example([["id", "name", "male_0+", "female_0+"], ["a", "a", "1", "1"], ["b", "b", "2", "2"]], "0+", 2, "all", None)
def test_a_column(rows: Rows, name: str, at: int, sex: str, data: Any) -> None:
    """Of all columns, or of some, under any name that may be one of people."""
    heading = f"{sex}_{name}" if sex else name
    wanted = range(2, len(rows[0])) if data is None else data.draw(st.sets(st.integers(2, len(rows[0]) - 1)))
    if heading in rows[0]:
        return
    at = 2 + min(at, len(rows[0]) - 2)
    added = [heading, *(str(sum(int(row[column]) for column in wanted)) for row in rows[1:])]
    with_total = [[*row[:at], cell, *row[at:]] for row, cell in zip(rows, added, strict=True)]
    lists = lists_of(with_total)
    assert lists is None or lists.people.sum() == people_of(rows) or any(total.more for total in lists.totals)


@settings(max_examples=times(60), deadline=None)
@given(tables(), NAMES, NAMES, st.booleans(), st.booleans())
def test_a_category(rows: Rows, sex_name: str, age_name: str, of_sexes: bool, of_ages: bool) -> None:
    """Rows of both sexes, of all ages or of both, beside the parts."""
    long = as_long(rows)
    sums: dict[tuple[str, ...], int] = {}
    for one, name, sex, ages, people in long[1:]:
        key = (one, name, sex_name if of_sexes else sex, age_name if of_ages else ages)
        sums[key] = sums.get(key, 0) + int(people)
    there = {tuple(row[:4]) for row in long}
    added = [[*key, str(people)] for key, people in sums.items() if key not in there]
    lists = lists_of([*long, *added], **LONG)
    assert lists is None or lists.people.sum() == people_of(rows) or is_said(lists)
