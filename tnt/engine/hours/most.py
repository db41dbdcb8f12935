"""How much a measure may be where it cannot be estimated: people who are only bounded. METHOD "What is never done".

Where ages are unknown, or only a register says who has a condition, nobody knows of what age and sex they are; but they
are no more than the people of the list, or those registered, and each of them counts at most as much as whoever counts
most. The same holds of people who are not shown (`gaps`), of each stratum by itself.
"""

import numpy as np

from tnt.arrays import Floats
from tnt.engine.hours.blocks import has_register
from tnt.engine.hours.fold import Folded
from tnt.engine.hours.gaps import most_of_untold
from tnt.engine.hours.missing import has_people
from tnt.engine.people.counts import ListCounts, Measures


def most_missing(counts: ListCounts, folded: Folded, measures: Measures) -> Floats:
    """[M] how much more than what is known each measure may be on all the lists where it cannot be estimated, or not
    all of it; infinite where nobody knows how many people it counts on one of them, 0 where there is no such list."""
    most = np.zeros(folded.condition_of.size) if counts.unseen is None else _unseen(counts, folded, measures)
    for condition in np.unique(folded.condition_of[~folded.estimable.all(axis=0)]).tolist():
        columns = folded.condition_of == condition
        weights, lacking = measures.weights[:, columns], ~folded.estimable[:, columns]
        unregistered, registered = _people(counts, folded, condition)
        is_anybody = condition < 0 or condition in measures.combined  # whoever registers say has what it is made of
        ill = np.ones(len(weights)) if is_anybody else measures.prevalence[:, condition]
        is_counted = np.isnan(ill[0]) and unregistered > 0  # by registers only, and some list has none
        each = np.inf if is_counted else (weights * np.nan_to_num(ill, nan=1.0)[:, None]).max(axis=0)
        most[columns] += np.where(lacking[0] & (unregistered > 0), _times(unregistered, each), 0.0)
        most[columns] += np.where(lacking[1], registered * weights[~(ill <= 0)].max(axis=0, initial=0.0), 0.0)
    return most


def _people(counts: ListCounts, folded: Folded, condition: int) -> tuple[float, float]:
    """People of the lists without a register of the condition, and those registered on the others."""
    somebody = has_people(counts, folded, condition)
    known = has_register(counts, folded, condition)
    people = counts.most_per_list
    unregistered = float(people[somebody & ~known].sum())
    registered = counts.as_registered
    if registered is None or not known.any():
        return unregistered, 0.0
    if condition in folded.combined:
        return unregistered, float(people[known & somebody].sum())
    return unregistered, float(np.minimum(registered[:, condition], people)[known & somebody].sum())


def _unseen(counts: ListCounts, folded: Folded, measures: Measures) -> Floats:
    """[M] what people not shown may add where a measure can be estimated but for them."""
    most = np.zeros(folded.condition_of.size)
    untold = counts.people[:, counts.untold].sum(axis=1)
    for condition in np.unique(folded.condition_of).tolist():
        columns = np.flatnonzero(folded.condition_of == condition)
        scaled = has_register(counts, folded, condition)
        estimable, weights = folded.estimable[:, columns], folded.strata_weights[:, columns]
        more = untold[~scaled].sum() * most_of_untold(folded)[columns]
        if counts.beyond is not None:
            each = weights + counts.untold[:, None] * most_of_untold(folded)[columns]
            more = more + _times(counts.beyond[~scaled].sum(axis=0)[:, None], each).sum(axis=0)
        most[columns] += np.where(estimable[0], more, 0.0)
        if condition in folded.combined:  # nobody is counted there
            everybody = float(counts.most_per_list[scaled & counts.hides_people].sum())
            highest = measures.weights[:, columns].max(axis=0, initial=0.0)
            most[columns] += np.where(estimable[1], _times(everybody, highest), 0.0)
        elif scaled.any() and counts.registers is not None and counts.registered is not None:
            uncertain = float((counts.registered - counts.registers)[scaled, condition].sum())
            each = measures.weights[:, columns][~(measures.prevalence[:, condition] <= 0)].max(axis=0, initial=0.0)
            most[columns] += np.where(estimable[1], uncertain * each, 0.0)
    return most


def _times(people: Floats | float, weights: Floats | float) -> Floats:
    """People, infinitely many perhaps, times a weight; 0 where the weight is."""
    with np.errstate(invalid="ignore"):
        return np.where(np.equal(weights, 0), 0.0, np.multiply(people, weights))
