"""Names that are known in some place: whether one is among them, and what is said where it is not."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property

from tnt.diagnostics.nearest import Nearest

_SAID = 12


class KnownNames:
    """Some names. They are put in order at the first that is unknown, once for all of those."""

    def __init__(
        self, known: Collection[str], nearest: Nearest, shipped: Callable[[], Collection[str]] = tuple
    ) -> None:
        """`shipped` are names that would be known if they were named; asked for once one is unknown."""
        self._known = known
        self._nearest = nearest
        self._shipped = shipped

    def __contains__(self, name: str) -> bool:
        """Whether it is one of them."""
        return name in self._known

    @cached_property
    def some(self) -> str:
        """The first few, for a message."""
        return ", ".join(self._in_order[:_SAID])

    def near(self, name: str) -> str | None:
        """The one that was probably meant."""
        return self._nearest.word(name, self._in_order)

    @cached_property
    def _in_order(self) -> list[str]:
        """Those of the files first."""
        return [*sorted(self._known), *sorted({*self._shipped()}.difference(self._known))]
