"""All recommendations together, for one role. METHOD.md, "Hours" and "Time there is"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

import numpy as np

from tnt.compile.inputs import Inputs
from tnt.engine import ListCapacity, RoleLists, RoleSummary
from tnt.format.guideline import Kind
from tnt.result.figures import RoleFigures, full_sum, known_sum
from tnt.result.model import RoleTotal
from tnt.result.overlap import RoleOverlap


@dataclass(frozen=True)
class OnLists:
    """One role on all lists; how its hours stand to the time there is, and that summed up (None without a capacity)."""

    lists: RoleLists
    capacity: ListCapacity | None = None
    summary: RoleSummary | None = None

    @property
    def staffed_lists(self) -> int:
        """How many lists have posts, known and above 0."""
        return int(np.count_nonzero(self.lists.staffed))


def role_total(
    inputs: Inputs, role: str, held: OnLists, figures: RoleFigures, overlap: RoleOverlap, incomplete: bool
) -> RoleTotal:
    """Sum over the recommendations that ask for the role, what they share counted once.

    `incomplete` says that some list lacks a part of the hours.
    """
    counted_twice = overlap.hours - overlap.current_hours
    declared = inputs.roles[role]
    return RoleTotal(
        title=declared.title or role,
        isco=declared.isco,
        required_hours=_less(known_sum(figures.required_hours), overlap.hours),
        current_hours=_less(full_sum(figures.current_hours), overlap.current_hours),
        incremental_hours=_less(full_sum(figures.incremental_hours), counted_twice),
        incremental_hours_at_most=_less(known_sum(figures.incremental_at_most), counted_twice),
        one_off_hours=known_sum(figures.one_off_hours) or 0.0,
        overlap_hours=overlap.hours,
        overlap_hours_bounds=overlap.bounds,
        at_least=incomplete or bool(figures.at_least.any()),
        **_capacity_figures(inputs, role, held, figures, overlap),
    )


class CapacityFigures(TypedDict):
    """The fields of RoleTotal that need a capacity and posts."""

    kind: Kind | None
    available_hours: float | None
    share_of_capacity: float | None
    positions: float | None
    break_even_reserve: float | None
    load_before: float | None
    load_after: float | None
    load_after_at_most: float | None


def _capacity_figures(
    inputs: Inputs, role: str, held: OnLists, figures: RoleFigures, overlap: RoleOverlap
) -> CapacityFigures:
    capacity = None if inputs.capacity is None else inputs.capacity.roles.get(role)
    if capacity is None or held.summary is None:
        return CapacityFigures(
            kind=None,
            available_hours=None,
            share_of_capacity=None,
            positions=None,
            break_even_reserve=None,
            load_before=None,
            load_after=None,
            load_after_at_most=None,
        )
    change = float(figures.incremental_where_staffed.sum()) - overlap.incremental_where_staffed
    change_at_most = _less(known_sum(figures.incremental_where_staffed_at_most), overlap.incremental_where_staffed)
    summary = held.summary
    at_most = np.nan if change_at_most is None else summary.load_with(change_at_most)
    return CapacityFigures(
        kind=capacity.kind,
        available_hours=_known(summary.available_hours),
        share_of_capacity=_known(summary.share_of_capacity),
        positions=_known(summary.positions),
        break_even_reserve=_known(summary.break_even_reserve),
        load_before=_known(summary.load_before),
        load_after=_known(summary.load_with(change)),
        load_after_at_most=_known(at_most),
    )


def _less(hours: float | None, overlap: float) -> float | None:
    return None if hours is None else hours - overlap


def _known(figure: float) -> float | None:
    return None if np.isnan(figure) else float(figure)
