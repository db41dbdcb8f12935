"""Whose a task is, by sex and age: those of its population, from an age on, or in a course that began at one."""

from __future__ import annotations

from math import floor, inf

from tnt.arrays import Floats
from tnt.compile.cascade import Reach
from tnt.compile.people import AgeSpan, population_cells, population_span, span_cells
from tnt.language.documents.guideline import Population


def task_cells(population: Population, reach: Reach) -> Floats:
    """[C] what a task's events are multiplied by: the share of the people of each cell who are its people, or their
    baseline contacts."""
    if reach.contacts is not None:
        return population_cells(population) * reach.contacts
    if reach.ages is None:
        return beginning_cells(population, reach)
    return span_cells(population.sex, reach.ages.within(population_span(population)))


def beginning_cells(population: Population, reach: Reach) -> Floats:
    """[C] the same of those with whom a task or its courses begin in a year. Where that is at an age it is everybody of
    that year of age: each of them passes it within a year, or has."""
    if reach.begins.at_age is None or reach.begins.often is not None:
        ages = AgeSpan(0.0, inf) if reach.ages is None else reach.ages
        return span_cells(population.sex, ages.within(population_span(population)))
    year = float(floor(reach.begins.at_age))
    return span_cells(population.sex, AgeSpan(year, year + 1))
