"""The value of knowing better, for the decision "overloaded or not", in hours a year. [ours]

Calling it fitting costs (required - available)+ hours, calling it overloaded λ x (available - required)+ hours. The
expected value of perfect information (EVPI) is the smaller of the two expected losses; that of one input is how much
smaller the expected loss is when the decision may follow the input's value.

With R required and A available hours and d one of the two decisions:

    L(fitting) = max(0, R - A),  L(overloaded) = λ max(0, A - R)
    EVPI       = min over d of E[L(d)] - E[min over d of L(d)]
    EVPPI(x)   = min over d of E[L(d)] - E over x of (min over d of E[L(d) | x])

In every draw one of the two losses is 0, so the second part of the EVPI is 0 and the first is all of it. (Where lists
differ by a factor of their own, a draw is one with its factor, over which E[L(fitting)] is in closed form.) The
expectation given x is computed in two ways. For one list (`value_of_knowing`) by two levels, the input set to values
in turn and everything else drawn [Brennan et al. 2007, Med Decis Making 27:448]; the same draws serve for every value.
For many lists (`value_over_lists`) by one level: the draws are sorted by the input and cut into bins, and the mean
within a bin stands for the expectation given the input [Strong & Oakley 2013, Med Decis Making 33:755]. Ours are the
two losses, the sum over lists that are each decided alone, and that what the bins find of a stream that is in nothing
is taken off (never below 0), since a minimum of noisy means is too small on average.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Floats
from tnt.engine.draws.differing.own_factor import OwnFactor
from tnt.engine.draws.each_list import OverloadLimit
from tnt.engine.draws.hours_sum import DrawnOverlap, Evaluation, HoursSum
from tnt.engine.draws.list_hours import list_hours
from tnt.engine.draws.parameters import Draws
from tnt.engine.draws.sensitivity import quantiles
from tnt.engine.draws.terms import Prepared

POINTS = 64
"""Values that an input is set to, for one list."""
BINS = 16
"""Bins of draws, for many lists."""


@dataclass(frozen=True)
class Losses:
    """Expected losses, hours a year."""

    if_called_fitting: float
    if_called_overloaded: float

    @property
    def least(self) -> float:
        """Of the better decision: what perfect information would be worth."""
        return min(self.if_called_fitting, self.if_called_overloaded)


def losses(lacking_hours: Floats, overload_weight: float = 1.0) -> Losses:
    """From required - available hours [D]; `overload_weight` is λ."""
    short = np.maximum(lacking_hours, 0.0)
    return Losses(float(short.mean()), float(overload_weight * (short - lacking_hours).mean()))


def value_of_knowing(
    lacking: HoursSum,
    draws: Draws,
    overload_weight: float = 1.0,
    points: int = POINTS,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> dict[str, float]:
    """Stream -> hours a year that knowing its value would save. `lacking` is required less available hours.

    At each of `points` values of the input, at the middles of equally probable strata, the products it touches are
    computed again with all other draws kept. Nothing is put into bins, and the result is never below 0: both sides
    of the difference come from the same numbers.
    """
    now = lacking.at(draws.values)
    hours = now.hours()
    gains = {}
    members = draws.members()
    if losses(hours, overload_weight).least == 0:  # no draw would change the decision
        return dict.fromkeys(members, 0.0)
    for done, (stream, parameters) in enumerate(members.items()):
        changes = _changes(now, draws, parameters, (np.arange(points) + 0.5) / points)
        by_value = [losses(hours + change, overload_weight) for change in changes]
        gains[stream] = _gain(
            np.array([each.if_called_fitting for each in by_value]),
            np.array([each.if_called_overloaded for each in by_value]),
        )
        progress(done + 1, len(members))
    return gains


def _changes(now: Evaluation, draws: Draws, parameters: tuple[int, ...], probabilities: Floats) -> Iterator[Floats]:
    """[D] what changes at each probability of an input. A lone factor changes hours in a straight line: two
    values do."""

    def change(probability: float) -> Floats:
        known = quantiles(draws, parameters, probability)
        return now.change(parameters, lambda number: known[number] if number in known else draws.values(number))

    if not now.total.proportional(parameters):
        yield from (change(probability) for probability in probabilities.tolist())
        return
    values = draws.parameters[parameters[0]].distribution.quantile(probabilities)
    first, last = change(float(probabilities[0])), change(float(probabilities[-1]))
    if values[0] == values[-1]:  # known already
        yield first
        return
    slope = (last - first) / (values[-1] - values[0])
    yield from (first + slope * (value - values[0]) for value in values.tolist())


def _gain(fitting: Floats, overloaded: Floats) -> float:
    """From the expected losses of both decisions at equally probable values."""
    return float(min(fitting.mean(), overloaded.mean()) - np.minimum(fitting, overloaded).mean())


@dataclass(frozen=True)
class ListsValue:
    """Hours a year, decisions taken list by list and added up over lists with a verdict.

    all_alike   expected losses of calling every list fitting, and of calling every list overloaded
    perfect     what perfect information would be worth
    by_stream   what knowing one input would be worth
    """

    all_alike: Losses
    perfect: float
    by_stream: dict[str, float]


def value_over_lists(
    prepared: Prepared,
    draws: Draws,
    available: OverloadLimit,
    streams: Sequence[str],
    overload_weight: float = 1.0,
    shared: DrawnOverlap | None = None,
    bins: int = BINS,
    progress: Callable[[int, int], None] = lambda done, of: None,
    own: OwnFactor | None = None,
) -> ListsValue:
    """The value of knowing each of these streams for the lists. Keeps 8 bytes x D x (streams + 1) x bins: choose them.

    Draws are put into bins of like values, which makes much of nothing: what the same bins say of a stream that is in
    nothing is taken off. `available` holds available hours, no threshold; a list of NaN has no verdict. Where lists
    differ by a factor of their own, a loss in a draw is what is expected over it, and no time is less than none. Raises
    ValueError where some list's available hours are minus infinity.
    """
    if np.isneginf(available.hours).any():
        raise ValueError("a loss needs finite available hours")
    names = [*streams, "\0nothing"]
    means = _bins([_uniforms(draws, name) for name in names], bins)
    fitting_all = overloaded_all = perfect = 0.0
    gains = np.zeros(len(names))
    for block, hours in list_hours(prepared, draws.values, draws.streams.draws, shared).blocks():
        judged = ~np.isnan(available.hours[block])
        hours, there_is = hours[judged], available.of(block)[judged]
        if own is not None:
            there_is = np.maximum(there_is, 0.0)
        lacking = hours - there_is
        short = np.maximum(lacking, 0.0) if own is None else own.expected_short(hours, there_is)
        if_fitting, if_overloaded = short.mean(axis=1), overload_weight * (short - lacking).mean(axis=1)
        fitting_all += float(if_fitting.sum())
        overloaded_all += float(if_overloaded.sum())
        perfect += float(np.minimum(if_fitting, if_overloaded).sum())
        # Where one decision never costs anything no input can change it: such lists add 0, and their noise stays out.
        undecided = (if_fitting > 0) & (if_overloaded > 0)
        gains += _binned_gains(short[undecided], lacking[undecided], means, len(names), overload_weight)
        progress(block.stop, prepared.counts.length)
    worth = np.maximum(gains[:-1] - gains[-1], 0.0).tolist()
    return ListsValue(Losses(fitting_all, overloaded_all), perfect, dict(zip(streams, worth, strict=True)))


def _binned_gains(short: Floats, lacking: Floats, means: Floats, streams: int, overload_weight: float) -> Floats:
    """[streams] of some lists [n, D]."""
    fitting = (short @ means).reshape(len(short), streams, means.shape[1] // streams)
    overloaded = (fitting - (lacking @ means).reshape(fitting.shape)) * overload_weight
    whole = np.minimum(fitting.mean(axis=2), overloaded.mean(axis=2))
    gains: Floats = (whole - np.minimum(fitting, overloaded).mean(axis=2)).sum(axis=0)
    return gains


def _uniforms(draws: Draws, stream: str) -> Floats:
    """[D] the uniform numbers of a stream; of one that is in nothing, independent ones."""
    named = draws.streams if stream in draws.members() else replace(draws.streams, method="stratified")
    return named.uniforms(stream)


def _bins(uniforms: Sequence[Floats], bins: int) -> Floats:
    """[D, streams x bins] what takes the mean of the draws in each bin of like values."""
    draws = uniforms[0].size
    means = np.zeros((len(uniforms), bins, draws))
    for stream, values in enumerate(uniforms):
        bin_of = np.argsort(np.argsort(values)) * bins // draws
        means[stream, bin_of, np.arange(draws)] = 1.0
    means /= means.sum(axis=2, keepdims=True)
    return means.reshape(-1, draws).T
