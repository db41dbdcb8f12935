"""Conditions by their names: read where one is meant, suggested where several are put together, and never in the place
of somebody's own."""

from pathlib import Path

import pytest

from tests.reading.files import guideline, problems
from tnt.check.check import check
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Severity

OWN = "format: tnt/1\nconditions:\n  {id}: {{{title}prevalence: [{{ages: all, share: 5 %}}]}}\n"
LISTS = "format: tnt/1\nlists: l\ntable: t.csv\nid: id\npeople: '{sex}_{ages}'\nregisters: {kols: {column: kols}}\n"


def named(folder: Path, condition: str, *more: str) -> tuple[str, ...]:
    """The conditions of a recommendation as they are read."""
    (folder / "g.yaml").write_text(guideline(population=f"{{condition: {condition}}}"), "utf-8")
    for number, text in enumerate(more):
        (folder / f"more{number}.yaml").write_text(text, "utf-8")
    assert not [one for one in check([folder]).diagnostics if one.severity is Severity.ERROR]
    inputs = load(folder, lists="norway-nation")
    return inputs.rules.rules[0].recommendation.population.conditions


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kols", "copd"),
        ("Kols", "copd"),
        ("type 2 diabetes", "diabetes-2"),
        ("Diabetes type 2", "diabetes-2"),
        ("kronisk nyresykdom", "ckd"),
        ("COPD", "copd"),
        ("Heart failure", "heart-failure"),
        ("hjertesvikt", "heart-failure"),
        ("{any: [kols, astma]}", "copd, asthma"),
        ("{all: [diabetes, {not: Atrieflimmer}]}", "diabetes, atrial-fibrillation"),
    ],
)
def test_a_name_is_read_as_the_condition(written: str, meant: str, tmp_path: Path) -> None:
    assert ", ".join(named(tmp_path, written)) == meant


def test_ones_own_condition_is_never_another(tmp_path: Path) -> None:
    assert named(tmp_path, "kols", OWN.format(id="kols", title="")) == ("kols",)


def test_ones_own_name_goes_before_a_shipped_one(tmp_path: Path) -> None:
    assert named(tmp_path, "Kols", OWN.format(id="lung", title="title: Kols, ")) == ("lung",)


def test_a_name_that_two_have_is_none(tmp_path: Path) -> None:
    (tmp_path / "g.yaml").write_text(guideline(population="{condition: lunge}"), "utf-8")
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(OWN.format(id=name, title="title: Lunge, "), "utf-8")
    assert Code.UNKNOWN_CONDITION in [one.code for one in check([tmp_path]).diagnostics]


def test_a_register_of_the_lists_is_ones_own(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,female_0-99,male_0-99,kols\nA,600,600,50\n", "utf-8")
    (tmp_path / "l.yaml").write_text(LISTS, "utf-8")
    (tmp_path / "g.yaml").write_text(guideline(population="{condition: kols}"), "utf-8")
    inputs = load(tmp_path)
    assert inputs.rules.rules[0].recommendation.population.conditions == ("kols",)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kols eller astma", "{any: [copd, asthma]}"),
        ("kols, astma eller demens", "{any: [copd, asthma, dementia]}"),
        ("diabetes AND hypertension", "{all: [diabetes, hypertension]}"),
        ("diabetes or hypertension, not dementia", "{all: [{any: [diabetes, hypertension]}, {not: dementia}]}"),
        ("ikke diabetes", "{not: diabetes}"),
        ("kols eller gikt", None),
        ("hypertention", "hypertension"),
    ],
)
def test_several_in_words_are_suggested_and_shown_as_written(written: str, meant: str | None, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, guideline(population=f'{{condition: "{written}"}}'))
    assert (found.code, found.values["id"], found.suggestion) == (Code.UNKNOWN_CONDITION, written, meant)
