"""Reference populations: people by sex and single year of age."""

from pathlib import Path

import pytest

from tests.reading.tables.table_cases import located
from tnt.arrays import Floats
from tnt.diagnostics import Code, Diagnostic, Problems
from tnt.language.documents.population import PopulationDocument
from tnt.reading.tables.population import read_population


def table(last: int = 110, people: int = 2) -> list[str]:
    return ["sex,age,people", *(f"{sex},{age},{people}" for age in range(last + 1) for sex in ("male", "female"))]


def population(folder: Path, rows: list[str], name: str = "people.csv") -> Floats:
    (folder / name).write_text("\n".join(rows) + "\n")
    return read_population(PopulationDocument.model_validate({"population": "tested", "table": name}), folder, located)


def problems(folder: Path, rows: list[str]) -> list[tuple[Code, object]]:
    with pytest.raises(Problems) as raised:
        population(folder, rows)
    return [(found.code, place(found)) for found in raised.value.diagnostics]


def place(found: Diagnostic) -> object:
    return found.place.cell or found.values


def test_the_oldest_are_together(tmp_path: Path) -> None:
    people = population(tmp_path, [*table(), "other"][:-1])
    assert people.shape == (2, 106)
    assert people.sum() == 2 * 111 * 2
    assert people[:, 105].tolist() == [12, 12]
    assert people[:, 104].tolist() == [2, 2]


def test_female_first(tmp_path: Path) -> None:
    rows = [row.replace("female,7,2", "female,7,9") for row in table()]
    assert population(tmp_path, rows)[:, 7].tolist() == [9, 2]


def test_an_open_last_year(tmp_path: Path) -> None:
    people = population(tmp_path, [row.replace(",90,", ",90+,") for row in table(90)])
    assert (people[:, 90].tolist(), people[:, 91:].sum()) == ([2, 2], 0)


def test_years_that_are_missing(tmp_path: Path) -> None:
    rows = [row for row in table() if row not in ("male,0,2", "female,110,2", "female,50,2", "male,50,2")]
    assert problems(tmp_path, rows) == [
        (Code.CELL_MISSING, {"sex": "female", "ages": "50"}),
        (Code.CELL_MISSING, {"sex": "female", "ages": "110"}),
        (Code.CELL_MISSING, {"sex": "male", "ages": "0"}),
        (Code.CELL_MISSING, {"sex": "male", "ages": "50"}),
    ]


def test_rows_that_cannot_be_used(tmp_path: Path) -> None:
    assert problems(tmp_path, [*table(), "male,40,2"]) == [(Code.DUPLICATE_ROW, (224, "people"))]
    assert problems(tmp_path, [row.replace("male,3,2", "male,3,-2") for row in table(5)]) == [
        (Code.CELL_NEGATIVE, (8, "people")),
        (Code.CELL_NEGATIVE, (9, "people")),
    ]
    assert problems(tmp_path, [*table(), "bth,40,2"]) == [(Code.SEX_UNKNOWN, (224, "sex"))]
    assert problems(tmp_path, [*table(), "male,old,2"]) == [(Code.BAND_UNREADABLE, (224, "age"))]
    assert (
        problems(tmp_path, [*table(3), "male,4-9,2", "female,4-9,2"]) == [(Code.BAND_UNREADABLE, {"found": "4-9"})] * 2
    )


def test_columns_and_file(tmp_path: Path) -> None:
    with pytest.raises(Problems) as raised:
        population(tmp_path, [table()[0].replace("age", "ages"), *table()[1:]])
    found = raised.value.diagnostics[0]
    assert (found.code, found.suggestion, found.place.file) == (Code.COLUMN_MISSING, "ages", "lists.yaml:table")
    with pytest.raises(Problems):
        population(tmp_path, table(), "people.parquet")


def test_the_shipped_population() -> None:
    folder = Path(__file__).parents[3] / "guidelines" / "no"
    document = PopulationDocument.model_validate({"population": "norway-2026", "table": "population-norway-2026.csv"})
    people = read_population(document, folder, located)
    assert people.sum() == 5_627_400
    assert people.min() > 0
