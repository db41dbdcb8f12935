"""Headings that tell of people, and that the pattern of the lists file does not read: they must not be lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.documents.lists import ListsDocument, TotalPeople
from tnt.reading.tables.age_band import AgeNames, band
from tnt.reading.tables.bands import BandPattern, Stratum
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.layout import age_names, columns_of, sex_words
from tnt.reading.tables.words.heading_words import both_together
from tnt.reading.tables.words.sex_words import SEX_OF

_PATTERNS = tuple(
    f"{first}{between}{second}"
    for first, second in (("{sex}", "{ages}"), ("{ages}", "{sex}"))
    for between in (" ", "_", ", ", " - ", "-", ": ", "")
)
"""Tried in this order where the lists file's own does not read all of them."""
_AROUND = " \t\u00a0\u202f_-–,;:./()"
_SHORTEST = 2
"""Letters of a word for a sex in any heading; one letter may stand for anything."""


def check_headings(document: ListsDocument, header: Sequence[str], read: Sequence[str], findings: Findings) -> None:
    """A heading with a word for a sex and ages that can be read, but not as the lists file says, is a problem: the
    people under it would be lost. `read` are the columns that count people."""
    pattern = document.people
    if isinstance(pattern, TotalPeople) or "{sex}" not in pattern or "{ages}" not in pattern or not read:
        return
    lost = _telling_of_people(document, [column for column in header if column not in read])
    if not lost:
        return
    suggestion = _pattern_of([*read, *lost], document)
    places = [Place(findings.file, cell=(findings.heading_row, column)) for column in lost]

    def diagnostic(index: int) -> Diagnostic:
        line = {} if suggestion is None else {"line": f'people: "{suggestion}"'}
        return Diagnostic(Code.HEADING_NOT_READ, places[index], {"found": lost[index], "expected": pattern} | line)

    findings.add_each(range(len(lost)), diagnostic)


def pattern_of_people(document: ListsDocument, header: Sequence[str]) -> str | None:
    """A pattern that reads all headings that tell of people; None where none does, or no heading tells of any."""
    return _pattern_of(_telling_of_people(document, header), document)


def _telling_of_people(document: ListsDocument, header: Sequence[str]) -> list[str]:
    names, named = age_names(document), set(columns_of(document))
    words = (word for word in sex_words(document) or SEX_OF if len(word) >= _SHORTEST)
    longest = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    if not longest:  # letters alone
        return []
    sex = re.compile(rf"(?i)(?<![^\W\d_])(?:{longest})(?![^\W\d_])")
    return [column for column in header if column not in named and _tells_of_people(column, sex, names)]


def _tells_of_people(heading: str, sex: re.Pattern[str], names: AgeNames) -> bool:
    """Whether a word for a `sex` stands in it, and nothing besides but ages with a figure."""
    match = sex.search(heading)
    if match is None:
        return False
    rest = f"{heading[: match.start()]} {heading[match.end() :]}".strip(_AROUND)
    return bool(re.search(r"\d", rest)) and band(rest, names) is not None


def _pattern_of(headings: Sequence[str], document: ListsDocument) -> str | None:
    """A pattern that reads all of these headings."""
    words = both_together(sex_words(document) or SEX_OF)
    for pattern in _PATTERNS if headings else ():
        tried = BandPattern(pattern, words, age_names(document))
        if all(isinstance(tried.stratum(heading), Stratum) for heading in headings):
            return pattern
    return None
