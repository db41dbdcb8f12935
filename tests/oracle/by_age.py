"""A number that differs by age: `{by_age: {0-66: 10 min, 67+: 15 min}}` in place of one number."""

from __future__ import annotations

from typing import Any

from tests.oracle.quantities import ages


def is_by_age(given: Any) -> bool:
    return isinstance(given, dict) and "by_age" in given


def at_age(given: Any, age: int) -> Any:
    """What is written for a person of this age; the number itself where it is the same for all."""
    if not is_by_age(given):
        return given
    (found,) = (value for band, value in given["by_age"].items() if age in ages(band))
    return found
