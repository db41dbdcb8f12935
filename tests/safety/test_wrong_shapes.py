"""Files whose keys hold something of another shape: located problems in every command, never a fault in tnt."""

from pathlib import Path

import pytest

from tests.command_line import CAPACITY, GUIDELINE, LISTS, TABLE
from tnt.language.kinds import KINDS
from tnt.main import run

SHAPES = ["[a]", "{}", "{a: b}", "[]", "3", "null", "true", "[{a: b}]", "1e400", '""']
WITH_DATES = [
    "[{until: 2020-01-01, value: 1 / year}, {}]",
    "[{}, {from: 2020-01-01, value: 1 / year}]",
    "[[x], {from: 2020-01-01, value: 1 / year}]",
    "[x, {from: 2020-01-01, value: 1 / year}]",
    "[null, {from: 2020-01-01, value: 1 / year}]",
    "[{from: }, {value: 1 / year}]",
    "[{from: [a], value: 1 / year}]",
    "[[{from: 2020-01-01, value: 1 / year}]]",
    "[{from: 2020-01-01, value: [{from: 2021-01-01, value: 1 / year}]}]",
    "[{from: 2020-01-01, value: {}}]",
    "[{from: 2020-01-01}]",
    "[{until: 2019-12-31, mean: null}, {from: 2020-01-01, value: null}]",
    "[{until: 9999-12-31, value: 1 / year}, {from: 0001-01-01, value: 2 / year}]",
    "[{until: 9999-12-31, value: 1 / year}, {value: 2 / year}]",
    "[{from: 2020-01-01, until: 9999-12-31, value: 1 / year}, {from: 9999-12-31, value: 2 / year}]",
]
COMMANDS = [
    ["check", "."],
    ["estimate", ".", "--lists", "two", "--capacity", "hours"],
    ["estimate", ".", "--scenario", "more"],
    ["estimate", ".", "--scenario", "odd.yaml"],
    ["estimate", "demo.yaml", "--lists", "odd.yaml"],
    ["estimate", "demo.yaml", "--capacity", "odd.yaml"],
    ["compare", "base", "odd.yaml", "--pack", "."],
    ["compare", "base", "more", "--pack", "."],
    ["explain", "demo/check", "."],
    ["years", "."],
    ["lists", "."],
    ["strategies", "."],
    ["test", "."],
    ["survey", "write", ".", "--out", "form.xlsx"],
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "demo.yaml": GUIDELINE,
        "lists.yaml": LISTS,
        "lists.csv": TABLE,
        "capacity.yaml": CAPACITY,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ends_well(capfd: pytest.CaptureFixture[str], *arguments: str) -> None:
    code = run(list(arguments))
    said = capfd.readouterr()
    assert "a fault in tnt" not in said.err, (arguments, said.err[-500:])
    assert code in (0, 1, 2)
    assert code == 0 or said.err or "error TNT" in said.out


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_key_that_says_what_a_file_is(
    folder: Path, capfd: pytest.CaptureFixture[str], kind: str, shape: str
) -> None:
    (folder / "odd.yaml").write_text(f"format: tnt/1\n{kind}: {shape}\n", encoding="utf-8")
    for arguments in COMMANDS:
        ends_well(capfd, *arguments)


@pytest.mark.parametrize("dated", WITH_DATES)
@pytest.mark.parametrize("day", ["", "2019-06-01", "2020-01-01"])
def test_entries_with_dates(folder: Path, capfd: pytest.CaptureFixture[str], dated: str, day: str) -> None:
    text = GUIDELINE.replace("frequency: 1 / year}", f"frequency: {dated}}}", 1)
    (folder / "demo.yaml").write_text(text, encoding="utf-8")
    ends_well(capfd, "check", ".")
    ends_well(capfd, "estimate", ".", *(["--as-of", day] if day else []))
    ends_well(capfd, "compare", "base", "2020-01-01", "--pack", ".")


@pytest.mark.parametrize(
    "key",
    ["sources", "roles", "outcomes", "moves_together", "recommendations", "registers", "given", "per_outcome", "tiers"],
)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_sections_of_a_file(folder: Path, capfd: pytest.CaptureFixture[str], key: str, shape: str) -> None:
    for kind in KINDS:
        (folder / "odd.yaml").write_text(f"format: tnt/1\n{kind}: odd\n{key}: {shape}\n", encoding="utf-8")
        ends_well(capfd, "check", ".")
        ends_well(capfd, "estimate", ".")


@pytest.mark.parametrize("path", ["odd/a", "conditions/a/b", "demo/recommendations/check/tasks/visit/frequency"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_scenario_laid_over_such_files(
    folder: Path, capfd: pytest.CaptureFixture[str], path: str, shape: str
) -> None:
    (folder / "more.yaml").write_text(
        f"format: tnt/1\nscenario: more\nchanges: [{{set: {path}, to: {shape}}}]\n", encoding="utf-8"
    )
    for kind in KINDS:
        (folder / "odd.yaml").write_text(f"format: tnt/1\n{kind}: {shape}\n", encoding="utf-8")
        ends_well(capfd, "check", ".")
        ends_well(capfd, "estimate", ".", "--scenario", "more")
    (folder / "odd.yaml").unlink()
    ends_well(capfd, "estimate", ".", "--scenario", "more")
