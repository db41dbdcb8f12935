"""Work to get started: what is done once, what is overdue today, and what the first year then takes."""

from __future__ import annotations

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.model import Result
from tnt.show.bounded import figure_text
from tnt.show.notices import role_titles
from tnt.show.roles import roles_of
from tnt.show.terminal import Page


def print_start_up(page: Page, result: Result, texts: Texts) -> None:
    """A row per recommendation and role with such work, apart from yearly hours."""
    titles = role_titles(result, texts)
    rows = [
        [
            in_language(one.title, texts.lang, one.id),
            titles[role],
            figure_text(hours, "one_off_hours", texts),
            figure_text(hours, "backlog_hours", texts),
            texts.text("estimate.start-up-spread", years=one.start_up_years or 1.0),
            figure_text(hours, "first_year_hours", texts),
        ]
        for one in result.recommendations
        for role, hours in roles_of(one, result).items()
        if hours.one_off_hours or hours.backlog_hours
    ]
    if not rows:
        return
    page.heading(texts.text("estimate.start-up"))
    keys = ("recommendation", "role", "one-off-hours", "backlog-hours", "start-up-years", "first-year-of-it")
    page.table([texts.text(f"estimate.{key}") for key in keys], rows, texts=2)
