"""Work that several tasks share, list by list and age by age: what stands in METHOD is in `person`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from tests.oracle.cascade import asked, eligible
from tests.oracle.conditions import Crowd, Known, count, prevalence, those_with
from tests.oracle.people import CELLS, Cell, PatientList
from tests.oracle.person import Person, Reached, Step, possible, twice
from tests.oracle.quantities import incidence, minutes, plain, share
from tests.oracle.slow import RoleWork, Work

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
    condition: str

    def uptake(self, when: str) -> float:
        """Today's is 0 where it is not known."""
        return self.work.target if when == "target" else self.work.current or 0.0


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
    once = len({_split(part) for part in parts if _is_work(part, role)}) == 1
    for cell, count_ in people.items():
        if count_ == 0:
            continue
        person = _person(here, role, cell, who, one, when)
        if not person:
            continue
        found.hours += count_ * twice(person, split_once=once)
        least, most = possible(person)
        found.least += count_ * least
        found.most += count_ * most


def _person(
    parts: list[Part], role: str, cell: Cell | None, who: dict[str, Known], one: PatientList, when: str
) -> Person:
    """Somebody of a cell (None: of unknown age), and the recommendations that ask for something."""
    by_recommendation: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        by_recommendation[part.work.id].append(part)
    found = []
    for mine in by_recommendation.values():
        known, recommendation = who[mine[0].condition], mine[0].recommendation
        uptake = mine[0].uptake(when)
        if known is None or not uptake:
            continue
        ill, somebody = _share_with(known, cell, one)
        reached = eligible(recommendation, somebody) / _cases(recommendation) * uptake
        wanted = {part.name for part in mine}
        steps = tuple(
            _step(recommendation, name, role if name in wanted else "", somebody) for name in recommendation["tasks"]
        )
        if ill and reached and any(step.share for step in steps):
            found.append(Reached(mine[0].condition, ill, reached, steps))
    return tuple(found)


def _cases(recommendation: Document) -> float:
    """New cases a year of each who is eligible, where they are more than people: everybody is asked so much oftener."""
    population = recommendation["population"]
    return max(1.0, incidence(population["incidence"])) if "incidence" in population else 1.0


def _split(part: Part) -> frozenset[tuple[str, float]]:
    """Who has which share of a task; the same where it is split in the same way."""
    roles = part.recommendation["tasks"][part.name].get("roles", {})
    return frozenset((role, share(given)) for role, given in roles.items())


def _is_work(part: Part, role: str) -> bool:
    """Whether the task takes time of the role every year, of anybody."""
    written = part.recommendation["tasks"][part.name]
    mine = 1.0 if "role" in written else share(written["roles"][role])
    return minutes(written["time"]) * mine > 0 and any(
        asked(part.recommendation, part.name, cell).yearly for cell in CELLS
    )


def _step(recommendation: Document, name: str, role: str, somebody: Cell) -> Step:
    """A task of the cascade; what the role does of it where there is one to ask about."""
    written = recommendation["tasks"][name]
    probability = share(written["probability"]) if "probability" in written else 1.0
    what = asked(recommendation, name, somebody)
    if not role or not what.yearly:
        return Step(name, written.get("after", ""), probability)
    return Step(
        name,
        written.get("after", ""),
        probability,
        1.0 if "role" in written else share(written["roles"][role]),
        what.yearly / what.people * _cases(recommendation),
        minutes(written["time"]) / float(plain(written.get("group_size", 1))),
    )


def _those_with(one: PatientList, name: str, conditions: Document) -> Known:
    ill = prevalence(conditions[name]) if name in conditions else None
    return those_with(one, name or None, ill, conditions.get(name, {}))


def _can_be_told(part: Part, role: str, row: int, known: Known) -> bool:
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
