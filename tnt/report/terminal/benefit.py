"""Hours per person who benefits: a table for each outcome, and why some have no figure."""

from __future__ import annotations

from tnt.language.base import in_language
from tnt.locale import UNKNOWN, Texts
from tnt.report.benefit_groups import by_outcome, range_text, without_figure
from tnt.report.terminal.recommendations import grade
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.show.bounded import figure_text
from tnt.show.notices import role_titles
from tnt.show.roles import roles_of
from tnt.show.terminal import Page


def print_benefit(page: Page, result: Result, texts: Texts) -> None:
    """Only what gives the same outcome stands in one table."""
    groups, lacking, titles = by_outcome(result), without_figure(result), role_titles(result, texts)
    if not groups and not lacking:
        return
    page.heading(texts.text("estimate.benefit"))
    headers = [
        texts.text(f"estimate.{key}") for key in ("recommendation", "grade", "role", "range", "per-person", "parts")
    ]
    for group in groups:
        page.paragraph(texts.text("estimate.outcome", outcome=in_language(group.outcome, texts.lang)))
        rows = [row for one in group.recommendations for row in _rows(one, result, titles, texts)]
        page.table(headers, rows, texts=4)
    if lacking:
        page.items([_why(one, texts) for one in lacking])


def _why(one: RecommendationResult, texts: Texts) -> str:
    why = texts.choice("why-no-benefit", one.why_no_hours_per_person_benefiting)
    return f"{in_language(one.title, texts.lang, one.id)}: {why}"


def _rows(one: RecommendationResult, result: Result, titles: dict[str, str], texts: Texts) -> list[list[str]]:
    return [
        [
            "" if index else in_language(one.title, texts.lang, one.id),
            "" if index else grade(one, texts) or texts.choice("strength", "not-rated"),
            titles[role],
            range_text(hours, one, texts),
            figure_text(hours, "hours_per_person_benefiting", texts),
            _parts(hours, texts),
        ]
        for index, (role, hours) in enumerate(roles_of(one, result).items())
    ]


def _parts(hours: RoleHours, texts: Texts) -> str:
    if (hours.hours_per_person_finding, hours.hours_per_person_treating) == (None, None):
        return UNKNOWN
    finding, treating = (
        figure_text(hours, name, texts) for name in ("hours_per_person_finding", "hours_per_person_treating")
    )
    return texts.text("estimate.parts-of-person", finding=finding, treating=treating)
