"""What a range means, and which ranges no distribution has."""

from pathlib import Path

import pytest

import tnt
from tnt.check.check import check
from tnt.diagnostics import Code

TASK = """
format: tnt/1
guideline: care
recommendations:
  check:
    population: {ages: all}
    tasks:
      visit: {role: gp, time: 15 min, frequency: 1 / year, KEY}
"""


def problems(folder: Path, key: str, written: str) -> list[tuple[Code, dict[str, str]]]:
    text = TASK.replace(f"{key}: 15 min", "").replace(f"{key}: 1 / year", "").replace("KEY", f"{key}: {written}")
    (folder / "care.yaml").write_text(text.replace(", ,", ",").replace("gp, ,", "gp,"))
    return [
        (one.code, dict(one.values)) for one in check([folder / "care.yaml"]).diagnostics if one.code.value < "TNT6"
    ]


@pytest.mark.parametrize(
    ("key", "written", "low", "high"),
    [
        ("time", "{low: 10 min, mean: 20 min, high: 20 min}", "11 min", "19 min"),
        ("time", "{low: 0.5 h, mean: 0.5 h, high: 1 h}", "0.549 h", "0.951 h"),
        (
            "frequency",
            "{low: 0.1 / year, mean: every 2 years, high: every 2 years}",
            "0.139 / year",
            "0.46 / year",
        ),
    ],
)
def test_an_unreachable_mean_says_which_would_do(tmp_path, key, written, low, high):
    ((code, values),) = problems(tmp_path, key, written)
    assert code is Code.UNREACHABLE_MEAN
    assert (values["low"], values["high"]) == (low, high)
    lowest, _, highest = (part.partition(": ")[2] for part in written.strip("{}").split(", "))
    for would_do in (low, high):
        assert problems(tmp_path, key, f"{{low: {lowest}, mean: {would_do}, high: {highest}}}") == []


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("time", "{low: 10 min, mean: 15 min, high: 25 min}"),
        ("time", "{low: 15 min, mean: 15 min, high: 15 min}"),
        ("time", "{mean: 15 min, high: 15 min}"),
        ("time", "{distribution: pert, low: 0 min, mode: 10 min, high: 40 min}"),
        ("time", "{distribution: normal, mean: 15 min, sd: 1 min}"),
        ("time", "{distribution: lognormal, value: 15 min, sd: 20 min, n: 40}"),
        ("frequency", "{distribution: uniform, low: every 4 years, high: every 2 years}"),
        ("frequency", "{distribution: gamma, mean: 2 / year, sd: 0.5 / year}"),
    ],
)
def test_ranges_that_are_fine(tmp_path, key, written):
    assert problems(tmp_path, key, written) == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{low: 0 min, mean: 5 min, high: 9 min}", Code.RANGE_AT_EDGE),
        ("{distribution: pert, low: 5 min, high: 9 min}", Code.DISTRIBUTION_KEYS),
        ("{distribution: uniform, low: 5 min, mean: 6 min, high: 9 min}", Code.DISTRIBUTION_KEYS),
        ("{distribution: uniform, low: 5 min, high: 5 min}", Code.DISTRIBUTION_VALUES),
        ("{distribution: pert, low: 5 min, mode: 20 min, high: 9 min}", Code.RANGE_ORDER),
        ("{distribution: gamma, mean: 5 min, sd: 0 min}", Code.DISTRIBUTION_VALUES),
        ("{mean: 5 min, sd: 1 min}", Code.NEEDS_KEY),
    ],
)
def test_ranges_that_are_not(tmp_path, written, code):
    assert [found for found, _ in problems(tmp_path, "time", written)] == [code]


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("{distribution: pert, low: 10 min, mode: 15 min, high: 50 min}", 20),
        ("{distribution: uniform, low: 10 min, high: 40 min}", 25),
    ],
)
def test_the_mean_of_a_distribution_enters_every_sum(tmp_path, written, minutes):
    assert problems(tmp_path, "time", written) == []
    inputs = tnt.load(tmp_path / "care.yaml")
    (time,) = (one for one in inputs.numbers if one.quantity == "time")
    assert "distribution" in time.text
    people = inputs.people.sum()
    assert tnt.estimate(inputs).total["gp"].required_hours == pytest.approx(people * minutes / 60)
