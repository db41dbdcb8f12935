"""Every check of every file: what `tnt check` runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tnt.check import plausibility, provenance
from tnt.diagnostics import Diagnostic, Problems
from tnt.language.base import Document
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.population import PopulationDocument
from tnt.reading.documents import Loaded
from tnt.reading.pack import Pack, inside_case, read_pack, scenario_problems
from tnt.reading.tables.lists import read_lists, read_years
from tnt.reading.tables.population import read_population


@dataclass(frozen=True)
class CheckReport:
    """What was found, and the text of each file for showing the lines."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    files: int


def check(paths: Iterable[str | Path]) -> CheckReport:
    """Check files and folders together: documents, references, tables, plausibility, provenance."""
    pack = read_pack(paths)
    diagnostics = [*pack.diagnostics, *scenario_problems(pack), *lint(pack), *_tables(pack)]
    return CheckReport(tuple(diagnostics), pack.texts, len(pack.texts))


def lint(pack: Pack) -> list[Diagnostic]:
    """Plausibility and provenance of every document that could be read, those inside cases too."""
    diagnostics: list[Diagnostic] = []
    for loaded in pack.documents:
        if isinstance(loaded.document, CaseDocument):
            given = inside_case(loaded)
        else:
            given = [loaded]
            diagnostics += provenance.assumptions(loaded, pack.sources)
        diagnostics += _implausible(given)
    reported = {(problem.code, problem.place) for problem in diagnostics}
    for loaded in pack.other_periods:
        for problem in _implausible([loaded, *inside_case(loaded)]):
            if (problem.code, problem.place) not in reported:
                reported.add((problem.code, problem.place))
                diagnostics.append(problem)
    return diagnostics


def _implausible(parts: Iterable[Loaded[Document]]) -> list[Diagnostic]:
    diagnostics: list[Diagnostic] = []
    for part in parts:
        if isinstance(part.document, GuidelineDocument):
            guideline = Loaded(part.tree, part.document, part.base)
            diagnostics += [*plausibility.minutes(guideline), *plausibility.uptake(guideline)]
    return diagnostics


def _tables(pack: Pack) -> list[Diagnostic]:
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
