"""The columns of a table nobody has described, and what can be seen of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tnt.authoring.drafting.words import Meaning, meanings
from tnt.reading.tables.age_band import band, made_a_date, plain_text
from tnt.reading.tables.files.sheet import Indices
from tnt.reading.tables.likely_cause import WITHHELD
from tnt.reading.tables.words.age_words import EVERY_AGE
from tnt.reading.tables.words.sex_words import sexes_of
from tnt.reading.tables.words.untold_words import AGE_NOT_KNOWN, NOT_KNOWN, OTHER_SEX

_LOOKED_AT = 2_000
"""Different texts of a column that are looked at."""
_WHOLE = re.compile(r"\d{1,3}([.,'’ \u00a0\u202f]\d{3})+|\d+([.,]0+)?", re.ASCII)
_NUMBER = re.compile(r"\d+([.,'’ \u00a0\u202f]\d+)*\s?%?", re.ASCII)
_YEAR = re.compile(r"(19|20|21)\d\d(-01-01)?(K[1-4])?", re.ASCII)
_NEARLY_ALL = 0.9
"""Of the texts of a column: a row of notes or of a total is another."""
_MOST = 0.5
"""Of the texts of a column whose heading says ages: the others are ages that nobody can read, which its reader says."""


@dataclass(frozen=True)
class Column:
    """One column: its different texts in the order they appear, and which of them each row has."""

    name: str
    texts: list[str]
    code: Indices

    @cached_property
    def filled(self) -> list[str]:
        """Its texts, the first thousands, without the empty one."""
        return [text for text in self.texts[:_LOOKED_AT] if text]

    @cached_property
    def meanings(self) -> frozenset[Meaning]:
        """What its heading says it may be."""
        return meanings(self.name)

    @cached_property
    def withheld(self) -> list[str]:
        """The signs in it that stand for a figure that is not told."""
        return [text for text in self.filled if WITHHELD.fullmatch(text)]

    @cached_property
    def are_numbers(self) -> bool:
        """Whether it holds numbers, and signs in place of numbers."""
        return self._share(_NUMBER) >= _NEARLY_ALL

    @cached_property
    def are_counts(self) -> bool:
        """Whether it holds whole numbers, and signs in place of numbers."""
        return self._share(_WHOLE) >= _NEARLY_ALL

    @cached_property
    def are_years(self) -> bool:
        """Whether it holds years, of births or of a table."""
        return bool(self.filled) and all(_YEAR.fullmatch(text) for text in self.filled)

    @property
    def are_times(self) -> bool:
        """Whether it tells when the people of a row were counted; years of birth do not."""
        return self.are_years and Meaning.YEAR in self.meanings and Meaning.BIRTH not in self.meanings

    @cached_property
    def are_sexes(self) -> bool:
        """Whether it holds words for the sexes."""
        known = sexes_of(self.filled, None)
        others = OTHER_SEX | NOT_KNOWN
        read = [text.lower() in others or sex is not None for text, sex in zip(self.filled, known, strict=True)]
        single = {sex for sex in known if sex in ("female", "male")}
        return len(single) > (Meaning.SEX not in self.meanings) and all(read)

    @cached_property
    def are_codes_of_sexes(self) -> bool:
        """Whether it holds the codes of ISO 5218, 1 for male and 2 for female, under a heading that says sex."""
        return Meaning.SEX in self.meanings and set(self.filled) == {"1", "2"}

    @cached_property
    def are_ages(self) -> bool:
        """Whether it holds ages: bands, dates that were bands, or single years under a heading that says so.

        Dates alone are ages only under such a heading. In a column of numbers `4.12` is no date.
        """
        is_said = Meaning.AGES in self.meanings
        if len({*self.filled} - EVERY_AGE) < (1 if is_said else 2) or self.are_years:
            return False
        read = [text for text in self.filled if band(text) is not None or plain_text(text) in AGE_NOT_KNOWN]
        dates = 0 if self.are_numbers else sum(bool(made_a_date(text)) for text in {*self.filled}.difference(read))
        share = (len(read) + dates) / len(self.filled)
        if share < (_MOST if is_said and not self.are_numbers else _NEARLY_ALL):
            return False
        in_words = any(re.search(r"\d", text) and not text.isdecimal() for text in read)
        return is_said or (in_words and not self.are_counts and not self._are_withheld)

    @property
    def _are_withheld(self) -> bool:
        """`<5` reads as ages too."""
        return all(text.isdecimal() or WITHHELD.fullmatch(text) for text in self.filled)

    def _share(self, form: re.Pattern[str]) -> float:
        told = [text for text in self.filled if not WITHHELD.fullmatch(text)]
        return sum(form.fullmatch(text) is not None for text in told) / len(told) if told else 0.0
