"""Conditions: how many people of each age and sex have them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tnt.language.base import Id, Part, Text
from tnt.language.documents.declares import Declares
from tnt.language.documents.guideline import SexInWords
from tnt.language.values.ages import ALL_AGES, AgeBand
from tnt.language.values.number import Number, Share


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
    status: Literal["sourced", "derived", "assumption"] | None = None
    """Status of all rows that state none of their own."""
    prevalence: Annotated[list[Prevalence], Field(min_length=1)]
    """Rows by age, and by sex where it differs. Ages not named have none; two rows may not name the same people."""
    note: Text | None = None
    """What a reader must know."""


class ConditionsDocument(Declares):
    """A file of conditions."""

    title: Text | None = None
    """What the file holds."""
    conditions: Annotated[dict[Id, Condition], Field(min_length=1)]
    """The conditions, by id."""
