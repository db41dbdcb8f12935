"""Compiled inputs -> the labelled result: what `tnt.estimate` does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from tnt.compile.inputs import Inputs
from tnt.compile.notice import Notice
from tnt.compile.notices import roles_asked
from tnt.compile.rules import Rule
from tnt.engine import ListCapacity, RoleLists, State, Totals, incomplete_totals, list_capacity, list_detail, list_totals
from tnt.engine.arrays import Floats
from tnt.format.base import Text
from tnt.format.shared_parts import KNOWN_ROLES
from tnt.result.model import CapacityUsed, ListDetail, ListsResult, Overload, Result, RoleOnLists
from tnt.result.recommendations import Sums, recommendation_results
from tnt.result.totals import OnLists, role_total


def estimate(inputs: Inputs, *, detail: bool = False) -> Result:
    """Hours per recommendation, role and list, held against the time there is.

    With `detail` the result also holds the TNT hours of every list and recommendation. Cost: one reading of the matrix of
    lists; the matrix of lists by recommendations is made only when asked for.
    """
    rules = inputs.rules.rules
    roles = sorted(roles_asked(inputs.rules), key=_known_first)
    people = inputs.table.people.sum(axis=1)
    collapse = _required_by_role(rules, roles, len(inputs.folded.factor_of))
    lists = {role: _role_lists(inputs, role, people) for role in roles}
    totals = list_totals(inputs.counts, inputs.folded, collapse, [None, *(role.staffed for role in lists.values())])
    incomplete = incomplete_totals(inputs.counts, inputs.folded, collapse)
    on_lists = {
        role: _held(inputs, role, replace(lists[role], required_hours=totals.per_list[:, index]), bool(collapse[:, index].any()))
        for index, role in enumerate(roles)
    }
    sums = {role: Sums(totals, index + 1, len(people)) for index, role in enumerate(roles)}
    results = recommendation_results(inputs, Sums(totals, 0, len(people)), sums, _available(on_lists))
    return Result(
        as_of=inputs.as_of,
        inputs=inputs.files,
        pack_title=inputs.pack_title,
        pack_notice=inputs.pack_notice,
        notices=(*inputs.notices, *_notices_of(inputs, totals, people)),
        lists=_lists(inputs, people, on_lists),
        capacity=_capacity_used(inputs),
        total={
            role: role_total(inputs, role, on_lists[role], results, sums[role], bool(incomplete[:, index].any()))
            for index, role in enumerate(roles)
        },
        recommendations=results,
        overload={role: _overload(held.capacity) for role, held in on_lists.items() if held.capacity is not None},
        numbers=inputs.numbers,
        detail=_detail(inputs) if detail else None,
    )


def _known_first(role: str) -> tuple[int, str]:
    known = list(KNOWN_ROLES)
    return (known.index(role) if role in known else len(known), role)


def _required_by_role(rules: tuple[Rule, ...], roles: list[str], measures: int) -> Floats:
    """[M, J] target uptake at the yearly hours of each role: what makes measures into required hours."""
    collapse = np.zeros((measures, len(roles)))
    for rule in rules:
        for role, columns in rule.roles.items():
            if columns.yearly is not None:
                collapse[columns.yearly, roles.index(role)] = rule.target_uptake
    return collapse


def _role_lists(inputs: Inputs, role: str, people: Floats) -> RoleLists:
    """Posts of a role as the table has them; its required hours are still to come."""
    nothing = np.full(len(people), np.nan)
    imputed = inputs.table.ages_imputed or bool(inputs.table.posts_imputed.get(role))
    return RoleLists(people, inputs.table.posts.get(role, nothing), nothing, imputed)


def _held(inputs: Inputs, role: str, lists: RoleLists, has_hours: bool) -> OnLists:
    """Required hours held against the time there is, where a capacity says how much that is."""
    if not has_hours:
        lists = replace(lists, required_hours=np.full(len(lists.people), np.nan))
    capacity = None if inputs.capacity is None else inputs.capacity.roles.get(role)
    if capacity is None or inputs.capacity is None:
        return OnLists(lists, None)
    if capacity.needs_ages:
        lists = replace(lists, posts=np.full(len(lists.people), np.nan))
    return OnLists(lists, list_capacity(lists, capacity.time, inputs.capacity.thresholds))


def _available(on_lists: Mapping[str, OnLists]) -> dict[str, float | None]:
    """Available hours of each role over the lists with posts; None without a capacity, or without such a list."""
    return {
        role: float(held.capacity.available_hours[held.lists.staffed].sum())
        if held.capacity is not None and held.lists.staffed.any()
        else None
        for role, held in on_lists.items()
    }


def _notices_of(inputs: Inputs, totals: Totals, people: Floats) -> list[Notice]:
    found = []
    for rule in inputs.rules.rules:
        missing = int(totals.missing_lists[0, rule.eligible])
        if missing:
            found.append(Notice("not-estimable-on-lists", {"recommendation": rule.id, "lists": missing, "of": len(people)}))
    for index, name in enumerate(inputs.rules.conditions):
        here = totals.unplaced.conditions == index
        if here.any():
            people_unplaced, lists = float(totals.unplaced.people[here].sum()), int(here.sum())
            values: dict[str, str | float | Text] = {"condition": name, "people": people_unplaced, "lists": lists}
            found.append(Notice("register-unplaced", values))
    return found


def _lists(inputs: Inputs, people: Floats, on_lists: Mapping[str, OnLists]) -> ListsResult:
    nothing = np.full(len(people), np.nan)
    unknown = np.full(len(people), State.UNKNOWN, dtype=np.int8)
    return ListsResult(
        id=inputs.lists_id,
        title=inputs.lists_title,
        ids=inputs.table.ids,
        names=inputs.table.names,
        areas=inputs.table.areas,
        people=people,
        roles={
            role: RoleOnLists(
                posts=held.lists.posts,
                required_hours=held.lists.required_hours,
                available_hours=nothing if held.capacity is None else held.capacity.available_hours,
                ratio=nothing if held.capacity is None else held.capacity.ratio,
                state=unknown if held.capacity is None else held.capacity.state,
            )
            for role, held in on_lists.items()
        },
    )


def _overload(capacity: ListCapacity) -> Overload:
    count = np.bincount(capacity.state, minlength=len(State)).tolist()
    verdicts = count[State.OK] + count[State.WATCH] + count[State.OVERLOAD]
    return Overload(
        lists=count[State.OVERLOAD],
        of=verdicts,
        share=count[State.OVERLOAD] / verdicts if verdicts else None,
        watch=count[State.WATCH],
        vacant=count[State.VACANT],
        unknown=count[State.UNKNOWN],
        imputed=count[State.IMPUTED],
    )


def _capacity_used(inputs: Inputs) -> CapacityUsed | None:
    capacity = inputs.capacity
    if capacity is None:
        return None
    return CapacityUsed(
        id=capacity.id,
        title=capacity.title,
        note=capacity.note,
        watch=capacity.thresholds.watch,
        overload=capacity.thresholds.overload,
        has_unsourced_reserve={name: role.has_unsourced_reserve for name, role in capacity.roles.items()},
        gross_hours_per_post={name: role.time.gross_hours_per_post for name, role in capacity.roles.items()},
    )


def _detail(inputs: Inputs) -> ListDetail:
    asked = [(rule.id, role, columns.yearly) for rule in inputs.rules.rules for role, columns in rule.roles.items()]
    timed = [(rule, role, column) for rule, role, column in asked if column is not None]
    columns = np.array([column for _, _, column in timed], dtype=np.intp)
    return ListDetail(tuple((rule, role) for rule, role, _ in timed), list_detail(inputs.counts, inputs.folded, columns))
