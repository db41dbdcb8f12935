"""Between recommendations, whatever file they stand in: which exclude one another, and which can never be chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.base import Document
from tnt.language.documents.fit.choice import full_id, names_with_paths
from tnt.language.documents.guideline import GuidelineDocument
from tnt.reading.documents import Loaded
from tnt.reading.fit.choices import ChoiceRules, choices_of

_TOLD = 20
"""Recommendations of a ring that are named; more nobody reads."""


def check_choices(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """A recommendation instead of itself; those that need one another in a ring, or what excludes them."""
    choices = choices_of(documents)
    named = list(_named(documents))
    for one in named:
        if one.other == one.id and one.key == "instead_of":
            yield Diagnostic(Code.INSTEAD_OF_ITSELF, one.place, {"id": one.id})
        elif one.other == one.id:
            yield Diagnostic(Code.NEEDS_IN_A_RING, one.place, {"chain": f"{one.id} → {one.id}"})
    places = {(one.id, one.other): one.place for one in named if one.key == "needs"}
    yield from _rings(choices, places)
    yield from _excluded(choices, places)


@dataclass(frozen=True, slots=True)
class _NamedOther:
    id: str
    key: str
    other: str
    """What it names, by its full id."""
    place: Place


def _named(documents: Sequence[Loaded[Document]]) -> Iterator[_NamedOther]:
    """Everything that recommendations name under `instead_of` and `needs`."""
    for file in documents:
        guideline = file.document
        if isinstance(guideline, GuidelineDocument):
            for rec_id, rec in guideline.recommendations.items():
                for key, written in (("instead_of", rec.instead_of), ("needs", rec.needs)):
                    for name, path in names_with_paths(written):
                        place = file.place("recommendations", rec_id, key, *path)
                        other = full_id(guideline.guideline, name)
                        yield _NamedOther(full_id(guideline.guideline, rec_id), key, other, place)


Places = Mapping[tuple[str, str], Place]
"""Where a recommendation (first) says that it needs another."""


def _rings(choices: ChoiceRules, places: Places) -> Iterator[Diagnostic]:
    """Recommendations of which each needs the next, and the last the first, in turn; one that can do without is in
    none."""
    stuck = _never_met(choices)
    then = {
        name: next(group[0] for group in choices.needs[name] if group and stuck.issuperset(group)) for name in stuck
    }
    seen: set[str] = set()
    for name in choices.needs:
        way: dict[str, int] = {}
        at = name
        while at in then and at not in seen:
            seen.add(at)
            way[at] = len(way)
            at = then[at]
        if at in way and then[at] != at:  # one that names itself has been told
            ring = list(way)[way[at] :]
            told = ring if len(ring) <= _TOLD else [*ring[:_TOLD], "…"]
            related = tuple(places[one, then[one]] for one in ring[1:_TOLD])
            values = {"chain": " → ".join([*told, ring[0]])}
            yield Diagnostic(Code.NEEDS_IN_A_RING, places[ring[0], then[ring[0]]], values, related=related)


def _never_met(choices: ChoiceRules) -> set[str]:
    """Those that need what needs them, however long the way. What is not among the files is taken to be there."""
    waiting = {name: sum(bool(group) for group in groups) for name, groups in choices.needs.items()}
    asked: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name, groups in choices.needs.items():
        for index, group in enumerate(groups):
            for other in group:
                asked[other].append((name, index))
    met: set[tuple[str, int]] = set()
    ready = [name for name in choices.recommendations if not waiting.get(name)]
    while ready:
        for name, index in asked[ready.pop()]:
            if (name, index) not in met:
                met.add((name, index))
                waiting[name] -= 1
                if not waiting[name]:
                    ready.append(name)
    return {name for name, count in waiting.items() if count}


def _excluded(choices: ChoiceRules, places: Places) -> Iterator[Diagnostic]:
    """What needs one that it excludes, or two that exclude one another."""
    of: dict[str, set[int]] = defaultdict(set)
    for index, group in enumerate(choices.at_most_one):
        for name in group:
            of[name].add(index)
    for name, groups in choices.needs.items():
        needed = dict.fromkeys(other for group in groups for other in group if other != name)
        against = {other: name for other in needed if not of[name].isdisjoint(of[other])}
        if not against:
            against = _among_themselves([group[0] for group in groups if len(group) == 1], of)
        for other, first in against.items():
            values = {"id": name, "needed": other, "other": first}
            yield Diagnostic(Code.NEEDS_AN_ALTERNATIVE, places[name, other], values)


def _among_themselves(names: Sequence[str], of: Mapping[str, set[int]]) -> dict[str, str]:
    """Those that an earlier one excludes, and which; `of` are the groups each is in."""
    first: dict[int, str] = {}
    against: dict[str, str] = {}
    for name in names:
        for index in of[name]:
            if first.setdefault(index, name) != name:
                against.setdefault(name, first[index])
    return against
