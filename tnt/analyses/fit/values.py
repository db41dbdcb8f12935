"""What the choice maximises, and whose value judgement that is. METHOD.md, "Benefit" and "What is never done".

Benefits of different outcomes are added only with weights that somebody signs. What has no value under an objective is
unknown to it, which is not 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.analyses.fit.question import Question
from tnt.analyses.fit.result import Objective
from tnt.arrays import Bools, Floats
from tnt.language.base import Text
from tnt.language.documents.fit.priorities import PrioritiesDocument, Tier
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.language.values.number import Number


@dataclass(frozen=True)
class Values:
    """One objective, or several in their order.

    objectives  each [n]: what following a recommendation counts, at its target uptake; 0 where it counts nothing
    benefit     [n] what is added up as benefit; NaN where unknown. None where nothing is added up
    tried       other values [n] of the benefit that are tried, one for each end of a range of a weight
    named       [n] what the objective knows a value of
    """

    objective: Objective
    objectives: tuple[Floats, ...]
    benefit: Floats | None
    named: Bools
    tried: tuple[Floats, ...] = ()


def of_outcome(question: Question, outcome: str) -> Values:
    """People who benefit a year of one outcome."""
    is_it = np.array([each.outcome_id == outcome for each in question.result.recommendations], dtype=np.bool_)
    people = np.where(is_it, question.benefiting, np.nan)
    title = question.inputs.outcomes.get(outcome, outcome)
    return _added(Objective("outcome", title, title), people)


def one_outcome(question: Question) -> Values | None:
    """People of the only outcome that the pack has people of; None where there are several, or none."""
    known = ~np.isnan(question.benefiting)
    counted = zip(question.result.recommendations, known.tolist(), strict=True)
    outcomes = {each.outcome_id for each, is_known in counted if is_known}
    outcome = next(iter(outcomes), None)
    return of_outcome(question, outcome) if len(outcomes) == 1 and outcome is not None else None


def of_weights(question: Question, document: WeightsDocument) -> Values:
    """By the weights of a document: of people by outcome, or of recommendations."""
    objective = Objective(
        kind="weights" if document.per_outcome else "value",
        title=document.title or document.weights,
        unit=document.unit or document.title or document.weights,
        signed_by=document.signed_by,
        signed_on=document.date,
    )
    weights = document.numbers_by_name
    central = {name: number.expected for name, number in weights.items()}
    tried = tuple(
        _weighted(question, document, central | {name: end})
        for name, number in weights.items()
        for end in _ends(number)
    )
    return _added(objective, _weighted(question, document, central), tried)


def of_tiers(question: Question, document: PrioritiesDocument, benefit: Values | None) -> Values:
    """Tier after tier: as many recommendations as fit, or the most benefit."""
    tiers = list(tiers_of(question, document))
    people = None if benefit is None else benefit.benefit
    within = people if document.within == "benefit" else None
    counted = [np.where(tier, 1.0 if within is None else np.nan_to_num(within), 0.0) for tier in tiers]
    title = document.title or document.priorities
    unit: Text = title if benefit is None else benefit.objective.unit
    objective = Objective("tiers", title, unit, document.signed_by, document.date)
    return Values(objective, tuple(counted), people, np.any(tiers, axis=0))


def tiers_of(question: Question, document: PrioritiesDocument) -> Iterator[Bools]:
    """[n] the recommendations of each tier: a recommendation belongs to the first that names it."""
    taken = np.zeros(len(question.ids), dtype=np.bool_)
    named = [_named_in(question, tier) for tier in document.tiers]
    by_any = np.any(named, axis=0)
    for tier, mine in zip(document.tiers, named, strict=True):
        members = (~by_any if tier.rest else mine) & ~taken
        taken |= members
        yield members


def _named_in(question: Question, tier: Tier) -> Bools:
    named = tier.named
    recommendations, strengths, guidelines = (
        set(named.get(key, ())) for key in ("recommendations", "strength", "guidelines")
    )
    return np.array(
        [
            rule.id in recommendations
            or rule.recommendation.strength in strengths
            or rule.file.document.guideline in guidelines
            for rule in question.inputs.rules.rules
        ],
        dtype=np.bool_,
    )


def _weighted(question: Question, document: WeightsDocument, weights: dict[str, float]) -> Floats:
    if document.per_recommendation:
        return np.array([weights.get(name, np.nan) for name in question.ids])
    of_outcomes = [weights.get(each.outcome_id or "", np.nan) for each in question.result.recommendations]
    return np.asarray(question.benefiting * np.array(of_outcomes))


def _ends(number: Number[float]) -> Sequence[float]:
    return [end for end in (number.low, number.high) if end is not None and end != number.expected]


def _added(objective: Objective, benefit: Floats, tried: tuple[Floats, ...] = ()) -> Values:
    return Values(objective, (np.nan_to_num(benefit),), benefit, ~np.isnan(benefit), tried)
