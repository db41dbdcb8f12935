"""The figures of a result by name, so that two results can be held against each other."""

from __future__ import annotations

import math
from collections.abc import Callable

from tnt import Result

Figures = dict[str, float | None]
HOURS = ("tnt_hours", "required_hours", "current_hours", "incremental_hours", "one_off_hours")
PER_PERSON = (
    "hours_per_person_benefiting", "hours_per_person_finding", "hours_per_person_treating",
    "hours_per_person_low", "hours_per_person_high",
)  # fmt: skip
START_UP = ("backlog_hours", "first_year_hours")
ROLE_FIGURES = (*HOURS, *START_UP, "share_of_capacity", *PER_PERSON)
START_UP_TOTAL = ("backlog_hours", "start_up_hours", "start_up_period_hours", "first_year_hours")
TOTAL_FIGURES = (
    "required_hours", "required_hours_at_most", "current_hours", "incremental_hours", "incremental_hours_at_least",
    "incremental_hours_at_most", "one_off_hours",
    "available_hours", "other_care_hours", "share_of_capacity", "positions", "headroom", "break_even_reserve",
    "hours_that_do_not_fit", "hours_on_vacant_lists",
    "load_before", "load_after", "load_after_at_least", "load_after_at_most",
    *START_UP_TOTAL, "first_year_share_of_capacity",
)  # fmt: skip


def recommendation_figures(result: Result, keys: tuple[str, ...] = ROLE_FIGURES) -> Figures:
    """`guideline/recommendation role figure` -> value."""
    return {
        f"{one.id} {role} {key}": getattr(hours, key)
        for one in result.recommendations
        for role, hours in one.roles.items()
        for key in keys
    }


def total_figures(result: Result, keys: tuple[str, ...] = TOTAL_FIGURES) -> Figures:
    """`role figure` -> value."""
    return {f"{role} {key}": getattr(total, key) for role, total in result.total.items() for key in keys}


def list_figures(result: Result) -> Figures:
    """`list role figure` -> value; the state is its number."""
    found: Figures = {}
    for role, on in result.lists.roles.items():
        for row, name in enumerate(result.lists.ids):
            for key in ("posts", "required_hours", "available_hours", "other_care_hours", "ratio", "state"):
                value = float(getattr(on, key)[row])
                found[f"{name} {role} {key}"] = None if math.isnan(value) else value
    return found


def all_figures(result: Result) -> Figures:
    return recommendation_figures(result) | total_figures(result) | list_figures(result)


def scaled(figures: Figures, factor: Callable[[str], float]) -> Figures:
    """Every known figure times the factor of its name."""
    return {name: None if value is None else value * factor(name) for name, value in figures.items()}


def assert_same(actual: Figures, wanted: Figures) -> None:
    assert actual.keys() == wanted.keys()
    different = [
        f"{name}: {actual[name]!r} for {wanted[name]!r}" for name in wanted if not _same(actual[name], wanted[name])
    ]
    assert not different, "\n" + "\n".join(different)


def _same(one: float | None, two: float | None) -> bool:
    if one is None or two is None:
        return one is two
    return math.isclose(one, two, rel_tol=1e-9, abs_tol=1e-7)
