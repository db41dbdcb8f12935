"""Who is newly reached, in each year, by work that is done once. docs/results.md, "Hours year by year" [ours]."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.inputs import Inputs
from tnt.engine.people.reached import a_year_older, newly_reached


class NewlyReached:
    """The R recommendations of a projection, asked for one year after the other from the first."""

    def __init__(self) -> None:
        """Nobody is reached yet."""
        self._had: Floats | None = None
        self._people: Floats | None = None

    def next_year(self, inputs: Inputs) -> Floats:
        """[R, C] of the eligible of each cell, the share newly reached in the year of `inputs`.

        The same on every list, so that registers scale it as they scale the eligible.
        """
        rules, by_age = inputs.rules.rules, ages_matter(inputs)
        eligible = np.where(by_age[:, None], _eligible(inputs), 1.0)
        if self._had is None:
            current = [rule.uptakes.current for rule in rules]
            nobody = np.zeros(eligible.shape[1])
            self._had = eligible * np.array([nobody if each is None else each.by_cell for each in current])
        people = _people(inputs)
        older = a_year_older(self._had, people if self._people is None else self._people)
        before = np.where(by_age[:, None], older, self._had)
        target = np.array([rule.uptakes.target.by_cell for rule in rules])
        self._had, self._people = np.maximum(before, eligible * target), people
        return newly_reached(self._had, before, eligible)


def ages_matter(inputs: Inputs) -> Bools:
    """[R] whether it is known of what age the eligible are; else nobody is known to grow into the ages asked for.

    Lists may have no ages, and a register that alone knows who has a condition has none.
    """
    measures = inputs.rules.measures
    condition = measures.condition_of[inputs.rules.eligible]
    by_register = np.append(measures.register_only, False)[condition]  # -1, no condition, is the last
    return ~by_register & (inputs.counts.split is not None)


def _eligible(inputs: Inputs) -> Floats:
    """[R, C] share of the people of a cell who are eligible, before registers scale it; 0 where only these know."""
    measures = inputs.rules.measures
    everybody = np.ones((len(measures.weights), 1))
    with_condition = np.append(np.nan_to_num(measures.prevalence), everybody, axis=1)
    condition = measures.condition_of[inputs.rules.eligible]
    return np.asarray((measures.weights[:, inputs.rules.eligible] * with_condition[:, condition]).T)


def _people(inputs: Inputs) -> Floats:
    """[C] people of all lists; ones where nobody knows their ages."""
    counts, cells = inputs.counts, len(inputs.rules.measures.weights)
    return np.ones(cells) if counts.split is None else counts.split @ counts.everybody
