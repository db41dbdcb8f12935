"""Hours of today of one role over all lists, in every draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from tnt.analyses.uncertainty.most_draws import SharedDraws
from tnt.analyses.uncertainty.today.observed import DrawnUptake
from tnt.arrays import Floats
from tnt.compile.cascade import factors_of
from tnt.compile.courses.course import Factor
from tnt.compile.inputs import Inputs
from tnt.compile.observed.uptake import ObservedUptake
from tnt.drawn.number_distributions import NumberDistributions
from tnt.drawn.parameters import ParameterProduct, Parameters
from tnt.drawn.task_terms import clusters_of, prevalences_of, shared_of, terms_of, visits_of
from tnt.drawn.work import DrawnWork, drawn_work
from tnt.engine.draws.hours_sum import both, hours_sum
from tnt.engine.draws.parameters import Draws
from tnt.engine.draws.streams import Streams
from tnt.engine.draws.terms import prepare


def hours_of_today(
    inputs: Inputs, role: str, distributions: NumberDistributions, streams: Streams, shared_draws: SharedDraws
) -> Floats:
    """[D] of a role whose uptakes of today are all known; numbers have the draws they have elsewhere.

    Raises Problems as `shared_draws` does.
    """
    parameters, uptakes = Parameters(distributions), dict[ObservedUptake, DrawnUptake]()
    for rule in inputs.rules.rules:
        if role in rule.roles and rule.observed is not None and rule.observed not in uptakes:
            uptakes[rule.observed] = DrawnUptake(inputs, rule.observed, parameters)
    for one in uptakes.values():
        shared_draws.add_steps(*one.cost)
    work = list(_today(inputs, role, parameters, uptakes))
    terms = terms_of(inputs, work, at_target=True)
    prevalences = prevalences_of(inputs, terms, parameters, clusters_of(inputs, role))
    shared = both(
        *(each(inputs, role, work, prevalences, parameters, "current_uptake") for each in (shared_of, visits_of))
    )
    shared_draws.add(shared)
    draws = Draws(parameters.numbered, streams)
    derived = {one.number: one.values(draws.values, streams.draws) for one in uptakes.values()}
    hours = hours_sum(prepare(terms, prevalences, inputs.counts), shared).at(
        lambda number: derived[number] if number in derived else draws.values(number)
    )
    return np.array(np.broadcast_to(hours.hours(), streams.draws))


def _today(
    inputs: Inputs, role: str, parameters: Parameters, uptakes: dict[ObservedUptake, DrawnUptake]
) -> Iterator[DrawnWork]:
    """The yearly work of the role with the uptake of today in place of the target."""
    for one in drawn_work(inputs, role, parameters, at_target=True):
        rule = inputs.rules.rules[one.rule]
        if rule.observed is not None:
            number = uptakes[rule.observed].number
            nobody = not rule.observed.uptake  # in no draw either
            yield replace(one, uptake=ParameterProduct(0.0) if nobody else ParameterProduct(1.0, (number,)))
            continue
        band = rule.bands[one.band]
        written = band.written(factors_of(band.recommendation.uptake.current, "uptake", "current"))
        now = [Factor((rule.id, *factor.path), factor.value) for factor in written]
        yield replace(one, uptake=parameters.product(now))
