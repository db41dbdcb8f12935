"""Collects what is wrong with a table: the first problems in full, the rest as a count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink

Key = tuple[str | int, ...]
"""Path of a key in a document."""
Locate = Callable[[Key], Place]
"""Where a key is written in its file."""

_MOST_KEPT = 2_000
"""Problems held while others are looked for; a stable sort keeps what would be shown in the end."""


class Findings:
    """The sink of one table, whose problems are found column by column, may be millions, and are told row by row."""

    def __init__(self, file: str, locate: Locate | None = None) -> None:
        """Of the table `file`, named as the user knows it, which a document describes: `locate` finds its keys. Where
        titles stand above its heading, `heading_row` is to be set."""
        self.file = file
        self.heading_row = 1
        self.locate: Locate = locate or (lambda key: Place(file))
        self._shown: list[Diagnostic] = []
        self._count = 0
        self._is_counted = True

    def add(
        self, code: Code, place: Place, suggestion: str | None = None, related: tuple[Place, ...] = (), **values: object
    ) -> None:
        """One problem."""
        texts = {key: str(value) for key, value in values.items()}
        self.add_each([0], lambda _: Diagnostic(code, place, texts, suggestion, related))

    def add_each(self, where: Any, diagnostic: Callable[[int], Diagnostic]) -> None:
        """One problem for each index in `where`, in the table's order; only those that may be shown are built."""
        self._shown.extend(diagnostic(int(index)) for index in where[: limits.PROBLEMS_SHOWN])
        self._count += len(where)
        if len(self._shown) > _MOST_KEPT:
            self._shown = sorted(self._shown, key=_position)[: limits.PROBLEMS_SHOWN]

    def go_uncounted(self) -> None:
        """Say that there are more problems than those given."""
        self._is_counted = False

    def raise_errors(self) -> None:
        """Raise `Problems` with the first `limits.PROBLEMS_SHOWN`, and one note that counts the others.

        Called at the end of a table, and before a step that would fail on what is missing.
        """
        shown = sorted(self._shown, key=_position)[: limits.PROBLEMS_SHOWN]
        more = self._count - len(shown)
        if more:
            count = str(more) if self._is_counted else f"≥ {more}"
            shown.append(Diagnostic(Code.MORE_PROBLEMS, Place(self.file), {"count": count}))
        ProblemSink(shown).raise_errors({})


def listed(names: Iterable[str], most: int = 6) -> str:
    """A few names for a message; an ellipsis says that there are more."""
    names = list(names)
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def _position(diagnostic: Diagnostic) -> tuple[int, int]:
    place = diagnostic.place
    if place.cell is not None:
        return 1, place.cell[0]
    return 0, place.span.line if place.span else 0
