"""Cells so large or so small that what is made of them would no longer be a number."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.reading.tables.table_cases import only, problems, read
from tests.safety.tools.process import run_tnt
from tnt.diagnostics import Code, Place, Problems
from tnt.language.documents.population import PopulationDocument
from tnt.reading.tables.population import read_population
from tnt.survey.answers.read import read_answers

TOO_LARGE = ("1e308", "1e160", "1000000000001", "1" * 40)
TOO_SMALL = ("1e-170", "1e-300", "0.0000000009", "5e-324")
OUTSIDE = (*TOO_LARGE, *TOO_SMALL)


@pytest.mark.parametrize("cell", OUTSIDE)
@pytest.mark.parametrize("column", ["male_0+", "posts", "register"])
def test_a_cell_of_a_table_of_lists(tmp_path: Path, cell: str, column: str) -> None:
    cells = {"male_0+": "5", "posts": "1", "register": "2"} | {column: cell}
    table = f"practice,female_0+,{','.join(cells)}\nA,7,1,1,1\nB,7,{','.join(cells.values())}\n"
    keys = {"staff": {"gp": {"posts": "posts"}}, "registers": {"copd": "register"}}
    found = only(problems(tmp_path, table, **keys), Code.CELL_OUT_OF_RANGE)
    assert (found.place, found.values) == (Place(str(tmp_path / "table.csv"), cell=(3, column)), {"found": cell})


@pytest.mark.parametrize("cell", ["1e12", "1e-9", "0", "0e400", "999999999999.5"])
def test_cells_at_the_bounds_are_taken(tmp_path: Path, cell: str) -> None:
    assert read(tmp_path, f"practice,n\nA,{cell}\n", people={"total": "n"}).people.tolist() == [[float(cell)]]


@pytest.mark.parametrize("number", [1e308, 1e13, 1e-170, 5e-324])
def test_a_cell_of_a_parquet_file(tmp_path: Path, number: float) -> None:
    pq.write_table(pa.table({"practice": ["A", "B"], "n": [1.0, number]}), tmp_path / "table.parquet")
    found = only(problems(tmp_path, None, table="table.parquet", people={"total": "n"}), Code.CELL_OUT_OF_RANGE)
    assert found.place.cell == (3, "n")


@pytest.mark.parametrize("cell", OUTSIDE)
def test_a_cell_of_a_reference_population(tmp_path: Path, cell: str) -> None:
    (tmp_path / "people.csv").write_text(f"sex,age,people\nfemale,0,5\nmale,0,{cell}\n")
    document = PopulationDocument(population="tested", table="people.csv")
    with pytest.raises(Problems) as raised:
        read_population(document, tmp_path, lambda key: Place("population.yaml"))
    assert only(raised.value.diagnostics, Code.CELL_OUT_OF_RANGE).place.cell == (3, "people")


def test_what_is_scaled_stays_a_number(tmp_path: Path) -> None:
    table = "practice,male_0+,female_0+,register\nA,1e-9,0,1e12\nB,1e12,1e12,1e-9\n"
    lists = read(tmp_path, table, scaled_to=1e12, registers={"copd": "register"})
    assert np.isfinite(lists.people).all()
    assert np.isfinite(lists.registers["copd"] ** 2).all()


@pytest.mark.parametrize("minutes", [*OUTSIDE, "86400.1", "inf", "nan", "-1", "0"])
def test_minutes_of_a_survey(tmp_path: Path, minutes: str) -> None:
    (tmp_path / "answers.csv").write_text(f"respondent,task,minutes\nr-1,g/r/tasks/t,{minutes}\n")
    with pytest.raises(Problems) as raised:
        read_answers([tmp_path / "answers.csv"])
    assert only(raised.value.diagnostics, Code.SURVEY_MINUTES).place.cell == (2, "minutes")


@pytest.mark.parametrize("cases", ["1e308", "1000000", "1.5", "-1"])
def test_cases_of_a_survey(tmp_path: Path, cases: str) -> None:
    (tmp_path / "answers.csv").write_text(f"respondent,task,minutes,cases\nr-1,g/r/tasks/t,5,{cases}\n")
    with pytest.raises(Problems) as raised:
        read_answers([tmp_path / "answers.csv"])
    assert only(raised.value.diagnostics, Code.SURVEY_CASES).place.cell == (2, "cases")


@pytest.mark.parametrize("cell", ["1e12", "1e-9"])
def test_draws_at_the_bounds_are_numbers(tmp_path: Path, cell: str) -> None:
    """Beyond them squares left the range of floats, and the run ended as a fault in tnt."""
    (tmp_path / "t.csv").write_text(f"practice,posts,male_0+,female_0+\nA,1,{cell},{cell}\nB,1,{cell},0\n")
    (tmp_path / "lists.yaml").write_text(
        "format: tnt/1\nlists: far\ntable: t.csv\nid: practice\npeople: '{sex}_{ages}'\nstaff: {gp: {posts: posts}}\n"
    )
    asked = ("estimate", "--lists", "lists.yaml", "--capacity", "norwegian-gp-2018", "--draws", "128", "--format")
    ran = run_tnt(*asked, "json", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")


ODD = {
    "whole numbers beyond those of floats": pa.array([2**53, 2**53 + 1], pa.int64()),
    "without a sign": pa.array([2**64 - 2, 2**64 - 1], pa.uint64()),
    "decimals": pa.array([90071992547409930, 90071992547409931], pa.decimal128(20, 0)),
    "wide decimals": pa.array([90071992547409930, 90071992547409931], pa.decimal256(60, 0)),
}


@pytest.mark.parametrize("kind", ODD)
def test_ids_of_parquet_are_whole(tmp_path: Path, kind: str) -> None:
    ids = ODD[kind]
    pq.write_table(pa.table({"practice": ids, "n": [1, 2]}), tmp_path / "table.parquet")
    lists = read(tmp_path, None, table="table.parquet", people={"total": "n"})
    assert lists.ids.tolist() == [str(number) for number in ids.to_pylist()]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (pa.array([1, 2**53 + 1], pa.int64()), Code.CELL_OUT_OF_RANGE),
        (pa.array([1, 2**64 - 1], pa.uint64()), Code.CELL_OUT_OF_RANGE),
        (pa.array([1, -(2**62)], pa.int64()), Code.CELL_NEGATIVE),
        (pa.array([1, 10**30], pa.decimal128(38, 2)), Code.CELL_OUT_OF_RANGE),
        (pa.array([1, float("inf")]), Code.CELL_NOT_NUMBER),
        (pa.array([1, float("nan")]), Code.CELL_MISSING),
        (pa.array([1, float("inf")], pa.float16()), Code.CELL_NOT_NUMBER),
        (pa.array([None, None], pa.null()), Code.CELL_MISSING),
        (pa.array([0, 1], pa.timestamp("us")), Code.CELL_NOT_NUMBER),
        (pa.array([0, 1], pa.date32()), Code.CELL_NOT_NUMBER),
        (pa.array([0, 1], pa.time64("ns")), Code.CELL_NOT_NUMBER),
        (pa.array([True, False]), Code.CELL_NOT_NUMBER),
        (pa.array([0, 1], pa.duration("s")), Code.TABLE_UNREADABLE),
        (pa.array([b"\xff", b"1"]), Code.TABLE_UNREADABLE),
    ],
)
def test_people_of_parquet_of_any_kind(tmp_path: Path, values: pa.Array, code: Code) -> None:
    pq.write_table(pa.table({"practice": ["A", "B"], "n": values}), tmp_path / "table.parquet")
    assert {found.code for found in problems(tmp_path, None, table="table.parquet", people={"total": "n"})} == {code}
