"""Contacts: how many contacts of one kind people have in a year, by age and sex."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tnt.language.base import Id, Part, Text
from tnt.language.documents.declares import Declares
from tnt.language.documents.guideline import Contact, SexInWords
from tnt.language.values.ages import ALL_AGES, AgeBand
from tnt.language.values.number import Number, PerYear
from tnt.language.values.words import CONTACT_READ, CONTACT_SCHEMA


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
    """Id of these contacts, as `baseline:` under `demand:` and `from_contacts:` under `reserved:` name it."""
    title: Text | None = None
    """What is counted; the id where left out."""
    kinds: Annotated[list[Annotated[Contact, CONTACT_READ, CONTACT_SCHEMA]], Field(min_length=1)] = ["consultation"]
    """Which contacts are counted, as tasks name them under `contact`: tells which of a pack's events today are among
    them."""
    source: Id | None = None
    """Source of all rows that name none of their own."""
    rows: Annotated[list[ContactRow], Field(min_length=1)]
    """Rows by age, and by sex where it differs. Two rows may not name the same people; ages not named are unknown, and
    nothing may count on them."""
    note: Text | None = None
    """What a reader must know."""
