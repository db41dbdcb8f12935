"""Sex and ages together: strata, and how a wide table names its columns, `male_0-4`, `Kvinner 67 år og over`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tnt.language.values.ages import ALL_AGES, Ages
from tnt.reading.tables.age_band import AgeNames, band, made_a_date, plain_text
from tnt.reading.tables.words.age_words import EVERY_AGE

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
    for index in sorted(range(len(strata)), key=lambda i: (strata[i].ages.first, strata[i].last, strata[i].sex)):
        stratum = strata[index]
        sexes: tuple[Sex, ...] = ("female", "male") if stratum.sex == "all" else (stratum.sex,)
        before = [reaches[sex] for sex in sexes if sex in reaches]
        if meets := [other for other in before if stratum.ages.first <= strata[other].last]:
            yield meets[0], index
        for sex in sexes:
            if sex not in reaches or stratum.last > strata[reaches[sex]].last:
                reaches[sex] = index


class BandPattern:
    """How a wide table names its columns, `{sex}_{ages}` say; upper and lower case of the sexes do not matter."""

    def __init__(self, pattern: str, sexes: Mapping[str, Sex], age_names: AgeNames | None = None) -> None:
        """`sexes` are the table's words, in lower case; `age_names` what the lists file says of its ages."""
        self._sexes, self._age_names = sexes, age_names or {}
        self.has_sex, self.has_ages = "{sex}" in pattern, "{ages}" in pattern
        words = "|".join(re.escape(word) for word in sorted(sexes, key=len, reverse=True))
        self._form = HeadingForm(pattern, f"(?i:{words})")
        self._bare = pattern == "{ages}"

    def stratum(self, column: str) -> Stratum | str | None:
        """What a column counts; the text of its ages where they cannot be read; None for any other column.

        A text without a figure is no age band, unless it means all ages (`male_total`); `male_75 and over` must not be
        lost silently.
        """
        match = self._form.match(column)
        if match is None:
            return None
        sex: Sex = self._sexes[match["sex"].lower()] if self.has_sex else "all"
        if not self.has_ages:
            return Stratum(sex, ALL_AGES)
        text = match["ages"]
        plain = plain_text(text)
        if not re.search(r"\d", text) and plain not in self._age_names and (self._bare or plain not in EVERY_AGE):
            return None
        ages_of_band = band(text, self._age_names)
        if ages_of_band is not None:
            return Stratum(sex, ages_of_band)
        if self.has_sex and sex == "all":  # `total_2025` is no band that somebody wrote in another way
            return None
        return None if self._bare and not re.match(r"\s*\d", text) and not made_a_date(text) else text


class HeadingForm:
    """Tells the sex and the ages in a heading apart."""

    def __init__(self, pattern: str, sex: str) -> None:
        """Of a pattern such as `{sex}_{ages}`, in which `sex` is a regular expression for the words."""
        parts = {"{sex}": f"(?P<sex>{sex})", "{ages}": "(?P<ages>.+)"}
        counts = [pattern.count(part) for part in parts]
        pieces = re.split(r"(\{sex\}|\{ages\})", pattern)
        is_usable = max(counts) == 1
        regex = "".join(parts.get(piece) or re.escape(piece) for piece in pieces) if is_usable else ""
        self._regex = re.compile(regex) if is_usable else None

    def match(self, heading: str) -> re.Match[str] | None:
        """The groups `sex` and `ages`, as far as the pattern has them; a space that does not break is a space of it."""
        if self._regex is None:
            return None
        return self._regex.fullmatch(heading) or self._regex.fullmatch(re.sub(r"[\u00a0\u202f]", " ", heading))
