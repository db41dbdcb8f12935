"""The reference populations there are: those of the files given together, and the shipped ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tnt.arrays import Floats
from tnt.diagnostics import ProblemSink
from tnt.language.documents.population import DEFAULT_POPULATION, PopulationDocument
from tnt.reading.files import read_bytes
from tnt.reading.names import KnownNames
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import find_shipped, shipped_populations
from tnt.reading.tables.population import read_population
from tnt.reading.yaml.tree import Tree


class ReferencePopulations(KnownNames):
    """Their names, and their people by sex and age, each read once and only where somebody asks."""

    def __init__(self, trees: Sequence[Tree], reuse: Reuse, *, are_all: bool = True) -> None:
        """Of the shipped ones those that the trees name; `are_all` as of `KnownNames`."""
        own = {name: tree for tree in trees if (name := tree.id_of("population")) is not None}
        self._files = own
        self._reuse = reuse
        self._people: dict[str, Floats | None] = {}
        names = named(trees)
        shipped = names & shipped_populations() if names else set()
        super().__init__({*own, *shipped}, reuse.nearest, are_all=are_all)

    def people(self, name: str, problems: ProblemSink) -> Floats | None:
        """People [2, ages] (women, men; the last age and over); None where there is no such population, or its file or
        table cannot be read, which is told once."""
        if name not in self._people:
            self._people[name] = None
            tree = self._files.get(name) or self._shipped_file(name, problems)
            loaded = None if tree is None else self._reuse.document(tree, ProblemSink())  # told with its file
            if loaded is not None and isinstance(document := loaded.document, PopulationDocument):
                file = loaded
                with problems.taking_raised():
                    self._people[name] = self._reuse.table(
                        file, lambda: read_population(document, file.tree.folder, file.at)
                    )
        return self._people[name]

    def _shipped_file(self, name: str, problems: ProblemSink) -> Tree | None:
        path = find_shipped("population", name)
        raw = None if path is None else read_bytes(path, problems)
        return None if path is None or raw is None else self._reuse.tree(path, raw, problems)


def named(trees: Iterable[Tree]) -> set[str]:
    """Reference populations that lists files rest on, in which something was counted, or over which a total is spread,
    and the usual one beside them."""
    names = {tree.id_of("reference_population") or "" for tree in trees if "lists" in tree.data}
    for tree in trees:
        given = tree.data.get("given")
        for data in (tree.data, given.get("guideline") if isinstance(given, dict) else None):
            names.update(_counted_in(data.get("recommendations")) if isinstance(data, dict) else ())
        for data in (tree.data, given.get("conditions") if isinstance(given, dict) else None):
            names.update(_spread_in(data.get("conditions")) if isinstance(data, dict) else ())
    return names | {DEFAULT_POPULATION} if names else names


def _counted_in(recommendations: Any) -> Iterator[str]:
    """What stands under `of` beside a count, in the populations of recommendations as YAML reads them."""
    for rec in recommendations.values() if isinstance(recommendations, dict) else ():
        waiting = [part for key, part in rec.items() if key.startswith("population")] if isinstance(rec, dict) else []
        while waiting:
            part = waiting.pop()
            if isinstance(part, dict | list):
                waiting.extend(part.values() if isinstance(part, dict) else part)
            if isinstance(part, dict) and isinstance(name := part.get("of"), str):
                yield name


def _spread_in(conditions: Any) -> Iterator[str]:
    """What stands under `of` in the prevalence of conditions as YAML reads them."""
    for condition in conditions.values() if isinstance(conditions, dict) else ():
        prevalence = condition.get("prevalence") if isinstance(condition, dict) else None
        if isinstance(prevalence, dict) and isinstance(name := prevalence.get("of"), str):
            yield name
