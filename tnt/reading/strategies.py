"""What strategies must say: who, how long, and recommendations that are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from tnt.diagnostics import Code, Diagnostic
from tnt.format.ages import Ages
from tnt.format.base import Document
from tnt.format.guideline import GuidelineDocument, Sex
from tnt.format.strategies import StrategiesDocument
from tnt.reading.demand import ages_in_both, ages_without_a_row, check_rows, in_words
from tnt.reading.documents import Loaded

LONGEST_HORIZON = 100


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
    if years != round(years) or not 1 <= years <= LONGEST_HORIZON:
        values = {"found": loaded.written("horizon"), "limit": str(LONGEST_HORIZON)}
        yield Diagnostic(Code.HORIZON_YEARS, loaded.place("horizon"), values)
    yield from check_rows(loaded, document.mortality, "mortality")
    if document.mortality:
        bands = [ages for bands in (cohort.people or {}).values() for ages in bands]
        youngest = min((ages.first for ages in bands), default=0 if cohort.ages is None else cohort.ages.first)
        if lacking := ages_without_a_row(document.mortality, "all", Ages(youngest)):
            yield Diagnostic(Code.ROWS_LACK_AGES, loaded.place("mortality", key=True), {"ages": in_words(lacking)})


def _bands_overlap(loaded: Loaded[Document], bands: Sequence[_Band]) -> Iterator[Diagnostic]:
    """Two bands of the cohort that hold the same people."""
    for index, band in enumerate(bands):
        for other in bands[:index]:
            if ages := ages_in_both(band, other):
                place, there = (
                    loaded.place("cohort", "people", one.sex, str(one.ages), key=True) for one in (band, other)
                )
                yield Diagnostic(Code.ROWS_OVERLAP, place, {"ages": ages}, related=(there,))


def check_strategies(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """Every recommendation of a strategy is in one of the guidelines given."""
    known = [
        f"{loaded.document.guideline}/{name}"
        for loaded in documents
        if isinstance(loaded.document, GuidelineDocument)
        for name in loaded.document.recommendations
    ]
    for loaded in documents:
        if not isinstance(loaded.document, StrategiesDocument):
            continue
        for option, strategy in loaded.document.options.items():
            for index, name in enumerate(strategy.recommendations):
                if name not in known:
                    near = next(iter(get_close_matches(name, known, n=1, cutoff=0.6)), None)
                    place = loaded.place("options", option, "recommendations", index)
                    yield Diagnostic(Code.UNKNOWN_RECOMMENDATION, place, {"id": name}, near)
