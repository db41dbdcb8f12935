"""What strategies must say: who, how long, and recommendations that are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tnt import limits
from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.guideline import Sex
from tnt.language.documents.strategies import StrategiesDocument
from tnt.language.values.ages import Ages
from tnt.reading.checks.demand import check_rows
from tnt.reading.checks.people_rows import ages_in_both, ages_named, ages_without_a_row, in_words, overlapping
from tnt.reading.documents import Loaded
from tnt.reading.names import KnownNames


@dataclass(frozen=True, slots=True)
class _Band:
    ages: Ages
    sex: Sex


def check_cohort(loaded: Loaded[Document], document: StrategiesDocument) -> Iterator[Diagnostic]:
    """One way to say who, a horizon in whole years, and rows of deaths that reach everybody once."""
    cohort, years = document.cohort, document.horizon.expected
    if (cohort.people is None) == (cohort.ages is None):
        yield Diagnostic(Code.CONFLICTING_KEYS, loaded.place("cohort", key=True), {"keys": "people, ages"})
    elif cohort.people is not None:
        yield from _bands_overlap(loaded, [_Band(ages, sex) for sex, bands in cohort.people.items() for ages in bands])
    if years != round(years) or not 1 <= years <= limits.HORIZON_YEARS:
        values = {"found": loaded.written("horizon"), "limit": str(limits.HORIZON_YEARS)}
        yield Diagnostic(Code.HORIZON_YEARS, loaded.place("horizon"), values)
    yield from check_rows(loaded, document.mortality, "mortality")
    if document.mortality:
        bands = [ages for bands in (cohort.people or {}).values() for ages in bands]
        youngest = min((ages.first for ages in bands), default=0 if cohort.ages is None else cohort.ages.first)
        if lacking := ages_without_a_row(ages_named(document.mortality), "all", Ages(youngest)):
            yield Diagnostic(Code.ROWS_LACK_AGES, loaded.place("mortality", key=True), {"ages": in_words(lacking)})


def _bands_overlap(loaded: Loaded[Document], bands: Sequence[_Band]) -> Iterator[Diagnostic]:
    """Two bands of the cohort that hold the same people."""
    for one, two in overlapping(bands):
        first, second = (
            loaded.place("cohort", "people", bands[each].sex, str(bands[each].ages), key=True) for each in (one, two)
        )
        yield Diagnostic(Code.ROWS_OVERLAP, second, {"ages": ages_in_both(bands[one], bands[two])}, related=(first,))


def check_strategies(loaded: Loaded[Document], known: KnownNames) -> Iterator[Diagnostic]:
    """Every recommendation of a strategy is in one of the guidelines given."""
    if not isinstance(loaded.document, StrategiesDocument):
        return
    for option, strategy in loaded.document.options.items():
        for index, name in enumerate(strategy.recommendations):
            if isinstance(name, str) and name not in known:  # what is no text has been told
                place = loaded.place("options", option, "recommendations", index)
                yield Diagnostic(Code.UNKNOWN_RECOMMENDATION, place, {"id": name}, known.near(name))
