"""One role, simulated: its total, its recommendations, its lists, what drives it, and the decision it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from tnt.compile.beliefs import Beliefs
from tnt.compile.inputs import Inputs
from tnt.compile.uncertain import Parameters, prevalences_of, shared_of, terms_of, work_of
from tnt.compile.uncertain_time import time_of
from tnt.engine import ListCounts, State
from tnt.engine.arrays import Bools, Floats
from tnt.engine.draws import Draws
from tnt.engine.hours_sum import HoursSum, Product, hours_sum
from tnt.engine.nation import simulate_nation
from tnt.engine.quantiles import spread_of
from tnt.engine.sensitivity import sobol_indices, tornado
from tnt.engine.simulate import Limit, Lists, simulate_lists
from tnt.engine.streams import Streams
from tnt.engine.terms import Prevalences, Term, prepare
from tnt.engine.value import losses, value_of_knowing
from tnt.format.base import Text
from tnt.result.model import Result
from tnt.result.uncertainty_model import Decision, Driver, ListSpreads, Spread, TotalSpread

Progress = Callable[[int, int], None]
MINUTES_TOGETHER = "minutes"
"""The stream of all minutes of a role, where they move together; no address of a number is one word."""
_VERDICTS = (State.OK, State.WATCH, State.OVERLOAD)


class RoleSimulation:
    """One role on the lists of an estimate. Hours a year."""

    def __init__(
        self, inputs: Inputs, result: Result, role: str, beliefs: Beliefs, streams: Streams, overload_weight: float
    ) -> None:
        """`result` is the estimate of the inputs; `overload_weight` is λ."""
        self._on_lists = result.lists.roles[role]
        self._overload = 1.0 if result.capacity is None else result.capacity.overload
        self._overload_weight = overload_weight
        self._people = inputs.people
        parameters = Parameters(beliefs)
        work = list(work_of(inputs, role, parameters))
        required, to_all = (terms_of(inputs, work, at_target=each) for each in (True, False))
        prevalences = prevalences_of(inputs, required, parameters)
        self._prepared = prepare(required, prevalences, inputs.counts)
        self._shared = shared_of(inputs, role, work, prevalences, parameters)
        self._required = hours_sum(self._prepared, self._shared)
        self._to_all = hours_sum(prepare(to_all, prevalences, inputs.counts))
        self._time = time_of(inputs, role, parameters)
        self._minutes = parameters.minutes
        self._draws = Draws(parameters.found, streams)
        self._nation = simulate_nation(self._required, self._draws, len(inputs.rules.rules))
        self._lacking = self._less_available(required, prevalences, inputs.counts)

    def required_in_each_draw(self) -> Floats:
        """[D] required hours over all lists."""
        return self._each_draw(self._nation.total)

    def required_at_means(self) -> float:
        """The same with every number at its mean: the estimate's."""
        return float(self._required.at(self._draws.means).hours()[0])

    def total(self) -> TotalSpread:
        """Required hours over all lists."""
        together = [
            replace(one, stream=MINUTES_TOGETHER) if number in self._minutes else one
            for number, one in enumerate(self._draws.parameters)
        ]
        independent = self._spread(self._nation.total)
        minutes = self._spread(self._required.at(Draws(together, self._draws.streams).values).hours())
        headline = max(independent, minutes, key=lambda one: one.p95 - one.p05)
        return TotalSpread(headline, independent, minutes, self._nation.error_of_mean)

    def recommendations(self, indices: Sequence[int]) -> dict[int, Spread]:
        """TNT hours over all lists of recommendations, by their indices."""
        found = simulate_nation(self._to_all, self._draws, 1 + max(indices, default=-1)).recommendations
        return {
            index: Spread(*(float(each[index]) for each in (found.mean, found.p05, found.p50, found.p95)))
            for index in indices
        }

    def lists(self, progress: Progress) -> Lists:
        """Every list in every draw."""
        return simulate_lists(self._prepared, self._draws, self._limit(), self._shared, progress)

    def on_lists(self, lists: Lists) -> ListSpreads:
        """How sure the hours of every list are; NaN where the estimate has none."""
        unknown = np.isnan(self._on_lists.required_hours)
        mean, p05, p50, p95 = (
            np.where(unknown, np.nan, each)
            for each in (lists.hours.mean, lists.hours.p05, lists.hours.p50, lists.hours.p95)
        )
        return ListSpreads(mean, p05, p50, p95, lists.probability_of_overload)

    def overloaded(self, lists: Lists) -> Spread | None:
        """How many lists are; None where none has a verdict."""
        return self._spread(lists.overloaded.astype(np.float64)) if self._judged.any() else None

    def drivers(self, label: Callable[[str], Text], progress: Progress) -> tuple[Driver, ...]:
        """What drives the required hours over all lists, the largest swing first; what drives neither them nor the
        decision is left out."""
        swings, shares = tornado(self._required, self._draws), sobol_indices(self._required, self._draws)
        worth = (
            {}
            if self._lacking is None
            else value_of_knowing(self._lacking, self._draws, self._overload_weight, progress=progress)
        )
        progress(1, 1)
        found = [
            Driver(
                stream=stream,
                label=label(stream),
                at_low=swing.at_low,
                at_high=swing.at_high,
                first_order=None if stream not in shares else shares[stream].first,
                total_order=None if stream not in shares else shares[stream].total,
                value_of_measuring=worth.get(stream),
            )
            for stream, swing in swings.items()
        ]
        found = [one for one in found if one.at_low != one.at_high or one.value_of_measuring]
        return tuple(sorted(found, key=lambda one: -abs(one.at_high - one.at_low)))

    def decision(self) -> Decision | None:
        """Whether the role is overloaded, all lists with posts together; None where available hours are unknown."""
        if self._lacking is None:
            return None
        found = losses(self._each_draw(self._lacking.at(self._draws.values).hours()), self._overload_weight)
        return Decision(found.if_called_fitting, found.if_called_overloaded, self._overload_weight, found.least)

    def _less_available(
        self, required: Sequence[Term], prevalences: Prevalences, counts: ListCounts
    ) -> HoursSum | None:
        """Required less available hours of the lists with posts, as share of capacity runs over them.

        Where available hours are drawn, those of a list count below 0 too.
        """
        staffed = self._on_lists.posts > 0
        available = float(self._on_lists.available_hours[staffed].sum())
        if not staffed.any() or np.isnan(available):
            return None
        total = self._required
        if not staffed.all():
            registers = None if counts.registers is None else counts.registers[staffed]
            part = replace(counts, people=counts.people[staffed], registers=registers)
            shared = None if self._shared is None else self._shared.part(staffed)
            total = hours_sum(prepare(required, prevalences, part), shared)
        if not self._time:
            return total.plus([Product(-available, ())])
        drawn = ((float(one.per_list[staffed].sum()), one.product) for one in self._time)
        return total.plus(Product(-hours * product.constant, product.factors) for hours, product in drawn)

    @property
    def _judged(self) -> Bools:
        """[L] lists with a verdict."""
        return np.isin(self._on_lists.state, _VERDICTS)

    def _limit(self) -> Limit:
        """A list without people is overloaded by nothing, one without time by anything."""
        available = self._on_lists.available_hours
        drawn = [one for one in self._time if one.product.factors]
        hours = np.where(available > 0, available * self._overload, -np.inf)
        if drawn:
            fixed = (one.per_list * one.product.constant for one in self._time if not one.product.factors)
            hours = sum(fixed, np.zeros_like(available)) * self._overload
        hours = np.where(self._people == 0, np.inf, hours)
        return Limit(
            np.where(self._judged, hours, np.nan),
            np.array([one.per_list * (one.product.constant * self._overload) for one in drawn]).T,
            np.array([self._product(one.product.factors) for one in drawn]),
        )

    def _product(self, factors: tuple[int, ...]) -> Floats:
        """[D] of parameters."""
        product = np.ones(self._draws.streams.draws)
        for factor in factors:
            product = product * self._draws.values(factor)
        return product

    def _each_draw(self, hours: Floats) -> Floats:
        """[D] also where nothing is drawn."""
        return np.array(np.broadcast_to(hours, self._draws.streams.draws))

    def _spread(self, hours: Floats) -> Spread:
        found = spread_of(self._each_draw(hours)[None])
        return Spread(*(float(each[0]) for each in (found.mean, found.p05, found.p50, found.p95)))
