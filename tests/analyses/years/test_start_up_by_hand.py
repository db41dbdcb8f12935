"""One-off work and backlog in the years they fall in: by hand, and what must hold whatever the numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle.drawn_packs.files import Document, Folder
from tests.oracle.people import Row
from tests.profile import times
from tnt.analyses.years.files import year_figures, years_csv
from tnt.analyses.years.page import years_page
from tnt.analyses.years.projection import load_projection
from tnt.analyses.years.terminal import print_years
from tnt.analyses.years.years import YearsResult, estimate_years
from tnt.compile.inputs import load
from tnt.compile.notice import NoticeCode, Titles
from tnt.estimating.estimate import estimate
from tnt.language.values.ages import ages
from tnt.locale import Texts
from tnt.reading.tables.bands import Sex, Stratum
from tnt.reading.tables.people.coverage import not_held

SEXES: tuple[Sex, ...] = ("female", "male")
FIRST = 2026
AS_OF = date(FIRST, 11, 22)
FOUR_YEARS = ["20 %", "40 %", "60 %", "80 %"]
AN_HOUR_ONCE: Document = {"visit": {"role": "gp", "time": "60 min", "frequency": "once"}}
ILL: Document = {"conditions": {"gout": {"prevalence": [{"ages": "18+", "share": "10 %"}]}}}


def pack(recommendation: Document, years: list[Row], **lists: object) -> Folder:
    """One recommendation, for the people of each year from the first on."""
    rule = {"population": {"ages": "40+"}, "tasks": AN_HOUR_ONCE} | recommendation
    document = {"lists": "some", "table": "some.csv", "id": "id", "year": "year", "people": "{sex}_{ages}", **lists}
    nobody = _nobody(years[0]) if isinstance(document["people"], str) else {}
    rows = [{"year": str(FIRST + number), "id": "a", **row, **nobody} for number, row in enumerate(years)]
    return Folder([{"guideline": "demo", "recommendations": {"check": rule}}], document, rows)


def _nobody(row: Row) -> Row:
    """Columns with nobody in them, of the ages that no column of the row names."""
    named = [(sex, name.removeprefix(f"{sex}_")) for name in row for sex in SEXES if name.startswith(f"{sex}_")]
    lacking = not_held([Stratum(sex, ages(band)) for sex, band in named])
    return {f"{sex}_{each.ages}": "0" for each in lacking for sex in (SEXES if each.sex == "all" else (each.sex,))}


def result(pack: Folder, folder: Path, **asked: int) -> YearsResult:
    pack.write(folder)
    return estimate_years(load_projection(folder, as_of=AS_OF, **asked))


def once(found: YearsResult) -> list[float | None]:
    return [one.start_up["gp"].one_off_hours for one in found.years]


def overdue(found: YearsResult) -> list[float | None]:
    return [one.start_up["gp"].backlog_hours for one in found.years]


def codes(found: YearsResult) -> set[NoticeCode]:
    return {one.code for one in found.notices}


def test_hours_follow_the_growth_of_uptake_and_not_its_level(tmp_path: Path) -> None:
    """100 people who were long of the age: 20 more each year; the stock would be 20 + 40 + 60 + 80."""
    found = result(pack({"uptake": {"ramp": FOUR_YEARS, "target": "80 %"}}, [{"female_50-60": "100"}] * 6), tmp_path)
    assert once(found) == pytest.approx([20, 20, 20, 20, 0, 0])
    assert [one.start_up["gp"].hours_with_start_up for one in found.years] == pytest.approx([20, 20, 20, 20, 0, 0])
    assert {NoticeCode.ONE_OFF_COUNTED_AGAIN, NoticeCode.YEARS_START_UP_AT_ONCE} <= codes(found)
    assert NoticeCode.START_UP_AT_ONCE not in codes(found)


def test_those_who_have_had_it_already_are_not_reached_again(tmp_path: Path) -> None:
    uptake = {"current": "30 %", "ramp": FOUR_YEARS[1:], "target": "80 %"}
    found = result(pack({"uptake": uptake}, [{"female_50-60": "100"}] * 3), tmp_path)
    assert once(found) == pytest.approx([10, 20, 20])
    assert NoticeCode.ONE_OFF_COUNTED_AGAIN not in codes(found)


def test_an_uptake_that_falls_takes_nothing_back(tmp_path: Path) -> None:
    uptake = {"current": "60 %", "ramp": ["40 %", "10 %"], "target": "10 %"}
    found = result(pack({"uptake": uptake}, [{"female_50-60": "100"}] * 3), tmp_path)
    assert once(found) == pytest.approx([0, 0, 0])


def test_where_all_ages_stay_as_they_are_only_those_who_reach_the_age_are_new(tmp_path: Path) -> None:
    """Ten women of each age: 66 ages are 40 or more."""
    everybody = {f"female_{age}": "10" for age in range(105)} | {"female_105+": "10"}
    found = result(pack({"uptake": {"target": "80 %"}}, [everybody] * 4), tmp_path)
    assert once(found) == pytest.approx([66 * 8, 8, 8, 8])


def test_in_the_last_age_are_those_who_come_to_it_and_those_who_stay(tmp_path: Path) -> None:
    """30 are 104, of whom half are eligible, and 10 older, all eligible: 6 + 4 had it. Then the 40 are all older."""
    prevalence = [{"ages": "104", "share": "50 %"}, {"ages": "105+", "share": "100 %"}]
    rule = {"population": {"condition": "gout"}, "uptake": {"target": "40 %"}}
    made = pack(rule, [{"female_104": "30", "female_105+": "10"}, {"female_104": "0", "female_105+": "40"}])
    found = result(replace(made, conditions=[{"conditions": {"gout": {"prevalence": prevalence}}}]), tmp_path)
    assert once(found) == pytest.approx([10, 40 * 0.4 - 10])


def test_without_ages_only_the_growth_of_uptake_counts_and_the_output_says_so(tmp_path: Path) -> None:
    rule = {"population": {}, "uptake": {"ramp": FOUR_YEARS, "target": "80 %"}}
    made = pack(rule, [{"n": "100"}] * 5, people={"total": "n"}, ages_from="none")
    found = result(made, tmp_path)
    assert once(found) == pytest.approx([20, 20, 20, 20, 0])
    assert NoticeCode.ONE_OFF_AGES_UNKNOWN in codes(found)


def test_a_condition_known_by_registers_alone_has_no_ages(tmp_path: Path) -> None:
    rule = {"population": {"condition": "gout"}, "uptake": {"ramp": FOUR_YEARS, "target": "80 %"}}
    made = pack(rule, [{"female_0-60": "100", "ill": "10"}] * 5, registers={"gout": "ill"})
    found = result(made, tmp_path)
    assert once(found) == pytest.approx([2, 2, 2, 2, 0])
    assert NoticeCode.ONE_OFF_AGES_UNKNOWN in codes(found)


def test_it_is_spread_over_its_years_from_the_year_it_arises(tmp_path: Path) -> None:
    rule = {"uptake": {"ramp": ["40 %", "80 %"], "target": "80 %"}, "start_up": {"over": "30 months"}}
    found = result(pack(rule, [{"female_50-60": "100"}] * 5), tmp_path)
    assert once(found) == pytest.approx([16, 16 + 16, 8 + 16, 8, 0])
    assert NoticeCode.YEARS_START_UP_AT_ONCE not in codes(found)


def test_years_before_those_that_are_shown_count(tmp_path: Path) -> None:
    rule = {"uptake": {"ramp": FOUR_YEARS, "target": "80 %"}, "start_up": {"over": "2 years"}}
    found = result(pack(rule, [{"female_50-60": "100"}] * 6), tmp_path, first=2029, last=2030)
    assert [one.year for one in found.years] == [2029, 2030]
    assert once(found) == pytest.approx([20, 10])


def test_the_overdue_of_today_are_caught_up_with_as_uptake_grows(tmp_path: Path) -> None:
    """100 people are there in the first year, of whom half are overdue for an hour; later there are 300."""
    tasks = {"test": {"role": "gp", "time": "60 min", "frequency": "every 5 years"}}
    rule: Document = {"tasks": tasks, "uptake": {"ramp": ["20 %", "60 %"], "target": "60 %"}}
    people = [{"female_50-60": "100"}, *[{"female_50-60": "300"}] * 3]
    found = result(pack(rule | {"start_up": {"overdue": "50 %", "over": "2 years"}}, people), tmp_path)
    assert overdue(found) == pytest.approx([5, 5 + 10, 10, 0])
    assert [one.start_up["gp"].hours_with_start_up for one in found.years] == pytest.approx([4 + 5, 36 + 15, 46, 36])


def test_an_uptake_that_falls_gives_no_overdue_work_back(tmp_path: Path) -> None:
    tasks = {"test": {"role": "gp", "time": "60 min", "frequency": "every 5 years"}}
    uptake = {"ramp": ["60 %", "40 %"], "target": "20 %"}
    rule: Document = {"tasks": tasks, "uptake": uptake, "start_up": {"overdue": "50 %"}}
    assert overdue(result(pack(rule, [{"female_50-60": "100"}] * 3), tmp_path)) == pytest.approx([30, 0, 0])


def test_overdue_work_of_which_a_part_has_no_time_is_unknown_as_in_an_estimate(tmp_path: Path) -> None:
    tasks = {
        "test": {"role": "gp", "time": "60 min", "frequency": "every 5 years"},
        "scan": {"role": "gp", "time": None, "frequency": "every 5 years"},
    }
    (one,) = result(pack({"tasks": tasks, "start_up": {"overdue": "50 %"}}, [{"female_50-60": "100"}]), tmp_path).years
    start_up = one.start_up["gp"]
    assert (start_up.backlog_hours, start_up.start_up_hours, start_up.start_up_at_least) == (None, None, True)
    assert start_up.hours_with_start_up == one.total["gp"].first_year_hours == pytest.approx(20)


def test_lists_that_do_not_tell_who_is_eligible_make_it_a_lower_bound(tmp_path: Path) -> None:
    made = pack({"population": {"condition": "gout"}}, [{"female_0-60": "100", "ill": "5"}], registers={"gout": "ill"})
    made.rows.append({**made.rows[0], "id": "b", "ill": ""})
    (one,) = result(made, tmp_path).years
    assert (one.start_up["gp"].one_off_hours, one.start_up["gp"].start_up_at_least) == (pytest.approx(5), True)


def test_a_backlog_nobody_has_stated_is_unknown_while_it_is_caught_up_with(tmp_path: Path) -> None:
    tasks = {"test": {"role": "gp", "time": "60 min", "frequency": "every 5 years"}}
    rule = {"tasks": tasks, "uptake": {"ramp": ["20 %", "60 %"], "target": "60 %"}}
    found = result(pack(rule, [{"female_50-60": "100"}] * 3), tmp_path)
    assert overdue(found) == [None, None, 0]
    assert [one.start_up["gp"].start_up_hours for one in found.years] == [None, None, 0]
    assert [one.start_up["gp"].start_up_at_least for one in found.years] == [True, True, False]
    assert [year_figures(one, "gp")["backlog_hours"] for one in found.years] == [None, None, 0]
    assert NoticeCode.YEARS_BACKLOG_UNKNOWN in codes(found)


def test_work_done_once_without_a_time_is_unknown_and_not_zero(tmp_path: Path) -> None:
    rule = {"tasks": {"visit": {"role": "gp", "time": None, "frequency": "once"}}}
    (one,) = result(pack(rule, [{"female_50-60": "100"}]), tmp_path).years
    assert (one.start_up["gp"].one_off_hours, one.start_up["gp"].start_up_hours) == (None, None)


def with_time(recommendation: Document, hours: int, years: int) -> Folder:
    """100 people and one post of so many hours a year."""
    made = pack(recommendation, [{"female_50-60": "100", "posts": "1"}] * years)
    made.lists["staff"] = {"gp": {"posts": "posts"}}
    return replace(made, capacity={"capacity": "time", "roles": {"gp": {"hours": f"{hours} h / year"}}})


def printed(found: YearsResult, lang: str) -> str:
    file = StringIO()
    print_years(found, lang, file)
    return file.getvalue()


def test_a_year_with_start_up_may_ask_for_more_than_there_is(tmp_path: Path) -> None:
    found = result(with_time({"uptake": {"target": "50 %"}}, 40, 2), tmp_path)
    assert [one.start_up["gp"].share_with_start_up for one in found.years] == pytest.approx([1.25, 0])
    assert found.years_beyond("gp") == ["2026"]
    assert [one.year for one in found.years_of_start_up("gp")] == [2026]


@settings(max_examples=times(30), deadline=None)
@given(
    shares=st.lists(st.integers(0, 100), min_size=8, max_size=8),
    ramp=st.lists(st.integers(0, 100), min_size=1, max_size=8),
    over=st.sampled_from(["1 year", "18 months"]),
)
def test_no_cohort_is_reached_more_than_the_last_uptake(
    tmp_path_factory: pytest.TempPathFactory, shares: list[int], ramp: list[int], over: str
) -> None:
    """A thousand women who grow older together, whatever the condition does with age."""
    prevalence = [{"ages": str(50 + years), "share": f"{share} %"} for years, share in enumerate(shares)]
    ages = range(50, 60)
    people = [{f"female_{age}": "1000" if age == 50 + years else "0" for age in ages} for years in range(10)]
    uptake = {"ramp": [f"{share} %" for share in sorted(ramp)], "target": "100 %"}
    made = pack({"population": {"condition": "gout"}, "uptake": uptake, "start_up": {"over": over}}, people)
    made.conditions = [{"conditions": {"gout": {"prevalence": prevalence}}}]
    found = once(result(made, tmp_path_factory.mktemp("cohort")))
    of_years = [*sorted(ramp), *[100] * 10]
    wanted = max(share * now / 100 for share, now in zip(shares, of_years, strict=False)) * 10
    assert sum(hours or 0.0 for hours in found) == pytest.approx(wanted)
    assert wanted <= 1000


def test_without_a_ramp_the_first_year_is_that_of_an_estimate(tmp_path: Path) -> None:
    rule = {"uptake": {"target": "70 %"}, "start_up": {"over": "3 years"}}
    made = pack(rule, [{"female_30-60": "310", "male_30-60": "100"}] * 2)
    first = result(made, tmp_path).years[0].start_up["gp"]
    (tmp_path / "file-1.yaml").unlink()
    replace(made, lists={key: one for key, one in made.lists.items() if key != "year"}, rows=made.rows[:1]).write(
        tmp_path
    )
    total = estimate(load(tmp_path, as_of=AS_OF)).total["gp"]
    assert first.one_off_hours == pytest.approx(total.one_off_hours / 3)
    assert first.hours_with_start_up == pytest.approx(total.first_year_hours)


@pytest.mark.parametrize(
    ("prevalence", "is_named"),
    [
        ([{"ages": "all", "share": "5 %"}], True),
        ([{"ages": "18+", "share": "5 %"}], True),
        ([{"ages": "0-17", "share": "1 %"}, {"ages": "18+", "sex": "female", "share": "5 %"}], True),
        ([{"ages": "40+", "share": "5 %"}], False),
        ([{"ages": "18-64", "share": "5 %"}, {"ages": "65+", "share": "9 %"}], False),
    ],
)
def test_a_condition_as_common_at_every_age_is_named(
    tmp_path: Path, prevalence: list[Document], is_named: bool
) -> None:
    made = pack({"population": {"condition": "gout"}}, [{"female_0-60": "100"}])
    conditions: Document = {
        "gout": {"prevalence": prevalence},
        "unused": {"prevalence": ILL["conditions"]["gout"]["prevalence"]},
    }
    found = result(replace(made, conditions=[{"conditions": conditions}]), tmp_path)
    named = [one.values["conditions"] for one in found.notices if one.code == NoticeCode.CONDITION_FLAT]
    assert named == ([Titles({"gout": "gout"})] if is_named else [])


def test_a_total_spread_over_the_ages_is_not_named_and_one_spread_evenly_is(tmp_path: Path) -> None:
    shapes: Document = {
        "gout": {"rows": [{"ages": "40-64", "relative": 1}, {"ages": "65+", "relative": 3}]},
        "flat": {"rows": [{"ages": "18+", "relative": 7}]},
    }
    made = pack({"population": {"condition": "gout"}}, [{"female_0-60": "100"}])
    for shape, named in (("gout", []), ("flat", [Titles({"gout": "gout"})])):
        total = {"total": 60000, "of": "norway-2026", "shape": shape}
        conditions = [{"conditions": {"gout": {"prevalence": total}}, "shapes": shapes}]
        found = result(replace(made, conditions=conditions), tmp_path)
        assert [one.values["conditions"] for one in found.notices if one.code == NoticeCode.CONDITION_FLAT] == named


def test_of_the_shipped_conditions_those_without_figures_by_age_are_named() -> None:
    found = estimate_years(load_projection(first=2026, last=2026))
    (named,) = (one.values["conditions"] for one in found.notices if one.code == NoticeCode.CONDITION_FLAT)
    assert isinstance(named, Titles)
    assert set(named.of) == {"asthma", "anxiety", "adhd-medication", "ckd", "obesity"}


@pytest.mark.parametrize(("second_list", "is_named"), [("7", False), ("", True)])
def test_where_registers_say_how_many_have_it_the_hours_follow_them(
    tmp_path: Path, second_list: str, is_named: bool
) -> None:
    made = pack({"population": {"condition": "gout"}}, [{"female_0-60": "100", "ill": "5"}], registers={"gout": "ill"})
    made.rows.append({**made.rows[0], "id": "b", "ill": second_list})
    found = result(replace(made, conditions=[ILL]), tmp_path)
    assert (NoticeCode.CONDITION_FLAT in codes(found)) == is_named


def test_terminal_and_page_show_the_years_with_start_up_and_say_where_there_is_too_little_time(tmp_path: Path) -> None:
    found = result(with_time({"uptake": {"ramp": FOUR_YEARS[1:], "target": "80 %"}}, 30, 5), tmp_path)
    text = printed(found, "en")
    assert re.findall(r"^(\d{4}) +(\S+) +0 +\S+ +(\S+)$", text, re.MULTILINE) == [
        ("2026", "40.0", "133.3%"), ("2027", "20.0", "66.7%"), ("2028", "20.0", "66.7%")
    ]  # fmt: skip
    assert "With start-up, more is asked for than there is time for in 2026." in text
    assert "Med oppstart kreves det mer enn det er tid til i 2026." in printed(found, "nb")
    shown = years_page(found, Texts("en")).roles[0]
    assert [row.year for row in shown.start_up] == ["2026", "2027", "2028"]
    assert [row.one_off.value for row in shown.start_up] == pytest.approx([40, 20, 20])
    assert shown.beyond in text
    assert shown.chart is not None
    assert shown.chart.description.endswith("2026 has the most hours: 40.0\u00a0h.")
    lengths = [column.start_up_height_percent for column in shown.chart.columns]
    assert [length / lengths[0] for length in lengths] == pytest.approx([1, 0.5, 0.5, 0, 0], abs=1e-3)


def test_where_there_is_no_start_up_nothing_is_said_of_it(tmp_path: Path) -> None:
    found = result(
        with_time({"tasks": {"visit": {"role": "gp", "time": "1 h", "frequency": "1 / year"}}}, 30, 2), tmp_path
    )
    assert found.years_of_start_up("gp") == []
    assert "started" not in printed(found, "en")
    shown = years_page(found, Texts("en")).roles[0]
    assert (shown.start_up, shown.beyond, shown.chart is not None and shown.chart.has_start_up) == ((), None, False)


def test_the_table_of_years_has_them_all(tmp_path: Path) -> None:
    found = result(pack({"uptake": {"ramp": FOUR_YEARS, "target": "80 %"}}, [{"female_50-60": "100"}] * 5), tmp_path)
    header, *lines = [line.split(",") for line in years_csv(found).splitlines()]
    assert [float(line[header.index("one_off_hours")]) for line in lines] == pytest.approx([20, 20, 20, 20, 0])
    assert [float(line[header.index("start_up_hours")]) for line in lines] == pytest.approx([20, 20, 20, 20, 0])
