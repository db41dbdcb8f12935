"""Workbooks of answers that are damaged, that lie, or that cost more than they hold."""

import contextlib
import random
import re
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest

from tests.profile import times
from tests.safety.tools.process import run_tnt
from tests.survey.forms import GUIDELINE, table, write_pack
from tnt import limits
from tnt.diagnostics import Code, Problems, ProblemSink
from tnt.survey.answers.budget import AnswersBudget
from tnt.survey.answers.cell_values import is_date_format
from tnt.survey.answers.read import read_answers
from tnt.survey.answers.xlsx_file import read_xlsx

TASK = "demo/check/tasks/visit"
SHEET, STYLES, TEXTS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
END = b"</sheetData>"
CODE = b' t="inlineStr"><is><t>r-07</t></is></c>'


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A form as a clinician sends it back, with shared texts, as most programs write them."""
    folder = tmp_path_factory.mktemp("pack")
    write_pack(folder)
    assert run_tnt("survey", "write", ".", "--out", "form.xlsx", cwd=folder).code == 0
    sheet = openpyxl.load_workbook(folder / "form.xlsx").worksheets[0]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    filled = {f"D{rows['respondent']}": CODE, f"D{rows[TASK]}": b"><v>12</v></c>", f"E{rows[TASK]}": b"><v>9</v></c>"}
    path = folder / "form.xlsx"
    for cell, value in filled.items():
        with zipfile.ZipFile(path) as archive:
            (blank,) = re.findall(rb'<c r="%s"[^>]*/>' % cell.encode(), archive.read(SHEET))
        path = changed(path, folder / f"{cell}.xlsx", SHEET, blank, blank.removesuffix(b"/>") + value)
    return path


def changed(form: Path, to: Path, part: str, old: bytes, new: bytes) -> Path:
    """The form with something else in one of its parts."""
    with zipfile.ZipFile(form) as whole, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            content = whole.read(name)
            archive.writestr(name, content.replace(old, new, 1) if name == part else content)
        assert old in whole.read(part)
    return to


def read(path: Path) -> list[tuple[str, float]]:
    return [(answer.task, answer.minutes) for answer in read_answers([path]).answers]


def codes(path: Path) -> list[Code]:
    with pytest.raises(Problems) as raised:
        read_answers([path])
    return [problem.code for problem in raised.value.diagnostics]


HARMLESS = {
    "a blank cell far below": (SHEET, END, b'<row r="200000"><c r="A200000"/></row>' + END),
    "a blank cell in the last row": (SHEET, END, b'<row r="1048576"><c r="XFD1048576"/></row>' + END),
    "many empty rows": (SHEET, END, b"<row/>" * 500_000 + END),
    "many blank cells": (SHEET, END, b"<row>" + b"<c/>" * 800_000 + b"</row>" + END),
    "many styles": (STYLES, b"</cellXfs>", b"<xf/>" * 500_000 + b"</cellXfs>"),
    "many fonts": (STYLES, b"</fonts>", b"<font/>" * 500_000 + b"</fonts>"),
    "many texts": (TEXTS, b"</sst>", b"<si/>" * 500_000 + b"</sst>"),
    "a long text": (TEXTS, b"</sst>", b"<si><t>" + b"x" * 30_000_000 + b"</t></si></sst>"),
    "merged cells": (SHEET, b"</mergeCells>", b'<mergeCell ref="A1:XFD1048576"/>' * 300_000 + b"</mergeCells>"),
    "a size that lies": (SHEET, b"<dimension ref=", b'<dimension ref="A1:XFD1048576"/><other ref='),
}  # fmt: skip
TOO_LARGE = {
    "more than any form": (SHEET, END, b"<row>" + b"<c/>" * 3_000_000 + b"</row>" + END),
    "more than may be unpacked": (TEXTS, b"</sst>", b"<si><t>" + b"x" * 70_000_000 + b"</t></si></sst>"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_people_do_not_see_costs_little(form: Path, tmp_path: Path, name: str) -> None:
    changed(form, tmp_path / "a.xlsx", *HARMLESS[name])
    ran = run_tnt("survey", "read", "a.xlsx", cwd=tmp_path)
    assert (ran.code, ran.is_cheap) == (0, True)
    assert TASK in ran.out.decode()


@pytest.mark.parametrize("name", TOO_LARGE)
def test_past_a_limit_is_refused(form: Path, tmp_path: Path, name: str) -> None:
    changed(form, tmp_path / "a.xlsx", *TOO_LARGE[name])
    ran = run_tnt("survey", "read", "a.xlsx", cwd=tmp_path)
    assert (ran.code, ran.is_cheap) == (1, True)
    assert "TNT503" in ran.err


def test_a_row_no_workbook_has(form: Path, tmp_path: Path) -> None:
    row = b'<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>'
    assert codes(changed(form, tmp_path / "a.xlsx", SHEET, END, row + END)) == [Code.SURVEY_NOT_A_FORM]


def test_any_damage_is_a_problem(form: Path, tmp_path: Path) -> None:
    """zlib.error, from a changed byte, ended the run as a fault in tnt."""
    whole, path, chance = form.read_bytes(), tmp_path / "a.xlsx", random.Random(8)
    for _ in range(times(2_000)):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            damaged[chance.randrange(len(whole))] = chance.randrange(256)
        path.write_bytes(damaged[: chance.choice((len(whole), len(whole), chance.randrange(len(whole))))])
        with contextlib.suppress(Problems):
            read_answers([path])


def test_any_change_inside_is_a_problem(form: Path, tmp_path: Path) -> None:
    """The same below the checksums of the archive."""
    with zipfile.ZipFile(form) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    path, chance = tmp_path / "a.xlsx", random.Random(9)
    for _ in range(times(1_500)):
        name = chance.choice(
            [SHEET, SHEET, STYLES, TEXTS, "xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"]
        )
        damaged = bytearray(parts[name])
        place = chance.randrange(len(damaged))
        damaged[place : place + chance.choice((1, 1, 8))] = chance.choice(
            (b"", bytes([chance.randrange(256)]), b"-1", b"99999999999999999999", b"\0", b"&lt;", b"</c>")
        )
        with zipfile.ZipFile(path, "w") as archive:
            for each, content in parts.items():
                archive.writestr(each, bytes(damaged) if each == name else content)
        with contextlib.suppress(Problems):
            read_answers([path])


def test_a_changed_byte_of_what_is_packed(form: Path, tmp_path: Path) -> None:
    whole = bytearray(form.read_bytes())
    with zipfile.ZipFile(form) as archive:
        start = archive.getinfo(SHEET).header_offset + 30 + len(SHEET)
    whole[start : start + 8] = b"\xff" * 8
    (tmp_path / "a.xlsx").write_bytes(whole)
    with pytest.raises(zlib.error), zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        archive.read(SHEET)
    assert codes(tmp_path / "a.xlsx") == [Code.SURVEY_NOT_A_FORM]


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(form: Path, tmp_path: Path, packing: int) -> None:
    with zipfile.ZipFile(form) as whole, zipfile.ZipFile(tmp_path / "a.xlsx", "w", packing) as archive:
        for name in whole.namelist():
            archive.writestr(name, whole.read(name))
    assert codes(tmp_path / "a.xlsx") == [Code.SURVEY_NOT_A_FORM]


def test_a_relation_out_of_the_workbook_is_not_followed(form: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(form) as archive:
        target = next(part for part in archive.read(RELATIONS).split(b'"') if part.endswith(b"sheet1.xml"))
    path = changed(form, tmp_path / "a.xlsx", RELATIONS, target, b"../../../../../../etc/passwd")
    assert codes(path) == [Code.SURVEY_NOT_A_FORM]


@pytest.mark.parametrize(
    ("written", "is_date"),
    [("yyyy-mm-dd", True), ("hh:mm", True), ("[h]:mm", True), ("d. mmm", True), ("0.0", False), ('0 "days"', False),
     ("[Red]0", False), ("General", False), ("#,##0\\d", False)],
)  # fmt: skip
def test_formats_of_dates(written: str, is_date: bool) -> None:
    assert is_date_format(written) is is_date


def test_a_date_is_never_taken_for_minutes(form: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    (row,) = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == TASK]
    sheet.cell(row, 4).number_format = "d. mmm"  # what a program makes of 10-12
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(Problems) as raised:
        read_answers([tmp_path / "a.xlsx"])
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.values["found"]) == (Code.SURVEY_MINUTES, "1900-01-12 00:00:00")


def test_what_answers_may_take_is_for_all_files_together(
    form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.xlsx").write_bytes(form.read_bytes())
    for one in ("ANSWERS_BYTES", "ANSWERS_ROWS", "ANSWERS_TAGS", "ANSWERS_CONTENT_BYTES"):
        spent = AnswersBudget()
        spent.store(form, form.stat().st_size)
        read_xlsx(form, spent, ProblemSink())
        took = {"ANSWERS_BYTES": spent.stored_bytes, "ANSWERS_ROWS": spent.rows, "ANSWERS_TAGS": spent.tags}
        limit, value = one, 2 * took.get(one, spent.content_bytes)
        with monkeypatch.context() as lowered:
            lowered.setattr(limits, limit, value)
            assert Code.TABLE_TOO_LARGE in codes(tmp_path)


@pytest.mark.parametrize("rows", [limits.PROBLEMS_SHOWN + 1, 1_000])
def test_problems_of_answers_are_counted(tmp_path: Path, rows: int) -> None:
    path = table(tmp_path / "a.csv", *(f"r-{number},{TASK},soon" for number in range(rows)))
    found = codes(path)
    assert found == [Code.SURVEY_MINUTES] * limits.PROBLEMS_SHOWN + [Code.MORE_PROBLEMS]


def test_answers_at_their_limit_that_are_all_wrong(tmp_path: Path) -> None:
    rows = (f"r-{number % 10_000},{TASK}-{number},soon" for number in range(limits.ANSWERS_ROWS * 3 // 5))
    (tmp_path / "g.yaml").write_text(GUIDELINE)
    table(tmp_path / "a.csv", *rows)
    ran = run_tnt("survey", "read", "a.csv", "--pack", "g.yaml", cwd=tmp_path)
    assert (ran.code, ran.is_cheap) == (1, True)


def test_many_forms(form: Path, tmp_path: Path) -> None:
    """A tenth of the files there may be, each of a clinician."""
    answers = tmp_path / "answers"
    answers.mkdir()
    for number in range(limits.ANSWERS_FILES // 10):
        changed(form, answers / f"{number}.xlsx", SHEET, b">r-07<", f">r-{number}<".encode())
    ran = run_tnt("survey", "read", "answers", cwd=tmp_path)
    assert (ran.code, ran.is_cheap) == (0, True)
    assert ran.cpu_seconds < 3
