"""Sex and ages together: strata, and how a wide table names its columns, `male_0-4`, `Kvinner 67 år og over`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tnt.language.values.ages import ALL_AGES, Ages
from tnt.reading.tables.age_band import AgeNames, band, made_a_date, plain_text

Sex = Literal["all", "female", "male"]


@dataclass(frozen=True)
class Stratum:
    """People of one sex (or both together) and a band of ages."""

    sex: Sex
    ages: Ages

    @property
    def order(self) -> tuple[str, int, int]:
        """Sorts strata by sex and age, whatever order the table has them in."""
        return self.sex, self.ages.first, self.last

    @property
    def last(self) -> int:
        """The oldest age that is meant."""
        return 1000 if self.ages.last is None else self.ages.last


def overlaps(strata: Sequence[Stratum]) -> Iterator[tuple[int, int]]:
    """Pairs of indices of strata that name the same people; each stratum appears at most once as the later one."""
    reaches: dict[Sex, int] = {}
    for index in sorted(range(len(strata)), key=lambda i: strata[i].order):
        stratum = strata[index]
        before = reaches.get(stratum.sex)
        if before is not None and stratum.ages.first <= strata[before].last:
            yield before, index
        if before is None or stratum.last > strata[before].last:
            reaches[stratum.sex] = index


class BandPattern:
    """How a wide table names its columns, `{sex}_{ages}` say; upper and lower case of the sexes do not matter."""

    def __init__(self, pattern: str, sexes: Mapping[str, Sex], age_names: AgeNames | None = None) -> None:
        """`sexes` are the table's words, in lower case; `age_names` what the lists file says of its ages."""
        self._sexes, self._age_names = sexes, age_names or {}
        words = "|".join(re.escape(word) for word in sorted(sexes, key=len, reverse=True))
        parts = {"{sex}": f"(?P<sex>(?i:{words}))", "{ages}": "(?P<ages>.+)"}
        self.has_sex, self.has_ages = "{sex}" in pattern, "{ages}" in pattern
        self._usable = (self.has_sex or self.has_ages) and all(pattern.count(part) <= 1 for part in parts)
        pieces = re.split(r"(\{sex\}|\{ages\})", pattern) if self._usable else []
        self._regex = re.compile("".join(parts.get(piece) or re.escape(piece) for piece in pieces))
        self._bare = pattern == "{ages}"

    def stratum(self, column: str) -> Stratum | str | None:
        """What a column counts; the text of its ages where they cannot be read; None for any other column.

        A text without a figure is no age band (`male_total`), but `male_75 and over` must not be lost silently.
        """
        match = self._regex.fullmatch(column) if self._usable else None
        if match is None and self._usable:  # a space that does not break is a space of the pattern
            match = self._regex.fullmatch(re.sub(r"[\u00a0\u202f]", " ", column))
        if match is None:
            return None
        sex: Sex = self._sexes[match["sex"].lower()] if self.has_sex else "all"
        if not self.has_ages:
            return Stratum(sex, ALL_AGES)
        text = match["ages"]
        if not re.search(r"\d", text) and plain_text(text) not in self._age_names:
            return None
        ages_of_band = band(text, self._age_names)
        if ages_of_band is not None:
            return Stratum(sex, ages_of_band)
        return None if self._bare and not re.match(r"\s*\d", text) and not made_a_date(text) else text
