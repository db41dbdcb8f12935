"""What of a task may be given to another role, and the roles of the task once some of it is. METHOD.md, "Own pace and
supervision"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TaskMove:
    """At most so much of one task, done by one role, may be given to another."""

    recommendation: str
    """`guideline/recommendation`."""
    task: str
    from_role: str
    to_role: str
    most: float
    """Share of the events that `from_role` does, above 0 to 1."""
    minutes_factor: float = 1.0
    """How many times the task's minutes an event takes `to_role`."""
    supervising_role: str | None = None
    """Who supervises `to_role` at each event, if somebody does."""
    supervision_minutes: float = 0.0

    @property
    def path(self) -> str:
        """Where the task stands."""
        return f"{self.recommendation}/tasks/{self.task}"


def by_task(moves: Sequence[TaskMove]) -> Mapping[str, list[TaskMove]]:
    """The moves of each task, by its path."""
    found: dict[str, list[TaskMove]] = {}
    for move in moves:
        found.setdefault(move.path, []).append(move)
    return found


def roles_with(moves: Sequence[TaskMove], share: float) -> Document:
    """`roles` of a task done by one role, as a file writes it, where `share` of what may move has moved. `moves` are
    those of the task, to different roles; what moves is never more than all of it."""
    moved = {move.to_role: share * move.most for move in moves}
    kept = max(0.0, 1.0 - sum(moved.values()))
    given = {move.to_role: _part(move, moved[move.to_role]) for move in moves}
    return ({moves[0].from_role: percent(kept)} if kept > 0 else {}) | given


def _part(move: TaskMove, share: float) -> Any:
    part: Document = {"share": percent(share)}
    if move.minutes_factor != 1.0:
        part["minutes_factor"] = move.minutes_factor
    if move.supervising_role is not None:
        part["supervision"] = {"role": move.supervising_role, "time": f"{plain(move.supervision_minutes)} min"}
    return part if len(part) > 1 else part["share"]


def percent(share: float) -> str:
    """A share as a file writes it, with every digit it has."""
    return f"{plain(Decimal(repr(share)) * 100)} %"


def plain(number: float | Decimal) -> str:
    """Digits without an exponent."""
    text = f"{number if isinstance(number, Decimal) else Decimal(repr(number)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def of_role(moves: Sequence[TaskMove], role: str) -> Iterator[tuple[str, tuple[TaskMove, ...]]]:
    """To each role that may take work from `role`: what may move."""
    for to_role in dict.fromkeys(move.to_role for move in moves if move.from_role == role):
        yield to_role, tuple(move for move in moves if (move.from_role, move.to_role) == (role, to_role))
