"""The price of an hour: between what the relaxation loses with a little less time and gains with a little more."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analyses.fit.packs import write
from tests.analyses.fit.test_choice import asked
from tests.profile import looks
from tnt.arrays import Floats
from tnt.engine.fit.model import Model
from tnt.engine.fit.problem import FitProblem
from tnt.engine.fit.relaxing import Relaxing
from tnt.engine.fit.solve import solve


def relaxed(problem: FitProblem, objective: Floats, more: Floats) -> float:
    model = Model(replace(problem, available=problem.available + more))
    relaxing, costs = Relaxing(model), model.objective(objective)
    relaxing.begin(costs)
    answer = relaxing.solve(costs)
    assert answer is not None
    return answer.value


@looks(60)
@given(st.integers(0, 10**6), st.integers(2, 12))
def test_it_is_what_a_little_more_time_buys(seed: int, n: int) -> None:
    random = np.random.default_rng(seed)
    hours, benefit = random.uniform(1, 50, (n, 2)), random.uniform(0.1, 9, n)
    none = np.zeros(n, dtype=np.bool_)
    problem = FitProblem(hours, hours.sum(axis=0) * random.uniform(0.2, 1.1, 2), none, none)
    prices, now = solve(problem, [benefit]).prices, relaxed(problem, benefit, np.zeros(2))
    for role in range(2):
        little = np.eye(2)[role] * 1e-3
        gained = (relaxed(problem, benefit, little) - now) / 1e-3
        lost = (now - relaxed(problem, benefit, -little)) / 1e-3
        assert gained - 1e-5 <= prices[role] <= lost + 1e-5


@pytest.mark.parametrize("hours", [60, 100, 150])
def test_more_hours_never_buy_less_on_the_frontier(tmp_path: Path, hours: float) -> None:
    points = asked(write(tmp_path, hours), outcome="stroke").frontier
    assert len(points) > 1
    for one, other in pairwise(points):
        assert one.benefit <= other.benefit * (1 + 1e-9)
