"""Visits of a role: what of a visit is spent once, whatever is done in it, and what comes on top of its minutes."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Part
from tnt.language.values.number import Minutes, Number, Percent, Share

VisitContact = Literal["consultation", "telephone", "e-consultation", "home-visit", "other"]
"""Kinds of contact in which several tasks may be done; groups, meetings and the inbox have no visits."""


class Visit(Part):
    """How visits of one kind fall together."""

    fixed: Number[Minutes]
    """Minutes of each visit that are spent once, however many tasks are done in it: opening, closing, the note. A task
    that is shorter has no more than its own minutes."""
    merged: Number[Share]
    """Share of the visits that could fall together that do."""


TravelContact = Literal["consultation", "telephone", "e-consultation", "home-visit", "group", "other"]
"""Kinds of contact that people, or the role, may travel to; meetings and the inbox have no overhead."""


class NoShow(Part):
    """People who do not come: a guideline's events are of those who came. Groups, meetings and the inbox have none."""

    share: Number[Share]
    """Share of all visits to which nobody comes, below 100 %: `4 %`."""
    time_lost: Number[Share]
    """Share of the visit's minutes that is then lost: `50 %`."""

    @model_validator(mode="after")
    def _somebody_comes(self) -> NoShow:
        ends = (self.share.expected, self.share.high)
        if most := next((end for end in ends if end is not None and end >= 1), None):
            raise ValueProblem(Code.OUT_OF_RANGE, found=f"{most * 100:g} %", expected="< 100 %")
        return self


class Overhead(Part):
    """What work takes beyond the minutes a guideline counts. Not for meetings and the inbox."""

    no_show: NoShow | None = None
    """Visits to which nobody comes: minutes × time lost × share ÷ (1 − share) for each that somebody came to."""
    travel: dict[TravelContact, Number[Minutes]] = {}
    """Minutes of travel for each visit, there and back, by the `contact` of the tasks; of a group for each session. In
    vain to who does not come: ÷ (1 − share)."""
    indirect: Number[Percent] | None = None
    """Work around the face-to-face minutes (preparation, notes), as a share of them: added where the guideline counts
    `face-to-face` minutes and this working time is `all-work`, and nowhere else."""
