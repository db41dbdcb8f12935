"""Work done `once` for people of one age, who are other people every year: legal, and no hours a year."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.documents.guideline import GuidelineDocument, Recommendation
from tnt.language.values.ages import Ages
from tnt.reading.documents import Loaded

_NARROW_YEARS = 5.0
"""A band of five years at most, as tables have them: whoever is to have something once in his life, and at such an age,
reaches it in some year."""


def one_off_of(loaded: Loaded[GuidelineDocument]) -> Iterator[Diagnostic]:
    """A first task that is done `once` for a narrow band of ages, without new cases, an age or a start-up that says
    over how many years."""
    for rec_id, rec in loaded.document.recommendations.items():
        if (ages := _narrow(rec)) is None or rec.start_up is not None:
            continue
        for task_id, task in rec.tasks.items():
            often = None if task.frequency is None else task.frequency.expected
            if often is None or not often.once or often.at_age is not None:
                continue
            at = ("recommendations", rec_id, "tasks", task_id, "frequency")
            place = loaded.place(*at, *(["value"] if isinstance(loaded.value(*at), dict) else []))
            youngest = str(Ages(ages.first, ages.first, in_months=ages.in_months))
            values = {"found": loaded.written(*at), "ages": str(ages)}
            yield Diagnostic(Code.ONE_OFF_AT_AN_AGE, place, values, f"once at age {youngest}")


def _narrow(rec: Recommendation) -> Ages | None:
    """The ages of its people, where these are a narrow band and nobody is counted as a new case."""
    if rec.populations is not None or rec.population.incidence is not None:
        return None
    ages = rec.population.ages
    return ages if ages.end - ages.start <= _NARROW_YEARS + 1e-9 else None
