"""What cannot be told of a measure because people are not shown: all of it, or some. METHOD "What is never done".

A group of ages or a sex that a table does not hold is unknown, never zero people. A measure that counts none of these
people is known; one that counts some of them is at least what the others come to; one that counts only them cannot be
estimated. People of no known sex or age count where a measure is the same for everybody (`cells.UNTOLD`).
"""

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.hours.fold import Folded
from tnt.engine.people.cells import UNTOLD
from tnt.engine.people.counts import ListCounts
from tnt.engine.people.unseen import BOUNDED, BOUNDLESS, COUNTED, SOMEWHERE, Unseen


@dataclass(frozen=True)
class Gaps:
    """Of each pattern of people not shown, on lists without (row 0) and with (row 1) a register of the condition.

    absent   [2, P, M] the measure cannot be estimated
    partial  [2, P, M] it is at least what is known
    of_list  [L] which pattern each list has
    """

    absent: Bools
    partial: Bools
    of_list: Ints


def gaps(counts: ListCounts, folded: Folded) -> Gaps:
    """Where measures cannot be estimated, or only in part."""
    absent = (~folded.estimable).reshape(2, 1, -1)
    if counts.unseen is None:
        return Gaps(absent, np.zeros_like(absent), np.zeros(counts.length, dtype=np.intp))
    touched, known = _without_register(counts.unseen, folded, counts.untold)
    touched, known = np.array([touched, touched]), np.array([known, known])
    if counts.exact is not None:
        touched[1][:, np.isin(folded.condition_of, np.flatnonzero(counts.exact))] = False
    for group, condition in enumerate(folded.calibrated.tolist()):
        measures = np.flatnonzero(folded.condition_of == condition)
        if condition in folded.combined:  # who of those registered are not shown is unknown, and with it the others
            asks = folded.cell_weights[:, measures].any(axis=0)
            touched[1][:, measures] = np.asarray(counts.unseen.patterns.any(axis=1))[:, None] & asks
            known[1][:, measures] &= ~touched[1][:, measures]
            continue
        if counts.exact is not None and counts.exact[condition]:
            continue
        has_it = folded.bases[:, group] > 0
        unshown = counts.unseen.patterns[:, has_it | counts.untold]
        asks = folded.strata_weights[:, measures].any(axis=0)
        touched[1][:, measures] = np.asarray(unshown.any(axis=1))[:, None] & asks
        known[1][:, measures] &= ~np.asarray((unshown == BOUNDLESS).any(axis=1))[
            :, None
        ]  # the register may be theirs alone
    return Gaps(absent | (touched & ~known), touched & known & ~absent, counts.unseen.of_list)


def most_of_untold(folded: Folded) -> Floats:
    """[M] how much more one person of no known sex or age may count than what is certain, prevalence included."""
    per_person = folded.cell_weights * folded.prevalence_of
    if len(per_person) == 1:  # without ages everybody is in one cell
        return np.zeros(folded.factor_of.size)
    return np.asarray(per_person[:UNTOLD].max(axis=0) - per_person[UNTOLD])


def _without_register(unseen: Unseen, folded: Folded, untold: Bools) -> tuple[Bools, Bools]:
    """[P, M] which measures count people not shown, and which count some who are."""
    counts_them = folded.strata_weights != 0
    may_differ = untold[:, None] & (most_of_untold(folded) > 0)
    more = (unseen.patterns == BOUNDED) | (unseen.patterns == BOUNDLESS)
    shown = (unseen.patterns == COUNTED) | untold
    touched = (more @ (counts_them | may_differ)) | ((unseen.patterns == SOMEWHERE) @ may_differ)
    return np.asarray(touched), np.asarray(shown @ counts_them)
