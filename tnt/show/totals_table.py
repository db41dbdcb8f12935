"""The totals of roles as a table at a terminal: a row a figure, a column a role."""

from __future__ import annotations

from collections.abc import Callable

from tnt.locale import Texts
from tnt.result.total import RoleTotal
from tnt.show.bounded import figure_name, figure_text

_BEFORE_KIND = (
    "required_hours",
    "required_hours_at_most",
    "overlap_hours",
    "merged_visit_hours",
    "supervision_hours",
    "overhead_hours",
    "incremental_hours",
    "first_year_hours",
    "start_up_hours",
    "start_up_period_hours",
    "available_hours",
    "other_care_hours",
)
_AFTER_KIND = (
    "share_of_capacity",
    "hours_that_do_not_fit",
    "hours_on_vacant_lists",
    "first_year_share_of_capacity",
    "busiest_week_share",
    "positions",
    "headroom",
    "break_even_reserve",
    "load_before",
    "load_after",
)

_WHERE_IT_TELLS: dict[str, Callable[[RoleTotal], bool]] = {
    "merged_visit_hours": lambda total: bool(total.merged_visit_hours) or total.merged_visits_at_least,
    "supervision_hours": lambda total: bool(total.supervision_hours),
    "overhead_hours": lambda total: bool(total.overhead_hours),
    "required_hours_at_most": lambda total: total.required_hours_at_most is not None,
    "hours_on_vacant_lists": lambda total: bool(total.hours_on_vacant_lists),
    "busiest_week_share": lambda total: total.busiest_week_share is not None,
    "other_care_hours": lambda total: total.other_care_hours is not None,
    "headroom": lambda total: total.headroom != total.break_even_reserve,
}
"""Figures that have a row only where they say what no other row does."""


def totals_rows(totals: list[RoleTotal], texts: Texts) -> list[list[str]]:
    """A row per figure, a column per total."""

    def row(name: str) -> list[str]:
        return [figure_name(RoleTotal, name, texts), *(_cell(total, name, texts) for total in totals)]

    kinds = [texts.text("estimate.kind-of-time"), *(texts.choice("kind", total.kind) for total in totals)]
    before, after = (
        [name for name in names if name not in _WHERE_IT_TELLS or any(map(_WHERE_IT_TELLS[name], totals))]
        for names in (_BEFORE_KIND, _AFTER_KIND)
    )
    return [*map(row, before), kinds, *map(row, after)]


def hours_text(total: RoleTotal, texts: Texts) -> str:
    """Required hours a year; words where they cannot be estimated."""
    if total.required_hours is None:
        return texts.text("estimate.cannot-be-estimated")
    return figure_text(total, "required_hours", texts, with_unit=True)


def _cell(total: RoleTotal, name: str, texts: Texts) -> str:
    """Empty where there is nothing to say: no overlap, no load that is known, no start-up beyond the first year."""
    match name:
        case "required_hours":
            return hours_text(total, texts)
        case "overlap_hours" if not total.overlap_hours and not total.overlap_at_least:
            return ""
        case "other_care_hours" | "busiest_week_share" if getattr(total, name) is None:
            return ""
        case "merged_visit_hours" | "supervision_hours" | "overhead_hours" if not _WHERE_IT_TELLS[name](total):
            return ""
        case "load_before" | "load_after" if total.load_before is None:
            return ""
        case "start_up_period_hours" if total.start_up_years == 1:
            return ""
    text = figure_text(total, name, texts, with_unit=True)
    return texts.text("estimate.in-years", hours=text, years=total.start_up_years) if "period" in name else text
