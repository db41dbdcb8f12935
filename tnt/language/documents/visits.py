"""Visits of a role: what of a visit is spent once, whatever is done in it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from tnt.language.base import Part
from tnt.language.documents.guideline import Contact
from tnt.language.values.number import Minutes, Number, Share


class Visit(Part):
    """How visits of one kind fall together."""

    fixed: Number[Minutes]
    """Minutes of each visit that are spent once, however many tasks are done in it: opening, closing, the note. A task
    that is shorter has no more than its own minutes."""
    merged: Number[Share]
    """Share of the visits that could fall together that do."""


class Visits(Part):
    """Visits in which several tasks may be done, by how they are done; groups, meetings and the inbox have none."""

    consultation: Visit | None = None
    """At the office."""
    telephone: Visit | None = None
    """By telephone."""
    e_consultation: Visit | None = Field(default=None, alias="e-consultation")
    """In writing or by video."""
    home_visit: Visit | None = Field(default=None, alias="home-visit")
    """At home."""
    other: Visit | None = None
    """In another way."""

    def given(self) -> Iterator[tuple[Contact, Visit]]:
        """Those that are given, by what tasks call them."""
        named: tuple[tuple[Contact, Visit | None], ...] = (
            ("consultation", self.consultation),
            ("telephone", self.telephone),
            ("e-consultation", self.e_consultation),
            ("home-visit", self.home_visit),
            ("other", self.other),
        )
        yield from ((contact, visit) for contact, visit in named if visit is not None)
