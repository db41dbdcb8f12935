"""People of a third sex, of no known sex or of no known age: counted beside those by sex and age."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.diagnostics import Code, Diagnostic
from tnt.language.documents.lists import ListsDocument, TotalPeople
from tnt.reading.tables.age_band import AgeNames, band, plain_text
from tnt.reading.tables.bands import HeadingForm
from tnt.reading.tables.checks import check_unique, first_records
from tnt.reading.tables.files.sheet import Indices, Sheet
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.layout import age_names, columns_of, other_words, sex_words
from tnt.reading.tables.missing import counted
from tnt.reading.tables.people.long_form import LongForm
from tnt.reading.tables.words.age_words import EVERY_AGE
from tnt.reading.tables.words.sex_words import BOTH, SEX_OF
from tnt.reading.tables.words.untold_words import AGE_NOT_KNOWN, NOT_KNOWN, WHOLE_HEADINGS

_SHORTEST = 2
"""Letters of a word in a heading; in a cell one will do."""


@dataclass(frozen=True)
class Untold:
    """People [L] of each list whose sex or age a rule cannot ask for, and how many more there may be."""

    people: Floats
    beyond: Floats | None

    def part(self, lists: Indices) -> Untold:
        """Of some of the lists."""
        return Untold(self.people[lists], None if self.beyond is None else self.beyond[lists])

    def scaled(self, factors: Floats) -> Untold:
        """With each list multiplied by its factor [L]."""
        return Untold(self.people * factors, None if self.beyond is None else self.beyond * factors)


@dataclass(frozen=True)
class _Said:
    """What a column or a row says in place of a sex and an age; `key` tells it."""

    key: object
    sex: str
    ages: str


def untold_columns(document: ListsDocument, header: Sequence[str]) -> list[str]:
    """The columns of a wide table that count such people; those that are sums of others of them are left out."""
    pattern = document.people
    if isinstance(pattern, TotalPeople):
        return []
    others, names = other_words(document), age_names(document)
    words = sorted({*(sex_words(document) or SEX_OF), *BOTH, *others}, key=len, reverse=True)
    form = HeadingForm(pattern, f"(?i:{'|'.join(re.escape(word) for word in words if len(word) >= _SHORTEST)})")
    unknown = AGE_NOT_KNOWN - NOT_KNOWN if pattern == "{ages}" else AGE_NOT_KNOWN
    named, found = set(columns_of(document)), []
    for column in header:
        if column in named:
            continue
        match, plain = form.match(column), plain_text(column)
        said = _Said(column, *("" if match is None else match.groupdict().get(part) or "" for part in ("sex", "ages")))
        if plain in WHOLE_HEADINGS and plain not in names:
            found.append(_Said(column, plain, ""))
        elif match is not None and _is_untold(said, others, unknown, names):
            found.append(said)
    return [str(said.key) for said in _parts(found, others)]


def untold_records(sheet: Sheet, form: LongForm) -> Bools | None:
    """Which records of a long table count such people; None where none does."""
    found = np.zeros(len(sheet), dtype=np.bool_)
    if form.sex is not None:
        texts, code = sheet.coded(form.sex)
        found |= np.array([text.lower() in form.others for text in texts])[code]
    if form.ages is not None:
        texts, code = sheet.coded(form.ages)
        found |= np.array([_is_unknown_age(text, AGE_NOT_KNOWN, form.age_names) for text in texts])[code]
    return found if found.any() else None


def untold_in_rows(sheet: Sheet, form: LongForm, ids: Sequence[str], findings: Findings) -> Untold:
    """Those of the lists `ids`, of a sheet of nothing else. A list that has no other rows is a problem."""
    values, beyond = counted(sheet, form.people, findings, form.marks, form.missing)
    nothing = [""], np.zeros(len(sheet), dtype=np.int64)
    (own, list_of), (sexes, sex_of), (bands, band_of) = (
        nothing if column is None else sheet.coded(column) for column in (form.id, form.sex, form.ages)
    )
    own = list(ids) if form.id is None else own
    position = {name: index for index, name in enumerate(ids)}
    without = np.array([name not in position for name in own])
    column = form.id or form.people
    findings.add_each(
        np.flatnonzero(without[list_of]), lambda record: Diagnostic(Code.CELL_MISSING, sheet.place(record, column))
    )
    each = (list_of * len(sexes) + sex_of) * len(bands) + band_of
    pairs = len(sexes) * len(bands)
    check_unique(sheet, column, each, first_records(each, len(own) * pairs), (own, pairs), findings)
    said = [_Said((sex, age), sexes[sex], bands[age]) for sex, age in sorted(set(zip(sex_of, band_of, strict=True)))]
    parts = {one.key for one in _parts(said, form.others)}
    kept = np.array([key in parts for key in zip(sex_of, band_of, strict=True)]) & ~without[list_of]
    lists = np.array([position.get(name, 0) for name in own])[list_of[kept]]

    def by_list(counts: Floats) -> Floats:
        return np.bincount(lists, weights=counts[kept], minlength=len(ids)).astype(np.float64)

    return Untold(by_list(values), None if beyond is None else by_list(beyond))


def _is_untold(said: _Said, others: Collection[str], unknown: Collection[str], names: AgeNames) -> bool:
    if said.sex.lower() in others:
        return not said.ages or plain_text(said.ages) in AGE_NOT_KNOWN or band(said.ages, names) is not None
    return _is_unknown_age(said.ages, unknown, names)


def _is_unknown_age(text: str, unknown: Collection[str], names: AgeNames) -> bool:
    plain = plain_text(text)
    return plain in unknown and plain not in names


def _parts(found: Sequence[_Said], others: Collection[str]) -> Iterable[_Said]:
    """Without those that are sums: all ages of a word for the sex that also has single ages, and both sexes beside
    each."""
    of_word = defaultdict(list)
    for said in found:
        of_word[said.sex.lower()].append(said)
    single = [word for word in of_word if word not in BOTH and word not in others]
    for word, those in of_word.items():
        is_sum = word in BOTH and bool(single)
        narrower = [said for said in those if said.ages and plain_text(said.ages) not in EVERY_AGE]
        if not is_sum:
            yield from narrower or those
