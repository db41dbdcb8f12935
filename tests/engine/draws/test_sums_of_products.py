"""Numbers that are sums of products, and the odds of a share."""

import numpy as np
import pytest

from tnt.distributions.named import Uniform
from tnt.engine.draws.parameters import SumOfProducts, parameters_of
from tnt.engine.draws.transformed import Odds


def test_a_sum_of_products_is_added_up_draw_by_draw() -> None:
    drawn = {0: np.array([2.0, 3.0]), 1: np.array([5.0, 7.0])}
    number = SumOfProducts(((1.5, ()), (10.0, (0,)), (1.0, (0, 1))))
    assert number.at(lambda parameter: drawn[parameter]).tolist() == [31.5, 52.5]
    assert parameters_of((4, number)) == {0, 1, 4}


def test_odds_are_those_of_the_share_at_its_mean_and_at_every_quantile() -> None:
    odds = Odds(Uniform(0.1, 0.3))
    assert odds.mean() == pytest.approx(0.25)
    assert odds.quantile(np.array([0.0, 0.5, 1.0])) == pytest.approx([1 / 9, 0.25, 3 / 7])
