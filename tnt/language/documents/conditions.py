"""Conditions: how many people of each age and sex have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr

from tnt.language.base import Id, Part, Text
from tnt.language.documents.combined import Cluster
from tnt.language.documents.declares import Declares
from tnt.language.documents.guideline import SexInWords
from tnt.language.values.ages import ALL_AGES, AgeBand
from tnt.language.values.counted import People
from tnt.language.values.number import Count, Number, Share, Status


class ClinicalCode(Part):
    """A code of the condition in a classification."""

    system: str
    """The classification, `ICPC-2` say."""
    code: str
    """The code in it."""


class Prevalence(Part):
    """Share of the people of some ages and one sex who have the condition."""

    ages: AgeBand = ALL_AGES
    """Ages in whole years."""
    sex: SexInWords = "all"
    """`all`, or the sex this row is for."""
    share: Number[Share]
    """Share of these people who have the condition."""


class SpreadTotal(Part):
    """How many people of a whole population have the condition, spread over the ages by a shape: the prevalence is
    total × relative ÷ Σ (people × relative), the sum over the people of the population."""

    total: Number[People]
    """How many there are in the population: `150000`, or low, mean and high."""
    of: Id
    """The reference population in which there are so many: the id of a population file given together, or of a shipped
    one."""
    shape: Id
    """How they are spread: an entry under `shapes:` in the same file."""
    _rows: tuple[Prevalence, ...] = PrivateAttr(default=())
    _relative_people: float = PrivateAttr(default=0.0)

    @property
    def rows(self) -> tuple[Prevalence, ...]:
        """A prevalence for each row of the shape, in the order of its rows; none before they are worked out where files
        are read (`reading.spread_totals`)."""
        return self._rows

    @property
    def relative_people(self) -> float:
        """Σ(people × relative) over the population, by which the total is divided."""
        return self._relative_people

    def over(self, rows: Iterable[Prevalence], relative_people: float) -> SpreadTotal:
        """The same with the prevalences that it comes to, and what they were divided by."""
        spread = self.model_copy()
        spread._rows, spread._relative_people = tuple(rows), relative_people
        return spread


class ShapeRow(Part):
    """How common a condition is among the people of some ages and one sex, beside the other rows."""

    ages: AgeBand = ALL_AGES
    """Ages in whole years."""
    sex: SexInWords = "all"
    """`all`, or the sex this row is for."""
    relative: Number[Count]
    """How common: 4 is four times as common as 1, whatever that is. A number without a range: what is uncertain is the
    total."""


class AgeShape(Part):
    """How common a condition is at some ages beside others, whatever the number of people who have it."""

    title: Text | None = None
    """Name of the shape; the id where left out."""
    source: Id | None = None
    """Source of all rows that name none of their own."""
    status: Status | None = None
    """Status of all rows that state none of their own."""
    rows: Annotated[list[ShapeRow], Field(min_length=1)]
    """Rows by age, and by sex where it differs. Ages not named have none; two rows may not name the same people."""
    note: Text | None = None
    """What a reader must know."""


class Condition(Part):
    """One condition."""

    title: Text | None = None
    """Name of the condition; the id where left out."""
    codes: list[ClinicalCode] = []
    """Its codes."""
    prevalence_of: Literal["diagnosed", "all"] = "diagnosed"
    """Whether the shares count people `diagnosed`, or `all` who have it. A list's own register scales only the
    diagnosed."""
    source: Id | None = None
    """Source of all rows that name none of their own."""
    status: Status | None = None
    """Status of all rows that state none of their own."""
    prevalence: Annotated[list[Prevalence], Field(min_length=1)] | SpreadTotal
    """Rows by age, and by sex where it differs; or the number of people in a whole population and how they are spread
    over the ages: `{total: 150000, of: norway-2026, shape: copd}`. Ages not named have none; two rows may not name the
    same people."""
    note: Text | None = None
    """What a reader must know."""

    @property
    def rows(self) -> Sequence[Prevalence]:
        """The prevalence by age and sex, as written or as a total comes to."""
        return self.prevalence.rows if isinstance(self.prevalence, SpreadTotal) else self.prevalence


class ConditionsDocument(Declares):
    """A file of conditions."""

    title: Text | None = None
    """What the file holds."""
    conditions: Annotated[dict[Id, Condition], Field(min_length=1)]
    """The conditions, by id."""
    shapes: dict[Id, AgeShape] = {}
    """How totals of this file are spread over the ages, by id."""
    clusters: dict[Id, Cluster] = {}
    """Conditions that people have together more often than chance says, by id."""
