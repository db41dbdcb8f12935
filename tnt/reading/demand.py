"""Demand and its baseline: what a recommendation and a table of contacts must say for the one to use the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Protocol

from tnt.diagnostics import Code, Diagnostic
from tnt.format.ages import OLDEST, Ages
from tnt.format.base import Document
from tnt.format.contacts import ContactsDocument
from tnt.format.guideline import GuidelineDocument, Recommendation, Sex
from tnt.reading.documents import Loaded
from tnt.reading.shipped import find_shipped
from tnt.reading.tree import Tree

_LAST_OF_TABLES = 105
"""Every table of people ends at this age and over."""


class PeopleRow(Protocol):
    """A row that is about some ages and one sex, or both."""

    @property
    def ages(self) -> Ages: ...  # noqa: D102
    @property
    def sex(self) -> Sex: ...  # noqa: D102


def check_demand(loaded: Loaded[Document], rec_id: str, rec: Recommendation) -> Iterator[Diagnostic]:
    """A demand needs a first task without a frequency, and no task may last after it or name an activity."""
    if rec.demand is None:
        return
    at = ("recommendations", rec_id)
    if rec.population.incidence is not None:
        yield Diagnostic(Code.DEMAND_AND_INCIDENCE, loaded.place(*at, "demand", key=True))
    following = {name for name, task in rec.tasks.items() if task.after is None and task.frequency is None}
    if not following:
        yield Diagnostic(Code.DEMAND_WITHOUT_TASK, loaded.place(*at, "demand", key=True))
    for _ in rec.tasks:  # a chain is no longer than its tasks
        following |= {name for name, task in rec.tasks.items() if task.after in following and task.frequency is None}
    for name, task in rec.tasks.items():
        if task.after in following and task.frequency is not None:
            yield Diagnostic(Code.LASTING_AFTER_DEMAND, loaded.place(*at, "tasks", name, "frequency"))
        if name in following and task.activity is not None:
            yield Diagnostic(Code.ACTIVITY_OF_DEMAND, loaded.place(*at, "tasks", name, "activity"))


def check_rows(loaded: Loaded[Document], rows: Sequence[PeopleRow], *path: str) -> Iterator[Diagnostic]:
    """No two rows may name the same people."""
    for (one, first), (two, second) in combinations(enumerate(rows), 2):
        if ages := ages_in_both(first, second):
            related = (loaded.place(*path, one),)
            yield Diagnostic(Code.ROWS_OVERLAP, loaded.place(*path, two), {"ages": ages}, related=related)


def ages_in_both(one: PeopleRow, other: PeopleRow) -> str | None:
    """The ages that two rows both name, for a sex that both name."""
    if one.sex != other.sex and "all" not in (one.sex, other.sex):
        return None
    first = max(one.ages.first, other.ages.first)
    last = min(OLDEST if row.ages.last is None else row.ages.last for row in (one, other))
    return str(Ages(first, None if last == OLDEST else last)) if first <= last else None


def ages_without_a_row(rows: Sequence[PeopleRow], sex: Sex, ages: Ages) -> list[int]:
    """The ages, of a sex or of either, that no row is about."""
    sexes: tuple[Sex, ...] = ("female", "male") if sex == "all" else (sex,)
    last = OLDEST if ages.last is None else ages.last
    wanted = range(min(ages.first, _LAST_OF_TABLES), min(last, _LAST_OF_TABLES) + 1)
    return [
        age
        for age in wanted
        if any(all(age not in row.ages or row.sex not in ("all", one) for row in rows) for one in sexes)
    ]


def in_words(ages: Sequence[int]) -> str:
    """Ages in a row as a band: `0-17, 90+`."""
    bands: list[list[int]] = []
    for age in ages:
        if bands and bands[-1][1] == age - 1:
            bands[-1][1] = age
        else:
            bands.append([age, age])
    return ", ".join(str(Ages(first, None if last >= _LAST_OF_TABLES else last)) for first, last in bands)


def shipped_baselines(trees: Iterable[Tree]) -> list[Path]:
    """Files of the default pack with the contacts that a demand names and no tree holds."""
    named: set[str] = set()
    held: set[str] = set()
    for tree in trees:
        held.add(tree.id_of("contacts") or "")
        recommendations = tree.data.get("recommendations")
        for rec in recommendations.values() if isinstance(recommendations, dict) else ():
            demand = rec.get("demand") if isinstance(rec, dict) else None
            named.add(str(demand.get("baseline")) if isinstance(demand, dict) else "")
    found = [find_shipped("contacts", name) for name in sorted(named - held)]
    return [path for path in found if path is not None]


def check_baselines(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """Every demand's baseline knows the ages and the sex that its recommendation is for."""
    tables: Mapping[str, ContactsDocument] = {
        loaded.document.contacts: loaded.document
        for loaded in documents
        if isinstance(loaded.document, ContactsDocument)
    }
    for loaded in documents:
        if not isinstance(loaded.document, GuidelineDocument):
            continue
        for rec_id, rec in loaded.document.recommendations.items():
            table = None if rec.demand is None else tables.get(rec.demand.baseline)
            if table is None:
                continue
            lacking = ages_without_a_row(table.rows, rec.population.sex, rec.population.ages)
            if lacking:
                place = loaded.place("recommendations", rec_id, "demand", "baseline")
                yield Diagnostic(Code.ROWS_LACK_AGES, place, {"id": table.contacts, "ages": in_words(lacking)})
