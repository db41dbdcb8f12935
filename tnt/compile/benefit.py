"""How many people benefit a year, which tasks find them and which treat them. METHOD.md, "Benefit"."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tnt.arrays import Floats
from tnt.compile.cascade import Reach, people_weights
from tnt.language.documents.guideline import Benefit, Recommendation

WhyNone = Literal[
    "not-stated", "applies-to-missing", "horizon-missing", "no-reduction", "contacts", "nobody", "not-estimable"
]
"""Why a recommendation has no hours per person who benefits."""


@dataclass(frozen=True, slots=True)
class CompiledBenefit:
    """People who benefit a year, and what that costs at either end of the stated range.

    `people` [C] are those who benefit a year per eligible person. `least` and `most` are what the hours per person are
    multiplied by at the ends of the range of the NNT or the risk reduction: NaN where no end is stated, infinity where
    the risk reduction may be zero or below, so that there is no upper limit. `treating` are the task whose people the
    benefit counts and all that follows it.
    """

    people: Floats
    least: float
    most: float
    treating: frozenset[str]


def compile_benefit(recommendation: Recommendation, reached: Mapping[str, Reach]) -> CompiledBenefit | WhyNone:
    """The benefit, or why there is none to hold hours against.

    People at the task ÷ (NNT x horizon) a year where the task continues, else its events a year ÷ NNT [ours]. The risk
    reduction is the stated central value, 1 ÷ NNT. Range: its low and high.
    """
    benefit = recommendation.benefit
    if benefit is None:
        return "not-stated"
    least, central, greatest = _risk_reduction(benefit)
    if central <= 0:
        return "no-reduction"
    if benefit.applies_to is None and len(recommendation.tasks) > 1:
        return "applies-to-missing"
    name = benefit.applies_to or next(iter(recommendation.tasks))
    reach = reached[name]
    if reach.contacts is not None:  # how many people have the contacts is not known
        return "contacts"
    if reach.continues and benefit.horizon is None:
        return "horizon-missing"
    years = benefit.horizon.expected if reach.continues and benefit.horizon is not None else 1.0
    counted = reach.reach if reach.continues else reach.events_per_year
    return CompiledBenefit(
        people=people_weights(reach) * (counted * central / years),
        least=central / greatest,
        most=math.inf if least <= 0 else central / least,
        treating=frozenset(_with_followers(name, recommendation)),
    )


def _risk_reduction(benefit: Benefit) -> tuple[float, float, float]:
    """Low, central and high absolute risk reduction; NaN for an end that is not stated."""
    if benefit.nnt is not None:
        ends = [math.nan if end is None else 1 / end for end in (benefit.nnt.high, benefit.nnt.low)]
        return ends[0], 1 / benefit.nnt.expected, ends[1]
    stated = benefit.risk_reduction
    assert stated is not None  # checked by reading.checks.benefit
    low, high = (math.nan if end is None else end for end in (stated.low, stated.high))
    return low, stated.expected, high


def _with_followers(name: str, recommendation: Recommendation) -> set[str]:
    followers = {name}
    while more := {task for task, each in recommendation.tasks.items() if each.after in followers} - followers:
        followers |= more
    return followers
