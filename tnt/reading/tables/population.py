"""A reference population: people by sex and single year of age."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tnt.arrays import Floats
from tnt.diagnostics import Code, Place
from tnt.engine.people.cells import OLDEST
from tnt.language.documents.population import PopulationDocument
from tnt.reading.tables.bands import Sex, Stratum
from tnt.reading.tables.files.csv_file import CsvFile
from tnt.reading.tables.files.file import checked_path, shown_path
from tnt.reading.tables.files.heading import CsvForm
from tnt.reading.tables.findings import Findings, Locate
from tnt.reading.tables.layout import check_columns
from tnt.reading.tables.marks import marks
from tnt.reading.tables.people.long import long_people
from tnt.reading.tables.people.long_form import LongForm

SEXES = ("female", "male")
_SEX_WORDS: dict[str, Sex] = {"female": "female", "male": "male"}
_COLUMNS = ("sex", "age", "people")


def read_population(document: PopulationDocument, folder: Path, locate: Locate) -> Floats:
    """People by sex (female, male) and single year of age (0 to 105, the last: and over), shape (2, 106).

    The table has the columns sex, age and people and every year from 0 for both sexes; its last year may be written
    `105+`, and means and over either way. `Problems` as for lists.
    """
    path = checked_path(document.table, folder, locate(("table",)), (".csv", ".csv.gz"), may_leave=True)
    table = CsvFile(path, shown_path(folder, document.table), CsvForm())
    findings = Findings(table.name, locate)
    check_columns([(("table",), column) for column in _COLUMNS], table.header, findings)
    sheet = table.read(_COLUMNS)
    written = marks((None, None), sheet, ("people",), (), findings)
    form = LongForm("people", None, "sex", "age", document.population, _SEX_WORDS, written)
    rows = long_people(sheet, form, findings)
    _check_years(rows.strata, findings)
    findings.raise_errors()
    people = np.zeros((len(SEXES), OLDEST + 1))
    for stratum, count in zip(rows.strata, rows.people[0], strict=True):
        people[SEXES.index(stratum.sex), min(stratum.ages.first, OLDEST)] += count
    return people


def _check_years(strata: tuple[Stratum, ...], findings: Findings) -> None:
    """Single years of each sex without a gap, the same for both; only the last may be open."""
    if any(stratum.sex not in SEXES for stratum in strata):
        findings.add(Code.SEX_UNKNOWN, Place(findings.file), found="all", choices=", ".join(SEXES))
    oldest = max(stratum.ages.first for stratum in strata)
    for stratum in strata:
        years = stratum.ages
        if years.last != years.first and not (years.last is None and years.first == oldest):
            findings.add(Code.BAND_UNREADABLE, Place(findings.file), found=str(years))
    known = {(stratum.sex, stratum.ages.first) for stratum in strata}
    for sex in SEXES:
        for age in range(oldest + 1):
            if (sex, age) not in known:
                findings.add(Code.CELL_MISSING, Place(findings.file), sex=sex, ages=str(age))
