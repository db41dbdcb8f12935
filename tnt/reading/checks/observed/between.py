"""Between recommendations, whatever file they stand in: an activity is observed in one way, and gives all its
recommendations their uptake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.base import Document
from tnt.language.documents.guideline import GuidelineDocument, Recommendation
from tnt.language.values.observed import Observed
from tnt.reading.checks.observed.within import beside, named
from tnt.reading.documents import Loaded
from tnt.reading.yaml.tree import KeyPath


class _Known(NamedTuple):
    observed: Observed
    at: Place
    by: tuple[str, str]
    """Guideline and recommendation."""


def check_observations(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """What is wrong between recommendations, whatever file they stand in: an activity is observed in one way, and gives
    all its recommendations their uptake."""
    of_activity: dict[str, _Known] = {}
    for known, activity in _observed(documents):
        first = of_activity.setdefault(activity, known)
        if first.observed.counts != known.observed.counts and first.by != known.by:
            yield Diagnostic(Code.OBSERVATIONS_DIFFER, known.at, {"activity": activity}, related=(first.at,))
    for loaded, _, rec_id, rec in _recommendations(documents):
        yield from _from_two(loaded, rec_id, rec, of_activity)


def _from_two(
    loaded: Loaded[Document], rec_id: str, rec: Recommendation, of_activity: dict[str, _Known]
) -> Iterator[Diagnostic]:
    """A recommendation that an activity gives its uptake, and that has one from elsewhere too."""
    base = ("recommendations", rec_id)
    alone = [name for name in rec.observed_tasks if rec.tasks[name].activity is None]
    own: list[KeyPath] = [("tasks", name, "observed") for name in alone]
    own += [] if rec.observed_tasks else beside(rec)
    said = [(named(path), loaded.place(*base, *path, key=True)) for path in own[:1]]
    for name, task in rec.tasks.items():
        observed = of_activity.get(task.activity or "")
        if task.activity is None or observed is None or rec.is_one_off(name):
            continue
        place = loaded.place(*base, "tasks", name, "activity")
        if said and said[0][0] != f"activity: {task.activity}":
            values = {"activity": task.activity, "key": said[0][0]}
            yield Diagnostic(Code.UPTAKE_OF_ACTIVITY, place, values, related=(said[0][1], observed.at))
            return
        said = said or [(f"activity: {task.activity}", place)]


def _observed(documents: Sequence[Loaded[Document]]) -> Iterator[tuple[_Known, str]]:
    for loaded, guideline, rec_id, rec in _recommendations(documents):
        for name in rec.observed_tasks:
            observed, activity = rec.tasks[name].observed, rec.tasks[name].activity
            if observed is not None and activity is not None:
                at = loaded.place("recommendations", rec_id, "tasks", name, "observed", key=True)
                yield _Known(observed, at, (guideline, rec_id)), activity


def _recommendations(
    documents: Sequence[Loaded[Document]],
) -> Iterator[tuple[Loaded[Document], str, str, Recommendation]]:
    for loaded in documents:
        if isinstance(loaded.document, GuidelineDocument):
            for rec_id, rec in loaded.document.recommendations.items():
                yield loaded, loaded.document.guideline, rec_id, rec
