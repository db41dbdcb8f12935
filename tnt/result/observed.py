"""What was observed of the work of today, and the uptake it comes to. None is unknown, never zero."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tnt.result.figures import figure


@dataclass(frozen=True, slots=True)
class ObservedActivity:
    """One observation: of a task, or of all tasks of its activity."""

    recommendation: str
    """`guideline/recommendation` of the task that says it."""
    task: str
    activity: str | None
    recommendations: tuple[str, ...]
    """Those that get their uptake of today from it."""
    events_per_year: float = field(metadata=figure("numbers"))
    """Counted in a year, whoever did them."""
    people: float = field(metadata=figure("people"))
    """Among how many people."""
    events_if_all: float | None = field(metadata=figure("numbers"))
    """Events a year of so many people of the reference population if everyone eligible got it, each counted once."""
    uptake: float | None = field(metadata=figure("share"))
    """The uptake of today, which is the most it can be; 1 where more was observed than if all got it."""
    source: str | None
    """Id of the source of the events; None where it is an assumption."""

    @property
    def ratio(self) -> float | None:
        """Observed ÷ what there would be if all got it."""
        return None if not self.events_if_all else self.events_per_year / self.events_if_all

    @property
    def status(self) -> Literal["derived", "assumption"]:
        """What the uptake rests on: derived from a source, or from an assumption."""
        return "assumption" if self.source is None else "derived"
