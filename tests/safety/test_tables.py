"""Tables at and past their limits: answered within what any input may take, or refused in about a second."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from tests.safety.tools.process import Ran, run_tnt
from tests.safety.tools.table_files import HEADER, cells, csv_table, gz_table, parquet_table, repeated, wide, xlsx_table
from tnt import limits

ABOUT_A_SECOND = 1.6
"""Of processor time beyond what a tiny table takes; other programs on the machine make it somewhat more."""
PLAIN = {"use_dictionary": False, "compression": "zstd"}
STAFF = "staff: {gp: {posts: posts}}\n"


def checked(folder: Path) -> Ran:
    return run_tnt("check", "lists.yaml", cwd=folder)


def same_text(text: str, times: int) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(times, dtype=np.int32)), pa.array([text]))


PAST: dict[str, tuple[Callable[[Path], None], str]] = {
    "rows": (lambda f: csv_table(f, repeated("a,1,2\n", limits.TABLE_ROWS + 1)), "400000 rows"),
    "packed rows": (lambda f: gz_table(f, repeated("a,1,2\n" * 1_000, 50_000)), "400000 rows"),
    "empty rows": (lambda f: csv_table(f, repeated(",,\n", 2_000_000)), "400000 rows"),
    "ragged rows": (lambda f: csv_table(f, repeated("a\n", 3_000_000)), "1 in place of 3"),
    "columns": (lambda f: csv_table(f, [",".join(["a"] * 2_000_000), "\n1\n"]), "5000 columns"),
    "cells": (lambda f: csv_table(f, wide(limits.TABLE_CELLS // 202 + 1, 202), STAFF), "16000000 cells"),
    "bytes": (lambda f: csv_table(f, repeated("a" * 3_000_000 + ",1,2\n", 22)), "64 MB"),
    "packed bytes": (lambda f: gz_table(f, repeated("a" * 3_000_000 + ",1,2\n", 100)), "64 MB"),
    "a cell that never ends": (lambda f: gz_table(f, [HEADER, '"', *["a" * 1_000_000] * 200]), "closing quote"),
    "a heading that never ends": (lambda f: gz_table(f, ["a" * 1_000_000] * 200), "row is too long"),
    "rows of numbers": (lambda f: parquet_table(f, pa.array(np.zeros(20_000_000))), "400000 rows"),
    "rows of nothing": (lambda f: parquet_table(f, pa.nulls(20_000_000, pa.string())), "400000 rows"),
    "one long text again and again": (lambda f: parquet_table(f, same_text("x" * 10**6, 14_000)), "64 MB"),
    "long texts": (
        lambda f: parquet_table(f, pa.array([f"{n}" * 10**7 for n in range(10)]), **PLAIN),
        "64 MB",
    ),
    "texts that begin like the one before": (
        lambda f: parquet_table(
            f,
            pa.array([f"{'x' * 60_000}{n:06}" for n in range(5_000)]),
            use_dictionary=False,
            column_encoding={"practice": "DELTA_BYTE_ARRAY"},
        ),
        "64 MB",
    ),
    "groups of one row": (
        lambda f: parquet_table(f, pa.array([f"{n}" for n in range(5_600)]), row_group_size=1), "64 MB"
    ),
    "cells far apart": (lambda f: xlsx_table(f, cells(2) + cells(1_048_576)), "400000 rows"),
    "cells far apart in a wide sheet": (
        lambda f: xlsx_table(f, cells(2) + '<row r="9999"><c r="XFD9999"><v>1</v></c></row>'), "8000000 cells"
    ),
    "one shared text in many cells": (
        lambda f: xlsx_table(
            f, "".join(map(cells, range(2, 9_000))).replace("><v>1", ' t="s"><v>0'), f"<si><t>{'x' * 30_000}</t></si>"
        ),
        "64 MB",
    ),
    "a sheet that unpacks to much": (lambda f: xlsx_table(f, cells(2, "<v>1</v>" + " " * 70_000_000)), "64 MB"),
}  # fmt: skip


@pytest.fixture(scope="module")
def start_up_cpu_seconds(tmp_path_factory: pytest.TempPathFactory) -> float:
    """What `tnt check` takes for a table of one row."""
    folder = tmp_path_factory.mktemp("tiny")
    csv_table(folder, repeated("a,1,2\n", 1))
    return min(checked(folder).cpu_seconds for _ in range(2))


@pytest.mark.parametrize("name", PAST)
def test_past_a_limit_is_refused_at_once(tmp_path: Path, start_up_cpu_seconds: float, name: str) -> None:
    make, said = PAST[name]
    make(tmp_path)
    ran = checked(tmp_path)
    assert ran.code == 1
    assert said in ran.out.decode()
    assert ran.is_cheap
    most = start_up_cpu_seconds + ABOUT_A_SECOND
    for _ in range(8):
        ran = ran if ran.cpu_seconds < most else checked(tmp_path)  # others were at work
    assert ran.cpu_seconds < most


AT = {
    "rows": (limits.TABLE_ROWS, 4),
    "cells": (limits.TABLE_CELLS // 202 // 10, 202),
}
"""Lists and columns; the cells at a tenth of their limit, as a table of all of them is large."""


@pytest.mark.parametrize("name", AT)
def test_at_a_limit_is_answered_cheaply(tmp_path: Path, name: str) -> None:
    csv_table(tmp_path, wide(*AT[name]), STAFF)
    asked = ("--lists", "lists.yaml", "--capacity", "norwegian-gp-2018", "--format", "json", "--out", "out.json")
    ran = run_tnt("lists", *asked, cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.is_cheap


SHEETS: dict[str, Callable[[], str]] = {
    "rows": lambda: "".join(map(cells, range(2, limits.TABLE_ROWS))).replace("><v>1", "><v>123456"),
    "cells without a place": lambda: cells(2) + '<row r="3">' + "<c/>" * 12_000_000 + "</row>",
    "an area that is almost empty": lambda: cells(2) + '<row r="399999"><c r="T399999"><v>1</v></c></row>',
    "tags": lambda: cells(2) + "<a/>" * 15_000_000,
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_workbook_at_a_limit_is_answered_cheaply(tmp_path: Path, name: str) -> None:
    xlsx_table(tmp_path, SHEETS[name]())
    assert checked(tmp_path).is_cheap


def test_the_same_row_half_a_million_times(tmp_path: Path) -> None:
    csv_table(tmp_path, repeated("a,1,2\n", limits.TABLE_ROWS))
    ran = checked(tmp_path)
    assert (ran.code, ran.is_cheap) == (1, True)
    assert f"; {limits.TABLE_ROWS - 1} such in all" in ran.out.decode()


def test_strata_that_are_missing_by_the_million(tmp_path: Path) -> None:
    rows = (f"{n},{('male', 'female')[n % 2]},{n % 16},1\n" for n in range(limits.TABLE_ROWS))
    csv_table(tmp_path, ["practice,sex,ages,n\n", *rows])
    document = (tmp_path / "lists.yaml").read_text().replace("'{sex}_{ages}'", "n")
    (tmp_path / "lists.yaml").write_text(document + "shape: long\nsex: sex\nages: ages\n")
    ran = checked(tmp_path)
    assert (ran.code, ran.is_cheap) == (1, True)


def test_columns_that_are_not_there_are_not_all_compared(tmp_path: Path) -> None:
    registers = ", ".join(f"c{n}: column-that-is-not-there-{n}" for n in range(2_000))
    heading = ",".join(f"column-that-is-there-{n}" for n in range(4_000))
    csv_table(tmp_path, ["practice,male_0+,female_0+,", heading, "\n"], f"registers: {{{registers}}}\n")
    ran = checked(tmp_path)
    assert (ran.code, ran.is_cheap) == (1, True)


def test_openpyxl_is_not_needed_to_read_answers() -> None:
    program = "import sys, tnt.survey.answers.read; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
