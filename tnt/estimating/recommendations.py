"""Each recommendation over all lists, labelled; made when somebody looks."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import overload

from tnt.arrays import Floats
from tnt.compile.benefit import WhyNone
from tnt.compile.inputs import Inputs
from tnt.compile.rule import Rule
from tnt.estimating.eligible_bounds import eligible_bounds
from tnt.estimating.figures import RoleFigures
from tnt.result.json_values import plain
from tnt.result.recommendation import RecommendationResult, RoleHours


class Recommendations(Sequence[RecommendationResult]):
    """The recommendations in the order of the files. Labelling hundreds of them costs as much as the sums, so it
    waits."""

    def __init__(
        self,
        inputs: Inputs,
        eligible: Floats,
        benefiting: Floats,
        untold_lists: Floats,
        figures: Mapping[str, RoleFigures],
    ) -> None:
        self._inputs = inputs
        self._eligible = eligible
        self._benefiting = benefiting
        self._untold_lists = untold_lists
        self._figures = figures

    @cached_property
    def _labelled(self) -> tuple[RecommendationResult, ...]:
        numbers = self._inputs.numbers
        counted = Counter(number.recommendation for number in numbers)
        assumed = Counter(number.recommendation for number in numbers if number.status == "assumption")
        positions = {
            role: {rule: at for at, rule in enumerate(f.measures.rules.tolist())} for role, f in self._figures.items()
        }
        return tuple(
            _labelled(
                rule,
                eligible_people=plain(self._eligible[index]),
                eligible_people_bounds=eligible_bounds(self._inputs, rule),
                benefiting=plain(self._benefiting[index]),
                people_at_least=bool(self._untold_lists[index] > 0),
                roles={role: _role_hours(self._figures[role], positions[role][index]) for role in rule.roles},
                outcomes=self._inputs.outcomes,
                counts=(counted[rule.id], assumed[rule.id]),
            )
            for index, rule in enumerate(self._inputs.rules.rules)
        )

    @overload
    def __getitem__(self, index: int) -> RecommendationResult: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[RecommendationResult]: ...
    def __getitem__(self, index: int | slice) -> RecommendationResult | Sequence[RecommendationResult]:
        """One recommendation, or several."""
        return self._labelled[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._inputs.rules.rules)

    def __iter__(self) -> Iterable[RecommendationResult]:  # type: ignore[override]
        """One after the other."""
        return iter(self._labelled)


def _labelled(
    rule: Rule,
    *,
    eligible_people: float | None,
    eligible_people_bounds: tuple[float, float] | None,
    benefiting: float | None,
    people_at_least: bool,
    roles: Mapping[str, RoleHours],
    outcomes: Mapping[str, str | dict[str, str]],
    counts: tuple[int, int],
) -> RecommendationResult:
    recommendation, guideline = rule.recommendation, rule.file.document
    benefit = recommendation.benefit
    return RecommendationResult(
        id=rule.id,
        title=recommendation.title or rule.id.partition("/")[2],
        guideline_title=guideline.title or guideline.guideline,
        strength=recommendation.strength,
        certainty=recommendation.certainty,
        is_against=recommendation.is_against,
        time_kind=guideline.time_kind,
        eligible_people=eligible_people,
        eligible_people_bounds=eligible_people_bounds,
        people_benefiting_per_year=benefiting,
        people_at_least=people_at_least,
        outcome_id=None if benefit is None else benefit.outcome,
        why_no_hours_per_person_benefiting=_why_none(rule, benefiting, roles.values()),
        has_no_upper_limit=not isinstance(rule.benefit, str) and rule.benefit.most == math.inf,
        range_level=None if isinstance(rule.benefit, str) else rule.benefit.level,
        start_up_years=rule.start_up_years,
        outcome=None if benefit is None else outcomes.get(benefit.outcome),
        roles=roles,
        numbers=counts[0],
        assumptions=counts[1],
        note=recommendation.note,
    )


def _role_hours(figures: RoleFigures, at: int) -> RoleHours:
    benefit, change, start_up = figures.benefit, figures.change, figures.start_up
    return RoleHours(
        tnt_hours=plain(figures.tnt_hours[at]),
        required_hours=plain(figures.required_hours[at]),
        required_hours_at_most=plain(figures.required_at_most[at]) if figures.at_least[at] else None,
        current_hours=plain(figures.current_hours[at]),
        incremental_hours=plain(change.hours[at]),
        incremental_hours_at_least=plain(change.least[at]) if change.tells[at] else None,
        incremental_hours_at_most=plain(change.most[at]) if change.is_known[at] else None,
        one_off_hours=plain(start_up.one_off_hours[at]),
        one_off_at_least=bool(start_up.one_off_unknown[at]),
        supervision_hours=plain(figures.supervision_hours[at]),
        overhead_hours=plain(figures.overhead_hours[at]),
        share_of_capacity=plain(figures.share_of_capacity[at]),
        hours_per_person_benefiting=plain(benefit.whole[at]),
        at_least=bool(figures.at_least[at]),
        current_is_at_most=bool(figures.measures.current_is_at_most[at]),
        hours_per_person_finding=plain(benefit.finding[at]),
        hours_per_person_treating=plain(benefit.treating[at]),
        hours_per_person_low=plain(benefit.low[at]),
        hours_per_person_high=plain(benefit.high[at]),
        backlog_hours=plain(start_up.backlog_hours[at]),
        first_year_hours=plain(figures.required_hours[at] + start_up.hours_of_first_year[at]),
        first_year_at_least=bool(start_up.at_least[at]),
    )


def _why_none(rule: Rule, benefiting: float | None, roles: Iterable[RoleHours]) -> WhyNone | None:
    """Why no role has hours per person who benefits; None where one has."""
    if any(hours.hours_per_person_benefiting is not None for hours in roles):
        return None
    if isinstance(rule.benefit, str):
        return rule.benefit
    return "nobody" if benefiting == 0 else "not-estimable"
