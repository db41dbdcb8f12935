"""Which lists are the sum of those just before or after them."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tests.reading.tables.table_cases import located
from tnt import limits
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.lists import read_lists
from tnt.reading.tables.totals.subtotals import subtotals

COUNTS = st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=4, max_size=9)


@settings(max_examples=times(200), deadline=None)
@given(COUNTS, st.lists(st.tuples(st.integers(0, 8), st.integers(2, 3), st.booleans()), max_size=3))
def test_as_one_by_one(counts: list[tuple[int, ...]], sums: list[tuple[int, int, bool]]) -> None:
    """As every run of lists beside each list, tried in turn, says."""
    people = np.array(counts, dtype=float)
    for row, length, is_above in sums:
        parts = people[row + 1 : row + 1 + length] if is_above else people[max(row - length, 0) : row]
        if row < len(people) and len(parts):
            people[row] = parts.sum(axis=0)
    expected = {
        row: last - first
        for first, last, row in product(range(len(people)), range(len(people) + 1), range(len(people)))
        if (row == last or row + 1 == first)
        and (people[first:last].sum(axis=1) > 0).sum() >= 2
        and (people[row] > 0).all()
        and (people[first:last].sum(axis=0) == people[row]).all()
    }
    assert subtotals(people, people.sum(axis=1)).keys() == expected.keys()


def test_many_sums_by_chance_hide_none() -> None:
    """Lists as large as the two before them together, of other people, and then a subtotal."""
    by_chance = np.tile([[1.0, 1, 4], [2, 2, 2], [4, 4, 4]], (2 * limits.PROBLEMS_SHOWN, 1))
    people = np.vstack([by_chance, [[10.0, 20, 30], [3, 9, 14], [7, 11, 16]]])
    assert subtotals(people, people.sum(axis=1)) == {len(by_chance): 2}


def test_fewer_lists_or_columns_may_be_alike_by_chance() -> None:
    people = np.array([[3.0, 3, 3], [1, 1, 1], [2, 2, 2], [9, 8, 7]])
    assert subtotals(people, people.sum(axis=1)) == {0: 2}
    assert subtotals(people[:3], people[:3].sum(axis=1)) == {}
    assert subtotals(people[:, :2], people[:, :2].sum(axis=1)) == {}


@pytest.mark.parametrize("name", ["lists-england.yaml", "lists-norway.yaml"])
def test_no_real_list_in_any_order_and_each_sum_above_its_lists(shared: Path, name: str) -> None:
    path = shared / "examples" / name
    document = ListsDocument.model_validate(yaml.safe_load(path.read_text("utf-8")))
    people = read_lists(document, path.parent, located).people
    people = people[:, ~np.isnan(people).any(axis=0)]
    order = np.random.default_rng(7)
    for _ in range(5):
        some = people[order.permutation(len(people))]
        assert subtotals(some, some.sum(axis=1)) == {}
    areas = np.array_split(people, 12)
    with_sums = np.vstack([np.vstack([area.sum(axis=0), area]) for area in areas])
    heads = np.cumsum([0, *(len(area) + 1 for area in areas[:-1])])
    assert subtotals(with_sums, with_sums.sum(axis=1)) == {
        int(head): len(area) for head, area in zip(heads, areas, strict=True)
    }
