"""Rows about people of some ages and one sex or both: which name the same people, and which ages none names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from tnt.engine.people.cells import OLDEST
from tnt.language.documents.guideline import Sex
from tnt.language.values.ages import OLDEST_WRITTEN, Ages


class PeopleRow(Protocol):
    """A row that is about some ages and one sex, or both."""

    @property
    def ages(self) -> Ages: ...  # noqa: D102
    @property
    def sex(self) -> Sex: ...  # noqa: D102


def overlapping(rows: Sequence[PeopleRow]) -> Iterator[tuple[int, int]]:
    """Indices of rows that name people whom an earlier row names, each with the first that does: once a row, however
    many there are."""
    nobody = len(rows)
    first_of: dict[Sex, list[int]] = {sex: [nobody] * (OLDEST_WRITTEN + 1) for sex in ("female", "male")}
    for index, row in enumerate(rows):
        ages = slice(row.ages.first, (OLDEST_WRITTEN if row.ages.last is None else row.ages.last) + 1)
        named = [first_of[sex] for sex in first_of if row.sex in ("all", sex)]
        earlier = min(min(first[ages]) for first in named)
        if earlier < nobody:
            yield earlier, index
        for first in named:
            if nobody in first[ages]:
                first[ages] = [min(known, index) for known in first[ages]]


def ages_in_both(one: PeopleRow, other: PeopleRow) -> str:
    """The ages that two rows both name."""
    first = max(one.ages.first, other.ages.first)
    last = min(OLDEST_WRITTEN if row.ages.last is None else row.ages.last for row in (one, other))
    return str(Ages(first, None if last == OLDEST_WRITTEN else last))


def ages_named(rows: Iterable[PeopleRow]) -> dict[Sex, bytearray]:
    """For each sex and age 1 where some row is about them, else 0."""
    named: dict[Sex, bytearray] = {sex: bytearray(OLDEST_WRITTEN + 1) for sex in ("female", "male")}
    for row in rows:
        first, last = row.ages.first, OLDEST_WRITTEN if row.ages.last is None else row.ages.last
        for sex in named:
            if row.sex in ("all", sex):
                named[sex][first : last + 1] = bytes([1]) * (last + 1 - first)
    return named


def ages_without_a_row(named: Mapping[Sex, bytearray], sex: Sex, ages: Ages) -> list[int]:
    """The ages, of a sex or of either, that no row is about."""
    sexes: tuple[Sex, ...] = ("female", "male") if sex == "all" else (sex,)
    last = OLDEST_WRITTEN if ages.last is None else ages.last
    wanted = range(min(ages.first, OLDEST), min(last, OLDEST) + 1)
    return [age for age in wanted if not all(named[one][age] for one in sexes)]


def in_words(ages: Sequence[int]) -> str:
    """Ages in a row as a band: `0-17, 90+`."""
    bands: list[list[int]] = []
    for age in ages:
        if bands and bands[-1][1] == age - 1:
            bands[-1][1] = age
        else:
            bands.append([age, age])
    return ", ".join(str(Ages(first, None if last >= OLDEST else last)) for first, last in bands)
