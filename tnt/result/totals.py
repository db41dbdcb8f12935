"""All recommendations together, for one role. METHOD.md, "Hours" and "Time there is"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

import numpy as np

from tnt.compile.inputs import Inputs
from tnt.engine import ListCapacity, RoleLists, summarise
from tnt.format.guideline import Kind
from tnt.result.model import RecommendationResult, RoleTotal
from tnt.result.recommendations import Sums


@dataclass(frozen=True)
class OnLists:
    """One role on all lists, and how its hours stand to the time there is (None without a capacity)."""

    lists: RoleLists
    capacity: ListCapacity | None


def role_total(
    inputs: Inputs, role: str, held: OnLists, results: Sequence[RecommendationResult], staffed: Sums, incomplete: bool
) -> RoleTotal:
    """Sum over the recommendations that ask for the role. Overlap is not yet computed: 0, its bounds unknown where work is shared."""
    asking = [hours for result in results if (hours := result.roles.get(role)) is not None]
    required = [hours.required_hours for hours in asking]
    known = [hours for hours in required if hours is not None]
    shares = any(notice.code == "shared-activity" and notice.values["role"] == role for notice in inputs.notices)
    declared = inputs.roles[role]
    figures = _capacity_figures(inputs, role, held, staffed)
    return RoleTotal(
        title=declared.title or role,
        isco=declared.isco,
        required_hours=sum(known) if known else None,
        current_hours=_all_known([hours.current_hours for hours in asking]),
        incremental_hours=_all_known([hours.incremental_hours for hours in asking]),
        incremental_hours_at_most=sum(
            hours.required_hours if hours.incremental_hours is None else hours.incremental_hours
            for hours in asking
            if hours.required_hours is not None
        )
        if known
        else None,
        one_off_hours=sum(hours.one_off_hours or 0.0 for hours in asking),
        overlap_hours=0.0,
        overlap_hours_bounds=None if shares else (0.0, 0.0),
        at_least=incomplete or any(hours.at_least for hours in asking),
        **figures,
    )


def _all_known(hours: Sequence[float | None]) -> float | None:
    """A sum with an unknown part is unknown."""
    known = [part for part in hours if part is not None]
    return sum(known) if len(known) == len(hours) else None


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


def _capacity_figures(inputs: Inputs, role: str, held: OnLists, staffed: Sums) -> CapacityFigures:
    capacity = None if inputs.capacity is None else inputs.capacity.roles.get(role)
    if capacity is None or inputs.capacity is None or held.capacity is None:
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
    incremental, at_most = _incremental_where_staffed(inputs, role, staffed)
    arguments = (held.lists, capacity.time, inputs.capacity.thresholds, held.capacity, capacity.worked_today_hours_per_post)
    summary = summarise(*arguments, np.nan if incremental is None else incremental)
    return CapacityFigures(
        kind=capacity.kind,
        available_hours=_known(summary.available_hours),
        share_of_capacity=_known(summary.share_of_capacity),
        positions=_known(summary.positions),
        break_even_reserve=_known(summary.break_even_reserve),
        load_before=_known(summary.load_before),
        load_after=_known(summary.load_after),
        load_after_at_most=_known(summarise(*arguments, at_most).load_after),
    )


def _known(figure: float) -> float | None:
    return None if np.isnan(figure) else float(figure)


def _incremental_where_staffed(inputs: Inputs, role: str, staffed: Sums) -> tuple[float | None, float]:
    """Incremental hours on the lists with posts: known altogether or None; and at most."""
    parts: list[float | None] = []
    at_most = 0.0
    for rule in inputs.rules.rules:
        columns = rule.roles.get(role)
        tnt = None if columns is None or columns.yearly is None else staffed.of(columns.yearly)
        if columns is None or tnt is None:
            parts += [] if columns is None else [None]
            continue
        known = rule.current_uptake is not None and not columns.lacks_time and not staffed.is_incomplete(columns.yearly or 0)
        change = tnt * (rule.target_uptake - (rule.current_uptake or 0.0 if known else 0.0))
        parts.append(change if known else None)
        at_most += change
    return _all_known(parts), at_most
