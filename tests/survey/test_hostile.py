"""Answers that are broken, or meant to do harm."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.survey.forms import table
from tnt import limits
from tnt.diagnostics import Code, Problems
from tnt.survey.answers.read import read_answers
from tnt.survey.form.form import Form, FormRow
from tnt.survey.form.html import form_html
from tnt.survey.summary import summary

TASK = "demo/check/tasks/visit"


def codes(path: Path) -> list[Code]:
    with pytest.raises(Problems) as raised:
        read_answers([path])
    return [one.code for one in raised.value.diagnostics]


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in (("respondent", "task", "minutes"), *rows):
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_every_problem_of_every_file_at_once_with_its_cell(tmp_path: Path) -> None:
    table(tmp_path / "a.csv", f"Kari Nordmann,{TASK},15", f"r-02,{TASK},fifteen")
    workbook(tmp_path / "b.xlsx", ("r-03", TASK, "=10+5"), ("r-04", TASK, 0))
    with pytest.raises(Problems) as raised:
        read_answers([tmp_path])
    found = {(Path(one.place.file).name, one.place.cell, one.code) for one in raised.value.diagnostics}
    assert found == {
        ("a.csv", (2, "respondent"), Code.RESPONDENT_NAMED),
        ("a.csv", (3, "minutes"), Code.SURVEY_MINUTES),
        ("b.xlsx", (2, "Sheet!C"), Code.SURVEY_FORMULA),
        ("b.xlsx", (3, "Sheet!C"), Code.SURVEY_MINUTES),
    }


@pytest.mark.parametrize(
    "who", ["Kari Nordmann", "kari", "kari@example.org", "01010112345", "010101 12345", "r-07 Kari", "Åse Ø"]
)
def test_a_person_is_refused_and_not_repeated(tmp_path: Path, who: str) -> None:
    with pytest.raises(Problems) as raised:
        read_answers([table(tmp_path / "a.csv", f"{who},{TASK},15")])
    (one,) = raised.value.diagnostics
    assert one.code is Code.RESPONDENT_NAMED
    assert who not in str(raised.value)


@pytest.mark.parametrize("who", ["r-07", "R07", "12", "abc-1"])
def test_codes_are_taken(tmp_path: Path, who: str) -> None:
    assert read_answers([table(tmp_path / "a.csv", f"{who},{TASK},15")]).answers[0].respondent == who.lower()


@pytest.mark.parametrize(
    "minutes", ["1e3", "nan", "inf", "-5", "0", '"0,0"', "00:15", "15 min", '"1,500"', "99999999999"]
)
def test_minutes_that_can_be_misread_are_refused(tmp_path: Path, minutes: str) -> None:
    assert codes(table(tmp_path / "a.csv", f"r-01,{TASK},{minutes}")) == [Code.SURVEY_MINUTES]


def test_an_archive_that_unpacks_too_far_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ANSWERS_CONTENT_BYTES", 1000)
    assert codes(workbook(tmp_path / "a.xlsx", ("r-01", TASK, 15))) == [Code.TABLE_TOO_LARGE]


def test_an_archive_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 1_000_000)
    raw = path.read_bytes().replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(raw)
    assert codes(path) == [Code.SURVEY_NOT_A_FORM]


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("r-01", TASK, 15))
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, bomb if part == "xl/worksheets/sheet1.xml" else content)
    assert codes(path) == [Code.SURVEY_NOT_A_FORM]


@pytest.mark.parametrize("content", [b"", b"PK", b"\xd0\xcf\x11\xe0 old", b"respondent,task,minutes\n"])
def test_what_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert codes(tmp_path / "a.xlsx") == [Code.SURVEY_NOT_A_FORM]


def test_a_workbook_without_answers_and_an_unknown_ending(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert codes(tmp_path / "a.xlsx") == [Code.SURVEY_NOT_A_FORM]
    (tmp_path / "a.docx").write_bytes(b"")
    assert codes(tmp_path / "a.docx") == [Code.SURVEY_NOT_A_FORM]
    (tmp_path / "empty").mkdir()
    assert codes(tmp_path / "empty") == [Code.SURVEY_NOT_A_FORM]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that fails when it is read")
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_file_that_fails_when_it_is_read_is_a_problem(tmp_path: Path, ending: str) -> None:
    failing = tmp_path / f"answers.{ending}"
    failing.symlink_to("/proc/self/mem")
    with pytest.raises(Problems) as raised:
        read_answers([failing])
    (problem,) = raised.value.diagnostics
    assert problem.place.file == str(failing)


def test_files_and_rows_have_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx", *((f"r-{n}", TASK, 15) for n in range(5)))
    monkeypatch.setattr(limits, "ANSWERS_ROWS", 3)
    assert codes(path) == [Code.TABLE_TOO_LARGE]
    monkeypatch.setattr(limits, "ANSWERS_FILE_BYTES", 10)
    assert codes(path) == [Code.TABLE_TOO_LARGE]


def test_text_nobody_asked_for_is_told_of_and_not_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("r-01", TASK, 15, None, "about a patient"))
    (warning,) = read_answers([path]).warnings
    assert (warning.code, warning.place.cell) == (Code.SURVEY_COLUMN, (2, "Sheet!E"))


def test_a_title_can_do_no_harm_on_paper() -> None:
    row = FormRow(1, "a/b/tasks/c", "<script>alert(1)</script>", "=HYPERLINK(1)", "x")
    columns = ("a", "b", "c", "d")
    page = form_html(Form("en", "t", "s", (), "code", columns, (row,), "f"))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_answers_far_apart_are_told_of_without_those_left_out(tmp_path: Path) -> None:
    rows = [f"r-{n},{TASK},{minutes}" for n, minutes in enumerate((1, 4, 8, 16, 32, 64, 80_000))]
    found = summary(read_answers([table(tmp_path / "a.csv", *rows)]), date(2026, 11, 22), {})
    scattered = [one for one in found.warnings if one.code is Code.SURVEY_SCATTERED]
    assert [(one.values["least"], one.values["greatest"]) for one in scattered] == [("1", "64")]
