"""Entries as a list, a source beside numbers, a guideline called by its title: each means what the language writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.test_keys_and_ids import errors
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.explain.steps import TraceStep
from tnt.explain.trace import trace
from tnt.language.documents.guideline import GuidelineDocument

AS_THE_LANGUAGE_HAS_IT = """\
format: tnt/1
guideline: copd
title: COPD
sources:
  gold: GOLD report 2025
outcomes:
  admission: One admission avoided
recommendations:
  yearly-control:
    title: Yearly control
    population: {who: Those we know, condition: copd, share: {value: 20 %, source: gold}}
    uptake: {current: {value: 50 %, source: gold}, target: {low: 80 %, mean: 90 %, high: 95 %, source: gold}}
    tasks:
      spirometry: {title: Spirometry, role: nurse, time: 30 min, frequency: 1 / year}
      visit: {role: gp, time: {by_age: {0-66: 15 min, 67+: 20 min}}, after: spirometry}
    benefit: {outcome: admission, nnt: {value: 20, source: gold}, horizon: 1 year, applies_to: visit}
"""
AS_A_LIST = """\
format: tnt/1
title: COPD
guideline: copd
sources:
  - gold: GOLD report 2025
outcomes:
  - id: admission
    title: One admission avoided
recommendations:
  - id: yearly-control
    title: Yearly control
    population: {who: Those we know, condition: copd, share: 20 %, source: gold}
    uptake: {current: 50 %, target: {low: 80 %, mean: 90 %, high: 95 %}, source: gold}
    tasks:
      - {title: Spirometry, role: nurse, time: 30 min, frequency: 1 / year}
      - visit: {role: gp, time: {by_age: {0-66: 15 min, 67+: 20 min}}, after: spirometry}
    benefit: {outcome: admission, nnt: 20, horizon: 1 year, applies_to: visit, source: gold}
"""


def loaded(text: str, folder: Path) -> GuidelineDocument:
    assert errors(text, folder) == []
    (read,) = [one.document for one in load(folder / "g.yaml").documents if isinstance(one.document, GuidelineDocument)]
    return read


def codes(text: str, folder: Path) -> list[str]:
    return [str(one.code) for one in errors(text, folder)]


def below(step: TraceStep) -> Iterator[TraceStep]:
    yield step
    for part in step.parts:
        yield from below(part)


def test_a_list_of_entries_means_the_entries_by_their_ids(tmp_path: Path) -> None:
    assert loaded(AS_A_LIST, tmp_path) == loaded(AS_THE_LANGUAGE_HAS_IT, tmp_path)


def test_a_guideline_without_an_id_is_called_by_its_title(tmp_path: Path) -> None:
    assert loaded(AS_A_LIST.replace("guideline: copd\n", ""), tmp_path) == loaded(AS_THE_LANGUAGE_HAS_IT, tmp_path)


def test_a_list_of_groups_is_the_populations(tmp_path: Path) -> None:
    one = "population: {who: Those we know, condition: copd, share: 20 %, source: gold}"
    two = "[{condition: copd, ages: 40+}, {ages: 0-5}]"
    written, meant = (
        loaded(AS_A_LIST.replace(one, f"{key}: {two}"), tmp_path) for key in ("population", "populations")
    )
    assert written == meant


def test_a_condition_that_nothing_declares_is_told_once(tmp_path: Path) -> None:
    again = AS_A_LIST[AS_A_LIST.index("  - id: yearly") :].replace("yearly-control", "another")
    found = errors((AS_A_LIST + again).replace("condition: copd", "condition: multidose"), tmp_path)
    assert [(one.code, one.values["count"], len(one.related)) for one in found] == [("TNT301", "2", 1)]


def test_entries_without_id_and_title_are_numbered(tmp_path: Path) -> None:
    text = AS_A_LIST.replace("- {title: Spirometry, role", "- {role").replace("after: spirometry", 'after: "1"')
    read = loaded(text, tmp_path)
    assert list(read.recommendations["yearly-control"].tasks) == ["1", "visit"]


def test_a_long_title_makes_an_id_of_whole_words(tmp_path: Path) -> None:
    title = (
        "Spirometry with reversibility of all who smoke or smoked and who cough, bring up phlegm or are short of breath"
    )
    read = loaded(AS_A_LIST.replace("id: yearly-control\n    title: Yearly control", f'title: "{title}"'), tmp_path)
    (name,) = read.recommendations
    assert name == "spirometry-with-reversibility-of-all-who-smoke-or-smoked-and-who-cough-bring-up"
    assert read.recommendations[name].title == title


@pytest.mark.parametrize(
    "twice", ["- id: gold\n    title: A\n  - id: gold\n    title: B", "- gold: A\n  - gold: B", "- gold", "- [gold]"]
)
def test_entries_that_cannot_be_told_apart_are_refused(twice: str, tmp_path: Path) -> None:
    assert "TNT103" in codes(AS_A_LIST.replace("- gold: GOLD report 2025", twice), tmp_path)


def test_what_is_wrong_in_a_list_stands_where_it_is_written(tmp_path: Path) -> None:
    text = AS_A_LIST.replace("30 min", "30 mni").replace("horizon: 1 year", "horizon: 1 yaer")
    lines = [one.place.span.line for one in errors(text, tmp_path) if one.place.span is not None]
    assert lines == [15, 17]


def test_a_source_beside_a_task_is_of_the_task_and_of_no_number(tmp_path: Path) -> None:
    text = AS_A_LIST.replace("frequency: 1 / year}", "frequency: 1 / year, source: gold}")
    assert errors(text, tmp_path) == []
    inputs = load(tmp_path / "g.yaml")
    (minutes,) = [one for one in inputs.numbers if one.path.endswith("spirometry/time")]
    assert (minutes.status, minutes.source_id) == ("assumption", None)
    recommendation = trace(inputs, estimate(inputs), "copd/yearly-control")
    assert recommendation is not None
    assert [step.values for step in below(recommendation) if step.key == "asked-in"] == [{"source": "GOLD report 2025"}]
    assert codes(text.replace("source: gold}\n      -", "source: silver}\n      -"), tmp_path) == ["TNT302"]


def test_a_source_of_nothing_that_could_have_one_is_told(tmp_path: Path) -> None:
    assert codes(AS_A_LIST.replace("title: COPD", "title: COPD\nsource: gold"), tmp_path) == ["TNT117"]


def test_a_source_beside_numbers_that_nobody_declares_is_told(tmp_path: Path) -> None:
    assert set(codes(AS_A_LIST.replace("- gold:", "- silver:"), tmp_path)) == {"TNT302"}


def test_the_number_of_a_scenario_has_not_the_source_of_the_one_it_stands_for(tmp_path: Path) -> None:
    (tmp_path / "g.yaml").write_text(AS_A_LIST, "utf-8")
    change = "{set: copd/recommendations/yearly-control/uptake/current, to: 60 %}"
    (tmp_path / "s.yaml").write_text(f"format: tnt/1\nscenario: s\nchanges: [{change}]\n", "utf-8")
    inputs = load(tmp_path / "g.yaml", scenarios=[tmp_path / "s.yaml"])
    (current,) = [one for one in inputs.numbers if one.quantity == "current"]
    assert (current.text, current.source_id, current.status) == ("60 %", None, "assumption")
