"""The tasks of a pack, to hold answers against."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tnt.language.base import Text
from tnt.language.values.number import Number
from tnt.reading.pack import read_pack
from tnt.reading.pack_documents import guidelines


@dataclass(frozen=True, slots=True)
class KnownTask:
    """A task as the pack has it."""

    recommendation: Text
    title: Text
    minutes: float | None
    """Mean time for one event; None where it is missing, and where it differs by age."""


@dataclass(frozen=True, slots=True)
class KnownTasks:
    """Every task of a pack by its address, and the ids of the sources that each guideline declares itself."""

    tasks: Mapping[str, KnownTask]
    sources: Mapping[str, Collection[str]]


def known_tasks(paths: Iterable[str | Path]) -> KnownTasks:
    """Read the guidelines of a pack; Problems with every error of every file."""
    pack = read_pack(paths)
    pack.problems.raise_errors(pack.texts)
    documents = [loaded.document for loaded in guidelines(pack)]
    tasks = {
        f"{document.guideline}/{rec_id}/tasks/{task_id}": KnownTask(
            recommendation=rec.title or rec_id,
            title=task.title or task_id,
            minutes=task.time.expected if isinstance(task.time, Number) else None,
        )
        for document in documents
        for rec_id, rec in document.recommendations.items()
        for task_id, task in rec.tasks.items()
    }
    return KnownTasks(tasks, {document.guideline: document.sources.keys() for document in documents})
