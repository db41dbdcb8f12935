"""What is chosen of a pack, against every set there is; and what never leaves, is never free and is never counted."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from tests.analyses.fit.packs import GUIDELINE, write
from tests.analyses.fit.test_sets import sets_of, used
from tnt import load
from tnt.analyses.fit.fit import fit
from tnt.analyses.fit.request import FitRequest
from tnt.analyses.fit.result import FitChoice, FitResult
from tnt.cli.request import EstimateRequest
from tnt.diagnostics import Code, Problems

WEIGHTS = """\
format: tnt/1
weights: panel
title: {nb: Panelets vekter, en: The panel's weights}
signed_by: "Example panel"
date: 2026-11-20
per_outcome:
  stroke: 10
  fall: {low: 0.001, mean: 1, high: 5}
unit: {nb: vektede personer i året, en: weighted people a year}
"""
TIERS = """\
format: tnt/1
priorities: panel
signed_by: "Example panel"
date: 2026-11-20
keep: [heart/unknown-benefit]
tiers:
  - {title: {nb: Fall, en: Falls}, recommendations: [heart/exercise]}
  - {title: {nb: Slag, en: Stroke}, recommendations: [heart/office, heart/treat]}
  - {rest: true}
"""
WHOLE = GUIDELINE.replace("    may_be_partial: true\n", "").replace(
    "        may_move: {nurse: {share: 60 %, minutes_factor: 1.2, supervision: {role: gp, time: 1 min}}}\n", ""
)


def asked(folder: Path, **options: object) -> FitResult:
    return fit(FitRequest(EstimateRequest((str(folder),), None, (), None), **options))  # type: ignore[arg-type]


def followed(choice: FitChoice | None, *, least: float = 1e-6) -> set[str]:
    assert choice is not None
    return {one.id.partition("/")[2] for one in choice.recommendations if one.uptake > least}


def best_by_hand(folder: Path, value: dict[str, float], must: set[str], barred: set[str]) -> float | None:
    """The greatest value of any set that keeps to time, alternatives and needs; None where none does."""
    inputs = load(folder)
    sets, names = sets_of(inputs), [rule.id.partition("/")[2] for rule in inputs.rules.rules]
    gp = list(inputs.rules.roles).index("gp")
    assert inputs.capacity is not None
    available = 2 * inputs.capacity.roles["gp"].time.gross_hours_per_post
    best: float | None = None
    for bits in product([False, True], repeat=len(names)):
        chosen = {name for name, is_in in zip(names, bits, strict=True) if is_in}
        fits = used(sets, np.array(bits))[gp] <= available * (1 + 1e-9)
        alternatives = not {"office", "pharmacy"} <= chosen
        needs = "treat" not in chosen or bool(chosen & {"office", "pharmacy"})
        if must <= chosen and not chosen & barred and fits and alternatives and needs:
            best = max(best or 0.0, sum(value.get(name, 0.0) for name in chosen))
    return best


@pytest.mark.parametrize("hours", [500, 230, 200, 150, 100, 60, 30, 12, 5])
def test_nothing_that_fits_is_better(tmp_path: Path, hours: float) -> None:
    folder = write(tmp_path, hours, WHOLE)
    result = asked(folder, outcome="stroke")
    assert result.choice is not None
    value = {one.id.partition("/")[2]: one.benefit or 0.0 for one in result.choice.recommendations}
    for choice, must in (
        (result.choice, {"certificate", "exercise", "unknown-benefit"}),
        (result.without_unknown, {"certificate"}),
    ):
        assert choice is not None
        barred = {"no-time"} | ({"exercise", "unknown-benefit"} - must)
        best = best_by_hand(folder, value, must, barred)
        if best is None:
            assert choice.status == "infeasible"
            assert choice.shortfall["gp"] > 0
        else:
            assert choice.status == "optimal"
            assert choice.benefit == pytest.approx(best, rel=1e-9)
            assert must <= followed(choice)
            assert not followed(choice) & barred


def test_a_missing_time_is_never_free_and_the_law_never_leaves(tmp_path: Path) -> None:
    result = asked(write(tmp_path, 12), outcome="stroke")
    assert result.unknown_hours == ("heart/no-time",)
    assert result.always == ("heart/certificate",)
    for choice in (result.choice, result.without_unknown):
        assert "no-time" not in followed(choice)
        assert "certificate" in followed(choice)


@pytest.mark.parametrize("per_list", [False, True])
@pytest.mark.parametrize("reduction", ["-1 %", "0 %"])
def test_what_is_known_to_help_nobody_is_not_unknown_and_does_not_come_in(
    tmp_path: Path, reduction: str, *, per_list: bool
) -> None:
    harm = WHOLE.replace("nnt: 900,", f"risk_reduction: {reduction},")
    result = asked(write(tmp_path, 500, harm), outcome="stroke", per_list=per_list)
    assert "heart/diet" not in result.unknown_benefit
    assert "diet" not in followed(result.choice)
    assert "diet" not in followed(result.without_unknown)


def test_benefits_of_several_outcomes_are_not_added(tmp_path: Path) -> None:
    result = asked(write(tmp_path))
    assert result.status == "needs-weights"
    assert result.choice is None
    assert {one.id: one.recommendations for one in result.outcomes} == {"stroke": 5, "fall": 1}


def test_weights_that_somebody_signed_add_them_and_their_ranges_are_tried(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", 64)
    (tmp_path / "weights.yaml").write_text(WEIGHTS, encoding="utf-8")
    result = asked(folder, weights=str(tmp_path / "weights.yaml"))
    assert result.objective is not None
    assert result.objective.signed_by == "Example panel"
    assert result.unknown_benefit == ("heart/unknown-benefit",)
    assert result.weights_tried == 3
    assert result.choice is not None
    times = {one.id.partition("/")[2]: one.in_weights for one in result.choice.recommendations}
    assert times["certificate"] == (3, 3)
    assert times["no-time"] == (0, 3)
    exercise = times["exercise"]
    assert exercise is not None
    assert exercise[0] == 2  # not where a fall counts next to nothing


def test_a_lower_tier_never_takes_an_hour_that_a_higher_one_could_use(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", 100, WHOLE)
    (tmp_path / "tiers.yaml").write_text(TIERS, encoding="utf-8")
    result = asked(folder, priorities=str(tmp_path / "tiers.yaml"))
    assert result.status == "optimal"
    assert {"exercise", "unknown-benefit", "certificate"} <= followed(result.choice)
    assert result.choice is not None
    assert result.choice.benefit is None
    # The office takes 275 hours: of the second tier only what needs the pharmacy fits, and the pharmacy is of the rest.
    assert {"treat", "pharmacy"} <= followed(result.choice)
    assert result.unknown_benefit == ()


def test_events_move_to_another_role_only_where_that_makes_room(tmp_path: Path) -> None:
    plenty = asked(write(tmp_path / "plenty", 500), outcome="stroke").choice
    short = asked(write(tmp_path / "short", 200), outcome="stroke").choice
    assert plenty is not None
    assert short is not None
    assert plenty.moved == ()
    (moved,) = short.moved
    assert (moved.from_role, moved.to_role, moved.most) == ("gp", "nurse", 0.6)
    # 275 hours of 15 minutes: the nurse takes 1.2 times as long and the GP supervises for one minute each.
    assert moved.hours["nurse"] == pytest.approx(275 * 1.2 * moved.share)
    assert moved.hours["gp"] == pytest.approx(-275 * (1 - 1 / 15) * moved.share)
    assert short.hours["gp"].used == pytest.approx(400)


def test_what_comes_in_stays_and_what_it_displaces_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", 80)
    new = tmp_path / "new.yaml"
    new.write_text(
        GUIDELINE.partition("outcomes:")[0].replace("guideline: heart", "guideline: newcomer")
        + "recommendations:\n  visit:\n    population: {ages: 65+}\n    tasks:\n"
        + "      visit: {role: gp, time: 4 min, frequency: 1 / year}\n",
        encoding="utf-8",
    )
    result = asked(folder, outcome="stroke", add=(str(new),))
    assert "visit" in followed(result.choice)
    assert result.displaced is not None
    assert set(result.displaced) <= {"heart/treat", "heart/diet"}
    assert result.displaced


def test_what_must_stay_and_does_not_fit_says_where(tmp_path: Path) -> None:
    choice = asked(write(tmp_path, 5), outcome="stroke").without_unknown
    assert choice is not None
    assert choice.status == "infeasible"
    assert choice.shortfall["gp"] == pytest.approx(sum(one.hours for one in choice.shortfall_lists))
    assert [one.list_id for one in choice.shortfall_lists] == ["two", "one"]


@pytest.mark.parametrize("hours", [500, 230, 200, 100, 60, 40])
def test_each_list_chooses_within_its_own_time(tmp_path: Path, hours: float) -> None:
    folder = write(tmp_path, hours, WHOLE)
    together = asked(folder, outcome="stroke", per_list=True).without_unknown
    assert together is not None
    assert together.benefit is not None
    one_by_one = 0.0
    for name in ("one", "two"):
        request = FitRequest(EstimateRequest((str(folder),), None, (), None, only=(name,)), outcome="stroke")
        alone = fit(request).without_unknown
        assert alone is not None
        one_by_one += alone.benefit or 0.0
    assert together.benefit <= one_by_one * (1 + 1e-9)
    assert one_by_one <= together.benefit * (1 + together.gap) + 1e-6
    assert together.hours["gp"].used <= 2 * hours


def test_weights_that_meet_nothing_and_what_no_tier_names_are_told(tmp_path: Path) -> None:
    folder = write(tmp_path, 100, WHOLE)
    (tmp_path / "weights.yaml").write_text(WEIGHTS.replace("  stroke: 10\n", "  stroke: 10\n  nowhere: 3\n"), "utf-8")
    assert asked(folder, weights=str(tmp_path / "weights.yaml")).unmet_weights == ("nowhere",)
    (tmp_path / "tiers.yaml").write_text(TIERS.replace("  - {rest: true}\n", ""), "utf-8")
    result = asked(folder, priorities=str(tmp_path / "tiers.yaml"))
    assert result.in_no_tier
    assert not set(result.in_no_tier) & {"heart/exercise", "heart/office", "heart/treat", "heart/unknown-benefit"}


def test_an_outcome_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="strike"):
        asked(write(tmp_path, 100, WHOLE), outcome="strike")


def test_without_a_guideline_there_is_nothing_to_choose_from(tmp_path: Path) -> None:
    (tmp_path / "weights.yaml").write_text(WEIGHTS, encoding="utf-8")
    with pytest.raises(Problems) as raised:
        asked(tmp_path)
    assert [one.code for one in raised.value.diagnostics] == [Code.NOTHING_TO_ESTIMATE]
