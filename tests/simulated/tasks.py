"""The tasks of one recommendation in one person's life: what happens on which day of the year they are of an age.

Nothing is worked out by a formula: visits come round, cases fall ill, courses begin and end. Time is in years, 0 where
the year of age begins, and what began earlier may go on. METHOD: people keep their age, a need is a person's own (of
new cases each case's), and of one person courses that meet are one course, while each case has its own.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tests.oracle.by_age import at_age
from tests.oracle.quantities import incidence, once, once_at_month, plain, rate, share, years

Document = dict[str, Any]
When = tuple[float, int]
"""A day, and of which case; 0 where it is not about new cases."""


@dataclass
class Happening:
    """One task in one life."""

    events: list[When] = field(default_factory=list)
    begins: list[When] = field(default_factory=list)
    """When what comes after it begins, if it is a course: once however often the person comes."""
    asked: list[tuple[float, float, int]] = field(default_factory=list)
    """From when to when the person is asked for it, of which case."""
    often: float = 0.0
    """Events a year while they are."""
    is_once: bool = False
    """Never again: all events count, whenever they are."""


@dataclass
class Life:
    """A person of one year of age, and the tasks of a recommendation they are asked for."""

    recommendation: Document
    age: int
    luck: random.Random
    done: dict[str, Happening] = field(default_factory=dict)
    needs: dict[tuple[str, int], bool] = field(default_factory=dict)

    def of(self, name: str) -> Happening:
        if name not in self.done:
            task = self.recommendation["tasks"][name]
            self.done[name] = self._later(name, task) if "after" in task else self._first(task)
        return self.done[name]

    @cached_property
    def _cases(self) -> float | None:
        written = self.recommendation.get("population", {}).get("incidence")
        return None if written is None else incidence(written)

    @cached_property
    def _long_ago(self) -> float:
        """What began before it is over today, or has come round since."""
        tasks = [task for task in self.recommendation["tasks"].values() if "frequency" in task]
        rounds = [1 / rate(task["frequency"]) for task in tasks if not once(task["frequency"])]
        return -1.0 - sum(rounds) - sum(years(task["for"]) for task in tasks if "for" in task)

    def _round(self, often: float, begin: float, end: float) -> Iterator[float]:
        """Days that come round so often a year, from a day by chance."""
        if often:
            day = begin + self.luck.random() / often
            while day < end:
                yield day
                day += 1 / often

    def _first(self, task: Document) -> Happening:
        month = once_at_month(task["frequency"])
        if month is not None:
            birthday = month / 12 - self.age
            in_the_year = [(0.0, 1.0, 0)] if 0 <= birthday < 1 else []
            return Happening([(birthday, 0)], [(birthday, 0)], in_the_year, 1.0)
        if self._cases is not None:
            ill = [(day, case) for case, day in enumerate(self._round(self._cases, self._long_ago, 1.0))]
            if "for" in task:
                return self._courses(task, ill, is_once=False)
            return Happening(ill, ill, [(0.0, 1.0, case) for day, case in ill if day >= 0], 1.0)
        if once(task["frequency"]):
            return Happening([(0.0, 0)], [(0.0, 0)], is_once=True)
        return self._for_ever(task, self._long_ago)

    def _later(self, name: str, task: Document) -> Happening:
        before = self.of(task["after"])
        begins = [(day, case) for day, case in before.begins if self._needs(name, task, case)]
        if "for" in task:
            return self._courses(task, begins, before.is_once)
        if "frequency" in task:
            reaches = bool(begins) and self._needs(name, task, 0)
            if not reaches:
                return Happening()
            # What lasts after work done once is counted in a year like any other, long after that was done.
            return self._for_ever(task, self._long_ago if before.is_once else max(self._long_ago, min(begins)[0]))
        times = float(plain(task.get("times", 1)))
        return Happening(
            [
                (day, case)
                for day, case in before.events
                if self._needs(name, task, case)
                for _ in range(math.floor(times) + (self.luck.random() < times % 1))
            ],
            begins,
            [one for one in before.asked if self._needs(name, task, one[2])],
            before.often * times,
            before.is_once,
        )

    def _needs(self, name: str, task: Document, case: int) -> bool:
        if (name, case) not in self.needs:
            probability = share(at_age(task.get("probability", "100 %"), self.age))
            self.needs[name, case] = self.luck.random() < probability
        return self.needs[name, case]

    def _for_ever(self, task: Document, begin: float) -> Happening:
        often = rate(task["frequency"])
        days = [(day, 0) for day in self._round(often, begin, 1.0)]
        return Happening(days, days, [(begin, math.inf, 0)], often)

    def _courses(self, task: Document, begins: list[When], is_once: bool) -> Happening:
        often, long = rate(task["frequency"]), years(task["for"])
        courses: list[tuple[float, float, int]] = []
        for day, case in sorted(begins):
            if courses and courses[-1][2] == case and day <= courses[-1][1]:
                courses[-1] = (courses[-1][0], day + long, case)
            else:
                courses.append((day, day + long, case))
        events = [(day, case) for begin, end, case in courses for day in self._round(often, begin, end)]
        return Happening(events, begins, [] if is_once else courses, often, is_once)
