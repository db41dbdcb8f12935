"""Property: a table of lists is drafted and reads back to the same people, however it is written."""

from __future__ import annotations

import csv
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tests.reading.tables.table_cases import located
from tests.reading.tables.workbooks import number, write_sheets
from tnt.authoring.drafting.draft import drafted
from tnt.authoring.drafting.writing import written_draft
from tnt.diagnostics import ProblemSink
from tnt.language.documents.lists import ListsDocument
from tnt.locale import Texts
from tnt.reading.tables.lists import read_lists
from tnt.reading.yaml.read_tree import read_tree

WORDS = (("Kvinner", "Menn"), ("female", "male"), ("Women", "Men"), ("K", "M"), ("Frauen", "Männer"))
IDS = ("Liste", "practice_code", "List", "Legekontor", "Kommunenr", "id")
PEOPLE = ("Antall", "people", "Personer", "n", "Folkemengde")
TITLE = "Uttrekk av lister"
Rows = list[list[str]]


@dataclass(frozen=True)
class Written:
    """People by list and stratum, and the rows of the table."""

    people: dict[str, dict[str, float]]
    rows: Rows


@st.composite
def tables(draw: st.DrawFn) -> Written:
    """Lists of a random country: wide or long, with or without a total, ages as bands or in words."""
    edges = sorted(draw(st.sets(st.integers(1, 99), min_size=1, max_size=4)))
    bands = [*zip([0, *edges], [edge - 1 for edge in edges], strict=False), (edges[-1], None)]
    names = [f"{a}+" if b is None else f"{a}-{b}" if b > a else str(a) for a, b in bands]
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    count = draw(st.integers(1, 6))
    ids = draw(st.sampled_from([[f"{1000 + i}" for i in range(count)], [f"Ås, øst {i}" for i in range(count)]]))
    women, men = draw(st.sampled_from(WORDS))
    people = chance.integers(1, 3000, (count, 2 * len(bands)))
    columns = [(word, sex, name) for word, sex in ((women, "female"), (men, "male")) for name in names]
    found = {
        one: {f"{sex} {name}": float(n) for (_, sex, name), n in zip(columns, row, strict=True)}
        for one, row in zip(ids, people.tolist(), strict=True)
    }
    if draw(st.booleans()):
        ids, people = [*ids, draw(st.sampled_from(["Sum", "I alt", "Total"]))], np.vstack([people, people.sum(axis=0)])
    head = draw(st.sampled_from(IDS))
    if draw(st.booleans()) and len(columns) > 2:
        heading = [head, "Kjønn", "Alder", draw(st.sampled_from(PEOPLE))]
        long = [
            [one, word, name, str(n)]
            for one, row in zip(ids, people.tolist(), strict=True)
            for (word, _, name), n in zip(columns, row, strict=True)
        ]
        return Written(found, [heading, *long])
    between = draw(st.sampled_from(["_", " ", ", "]))
    wide = [[one, *map(str, row)] for one, row in zip(ids, people.tolist(), strict=True)]
    return Written(found, [[head, *(f"{word}{between}{name}" for word, _, name in columns)], *wide])


def as_csv(folder: Path, rows: Rows, separator: str, encoding: str) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    (folder / "lists.csv").write_bytes(text.getvalue().encode(encoding))
    return folder / "lists.csv"


def people_of(path: Path) -> dict[str, dict[str, float]]:
    """List -> stratum -> people as the written draft reads them."""
    draft = drafted(path, path.parent)
    problems = ProblemSink()
    tree = read_tree("draft.yaml", written_draft(draft.keys, draft.instead, Texts("nb"), "t").encode(), problems)
    assert tree is not None
    assert list(problems) == []
    document = ListsDocument.model_validate(tree.data)
    lists = read_lists(document, path.parent, located)
    held = [(i, f"{s.sex} {s.ages}") for i, s in enumerate(lists.strata) if s not in lists.not_held]
    return {str(one): {name: row[i] for i, name in held} for one, row in zip(lists.ids, lists.people, strict=True)}


@settings(max_examples=times(60), deadline=None)
@given(
    tables(), st.sampled_from(",;|\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "windows-1252"]), st.booleans()
)
def test_a_csv_file_reads_back(table: Written, separator: str, encoding: str, has_title: bool) -> None:
    rows = [[TITLE], [], *table.rows] if has_title else table.rows
    with tempfile.TemporaryDirectory() as folder:
        assert people_of(as_csv(Path(folder), rows, separator, encoding)) == table.people


@settings(max_examples=times(20), deadline=None)
@given(tables(), st.booleans())
def test_a_workbook_reads_back(table: Written, has_title: bool) -> None:
    rows = [list(map(number, row)) for row in ([[TITLE], [], *table.rows] if has_title else table.rows)]
    with tempfile.TemporaryDirectory() as folder:
        assert people_of(write_sheets(Path(folder) / "lists.xlsx", {"Lists": rows})) == table.people


@settings(max_examples=times(20), deadline=None)
@given(tables())
def test_a_parquet_file_reads_back(table: Written) -> None:
    heading, *rows = table.rows
    with tempfile.TemporaryDirectory() as folder:
        frame = pd.DataFrame([list(map(number, row)) for row in rows], columns=heading)
        mixed = [name for name in frame if frame[name].map(type).eq(str).any() or name == heading[0]]
        frame[mixed] = frame[mixed].astype(str)
        frame.to_parquet(Path(folder) / "lists.parquet")
        assert people_of(Path(folder) / "lists.parquet") == table.people
