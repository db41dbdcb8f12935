"""Every check of every file: what `tnt check` runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tnt.check.checks import problems_of
from tnt.diagnostics import Diagnostic
from tnt.reading.pack import read_pack


@dataclass(frozen=True)
class CheckReport:
    """What was found, and the text of each file for showing the lines."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    files: int


def check(paths: Iterable[str | Path]) -> CheckReport:
    """Check files and folders together: documents, references, tables, plausibility, provenance."""
    pack = read_pack(paths)
    return CheckReport((*pack.problems, *problems_of(pack)), pack.texts, len(pack.texts))
