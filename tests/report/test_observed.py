"""What was observed of the work of today in explanations, notices, comparisons and outputs."""

from pathlib import Path

import pytest

import tnt
from tests.report.written import written
from tnt.analyses.compare.comparison import compare
from tnt.compile.inputs import Inputs
from tnt.explain.trace import trace
from tnt.locale import Texts
from tnt.report.files.json import as_document
from tnt.result.bounded import at_least, at_most, bounded
from tnt.show.bounded import figure_text
from tnt.show.notices import reader_notices

RULES = """format: tnt/1
guideline: g
sources: {counted: {title: The register, kind: statistics, year: 2024, publisher: A bureau}}
recommendations:
  one:
    population: {share: 30 %}
    tasks:
      t:
        role: gp
        time: 12 min
        frequency: 1 / year
        observed: {events: 60000 / year, people: 1000000, source: counted}
  stop:
    strength: strong-against
    population: {share: 30 %}
    uptake: {target: 0 %}
    tasks:
      t: {role: nurse, time: 12 min, frequency: 1 / year, observed: {events: 330000 / year, people: 1000000}}
"""
MORE = (
    "format: tnt/1\nscenario: more\nchanges: [{set: g/recommendations/one/tasks/t/observed/events, to: 90000 / year}]\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, rules=RULES, more=MORE)


def load(folder: Path, *scenarios: str) -> Inputs:
    return tnt.load(folder, lists="1000 people", scenarios=scenarios)


def test_an_explanation_shows_what_was_observed_and_what_there_would_be_if_all_got_it(folder: Path) -> None:
    inputs = load(folder)
    explained = trace(inputs, tnt.estimate(inputs), "g/one")
    assert explained is not None
    (change,) = [one for one in explained.parts[1].parts if one.key == "incremental-hours"]
    assert change.value == at_least(pytest.approx(48))
    (uptake,) = change.parts
    assert (uptake.key, uptake.value) == ("observed-uptake", at_most(pytest.approx(0.2)))
    events, people, if_all = uptake.parts
    assert [one.record.source_id for one in (events, people) if one.record] == ["counted", "counted"]
    assert if_all.value == pytest.approx(300_000)


def test_an_explanation_says_where_more_was_observed_than_if_all_got_it(folder: Path) -> None:
    inputs = load(folder)
    explained = trace(inputs, tnt.estimate(inputs), "g/stop")
    assert explained is not None
    (change,) = [one for one in explained.parts[1].parts if one.key == "incremental-hours"]
    assert [one.key for one in change.parts[0].parts][-1] == "observed-more"
    assert change.parts[0].parts[-1].value == pytest.approx(1.1)


def test_json_says_what_is_at_most_and_what_it_rests_on(folder: Path) -> None:
    document = as_document(tnt.estimate(load(folder)))
    one, stop = document["recommendations"]
    assert (one["current_is_at_most"], stop["current_is_at_most"]) == (True, True)
    assert document["total"]["gp"]["current_is_at_most"]
    assert [each["status"] for each in document["observed"]] == ["derived", "assumption"]
    assert [each["uptake"] for each in document["observed"]] == [pytest.approx(0.2), 1.0]
    assert document["observed"][1]["ratio"] == pytest.approx(1.1)


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_hours_of_today_are_marked_as_at_most_and_the_change_as_at_least(folder: Path, lang: str) -> None:
    texts, total = Texts(lang), tnt.estimate(load(folder)).total["gp"]
    assert figure_text(total, "current_hours", texts) == texts.text("bound.at-most", figure=texts.number(12.0))
    assert figure_text(total, "incremental_hours", texts) == texts.text("bound.at-least", figure=texts.number(48.0))


def test_at_least_no_change_says_at_most_what_it_is_instead(folder: Path) -> None:
    (folder / "rules.yaml").write_text(RULES.replace("60000", "300000"), "utf-8")
    total = tnt.estimate(load(folder)).total["gp"]
    assert bounded(total, "incremental_hours") == at_most(pytest.approx(60))


def test_a_comparison_says_what_was_observed_otherwise(folder: Path) -> None:
    found = compare(load(folder), load(folder, "more"))
    assert [change.field for change in found.rules] == ["events"]
    assert not found.roles["gp"].is_changed  # required hours are the same
    assert found.after.total["gp"].current_hours == pytest.approx(18)


@pytest.mark.parametrize(("lang", "words"), [("en", "at most so many"), ("nb", "Så mange er det høyst")])
def test_the_notice_says_in_words_that_it_is_at_most(folder: Path, lang: str, words: str) -> None:
    assert any(words in text for text in reader_notices(tnt.estimate(load(folder)), Texts(lang)))
