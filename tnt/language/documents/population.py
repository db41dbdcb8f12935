"""A reference population: people by sex and single year of age, by which age bands are split."""

from __future__ import annotations

from tnt.language.base import Id, Text
from tnt.language.documents.declares import Declares

DEFAULT_POPULATION = "norway-2026"
"""The shipped one that is used where a file names none."""


class PopulationDocument(Declares):
    """A reference population."""

    population: Id
    """Id of the population, as `reference_population:` of a lists file names it."""
    title: Text | None = None
    """What it counts; the id where left out."""
    table: str
    """A CSV file, relative to this one, with the columns sex (female, male), age (whole years) and people. No link
    leads to it. It may stand above this folder: every output then says so."""
    source: Id | None = None
    """Source of the table."""
    note: Text | None = None
    """What a reader must know."""

    @property
    def tables(self) -> list[str]:
        """Every table it names."""
        return [self.table]
