"""Contacts: how many contacts of one kind people have in a year, by age and sex."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tnt.language.base import Id, Part, Text
from tnt.language.documents.declares import Declares
from tnt.language.documents.guideline import SexInWords
from tnt.language.values.ages import ALL_AGES, AgeBand
from tnt.language.values.number import Number, PerYear


class ContactRow(Part):
    """Mean contacts of the people of some ages and one sex."""

    ages: AgeBand = ALL_AGES
    """Ages in whole years."""
    sex: SexInWords = "all"
    """`all`, or the sex this row is for."""
    contacts: Number[PerYear]
    """Mean contacts of one person in a year, those who have none included."""


class ContactsDocument(Declares):
    """Contacts that people have today, which a tool may add to or take from."""

    contacts: Id
    """Id of these contacts, as `baseline:` under `demand:` names it."""
    title: Text | None = None
    """What is counted; the id where left out."""
    source: Id | None = None
    """Source of all rows that name none of their own."""
    rows: Annotated[list[ContactRow], Field(min_length=1)]
    """Rows by age, and by sex where it differs. Two rows may not name the same people; ages not named are unknown, and
    no recommendation may count on them."""
    note: Text | None = None
    """What a reader must know."""
