"""JSON, frame and drawing of a comparison."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

import tnt
from tests.analyses.compare.packs import WITH_GOUT, both
from tests.analyses.compare.test_bars import result
from tests.command_line import GUIDELINE
from tests.docs.page import Page
from tnt.analyses.compare.comparison import compare_results
from tnt.analyses.compare.json import comparison_document, comparison_json
from tnt.analyses.compare.waterfall import comparison_svg, waterfall_page
from tnt.analyses.compare.words import NAMED_BARS, steps
from tnt.locale import Texts
from tnt.show.manifest import METHOD

PAGE = Page("results.md")
SVG = "{http://www.w3.org/2000/svg}"
FASTER = (GUIDELINE + WITH_GOUT).replace("time: 15 min", "time: 10 min", 1).replace("target: 50 %", "target: 60 %")


@pytest.fixture
def comparison(tmp_path: Path) -> tnt.Comparison:
    return tnt.compare(*both(tmp_path, guideline=FASTER))


def many(count: int) -> tnt.Comparison:
    hours = {f"a/r-{number}": float(number) for number in range(1, count + 1)}
    return compare_results(result(hours), result({name: 2 * value for name, value in hours.items()}))


def test_json_says_all_of_it_and_says_it_again(comparison: tnt.Comparison) -> None:
    document = json.loads(comparison_json(comparison))
    assert document["versions"]["method"] == METHOD
    assert document["format"] == "tnt-comparison/1"
    gp = document["roles"]["gp"]
    assert [bar["id"] for bar in gp["bars"]] == ["demo/check", "demo/gout"]
    assert gp["bars"][0]["change_hours"] == pytest.approx(-4200 * 5 / 60)
    assert gp["before_hours"] + sum(bar["change_hours"] for bar in gp["bars"]) == pytest.approx(gp["after_hours"])
    assert [rule["field"] for rule in document["rules"]] == ["time", "target"]
    assert document["rules"][0]["before"]["text"] == "15 min"
    assert gp["lists_changing_state"] == []
    assert comparison_json(comparison) == comparison_json(comparison)


def test_every_key_of_the_json_is_explained(comparison: tnt.Comparison) -> None:
    unknown = compare_results(result({"demo/check": None}), result({"demo/check": 1.0}))
    whole, of_rules, of_roles = (PAGE.rows(heading) for heading in ("Comparisons", "rules", "roles"))
    assert "name" in whole["before"]
    assert {"before", "after", "lists"} <= of_roles["lists_changing_state"]
    for document in (comparison_document(comparison), comparison_document(unknown)):
        assert document.keys() - whole.keys() == set()
        for rule in document["rules"]:
            assert rule.keys() - of_rules.keys() == set()
            assert (rule["before"] or rule["after"]).keys() - of_rules["before"] == set()
        for role in document["roles"].values():
            assert role.keys() - of_roles.keys() == set()
            for part in ("bars", "not_compared"):
                assert {key for one in role[part] for key in one} - of_roles[part] == set()


def test_the_frame_adds_up(comparison: tnt.Comparison) -> None:
    frame = tnt.comparison_frame(comparison, "nb")
    gp = frame[frame.role == "gp"].set_index("part")
    assert gp.loc["recommendation", "title"].tolist() == ["Årlig kontroll", "gout"]
    total = math.fsum([gp.loc["before", "before_hours"], *gp.change_hours.dropna()])
    assert total == pytest.approx(gp.loc["after", "after_hours"], rel=1e-9)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_drawing_stands_alone(comparison: tnt.Comparison, lang: str) -> None:
    root = ElementTree.fromstring(comparison_svg(comparison, lang))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title desc"
    texts = [" ".join("".join(one.itertext()).split()) for one in root.iter(f"{SVG}text")]
    assert Texts(lang).text("compare.before") in texts
    assert "-350" in texts
    assert root.find(f"{SVG}desc") is not None
    assert "http" not in comparison_svg(comparison, lang).replace("http://www.w3.org/2000/svg", "")


def test_the_largest_are_named_and_the_others_are_one() -> None:
    comparison = many(40)
    found = steps(comparison.roles["gp"], Texts("en"))
    assert len(found) == 1 + NAMED_BARS + 1 + 1
    assert found[-2].label == "25 other recommendations"
    assert found[-2].change_hours == sum(range(1, 26))
    assert found[-2].to_hours == pytest.approx(found[-1].to_hours)


def test_bars_lie_inside_the_drawing_and_meet() -> None:
    comparison = compare_results(
        result({"a/one": 1e6, "a/two": 300.0, "a/x": None}), result({"a/one": 1e6 + 10, "a/x": 5.0}, overlap=7.0)
    )
    (role,) = waterfall_page(comparison, Texts("en")).roles
    assert role.is_cut
    assert role.axis_note
    assert all(row.x >= 350 and row.x + row.width <= 770 + 1.5 for row in role.rows)
    for row, following in zip(role.rows[:-1], role.rows[1:-1], strict=False):
        assert min(abs(following.x - row.end_x), abs(following.x + following.width - row.end_x)) < 1.6
    assert role.rows[-2].end_x == pytest.approx(role.rows[-1].end_x)


def test_nothing_changes(tmp_path: Path) -> None:
    page = waterfall_page(tnt.compare(*both(tmp_path)), Texts("nb"))
    assert page.roles == ()
    assert page.notes == ("Timene er de samme på begge sider.",)


def test_hostile_titles_are_text(tmp_path: Path) -> None:
    evil = "</text><script>alert(1)</script>\\e]0;x\\a & <"
    hostile = FASTER.replace("{nb: Årlig kontroll, en: Yearly check}", f'"{evil}"')
    before, after = both(tmp_path, guideline=hostile)
    svg = comparison_svg(tnt.compare(before, after, ("<b>", "]]>")), "en")
    root = ElementTree.fromstring(svg)
    assert not list(root.iter(f"{SVG}script"))
    assert "<script" not in svg
    assert "\x1b" not in svg
    assert "<b>" in "".join(root.itertext())


def test_the_date_of_a_side_is_that_of_its_inputs(tmp_path: Path) -> None:
    before, after = both(tmp_path)
    comparison = tnt.compare(replace(before, as_of=date(2022, 12, 31)), after)
    assert comparison_document(comparison)["before"]["as_of"] == "2022-12-31"
