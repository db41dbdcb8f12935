"""Distributions through two percentiles, against scipy's own, and what comes back of the percentiles."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from tnt.distributions.fitted import fitted
from tnt.distributions.level import normal_score

NAMES = ("normal", "lognormal", "gamma")
LEVELS = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99, 0.999])


def ends(name: str, low: float, high: float, level: float) -> tuple[float, float]:
    """The ends of the interval of a level of the distribution that was found."""
    tail = (1 - level) / 2
    found = fitted(name, low, high, level).quantile(np.array([tail, 1 - tail]))
    return float(found[0]), float(found[1])


@pytest.mark.parametrize(
    ("name", "low", "high", "level", "theirs"),
    [
        ("normal", 10, 20, 0.9, stats.norm(15, 5 / 1.6448536269514722)),
        ("normal", 10, 20, 0.95, stats.norm(15, 5 / 1.959963984540054)),
        ("lognormal", 10, 20, 0.95, stats.lognorm(math.log(2) / 2 / 1.959963984540054, scale=math.sqrt(200))),
        ("gamma", stats.gamma(4, scale=3).ppf(0.05), stats.gamma(4, scale=3).ppf(0.95), 0.9, stats.gamma(4, scale=3)),
        ("gamma", stats.gamma(0.3).ppf(0.025), stats.gamma(0.3).ppf(0.975), 0.95, stats.gamma(0.3)),
        ("beta", stats.beta(3, 17).ppf(0.05), stats.beta(3, 17).ppf(0.95), 0.9, stats.beta(3, 17)),
        ("beta", stats.beta(0.4, 0.7).ppf(0.025), stats.beta(0.4, 0.7).ppf(0.975), 0.95, stats.beta(0.4, 0.7)),
        ("beta", stats.beta(90, 2).ppf(0.25), stats.beta(90, 2).ppf(0.75), 0.5, stats.beta(90, 2)),
    ],
)  # fmt: skip
def test_it_is_the_one_through_its_percentiles(name, low, high, level, theirs) -> None:
    one = fitted(name, float(low), float(high), level)
    assert one.mean() == pytest.approx(theirs.mean(), rel=1e-9)
    u = np.linspace(0.01, 0.99, 99)
    np.testing.assert_allclose(one.quantile(u), theirs.ppf(u), rtol=1e-8)


@given(st.sampled_from(NAMES), st.floats(1e-3, 1e3), st.floats(1.001, 50), LEVELS)
def test_what_is_above_0_has_the_percentiles_it_was_given(name: str, low: float, ratio: float, level: float) -> None:
    high = low * ratio
    assume(name != "lognormal" or math.log(ratio) / normal_score(level) / 2 < 2.1)  # wider ones are refused
    assert ends(name, low, high, level) == pytest.approx((low, high), rel=1e-8)


@given(st.floats(1e-4, 0.999), st.floats(0.001, 0.999), LEVELS)
def test_a_share_has_the_percentiles_it_was_given(low: float, part: float, level: float) -> None:
    high = low + part * (1 - low)
    assume(low < high < 1)
    found = ends("beta", low, high, level)
    assert found == pytest.approx((low, high), rel=1e-8)
    assert 0 < fitted("beta", low, high, level).mean() < 1


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("normal", 2, 2),
        ("gamma", 3, 2),
        ("lognormal", 0, 2),
        ("gamma", 0, 2),
        ("beta", 0, 0.5),
        ("beta", 0.5, 1),
        ("lognormal", 1, 1e9),
        ("gamma", 1, 1 + 1e-9),
        ("beta", 0.5, 0.5 + 1e-9),
    ],
)
def test_what_is_none(name: str, low: float, high: float) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of every kind there is
        fitted(name, low, high, 0.9)
