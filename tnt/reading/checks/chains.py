"""Tasks that come after one another: chains that go round, that are too long, or whose numbers leave all proportion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tnt import limits
from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.guideline import Recommendation, Task
from tnt.language.values.by_age import ByAge
from tnt.language.values.number import Number
from tnt.reading.at_ages import at_ages, the_number
from tnt.reading.documents import Loaded

_TOLD = 20
"""Tasks of a chain that are named; more nobody reads."""


def check_chains(loaded: Loaded[Document], rec_id: str, rec: Recommendation) -> Iterator[Diagnostic]:
    """Every cycle once, else the chains that cannot be followed."""
    at = ("recommendations", rec_id, "tasks")
    if cycles := list(check_cycles(loaded, rec_id, rec)):
        yield from cycles
        return
    levels = list(levels_of(rec.tasks))
    if len(levels) > limits.TASKS_IN_A_ROW + 1:
        for name in levels[limits.TASKS_IN_A_ROW + 1]:
            values = {"limit": str(limits.TASKS_IN_A_ROW)}
            yield Diagnostic(Code.CHAIN_TOO_LONG, loaded.place(*at, name, "after"), values)
        return
    for name in _repeats(rec):
        place = loaded.place(*at, name, "activity")
        yield Diagnostic(Code.ACTIVITY_REPEATED, place, {"id": name, "activity": rec.tasks[name].activity or ""})
    off = (found for band in at_ages(rec) for found in _out_of_proportion(band.recommendation, levels))
    for name, figure in dict(off).items():
        yield Diagnostic(Code.EVENTS_OUT_OF_RANGE, loaded.place(*at, name, key=True), {"id": name, "found": figure})


def check_cycles(loaded: Loaded[Document], rec_id: str, rec: Recommendation) -> Iterator[Diagnostic]:
    """Every chain that goes round, once."""
    for cycle in _cycles(rec.tasks):
        named = cycle if len(cycle) <= _TOLD else [*cycle[:_TOLD], "…"]
        place = loaded.place("recommendations", rec_id, "tasks", cycle[0], "after")
        yield Diagnostic(Code.TASK_CYCLE, place, {"chain": " → ".join([*named, cycle[0]])})


def _repeats(rec: Recommendation) -> Iterator[str]:
    """Tasks that follow events and name the activity of a task they follow. METHOD "Overlap": a repeat is not the same
    work, while what lasts may take the place of what began it."""
    for name, task in rec.tasks.items():
        followed = rec.way_back(name)[1:] if task.activity and task.frequency is None else ()
        if any(rec.tasks[earlier].activity == task.activity for earlier in followed):
            yield name


def _cycles(tasks: Mapping[str, Task]) -> Iterator[list[str]]:
    """The tasks of each cycle in turn, from the one that is written first."""
    order = {name: index for index, name in enumerate(tasks)}
    seen: set[str] = set()
    for name in tasks:
        way: dict[str, int] = {}
        at: str | None = name
        while at is not None and at in tasks and at not in seen:
            seen.add(at)
            way[at] = len(way)
            at = tasks[at].after
        if at in way:
            cycle = list(way)[way[at] :]
            first = min(range(len(cycle)), key=lambda index: order[cycle[index]])
            yield cycle[first:] + cycle[:first]


def levels_of(tasks: Mapping[str, Task]) -> Iterator[list[str]]:
    """First tasks, those after them, and so on; what comes after a task that is not there is told elsewhere."""
    after: dict[str | None, list[str]] = {}
    for name, task in tasks.items():
        after.setdefault(task.after, []).append(name)
    level = after.get(None, [])
    while level:
        yield level
        level = [name for earlier in level for name in after.get(earlier, ())]


def _out_of_proportion(rec: Recommendation, levels: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Tasks whose share of people or events a year nobody can mean, the first of each chain, and the figure."""
    reached: dict[str, tuple[float, float]] = {}
    for name in (name for level in levels for name in level):
        task = rec.tasks[name]
        if task.after is not None and task.after not in reached:
            continue
        share, events = _reached(rec, task, None if task.after is None else reached[task.after])
        off = [
            figure
            for figure in (share, events)
            if figure and not limits.SMALLEST_EVENTS <= abs(figure) <= limits.LARGEST_NUMBER
        ]
        if off:
            yield name, f"{off[0]:.3g}"
        else:
            reached[name] = share, events


def _reached(rec: Recommendation, task: Task, earlier: tuple[float, float] | None) -> tuple[float, float]:
    """Share of people who need a task, and its events a year and person, once ones too."""
    often = None if task.frequency is None else task.frequency.expected.events_per_year
    if earlier is None:
        return 1.0, often if often is not None else 1.0 if rec.demand is None else rec.demand.change.expected
    share, events = earlier
    probability = _mean(task.probability)
    return share * probability, share * probability * often if often is not None else events * probability * _mean(
        task.times
    )


def _mean(value: Number[float] | ByAge[Any] | None) -> float:
    number = the_number(value)
    return 1.0 if number is None else number.expected
