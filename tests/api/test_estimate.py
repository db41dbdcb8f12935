"""An estimate: its frames, its files, and the questions it is asked."""

from pathlib import Path

import pandas as pd
import pytest

import tnt
from tests.api.packs import AS_OF
from tests.command_line import Run

FROZEN = Path(__file__).parents[1] / "agreement/frozen-diabetes"
TASKS = {"more": "visit", "less": "bloods"}


@pytest.fixture
def estimate(pack: Path) -> tnt.Estimate:
    return tnt.read(pack).estimate(as_of=AS_OF)


def test_what_is_shown_is_short(estimate: tnt.Estimate) -> None:
    assert repr(estimate).splitlines() == [
        "Estimate as of 2026-11-22: 1 recommendation, 2 lists (two)",
        "  GP: 1,050 hours a year required, 55.3% of capacity, break-even reserve 44.7%",
        "  Nurse: 350 hours a year required",
    ]
    assert len(repr(estimate.result)) < 200
    assert len(repr(estimate.inputs)) < 200


def test_a_notebook_shows_figures_and_what_a_reader_must_know(estimate: tnt.Estimate) -> None:
    html = estimate._repr_html_()
    assert "Yearly check" in html
    assert estimate.notices[0].startswith("Time if everyone eligible accepts")
    assert all(notice in html.replace("&#x27;", "'") for notice in estimate.notices)


def test_what_files_say_is_no_markup(pack: Path) -> None:
    demo = pack / "demo.yaml"
    demo.write_text(demo.read_text("utf-8").replace("Yearly check", "<script>\\u202e"), "utf-8")
    assert "<script>" not in tnt.read(pack).estimate()._repr_html_()


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("recommendations", ["recommendation", "role"]),
        ("totals", ["role"]),
        ("lists", ["list", "role"]),
        ("numbers", ["path"]),
        ("shared_work", ["activity", "role"]),
        ("supply", ["capacity", "role"]),
        ("changes", ["scenario", "path"]),
        ("drivers", ["role", "stream"]),
    ],
)
def test_frames_have_an_index_with_names(estimate: tnt.Estimate, name: str, index: list[str]) -> None:
    assert list(getattr(estimate, name).index.names) == index


def test_shared_work_is_a_frame() -> None:
    shared = tnt.read(FROZEN).estimate(as_of=AS_OF).shared_work
    columns = ["overlap_hours", "overlap_hours_least", "overlap_hours_greatest"]
    assert shared.loc[("diabetes-annual-review", "gp"), columns].round(1).tolist() == [21_689.2] * 3


def test_counts_are_whole_numbers_and_what_is_derived_is_not(estimate: tnt.Estimate) -> None:
    kinds = estimate.recommendations.dtypes.astype(str)
    assert [kinds[name] for name in ("numbers", "assumptions", "eligible_people")] == ["int64", "int64", "float64"]
    totals = estimate.totals
    assert totals.filter(regex="^lists_(?!overloaded_share|overloaded_at_least)").dtypes.astype(
        str
    ).unique().tolist() == ["Int64"]
    assert totals.loc["gp", "lists_overloaded"] == 1
    assert totals.loc["nurse", "lists_overloaded"] is pd.NA


@pytest.mark.parametrize(("method", "form"), [("to_json", "json"), ("to_csv", "csv"), ("to_parquet", "parquet")])
def test_files_are_those_of_the_command_line(
    estimate: tnt.Estimate, pack: Path, tnt: Run, tmp_path: Path, method: str, form: str
) -> None:
    tnt("estimate", str(pack), "--as-of", AS_OF, "--format", form, "--out", str(tmp_path / "expected"))
    expected = (tmp_path / "expected").read_bytes()
    given = getattr(estimate, method)()
    assert (given.encode() if isinstance(given, str) else given) == expected
    assert getattr(estimate, method)(tmp_path / "written") is None
    assert (tmp_path / "written").read_bytes() == expected


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_workbook_and_page_are_those_of_the_command_line(
    estimate: tnt.Estimate, pack: Path, tnt: Run, tmp_path: Path, lang: str
) -> None:
    tnt("estimate", str(pack), "--as-of", AS_OF, "--format", "xlsx", "--lang", lang, "--out", str(tmp_path / "a.xlsx"))
    assert estimate.to_excel(lang=lang) == (tmp_path / "a.xlsx").read_bytes()
    tnt("report", str(pack), "--as-of", AS_OF, "--lang", lang, "--out", str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text("utf-8")
    assert estimate.to_html(lang=lang) == page
    estimate.to_html(str(tmp_path / "written.html"), lang=lang)
    assert (tmp_path / "written.html").read_text("utf-8") == page


def test_a_simulated_estimate_says_how_sure_it_is(pack: Path, tnt: Run, tmp_path: Path) -> None:
    demo = pack / "demo.yaml"
    demo.write_text(demo.read_text("utf-8").replace("time: 15 min", "time: {mean: 15 min, low: 8 min, high: 25 min}"))
    import tnt as module

    simulated = module.read(pack).estimate(as_of=AS_OF).simulate(256, seed=3)
    assert {"tnt_hours_p05", "tnt_hours_p95"} < set(simulated.recommendations)
    assert "90% interval" in repr(simulated)
    assert simulated.drivers.index.tolist() == [("gp", "demo/check/tasks/visit/time")]
    options = ("--as-of", AS_OF, "--draws", "256", "--seed", "3")
    tnt("estimate", str(pack), *options, "--format", "json", "--out", str(tmp_path / "expected.json"))
    assert simulated.to_json() == (tmp_path / "expected.json").read_text("utf-8")
    tnt("report", str(pack), *options, "--lang", "en", "--out", str(tmp_path / "report.html"))
    assert simulated.to_html() == (tmp_path / "report.html").read_text("utf-8")


def test_the_page_names_no_command_where_python_handed_over_what_it_cannot(pack: Path) -> None:
    changed = tnt.read(pack).with_values({"demo/check/tasks/visit/time": "12 min"})
    assert "tnt report" not in str(changed.estimate().to_html())


def test_the_page_names_what_was_chosen_as_the_command_line_does(pack: Path, tnt: Run, tmp_path: Path) -> None:
    import tnt as module

    for name in ("more", "less"):
        change = f"{{scale: demo/recommendations/check/tasks/{TASKS[name]}/time, by: 2}}"
        (pack / f"{name}.yaml").write_text(f"format: tnt/1\nscenario: {name}\nchanges:\n  - {change}\n", "utf-8")
    chosen = ("--lists", "two", "--capacity", "hours", "--scenario", "more", "--scenario", "less", "--as-of", AS_OF)
    tnt("report", str(pack), *chosen, "--lang", "en", "--out", str(tmp_path / "report.html"))
    page = module.read(pack).estimate(lists="two", capacity="hours", scenarios=["more", "less"], as_of=AS_OF).to_html()
    assert page == (tmp_path / "report.html").read_text("utf-8")


def test_an_explanation_is_that_of_the_command_line(estimate: tnt.Estimate, pack: Path, tnt: Run) -> None:
    for lang in ("en", "nb"):
        told = tnt("explain", "demo/check", str(pack), "--as-of", AS_OF, "--lang", lang).stdout.decode()
        assert estimate.explain("demo/check").text(lang) == told
    assert repr(estimate.explain("tnt201")).startswith("TNT201 (error)")
    assert estimate.explain("demo/check")._repr_html_().startswith("<pre>")


def test_an_explanation_has_no_colours_even_where_they_are_forced(
    estimate: tnt.Estimate, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = repr(estimate.explain("demo/check"))
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert repr(estimate.explain("demo/check")) == plain
    assert "\x1b" not in plain


def test_years_by_year_and_role(estimate: tnt.Estimate) -> None:
    years = estimate.years(first=2027, last=2028)
    assert sorted(set(years.index.get_level_values("year"))) == [2027, 2028]
    assert years["required_hours"].dtype == "float64"


def test_how_large_a_list_can_be(estimate: tnt.Estimate) -> None:
    together = estimate.list_size(norm=1000)
    assert together.loc[("hours", "gp"), "lists"] == 2
    assert together.loc[("hours", "gp"), "norm_posts"] == pytest.approx(6.0, rel=1e-12)
    by_list = estimate.list_size(by="list")
    assert by_list.index.get_level_values("id").tolist() == ["a", "b"]
    with pytest.raises(tnt.Problems):
        estimate.list_size(by="area")
