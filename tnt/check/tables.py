"""The tables that documents of a pack name."""

from __future__ import annotations

from tnt.diagnostics import Diagnostic, Problems
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.population import PopulationDocument
from tnt.reading.pack import Pack
from tnt.reading.tables.lists import read_lists, read_years
from tnt.reading.tables.population import read_population


def tables(pack: Pack) -> list[Diagnostic]:
    """What is wrong in the tables of lists and populations."""
    diagnostics: list[Diagnostic] = []
    for population in pack.of(PopulationDocument):
        try:
            read_population(population.document, population.tree.folder, population.at)
        except Problems as problems:
            diagnostics += problems.diagnostics
    for lists in pack.of(ListsDocument):
        try:
            read = read_lists if lists.document.year is None else read_years
            read(lists.document, lists.tree.folder, lists.at)
        except Problems as problems:
            diagnostics += problems.diagnostics
    return diagnostics
