"""Which tasks a form asks about."""

from datetime import date
from pathlib import Path

import pytest

from tests.survey.forms import write_pack
from tnt.compile.inputs import load
from tnt.survey.form.tasks import SurveyTask, UnknownTaskError, chosen, tasks_of


@pytest.fixture
def tasks(tmp_path: Path) -> list[SurveyTask]:
    return tasks_of(load(write_pack(tmp_path), as_of=date(2026, 11, 22)), "gp")


def names(tasks: list[SurveyTask]) -> list[str]:
    return [task.path.rpartition("/")[2] for task in tasks]


def test_missing_times_come_first_and_then_those_that_carry_most_hours(tasks: list[SurveyTask]) -> None:
    assert names(tasks) == ["talk", "visit", "session", "known", "letter"]
    assert {task.path: round(task.weight, 6) for task in tasks}["demo/check/tasks/visit"] == 4200 * 15 / 60


def test_by_default_only_what_rests_on_no_source(tasks: list[SurveyTask]) -> None:
    assert names(chosen(tasks, [], 12)) == ["talk", "visit", "session", "letter"]
    assert names(chosen(tasks, [], 2)) == ["talk", "visit"]


def test_what_is_named_is_asked_about_even_if_sourced(tasks: list[SurveyTask]) -> None:
    assert names(chosen(tasks, ["demo/check"], 1)) == ["talk", "visit", "known", "letter"]
    assert names(chosen(tasks, ["demo/check/tasks/known", "demo/group"], 1)) == ["session", "known"]


def test_a_name_there_is_not(tasks: list[SurveyTask]) -> None:
    with pytest.raises(UnknownTaskError) as raised:
        chosen(tasks, ["demo/chekc"], 12)
    assert raised.value.near[0] == "demo/check"
