"""What is said of an answer: JSON with the keys that are fixed, CSV, the terminal and the page."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from tests.analyses.fit.results import (
    ALL,
    FITS,
    INFEASIBLE,
    LITTLE_ROOM,
    NEEDS_WEIGHTS,
    NEW,
    NO_OUTCOMES,
    OPTIMAL,
    ROOM_WITHOUT_WEIGHTS,
    TIERED,
    WEIGHTED,
    WITH_ROOM,
)
from tests.docs.page import Page
from tnt.analyses.fit.csv import FIT_COLUMNS, fit_csv
from tnt.analyses.fit.json import fit_document, fit_json
from tnt.analyses.fit.page import render_fit
from tnt.analyses.fit.result import FitResult
from tnt.analyses.fit.terminal import print_fit
from tnt.locale import Texts

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
LANGUAGES = pytest.mark.parametrize("lang", ["en", "nb"])
EVERY = pytest.mark.parametrize("name", ALL)


def printed(result: FitResult, lang: str, arguments: str = "") -> str:
    file = io.StringIO()
    print_fit(result, lang, file, arguments)
    return file.getvalue()


def in_one_line(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


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


@LANGUAGES
@EVERY
def test_every_result_can_be_read_at_eighty_columns(name: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = printed(ALL[name], lang, " pack")
    lines = [line for line in text.splitlines() if not line.startswith("  tnt fit")]
    assert max(map(len, lines)) <= 80
    assert Texts(lang).text("fit.not-counted") in text
    for key in ("severity", "harms", "who-loses"):
        assert in_one_line(Texts(lang).text(f"fit.not-{key}")) in in_one_line(text)
    assert not re.search(r"\bnan\b|None|\{\w*\}", text)


@LANGUAGES
@EVERY
def test_every_result_is_a_page(name: str, lang: str) -> None:
    page = render_fit(ALL[name], lang)
    assert page == render_fit(ALL[name], lang)
    assert "None" not in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    for named in re.findall(r'aria-labelledby="([^"]+)"', page):
        assert set(named.split()) <= set(ids)


def test_the_sentence_for_a_hearing() -> None:
    said = in_one_line(printed(WITH_ROOM, "en"))
    assert "“Yearly blood pressure check” asks for 123,000 GP hours a year." in said
    assert "So that the load stays at 34.5%, one of these would do: 71.6 more posts; lists with 14.6 fewer" in said
    assert "It is as much as the whole of “Yearly COPD review”, 1.4 times." in said
    assert "Not enough alone: not doing what is advised against." in said
    norwegian = in_one_line(printed(WITH_ROOM, "nb"))
    assert "«Årlig blodtrykkskontroll» krever 123 000 fastlegetimer i året." in norwegian
    assert "Skal belastningen holde seg på 34,5 %, er ett av disse grepene nok: 71,6 stillinger til;" in norwegian


def test_what_gives_way_is_said_under_these_values() -> None:
    for lang, said in (("en", "would have to give way under these values"), ("nb", "måtte vike ut fra disse verdiene")):
        assert said in in_one_line(printed(WEIGHTED, lang))
        assert "Example panel, chaired by A. Author" in in_one_line(printed(WEIGHTED, lang))


def test_the_price_of_an_hour_is_said_in_words() -> None:
    said = in_one_line(printed(OPTIMAL, "en"))
    assert "One more GP hour a year would buy 0.0195 people a year who benefit (one stroke prevented)." in said
    assert "There are GP hours to spare" in in_one_line(printed(FITS, "en"))


def test_what_is_missing_is_named_with_the_options_to_use() -> None:
    said = in_one_line(printed(ROOM_WITHOUT_WEIGHTS, "en", " pack --add new.yaml"))
    for words in ("tnt fit pack --add new.yaml --outcome stroke", "--weights FILE", "--priorities FILE"):
        assert words in said
    assert "71.6 more posts" in said
    there_is_time = in_one_line(printed(NO_OUTCOMES, "en"))
    assert "There is time for all of it, so that nothing has to give way, whatever the values." in there_is_time
    assert "There is time for all" not in in_one_line(printed(NEEDS_WEIGHTS, "en"))


def test_a_missing_time_makes_the_hours_a_lower_bound() -> None:
    said = in_one_line(printed(LITTLE_ROOM, "en"))
    assert "ask for at least 123,000 GP hours a year" in said
    assert "at least 108%" in said
    assert "3.97% of all GP hours asked for, taken over by others" in said


def test_the_page_escapes_what_files_say() -> None:
    bad = {**WITH_ROOM.titles, "copd/yearly-review": "<script>alert(1)</script>"}
    page = render_fit(replace(WITH_ROOM, titles=bad), "nb")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_hours_without_a_word_of_their_own_name_the_role() -> None:
    titled = replace(WITH_ROOM, role_titles={"gp": {"nb": "Allmennlege", "en": "Family doctor"}, "nurse": "nurse"})
    assert "123,000 hours (Family doctor) a year" in in_one_line(printed(titled, "en"))
    assert "123 000 timer (Allmennlege) i året" in in_one_line(printed(titled, "nb"))
