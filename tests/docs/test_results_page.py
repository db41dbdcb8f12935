"""docs/results.md explains every key and column that comes out, where a reader looks for it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.docs.page import Page
from tests.result.uncertain import uncertain_result
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.report.files import frames
from tnt.report.files.json import as_document
from tnt.show.manifest import METHOD

PAGE = Page("results.md")
SPREAD = {"mean", "p05", "p50", "p95"}
"""Keys of every spread, explained once above the table."""


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return as_document(estimate(load(as_of=date(2026, 11, 22))))


def keys(entries: Iterable[Mapping[str, Any]]) -> set[str]:
    """The keys of some entries, of which there must be some."""
    found = {key for entry in entries for key in entry}
    assert found
    return found


def test_every_key_of_the_json_has_a_row(document: dict[str, Any]) -> None:
    assert set(document) - PAGE.rows("JSON").keys() == set()


@pytest.mark.parametrize("part", ["lists", "capacity", "pack", "manifest"])
def test_every_key_of_a_part_is_in_its_row(document: dict[str, Any], part: str) -> None:
    assert keys([document[part]]) - PAGE.rows("JSON")[part] == set()


@pytest.mark.parametrize("part", ["numbers", "warnings", "inputs"])
def test_every_key_of_the_entries_of_a_part_is_in_its_row(document: dict[str, Any], part: str) -> None:
    assert keys(document[part]) - PAGE.rows("JSON")[part] == set()


def test_every_key_of_overload_is_in_its_row(document: dict[str, Any]) -> None:
    assert keys(document["overload"].values()) - PAGE.rows("JSON")["overload"] == set()


@pytest.mark.parametrize("part", ["recommendations", "shared_work"])
def test_every_key_of_an_entry_has_a_row_under_its_heading(document: dict[str, Any], part: str) -> None:
    assert keys(document[part]) - PAGE.rows(part).keys() == set()


def test_every_key_by_role_has_a_row_under_its_heading(document: dict[str, Any]) -> None:
    assert keys(document["total"].values()) - PAGE.rows("total, by role").keys() == set()
    roles = [role for one in document["supply"] for role in one["roles"].values()]
    assert keys(roles) - PAGE.rows("supply").keys() == set()


def test_every_key_of_staffing_and_of_a_capacity_is_named_under_its_heading(document: dict[str, Any]) -> None:
    assert keys(document["staffing"].values()) - PAGE.names("staffing, by role") == set()
    assert keys(document["supply"]) - PAGE.names("supply") == set()


def test_every_key_of_a_simulation_has_a_row_and_every_key_of_a_part_is_in_it() -> None:
    sure, rows = as_document(uncertain_result())["uncertainty"], PAGE.rows("uncertainty")
    assert set(sure) - rows.keys() == set()
    assert set(sure["total"]["gp"]) - rows["total"] == SPREAD
    assert PAGE.names("uncertainty") >= SPREAD
    assert set(sure["drivers"]["gp"][0]) - rows["drivers"] == set()
    assert set(sure["decisions"]["gp"]) - rows["decisions"] == set()


def test_every_column_of_a_list_has_a_row() -> None:
    rows = PAGE.rows("CSV and Parquet")
    columns = frames.lists_frame(estimate(load(as_of=date(2026, 11, 22)))).columns
    assert set(columns) - {"area"} <= rows.keys()
    assert set(frames.lists_frame(uncertain_result()).columns) - {"area"} <= rows.keys()


def test_the_edition_of_the_method_is_named_where_results_last_changed() -> None:
    """Whoever says that results change says which edition of the method they follow from then on."""
    assert re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", METHOD)
    assert f"`{METHOD}`" in PAGE.section("Results")
    changes = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1:]
    last = next(version for version in changes if "\n### Results change\n" in version)
    assert f"The edition of the method is now `{METHOD}`" in last
