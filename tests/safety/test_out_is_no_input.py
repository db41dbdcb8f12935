"""What a run has read it does not write over: wrong use, told before anything is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from tests.command_line import CAPACITY, GUIDELINE, LISTS, TABLE, Run
from tests.command_line import tnt as tnt
from tests.safety.tools.repositories import git
from tnt.main import tnt as every_command

STRATEGIES = """\
format: tnt/1
strategies: s
cohort: {people: {all: {40-49: 100}}}
horizon: 5 years
options: {a: {recommendations: [demo/check]}}
"""
ANSWERS = "respondent,task,minutes\nr-01,demo/check/tasks/visit,10\n"
SCENARIO = """\
format: tnt/1
scenario: longer
changes: [{set: demo/recommendations/check/tasks/visit/time, to: 20 min}]
"""
RESERVED = ", reserved: {a: {time: 3 h / week, lists: ids.txt}}}"
NEW = GUIDELINE.replace("guideline: demo", "guideline: new")
WEIGHTS = """\
format: tnt/1
weights: panel
signed_by: A panel
date: 2026-11-20
per_recommendation: {demo/check: 1}
"""
FILES = {
    "pack/demo.yaml": GUIDELINE,
    "pack/lists.yaml": LISTS,
    "pack/lists.csv": TABLE,
    "pack/capacity.yaml": CAPACITY.replace("weeks: 46}", "weeks: 46" + RESERVED),
    "pack/ids.txt": "a\n",
    "s/strategies.yaml": STRATEGIES,
    "s/demo.yaml": GUIDELINE,
    "longer.yaml": SCENARIO,
    "new.yaml": NEW,
    "weights.yaml": WEIGHTS,
    "answers.csv": ANSWERS,
    "form.html": GUIDELINE,
    "form.xlsx": GUIDELINE,
}
RUNS = {
    "estimate": [
        ("pack/lists.csv", "estimate pack --format csv"),
        ("pack/lists.csv", "estimate pack --format parquet"),
        ("pack/demo.yaml", "estimate pack --format xlsx"),
        ("pack/ids.txt", "estimate pack"),
        ("pack/capacity.yaml", "estimate pack/demo.yaml --capacity pack/capacity.yaml --lists pack/lists.yaml"),
        ("pack/lists.csv", "estimate pack/demo.yaml --lists pack/lists.yaml --format json"),
        ("longer.yaml", "estimate pack --scenario longer.yaml --format json"),
    ],
    "report": [("pack/lists.csv", "report pack")],
    "compare": [
        ("pack/lists.csv", "compare base 2020-01-01 --pack pack"),
        ("longer.yaml", "compare base longer.yaml --pack pack --format json"),
        ("pack/lists.csv", "compare git:HEAD git:HEAD --pack pack --format svg"),
    ],
    "lists": [("pack/lists.csv", "lists pack --format csv")],
    "years": [("pack/demo.yaml", "years pack/demo.yaml --format csv")],
    "strategies": [("s/demo.yaml", "strategies s --format json")],
    "fit": [
        ("pack/lists.csv", "fit pack --format csv"),
        ("new.yaml", "fit pack --add new.yaml --format json"),
        ("weights.yaml", "fit pack --weights weights.yaml --format html"),
    ],
    "survey write": [("form.html", "survey write form.html"), ("form.xlsx", "survey write form.xlsx")],
    "survey read": [
        ("answers.csv", "survey read answers.csv --format yaml"),
        ("pack/demo.yaml", "survey read answers.csv --pack pack --format scenario"),
    ],
}
READ_NOTHING = {"new", "schema"}


def with_out(group: click.Group, before: str = "") -> Iterator[str]:
    """Commands that write a file."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        if isinstance(command, click.Group):
            yield from with_out(command, f"{before}{name} ")
        elif any("--out" in parameter.opts for parameter in command.params if command):
            yield before + name


def test_every_command_that_writes_a_file_is_tried() -> None:
    assert set(with_out(every_command)) == set(RUNS) | READ_NOTHING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "pack")
    git(tmp_path, "commit", "--quiet", "--message", "First")
    return tmp_path


def as_it_is(path: Path) -> Path:
    return path


def absolute(path: Path) -> Path:
    return path.absolute()


def roundabout(path: Path) -> Path:
    return Path("s") / ".." / path.parent / "." / path.name


def link(path: Path) -> Path:
    Path("link").symlink_to(path)
    return Path("link").rename(path.suffix.join(("link", ""))) if path.suffix in (".html", ".xlsx") else Path("link")


def linked_folder(path: Path) -> Path:
    Path("way").symlink_to(path.parent.absolute())
    return Path("way") / path.name


def hard_link(path: Path) -> Path:
    other = Path(f"other{path.suffix}")
    os.link(path, other)
    return other


@pytest.mark.parametrize("name", [as_it_is, absolute, roundabout, link, linked_folder, hard_link])
@pytest.mark.parametrize("command", RUNS)
def test_an_input_is_not_written_over(
    tnt: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: Callable[[Path], Path]
) -> None:
    monkeypatch.chdir(folder)
    for target, words in RUNS[command]:
        out = name(Path(target))
        done = tnt(*words.split(), "--out", out)
        said = done.stderr.decode()
        assert done.returncode == 2, (words, said)
        assert Path(target).name in said
        assert "reads it" in said
        for path, text in FILES.items():
            assert (folder / path).read_text("utf-8") == text
        for made in ("link", "way", "link.html", "link.xlsx", "other" + Path(target).suffix):
            Path(made).unlink(missing_ok=True)
    assert not list(folder.rglob("*.part"))


def test_it_is_told_in_the_reader_s_language(tnt: Run, folder: Path) -> None:
    done = tnt("estimate", "pack", "--out", "pack/lists.csv", "--lang", "nb")
    assert "leser den" in done.stderr.decode()


def test_a_shipped_file_is_an_input_too(tnt: Run, tmp_path: Path) -> None:
    from tnt.reading.shipped import default_pack

    table = default_pack() / "population-norway-2026.csv"
    before = table.read_bytes()
    (tmp_path / "link").symlink_to(table)
    try:
        assert tnt("estimate", "--out", "link").returncode == 2
    finally:
        table.write_bytes(before)
    assert table.read_bytes() == before


def test_another_file_is_written_over(tnt: Run, folder: Path) -> None:
    (folder / "old.csv").write_text("old")
    (folder / "pack" / "notes.txt").write_text("old")
    for out in ("old.csv", "pack/notes.txt", "new.csv"):
        assert tnt("estimate", "pack", "--format", "csv", "--out", out).returncode == 0
        assert (folder / out).read_text("utf-8").startswith("list,")


def test_each_run_forgets_what_the_last_one_read(tnt: Run, folder: Path) -> None:
    assert tnt("estimate", "pack").returncode == 0
    assert tnt("schema", "--out", "pack/lists.csv").returncode == 0


def test_a_new_file_leaves_what_is_there_alone(tnt: Run, folder: Path) -> None:
    assert tnt("new", "guideline", "--out", "pack/demo.yaml").returncode == 1
    assert (folder / "pack" / "demo.yaml").read_text("utf-8") == GUIDELINE


def test_everything_that_is_opened_is_noted(tnt: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that goes past the note would make the tests above miss its files."""
    import sys

    opened: set[str] = set()
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and event == "open" and isinstance(arguments[0], str | Path):
            opened.add(os.path.realpath(arguments[0]))

    sys.addaudithook(hook)
    from tnt.reading import files_read

    noted: set[str] = set()
    before = files_read._of

    def of(status: os.stat_result) -> tuple[int, int]:
        noted.add(f"{status.st_dev} {status.st_ino}")
        return before(status)

    monkeypatch.setattr(files_read, "_of", of)
    for runs in RUNS.values():
        for target, words in runs:
            del target
            suffix = ".html" if "form.html" in words else ".xlsx" if words.startswith("survey write") else ".out"
            tnt(*words.split(), "--out", f"made{suffix}")
    watching[0] = False
    own = [Path(path) for path in opened if path.startswith(f"{folder}/") and Path(path).exists()]
    given = [path for path in own if str(path.relative_to(folder)) in FILES]
    assert {f"{path.stat().st_dev} {path.stat().st_ino}" for path in given} <= noted
    assert len(given) >= 9
