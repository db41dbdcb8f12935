"""The patient's own time where only staff can be: METHOD "Role `patient`"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.lists import ListsDocument
from tnt.language.values.roles import PATIENT
from tnt.reading.documents import Loaded


def check_patient(loaded: Loaded[Document]) -> Iterator[Diagnostic]:
    """Working time and posts of patients, and tasks that they share with staff."""
    document = loaded.document
    if isinstance(document, CapacityDocument):
        yield from _staffed(loaded, document.roles, "roles")
    elif isinstance(document, ListsDocument):
        yield from _staffed(loaded, document.staff, "staff")
    elif isinstance(document, CaseDocument):
        yield from _staffed(loaded, document.given.capacity, "given", "capacity")
        yield from _staffed(loaded, document.given.list.posts, "given", "list", "posts")
    elif isinstance(document, GuidelineDocument):
        for rec_id, recommendation in document.recommendations.items():
            for task_id, task in recommendation.tasks.items():
                if task.roles is not None and PATIENT in task.roles and len(task.roles) > 1:
                    at = ("recommendations", rec_id, "tasks", task_id, "roles", PATIENT)
                    values = {"task": task_id, "share": loaded.written(*at)}
                    yield Diagnostic(Code.PATIENT_SHARES_TASK, loaded.place(*at, key=True), values)


def _staffed(loaded: Loaded[Document], roles: Container[str], *path: str) -> Iterator[Diagnostic]:
    if PATIENT in roles:
        yield Diagnostic(Code.PATIENT_AS_STAFF, loaded.place(*path, PATIENT, key=True))
