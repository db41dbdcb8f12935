"""One role, simulated: its total, its recommendations, its lists, what drives it, and the decision it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial

import numpy as np

from tnt.analyses.uncertainty.most_draws import SharedDraws
from tnt.analyses.uncertainty.spread import spread
from tnt.analyses.uncertainty.working_time.differing import Differing
from tnt.analyses.uncertainty.working_time.room import DrawnTime, room_in_draws
from tnt.analyses.uncertainty.working_time.time_terms import TimeOnLists, TimeTerm, time_of
from tnt.arrays import Floats, Ints
from tnt.compile.inputs import Inputs
from tnt.drawn.number_distributions import NumberDistributions
from tnt.drawn.parameters import Parameters
from tnt.drawn.task_terms import clusters_of, prevalences_of, shared_of, terms_of, visits_of
from tnt.drawn.work import drawn_work
from tnt.engine.draws.all_lists import simulate_all_lists
from tnt.engine.draws.each_list import ListSimulation, simulate_lists
from tnt.engine.draws.hours_sum import HoursSum, Product, both, hours_sum
from tnt.engine.draws.parameters import Draws
from tnt.engine.draws.quantiles import DrawSummary, means_of, spread_of
from tnt.engine.draws.sensitivity import sobol_indices, swings, tornado
from tnt.engine.draws.streams import Streams
from tnt.engine.draws.term import Prevalences, Term
from tnt.engine.draws.terms import prepare
from tnt.engine.draws.two_ways import ListsTwoWays, TwoWays
from tnt.engine.draws.value_of_information import BINS, ListsValue, losses, value_of_knowing, value_over_lists
from tnt.engine.people.counts import ListCounts
from tnt.language.base import Text
from tnt.result.model import Result
from tnt.result.total import RoleTotal
from tnt.result.uncertainty import Decision, Driver, ListSpreads, Room, Spread, TotalSpread

Progress = Callable[[int, int], None]
MOST_STREAMS = 16
BYTES_OF_BINS = 2**25


class RoleSimulation:
    """One role on the lists of an estimate. Hours a year."""

    def __init__(
        self,
        inputs: Inputs,
        result: Result,
        role: str,
        distributions: NumberDistributions,
        streams: Streams,
        overload_weight: float,
        shared_draws: SharedDraws,
    ) -> None:
        """`result` is the estimate of the inputs; `overload_weight` is λ. Raises Problems as `shared_draws` does."""
        self._on_lists = result.lists.roles[role]
        self._overload = 1.0 if result.capacity is None else result.capacity.overload
        self._overload_weight = overload_weight
        parameters = Parameters(distributions)
        work, work_of_all = (list(drawn_work(inputs, role, parameters, at_target=each)) for each in (True, False))
        required, to_all = terms_of(inputs, work, at_target=True), terms_of(inputs, work_of_all, at_target=False)
        prevalences = prevalences_of(inputs, required, parameters, clusters_of(inputs, role))
        self._prepared = prepare(required, prevalences, inputs.counts)
        self._shared = both(*(each(inputs, role, work, prevalences, parameters) for each in (shared_of, visits_of)))
        shared_draws.add(self._shared)
        self._required = hours_sum(self._prepared, self._shared)
        self._to_all = hours_sum(prepare(to_all, prevalences, inputs.counts))
        self._time = TimeOnLists(self._on_lists, inputs.people, time_of(inputs, role, parameters))
        self._differing = Differing(inputs, role, parameters, self._on_lists.required_hours)
        self._drawn_time = _drawn_time(result.total[role], self._time.terms, self._on_lists.posts)
        self._draws = Draws(parameters.numbered, streams)
        self._rules = len(inputs.rules.rules)
        self._all_lists = simulate_all_lists(self._required, self._draws, self._rules)
        self._together = self._draws.together(parameters.minutes)
        self._swings = tornado(self._required, self._draws)
        self._swings_of_time = (
            {}
            if self._drawn_time is None
            else swings(self._drawn_time.available, self._drawn_time.parameters, self._draws)
        )
        self._required_on = partial(self._required_of, required, prevalences, inputs.counts)
        self._lacking_on = partial(self._less_available, required, prevalences, inputs.counts)

    def required_in_each_draw(self, *, together: bool = False) -> Floats:
        """[D] required hours over all lists; `together`: all minutes too low or too high at once."""
        hours = self._required.at(self._together.values).hours() if together else self._all_lists.total
        return self._each_draw(hours)

    def required_at_means(self) -> float:
        """The same with every number at its mean: the estimate's."""
        return float(self._required.at(self._draws.means).hours()[0])

    @cached_property
    def total(self) -> TotalSpread:
        """Required hours over all lists."""
        both = TwoWays(*(self._spread_of_total(together=each) for each in (False, True)))
        return TotalSpread(
            spread(both.wider), spread(both.independent), spread(both.together), self._all_lists.error_of_mean
        )

    def _spread_of_total(self, *, together: bool) -> DrawSummary:
        hours = self.required_in_each_draw(together=together)
        own = self._differing.of_total(self._together if together else self._draws)
        return (
            spread_of(hours[None])
            if own is None
            else replace(spread_of((hours * own.factor)[None]), mean=means_of(hours[None]))
        )

    def recommendations(self, indices: Sequence[int]) -> dict[int, Spread]:
        """TNT hours over all lists of recommendations, by their indices."""
        summary = simulate_all_lists(self._to_all, self._draws, self._rules).recommendations
        return {
            index: Spread(*(float(each[index]) for each in (summary.mean, summary.p05, summary.p50, summary.p95)))
            for index in indices
        }

    def lists(self, progress: Progress) -> ListsTwoWays:
        """Every list in every draw."""
        if self._together is self._draws:
            one = self._simulated(self._draws, progress)
            return ListsTwoWays(one, one)
        return ListsTwoWays(
            self._simulated(self._draws, lambda done, of: progress(done, 2 * of)),
            self._simulated(self._together, lambda done, of: progress(of + done, 2 * of)),
        )

    def on_lists(self, lists: ListsTwoWays) -> ListSpreads:
        """How sure the hours of every list are; NaN where the estimate has none."""
        unknown, hours = np.isnan(self._on_lists.required_hours), lists.hours
        mean, p05, p50, p95 = (
            np.where(unknown, np.nan, each) for each in (hours.mean, hours.p05, hours.p50, hours.p95)
        )
        return ListSpreads(mean, p05, p50, p95, lists.probability_of_overload)

    def overloaded(self, lists: ListsTwoWays) -> Spread | None:
        """How many lists are; None where none has a verdict."""
        if not self._time.judged.any():
            return None
        return spread(lists.overloaded(minutes_first=self.total.headline == self.total.minutes_together))

    def available_in_each_draw(self) -> Floats | None:
        """[D] available hours of the lists with posts; None where they are not known, or no number of them is drawn."""
        return None if self._drawn_time is None else self._each_draw(self._drawn_time.available(self._draws.values))

    def other_care_in_each_draw(self) -> Floats | None:
        """[D] hours of other care in them; None likewise, and where none is counted."""
        hours = None if self._drawn_time is None else self._drawn_time.other_care(self._draws.values)
        return None if hours is None else self._each_draw(hours)

    @property
    def room(self) -> Room | None:
        """What the time there is has room for; None where it is not known, or no number of it has a range."""
        if self._drawn_time is None:
            return None
        staffed = self._on_lists.posts > 0
        required = self._required_on(np.flatnonzero(staffed))

        def required_in(draws: Draws) -> Floats:
            hours, own = required.at(draws.values).hours(), self._differing.of_total(draws, staffed)
            return hours if own is None else hours * own.factor

        return room_in_draws(self._drawn_time, required_in, (self._draws, self._together))

    def value_of_information(self, progress: Progress) -> ListsValue | None:
        """What knowing is worth in the decision "overloaded or not", taken list by list and added up; None where no
        list has a verdict.

        For one list exactly; for several, and where lists differ by a factor of their own, of the numbers that move
        the hours most, as many as BYTES_OF_BINS hold.
        """
        judged = np.flatnonzero(self._time.judged)
        if not judged.size or not self._draws.parameters:
            progress(1, 1)
        own = self._differing.in_draws(self._draws)
        if judged.size == 1 and own is None:
            lacking = self._lacking_on(judged)
            expected_losses = losses(self._each_draw(lacking.at(self._draws.values).hours()), self._overload_weight)
            by_stream = value_of_knowing(lacking, self._draws, self._overload_weight, progress=progress)
            return ListsValue(expected_losses, expected_losses.least, by_stream)
        if not judged.size:
            return None
        most = min(MOST_STREAMS, max(1, BYTES_OF_BINS // (8 * BINS * self._draws.streams.draws)))
        streams = self._differing.first(sorted(self._swings, key=self._width, reverse=True), self._draws)[:most]
        return value_over_lists(
            self._prepared,
            self._draws,
            self._time.available(self._draws),
            streams,
            self._overload_weight,
            self._shared,
            progress=progress,
            own=own,
        )

    def drivers(self, label: Callable[[str], Text], value_of_information: ListsValue | None) -> tuple[Driver, ...]:
        """What drives the required hours over all lists, the largest swing first; what drives neither them nor the
        decision is left out."""
        shares, by_stream = (
            sobol_indices(self._required, self._draws),
            {} if value_of_information is None else value_of_information.by_stream,
        )
        drivers = [
            Driver(
                stream=stream,
                label=label(stream),
                at_low=swing.at_low,
                at_high=swing.at_high,
                first_order=None if stream not in shares else shares[stream].first,
                total_order=None if stream not in shares else shares[stream].total,
                value_of_measuring=by_stream.get(stream),
                available_at_low=of_time.at_low if (of_time := self._swings_of_time.get(stream)) else None,
                available_at_high=of_time.at_high if of_time else None,
            )
            for stream, swing in self._swings.items()
        ]
        drivers = [one for one in drivers if one.moves_required or one.moves_available or one.value_of_measuring]
        return tuple(sorted(drivers, key=lambda one: -self._width(one.stream)))

    def decision(self, value_of_information: ListsValue) -> Decision:
        """Whether lists are overloaded, decided list by list and added up."""
        alike = value_of_information.all_alike
        return Decision(
            alike.if_called_fitting, alike.if_called_overloaded, self._overload_weight, value_of_information.perfect
        )

    def _width(self, stream: str) -> float:
        """How far a number moves the required or the available hours."""
        of_time = self._swings_of_time.get(stream)
        return max(self._swings[stream].width, 0.0 if of_time is None else of_time.width)

    def _simulated(self, draws: Draws, progress: Progress) -> ListSimulation:
        limit = self._time.limit(draws, self._overload)
        own = self._differing.in_draws(draws)
        return simulate_lists(self._prepared, draws, limit, self._shared, progress, own)

    def _required_of(
        self, required: Sequence[Term], prevalences: Prevalences, counts: ListCounts, which: Ints
    ) -> HoursSum:
        """Required hours of some lists."""
        shared = None if self._shared is None else self._shared.part(which)
        return hours_sum(prepare(required, prevalences, counts.part(which)), shared)

    def _less_available(
        self, required: Sequence[Term], prevalences: Prevalences, counts: ListCounts, which: Ints
    ) -> HoursSum:
        """Required less available hours of some lists. What is available is below 0 where less than nothing is left."""
        total = self._required_of(required, prevalences, counts, which)
        if not self._time.terms:
            return total.plus([Product(-float(self._on_lists.available_hours[which].sum()), ())])
        drawn = ((float(one.per_list[which].sum()), one.product) for one in self._time.terms)
        return total.plus(Product(-hours * product.constant, product.factors) for hours, product in drawn)

    def _each_draw(self, hours: Floats) -> Floats:
        """[D] also where nothing is drawn."""
        return np.array(np.broadcast_to(hours, self._draws.streams.draws))


def _drawn_time(total: RoleTotal, terms: Sequence[TimeTerm], posts: Floats) -> DrawnTime | None:
    """None where nothing of the available hours is drawn, or they are not known."""
    if not terms or total.available_hours is None or total.available_at_most:
        return None
    staffed = posts > 0
    return DrawnTime([replace(term, per_list=term.per_list[staffed]) for term in terms])
