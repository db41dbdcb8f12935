"""Strategies: what is asked of a cohort over the years, one way and another."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tnt.language.base import Id, Part, Text
from tnt.language.documents.declares import Declares
from tnt.language.documents.fit.choice import FullId
from tnt.language.documents.guideline import Sex, SexInWords
from tnt.language.values.ages import ALL_AGES, AgeBand
from tnt.language.values.number import Count, Number, Share, Years


class Cohort(Part):
    """Who is followed. Exactly one of people and ages."""

    people: dict[Sex, dict[AgeBand, Count]] | None = None
    """People at the start by sex and age band, `{female: {65-84: 150}}`; a band is split as in `norway-2026`."""
    ages: AgeBand | None = None
    """The people of these ages on the lists that are used."""
    sex: SexInWords = "all"
    """With `ages`: `all`, `female` or `male`."""


class Deaths(Part):
    """Share of the people of some ages and one sex who die within a year."""

    ages: AgeBand = ALL_AGES
    """Ages in whole years."""
    sex: SexInWords = "all"
    """`all`, or the sex this row is for."""
    share: Number[Share]
    """Share who die within a year."""


class Strategy(Part):
    """One way of doing it."""

    title: Text | None = None
    """Name of the strategy; the id where left out."""
    recommendations: Annotated[list[FullId], Field(min_length=1, max_length=50)]
    """What is done: `guideline/recommendation`, of the guidelines given together with this file."""
    note: Text | None = None
    """What a reader must know."""


class StrategiesDocument(Declares):
    """Strategies for one cohort over a horizon."""

    strategies: Id
    """Id of this comparison."""
    title: Text | None = None
    """What is compared; the id where left out."""
    cohort: Cohort
    """Who is followed. Nobody joins them later."""
    horizon: Number[Years]
    """How long, in whole years: `25 years`."""
    options: Annotated[dict[Id, Strategy], Field(min_length=1, max_length=10)]
    """The strategies, by id, in the order they are shown."""
    mortality: Annotated[list[Deaths], Field(max_length=300)] = []
    """Who dies, by age and sex; left out, nobody does, and the output says so."""
    note: Text | None = None
    """What a reader must know."""
