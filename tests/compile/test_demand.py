"""Demand that a tool creates: events follow the contacts added, as many as people of that age and sex have."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.result.model import Result

CONTACTS = """\
format: tnt/1
contacts: visits
rows:
  - {ages: 0-39, contacts: 2 / year}
  - {ages: 40+, sex: female, contacts: 5 / year}
  - {ages: 40+, sex: male, contacts: 3 / year}
"""
LISTS = """\
format: tnt/1
lists: one
table: lists.csv
people: "{sex}_{ages}"
staff: {gp: {posts: 1}}
"""


def asked(folder: Path, change: str, tasks: str = "visit: {role: gp, time: 30 min}", uptake: str = "") -> Result:
    (folder / "contacts.yaml").write_text(CONTACTS)
    (folder / "lists.yaml").write_text(LISTS)
    (folder / "lists.csv").write_text("female_0-39,female_40+,male_0-39,male_40+\n100,200,300,400\n")
    (folder / "tool.yaml").write_text(f"""\
format: tnt/1
guideline: tool
recommendations:
  use:
    population: {{ages: all, share: 10 %}}
    demand: {{baseline: visits, change: {change}}}
    {uptake}
    tasks:
      {tasks}
""")
    return estimate(load(folder))


def test_events_are_the_contacts_added_among_those_it_applies_to(tmp_path: Path) -> None:
    result = asked(tmp_path, "+20 %")
    contacts = 0.1 * (100 * 2 + 200 * 5 + 300 * 2 + 400 * 3)
    assert result.total["gp"].required_hours == pytest.approx(contacts * 0.2 * 0.5)
    assert result.recommendations[0].eligible_people == pytest.approx(100)


def test_contacts_taken_away_give_time_back(tmp_path: Path) -> None:
    assert asked(tmp_path, "-20 %").total["gp"].required_hours == pytest.approx(-30)


def test_what_follows_the_contacts_follows_them_and_uptake_counts(tmp_path: Path) -> None:
    tasks = "visit: {role: gp, time: 30 min}\n      "
    tasks += "letter: {after: visit, probability: 50 %, times: 2, role: nurse, time: 6 min}"
    result = asked(tmp_path, "{low: +10 %, mean: +20 %, high: +40 %}", tasks, "uptake: {current: 0 %, target: 50 %}")
    assert result.total["gp"].required_hours == pytest.approx(15)
    assert result.total["nurse"].incremental_hours == pytest.approx(3)


def test_other_first_tasks_keep_their_frequency(tmp_path: Path) -> None:
    tasks = "visit: {role: gp, time: 30 min}\n      start: {role: nurse, time: 60 min, frequency: 1 / year}"
    assert asked(tmp_path, "+20 %", tasks).total["nurse"].required_hours == pytest.approx(100)


@settings(max_examples=times(25), deadline=None)
@given(percent=st.integers(-100, 300))
def test_hours_are_in_proportion_to_the_change(tmp_path_factory, percent: int) -> None:
    folder = tmp_path_factory.mktemp("demand")
    sign = "" if percent == 0 else f"{percent:+d}"
    hours = asked(folder, f"{sign or 0} %").total["gp"].required_hours
    assert hours == pytest.approx(150 * percent / 100)


def test_the_shipped_contacts_are_found_without_being_given(tmp_path: Path) -> None:
    (tmp_path / "tool.yaml").write_text("""\
format: tnt/1
guideline: tool
recommendations:
  use:
    population: {ages: 90+}
    demand: {baseline: consultations, change: +10 %}
    tasks: {visit: {role: gp, time: 1 h}}
""")
    (tmp_path / "lists.yaml").write_text(LISTS)
    (tmp_path / "lists.csv").write_text("female_90,male_90\n600,400\n")
    inputs = load(tmp_path)
    assert any(file.path.endswith("no/contacts-2023.yaml") for file in inputs.files)
    assert estimate(inputs).total["gp"].required_hours == pytest.approx(350)


def test_a_growing_uptake_is_said_not_to_be_used(tmp_path: Path) -> None:
    plain = asked(tmp_path, "+20 %", uptake="uptake: {target: 80 %}")
    ramped = asked(tmp_path, "+20 %", uptake="uptake: {target: 80 %, ramp: [20 %, 60 %]}")
    assert ramped.total["gp"] == plain.total["gp"]
    assert "ramp-not-used" in {notice.code for notice in ramped.notices}
