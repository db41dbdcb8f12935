"""The tables of recommendations."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tnt.report.context.recommendations import RecommendationRow, RecommendationTables, RoleRow
from tnt.report.context.start_up import StartUpPart
from tnt.report.page.provenance import group_anchors
from tnt.report.page.start_up import first_years, years
from tnt.result.bounded import at_most
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.show.page.parts import Figure
from tnt.show.page.wording import NOT_GIVEN, Wording, by_summed_hours

Anchors = Mapping[str, str]
"""Recommendation id -> id of its numbers on the page."""


def recommendation_tables(result: Result, wording: Wording) -> RecommendationTables:
    """Every recommendation in the table it belongs to: asked for, or against."""
    asked_for = _rows(
        "recommendation",
        result,
        lambda one: not one.is_against and _is_yearly(one, wording),
        lambda hours: not _is_only_once(hours),
        wording,
    )
    return RecommendationTables(
        asked_for=asked_for,
        against=_rows("against", result, lambda one: one.is_against, lambda hours: True, wording),
        capacities=_capacities(result, wording),
        has_benefit=any(role.per_person.value is not None for row in asked_for for role in row.roles),
    )


def start_up(result: Result, wording: Wording) -> StartUpPart:
    """The first year by role, and every recommendation with work to get started."""
    with_any = _rows(
        "start-up", result, lambda one: any(map(_has_start_up, wording.roles_of(one).values())), _has_start_up, wording
    )
    return StartUpPart(first_years(result, wording), with_any)


def _rows(
    prefix: str,
    result: Result,
    wanted: Callable[[RecommendationResult], bool],
    roles: Callable[[RoleHours], bool],
    wording: Wording,
) -> tuple[RecommendationRow, ...]:
    anchors = group_anchors(result)
    chosen = [one for one in by_summed_hours(result.recommendations) if wanted(one)]
    return tuple(_row(f"{prefix}-{number}", one, roles, anchors, wording) for number, one in enumerate(chosen, start=1))


def _has_start_up(hours: RoleHours) -> bool:
    return bool(hours.one_off_hours or hours.backlog_hours)


def _has_one_off(hours: RoleHours) -> bool:
    return bool(hours.one_off_hours)


def _is_only_once(hours: RoleHours) -> bool:
    return _has_one_off(hours) and hours.tnt_hours == 0


def _is_yearly(one: RecommendationResult, wording: Wording) -> bool:
    return not one.roles or any(not _is_only_once(hours) for hours in wording.roles_of(one).values())


def _row(
    anchor: str, one: RecommendationResult, wanted: Callable[[RoleHours], bool], anchors: Anchors, wording: Wording
) -> RecommendationRow:
    return RecommendationRow(
        anchor=anchor,
        numbers_anchor=anchors.get(one.id),
        title=wording.in_language(one.title) or one.id,
        guideline=wording.in_language(one.guideline_title),
        note=wording.in_language_if_any(one.note),
        strength=wording.name("strength", one.strength),
        certainty=wording.name("certainty", one.certainty),
        eligible=wording.of(one, "eligible_people"),
        outcome=wording.in_language_if_any(one.outcome),
        numbers=wording.text("report.of", part=one.assumptions, whole=one.numbers),
        roles=_role_rows(one, wanted, wording),
    )


def _role_rows(one: RecommendationResult, wanted: Callable[[RoleHours], bool], wording: Wording) -> tuple[RoleRow, ...]:
    shown = {role: hours for role, hours in wording.roles_of(one).items() if wanted(hours)}
    return tuple(_role_row(role, one, hours, wording) for role, hours in shown.items()) or (_no_role(wording),)


def _role_row(role: str, one: RecommendationResult, hours: RoleHours, wording: Wording) -> RoleRow:
    change = None if hours.incremental_hours is None else 0.0 - hours.incremental_hours
    return RoleRow(
        role=wording.role(role),
        tnt=wording.of(hours, "tnt_hours"),
        required=wording.of(hours, "required_hours"),
        current=wording.of(hours, "current_hours"),
        given_back=wording.hours(at_most(change, hours.current_is_at_most)),
        one_off=NOT_GIVEN if hours.one_off_hours is None else wording.of(hours, "one_off_hours"),
        backlog=wording.of(hours, "backlog_hours"),
        start_up_years=years(one.start_up_years, wording),
        first_year=wording.of(hours, "first_year_hours"),
        share=wording.of(hours, "share_of_capacity") if wording.has_capacity(role) else NOT_GIVEN,
        per_person=wording.of(hours, "hours_per_person_benefiting") if one.outcome else NOT_GIVEN,
    )


def _no_role(wording: Wording) -> RoleRow:
    unknown = wording.hours(None)
    return RoleRow(
        role=NOT_GIVEN.text,
        tnt=unknown,
        required=unknown,
        current=unknown,
        given_back=unknown,
        one_off=unknown,
        backlog=unknown,
        start_up_years=NOT_GIVEN.text,
        first_year=unknown,
        share=Figure(unknown.text, None),
        per_person=NOT_GIVEN,
    )


def _capacities(result: Result, wording: Wording) -> str | None:
    with_time = [role for role in wording.roles() if wording.has_capacity(role)]
    if result.capacity is None or not with_time:
        return None
    kinds = [
        wording.text("report.role-kind", role=wording.role(role), kind=wording.name("kind", result.total[role].kind))
        for role in with_time
    ]
    return wording.text(
        "report.capacities", capacity=wording.in_language(result.capacity.title), roles="; ".join(kinds)
    )
