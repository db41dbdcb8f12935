"""The lists of each role, held against its working time."""

from __future__ import annotations

import numpy as np

from tnt.report.context.overload import ListRow, RoleOverload
from tnt.report.page.load_histogram import histogram
from tnt.report.page.meters import meter
from tnt.report.page.verdict import verdict
from tnt.result.bounded import at_least
from tnt.result.lists import STATES, ListsResult, RoleOnLists, state_name
from tnt.result.model import Result
from tnt.result.supply import Overload
from tnt.show.page.histogram import judged
from tnt.show.page.parts import Fact
from tnt.show.page.wording import Wording

MOST_LISTS = 10


def overload(result: Result, wording: Wording) -> tuple[RoleOverload, ...]:
    """One entry per role with a capacity."""
    with_time = [role for role in wording.roles() if wording.has_capacity(role)]
    return tuple(_role(f"overload-{number}", role, result, wording) for number, role in enumerate(with_time, start=1))


def _role(anchor: str, role: str, result: Result, wording: Wording) -> RoleOverload:
    on_lists, counted, several = result.lists.roles.get(role), result.overload.get(role), result.lists.count > 1
    return RoleOverload(
        anchor=anchor,
        title=wording.role(role),
        verdict=verdict(role, result, wording),
        states=_states(counted, wording) if several and counted else (),
        histogram=histogram(on_lists, result.capacity, wording) if several and on_lists and result.capacity else None,
        meter=None if several else meter(f"{anchor}-meter", role, result.total[role], wording),
        top=_top(on_lists, result.lists, wording) if several and on_lists else (),
    )


def _states(counted: Overload, wording: Wording) -> tuple[Fact, ...]:
    counts = {
        "ok": counted.of - counted.lists - counted.watch,
        "watch": counted.watch,
        "overload": counted.lists,
        "vacant": counted.vacant,
        "unknown": counted.unknown,
        "imputed": counted.imputed,
    }
    return tuple(
        Fact(wording.name("state", name), wording.count(counts[state]), wording.text(f"report.state.{name}"))
        for state, name in ((state, state_name(state, counted.at_least)) for state in STATES)
    )


def _top(on_lists: RoleOnLists, lists: ListsResult, wording: Wording) -> tuple[ListRow, ...]:
    """Lists with the highest load; those without a verdict (vacant, unknown, imputed) are never among them."""
    candidates = np.flatnonzero(judged(on_lists))
    by_load = candidates[np.argsort(-on_lists.ratio[candidates], kind="stable")]
    return tuple(_list_row(int(number), on_lists, lists, wording) for number in by_load[:MOST_LISTS])


def _list_row(number: int, on_lists: RoleOnLists, lists: ListsResult, wording: Wording) -> ListRow:
    name = lists.names[number] if lists.names is not None else None
    is_lower_bound = bool(on_lists.at_least[number])
    return ListRow(
        name=str(name or lists.ids[number]),
        id=str(lists.ids[number]),
        people=wording.people(lists.people_of(number)),
        posts=wording.number(float(on_lists.posts[number])),
        required=wording.hours(at_least(float(on_lists.required_hours[number]), is_lower_bound)),
        available=wording.hours(float(on_lists.available_hours[number])),
        ratio=wording.share(at_least(float(on_lists.ratio[number]), is_lower_bound)),
        state=wording.name("state", state_name(STATES[int(on_lists.state[number])], is_lower_bound)),
    )
