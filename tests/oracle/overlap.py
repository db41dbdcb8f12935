"""Work that several tasks share, by going through everything that can happen to a person: list by list, age by age.

Every outcome has its probability: which conditions the person has, and, each for itself, whether the person is asked
for each task. The person's year is then a line of events.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from tests.oracle.cascade import asked
from tests.oracle.conditions import Crowd, Known, count, prevalence, those_with
from tests.oracle.people import CELLS, Cell, PatientList
from tests.oracle.quantities import minutes, plain, share
from tests.oracle.slow import RoleWork, Work

Document = dict[str, Any]
Person = tuple[tuple[str, float, float, float, float], ...]
"""For each task: the condition, how many have it, how many of them are asked, events a year, minutes."""


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
    condition: str

    def uptake(self, role: str, when: str) -> float:
        """Today's is 0 where it, or what it is counted of, is not known everywhere."""
        if when == "target":
            return self.work.target
        mine = self.work.roles[role]
        return 0.0 if mine.a_time_missing or None in mine.yearly_hours else self.work.current or 0.0


def overlaps(
    guidelines: list[Document], works: list[Work], lists: list[PatientList], conditions: Document, when: str
) -> dict[str, list[Counted]]:
    """Role -> list by list; `when` target or current. A current uptake that is unknown asks nobody."""
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
                        part = Part(work, recommendation, task, recommendation["population"].get("condition", ""))
                        sharing[written["activity"], role].append(part)
    found = {role: [Counted() for _ in lists] for work in works for role in work.roles}
    for (_, role), parts in sharing.items():
        for row, one in enumerate(lists):
            _add(found[role][row], parts, role, row, one, conditions, when)
    return found


def _add(
    found: Counted, parts: list[Part], role: str, row: int, one: PatientList, conditions: Document, when: str
) -> None:
    who = {part.condition: _those_with(one, part.condition, conditions) for part in parts}
    here = [part for part in parts if _can_be_told(part, role, row, who[part.condition])]
    people = {None: one.people} if one.by_cell is None else one.by_cell
    for cell, count_ in people.items():
        if count_ == 0:
            continue
        person = tuple(
            each for part in here if (each := _task(part, role, cell, who[part.condition], one, when)) is not None
        )
        found.hours += count_ * twice(person)
        least, most = possible(person)
        found.least += count_ * least
        found.most += count_ * most


def _those_with(one: PatientList, name: str, conditions: Document) -> Known:
    ill = prevalence(conditions[name]) if name in conditions else None
    return those_with(one, name or None, ill, conditions.get(name, {}))


def _can_be_told(part: Part, role: str, row: int, known: Known) -> bool:
    mine: RoleWork = part.work.roles[role]
    if mine.yearly_hours[row] is None:
        return False
    return count(known, lambda cell: asked(part.recommendation, part.name, cell).yearly) is not None


def _task(
    part: Part, role: str, cell: Cell | None, known: Known, one: PatientList, when: str
) -> tuple[str, float, float, float, float] | None:
    """One task for a person of a cell (None: of unknown age); None where it asks for nothing."""
    if known is None:
        return None
    ill, somebody = _share_with(known, cell, one)
    what = asked(part.recommendation, part.name, somebody)
    written = part.recommendation["tasks"][part.name]
    uptake = part.uptake(role, when)
    if not ill or not what.yearly or not uptake:
        return None
    of_events = 1.0 if "role" in written else share(written["roles"][role])
    minutes_each = minutes(written["time"]) / float(plain(written.get("group_size", 1)))
    return part.condition, ill, what.people * uptake, what.yearly / what.people * of_events, minutes_each


def _share_with(known: Known, cell: Cell | None, one: PatientList) -> tuple[float, Cell]:
    """Share of the cell who have the condition, and a cell of people like them."""
    if isinstance(known, dict):
        assert cell is not None
        assert one.by_cell is not None
        return known.get(cell, 0.0) / one.by_cell[cell], cell
    assert isinstance(known, Crowd)
    somebody = next(iter(known.chance), CELLS[0])
    return known.people / one.people * known.chance.get(somebody, 0.0), somebody


@cache
def twice(person: Person) -> float:
    """Hours a year counted twice: what the tasks ask for one by one, less what is done."""
    outcomes: dict[frozenset[int], float] = {frozenset(): 1.0}
    for condition in sorted({task[0] for task in person}):
        mine = [index for index, task in enumerate(person) if task[0] == condition]
        ill = person[mine[0]][1]
        of_the_ill: dict[frozenset[int], float] = {frozenset(): 1.0}
        for index in mine:
            chance = person[index][2]
            of_the_ill = _either(of_the_ill, {frozenset({index}): chance, frozenset(): 1 - chance})
        healthy = {frozenset[int](): 1 - ill}
        outcomes = _either(outcomes, _sum({done: ill * chance for done, chance in of_the_ill.items()}, healthy))
    done = sum(chance * year(person, together) for together, chance in outcomes.items())
    one_by_one = sum(ill * chance * events * length / 60 for _, ill, chance, events, length in person)
    return one_by_one - done


def _either(one: dict[frozenset[int], float], two: dict[frozenset[int], float]) -> dict[frozenset[int], float]:
    result: dict[frozenset[int], float] = defaultdict(float)
    for first, chance in one.items():
        for second, other in two.items():
            if chance and other:
                result[first | second] += chance * other
    return result


def _sum(one: dict[frozenset[int], float], two: dict[frozenset[int], float]) -> dict[frozenset[int], float]:
    return {key: one.get(key, 0.0) + two.get(key, 0.0) for key in one.keys() | two.keys()}


def year(person: Person, together: frozenset[int]) -> float:
    """Hours of one person asked for these tasks: walk along the line of events, the longest task of each."""
    tasks = [(person[index][3], person[index][4]) for index in together]
    marks = sorted({0.0, *(events for events, _ in tasks)})
    return sum(
        (end - begin) * max(length for events, length in tasks if events >= end) / 60 for begin, end in pairwise(marks)
    )


@cache
def possible(person: Person) -> tuple[float, float]:
    """The least and the most that can be counted twice, by Fréchet's bounds for every share of people.

    The tasks of at least x events and at least y minutes are done for somebody at (x, y); their share is one area.
    """
    across = sorted({0.0, *(task[3] for task in person)})
    up = sorted({0.0, *(task[4] for task in person)})
    least = most = 0.0
    for left, right in pairwise(across):
        for below, above in pairwise(up):
            shares = [task[1] * task[2] for task in person if task[3] >= right and task[4] >= above]
            area = (right - left) * (above - below) / 60
            least += area * (sum(shares) - min(1.0, sum(shares)))
            most += area * (sum(shares) - max(shares, default=0.0))
    return least, most
