"""Distributions by name against scipy's own."""

import numpy as np
import pytest
from scipy import stats

from tnt.distributions.named import (
    Beta,
    Constant,
    Distribution,
    Gamma,
    Normal,
    Uniform,
    beta_from_share,
    from_range,
    log_normal,
    pert,
)

U = np.concatenate([[1e-12, 1e-6], np.linspace(0.001, 0.999, 333), [1 - 1e-6, 1 - 1e-12]])

CASES: list[tuple[Distribution, object, float]] = [
    (Uniform(2, 5), stats.uniform(2, 3), 3.5),
    (Normal(10, 3), stats.norm(10, 3), 10),
    (log_normal(10, 3), stats.lognorm(np.sqrt(np.log(1.09)), scale=10 / np.sqrt(1.09)), 10),
    (beta_from_share(50, 0.3), stats.beta(15, 35), 0.3),
    (beta_from_share(2, 0.3), stats.beta(0.6, 1.4), 0.3),
    (beta_from_share(100_000, 0.001), stats.beta(100, 99_900), 0.001),
    (pert(2, 3, 10), stats.beta(1.5, 4.5, 2, 8), 4),
    (pert(2, 2, 10), stats.beta(1, 5, 2, 8), 10 / 3),
    (Gamma(10, 3), stats.gamma(100 / 9, scale=0.9), 10),
    (Gamma(3, 10), stats.gamma(0.09, scale=100 / 3), 3),
]


@pytest.mark.parametrize(("ours", "theirs", "mean"), CASES, ids=lambda case: type(case).__name__)
def test_quantiles_and_mean(ours: Distribution, theirs: stats.distributions.rv_frozen, mean: float) -> None:
    assert ours.mean() == pytest.approx(mean, rel=1e-12)
    np.testing.assert_allclose(ours.quantile(U), theirs.ppf(U), rtol=1e-8, atol=1e-300)


def test_three_equal_numbers_are_a_constant() -> None:
    assert from_range(7, 7, 7, "positive") == Constant(7)
    np.testing.assert_array_equal(Constant(7).quantile(U), np.full(U.size, 7.0))
    assert Constant(7).mean() == 7


@pytest.mark.parametrize(
    "make",
    [
        lambda: Uniform(2, 2),
        lambda: Normal(1, 0),
        lambda: log_normal(0, 1),
        lambda: beta_from_share(10, 0),
        lambda: beta_from_share(10, 1),
        lambda: Beta(0, 1),
        lambda: pert(1, 5, 3),
        lambda: pert(1, 3.2, 3),  # near enough that it would still be a Beta
        lambda: Gamma(1, 0),
    ],
)
def test_what_is_no_distribution(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match="must"):
        make()
