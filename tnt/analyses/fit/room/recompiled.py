"""Some recommendations whose tasks have moved: compiled again for some lists, without a file being read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from tnt.analyses.fit.moves import TaskMove, by_task, roles_with
from tnt.analyses.fit.scenarios.files_of import deciding_capacity, files_of
from tnt.compile.inputs import Inputs
from tnt.compile.rules import Rules, compile_rules
from tnt.compile.working_time.overhead import overheads_of
from tnt.engine.hours.fold import fold
from tnt.engine.people.counts import ListCounts
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import GuidelineDocument, Recommendation, Task
from tnt.language.values.role_parts import ShareOrPart
from tnt.reading.documents import Loaded

_PARTS = TypeAdapter[dict[str, ShareOrPart]](dict[str, ShareOrPart])


def with_moved(
    inputs: Inputs, counts: ListCounts, moves: Sequence[TaskMove], share: float, only: Collection[str]
) -> Inputs:
    """The recommendations `only`, where `share` of all that `moves` allow has moved, for the hours of the lists in
    `counts` and nothing else."""
    moves_of = by_task(moves) if share > 0 else {}
    files = {id(rule.file): rule.file for rule in inputs.rules.rules if rule.id in only}
    rules = _compiled(inputs, [_changed(file, moves_of, share, only) for file in files.values()])
    here = counts.of_conditions([inputs.rules.conditions.index(name) for name in rules.conditions])
    return replace(inputs, rules=rules, counts=here, folded=fold(rules.measures, here))


def _compiled(inputs: Inputs, files: Sequence[Loaded[GuidelineDocument]]) -> Rules:
    """The rules of guidelines for the same conditions and working time. What was observed says something of today
    alone, and is left out."""
    capacity = deciding_capacity(inputs)
    return compile_rules(
        files,
        inputs.conditions,
        {file.document.contacts: file.document for file in files_of(inputs, ContactsDocument)},
        clusters=inputs.rules.clusters,
        overheads={} if capacity is None else overheads_of(capacity.document.capacity, capacity.document.roles),
    )


def _changed(
    file: Loaded[GuidelineDocument], moves_of: Mapping[str, list[TaskMove]], share: float, only: Collection[str]
) -> Loaded[GuidelineDocument]:
    document = file.document
    changed = {
        name: _with_moves(one, whole, moves_of, share)
        for name, one in document.recommendations.items()
        if (whole := f"{document.guideline}/{name}") in only
    }
    return replace(file, document=document.model_copy(update={"recommendations": changed}))


def _with_moves(
    recommendation: Recommendation, name: str, moves_of: Mapping[str, list[TaskMove]], share: float
) -> Recommendation:
    tasks = {
        task: _moved(one, moves, share) if (moves := moves_of.get(f"{name}/tasks/{task}")) else one
        for task, one in recommendation.tasks.items()
    }
    return recommendation.model_copy(update={"tasks": tasks})


def _moved(task: Task, moves: Sequence[TaskMove], share: float) -> Task:
    if task.role is None or any(move.from_role != task.role for move in moves):
        raise ValueError(f"only what one role does may move: {moves[0].path}")
    return task.model_copy(update={"role": None, "roles": _PARTS.validate_python(roles_with(moves, share))})
