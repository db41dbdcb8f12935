"""What drives a sum of hours: one parameter at a time (tornado), and Sobol indices.

Parameters of one stream move together, so they are one input here. An input touches its own products only, and only
those are computed again.

With V the variance of the hours, x one input and ~x all others: first index = Var(E[hours | x]) ÷ V, total index =
E[Var(hours | ~x)] ÷ V. Both come from two independent sets of draws, A and B, and from A with x taken from B
(`indices_of`, where the estimators are cited): for m inputs (m + 2) x D values of hours, most of them only in part.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Floats
from tnt.engine.draws.hours_sum import HoursSum
from tnt.engine.draws.parameters import Draws, Values

LOW, HIGH = 0.05, 0.95
SECOND_SET = 101
"""The replica that Sobol indices are computed with."""


@dataclass(frozen=True)
class HoursSwing:
    """The hours with one input at its 5th and at its 95th percentile, all others at their means."""

    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far apart the two are."""
        return abs(self.at_high - self.at_low)


def tornado(total: HoursSum, draws: Draws) -> dict[str, HoursSwing]:
    """Stream -> its swing, in hours of the whole sum."""
    middle = total.at(draws.means)
    hours = float(middle.hours()[0])
    swings = {}
    for stream, members in draws.members().items():
        ends = (
            middle.change(members, with_quantile(draws, members, quantile, draws.means)) for quantile in (LOW, HIGH)
        )
        swings[stream] = HoursSwing(*(hours + float(change[0]) for change in ends))
    return swings


def swings(hours_at: Callable[[Values], Floats], parameters: Collection[int], draws: Draws) -> dict[str, HoursSwing]:
    """Stream -> the swing of any hours [1] that depend on some of the parameters."""
    return {
        stream: HoursSwing(
            *(float(hours_at(with_quantile(draws, members, each, draws.means))[0]) for each in (LOW, HIGH))
        )
        for stream, members in draws.members().items()
        if not set(parameters).isdisjoint(members)
    }


@dataclass(frozen=True)
class SobolIndices:
    """Shares of the variance.

    first           what goes when the input is known, on average, without what it does together with others
    total           what stays when everything else is known, on average
    first_error     standard errors, as if the variance of the hours were known
    total_error
    """

    first: float
    total: float
    first_error: float
    total_error: float


def sobol_indices(total: HoursSum, draws: Draws) -> dict[str, SobolIndices]:
    """Stream -> its indices, from the draws and a second, independent set. Empty where nothing varies."""
    others = draws.replica(SECOND_SET, draws.streams.draws)
    one, other = total.at(draws.values), total.at(others.values)
    hours, other_hours = one.hours(), other.hours()
    variance = float(np.concatenate([hours, other_hours]).var())
    if not variance > 0:  # also where they differ by less than a square can tell
        return {}
    by_stream = {}
    for stream, members in draws.members().items():
        change = one.change(members, _mixed(draws.values, others.values, members))
        indices = indices_of(hours, other_hours, change)
        if total.proportional(members):
            values = draws.values(members[0]), others.values(members[0])
            indices = replace(indices, **_first_of_a_line(*values, change, variance))
        by_stream[stream] = indices
    return by_stream


def indices_of(one: Floats, other: Floats, change: Floats) -> SobolIndices:
    """Of one input of a function, from f(A) [D], f(B) [D] and f(A with this input from B) - f(A) [D] (or [1]: none).

    First: mean f(B) change ÷ V with f(B) less its mean [Saltelli 2010, Comput Phys Commun 181:259, table 2b]; total:
    mean change² ÷ 2 V [Jansen 1999]. V is the variance of both sets together.
    """
    both = np.concatenate([one, other])
    variance = float(both.var())
    first = (other - both.mean()) * change / variance
    remaining = np.broadcast_to(change**2 / (2 * variance), one.shape)
    size = np.sqrt(one.size)
    return SobolIndices(
        float(first.mean()), float(remaining.mean()), float(first.std() / size), float(remaining.std() / size)
    )


def _first_of_a_line(one: Floats, other: Floats, change: Floats, variance: float) -> dict[str, float]:
    """The first index of an input that hours are a straight line in: what they are on average, given it, is one too.

    So it is slope² Var(x) ÷ V, and the mean slope, known from what changes between A and B, is far surer than the
    estimate for any function. [ours]

    Hours are a + b x with a and b functions of the other inputs, which are independent of x; so E[hours | x] = E[a] +
    E[b] x, whose variance is E[b]² Var(x). What changes when x alone goes from A to B is b (x_B - x_A), and b is
    independent of that step: E[b] = E[change x step] ÷ E[step²].
    """
    step = other - one
    squares = float((step**2).mean())
    if squares == 0:
        return {"first": 0.0, "first_error": 0.0}
    slope = float((change * step).mean()) / squares
    error = float(((change - slope * step) * step).std()) / np.sqrt(step.size) / squares
    share = float(np.concatenate([one, other]).var()) / variance
    return {"first": slope**2 * share, "first_error": float(2 * abs(slope) * error * share)}


def with_quantile(draws: Draws, members: Collection[int], quantile: float, rest: Values) -> Values:
    """The values with some parameters at a quantile."""
    known = quantiles(draws, members, quantile)
    return lambda parameter: known[parameter] if parameter in known else rest(parameter)


def quantiles(draws: Draws, members: Collection[int], quantile: float) -> Mapping[int, Floats]:
    """[1] the values of these parameters at a probability."""
    u = np.array([quantile])
    return {member: draws.parameters[member].distribution.quantile(u) for member in members}


def _mixed(one: Values, other: Values, members: Collection[int]) -> Values:
    """The first values, with these parameters from the second."""
    return lambda parameter: other(parameter) if parameter in members else one(parameter)
