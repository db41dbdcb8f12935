"""Overhead in scenarios, comparisons, explanations, draws and outputs."""

from pathlib import Path

import pytest

import tnt
from tests.report.written import written
from tnt.analyses.compare.comparison import compare
from tnt.analyses.compare.words import notes
from tnt.compile.inputs import Inputs
from tnt.compile.notice import Choices, NoticeCode
from tnt.explain.trace import trace
from tnt.locale import Texts
from tnt.report.files.frames import recommendations_frame, totals_frame
from tnt.report.files.json import as_document
from tnt.report.page.render import render_report
from tnt.show.totals_table import totals_rows

RULES = """format: tnt/1
guideline: g
recommendations:
  r: {population: {}, tasks: {t: {role: gp, time: 10 min, frequency: 1 / year, contact: home-visit}}}
"""
CAPACITY = """format: tnt/1
capacity: c
roles:
  gp:
    hours: 1725 h / year
    overhead: {no_show: {share: 20 %, time_lost: 50 %}, travel: {home-visit: 12 min}}
"""
MORE = "format: tnt/1\nscenario: more\nchanges: [{set: c/roles/gp/overhead/travel/home-visit, to: 20 min}]\n"
OVERHEAD = 600 * (1.25 + 15) / 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, rules=RULES, time=CAPACITY, more=MORE)


def load(folder: Path, *scenarios: str) -> Inputs:
    return tnt.load(folder, lists="600 people", scenarios=scenarios)


def test_a_comparison_tells_overhead_apart(folder: Path) -> None:
    found = compare(load(folder), load(folder, "more"))
    assert found.roles["gp"].overhead_hours == pytest.approx(600 * 8 * 1.25 / 60)
    assert found.roles["gp"].change_hours == pytest.approx(600 * 8 * 1.25 / 60)
    assert [one.field for one in found.rules] == ["travel"]
    assert any("overhead" in line for line in notes(found, Texts("en")))


def test_an_explanation_has_the_numbers(folder: Path) -> None:
    inputs = load(folder)
    explained = trace(inputs, tnt.estimate(inputs), "g/r")
    assert explained is not None
    (task,) = explained.parts[1].parts[0].parts
    (step,) = [one for one in task.parts if one.key == "minutes-with-overhead"]
    assert step.value == pytest.approx(26.25)
    assert [one.record.quantity for one in step.parts if one.record] == ["no_show", "time_lost", "travel"]


def test_every_number_is_drawn_and_drives_the_hours(folder: Path) -> None:
    drawn = CAPACITY.replace("share: 20 %", "share: {low: 10 %, mean: 20 %, high: 30 %}")
    drawn = drawn.replace("time_lost: 50 %", "time_lost: {low: 40 %, mean: 50 %, high: 60 %}")
    drawn = drawn.replace("12 min", "{low: 8 min, mean: 12 min, high: 18 min}")
    (folder / "time.yaml").write_text(drawn, "utf-8")
    drivers = {one.stream.partition("overhead/")[2]: one for one in tnt.simulate(load(folder), draws=256).drivers["gp"]}
    assert drivers.keys() == {"no_show/share", "no_show/time_lost", "travel/home-visit"}
    travel, lost = drivers["travel/home-visit"], drivers["no_show/time_lost"]
    assert travel.at_high - travel.at_low == pytest.approx(600 * 10 * 1.25 / 60, rel=1e-3)
    assert lost.at_high - lost.at_low == pytest.approx(600 * 10 * 0.25 * 0.2 / 60, rel=1e-3)


def test_visits_to_which_nobody_ever_comes_are_refused(folder: Path) -> None:
    (folder / "time.yaml").write_text(CAPACITY.replace("share: 20 %", "share: 100 %"), "utf-8")
    with pytest.raises(tnt.Problems) as found:
        load(folder)
    assert [one.code.value for one in found.value.diagnostics if one.severity == "error"] == ["TNT206"]


def test_working_time_that_says_nothing_of_overhead_is_said_to_leave_it_out(folder: Path) -> None:
    def parts() -> tuple[str, ...]:
        (notice,) = [one for one in load(folder).notices if one.code is NoticeCode.LEFT_OUT]
        assert isinstance(notice.values["parts"], Choices)
        return notice.values["parts"].names

    assert "overhead" not in parts()
    (folder / "time.yaml").write_text(CAPACITY[: CAPACITY.index("    overhead")], "utf-8")
    (folder / "more.yaml").unlink()
    assert "overhead" in parts()


@pytest.mark.parametrize(("lang", "name"), [("en", "Of which overhead"), ("nb", "Herav tilleggstid")])
def test_every_output_shows_it_only_where_there_is_some(folder: Path, lang: str, name: str) -> None:
    result = tnt.estimate(load(folder))
    assert name in [row[0] for row in totals_rows(list(result.total.values()), Texts(lang))]
    document = as_document(result)
    assert document["total"]["gp"]["overhead_hours"] == pytest.approx(OVERHEAD)
    assert document["recommendations"][0]["overhead_hours"] == {"gp": pytest.approx(OVERHEAD)}
    for frame in (recommendations_frame(result), totals_frame(result)):
        assert frame["overhead_hours"].sum() == pytest.approx(OVERHEAD)
    page = {"en": "Overhead, hours a year", "nb": "Tilleggstid, timer i året"}[lang]
    assert page in render_report(result, lang)
    (folder / "time.yaml").write_text(CAPACITY[: CAPACITY.index("    overhead")], "utf-8")
    (folder / "more.yaml").unlink()
    assert name not in [row[0] for row in totals_rows(list(tnt.estimate(load(folder)).total.values()), Texts(lang))]
