"""Reading the English lists of 2016 from a workbook, held against the same table as CSV."""

import csv
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.bench.ratios import Bar
from tests.reading.tables.workbooks import number, write_sheets
from tnt.diagnostics import Place
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.lists import read_lists

WORKBOOK = Bar("England 2016 as XLSX: to CSV", 12, 3)
"""The library that reads the sheet takes four to five times what all of the CSV takes; see docs/speed.md."""
ROUNDS = 9


@pytest.mark.bench
def test_a_workbook(shared: Path, tmp_path: Path) -> None:
    """CPU of the whole process, since Arrow reads CSV in a thread of its own."""
    given = yaml.safe_load((shared / "examples" / "lists-england.yaml").read_text("utf-8"))
    with (shared / "examples" / given["table"]).open(encoding="utf-8", newline="") as file:
        rows = [[number(cell) for cell in row] for row in csv.reader(file)]
    write_sheets(tmp_path / "lists.xlsx", {"Lists": rows})
    ours = reader(tmp_path, given | {"table": "lists.xlsx"})
    theirs = reader(shared / "examples", given)
    spent = [(timed(ours), timed(theirs)) for _ in range(ROUNDS)]
    WORKBOOK.hold(min(one for one, _ in spent) / min(other for _, other in spent))


def reader(folder: Path, given: dict[str, object]) -> Callable[[], object]:
    document = ListsDocument.model_validate(given)
    return lambda: read_lists(document, folder, lambda key: Place("lists.yaml"))


def timed(run: Callable[[], object]) -> float:
    begun = time.process_time()
    run()
    return time.process_time() - begun
