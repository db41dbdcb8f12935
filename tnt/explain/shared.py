"""How the work of a recommendation stands beside that of others: what is counted once, which visits are merged, and in
which weeks it falls."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tnt.explain.steps import Tracer, TraceStep
from tnt.result.bounded import bounded


def shared_steps(tracer: Tracer, name: str, role: str) -> Iterable[TraceStep]:
    """The work it shares, with whom, and what all of them together count twice."""
    for one in tracer.result.shared_work:
        if one.role == role and name in one.recommendations:
            others = ", ".join(other for other in one.recommendations if other != name) or name
            yield TraceStep(
                "shared-work",
                bounded(one, "overlap_hours"),
                "hours",
                values={"activity": one.activity, "others": others},
                parts=tracer.going_together(_conditions(tracer, one.recommendations)),
            )


def merged_steps(tracer: Tracer, role: str) -> Iterable[TraceStep]:
    """The kinds of visit its tasks may fall in with others, and what merged visits save of the role's total."""
    visits, capacity = tracer.inputs.visits, tracer.inputs.capacity
    if visits is None or capacity is None:
        return
    for visit in visits.work.activities:
        asking = {visits.work.names[task][0] for task in visit.tasks.tolist()}
        if visit.role != role or tracer.rule.id not in asking:
            continue
        prefix = f"{capacity.id}/roles/{role}/visits/{visit.name}/"
        numbers = [record for path, record in tracer.records.items() if path.startswith(prefix)]
        yield TraceStep(
            "merged-visits",
            bounded(tracer.result.total[role], "merged_visit_hours"),
            "hours",
            values={"kind": visit.name},
            parts=(
                *(TraceStep("capacity-number", record=record) for record in numbers),
                *tracer.going_together(_conditions(tracer, asking)),
            ),
        )


def _conditions(tracer: Tracer, names: Collection[str]) -> set[str]:
    """Those that any of some recommendations is for."""
    return {condition for rule in tracer.inputs.rules.rules if rule.id in names for condition in rule.conditions}


def season_steps(tracer: Tracer, role: str) -> Iterable[TraceStep]:
    """The weeks its tasks fall in, and what the busiest week takes of the role's time, all its work together."""
    total, mine = tracer.result.total[role], {work.task for work in tracer.rule.work_of(role)}
    for name, task in tracer.tasks.items():
        if task.season is not None and name in mine:
            values = {"title": task.title or name, "weeks": str(task.season.weeks)}
            yield TraceStep("season", bounded(total, "busiest_week_share"), "share", values=values)
