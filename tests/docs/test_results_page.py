"""docs/results.md names every key and column that comes out."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.result.uncertain import uncertain_result
from tnt.compile.inputs import load
from tnt.result import frames
from tnt.result.estimate import estimate
from tnt.result.to_json import as_document

PAGE = (Path(__file__).parents[2] / "docs" / "results.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z_0-9]+)`", PAGE))


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return as_document(estimate(load(as_of=date(2026, 11, 22))))


def test_every_key_of_the_json_is_explained(document: dict[str, Any]) -> None:
    keys = set(document)
    for part in ("lists", "capacity", "pack", "manifest"):
        keys |= set(document[part])
    for part in ("recommendations", "numbers", "warnings", "inputs", "shared_work"):
        keys |= {key for entry in document[part] for key in entry}
    for part in ("total", "overload", "staffing"):
        keys |= {key for entry in document[part].values() for key in entry}
    for one in document["supply"]:
        keys |= {*one, *(key for role in one["roles"].values() for key in role)}
    assert keys - NAMED == set()


def test_every_key_of_a_simulation_is_explained() -> None:
    sure = as_document(uncertain_result())["uncertainty"]
    keys = {*sure, *sure["total"]["gp"], *sure["drivers"]["gp"][0], *sure["decisions"]["gp"]}
    assert keys - NAMED == set()


def test_every_column_of_a_list_is_explained() -> None:
    columns = frames.lists_frame(estimate(load(as_of=date(2026, 11, 22)))).columns
    assert set(columns) - {"area"} <= NAMED
    assert set(frames.lists_frame(uncertain_result()).columns) - {"area"} <= NAMED
