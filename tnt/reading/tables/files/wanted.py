"""Where the heading of a table stands: titles above it are found by what the lists file asks of the heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

LOOKED_AT = 50
"""Rows among which the heading is looked for."""


@dataclass(frozen=True)
class Wanted:
    """What the heading holds: columns with these names, and at least one that counts people of some sex and age."""

    columns: frozenset[str] = frozenset()
    is_band: Callable[[str], bool] | None = None

    @property
    def most(self) -> int:
        """What a heading has that holds all of it."""
        return len(self.columns) + (self.is_band is not None)

    def has(self, cells: Sequence[str]) -> int:
        """How much of it a row holds."""
        named = len(self.columns.intersection(cells))
        return named + (self.is_band is not None and any(map(self.is_band, cells)))

    def position(self, rows: Iterable[Sequence[str]]) -> int:
        """The position of the heading: the first row with all of it, or else with most of it.

        Where no row holds anything it is the first row, so that what it lacks is told of that one.
        """
        most, position = 0, 0
        for index, row in enumerate(islice(rows, LOOKED_AT)):
            has = self.has(row)
            if has > most:
                most, position = has, index
            if has == self.most:
                break
        return position


def are_filled(rows: Iterable[Sequence[str]]) -> bool:
    """Whether something is in them."""
    return any(cell.strip() for row in rows for cell in row)
