"""Arithmetic with values that may be unknown: None never turns into zero."""

from __future__ import annotations


def known_sum(values: list[float | None]) -> float | None:
    """Sum of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def complete_sum(values: list[float | None]) -> float | None:
    """Sum, or None where a part is unknown."""
    return None if any(value is None for value in values) else sum(value for value in values if value is not None)


def times_factor(value: float | None, factor: float | None) -> float | None:
    return None if value is None or factor is None else value * factor


def share_of(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole else None


def plus(one: float | None, two: float | None) -> float | None:
    return None if one is None or two is None else one + two


def less(one: float | None, two: float) -> float | None:
    return None if one is None else one - two
