"""Low, mean and high are met exactly, on every support; what cannot be met says what would do."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import logit, ndtr, ndtri

from tnt.distributions.bent_normal import BentNormal, Scale, UnreachableMeanError, fit_bent_normal

SUPPORTS: dict[Scale, tuple[float, float]] = {"positive": (1e-3, 1e3), "share": (1e-3, 0.999), "signed": (-50, 50)}
U = np.array([0.05, 0.95])


@st.composite
def ranges(draw: st.DrawFn) -> tuple[float, float, float, Scale]:
    """A low, a high and a mean between the two that can be met."""
    scale = draw(st.sampled_from(list(SUPPORTS)))
    ends = st.floats(*SUPPORTS[scale])
    low, high = sorted((draw(ends), draw(ends)))
    if high - low < 1e-3 * max(abs(high), 1e-3) or (scale == "positive" and high > 100 * low):
        low, high = (2.0, 5.0) if scale != "share" else (0.2, 0.5)
    return low, low + draw(st.floats(0.15, 0.85)) * (high - low), high, scale


def on_scale(low: float, high: float, scale: Scale) -> tuple[float, float]:
    if scale == "signed":
        return low, high
    return (math.log(low), math.log(high)) if scale == "positive" else (float(logit(low)), float(logit(high)))


@given(ranges())
def test_low_mean_and_high_are_met(given: tuple[float, float, float, Scale]) -> None:
    low, mean, high, scale = given
    lowest, highest = (BentNormal(scale, *on_scale(low, high, scale), skew).mean() for skew in (1, -1))
    assume(lowest < mean < highest)
    found = fit_bent_normal(low, mean, high, scale)
    np.testing.assert_allclose(found.quantile(U), [low, high], rtol=1e-9, atol=1e-12)
    assert found.mean() == pytest.approx(mean, rel=1e-9, abs=1e-12)


@given(ranges())
def test_more_skew_means_less_everywhere_between_low_and_high(given: tuple[float, float, float, Scale]) -> None:
    low, _, high, scale = given
    ends = on_scale(low, high, scale)
    z = np.linspace(-1.6, 1.6, 33)
    by_skew = np.array([BentNormal(scale, *ends, skew).on_scale(z) for skew in np.linspace(-0.99, 0.99, 21)])
    assert (np.diff(by_skew, axis=0) < 0).all()
    assert (np.diff(by_skew, axis=1) > 0).all()


@pytest.mark.parametrize(
    ("low", "mean", "high", "scale"),
    [
        (8, 10, 15, "positive"),
        (6.9, 9.1, 17.3, "positive"),
        (0.5, 1, 3, "positive"),
        (1, 30, 100, "positive"),
        (0.1, 0.2, 0.35, "share"),
        (0.001, 0.4, 0.95, "share"),
        (-3, 1, 4, "signed"),
        (5, 4_900, 10_000, "positive"),
    ],
)
def test_the_mean_is_that_of_the_draws(low: float, mean: float, high: float, scale: Scale) -> None:
    found = fit_bent_normal(low, mean, high, scale)

    def weighted(z: float) -> float:
        return float(found.quantile(np.array([ndtr(z)]))[0]) * math.exp(-z * z / 2) / math.sqrt(2 * math.pi)

    kinks = [-8.0, float(ndtri(0.05)), found.skew, float(ndtri(0.95)), 8.0]
    integrated = sum(quad(weighted, a, b, epsabs=1e-12)[0] for a, b in pairwise(kinks))
    assert integrated == pytest.approx(mean, rel=1e-6)


def test_the_pieces_are_the_curve() -> None:
    found = BentNormal("signed", 2.0, 9.0, 0.4)
    for begin, end, at_0, slope in found.pieces():
        z = np.linspace(max(begin, -5), min(end, 5), 11)
        np.testing.assert_allclose(found.on_scale(z), at_0 + slope * z, rtol=1e-12)


def test_without_skew_it_is_a_normal() -> None:
    u = np.linspace(0.01, 0.99, 99)
    np.testing.assert_allclose(
        fit_bent_normal(1, 3, 5, "signed").quantile(u), 3 + 2 * ndtri(u) / ndtri(0.95), rtol=1e-9
    )


def test_what_cannot_be_met_says_what_would_do() -> None:
    with pytest.raises(UnreachableMeanError) as caught:
        fit_bent_normal(10, 10.3, 20, "positive")
    low, high = caught.value.lowest, caught.value.highest
    assert 10.3 < low < 11 < 19 < high < 20
    for mean in (low * (1 + 1e-9), high * (1 - 1e-9)):
        assert fit_bent_normal(10, mean, 20, "positive").mean() == pytest.approx(mean, rel=1e-9)


@pytest.mark.parametrize(
    ("low", "mean", "high", "scale"),
    [
        (0, 1, 2, "positive"),
        (0, 0.1, 0.2, "share"),
        (0.5, 0.9, 1, "share"),
        (3, 2, 1, "signed"),
        (1, 1, 1, "positive"),
        (1e-9, 1, 1e9, "positive"),
        (1, 2, math.inf, "positive"),
    ],
)
def test_what_has_no_such_distribution(low: float, mean: float, high: float, scale: Scale) -> None:
    with pytest.raises(ValueError, match=r"low|high"):
        fit_bent_normal(low, mean, high, scale)


@given(ranges(), st.sampled_from([0.9, 0.95, 0.99, 0.999]))
def test_the_ends_of_any_level_from_90_percent_are_met(given: tuple[float, float, float, Scale], level: float) -> None:
    low, mean, high, scale = given
    shrunk = 1.6448536269514722 / float(ndtri((1 + level) / 2))
    below, above = on_scale(low, high, scale)
    middle, half = (below + above) / 2, (above - below) / 2 * shrunk
    lowest, highest = (BentNormal(scale, middle - half, middle + half, skew).mean() for skew in (1, -1))
    assume(lowest < mean < highest)
    found = fit_bent_normal(low, mean, high, scale, level)
    tail = (1 - level) / 2
    np.testing.assert_allclose(found.quantile(np.array([tail, 1 - tail])), [low, high], rtol=1e-9, atol=1e-12)
    assert found.mean() == pytest.approx(mean, rel=1e-9, abs=1e-12)


def test_90_percent_is_what_is_meant_where_nothing_is_said() -> None:
    assert fit_bent_normal(6, 10, 21, "positive", 0.9) == fit_bent_normal(6, 10, 21, "positive")


def test_a_95_percent_interval_is_narrower_at_90() -> None:
    """By hand, on the logarithm: ln 6 = 1.7918, ln 21 = 3.0445; middle 2.4182, half .6264 × 1.6449 ÷ 1.9600 = .5257."""
    found = fit_bent_normal(6, 10, 21, "positive", 0.95)
    assert (found.low, found.high) == pytest.approx((2.4182 - 0.5257, 2.4182 + 0.5257), abs=1e-4)


def test_what_lies_within_the_bend_says_no_ends() -> None:
    with pytest.raises(ValueError, match="skew"):
        fit_bent_normal(6, 10, 21, "positive", 0.8)
