"""Hours per person who benefits as readers see them: like with like, and in words where there is no figure."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from tnt.language.base import Text
from tnt.locale import UNKNOWN, Texts
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.show.roles import asks_staff, staff


@dataclass(frozen=True, slots=True)
class OutcomeGroup:
    """Recommendations for something that give the same outcome: least hours per person who benefits first, and those
    of which a time is missing after those that are known."""

    outcome: Text
    recommendations: tuple[RecommendationResult, ...]


def by_outcome(result: Result) -> list[OutcomeGroup]:
    """Those with a figure, in the order in which their outcomes are first named. Those against something are left
    out."""
    groups: dict[str, list[RecommendationResult]] = defaultdict(list)
    for one in result.recommendations:
        if one.outcome_id and not one.is_against and asks_staff(one) and _has_figure(one):
            groups[one.outcome_id].append(one)
    return [OutcomeGroup(alike[0].outcome or name, tuple(sorted(alike, key=_hours))) for name, alike in groups.items()]


def without_figure(result: Result) -> list[RecommendationResult]:
    """Those that state a benefit and still have no figure; why is in `why_no_hours_per_person_benefiting`."""
    return [
        one
        for one in result.recommendations
        if one.outcome_id and not one.is_against and asks_staff(one) and not _has_figure(one)
    ]


def range_text(hours: RoleHours, one: RecommendationResult, texts: Texts) -> str:
    """`95 %: 2.5 to 2.9`, `90 %: from 4.1, no upper limit`, or that no range is stated; a dash without a figure."""
    low, high = hours.hours_per_person_low, hours.hours_per_person_high
    if hours.hours_per_person_benefiting is None:
        return UNKNOWN
    if one.has_no_upper_limit:
        key = "benefit.no-upper-limit" if low is None else "benefit.from-no-upper-limit"
    elif low is None or high is None:
        key = "benefit.no-range" if low is high else "benefit.from" if high is None else "benefit.up-to"
    else:
        key = "benefit.from-to"
    return texts.at_level(texts.text(key, low=texts.number(low), high=texts.number(high)), one.range_level)


def _has_figure(one: RecommendationResult) -> bool:
    return one.why_no_hours_per_person_benefiting is None


def _hours(one: RecommendationResult) -> tuple[bool, float]:
    """Hours of all roles of staff together, by which like is ranked with like. "At least" is no rank among what is
    known."""
    every = [one.roles[role] for role in staff(one.roles)]
    return any(hours.at_least for hours in every), math.fsum(h.hours_per_person_benefiting or 0.0 for h in every)
