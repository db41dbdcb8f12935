"""The real tables that must work, with the totals their publishers and the data's own notes give."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from tests.reading.tables.table_cases import located, strata
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.lists import read_lists


def example(shared: Path, name: str, **keys: Any) -> ListTable:
    path = shared / "examples" / name
    given = yaml.safe_load(path.read_text()) | keys
    return read_lists(ListsDocument.model_validate(given), path.parent, located)


def test_england_2016(shared: Path) -> None:
    lists = example(shared, "lists-england.yaml")
    assert (len(lists.ids), lists.people.sum(), lists.people.shape) == (7646, 57_537_534, (7646, 18))
    assert strata(lists)[:3] == ["female 0-4", "female 5-14", "female 15-24"]
    posts = lists.posts["gp"]
    assert (int(np.sum(posts > 0)), int(np.sum(posts == 0)), int(np.isnan(posts).sum())) == (7082, 482, 82)


def test_england_2016_as_published(shared: Path) -> None:
    document = ListsDocument.model_validate(
        {
            "lists": "raw",
            "table": "../data/england/openprescribing_Patient_List_Size_2016_01-03.csv",
            "id": "Practice Code",
            "name": "Practice Name",
            "people": "{sex} {ages}",
        }
    )
    lists = read_lists(document, shared / "examples", located)
    people = lists.people.sum(axis=1)
    assert (len(people), int(np.sum(people < 500)), people.min()) == (7705, 59, 1)


@pytest.mark.parametrize(("ages_from", "known"), [("reference", True), ("none", False)])
def test_england_registers(shared: Path, ages_from: str, known: bool) -> None:
    lists = example(shared, "lists-england-registers.yaml", ages_from=ages_from)
    assert (len(lists.ids), strata(lists)) == (6378, ["all all"])
    assert (lists.ages_known, lists.ages_imputed) == (known, known)
    assert {name: np.isnan(values).sum() for name, values in lists.registers.items()} == {
        "hypertension": 0,
        "diabetes": 0,
        "copd": 0,
    }
    assert lists.registers["hypertension"].sum() / lists.people.sum() == pytest.approx(0.1442, abs=0.0005)
    assert np.isnan(lists.posts["gp"]).sum() == 22


def test_norwegian_municipalities(shared: Path) -> None:
    lists = example(shared, "lists-norway.yaml")
    assert (len(lists.ids), lists.people.sum(), len(lists.strata), lists.rows) == (357, 5_627_400, 38, 13_566)
    assert lists.posts_imputed == {"gp": True}
    assert lists.posts["gp"].sum() == pytest.approx(5_627_400 / 1010)


QOF_GROUPS = {"hypertension": "HYP", "diabetes": "DM", "copd": "COPD", "asthma": "AST", "depression": "DEP"}


def test_registers_of_the_raw_long_file_are_those_that_were_prepared(shared: Path) -> None:
    """133,938 rows of a practice and a register each, beside the practices of the joined table."""
    qof = {"table": "../data/england/QOF_PREVALENCE_2223.csv", "id": "PRACTICE_CODE", "column": "REGISTER"}
    raw = {condition: qof | {"where": {"GROUP_CODE": group}} for condition, group in QOF_GROUPS.items()}
    prepared = {condition: f"qof_{group}" for condition, group in QOF_GROUPS.items()}
    lists, expected = (
        example(shared, "lists-england-registers.yaml", registers=registers) for registers in (raw, prepared)
    )
    for condition in QOF_GROUPS:
        np.testing.assert_array_equal(lists.registers[condition], expected.registers[condition])
    assert {read.lists_without_row for read in lists.second_tables} == {0}
    assert len(lists.files) == 2


def test_posts_of_another_years_table(shared: Path) -> None:
    """Practices that closed have no row, and are unknown; those that opened belong to no list."""
    second = {
        "table": "../data/england/england_practices_2022-23_joined.csv",
        "id": "practice_code",
        "column": "gp_fte",
    }
    lists = example(shared, "lists-england.yaml", staff={"gp": {"posts": second}})
    (read,) = lists.second_tables
    assert len(lists.ids) - read.lists_without_row == 6378 - read.rows_without_list
    assert np.isnan(lists.posts["gp"]).sum() >= read.lists_without_row > 1000
