"""What a guideline names and tnt ships: found, said, and no more of it than is named."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from tests.reading.files import guideline
from tnt.analyses.compare.comparison import compare
from tnt.analyses.compare.terminal import print_comparison
from tnt.analyses.strategies.strategies import estimate_strategies
from tnt.check.check import check
from tnt.compile.inputs import Inputs, load
from tnt.compile.notice import NoticeCode
from tnt.diagnostics import Code, Problems
from tnt.estimating.estimate import estimate
from tnt.locale import Texts
from tnt.reading import shipped
from tnt.reading.pack import read_pack
from tnt.reading.shipped import default_pack
from tnt.reading.tables.files.file import sha256_of
from tnt.show.notices import notice_text

AS_OF = date(2026, 11, 22)
SHIPPED = "guidelines/no/conditions.yaml"
COPD = 55_000
OWN = "format: tnt/1\nconditions: {copd: {prevalence: [{share: 10 %}]}}\n"
LISTS = """\
format: tnt/1
lists: mine
table: lists.csv
id: id
people: "all_{ages}"
registers: {hypertension: bp, copd: copd}
"""


def written(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


def loaded(folder: Path, **texts: str) -> Inputs:
    return load(written(folder, **texts), as_of=AS_OF)


def said(inputs: Inputs, lang: str = "en") -> dict[NoticeCode, str]:
    return {one.code: notice_text(one, Texts(lang)) for one in inputs.notices}


def yearly_hours(inputs: Inputs) -> float:
    hours = estimate(inputs).total["gp"].required_hours
    assert hours is not None
    return hours


def test_a_shipped_condition_is_found_and_only_its_own_numbers_enter(tmp_path):
    inputs = loaded(tmp_path, g=guideline(population="{condition: copd}"))
    assert yearly_hours(inputs) == pytest.approx(COPD * 15 / 60)
    total, *relatives = (number for number in inputs.numbers if number.file == SHIPPED)
    assert (total.path, total.source_id) == ("conditions/copd/prevalence/total", "copd-fhi")
    assert [one.path for one in relatives] == [f"shapes/copd/rows/{at}/relative" for at in range(len(relatives))]
    assert {one.source_id for one in relatives} == {"england-ages"}
    assert None not in [one.source for one in (total, *relatives)]
    assert "population-norway-2026.csv" in {Path(one.path).name for one in inputs.files}
    assert set(inputs.conditions) == {"copd"}
    assert len(inputs.rules.rules) == 1
    assert (SHIPPED, sha256_of(default_pack() / "conditions.yaml")) in {(one.path, one.sha256) for one in inputs.files}
    assert said(inputs)[NoticeCode.FOUND_SHIPPED] == (
        "Not in the files given, so taken from guidelines/no/conditions.yaml, which comes with tnt: copd (Known COPD)."
    )
    assert "copd (Kjent kols)" in said(inputs, "nb")[NoticeCode.FOUND_SHIPPED]


def test_contacts_are_found_as_well_each_said_with_its_file(tmp_path):
    text = guideline(
        population="{condition: dementia}",
        rec="demand: {baseline: consultations, change: +10 %}",
        tasks="{t: {role: dietitian, time: 15 min}}",
    )
    inputs = loaded(tmp_path, g=text)
    told = [one.values["file"] for one in inputs.notices if one.code == NoticeCode.FOUND_SHIPPED]
    assert told == [SHIPPED, "guidelines/no/contacts-2023.yaml"]
    assert set(told) <= {one.path for one in inputs.files}
    assert inputs.roles["dietitian"].isco == "2265"
    assert [rule.id for rule in inputs.rules.rules] == ["clinic/r"]
    assert not inputs.outcomes


def test_ones_own_entry_wins_and_is_said(tmp_path):
    text = guideline(population="{condition: copd}")
    inputs = loaded(tmp_path, g=text, c=OWN)
    assert yearly_hours(inputs) == pytest.approx(inputs.people.sum() * 0.1 * 15 / 60)
    assert SHIPPED not in {one.path for one in inputs.files}
    assert said(inputs)[NoticeCode.OWN_IN_PLACE].endswith("come with tnt: copd.")
    assert NoticeCode.FOUND_SHIPPED not in said(inputs)


def test_an_own_entry_that_nothing_uses_is_not_spoken_of(tmp_path):
    inputs = loaded(tmp_path, g=guideline(), c=OWN)
    assert not said(inputs).keys() & {NoticeCode.OWN_IN_PLACE, NoticeCode.FOUND_SHIPPED}


def test_an_own_source_of_the_same_id_is_no_clash_and_is_said(tmp_path):
    sources = "sources: {copd-fhi: {title: My note, kind: other}}"
    inputs = loaded(tmp_path, g=guideline(population="{condition: copd}", top=sources))
    total = next(number for number in inputs.numbers if number.file == SHIPPED)
    assert total.source is not None
    assert total.source.title == "My note"
    assert said(inputs)[NoticeCode.OWN_IN_PLACE].endswith("come with tnt: copd-fhi.")


def test_where_nothing_shipped_is_named_nothing_shipped_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(shipped, "_declared", lambda *_: pytest.fail("the shipped files were read"))
    gout = "format: tnt/1\nconditions: {gout: {prevalence: [{share: 1 %}]}}\n"
    assert check([written(tmp_path, g=guideline())]).diagnostics
    monkeypatch.undo()
    assert check([written(tmp_path, g=guideline(population="{condition: gout}"), c=gout)]).diagnostics


def test_the_shipped_pack_itself_finds_nothing_and_says_nothing():
    inputs = load(as_of=AS_OF)
    assert not said(inputs).keys() & {NoticeCode.OWN_IN_PLACE, NoticeCode.FOUND_SHIPPED}


# Registers


def on_own_lists(folder: Path, population: str, lists: str = LISTS) -> Inputs:
    (folder / "lists.csv").write_text("id,all_0-39,all_40-99,bp,copd\nA,1000,1000,300,80\n")
    return loaded(folder, g=guideline(population=population), l=lists)


def test_a_register_scales_the_shipped_prevalence_of_the_diagnosed(tmp_path):
    inputs = on_own_lists(tmp_path, "{condition: hypertension}")
    assert yearly_hours(inputs) == pytest.approx(300 * 15 / 60)
    old = on_own_lists(tmp_path, "{condition: hypertension, ages: 40+}")
    assert 0.97 * 300 < yearly_hours(old) * 60 / 15 < 300  # hardly any of them are younger
    assert said(inputs)[NoticeCode.REGISTER_BY_SHIPPED].startswith("Treated high blood pressure: how many")
    assert NoticeCode.FOUND_SHIPPED in said(inputs)


def test_a_register_is_not_put_aside_for_a_shipped_prevalence_of_all(tmp_path):
    inputs = on_own_lists(tmp_path, "{condition: copd-all}", LISTS.replace("copd: copd", "copd-all: copd"))
    assert yearly_hours(inputs) == pytest.approx(80 * 15 / 60)
    assert not said(inputs).keys() & {NoticeCode.FOUND_SHIPPED, NoticeCode.REGISTER_IGNORED}


# Scenarios


def scenario(change: str) -> str:
    return f"format: tnt/1\nscenario: s\nchanges: [{change}]\n"


def with_scenario(folder: Path, change: str) -> Inputs:
    written(folder, g=guideline(population="{condition: copd}"), s=scenario(change))
    return load(folder, scenarios=["s"], as_of=AS_OF)


def test_a_scenario_changes_a_condition_that_was_found(tmp_path):
    before = yearly_hours(loaded(tmp_path, g=guideline(population="{condition: copd}")))
    inputs = with_scenario(tmp_path, "{scale: conditions/copd/prevalence/total, by: 2}")
    assert yearly_hours(inputs) == pytest.approx(2 * before)
    assert [change.before_file for change in inputs.changes] == [SHIPPED]
    assert not [one for one in check([tmp_path]).diagnostics if one.severity == "error"]


def test_a_scenario_may_name_another_shipped_condition(tmp_path):
    inputs = with_scenario(tmp_path, "{set: clinic/recommendations/r/population/condition, to: dementia}")
    assert set(inputs.rules.conditions) == {"dementia"}
    assert said(inputs)[NoticeCode.FOUND_SHIPPED].endswith("dementia (Dementia).")
    assert not [one for one in check([tmp_path]).diagnostics if one.severity == "error"]


def test_a_scenario_about_a_condition_that_nothing_names_is_told_what_is_there(tmp_path):
    with pytest.raises(Problems) as raised:
        with_scenario(tmp_path, "{scale: conditions/asthma/prevalence/all/share, by: 2}")
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.values["known"]) == (Code.UNKNOWN_PATH, "copd")


# Everywhere


def test_check_finds_the_same_and_says_it_at_the_place(tmp_path):
    found = check([written(tmp_path, g=guideline(population="{condition: copd}"))]).diagnostics
    assert [one.code for one in found if one.severity == "error"] == []
    (note,) = (one for one in found if one.code is Code.FOUND_SHIPPED)
    assert note.values == {"ids": "copd", "file": SHIPPED}


def test_an_unknown_condition_may_be_a_misspelt_shipped_one(tmp_path):
    (problem, *_) = check([written(tmp_path, g=guideline(population="{condition: hypertention}"))]).diagnostics
    assert (problem.code, problem.suggestion) == (Code.UNKNOWN_CONDITION, "hypertension")


def test_strategies_say_it(tmp_path):
    strategies = """\
format: tnt/1
strategies: s
horizon: 2 years
cohort: {people: {all: {40-49: 100}}}
options: {a: {recommendations: [clinic/r]}}
"""
    written(tmp_path, g=guideline(population="{condition: copd}"), s=strategies)
    result = estimate_strategies(tmp_path, as_of=AS_OF)
    assert NoticeCode.FOUND_SHIPPED in {one.code for one in result.notices}
    assert SHIPPED in {one.path for one in result.inputs}


def test_a_comparison_says_it(tmp_path):
    text, shown = guideline(population="{condition: copd}"), StringIO()
    shipped_entry, own = loaded(tmp_path, g=text), loaded(tmp_path, g=text, c=OWN)
    print_comparison(compare(shipped_entry, own), "en", shown)
    assert "which comes with tnt: copd (Known COPD)." in " ".join(shown.getvalue().split())
    assert "come with tnt: copd." in " ".join(shown.getvalue().split())


# Groups of a shipped file

GROUPED = """\
format: tnt/1
conditions:
  a: {source: one, prevalence: [{share: 1 %}]}
  b: {source: two, prevalence: [{share: 1 %}]}
  c: {prevalence: [{share: 1 %}]}
sources: {one: {title: One}, two: {title: Two}}
outcomes: {o: an outcome}
moves_together:
  of-one: {source: one}
  of-two: {source: two}
  both: {numbers: [conditions/b/prevalence/0/share, conditions/c/prevalence/0/share]}
  other: {numbers: [conditions/b/prevalence/0/share]}
  minutes: {role: gp}
"""


def test_groups_enter_as_far_as_they_are_about_numbers_that_are_used(tmp_path, monkeypatch):
    pack = tmp_path / "packs" / "p"
    pack.mkdir(parents=True)
    (pack / "c.yaml").write_text(GROUPED)
    (tmp_path / "packs" / "default-pack.txt").write_text("p")
    monkeypatch.setattr(shipped, "packs_folder", lambda: tmp_path / "packs")
    text = guideline(population="{condition: a}") + guideline(population="{condition: c}").split("recommendations:\n")[
        1
    ].replace("  r:", "  s:")
    read = read_pack([written(tmp_path, g=text) / "g.yaml"])
    assert not read.problems.has_errors, list(read.problems)
    (_, part) = read.trees
    assert part.data["sources"].keys() == {"one"}
    assert part.data["moves_together"] == {
        "of-one": {"source": "one"},
        "both": {"numbers": ["conditions/c/prevalence/0/share"]},
    }
    assert part.data.keys() == {"format", "conditions", "sources", "moves_together"}
