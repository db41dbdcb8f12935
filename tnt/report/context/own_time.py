"""What the template gets about the patient's own time."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Figure


@dataclass(frozen=True, slots=True)
class OwnTimeRow:
    """One recommendation. Hours are a year."""

    title: str
    """What it is called."""
    guideline: str
    """The guideline it is from."""
    people: Figure
    """People it applies to."""
    to_all: Figure
    """Hours if all of them get it."""
    required: Figure
    """Hours at the target uptake."""
    change: Figure
    """Those less the hours of today."""
    per_person: Figure
    """Hours of one person who gets it."""


@dataclass(frozen=True, slots=True)
class OwnTimePart:
    """What visits, travel and self-care take of the patients themselves."""

    sentences: tuple[str, ...]
    """What it is, and how much there is in all."""
    rows: tuple[OwnTimeRow, ...]
    """Recommendations that take some, most hours first."""
