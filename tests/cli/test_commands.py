"""check, report, explain, schema and test."""

import json
from pathlib import Path

import pytest

from tests.command_line import Run
from tnt.language.starters import KINDS_WITH_STARTERS


def test_check_is_0_where_there_are_no_errors(tnt: Run, pack: Path) -> None:
    done = tnt("check", pack)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"0 errors" in done.stdout


@pytest.mark.parametrize("form", ["text", "concise", "json", "github", "sarif"])
def test_check_shows_problems_in_every_form(tnt: Run, pack: Path, form: str) -> None:
    text = (pack / "demo.yaml").read_text(encoding="utf-8").replace("15 min", "15")
    (pack / "demo.yaml").write_text(text, encoding="utf-8")
    done = tnt("check", "demo.yaml", "--format", form)
    assert done.returncode == 1
    assert b"TNT201" in done.stdout
    if form in ("json", "sarif"):
        json.loads(done.stdout)


def test_explain_a_code(tnt: Run) -> None:
    assert tnt("explain", "tnt201").stdout.startswith(b"TNT201")
    assert tnt("explain", "TNT201", "--lang", "nb").stdout != tnt("explain", "TNT201").stdout
    assert tnt("explain", "TNT999").returncode == 2


def test_explain_a_figure(tnt: Run, pack: Path) -> None:
    done = tnt("explain", "demo/check", pack)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "Yearly check (demo/check)" in text
    assert "Time for one event: 15 min" in text
    assert "1,050 h" in text
    assert f"{pack}/demo.yaml:12" in "".join(text.split())
    assert "Working time: working hours of a post: 37.5 h / week" in text


def test_explain_what_is_not_there_suggests_what_is(tnt: Run, pack: Path) -> None:
    done = tnt("explain", "demo/chekc", pack)
    assert done.returncode == 2
    assert b"demo/check" in done.stderr


def test_report(tnt: Run, pack: Path) -> None:
    done = tnt("report", pack, "--lang", "nb", "--out", pack / "report.html", "--as-of", "2026-11-22")
    assert (done.returncode, done.stdout) == (0, b"")
    page = (pack / "report.html").read_text(encoding="utf-8")
    assert "Årlig kontroll" in page
    assert tnt("report", pack, "--lang", "nb", "--as-of", "2026-11-22").stdout.decode() == page


def test_schema(tnt: Run, pack: Path) -> None:
    whole = json.loads(tnt("schema").stdout)
    assert whole["$schema"].startswith("http://json-schema.org/draft-07")
    assert tnt("schema", "guideline", "--out", pack / "schema.json").returncode == 0
    assert json.loads((pack / "schema.json").read_text(encoding="utf-8")) != whole
    assert tnt("schema", "song").returncode == 2


CASE = """\
format: tnt/1
case: Yearly check of 600 people
given:
  guideline:
    guideline: demo
    recommendations:
      check:
        population: {ages: 40+}
        tasks:
          visit: {role: gp, time: 15 min, frequency: 1 / year}
  list: {people: {all: {40-99: 600}}, posts: {gp: 1}}
  capacity: {gp: {hours: 1500 h / year}}
expect:
  - {what: tnt_hours, role: gp, value: 150 h, within: 0.01 h}
  - {what: share_of_capacity, role: gp, value: 10 %, within: 0.1 %}
"""


def test_cases_pass_or_fail(tnt: Run, pack: Path) -> None:
    assert tnt("test", pack).returncode == 1
    (pack / "case.yaml").write_text(CASE, encoding="utf-8")
    done = tnt("test", pack / "case.yaml")
    assert (done.returncode, done.stdout.decode().splitlines()[-1]) == (0, "1 case, 0 failed.")
    (pack / "case.yaml").write_text(CASE.replace("150 h", "160 h").replace("10 %", "11 %"), encoding="utf-8")
    done = tnt("test", pack / "case.yaml")
    assert done.returncode == 1
    assert "tnt_hours gp: expected 160 h, found 150 h" in done.stdout.decode()
    assert "share_of_capacity gp: expected 11 %, found 10 %" in done.stdout.decode()


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("kind", KINDS_WITH_STARTERS)
def test_what_new_writes_passes_check(tnt: Run, tmp_path: Path, kind: str, lang: str) -> None:
    out = tmp_path / "mine.yaml"
    assert tnt("new", kind, "--id", "min-egen", "--lang", lang, "--out", out).returncode == 0
    assert tnt("check", out).returncode == 0
    assert "min-egen" in out.read_text(encoding="utf-8")
    assert out.read_bytes() == tnt("new", kind, "--id", "min-egen", "--lang", lang).stdout


def test_new_leaves_a_file_that_exists_alone(tnt: Run, pack: Path) -> None:
    before = (pack / "demo.yaml").read_bytes()
    done = tnt("new", "guideline", "--out", pack / "demo.yaml")
    assert done.returncode == 1
    assert b"left as it is" in done.stderr
    assert (pack / "demo.yaml").read_bytes() == before
    assert tnt("new", "guideline", "--id", "Not An Id").returncode == 1
