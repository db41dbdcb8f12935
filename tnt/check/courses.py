"""Courses whose length is possible and unlikely."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.documents.guideline import GuidelineDocument, Task
from tnt.reading.documents import Loaded

_LONGEST_YEARS = 5.0
"""METHOD.md, "Limited duration": beyond them it matters that people are counted at the age they began at."""
_OF_AN_INTERVAL = 0.015
"""How much of itself a number of intervals may be from a whole one: weeks and days do not divide months and years."""


def courses_of(loaded: Loaded[GuidelineDocument]) -> Iterator[Diagnostic]:
    """A `for` that is no whole number of intervals, and one beyond five years."""
    for rec_id, rec in loaded.document.recommendations.items():
        for task_id, task in rec.tasks.items():
            at = ("recommendations", rec_id, "tasks", task_id)
            events = _events(task)
            if task.for_ is None or events is None:
                continue
            if events > 1 and abs(events - round(events)) > _OF_AN_INTERVAL * events:
                values = {"found": f"{events:.3g}", "often": loaded.written(*at, "frequency")}
                yield Diagnostic(Code.COURSE_NOT_WHOLE, loaded.place(*at, "for"), values)
            if task.for_.expected > _LONGEST_YEARS + 1e-9:
                values = {"found": loaded.written(*at, "for"), "high": f"{_LONGEST_YEARS:g}"}
                yield Diagnostic(Code.COURSE_LONG, loaded.place(*at, "for"), values)


def _events(task: Task) -> float | None:
    """Events of one course."""
    if task.for_ is None or task.frequency is None:
        return None
    return task.for_.expected * task.frequency.expected.events_per_year
