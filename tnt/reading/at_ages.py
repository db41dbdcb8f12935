"""A recommendation as it is for people of some ages: where numbers differ by age, one number each. METHOD, "By age"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tnt.engine.people.cells import OLDEST
from tnt.language.documents.guideline import Recommendation
from tnt.language.values.by_age import ByAge
from tnt.language.values.number import Number

NumberPath = tuple[str, ...]
"""Keys from the recommendation to a number."""
SHARE_PATH: NumberPath = ("population", "share")
TARGET_PATH: NumberPath = ("uptake", "target")
CURRENT_PATH: NumberPath = ("uptake", "current")


@dataclass(frozen=True, slots=True)
class AtAges:
    """Ages of which every number of a recommendation is one number, and the recommendation with these.

    `keys` are those of `by_age` under which the numbers stand, by the path of each number that differs by age.
    """

    ages: tuple[int, ...]
    recommendation: Recommendation
    keys: Mapping[NumberPath, str]


def at_ages(recommendation: Recommendation) -> tuple[AtAges, ...]:
    """The bands of ages a recommendation falls into, the youngest first: one where no number differs by age.

    They are the ages of its people, OLDEST standing for all who are older. Ages that some number does not name are in
    no band, and a problem elsewhere (`reading.checks.by_age`).
    """
    first, ages = min(group.ages.whole_years.first for group in recommendation.groups), _ages(recommendation)
    differing = dict(by_age(recommendation))
    if not differing:
        return (AtAges(tuple(ages), recommendation, {}),)
    written = {age: max(age, first) for age in ages}
    keys_by_age = [each.keys_by_age(frozenset(written.values())) for each in differing.values()]
    bands: dict[tuple[str, ...], list[int]] = {}
    for age in ages:
        keys = tuple(key for each in keys_by_age if (key := each.get(written[age])) is not None)
        if len(keys) == len(differing):
            bands.setdefault(keys, []).append(age)
    return tuple(
        _at(recommendation, tuple(here), dict(zip(differing, keys, strict=True))) for keys, here in bands.items()
    )


def _ages(recommendation: Recommendation) -> list[int]:
    """The years of age in which some of its people are."""
    ages: set[int] = set()
    for group in recommendation.groups:
        named = group.ages.whole_years
        last = OLDEST if named.last is None else min(named.last, OLDEST)
        ages.update(range(min(named.first, OLDEST), last + 1))
    return sorted(ages)


def by_age(recommendation: Recommendation) -> Iterator[tuple[NumberPath, ByAge[Any]]]:
    """The numbers that differ by age, with their paths."""
    population, uptake = recommendation.population, recommendation.uptake
    places: dict[NumberPath, Any] = {
        SHARE_PATH: population.share,
        TARGET_PATH: uptake.target,
        CURRENT_PATH: uptake.current,
    }
    for name, task in recommendation.tasks.items():
        places |= {("tasks", name, "time"): task.time, ("tasks", name, "probability"): task.probability}
    return ((path, number) for path, number in places.items() if isinstance(number, ByAge))


def the_number(value: Number[float] | ByAge[Any] | None) -> Number[float] | None:
    """The number of a recommendation at some ages: there none is by age any more."""
    assert not isinstance(value, ByAge)  # `at_ages` has put one number in its place
    return value


def _at(recommendation: Recommendation, ages: tuple[int, ...], keys: dict[NumberPath, str]) -> AtAges:
    numbers = {path: number.by_age[keys[path]] for path, number in by_age(recommendation)}

    def of(*part: str) -> dict[str, Any]:
        """What is put into a part: its key -> the number."""
        return {path[-1]: number for path, number in numbers.items() if path[:-1] == part}

    plain = recommendation.model_copy(
        update={
            "population": recommendation.population.model_copy(update=of("population")),
            "uptake": recommendation.uptake.model_copy(update=of("uptake")),
            "tasks": {name: task.model_copy(update=of("tasks", name)) for name, task in recommendation.tasks.items()},
        }
    )
    return AtAges(ages, plain, keys)
