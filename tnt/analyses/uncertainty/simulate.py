"""How sure an estimate is: every number that has a range, drawn many times. What `tnt.simulate` does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tnt.analyses.uncertainty.labels import NumberLabels
from tnt.analyses.uncertainty.most_draws import SharedDraws
from tnt.analyses.uncertainty.role import Progress, RoleSimulation
from tnt.analyses.uncertainty.spread import spread
from tnt.analyses.uncertainty.today.role import hours_of_today
from tnt.arrays import Floats
from tnt.compile.inputs import Inputs
from tnt.drawn.assumed_range import check_assumed_range
from tnt.drawn.number_distributions import NumberDistributions
from tnt.drawn.task_terms import scaled_activities
from tnt.engine.draws.quantiles import spread_of
from tnt.engine.draws.streams import Method, Streams
from tnt.estimating.estimate import estimate
from tnt.result.model import Result
from tnt.result.uncertainty import Spread, Uncertainty


def simulate(
    inputs: Inputs,
    draws: int = 4096,
    seed: int = 1,
    method: Method = "stratified",
    assume_range: str | None = None,
    overload_weight: float = 1.0,
    progress: Progress = lambda done, of: None,
) -> Uncertainty:
    """Required hours of every role and list, and TNT hours of every recommendation, in every draw. Hours a year.

    `draws` are 128 to 65,536, for a Sobol sequence a power of two; the same `seed` gives the same result.
    `assume_range` names the range that assumptions without one get; none by default. `overload_weight` is what an
    available hour too many costs, where one too few costs 1. `progress` is told how much of how much is done. Raises
    ValueError for draws that are not allowed, and Problems for a range nobody has named, and where shared
    work would take too long.
    """
    if assume_range is not None:
        check_assumed_range(assume_range)
    distributions, streams = NumberDistributions(inputs, assume_range), Streams(seed, draws, method)
    result, shared_draws = estimate(inputs), SharedDraws(inputs, draws)
    simulations = {
        role: RoleSimulation(inputs, result, role, distributions, streams, overload_weight, shared_draws)
        for role, total in result.total.items()
        if total.required_hours is not None
    }
    today = {
        role: _today(one, hours_of_today(inputs, role, distributions, streams, shared_draws))
        for role, one in simulations.items()
        if not streams.joint and result.total[role].current_is_at_most and result.total[role].current_hours is not None
    }
    steps = _Steps(2 * len(simulations), progress)
    lists = {role: one.lists(steps.part()) for role, one in simulations.items()}
    label = NumberLabels(inputs).of
    overloaded = {role: one.overloaded(lists[role]) for role, one in simulations.items()}
    values_of_information = {role: one.value_of_information(steps.part()) for role, one in simulations.items()}
    return Uncertainty(
        draws=draws,
        seed=seed,
        method=method,
        assumed_range=assume_range,
        total={
            role: one.total if (now := today.get(role)) is None else replace(one.total, current=now[0], change=now[1])
            for role, one in simulations.items()
        },
        recommendations=_recommendations(result, simulations),
        overloaded_lists={role: one for role, one in overloaded.items() if one is not None},
        lists={role: one.on_lists(lists[role]) for role, one in simulations.items()},
        drivers={role: one.drivers(label, values_of_information[role]) for role, one in simulations.items()},
        decisions={
            role: simulations[role].decision(known)
            for role, known in values_of_information.items()
            if known is not None
        },
        room={role: room for role, one in simulations.items() if (room := one.room) is not None},
        with_range=len(distributions.with_range),
        without_range=distributions.without_range,
        shared_in_proportion=tuple(dict.fromkeys(scaled_activities(inputs))),
    )


def _today(one: RoleSimulation, current: Floats) -> tuple[Spread, Spread]:
    """Hours of today [D], and what is required more in the same draw."""
    current_spread, change = (
        spread(spread_of(hours[None])) for hours in (current, one.required_in_each_draw() - current)
    )
    return current_spread, change


def _recommendations(result: Result, simulations: Mapping[str, RoleSimulation]) -> dict[str, dict[str, Spread | None]]:
    """Recommendation -> role -> TNT hours; None where the estimate has none."""
    spreads: dict[str, dict[str, Spread | None]] = {one.id: dict.fromkeys(one.roles) for one in result.recommendations}
    for role, simulation in simulations.items():
        known = {
            index: one.id
            for index, one in enumerate(result.recommendations)
            if role in one.roles and one.roles[role].tnt_hours is not None
        }
        for index, of_hours in simulation.recommendations(list(known)).items():
            spreads[known[index]][role] = of_hours
    return spreads


class _Steps:
    """What is done of a number of parts that count alike."""

    def __init__(self, parts: int, progress: Progress) -> None:
        self._parts, self._begun, self._progress = parts, 0, progress

    def part(self) -> Progress:
        """Where the next part says how far it has come."""
        before, self._begun = self._begun, self._begun + 1
        return lambda done, of: self._progress(1000 * before + 1000 * done // of, 1000 * self._parts)
