"""Properties: the shape of a table and the order of its rows and columns never change the lists."""

import csv
import io
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tests.reading.tables.table_cases import read
from tnt import limits
from tnt.reading.tables.list_table import ListTable

Rows = list[list[str]]


@st.composite
def wide_tables(draw: st.DrawFn) -> Rows:
    """A header and rows: id, name, then people by sex and band."""
    edges = sorted(draw(st.sets(st.integers(1, 100), max_size=5)))
    starts = [0, *edges]
    bands = [f"{a}-{b - 1}" if b - 1 > a else str(a) for a, b in zip(starts, edges, strict=False)] + [f"{starts[-1]}+"]
    columns = [f"{sex}_{band}" for sex in ("male", "female") for band in bands]
    names = st.text("abcÅ 1,\"'\n", min_size=1, max_size=4).map(str.strip).filter(bool)
    ids = draw(st.lists(names, min_size=1, max_size=5, unique=True))
    people = (st.just(0.0) | st.floats(limits.SMALLEST_NUMBER, 1e6)).map(repr)
    rows = [[one, f"name of {one}", *(draw(people) for _ in columns)] for one in ids]
    return [["id", "name", *columns], *rows]


def lists_of(rows: Rows, **keys: Any) -> dict[tuple[str, str], dict[str, float]]:
    """List id and name -> stratum -> people, whatever the order."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        lists: ListTable = read(Path(folder), text.getvalue(), id="id", name="name", **keys)
    assert lists.names is not None
    strata = [f"{stratum.sex} {stratum.ages}" for stratum in lists.strata]
    assert list(lists.strata) == sorted(lists.strata, key=lambda stratum: (stratum.sex, stratum.ages.first))
    found = zip(lists.ids, lists.names, lists.people, strict=True)
    return {(str(one), str(name)): dict(zip(strata, people.tolist(), strict=True)) for one, name, people in found}


def as_long(rows: Rows) -> Rows:
    header, *lists = rows
    long = [
        [one[0], one[1], *name.split("_"), cell]
        for one in lists
        for name, cell in zip(header[2:], one[2:], strict=True)
    ]
    return [["id", "name", "sex", "band", "n"], *long]


LONG: dict[str, Any] = {"shape": "long", "sex": "sex", "ages": "band", "people": "n"}


@settings(max_examples=times(40), deadline=None)
@given(wide_tables())
def test_wide_and_long_agree(rows: Rows) -> None:
    assert lists_of(rows) == lists_of(as_long(rows), **LONG)


@settings(max_examples=times(40), deadline=None)
@given(wide_tables(), st.integers(0, 2**32 - 1))
def test_order_never_matters(rows: Rows, seed: int) -> None:
    chance = np.random.default_rng(seed)
    columns = chance.permutation(len(rows[0]))
    mixed = [rows[0], *(rows[1:][index] for index in chance.permutation(len(rows) - 1))]
    assert lists_of([[row[index] for index in columns] for row in mixed]) == lists_of(rows)
    long = as_long(rows)
    shuffled = [long[0], *(long[1:][index] for index in chance.permutation(len(long) - 1))]
    assert lists_of(shuffled, **LONG) == lists_of(rows)
