"""Counts of people and of new cases: what they come to, who they are among, and what is told of them."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.files import guideline, problems
from tnt.check.check import check
from tnt.compile.inputs import Inputs, load
from tnt.diagnostics import Code, Problems
from tnt.estimating.estimate import estimate
from tnt.reading.shipped import default_pack

ISLAND = "format: tnt/1\npopulation: island\ntable: people.csv\n"
SHARE = "{ages: 40-69, sex: female, share: {count: 60000, of: norway-2026}}"
CASES = "{incidence: {count: 500 / year, of: norway-2026}}"
ONCE = "{t: {role: gp, time: 15 min, frequency: once}}"


def people(ages: range, *sexes: str) -> int:
    """People in the shipped table, by itself."""
    by_sex: dict[str, int] = defaultdict(int)
    with (default_pack() / "population-norway-2026.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if int(row["age"].strip("+")) in ages:
                by_sex[row["sex"]] += int(row["people"])
    return sum(by_sex[sex] for sex in sexes)


def loaded(folder: Path, text: str, *more: str, **chosen: object) -> Inputs:
    (folder / "clinic.yaml").write_text(text, "utf-8")
    for number, other in enumerate(more):
        (folder / f"more{number}.yaml").write_text(other, "utf-8")
    return load(folder, lists="norway-nation", **chosen)  # type: ignore[arg-type]


def island(folder: Path, *each: int) -> None:
    """A population of single years from 0, as many women as men."""
    rows = [f"{sex},{age},{count}\n" for sex in ("female", "male") for age, count in enumerate(each)]
    (folder / "people.csv").write_text("sex,age,people\n" + "".join(rows), "utf-8")
    (folder / "island.yaml").write_text(ISLAND, "utf-8")


def share_of(inputs: Inputs) -> float:
    share = inputs.rules.rules[0].recommendation.population.share
    assert share is not None
    return share.expected


def test_a_count_is_a_share_of_the_people_of_these_ages_and_sex(tmp_path: Path) -> None:
    inputs = loaded(tmp_path, guideline(population=SHARE))
    assert share_of(inputs) == pytest.approx(60000 / people(range(40, 70), "female"), rel=1e-12)
    (found,) = estimate(inputs).recommendations
    assert found.eligible_people == pytest.approx(60000)
    assert found.roles["gp"].tnt_hours == pytest.approx(15000)


def test_new_cases_may_be_counted(tmp_path: Path) -> None:
    """500 cases a year in a nation of the same people are 500 quarters of an hour."""
    inputs = loaded(tmp_path, guideline(population=CASES, tasks=ONCE))
    incidence = inputs.rules.rules[0].recommendation.population.incidence
    assert incidence is not None
    assert incidence.expected == pytest.approx(500 / people(range(106), "female", "male"), rel=1e-12)
    (found,) = estimate(inputs).recommendations
    assert found.roles["gp"].tnt_hours == pytest.approx(125)


def test_a_population_of_the_pack_wins_over_the_shipped_one_and_is_among_the_files(tmp_path: Path) -> None:
    island(tmp_path, 100, 100, 50)
    inputs = loaded(tmp_path, guideline(population="{ages: 1+, share: {count: 30, of: island}}"))
    assert share_of(inputs) == pytest.approx(30 / 300)
    assert {"people.csv", "island.yaml"} <= {Path(file.path).name for file in inputs.files}


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=5), st.integers(1, 10), st.data())
def test_twice_the_people_are_half_the_share(tmp_path_factory, each: list[int], factor: int, data: st.DataObject):
    folder = tmp_path_factory.mktemp("island")
    first = data.draw(st.integers(0, len(each) - 1))
    last = data.draw(st.integers(first, len(each) - 1))
    count = data.draw(st.integers(0, 2 * sum(each[first : last + 1])))
    text = guideline(population=f"{{ages: {first}-{last}, share: {{count: {count}, of: island}}}}")
    if last == len(each) - 1:  # the last year of a population is: and over
        text = text.replace(f"{first}-{last}", f"{first}+")
    island(folder, *each)
    share = share_of(loaded(folder, text))
    assert share == pytest.approx(count / (2 * sum(each[first : last + 1])))
    island(folder, *(factor * people for people in each))
    assert share_of(loaded(folder, text)) == pytest.approx(share / factor)


def test_it_is_shown_as_it_was_counted(tmp_path: Path) -> None:
    sourced = SHARE.replace("count: 60000", 'count: "60,000 women", source: s, note: Of the registry')
    top = "sources: {s: {title: A registry, kind: registry}}"
    inputs = loaded(tmp_path, guideline(top=top, population=sourced))
    (share,) = (number for number in inputs.numbers if number.quantity == "share")
    assert share.text == "count: 60,000 women, of: norway-2026"
    assert (share.status, share.source_id, share.note, share.is_worked_out) == ("sourced", "s", "Of the registry", True)
    assert share.path == "clinic/r/population/share"


@pytest.mark.parametrize(("day", "expected"), [("2025-06-01", 1000), ("2026-06-01", 3000)])
def test_a_count_may_have_dates(tmp_path: Path, day: str, expected: float) -> None:
    counts = "{until: 2025-12-31, count: 1000, of: norway-2026}, {from: 2026-01-01, count: 3000, of: norway-2026}"
    inputs = loaded(tmp_path, guideline(population=f"{{share: [{counts}]}}"), as_of=date.fromisoformat(day))
    assert estimate(inputs).recommendations[0].eligible_people == pytest.approx(expected)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("{scale: clinic/recommendations/r/population/share, by: 0.5}", 30000),
        ("{set: clinic/recommendations/r/population/share, to: {count: 1 000, of: norway-2026}}", 1000),
        ("{set: clinic/recommendations/r/population/share/count, to: 2000}", 2000),
    ],
)
def test_a_scenario_changes_a_count(tmp_path: Path, change: str, expected: float) -> None:
    sourced = SHARE.replace("count: 60000", "count: 60000, source: s")
    scenario = f"format: tnt/1\nscenario: other\nchanges:\n  - {change}\n"
    text = guideline(top="sources: {s: {title: A registry, kind: registry}}", population=sourced)
    inputs = loaded(tmp_path, text, scenario, scenarios=["other"])
    assert estimate(inputs).recommendations[0].eligible_people == pytest.approx(expected)
    (share,) = (number for number in inputs.numbers if number.quantity == "share")
    assert share.status == "assumption"


def test_a_case_may_count_in_a_shipped_population(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(
        """format: tnt/1
case: Half of the women of 40
given:
  guideline:
    guideline: g
    recommendations:
      r:
        population: {ages: 40, sex: female, share: {count: COUNT, of: norway-2026}}
        tasks: {t: {role: gp, time: 60 min, frequency: 1 / year}}
  list: {people: {female: {40: 100}}}
expect:
  - {what: tnt_hours, role: gp, value: 50 h, within: 0.01 h}
""".replace("COUNT", f"{people(range(40, 41), 'female') / 2:.1f}"),
        "utf-8",
    )
    from tnt.cases.run import read_cases, run_case

    (case,) = read_cases([tmp_path / "case.yaml"])
    (found,) = run_case(case).checks
    assert found.computed == pytest.approx(50)


def codes(folder: Path, population: str, tasks: str = ONCE) -> list[Code]:
    return [one.code for one in problems(folder, guideline(population=population, tasks=tasks))]


@pytest.mark.parametrize(
    ("population", "expected"),
    [
        ("{share: {count: 60000}}", [Code.NEEDS_KEY]),
        ("{share: {of: norway-2026}}", [Code.NEEDS_KEY]),
        ("{share: {count: 60000, of: norway-2026, mean: 4 %}}", [Code.CONFLICTING_KEYS]),
        ("{share: {count: 60000, of: norway-2026, low: 3 %, high: 5 %}}", [Code.CONFLICTING_KEYS]),
        ("{share: {count: 60000 / year, of: norway-2026}}", [Code.WRONG_UNIT]),
        ("{share: {count: 40 %, of: norway-2026}}", [Code.NOT_A_NUMBER]),
        ("{share: {count: -5, of: norway-2026}}", [Code.OUT_OF_RANGE]),
        ("{share: {count: 10 hours, of: norway-2026}}", [Code.NOT_A_NUMBER]),
        ("{share: {count: .inf, of: norway-2026}}", [Code.NOT_A_NUMBER]),
        ("{share: {count: [1, 2], of: norway-2026}}", [Code.WRONG_TYPE]),
        ("{ages: 100+, share: {count: 60000, of: norway-2026}}", [Code.COUNT_OVER_PEOPLE]),
        ("{ages: 100+, incidence: {count: 500 / month, of: norway-2026}}", [Code.COUNT_OVER_PEOPLE]),
        ("{ages: 100+, incidence: {count: 100 / month, of: norway-2026}}", []),
        ("{share: 50 %, incidence: {count: 500 / year, of: norway-2026}}", []),
        ("{share: {count: 0, of: norway-2026}}", []),
    ],
)
def test_what_is_refused(tmp_path: Path, population: str, expected: list[Code]) -> None:
    assert codes(tmp_path, population) == expected


def test_a_table_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    island(tmp_path, 100, 100)
    (tmp_path / "people.csv").write_text("sex,age,people\nfemale,0,x\nmale,0,5\n", "utf-8")
    text = guideline(population="{share: {count: 30, of: island}}")
    (tmp_path / "clinic.yaml").write_text(text + text[text.index("  r:") :].replace("  r:", "  q:"), "utf-8")
    found = [one.code for one in check([tmp_path]).diagnostics]
    assert found.count(Code.CELL_NOT_NUMBER) == 1
    with pytest.raises(Problems) as raised:
        load(tmp_path, lists="norway-nation")
    assert [one.code for one in raised.value.diagnostics].count(Code.CELL_NOT_NUMBER) == 1


def test_strategies_see_the_share(tmp_path: Path) -> None:
    from tnt.analyses.strategies.strategies import estimate_strategies

    strategies = """format: tnt/1
strategies: s
cohort: {people: {female: {40-49: 100}}}
horizon: 2 years
options: {all: {recommendations: [clinic/r]}}
"""
    (tmp_path / "s.yaml").write_text(strategies, "utf-8")
    half = f"{{ages: 40-69, sex: female, share: {{count: {people(range(40, 70), 'female') // 2}, of: norway-2026}}}}"
    (tmp_path / "clinic.yaml").write_text(guideline(population=half), "utf-8")
    found = estimate_strategies(tmp_path)
    assert "population-norway-2026.csv" in {Path(one.path).name for one in found.inputs}
    (option,) = found.strategies  # half of 100 women, a quarter of an hour in each of two years
    assert option.roles["gp"].total_hours == pytest.approx(25, rel=1e-4)
