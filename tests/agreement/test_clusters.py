"""Diseases that cluster: random packs agree with the slow calculation, and METHOD's claims hold of small ones."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from scipy.stats import multivariate_normal, norm

import tnt
from tests.agreement.draws import assert_required_in_draws, loaded, nothing, simulated
from tests.agreement.test_draws import begins_as_often_as_drawn, holds_no_prevalence, is_exact
from tests.oracle.agreement import assert_pack_agrees
from tests.oracle.changes import in_visits, sharing
from tests.oracle.drawn_packs.clusters import clustered
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs, packs
from tests.profile import looks
from tnt.compile.inputs import Inputs

PEOPLE = 100_000


def pack(
    folder: Path, rho: float | None, shares: tuple[str, ...] = ("8 %", "5 %"), rules: str = "", **more: str
) -> Inputs:
    """People of whom so many have `a`, `b` …; one yearly task of 30 minutes of each, all the same work."""
    names = "abcdefgh"[: len(shares)]
    ill = "".join(
        f"  {name}: {{prevalence: [{{share: {share}}}]}}\n" for name, share in zip(names, shares, strict=True)
    )
    order = more.get("order", ", ".join(names))
    cluster = "" if rho is None else f"clusters: {{z: {{conditions: [{order}], correlation: {rho}}}}}\n"
    each = "".join(
        f"  of-{name}: {{population: {{condition: {name}}}, tasks: {{t: {{role: gp, time: 30 min, frequency: 1 / year, "
        f"activity: check}}}}}}\n"
        for name in names
    )
    folder.mkdir(exist_ok=True)
    (folder / "ill.yaml").write_text(f"format: tnt/1\nconditions:\n{ill}{cluster}", "utf-8")
    (folder / "rules.yaml").write_text(f"format: tnt/1\nguideline: g\nrecommendations:\n{rules or each}", "utf-8")
    return tnt.load(folder, lists=f"{PEOPLE} people")


def overlap(folder: Path, rho: float | None, shares: tuple[str, ...] = ("8 %", "5 %"), **more: str) -> float:
    return tnt.estimate(pack(folder, rho, shares, **more)).total["gp"].overlap_hours


def both(one: float, two: float, rho: float) -> float:
    """Share with both, of two normal numbers that correlate."""
    covariance, ends = np.array([[1, rho], [rho, 1]]), norm.ppf([one, two])
    return float(multivariate_normal.cdf(ends, np.zeros(2), covariance, abseps=1e-14, releps=1e-12))


@pytest.mark.parametrize("rho", [0.1, 0.3, 0.5, 0.8, 0.9])
@pytest.mark.parametrize("shares", [("8 %", "5 %"), ("0.1 %", "0.2 %"), ("1 / 10000", "1 / 5000"), ("90 %", "40 %")])
def test_two_diseases_are_had_together_as_two_normal_numbers_say(
    rho: float, shares: tuple[str, str], tmp_path: Path
) -> None:
    one, two = (float(tnt.units.share(each)) for each in shares)
    assert overlap(tmp_path, rho, shares) / (PEOPLE / 2) == pytest.approx(both(one, two, rho), rel=1e-6, abs=1e-13)


def test_three_diseases_are_too(tmp_path: Path) -> None:
    shares, rho = [0.08, 0.05, 0.2], 0.4
    covariance = np.full((3, 3), rho) + (1 - rho) * np.eye(3)
    none = multivariate_normal.cdf(norm.isf(shares), np.zeros(3), covariance, abseps=1e-9, releps=1e-9)
    found = overlap(tmp_path, rho, ("8 %", "5 %", "20 %"))
    assert found / (PEOPLE / 2) == pytest.approx(sum(shares) - (1 - none), abs=1e-7)


def test_the_correlation_goes_from_independence_towards_full_overlap(tmp_path: Path) -> None:
    found = [overlap(tmp_path, rho) for rho in (0, 0.1, 0.3, 0.6, 0.9)]
    assert found[0] == overlap(tmp_path, None) == pytest.approx(0.08 * 0.05 * PEOPLE / 2)
    assert found == sorted(found)
    assert found[-1] < 0.05 * PEOPLE / 2


def test_without_correlation_everything_is_as_without_the_cluster(tmp_path: Path) -> None:
    rules = (
        "  r: {population: {condition: {all: [a, b]}}, tasks: {t: {role: gp, time: 7 min, frequency: 1 / year, "
        "activity: x}}}\n  s: {population: {condition: {any: [a, {not: c}]}}, tasks: {t: {role: gp, time: 9 min, "
        "frequency: 2 / year, activity: x}}}\n  q: {population: {condition: c}, tasks: {t: {role: gp, time: 5 min, "
        "frequency: 1 / year, activity: x}}}\n"
    )
    totals = [tnt.estimate(pack(tmp_path, rho, ("8 %", "5 %", "31 %"), rules=rules)).total["gp"] for rho in (0, None)]
    assert totals[0] == totals[1]


def test_the_bounds_do_not_rest_on_the_correlation(tmp_path: Path) -> None:
    ends = {tnt.estimate(pack(tmp_path, rho)).total["gp"].overlap_hours_bounds for rho in (None, 0, 0.3, 0.9)}
    assert len(ends) == 1


@pytest.mark.parametrize("rho", [0.3, 0.9])
def test_a_recommendation_alone_is_the_same_at_any_correlation(rho: float, tmp_path: Path) -> None:
    rules = (
        "  r: {population: {condition: a}, tasks: {t: {role: gp, time: 30 min, frequency: 1 / year, activity: x}, "
        "u: {role: gp, time: 20 min, frequency: 2 / year, activity: x}}}\n"
        "  s: {population: {condition: b}, tasks: {t: {role: gp, time: 10 min, frequency: 1 / year, activity: y}}}\n"
    )
    one, other = (tnt.estimate(pack(tmp_path, each, rules=rules)).total["gp"] for each in (rho, None))
    assert one == other


def test_the_order_of_the_conditions_never_matters(tmp_path: Path) -> None:
    found = {overlap(tmp_path, 0.5, ("8 %", "5 %", "3 %"), order=order) for order in ("a, b, c", "c, a, b", "b, c, a")}
    assert len(found) == 1


def test_how_many_have_them_all_and_any_of_them(tmp_path: Path) -> None:
    rules = "".join(
        f"  {name}: {{population: {{condition: {who}}}, tasks: {{t: {{role: gp, time: 1 h, frequency: 1 / year}}}}}}\n"
        for name, who in {"all": "{all: [a, b]}", "any": "{any: [a, b]}", "one": "{all: [a, {not: b}]}"}.items()
    )
    result = tnt.estimate(pack(tmp_path, 0.5, ("5 %", "5 %"), rules=rules))
    found = {one.id: one.eligible_people for one in result.recommendations}
    assert found["g/all"] == pytest.approx(PEOPLE * both(0.05, 0.05, 0.5), rel=1e-9)
    assert found["g/all"] == pytest.approx(PEOPLE * 0.012, rel=0.02)  # METHOD: 5 % and 5 %
    assert found["g/any"] == pytest.approx(PEOPLE * 0.1 - found["g/all"], rel=1e-9)
    assert found["g/one"] == pytest.approx(PEOPLE * 0.05 - found["g/all"], rel=1e-9)


@looks(40)
@given(clustered(packs()))
def test_every_figure_of_a_pack_that_shares_work(drawn: Folder) -> None:
    shared = sharing(drawn)
    assert_pack_agrees(shared)


@looks(50)
@given(clustered(new_packs()))
def test_every_figure_with_conditions_combined(drawn: Folder) -> None:
    shared = sharing(drawn)
    assert_pack_agrees(shared)


@looks(30)
@given(clustered(new_packs().map(in_visits)))
def test_every_figure_of_a_pack_whose_visits_are_merged(drawn: Folder) -> None:
    assert_pack_agrees(drawn)


@looks(30)
@given(clustered(new_packs().map(sharing)))
def test_a_draw_is_the_estimate_with_the_drawn_numbers(drawn: Folder) -> None:
    inputs = loaded(drawn)
    assume(is_exact(inputs) and holds_no_prevalence(inputs) and not begins_as_often_as_drawn(drawn))
    assert_required_in_draws(drawn, inputs)


@looks(30)
@given(clustered(new_packs().map(sharing)))
def test_at_the_means_the_draws_are_the_estimate_and_the_lists_add_up(drawn: Folder) -> None:
    inputs = loaded(drawn)
    result = tnt.estimate(inputs)
    for role, one in simulated(inputs)[1].items():
        assert one.required_at_means() == pytest.approx(result.total[role].required_hours, rel=1e-9, abs=1e-9)
        lists = one.lists(nothing).independent.hours.mean.sum()
        assert lists == pytest.approx(one.required_in_each_draw().mean(), rel=1e-9, abs=1e-9)
