"""The working time hours are held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tnt.language.base import Text


@dataclass(frozen=True, slots=True)
class CapacityUsed:
    """The working time the hours are held against, in words a reader can check."""

    id: str
    title: Text
    note: Text | None
    watch: float | None
    overload: float
    has_unsourced_reserve: Mapping[str, bool]
    """Per role: whether any reserved time is an assumption, so that every verdict must show the break-even reserve."""
    gross_hours_per_post: Mapping[str, float]
