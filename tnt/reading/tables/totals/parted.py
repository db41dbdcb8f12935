"""Totals among the strata of a table: `all 0-17` beside both sexes, `female all` beside all ages of women."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tnt.language.values.ages import ALL_AGES, OLDEST_WRITTEN
from tnt.reading.tables.bands import Stratum, overlaps

_SEXES = {"female": slice(0, 1), "male": slice(1, 2), "all": slice(0, 2)}
_NOBODY = -1


@dataclass(frozen=True)
class Total:
    """Strata that together are the same people as other strata, their `parts`; all are indices.

    It is one stratum, or both sexes of all ages beside the ages of both sexes together. `is_whole` tells whether the
    parts are all there can be: those of all ages may lack some.
    """

    strata: tuple[int, ...]
    parts: tuple[int, ...]
    is_whole: bool


@dataclass(frozen=True)
class Parted:
    """The strata that are kept, in the order given, and the totals among the others."""

    kept: tuple[int, ...]
    totals: tuple[Total, ...]


def parted(strata: Sequence[Stratum]) -> Parted:
    """Tell totals from their parts: the narrowest ages are kept, and of the same ages single sexes.

    Strata that overlap otherwise are kept too, and are the caller's to refuse.
    """
    if next(overlaps(strata), None) is None:
        return Parted(tuple(range(len(strata))), ())
    owner = np.full((2, OLDEST_WRITTEN + 2), _NOBODY)  # the last column: older than anybody writes
    cells = np.zeros(len(strata), dtype=np.int64)
    kept: list[int] = []
    totals: list[Total] = []
    crossing: dict[int, npt.NDArray[np.int64]] = {}
    for index in sorted(range(len(strata)), key=lambda i: _size(strata[i])):
        region = owner[_region(strata[index])]
        parts, shared = np.unique(region[region != _NOBODY], return_counts=True)
        if not len(parts):
            region[:] = index
            cells[index] = region.size
            kept.append(index)
        elif (shared == cells[parts]).all() and shared.max() < region.size:  # all of each part, and none is the same
            is_whole = bool((region != _NOBODY).all())
            if is_whole or strata[index].ages == ALL_AGES:
                totals.append(Total((index,), tuple(parts.tolist()), is_whole))
            else:
                kept.append(index)
        else:
            crossing[index] = region
    totals += _both_sexes(strata, crossing)
    found = {stratum for total in totals for stratum in total.strata}
    return Parted(tuple(sorted({*kept, *(crossing.keys() - found)})), tuple(totals))


def _both_sexes(strata: Sequence[Stratum], crossing: dict[int, npt.NDArray[np.int64]]) -> list[Total]:
    """Women and men of some ages, where narrower ages are only known of both together."""
    men = {strata[index].ages: index for index in crossing if strata[index].sex == "male"}
    totals = []
    for index, region in crossing.items():
        other = men.get(strata[index].ages)
        parts = np.unique(region[region != _NOBODY])
        narrower = all(_is_within(strata[part], strata[index]) for part in parts)
        if strata[index].sex == "female" and other is not None and narrower:
            is_whole = bool((region != _NOBODY).all())
            if is_whole or strata[index].ages == ALL_AGES:
                totals.append(Total((index, other), tuple(parts.tolist()), is_whole))
    return totals


def _region(stratum: Stratum) -> tuple[slice, slice]:
    last = OLDEST_WRITTEN + 1 if stratum.ages.last is None else stratum.ages.last
    return _SEXES[stratum.sex], slice(stratum.ages.first, last + 1)


def _size(stratum: Stratum) -> tuple[int, int, int]:
    return stratum.last - stratum.ages.first, 2 if stratum.sex == "all" else 1, stratum.ages.first


def _is_within(part: Stratum, whole: Stratum) -> bool:
    """Whether a part of both sexes has some of the ages, and not all."""
    has_ages = whole.ages.first <= part.ages.first and part.last <= whole.last
    return part.sex == "all" and part.ages != whole.ages and has_ages
