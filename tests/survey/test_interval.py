"""The interval of a mean, against tables, a second calculation and simulated surveys."""

import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tnt.survey.interval import mean_interval, student_t

TABLE = {4: 2.132, 5: 2.015, 9: 1.833, 19: 1.729, 29: 1.699, 39: 1.685, 120: 1.658}
"""Student's t, one-sided 5 %, as printed in any table."""
ANSWERS = [10.0, 12.0, 15.0, 15.0, 20.0, 25.0, 40.0]


@pytest.mark.parametrize("freedom", TABLE)
def test_student_t_is_that_of_the_tables(freedom: int) -> None:
    assert student_t(freedom) == pytest.approx(TABLE[freedom], abs=0.0006)


def slowly(answers: list[float], t: float) -> tuple[float, float]:
    """The formula of docs/survey.md once more, with the standard library."""
    logs = [math.log(answer) for answer in answers]
    v, n, mean = statistics.variance(logs), len(answers), statistics.fmean(answers)
    reach = t * math.sqrt(v / n + v * v / (2 * (n - 1)))
    return mean * math.exp(-reach), mean * math.exp(reach)


def test_the_interval_is_that_of_a_second_calculation() -> None:
    found = mean_interval(np.array(ANSWERS))
    assert found == pytest.approx(slowly(ANSWERS, 1.943180), rel=1e-6)


def test_no_interval_of_few_or_equal_answers() -> None:
    assert mean_interval(np.array(ANSWERS[:4])) == "few"
    assert mean_interval(np.full(20, 15.0)) == "equal"
    assert mean_interval(np.array([0.1, 0.1, 0.1, 0.1, 0.10000000000000002])) == "equal"


@given(st.lists(st.floats(0.1, 500), min_size=5, max_size=40), st.floats(0.01, 100))
def test_the_mean_lies_within_and_units_change_nothing(answers: list[float], factor: float) -> None:
    minutes = np.array(answers)
    found = mean_interval(minutes)
    if isinstance(found, str):
        assert np.ptp(minutes) <= 1e-9 * minutes.mean()
        return
    low, high = found
    assert 0 < low < minutes.mean() < high
    assert mean_interval(minutes * factor) == pytest.approx((low * factor, high * factor))
    assert mean_interval(minutes[::-1]) == pytest.approx(found)


@pytest.mark.parametrize("n", [10, 20, 40])
@pytest.mark.parametrize("sigma", [0.5, 0.7])
def test_nine_of_ten_intervals_hold_the_mean(n: int, sigma: float) -> None:
    """Log-normal answers, as clinicians' are; a plain t interval holds it in 84.8 to 88.8 %."""
    random = np.random.default_rng(20261122)
    true = math.exp(sigma**2 / 2)
    intervals = [mean_interval(random.lognormal(0, sigma, n)) for _ in range(4000)]
    held = np.mean([not isinstance(found, str) and found[0] <= true <= found[1] for found in intervals])
    assert held == pytest.approx(0.9, abs=0.015)  # 3 standard errors of 4,000 surveys
