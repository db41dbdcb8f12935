"""An answer that can be counted."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Answer:
    """One clinician's mean minutes for one event of a task."""

    respondent: str
    task: str
    """`guideline/recommendation/tasks/task`."""
    minutes: float
    cases: int | None
    """How many events the answer rests on; None where the clinician does not say."""
    place: Place
