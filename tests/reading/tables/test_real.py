"""The real tables that must work, with the totals their publishers and the data's own notes give."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from tests.reading.tables.table_cases import located, strata
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.lists import ListTable, read_lists


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
