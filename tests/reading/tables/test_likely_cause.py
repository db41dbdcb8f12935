"""A cell that is no number: why, where its look tells, and the line of the lists file that reads it."""

from pathlib import Path
from typing import Any

import pytest

from tests.reading.tables.table_cases import only, problems
from tnt.diagnostics import Code, Diagnostic
from tnt.diagnostics.render.words import message


def found(folder: Path, *cells: str, **keys: Any) -> tuple[Diagnostic, ...]:
    table = "".join(f"L{index};1000;{cell}\n" for index, cell in enumerate(cells))
    asked = {"people": {"total": "n"}, "staff": {"gp": {"posts": "p"}}, "separator": ";"} | keys
    return problems(folder, f"practice;n;p\n{table}", **asked)


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["..", "<5", "*", "1", "x y", ".."], 'missing: ["..", "<5", "*"]'),
        (["–", "1"], 'missing: ["–"]'),
        (["N/A", "1"], 'missing: ["N/A"]'),
        (["0,8", "1"], 'decimal: ","'),
        (["80 %", "1"], "in: percent"),
        (["62.5%", "1"], "in: percent"),
    ],
)
def test_the_line_to_write(tmp_path: Path, cells: list[str], line: str) -> None:
    first, *_ = found(tmp_path, *cells)
    assert (first.code, first.values["line"]) == (Code.CELL_NOT_NUMBER, line)
    assert f"write {line} in the lists file" in message(first, "en")
    assert f"skriv {line} i listefilen" in message(first, "nb")


def test_a_point_where_a_comma_is_stated(tmp_path: Path) -> None:
    assert only(found(tmp_path, "0.8", "1", decimal=","), Code.CELL_NOT_NUMBER).values["line"] == 'decimal: "."'


@pytest.mark.parametrize("cell", ["0.8", "0.875"])
def test_no_decimal_mark_is_named_that_is_stated_for_thousands(tmp_path: Path, cell: str) -> None:
    """The lists file would be refused: one mark is not for both."""
    assert only(found(tmp_path, cell, "1", thousands="."), Code.CELL_NOT_NUMBER).values == {"found": cell}


def test_that_line_is_accepted(tmp_path: Path) -> None:
    """Those that are keys today: with it nothing is wrong."""
    for cells, staff, keys in ((["0,8"], {}, {"decimal": ","}), (["80 %"], {"in": "percent"}, {})):
        with pytest.raises(pytest.fail.Exception):
            found(tmp_path, *cells, **keys, staff={"gp": {"posts": "p", **staff}})


@pytest.mark.parametrize("cell", ["about 1", "1 or 2", "<500", "1.2.3", "12 doctors"])
def test_nobody_can_tell(tmp_path: Path, cell: str) -> None:
    assert only(found(tmp_path, cell), Code.CELL_NOT_NUMBER).values == {"found": cell}


def test_people_are_not_in_per_cent(tmp_path: Path) -> None:
    keys = {"people": {"total": "p"}, "staff": None}
    assert only(found(tmp_path, "80 %", **keys), Code.CELL_NOT_NUMBER).values == {"found": "80 %"}


def test_a_space_looks_as_it_does_in_the_file(tmp_path: Path) -> None:
    problem = only(found(tmp_path, "8\u00a0posts\u202fin all"), Code.CELL_NOT_NUMBER)
    assert message(problem, "en") == "“8 posts in all” is not a number"


def test_ten_faults_of_one_kind_are_one_problem(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, *["about 1"] * 4, *["1 or 2"] * 6)
    assert (
        message(problem, "en") == "“about 1” is not a number; 10 such in all, the next in rows 3 (about 1), 4 (about 1)"
    )
    assert message(problem, "nb").endswith("; 10 slike i alt, de neste i rad 3 (about 1), 4 (about 1)")
