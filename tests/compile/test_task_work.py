"""One task of one role: what stands in it multiplies to its hours, and says which numbers it rests on."""

from pathlib import Path

import numpy as np
import pytest

from tnt.compile.inputs import Inputs, load
from tnt.compile.task_work import TaskWork
from tnt.estimating.estimate import estimate

GUIDELINE = """\
format: tnt/1
guideline: demo
recommendations:
  review:
    strength: weak-for
    population: {ages: 40-59, share: 50 %, incidence: 20 / 1000 / year}
    uptake: {current: 10 %, target: 80 %}
    tasks:
      visit: {roles: {gp: 25 %, nurse: 75 %}, time: 20 min, frequency: once, group_size: 4}
      call: {role: nurse, after: visit, probability: 40 %, times: 3, time: 5 min}
      letter: {role: nurse, after: visit, probability: 10 %, time: null}
"""
LISTS = """\
format: tnt/1
lists: one
table: lists.csv
people: "{sex}_{ages}"
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    (tmp_path / "guideline.yaml").write_text(GUIDELINE, "utf-8")
    (tmp_path / "lists.yaml").write_text(LISTS, "utf-8")
    (tmp_path / "lists.csv").write_text("female_40-59,male_40-59,female_60+,male_60+\n600,400,50,50\n")
    return load(tmp_path)


def work_of(inputs: Inputs, task: str, role: str) -> TaskWork:
    return next(work for work in inputs.rules.rules[0].work_of(role) if work.task == task)


def test_minutes_are_divided_by_the_role_and_by_the_group(inputs: Inputs) -> None:
    gp = work_of(inputs, "visit", "gp")
    assert gp.hours_per_event == pytest.approx(20 * 0.25 / 4 / 60)
    assert gp.hours_per_whole_event == pytest.approx(20 / 4 / 60)
    assert work_of(inputs, "letter", "nurse").hours_per_event is None


def test_figures_are_the_products_of_the_numbers_they_rest_on(inputs: Inputs) -> None:
    call = work_of(inputs, "call", "nurse")
    assert [factor.path for factor in call.eligible_share_of] == [("population", "share"), ("population", "incidence")]
    assert np.prod([factor.value for factor in call.eligible_share_of]) == pytest.approx(call.eligible_share)
    assert np.prod([factor.value for factor in call.reach.reach_of]) == pytest.approx(call.reach.reach)
    assert call.minutes_of is not None
    assert (call.minutes_of.path, call.minutes_of.value) == (("tasks", "call", "time"), 5)
    assert [factor.path for factor in call.uptake_of] == [("uptake", "target")]
    visit = work_of(inputs, "visit", "gp")
    assert {role: factor.path for role, factor in visit.role_share_of.items()} == {
        role: ("tasks", "visit", "roles", role) for role in ("gp", "nurse")
    }


def test_the_sum_of_an_estimate_is_made_of_it(inputs: Inputs) -> None:
    per_eligible = sum(
        work.reach.events_per_year * work.hours_per_event
        for work in inputs.rules.rules[0].work_of("nurse")
        if work.hours_per_event is not None
    )
    new_cases = 1000 * 0.5 * 0.02
    tnt_hours = estimate(inputs).recommendations[0].roles["nurse"].tnt_hours
    assert tnt_hours == pytest.approx(new_cases * per_eligible)
    assert tnt_hours == pytest.approx(new_cases * (20 * 0.75 / 4 + 0.4 * 3 * 5) / 60)


def test_people_are_those_of_the_ages_of_the_population(inputs: Inputs) -> None:
    inside = work_of(inputs, "visit", "nurse").cells
    assert inside.sum() == 2 * 20
    assert set(inside.tolist()) == {0.0, 1.0}
