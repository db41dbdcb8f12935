"""Inputs whose guidelines are changed: compiled again for some of their lists, without a file being read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from tnt.analyses.fit.moves import MayMove, by_task, roles_with
from tnt.compile.inputs import Inputs
from tnt.compile.rules import Rules, compile_rules
from tnt.compile.working_time.overhead import overheads_of
from tnt.engine.hours.fold import fold
from tnt.engine.people.counts import ListCounts
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import GuidelineDocument, Recommendation, Task
from tnt.language.values.role_parts import ShareOrPart
from tnt.reading.documents import Loaded

_PARTS = TypeAdapter[dict[str, ShareOrPart]](dict[str, ShareOrPart])


def with_moved(inputs: Inputs, counts: ListCounts, moves: Sequence[MayMove], share: float) -> Inputs:
    """The inputs where `share` of all that `moves` allow has moved, for the hours of the lists in `counts` only."""
    moves_of = by_task(moves) if share > 0 else {}
    files = list({id(rule.file): rule.file for rule in inputs.rules.rules}.values())
    rules = _compiled(inputs, [_changed(file, moves_of, share) for file in files])
    return replace(inputs, rules=rules, counts=counts, folded=fold(rules.measures, counts))


def _compiled(inputs: Inputs, files: Sequence[Loaded[GuidelineDocument]]) -> Rules:
    """The rules of guidelines for the same conditions and working time. What was observed says something of today
    alone, and is left out."""
    documents = [file.document for file in inputs.documents]
    contacts = {one.contacts: one for one in documents if isinstance(one, ContactsDocument)}
    deciding = None if inputs.capacity is None else inputs.capacity.id
    overheads = [
        overheads_of(one.capacity, one.roles)
        for one in documents
        if isinstance(one, CapacityDocument) and one.capacity == deciding
    ]
    return compile_rules(
        files,
        inputs.conditions,
        contacts,
        clusters=inputs.rules.clusters,
        overheads=overheads[0] if overheads else {},
    )


def _changed(
    file: Loaded[GuidelineDocument], moves_of: Mapping[str, list[MayMove]], share: float
) -> Loaded[GuidelineDocument]:
    document = file.document
    changed = {
        name: _with_moves(one, f"{document.guideline}/{name}", moves_of, share)
        for name, one in document.recommendations.items()
    }
    return replace(file, document=document.model_copy(update={"recommendations": changed}))


def _with_moves(
    recommendation: Recommendation, name: str, moves_of: Mapping[str, list[MayMove]], share: float
) -> Recommendation:
    tasks = {
        task: _moved(one, moves, share) if (moves := moves_of.get(f"{name}/tasks/{task}")) else one
        for task, one in recommendation.tasks.items()
    }
    return recommendation.model_copy(update={"tasks": tasks})


def _moved(task: Task, moves: Sequence[MayMove], share: float) -> Task:
    if task.role is None or any(move.from_role != task.role for move in moves):
        raise ValueError(f"only what one role does may move: {moves[0].path}")
    return task.model_copy(update={"role": None, "roles": _PARTS.validate_python(roles_with(moves, share))})
