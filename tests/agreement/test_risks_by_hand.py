"""Hours per person who benefits from a relative risk, and at the ends of intervals of any level, worked out by hand."""

from typing import Any

import pytest

from tests.oracle.published import Document, one_list, only
from tnt.locale import Texts
from tnt.report.benefit_groups import range_text
from tnt.result.recommendation import RecommendationResult

OUTCOMES = {"stroke": "one stroke prevented"}
RISKS: Document = {
    "relative_risk": {"low": 0.7, "mean": 0.8, "high": 0.95, "level": "95 %"},
    "baseline_risk": "5 %",
}


def benefit(**stated: Any) -> RecommendationResult:
    """1,200 people treated once a year for a quarter of an hour: 300 hours, 240 people a year over 5 years."""
    rule = {
        "population": {},
        "tasks": {"treat": {"role": "gp", "time": "15 min", "frequency": "1 / year"}},
        "benefit": {"outcome": "stroke", "horizon": "5 years", **stated},
    }
    return only(one_list({"treat": rule}, {"0-99": 1200}, 1, {"hours": "1000 h / year"}, outcomes=OUTCOMES))


def per_person(one: RecommendationResult) -> tuple[float | None, float | None, float | None]:
    hours = one.roles["gp"]
    return hours.hours_per_person_low, hours.hours_per_person_benefiting, hours.hours_per_person_high


def test_a_relative_risk_with_its_baseline_is_a_risk_reduction() -> None:
    """5 % × (1 − 0.8) = 1 %: 2.4 people a year, 125 hours each; 1.5 % and 0.25 % at the ends."""
    found = benefit(**RISKS)
    assert found.people_benefiting_per_year == pytest.approx(2.4)
    assert per_person(found) == pytest.approx((300 / 3.6, 125, 300 / 0.6))
    assert found.range_level == 0.95
    assert not found.has_no_upper_limit
    assert per_person(found) == pytest.approx(
        per_person(benefit(risk_reduction={"low": "0.25 %", "mean": "1 %", "high": "1.5 %", "level": "95 %"}))
    )


def test_a_range_that_includes_1_has_no_upper_limit() -> None:
    found = benefit(relative_risk={"low": 0.7, "mean": 0.8, "high": 1.02}, baseline_risk="5 %")
    assert per_person(found) == (pytest.approx(300 / 3.6), pytest.approx(125), None)
    assert (found.has_no_upper_limit, found.range_level) == (True, 0.9)
    assert range_text(found.roles["gp"], found, Texts("en")) == "90\u00a0%: from\u00a083.3, no upper limit"


def test_the_interval_is_that_of_the_relative_risk_whatever_the_baseline_may_be() -> None:
    baseline = {"low": "2 %", "mean": "5 %", "high": "9 %"}
    assert per_person(benefit(**RISKS | {"baseline_risk": baseline})) == per_person(benefit(**RISKS))
    alone = benefit(relative_risk=0.8, baseline_risk=baseline)
    assert per_person(alone) == (None, pytest.approx(125), None)
    assert alone.range_level is None
    assert range_text(alone.roles["gp"], alone, Texts("en")) == "not stated"


@pytest.mark.parametrize(
    "risks",
    [
        {"relative_risk": 1.2, "baseline_risk": "5 %"},
        {"relative_risk": 1, "baseline_risk": "5 %"},
        {"relative_risk": 0.8, "baseline_risk": "0 %"},
    ],
)
def test_where_nobody_is_expected_to_benefit_there_is_no_figure(risks: Document) -> None:
    found = benefit(**risks)
    assert found.why_no_hours_per_person_benefiting == "no-reduction"
    assert per_person(found) == (None, None, None)


@pytest.mark.parametrize(
    ("stated", "level", "text"),
    [
        ({"low": 6, "mean": 10, "high": 20, "level": "95 %"}, 0.95, "95\u00a0%: 7.5\u00a0to\u00a025.0"),
        ({"low": 6, "mean": 10, "high": 20}, 0.9, "90\u00a0%: 7.5\u00a0to\u00a025.0"),
        ({"low": 6, "high": 20, "distribution": "uniform"}, None, "7.5\u00a0to\u00a025.0"),
        ({"mean": 10, "high": 20, "low": 10, "level": "97.5 %"}, 0.975, "97.5\u00a0%: 12.5\u00a0to\u00a025.0"),
    ],
)
def test_the_range_says_its_level_beside_it(stated: Document, level: float | None, text: str) -> None:
    """300 hours ÷ (240 ÷ NNT) people: 1.25 hours for each of those who have to be treated."""
    found = benefit(nnt=stated)
    assert found.range_level == level
    assert range_text(found.roles["gp"], found, Texts("en")) == text


def test_two_percentiles_of_an_nnt_make_its_mean() -> None:
    """Log-normal through 6 and 21 at 95 %: middle √126, σ = ln 3.5 ÷ 2 ÷ 1.95996, mean √126 × e^(σ²/2) = 11.813."""
    found = benefit(nnt={"low": 6, "high": 21, "level": "95 %", "distribution": "lognormal"})
    assert found.roles["gp"].hours_per_person_benefiting == pytest.approx(1.25 * 11.813102, rel=1e-5)
