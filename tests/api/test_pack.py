"""`tnt.read` and what a pack answers."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import tnt
from tests.api.packs import AS_OF, TIME, TIME_IN_SCENARIOS, small_pack
from tnt.api.pack import GuidelinePack
from tnt.result.json_values import plain


def test_a_pack_is_shown_in_a_line(pack: Path) -> None:
    assert repr(tnt.read(pack)) == f"Pack of 1 guideline, 1 recommendation: {pack}"
    assert re.fullmatch(r"Pack of \d+ guidelines, \d+ recommendations: guidelines/no", repr(tnt.read()))


def test_frames_of_a_pack_say_what_it_holds(pack: Path) -> None:
    small = tnt.read(pack)
    assert small.guidelines.loc["demo", ["title", "recommendations"]].tolist() == ["Demo", 1]
    assert small.recommendations.loc["demo/check", "tasks"] == "visit, bloods"


@pytest.mark.parametrize("as_of", [AS_OF, date(2026, 11, 22), datetime(2026, 11, 22, 9), pd.Timestamp(AS_OF)])
def test_a_date_may_be_a_date_or_text(pack: Path, as_of: date | str) -> None:
    assert tnt.read(pack).estimate(as_of=as_of).result.as_of == date(2026, 11, 22)


def test_an_estimate_is_that_of_load_and_estimate(pack: Path) -> None:
    expected = tnt.estimate(tnt.load(pack, as_of=date(2026, 11, 22)))
    got = tnt.read(str(pack)).estimate(capacity=["hours"], lists="two", as_of=AS_OF).result
    pd.testing.assert_frame_equal(tnt.totals_frame(got), tnt.totals_frame(expected))
    pd.testing.assert_frame_equal(tnt.lists_frame(got), tnt.lists_frame(expected))
    assert got.inputs == expected.inputs


def test_a_file_that_changes_is_read_again(pack: Path) -> None:
    small = tnt.read(pack)
    before = small.estimate().totals
    demo = pack / "demo.yaml"
    demo.write_text(demo.read_text("utf-8").replace("15 min", "30 min"), "utf-8")
    assert small.estimate().totals.loc["gp", "required_hours"] == pytest.approx(
        2 * before.loc["gp", "required_hours"], rel=1e-12
    )


@pytest.mark.parametrize("time", ["12 min", {"mean": "12 min", "low": "8 min", "high": "20 min"}])
def test_values_are_as_if_the_file_said_so(pack: Path, time: object) -> None:
    small = tnt.read(pack)
    changed = small.with_values({TIME: time})
    got = changed.estimate(as_of=AS_OF)
    demo = pack / "demo.yaml"
    written = time if isinstance(time, str) else "{mean: 12 min, low: 8 min, high: 20 min}"
    demo.write_text(demo.read_text("utf-8").replace("15 min", str(written)), "utf-8")
    expected = tnt.read(pack).estimate(as_of=AS_OF)
    pd.testing.assert_frame_equal(got.recommendations, expected.recommendations)
    pd.testing.assert_frame_equal(got.totals, expected.totals)
    assert got.numbers.loc[TIME, "status"] == "assumption"


def test_values_add_to_those_before_and_leave_the_pack_as_it_is(pack: Path) -> None:
    small = tnt.read(pack)
    both = small.with_values({TIME: "12 min"}).with_values({"demo/check/uptake/current": "25 %", TIME: "10 min"})
    assert both.values == {TIME: "10 min", "demo/check/uptake/current": "25 %"}
    assert (small.values, repr(both)) == ({}, f"Pack of 1 guideline, 1 recommendation, 2 values changed: {pack}")
    assert both.estimate().changes.index.tolist() == [
        ("with-values", TIME_IN_SCENARIOS),
        ("with-values", "demo/recommendations/check/uptake/current"),
    ]
    assert both.estimate().changes["file"].unique().tolist() == ["with_values"]


def test_a_number_of_numpy_is_a_number(pack: Path) -> None:
    (pack / "more.yaml").write_text((pack / "demo.yaml").read_text("utf-8").replace("demo", "more") + MORE, "utf-8")
    small = tnt.read(pack)
    fewer, more = (small.with_values({SIZE: size}).estimate().totals for size in (2, np.int64(8)))
    assert fewer.loc["midwife", "required_hours"] == 4 * more.loc["midwife", "required_hours"]


MORE = "      group: {role: midwife, time: 60 min, group_size: 4, frequency: 1 / year}\n"
SIZE = "more/check/tasks/group/group_size"


def test_rows_are_named_by_number_or_by_ages(pack: Path) -> None:
    shipped = tnt.read()
    both = [shipped.with_values({f"conditions/asthma/prevalence/{row}/share": "9 %"}) for row in ("0", "all")]
    by_number, by_ages = (one.estimate(as_of=AS_OF).totals for one in both)
    pd.testing.assert_frame_equal(by_number, by_ages)
    assert by_ages.loc["gp", "required_hours"] > shipped.estimate(as_of=AS_OF).totals.loc["gp", "required_hours"]


def test_a_wrong_path_is_a_located_problem_with_the_nearest_name(pack: Path) -> None:
    with pytest.raises(tnt.Problems) as raised:
        tnt.read(pack).with_values({"demo/check/tasks/visitt/time": "12 min"}).estimate()
    shown = str(raised.value)
    assert "with_values:4:13: error" in shown
    assert '4 |   - {"set": "demo/recommendations/check/tasks/visitt/time", "to": "12 min"}' in shown
    assert "demo/recommendations/check/tasks/visit/time" in shown
    assert ".part" not in shown


def test_a_wrong_value_is_located_too(pack: Path) -> None:
    with pytest.raises(tnt.Problems, match=r"with_values:4:\d+: error TNT201"):
        tnt.read(pack).with_values({TIME: "12"}).estimate()


def test_scenarios_stand_alone_or_with_others(pack: Path) -> None:
    (pack / "more.yaml").write_text(
        f"format: tnt/1\nscenario: more\nchanges:\n  - {{scale: {TIME_IN_SCENARIOS}, by: 2}}\n", "utf-8"
    )
    small = tnt.read(pack)
    alone = small.estimate(scenarios="more").totals
    pd.testing.assert_frame_equal(alone, small.estimate(scenarios=[pack / "more.yaml"]).totals)
    assert alone.loc["gp", "required_hours"] == 2 * small.estimate().totals.loc["gp", "required_hours"]


def test_check_gives_the_notes_and_warnings_by_code(pack: Path) -> None:
    found = tnt.read(pack).check()
    assert found.index.name == "code"
    assert set(found["severity"]) == {"note", "warning"}
    assert found["line"].dtype == "Int64"


def test_problems_read_as_at_the_terminal(pack: Path) -> None:
    demo = pack / "demo.yaml"
    demo.write_text(demo.read_text("utf-8").replace("15 min", "15"), "utf-8")
    with pytest.raises(tnt.Problems) as raised:
        tnt.read(pack)
    assert f"{demo}:12:" in str(raised.value)
    assert "visit: {role: gp, time: 15, frequency: 1 / year}" in str(raised.value)
    assert raised.value._render_traceback_() == [str(raised.value)]
    assert raised.value._repr_html_().startswith("<pre>")


@pytest.mark.parametrize("ask", [lambda read: read.strategies(), lambda read: read.survey("answers.csv")])
def test_a_file_that_is_wrong_by_now_is_shown_by_its_line(pack: Path, ask: Callable[[GuidelinePack], object]) -> None:
    read, demo = tnt.read(pack), pack / "demo.yaml"
    demo.write_text(demo.read_text("utf-8").replace("15 min", "15"), "utf-8")
    with pytest.raises(tnt.Problems, match=re.escape("visit: {role: gp, time: 15, frequency: 1 / year}")):
        ask(read)


def test_strategies_by_strategy_and_role(shared: Path) -> None:
    found = tnt.read(Path("guidelines/strategies")).strategies(as_of=AS_OF)
    assert found.index.names == ["strategy", "role"]
    assert found["total_hours"].dtype == "float64"


def test_answers_of_a_survey_by_task(pack: Path, tmp_path: Path) -> None:
    rows = "".join(f"r{number},demo/check/tasks/visit,{number + 10},\n" for number in range(6))
    answers = tmp_path / "answers.csv"
    answers.write_text(f"respondent,task,minutes,cases\n{rows}", "utf-8")
    found = tnt.read(pack / "demo.yaml").survey(answers)
    assert found.loc["demo/check/tasks/visit", ["n", "mean_minutes"]].tolist() == [6, 12.5]
    assert plain(found["low_minutes"].iloc[0]) < 12.5


def test_a_small_pack_may_be_read_from_a_folder(tmp_path: Path) -> None:
    assert len(small_pack(tmp_path).estimate().lists) == 4


def test_some_lists_by_name_and_a_list_in_words() -> None:
    pack = tnt.read()
    some = pack.estimate(lists="norway-municipalities-2026", only=["Oslo", "4601"], as_of=AS_OF)
    assert some.result.lists.only == ("0301", "4601")
    assert some.lists.index.get_level_values("list").unique().tolist() == ["0301", "4601"]
    assert "--only Oslo --only 4601" in some.to_html()
    one = pack.estimate(lists="norway-municipalities-2026", only="oslo", as_of=AS_OF)
    assert one.result.lists.only == ("0301",)
    said = pack.estimate(lists="1 200 innbyggere, 1 stilling", as_of=AS_OF)
    assert said.result.lists.people.tolist() == [1200]
    with pytest.raises(tnt.Problems, match="norway-nation"):
        pack.estimate(lists="norge", as_of=AS_OF)
    with pytest.raises(TypeError, match="each of only must be the id or the name of a list; you gave a"):
        pack.estimate(only=[301], as_of=AS_OF)  # type: ignore[list-item]
