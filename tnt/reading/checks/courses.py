"""Tasks that last: what begins their courses, that these have an end after new cases, and how long they are."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.guideline import Recommendation, Task
from tnt.language.values.frequency import Frequency
from tnt.reading.documents import Loaded

_ROUNDED = 1e-9
"""Twelve months are a year, whatever they are rounded to."""


def check_course(
    loaded: Loaded[Document], at: tuple[str, ...], rec: Recommendation, name: str, task: Task
) -> Iterator[Diagnostic]:
    """What is wrong with how long a task lasts, or that it does not say."""
    often = None if task.frequency is None else task.frequency.expected
    if task.for_ is not None:
        yield from _for(loaded, (*at, "for"), rec, task, often)
    if rec.population.incidence is None or often is None:
        return
    if task.after is None and (often.at_age is not None or not (often.once or task.for_)):
        yield Diagnostic(Code.INCIDENCE_FREQUENCY, loaded.place(*at, "frequency"), _end(often))
    elif task.after is not None and not often.once and task.for_ is None:
        values = {"id": name, **_end(often)}
        yield Diagnostic(Code.LASTING_AFTER_INCIDENCE, loaded.place(*at, "frequency"), values)


def _for(
    loaded: Loaded[Document], at: tuple[str, ...], rec: Recommendation, task: Task, often: Frequency | None
) -> Iterator[Diagnostic]:
    key = loaded.place(*at, key=True)
    if often is None:
        yield Diagnostic(Code.NEEDS_KEY, key, {"key": "for", "needed": "frequency"})
    elif often.once:
        yield Diagnostic(Code.COURSE_OF_ONCE, key)
    elif task.after is None and rec.population.incidence is None:
        yield Diagnostic(Code.NOTHING_BEGINS_COURSE, key)
    elif task.for_ is not None and 0 < task.for_.expected * often.events_per_year < 1 - _ROUNDED:
        values = {"found": loaded.written(*at), "often": loaded.written(*at[:-1], "frequency")}
        yield Diagnostic(Code.COURSE_TOO_SHORT, loaded.place(*at), values, shortest(often))


def check_season(loaded: Loaded[Document], at: tuple[str, ...], rec: Recommendation, name: str) -> Iterator[Diagnostic]:
    """Work that is done once and never again is in no year, and has no season."""
    if rec.tasks[name].season is not None and rec.is_one_off(name):
        yield Diagnostic(Code.SEASON_OF_ONCE, loaded.place(*at, "season", key=True), {"id": name})


def shortest(often: Frequency) -> str:
    """The shortest course of a frequency that is written in whole months or years."""
    months = ceil(12 / often.events_per_year - 1e-6)
    if months % 12:
        return f"{months} month{'s' if months > 1 else ''}"
    return f"{months // 12} year{'s' if months > 12 else ''}"


def _end(often: Frequency) -> dict[str, str]:
    """The end that counts one year of cases, as was counted where none was said; a longer one for what is rarer."""
    if often.once:
        return {}
    is_yearly = often.events_per_year >= 1 - _ROUNDED or often.events_per_year == 0
    return {"expected": f"for: {'1 year' if is_yearly else shortest(often)}"}
