"""What work takes of a role beyond the minutes a guideline counts: METHOD.md, "Overheads" [ours].

    minutes = minutes x (1 + indirect) + odds x time lost x minutes + travel x (1 + odds)

with odds = no-show ÷ (1 − no-show), the visits in vain for each that somebody came to, so that 1 + odds is
1 ÷ (1 − no-show). The guideline's minutes are the role's own; who does not come leaves no indirect work. `indirect` is
added where the guideline counts face-to-face minutes and the working time all work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tnt.compile.courses.course import Factor
from tnt.diagnostics import Code, Diagnostic
from tnt.language.documents.capacity import CapacityDocument, CapacityRole
from tnt.language.documents.guideline import Contact, Kind, Task
from tnt.language.documents.visits import Overhead
from tnt.language.values.number import Number
from tnt.reading.documents import Loaded

_WITHOUT: tuple[Contact, ...] = ("meeting", "inbox")


@dataclass(frozen=True, slots=True)
class EventOverhead:
    """Of one event of a task; figures with their addresses in the pack, None where there is none of it."""

    indirect: Factor | None
    no_show: Factor | None
    time_lost: Factor | None
    travel: Factor | None

    @property
    def odds(self) -> float:
        """Visits to which nobody comes for each to which somebody does."""
        return 0.0 if self.no_show is None else self.no_show.value / (1 - self.no_show.value)

    @property
    def beyond(self) -> float:
        """Minutes beyond each minute of an event, without travel."""
        lost = 0.0 if self.time_lost is None else self.odds * self.time_lost.value
        return lost + (0.0 if self.indirect is None else self.indirect.value)

    @property
    def travel_minutes(self) -> float:
        """For each event that somebody came to."""
        return 0.0 if self.travel is None else self.travel.value * (1 + self.odds)

    @property
    def written(self) -> tuple[Factor, ...]:
        """Its numbers."""
        every = (self.indirect, self.no_show, self.time_lost, self.travel)
        return tuple(each for each in every if each is not None)


@dataclass(frozen=True, slots=True)
class RoleOverhead:
    """Of one role of a working time: what is written, its address, and whether the working time is all work."""

    part: Overhead
    path: tuple[str, ...]
    is_all_work: bool

    def of(self, task: Task, time_kind: Kind) -> EventOverhead | None:
        """Of a task of a guideline that counts such minutes; None where nothing comes on top of them."""
        if task.contact in _WITHOUT:
            return None
        no_show = None if is_of_group(task) else self.part.no_show
        travel = next((minutes for contact, minutes in self.part.travel.items() if contact == task.contact), None)
        turned = self.is_all_work and time_kind == "face-to-face"
        found = EventOverhead(
            indirect=self._factor(self.part.indirect, "indirect") if turned else None,
            no_show=None if no_show is None else self._factor(no_show.share, "no_show", "share"),
            time_lost=None if no_show is None else self._factor(no_show.time_lost, "no_show", "time_lost"),
            travel=self._factor(travel, "travel", task.contact),
        )
        return found if found.written else None

    def _factor(self, number: Number[float] | None, *keys: str) -> Factor | None:
        return None if number is None else Factor((*self.path, *keys), number.expected)

    @property
    def figures(self) -> tuple[object, ...]:
        """All that moves hours; the kind of time only where indirect work is added."""
        part = self.part
        no_show = None if part.no_show is None else (part.no_show.share.expected, part.no_show.time_lost.expected)
        travel = {contact: minutes.expected for contact, minutes in part.travel.items()}
        indirect = None if part.indirect is None else (part.indirect.expected, self.is_all_work)
        return no_show, travel, indirect


def is_of_group(task: Task) -> bool:
    """Whether people share the event, so that it is held whoever does not come."""
    return task.contact == "group" or task.group_size is not None


def overheads_of(capacity: str, roles: Mapping[str, CapacityRole]) -> dict[str, RoleOverhead]:
    """Role -> its overhead in a working time of this id; roles without are left out."""
    return {
        name: RoleOverhead(role.overhead, (capacity, "roles", name, "overhead"), role.kind == "all-work")
        for name, role in roles.items()
        if role.overhead is not None
    }


def overheads_that_differ(files: Sequence[Loaded[CapacityDocument]], roles: Sequence[str]) -> Iterator[Diagnostic]:
    """Working times that say something else of a role's overhead than the first: hours are the same for all."""
    each = [overheads_of(file.document.capacity, file.document.roles) for file in files]
    for file, mine in zip(files[1:], each[1:], strict=True):
        for role in roles:
            one, other = (found[role].figures if role in found else None for found in (mine, each[0]))
            if role in file.document.roles and one != other:
                at = ("roles", role, "overhead") if role in mine else ("roles", role)
                there = ("roles", role, "overhead") if role in each[0] else ("roles",)
                values = {"id": file.document.capacity, "role": role, "other": files[0].document.capacity}
                related = (files[0].place(*there, key=role in each[0]),)
                yield Diagnostic(Code.OVERHEADS_DIFFER, file.place(*at, key=True), values, related=related)
