"""Who does a task, how long it takes them, and who supervises them: METHOD, "Own pace and supervision"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.oracle.by_age import at_age
from tests.oracle.overheads import with_overhead
from tests.oracle.quantities import minutes, plain, share

Document = dict[str, Any]


AS_WRITTEN = "split as written"
"""Of a task in a draw: who has which share in the file, which decides what is split once whatever is drawn."""


def split(task: Document) -> dict[str, float]:
    """Role -> its share of the events."""
    if "role" in task:
        return {task["role"]: 1.0}
    return {role: share(part["share"] if "share" in _of(part) else part) for role, part in task["roles"].items()}


def own_minutes(task: Document, role: str, age: int) -> float:
    """Minutes of the role for an event at its pace, if it does it."""
    factor = _of(task.get("roles", {}).get(role, {})).get("minutes_factor", 1)
    return minutes(at_age(task["time"], age)) * float(plain(factor))


def minutes_of_one(task: Document, role: str, age: int) -> float:
    """The same of one person, with what comes on top."""
    return with_overhead(task, role, own_minutes(task, role, age)) / float(plain(task.get("group_size", 1)))


def overhead_of_one(task: Document, role: str, age: int) -> float:
    """What comes on top, of one person."""
    own = own_minutes(task, role, age)
    return (with_overhead(task, role, own) - own) / float(plain(task.get("group_size", 1)))


def supervision_minutes(task: Document, role: str) -> Iterator[float]:
    """Minutes the role supervises others for each event of one person, whoever does it."""
    for other, part in task.get("roles", {}).items():
        said = _of(part).get("supervision")
        if said is not None and said["role"] == role:
            each = minutes(said["time"]) / float(plain(task.get("group_size", 1)))
            yield split(task)[other] * each


def roles_of(task: Document) -> set[str]:
    """Who does it and who supervises."""
    named = (_of(part).get("supervision") for part in task.get("roles", {}).values())
    return {*split(task), *(said["role"] for said in named if said is not None)}


def parts_of(task: Document) -> list[Document]:
    """What is said of roles beside their shares."""
    return [part for part in task.get("roles", {}).values() if "share" in _of(part)]


def with_share(part: Any, written: str) -> Any:
    """The part of a role with another share."""
    return part | {"share": written} if "share" in _of(part) else written


def _of(part: Any) -> Document:
    return part if isinstance(part, dict) else {}
