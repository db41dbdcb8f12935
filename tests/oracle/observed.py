"""What is done today, from activity: METHOD, "What a plain sum leaves out".

The work that was observed is done by one person of the reference population after the other, as many as it was counted
among; the share of the eligible who get it is tried until they do as much as was observed.
"""

from __future__ import annotations

import copy
from typing import Any

from tests.oracle.cascade import asked, is_one_off
from tests.oracle.conditions import count
from tests.oracle.overheads import TOLD
from tests.oracle.overlap import Counted, overlaps
from tests.oracle.people import PatientList, Row, reference_population
from tests.oracle.population import people_of
from tests.oracle.quantities import plain, rate
from tests.oracle.slow import work_of
from tests.oracle.who_does import split

Document = dict[str, Any]
Tasks = list[tuple[str, str, str]]
"""Guideline, recommendation and task."""


def with_observed(guidelines: list[Document], conditions: Document, reference: list[Row]) -> list[Document]:
    """The same guidelines with the uptake of today that was observed, and a mark that it is at most so many."""
    found = copy.deepcopy(guidelines)
    for observed, tasks in _observations(guidelines):
        uptake = uptake_of(observed, tasks, guidelines, conditions, reference)
        for guideline in found:
            for name, recommendation in guideline["recommendations"].items():
                if uptake is not None and (guideline["guideline"], name) in {one[:2] for one in tasks}:
                    recommendation["uptake"] = recommendation.get("uptake", {}) | {"current": f"{uptake * 100:.17f} %"}
                    recommendation["current is at most"] = True
    return found


def _observations(guidelines: list[Document]) -> list[tuple[Document, Tasks]]:
    every = [
        ((guideline["guideline"], name, task_id), recommendation, task)
        for guideline in guidelines
        for name, recommendation in guideline["recommendations"].items()
        for task_id, task in recommendation["tasks"].items()
    ]
    found, told = [], set()
    for by, _, task in every:
        activity = task.get("activity")
        if "observed" not in task or activity in told:
            continue
        if activity is None:
            found.append((task["observed"], [by]))
            continue
        told.add(activity)
        asking = [
            other
            for other, recommendation, one in every
            if one.get("activity") == activity and not is_one_off(recommendation, other[2])
        ]
        found.append((task["observed"], asking))
    return found


def uptake_of(
    observed: Document, tasks: Tasks, guidelines: list[Document], conditions: Document, reference: list[Row]
) -> float | None:
    """None where nobody knows how often it would be done if all got it, or it never would."""
    by_cell = reference_population(reference)
    part = float(plain(observed["people"])) / sum(by_cell.values())
    people = {cell: many * part for cell, many in by_cell.items()}
    everybody = PatientList("everybody", sum(people.values()), people)
    events = rate(plain(observed["events"]))
    if any(_one_by_one(guidelines, task, everybody, conditions) is None for task in tasks):
        return None
    of_all = done(1.0, tasks, guidelines, everybody, conditions)
    if of_all <= 0:
        return None
    return min(1.0, _tried(events, of_all, lambda share: done(share, tasks, guidelines, everybody, conditions)))


def done(share: float, tasks: Tasks, guidelines: list[Document], everybody: PatientList, conditions: Document) -> float:
    """Events a year where this share of the eligible get it, each counted once whoever asks for it."""
    each = [_one_by_one(guidelines, task, everybody, conditions) or 0.0 for task in tasks]
    if len(tasks) == 1:
        return share * sum(each)
    marked = _of_an_hour(guidelines, tasks, share)
    works = [work for guideline in marked for work in work_of(guideline, [everybody], conditions)]
    twice: dict[str, list[Counted]] = overlaps(marked, works, [everybody], conditions, "target")
    return share * sum(each) - sum(row.hours for rows in twice.values() for row in rows)


def _one_by_one(
    guidelines: list[Document], task: tuple[str, str, str], everybody: PatientList, conditions: Document
) -> float | None:
    """Events of one task if all get it."""
    recommendation = _recommendation(guidelines, *task[:2])
    known = people_of(everybody, recommendation, conditions)
    return count(known, lambda cell: asked(recommendation, task[2], cell).yearly)


def _recommendation(guidelines: list[Document], guideline: str, name: str) -> Document:
    (found,) = (one["recommendations"][name] for one in guidelines if one["guideline"] == guideline)
    result: Document = found
    return result


def _of_an_hour(guidelines: list[Document], tasks: Tasks, share: float) -> list[Document]:
    """Each event of the tasks takes an hour, whoever does it, so that hours are events, and nothing else is the same
    work."""
    found = copy.deepcopy(guidelines)
    for guideline in found:
        for name, recommendation in guideline["recommendations"].items():
            recommendation["uptake"] = {"target": f"{share * 100:.17f} %"}
            for task_id, task in recommendation["tasks"].items():
                task.pop("group_size", None)
                task.pop(TOLD, None)
                task["time"] = "60 min"
                if "roles" in task:
                    task["roles"] = {role: f"{part * 100!r} %" for role, part in split(task).items()}
                if (guideline["guideline"], name, task_id) not in tasks:
                    task.pop("activity", None)
    return found


def _tried(events: float, of_all: float, done_by: Any) -> float:
    """The share that does so many events: between too few and too many, by the straight line through what was tried,
    with the end that stays counted half (the Illinois rule), until it is found."""
    low, high = 0.0, 1.0
    too_few, too_many = -events, of_all - events
    if too_few == 0 or too_many <= 0:
        return events / of_all
    side, share = 0, 0.0
    for _ in range(60):
        share = (low * too_many - high * too_few) / (too_many - too_few)
        off = done_by(share) - events
        if abs(off) <= 1e-13 * events or high - low <= 1e-15:
            break
        if off > 0:
            high, too_many = share, off
            too_few = too_few / 2 if side == 1 else too_few
            side = 1
        else:
            low, too_few = share, off
            too_many = too_many / 2 if side == -1 else too_many
            side = -1
    return share
