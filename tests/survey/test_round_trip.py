"""A form written, filled in and read again."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
import yaml

from tests.command_line import Run
from tests.command_line import tnt as tnt
from tests.survey.forms import fill, table, write_pack

ANSWERS = {"r-01": 10, "r-02": 12.5, "R-03": "15", "r-04": "17,5", "r-05": 20, "r-06": 25, "r-07": 0.25}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "pack").mkdir()
    return write_pack(tmp_path / "pack")


@pytest.fixture
def form(tnt: Run, pack: Path, tmp_path: Path) -> Path:
    done = tnt("survey", "write", pack, "--out", tmp_path / "form.xlsx")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"4 of 5 tasks" in done.stderr
    return tmp_path / "form.xlsx"


@pytest.fixture
def answers(form: Path, tmp_path: Path) -> Path:
    """Seven forms: a line with answers, one that everybody answers alike, one that only two answer."""
    for number, (code, visit) in enumerate(ANSWERS.items()):
        few = 3 if number < 2 else None
        fill(form, tmp_path / "answers" / f"{code}.xlsx", code, [visit, 15, few], [10])
    return tmp_path / "answers"


def test_answers_become_times(tnt: Run, pack: Path, answers: Path) -> None:
    done = tnt("survey", "read", answers, "--pack", pack, "--format", "json", "--as-of", "2026-11-22")
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert (document["format"], document["respondents"]) == ("tnt-survey/1", 7)
    times = {task["task"].rpartition("/")[2]: task for task in document["tasks"]}
    talk = times["talk"]
    assert (talk["n"], talk["cases"], talk["no_interval"], talk["guideline_minutes"]) == (6, 60, None, None)
    assert talk["mean_minutes"] == pytest.approx(100 / 6)
    assert 12 < talk["low_minutes"] < talk["mean_minutes"] < talk["high_minutes"] < 23
    (suspected,) = talk["suspected"]
    assert suspected["respondent"] == "r-07"
    assert suspected["slip"] == "hours"
    assert Path(suspected["file"]).name == "r-07.xlsx"
    assert talk["mean_minutes_with_suspected"] == pytest.approx(100.25 / 7)
    assert (times["visit"]["no_interval"], times["visit"]["guideline_minutes"]) == ("equal", 15)
    assert (times["session"]["no_interval"], times["session"]["n"]) == ("few", 2)
    assert b"TNT530" in done.stderr


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "1 answer left out: perhaps another unit"), ("nb", "1 svar er holdt utenfor: kanskje")]
)
def test_the_table(tnt: Run, pack: Path, answers: Path, lang: str, said: str) -> None:
    done = tnt("survey", "read", answers, "--pack", pack, "--lang", lang)
    text = done.stdout.decode()
    assert said in text
    assert "r-07" in text
    assert ("16,7" if lang == "nb" else "16.7") in text
    assert ("Årlig kontroll: talk" if lang == "nb" else "Yearly check: talk") in text


def test_the_snippet_can_be_pasted(tnt: Run, pack: Path, answers: Path) -> None:
    done = tnt("survey", "read", answers, "--format", "yaml", "--as-of", "2026-11-22")
    snippet = yaml.safe_load(done.stdout)
    time = snippet["recommendations"]["check"]["tasks"]["talk"]["time"]
    assert (time["mean"], time["n"], time["source"]) == ("16.7 min", 6, "demo-time-survey")
    assert "14.3 min" in time["note"]["en"]
    assert snippet["recommendations"]["group"]["tasks"]["session"]["time"].keys() == {"mean", "n", "source"}
    source = snippet["sources"]["demo-time-survey"]
    assert (source["kind"], source["year"]) == ("survey", 2026)
    guideline = yaml.safe_load((pack / "demo.yaml").read_text(encoding="utf-8"))
    guideline["sources"] |= snippet["sources"]
    for recommendation, part in snippet["recommendations"].items():
        for task, answered in part["tasks"].items():
            guideline["recommendations"][recommendation]["tasks"][task] |= answered
    (pack / "demo.yaml").write_text(yaml.safe_dump(guideline), encoding="utf-8")
    assert tnt("check", pack).returncode == 0
    assert b"r-0" not in done.stdout


def test_a_scenario_that_sets_the_times(tnt: Run, pack: Path, answers: Path, tmp_path: Path) -> None:
    done = tnt("survey", "read", answers, "--format", "scenario")
    assert done.returncode == 1, "the shipped pack stands in, and has no such task"
    assert b"demo/check/tasks/visit" in done.stderr
    out = tmp_path / "answered.yaml"
    done = tnt("survey", "read", answers, "--pack", pack, "--format", "scenario", "--out", out)
    assert (done.returncode, done.stdout) == (0, b"")
    changes = yaml.safe_load(out.read_text(encoding="utf-8"))["changes"]
    assert changes[0]["add"] == "demo/sources/demo-time-survey"
    assert "demo/recommendations/check/tasks/talk/time" in [change.get("set") for change in changes]
    assert tnt("check", pack, out).returncode == 0


def test_the_same_answers_give_the_same_bytes(tnt: Run, pack: Path, form: Path, answers: Path, tmp_path: Path) -> None:
    def read() -> bytes:
        return tnt("survey", "read", answers, "--format", "json", "--as-of", "2026-11-22").stdout

    assert read() == read()
    again = [tmp_path / "one.xlsx", tmp_path / "two.xlsx"]
    for out in again:
        tnt("survey", "write", pack, "--as-of", "2026-11-22", "--out", out)
    assert again[0].read_bytes() == again[1].read_bytes()


def test_one_table_with_many_rows(tnt: Run, tmp_path: Path) -> None:
    rows = [f"r-{n};demo/check/tasks/visit;{minutes}" for n, minutes in enumerate(("12,5", "15", "17.5"))]
    path = table(tmp_path / "answers.csv", *rows, heading="Respondent;Task;Minutes")
    book = openpyxl.Workbook()
    for row in [["respondent", "task", "minutes"], *(row.replace(",", ".").split(";") for row in rows)]:
        book.worksheets[0].append(row)
    book.save(tmp_path / "answers.xlsx")
    for file in (path, tmp_path / "answers.xlsx"):
        (task,) = json.loads(tnt("survey", "read", file, "--format", "json").stdout)["tasks"]
        assert (task["n"], task["mean_minutes"], task["no_interval"]) == (3, 15, "few")


def test_the_form_lets_only_answers_be_written(form: Path) -> None:
    sheet = openpyxl.load_workbook(form).worksheets[0]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    unlocked = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked and cell.row > 1
    }
    first = rows["task"] + 1
    expected = {f"D{rows['respondent']}", *(f"{column}{row}" for row in range(first, first + 4) for column in "DE")}
    assert unlocked == expected
    assert sheet.protection.sheet
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes is None, "with what is said above the answers it would fill a small screen"
    kinds = sorted((rule.type, rule.operator) for rule in sheet.data_validations.dataValidation)
    assert kinds == [("decimal", "greaterThan"), ("textLength", None), ("whole", "greaterThanOrEqual")]
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_printed_form(tnt: Run, pack: Path, tmp_path: Path, lang: str) -> None:
    out = tmp_path / "form.html"
    assert tnt("survey", "write", pack, "--out", out, "--lang", lang).returncode == 0
    page = out.read_text(encoding="utf-8")
    assert f'<html lang="{lang}">' in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert "demo/check/tasks/talk" in page
    assert ("Årlig kontroll" if lang == "nb" else "Yearly check") in page


def test_wrong_use(tnt: Run, pack: Path, tmp_path: Path) -> None:
    assert tnt("survey", "write", pack, "--out", tmp_path / "form.pdf").returncode == 2
    done = tnt("survey", "write", pack, "--out", tmp_path / "form.xlsx", "--recommendation", "demo/chekc")
    assert done.returncode == 2
    assert b"demo/check" in done.stderr
    assert tnt("survey", "write", pack, "--out", tmp_path / "form.xlsx", "--role", "midwife").returncode == 1
    assert tnt("survey", "read", tmp_path / "nothing.xlsx").returncode == 2
