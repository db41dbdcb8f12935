"""Work that several tasks share, list by list and age by age: what stands in METHOD is in `person`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.oracle.cascade import asked
from tests.oracle.clusters import Conditions
from tests.oracle.combined import Has, everything, holds
from tests.oracle.conditions import Crowd, Known, count
from tests.oracle.people import CELLS, Cell, PatientList
from tests.oracle.person import Person, Reached, Step, possible, twice
from tests.oracle.population import belonging, cases_of, chances, eligible, name_of, people_of
from tests.oracle.slow import RoleWork, Work
from tests.oracle.steps import steps_of
from tests.oracle.who_does import AS_WRITTEN, minutes_of_one, split

Document = dict[str, Any]


@dataclass
class Counted:
    """Hours of a list that are counted twice, and the least and the most they can be."""

    hours: float = 0.0
    least: float = 0.0
    most: float = 0.0


@dataclass
class Part:
    """A task of a recommendation."""

    work: Work
    recommendation: Document
    name: str
    people: str
    """Whose recommendation it is: a condition, or what stands for a combination."""

    def uptake(self, when: str, age: int) -> float:
        """Today's is 0 where it is not known; the least of today also where it is known as the most it can be."""
        uptake = self.work.target if when == "target" else self.work.current
        if when == "least" and self.work.current_is_at_most:
            return 0.0
        return 0.0 if uptake is None else uptake.at(age)


def overlaps(
    guidelines: list[Document], works: list[Work], lists: list[PatientList], conditions: Conditions, when: str
) -> dict[str, list[Counted]]:
    """Role -> list by list; `when` target, current or least (of today). An uptake of today that is unknown asks
    nobody."""
    sharing: dict[tuple[str, str], list[Part]] = defaultdict(list)
    every = [
        (f"{guideline['guideline']}/{name}", recommendation)
        for guideline in guidelines
        for name, recommendation in guideline["recommendations"].items()
    ]
    for work, (name, recommendation) in zip(works, every, strict=True):
        assert work.id == name
        for task, written in recommendation["tasks"].items():
            if "activity" in written and written["time"] is not None:
                for role in work.roles:
                    if role == written.get("role") or role in written.get("roles", {}):
                        sharing[written["activity"], role].append(
                            Part(work, recommendation, task, name_of(recommendation))
                        )
    found = {role: [Counted() for _ in lists] for work in works for role in work.roles}
    for (_, role), parts in sharing.items():
        once = len({split_of(part) for part in parts if is_work(part, role)}) == 1
        for row, one in enumerate(lists):
            _add(found[role][row], parts, role, row, one, conditions, when, once)
    return found


def _add(
    found: Counted,
    parts: list[Part],
    role: str,
    row: int,
    one: PatientList,
    conditions: Conditions,
    when: str,
    once: bool,
) -> None:
    who = {part.people: people_of(one, part.recommendation, conditions) for part in parts}
    here = [part for part in parts if can_be_told(part, role, row, who[part.people])]
    people = {None: one.people} if one.by_cell is None else one.by_cell
    for cell, count_ in people.items():
        if count_ == 0:
            continue
        person = person_of(here, role, cell, who, one, conditions, when)
        if not person:
            continue
        found.hours += count_ * twice(person, split_once=once)
        least, most = possible(person)
        found.least += count_ * least
        found.most += count_ * most


def person_of(
    parts: list[Part],
    role: str,
    cell: Cell | None,
    who: dict[str, Known],
    one: PatientList,
    conditions: Conditions,
    when: str,
    change: Callable[[Document, Step], Step] = lambda recommendation, step: step,
) -> Person:
    """Somebody of a cell (None: of unknown age), and the recommendations that ask for something; `change` may give each
    step of a recommendation other minutes."""
    by_recommendation: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        by_recommendation[part.work.id].append(part)
    found = []
    for mine in by_recommendation.values():
        known, recommendation = who[mine[0].people], mine[0].recommendation
        if known is None:
            continue
        ill, somebody = _share_with(known, cell, one)
        uptake = mine[0].uptake(when, somebody[1])
        reached = eligible(recommendation, somebody) / (cases_of(recommendation) or 1.0) * uptake
        every = steps_of(recommendation, {part.name for part in mine}, role, somebody)
        steps = tuple(change(recommendation, step) for step in every)
        if not ill or not reached or not any(step.share for step in steps):
            continue
        if mine[0].people == recommendation.get("population", {}).get("condition", ""):
            found.append(Reached(mine[0].people, ill, reached, steps, clusters=conditions.clusters))
            continue
        each = chances(one, recommendation, conditions, somebody)
        among = tuple((has, _share_of(recommendation, has, somebody) * uptake) for has in everything(set(each)))
        found.append(Reached(mine[0].people, ill, reached, steps, tuple(each.items()), among, conditions.clusters))
    return tuple(found)


def _share_of(recommendation: Document, has: Has, cell: Cell) -> float:
    """Share eligible of those who have just these of the conditions it names; new cases are people here."""
    if "populations" in recommendation:
        return belonging(recommendation, has, cell)
    is_meant = holds(recommendation["population"].get("condition"), has)
    return eligible(recommendation, cell) / (cases_of(recommendation) or 1.0) if is_meant else 0.0


def split_of(part: Part) -> frozenset[tuple[str, float]]:
    """Who has which share of a task, as it is written; the same where it is split in the same way."""
    task = part.recommendation["tasks"][part.name]
    return frozenset(task.get(AS_WRITTEN, split(task)).items() if "roles" in task else ())


def is_work(part: Part, role: str) -> bool:
    """Whether the task takes time of the role every year, of anybody."""
    written = part.recommendation["tasks"][part.name]
    return any(
        minutes_of_one(written, role, cell[1]) * split(written)[role] > 0
        and asked(part.recommendation, part.name, cell).yearly
        for cell in CELLS
    )


def can_be_told(part: Part, role: str, row: int, known: Known) -> bool:
    mine: RoleWork = part.work.roles[role]
    if mine.yearly_hours[row] is None:
        return False
    return count(known, lambda cell: asked(part.recommendation, part.name, cell).yearly) is not None


def _share_with(known: Known, cell: Cell | None, one: PatientList) -> tuple[float, Cell]:
    """Share of the cell who have the condition, and a cell of people like them."""
    if isinstance(known, dict):
        assert cell is not None
        assert one.by_cell is not None
        return known.get(cell, 0.0) / one.by_cell[cell], cell
    assert isinstance(known, Crowd)
    somebody = next(iter(known.chance), CELLS[0])
    return known.people / one.people * known.chance.get(somebody, 0.0), somebody
