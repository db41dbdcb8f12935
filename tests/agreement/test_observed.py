"""What is done today, from activity: METHOD's case and others by hand, random packs against the slow calculation."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import tnt
from tests.agreement.draws import STREAMS, loaded, unless_too_much, value_in, with_today_told
from tests.agreement.test_draws import begins_as_often_as_drawn, holds_no_prevalence, is_exact
from tests.oracle.agreement import assert_pack_agrees
from tests.oracle.changes import in_visits, observed, sharing
from tests.oracle.drawn import in_draw
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs, packs
from tests.oracle.expected import expected
from tests.profile import looks
from tnt import Result
from tnt.analyses.uncertainty.most_draws import SharedDraws
from tnt.analyses.uncertainty.today.role import hours_of_today
from tnt.compile.notice import NoticeCode
from tnt.drawn.number_distributions import NumberDistributions

Document = dict[str, Any]
ILL = {"ill": {"prevalence": [{"ages": "all", "share": "30 %"}]}}
"""300,000 of a million."""


def task(**more: Any) -> Document:
    return {"role": "gp", "time": "12 min", "frequency": "1 / year"} | more


def seen(events: float, people: float = 1_000_000) -> Document:
    return {"observed": {"events": f"{events:.12g} / year", "people": people}}


def estimate(folder: Path, *rules: Document, conditions: Document = ILL, **more: Any) -> Result:
    """Of a list of 1,000 people."""
    pack = Folder(
        [{"guideline": "g", "recommendations": {f"r{number}": rule for number, rule in enumerate(rules)}}],
        {"lists": "l", "table": "t.csv", "shape": "long", "ages": "age", "people": "n", "staff": {}},
        [{"age": "0-39", "n": "600"}, {"age": "40-99", "n": "400"}],
        conditions=[{"conditions": conditions}] if conditions else [],
        **more,
    )
    return pack.estimate(folder)


def of_ill(**more: Any) -> Document:
    return {"population": {"condition": "ill"}, "tasks": {"t": task(**more)}}


def test_uptake_is_observed_by_what_there_would_be_if_all_got_it(tmp_path: Path) -> None:
    """One in three of the ill: 60,000 of 300,000 is 20 %."""
    result = estimate(tmp_path, of_ill(**seen(60_000)))
    (one,) = result.observed
    assert one.events_if_all == pytest.approx(300_000)
    assert one.uptake == pytest.approx(0.2)
    hours = result.recommendations[0].roles["gp"]
    assert hours.tnt_hours == pytest.approx(60)
    assert hours.current_hours == pytest.approx(12)
    assert hours.incremental_hours == pytest.approx(48)
    assert (hours.incremental_hours_at_least, hours.incremental_hours_at_most) == pytest.approx((48, 60))
    assert result.total["gp"].current_is_at_most
    assert hours.current_is_at_most


def test_two_recommendations_on_the_same_people_get_the_one_uptake_at_which_both_do_as_much(tmp_path: Path) -> None:
    """METHOD: 210,000 observed of the same 300,000 are 45.2 % of each, and not 70."""
    result = estimate(tmp_path, of_ill(activity="visit", **seen(210_000)), of_ill(activity="visit"))
    (one,) = result.observed
    assert one.recommendations == ("g/r0", "g/r1")
    assert one.uptake == pytest.approx(1 - 0.3**0.5)
    assert round(100 * (one.uptake or 0), 1) == 45.2
    assert result.total["gp"].current_hours == pytest.approx(0.7 * 60)
    assert result.total["gp"].required_hours == pytest.approx(60)
    assert result.total["gp"].incremental_hours_at_most == pytest.approx(60)  # if nobody of those observed got it


@pytest.mark.parametrize(
    ("more", "if_all"),
    [
        ({"frequency": "4 / year"}, 1_200_000),
        ({"time": None}, 300_000),  # events are no hours
        ({"group_size": 10}, 300_000),  # one for each person of a group
        ({"role": None, "roles": {"gp": "40 %", "nurse": "60 %"}}, 300_000),  # whoever does them
    ],
)
def test_events_are_those_of_a_person_whoever_does_them(more: Document, if_all: float, tmp_path: Path) -> None:
    rule = of_ill(**more, **seen(30_000))
    rule["tasks"]["t"] = {key: value for key, value in rule["tasks"]["t"].items() if key != "role" or value}
    (one,) = estimate(tmp_path, rule).observed
    assert one.events_if_all == pytest.approx(if_all)
    assert one.uptake == pytest.approx(30_000 / if_all)


def test_probability_and_times_are_in_it(tmp_path: Path) -> None:
    rule = of_ill()
    rule["tasks"]["later"] = {"role": "nurse", "time": "5 min", "after": "t", "probability": "50 %", "times": 3}
    rule["tasks"]["later"] |= seen(90_000)
    result = estimate(tmp_path, rule)
    assert result.observed[0].events_if_all == pytest.approx(450_000)
    assert result.recommendations[0].roles["gp"].current_hours == pytest.approx(0.2 * 60)


def test_it_is_of_the_reference_population_scaled_and_not_of_the_lists(tmp_path: Path) -> None:
    """Half of the reference population are 80, a tenth of the list."""
    population = [
        {"sex": sex, "age": f"{age}", "people": "25" if age in (10, 80) else "0"}
        for sex in ("female", "male")
        for age in range(106)
    ]
    rule = {"population": {"ages": "67+", "share": "20 %"}, "tasks": {"t": task(**seen(10_000))}}
    result = Folder(
        [{"guideline": "g", "recommendations": {"r": rule}}],
        {"lists": "l", "table": "t.csv", "shape": "long", "ages": "age", "people": "n", "staff": {}}
        | {"reference_population": "small"},
        [{"age": "0-66", "n": "900"}, {"age": "67+", "n": "100"}],
        population=population,
    ).estimate(tmp_path)
    assert result.observed[0].events_if_all == pytest.approx(100_000)
    assert result.total["gp"].current_hours == pytest.approx(100 * 0.2 * 0.2 * 0.1)


def test_more_than_all_is_said_and_counted_as_all(tmp_path: Path) -> None:
    result = estimate(tmp_path, of_ill(**seen(330_000)))
    (one,) = result.observed
    assert (one.uptake, one.ratio) == (1.0, pytest.approx(1.1))
    assert result.total["gp"].current_hours == pytest.approx(60)
    (notice,) = [notice for notice in result.notices if notice.code is NoticeCode.OBSERVED_MORE]
    assert notice.values["share"].value == pytest.approx(1.1)  # type: ignore[union-attr]


def test_nobody_seen_is_nobody_and_not_unknown(tmp_path: Path) -> None:
    result = estimate(tmp_path, of_ill(**seen(0)))
    assert result.total["gp"].current_hours == 0.0
    assert result.total["gp"].incremental_hours == pytest.approx(60)


@pytest.mark.parametrize(
    ("population", "often"),
    [({"condition": "known-to-lists"}, "1 / year"), ({"share": "0 %"}, "1 / year"), ({}, "0 / year")],
)
def test_where_nobody_knows_how_often_if_all_got_it_today_is_unknown(
    population: Document, often: str, tmp_path: Path
) -> None:
    rule = {"population": population, "tasks": {"t": task(**seen(1)) | {"frequency": often}}}
    pack = Folder(
        [{"guideline": "g", "recommendations": {"r": rule}}],
        {"lists": "l", "table": "t.csv", "people": {"total": "n"}, "registers": {"known-to-lists": "k"}, "staff": {}},
        [{"n": "1000", "k": "50"}],
    )
    result = pack.estimate(tmp_path)
    total = result.total["gp"]
    assert result.observed[0].uptake is None
    assert (total.current_hours, total.incremental_hours) == (None, None)
    assert not total.current_is_at_most
    codes = {notice.code for notice in result.notices}
    assert {NoticeCode.OBSERVED_UNKNOWN, NoticeCode.CURRENT_UNKNOWN} <= codes
    assert NoticeCode.OBSERVED not in codes


def test_a_recommendation_against_something_may_say_today_so(tmp_path: Path) -> None:
    rule = of_ill(**seen(150_000)) | {"strength": "strong-against", "uptake": {"target": "10 %"}}
    hours = estimate(tmp_path, rule).recommendations[0].roles["gp"]
    assert hours.incremental_hours == pytest.approx(60 * (0.1 - 0.5))
    assert (hours.incremental_hours_at_least, hours.incremental_hours_at_most) == pytest.approx((-24, 6))


def test_a_scenario_may_change_what_was_observed(tmp_path: Path) -> None:
    estimate(tmp_path, of_ill(**seen(60_000)))
    (tmp_path / "more.yaml").write_text(
        "format: tnt/1\nscenario: more\nchanges:\n"
        "- {set: g/recommendations/r0/tasks/t/observed/events, to: 90000 / year}\n",
        "utf-8",
    )
    result = tnt.estimate(tnt.load(tmp_path, scenarios=["more"]))
    assert result.observed[0].uptake == pytest.approx(0.3)


def test_hours_of_today_are_drawn_with_what_was_observed_and_the_people_it_is_held_against(tmp_path: Path) -> None:
    """The more are ill the fewer of them get it: hours of today depend on events alone, the change on both."""
    rule = of_ill(**seen(60_000))
    rule["tasks"]["t"]["observed"]["events"] = {"low": "50000 / year", "mean": "60000 / year", "high": "72000 / year"}
    ill = {"ill": {"prevalence": [{"ages": "all", "share": {"low": "25 %", "mean": "30 %", "high": "36 %"}}]}}
    estimate(tmp_path, rule, conditions=ill)
    one = tnt.simulate(tnt.load(tmp_path), draws=4096).total["gp"]
    assert one.current is not None
    assert one.change is not None
    assert (one.current.p05, one.current.p95) == pytest.approx((10, 14.4), rel=0.01)
    assert one.current.mean == pytest.approx(12, rel=1e-3)
    assert one.change.mean == pytest.approx(48, rel=1e-3)
    assert one.change.p95 - one.change.p05 > one.headline.p95 - one.headline.p05
    joint = tnt.simulate(tnt.load(tmp_path), draws=256, method="sobol").total["gp"]
    assert joint.current is None


def test_without_an_observation_hours_of_today_are_not_drawn(tmp_path: Path) -> None:
    estimate(tmp_path, of_ill() | {"uptake": {"current": {"low": "10 %", "mean": "20 %", "high": "30 %"}}})
    assert tnt.simulate(tnt.load(tmp_path), draws=128).total["gp"].current is None


@looks(60)
@given(packs(), st.integers(0, 10**6))
def test_every_figure_of_a_random_pack(pack: Folder, which: int) -> None:
    assert_pack_agrees(observed(pack, random.Random(which)))


@looks(40)
@given(packs(), st.integers(0, 10**6))
def test_every_figure_of_a_pack_that_shares_work(pack: Folder, which: int) -> None:
    assert_pack_agrees(observed(sharing(pack), random.Random(which)))


@looks(30)
@given(new_packs(), st.integers(0, 10**6))
def test_every_figure_with_the_new_keys(pack: Folder, which: int) -> None:
    assert_pack_agrees(observed(pack, random.Random(which)))


@looks(20)
@given(packs(), st.integers(0, 10**6))
def test_every_figure_of_a_pack_whose_visits_are_merged(pack: Folder, which: int) -> None:
    assert_pack_agrees(observed(in_visits(pack), random.Random(which)))


@looks(25)
@given(packs(), st.integers(0, 10**6))
def test_a_draw_of_today_is_the_estimate_with_the_drawn_numbers(pack: Folder, which: int) -> None:
    assert_drawn(observed(pack, random.Random(which)))


@looks(40)
@given(packs(), st.integers(0, 10**6))
def test_a_draw_of_today_of_what_is_shared(pack: Folder, which: int) -> None:
    """The uptake of an activity is solved for in each draw anew."""
    assert_drawn(observed(sharing(pack), random.Random(which)))


@settings(looks(25), suppress_health_check=[HealthCheck.filter_too_much])
@given(new_packs(), st.integers(0, 10**6), st.booleans())
def test_a_draw_of_today_with_the_new_keys(pack: Folder, which: int, shares: bool) -> None:
    assume(not begins_as_often_as_drawn(pack))
    assert_drawn(observed(sharing(pack) if shares else pack, random.Random(which)))


@looks(20)
@given(packs(), st.integers(0, 10**6))
def test_a_draw_of_today_whose_visits_are_merged(pack: Folder, which: int) -> None:
    assert_drawn(observed(in_visits(pack), random.Random(which)))


def assert_drawn(pack: Folder) -> None:
    pack = with_today_told(pack)
    inputs = loaded(pack)
    assume(is_exact(inputs) and holds_no_prevalence(inputs))
    beliefs, result = NumberDistributions(inputs, "thirty-percent"), tnt.estimate(inputs)
    roles = [role for role, of in result.total.items() if of.current_is_at_most and of.current_hours is not None]
    assume(roles)
    with unless_too_much():
        today = {
            role: hours_of_today(inputs, role, beliefs, STREAMS, SharedDraws(inputs, STREAMS.draws)) for role in roles
        }
    for draw in (0, 77):
        wanted = expected(in_draw(pack, value_in(inputs, beliefs, draw)).given())
        for role in roles:
            drawn = today[role][draw]
            assert drawn == pytest.approx(wanted.total[role]["current_hours"], rel=1e-7, abs=1e-7), role
