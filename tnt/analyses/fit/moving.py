"""Which events the choice may give to another role, and what that does to the hours of each role. METHOD.md, "Own pace
and supervision" and "Delegation": both roles' hours count.

Only work that no other recommendation shares is moved by the choice: how much less a shared piece of work takes where a
part of it moves is no sum of hours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tnt.analyses.fit import moves
from tnt.analyses.fit.sets import WorkOnLists, staffed, together
from tnt.arrays import Floats
from tnt.compile.choose import ChosenFiles
from tnt.compile.inputs import Inputs, compiled
from tnt.compile.rule import Rule
from tnt.engine.fit.problem import Moves
from tnt.language.documents.fit.moves import MayMove
from tnt.language.documents.guideline import GuidelineDocument, Recommendation
from tnt.language.values.number import Number
from tnt.language.values.role_parts import RolePart
from tnt.reading.documents import Loaded


@dataclass(frozen=True, slots=True)
class Move:
    """A task, who does it and who may be given events of it."""

    rule: int
    task: str
    from_role: str
    to_role: str
    part: MayMove

    def as_may_move(self, recommendation: str) -> moves.TaskMove:
        """The same for ways to make room, which move work that is shared too."""
        pace, supervision = self.part.minutes_factor, self.part.supervision
        return moves.TaskMove(
            recommendation=recommendation,
            task=self.task,
            from_role=self.from_role,
            to_role=self.to_role,
            most=self.part.share.expected,
            minutes_factor=1.0 if pace is None else pace.expected,
            supervising_role=None if supervision is None else supervision.role,
            supervision_minutes=0.0 if supervision is None else supervision.time.expected,
        )


@dataclass(frozen=True)
class Moving:
    """The moves that the choice has, as the engine needs them, hours in the order of `roles`: those of the pack, then
    those that only moves ask for. `shared` are the moves that `may_move` names and the choice has not, since the work
    is shared with others."""

    roles: tuple[str, ...]
    each: tuple[Move, ...]
    moves: Moves
    shared: tuple[Move, ...]


def moving(inputs: Inputs, chosen: ChosenFiles | None = None) -> Moving:
    """What `may_move` of the recommendations of a pack allows; nothing without the files that it was compiled from."""
    together = _in_company(inputs)
    named = [move for at, rule in enumerate(inputs.rules.rules) for move in _moves_of(at, rule)]
    free = tuple(move for move in named if (inputs.rules.rules[move.rule].id, move.task) not in together)
    shared = tuple(move for move in named if move not in free)
    if chosen is None or not free:
        roles = tuple(inputs.rules.roles)
        return Moving(roles, (), Moves.none(len(roles)), shared)
    as_is, moved = (_changed(inputs, chosen, free, is_moved=is_moved) for is_moved in (False, True))
    roles = tuple(dict.fromkeys([*inputs.rules.roles, *moved.rules.roles]))
    return Moving(
        roles,
        free,
        Moves(
            of=np.array([move.rule for move in free], dtype=np.intp),
            most=np.array([move.part.share.expected for move in free]),
            hours=_hours_by_role(moved, inputs, roles) - _hours_by_role(as_is, inputs, roles),
        ),
        shared,
    )


def _moves_of(at: int, rule: Rule) -> Iterator[Move]:
    for name, task in rule.recommendation.tasks.items():
        for role, part in task.moves.items():
            if task.role is not None:
                yield Move(at, name, task.role, role, part)


def _in_company(inputs: Inputs) -> set[tuple[str, str]]:
    """(recommendation, task) of the tasks that share an activity or a visit with another."""
    works = [] if inputs.shared is None else [inputs.shared]
    works += [] if inputs.visits is None else [inputs.visits.work]
    return {work.names[task] for work in works for activity in work.activities for task in activity.tasks.tolist()}


def _changed(inputs: Inputs, chosen: ChosenFiles, moves: Sequence[Move], *, is_moved: bool) -> Inputs:
    """Each move's recommendation alone, as it is or with all events of the task moved."""
    files = [_file(inputs, move, is_moved=is_moved) for move in moves]
    return compiled(chosen, inputs.table, inputs.as_of, files, inputs.reuse)


def _hours_by_role(changed: Inputs, inputs: Inputs, roles: Sequence[str]) -> Floats:
    """[M, J] hours a year of each recommendation."""
    hours = np.zeros((len(changed.rules.rules), len(roles)))
    for column, role in enumerate(changed.rules.roles):
        hours[:, roles.index(role)] = WorkOnLists(
            changed, together(changed.counts.part(np.flatnonzero(staffed(inputs, role))))
        ).hours[:, column]
    return hours


def _file(inputs: Inputs, move: Move, *, is_moved: bool) -> Loaded[GuidelineDocument]:
    """A guideline of one recommendation, in which all events of one task are another role's."""
    rule = inputs.rules.rules[move.rule]
    recommendation = _moved(rule.recommendation, move) if is_moved else rule.recommendation
    name = rule.id.partition("/")[2]
    document = rule.file.document.model_copy(update={"recommendations": {name: recommendation}})
    return replace(rule.file, document=document)


def _moved(recommendation: Recommendation, move: Move) -> Recommendation:
    whole = RolePart.model_construct(
        share=Number[float].model_construct(value=1.0),
        minutes_factor=move.part.minutes_factor,
        supervision=move.part.supervision,
    )
    task = recommendation.tasks[move.task].model_copy(update={"role": None, "roles": {move.to_role: whole}})
    return recommendation.model_copy(update={"tasks": {**recommendation.tasks, move.task: task}})
