"""JSON-stat 2: dimensions are columns, values are people."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.reading.tables.table_cases import only, problems, read, strata
from tnt import limits
from tnt.diagnostics import Code

SEX = {"label": "kjønn", "category": {"index": ["1", "2"], "label": {"1": "Menn", "2": "Kvinner"}}}
AGES = {"label": "alder", "category": {"index": {"F67": 1, "F00": 0}, "label": {"F00": "0-66 år", "F67": "67+ år"}}}
PLACES = {"label": "region", "category": {"index": ["0301", "4601"], "label": {"0301": "Oslo", "4601": "Bergen"}}}
ONE = {"version": "2.0", "class": "dataset", "label": "People", "id": ["Kjonn", "Alder"], "size": [2, 2]}
ONE |= {"dimension": {"Kjonn": SEX, "Alder": AGES}, "value": [110, 240, 120, 230]}
TWO: dict[str, Any] = ONE | {"id": ["Region", "Kjonn", "Alder"], "size": [2, 2, 2]}
TWO |= {"dimension": {"Region": PLACES, "Kjonn": SEX, "Alder": AGES}, "value": list(range(1, 9))}
KEYS = {"table": "t.json", "shape": "long", "people": "value", "sex": "Kjonn", "ages": "Alder"}
KEYS |= {"sex_names": {"female": "Kvinner", "male": "Menn"}}


def test_one_list(tmp_path: Path) -> None:
    lists = read(tmp_path, json.dumps(ONE), **KEYS, id=None)
    assert strata(lists) == ["female 0-66", "female 67+", "male 0-66", "male 67+"]
    assert lists.people.tolist() == [[120, 230, 110, 240]]


def test_labels_and_codes(tmp_path: Path) -> None:
    lists = read(tmp_path, json.dumps(TWO), **KEYS, id="Region code", name="region")
    assert lists.names is not None
    assert (lists.ids.tolist(), lists.names.tolist()) == (["0301", "4601"], ["Oslo", "Bergen"])
    assert lists.people.tolist() == [[3, 4, 1, 2], [7, 8, 5, 6]]


@pytest.mark.parametrize("value", [{"0": 1, "3": 4}, [1, None, None, 4]])
def test_what_is_missing_is_empty(tmp_path: Path, value: object) -> None:
    found = problems(tmp_path, json.dumps(ONE | {"value": value, "status": {"1": ":"}}), **KEYS, id=None)
    assert [(one.code, one.place.cell) for one in found] == [
        (Code.CELL_MISSING, (2, "value")),
        (Code.CELL_MISSING, (3, "value")),
    ]


def test_a_category_without_an_order_or_a_label(tmp_path: Path) -> None:
    given = TWO | {"size": [1, 2, 2], "value": [1, 2, 3, 4]}
    places = {"category": {"label": {"0301": "Oslo"}}}
    sexes = {"category": {"index": ["Menn", "Kvinner"]}}
    given["dimension"] = {"Region": places, "Kjonn": sexes, "Alder": AGES}
    assert read(tmp_path, json.dumps(given), **KEYS, id="Region").ids.tolist() == ["Oslo"]


def test_a_column_that_is_not_there(tmp_path: Path) -> None:
    found = only(problems(tmp_path, json.dumps(TWO), **KEYS, id="Regoin"), Code.COLUMN_MISSING)
    assert found.suggestion == "Region"
    assert found.values["columns"].startswith("Region, Kjonn, Alder, value")


@pytest.mark.parametrize(
    "changed",
    [
        {"version": "1.0"},
        {"class": "collection"},
        {"size": [2, 3]},
        {"size": [2]},
        {"size": [-2, -2]},
        {"size": [2, True]},
        {"id": ["Kjonn", "Kjonn"]},
        {"value": [1, 2, 3]},
        {"value": {"4": 1}},
        {"value": {"x": 1}},
        {"value": [[1], 2, 3, 4]},
        {"value": "1234"},
        {"value": ["\ud800", 2, 3, 4]},
        {"value": ["\0", 2, 3, 4]},
        {"dimension": {"Kjonn": SEX | {"label": "\ud800"}, "Alder": AGES}},
        {"dimension": {"Kjonn": SEX, "Alder": {"category": {"index": ["a\0", "b"]}}}},
        {"dimension": {"Kjonn": SEX}},
        {"dimension": {"Kjonn": SEX, "Alder": {"category": {"index": {"a": 0, "b": 0}}}}},
        {"dimension": {"Kjonn": SEX, "Alder": {"category": {"index": [1, 2]}}}},
        {"dimension": {"Kjonn": SEX, "Alder": {"category": {"index": "ab"}}}},
        {"dimension": {"Kjonn": SEX, "Alder": {"category": {"index": ["a", "b"], "label": {"a": 1}}}}},
    ],
)
def test_what_contradicts_itself(tmp_path: Path, changed: dict[str, object]) -> None:
    found = only(problems(tmp_path, json.dumps(ONE | changed), **KEYS, id=None), Code.TABLE_UNREADABLE)
    assert found.values == {"reason": "json-stat"}


@pytest.mark.parametrize(
    "content",
    ["", "[]", "7", "[" * 100_000, '{"a": NaN}', '{"a": 1, "a": 2}', '{"version": ' + "9" * 5_000 + "}", "{\0}"],
)
def test_what_is_no_json_stat(tmp_path: Path, content: str) -> None:
    found = only(problems(tmp_path, content, **KEYS, id=None), Code.TABLE_UNREADABLE)
    assert found.values == {"reason": "json-stat"}


def test_letters_in_another_encoding(tmp_path: Path) -> None:
    text = json.dumps(ONE, ensure_ascii=False)
    assert read(tmp_path, text.encode("utf-8-sig"), **KEYS, id=None).people.sum() == 700
    found = only(problems(tmp_path, text.encode("latin-1"), **KEYS, id=None), Code.TABLE_UNREADABLE)
    assert found.values == {"reason": "encoding"}


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = ONE | {"size": [100_000, 100_000]}
    assert only(problems(tmp_path, json.dumps(sizes), **KEYS, id=None), Code.TABLE_TOO_LARGE).values["unit"] == "rows"
    monkeypatch.setattr(limits, "JSON_TABLE_BYTES", 50)
    assert only(problems(tmp_path, json.dumps(ONE), **KEYS, id=None), Code.TABLE_TOO_LARGE).values["unit"] == "bytes"
