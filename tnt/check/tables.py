"""The tables that documents of a pack name."""

from __future__ import annotations

from collections.abc import Iterable

from tnt.diagnostics import Diagnostic, ProblemSink
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.population import PopulationDocument
from tnt.reading.pack import Pack
from tnt.reading.tables.lists import read_lists, read_years
from tnt.reading.tables.population import read_population


def tables(pack: Pack) -> Iterable[Diagnostic]:
    """What is wrong in the tables of lists and populations."""
    problems = ProblemSink()
    for population in pack.of(PopulationDocument):
        with problems.taking_raised():
            read_population(population.document, population.tree.folder, population.at)
    for lists in pack.of(ListsDocument):
        read = read_lists if lists.document.year is None else read_years
        with problems.taking_raised():
            read(lists.document, lists.tree.folder, lists.at)
    return problems
