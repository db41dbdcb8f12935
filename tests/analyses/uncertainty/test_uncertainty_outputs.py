"""How sure a result is, in JSON, CSV, Parquet, XLSX and frames; without a simulation nothing of it is there."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO, StringIO

import numpy as np
import openpyxl
import pyarrow.parquet as pq
import pytest

import tnt
from tests.result.factory import rich_result
from tests.result.uncertain import CHECK, nothing_varies, uncertain_result
from tnt.analyses.uncertainty.words import range_sentences
from tnt.locale import Texts
from tnt.report.files.csv import write_csv
from tnt.report.files.json import to_json
from tnt.report.files.parquet import write_parquet
from tnt.report.files.xlsx import write_xlsx
from tnt.result.model import Result

SPREAD = ["mean", "p05", "p50", "p95"]


def rows_of(result: Result) -> list[dict[str, str]]:
    file = BytesIO()
    write_csv(result.lists, file, result.list_spreads)
    return list(csv.DictReader(StringIO(file.getvalue().decode(), newline="")))


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_shared_work_that_is_drawn_in_proportion_is_said(lang: str) -> None:
    result = uncertain_result()
    sure = result.uncertainty
    assert sure is not None
    assert not any("review" in said for said in range_sentences(result, sure, Texts(lang)))
    in_proportion = replace(sure, shared_in_proportion=("review",))
    assert any("review" in said for said in range_sentences(result, in_proportion, Texts(lang)))


@pytest.mark.parametrize(("lang", "alike"), [("en", "share all luck"), ("nb", "svinger i takt")])
def test_whether_lists_differ_is_said_of_every_simulation(lang: str, alike: str) -> None:
    result = uncertain_result()
    assert result.uncertainty is not None
    assert result.capacity is not None
    differing = replace(result, capacity=replace(result.capacity, between_lists=0.2))
    said, not_said = (" ".join(range_sentences(each, result.uncertainty, Texts(lang))) for each in (differing, result))
    assert alike in not_said
    assert alike not in said
    assert "20,0" in said.replace("20.0", "20,0")
    without = replace(result.uncertainty, overloaded_lists={})
    assert alike not in " ".join(range_sentences(result, without, Texts(lang)))


def test_the_fixed_shape_of_the_json() -> None:
    sure = json.loads(to_json(uncertain_result()))["uncertainty"]
    assert list(sure)[:3] == ["draws", "seed", "method"]
    assert (sure["draws"], sure["seed"], sure["method"]) == (4096, 1, "stratified")
    assert list(sure["total"]["gp"])[:4] == SPREAD
    assert list(sure["recommendations"][CHECK]["gp"]) == SPREAD
    assert list(sure["overloaded_lists"]["gp"]) == SPREAD
    assert sure["total"]["gp"]["p05"] == 702.0


def test_the_headline_stands_beside_the_intervals_it_is_the_wider_of() -> None:
    total = json.loads(to_json(uncertain_result()))["uncertainty"]["total"]["gp"]
    assert [total["independent"][name] for name in SPREAD] == [1011.0, 790.0, 1001.0, 1254.5]
    assert total["minutes_together"] == {name: total[name] for name in SPREAD}
    assert total["error_of_mean"] == 0.35


def test_an_interval_of_no_width_is_not_called_sure() -> None:
    document = json.loads(to_json(nothing_varies()))["uncertainty"]
    assert {role: total["varies"] for role, total in document["total"].items()} == {"gp": False, "nurse": False}
    assert json.loads(to_json(uncertain_result()))["uncertainty"]["total"]["gp"]["varies"]


def test_what_drives_it_and_what_has_no_range() -> None:
    sure = json.loads(to_json(uncertain_result()))["uncertainty"]
    assert sure["drivers"]["gp"][0] == {
        "stream": f"{CHECK}/tasks/measure/time",
        "label": {
            "nb": "Årlig blodtrykkskontroll fra 40 år · tid",
            "en": "Yearly blood pressure check from age 40 · time",
        },
        "at_low": 880.5,
        "at_high": 1180.25,
        "first_order": 0.61,
        "total_order": 0.66,
        "value_of_measuring": 9.25,
        "available_at_low": None,
        "available_at_high": None,
    }
    assert sure["drivers"]["gp"][2]["available_at_low"] == 6100.0
    assert sure["room"]["gp"]["hours_left"] == {"mean": 4000.0, "p05": 3100.0, "p50": 4050.0, "p95": 4900.0}
    assert sure["room"]["gp"]["probability"] == 0.95
    assert sure["decisions"]["gp"]["overload_weight"] == 2.0
    assert (sure["with_range"], len(sure["without_range"]), sure["assumed_range"]) == (4, 2, None)


def test_unknown_is_null() -> None:
    sure = json.loads(to_json(uncertain_result()))["uncertainty"]
    assert sure["recommendations"]["blood-pressure/treat"]["nurse"] is None
    assert sure["drivers"]["nurse"][0]["first_order"] is None


def test_the_manifest_says_how_it_was_simulated() -> None:
    manifest = json.loads(to_json(uncertain_result()))["manifest"]
    assert (manifest["draws"], manifest["seed"], manifest["method"]) == (4096, 1, "stratified")
    assert "scipy" in manifest["versions"]


def test_without_a_simulation_there_is_no_key_and_no_column() -> None:
    document = json.loads(to_json(rich_result()))
    assert "uncertainty" not in document
    assert "draws" not in document["manifest"]
    assert "scipy" not in document["manifest"]["versions"]
    assert list(rows_of(rich_result())[0])[-1] == "people_at_most"


def test_lists_gain_four_columns() -> None:
    rows = rows_of(uncertain_result())
    assert list(rows[0])[-5:] == ["people_at_most", "p05", "p50", "p95", "probability_of_overload"]
    second = next(row for row in rows if (row["list"], row["role"]) == ("B2", "gp"))
    assert [float(second[name]) for name in ("p05", "p50", "p95", "probability_of_overload")] == [700, 899, 1130, 0.58]


def test_a_list_without_a_verdict_and_a_role_not_simulated_have_empty_cells() -> None:
    rows = {(row["list"], row["role"]): row for row in rows_of(uncertain_result())}
    assert rows["C3", "gp"]["probability_of_overload"] == ""
    assert rows["A1", "midwife"]["p50"] == ""


def test_parquet_has_the_columns_of_the_csv() -> None:
    file = BytesIO()
    result = uncertain_result()
    write_parquet(result.lists, file, result.list_spreads)
    table = pq.read_table(file)
    assert table.schema.names == list(rows_of(result)[0])
    assert table["probability_of_overload"].to_pylist()[3] == 0.58


def test_frames_have_the_spread_beside_the_figures() -> None:
    result = uncertain_result()
    gp = tnt.totals_frame(result).set_index("role").loc["gp"]
    assert (gp.required_hours_mean, gp.required_hours_p95, gp.lists_overloaded_p95) == (1010.5, 1391.0, 2.0)
    hours = tnt.recommendations_frame(result).set_index(["recommendation", "role"])
    assert hours.loc[(CHECK, "nurse"), "tnt_hours_p05"] == 150.0
    assert np.isnan(hours.loc[("postpartum/conversation", "midwife"), "tnt_hours_mean"])
    assert tnt.lists_frame(result)["p95"].tolist()[3] == 1130.0
    assert not any("p05" in name for name in tnt.recommendations_frame(rich_result()))


def test_drivers_are_a_frame() -> None:
    frame = tnt.drivers_frame(uncertain_result(), "nb")
    assert frame["role"].tolist() == ["gp", "gp", "gp", "nurse"]
    assert frame["title"].tolist()[0] == "Årlig blodtrykkskontroll fra 40 år · tid"
    assert frame["value_of_measuring"].tolist()[:3] == [9.25, 0.0, 1.75]
    assert tnt.drivers_frame(rich_result()).empty


@pytest.mark.parametrize("make", [uncertain_result, nothing_varies])
def test_the_workbook_has_a_sheet_of_drivers(make: Callable[[], Result]) -> None:
    file = BytesIO()
    write_xlsx(make(), file)
    book = openpyxl.load_workbook(file)
    assert [cell.value for cell in book["Lists"][1]][-1] == "probability_of_overload"
    assert next(cell.value for cell in book["What drives it"][1]) == "role"
    about = [(row[0].value, row[1].value) for row in book["About"].iter_rows()]
    assert ("simulated", "draws=4096 seed=1 method=stratified") in about
    assert ("without_range", "gp-2018/gp/hours") in about
