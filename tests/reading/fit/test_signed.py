"""Weights and priorities: what they must say, and that they are read alone beside a pack."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reading.files import brief, problems
from tests.reading.fit.packs import PRIORITIES, WEIGHTS, guideline, pack
from tnt.diagnostics import Code, Problems
from tnt.reading.fit.choices import choices_of
from tnt.reading.fit.signed import read_priorities, read_weights
from tnt.reading.fit.tiers import tiers_of

LUNGS = guideline(top="outcomes: {admission: One admission prevented, stroke: One stroke prevented}\n", a="", b="")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("per_outcome: {admission: 4, stroke: {low: 1, mean: 9, high: 10}}", []),
        ("per_outcome: {admission: 4}", []),
        ("per_recommendation: {lungs/a: 0, lungs/b: 1 000}", []),
        ("vekter_av: 3\nper_outcome: {admission: 4}", [(Code.UNKNOWN_KEY, "vekter_av")]),
        ("", [(Code.CONFLICTING_KEYS, "weights")]),
        ("per_outcome: {admission: 4}\nper_recommendation: {lungs/a: 1}",
         [(Code.CONFLICTING_KEYS, "per_recommendation")]),
        ("per_outcome: {admission: 0, stroke: -1}", [(Code.OUT_OF_RANGE, "0"), (Code.OUT_OF_RANGE, "-1")]),
        ("per_recommendation: {lungs/a: -1}", [(Code.OUT_OF_RANGE, "-1")]),
        ("per_outcome: {admission: 40 %}", [(Code.NOT_A_NUMBER, "40 %")]),
        ("per_outcome: {admission: {low: 5, mean: 4, high: 8}}", [(Code.RANGE_ORDER, "{low: 5, mean: 4, high: 8}")]),
        ("per_outcome: {}", [(Code.EMPTY, "per_outcome")]),
        ("per_outcome: {strok: 4}", [(Code.UNKNOWN_OUTCOME, "strok")]),
        ("per_outcome: {strok: 4, stroke: 5}", [(Code.NOT_AMONG_FILES, "strok")]),
        ("per_outcome: {fracture: 4}", [(Code.NOT_AMONG_FILES, "fracture")]),
        ("per_recommendation: {lungs/c: 4}", [(Code.UNKNOWN_RECOMMENDATION, "lungs/c")]),
        ("per_recommendation: {heart/c: 4}", [(Code.NOT_AMONG_FILES, "heart/c")]),
        ("per_outcome: {admission: {value: 4, source: vote}}", [(Code.UNKNOWN_SOURCE, "vote")]),
        ("per_outcome: {admission: 4}\nsource: vote", [(Code.UNKNOWN_SOURCE, "vote")]),
    ],
)  # fmt: skip
def test_weights(tmp_path: Path, said: str, found: list[tuple[Code, str]]) -> None:
    assert brief(tmp_path, LUNGS, f"{WEIGHTS}{said}\n") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("tiers: [{rest: true}]", []),
        ("keep: lungs/a\ntiers: [{recommendations: lungs/a, strength: sterk for}, {guidelines: lungs}]", []),
        ("tiers: [{rest: true}]\nwithin: benefit", []),
        ("tiers: []", [(Code.EMPTY, "tiers")]),
        ("tiers: [{rest: false}]", [(Code.TIER_OF_NOTHING, "{rest: false}")]),
        ("tiers: [{rest: true, guidelines: [lungs]}]", [(Code.CONFLICTING_KEYS, "rest")]),
        ("tiers: [{rest: true}, {rest: true}]", [(Code.NAMED_TWICE, "rest")]),
        ("tiers: [{recommendations: [lungs/a, lungs/a]}]", [(Code.NAMED_TWICE, "lungs/a")]),
        ("tiers: [{recommendations: [lungs/a]}, {recommendations: [lungs/a]}]", []),
        ("tiers: [{strength: [strong-for, strong for]}]", [(Code.NAMED_TWICE, "strong for")]),
        ("tiers: [{strength: [strong]}]", [(Code.STRENGTH_WITHOUT_DIRECTION, "strong")]),
        ("tiers: [{strength: [mighty]}]", [(Code.NOT_A_CHOICE, "mighty")]),
        ("tiers: [{guidelines: [lung]}]", [(Code.UNKNOWN_GUIDELINE, "lung")]),
        ("tiers: [{guidelines: [heart]}]", [(Code.NOT_AMONG_FILES, "heart")]),
        ("tiers: [{recommendations: [lungs/q]}]", [(Code.UNKNOWN_RECOMMENDATION, "lungs/q")]),
        ("keep: [lungs/a, lungs/q, a]\ntiers: [{rest: true}]",
         [(Code.UNKNOWN_RECOMMENDATION, "lungs/q"), (Code.UNKNOWN_RECOMMENDATION, "a")]),
        ("keep: [heart/q]\ntiers: [{rest: true}]", [(Code.NOT_AMONG_FILES, "heart/q")]),
        ("tiers: [{rest: true}]\nwithin: people", [(Code.NOT_A_CHOICE, "people")]),
        ("tiers: {a: b}", [(Code.WRONG_TYPE, "{a: b}")]),
    ],
)  # fmt: skip
def test_priorities(tmp_path: Path, said: str, found: list[tuple[Code, str]]) -> None:
    assert brief(tmp_path, LUNGS, f"{PRIORITIES}{said}\n") == found


@pytest.mark.parametrize("begun", [WEIGHTS + "per_outcome: {stroke: 1}\n", PRIORITIES + "tiers: [{rest: true}]\n"])
def test_nobody_signs_and_no_day_are_told_together(tmp_path: Path, begun: str) -> None:
    text = begun.replace("signed_by: The group\ndate: 2026-11-30\n", "")
    found = problems(tmp_path, LUNGS, text)
    assert [(one.code, one.values["key"]) for one in found] == [(Code.UNSIGNED, "signed_by"), (Code.UNSIGNED, "date")]
    assert brief(tmp_path, LUNGS, text.replace("tnt/1\n", "tnt/1\nSignert av: {nb: Gruppen}\nDato: 30.11.2026\n")) == []


def test_alone_they_are_held_against_nothing(tmp_path: Path) -> None:
    assert brief(tmp_path, WEIGHTS + "per_outcome: {anything: 1}\n") == []
    assert brief(tmp_path, PRIORITIES + "tiers: [{guidelines: [any]}, {recommendations: [any/a]}]\n") == []


def test_a_weight_is_no_assumption(tmp_path: Path) -> None:
    assert problems(tmp_path, WEIGHTS + "per_outcome: {stroke: 1}\n", notes=True) == []


def test_weights_of_a_file_beside_the_pack(tmp_path: Path) -> None:
    lungs = pack(tmp_path, LUNGS)
    path = tmp_path / "beside.yaml"
    path.write_text(WEIGHTS + "per_outcome: {stroke: 2}\n", "utf-8")
    file = read_weights(path, lungs)
    assert file.document.numbers_by_name["stroke"].expected == 2
    assert file.tree.file == str(path)


def test_weights_of_the_pack_by_id_or_file(tmp_path: Path) -> None:
    both = pack(tmp_path, LUNGS, WEIGHTS + "per_outcome: {stroke: 2}\n")
    assert read_weights("own", both) is read_weights(tmp_path / "p1.yaml", both)
    with pytest.raises(Problems) as raised:
        read_weights("owm", both)
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.suggestion) == (Code.FILE_UNREADABLE, "own")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (WEIGHTS.replace("date: 2026-11-30\n", "") + "per_outcome: {strok: 0}\n", {Code.UNSIGNED, Code.OUT_OF_RANGE}),
        (WEIGHTS + "per_outcome: {strok: 1}\n", {Code.UNKNOWN_OUTCOME}),
        (LUNGS, {Code.UNKNOWN_KIND}),
        ("weights: [", {Code.YAML_SYNTAX}),
        (None, {Code.FILE_UNREADABLE}),
    ],
)
def test_every_problem_of_a_file_beside_the_pack(tmp_path: Path, text: str | None, codes: set[Code]) -> None:
    lungs, path = pack(tmp_path, LUNGS), tmp_path / "beside.yaml"
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(Problems) as raised:
        read_weights(path, lungs)
    assert {one.code for one in raised.value.diagnostics} >= codes
    assert {one.place.file for one in raised.value.diagnostics} == {str(path)}
    assert str(path) in raised.value.sources


def test_priorities_beside_the_pack(tmp_path: Path) -> None:
    lungs, path = pack(tmp_path, LUNGS), tmp_path / "beside.yaml"
    path.write_text(PRIORITIES + "keep: [lungs/b]\ntiers: [{recommendations: [lungs/b]}]\n", "utf-8")
    tiers = tiers_of(read_priorities(path, lungs).document, choices_of(lungs.documents).recommendations)
    assert (tiers.kept, tiers.tiers, tiers.unnamed) == (("lungs/b",), ((None, ()),), ("lungs/a",))


def test_a_weight_of_another_day(tmp_path: Path) -> None:
    path = tmp_path / "beside.yaml"
    dated = "[{until: 2026-12-31, value: 2}, {from: 2027-01-01, value: 3}]"
    path.write_text(f"{WEIGHTS}per_outcome: {{stroke: {dated}}}\n", "utf-8")
    lungs = pack(tmp_path, LUNGS)
    on = [read_weights(path, lungs, as_of=date(year, 6, 1)) for year in (2026, 2027)]
    assert [file.document.numbers_by_name["stroke"].expected for file in on] == [2, 3]
