"""The uptake of today that what was observed comes to, with the figures on the way."""

from __future__ import annotations

from dataclasses import dataclass

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class ObservedUptake:
    """What was observed of a task, and what follows for its recommendation; of an activity for all of its.

    `events` a year were counted among `people` of the reference population; if everyone eligible got it there would be
    `events_if_all` of so many people. Both are None where nobody knows how many are eligible, or nothing would be done.
    """

    rule: str
    """The recommendation of the task."""
    task: str
    activity: str | None
    events: float
    people: float
    events_if_all: float | None
    uptake: float | None
    """At most so many, 1 where more was observed than if all got it."""

    @property
    def ratio(self) -> float | None:
        """Observed ÷ what there would be if all got it; above 1 where more was observed."""
        return None if not self.events_if_all else self.events / self.events_if_all

    @property
    def is_more_than_all(self) -> bool:
        """Whether more was observed than if all got it, which rounding alone is not."""
        return self.ratio is not None and self.ratio > 1 + _ROUNDING
