"""What was observed of the work of today, labelled. METHOD.md, "What is done today, from activity"."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.compile.inputs import Inputs
from tnt.compile.observed.uptake import ObservedUptake
from tnt.result.observed import ObservedActivity


def observed_activities(inputs: Inputs) -> Iterator[ObservedActivity]:
    """Each observation once, in the order of the files."""
    given: dict[ObservedUptake, list[str]] = {}
    for rule in inputs.rules.rules:
        if rule.observed is not None:
            given.setdefault(rule.observed, []).append(rule.id)
    for one, recommendations in given.items():
        address = f"{one.rule}/tasks/{one.task}/observed/events"
        record = next(number for number in inputs.numbers if number.path == address)
        yield ObservedActivity(
            recommendation=one.rule,
            task=one.task,
            activity=one.activity,
            recommendations=tuple(recommendations),
            events_per_year=one.events,
            people=one.people,
            events_if_all=one.events_if_all,
            uptake=one.uptake,
            source=None if record.status == "assumption" else record.source_id,
        )
