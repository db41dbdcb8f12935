"""The guidelines the report is about."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Fact


@dataclass(frozen=True, slots=True)
class GuidelinePart:
    """One guideline."""

    anchor: str
    """Its id on the page, where there are several."""
    title: str
    """What it is called."""
    status: str | None
    """How far it has come, in words; None where its file does not say."""
    is_unsettled: bool
    """Whether that is a draft, out for hearing or retired, which no reader may overlook."""
    facts: tuple[Fact, ...]
    """Version, publisher, date, author, contact and who approved it, as far as its file says; texts without a value."""
    url: str | None
    """Its address as written."""
    is_link: bool
    """Whether the address may be a link."""
    unverified: bool
    """Whether nobody has opened the address."""
    note: str | None
    """What its authors want a reader to know."""


@dataclass(frozen=True, slots=True)
class GuidelinesPart:
    """All of them."""

    count: str
    """How many there are and how far they have come, in words; of several only."""
    entries: tuple[GuidelinePart, ...]
    """In the order of the files."""
