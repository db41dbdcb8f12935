"""Within a recommendation: one task, of work that is done year after year, in place of an uptake that is stated."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.guideline import Recommendation
from tnt.reading.at_ages import CURRENT_PATH, by_age
from tnt.reading.documents import Loaded
from tnt.reading.yaml.tree import KeyPath


def check_observed(loaded: Loaded[Document], rec_id: str, rec: Recommendation) -> Iterator[Diagnostic]:
    """What is wrong within one recommendation."""
    base = ("recommendations", rec_id)
    places = {name: loaded.place(*base, "tasks", name, "observed", key=True) for name in rec.observed_tasks}
    for place in list(places.values())[1:]:
        yield Diagnostic(Code.OBSERVED_TWICE, place, {"id": rec_id}, related=(next(iter(places.values())),))
    for name, place in places.items():
        if (other := next(beside(rec), None)) is not None:
            values, related = {"key": named(other)}, (loaded.place(*base, *other, key=True),)
            yield Diagnostic(Code.OBSERVED_BESIDE, place, values, related=related)
        if rec.is_one_off(name):
            yield Diagnostic(Code.OBSERVED_ONE_OFF, place, {"id": name})


def beside(rec: Recommendation) -> Iterator[KeyPath]:
    """Where a recommendation says what does not go with an observation: how many get it today, or numbers by age."""
    if rec.uptake.current is not None:
        yield CURRENT_PATH
    yield from ((*path, "by_age") for path, _ in by_age(rec))


def named(path: KeyPath) -> str:
    """`uptake: current`"""
    return ": ".join(map(str, path[-2:]))
