"""Hours per person who benefits, a table for each outcome."""

from __future__ import annotations

from tnt.report.benefit_groups import OutcomeGroup, by_outcome, range_text, without_figure
from tnt.report.context.benefit import BenefitRole, BenefitRow, Benefits, Outcome
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.show.page.wording import Wording


def benefits(result: Result, wording: Wording) -> Benefits:
    """Like with like, and why some have no figure; nothing of both where no benefit is stated."""
    groups, lacking = by_outcome(result), without_figure(result)
    return Benefits(
        outcomes=tuple(_outcome(f"outcome-{number}", group, wording) for number, group in enumerate(groups, start=1)),
        without=tuple(f"{wording.in_language(one.title) or one.id}: {_why(one, wording)}" for one in lacking),
    )


def _why(one: RecommendationResult, wording: Wording) -> str:
    return wording.name("why-no-benefit", one.why_no_hours_per_person_benefiting)


def _outcome(anchor: str, group: OutcomeGroup, wording: Wording) -> Outcome:
    return Outcome(
        anchor, wording.in_language(group.outcome), tuple(_row(one, wording) for one in group.recommendations)
    )


def _row(one: RecommendationResult, wording: Wording) -> BenefitRow:
    return BenefitRow(
        title=wording.in_language(one.title) or one.id,
        guideline=wording.in_language(one.guideline_title),
        strength=wording.name("strength", one.strength),
        certainty=wording.name("certainty", one.certainty),
        roles=tuple(_role(role, one, hours, wording) for role, hours in wording.roles_of(one).items()),
    )


def _role(role: str, one: RecommendationResult, hours: RoleHours, wording: Wording) -> BenefitRole:
    return BenefitRole(
        role=wording.role(role),
        per_person=wording.of(hours, "hours_per_person_benefiting"),
        range=range_text(hours, one, wording.texts),
        finding=wording.of(hours, "hours_per_person_finding"),
        treating=wording.of(hours, "hours_per_person_treating"),
    )
