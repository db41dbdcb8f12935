"""Where the people of a recommendation come from: sex, ages, conditions and shares, group by group."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.explain.steps import Tracer, TraceStep
from tnt.language.documents.combined import CombinedConditions
from tnt.language.documents.conditions import SpreadTotal
from tnt.language.documents.guideline import Population
from tnt.reading.checks.combined import groups_with_paths
from tnt.reading.yaml.tree import KeyPath
from tnt.result.bounded import bounded
from tnt.result.recommendation import RecommendationResult


def eligible(tracer: Tracer, result: RecommendationResult) -> TraceStep:
    """The people it applies to, and what makes them that many."""
    groups = list(groups_with_paths(tracer.rule.recommendation))
    if len(groups) == 1:
        (group, path) = groups[0]
        parts = tuple(_group(tracer, group, path))
    else:
        parts = tuple(
            TraceStep("group-of-people", values={"number": str(number)}, parts=tuple(_group(tracer, group, path)))
            for number, (group, path) in enumerate(groups, start=1)
        )
        parts += (TraceStep("counted-once"),)
    if result.eligible_people_bounds is not None:
        ends = zip(("eligible-least", "eligible-greatest"), result.eligible_people_bounds, strict=True)
        parts += tuple(TraceStep(key, value, "people") for key, value in ends)
    return TraceStep("eligible", bounded(result, "eligible_people"), "people", parts=parts)


def _group(tracer: Tracer, group: Population, path: KeyPath) -> Iterator[TraceStep]:
    if group.who is not None:
        yield TraceStep("who-in-words", values={"who": group.who})
    who, period = tracer.changes(path, "ages", "sex", "condition"), tracer.period(*path, "ages")
    yield TraceStep("who", values={"ages": str(group.ages), "sex": group.sex}, period=period, changed_by=who)
    if group.condition is not None:
        yield _having(tracer, group.condition)
        if isinstance(group.condition, CombinedConditions):
            yield from tracer.going_together(group.condition.named())
    if group.incidence is not None:
        yield tracer.written("incidence", group.incidence.expected, "per-year", *path, "incidence")
    yield from tracer.at_all_ages("share", group.share, "share", *path, "share", default=1.0)


def _having(tracer: Tracer, condition: str | CombinedConditions) -> TraceStep:
    """Who has it: one condition, or several put together as they are written."""
    if isinstance(condition, str):
        return _condition(tracer, condition)
    if isinstance(condition.not_, str):
        one = _condition(tracer, condition.not_)
        return TraceStep("without", values=one.values, parts=one.parts if one.key == "condition" else (one,))
    key = "not-so" if condition.not_ is not None else "any-of" if condition.any is not None else "all-of"
    return TraceStep(key, parts=tuple(_having(tracer, part) for part in condition.parts))


def _condition(tracer: Tracer, name: str) -> TraceStep:
    key = "register" if name in tracer.inputs.table.registers else "condition"
    return TraceStep(key, values={"condition": name}, parts=tuple(_prevalence(tracer, name)))


def _prevalence(tracer: Tracer, name: str) -> Iterator[TraceStep]:
    condition = tracer.inputs.conditions.get(name)
    if condition is None:
        return
    if isinstance(condition.prevalence, SpreadTotal):
        yield from _spread(tracer, name, condition.prevalence)
        return
    for index, row in enumerate(condition.rows):
        record = tracer.records.get(f"conditions/{name}/prevalence/{index}/share")
        yield TraceStep("prevalence", row.share.expected, "share", {"ages": str(row.ages), "sex": row.sex}, record)


def _spread(tracer: Tracer, name: str, spread: SpreadTotal) -> Iterator[TraceStep]:
    """total × relative ÷ Σ(people × relative), for each row of the shape."""
    total = spread.total.expected
    written = tracer.records.get(f"conditions/{name}/prevalence/total")
    yield TraceStep("total", total, "people", {"population": spread.of}, written)
    relatives = [tracer.records.get(f"shapes/{spread.shape}/rows/{at}/relative") for at in range(len(spread.rows))]
    yield TraceStep("shape", spread.relative_people, "number", {"shape": spread.shape, "population": spread.of})
    for row, relative in zip(spread.rows, relatives, strict=True):
        values = {"ages": str(row.ages), "sex": row.sex}
        parts = (TraceStep("relative", record=relative),)
        yield TraceStep("prevalence-of-total", row.share.expected, "share", values, parts=parts)
