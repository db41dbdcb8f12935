"""How much a measure may be where it cannot be estimated: people who are only bounded. METHOD "What is never done".

Where ages are unknown, or only a register says who has a condition, nobody knows of what age and sex they are; but they
are no more than the people of the list, or those registered, and each of them counts at most as much as whoever counts
most.
"""

import numpy as np

from tnt.arrays import Floats
from tnt.engine.hours.fold import Folded
from tnt.engine.hours.missing import has_people, has_register
from tnt.engine.people.counts import ListCounts, Measures


def most_missing(counts: ListCounts, folded: Folded, measures: Measures) -> Floats:
    """[M] the most that each measure may be on all the lists where it cannot be estimated; infinite where nobody knows
    how many people it counts on one of them, 0 where there is no such list."""
    most = np.zeros(folded.condition_of.size)
    for condition in np.unique(folded.condition_of[~folded.estimable.all(axis=0)]).tolist():
        columns = folded.condition_of == condition
        weights, lacking = measures.weights[:, columns], ~folded.estimable[:, columns]
        unregistered, registered = _people(counts, folded, condition)
        ill = np.ones(len(weights)) if condition < 0 else measures.prevalence[:, condition]
        is_counted = np.isnan(ill[0]) and unregistered > 0  # by registers only, and some list has none
        each = np.inf if is_counted else (weights * np.nan_to_num(ill, nan=1.0)[:, None]).max(axis=0)
        most[columns] = np.where(lacking[0] & (unregistered > 0), unregistered * each, 0.0)
        most[columns] += np.where(lacking[1], registered * weights[~(ill <= 0)].max(axis=0, initial=0.0), 0.0)
    return most


def _people(counts: ListCounts, folded: Folded, condition: int) -> tuple[float, float]:
    """People of the lists without a register of the condition, and those registered on the others."""
    known, somebody = has_register(counts, condition), has_people(counts, folded, condition)
    people = counts.people_per_list
    unregistered = float(people[somebody & ~known].sum())
    if counts.registers is None or condition < 0:
        return unregistered, 0.0
    return unregistered, float(np.minimum(counts.registers[:, condition], people)[known & somebody].sum())
