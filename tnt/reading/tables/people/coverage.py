"""Which sexes and ages a table holds. What it does not hold is unknown, never nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from tnt.arrays import Floats
from tnt.diagnostics import Code
from tnt.language.documents.lists import ListsDocument
from tnt.language.values.ages import Ages
from tnt.reading.tables.bands import Sex, Stratum
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.people.by_list import People
from tnt.reading.tables.people.untold import Untold

_OLDEST = 105
"""Older people are counted with these."""
_NOBODY_OLDER = 99
"""A band that ends here is the way some offices write "and over"."""


@dataclass(frozen=True)
class Shown:
    """Who a table tells of: `people` [L, S] and how many more there may be, the strata it does not hold last."""

    people: Floats
    beyond: Floats | None
    not_held: tuple[Stratum, ...]
    untold: Untold | None

    @property
    def per_list(self) -> Floats:
        """[L] everybody who is counted."""
        told: Floats = self.people.sum(axis=1)
        return told if self.untold is None else told + self.untold.people

    @property
    def known_per_list(self) -> Floats:
        """[L] everybody; NaN where some are not counted."""
        more = np.zeros(len(self.people), dtype=np.bool_)
        for beyond in (self.beyond, None if self.untold is None else self.untold.beyond):
            more |= False if beyond is None else beyond.reshape(len(more), -1).any(axis=1)
        return np.where(more, np.nan, self.per_list)

    @property
    def is_whole(self) -> bool:
        """Whether everybody is counted."""
        return self.beyond is None and (self.untold is None or self.untold.beyond is None)


def whole(people: People) -> Shown:
    """People of a table, with the sexes and ages that it does not hold as strata of which nobody knows anything."""
    lacking = not_held(people.strata)
    if not lacking:
        return Shown(people.people, people.beyond, (), people.untold)
    nobody = np.zeros((len(people.people), len(lacking)))
    beyond = np.zeros_like(people.people) if people.beyond is None else people.beyond
    counted = np.column_stack([people.people, nobody])
    return Shown(counted, np.column_stack([beyond, nobody + np.inf]), lacking, people.untold)


def scaled(document: ListsDocument, shown: Shown, findings: Findings) -> tuple[Shown, Floats]:
    """Multiplied to hold as many people as the lists file asks, and the factor of each list; 1 where it asks for
    nothing, and for a list of nobody. A table that does not count everybody cannot be scaled, which is a problem."""
    factors = np.ones(len(shown.people))
    if document.scaled_to is None:
        return shown, factors
    if not shown.is_whole:
        findings.add(Code.SCALED_NOT_WHOLE, findings.locate(("scaled_to",)))
    total = shown.per_list
    np.divide(document.scaled_to.expected, total, out=factors, where=total > 0)
    untold = None if shown.untold is None else shown.untold.scaled(factors)
    return replace(shown, people=shown.people * factors[:, np.newaxis], untold=untold), factors


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
        for age in range(stratum.ages.first, _last(stratum) + 1)
    }
    return set(range(_OLDEST + 1)) - held


def _last(stratum: Stratum) -> int:
    is_end = stratum.ages.first < stratum.last == _NOBODY_OLDER
    return _OLDEST if is_end else min(stratum.last, _OLDEST)


def _ranges(years: set[int]) -> list[Ages]:
    """Neighbouring years as one band."""
    ranges = []
    for _, numbered in groupby(enumerate(sorted(years)), lambda pair: pair[1] - pair[0]):
        run = [age for _, age in numbered]
        ranges.append(Ages(run[0], None if run[-1] == _OLDEST else run[-1]))
    return ranges
