"""Counts of people and of new cases -> shares, before anything is computed: `{count: 60000, of: norway-2026}`.

METHOD.md, "Combined conditions and populations": the count ÷ the people of the population's ages and sex in the
reference population. Documents leave here with the number filled in, and nothing after this need know of counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar, get_args

import numpy as np
from pydantic import BaseModel

from tnt.arrays import Floats
from tnt.diagnostics import Code, Diagnostic, ProblemSink
from tnt.language.base import Document
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.guideline import GuidelineDocument, Population, Sex
from tnt.language.values.ages import Ages
from tnt.language.values.counted import NumberOrCount
from tnt.language.values.number import Number
from tnt.reading.checks.people_rows import PeopleRow
from tnt.reading.documents import Loaded
from tnt.reading.reference_populations import ReferencePopulations
from tnt.reading.yaml.tree import KeyPath

D = TypeVar("D", bound=Document)
_EVERYBODY = 1.0
"""In place of what is no share: the problem has been told, and what else is wrong can still be found."""


def with_shares(loaded: Loaded[D], known: ReferencePopulations, problems: ProblemSink) -> Loaded[D]:
    """The document with the number of every count filled in, and what is wrong with counts."""
    if not isinstance(loaded.document, GuidelineDocument | CaseDocument):
        return loaded

    def shared(population: Population, path: KeyPath) -> Population:
        numbers = {}
        for key, number in _counts(population):
            problem, made = _made(population, key, number, known, problems)
            if problem is not None:
                code, at, values = problem
                problems.add(Diagnostic(code, loaded.place(*path, key, at), values))
            numbers[key] = number.made_from_count(made)
        return population.model_copy(update=numbers) if numbers else population

    document = _rebuilt(loaded.document, (), shared)
    return loaded if document is loaded.document else replace(loaded, document=document)


def _counts(population: Population) -> Iterator[tuple[str, NumberOrCount[Any, Any]]]:
    """The numbers of a population that are said as a count; none where they, or whom they count, could not be read."""
    if not isinstance(population.ages, Ages) or population.sex not in get_args(Sex):
        return
    for key in type(population).model_fields:
        number = getattr(population, key)
        if isinstance(number, NumberOrCount) and isinstance(number.count, float):
            yield key, number


_Problem = tuple[Code, str, dict[str, str]]


def _made(
    population: Population,
    key: str,
    number: NumberOrCount[Any, Any],
    known: ReferencePopulations,
    problems: ProblemSink,
) -> tuple[_Problem | None, float]:
    """What is wrong with a count, with the key at which that stands; and the number it comes to."""
    counted = [name for name, _ in _counts(population)]
    if population.condition is not None or key != counted[0]:
        beside = "condition" if population.condition is not None else counted[0]
        return (Code.COUNT_OF_OTHERS, "count", {"key": beside}), _EVERYBODY
    by_age = known.people(str(number.of), problems)
    if by_age is None:  # what is wrong with the name or its table has been told
        return None, _EVERYBODY
    people = people_of(by_age, population)
    values = {"ages": str(population.ages), "sex": population.sex, "id": str(number.of)}
    if people == 0:
        return (Code.COUNT_OF_NOBODY, "count", values), _EVERYBODY
    count = float(number.count or 0.0)
    if count > people:
        values |= {"found": f"{count:.12g}", "count": f"{people:.12g}"}
        return (Code.COUNT_OVER_PEOPLE, "count", values), _EVERYBODY
    return None, count / people


def people_of(by_age: Floats, whom: PeopleRow) -> float:
    """People of some ages and one sex or both; by_age [2, ages] are women and men, the last age and over."""
    rows = {"female": by_age[:1], "male": by_age[1:], "all": by_age}[whom.sex]
    oldest = by_age.shape[1] - 1
    ages = np.arange(oldest + 1)
    first, end = min(whom.ages.start, float(oldest)), whom.ages.end
    end_of_year = np.where((ages == oldest) & (end > oldest), end, ages + 1.0)
    part = np.clip(np.minimum(end, end_of_year) - np.maximum(first, ages), 0.0, 1.0)
    return float((rows * part).sum())


def _rebuilt(value: Any, path: KeyPath, of_population: Callable[[Population, KeyPath], Population]) -> Any:
    """A value with every population in it as the function makes it; the same value where nothing changes."""
    if isinstance(value, Population):
        return of_population(value, path)
    if isinstance(value, Number):
        return value
    if isinstance(value, BaseModel):
        changed = _changed([(name, getattr(value, name)) for name in type(value).model_fields], path, of_population)
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, dict):
        changed = _changed(value.items(), path, of_population)
        return value | changed if changed else value
    if isinstance(value, list):
        changed = _changed(enumerate(value), path, of_population)
        return [changed.get(index, item) for index, item in enumerate(value)] if changed else value
    return value


def _changed(items: Any, path: KeyPath, of_population: Callable[[Population, KeyPath], Population]) -> dict[Any, Any]:
    rebuilt = ((key, item, _rebuilt(item, (*path, key), of_population)) for key, item in items)
    return {key: new for key, old, new in rebuilt if new is not old}
