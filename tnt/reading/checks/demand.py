"""Demand and its baseline: what a recommendation and a table of contacts must say for the one to use the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import GuidelineDocument, Recommendation
from tnt.reading.checks.chains import levels_of
from tnt.reading.checks.people_rows import (
    PeopleRow,
    ages_in_both,
    ages_named,
    ages_without_a_row,
    in_words,
    overlapping,
)
from tnt.reading.documents import Loaded


def check_demand(loaded: Loaded[Document], rec_id: str, rec: Recommendation) -> Iterator[Diagnostic]:
    """A demand needs a first task without a frequency, and no task may last after it or name an activity."""
    if rec.demand is None:
        return
    at = ("recommendations", rec_id)
    if rec.population.incidence is not None:
        yield Diagnostic(Code.DEMAND_AND_INCIDENCE, loaded.place(*at, "demand", key=True))
    without_frequency = {name: task for name, task in rec.tasks.items() if task.frequency is None}
    following = {name for level in levels_of(without_frequency) for name in level}
    if not following:
        yield Diagnostic(Code.DEMAND_WITHOUT_TASK, loaded.place(*at, "demand", key=True))
    for name, task in rec.tasks.items():
        if task.after in following and task.frequency is not None:
            yield Diagnostic(Code.LASTING_AFTER_DEMAND, loaded.place(*at, "tasks", name, "frequency"))
        if name in following and task.activity is not None:
            yield Diagnostic(Code.ACTIVITY_OF_DEMAND, loaded.place(*at, "tasks", name, "activity"))


def check_rows(loaded: Loaded[Document], rows: Sequence[PeopleRow], *path: str) -> Iterator[Diagnostic]:
    """No two rows may name the same people."""
    for one, two in overlapping(rows):
        values, related = {"ages": ages_in_both(rows[one], rows[two])}, (loaded.place(*path, one),)
        yield Diagnostic(Code.ROWS_OVERLAP, loaded.place(*path, two), values, related=related)


def check_baselines(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """Every demand's baseline knows the ages and the sex that its recommendation is for."""
    tables: Mapping[str, ContactsDocument] = {
        loaded.document.contacts: loaded.document
        for loaded in documents
        if isinstance(loaded.document, ContactsDocument)
    }
    named = {name: ages_named(table.rows) for name, table in tables.items()}
    for loaded in documents:
        if not isinstance(loaded.document, GuidelineDocument):
            continue
        for rec_id, rec in loaded.document.recommendations.items():
            table = None if rec.demand is None else tables.get(rec.demand.baseline)
            if table is None:
                continue
            lacking = ages_without_a_row(named[table.contacts], rec.population.sex, rec.population.ages.whole_years)
            if lacking:
                place = loaded.place("recommendations", rec_id, "demand", "baseline")
                yield Diagnostic(Code.ROWS_LACK_AGES, place, {"id": table.contacts, "ages": in_words(lacking)})
