"""People drawn one by one, each with conditions of their own, and what a pack asks of them in a year.

The hours of a list are the mean of those drawn at every age, times the people there; how far they may be off is told by
how much the people differ. Lists with ages and conditions with a prevalence, without registers.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import NormalDist
from typing import Any

from tests.oracle.by_age import at_age
from tests.oracle.combined import holds
from tests.oracle.conditions import prevalence
from tests.oracle.counts import without_counts
from tests.oracle.expected import Given
from tests.oracle.overheads import chance_of_nobody, one_way_and_back, time_lost, with_indirect, with_overheads
from tests.oracle.people import Cell, read_lists, reference_population
from tests.oracle.quantities import plain, share
from tests.oracle.spread import without_totals
from tests.oracle.stretches import age_months
from tests.oracle.who_does import own_minutes, roles_of, split, supervision_minutes
from tests.simulated.shared import hours_of_shared, saved_by_visits
from tests.simulated.tasks import Life

Document = dict[str, Any]
SUPERVISION = "supervision of others"
"""In place of a task: no id has spaces."""


@dataclass
class Estimate:
    """A sum over all people, its standard error, and the most that one of those drawn adds to it."""

    value: float = 0.0
    variance: float = 0.0
    largest: float = 0.0

    @property
    def error(self) -> float:
        return math.sqrt(self.variance)


def simulated(given: Given, draws: int, seed: int) -> dict[str, Estimate]:
    """`required gp`, `one-off gp`, `required g/r gp`, `begins g/r task`, `eligible g/r` -> of all lists together."""
    luck = random.Random(seed)
    spread = without_totals(given.conditions, given.populations)
    conditions = {name: one for document in spread for name, one in document["conditions"].items()}
    ill = {name: prevalence(one) for name, one in conditions.items()}
    clusters = [one for document in spread for one in document.get("clusters", {}).values()]
    people: Counter[Cell] = Counter()
    for one in read_lists(given.lists, given.rows, reference_population(given.reference)):
        people.update(one.by_cell or {})
    rules = {
        f"{guideline['guideline']}/{name}": rule
        for guideline in with_overheads(without_counts(given.guidelines, given.populations), given.capacity)
        for name, rule in guideline["recommendations"].items()
    }
    found: dict[str, Estimate] = defaultdict(Estimate)
    for cell, many in people.items():
        if many:
            _add(found, many, [dict(_year(rules, ill, clusters, cell, given.capacity, luck)) for _ in range(draws)])
    return found


def _add(found: dict[str, Estimate], many: float, drawn: list[dict[str, float]]) -> None:
    for name in set().union(*drawn):
        each = [one.get(name, 0.0) for one in drawn]
        mean = sum(each) / len(each)
        found[name].value += many * mean
        found[name].largest = max(found[name].largest, many * max(each) / len(each))
        found[name].variance += many**2 * sum((one - mean) ** 2 for one in each) / (len(each) - 1) / len(each)


def _year(
    rules: Document,
    ill: Document,
    clusters: list[Document],
    cell: Cell,
    capacity: Document | None,
    luck: random.Random,
) -> Iterator[tuple[str, float]]:
    """One person's year: hours by role, and by recommendation."""
    sums: Counter[str] = Counter()
    has = _ill_with({name: shares[cell] for name, shares in ill.items()}, clusters, luck)
    asked = []
    for name, rule in rules.items():
        today = luck.random()
        person = Person(rule, cell, has, luck)
        if not person.belongs:
            continue
        sums[f"eligible {name}"] += person.is_eligible(today)
        for task in rule["tasks"]:
            sums[f"begins {name} {task}"] += person.begins(task)
        if not person.accepts:
            continue
        for task, role, yearly, one_off in person.hours(today):
            sums[f"required {name} {role}"] += yearly
            sums[f"one-off {role}"] += one_off
            if task == SUPERVISION or "activity" not in rule["tasks"][task]:
                sums[f"required {role}"] += yearly
            if task == SUPERVISION:
                sums[f"supervision {role}"] += yearly
        asked += [(rule["tasks"][task], often, person.age) for task, often in person.asked_for(today)]
    for role, hours in hours_of_shared(asked, rules, luck):
        sums[f"required {role}"] += hours
    for role, hours in saved_by_visits(asked, rules, capacity, luck):
        sums[f"required {role}"] -= hours
        sums[f"merged {role}"] += hours
    yield from sums.items()


def _ill_with(chances: dict[str, float], clusters: list[Document], luck: random.Random) -> frozenset[str]:
    """What somebody has. Each condition has a burden of its own, normally distributed, of which in a cluster a part is
    the person's; those above a threshold have it."""
    chances, has = dict(chances), set()
    for cluster in clusters:
        rho, common = float(plain(cluster["correlation"])), luck.gauss(0, 1)
        for name in cluster["conditions"]:
            burden = math.sqrt(rho) * common + math.sqrt(1 - rho) * luck.gauss(0, 1)
            if NormalDist().cdf(-burden) < chances.pop(name):
                has.add(name)
    return frozenset(has | {name for name, chance in chances.items() if luck.random() < chance})


@dataclass
class Person:
    """Somebody and one recommendation."""

    rule: Document
    cell: Cell
    has: frozenset[str]
    luck: random.Random
    groups: list[Document] = field(init=False)
    """The populations they are of, but for their age in months."""

    def __post_init__(self) -> None:
        self.age = self.cell[1]
        self.groups = [
            group for group in self.rule.get("populations") or [self.rule["population"]] if self._may_be(group)
        ]
        self.life = Life(self.rule, self.age, self.luck)
        self.accepts = self.luck.random() < share(at_age(self.rule.get("uptake", {}).get("target", "100 %"), self.age))

    def _may_be(self, group: Document) -> bool:
        is_of_sex = group.get("sex", "all") in ("all", self.cell[0])
        is_chosen = self.luck.random() < share(at_age(group.get("share", "100 %"), self.age))
        return is_of_sex and is_chosen and holds(group.get("condition"), self.has)

    @property
    def belongs(self) -> bool:
        return any(self.is_eligible(month / 12) for month in range(12))

    def is_eligible(self, day: float) -> bool:
        month = math.floor(12 * (self.age + day) + 1e-9)
        return any(month in age_months(str(group.get("ages", "all"))) for group in self.groups)

    def begins(self, task: str) -> int:
        """How often in the year what the task is begins."""
        what = self.life.of(task)
        return 0 if what.is_once else sum(0 <= day < 1 and self.is_eligible(day) for day, _ in what.begins)

    def hours(self, today: float) -> Iterator[tuple[str, str, float, float]]:
        """Task by task and role by role: of the year, and of what is done once and never again by who is eligible."""
        for name, task in self.rule["tasks"].items():
            what = self.life.of(name)
            if what.is_once:
                yearly, one_off = 0, len(what.events) * self.is_eligible(today)
            else:
                yearly, one_off = sum(0 <= day < 1 and self.is_eligible(day) for day, _ in what.events), 0
            for role, part in split(task).items():
                lived = [self._minutes(task, role, many) * part / 60 for many in (yearly, one_off)]
                yield name, role, lived[0], lived[1]
            for role in roles_of(task):
                for supervision in supervision_minutes(task, role):
                    yield SUPERVISION, role, yearly * supervision / 60, one_off * supervision / 60

    def _minutes(self, task: Document, role: str, events: int) -> float:
        """Minutes of so many events of one person: of each visit nobody knows beforehand whether somebody comes."""
        own, nobody, whole = own_minutes(task, role, self.age), chance_of_nobody(task, role), 0.0
        for _ in range(events):
            whole += with_indirect(task, role, own) + one_way_and_back(task, role)
            while self.luck.random() < nobody:
                whole += time_lost(task, role) * own + one_way_and_back(task, role)
        return whole / float(plain(task.get("group_size", 1)))

    def asked_for(self, day: float) -> Iterator[tuple[str, float]]:
        """The tasks they are asked for on a day, and how often a year people like them are."""
        for name in self.rule["tasks"]:
            what = self.life.of(name)
            if any(begin <= day < end for begin, end, _ in what.asked) and self.is_eligible(day):
                yield name, what.often
