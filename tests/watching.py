"""What templates look at, while they are rendered."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from jinja2 import Environment


class Watching(Environment):
    """Remembers which fields of which classes were looked at."""

    watched: ClassVar[Collection[str]] = ()
    seen: ClassVar[set[tuple[str, str]]] = set()

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj).__name__ in self.watched:
            self.seen.add((type(obj).__name__, attribute))
        return super().getattr(obj, attribute)


def watching(classes: Collection[str]) -> type[Watching]:
    """An environment of one's own that watches objects of these classes; nothing is seen yet."""
    return type("Watching", (Watching,), {"watched": classes, "seen": set()})
