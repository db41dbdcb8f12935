"""Draws honour the level of a range, and the mean of a distribution between two percentiles is that of the estimate."""

from pathlib import Path

import numpy as np
import pytest

from tests.reading.files import task
from tnt.analyses.uncertainty.simulate import simulate
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate

PEOPLE = "1200 people"


def spread(folder: Path, time: str):
    """Required hours of 1,200 people from 40 who are all seen once a year, drawn and as estimated."""
    text = task(f"role: gp, frequency: 1 / year, time: {time}").replace("{ages: 40+}", "{ages: all}")
    (folder / "g.yaml").write_text(text, "utf-8")
    inputs = load(folder, lists=PEOPLE)
    drawn = simulate(inputs, draws=2**15, method="stratified").total["gp"].independent
    return drawn, estimate(inputs).total["gp"].required_hours


def hours(minutes: float) -> float:
    return 1200 * minutes / 60


def test_a_95_percent_range_is_drawn_narrower_than_the_same_at_90(tmp_path: Path) -> None:
    """ln 6 and ln 21 at 1.96: at 1.645 they are 6.6357 and 18.988."""
    drawn, mean = spread(tmp_path, "{low: 6 min, mean: 11 min, high: 21 min, level: 95 %}")
    assert mean == pytest.approx(hours(11))
    assert (drawn.p05, drawn.mean, drawn.p95) == pytest.approx((hours(6.6357), hours(11), hours(18.988)), rel=2e-3)
    drawn, _ = spread(tmp_path, "{low: 6 min, mean: 11 min, high: 21 min}")
    assert (drawn.p05, drawn.p95) == pytest.approx((hours(6), hours(21)), rel=2e-3)


@pytest.mark.parametrize("name", ["lognormal", "gamma"])
def test_the_mean_of_what_is_drawn_is_that_of_the_estimate(tmp_path: Path, name: str) -> None:
    drawn, mean = spread(tmp_path, f"{{low: 10 min, high: 20 min, distribution: {name}}}")
    assert drawn.mean == pytest.approx(mean, rel=1e-3)
    assert (drawn.p05, drawn.p95) == pytest.approx((hours(10), hours(20)), rel=2e-3)


def test_a_share_between_two_percentiles(tmp_path: Path) -> None:
    text = task("role: gp, frequency: 1 / year, time: 60 min").replace(
        "{ages: 40+}", "{ages: all, share: {low: 10 %, high: 30 %, distribution: beta}}"
    )
    (tmp_path / "g.yaml").write_text(text, "utf-8")
    drawn = simulate(load(tmp_path, lists=PEOPLE), draws=2**15).total["gp"].independent
    np.testing.assert_allclose((drawn.p05, drawn.p95), (120, 360), rtol=5e-3)
