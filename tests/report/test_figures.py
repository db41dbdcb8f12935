"""The figures on the page are the figures of the result, unrounded beside their text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.report.page import Page, value
from tests.report.results import one_list, with_scenario
from tests.result.factory import many_lists, rich_result, without_capacity
from tests.result.uncertain import nothing_varies, uncertain_result
from tnt.locale import LANGUAGES
from tnt.report.page.render import render_report

RESULT = rich_result()


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(render_report(RESULT, request.param))


def english(result) -> Page:  # type: ignore[no-untyped-def]
    return Page(render_report(result, "en"))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_recommendations_stand_by_hours_with_unknown_last(page: Page) -> None:
    titles = [row[0].all("span")[0].text for row in page.rows("asked-for") if row[0].tag == "th"]
    assert titles == [
        "Yearly review of treated hypertension"
        if page.all("html")[0].attributes["lang"] == "en"
        else "Årskontroll ved behandlet høyt blodtrykk",
        "Yearly blood pressure check from age 40"
        if page.all("html")[0].attributes["lang"] == "en"
        else "Årlig blodtrykkskontroll fra 40 år",
        '=HYPERLINK("https://example.org")',
    ]


def test_hours_shares_and_people_equal_the_results(page: Page) -> None:
    treat, _nurse, yearly, *_ = page.rows("asked-for")
    by_id = {one.id: one for one in RESULT.recommendations}
    for row, one in ((treat, by_id["blood-pressure/treat"]), (yearly, by_id["blood-pressure/yearly-check"])):
        hours = one.roles["gp"]
        assert [value(cell) for cell in row[2:8]] == [
            one.eligible_people,
            None,
            hours.tnt_hours,
            hours.required_hours,
            hours.share_of_capacity,
            hours.hours_per_person_benefiting,
        ]


def test_a_recommendation_against_stands_apart_with_the_time_given_back(page: Page) -> None:
    [row] = page.rows("against-table")
    hours = RESULT.recommendations[2].roles["gp"]
    assert [value(cell) for cell in row[4:8]] == [hours.tnt_hours, hours.current_hours, hours.required_hours, 32.32]
    assert "routine" not in page.by_id("asked-for").text
    assert "rutineblod" not in page.by_id("asked-for").text
    assert "rutineblod" not in page.by_id("chart").text


def test_work_done_once_stands_apart(page: Page) -> None:
    check, catch_up = page.rows("start-up-table")
    assert [value(cell) for cell in check[2:6]] == [None, 141.134, None, 752.7146]
    assert [value(cell) for cell in catch_up[2:6]] == [336.6667, 0.0, None, 336.6667]
    assert "336.7" not in page.by_id("asked-for").text


def test_the_first_year_stands_beside_the_steady_state(page: Page) -> None:
    for row, total in zip(page.rows("first-year-table")[:2], (RESULT.total["gp"], RESULT.total["nurse"]), strict=True):
        figures = [total.required_hours, total.one_off_hours, total.backlog_hours, total.first_year_hours]
        share = total.first_year_share_of_capacity
        assert [value(cell) for cell in row[1:7]] == [*figures, share, total.start_up_period_hours]


def test_hours_per_person_who_benefits_stand_with_strength_certainty_and_limits(page: Page) -> None:
    gp, nurse = page.rows("outcome-1")
    assert [value(cell) for cell in (gp[3], gp[5], gp[6])] == [5313.78, 5000.0, 313.78]
    certainty = " ".join(cell.text for cell in gp)
    assert "certainty: low" in certainty or "tillit: lav" in certainty
    assert "no upper limit" in gp[4].text or "uten øvre grense" in gp[4].text
    assert value(nurse[1]) is None
    assert "horizon" in page.by_id("benefit").text


def test_benefit_is_told_where_all_have_a_figure_and_where_none_states_one() -> None:
    only = [one for one in RESULT.recommendations if one.outcome_id and not one.why_no_hours_per_person_benefiting]
    assert only
    assert len(english(replace(RESULT, recommendations=tuple(only))).rows("outcome-1")) >= 1
    none = tuple(replace(one, outcome_id=None) for one in RESULT.recommendations)
    found = english(replace(RESULT, recommendations=none)).by_id("benefit")
    assert found.all("table") == []
    assert "No recommendation states a benefit." in found.text


def test_less_than_an_hour_has_a_bar_and_none_has_not() -> None:
    first = RESULT.recommendations[0]
    for hours, bars in ((0.5, 1), (0.0, 0)):
        roles = {"gp": replace(first.roles["gp"], tnt_hours=hours)}
        found = english(replace(RESULT, recommendations=(replace(first, roles=roles),)))
        drawings = found.by_id("chart").all("svg")
        assert sum("value" in one.classes() for drawing in drawings for one in drawing.all("text")) == bars


def test_the_first_scenario_has_the_first_anchor() -> None:
    found = english(with_scenario()).everything()
    assert "scenario-1" in {one.attributes.get("id") for one in found}
    assert "scenario-2" not in {one.attributes.get("id") for one in found}


def test_key_figures_equal_the_totals(page: Page) -> None:
    card = next(one for one in page.all("section") if "card" in one.classes())
    gp = RESULT.total["gp"]
    shown = {value(one) for one in card.all("dd", "p")}
    assert {
        gp.share_of_capacity,
        gp.required_hours,
        gp.available_hours,
        gp.positions,
        gp.break_even_reserve,
        gp.load_before,
        gp.load_after_at_most,
        gp.incremental_hours_at_most,
    } <= shown
    [nurse, midwife] = page.rows("other-roles")
    assert [value(cell) for cell in nurse] == [None, 796.60625, 796.60625, 336.6667, pytest.approx(908.8285, abs=1e-4)]
    assert [value(cell) for cell in midwife][:3] == [None, None, None]


def test_states_of_lists_equal_the_overload(page: Page) -> None:
    assert [value(row[1]) for row in page.rows("overload-1-states")] == [2, 0, 1, 1, 1, 0]


def test_only_roles_with_a_capacity_have_an_overload(page: Page) -> None:
    assert [one.attributes["id"] for one in page.by_id("overload").all("h3")] == ["overload-1"]


def test_bins_hold_every_list_with_a_verdict() -> None:
    result = many_lists(400)
    found = english(result)
    assert sum(value(row[1]) or 0 for row in found.rows("overload-1-bins")) == 400


def test_the_highest_loads_come_first_and_only_lists_with_a_verdict(page: Page) -> None:
    rows = page.rows("overload-1-top")
    assert [value(row[5]) for row in rows] == [900.5 / 862.5, 500.125 / 3450, 0.0]
    assert len(english(many_lists(400)).rows("overload-1-top")) == 10


def test_lists_are_called_by_their_names_where_they_have_some() -> None:
    nameless = replace(RESULT, lists=replace(RESULT.lists, names=None))
    shown = [[row[0].text for row in english(one).rows("overload-1-top")] for one in (RESULT, nameless)]
    assert shown == [["=1+1B2", "Ås legesenterA1", "E5"], ["B2", "A1", "E5"]]


def test_one_list_has_a_bar_and_no_ranking() -> None:
    found = english(one_list())
    anchors = {one.attributes.get("id") for one in found.everything()}
    assert "overload-1-meter-title" in anchors
    assert not anchors & {"overload-1-top", "overload-1-bins", "overload-1-states"}


def test_the_break_even_reserve_stands_beside_every_verdict() -> None:
    found = english(RESULT)
    verdict = "Other work may take up to 83.3% of gross working time"
    assert verdict in plain(found.by_id("brief").text)
    assert verdict in plain(found.by_id("overload").text)


def test_unknown_is_said_in_words_and_lower_bounds_are_marked() -> None:
    found = english(RESULT)
    assert "cannot be estimated" in found.by_id("asked-for").text
    assert "≥ 300" in plain(found.by_id("asked-for").text)
    assert "Midwife cannot be estimated" in plain(found.by_id("brief").text)


def test_small_values_are_not_shown_as_nothing() -> None:
    first = RESULT.recommendations[0]
    small = replace(first, roles={"gp": replace(first.roles["gp"], tnt_hours=0.0347, share_of_capacity=0.00012)})
    [row] = english(replace(RESULT, recommendations=(small,))).rows("asked-for")
    assert [row[4].text, row[6].text] == ["0.035", "0.012%"]


def test_every_number_has_its_status_source_and_place() -> None:
    found = english(RESULT)
    rows = [row for row in found.rows("numbers-table") if len(row) > 1]
    assert [(row[1].text, row[2].text, row[4].text) for row in rows] == [
        ("15 min12 min to 19 min", "sourced", "guidelines/blood-pressure.yaml:33"),
        ("1 / year", "assumption", "guidelines/blood-pressure.yaml:34"),
        ("12580 to 250", "assumption", "guidelines/blood-pressure.yaml:56"),
        ("37.5 h / week", "derived", "guidelines/capacity.yaml:8"),
    ]
    assert "address not verified" in rows[2][3].text
    assert "address not verified" not in rows[0][3].text
    assert [one.text for one in found.by_id("sources-list").all("span") if "name" in one.classes()] == [
        "Time survey among 41 GPs",
        "Panel judgement",
    ]


def test_inputs_command_and_notice_are_there() -> None:
    html = render_report(RESULT, "en", "tnt report x.yaml --lang en")
    assert "tnt report x.yaml --lang en" in html
    assert all(one.path in html.replace("<wbr>", "") and one.sha256 in html for one in RESULT.inputs)
    assert "The figures are made up." in html


def test_without_a_capacity_nothing_is_called_overloaded() -> None:
    found = english(without_capacity())
    assert found.by_id("overload").all("table", "svg") == []
    assert "No working time is given" in found.by_id("overload").text
    assert [one for one in found.all("section") if "card" in one.classes()] == []


def test_how_sure_it_is_stands_in_its_own_section() -> None:
    page = english(uncertain_result())
    rows = page.rows("sure-1-intervals")
    assert [value(cell) for cell in rows[0][1:]] == [1011.0, 790.0, 1001.0, 1254.5]
    first = page.rows("sure-1-drivers")[0]
    assert [value(cell) for cell in first[1:]] == [880.5, 1180.25, 0.61, 0.66, 9.25]
    text = plain(page.by_id("uncertainty-heading").parent.text)
    assert "at least this wide: 2 of 6 numbers have no range" in text
    assert "Measure this first: Yearly blood pressure check from age 40 · time." in text
    assert "gp-2018/gp/hours" in text
    assert "in 90 of 100 draws" in plain(page.by_id("brief-heading").parent.text)


def test_nothing_is_said_of_it_where_nothing_was_simulated() -> None:
    assert "draws" not in render_report(rich_result(), "en")
    assert 'id="uncertainty"' not in render_report(rich_result(), "nb")


def test_no_interval_is_drawn_where_no_number_has_a_range() -> None:
    page = english(nothing_varies())
    assert "have no range. How sure the hours are is therefore unknown" in page.by_id("uncertainty-heading").parent.text
    assert 'class="intervals"' not in render_report(nothing_varies(), "en")
