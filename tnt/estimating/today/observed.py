"""What was observed of the work of today, labelled. METHOD.md, "What is done today, from activity"."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.compile.inputs import Inputs
from tnt.compile.observed.said import by_observation
from tnt.result.observed import ObservedActivity


def observed_activities(inputs: Inputs) -> Iterator[ObservedActivity]:
    """Each observation once, in the order of the files."""
    for one, recommendations in by_observation(inputs.rules).items():
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
