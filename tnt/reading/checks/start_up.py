"""Who can be overdue: those of a first task that recurs, in a recommendation for something."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.guideline import Recommendation, StartUp
from tnt.reading.documents import Loaded


def check_start_up(
    loaded: Loaded[Document], at: tuple[str, ...], rec: Recommendation, start_up: StartUp
) -> Iterator[Diagnostic]:
    """A share overdue where nobody can be."""
    if start_up.overdue is None:
        return
    place = loaded.place(*at, "overdue", key=True)
    if rec.is_against:
        yield Diagnostic(Code.OVERDUE_AGAINST, place)
    elif not any(task.recurs for task in rec.tasks.values()):
        yield Diagnostic(Code.NOTHING_OVERDUE, place)
