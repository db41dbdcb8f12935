"""Hours per person who benefits, of one role and all recommendations that ask it. METHOD.md, "Benefit"."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.role_measures import RoleMeasures
from tnt.engine.hours.totals import Totals
from tnt.estimating.sums import summed


@dataclass(frozen=True)
class BenefitFigures:
    """Hours of one role per person who benefits [n], NaN where unknown: TNT hours a year ÷ people who benefit a year.

    `finding` and `treating` add up to `whole`; one of them is unknown where none of its tasks has a time. `low` and
    `high` are `whole` at the ends of the stated range of the NNT or the risk reduction, NaN where no end is stated;
    `high` is infinite where the risk reduction may be zero, and unknown where a time lacks: nothing is at most.
    """

    whole: Floats
    finding: Floats
    treating: Floats
    low: Floats
    high: Floats


def benefit_figures(measures: RoleMeasures, weights: Floats, totals: Totals, lists: int) -> BenefitFigures:
    """Sums over all lists; unknown where hours and people cannot be estimated on the same lists, or for other people.

    `weights` [C, M] are those of all measures, per person of a cell.
    """
    hours = summed(totals, 0, measures.yearly, lists)
    people = summed(totals, 0, measures.benefiting, lists)
    has_finding = measures.finding >= 0
    finding_hours = np.where(has_finding, summed(totals, 0, measures.finding, lists), 0.0)
    absent, lacking = totals.missing_lists[0], totals.lacking_lists[0]
    alike = absent[measures.yearly] == absent[measures.benefiting]
    if totals.hides_people:  # as many lists may be other lists
        is_whole = (lacking[measures.yearly] == 0) & (lacking[measures.benefiting] == 0)
        alike &= is_whole | _in_proportion(weights[:, measures.yearly], weights[:, measures.benefiting])
    alike &= ~has_finding | (absent[measures.yearly] == absent[measures.finding])
    whole, finding = (
        np.divide(part, people, out=np.full_like(hours, np.nan), where=alike & (people > 0))
        for part in (hours, finding_hours)
    )
    treating = np.where(np.isclose(whole, finding, rtol=1e-12, atol=0.0), 0.0, whole - finding)  # rounding is no work
    with np.errstate(invalid="ignore"):  # no hours at all have no upper limit either
        high = np.where(measures.lacks_time & np.isfinite(measures.most_per_person), np.nan, measures.most_per_person)
        high = whole * high
    return BenefitFigures(
        whole=whole,
        finding=np.where(measures.finding_unknown, np.nan, whole - treating),
        treating=np.where(measures.treating_unknown, np.nan, treating),
        low=whole * measures.least_per_person,
        high=high,
    )


def _in_proportion(hours: Floats, people: Floats) -> Bools:
    """[n] whether hours [C, n] are so many for each of the people [C, n], of whatever sex and age."""
    with_both = hours * people.max(axis=0), people * hours.max(axis=0)
    return np.asarray(np.isclose(*with_both, rtol=1e-12, atol=0.0).all(axis=0))
