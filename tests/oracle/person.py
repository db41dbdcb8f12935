"""One person of a cell and the work that one activity of a role asks for: everything that can happen to them.

Every outcome has its probability: which conditions the person has, which recommendations reach them, which steps of the
cascades they need, and whether the role does its share of a task. The person's year is then a line of events.
METHOD.md, "Overlap".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from tests.oracle.clusters import Clusters, likely
from tests.oracle.combined import Has, everything

Outcomes = dict[frozenset[str], float]
"""Which tasks are done for the person -> how likely."""


@dataclass(frozen=True)
class Step:
    """A task on the way to work of the activity, or such work itself.

    `share` is the role's share where it is, else 0; `events` a year of a person who has it; `minutes` of one."""

    name: str
    after: str
    probability: float
    share: float = 0.0
    events: float = 0.0
    minutes: float = 0.0


@dataclass(frozen=True)
class Reached:
    """A recommendation: the condition, how many have it, how many of them it reaches, the steps of its cascade.

    Where conditions are combined: how many have each, and how many of those who have just these it reaches."""

    condition: str
    ill: float
    share: float
    steps: tuple[Step, ...]
    of_each: tuple[tuple[str, float], ...] | None = None
    among: tuple[tuple[Has, float], ...] = ()
    clusters: Clusters = ()
    """Of all conditions there are."""

    @property
    def chances(self) -> dict[str, float]:
        return {self.condition: self.ill} if self.of_each is None else dict(self.of_each)

    def reaches(self, has: Has) -> float:
        """The share of those with these conditions, whatever else of others they have."""
        if self.of_each is None:
            return self.share if self.condition in has else 0.0
        return dict(self.among)[has.intersection(self.chances)]


Person = tuple[Reached, ...]


@cache
def twice(person: Person, *, split_once: bool = False) -> float:
    """Hours a year counted twice: what the tasks ask for one by one, less what is done.

    `split_once`: the role does its share of what would be done undivided; the same of all tasks, but in a draw, where
    each task has as many events as its own share of them.
    """
    if split_once:
        return twice(_undivided_at_its_share(person))
    chances = {name: ill for one in person for name, ill in one.chances.items()}
    work, done = _work(person), 0.0
    for has in everything(set(chances)):
        outcomes: Outcomes = {frozenset(): _share_with(has, chances, person)}
        for number, one in enumerate(person):
            outcomes = either(outcomes, sometimes(one.reaches(has), _below(number, one, "")))
        done += sum(chance * year(work, together) for together, chance in outcomes.items())
    return sum(own(person).values()) - done


@cache
def twice_by_areas(person: Person, *, split_once: bool = False) -> float:
    """The same by METHOD's formula, for more tasks than have outcomes that can be gone through one by one."""
    if split_once:
        return twice_by_areas(_undivided_at_its_share(person))
    return sum(own(person).values()) - _areas(person, lambda chosen: _by_chance(person, chosen))


def _by_chance(person: Person, chosen: frozenset[str]) -> float:
    """How likely somebody is asked for any of the tasks: given the conditions recommendations are independent, and so
    are the steps of one."""
    chances = {name: ill for one in person for name, ill in one.chances.items()}
    asked = 0.0
    for has in everything(set(chances)):
        missed = 1.0
        for number, one in enumerate(person):
            missed *= 1 - one.reaches(has) * (1 - _missed_below(number, one, "", chosen))
        asked += _share_with(has, chances, person) * (1 - missed)
    return asked


def _share_with(has: Has, chances: dict[str, float], person: Person) -> float:
    """How many have just these of the conditions."""
    return likely(has, tuple(sorted(chances.items())), person[0].clusters)


def _missed_below(number: int, one: Reached, name: str, chosen: frozenset[str]) -> float:
    missed = 1.0
    for step in one.steps:
        if step.after == name:
            own_share = step.share if f"{number}/{step.name}" in chosen else 0.0
            missed *= 1 - step.probability * (1 - (1 - own_share) * _missed_below(number, one, step.name, chosen))
    return missed


def _below(number: int, one: Reached, name: str) -> Outcomes:
    """The tasks after a step (`""`: the first ones) for somebody who has it."""
    outcomes: Outcomes = {frozenset(): 1.0}
    for step in one.steps:
        if step.after == name:
            mine = sometimes(step.share, {frozenset({f"{number}/{step.name}"}): 1.0})
            outcomes = either(outcomes, sometimes(step.probability, either(mine, _below(number, one, step.name))))
    return outcomes


def sometimes(chance: float, outcomes: Outcomes) -> Outcomes:
    found = {done: chance * likely for done, likely in outcomes.items()}
    found[frozenset()] = found.get(frozenset(), 0.0) + 1 - chance
    return found


def either(one: Outcomes, two: Outcomes) -> Outcomes:
    result: Outcomes = {}
    for first, chance in one.items():
        for second, other in two.items():
            if chance and other:
                result[first | second] = result.get(first | second, 0.0) + chance * other
    return result


def _work(person: Person) -> dict[str, Step]:
    return {f"{number}/{step.name}": step for number, one in enumerate(person) for step in one.steps if step.share}


def year(work: dict[str, Step], together: frozenset[str]) -> float:
    """Hours of one person who has these tasks: walk along the line of events, the longest task of each."""
    tasks = [(work[name].events, work[name].minutes) for name in together]
    marks = sorted({0.0, *(events for events, _ in tasks)})
    return sum(
        (end - begin) * max(length for events, length in tasks if events >= end) / 60 for begin, end in pairwise(marks)
    )


def _undivided_at_its_share(person: Person) -> Person:
    """The same with the role doing all of its tasks, each as often as its share of the events is."""
    often = (
        replace(one, steps=tuple(replace(step, events=step.events * step.share) for step in one.steps))
        for one in person
    )
    return undivided(tuple(often))


def undivided(person: Person, *, only_whole: bool = False) -> Person:
    """The same with the role doing all of its tasks; `only_whole`: without those it does a part of."""
    return tuple(replace(one, steps=tuple(_whole(step, only_whole) for step in one.steps)) for one in person)


def _whole(step: Step, only_whole: bool) -> Step:
    left_out = not step.share or (only_whole and step.share < 1)
    return replace(step, share=0.0 if left_out else 1.0)


def own(person: Person) -> dict[str, float]:
    """Hours a year of each task by itself."""
    hours = {}
    for number, one in enumerate(person):
        steps = {step.name: step for step in one.steps}
        for step in one.steps:
            chance, at = one.ill * one.share, step
            while True:
                chance *= at.probability
                if not at.after:
                    break
                at = steps[at.after]
            hours[f"{number}/{step.name}"] = chance * step.share * step.events * step.minutes / 60
    return hours


@cache
def possible(person: Person) -> tuple[float, float]:
    """The least and the most that can be counted twice, whatever goes together with what."""
    hours = own(person)
    least_done = max(_done(undivided(person, only_whole=True), most=False), *hours.values(), 0.0)
    most_done = min(_done(undivided(person), most=True), sum(hours.values()))
    return sum(hours.values()) - most_done, sum(hours.values()) - least_done


def _done(person: Person, *, most: bool) -> float:
    """Hours done at least, or at most."""
    return _areas(person, lambda chosen: asked_for_any(person, chosen, most=most))


def _areas(person: Person, share: Callable[[frozenset[str]], float]) -> float:
    """Hours: the tasks of at least x events and at least y minutes are done for somebody at (x, y), and their share is
    one area."""
    work = _work(person)
    across = sorted({0.0, *(step.events for step in work.values())})
    up = sorted({0.0, *(step.minutes for step in work.values())})
    hours = 0.0
    for left, right in pairwise(across):
        for below, above in pairwise(up):
            chosen = frozenset(name for name, step in work.items() if step.events >= right and step.minutes >= above)
            hours += (right - left) * (above - below) / 60 * share(chosen) if chosen else 0.0
    return hours


def asked_for_any(person: Person, chosen: frozenset[str], *, most: bool) -> float:
    """The greatest (or least) share of people asked for any of the tasks, by METHOD's bounds."""

    def of_steps(number: int, one: Reached, name: str) -> list[float]:
        found = []
        for step in one.steps:
            if step.after == name:
                mine = step.share if f"{number}/{step.name}" in chosen else 0.0
                below = of_steps(number, one, step.name)
                share = min(1.0, mine + sum(below)) if most else max([mine, *below])
                found.append(step.probability * share)
        return found

    reached: dict[str, list[float]] = {}
    ill = {one.condition: one.ill for one in person}
    for number, one in enumerate(person):
        shares = of_steps(number, one, "")
        share = min(1.0, sum(shares)) if most else max(shares, default=0.0)
        reached.setdefault(one.condition, []).append(one.share * share)
    if most:
        return min(1.0, sum(min(ill[name], ill[name] * sum(shares)) for name, shares in reached.items()))
    return max((ill[name] * max(shares) for name, shares in reached.items()), default=0.0)
