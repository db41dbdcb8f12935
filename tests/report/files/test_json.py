import json
from dataclasses import replace

import numpy as np

from tests.result.factory import rich_result, without_capacity
from tnt.compile.notice import Notice, NoticeCode, RoleId
from tnt.report.files.json import to_json

TOTAL = [
    "required_hours", "current_hours", "incremental_hours", "incremental_hours_at_most", "one_off_hours",
    "overlap_hours", "overlap_hours_bounds", "merged_visit_hours", "merged_visit_hours_bounds", "available_hours",
    "share_of_capacity", "positions", "break_even_reserve", "load_before", "load_after",
    "load_after_at_most", "at_least",
]  # fmt: skip
RECOMMENDATION = {
    "id", "eligible_people", "tnt_hours", "required_hours", "incremental_hours", "one_off_hours", "share_of_capacity",
    "hours_per_person_benefiting", "at_least_roles",
}  # fmt: skip


def test_the_fixed_keys_are_there() -> None:
    document = json.loads(to_json(rich_result()))
    fixed = ["format", "as_of", "inputs", "warnings", "lists", "total", "recommendations", "overload"]
    assert set(fixed) <= set(document)
    assert document["format"] == "tnt-result/1"
    assert document["as_of"] == "2026-11-22"
    assert set(document["inputs"][0]) == {"path", "sha256"}
    assert {"count", "people"} <= set(document["lists"])
    assert [key for key in document["total"]["gp"] if key in TOTAL] == TOTAL
    assert set(document["recommendations"][0]) >= RECOMMENDATION
    states = ["lists", "of", "share", "watch", "vacant", "unknown", "imputed"]
    assert list(document["overload"]["gp"]) == [*states, "at_least"]


def test_numbers_are_unrounded() -> None:
    document = json.loads(to_json(rich_result()))
    assert document["total"]["gp"]["share_of_capacity"] == 1005.67 / 6037.5
    assert document["recommendations"][0]["tnt_hours"] == {"gp": 705.67, "nurse": 181.60625}


def test_unknown_is_null_and_never_zero() -> None:
    document = json.loads(to_json(without_capacity()))
    assert document["total"]["midwife"]["required_hours"] is None
    assert document["total"]["gp"]["available_hours"] is None
    assert document["recommendations"][3]["tnt_hours"] == {"midwife": None}
    assert document["recommendations"][3]["eligible_people"] is None
    assert document["capacity"] is None
    assert document["overload"] == {}


def test_nothing_that_is_not_json_is_written() -> None:
    result = rich_result()
    lists = replace(result.lists, people=np.array([np.nan, np.inf, 1, 1, 1]))
    total = {"gp": replace(result.total["gp"], positions=float("inf"), required_hours=-0.0, load_before=float("nan"))}
    text = to_json(
        replace(
            result,
            lists=lists,
            total=total,
            notices=(Notice(NoticeCode.VACANT, {"role": RoleId("gp"), "lists": float("nan")}),),
        )
    )
    document = json.loads(text, parse_constant=lambda name: (_ for _ in ()).throw(ValueError(name)))
    assert document["lists"]["people"] is None
    assert document["total"]["gp"]["positions"] is None
    assert "-0.0" not in text


def test_one_off_hours_are_named_only_where_there_are_some() -> None:
    recommendations = json.loads(to_json(rich_result()))["recommendations"]
    assert [one["one_off_hours"] for one in recommendations] == [{}, {}, {}, {}, {"nurse": 336.6667}]


def test_warnings_have_a_code_a_message_and_values() -> None:
    warnings = json.loads(to_json(rich_result()))["warnings"]
    vacant = next(one for one in warnings if one["code"] == "vacant")
    assert vacant["message"].startswith("GP: 1 list has people and no posts")
    assert vacant["values"] == {"role": "gp", "lists": 1.0}


def test_norwegian_letters_are_kept_and_the_file_ends_with_a_line_feed() -> None:
    text = to_json(rich_result())
    assert "Årlig blodtrykkskontroll" in text
    assert text.endswith("}\n")


def test_the_manifest_names_versions_inputs_lists_and_capacity() -> None:
    manifest = json.loads(to_json(rich_result()))["manifest"]
    assert set(manifest["versions"]) == {"tnt", "method", "python", "numpy", "pandas"}
    assert "method" not in manifest  # that is how draws were made, where there are any
    assert (manifest["lists"], manifest["capacity"], len(manifest["inputs"])) == ("five-lists", "gp-2018", 2)


def test_every_number_says_where_it_stands() -> None:
    numbers = json.loads(to_json(rich_result()))["numbers"]
    assert [one["status"] for one in numbers] == ["sourced", "assumption", "assumption", "derived"]
    assert numbers[0]["source_title"] == "Time survey among 41 GPs"
    assert (numbers[0]["file"], numbers[0]["line"]) == ("guidelines/blood-pressure.yaml", 33)


def test_the_same_result_gives_the_same_text() -> None:
    assert to_json(rich_result()) == to_json(rich_result())
