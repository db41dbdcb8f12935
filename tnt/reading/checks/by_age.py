"""Numbers that differ by age: each age of the population has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.base import Document
from tnt.language.documents.guideline import Recommendation, Sex
from tnt.language.values.ages import Ages
from tnt.language.values.by_age import BY_AGE
from tnt.reading.at_ages import by_age
from tnt.reading.checks.combined import groups_with_paths
from tnt.reading.checks.people_rows import ages_in_both, ages_named, ages_without_a_row, in_words, overlapping
from tnt.reading.documents import Loaded


@dataclass(frozen=True, slots=True)
class _NamedAges:
    ages: Ages
    sex: Sex = "all"


def check_by_age(loaded: Loaded[Document], rec_id: str, rec: Recommendation) -> Iterator[Diagnostic]:
    """Bands that name an age twice, ages of the population that none names, and a ramp, which is of everybody."""
    for path, number in by_age(rec):
        at = ("recommendations", rec_id, *path)
        keys, bands = list(number.bands), [_NamedAges(ages) for ages in number.bands.values()]
        for one, two in overlapping(bands):
            values, related = {"ages": ages_in_both(bands[one], bands[two])}, (_place(loaded, at, keys[one]),)
            yield Diagnostic(Code.AGES_NAMED_TWICE, _place(loaded, at, keys[two]), values, related=related)
        named = ages_named(bands)
        lacking_of = [ages_without_a_row(named, "all", group.ages.whole_years) for group in rec.groups]
        if lacking := sorted({age for some in lacking_of for age in some}):
            (_, group), *_ = groups_with_paths(rec)
            related = (loaded.place("recommendations", rec_id, *group, "ages"),)
            values = {"ages": in_words(lacking)}
            yield Diagnostic(Code.AGES_WITHOUT_NUMBER, loaded.place(*at, BY_AGE, key=True), values, related=related)
        if path[0] == "uptake" and rec.uptake.ramp is not None:
            yield Diagnostic(Code.RAMP_AND_BY_AGE, loaded.place(*at, BY_AGE, key=True))


def _place(loaded: Loaded[Document], at: tuple[str, ...], key: str) -> Place:
    return loaded.place(*at, BY_AGE, key, key=True)
