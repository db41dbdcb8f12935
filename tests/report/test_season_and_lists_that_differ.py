"""Seasons and lists that differ, in scenarios, comparisons, explanations, draws and outputs."""

import json
from pathlib import Path

import pytest

import tnt
from tests.command_line import Run
from tests.report.written import written
from tnt.analyses.compare.comparison import compare
from tnt.analyses.compare.words import rule_in_words
from tnt.compile.inputs import Inputs
from tnt.compile.notice import Choices, NoticeCode
from tnt.explain.trace import trace
from tnt.locale import Texts
from tnt.result.bounded import Bounded
from tnt.show.totals_table import totals_rows

RULES = """format: tnt/1
guideline: g
recommendations:
  vaccine: {population: {}, tasks: {jab: {role: gp, time: 6 min, frequency: 1 / year, season: {weeks: 40-48}}}}
  review:
    population: {}
    tasks: {t: {role: gp, time: {low: 20 min, mean: 27.6 min, high: 36 min}, frequency: 1 / year}}
"""
CAPACITY = """format: tnt/1
capacity: c
roles: {gp: {hours: 13 h / week, weeks: 46}}
between_lists: {low: 10 %, mean: 20 %, high: 35 %}
"""
SCENARIOS = {
    "short": "format: tnt/1\nscenario: short\n"
    "changes: [{set: g/recommendations/vaccine/tasks/jab/season/weeks, to: 48-1}]\n",
    "alike": "format: tnt/1\nscenario: alike\nchanges: [{set: c/between_lists, to: 0 %}]\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, rules=RULES, time=CAPACITY, **SCENARIOS)


def load(folder: Path, *scenarios: str) -> Inputs:
    return tnt.load(folder, lists="1000 people", scenarios=scenarios)


def with_post(folder: Path) -> list[str]:
    return [str(folder), "--people", "1000", "--posts", "1"]


def with_lists(folder: Path, count: int) -> None:
    """Lists of one post each, from 800 people up."""
    (folder / "lists.yaml").write_text(
        "format: tnt/1\nlists: l\ntable: t.csv\nid: id\npeople: {total: n}\nstaff: {gp: {posts: posts}}\n", "utf-8"
    )
    rows = "".join(f"l{number},{800 + 40 * number},1\n" for number in range(count))
    (folder / "t.csv").write_text(f"id,n,posts\n{rows}", "utf-8")


def said_by(tnt: Run, *command: str) -> str:
    """On one line."""
    return " ".join(tnt(*command).stdout.decode().split())


def codes(inputs: Inputs) -> list[NoticeCode]:
    return [notice.code for notice in inputs.notices]


def test_a_scenario_moves_the_season_and_a_comparison_says_so(folder: Path) -> None:
    found = compare(load(folder), load(folder, "short"))
    assert found.roles["gp"].change_hours == 0
    said = [rule_in_words(change, Texts(lang)) for change in found.rules for lang in ("en", "nb")]
    assert [each.split(": ")[1].split(" (")[0] for each in said] == ["40-48 → 48-1"] * 2
    assert ["weeks of the year" in said[0], "uker i året" in said[1]] == [True, True]


def test_the_busiest_week_in_every_output(folder: Path, tnt: Run) -> None:
    week = (100 / 9 + 460 / 46) / 13
    document = json.loads(tnt("estimate", *with_post(folder), "--format", "json").stdout)
    assert document["total"]["gp"]["busiest_week_share"] == pytest.approx(week)
    for lang, name in (("en", "Busiest week"), ("nb", "Travleste uke")):
        shown = said_by(tnt, "estimate", *with_post(folder), "--lang", lang)
        assert name in shown
        assert f"{week * 100:.1f}".replace(".", {"en": ".", "nb": ","}[lang]) in shown
        page = folder / f"{lang}.html"
        tnt("report", *with_post(folder), "--lang", lang, "--out", str(page))
        assert name in page.read_text("utf-8")


def test_no_row_and_nothing_known_without_a_season_or_weeks(folder: Path) -> None:
    def of(inputs: Inputs) -> tuple[float | None, bool]:
        total = tnt.estimate(inputs).total["gp"]
        names = [row[0] for row in totals_rows([total], Texts("en"))]
        return total.busiest_week_share, any(name.startswith("Busiest") for name in names)

    (folder / "time.yaml").write_text(CAPACITY.replace("13 h / week, weeks: 46", "600 h / year"), "utf-8")
    assert of(load(folder)) == (None, False)
    assert NoticeCode.SEASON_NEEDS_WEEKS in codes(load(folder))
    (folder / "short.yaml").unlink()
    (folder / "rules.yaml").write_text(RULES.replace(", season: {weeks: 40-48}", ""), "utf-8")
    assert of(load(folder)) == (None, False)
    assert NoticeCode.SEASON_NEEDS_WEEKS not in codes(load(folder))


def test_an_explanation_names_the_weeks(folder: Path) -> None:
    inputs = load(folder)
    explained = trace(inputs, tnt.estimate(inputs), "g/vaccine")
    assert explained is not None
    (step,) = [one for one in explained.parts[1].parts if one.key == "season"]
    assert step.values == {"title": "jab", "weeks": "40-48"}
    assert isinstance(step.value, Bounded)
    number = trace(inputs, tnt.estimate(inputs), "c/between_lists")
    assert number is not None
    assert number.record is not None


def test_the_estimate_says_that_it_has_no_factor_and_draws_that_they_do(folder: Path, tnt: Run) -> None:
    shown = said_by(tnt, "estimate", *with_post(folder))
    assert "between_lists" in shown
    with_lists(folder, 1)
    drawn = said_by(tnt, "estimate", str(folder), "--draws", "256")
    assert "Lists differ: each has a factor of its own" in drawn
    assert "the chance of overload is" in drawn
    in_norwegian = said_by(tnt, "estimate", str(folder), "--draws", "256", "--lang", "nb")
    assert "Sannsynligheten for overbelastning er" in in_norwegian


def test_what_is_left_out_where_nothing_is_said_of_lists(folder: Path) -> None:
    def left_out(inputs: Inputs) -> tuple[str, ...]:
        (said,) = [one.values["parts"] for one in inputs.notices if one.code == NoticeCode.LEFT_OUT]
        assert isinstance(said, Choices)
        return said.names

    assert "between-lists" not in left_out(load(folder))
    assert NoticeCode.LISTS_DIFFER in codes(load(folder))
    assert NoticeCode.LISTS_DIFFER not in codes(load(folder, "alike"))
    assert "between-lists" not in left_out(load(folder, "alike"))
    (folder / "alike.yaml").unlink()
    (folder / "time.yaml").write_text(CAPACITY[: CAPACITY.index("between")], "utf-8")
    assert "between-lists" in left_out(load(folder))
    assert NoticeCode.LISTS_DIFFER not in codes(load(folder))


def test_lists_said_not_to_differ_are_as_where_nothing_is_said(folder: Path, tnt: Run) -> None:
    def drawn(*more: str) -> dict[str, object]:
        found = tnt("estimate", *with_post(folder), "--draws", "256", "--format", "json", *more)
        uncertainty = json.loads(found.stdout)["uncertainty"]
        return {key: uncertainty[key] for key in ("total", "overloaded_lists", "drivers", "decisions", "room")}

    alike = drawn("--scenario", "alike")
    differing = drawn()
    (folder / "alike.yaml").unlink()
    (folder / "time.yaml").write_text(CAPACITY[: CAPACITY.index("between")], "utf-8")
    assert alike == drawn()
    assert differing != alike


def test_how_much_lists_differ_may_be_worth_measuring(folder: Path) -> None:
    """It moves no hours: it is among the drivers by its value alone."""
    with_lists(folder, 12)
    inputs = tnt.load(folder)
    found = tnt.simulate(inputs, draws=1024, overload_weight=4.0)
    by_stream = {one.stream: one for one in found.drivers["gp"]}
    one = by_stream["c/between_lists"]
    assert one.at_low == one.at_high == pytest.approx(tnt.estimate(inputs).total["gp"].required_hours)
    assert one.value_of_measuring
    assert one.label == {
        "en": "c · how much lists differ by themselves",
        "nb": "c · hvor mye listene skiller seg fra hverandre",
    }
    assert "c/between_lists" not in found.without_range


@pytest.mark.parametrize(
    ("hours", "told"), [("60 h / week", ("below 0.1%", "under 0,1 %")), ("4 h / week", ("above 99.9%", "over 99,9 %"))]
)
def test_a_chance_that_is_hardly_one_is_told_as_below_and_not_as_so_much(
    folder: Path, tnt: Run, hours: str, told: tuple[str, str]
) -> None:
    with_lists(folder, 1)
    (folder / "time.yaml").write_text(CAPACITY.replace("13 h / week", hours).replace("35 %", "25 %"), "utf-8")
    for lang, wanted in zip(("en", "nb"), told, strict=True):
        shown = said_by(tnt, "estimate", str(folder), "--draws", "256", "--lang", lang).replace("\u00a0", " ")
        assert wanted in shown
