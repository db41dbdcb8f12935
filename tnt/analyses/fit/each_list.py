"""Each list chooses within its own time: by a rule for all lists at once, with a bound that says how good it is. [ours]

Whole recommendations only, and nothing moves. Work that recommendations share is counted once where no register scales
it and not more than a few share it; else each is charged in full beside what must stay, so that a choice fits all the
same, and the bound is that of the least hours each can take.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tnt.analyses.fit.choosing import TakingPart, choice, excluding, labelled
from tnt.analyses.fit.question import Question
from tnt.analyses.fit.result import FitChoice, FitStatus, HoursOfRole, ListShortfall
from tnt.analyses.fit.shared_by_list import WorkByList
from tnt.analyses.fit.values import Values
from tnt.analyses.fit.worth import benefit_of, worth_on_lists
from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.by_list import ByList, Lists, SharedOfSubsets, choose_by_list
from tnt.engine.fit.overfull import MustExcludesItselfError
from tnt.engine.hours.detail import list_detail
from tnt.result.json_values import plain

_ENOUGH, _SMALL = 1e-6, 1e-300


@dataclass(frozen=True)
class _OnLists:
    """The lists that have time of some role, by number [K]; roles whose hours bind, by number [J']; hours a year there
    are [K, J'], infinite on lists without posts of the role, whose time nobody holds against it."""

    lists: Ints
    roles: Ints
    available: Floats


def choice_by_list(question: Question, values: Values, who: TakingPart, kept: Bools) -> FitChoice:
    """The choice of each list, summed up: of each recommendation the share of the lists' people whose list follows
    it."""
    on = _on_lists(question)
    if not on.lists.size:  # nothing binds on any list
        return choice(question, values, who, kept)
    hours, work = _hours(question, on), WorkByList(question, on.lists, on.roles)
    hours -= work.alone
    shared = work.counted
    rules = question.problem(who.always, who.unknown, who.may)
    takes_part = ~rules.barred if rules.barred is not None else np.ones_like(who.may)
    asked = Lists(
        hours=lambda part: hours[part],
        available=on.available + work.saved_uncounted(rules.must),
        benefit=np.where(who.may, worth_on_lists(question, values, on.lists), 0.0),
        must=rules.must,
        instead=tuple(pair for pair in rules.instead if takes_part[list(pair)].all()),
        needs=tuple((one, _taking_part(others, takes_part)) for one, others in rules.needs if takes_part[one]),
        one_of=tuple(_taking_part(several, takes_part) for several in rules.one_of),
        shared=shared,
    )
    try:
        found = _honest(choose_by_list(asked), asked, on, hours - work.most_uncounted, any_=work.has_uncounted)
    except MustExcludesItselfError as wrong:
        raise excluding(question, wrong) from wrong
    people = question.inputs.people[on.lists]
    followed = people @ found.chosen / max(float(people.sum()), _SMALL)
    return FitChoice(
        status=_status(found),
        gap=found.gap if found.gap > _ENOUGH else 0.0,
        hours=dict(_by_role(question, on, hours, found, who, shared)),
        benefit=benefit_of(question, values, on.lists, found.chosen),
        recommendations=tuple(labelled(question, values, who, kept, followed)),
        moved=(),
        shortfall={
            question.roles[role]: float(found.over[:, at].sum())
            for at, role in enumerate(on.roles.tolist())
            if found.over[:, at].any()
        },
        shortfall_lists=tuple(_shortfalls(question, on, found)),
    )


def _honest(found: ByList, asked: Lists, on: _OnLists, least: Floats, *, any_: bool) -> ByList:
    """The same with a bound for what is shared and not counted: no set takes less than the least hours of each [K, n,
    J'], those it takes beside all others."""
    if not any_:
        return found
    bound = choose_by_list(
        replace(asked, hours=lambda part: np.maximum(least[part], 0.0), available=on.available)
    ).bound
    return replace(found, bound=np.where(found.over.any(axis=1), 0.0, np.maximum(found.bound, bound)))


def _taking_part(several: Sequence[int], takes_part: Bools) -> tuple[int, ...]:
    return tuple(one for one in several if takes_part[one])


def _status(found: ByList) -> FitStatus:
    """Infeasible where what must stay fits on no list."""
    over = found.over.any(axis=1)
    if over.size and over.all():
        return "infeasible"
    return "optimal" if found.gap <= _ENOUGH and not over.any() else "feasible"


def _by_role(
    question: Question, on: _OnLists, hours: Floats, found: ByList, who: TakingPart, shared: SharedOfSubsets | None
) -> Iterator[tuple[str, HoursOfRole]]:
    """Of the roles whose hours bind, on the lists with posts of each."""
    for at, role in enumerate(on.roles.tolist()):
        here = np.isfinite(on.available[:, at])
        used, of_unknown = (
            _used(hours, chosen, at, here, shared) for chosen in (found.chosen, found.chosen & ~who.unknown)
        )
        yield (
            question.roles[role],
            HoursOfRole(
                used=used,
                available=plain(float(on.available[here, at].sum())),
                kept_for_unknown=used - of_unknown,
                delegated=0.0,
                price_of_hour=None,
            ),
        )


def _used(hours: Floats, chosen: Bools, role: int, here: Bools, shared: SharedOfSubsets | None) -> float:
    lists = np.flatnonzero(here)
    used = float((hours[lists, :, role] * chosen[lists]).sum())
    for group, (members, column) in enumerate(
        zip(shared.groups, shared.column_of.tolist(), strict=True) if shared else ()
    ):
        if shared is not None and column == role:
            used -= float(shared.saved(group, lists, chosen[np.ix_(lists, members)]).sum())
    return used


def _shortfalls(question: Question, on: _OnLists, found: ByList) -> list[ListShortfall]:
    """The worst first."""
    ids = question.result.lists.ids
    each = [
        ListShortfall(str(ids[on.lists[row]]), question.roles[on.roles[at]], float(found.over[row, at]))
        for row, at in np.argwhere(found.over > 0).tolist()
    ]
    return sorted(each, key=lambda one: (-one.hours, one.list_id, one.role))


def _on_lists(question: Question) -> _OnLists:
    on_lists = question.result.lists.roles
    bound = [at for at, role in enumerate(question.roles) if np.isfinite(question.available[at]) and role in on_lists]
    each = [on_lists[question.roles[at]] for at in bound]
    available = np.array([np.where(one.posts > 0, one.available_hours, np.inf) for one in each]).T
    some = np.flatnonzero(np.isfinite(available).any(axis=1)) if bound else np.empty(0, dtype=np.intp)
    return _OnLists(some, np.array(bound, dtype=np.intp), available[some] if bound else np.empty((0, 0)))


def _hours(question: Question, on: _OnLists) -> Floats:
    """[K, n, J'] hours a year of each recommendation on each list, nothing shared taken out."""
    inputs = question.inputs
    counts = inputs.counts.part(on.lists)
    hours = np.zeros((on.lists.size, len(question.ids), on.roles.size))
    for at, role in enumerate(on.roles.tolist()):
        measures = inputs.rules.roles[question.roles[role]]
        timed = measures.required >= 0
        found = np.nan_to_num(list_detail(counts, inputs.folded, measures.required[timed]))
        hours[:, measures.rules[timed], at] = found * measures.target_factor[timed]
    return hours
