"""All recommendations together against the time there is, and how the lists stand."""

from __future__ import annotations

from tnt.language.values.roles import PATIENT
from tnt.locale import Texts
from tnt.result.model import Result
from tnt.result.supply import Overload
from tnt.result.total import RoleTotal
from tnt.show.bounded import figure_text, how_known
from tnt.show.notices import role_titles
from tnt.show.roles import has_time, roles_by_weight
from tnt.show.terminal import Page
from tnt.show.totals_table import hours_text, totals_rows


def print_totals(page: Page, result: Result, texts: Texts) -> None:
    """A row per figure, a column per role with working time; then the hours of the roles without."""
    titles = role_titles(result, texts)
    every = roles_by_weight(result)
    if PATIENT in result.total and not every:  # no staff is asked
        return
    roles = [role for role in every if has_time(result, role)]
    page.heading(texts.text("estimate.totals"))
    if roles:
        rows = [row for row in totals_rows([result.total[role] for role in roles], texts) if any(row[1:])]
        page.table(["", *(titles[role] for role in roles)], rows)
    without = [role for role in every if role not in roles]
    given = {} if result.capacity is None else result.capacity.gross_hours_per_post
    for role in without:
        total = result.total[role]
        why = texts.text(f"estimate.without-{'posts' if role in given else 'time'}")
        if total.first_year_hours is None:
            page.paragraph(texts.text("estimate.no-hours", role=titles[role], why=why))
            continue
        first_year = figure_text(total, "first_year_hours", texts, with_unit=True)
        hours = {"hours": _with_parts(total, texts), "first_year": first_year}
        page.paragraph(texts.text("estimate.hours-only", role=titles[role], why=why, **hours))


def _with_parts(total: RoleTotal, texts: Texts) -> str:
    """Required hours, and the parts that are supervision and overhead where there are any."""
    hours = _between(total, texts)
    for part in ("supervision", "overhead"):
        if getattr(total, f"{part}_hours"):
            values = {"hours": hours, part: figure_text(total, f"{part}_hours", texts, with_unit=True)}
            hours = texts.text(f"estimate.of-which-{part}", **values)
    return hours


def _between(total: RoleTotal, texts: Texts) -> str:
    """Required hours, and the most they may be where that is known."""
    hours, most = hours_text(total, texts), total.required_hours_at_most
    return hours if most is None else texts.text("estimate.at-most", hours=hours, most=texts.hours(most))


def print_overload(page: Page, result: Result, texts: Texts) -> None:
    """How many lists are overloaded, by role with working time, and how many cannot be judged."""
    titles = role_titles(result, texts)
    roles = [role for role in roles_by_weight(result) if has_time(result, role) and role in result.overload]
    if not roles:
        return
    page.heading(texts.text("estimate.overload"))
    page.items([f"{titles[role]}: {_verdicts(result.overload[role], texts)}" for role in roles])


def _verdicts(lists: Overload, texts: Texts) -> str:
    parts = [texts.text("estimate.none-judged")]
    if lists.of:
        known = how_known(lists)
        count = lists.of if known == "-none-known" else lists.lists
        values = {"of": lists.of, "share": texts.share(lists.share)}
        parts = [texts.text(f"estimate.overloaded{known}", count=count, **values)]
    for state in ("watch", "vacant", "unknown", "imputed"):
        if count := getattr(lists, state):
            parts.append(texts.text(f"estimate.lists-{state}", count=count))
    return " ".join(parts)
