"""Posts and working time by role: the capacities side by side."""

from __future__ import annotations

from tnt.analyses.supply.context import CapacityRow, CapacitySaid, RoleSupplyPart
from tnt.analyses.supply.histogram import supply_histogram
from tnt.analyses.supply.words import other_care_sentences, staffing_sentences, supply_sentences
from tnt.result.model import Result
from tnt.result.supply import RoleSupply, Supply
from tnt.show.page.parts import Figure
from tnt.show.page.wording import NOT_GIVEN, Wording

_HEADINGS = (
    "supply.gross",
    "report.card.available",
    "report.table.share",
    "report.card.positions",
    "report.card.break-even",
    "supply.overloaded",
    "report.card.load-before",
    "report.card.load-after",
    "supply.largest-short",
)


def supply_parts(result: Result, wording: Wording) -> tuple[RoleSupplyPart, ...]:
    """One entry per role that some capacity has."""
    shown = [role for role in wording.roles() if any(role in supply.roles for supply in result.supply)]
    return tuple(_part(f"supply-{number}", role, result, wording) for number, role in enumerate(shown, start=1))


def _part(anchor: str, role: str, result: Result, wording: Wording) -> RoleSupplyPart:
    supplies = [supply for supply in result.supply if role in supply.roles]
    has_other_care = any(one.roles[role].other_care_hours is not None for one in supplies)
    headings = [*_HEADINGS[:2], *(["supply.other-care"] if has_other_care else []), *_HEADINGS[2:]]
    staffing = result.staffing.get(role)
    return RoleSupplyPart(
        anchor=anchor,
        title=wording.role(role),
        staffing=(
            *(() if staffing is None else staffing_sentences(staffing, result.lists.count, wording.texts)),
            *other_care_sentences(role, result, wording.texts),
        ),
        headings=tuple(wording.text(heading) for heading in headings),
        rows=tuple(
            CapacityRow(wording.in_language(one.title) or one.id, _figures(one.roles[role], has_other_care, wording))
            for one in supplies
        ),
        said=tuple(_said(one, role, one is result.supply[0], wording) for one in supplies),
        histogram=supply_histogram(result, role, wording),
    )


def _said(supply: Supply, role: str, is_first: bool, wording: Wording) -> CapacitySaid:
    return CapacitySaid(
        title=wording.in_language(supply.title) or supply.id,
        note=None if is_first else wording.in_language_if_any(supply.note),
        sentences=tuple(supply_sentences(supply.roles[role], wording.texts)),
    )


def _figures(one: RoleSupply, has_other_care: bool, wording: Wording) -> tuple[Figure, ...]:
    """In the order of the headings."""
    other_care = [NOT_GIVEN if one.other_care_hours is None else wording.of(one, "other_care_hours")]
    names = ("share_of_capacity", "positions", "break_even_reserve")
    loads = ("load_before", "load_after")
    return (
        *(wording.of(one, name) for name in ("gross_hours_per_post", "available_hours")),
        *(other_care if has_other_care else ()),
        *(wording.of(one, name) for name in names),
        wording.overloaded(one.overload),
        *(NOT_GIVEN if one.load_before is None else wording.of(one, name) for name in loads),
        wording.of(one, "largest_manageable_list"),
    )
