"""What a result says of each figure: its value, and whether it is exact or an end. For holding a result with unknowns
against the same pack with something filled in."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from tnt.result.bounded import Bounded, marked
from tnt.result.figures import figures_of
from tnt.result.lists import STATES, RoleOnLists
from tnt.result.model import Result

_NO_CLAIMS = ("numbers", "assumptions", "start_up_years")
"""Of what is written, and the years over which the start-ups that are known are spread."""
_OF_THE_PACK = {"required_posts": "at-least", "ratio": "at-most", "difference": "at-most", "share": "at-least"}
"""How figures that stand without a flag of their own follow that of their role."""


def claims(result: Result) -> dict[str, Bounded]:
    """`where figure` -> the value and how it is known; what is unknown is not claimed."""
    every = {
        **{name: one for role, total in result.total.items() for name, one in _of(f"total {role}", total)},
        **dict(_of_shared_work(result)),
        **{name: one for each in result.recommendations for name, one in _of(each.id, each)},
        **{
            name: one
            for each in result.recommendations
            for role, hours in each.roles.items()
            for name, one in _of(f"{each.id} {role}", hours)
        },
        **dict(_of_supply(result)),
        **dict(_of_lists(result)),
    }
    return {name: one for name, one in every.items() if one.is_known}


def _of(place: str, holder: object) -> Iterator[tuple[str, Bounded]]:
    for name, about in figures_of(type(holder)).items():
        if name in _NO_CLAIMS:
            continue
        value = getattr(holder, name)
        end = next((end for end in ("at-least", "at-most") if name.endswith(end.replace("-", "_"))), None)
        if end is not None:
            yield f"{place} {name}", Bounded(value, "at-least" if end == "at-least" else "at-most")
        else:
            yield f"{place} {name}", marked(value, about, partial(getattr, holder))


def _of_shared_work(result: Result) -> Iterator[tuple[str, Bounded]]:
    for role, total in result.total.items():
        yield f"total {role} overlap least", Bounded(total.overlap_hours_bounds[0], "at-least")
        yield f"total {role} overlap greatest", Bounded(total.overlap_hours_bounds[1], "at-most")
    for one in result.shared_work:
        place = f"shared {one.activity} {one.role}"
        yield from _of(place, one)
        yield f"{place} least", Bounded(one.overlap_hours_bounds[0], "at-least")
        yield f"{place} greatest", Bounded(one.overlap_hours_bounds[1], "at-most")


def _of_supply(result: Result) -> Iterator[tuple[str, Bounded]]:
    for supply in result.supply:
        for role, one in supply.roles.items():
            place = f"supply {supply.id} {role}"
            on = result.lists.roles[role]
            of_known = [named for named in _of(place, one) if "largest" not in named[0]]
            yield from (
                _of(place, one) if np.isfinite(on.required_hours).all() else of_known
            )  # lists left out have no size
            for part in ("wisn", "face_to_face"):
                for name, known in _of(f"{place} {part}", getattr(one, part)) if getattr(one, part) else ():
                    way = _OF_THE_PACK.get(name.split()[-1]) if one.at_least else None
                    yield (
                        name,
                        known if way is None else Bounded(known.value, "at-least" if way == "at-least" else "at-most"),
                    )
            if one.posts_overloaded is not None:
                yield f"{place} posts least", Bounded(one.posts_overloaded.least, "at-least")
                yield f"{place} posts most", Bounded(one.posts_overloaded.most, "at-most")
                yield (
                    f"{place} posts value",
                    Bounded(one.posts_overloaded.value, "at-least" if one.at_least else "exact"),
                )
            if not result.lists.roles[role].mostly_unknown.any():
                yield (
                    f"{place} overloaded",
                    marked(one.overload.lists, figures_of(type(one.overload))["lists"], partial(getattr, one.overload)),
                )
                yield f"{place} judged", Bounded(float(one.overload.of))
                if not one.overload.at_least:
                    yield f"{place} watched", Bounded(float(one.overload.watch))


def _of_lists(result: Result) -> Iterator[tuple[str, Bounded]]:
    for role, on in result.lists.roles.items():
        for row, name in enumerate(result.lists.ids):
            for figure in ("posts", "required_hours", "available_hours", "ratio"):
                value = float(getattr(on, figure)[row])
                yield f"list {name} {role} {figure}", marked(value, figures_of(RoleOnLists)[figure], _is_set(on, row))
            state = STATES[on.state[row]]
            if state in ("ok", "watch", "overload"):
                worse = state == "overload" or on.at_least[row]
                yield f"list {name} {role} state", Bounded(float(on.state[row]), "at-least" if worse else "exact")
            elif state != "unknown":
                yield f"list {name} {role} state", Bounded(float(on.state[row]))


def _is_set(on: RoleOnLists, row: int) -> Callable[[str], bool]:
    return lambda flag: bool(getattr(on, flag)[row])


def broken(claimed: dict[str, Bounded], then: dict[str, Bounded]) -> list[str]:
    """Claims that do not hold of another result of the same shape; what it does not know breaks none.

    An end is held against the figure itself: where that is still unknown its ends may have become wider.
    """
    return [
        f"{name}: {one.bound} {one.value!r}, and then {then[of].value!r}"
        for name, one in claimed.items()
        if (of := name.removesuffix("_at_least").removesuffix("_at_most")) in then and not _holds(one, then[of])
    ]


def _holds(one: Bounded, then: Bounded) -> bool:
    assert one.value is not None
    assert then.value is not None
    if math.isclose(one.value, then.value, rel_tol=1e-9, abs_tol=1e-7):
        return True
    if one.bound == "at-least":
        return then.value > one.value or then.bound == "at-most"
    if one.bound == "at-most":
        return then.value < one.value or then.bound == "at-least"
    return then.bound != "exact"
