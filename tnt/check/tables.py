"""The tables that documents of a pack name."""

from __future__ import annotations

from collections.abc import Iterable

from tnt.check.plausibility import posts
from tnt.diagnostics import Diagnostic, ProblemSink
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.population import PopulationDocument
from tnt.reading.pack import Pack
from tnt.reading.tables.lists import read_lists, read_years
from tnt.reading.tables.population import read_population


def tables(pack: Pack) -> Iterable[Diagnostic]:
    """What is wrong in the tables of lists and populations, and what is unlikely in them."""
    problems = ProblemSink()
    for population in pack.of(PopulationDocument):
        with problems.taking_raised():
            read_population(population.document, population.tree.folder, population.at)
    for lists in pack.of(ListsDocument):
        with problems.taking_raised():
            if lists.document.year is None:
                table = read_lists(lists.document, lists.tree.folder, lists.at)
            else:
                table = next(iter(read_years(lists.document, lists.tree.folder, lists.at).values()))
            problems.extend(posts(lists, table))
    return problems
