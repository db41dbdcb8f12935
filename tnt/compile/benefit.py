"""How many people benefit a year, which tasks find them and which treat them. METHOD.md, "Benefit"."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tnt.arrays import Floats
from tnt.compile.cascade import Reach, expected
from tnt.compile.courses.course import Factor
from tnt.compile.courses.task_cells import beginning_cells
from tnt.language.documents.guideline import Benefit, Recommendation
from tnt.language.values.number import Number

WhyNone = Literal[
    "not-stated", "applies-to-missing", "horizon-missing", "no-reduction", "contacts", "nobody", "not-estimable"
]
"""Why a recommendation has no hours per person who benefits."""


@dataclass(frozen=True, slots=True)
class CompiledBenefit:
    """People who benefit a year, and what that costs at either end of the stated range.

    `people` [C] are those who benefit a year per person of whom the share eligible is; `risk_reduction` is the central
    one. `least` and `most` are what the hours per person are multiplied by at the ends of the range of the NNT or the
    risk reduction: NaN where no end is stated, infinity where the risk reduction may be zero or below, so that there is
    no upper limit. `level` is how much of what the NNT or the reduction may be lies between these ends, None where that
    is not said. `treating` are the task whose people the benefit counts and all that follows it.
    """

    people: Floats
    risk_reduction: float
    least: float
    most: float
    level: float | None
    treating: frozenset[str]


def compile_benefit(recommendation: Recommendation, reached: Mapping[str, Reach]) -> CompiledBenefit | WhyNone:
    """The benefit, or why there is none to hold hours against. The risk reduction is the stated central value, 1 ÷ NNT
    or baseline risk × (1 - relative risk).

    Range: its low and high.
    """
    benefit = recommendation.benefit
    if benefit is None:
        return "not-stated"
    stated = _risk_reduction(benefit)
    least, central, greatest = stated.low, stated.central, stated.high
    if central <= 0:
        return "no-reduction"
    name = recommendation.treating_task
    if name is None:
        return "applies-to-missing"
    reach = reached[name]
    if reach.contacts is not None:  # how many people have the contacts is not known
        return "contacts"
    if reach.comes_back and benefit.horizon is None:
        return "horizon-missing"
    treated = treated_of(recommendation, name, reach)
    return CompiledBenefit(
        people=beginning_cells(recommendation.population, reach) * (treated.a_year * central),
        risk_reduction=central,
        least=central / greatest,
        most=math.inf if least <= 0 else central / least,
        level=stated.level,
        treating=frozenset(_with_followers(name, recommendation)),
    )


class Treated(NamedTuple):
    """People treated `a_year`, of each eligible person (of each new case), and the numbers that this rests on beside
    the reach of the task.

    Of those reached as many a year as the product of `often`, where it is known, and none of them twice within the
    `horizon`, where there is one. Where nobody is, nobody is whatever these numbers are.
    """

    a_year: float
    often: tuple[Factor, ...] | None = ()
    horizon: Factor | None = None


def treated_of(recommendation: Recommendation, name: str, reach: Reach) -> Treated:
    """Of the task whose people a benefit counts: nobody twice within the horizon. [ours]

    Who comes back is counted once in a horizon, or as often as they come where that is rarer; the `times` of the task
    itself are visits of one course and multiply nobody. New cases, and people of one age, are each treated once; work
    done once and never again is no treatment of a year. What has an end treats as many as begin a course of it a year.
    """
    own_times, benefit = expected(recommendation.tasks[name].times, 1.0), recommendation.benefit
    if reach.course is not None:
        often = () if reach.begins.often is None else (reach.begins.often,)
        return Treated(0.0 if reach.events_per_year == 0 else reach.reach * reach.begins.a_year, often)
    assert benefit is not None
    horizon = None if benefit.horizon is None else Factor(("benefit", "horizon"), benefit.horizon.expected)
    if reach.continues:
        assert horizon is not None
        return Treated(reach.reach / horizon.value, None, horizon)
    if reach.events_per_year == 0 or own_times == 0:
        return Treated(0.0)
    if not reach.comes_back:
        return Treated(reach.reach)
    assert horizon is not None
    a_year = reach.reach * min(reach.events_per_year / reach.reach / own_times, 1 / horizon.value)
    return Treated(a_year, tuple(one for one in reach.times_of if one.path != ("tasks", name, "times")), horizon)


class _RiskReduction(NamedTuple):
    """Absolute risk reduction at the ends of its interval and centrally; NaN for an end that is not stated."""

    low: float
    central: float
    high: float
    level: float | None


def _risk_reduction(benefit: Benefit) -> _RiskReduction:
    """As stated, as 1 ÷ NNT, or as baseline risk × (1 - relative risk).

    The interval of the last is that of the relative risk at the central baseline risk, as tables of findings give it
    [GRADE guidelines 12, J Clin Epidemiol 2013;66:158-72; Cochrane Handbook, chapter 15]: how large the risk is
    differs between people and places, and is no uncertainty of the effect.
    """
    if benefit.nnt is not None:
        return _falling(benefit.nnt, lambda nnt: 1 / nnt)
    if (stated := benefit.risk_reduction) is not None:
        low, high = (math.nan if end is None else end for end in (stated.low, stated.high))
        return _RiskReduction(low, stated.expected, high, stated.interval_level)
    assert benefit.relative_risk is not None  # checked by reading.checks.benefit
    assert benefit.baseline_risk is not None
    baseline = benefit.baseline_risk.expected
    return _falling(benefit.relative_risk, lambda ratio: baseline * (1 - ratio))


def _falling(number: Number[float], reduction: Callable[[float], float]) -> _RiskReduction:
    """The risk reduction at each figure of a number with which it falls."""
    low, high = (math.nan if end is None else reduction(end) for end in (number.high, number.low))
    return _RiskReduction(low, reduction(number.expected), high, number.interval_level)


def _with_followers(name: str, recommendation: Recommendation) -> set[str]:
    followers = {name}
    while more := {task for task, each in recommendation.tasks.items() if each.after in followers} - followers:
        followers |= more
    return followers
