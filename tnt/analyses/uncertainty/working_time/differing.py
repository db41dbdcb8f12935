"""How much lists differ by what no number of the pack says: `between_lists` of the capacity."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.courses.course import Factor
from tnt.compile.inputs import Inputs
from tnt.drawn.parameters import ParameterProduct, Parameters
from tnt.engine.draws.differing.own_factor import OwnFactor, own_factor
from tnt.engine.draws.parameters import Draws


class Differing:
    """The factor that each list has of its own, on the hours of one role; there is none where nobody says so, and where
    lists are said not to differ."""

    def __init__(self, inputs: Inputs, role: str, parameters: Parameters, required_hours: Floats) -> None:
        """`required_hours` [L] are those of the estimate; NaN where unknown."""
        self._hours = np.nan_to_num(required_hours)
        self._variation = _variation(inputs, role, parameters)

    def in_draws(self, draws: Draws) -> OwnFactor | None:
        """Of each list."""
        if self._variation is None:
            return None
        return own_factor(self._variation.at(draws.values), draws.streams)

    def of_total(self, draws: Draws, some: Bools | slice = slice(None)) -> OwnFactor | None:
        """Of the hours of all lists together, or of some. How much of them each list has is as in the estimate."""
        own, hours = self.in_draws(draws), self._hours[some]
        if own is None or not hours.any():
            return None
        return own.of_total(float(np.sqrt((hours**2).sum()) / hours.sum()))

    def first(self, streams: Sequence[str], draws: Draws) -> list[str]:
        """With the stream that says how much lists differ first: it moves no hours, only what is decided of them."""
        factors = () if self._variation is None else self._variation.factors
        own = dict.fromkeys(draws.parameters[number].stream for number in factors)
        return [*own, *(stream for stream in streams if stream not in own)]


def _variation(inputs: Inputs, role: str, parameters: Parameters) -> ParameterProduct | None:
    capacity = inputs.capacity
    if capacity is None or role not in capacity.roles or capacity.between_lists is None:
        return None
    variation = parameters.factor(Factor((capacity.id, "between_lists"), capacity.between_lists))
    return variation if variation.constant else None
