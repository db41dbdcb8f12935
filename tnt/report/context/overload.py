"""Overload of the lists."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Fact, Figure, Histogram, Meter


@dataclass(frozen=True, slots=True)
class ListRow:
    """One of the lists with the highest load."""

    name: str
    """Its name."""
    id: str
    """Its id in the table it was read from."""
    people: Figure
    """People on the list."""
    posts: Figure
    """Full-time posts."""
    required: Figure
    """Hours a year asked for."""
    available: Figure
    """Hours a year there are."""
    ratio: Figure
    """Required ÷ available."""
    state: str
    """State in words."""


@dataclass(frozen=True, slots=True)
class RoleOverload:
    """The lists of one role, held against its working time."""

    anchor: str
    """Its id on the page."""
    title: str
    """Name of the role."""
    verdict: str
    """The finding in one or two sentences."""
    states: tuple[Fact, ...]
    """Number of lists in each state; empty where there is only one list."""
    histogram: Histogram | None
    """Spread over the lists; None where fewer than two lists have a verdict and a ratio."""
    meter: Meter | None
    """Required against available hours where there is only one list."""
    top: tuple[ListRow, ...]
    """Lists with the highest load, ten at most; empty where there is one list or no verdict."""
