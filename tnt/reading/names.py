"""Names that are known in some place: whether one is among them, and what is said where it is not."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property

from tnt.diagnostics.nearest import Nearest

NAMES_SAID = 12
"""How many known names a message lists."""


class KnownNames:
    """Some names. They are put in order at the first that is unknown, once for all of those."""

    def __init__(
        self,
        known: Collection[str],
        nearest: Nearest,
        shipped: Callable[[], Collection[str]] = tuple,
        *,
        are_all: bool = True,
        are_shipped_known: bool = False,
    ) -> None:
        """`shipped` are names that would be found where they are named, asked for at the first that is unknown; they
        are known where nobody may have looked for them. Where the names are not all there are, since some could not be
        read, nobody can tell that one is unknown."""
        self._known = known
        self._nearest = nearest
        self._shipped = shipped
        self._are_all = are_all
        self._are_shipped_known = are_shipped_known

    def __contains__(self, name: str) -> bool:
        """Whether it is one of them, as far as one can tell."""
        if name in self._known or not self._are_all:
            return True
        return self._are_shipped_known and name in self._shipped()

    @cached_property
    def some(self) -> str:
        """The first few, for a message."""
        return ", ".join(self._in_order[:NAMES_SAID])

    def near(self, name: str, cutoff: float = 0.6) -> str | None:
        """The one that was probably meant, as much alike as the cutoff."""
        return self._nearest.word(name, self._in_order, cutoff)

    @cached_property
    def _in_order(self) -> list[str]:
        """Those of the files first."""
        return [*sorted(self._known), *sorted({*self._shipped()}.difference(self._known))]
