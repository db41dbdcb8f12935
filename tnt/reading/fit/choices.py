"""The recommendations of files given together, and which of them exclude or need one another, by their full ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tnt.language.base import Document
from tnt.language.documents.fit.choice import as_list, full_id, groups_needed
from tnt.language.documents.guideline import GuidelineDocument, Recommendation
from tnt.reading.documents import Loaded


@dataclass(frozen=True)
class ChoiceRules:
    """What is there to choose from. Ids are `guideline/recommendation`."""

    recommendations: Mapping[str, Recommendation]
    """All of them, in the order of the files."""
    at_most_one: tuple[frozenset[str], ...]
    """Groups of two or more of which at most one is chosen, each once; what is not among the files is left out."""
    needs: Mapping[str, tuple[tuple[str, ...], ...]]
    """Recommendation -> groups of each of which at least one is chosen where it is. What is not among the files is left
    out: an empty group can never be met. Those that need nothing are not here."""

    def alternatives(self, recommendation: str) -> frozenset[str]:
        """What cannot be chosen together with one."""
        return frozenset().union(*(group for group in self.at_most_one if recommendation in group)) - {recommendation}


def choices_of(documents: Iterable[Loaded[Document]]) -> ChoiceRules:
    """What the guidelines among some documents say of choosing."""
    by_id = {
        full_id(file.document.guideline, name): (file.document.guideline, rec)
        for file in documents
        if isinstance(file.document, GuidelineDocument)
        for name, rec in file.document.recommendations.items()
    }
    groups: dict[frozenset[str], None] = {}
    needs: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name, (guideline, rec) in by_id.items():
        others = (full_id(guideline, other) for other in as_list(rec.instead_of))
        group = frozenset({name, *(other for other in others if other in by_id)})
        if len(group) > 1:
            groups[group] = None
        if needed := groups_needed(rec.needs):
            needs[name] = tuple(_given(guideline, each, by_id) for each in needed)
    return ChoiceRules({name: rec for name, (_, rec) in by_id.items()}, tuple(groups), needs)


def _given(guideline: str, names: Iterable[str], given: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for name in names if (other := full_id(guideline, name)) in given))
