"""Who has had what is done once in a life, year by year. Shares of the people of a cell, [..., C]. [ours]

    reached(year)       = the greater of eligible x uptake(year) and reached(year - 1), a year older
    newly reached(year) = reached(year) - reached(year - 1), a year older

Those who had it keep it: an uptake that falls, or a condition that is rarer at a higher age, takes nothing back. Who
dies or moves is taken to have had it as often as others of the same sex and age.
"""

import numpy as np

from tnt.arrays import Floats
from tnt.engine.people.cells import UNTOLD, by_sex_and_age

_ROUNDING = 1e-12


def a_year_older(shares: Floats, people: Floats) -> Floats:
    """Shares [..., C] who have had it -> those of the same people when they are a year older; of newborns nobody has.

    The last age is open: those in it stay, and those of the age before come to it. So its share is the mean of the two,
    weighted by the `people` [C] they were; even where there was nobody. Of those of unknown age it stays as it is.
    """
    by_age, counted = by_sex_and_age(shares), by_sex_and_age(people)
    older = np.zeros_like(by_age)
    older[..., 1:] = by_age[..., :-1]
    last_two = np.where(counted[:, -2:].sum(axis=1, keepdims=True) > 0, counted[:, -2:], 1.0)
    older[..., -1] = (by_age[..., -2:] * last_two).sum(axis=-1) / last_two.sum(axis=-1)
    return np.concatenate([older.reshape(*shares.shape[:-1], UNTOLD), shares[..., UNTOLD:]], axis=-1)


def newly_reached(reached: Floats, before: Floats, eligible: Floats) -> Floats:
    """Shares reached, now and `before` at the age of now -> the part of the `eligible` who are new; 0 where none is.

    Rounding makes nobody new.
    """
    new = reached - before
    return np.divide(new, eligible, out=np.zeros_like(eligible), where=new > _ROUNDING * eligible)


def spread_over_years(years_since: int, over: Floats) -> Floats:
    """Part of a start-up that falls in a year, where it is spread evenly `over` so many years from the year it arose.

    30 months are 2.5 years: two parts of 1 ÷ 2.5 and one of half of that.
    """
    return np.clip(over - years_since, 0.0, 1.0) / over
