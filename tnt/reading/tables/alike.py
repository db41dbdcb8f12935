"""Cells of one column with the same fault: one problem that counts them, so that others are seen beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tnt.diagnostics import Diagnostic

EXAMPLES = 3
"""As many are told one by one; of more the first is, with the places of the next."""
_LONGEST_EXAMPLE = 40
"""Characters of a cell in a list of them."""

Told = tuple[Diagnostic, int]
"""A problem as it is told, and how many it stands for."""


def kind_of(problem: Diagnostic) -> object:
    """What problems alike have in common; None for one that is about no row of a table."""
    cell = problem.place.cell
    return None if cell is None or cell[0] < 1 else (problem.code, problem.place.file, cell[1])


def position(problem: Diagnostic) -> tuple[int, int]:
    """What is about no cell comes first, by its line; then cells by row."""
    place = problem.place
    if place.cell is not None:
        return 1, place.cell[0]
    return 0, place.span.line if place.span else 0


@dataclass
class SameFault:
    """How many there are, and the first of them."""

    count: int = 0
    first: list[Diagnostic] = field(default_factory=list)

    def add(self, problem: Diagnostic) -> None:
        """One more; whoever finds them may come back to earlier rows."""
        self.count += 1
        self.first = sorted([*self.first, problem], key=position)[:EXAMPLES]

    def told(self, sign: str) -> Iterator[Told]:
        """One by one, or together; `sign` stands before a number that is not the last word."""
        if self.count <= EXAMPLES:
            yield from ((one, 1) for one in self.first)
            return
        one, *others = self.first
        counted = {"alike": f"{sign}{self.count}", "others": ", ".join(map(_example, others))}
        yield replace(one, values={**one.values, **counted}), self.count


def _example(problem: Diagnostic) -> str:
    """`14 (x)`: row and cell."""
    row, found = problem.place.cell[0] if problem.place.cell else 0, problem.values.get("found", "")
    short = found if len(found) <= _LONGEST_EXAMPLE else found[:_LONGEST_EXAMPLE] + "…"
    return f"{row} ({short})" if short else str(row)
