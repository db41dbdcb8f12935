"""The lists, each with its hours and verdict by role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tnt.arrays import Bools, Floats
from tnt.language.base import Text
from tnt.language.values.roles import PATIENT
from tnt.result.bounded import Bounded, at_least
from tnt.result.figures import figure
from tnt.result.json_values import plain

STATES = ("ok", "watch", "overload", "vacant", "unknown", "imputed")
"""States of a list for one role; arrays of states hold the index in this tuple."""


def state_name(state: str, at_least: bool) -> str:
    """A state, or what to call it where hours that nobody knows may make it worse: key of its name in the
    catalogues."""
    return f"{state}-or-worse" if at_least and state in ("ok", "watch") else state


@dataclass(frozen=True, slots=True)
class RoleOnLists:
    """One role on every list; arrays have one entry per list, NaN where unknown."""

    posts: Floats = field(metadata=figure("posts"))
    required_hours: Floats = field(metadata=figure("hours", lower_if="at_least"))
    available_hours: Floats = field(metadata=figure("hours", upper_if="available_at_most"))
    other_care_hours: Floats = field(metadata=figure("hours", lower_if="available_at_most"))
    """Contacts that are not the pack's work, taken from the available hours; NaN also where none are counted."""
    ratio: Floats = field(metadata=figure("share", lower_if="at_least"))
    state: npt.NDArray[np.int8]
    """Index in STATES."""
    at_least: Bools
    """Whether some task of the role cannot be estimated there: the required hours and the ratio are a lower bound, and
    the state may be worse."""
    mostly_unknown: Bools
    """Whether fewer than half of the role's tasks can be estimated."""
    available_at_most: Bools
    """Whether more may be reserved there than is known, for people whom the list does not count."""


@dataclass(frozen=True, slots=True)
class ListsResult:
    """The lists, and what is asked of each."""

    id: str
    title: Text
    ids: npt.NDArray[np.object_]
    names: npt.NDArray[np.object_] | None
    areas: npt.NDArray[np.object_] | None
    people: Floats
    """People who are counted."""
    roles: Mapping[str, RoleOnLists]
    people_at_most: Floats | None = None
    """The most people that may be on each list, infinite where nobody knows; None where all are counted."""
    picked_of: int | None = None
    """How many lists the table has, where only some of them are used."""

    @property
    def count(self) -> int:
        """How many lists there are."""
        return len(self.ids)

    @property
    def staff(self) -> dict[str, RoleOnLists]:
        """The roles whose hours may be held against working time: all but the patient."""
        return {role: one for role, one in self.roles.items() if role != PATIENT}

    @property
    def people_at_least(self) -> Bools:
        """[L] whether there may be more people than are counted."""
        if self.people_at_most is None:
            return np.zeros(self.count, dtype=np.bool_)
        return np.asarray(self.people_at_most > self.people)

    @property
    def everybody(self) -> Bounded:
        """People of all lists."""
        return at_least(float(self.people.sum()), bool(self.people_at_least.any()))

    @property
    def everybody_at_most(self) -> float | None:
        """The most they may be; None where all are counted, and where nobody knows."""
        most = self.people_at_most
        return None if most is None or not self.people_at_least.any() else plain(float(most.sum()))

    def people_of(self, number: int) -> Bounded:
        """People of one list."""
        most = None if self.people_at_most is None else self.people_at_most[number]
        return at_least(float(self.people[number]), most is not None and bool(most > self.people[number]))

    @property
    def only(self) -> tuple[str, ...] | None:
        """Ids of the lists that were picked; None where all of the table are used."""
        return None if self.picked_of is None else tuple(map(str, self.ids))


@dataclass(frozen=True, slots=True)
class ListDetail:
    """Hours of every list and recommendation, computed only when asked for."""

    columns: tuple[tuple[str, str], ...]
    """(recommendation, role) of each column; those of one condition stand side by side."""
    tnt_hours: Floats
    """[lists, columns]; NaN where it cannot be estimated."""
