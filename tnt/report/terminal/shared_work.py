"""Work that several tasks ask for, counted once: who shares what with whom."""

from __future__ import annotations

from tnt.locale import Texts
from tnt.result.bounded import at_least
from tnt.result.model import Result
from tnt.result.shared_work import SharedActivity
from tnt.show.bounded import bounded_text, figure_text
from tnt.show.notices import role_titles
from tnt.show.roles import roles_by_weight
from tnt.show.terminal import Page


def print_shared_work(page: Page, result: Result, texts: Texts) -> None:
    """A row per piece of work and role; nothing where nothing is shared."""
    order = roles_by_weight(result)
    shown = sorted((one for one in result.shared_work if one.role in order), key=lambda one: order.index(one.role))
    if not shown:
        return
    roles = role_titles(result, texts)
    page.heading(texts.text("estimate.shared"))
    headers = ["shared-work", "role", "shared-parts", "shared-overlap", "shared-bounds"]
    rows = [_row(one, roles[one.role], texts) for one in shown]
    page.table([texts.text(f"estimate.{header}") for header in headers], rows, texts=2)


def _row(one: SharedActivity, role: str, texts: Texts) -> list[str]:
    least, greatest = one.overlap_hours_bounds
    bounds = bounded_text(at_least(least, greatest is None), texts.number, texts)
    if greatest not in (None, least):
        bounds += f"–{texts.number(greatest)}"
    return [
        f"{one.activity}: {', '.join(one.recommendations)}",
        role,
        figure_text(one, "parts_hours", texts),
        figure_text(one, "overlap_hours", texts),
        bounds,
    ]
