"""What `tnt lists` answers: the largest list that can be managed, and the posts needed, by list, area and all together.

METHOD.md, "Time there is". None and NaN mean unknown, never 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.capacity import Capacity
from tnt.compile.inputs import Inputs
from tnt.diagnostics import Code, Place, problem
from tnt.engine.capacity.manageable import manageable_lists
from tnt.engine.capacity.verdict import RoleLists
from tnt.estimating.totals import list_verdicts
from tnt.language.base import Text
from tnt.reading.shipped import label
from tnt.reading.tables.files.sheet import Labels
from tnt.result.figures import AboutFigure
from tnt.result.json_values import plain
from tnt.result.lists import STATES
from tnt.result.model import Result

Scope = Literal["all", "area", "list"]

NEEDS_FIGURES: Mapping[str, AboutFigure] = {
    "lists": AboutFigure("lists"),
    "people": AboutFigure("people", lower_if="people_at_least"),
    "posts": AboutFigure("posts"),
    "people_per_post": AboutFigure("people"),
    "required_hours_per_person": AboutFigure("hours", lower_if="at_least"),
    "largest_manageable_list": AboutFigure("people", upper_if="at_least"),
    "positions": AboutFigure("posts", lower_if="at_least"),
    "posts_needed": AboutFigure("posts", lower_if="at_least"),
    "posts_missing": AboutFigure("posts", lower_if="at_least"),
}
"""Figures by name; the flag is that of the role's total, or of all lists."""
NORM_FIGURES: Mapping[str, AboutFigure] = {
    "norm_hours_per_post": AboutFigure("hours", lower_if="at_least"),
    "norm_share_of_capacity": AboutFigure("share", lower_if="at_least"),
    "norm_posts": AboutFigure("posts", lower_if="people_at_least"),
    "norm_posts_more": AboutFigure("posts", lower_if="people_at_least"),
}
"""What would be if every post had as many people as a norm says."""
_OF_ALL_PEOPLE = {
    *("people_per_post", "required_hours_per_person", "largest_manageable_list", "positions"),
    *("norm_hours_per_post", "norm_share_of_capacity"),
}
"""Unknown where a list does not count all its people: the others may change them in either direction."""


@dataclass(frozen=True, slots=True)
class NeedsRow:
    """One role under one capacity: on one list, in one area, or on all lists together."""

    capacity: str
    role: str
    scope: Scope
    id: str
    name: str | None
    area: str | None
    state: str | None
    """State of a list; None of several together."""
    figures: dict[str, float | None]
    """By the names of NEEDS_FIGURES, and of NORM_FIGURES where a norm is asked for."""


@dataclass(frozen=True)
class NeedsColumns:
    """Rows of one role under one capacity, column by column: as objects some hundred thousand would fill the memory."""

    capacity: str
    role: str
    scope: Scope
    ids: Sequence[str]
    names: Labels | None
    areas: Labels | None
    states: Sequence[str] | None
    figures: dict[str, Floats]

    def __len__(self) -> int:
        """Rows."""
        return len(self.ids)

    def row(self, number: int) -> NeedsRow:
        """One of them."""
        return NeedsRow(
            self.capacity,
            self.role,
            self.scope,
            str(self.ids[number]),
            None if self.names is None else self.names[number],
            None if self.areas is None else self.areas[number],
            None if self.states is None else self.states[number],
            {key: plain(values[number]) for key, values in self.figures.items()},
        )


@dataclass(frozen=True)
class NeedsRows:
    """Rows of every role under every capacity, made when they are asked for."""

    made: tuple[Callable[[], NeedsColumns], ...]
    """Makes those of one role under one capacity."""
    length: int

    def __len__(self) -> int:
        """All rows."""
        return self.length

    def __iter__(self) -> Iterator[NeedsRow]:
        """One after another."""
        return (columns.row(number) for columns in self.columns() for number in range(len(columns)))

    def columns(self) -> Iterator[NeedsColumns]:
        """Those of one role under one capacity after the other."""
        return (make() for make in self.made)

    def like(self, row: NeedsRow) -> NeedsColumns | None:
        """The rows of the same role under the same capacity."""
        return next((one for one in self.columns() if (one.role, one.capacity) == (row.role, row.capacity)), None)


@dataclass(frozen=True)
class ListNeeds:
    """Everything `tnt lists` shows."""

    result: Result
    norm: float | None
    capacities: tuple[tuple[str, Text], ...]
    """Id and title of each capacity, the one that decides verdicts first."""
    together: tuple[NeedsRow, ...]
    areas: NeedsRows
    lists: NeedsRows


def list_needs(inputs: Inputs, result: Result, *, norm: float | None = None, by_area: bool = False) -> ListNeeds:
    """Compute the rows of every capacity and role with posts or not. Raises Problems where areas are asked for and the
    table has none, or where there is no capacity to hold hours against."""
    table = label(Path(inputs.table.table))
    if by_area and inputs.table.areas is None:
        raise problem(Code.NO_AREAS, Place(table))
    if not inputs.capacities:
        raise problem(Code.CHOOSE_CAPACITY, Place(table))
    roles = [
        _RoleNeeds(inputs, capacity, role, result)
        for capacity in inputs.capacities
        for role in result.lists.roles
        if role in capacity.roles
    ]
    count = result.lists.count
    areas, of_area = _areas(inputs) if by_area else ([], np.zeros(count, dtype=np.intp))
    everything = np.zeros(count, dtype=np.intp)
    return ListNeeds(
        result,
        norm,
        tuple((capacity.id, capacity.title) for capacity in inputs.capacities),
        tuple(_rows(roles, "all", everything, [inputs.lists_id], norm)),
        _rows(roles, "area", of_area, areas, norm),
        _rows(roles, "list", np.arange(count), list(result.lists.ids), norm),
    )


def _rows(roles: Sequence[_RoleNeeds], scope: Scope, group: Ints, ids: Sequence[str], norm: float | None) -> NeedsRows:
    made = tuple(partial(one.columns, scope, group, ids, norm) for one in roles)
    return NeedsRows(made, len(roles) * len(ids))


def _areas(inputs: Inputs) -> tuple[list[str], Ints]:
    """Names of the areas, and the number of each list's."""
    assert inputs.table.areas is not None
    names, of = np.unique(np.array([str(area or "") for area in inputs.table.areas]), return_inverse=True)
    return names.tolist(), of


class _RoleNeeds:
    """One role under one capacity, list by list; `columns` adds lists up."""

    def __init__(self, inputs: Inputs, capacity: Capacity, role: str, result: Result) -> None:
        self.inputs, self.capacity, self.role, self.result = inputs, capacity.id, role, result
        on_lists, working = result.lists.roles[role], capacity.roles[role]
        imputed = inputs.table.ages_imputed or bool(inputs.table.posts_imputed.get(role))
        self.lists = RoleLists(
            result.lists.people,
            on_lists.posts,
            on_lists.required_hours,
            imputed,
            on_lists.at_least,
            on_lists.mostly_unknown,
        )
        capacity_of_lists = list_verdicts(capacity, role, self.lists).capacity
        assert capacity_of_lists is not None
        self.state, self.available_hours = capacity_of_lists.state, capacity_of_lists.available_hours
        self.needs = manageable_lists(self.lists, working.time)
        self.reserved = self.needs.workload - np.where(self.lists.people > 0, self.lists.required_hours, 0.0)
        self.counted = ~np.isnan(self.lists.posts) & (not inputs.table.posts_imputed.get(role))

    def columns(self, scope: Scope, group: Ints, ids: Sequence[str], norm: float | None) -> NeedsColumns:
        """A row per group of lists; `group` [L] is the number of each list's."""
        lists, is_list = self.result.lists, scope == "list"
        return NeedsColumns(
            self.capacity,
            self.role,
            scope,
            ids,
            lists.names if is_list else None,
            lists.areas if is_list else None,
            [STATES[state] for state in self.state] if is_list else None,
            self._figures(group, len(ids), norm),
        )

    def _figures(self, group: Ints, groups: int, norm: float | None) -> dict[str, Floats]:
        """[groups] each figure, from sums over the lists of a group."""

        def total(values: Floats, of: Bools) -> Floats:
            """Sum over some lists of each group; NaN where the group has none of them."""
            sums = np.bincount(group[of], values[of], minlength=groups)
            return np.where(np.bincount(group[of], minlength=groups) > 0, sums, np.nan)

        people, posts, required = self.lists.people, self.lists.posts, self.lists.required_hours
        everyone, staffed = np.ones(people.size, dtype=np.bool_), self.lists.staffed
        known = ~np.isnan(self.needs.posts_needed)
        needed = total(self.needs.posts_needed, known)
        with np.errstate(divide="ignore", invalid="ignore"):
            per_post = total(people * self.available_hours / posts, staffed) / total(people, staffed)
            figures = {
                "lists": np.bincount(group, minlength=groups).astype(np.float64),
                "people": total(people, everyone),
                "posts": total(posts, ~np.isnan(posts)),
                "people_per_post": total(people, staffed) / total(posts, staffed),
                "required_hours_per_person": total(required, ~np.isnan(required)) / total(people, ~np.isnan(required)),
                "largest_manageable_list": total(people, known) / needed,
                "positions": total(required, ~np.isnan(required)) / per_post,
                "posts_needed": needed,
                "posts_missing": total(self.needs.posts_needed - posts, known & self.counted),
            }
            if norm is not None:
                time = total(people * self.needs.hours_of_post, known) / norm - total(self.reserved, known)
                figures["norm_hours_per_post"] = norm * figures["required_hours_per_person"]
                figures["norm_share_of_capacity"] = np.where(time > 0, total(required, known) / time, np.nan)
                figures["norm_posts"] = figures["people"] / norm
                figures["norm_posts_more"] = total(people / norm - posts, self.counted)
        in_part = np.bincount(group, self.result.lists.people_at_least, minlength=groups) > 0
        for name in _OF_ALL_PEOPLE & figures.keys() if in_part.any() else ():
            figures[name] = np.where(in_part, np.nan, figures[name])
        return figures
