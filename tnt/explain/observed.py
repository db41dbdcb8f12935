"""How many get it today, from what was observed: the share, what was counted among how many, and what there would be if
all got it."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.compile.observed.uptake import ObservedUptake
from tnt.explain.steps import Tracer, TraceStep
from tnt.result.bounded import at_most


def observed_steps(tracer: Tracer, observed: ObservedUptake) -> Iterator[TraceStep]:
    """The uptake with what it follows from; without it where it is unknown."""
    address = f"{observed.rule}/tasks/{observed.task}/observed"
    events = TraceStep("observed-events", observed.events, "number", record=tracer.records[f"{address}/events"])
    people = TraceStep("observed-people", observed.people, "number", record=tracer.records[f"{address}/people"])
    if observed.uptake is None:
        yield from (events, people)
        return
    values = {"population": tracer.inputs.population}
    parts = [events, people, TraceStep("observed-if-all", observed.events_if_all, "number", values=values)]
    if observed.is_more_than_all:
        parts.append(TraceStep("observed-more", observed.ratio, "share"))
    uptake = at_most(observed.uptake)
    if observed.activity is None:
        yield TraceStep("observed-uptake", uptake, "share", parts=tuple(parts))
    else:
        of = {"activity": observed.activity}
        yield TraceStep("observed-uptake-of-activity", uptake, "share", values=of, parts=tuple(parts))
