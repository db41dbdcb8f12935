"""What the choice maximises, and whose value judgement that is. METHOD.md, "Benefit" and "What is never done".

Benefits of different outcomes are added only with weights that somebody signs. What has no value under an objective is
unknown to it, which is not 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tnt.analyses.fit.question import Question
from tnt.analyses.fit.result import Objective
from tnt.arrays import Bools, Floats
from tnt.language.base import Text
from tnt.language.documents.fit.priorities import PrioritiesDocument
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.language.values.number import Number
from tnt.reading.fit.tiers import tiers_of


@dataclass(frozen=True)
class Values:
    """One objective, or several in their order.

    objectives  each [n]: what following a recommendation counts, at its target uptake; 0 where it counts nothing
    benefit     [n] what is added up as benefit; NaN where unknown. None where nothing is added up
    tried       other values [n] of the benefit that are tried, one for each end of a range of a weight
    named       [n] what the objective knows a value of
    left_out    [n] what it leaves out on purpose
    per_person  [n] what one person who benefits counts, in whatever draw; None where people do not decide
    unmet       names of weights that nothing here has a benefit of
    counts_recommendations  whether each counts as one, wherever its people are
    """

    objective: Objective
    objectives: tuple[Floats, ...]
    benefit: Floats | None
    named: Bools
    left_out: Bools
    tried: tuple[Floats, ...] = ()
    per_person: Floats | None = None
    unmet: tuple[str, ...] = ()
    counts_recommendations: bool = False


def of_outcome(question: Question, outcome: str) -> Values:
    """People who benefit a year of one outcome."""
    is_it = np.array([each.outcome_id == outcome for each in question.result.recommendations], dtype=np.bool_)
    people = np.where(is_it, question.benefiting, np.nan)
    title = question.inputs.outcomes.get(outcome, outcome)
    return replace(_added(Objective("outcome", title, title), people), per_person=np.where(is_it, 1.0, np.nan))


def one_outcome(question: Question) -> Values | None:
    """People of the only outcome that the pack has people of; None where there are several, or none."""
    outcomes = _outcomes(question, np.ones(len(question.ids), dtype=np.bool_))
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
    values = _added(objective, _weighted(question, document, central), tried)
    met = (
        set(question.ids) if document.per_recommendation else _outcomes(question, np.ones(len(question.ids), np.bool_))
    )
    values = replace(values, unmet=tuple(name for name in weights if name not in met))
    return values if document.per_recommendation else replace(values, per_person=_of_outcomes(question, central))


def of_tiers(question: Question, document: PrioritiesDocument, added: Values | None) -> Values | None:
    """Tier after tier: as many recommendations as fit, or the most benefit, which is that of `added` where somebody
    said how outcomes are added, else people of the one outcome of the tier. None where a tier has several outcomes."""
    recommendations = {rule.id: rule.recommendation for rule in question.inputs.rules.rules}
    tiers = [np.isin(question.ids, names) for _, names in tiers_of(document, recommendations).tiers]
    benefit = None if added is None else added.benefit
    counts = np.ones(len(question.ids)) if benefit is None else benefit
    if document.within == "benefit" and benefit is None:
        if any(len(_outcomes(question, tier)) > 1 for tier in tiers):
            return None
        counts = question.benefiting
    elif document.within == "recommendations":
        counts = np.ones(len(question.ids))
    title = document.title or document.priorities
    unit: Text = title if added is None else added.objective.unit
    is_named = np.any(tiers, axis=0)
    return Values(
        objective=Objective("tiers", title, unit, document.signed_by, document.date),
        objectives=tuple(np.where(tier, np.nan_to_num(counts), 0.0) for tier in tiers),
        benefit=benefit,
        named=is_named & ~np.isnan(counts),
        left_out=~is_named,
        unmet=() if added is None else added.unmet,
        counts_recommendations=document.within == "recommendations",
    )


def _outcomes(question: Question, which: Bools) -> set[str | None]:
    """Outcomes of some recommendations that people are known to have."""
    some = which & ~np.isnan(question.benefiting)
    return {question.result.recommendations[at].outcome_id for at in np.flatnonzero(some).tolist()}


def _weighted(question: Question, document: WeightsDocument, weights: dict[str, float]) -> Floats:
    if document.per_recommendation:
        return np.array([weights.get(name, np.nan) for name in question.ids])
    return np.asarray(question.benefiting * _of_outcomes(question, weights))


def _of_outcomes(question: Question, weights: dict[str, float]) -> Floats:
    return np.array([weights.get(each.outcome_id or "", np.nan) for each in question.result.recommendations])


def _ends(number: Number[float]) -> Sequence[float]:
    return [end for end in (number.low, number.high) if end is not None and end != number.expected]


def _added(objective: Objective, benefit: Floats, tried: tuple[Floats, ...] = ()) -> Values:
    nothing = np.zeros(benefit.size, dtype=np.bool_)
    return Values(objective, (np.nan_to_num(benefit),), benefit, ~np.isnan(benefit), nothing, tried)
