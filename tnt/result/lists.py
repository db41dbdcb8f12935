"""The lists, each with its hours and verdict by role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tnt.arrays import Floats
from tnt.language.base import Text
from tnt.result.figures import figure

STATES = ("ok", "watch", "overload", "vacant", "unknown", "imputed")
"""States of a list for one role; arrays of states hold the index in this tuple."""


@dataclass(frozen=True, slots=True)
class RoleOnLists:
    """One role on every list; arrays have one entry per list, NaN where unknown."""

    posts: Floats = field(metadata=figure("posts"))
    required_hours: Floats = field(metadata=figure("hours"))
    available_hours: Floats = field(metadata=figure("hours"))
    ratio: Floats = field(metadata=figure("share"))
    state: npt.NDArray[np.int8]
    """Index in STATES."""


@dataclass(frozen=True, slots=True)
class ListsResult:
    """The lists, and what is asked of each."""

    id: str
    title: Text
    ids: npt.NDArray[np.object_]
    names: npt.NDArray[np.object_] | None
    areas: npt.NDArray[np.object_] | None
    people: Floats
    roles: Mapping[str, RoleOnLists]

    @property
    def count(self) -> int:
        """How many lists there are."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class ListDetail:
    """Hours of every list and recommendation, computed only when asked for."""

    columns: tuple[tuple[str, str], ...]
    """(recommendation, role) of each column; those of one condition stand side by side."""
    tnt_hours: Floats
    """[lists, columns]; NaN where it cannot be estimated."""
