"""How sure an estimate is, on the public path: what has a closed form, who shares luck, what is unknown."""

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import tnt
from tnt.analyses.uncertainty.labels import NumberLabels
from tnt.diagnostics import Problems
from tnt.drawn.assumed_range import ASSUMED_RANGES, assumed_range

GUIDELINE = """
format: tnt/1
guideline: care
recommendations:
  check:
    title: {nb: Kontroll, en: Check}
    population: {ages: all}
    tasks:
      visit: {role: gp, time: %s, frequency: 1 / year}
"""
LISTS = """
format: tnt/1
lists: two
table: lists.csv
id: id
people: {total: people}
staff: {gp: {posts: posts}}
"""
CAPACITY = """
format: tnt/1
capacity: hours
roles:
  gp: {hours: 100 h / year}
"""
TIME, FREQUENCY = "care/check/tasks/visit/time", "care/check/tasks/visit/frequency"
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(
        time: str = "30 min", more: str = "", lists: str = "A,300,1\nB,100,1", capacity: str = CAPACITY
    ) -> Path:
        (tmp_path / "guideline.yaml").write_text(GUIDELINE % time + more)
        (tmp_path / "lists.yaml").write_text(LISTS)
        (tmp_path / "lists.csv").write_text(f"id,people,posts\n{lists}\n")
        (tmp_path / "capacity.yaml").write_text(capacity)
        return tmp_path

    return written


UNIFORM = "{distribution: uniform, low: 12 min, high: 24 min}"


def test_one_recommendation_with_uniform_minutes(write):
    """400 people x U(12, 24) min: hours are U(80, 160); list A, of 300, is overloaded above 20 of 12 to 24 min."""
    one = tnt.simulate(tnt.load(write(UNIFORM)), draws=4096)
    total = one.total["gp"]
    assert total.headline == total.independent == total.minutes_together
    assert total.headline.mean == pytest.approx(120, abs=4 * total.error_of_mean)
    assert (total.headline.p05, total.headline.p50, total.headline.p95) == pytest.approx((84, 120, 156), abs=0.1)
    assert one.recommendations["care/check"]["gp"] == total.headline
    lists = one.lists["gp"]
    assert lists.mean.tolist() == pytest.approx([90, 30], abs=0.1)
    assert lists.probability_of_overload.tolist() == pytest.approx([1 / 3, 0], abs=0.001)
    assert one.overloaded_lists["gp"].mean == pytest.approx(1 / 3, abs=0.001)
    (driver,) = one.drivers["gp"]
    assert driver.stream == TIME
    assert driver.label == {"nb": "Kontroll · tid per gang", "en": "Check · time for one event"}
    assert (driver.at_low, driver.at_high) == pytest.approx((84, 156))
    assert (driver.first_order, driver.total_order) == pytest.approx((1, 1), abs=0.05)


def test_the_decision_and_what_it_is_worth_to_measure(write):
    """Required U(80, 160) against 120 available: what is wrong either way is E|X - 120| / 2 = 10 hours."""
    folder = write(UNIFORM, lists="A,400,1", capacity=CAPACITY.replace("100", "120"))
    one = tnt.simulate(tnt.load(folder), overload_weight=1.0)
    decision = one.decisions["gp"]
    assert decision.loss_if_called_fitting == pytest.approx(10, abs=0.05)
    assert decision.loss_if_called_overloaded == pytest.approx(10, abs=0.05)
    assert one.drivers["gp"][0].value_of_measuring == pytest.approx(10, abs=0.1)
    dear = tnt.simulate(tnt.load(folder), overload_weight=3.0).decisions["gp"]
    assert dear.loss_if_called_overloaded == pytest.approx(30, abs=0.2)
    assert dear.value_of_perfect_information == pytest.approx(10, abs=0.05)


def test_without_a_range_nothing_varies_and_it_is_said(write):
    one = tnt.simulate(tnt.load(write()), draws=128)
    spread = one.total["gp"].headline
    assert spread.mean == spread.p05 == spread.p95 == 200
    assert one.with_range == 0
    assert one.without_range == (FREQUENCY, TIME, "hours/roles/gp/hours")
    assert one.drivers["gp"] == ()


@pytest.mark.parametrize("method", ["stratified", "plain", "latin-hypercube", "sobol"])
def test_the_mean_is_the_estimate_whatever_the_method(write, method):
    inputs = tnt.load(write("{low: 10 min, mean: 15 min, high: 28 min}"))
    total = tnt.simulate(inputs, draws=1024, method=method, assume_range="thirty-percent").total["gp"]
    assert total.error_of_mean > 0
    assert total.independent.mean == pytest.approx(100, abs=4 * total.error_of_mean)


def test_the_same_seed_gives_the_same_bytes(write):
    inputs = tnt.load(write(UNIFORM))
    one, again, other = (tnt.simulate(inputs, draws=256, seed=seed) for seed in (5, 5, 6))
    assert one.total == again.total
    assert one.lists["gp"].p95.tobytes() == again.lists["gp"].p95.tobytes()
    assert one.total != other.total


ANOTHER = """
  advice:
    population: {ages: all}
    tasks:
      talk: {role: gp, time: {distribution: uniform, low: 12 min, high: 24 min}, frequency: 1 / year}
"""


def test_another_recommendation_moves_no_other_luck(write):
    alone = tnt.simulate(tnt.load(write(UNIFORM)), draws=256)
    both = tnt.simulate(tnt.load(write(UNIFORM, ANOTHER)), draws=256)
    assert both.recommendations["care/check"] == alone.recommendations["care/check"]


def test_a_scenario_shares_the_luck_of_the_baseline(write, tmp_path):
    folder = write(UNIFORM)
    (tmp_path / "fewer.yaml").write_text(
        "format: tnt/1\nscenario: fewer\nchanges:\n"
        "  - {set: care/recommendations/check/tasks/visit/frequency, to: every 2 years}\n"
    )
    base = tnt.simulate(tnt.load(folder), draws=256).lists["gp"]
    half = tnt.simulate(tnt.load(folder, scenarios=["fewer"]), draws=256).lists["gp"]
    assert half.p95 * 2 == pytest.approx(base.p95, rel=1e-12)


@pytest.mark.parametrize(
    "group",
    ["{role: gp}", "{numbers: [care/check/tasks/visit/time, care/advice/tasks/talk/time]}"],
)
def test_what_moves_together_is_wider(write, group):
    """The sum of two uniforms of one luck is uniform, of two lucks a triangle."""
    apart = tnt.simulate(tnt.load(write(UNIFORM, ANOTHER)))
    together = tnt.simulate(tnt.load(write(UNIFORM, f"{ANOTHER}moves_together:\n  minutes: {group}\n")))
    assert (apart.total["gp"].independent.p05, apart.total["gp"].independent.p95) == pytest.approx(
        (160 + 160 * math.sqrt(0.025), 320 - 160 * math.sqrt(0.025)), abs=1.5
    )
    assert apart.total["gp"].minutes_together == apart.total["gp"].headline
    on_lists = apart.lists["gp"]
    assert on_lists.p05.tolist() == pytest.approx([126, 42], abs=0.2)
    assert on_lists.p95.tolist() == pytest.approx([234, 78], abs=0.2)
    independent = together.total["gp"].independent
    assert (independent.p05, independent.p95) == pytest.approx((168, 312), abs=0.2)
    (driver,) = together.drivers["gp"]
    assert (driver.stream, driver.label) == ("minutes", {"nb": "minutes", "en": "minutes"})


@pytest.mark.parametrize("method", ["stratified", "latin-hypercube", "sobol"])
def test_a_list_alone_is_as_sure_as_the_total(write, method):
    """U(40, 80) hours, minutes together, against 76: overloaded in one of ten draws; independent in one of fifty."""
    folder = write(UNIFORM, ANOTHER, lists="A,100,1", capacity=CAPACITY.replace("100", "76"))
    one = tnt.simulate(tnt.load(folder), method=method)
    alone, total = one.lists["gp"], one.total["gp"].headline
    assert [float(each[0]) for each in (alone.mean, alone.p05, alone.p50, alone.p95)] == pytest.approx(
        [total.mean, total.p05, total.p50, total.p95]
    )
    assert alone.probability_of_overload[0] == one.overloaded_lists["gp"].mean == pytest.approx(0.1, abs=0.001)


def test_a_list_without_a_verdict_has_no_probability(write):
    one = tnt.simulate(tnt.load(write(UNIFORM, lists="A,300,1\nB,100,0\nC,50,")), draws=128)
    assert np.isnan(one.lists["gp"].probability_of_overload).tolist() == [False, True, True]
    assert not np.isnan(one.lists["gp"].mean).any()


def test_working_time_with_a_range(write):
    """List A asks for 90 h; 100 h with 0 to 20 % reserved: overloaded where more than 10 % is."""
    capacity = CAPACITY.replace("h / year}", "h / year, reserved: {other: {share: RANGE}}}")
    capacity = capacity.replace("RANGE", "{distribution: uniform, low: 0 %, high: 20 %}")
    one = tnt.simulate(tnt.load(write("18 min", capacity=capacity)))
    assert one.lists["gp"].probability_of_overload.tolist() == pytest.approx([0.5, 0], abs=0.001)
    (driver,) = one.drivers["gp"] or [None]
    assert driver is None or driver.stream == "hours/roles/gp/reserved/other/share"


def test_what_is_divided_by_has_a_greater_mean(write):
    """E[1/x] of x uniform from 4 to 8 is ln 2 / 4, the estimate's 1 / 6."""
    folder = write("30 min, group_size: {distribution: uniform, low: 4, high: 8}")
    inputs = tnt.load(folder)
    total = tnt.simulate(inputs).total["gp"]
    assert tnt.estimate(inputs).total["gp"].required_hours == pytest.approx(200 / 6)
    assert total.headline.mean == pytest.approx(200 * math.log(2) / 4, abs=4 * total.error_of_mean)


@pytest.mark.parametrize(
    ("mean", "support"), [(15.0, "positive"), (0.4, "share"), (0.95, "share"), (0.22, "change"), (-0.9, "change")]
)
def test_an_assumed_range_keeps_the_mean_and_stays_inside(mean, support):
    (name,) = ASSUMED_RANGES
    one = assumed_range(name, mean, support)
    low, high = sorted(one.quantile(np.array([0.05, 0.95])).tolist())
    assert one.mean() == pytest.approx(mean)
    assert low < mean < high
    if support == "positive":
        assert (low, high) == pytest.approx((0.7 * mean, 1.3 * mean))
    if support == "share":
        assert (low / (1 - low), high / (1 - high)) == pytest.approx((0.7 * mean / (1 - mean), 1.3 * mean / (1 - mean)))
    assert one.quantile(np.array([1e-15, 1 - 1e-15])).min() > -1


def test_an_assumed_range_is_for_assumptions_only(write):
    source = "sources: {survey: {title: A survey, kind: survey}}\n"
    folder = write("{value: 30 min, source: survey}", source)
    one = tnt.simulate(tnt.load(folder), draws=128, assume_range="thirty-percent")
    assert one.assumed_range == "thirty-percent"
    assert one.without_range == (TIME,)
    assert one.with_range == 2


def test_a_range_nobody_has_named(write):
    with pytest.raises(Problems, match="TNT328"):
        tnt.simulate(tnt.load(write()), assume_range="wide")


def test_the_roles_of_a_task_always_share_all_of_it(write):
    split = "30 min, roles: {gp: {distribution: uniform, low: 20 %, high: 40 %}, nurse: 70 %}"
    folder = write()
    text = (folder / "guideline.yaml").read_text().replace("role: gp, time: 30 min", f"time: {split}")
    (folder / "guideline.yaml").write_text(text)
    one = tnt.simulate(tnt.load(folder), draws=128)
    gp, nurse = (one.lists[role] for role in ("gp", "nurse"))
    assert gp.p05 + nurse.p95 == pytest.approx(np.array([150, 50]), abs=0.6)
    assert gp.mean + nurse.mean == pytest.approx(np.array([150, 50]))


def test_progress_is_told_to_the_end(write):
    told: list[tuple[int, int]] = []
    tnt.simulate(tnt.load(write(UNIFORM)), draws=128, progress=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize(
    ("path", "nb"),
    [
        ("hours/roles/gp/hours", "Fastlege · arbeidstid i én stilling"),
        ("hours/roles/gp/reserved/acute/share", "Fastlege · tid satt av til annet arbeid · Øyeblikkelig hjelp"),
        ("care/check/tasks/visit/roles/nurse", "Kontroll · andel · Sykepleier"),
        ("minutes", "Legens minutter"),
    ],
)
def test_numbers_are_named_as_a_clinician_names_them(write, path, nb):
    title = "{nb: Øyeblikkelig hjelp, en: Acute care}"
    capacity = CAPACITY.replace("year}", f"year, reserved: {{acute: {{title: {title}, share: 10 %}}}}}}")
    more = 'moves_together:\n  minutes: {role: gp, title: {nb: Legens minutter, en: "GPs\' minutes"}}\n'
    label = NumberLabels(tnt.load(write(UNIFORM, more, capacity=capacity))).of(path)
    assert isinstance(label, dict)
    assert label["nb"] == nb


def test_shares_of_several_groups_have_names_of_their_own(write):
    folder = write()
    groups = (
        (folder / "guideline.yaml")
        .read_text()
        .replace("population: {ages: all}", "populations: [{ages: 40+, share: 4 %}, {share: 5 %}]")
    )
    (folder / "guideline.yaml").write_text(groups)
    labels = NumberLabels(tnt.load(folder))
    assert [labels.of(f"care/check/populations/{number}/share")["nb"] for number in (0, 1)] == [
        "Kontroll · gruppe 1 · andel",
        "Kontroll · gruppe 2 · andel",
    ]


def test_what_cannot_be_estimated_on_any_list_takes_no_place_of_another(write):
    """Women from 40 are in no column of the table, so that nothing is known of a recommendation for them alone."""
    more = """
  women:
    population: {ages: 40+, sex: women}
    tasks:
      visit: {role: gp, time: {low: 5 min, mean: 10 min, high: 15 min}, frequency: 1 / year}
"""
    folder = write(time=UNIFORM, more=more)
    (folder / "lists.yaml").write_text(LISTS.replace("{total: people}", '"{sex}_{ages}"'))
    (folder / "lists.csv").write_text("id,male_0-39,male_40+,female_0-39,posts\nA,100,100,100,1\nB,50,50,50,1\n")
    drawn = tnt.simulate(tnt.load(folder), draws=128)
    assert drawn.recommendations["care/check"]["gp"] is not None
    assert drawn.recommendations["care/women"] == {"gp": None}
