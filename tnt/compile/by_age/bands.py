"""Bands of ages within which every number of a recommendation is one number: METHOD, "By age".

The cascade is worked out in each band with the numbers of its ages, so probabilities multiply within an age; weights of
the bands then add up cell by cell. What differs in no number is put together again (`together`), so that a task whose
numbers are the same at all ages is one piece of work of everybody, people of no known age among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Floats
from tnt.compile.cascade import Reach, cascade
from tnt.compile.courses.course import Factor
from tnt.compile.people import cells
from tnt.engine.people.cells import CELLS
from tnt.language.documents.guideline import Recommendation
from tnt.language.values.ages import Ages
from tnt.language.values.by_age import BY_AGE
from tnt.reading.at_ages import AtAges, NumberPath, at_ages

EVERYBODY = np.ones(CELLS)
EVERYBODY.flags.writeable = False


@dataclass(frozen=True, slots=True)
class Band:
    """One of the bands; `reached` is the cascade with its numbers. It is known by its `number` among the others."""

    number: int
    at: AtAges
    reached: dict[str, Reach]

    @property
    def recommendation(self) -> Recommendation:
        """As it is for people of these ages."""
        return self.at.recommendation

    def written(self, factors: Iterable[Factor]) -> tuple[Factor, ...]:
        """Figures with the paths of the numbers they are, which differ by age."""
        keys = self.at.keys
        if not keys:
            return tuple(factors)
        return tuple(
            Factor((*one.path, BY_AGE, keys[one.path]), one.value) if one.path in keys else one for one in factors
        )

    def reach(self, task: str) -> Reach:
        """Of a task, with the paths of its numbers."""
        reach = self.reached[task]
        return replace(reach, reach_of=self.written(reach.reach_of)) if self.at.keys else reach


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands that are alike in some numbers, which those of `band` stand for.

    `inside` [C] is 1 at their ages, and for everybody where they are all the bands there are: `ages` is None then.
    """

    band: Band
    inside: Floats
    ages: tuple[int, ...] | None


def bands_of(recommendation: Recommendation, contacts: Floats | None) -> tuple[Band, ...]:
    """The bands of a recommendation, the youngest first; `contacts` [C] as in `cascade`."""
    return tuple(
        Band(number, at, cascade(at.recommendation, contacts)) for number, at in enumerate(at_ages(recommendation))
    )


def together(bands: Sequence[Band], numbers: Iterable[NumberPath]) -> Iterator[Bands]:
    """The bands, put together where they do not differ in any of these numbers."""
    if len(bands) == 1:
        yield Bands(bands[0], EVERYBODY, None)
        return
    paths, alike = tuple(numbers), dict[tuple[str | None, ...], list[Band]]()
    for band in bands:
        alike.setdefault(tuple(map(band.at.keys.get, paths)), []).append(band)
    for group in alike.values():
        ages = None if len(group) == len(bands) else tuple(sorted(age for band in group for age in band.at.ages))
        yield Bands(group[0], inside(ages), ages)


def first_alike(bands: Sequence[Band], number: int, numbers: Iterable[NumberPath]) -> int:
    """The first band that does not differ from one of them in any of these numbers."""
    paths = tuple(numbers)
    keys = tuple(map(bands[number].at.keys.get, paths))
    return next(band.number for band in bands if tuple(map(band.at.keys.get, paths)) == keys)


def inside(ages: Iterable[int] | None) -> Floats:
    """[C] 1 for people of these ages, for everybody where they are None."""
    if ages is None:
        return EVERYBODY
    chosen = np.zeros(CELLS)
    for age in ages:
        chosen[cells("all", Ages(age, age))] = 1.0
    return chosen
