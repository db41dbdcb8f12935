"""Which sexes and ages a table holds. What it does not hold is unknown, never nobody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tnt.language.values.ages import Ages
from tnt.reading.tables.bands import Sex, Stratum

_OLDEST = 105
"""Older people are counted with these."""


def not_held(strata: Sequence[Stratum]) -> tuple[Stratum, ...]:
    """The sexes and ages that no stratum names, both sexes together where both lack them."""
    lacking = {sex: _ages_lacking(strata, sex) for sex in ("female", "male")}
    both = lacking["female"] & lacking["male"]
    gaps: list[tuple[Sex, set[int]]] = [("all", both), ("female", lacking["female"] - both)]
    gaps.append(("male", lacking["male"] - both))
    return tuple(Stratum(sex, ages) for sex, years in gaps for ages in _ranges(years))


def _ages_lacking(strata: Sequence[Stratum], sex: str) -> set[int]:
    held = {
        age
        for stratum in strata
        if stratum.sex in (sex, "all")
        for age in range(stratum.ages.first, min(stratum.last, _OLDEST) + 1)
    }
    return set(range(_OLDEST + 1)) - held


def _ranges(years: set[int]) -> list[Ages]:
    """Neighbouring years as one band."""
    ranges = []
    for _, numbered in groupby(enumerate(sorted(years)), lambda pair: pair[1] - pair[0]):
        run = [age for _, age in numbered]
        ranges.append(Ages(run[0], None if run[-1] == _OLDEST else run[-1]))
    return ranges
