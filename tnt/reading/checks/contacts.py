"""How work is done that several tasks ask for: in one way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.base import Document
from tnt.language.documents.guideline import Contact, GuidelineDocument, Task
from tnt.reading.documents import Loaded


def check_contacts(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """Tasks of one activity and role share one kind of contact, whatever file they stand in; each that does not is told
    once, beside the first. METHOD.md, "Several tasks in one visit"."""
    first: dict[tuple[str, str], tuple[Contact, Place]] = {}
    for loaded in documents:
        if not isinstance(loaded.document, GuidelineDocument):
            continue
        for rec_id, rec in loaded.document.recommendations.items():
            for task_id, task in rec.tasks.items():
                if task.activity is None:
                    continue
                at = ("recommendations", rec_id, "tasks", task_id)
                place = loaded.place(*at, "activity" if "contact" not in task.model_fields_set else "contact")
                known = [first.setdefault((task.activity, role), (task.contact, place)) for role in _roles(task)]
                for contact, related in known:
                    if contact != task.contact:
                        values = {"activity": task.activity, "found": task.contact, "other": contact}
                        yield Diagnostic(Code.ACTIVITY_CONTACTS, place, values, related=(related,))
                        break


def _roles(task: Task) -> list[str]:
    return list(task.roles or ()) if task.role is None else [task.role]
