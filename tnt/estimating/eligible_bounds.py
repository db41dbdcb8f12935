"""How few and how many people several conditions together may come to, whatever goes together with what. METHOD.md,
"Combined conditions and populations" [ours].

Given who has each condition, by sex and single year of age and after registers,

    any  at least the greatest of its parts, at most their sum and 100 %
    all  at least their sum - (n - 1) and 0 %, at most the least of them
    not  100 % - the part

and several populations are an any of them, of each of which its share. Bounds of what is put together within something
put together hold and need not be reached: a condition that is named twice is taken for two.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tnt.arrays import Floats
from tnt.compile.cascade import expected
from tnt.compile.inputs import Inputs
from tnt.compile.people import population_cells
from tnt.compile.rule import Rule
from tnt.engine.hours.blocks import block_registers, blocks
from tnt.engine.hours.registers import calibrate, shares_with
from tnt.language.documents.combined import ConditionInWords
from tnt.language.documents.guideline import Recommendation

Ends = tuple[Floats, Floats]
"""The least and the greatest share."""


def eligible_bounds(inputs: Inputs, rule: Rule) -> tuple[float, float] | None:
    """The least and the greatest number of people over all lists; None where nothing is put together, or not all of the
    people and their ages are known."""
    recommendation, counts, folded = rule.recommendation, inputs.counts, inputs.folded
    if not recommendation.is_combined or counts.split is None or counts.unseen is not None:
        return None
    measures = inputs.rules.measures
    combination = measures.combined[int(measures.condition_of[rule.eligible])]
    numbers = dict(zip(recommendation.conditions, combination.conditions.tolist(), strict=True))
    before = dict(zip(recommendation.conditions, combination.prevalence.T, strict=True))
    weights = measures.weights[:, rule.eligible]
    totals = np.zeros(2)
    for block in blocks(counts.length, counts.split.shape[0]):
        people = counts.people[block]
        factors, filled = calibrate(people, people @ folded.bases, block_registers(counts, folded, block), folded)
        shares = {
            name: shares_with(folded, factors, filled, number, before[name], slice(None))
            for name, number in numbers.items()
        }
        counted = people @ (counts.split.T * weights)
        totals += [float((counted * end).sum()) for end in _of_groups(recommendation, shares)]
    return float(totals[0]), float(totals[1])


def _of_groups(recommendation: Recommendation, shares: Mapping[str, Floats]) -> Ends:
    if recommendation.populations is None:
        return _of(recommendation.population.condition, shares)
    groups = []
    for group in recommendation.populations:
        part = population_cells(group) * expected(group.share, 1.0)
        least, most = _of(group.condition, shares)
        groups.append((least * part, most * part))
    return _any(groups)


def _of(condition: ConditionInWords | None, shares: Mapping[str, Floats]) -> Ends:
    if condition is None:
        return np.ones(1), np.ones(1)
    if isinstance(condition, str):
        return shares[condition], shares[condition]
    parts = [_of(part, shares) for part in condition.parts]
    if condition.not_ is not None:
        ((least, most),) = parts
        return 1 - most, 1 - least
    if condition.any is not None:
        return _any(parts)
    # Not to be without any of them.
    least, most = _any([(1 - most, 1 - least) for least, most in parts])
    return 1 - most, 1 - least


def _any(parts: list[Ends]) -> Ends:
    least, most = np.zeros(1), np.zeros(1)
    for low, high in parts:
        least, most = np.maximum(least, low), most + high
    return least, np.minimum(most, 1.0)
