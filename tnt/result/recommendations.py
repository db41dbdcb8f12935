"""Each recommendation over all lists, role by role, overlap not removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tnt.compile.inputs import Inputs
from tnt.compile.rules import RoleColumns, Rule
from tnt.engine import Totals
from tnt.result.model import RecommendationResult, RoleHours


@dataclass(frozen=True)
class Sums:
    """Measures summed over one selection of lists (row `selection` of the engine's answer)."""

    totals: Totals
    selection: int
    lists: int

    def of(self, column: int) -> float | None:
        """The sum, or None where the measure could be estimated on no list; lists where it could not count as 0."""
        if self.lists and self.totals.missing_lists[0, column] >= self.lists:
            return None
        return float(self.totals.by_measure[self.selection, column])

    def is_incomplete(self, column: int) -> bool:
        """Whether the measure could not be estimated on some list."""
        return bool(self.totals.missing_lists[0, column] > 0)


def recommendation_results(
    inputs: Inputs, everywhere: Sums, staffed: Mapping[str, Sums], available_hours: Mapping[str, float | None]
) -> tuple[RecommendationResult, ...]:
    """One entry a recommendation, in the order of the files. `staffed` sums over the lists with posts of a role."""
    counted = Counter(number.recommendation for number in inputs.numbers)
    assumed = Counter(number.recommendation for number in inputs.numbers if number.status == "assumption")
    return tuple(
        _recommendation(inputs, rule, everywhere, staffed, available_hours, counted[rule.id], assumed[rule.id])
        for rule in inputs.rules.rules
    )


def _recommendation(
    inputs: Inputs,
    rule: Rule,
    everywhere: Sums,
    staffed: Mapping[str, Sums],
    available_hours: Mapping[str, float | None],
    numbers: int,
    assumptions: int,
) -> RecommendationResult:
    recommendation, guideline = rule.recommendation, rule.file.document
    benefiting = None if rule.benefiting is None else everywhere.of(rule.benefiting)
    benefit = recommendation.benefit
    return RecommendationResult(
        id=rule.id,
        title=recommendation.title or rule.id.partition("/")[2],
        guideline_title=guideline.title or guideline.guideline,
        strength=recommendation.strength,
        certainty=recommendation.certainty,
        is_against=recommendation.is_against,
        time_kind=guideline.time_kind,
        eligible_people=everywhere.of(rule.eligible),
        people_benefiting_per_year=benefiting,
        outcome=None if benefit is None else inputs.outcomes.get(benefit.outcome),
        roles={
            role: _role_hours(rule, columns, everywhere, staffed[role], available_hours[role], benefiting)
            for role, columns in rule.roles.items()
        },
        numbers=numbers,
        assumptions=assumptions,
        note=recommendation.note,
    )


def _role_hours(
    rule: Rule, columns: RoleColumns, everywhere: Sums, staffed: Sums, available: float | None, benefiting: float | None
) -> RoleHours:
    tnt = None if columns.yearly is None else everywhere.of(columns.yearly)
    at_least = columns.lacks_time or (columns.yearly is not None and everywhere.is_incomplete(columns.yearly))
    on_staffed = None if columns.yearly is None else staffed.of(columns.yearly)
    current = None if rule.current_uptake is None or at_least else _times(tnt, rule.current_uptake)
    required = _times(tnt, rule.target_uptake)
    held = _times(on_staffed, rule.target_uptake if rule.recommendation.is_against else 1.0)
    return RoleHours(
        tnt_hours=tnt,
        required_hours=required,
        current_hours=current,
        incremental_hours=None if current is None or required is None else required - current,
        one_off_hours=None if columns.one_off is None else everywhere.of(columns.one_off),
        share_of_capacity=None if held is None or not available else held / available,
        hours_per_person_benefiting=None if tnt is None or not benefiting else tnt / benefiting,
        at_least=at_least,
    )


def _times(hours: float | None, factor: float) -> float | None:
    return None if hours is None else hours * factor
