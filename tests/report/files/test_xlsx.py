import time
from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from tests.result.factory import many_lists, rich_result, without_capacity
from tnt.report.files.xlsx import write_xlsx
from tnt.result.model import Result
from tnt.show.manifest import METHOD
from tnt.show.xlsx import TooManyRowsError


def written(result: Result, lang: str = "en") -> bytes:
    file = BytesIO()
    write_xlsx(result, file, lang)
    return file.getvalue()


def workbook(result: Result, lang: str = "en") -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(written(result, lang)))


def column(sheet: object, name: str) -> list[object]:
    rows = list(sheet.iter_rows(values_only=True))  # type: ignore[attr-defined]
    return [row[rows[0].index(name)] for row in rows[1:]]


def test_the_sheets() -> None:
    assert workbook(rich_result()).sheetnames == [
        "Summary", "Capacities", "Recommendations", "Shared work", "Lists", "Numbers", "About",
    ]  # fmt: skip


def test_numbers_are_numbers_and_unknown_is_empty() -> None:
    book = workbook(rich_result())
    assert column(book["Summary"], "required_hours") == [1005.67, 796.60625, None]
    assert column(book["Recommendations"], "tnt_hours")[:3] == [705.67, 181.60625, 300]
    assert column(book["Lists"], "posts")[:4] == [2, None, None, 0.5]


def test_text_is_never_a_formula_or_a_link() -> None:
    book = workbook(rich_result())
    titles = [cell for row in book["Recommendations"].iter_rows() for cell in row if str(cell.value).startswith("=")]
    names = [cell for row in book["Lists"].iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert titles
    assert names
    assert {cell.data_type for cell in titles + names} <= {"s", "inlineStr"}
    assert all(cell.hyperlink is None for row in book["Numbers"].iter_rows() for cell in row)


def test_titles_are_in_the_language_asked_for() -> None:
    assert "Årlig blodtrykkskontroll fra 40 år" in column(workbook(rich_result(), "nb")["Recommendations"], "title")
    assert column(workbook(rich_result(), "nb")["Numbers"], "source")[2] == "Panelets skjønn"


def test_about_says_what_a_reader_must_know() -> None:
    about = dict.fromkeys(value for _, value in workbook(rich_result())["About"].iter_rows(values_only=True))
    text = "\n".join(map(str, about))
    assert "Not a forecast" in text
    assert "The figures are made up." in text
    assert "24 of 33 numbers are assumptions." in text
    assert "guidelines/blood-pressure.yaml sha256:0000" in text
    assert "2026-11-22" in text
    assert f"method {METHOD}" in about


def test_without_capacity() -> None:
    assert column(workbook(without_capacity())["Summary"], "available_hours") == [None, None, None]


def test_the_same_result_gives_the_same_bytes_at_another_time() -> None:
    first = written(rich_result())
    time.sleep(2.1)  # the time stamps of zip files count in two seconds
    assert written(rich_result()) == first
    assert workbook(rich_result()).properties.created == datetime(2026, 11, 22)


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tnt.show.xlsx.MOST_ROWS", 29)
    file = BytesIO()
    with pytest.raises(TooManyRowsError):
        write_xlsx(many_lists(10), file)
    assert file.getvalue() == b""
