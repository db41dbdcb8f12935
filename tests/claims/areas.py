"""The areas: one folder each, with `area.py` (its claims and which texts are its own), `scenes.py` (SHOTS), and where
one file is too long for them `claims_….py`."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path

from tests.claims.claims import Claims
from tests.claims.scenes import Scene, Shot, take

AREAS = sorted(path.parent.name for path in Path(__file__).parent.glob("*/area.py"))


@cache
def area(name: str) -> Claims:
    """An area with all its claims."""
    home = import_module(f"tests.claims.{name}")
    for module in pkgutil.iter_modules(home.__path__):
        if module.name.startswith("claims"):
            import_module(f"tests.claims.{name}.{module.name}")
    found: Claims = import_module(f"tests.claims.{name}.area").AREA
    return found


def scenes(name: str) -> Iterable[Scene]:
    """Its shots as taken in both languages."""
    shots: list[Shot] = import_module(f"tests.claims.{name}.scenes").SHOTS
    return [scene for shot in shots for scene in take(shot)]


def faults(name: str) -> list[str]:
    """What does not hold in an area: nothing, or the test fails."""
    return area(name).faults(scenes(name))
