"""The examples of the language as they stand, on real lists of England and Norway, against the slow calculation."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import tnt
from tests.oracle.agreement import assert_agrees
from tests.oracle.drawn_packs.files import NORWAY, read_table, write_table
from tests.oracle.expected import Given, expected

RULES = ("blood-pressure.yaml", "postpartum.yaml", "conditions.yaml", "capacity.yaml")
FIRST_ROWS = {"lists-england.yaml": 60, "lists-england-registers.yaml": 60, "lists-norway.yaml": 12 * 38}


def document(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize("lists", FIRST_ROWS)
def test_an_example_on_real_lists(lists: str, shared: Path, tmp_path: Path) -> None:
    examples = shared / "examples"
    described = document(examples / lists)
    rows = read_table(examples / described["table"])[: FIRST_ROWS[lists]]
    write_table(tmp_path / "table.csv", rows)
    (tmp_path / lists).write_text(yaml.safe_dump(described | {"table": "table.csv"}), encoding="utf-8")
    blood_pressure, postpartum, conditions, capacity = (document(examples / name) for name in RULES)
    slow = expected(
        Given([blood_pressure, postpartum], [conditions], described, rows, read_table(NORWAY), capacity, {})
    )
    assert_agrees(tnt.estimate(tnt.load(*(examples / name for name in RULES), tmp_path / lists), detail=True), slow)
