"""The slow calculation itself, against figures worked out by hand."""

from typing import Any

import pytest

from tests.oracle.conditions import calibrated
from tests.oracle.expected import Expected, Given, expected
from tests.oracle.people import CELLS

CASCADE: dict[str, Any] = {
    "measure": {"role": "gp", "time": "15 min", "frequency": "1 / year"},
    "repeat": {
        "after": "measure",
        "probability": "25 %",
        "times": 2,
        "roles": {"nurse": "70 %", "gp": "30 %"},
        "time": "15 min",
    },
    "results-inbox": {"after": "repeat", "role": "gp", "time": "3 min"},
    "follow-up": {"after": "measure", "probability": "4 %", "frequency": "2 / year", "role": "gp", "time": "15 min"},
}


def on_a_thousand(recommendation: dict[str, Any], capacity: dict[str, Any] | None = None) -> Expected:
    """1,000 people of 50 years, one GP."""
    lists = {
        "lists": "one",
        "table": "t.csv",
        "shape": "long",
        "ages": "age",
        "people": "n",
        "staff": {"gp": {"posts": 1}},
    }
    reference = [{"sex": sex, "age": str(age), "people": "1"} for sex, age in CELLS]
    rules = [{"guideline": "g", "recommendations": {"r": recommendation}}]
    time = {"capacity": "c", "roles": {"gp": capacity}} if capacity else None
    return expected(
        Given(rules, [], lists | {"staff": {"gp": {"posts": 1}}}, [{"age": "50", "n": "1000"}], reference, time, {})
    )


def test_a_cascade() -> None:
    benefit = {"outcome": "stroke", "nnt": 125, "horizon": "5 years", "applies_to": "follow-up"}
    uptake = {"current": "30 %", "target": "80 %"}
    found = on_a_thousand({"population": {}, "tasks": CASCADE, "benefit": benefit, "uptake": uptake})
    gp, nurse = (found.recommendations["g/r"].roles[role] for role in ("gp", "nurse"))
    assert gp.tnt_hours == pytest.approx(
        250 + 37.5 + 25 + 20
    )  # 1,000 visits, 150 of 500 repeats, 500 answers, 80 visits
    assert nurse.tnt_hours == pytest.approx(87.5)
    assert gp.incremental_hours == pytest.approx(332.5 * 0.5)
    assert found.recommendations["g/r"].people_benefiting_per_year == pytest.approx(40 / (125 * 5))
    assert gp.hours_per_person_benefiting == pytest.approx(332.5 / 0.064)


def test_working_time() -> None:
    reserved = {
        "administration": {"share": "15 %"},
        "supervision": {"time": "3 h / week"},
        "other-care": {"per_person": "30 min / year"},
        "elsewhere": {"share": "50 %", "lists": "none"},
    }
    capacity = {"hours": "37.5 h / week", "weeks": 46, "worked_today": "49 h / week", "reserved": reserved}
    uptake = {"current": "30 %", "target": "100 %"}
    found = on_a_thousand({"population": {}, "tasks": CASCADE, "uptake": uptake}, capacity)
    total = found.total["gp"]
    assert total["available_hours"] == pytest.approx(1725 * 0.85 - 138 - 500)
    assert total["positions"] == total["share_of_capacity"] == pytest.approx(332.5 / 828.25)
    assert total["break_even_reserve"] == pytest.approx(1 - 332.5 / 1725)
    assert total["load_before"] == pytest.approx(49 / 37.5)
    assert total["load_after"] == pytest.approx((2254 + 232.75) / 1725)
    assert found.overload["gp"]["of"] == 1


@pytest.mark.parametrize(
    ("register", "young", "old"),
    [(90, 75, 15), (150, 100, 50), (199, 100, 99), (500, 100, 100), (0, 0, 0)],
    ids=["one factor for all", "the excess goes to the others", "nearly everyone", "beyond everyone", "none"],
)
def test_a_register_calibrates_the_prevalence(register: float, young: float, old: float) -> None:
    """100 people at 50 % and 100 at 10 %."""
    cells = {("female", 20): 100.0, ("female", 70): 100.0}
    found = calibrated(cells, {("female", 20): 0.5, ("female", 70): 0.1}, register)
    assert found["female", 20] == pytest.approx(young, abs=1e-9)
    assert found["female", 70] == pytest.approx(old, abs=1e-9)
