"""The packs that come with tnt: complete, honest about themselves, and giving the figures they say they give."""

from datetime import date

import pytest

from tnt.cases.run import read_cases, run_case
from tnt.check.check import check
from tnt.compile.inputs import Inputs, load
from tnt.diagnostics import Severity
from tnt.estimating.estimate import estimate
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.pack import PackDocument
from tnt.reading.pack import read_pack
from tnt.reading.pack_documents import capacities, guidelines, lists_files
from tnt.reading.shipped import default_pack, packs_folder, shipped_default, shipped_scenarios
from tnt.result.model import Result

AS_OF = date(2026, 11, 22)
CASES = read_cases([packs_folder() / "published"])


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return load(as_of=AS_OF)


@pytest.fixture(scope="module")
def result(inputs: Inputs) -> Result:
    return estimate(inputs)


def test_every_shipped_file_is_without_errors() -> None:
    for folder in ("no", "no-proposals", "published", "scenarios"):
        found = check([packs_folder() / folder]).diagnostics
        assert [problem for problem in found if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.document.case)
def test_published_figures_come_out(case) -> None:
    outcome = run_case(case)
    failed = [(check.expectation.what, check.written, check.computed) for check in outcome.checks if not check.passed]
    assert failed == []


def test_every_case_says_what_it_cites() -> None:
    assert len(CASES) >= 6
    assert all(case.document.cites for case in CASES)


def test_the_default_pack_has_at_least_forty_recommendations_with_titles_in_both_languages() -> None:
    files = guidelines(read_pack([default_pack()]))
    recommendations = [rec for file in files for rec in file.document.recommendations.values()]
    assert len(recommendations) >= 40
    for entry in (*recommendations, *(file.document for file in files)):
        assert isinstance(entry.title, dict)
        assert {"nb", "en"} <= set(entry.title)


def test_the_nation_is_the_default_with_its_people_and_gps(result: Result) -> None:
    assert result.lists.people.tolist() == [5_627_400.0]
    assert result.lists.roles["gp"].posts.tolist() == [5224.0]
    assert shipped_default("capacity").name == "capacity-2018.yaml"


@pytest.mark.parametrize(
    ("name", "people"), [("norway-mean-list", 1010), ("norway-norm-1500", 1500), ("norway-norm-1000", 1000)]
)
def test_the_other_lists_are_one_gp_and_the_nations_ages(name: str, people: int, inputs: Inputs) -> None:
    one = load(lists=name, as_of=AS_OF)
    assert one.people.sum() == pytest.approx(people, rel=1e-12)
    assert one.table.posts["gp"].tolist() == [1.0]
    assert one.table.people / people == pytest.approx(inputs.table.people / 5_627_400)


@pytest.mark.parametrize(
    ("name", "kind", "gross"),
    [
        ("norwegian-gp-2018", "all-work", 37.5 * 46),
        ("norwegian-gp-2018-face-to-face", "face-to-face", 37.5 * 46 * 0.541),
        ("norwegian-gp-normal-year", "all-work", 1725.0),
        ("norwegian-gp-2023", "all-work", 37.5 * 46),
    ],
)
def test_capacities_hold_normal_and_observed_hours_side_by_side(name: str, kind: str, gross: float) -> None:
    capacity = load(capacity=name, as_of=AS_OF).capacity
    assert capacity is not None
    gp = capacity.roles["gp"]
    assert gp.kind == kind
    assert gp.time.gross_hours_per_post == pytest.approx(gross, rel=2e-3)
    assert gp.worked_today_hours_per_post > gp.time.gross_hours_per_post


def test_the_pack_says_on_every_output_that_its_minutes_are_mostly_assumptions(result: Result, inputs: Inputs) -> None:
    times = [number for number in inputs.numbers if number.quantity == "time"]
    assumed = sum(number.status == "assumption" for number in times)
    assert isinstance(result.pack_notice, dict)
    for lang in ("nb", "en"):
        assert f"{assumed} " in result.pack_notice[lang]
        assert f" {len(times)} " in result.pack_notice[lang]


def test_addresses_nobody_has_opened_are_marked(result: Result) -> None:
    marked = next(notice for notice in result.notices if notice.code == "unverified-addresses")
    documents = [file.document for file in guidelines(read_pack([default_pack()]))]
    parts = [part for one in documents for part in (one, *one.recommendations.values(), *one.sources.values())]
    assert marked.values["count"] == [part.url_status for part in parts].count("unverified") > 0
    assert all(part.url_status is not None for part in parts if part.url)


def test_every_folder_with_a_pack_names_defaults_that_exist() -> None:
    for path in packs_folder().glob("*/pack.yaml"):
        pack = read_pack([path.parent])
        (document,) = (each.document for each in pack.of(PackDocument))
        assert document.lists is None or document.lists in lists_files(pack)
        assert document.capacity is None or document.capacity in capacities(pack)


def test_proposals_can_be_added_to_the_pack(result: Result) -> None:
    together = estimate(load(default_pack(), packs_folder() / "no-proposals", as_of=AS_OF))
    assert len(together.recommendations) > len(result.recommendations)
    assert together.total["gp"].required_hours > result.total["gp"].required_hours
    own = {file.document.guideline for file in guidelines(read_pack([default_pack()]))}
    assert own <= {each.id.partition("/")[0] for each in together.recommendations}


@pytest.mark.parametrize("name", shipped_scenarios())
def test_every_shipped_scenario_can_be_laid_over_the_default_pack(name: str, result: Result) -> None:
    laid = estimate(load(scenarios=[name], as_of=AS_OF))
    (scenario,) = laid.scenarios
    assert isinstance(scenario.title, dict)
    assert isinstance(scenario.note, dict)
    assert {"nb", "en"} <= scenario.title.keys() & scenario.note.keys()
    assert all(change.before != change.after for change in laid.changes)
    if name.startswith("team-"):
        assert _hours(laid) == pytest.approx(_hours(result), rel=1e-12)
        assert laid.total["gp"].required_hours < result.total["gp"].required_hours


def _hours(result: Result) -> float:
    return sum(total.required_hours or 0.0 for total in result.total.values())


@pytest.mark.parametrize(
    ("day", "recommendation", "ratio"),
    [
        (date(2023, 6, 30), "screening/cervical-sample-25-33", 5 / 3),
        (date(2022, 8, 31), "vaccination/pneumococcal-vaccine", 6 / 10),
    ],
)
def test_dates_find_the_rule_before_it_changed(day: date, recommendation: str, ratio: float, result: Result) -> None:
    def hours(one: Result) -> float:
        return next(each.roles["gp"].tnt_hours or 0.0 for each in one.recommendations if each.id == recommendation)

    assert hours(estimate(load(as_of=day))) == pytest.approx(ratio * hours(result))


def test_guideline_documents_are_what_the_folder_holds() -> None:
    assert all(isinstance(file.document, GuidelineDocument) for file in guidelines(read_pack([default_pack()])))


def test_the_notice_counts_the_times_of_the_pack_as_they_are(inputs: Inputs) -> None:
    statuses = [number.status for number in inputs.numbers if number.path.endswith("/time")]
    tasks = [
        task
        for file in guidelines(read_pack([default_pack()]))
        for rec in file.document.recommendations.values()
        for task in rec.tasks.values()
    ]
    without = sum(task.time is None for task in tasks)
    assert isinstance(inputs.pack_notice, dict)
    assert f"{statuses.count('assumption')} of {len(statuses)} times" in inputs.pack_notice["en"]
    assert f"{statuses.count('assumption')} av {len(statuses)} tider" in inputs.pack_notice["nb"]
    assert without == 2, "two tasks have no time"
