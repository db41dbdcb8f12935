"""An answer as JSON, with the keys that are fixed, and as CSV."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.analyses.fit.results import (
    ALL,
    INFEASIBLE,
    NEEDS_WEIGHTS,
    NEW,
    OPTIMAL,
    TIERED,
    WEIGHTED,
    WITH_ROOM,
)
from tests.docs.page import Page
from tnt.analyses.fit.shown.csv import FIT_COLUMNS, fit_csv
from tnt.analyses.fit.shown.json import fit_document, fit_json

FIXED = {
    "format",
    "status",
    "gap",
    "hours",
    "benefit",
    "in",
    "out",
    "partly",
    "unknown_benefit",
    "price_of_hour",
}
KINDS = {"posts", "list-size", "delegation", "equal-hours", "administrative", "against"}
PAGE = Page("results.md")
EVERY = pytest.mark.parametrize("name", ALL)


@EVERY
def test_json_has_the_fixed_keys_and_room_only_where_something_is_new(name: str) -> None:
    document = json.loads(fit_json(ALL[name]))
    assert document["format"] == "tnt-fit/1"
    assert FIXED - document.keys() == set()
    assert document["status"] == ALL[name].status
    assert set(document["benefit"]) == {"total", "unit"}
    assert all({"used", "available"} <= hours.keys() for hours in document["hours"].values())
    assert ("room" in document) == (ALL[name].room is not None)
    for way in document.get("room", []):
        assert way["kind"] in KINDS
        assert way["scope"] in ("all", "tightest-tenth", "picked")
        assert way["role"] == "gp"
    assert fit_json(ALL[name]) == fit_json(ALL[name])


def test_json_is_unrounded_and_nobody_is_in_two_lists() -> None:
    document = fit_document(OPTIMAL)
    assert document["benefit"] == {"total": 812.5, "unit": "people/year"}
    assert document["price_of_hour"] == {"gp": 0.0195, "nurse": 0.0}
    assert document["in"] == ["bp/treat", "copd/vaccination", "sick/notes"]
    assert document["out"] == ["copd/yearly-review"]
    assert document["partly"] == [{"id": "falls/exercise", "uptake": 0.6}]
    assert document["unknown_benefit"] == ["back/advice"]
    assert document["hours"]["gp"]["available"] == 360000.0
    without = document["without_unknown"]
    assert "copd/yearly-review" in without["in"]
    assert "back/advice" not in [*without["in"], *without["out"]]
    assert without["benefit"]["total"] == 873.125


def test_unknown_is_null() -> None:
    document = fit_document(NEEDS_WEIGHTS)
    assert document["benefit"]["total"] is None
    assert document["hours"]["gp"] == {"used": None, "available": 360000.0}
    assert document["hours"]["nurse"]["available"] is None
    assert document["price_of_hour"] == {"gp": None, "nurse": None}
    assert document["gap"] is None
    assert document["objective"] is None
    assert [one["id"] for one in document["outcomes"]] == ["stroke", "admission"]
    benefits = {one["id"]: one["benefit"] for one in fit_document(OPTIMAL)["recommendations"]}
    assert benefits["back/advice"] is None


def test_weights_and_tiers_name_who_signed_them_and_their_unit() -> None:
    document = fit_document(WEIGHTED)
    assert document["objective"]["signed_by"] == "Example panel, chaired by A. Author"
    assert document["objective"]["date"] == "2026-11-20"
    assert document["benefit"]["unit"] == "weighted people a year"
    assert document["recommendations"][1]["in_weights"] == {"in": 0, "of": 9}
    assert fit_document(TIERED)["objective"]["kind"] == "tiers"


def test_a_shortfall_is_an_answer() -> None:
    document = fit_document(INFEASIBLE)
    assert document["status"] == "infeasible"
    assert document["shortfall"] == {"gp": 12345.0}
    assert document["shortfall_lists"][0] == {"list_id": "Ås 1", "role": "gp", "hours": 812.25}


def test_every_way_to_make_room_has_its_figures() -> None:
    document = fit_document(WITH_ROOM)
    assert document["new"] == [NEW]
    ways = {way["kind"]: way for way in document["room"] if way["scope"] == "all"}
    assert set(ways) == KINDS
    assert ways["posts"]["posts"] == 71.5715
    assert ways["equal-hours"]["smallest_set"][0]["id"] == "bp/treat"
    assert ways["delegation"]["tasks"] == ["bp/treat/tasks/measure"]
    assert [ways[kind]["enough"] for kind in ("administrative", "against")] == [True, False]
    scopes = {one["scope"]: one for one in document["room_of"]}
    assert set(scopes) == {"all", "tightest-tenth", "picked"}
    assert scopes["all"]["load_before"] == pytest.approx(3106566 / 9011400)
    assert scopes["all"]["load_after"] == pytest.approx((3106566 + 123456) / 9011400)


def test_every_key_of_the_json_is_explained() -> None:
    whole, of_ways = PAGE.rows("What fits"), PAGE.names("room")
    for result in ALL.values():
        document = fit_document(result)
        assert document.keys() - whole.keys() == set()
        for part in ("recommendations", "moved", "shortfall_lists", "outcomes", "frontier", "room_of"):
            assert {key for one in document.get(part, []) for key in one} - whole[part] == set(), part
        for part in ("hours", "everything"):
            assert {key for one in document[part].values() for key in one} - whole[part] == set()
        for part in ("objective", "without_unknown", "lists", "pack"):
            assert (document[part] or {}).keys() - whole[part] - whole.keys() == set()
        for way in document.get("room", []):
            assert way.keys() - of_ways == set()
            equal = [*way.get("nearest", []), *way.get("smallest_set", [])]
            assert {key for one in equal for key in one} - of_ways == set()


def test_csv_has_one_row_a_recommendation_and_role() -> None:
    rows = list(csv.DictReader(io.StringIO(fit_csv(WEIGHTED)), strict=True))
    assert len(rows) == 2 * len(WEIGHTED.choice.recommendations)  # type: ignore[union-attr]
    assert rows[0]["recommendation"] == "bp/treat"
    assert float(rows[0]["hours"]) == 200000
    assert [row["benefit"] for row in rows if row["recommendation"] == "back/advice"] == ["", ""]
    assert fit_csv(NEEDS_WEIGHTS).strip() == ",".join(FIT_COLUMNS)
    assert set(FIT_COLUMNS) - PAGE.names("What fits") == set()
