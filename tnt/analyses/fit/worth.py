"""What following a recommendation counts on each list, and what the choices of all lists count together."""

from __future__ import annotations

import numpy as np

from tnt.analyses.fit.question import Question, at_target
from tnt.analyses.fit.values import Values
from tnt.arrays import Bools, Floats, Ints
from tnt.engine.hours.detail import list_detail
from tnt.engine.hours.fold import fold

_SMALL = 1e-300


def worth_on_lists(question: Question, values: Values, lists: Ints) -> Floats:
    """[K, n] what the choice of each list maximises. Of tiers one recommendation of a higher one outweighs all of the
    lower."""
    spread = _as_people(question, lists) if values.counts_recommendations else _spread(question, lists)
    worth = np.zeros(spread.shape)
    for objective in reversed(values.objectives):
        mine = spread * objective
        least = np.where(mine > 0, mine, np.inf).min(axis=1, keepdims=True, initial=np.inf)
        below = worth.sum(axis=1, keepdims=True)
        outweighs = np.where(
            np.isfinite(least) & (below > 0), np.maximum(1.0, 1.01 * below / np.maximum(least, _SMALL)), 1.0
        )
        worth = worth + mine * outweighs
    return np.asarray(worth)


def benefit_of(question: Question, values: Values, lists: Ints, chosen: Bools) -> float | None:
    """What is added up as benefit of what each list follows [K, n], as far as it is known; None where nothing is."""
    if values.benefit is None:
        return None
    return float((_spread(question, lists) * np.nan_to_num(values.benefit) * chosen).sum())


def _as_people(question: Question, lists: Ints) -> Floats:
    people = question.inputs.people
    return np.repeat(people[lists, None] / max(float(people.sum()), _SMALL), len(question.ids), axis=1)


def _spread(question: Question, lists: Ints) -> Floats:
    """[K, n] the part of the total that is on each list: as those who benefit are, or, where nobody knows how many they
    are, as people are."""
    inputs = question.inputs
    known, measures = at_target(inputs)
    counts = inputs.counts.part(lists)
    spread = _as_people(question, lists)
    if known.size:
        people = np.nan_to_num(list_detail(counts, fold(measures, counts)))
        total = question.benefiting[known]
        spread[:, known] = np.divide(people, total, out=np.zeros_like(people), where=total > 0)
    return spread
