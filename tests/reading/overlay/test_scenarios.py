"""Scenarios laid over files: what they change, and what every changed value says of its origin."""

from pathlib import Path

import pytest

from tnt.compile.inputs import load
from tnt.diagnostics import Code, Problems
from tnt.estimating.estimate import estimate

GUIDELINE = """
format: tnt/1
guideline: heart
sources: {survey: {title: A survey, kind: survey}}
recommendations:
  check:
    population: {ages: 40+}
    tasks:
      measure:
        role: gp
        time: {low: 10 min, mean: 15 min, high: 20 min, source: survey}
        frequency: every 5 years
      inbox: {after: measure, role: gp, time: 3 min}
"""


def laid(folder: Path, *changes: str, guideline: str = GUIDELINE):
    (folder / "heart.yaml").write_text(guideline, "utf-8")
    (folder / "scenario.yaml").write_text(
        "format: tnt/1\nscenario: team\nchanges:\n" + "".join(f"  - {change}\n" for change in changes), "utf-8"
    )
    return load(folder, scenarios=["team"])


def number(inputs, path: str):
    return next(one for one in inputs.numbers if one.path == path)


def problem(folder: Path, *changes: str, guideline: str = GUIDELINE):
    with pytest.raises(Problems) as raised:
        laid(folder, *changes, guideline=guideline)
    (only,) = raised.value.diagnostics
    return only


def test_a_scaled_number_keeps_its_range_and_says_what_it_was(tmp_path):
    time = number(
        laid(tmp_path, "{scale: heart/recommendations/check/tasks/measure/time, by: 0.1}"),
        "heart/check/tasks/measure/time",
    )
    assert (time.low_text, time.text, time.high_text) == ("1 min", "1.5 min", "2 min")
    (change,) = time.changed_by
    assert (change.before, change.after, change.by) == (
        "15 min (90 %: 10 min – 20 min)",
        "1.5 min (90 %: 1 min – 2 min)",
        "0.1",
    )
    assert (Path(change.before_file).name, change.before_line, Path(change.file).name, change.line) == (
        "heart.yaml",
        11,
        "scenario.yaml",
        4,
    )
    assert (Path(time.file).name, time.line) == ("heart.yaml", 11)


def test_a_scaled_number_no_longer_rests_on_its_source(tmp_path):
    time = number(
        laid(tmp_path, "{scale: heart/recommendations/check/tasks/measure/time, by: 2}"),
        "heart/check/tasks/measure/time",
    )
    assert time.status == "assumption"


def test_nor_does_one_whose_mean_is_set(tmp_path):
    time = number(
        laid(tmp_path, "{set: heart/recommendations/check/tasks/measure/time/mean, to: 12 min}"),
        "heart/check/tasks/measure/time",
    )
    assert (time.text, time.status, Path(time.changed_by[0].file).name) == ("12 min", "assumption", "scenario.yaml")


def test_it_does_where_the_scenario_says_so(tmp_path):
    inputs = laid(
        tmp_path,
        "{set: heart/recommendations/check/tasks/measure/time/mean, to: 12 min}",
        "{set: heart/recommendations/check/tasks/measure/time/source, to: audit}",
        "add: heart/sources/audit\n    value: {title: An audit, kind: study}",
    )
    assert number(inputs, "heart/check/tasks/measure/time").status == "sourced"


def test_rows_of_a_condition_are_named_by_age_and_sex_and_lose_its_source(tmp_path):
    guideline = GUIDELINE.replace("{ages: 40+}", "{condition: gout}")
    (tmp_path / "conditions.yaml").write_text(
        """
format: tnt/1
conditions:
  gout:
    source: register
    prevalence:
      - {ages: 40-59, sex: male, share: 4 %}
      - {ages: 40-59, sex: female, share: 2 %}
      - {ages: 60+, share: 6 %}
sources: {register: {title: A register, kind: registry}}
""",
        "utf-8",
    )
    inputs = laid(
        tmp_path,
        "{set: conditions/gout/prevalence/40-59-female/share, to: 3 %}",
        "{scale: conditions/gout/prevalence/60+/share, by: 1.5}",
        guideline=guideline,
    )
    rows = [number(inputs, f"conditions/gout/prevalence/{row}/share") for row in range(3)]
    assert [(row.text, row.status) for row in rows] == [
        ("4 %", "sourced"),
        ("3 %", "assumption"),
        ("9 %", "assumption"),
    ]


def test_a_row_left_out_does_not_shift_what_is_said_of_the_next(tmp_path):
    guideline = (
        GUIDELINE.replace("{ages: 40+}", "{condition: gout}")
        + """
"""
    )
    (tmp_path / "conditions.yaml").write_text(
        "format: tnt/1\nconditions: {gout: {prevalence: [{ages: 40-59, share: 4 %}, {ages: 60+, share: 6 %}]}}\n",
        "utf-8",
    )
    inputs = laid(
        tmp_path,
        "{disable: conditions/gout/prevalence/40-59}",
        "{scale: conditions/gout/prevalence/60+/share, by: 2}",
        guideline=guideline,
    )
    row = number(inputs, "conditions/gout/prevalence/0/share")
    assert (row.text, row.changed_by[0].before) == ("12 %", "6 %")


def test_hours_given_to_another_role_do_not_vanish(tmp_path):
    plain = estimate(load_plain(tmp_path))
    moved = estimate(laid(tmp_path, "{set: heart/recommendations/check/tasks/measure/role, to: nurse}"))
    before = sum(total.required_hours for total in plain.total.values())
    after = sum(total.required_hours for total in moved.total.values())
    assert before == pytest.approx(after)
    assert set(moved.total) == {"gp", "nurse"}


def load_plain(folder: Path):
    (folder / "heart.yaml").write_text(GUIDELINE, "utf-8")
    return load(folder)


def test_a_scenario_among_the_files_changes_nothing_unless_chosen(tmp_path):
    laid(tmp_path, "{scale: heart/recommendations/check/tasks/measure/time, by: 2}")
    inputs = load(tmp_path)
    assert not inputs.scenarios
    assert number(inputs, "heart/check/tasks/measure/time").text == "15 min"


def test_what_a_scenario_puts_in_is_placed_there_when_it_is_wrong(tmp_path):
    found = problem(tmp_path, "{set: heart/recommendations/check/tasks/measure/frequency, to: 5}")
    assert found.code is Code.MISSING_UNIT
    assert (Path(found.place.file).name, found.place.span.line) == ("scenario.yaml", 4)


def test_a_key_missing_in_what_is_added_is_placed_there(tmp_path):
    found = problem(tmp_path, "add: heart/recommendations/check/tasks/talk\n    value: {role: gp, frequency: 1 / year}")
    assert found.code is Code.MISSING_KEY
    assert (Path(found.place.file).name, found.place.span.line) == ("scenario.yaml", 5)


def test_what_is_missing_since_a_scenario_left_it_out_is_placed_at_the_change(tmp_path):
    found = problem(tmp_path, "{disable: heart/recommendations/check/tasks/measure/time}")
    assert found.code is Code.MISSING_KEY
    assert Path(found.place.file).name == "scenario.yaml"
    assert [Path(place.file).name for place in found.related] == ["heart.yaml"]


def test_an_unknown_role_is_placed_in_the_scenario(tmp_path):
    found = problem(tmp_path, "{set: heart/recommendations/check/tasks/measure/role, to: nures}")
    assert (found.code, found.suggestion, Path(found.place.file).name) == (Code.UNKNOWN_ROLE, "nurse", "scenario.yaml")


def test_what_a_file_is_stays(tmp_path):
    assert problem(tmp_path, "{set: heart/guideline, to: hurt}").code is Code.UNKNOWN_PATH


def test_an_unknown_scenario_is_suggested(tmp_path):
    laid(tmp_path, "{disable: heart/recommendations/check/tasks/inbox}")
    with pytest.raises(Problems) as raised:
        load(tmp_path, scenarios=["teem"])
    (only,) = raised.value.diagnostics
    assert (only.code, only.suggestion) == (Code.UNKNOWN_SCENARIO, "team")


def test_with_a_date_the_entry_picked_is_changed(tmp_path):
    guideline = GUIDELINE.replace(
        "every 5 years", "[{until: 2020-12-31, value: every 10 years}, {from: 2021-01-01, value: every 5 years}]"
    )
    inputs = laid(tmp_path, "{scale: heart/recommendations/check/tasks/measure/frequency, by: 2}", guideline=guideline)
    often = number(inputs, "heart/check/tasks/measure/frequency")
    assert (often.text, often.changed_by[0].before, str(often.period)) == (
        "every 2.5 years",
        "every 5 years",
        "2021-01-01 – …",
    )


def test_a_value_put_in_may_have_dates(tmp_path):
    inputs = laid(
        tmp_path,
        "{set: heart/recommendations/check/tasks/inbox/time, "
        "to: [{until: 2020-12-31, value: 9 min}, {from: 2021-01-01, value: 2 min}]}",
    )
    assert number(inputs, "heart/check/tasks/inbox/time").text == "2 min"
