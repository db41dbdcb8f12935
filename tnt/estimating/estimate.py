"""Compiled inputs -> the labelled result: what `tnt.estimate` does."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

import numpy as np

from tnt.arrays import Floats
from tnt.compile.inputs import Inputs
from tnt.compile.notice import Notice, NoticeCode, NoticeValue, RecommendationNames, RoleId, Share, Titles
from tnt.compile.shared.clusters import clusters_of_activities, clusters_used
from tnt.engine.capacity.verdict import State
from tnt.engine.hours.detail import list_detail
from tnt.engine.hours.missing import unknown_totals
from tnt.engine.hours.most import most_missing
from tnt.engine.hours.totals import Totals, list_totals
from tnt.estimating.figures import role_figures
from tnt.estimating.guidelines import guidelines_used
from tnt.estimating.how_known import known_of_roles
from tnt.estimating.lazy_mapping import LazyMapping
from tnt.estimating.other_care import other_care
from tnt.estimating.recommendations import Recommendations
from tnt.estimating.saved import Saved
from tnt.estimating.season import seasons
from tnt.estimating.sums import summed
from tnt.estimating.supply import staffing, supplies
from tnt.estimating.today.observed import observed_activities
from tnt.estimating.totals import ListVerdicts, list_verdicts, overload_of, role_total
from tnt.result.capacity import CapacityUsed
from tnt.result.lists import ListDetail, ListsResult, RoleOnLists
from tnt.result.model import Result
from tnt.result.other_care import OtherCare


def estimate(inputs: Inputs, *, detail: bool | Floats = False) -> Result:
    """Hours per recommendation, role and list, held against the time there is.

    With `detail` the result also holds the TNT hours of every list and recommendation; give it the `detail.tnt_hours`
    of an earlier result of the same shape to have them written there, which saves the time that fresh memory costs.
    Cost: one reading of the matrix of lists; the matrix of lists by recommendations is made only when asked for.
    """
    rules = inputs.rules
    people = inputs.people
    lists = known_of_roles(inputs)
    totals = list_totals(
        inputs.counts, inputs.folded, rules.required, [None, *(role.staffed for role in lists.values())]
    )
    unknown = unknown_totals(inputs.counts, inputs.folded, rules.required_of_role)
    saved = Saved(inputs)
    required = saved.removed_from(totals.per_list)
    required = required if unknown is None else np.where(unknown, np.nan, required)
    verdicts = {
        role: list_verdicts(inputs.capacity, role, replace(lists[role], required_hours=required[:, at]))
        for at, role in enumerate(rules.roles)
    }
    most = most_missing(inputs.counts, inputs.folded, rules.measures)
    figures = {
        role: role_figures(
            rules,
            role,
            totals,
            most,
            len(people),
            1 + at,
            verdicts[role].staffed_lists,
            _available(verdicts[role]),
            _visits(inputs, role),
        )
        for at, role in enumerate(rules.roles)
    }
    figures = saved.with_saved(figures, {role: each.lists.staffed for role, each in verdicts.items()})
    by_week = seasons(inputs, totals, saved)
    total = {
        role: role_total(inputs, role, verdicts[role], figures[role], by_week.busiest_week_share(role, verdicts[role]))
        for role in rules.roles
    }
    aside = other_care(inputs)
    eligible = summed(totals, 0, rules.eligible, len(people))
    return Result(
        as_of=inputs.as_of,
        inputs=inputs.files,
        pack_title=inputs.pack_title,
        pack_notice=inputs.pack_notice,
        notices=(*inputs.notices, *_notices(inputs, totals), *_outside(aside)),
        lists=_lists(inputs, people, verdicts),
        capacity=_capacity_used(inputs),
        total=total,
        recommendations=Recommendations(
            inputs,
            eligible,
            summed(totals, 0, rules.benefiting, len(people)),
            totals.lacking_lists[0, rules.eligible],
            figures,
        ),
        overload={role: overload_of(each.summary) for role, each in verdicts.items() if each.summary is not None},
        numbers=inputs.numbers,
        guidelines=guidelines_used(inputs.documents),
        shared_work=saved.activities(figures),
        scenarios=inputs.scenarios,
        changes=inputs.changes,
        detail=None if detail is False else _detail(inputs, None if detail is True else detail),
        staffing=LazyMapping(
            [role for role in verdicts if role in inputs.table.posts],
            lambda role: staffing(inputs, role, verdicts[role].lists),
        ),
        supply=supplies(inputs, verdicts, figures, total),
        other_care=aside,
        observed=tuple(observed_activities(inputs)),
    )


def _unknown(lists: int) -> Floats:
    """[L] NaN, without the memory for it."""
    return np.broadcast_to(np.float64(np.nan), lists)


def _visits(inputs: Inputs, role: str) -> Collection[str]:
    """The kinds of contact in which several tasks may be done in one visit of the role."""
    working = None if inputs.capacity is None else inputs.capacity.roles.get(role)
    return () if working is None else working.visits


def _available(verdicts: ListVerdicts) -> float:
    """Available hours of a role over the lists with posts; NaN without a capacity, without such a list, or where more
    may be reserved than is known."""
    if verdicts.summary is None or np.any(verdicts.lists.more_reserved & verdicts.lists.staffed):
        return math.nan
    return verdicts.summary.available_hours


def _notices(inputs: Inputs, totals: Totals) -> list[Notice]:
    """What only the sums show: shared work, recommendations that cannot be estimated on some lists, registers with
    nobody to place."""
    notices = list(_shared_work(inputs))
    missing = totals.missing_lists[0, inputs.rules.eligible]
    for index in np.flatnonzero(missing).tolist():
        values: dict[str, NoticeValue] = {"recommendation": RecommendationNames((inputs.rules.rules[index].id,))}
        values |= {"lists": int(missing[index]), "of": inputs.counts.length}
        notices.append(Notice(NoticeCode.NOT_ESTIMABLE_ON_LISTS, values))
    for index, name in enumerate(inputs.rules.conditions):
        here = totals.unplaced.conditions == index
        if here.any():
            condition = inputs.conditions.get(name)
            values = {"people": float(totals.unplaced.people[here].sum()), "lists": int(here.sum())}
            values["condition"] = name if condition is None else condition.title or name
            notices.append(Notice(NoticeCode.REGISTER_UNPLACED, values))
    return notices


def _shared_work(inputs: Inputs) -> Iterator[Notice]:
    """What is counted once, and which conditions are counted as going together."""
    if inputs.shared is not None:
        is_clustered = bool(clusters_of_activities(inputs.shared))
        yield Notice(NoticeCode.SHARED_WORK_CLUSTERED) if is_clustered else Notice(NoticeCode.SHARED_WORK)
    if inputs.visits is not None:
        yield Notice(NoticeCode.MERGED_VISITS)
    used = clusters_used(inputs.rules, inputs.shared, None if inputs.visits is None else inputs.visits.work)
    if used:
        titles = {name: inputs.rules.clusters[name].title or name for name in used}
        yield Notice(NoticeCode.CLUSTERED, {"clusters": Titles(titles)})


def _outside(aside: Mapping[str, tuple[OtherCare, ...]]) -> Iterator[Notice]:
    """Where the pack's own contacts today are fewer or more than is said."""
    for role, reserves in aside.items():
        for one in reserves:
            if one.is_outside:
                share, low, high = (float(each or 0.0) for each in (one.pack_share, one.in_pack_low, one.in_pack_high))
                values: dict[str, NoticeValue] = {"role": RoleId(role), "contacts": one.contacts_title}
                values |= {"share": Share(share), "low": Share(low), "high": Share(high)}
                yield Notice(NoticeCode.PACK_SHARE_OUTSIDE, values)


def _lists(inputs: Inputs, people: Floats, verdicts: Mapping[str, ListVerdicts]) -> ListsResult:
    nothing = _unknown(len(people))
    unknown = np.broadcast_to(np.int8(State.UNKNOWN), len(people))
    return ListsResult(
        id=inputs.lists_id,
        title=inputs.lists_title,
        ids=inputs.table.ids,
        names=inputs.table.names,
        areas=inputs.table.areas,
        people=people,
        people_at_most=None if inputs.counts.beyond is None else inputs.counts.most_per_list,
        roles={
            role: RoleOnLists(
                posts=each.lists.posts,
                required_hours=each.lists.required_hours,
                available_hours=nothing if each.capacity is None else each.capacity.available_hours,
                other_care_hours=nothing if each.other_care is None else each.other_care,
                ratio=nothing if each.capacity is None else each.capacity.ratio,
                state=unknown if each.capacity is None else each.capacity.state,
                at_least=np.broadcast_to(each.lists.at_least, len(people)),
                mostly_unknown=np.broadcast_to(each.lists.mostly_unknown, len(people)),
                available_at_most=np.broadcast_to(each.lists.more_reserved, len(people)),
            )
            for role, each in verdicts.items()
        },
        picked_of=None if inputs.table.all_ids is None else len(inputs.table.all_ids),
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
        between_lists=capacity.between_lists,
    )


def _detail(inputs: Inputs, out: Floats | None) -> ListDetail:
    names, measures = inputs.rules.yearly
    return ListDetail(names, list_detail(inputs.counts, inputs.folded, measures, out))
