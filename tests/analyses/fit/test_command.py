"""`tnt fit` as it is typed: options that go together, exit codes, the scenario it writes."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.analyses.fit.results import INFEASIBLE, NEEDS_WEIGHTS, OPTIMAL, WITH_ROOM
from tests.command_line import Run
from tests.command_line import tnt as tnt
from tnt.analyses.fit.request import FitRequest
from tnt.analyses.fit.result import FitResult
from tnt.cli.request import Drawing

SCENARIO = "format: tnt/1\nscenario: choice\n"


class Answers(ModuleType):
    """Stands for what computes the answer, and remembers what it was asked."""

    def __init__(self, result: FitResult) -> None:
        super().__init__("tnt.analyses.fit.fit")
        self.result, self.asked = result, list[FitRequest]()

    def fit(self, request: FitRequest) -> FitResult:
        self.asked.append(request)
        return self.result


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    answers = Answers(OPTIMAL)
    monkeypatch.setitem(sys.modules, "tnt.analyses.fit.fit", answers)
    return answers


@pytest.mark.parametrize(
    ("result", "code"), [(OPTIMAL, 0), (WITH_ROOM, 0), (NEEDS_WEIGHTS, 1), (INFEASIBLE, 1)], ids=str
)
def test_exit_codes(tnt: Run, answers: Answers, result: FitResult, code: int) -> None:
    answers.result = result
    done = tnt("fit", "--format", "json")
    assert done.returncode == code
    assert json.loads(done.stdout)["status"] == result.status
    assert (b"Exit 1." in done.stderr) == bool(code)


def test_the_last_line_says_why_nothing_was_chosen(tnt: Run, answers: Answers) -> None:
    answers.result = NEEDS_WEIGHTS
    said = tnt("fit").stderr.decode()
    assert said.startswith("Nothing was chosen, since no values were named: --outcome, --weights or --priorities.")
    answers.result = INFEASIBLE
    assert "too little time before anything is chosen" in tnt("fit").stderr.decode()


def test_the_same_as_a_page_is_the_same_choice(tnt: Run, answers: Answers) -> None:
    said = tnt("fit", "pack", "--outcome", "stroke", "--draws", "128", "--as-of", "2026-11-30").stdout.decode()
    assert "tnt fit pack --as-of 2026-11-30 --outcome stroke --draws 128 --format html --out fit.html" in said


def test_options_are_handed_on(tnt: Run, answers: Answers) -> None:
    words = "pack --add a.yaml --add b.yaml --outcome stroke --priorities p.yaml --per-list --draws 128 --seed 7"
    assert tnt("fit", *words.split(), "--as-of", "2026-11-30", "--only", "x").returncode == 0
    (asked,) = answers.asked
    assert asked.add == ("a.yaml", "b.yaml")
    assert (asked.outcome, asked.priorities, asked.weights, asked.per_list) == ("stroke", "p.yaml", None, True)
    assert asked.estimate.drawing == Drawing(128, 7, None, None, None)
    assert asked.estimate.paths == ("pack",)
    assert asked.estimate.only == ("x",)
    assert asked.way is None
    assert asked.as_arguments() == " pack --only x --as-of 2026-11-30 --add a.yaml --add b.yaml --per-list"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--outcome a --weights w.yaml", "--outcome counts one outcome alone"),
        ("--way choice", "--write-scenario way.yaml"),
        ("--add n.yaml --write-scenario s.yaml", "--way choice, posts"),
        ("--way posts --write-scenario s.yaml", "--add FILE"),
        ("--seed 3", "--draws 4096"),
        ("--way sideways", "Invalid value"),
        ("--write-scenario s.json", "s.json"),
        ("--format html --out x.csv", "--format csv"),
    ],
)
def test_wrong_use(tnt: Run, answers: Answers, words: str, said: str) -> None:
    done = tnt("fit", *words.split())
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert answers.asked == []


def test_the_choice_is_written_as_a_scenario(tnt: Run, answers: Answers, tmp_path: Path) -> None:
    answers.result = replace(OPTIMAL, scenario=SCENARIO)
    done = tnt("fit", "--write-scenario", "s.yaml", "--format", "json")
    assert done.returncode == 0
    assert answers.asked[0].way == "choice"
    assert (tmp_path / "s.yaml").read_text() == SCENARIO
    assert json.loads(done.stdout)
    assert b"s.yaml" in done.stderr


def test_a_scenario_that_is_not_there_is_not_written(tnt: Run, answers: Answers, tmp_path: Path) -> None:
    done = tnt("fit", "--add", "n.yaml", "--way", "posts", "--write-scenario", "s.yaml")
    assert done.returncode == 1
    assert "no such choice or way" in done.stderr.decode()
    assert not (tmp_path / "s.yaml").exists()


def test_what_is_typed_next_repeats_what_was_asked(tnt: Run, answers: Answers) -> None:
    answers.result = NEEDS_WEIGHTS
    done = tnt("fit", "pack", "--add", "new file.yaml", "--as-of", "2026-11-30")
    assert "tnt fit pack --as-of 2026-11-30 --add 'new file.yaml' --outcome stroke" in done.stdout.decode()


def test_help_does_not_wait_for_a_solver(tnt: Run) -> None:
    done = tnt("fit", "--help")
    assert done.returncode == 0
    assert "highspy" not in done.stdout.decode()


def test_a_scenario_of_delegation_that_is_not_enough_is_said_to_be_so(tnt: Run, answers: Answers) -> None:
    assert WITH_ROOM.room is not None
    one = WITH_ROOM.room.of_roles[0]
    ways = tuple(replace(way, is_enough=False) if way.kind == "delegation" else way for way in one.ways)
    short = replace(WITH_ROOM.room, of_roles=(replace(one, ways=ways),))
    answers.result = replace(WITH_ROOM, room=short, scenario=SCENARIO)
    words = ("--add", "n.yaml", "--write-scenario", "s.yaml", "--way")
    assert "that alone does not make enough room" in tnt("fit", *words, "delegation").stderr.decode()
    assert "enough room" not in tnt("fit", *words, "posts").stderr.decode()
