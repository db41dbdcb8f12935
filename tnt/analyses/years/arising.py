"""Work to get started that arises in a year, of one role and the n recommendations that ask it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.inputs import Inputs
from tnt.engine.hours.fold import fold
from tnt.engine.hours.totals import Totals, list_totals
from tnt.estimating.sums import summed


@dataclass(frozen=True)
class StartUpWork:
    """Hours as far as they are known, over all lists [n] and over those with posts; some of it, or all, is unknown."""

    hours: Floats
    hours_where_staffed: Floats
    partly_unknown: Bools
    unknown: Bools

    def times(self, part: Floats) -> StartUpWork:
        """A part [n] of it; of none nothing is unknown."""
        some = part > 0
        return StartUpWork(
            self.hours * part, self.hours_where_staffed * part, self.partly_unknown & some, self.unknown & some
        )

    def __add__(self, other: StartUpWork) -> StartUpWork:
        return StartUpWork(
            self.hours + other.hours,
            self.hours_where_staffed + other.hours_where_staffed,
            self.partly_unknown | other.partly_unknown,
            self.unknown | other.unknown,
        )


@dataclass(frozen=True)
class StartUpSums:
    """Measures of the recommendations summed over all lists, and over those with posts of each role in turn."""

    inputs: Inputs
    totals: Totals

    def work(self, role: str, measures: Ints, unknown: Bools, lacks_time: Bools) -> StartUpWork:
        """Hours of some measures [n] of a role, -1 where there is no such work."""
        lists, selection = self.inputs.counts.length, 1 + list(self.inputs.rules.roles).index(role)
        hours = summed(self.totals, 0, measures, lists)
        staffed = summed(self.totals, selection, measures, int(np.count_nonzero(_staffed(self.inputs, role))))
        missing = (measures >= 0) & (self.totals.lacking_lists[0, measures] > 0)
        unknown = unknown | ((measures >= 0) & np.isnan(hours))
        known = np.where(unknown, 0.0, np.nan_to_num([hours, staffed]))
        return StartUpWork(known[0], known[1], unknown | lacks_time | missing, unknown)


def start_up_sums(inputs: Inputs, newly_reached: Floats) -> StartUpSums:
    """`newly_reached` [R, C] is the part of the eligible of each rule for whom its work done once is new."""
    weights = inputs.rules.measures.weights.copy()
    for role in inputs.rules.roles.values():
        has_one_off = role.one_off >= 0
        weights[:, role.one_off[has_one_off]] *= newly_reached[role.rules[has_one_off]].T
    measures = replace(inputs.rules.measures, weights=weights)
    selections = [None, *(_staffed(inputs, role) for role in inputs.rules.roles)]
    nothing = np.zeros((weights.shape[1], 1))
    return StartUpSums(inputs, list_totals(inputs.counts, fold(measures, inputs.counts), nothing, selections))


def _staffed(inputs: Inputs, role: str) -> Bools:
    """[L] lists with posts of a role, known and above 0."""
    posts = inputs.table.posts.get(role)
    return np.zeros(inputs.counts.length, dtype=np.bool_) if posts is None else posts > 0
