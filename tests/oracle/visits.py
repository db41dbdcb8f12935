"""Several tasks in one visit, list by list and age by age: METHOD, "Several tasks in one visit"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from tests.oracle.clusters import Conditions
from tests.oracle.conditions import Known
from tests.oracle.overheads import travel
from tests.oracle.overlap import Counted, Part, can_be_told, is_work, person_of, split_of
from tests.oracle.people import Cell, PatientList
from tests.oracle.person import Person, Step, possible, twice, twice_by_areas
from tests.oracle.population import name_of, people_of
from tests.oracle.quantities import minutes, once_at_month, plain, share
from tests.oracle.slow import Work
from tests.oracle.stretches import groups

Document = dict[str, Any]
Told = Callable[[list[Part], Callable[[Document, Step], Step]], Person]
"""The somebody of a cell who is asked for the tasks, each of whose steps may be given other minutes."""


@dataclass
class Merged:
    """Of one role and list: hours saved, the least and the most with activities at their value, and the least and the
    most of overlap and merged visits together."""

    saved: Counted = field(default_factory=Counted)
    together: Counted = field(default_factory=Counted)


@dataclass(frozen=True)
class Visit:
    """`fixed` minutes once, and the share merged."""

    fixed: float
    merged: float
    role: str

    def capped(self, recommendation: Document, step: Step) -> Step:
        """No more than what is spent once, and the travel."""
        once = self.fixed + travel(recommendation["tasks"].get(step.name, {}), self.role)
        return replace(step, minutes=min(step.minutes, once / _group(recommendation, step)))

    def left(self, recommendation: Document, step: Step) -> Step:
        """What stays of each task's own minutes where the visits' are taken apart."""
        return replace(step, minutes=step.minutes - self.merged * self.capped(recommendation, step).minutes)


def merged_visits(
    guidelines: list[Document],
    works: list[Work],
    lists: list[PatientList],
    conditions: Conditions,
    capacity: Document | None,
    when: str,
) -> dict[str, list[Merged]]:
    """Role -> list by list; `when` target, current or least (of today)."""
    found = {role: [Merged() for _ in lists] for work in works for role in work.roles}
    for role, on_lists in found.items():
        parts = [part for part in _parts(guidelines, works, role) if is_work(part, role)]
        entry = (capacity or {"roles": {}})["roles"].get(role, {})
        visits = {
            contact: Visit(minutes(each["fixed"]), share(each["merged"]), role)
            for contact, each in entry.get("visits", {}).items()
        }
        for row, one in enumerate(lists):
            on_lists[row] = _of_list(parts, role, row, one, conditions, when, visits)
    return found


def takes_part(recommendation: Document, name: str) -> bool:
    """What follows events has visits of its own; which people of a year of age those of some months are, nobody
    knows."""
    often = [str(plain(task.get("frequency", ""))) for task in recommendation["tasks"].values()]
    in_months = any((once_at_month(one) or 0) % 12 for one in often if one.startswith("once")) or any(
        "month" in str(group.get("ages", "")) for group in groups(recommendation)
    )
    return "frequency" in recommendation["tasks"][name] and not in_months


def _group(recommendation: Document, step: Step) -> float:
    return float(plain(recommendation["tasks"].get(step.name, {}).get("group_size", 1)))


def _parts(guidelines: list[Document], works: list[Work], role: str) -> list[Part]:
    every = [one for guideline in guidelines for one in guideline["recommendations"].values()]
    return [
        Part(work, recommendation, name, name_of(recommendation))
        for work, recommendation in zip(works, every, strict=True)
        for name, task in recommendation["tasks"].items()
        if task["time"] is not None and (role == task.get("role") or role in task.get("roles", {}))
    ]


def _of_list(
    parts: list[Part],
    role: str,
    row: int,
    one: PatientList,
    conditions: Conditions,
    when: str,
    visits: dict[str, Visit],
) -> Merged:
    who = {part.people: people_of(one, part.recommendation, conditions) for part in parts}
    here = [part for part in parts if can_be_told(part, role, row, who[part.people])]
    groups = {
        contact: [part for part in parts if _contact(part) == contact and takes_part(part.recommendation, part.name)]
        for contact in visits
    }
    # Those that cannot be told here decide too whether shares are split once.
    once = {contact: _split_once(group) for contact, group in groups.items()}
    found = Merged()
    saved: dict[str, Counted] = {contact: Counted() for contact in visits}
    people = {None: one.people} if one.by_cell is None else one.by_cell
    for cell, count in people.items():
        if count:
            _add(found, saved, count, _teller(role, cell, who, one, conditions, when), parts, here, visits, once)
    for contact, visit in visits.items():
        found.saved.hours += max(0.0, saved[contact].hours) * visit.merged
        found.saved.least += saved[contact].least * visit.merged
        found.saved.most += saved[contact].most * visit.merged
    return found


def _teller(
    role: str,
    cell: Cell | None,
    who: dict[str, Known],
    one: PatientList,
    conditions: Conditions,
    when: str,
) -> Told:
    return lambda some, change: person_of(some, role, cell, who, one, conditions, when, change)


def _add(
    found: Merged,
    saved: dict[str, Counted],
    count: float,
    told: Told,
    parts: list[Part],
    here: list[Part],
    visits: dict[str, Visit],
    once: dict[str, bool],
) -> None:
    for contact, visit in visits.items():
        mine = [part for part in here if _contact(part) == contact and takes_part(part.recommendation, part.name)]
        everything = told(mine, visit.capped)
        alone = 0.0
        for name, every in _by_activity(parts).items():
            some = [part for part in every if part in mine]
            split_once = _split_once([part for part in every if takes_part(part.recommendation, part.name)])
            person = told(some, visit.capped)
            alone += twice(person, split_once=split_once) if name and person else 0.0
        least, most = possible(everything) if everything else (0.0, 0.0)
        at_value = twice_by_areas(everything, split_once=once[contact]) if everything else 0.0
        saved[contact].hours += count * (at_value - alone)
        saved[contact].least += count * (least - alone)
        saved[contact].most += count * (most - alone)
        found.together.least += count * visit.merged * least
        found.together.most += count * visit.merged * most
    for name, every in _by_activity(parts).items():
        some = [part for part in every if part in here]
        if name and some:
            least, most = _ends(told, every, some, visits.get(_contact(some[0])))
            found.together.least += count * least
            found.together.most += count * most


def _ends(told: Told, every: list[Part], some: list[Part], visit: Visit | None) -> tuple[float, float]:
    """The least and the most of the overlap of an activity, less the share merged of the overlap of its visits.

    Where all its tasks take part and are as many at a time, both are one sum, with the same shares of people.
    """
    whole = told(some, _unchanged)
    least, most = possible(whole) if whole else (0.0, 0.0)
    taking = [part for part in every if takes_part(part.recommendation, part.name)]
    if visit is None or not taking:
        return least, most
    if len(taking) == len(every) and len({plain(_task(part).get("group_size", 1)) for part in every}) == 1:
        left = told(some, visit.left)
        return possible(left) if left else (0.0, 0.0)
    capped = told([part for part in some if part in taking], visit.capped)
    fewest, greatest = possible(capped) if capped else (0.0, 0.0)
    return least - visit.merged * greatest, most - visit.merged * fewest


def _unchanged(recommendation: Document, step: Step) -> Step:
    return step


def _by_activity(parts: list[Part]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        found[_task(part).get("activity", "")].append(part)
    return found


def _task(part: Part) -> Document:
    task: Document = part.recommendation["tasks"][part.name]
    return task


def _contact(part: Part) -> str:
    return str(_task(part).get("contact", "consultation"))


def _split_once(parts: list[Part]) -> bool:
    return len({split_of(part) for part in parts}) == 1
