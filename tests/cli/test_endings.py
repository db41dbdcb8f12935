"""A file whose name says PDF, workbook or page is none of these unless it holds one."""

from pathlib import Path

import pytest

from tnt.main import run


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["report", "--out", "r.pdf"], "report.html"),
        (["report", "--out", "r.XLSX"], ".html"),
        (["estimate", "--out", "r.xlsx"], "--format xlsx --out r.xlsx"),
        (["estimate", "--out", "r.html"], "tnt report --out r.html"),
        (["estimate", "--format", "json", "--out", "r.csv"], "--format csv --out r.csv"),
        (["estimate", "--format", "csv", "--out", "r.pdf"], "no PDF"),
        (["lists", "--format", "json", "--out", "r.docx"], ".json"),
        (["years", "--to", "2028", "--out", "r.html"], "--format html"),
        (["strategies", ".", "--out", "r.png"], ".txt"),
        (["compare", "a", "b", "--out", "r.svg"], "--format svg"),
    ],
)
def test_names_of_another_kind_are_wrong_use_before_anything_is_read(
    command: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([*command, "--lang", "en"]) == 2
    assert said in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [["report", "--out", "r.htm"], ["estimate", "--out", "r"], ["estimate", "--out", "r.md"]]
)
def test_names_that_say_the_same_or_nothing_are_written(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([*arguments, "--lists", "1200 people"]) == 0
    assert (tmp_path / arguments[-1]).stat().st_size > 0
