"""Visits of a role: what of a visit is spent once, whatever is done in it."""

from __future__ import annotations

from typing import Literal

from tnt.language.base import Part
from tnt.language.values.number import Minutes, Number, Share

VisitContact = Literal["consultation", "telephone", "e-consultation", "home-visit", "other"]
"""Kinds of contact in which several tasks may be done; groups, meetings and the inbox have no visits."""


class Visit(Part):
    """How visits of one kind fall together."""

    fixed: Number[Minutes]
    """Minutes of each visit that are spent once, however many tasks are done in it: opening, closing, the note. A task
    that is shorter has no more than its own minutes."""
    merged: Number[Share]
    """Share of the visits that could fall together that do."""
