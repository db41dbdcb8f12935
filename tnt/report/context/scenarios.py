"""What the template gets about scenarios."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change of a scenario."""

    path: str
    """What was changed: file id and keys."""
    before: str
    """What stood there, as written; words where nothing did."""
    after: str
    """What stands there now, as written; words where it was left out."""
    before_place: str | None
    """file:line of what stood there; None where nothing did."""
    place: str
    """file:line of the change."""


@dataclass(frozen=True, slots=True)
class ScenarioPart:
    """One scenario."""

    anchor: str
    """Its id on the page."""
    title: str
    """Name of the scenario."""
    note: str | None
    """What its author wants a reader to know."""
    file: str
    """The file it stands in."""
    caption: str
    """What the table of changes holds."""
    changes: tuple[ChangeRow, ...]
    """Its changes, by path."""
