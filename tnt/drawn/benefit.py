"""People who benefit a year, with the numbers that are drawn in place of their means. METHOD.md, "Benefit".

people who benefit = Σ over people of (prevalence x share x probabilities) x uptake x min(frequency, 1 ÷ horizon)
                     x risk reduction

A risk reduction whose range includes zero is below zero in some draws: there people are harmed, and those who benefit
are fewer than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

import numpy as np

from tnt.arrays import Floats
from tnt.compile.by_age.people_of_bands import treated_people
from tnt.compile.courses.course import Factor
from tnt.compile.inputs import Inputs
from tnt.compile.rule import Rule
from tnt.diagnostics import Problems
from tnt.drawn.parameters import ParameterProduct, Parameters
from tnt.drawn.work import in_pack
from tnt.engine.draws.parameters import Values
from tnt.engine.draws.term import Term
from tnt.language.documents.guideline import Benefit
from tnt.language.walk import numbers
from tnt.reading.checks.ranges import check_range


@dataclass(frozen=True, slots=True)
class DrawnBenefit:
    """The benefit of one recommendation: the terms of the people reached at the target uptake, and what is drawn for
    each of them.

    They are treated `often` a year (None: there is no limit) and not twice in a horizon, `per_year` being 1 ÷ its years
    (None: there is none).
    """

    reached: tuple[Term, ...]
    often: ParameterProduct | None
    per_year: ParameterProduct | None
    risk_reduction: ParameterProduct

    def per_person(self, values: Values) -> Floats:
        """[D] people who benefit a year for each who is reached; [1] where nothing of it is drawn. Nobody benefits, or
        is harmed, twice within the horizon."""
        limits = (one.at(values) for one in (self.often, self.per_year) if one is not None)
        return reduce(np.minimum, limits) * np.clip(self.risk_reduction.at(values), -1.0, 1.0)


def drawn_benefits(inputs: Inputs, parameters: Parameters) -> Iterator[DrawnBenefit]:
    """Of every recommendation of which people benefit. Raises Problems for a range that no distribution has: nothing
    else draws these numbers."""
    rules = [(at, rule) for at, rule in enumerate(inputs.rules.rules) if not isinstance(rule.benefit, str)]
    wrong = [
        found
        for _, rule in rules
        for path, number in numbers(rule.recommendation.benefit)
        for found in check_range(rule.file, ("recommendations", rule.id.partition("/")[2], "benefit", *path), number)
    ]
    if wrong:
        raise Problems(tuple(wrong))
    for at, rule in rules:
        yield from _drawn(inputs, at, rule, parameters)


def _drawn(inputs: Inputs, index: int, rule: Rule, parameters: Parameters) -> Iterator[DrawnBenefit]:
    """Nothing where nobody is treated."""
    condition = int(inputs.rules.measures.condition_of[rule.eligible])
    treated = [one for one in treated_people(rule.bands) if one.treated.a_year != 0]
    if not treated:
        return
    reached = []
    for one in treated:
        written = (*one.eligible_share_of, *one.reach_of, *one.uptake_of)
        product = parameters.product(in_pack(rule, written))
        reached.append(Term(one.cells * product.constant, condition, index, product.factors))
    often, horizon = treated[0].treated.often, treated[0].treated.horizon
    benefit = rule.recommendation.benefit
    assert benefit is not None  # somebody benefits
    yield DrawnBenefit(
        reached=tuple(reached),
        often=None if often is None else parameters.product(in_pack(rule, often)),
        per_year=None if horizon is None else parameters.divided_by(*in_pack(rule, [horizon])),
        risk_reduction=_risk_reduction(rule, benefit, parameters),
    )


def _risk_reduction(rule: Rule, benefit: Benefit, parameters: Parameters) -> ParameterProduct:
    """As stated, as 1 ÷ NNT, or as baseline risk x (1 - relative risk)."""

    def number(key: str) -> Factor:
        return in_pack(rule, [Factor(("benefit", key), getattr(benefit, key).expected)])[0]

    if benefit.nnt is not None:
        return parameters.divided_by(number("nnt"))
    if benefit.risk_reduction is not None:
        return parameters.factor(number("risk_reduction"))
    return parameters.factor(number("baseline_risk")) * parameters.remaining(number("relative_risk"))
