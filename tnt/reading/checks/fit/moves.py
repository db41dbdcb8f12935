"""What of a task may move to other roles: it is one role of staff that gives, and others that take no more than all."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.guideline import Task
from tnt.language.values.roles import PATIENT
from tnt.reading.documents import Loaded


def check_moves(loaded: Loaded[Document], at: tuple[str, ...], task_id: str, task: Task) -> Iterator[Diagnostic]:
    """Moves that leave open whose events they are, and moves that nobody can make."""
    if task.may_move is None:
        return
    key = loaded.place(*at, "may_move", key=True)
    if task.roles is not None and task.main_role is None:
        related = (loaded.place(*at, "roles", key=True),)
        values = {"task": task_id, "roles": ", ".join(task.roles)}
        yield Diagnostic(Code.MOVES_OF_SEVERAL, key, values, related=related)
    elif task.is_own_time:
        yield Diagnostic(Code.PATIENT_MOVES, key, {"task": task_id})
    for role in task.may_move:
        place = loaded.place(*at, "may_move", role, key=True)
        if role == PATIENT and not task.is_own_time:
            yield Diagnostic(Code.PATIENT_MOVES, place, {"task": task_id})
        elif role == task.main_role and role != PATIENT:
            yield Diagnostic(Code.MOVES_TO_ITSELF, place, {"role": role, "task": task_id})
    total = sum(move.share.expected for move in task.moves.values())
    if total > 1 + 1e-9:
        values = {"task": task_id, "total": f"{total * 100:g} %"}
        yield Diagnostic(Code.MOVES_OVER_100, loaded.place(*at, "may_move"), values)
