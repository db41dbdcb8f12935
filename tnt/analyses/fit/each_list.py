"""Each list chooses within its own time: by a rule for all lists at once, with a bound that says how good it is. [ours]

Whole recommendations only, and nothing moves. Work that recommendations share is counted once where no register scales
it and not more than a few share it; else each is charged in full, so that a choice fits all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.analyses.fit.choosing import TakingPart, choice, labelled
from tnt.analyses.fit.question import Question
from tnt.analyses.fit.result import FitChoice, FitStatus, HoursOfRole, ListShortfall
from tnt.analyses.fit.sets import SharedGroup, of_one_person_each
from tnt.analyses.fit.values import Values
from tnt.analyses.fit.worth import benefit_of, worth_on_lists
from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.by_list import ByList, Lists, SharedOfSubsets, choose_by_list
from tnt.engine.hours.detail import list_detail
from tnt.result.json_values import plain

_ENOUGH, _SMALL = 1e-6, 1e-300
_MOST_SHARING = 8
"""Recommendations of a group: all sets of them are gone through."""


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
    hours, shared = _hours(question, on), _shared(question, on)
    rules = question.problem(who.always, who.unknown, who.may)
    takes_part = ~rules.barred if rules.barred is not None else np.ones_like(who.may)
    found = choose_by_list(
        Lists(
            hours=lambda part: hours[part],
            available=on.available,
            benefit=np.where(who.may, worth_on_lists(question, values, on.lists), 0.0),
            must=rules.must,
            instead=tuple(pair for pair in rules.instead if takes_part[list(pair)].all()),
            needs=tuple((one, _taking_part(others, takes_part)) for one, others in rules.needs if takes_part[one]),
            one_of=tuple(_taking_part(several, takes_part) for several in rules.one_of),
            shared=shared,
        )
    )
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


def _shared(question: Question, on: _OnLists) -> SharedOfSubsets | None:
    """What sets save for each person of a stratum, beyond what one shares with itself; None where nothing is."""
    inputs = question.inputs
    if inputs.counts.registers is not None or inputs.counts.beyond is not None:
        return None
    work = of_one_person_each(inputs)
    groups = [
        group
        for column in on.roles.tolist()
        if question.roles[column] in inputs.rules.roles
        for group in work.groups(column)
        if 1 < group.members.size <= _MOST_SHARING
    ]
    if not groups:
        return None
    return SharedOfSubsets(
        groups=tuple(group.members for group in groups),
        column_of=np.searchsorted(on.roles, np.array([group.column for group in groups])),
        subsets=tuple(_subsets(group, len(question.ids)) for group in groups),
        people=inputs.counts.people[on.lists],
    )


def _subsets(group: SharedGroup, n: int) -> Floats:
    """[2 ** m, S] hours a year for each set of the members, of one person of each stratum."""
    members = group.members
    bits = (np.arange(1 << members.size)[:, None] >> np.arange(members.size)) & 1
    chosen = np.zeros((len(bits), n), dtype=np.bool_)
    chosen[:, members] = bits
    saved = np.array([_saved_per_person(group, one) for one in chosen])
    return np.asarray(saved - bits @ saved[1 << np.arange(members.size)])


def _saved_per_person(group: SharedGroup, chosen: Bools) -> Floats:
    in_activities, in_visits = group.on.saved_on_lists(chosen)
    return np.asarray(in_activities[:, group.activities].sum(axis=1) + in_visits[:, group.visits].sum(axis=1))
