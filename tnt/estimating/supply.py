"""Every capacity given, side by side. METHOD.md, "Time there is"."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tnt.compile.capacity import Capacity, RoleCapacity
from tnt.compile.inputs import Inputs
from tnt.engine.capacity.hours_worked import share_below
from tnt.engine.capacity.manageable import gross_hours_needed, manageable_lists
from tnt.engine.capacity.verdict import RoleLists
from tnt.engine.capacity.wisn import category_allowance_factor, individual_allowance_factor, wisn_required_posts
from tnt.estimating.figures import RoleFigures
from tnt.estimating.lazy_mapping import LazyMapping
from tnt.estimating.sums import known_sum
from tnt.estimating.totals import ListVerdicts, capacity_figures, list_verdicts, overload_of
from tnt.result.json_values import plain
from tnt.result.supply import FaceToFaceTime, PostsOverloaded, RoleSupply, Staffing, Supply, WhyNoRatio, Wisn
from tnt.result.total import RoleTotal


def supplies(
    inputs: Inputs,
    verdicts: Mapping[str, ListVerdicts],
    figures: Mapping[str, RoleFigures],
    totals: Mapping[str, RoleTotal],
) -> tuple[Supply, ...]:
    """One entry per capacity. `verdicts` are those of the first; `totals` those of all lists."""
    return tuple(_supply(inputs, capacity, verdicts, figures, totals) for capacity in inputs.capacities)


def _supply(
    inputs: Inputs,
    capacity: Capacity,
    verdicts: Mapping[str, ListVerdicts],
    figures: Mapping[str, RoleFigures],
    totals: Mapping[str, RoleTotal],
) -> Supply:
    def role(name: str) -> RoleSupply:
        on = verdicts[name] if capacity is inputs.capacity else list_verdicts(capacity, name, verdicts[name].lists)
        return _role(inputs, capacity, name, on, figures[name], totals[name])

    roles = LazyMapping([name for name in verdicts if name in capacity.roles], role)
    return Supply(capacity.id, capacity.title, capacity.note, capacity.covers_all_work, roles)


def staffing(inputs: Inputs, role: str, lists: RoleLists) -> Staffing:
    """Posts of a role, and how they are spread over the lists."""
    staffed = lists.staffed
    count, posts = int(np.count_nonzero(staffed)), float(lists.posts[staffed].sum())
    return Staffing(
        posts=posts if count else None,
        people_per_post=float(lists.people[staffed].sum()) / posts if count else None,
        posts_per_list=posts / count if count else None,
        lists_with_several_posts=int(np.count_nonzero(lists.posts > 1)),
        lists_with_less_than_one_post=int(np.count_nonzero(staffed & (lists.posts < 1))),
        is_imputed=bool(inputs.table.posts_imputed.get(role)),
    )


def _role(
    inputs: Inputs, capacity: Capacity, role: str, on: ListVerdicts, figures: RoleFigures, total: RoleTotal
) -> RoleSupply:
    working = capacity.roles[role]
    assert on.summary is not None  # the capacity has the role
    known = capacity_figures(on, figures, total.at_least)
    # Nobody knows how many more people there are, nor what they ask for.
    uncounted = bool((inputs.counts.most_per_list > inputs.people).any())
    _, needed, largest = manageable_lists(on.lists, working.time).pooled(on.lists.people > 0)
    return RoleSupply(
        kind=working.kind,
        gross_hours_per_post=working.time.gross_hours_per_post,
        **vars(known),
        overload=overload_of(on.summary),
        largest_manageable_list=None if uncounted else plain(largest),
        posts_needed=plain(needed),
        posts_overloaded=_posts_overloaded(working, capacity.thresholds.overload, on.lists),
        wisn=_wisn(inputs, capacity, role, on.lists, total.required_hours),
        face_to_face=_face_to_face(working, None if known.available_at_most else known.available_hours, figures),
    )


def _posts_overloaded(working: RoleCapacity, overload: float, lists: RoleLists) -> PostsOverloaded | None:
    percentiles = working.staffing.hours_worked
    if percentiles is None:
        return None
    share = share_below(percentiles, gross_hours_needed(lists, working.time, overload), lists.posts)
    if share is None:
        return None
    most = 1.0 if np.any(lists.at_least) else share.most  # hours that nobody knows have no end
    return PostsOverloaded(share.least, most, plain(share.value), bool(np.any(lists.imputed)))


def _wisn(inputs: Inputs, capacity: Capacity, role: str, lists: RoleLists, required_hours: float | None) -> Wisn | None:
    """[WHO 2010], from hours and gross hours: what is reserved is no part of it.

    Support work stands in WISN's category allowance; time reserved for other work would count it again. So a ratio
    needs a pack that says it covers all work, and no reserve (METHOD "Time there is").
    """
    given, gross = capacity.roles[role].staffing, capacity.roles[role].time.gross_hours_per_post
    extra = given.individual_allowance_hours
    if not (given.support_share or extra or capacity.covers_all_work):
        return None
    known = gross > 0 and required_hours is not None
    required = wisn_required_posts(required_hours or 0.0, gross, given.support_share, extra) if known else None
    actual = None if inputs.table.posts_imputed.get(role) else known_sum(lists.posts)
    why = _why_no_ratio(inputs, capacity, role, lists, required)
    compared = None if why is not None or actual is None or not required else (actual / required, actual - required)
    return Wisn(
        required_posts=required,
        actual_posts=actual,
        ratio=None if compared is None else compared[0],
        difference=None if compared is None else compared[1],
        category_allowance_factor=category_allowance_factor(given.support_share),
        individual_allowance_factor=individual_allowance_factor(extra, gross) if gross > 0 else None,
        why_no_ratio=why,
    )


def _why_no_ratio(
    inputs: Inputs, capacity: Capacity, role: str, lists: RoleLists, required_posts: float | None
) -> WhyNoRatio | None:
    if not capacity.covers_all_work:
        return "not-all-work"
    if capacity.roles[role].staffing.has_reserve:
        return "time-reserved"
    if inputs.table.posts_imputed.get(role):
        return "posts-imputed"
    if np.isnan(lists.posts).any():
        return "posts-unknown"
    return None if required_posts else "not-estimable"


def _face_to_face(working: RoleCapacity, available_hours: float | None, figures: RoleFigures) -> FaceToFaceTime | None:
    part = working.staffing.face_to_face_share
    if part is None:
        return None
    own = figures.required_where_staffed[figures.measures.is_face_to_face]
    required = 0.0 if own.size == 0 else known_sum(own)
    available = None if available_hours is None else available_hours * part
    share = required / available if required is not None and available else None
    return FaceToFaceTime(required, available, share)
