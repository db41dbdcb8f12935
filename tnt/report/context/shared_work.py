"""What the template gets about work that is counted once."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Figure


@dataclass(frozen=True, slots=True)
class SharedRow:
    """One piece of work of a role that several tasks ask for."""

    activity: str
    """Id of the activity, as the guidelines name it."""
    recommendations: tuple[str, ...]
    """Titles of the recommendations that ask for it; of very many the first, and how many more there are."""
    parts: Figure
    """Hours of the tasks, each by itself."""
    overlap: Figure
    """How much of that is counted twice."""
    least: Figure
    """The least that may be."""
    greatest: Figure
    """The greatest that may be."""


@dataclass(frozen=True, slots=True)
class SharedPairRow:
    """Two recommendations and what they count twice."""

    one: str
    """Title of the first."""
    other: str
    """Title of the second; the same where one asks for the same work in several tasks."""
    overlap: Figure
    """Hours counted twice, as if no other recommendation shared the work."""


@dataclass(frozen=True, slots=True)
class SharedCell:
    """One square of the matrix."""

    column: int
    """From the left, 0 first."""
    row: int
    """From the top, 0 first."""
    level: int
    """How dark: 0 nothing, 1 to 4 by quarters of the largest."""
    label: str
    """Both titles and the hours, in words."""


@dataclass(frozen=True, slots=True)
class SharedMatrix:
    """Recommendations against recommendations: the darker, the more hours the two count twice."""

    names: tuple[str, ...]
    """Titles, in the order of rows and columns."""
    cells: tuple[SharedCell, ...]
    """Every square below the diagonal, and on it."""
    description: str
    """The drawing in words."""


@dataclass(frozen=True, slots=True)
class SharedRole:
    """What the tasks of one role share."""

    anchor: str
    """Id of its heading."""
    title: str
    """Name of the role."""
    rows: tuple[SharedRow, ...]
    """Every piece of shared work."""
    pairs: tuple[SharedPairRow, ...]
    """Who shares how much with whom, most first; those that share nothing are left out."""
    more: str | None
    """How many pairs more there are; None where all are shown."""
    matrix: SharedMatrix | None
    """The same as a picture; None for two recommendations, and for so many that nobody could read it."""
