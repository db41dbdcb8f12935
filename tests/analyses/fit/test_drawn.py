"""What is chosen from in every draw: hours and those who benefit move together, and as `tnt estimate --draws` says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.analyses.fit.packs import GUIDELINE, write
from tests.courses.estimates import PEOPLE_OF_AN_AGE, loaded, rule, task
from tnt import Inputs, Problems, load, simulate
from tnt.analyses.fit.drawn import DrawnHours, DrawnSums, drawn
from tnt.analyses.fit.question import benefiting_at_target
from tnt.analyses.fit.sets import WorkOnLists, staffed
from tnt.arrays import Floats
from tnt.diagnostics import Code
from tnt.drawn.number_distributions import NumberDistributions
from tnt.engine.draws.parameters import Draws
from tnt.engine.draws.quantiles import spread_of
from tnt.engine.draws.streams import Method, Streams

DRAWS, SEED = 512, 7
PEOPLE = 21 * PEOPLE_OF_AN_AGE
"""Of 40 to 60 years."""
IN_THE_FORTIES_AND_FIFTIES = {"ages": "40-60", "share": {"low": "20 %", "mean": "30 %", "high": "45 %"}}
RANGED = (
    GUIDELINE.replace("time: 15 min", "time: {low: 11 min, mean: 15 min, high: 20 min}")
    .replace("share: 4 %}", "share: {low: 3 %, mean: 4 %, high: 6 %}}")
    .replace("time: 6 min", "time: {low: 5 min, mean: 6 min, high: 8 min}")
    .replace("nnt: 60,", "nnt: {low: 40, mean: 60, high: 90},")
)


def in_draws(inputs: Inputs, method: Method = "stratified") -> DrawnHours:
    return drawn(inputs, list(inputs.rules.roles), DRAWS, SEED, method)


def numbers(inputs: Inputs) -> Callable[[str], Floats]:
    """[D] the values of a number by its address, each drawn by itself."""
    distributions, streams = NumberDistributions(inputs), Streams(SEED, DRAWS)

    def values(path: str) -> Floats:
        believed = distributions.of_reciprocal(path) if path.endswith("/nnt") else distributions.of(path)
        assert believed is not None
        drawn_values = believed.quantile(streams.uniforms(path))
        return 1 / drawn_values if path.endswith("/nnt") else drawn_values

    return values


def hours_of_each(inputs: Inputs) -> Floats:
    """[n, J] without draws, nothing shared taken out."""
    counts = [inputs.counts.part(np.flatnonzero(staffed(inputs, role))) for role in inputs.rules.roles]
    return np.array([WorkOnLists(inputs, some).hours[:, at] for at, some in enumerate(counts)]).T


def of_one(population: dict[str, object], tasks: dict[str, object], **benefit: object) -> Inputs:
    return loaded(rule(population, tasks, benefit={"outcome": "better", **benefit}))


def test_hours_are_those_of_a_simulation_with_the_same_seed(tmp_path: Path) -> None:
    """Where everybody gets it, on lists that all have posts."""
    inputs = load(write(tmp_path, guideline=RANGED))
    found, said = in_draws(inputs), simulate(inputs, DRAWS, SEED)
    assert found.hours.shape == (DRAWS, len(inputs.rules.rules), len(inputs.rules.roles))
    seen = 0
    for at, each in enumerate(inputs.rules.rules):
        for column, role in enumerate(inputs.rules.roles):
            spread = said.recommendations[each.id].get(role)
            hours = found.hours[:, at, column]
            if spread is None:
                assert (hours == 0).all()  # not asked, or no time
                continue
            mine = spread_of(hours[None])
            wanted = [spread.mean, spread.p05, spread.p50, spread.p95]
            assert [float(one[0]) for one in (mine.mean, mine.p05, mine.p50, mine.p95)] == pytest.approx(wanted, 1e-12)
            seen += spread.p05 < spread.p95
    assert seen == 3
    assert found.with_range == said.with_range + 1  # the NNT, which moves no hours


def test_a_number_that_moves_hours_and_benefit_moves_both_in_one_draw(tmp_path: Path) -> None:
    """Two visits of 20 minutes for each of whom one in NNT benefits within 5 years."""
    inputs = load(write(tmp_path, guideline=RANGED))
    found, value = in_draws(inputs), numbers(inputs)
    at = [each.id for each in inputs.rules.rules].index("heart/treat")
    hours = found.hours[:, at, list(inputs.rules.roles).index("gp")]
    assert hours.std() > 0.1 * hours.mean()
    people = hours / (2 * 20 / 60)
    np.testing.assert_allclose(found.benefiting[:, at], people / (5 * value("heart/treat/benefit/nnt")), rtol=1e-12)


@pytest.mark.parametrize("method", ["plain", "latin-hypercube", "sobol"])
def test_so_it_does_by_every_method(method: Method) -> None:
    inputs = of_one(IN_THE_FORTIES_AND_FIFTIES, {"visit": task("1 / year")}, risk_reduction="2 %", horizon="5 years")
    found = in_draws(inputs, method)
    assert found.hours[:, 0, 0].std() > 0.1 * found.hours[:, 0, 0].mean()
    np.testing.assert_allclose(found.benefiting[:, 0], found.hours[:, 0, 0] * 0.02 / 5, rtol=1e-12)


def test_only_the_lists_with_posts_of_a_role_ask_for_its_hours_and_all_have_people_who_benefit(tmp_path: Path) -> None:
    folder = write(tmp_path, guideline=RANGED)
    both = in_draws(load(folder))
    table = folder / "lists.csv"
    table.write_text(table.read_text("utf-8").replace("two,1,", "two,0,"), "utf-8")
    one = in_draws(load(folder))
    at = [each.id for each in load(folder).rules.rules].index("heart/treat")
    gp = list(load(folder).rules.roles).index("gp")
    np.testing.assert_allclose(one.hours[:, at, gp], both.hours[:, at, gp] * 500 / 1100, rtol=1e-12)
    np.testing.assert_array_equal(one.benefiting, both.benefiting)


def test_a_role_that_only_moves_ask_for_has_no_hours_of_its_own(tmp_path: Path) -> None:
    inputs = load(write(tmp_path, guideline=RANGED))
    found = drawn(inputs, [*inputs.rules.roles, "nurse"], DRAWS, SEED)
    assert "nurse" not in inputs.rules.roles
    assert (found.hours[:, :, -1] == 0).all()


def test_an_unknown_benefit_is_unknown_in_every_draw_and_an_unknown_time_takes_none(tmp_path: Path) -> None:
    inputs = load(write(tmp_path, guideline=RANGED))
    found, ids = in_draws(inputs), [each.id.partition("/")[2] for each in inputs.rules.rules]
    assert np.isnan(found.benefiting[:, ids.index("unknown-benefit")]).all()
    assert (found.hours[:, ids.index("no-time")] == 0).all()
    assert (found.benefiting[:, ids.index("no-time")] > 0).all()


def test_a_risk_reduction_whose_range_includes_zero_harms_in_some_draws() -> None:
    reduction = {"low": "-0.5 %", "mean": "1.5 %", "high": "3.5 %"}
    inputs = of_one({"ages": "40-60"}, {"visit": task("1 / year")}, risk_reduction=reduction, horizon="5 years")
    people, value = in_draws(inputs).benefiting[:, 0], numbers(inputs)
    np.testing.assert_allclose(people, PEOPLE * value("g/r0/benefit/risk_reduction") / 5, rtol=1e-12)
    assert 0.05 < (people < 0).mean() < 0.2
    assert np.percentile(people, 5) == pytest.approx(PEOPLE * -0.005 / 5, abs=0.3)


def test_a_relative_risk_and_the_risk_without_treatment_are_drawn() -> None:
    inputs = of_one(
        {"ages": "40-60"},
        {"visit": task("1 / year")},
        relative_risk={"low": 0.6, "mean": 0.8, "high": 1.1, "level": "95 %"},
        baseline_risk={"low": "8 %", "mean": "10 %", "high": "13 %"},
        horizon={"low": "4 years", "mean": "5 years", "high": "7 years"},
    )
    value, found = numbers(inputs), in_draws(inputs)
    at = "g/r0/benefit"
    wanted = PEOPLE * value(f"{at}/baseline_risk") * (1 - value(f"{at}/relative_risk")) / value(f"{at}/horizon")
    np.testing.assert_allclose(found.benefiting[:, 0], wanted, rtol=1e-12, atol=1e-12)
    assert (found.benefiting < 0).any()
    assert found.with_range == 3


def test_who_comes_back_is_treated_as_often_as_drawn_and_not_twice_in_the_horizon_that_is() -> None:
    """The visits of the treatment itself multiply nobody."""
    tasks = {
        "ask": task({"low": "0.1 / year", "mean": "0.25 / year", "high": "0.5 / year"}),  # type: ignore[arg-type]
        "advise": task(after="ask", probability={"low": "30 %", "mean": "40 %", "high": "50 %"}, times=3),
    }
    horizon = {"low": "3 years", "mean": "4 years", "high": "6 years"}
    inputs = of_one({"ages": "40-60"}, tasks, applies_to="advise", risk_reduction="10 %", horizon=horizon)
    value, people = numbers(inputs), in_draws(inputs).benefiting[:, 0]
    often, once = value("g/r0/tasks/ask/frequency"), 1 / value("g/r0/benefit/horizon")
    assert 0.2 < (often < once).mean() < 0.8
    wanted = PEOPLE * value("g/r0/tasks/advise/probability") * np.minimum(often, once) * 0.1
    np.testing.assert_allclose(people, wanted, rtol=1e-12)


def test_nobody_benefits_twice_within_the_horizon() -> None:
    """However low an NNT is drawn."""
    nnt = {"low": 1.02, "mean": 1.6, "high": 4}
    inputs = of_one({"ages": "40-60"}, {"visit": task("1 / year")}, nnt=nnt, horizon="5 years")
    people = in_draws(inputs).benefiting[:, 0]
    assert (numbers(inputs)("g/r0/benefit/nnt") < 1).any()
    assert people.max() == pytest.approx(PEOPLE / 5)


def test_an_nnt_is_drawn_as_the_risk_reduction_whose_interval_its_own_is() -> None:
    """From a trial (AAFP, mild hypertension): 173, 95 % interval 108 to 810, which no NNT has that is drawn itself."""
    nnt = {"low": 108, "mean": 173, "high": 810, "level": "95 %"}
    inputs = of_one({"ages": "40-60"}, {"visit": task("1 / year")}, nnt=nnt, horizon="5 years")
    people = in_draws(inputs).benefiting[:, 0] * 5 / PEOPLE
    assert people.mean() == pytest.approx(1 / 173, rel=0.01)
    assert 1 / np.percentile(people, [2.5, 97.5]) == pytest.approx([810, 108], rel=0.05)
    luck = Streams(SEED, DRAWS).uniforms("g/r0/benefit/nnt")
    assert (np.argsort(people) == np.argsort(-luck)).all()  # low luck is a low NNT


def test_a_range_of_a_benefit_that_no_distribution_has_is_said_with_its_place() -> None:
    nnt = {"low": 10, "mean": 800, "high": 900}
    inputs = of_one({"ages": "40-60"}, {"visit": task("1 / year")}, nnt=nnt, horizon="5 years")
    with pytest.raises(Problems) as raised:
        in_draws(inputs)
    (one,) = raised.value.diagnostics
    assert one.code == Code.UNREACHABLE_MEAN
    assert one.values["found"] == "800"
    assert one.place.span is not None


def test_the_shipped_pack_in_draws_is_around_what_it_is_at_the_means() -> None:
    """Registers, overheads, courses, combined conditions and numbers by age."""
    inputs = load()
    roles, ranges = list(inputs.rules.roles), NumberDistributions(inputs)
    sums = DrawnSums(inputs, roles, ranges)
    means = Draws(sums.parameters.numbered, Streams(SEED, DRAWS)).means
    hours = hours_of_each(inputs)
    people = benefiting_at_target(inputs)
    np.testing.assert_allclose(sums.hours(means, 1)[0], hours, rtol=1e-12)
    np.testing.assert_allclose(sums.benefiting(means, 1)[0], people, rtol=1e-12)
    found = in_draws(inputs)
    np.testing.assert_allclose(found.hours.mean(axis=0), hours, rtol=0.05, atol=1)
    assert (np.isnan(found.benefiting) == np.isnan(people)).all()
