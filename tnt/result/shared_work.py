"""Work that several tasks ask for and that is done once."""

from __future__ import annotations

from dataclasses import dataclass, field

from tnt.result.figures import figure, interval


@dataclass(frozen=True, slots=True)
class SharedPair:
    """Two recommendations and the hours a year they count twice, as if no other shared the work; or one that asks for
    the same work in several tasks."""

    one: str
    other: str
    overlap_hours: float


@dataclass(frozen=True, slots=True)
class SharedActivity:
    """Work of one role that several tasks ask for and that is done once. Hours a year over all lists, at the target
    uptake."""

    activity: str
    role: str
    tasks: tuple[tuple[str, str], ...]
    """(recommendation, task), in the order of the files."""
    parts_hours: float = field(metadata=figure("hours", lower_if="at_least"))
    """Hours of the tasks, each by itself."""
    overlap_hours: float = field(metadata=figure("hours", lower_if="at_least"))
    overlap_hours_bounds: tuple[float, float | None] = field(
        metadata=interval("hours", "overlap_hours_least", "overlap_hours_greatest")
    )
    pairs: tuple[SharedPair, ...]
    at_least: bool = False
    """Whether another task for it has no time, or cannot be told of some list: there is then no greatest overlap."""

    @property
    def recommendations(self) -> tuple[str, ...]:
        """The recommendations that ask for it, each once."""
        return tuple(dict.fromkeys(recommendation for recommendation, _ in self.tasks))
