"""Which tasks a form asks about, and in which words."""

from datetime import date
from pathlib import Path

import pytest

from tests.command_line import CAPACITY
from tests.survey.forms import GUIDELINE, write_pack
from tnt import limits
from tnt.compile.inputs import load
from tnt.survey.form.form import FormRow, form
from tnt.survey.form.tasks import SurveyTask, UnknownTaskError, chosen, tasks_of


@pytest.fixture
def tasks(tmp_path: Path) -> list[SurveyTask]:
    return tasks_of(load(write_pack(tmp_path), as_of=date(2026, 11, 22)), "gp")


def tasks_with(folder: Path, *changes: tuple[str, str], role: str = "gp") -> list[SurveyTask]:
    """Those of the small pack after some words in its guideline are replaced."""
    text = GUIDELINE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (write_pack(folder) / "demo.yaml").write_text(text, encoding="utf-8")
    return tasks_of(load(folder, as_of=date(2026, 11, 22)), role)


def rows(tasks: list[SurveyTask], lang: str = "en") -> dict[str, FormRow]:
    return {row.path.rpartition("/")[2]: row for row in form(tasks, "GP", date(2026, 11, 22), lang).rows}


def names(tasks: list[SurveyTask]) -> list[str]:
    return [task.path.rpartition("/")[2] for task in tasks]


def weights(tasks: list[SurveyTask]) -> dict[str, float]:
    return {task.path.rpartition("/")[2]: task.weight for task in tasks}


def test_missing_times_come_first_and_then_those_that_carry_most_hours_where_none_has_a_range(
    tasks: list[SurveyTask],
) -> None:
    assert names(tasks) == ["talk", "visit", "session", "known", "letter"]
    assert weights(tasks)["visit"] == pytest.approx(4200 * 15 / 60)


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


SURE = ("time: 15 min,", "time: {low: 14.5 min, mean: 15 min, high: 15.5 min},")


def test_a_time_whose_range_is_narrow_moves_little_and_comes_late(tmp_path: Path) -> None:
    """15 min within a minute moves 4,200 visits by 70 hours; 2 min without a range may be wrong by all its 140."""
    tasks = tasks_with(tmp_path, SURE)
    assert names(tasks) == ["talk", "session", "known", "letter", "visit"]
    assert weights(tasks)["visit"] == pytest.approx(70, rel=0.01)
    assert weights(tasks)["letter"] == pytest.approx(140)


def test_times_that_move_together_count_together(tmp_path: Path) -> None:
    ranged = "time: {low: 1 min, mean: 2 min, high: 3 min}"
    numbers = ", ".join(f"demo/check/tasks/{task}/time" for task in ("visit", "letter"))
    pair = f"moves_together:\n  pair: {{title: Pair, numbers: [{numbers}]}}\n"
    together = ("recommendations:\n", f"{pair}recommendations:\n")
    tasks = tasks_with(tmp_path, together, ("time: 15 min,", f"{ranged},"), ("time: 2 min}", f"{ranged}}}"))
    assert weights(tasks)["visit"] == weights(tasks)["letter"] == pytest.approx(2 * 4200 * 2 / 60, rel=0.01)


def test_hours_stand_in_where_not_even_few_draws_of_shared_work_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = "role: gp, time: {low: 4 min, mean: 5 min, high: 6 min}, activity: bloods, frequency: 1 / year}"
    bloods = ("role: nurse, time: 5 min, frequency: 1 / year}", f"{task}\n      again: {{{task}")
    changes = (SURE, bloods, ("ages: 40+}", "ages: 40+, share: {low: 10 %, mean: 50 %, high: 90 %}}"))
    assert weights(tasks_with(tmp_path, *changes))["visit"] == pytest.approx(35, rel=0.01)
    monkeypatch.setattr(limits, "SHARED_WORK_DRAWN", 0)
    assert weights(tasks_with(tmp_path, *changes))["visit"] == pytest.approx(525)


def test_a_role_at_a_pace_of_its_own_is_not_asked_for_the_time_of_others(tmp_path: Path) -> None:
    roles = ("visit: {title: {nb: Konsultasjon, en: Visit}, role: gp", "visit: {roles: {gp: 40 %, nurse: NURSE}")
    alike, slower = (roles[0], roles[1].replace("NURSE", "60 %")), "{share: 60 %, minutes_factor: 1.4}"
    assert "visit" in names(tasks_with(tmp_path, alike, role="nurse"))
    paced = (roles[0], roles[1].replace("NURSE", slower))
    assert "visit" not in names(tasks_with(tmp_path, paced, role="nurse"))
    assert "visit" in names(tasks_with(tmp_path, paced))


def test_lines_are_numbered_and_say_how_it_is_done_once(tasks: list[SurveyTask]) -> None:
    assert [row.number for row in rows(tasks).values()] == [1, 2, 3, 4, 5]
    assert rows(tasks)["visit"].definition == "Consultation."
    assert rows(tasks, "nb")["visit"].definition == ""


@pytest.mark.parametrize(
    ("travel", "said"),
    [("", "Travel there and back counts too."), (", overhead: {travel: {home-visit: 10 min}}", "Without travel.")],
)
def test_whether_the_way_to_a_home_counts(tmp_path: Path, travel: str, said: str) -> None:
    home = ("role: gp, time: 15 min", "role: gp, contact: home-visit, time: 15 min")
    whole = ("title: {nb: Prøve", "time_kind: all-work\ntitle: {nb: Prøve")
    tasks_with(tmp_path, home, whole)
    capacity = CAPACITY.replace("weeks: 46}", f"weeks: 46{travel}}}")
    (tmp_path / "capacity.yaml").write_text(capacity, encoding="utf-8")
    tasks = tasks_of(load(tmp_path, as_of=date(2026, 11, 22)), "gp")
    assert rows(tasks)["visit"].definition.endswith(said)
