"""Numbers that are possible and unlikely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from tnt.diagnostics import Code, Diagnostic
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.plausible_minutes import FEWEST_MINUTES, MOST_MINUTES
from tnt.reading.documents import Loaded
from tnt.reading.pack import Pack, inside_case


def minutes(pack: Pack) -> Iterator[Diagnostic]:
    """A time for one event (one session of a group) outside 1 to 240 minutes."""
    return _once(problem for loaded in _guidelines(pack) for problem in _minutes(loaded))


def uptake(pack: Pack) -> Iterator[Diagnostic]:
    """Uptake that falls for a recommendation for something, or does not fall for one against."""
    return _once(problem for loaded in _guidelines(pack) for problem in _uptake(loaded))


def _guidelines(pack: Pack) -> Iterator[Loaded[GuidelineDocument]]:
    """Every guideline, those inside cases too; then those of other periods, as they are then."""
    for loaded in chain(pack.documents, pack.other_periods):
        for part in [loaded, *inside_case(loaded)]:
            if isinstance(part.document, GuidelineDocument):
                yield Loaded(part.tree, part.document, part.base)


def _once(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each at its place once, however many periods have it."""
    reported: set[object] = set()
    for problem in problems:
        if (problem.code, problem.place) not in reported:
            reported.add((problem.code, problem.place))
            yield problem


def _minutes(loaded: Loaded[GuidelineDocument]) -> Iterator[Diagnostic]:
    for rec_id, rec in loaded.document.recommendations.items():
        for task_id, task in rec.tasks.items():
            if task.time is not None and not FEWEST_MINUTES <= task.time.expected <= MOST_MINUTES:
                path = ("recommendations", rec_id, "tasks", task_id, "time")
                values = {
                    "found": f"{task.time.expected:g} min",
                    "low": f"{FEWEST_MINUTES:g} min",
                    "high": f"{MOST_MINUTES:g} min",
                }
                yield Diagnostic(Code.MINUTES_IMPLAUSIBLE, loaded.place(*path), values)


def _uptake(loaded: Loaded[GuidelineDocument]) -> Iterator[Diagnostic]:
    for rec_id, rec in loaded.document.recommendations.items():
        current, target = rec.uptake.current, rec.uptake.target
        if current is None or (target is None and rec.is_against):  # the latter is an error of its own
            continue
        goal = 1.0 if target is None else target.expected
        place = loaded.place("recommendations", rec_id, "uptake", key=True)
        values = {"id": rec_id, "current": f"{current.expected * 100:g} %", "target": f"{goal * 100:g} %"}
        if rec.is_against and goal >= current.expected:
            yield Diagnostic(Code.UPTAKE_RISES, place, values)
        if not rec.is_against and goal < current.expected:
            yield Diagnostic(Code.UPTAKE_FALLS, place, values)
