"""Collects what is wrong with a table: the first problems in full, the rest as a count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.reading.tables.alike import EXAMPLES, SameFault, Told, kind_of, position

Key = tuple[str | int, ...]
"""Path of a key in a document."""
Locate = Callable[[Key], Place]
"""Where a key is written in its file."""


class Findings:
    """The sink of one table, whose problems are found column by column, may be millions, and are told row by row."""

    def __init__(self, file: str, locate: Locate | None = None) -> None:
        """Of the table `file`, named as the user knows it, which a document describes: `locate` finds its keys. Where
        titles stand above its heading, `heading_row` is to be set."""
        self.file = file
        self.heading_row = 1
        self.locate: Locate = locate or (lambda key: Place(file))
        self._alike: dict[object, SameFault] = {}
        self._uncollected = 0
        self._is_counted = True

    def add(
        self, code: Code, place: Place, suggestion: str | None = None, related: tuple[Place, ...] = (), **values: object
    ) -> None:
        """One problem."""
        texts = {key: str(value) for key, value in values.items()}
        self.add_each([0], lambda _: Diagnostic(code, place, texts, suggestion, related))

    def add_each(self, where: Any, diagnostic: Callable[[int], Diagnostic]) -> None:
        """One problem for each index in `where`, in the table's order; only those that may be shown are built."""
        built = [diagnostic(int(index)) for index in where[: max(limits.PROBLEMS_SHOWN, EXAMPLES)]]
        alike = [self._alike.setdefault(kind_of(one) or len(self._alike), SameFault()) for one in built]
        for group, one in zip(alike, built, strict=True):
            group.add(one)
        others = len(where) - len(built)
        if others and all(group is alike[0] for group in alike):
            alike[0].count += others
        else:
            self._uncollected += others

    def go_uncounted(self) -> None:
        """Say that there are more problems than those given."""
        self._is_counted = False

    def raise_errors(self) -> None:
        """Raise `Problems`: of those alike one that counts them, of all the first `limits.PROBLEMS_SHOWN`, and one note
        that counts the others.

        Called at the end of a table, and before a step that would fail on what is missing.
        """
        sign = "" if self._is_counted else "≥ "
        told = sorted((each for group in self._alike.values() for each in group.told(sign)), key=_position)
        shown = [one for one, _ in told[: limits.PROBLEMS_SHOWN]]
        more = self._uncollected + sum(count for _, count in told[limits.PROBLEMS_SHOWN :])
        if more:
            shown.append(Diagnostic(Code.MORE_PROBLEMS, Place(self.file), {"count": f"{sign}{more}"}))
        ProblemSink(shown).raise_errors({})


def listed(names: Iterable[str], most: int = 6) -> str:
    """A few names for a message; an ellipsis says that there are more."""
    names = list(names)
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def _position(told: Told) -> tuple[int, int]:
    return position(told[0])
