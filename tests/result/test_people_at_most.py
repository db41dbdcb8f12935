"""How many people there may be is told only where some are not counted."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.command_line import GUIDELINE
from tests.result.factory import lists
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.report.files.json import as_document
from tnt.report.files.list_rows import list_rows

LISTS = 'format: tnt/1\nlists: l\ntable: t.csv\nid: id\npeople: "{sex}_{ages}"\nmissing: ["<5"]\n'
TABLE = "id,female_0-39,female_40-99,male_0-39,male_40-99\nA,100,100,100,100\nB,100,<5,100,100\n"


@pytest.mark.parametrize(("only", "most"), [((), 704.0), (("A",), None), (("B",), 304.0)])
def test_lists_that_hide_nobody_say_no_most(only: tuple[str, ...], most: float | None, tmp_path: Path) -> None:
    for name, text in {"g.yaml": GUIDELINE, "l.yaml": LISTS, "t.csv": TABLE}.items():
        (tmp_path / name).write_text(text, "utf-8")
    result = estimate(load(tmp_path, only=only))
    document = as_document(result)["lists"]
    assert (document["people_at_most"], document["people_at_least"]) == (most, most is not None)
    rows = [row for block in list_rows(result.lists) for row in block.to_pylist()]
    assert {row["list"]: row["people_at_most"] for row in rows} == {
        name: {"A": None, "B": 304.0}[name] for name in only or ("A", "B")
    }


def test_a_most_that_is_what_was_counted_is_none() -> None:
    everybody = lists()
    counted = replace(everybody, people_at_most=everybody.people.copy())
    assert counted.everybody_at_most is None
    assert replace(everybody, people_at_most=np.full(5, np.inf)).everybody_at_most is None
    assert replace(everybody, people_at_most=everybody.people + 1).everybody_at_most == everybody.people.sum() + 5
