"""Numbers by age, worked out by hand: METHOD, "By age"."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import tnt
from tnt import Inputs, Result
from tnt.analyses.strategies.strategies import estimate_strategies
from tnt.analyses.uncertainty.simulate import simulate
from tnt.analyses.years.projection import load_projection
from tnt.analyses.years.years import estimate_years
from tnt.explain.trace import TraceStep, trace
from tnt.survey.form.tasks import tasks_of

LISTS = """\
format: tnt/1
lists: one
table: lists.csv
people: "{sex}_{ages}"
"""
TABLE = "female_0-66,male_0-66,female_67+,male_67+\n600,400,120,80\n"
"""1,000 people below 67, 200 from 67 on."""
UNTOLD = "female_0-66,male_0-66,female_67+,male_67+,other_unknown\n600,400,120,80,60\n"


def loaded(folder: Path, recommendation: str, table: str = TABLE, lists: str = LISTS, head: str = "") -> Inputs:
    body = "\n".join(f"    {line}" for line in recommendation.strip("\n").splitlines())
    guideline = f"format: tnt/1\nguideline: demo\n{head}recommendations:\n  check:\n{body}\n"
    (folder / "guideline.yaml").write_text(guideline, "utf-8")
    (folder / "lists.yaml").write_text(lists, "utf-8")
    (folder / "lists.csv").write_text(table, "utf-8")
    return tnt.load(folder)


def estimated(folder: Path, recommendation: str, table: str = TABLE, lists: str = LISTS) -> Result:
    return tnt.estimate(loaded(folder, recommendation, table, lists))


VISIT = """
population: {share: {by_age: {0-66: 10 %, 67+: 50 %}}}
tasks:
  visit: {role: gp, time: {by_age: {0-66: 15 min, 67+: 30 min}}, frequency: 1 / year}
  test: {after: visit, role: nurse, time: 60 min, probability: {by_age: {0-66: 20 %, 67+: 40 %}}}
"""


def test_shares_times_and_probabilities_multiply_within_an_age(tmp_path: Path) -> None:
    (one,) = estimated(tmp_path, VISIT).recommendations
    assert one.eligible_people == pytest.approx(100 + 100)
    assert one.roles["gp"].tnt_hours == pytest.approx(100 * 0.25 + 100 * 0.5)
    assert one.roles["nurse"].tnt_hours == pytest.approx(100 * 0.2 + 100 * 0.4)


def test_uptake_by_age(tmp_path: Path) -> None:
    uptake = "uptake: {current: {by_age: {0-66: 30 %, 67+: 80 %}}, target: {by_age: {0-66: 50 %, 67+: 70 %}}}\n"
    (one,) = estimated(tmp_path, uptake + VISIT).recommendations
    gp = one.roles["gp"]
    assert gp.tnt_hours == pytest.approx(75)
    assert gp.required_hours == pytest.approx(25 * 0.5 + 50 * 0.7)
    assert gp.current_hours == pytest.approx(25 * 0.3 + 50 * 0.8)
    assert gp.incremental_hours == pytest.approx(25 * 0.2 - 50 * 0.1)


@pytest.mark.parametrize("current", ["{by_age: {0-66: 30 %, 67+: 30 %}}", "30 %"])
def test_a_target_by_age_and_an_uptake_today_of_everybody(tmp_path: Path, current: str) -> None:
    uptake = f"uptake: {{current: {current}, target: {{by_age: {{0-66: 50 %, 67+: 70 %}}}}}}\n"
    gp = estimated(tmp_path, uptake + VISIT).recommendations[0].roles["gp"]
    assert gp.current_hours == pytest.approx(75 * 0.3)
    assert gp.incremental_hours == pytest.approx(25 * 0.2 + 50 * 0.4)


def test_an_unknown_uptake_today_leaves_the_change_between_nobody_and_everybody(tmp_path: Path) -> None:
    gp = estimated(tmp_path, "uptake: {target: {by_age: {0-66: 50 %, 67+: 70 %}}}\n" + VISIT).total["gp"]
    assert (gp.current_hours, gp.incremental_hours, gp.incremental_hours_at_least) == (None, None, None)
    assert gp.incremental_hours_at_most == pytest.approx(25 * 0.5 + 50 * 0.7)


NO_TIME = VISIT.replace("0-66: 15 min", "0-66: null")


def test_a_time_unknown_at_some_ages_is_at_least_what_is_known(tmp_path: Path) -> None:
    result = estimated(tmp_path, "uptake: {current: 40 %, target: 80 %}\n" + NO_TIME)
    gp = result.recommendations[0].roles["gp"]
    assert (gp.at_least, gp.tnt_hours, gp.current_hours) == (True, pytest.approx(50), None)
    assert (gp.required_hours, gp.incremental_hours) == (pytest.approx(40), None)
    assert gp.incremental_hours_at_least == pytest.approx(50 * 0.4)
    assert gp.incremental_hours_at_most is None
    assert bool(result.lists.roles["gp"].at_least[0])
    assert not bool(result.lists.roles["gp"].mostly_unknown[0])
    assert not result.recommendations[0].roles["nurse"].at_least


def test_what_is_unknown_may_be_given_up_where_uptake_falls_at_some_age(tmp_path: Path) -> None:
    uptake = "uptake: {current: 40 %, target: {by_age: {0-66: 30 %, 67+: 60 %}}}\n"
    gp = estimated(tmp_path, uptake + NO_TIME).recommendations[0].roles["gp"]
    assert (gp.required_hours, gp.incremental_hours_at_least) == (pytest.approx(30), None)


def test_a_time_unknown_at_all_ages_is_unknown(tmp_path: Path) -> None:
    gp = estimated(tmp_path, NO_TIME.replace("67+: 30 min", "67+: null")).recommendations[0].roles["gp"]
    assert (gp.tnt_hours, gp.required_hours, gp.at_least) == (None, None, True)


def test_a_time_unknown_at_ages_the_task_is_not_done_at_matters_to_nobody(tmp_path: Path) -> None:
    text = """
    population: {ages: all}
    tasks:
      visit: {role: gp, time: {by_age: {0-66: null, 67+: 30 min}}, frequency: once at age 70}
    """
    gp = estimated(tmp_path, "\n".join(line[4:] for line in text.splitlines())).recommendations[0].roles["gp"]
    assert not gp.at_least
    assert gp.tnt_hours
    (tmp_path / "guideline.yaml").write_text(
        (tmp_path / "guideline.yaml").read_text("utf-8").replace("ages: all", "ages: 67+"), "utf-8"
    )
    inputs = tnt.load(tmp_path)
    assert {number.path for number in inputs.numbers} >= {"demo/check/tasks/visit/time/by_age/67+"}
    assert "demo/check/tasks/visit/time/by_age/0-66" not in {number.path for number in inputs.numbers}


def test_people_of_no_known_age_are_never_nobody(tmp_path: Path) -> None:
    one = estimated(tmp_path, VISIT.replace("share: {by_age: {0-66: 10 %, 67+: 50 %}}", "ages: all"), UNTOLD)
    gp = one.recommendations[0].roles["gp"]
    assert one.recommendations[0].eligible_people == pytest.approx(1260)  # whom it is for does not differ by age
    assert gp.at_least
    assert gp.tnt_hours == pytest.approx(1000 * 0.25 + 200 * 0.5)
    assert gp.required_hours_at_most == pytest.approx(1000 * 0.25 + 260 * 0.5)


def test_on_lists_without_ages_only_what_is_the_same_at_all_ages_is_estimated(tmp_path: Path) -> None:
    lists = LISTS.replace('people: "{sex}_{ages}"', "people: {total: people}")
    text = VISIT.replace("share: {by_age: {0-66: 10 %, 67+: 50 %}}", "ages: all")
    result = estimated(
        tmp_path, text.replace("0-66: 20 %, 67+: 40 %", "0-66: 20 %, 67+: 20 %"), "people\n1200\n", lists
    )
    one = result.recommendations[0]
    assert (one.eligible_people, one.roles["gp"].tnt_hours) == (1200, None)
    assert one.roles["nurse"].tnt_hours == pytest.approx(1200 * 0.2)
    uptake = "uptake: {target: {by_age: {0-66: 50 %, 67+: 70 %}}}\npopulation: {ages: all}\n"
    text = uptake + "tasks:\n  call: {role: gp, time: 30 min, frequency: 1 / year}"
    inputs = loaded(tmp_path, text, "people\n1200\n", lists)
    gp = tnt.estimate(inputs).recommendations[0].roles["gp"]
    assert (gp.tnt_hours, gp.required_hours) == (600, None)


def test_backlog_and_one_off_work_by_age(tmp_path: Path) -> None:
    text = """
population: {ages: all}
uptake: {target: {by_age: {0-66: 50 %, 67+: 100 %}}}
start_up: {overdue: 10 %, over: 2 years}
tasks:
  begin: {role: gp, time: {by_age: {0-66: 6 min, 67+: 12 min}}, frequency: once}
  again: {role: gp, time: 60 min, frequency: every 2 years}
"""
    gp = estimated(tmp_path, text).recommendations[0].roles["gp"]
    one_off, backlog = 500 * 0.1 + 200 * 0.2, (500 + 200) * 0.1
    assert gp.one_off_hours == pytest.approx(one_off)
    assert gp.backlog_hours == pytest.approx(backlog)
    assert gp.first_year_hours == pytest.approx(700 * 0.5 + (one_off + backlog) / 2)


def test_benefit_counts_those_whom_each_age_brings_to_the_task(tmp_path: Path) -> None:
    text = VISIT + "benefit: {outcome: better, nnt: 10, horizon: 1 year, applies_to: test}\n"
    (one,) = tnt.estimate(loaded(tmp_path, text, head="outcomes: {better: better}\n")).recommendations
    assert one.people_benefiting_per_year == pytest.approx((100 * 0.2 + 100 * 0.4) / 10)
    assert one.roles["gp"].hours_per_person_benefiting == pytest.approx(75 / 6)


SHARED = """
population: {ages: all}
tasks:
  visit: {role: gp, time: {by_age: {0-66: 15 min, 67+: 30 min}}, frequency: 1 / year, activity: visit}
"""


def test_a_task_by_age_shares_no_work_with_itself(tmp_path: Path) -> None:
    result = estimated(tmp_path, SHARED)
    assert list(result.shared_work) == []
    assert result.total["gp"].overlap_hours == 0


def test_a_task_by_age_shares_the_minutes_of_each_age(tmp_path: Path) -> None:
    """Both ask everybody yearly: the shorter of the two visits is not done. By age that is 15 and 20 min."""
    text = SHARED + "  call: {role: gp, time: 20 min, frequency: 1 / year, activity: visit}\n"
    result = estimated(tmp_path, text)
    (shared,) = result.shared_work
    assert shared.tasks == (("demo/check", "visit"), ("demo/check", "call"))
    assert shared.overlap_hours == pytest.approx((1000 * 15 + 200 * 20) / 60)
    assert shared.parts_hours == pytest.approx((1000 * 35 + 200 * 50) / 60)
    assert [(pair.one, pair.other) for pair in shared.pairs] == [("demo/check", "demo/check")]


RANGES = """
population: {ages: all}
tasks:
  visit:
    role: gp
    frequency: 1 / year
    time: {by_age: {0-66: {low: 10 min, mean: 15 min, high: 22 min}, 67+: {low: 20 min, mean: 30 min, high: 44 min}}}
"""


def test_ranges_by_age_share_one_draw(tmp_path: Path) -> None:
    """All low or all high together: 67+ takes twice the time in every draw, so the spread is that of one number."""
    both = simulate(loaded(tmp_path, RANGES), draws=256)
    (driver,) = both.drivers["gp"]
    assert driver.stream == "demo/check/tasks/visit/time"
    one = RANGES.replace("{by_age: {0-66: {low: 10 min, mean: 15 min, high: 22 min}, 67+: ", "").replace(
        "44 min}}}", "44 min}"
    )
    alone = simulate(loaded(tmp_path, one), draws=256)
    factor = (1000 * 15 + 200 * 30) / (1200 * 30)
    for key in ("mean", "p05", "p50", "p95"):
        wanted = getattr(alone.total["gp"].headline, key) * factor
        assert getattr(both.total["gp"].headline, key) == pytest.approx(wanted, rel=1e-9)


def test_equal_ranges_by_age_are_drawn_as_the_number_they_are(tmp_path: Path) -> None:
    same = RANGES.replace(
        "{low: 20 min, mean: 30 min, high: 44 min}", "{low: 10 min, mean: 15 min, high: 22 min, note: old}"
    )
    plain = "{low: 10 min, mean: 15 min, high: 22 min}"
    by_age = simulate(loaded(tmp_path, same), draws=256)
    alone = simulate(loaded(tmp_path, RANGES[: RANGES.index("{by_age")] + plain), draws=256)
    assert by_age.total == alone.total
    assert by_age.drivers == alone.drivers
    assert by_age.recommendations == alone.recommendations


def test_numbers_of_one_group_move_together_at_all_ages(tmp_path: Path) -> None:
    group = "moves_together: {minutes: {numbers: [demo/check/tasks/visit/time]}}\n"
    (driver,) = simulate(loaded(tmp_path, RANGES, head=group), draws=256).drivers["gp"]
    assert driver.stream == "minutes"


def test_tnt_of_an_uptake_by_age_is_drawn_where_lists_have_no_ages(tmp_path: Path) -> None:
    lists = LISTS.replace('people: "{sex}_{ages}"', "people: {total: people}")
    text = """
population: {ages: all}
uptake: {target: {by_age: {0-66: 50 %, 67+: 70 %}}}
tasks:
  call: {role: gp, time: {low: 20 min, mean: 30 min, high: 42 min}, frequency: 1 / year}
  talk: {role: nurse, time: 30 min, frequency: 1 / year}
"""
    inputs = loaded(tmp_path, text, "people\n1200\n", lists)
    assert tnt.estimate(inputs).total["gp"].required_hours is None
    assert simulate(inputs, draws=256).total == {}  # nothing required is known


def named(step: TraceStep, key: str) -> list[TraceStep]:
    return [*([step] if step.key == key else []), *(found for part in step.parts for found in named(part, key))]


def test_an_explanation_names_a_task_once_and_the_numbers_of_each_age(tmp_path: Path) -> None:
    inputs = loaded(tmp_path, VISIT)
    tree = trace(inputs, tnt.estimate(inputs), "demo/check")
    assert tree is not None
    visit, test = named(tree, "task")
    assert [part.values["ages"] for part in visit.parts] == ["0-66", "67+"]
    assert [step.value for step in named(visit, "minutes")] == [15, 30]
    assert [step.record.path for step in named(test, "probability") if step.record] == [
        f"demo/check/tasks/test/probability/by_age/{band}" for band in ("0-66", "67+")
    ]
    assert [step.value for step in named(tree, "share")] == [0.1, 0.5]
    whole = trace(inputs, tnt.estimate(inputs), "demo/check/tasks/visit/time")
    assert whole is not None
    assert len(whole.parts) == 2


def test_a_survey_asks_for_a_time_by_age_once(tmp_path: Path) -> None:
    (visit,) = tasks_of(loaded(tmp_path, VISIT), "gp")
    assert (visit.path, visit.status, visit.weight) == ("demo/check/tasks/visit", "assumption", pytest.approx(75))
    (visit,) = tasks_of(loaded(tmp_path, NO_TIME), "gp")
    assert (visit.status, visit.weight) == ("missing", pytest.approx(200))


def test_years_reach_those_whom_a_higher_age_brings_to_a_higher_uptake(tmp_path: Path) -> None:
    """100 women of 66, half of them reached; a year later they are 67, and the other half is reached too."""
    lists = LISTS.replace("people:", "year: year\nid: id\npeople:")
    columns = [f"{sex}_{ages}" for sex in ("female", "male") for ages in ("0-65", "66", "67", "68+")]
    people = [["0"] * len(columns) for _ in range(2)]
    people[0][1] = people[1][2] = "100"
    rows = [",".join(["a", str(2026 + year), *row]) for year, row in enumerate(people)]
    table = "\n".join([",".join(["id", "year", *columns]), *rows, ""])
    text = """
population: {ages: all}
uptake: {target: {by_age: {0-66: 50 %, 67+: 100 %}}}
start_up: {over: 1 year}
tasks:
  begin: {role: gp, time: {by_age: {0-66: 15 min, 67+: 30 min}}, frequency: once}
"""
    loaded(tmp_path, text, table, lists)
    years = estimate_years(load_projection(tmp_path, as_of=date(2026, 11, 22))).years
    assert [one.start_up["gp"].one_off_hours for one in years] == pytest.approx([50 * 0.25, 50 * 0.5])


def test_a_cohort_has_in_each_year_the_number_of_its_age(tmp_path: Path) -> None:
    (tmp_path / "strategies.yaml").write_text(
        "format: tnt/1\nstrategies: some\nhorizon: 4 years\ncohort: {people: {female: {65: 100}}}\n"
        "options: {some: {recommendations: [demo/check]}}\n",
        "utf-8",
    )
    time = "{by_age: {0-66: 15 min, 67+: 30 min}}"
    text = f"population: {{ages: all}}\ntasks:\n  visit: {{role: gp, time: {time}, frequency: 1 / year}}"
    loaded(tmp_path, text)
    (option,) = estimate_strategies(tmp_path, as_of=date(2026, 11, 22)).strategies
    assert option.roles["gp"].hours == pytest.approx([25, 25, 50, 50])
