"""What each recommendation asks for: those for something, and those against."""

from __future__ import annotations

from collections.abc import Sequence

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult
from tnt.show.bounded import bounded_text, figure_text
from tnt.show.notices import role_titles
from tnt.show.roles import asks_staff, by_main_role, has_time, role_columns, roles_of, together
from tnt.show.terminal import Page


def print_recommendations(page: Page, result: Result, texts: Texts) -> None:
    """A row per recommendation for something, most hours first."""
    shown = by_main_role(result)
    if not shown:
        return
    titles = role_titles(result, texts)
    page.heading(texts.text("estimate.recommendations", count=len(shown)))
    own, rest = role_columns(result, shown, page.width)
    graded = any(one.strength or one.certainty for one in shown)
    headers = [
        texts.text("estimate.recommendation"),
        *([texts.text("estimate.grade")] if graded else []),
        texts.text("estimate.people"),
    ]
    for role in own:
        headers.append(texts.text("estimate.role-hours", role=titles[role]))
        if has_time(result, role):
            headers.append(texts.text("estimate.share"))
    headers += [texts.text("estimate.other-roles")] if rest else []
    headers.append(texts.text("estimate.assumed"))
    rows = [_row(one, result, texts, own, rest, graded) for one in shown]
    page.table(headers, rows, texts=2 if graded else 1)


def _row(
    one: RecommendationResult, result: Result, texts: Texts, own: Sequence[str], rest: Sequence[str], graded: bool
) -> list[str]:
    cells = [in_language(one.title, texts.lang, one.id)]
    cells += [grade(one, texts)] if graded else []
    cells.append(figure_text(one, "eligible_people", texts))
    for role in own:
        hours = one.roles.get(role)
        for name in ("tnt_hours", "share_of_capacity") if has_time(result, role) else ("tnt_hours",):
            cells.append("" if hours is None else figure_text(hours, name, texts))
    if rest:
        others = together([one.roles[role] for role in rest if role in one.roles])
        cells.append("" if others is None else bounded_text(others, texts.number, texts))
    return [*cells, _assumed(one, texts)]


def print_against(page: Page, result: Result, texts: Texts) -> None:
    """A row per recommendation against something and role: hours if done to all, and the time given back."""
    shown = [one for one in result.recommendations if one.is_against and asks_staff(one)]
    if not shown:
        return
    titles = role_titles(result, texts)
    page.heading(texts.text("estimate.against", count=len(shown)))
    headers = [
        texts.text(f"estimate.{key}")
        for key in ("recommendation", "role", "people", "if-done-to-all", "required", "change", "assumed")
    ]
    rows = [
        [
            "" if index else in_language(one.title, texts.lang, one.id),
            titles[role],
            "" if index else figure_text(one, "eligible_people", texts),
            *(figure_text(hours, name, texts) for name in ("tnt_hours", "required_hours", "incremental_hours")),
            "" if index else _assumed(one, texts),
        ]
        for one in shown
        for index, (role, hours) in enumerate(roles_of(one, result).items())
    ]
    page.table(headers, rows, texts=2)


def grade(one: RecommendationResult, texts: Texts) -> str:
    """Strength and certainty in as few words as they can be said."""
    parts = [texts.choice("estimate.grade", one.strength)] if one.strength else []
    parts += [texts.choice("certainty", one.certainty)] if one.certainty and one.certainty != "not-rated" else []
    return ", ".join(parts)


def _assumed(one: RecommendationResult, texts: Texts) -> str:
    return texts.text("estimate.assumed-of", count=one.assumptions, of=one.numbers)
