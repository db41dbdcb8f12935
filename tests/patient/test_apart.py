"""The patient's own time is counted as any role's, and changes nothing that is said of staff."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given

import tnt
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import packs
from tests.patient.packs import CHECK, PEOPLE, SELF_CARE, with_own_time, write
from tests.profile import looks
from tnt.analyses.years.files import year_figures, years_csv
from tnt.analyses.years.projection import load_projection
from tnt.analyses.years.years import YearsResult, estimate_years
from tnt.diagnostics import Problems
from tnt.language.values.roles import role_read
from tnt.report.files.list_rows import list_rows
from tnt.result.model import Result

BENEFIT = {"outcome": "better", "nnt": 20, "horizon": "5 years"}


def of_staff(result: Result) -> Iterator[tuple[str, Any]]:
    """Everything that is said of staff."""
    for role, total in result.total.items():
        if role != "patient":
            yield f"total {role}", total
            yield f"lists {role}", result.lists.roles[role]
    for one in result.recommendations:
        if one.roles.keys() != {"patient"}:
            yield f"{one.id} people", (one.eligible_people, one.people_benefiting_per_year, one.eligible_people_bounds)
        yield from ((f"{one.id} {role}", hours) for role, hours in one.roles.items() if role != "patient")
    yield from ((f"overload {role}", one) for role, one in result.overload.items())
    yield from ((f"staffing {role}", one) for role, one in result.staffing.items())
    for supply in result.supply:
        yield from ((f"supply {supply.id} {role}", one) for role, one in supply.roles.items())
    yield from ((f"shared {one.activity} {one.role}", one) for one in result.shared_work if one.role != "patient")
    yield "rows", [row for block in list_rows(result.lists) for row in block.to_pylist()]


def changed(one: Result, other: Result) -> list[str]:
    before, after = dict(of_staff(one)), dict(of_staff(other))
    assert before.keys() == after.keys()
    return [name for name, said in before.items() if not alike(said, after[name])]


def alike(one: Any, other: Any) -> bool:
    """The same but for the last digits, which matrices of another width may sum in another order."""
    if is_dataclass(one):
        return all(alike(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    if isinstance(one, np.ndarray):
        return np.asarray(other).shape == one.shape and alike(one.tolist(), other.tolist())
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-11, abs_tol=1e-8) or (math.isnan(one) and math.isnan(other))
    return bool(one == other)


def test_its_hours_are_those_of_any_role(tmp_path: Path) -> None:
    result = tnt.estimate(tnt.load(write(tmp_path, with_own_time(CHECK))))
    hours = result.recommendations[0].roles["patient"]
    assert (hours.tnt_hours, hours.required_hours) == pytest.approx((PEOPLE * 40 / 60, PEOPLE * 0.8 * 40 / 60))
    assert hours.incremental_hours == pytest.approx(PEOPLE * 0.3 * 40 / 60)
    total = result.total["patient"]
    assert total.required_hours == pytest.approx(PEOPLE * 0.8 * 40 / 60)
    assert (total.kind, total.isco, total.available_hours, total.share_of_capacity) == (None, None, None, None)
    assert list(result.total) == ["gp", "nurse", "patient"]
    assert result.overload.keys() == {"gp"}
    assert "patient" not in [str(one.values.get("role")) for one in result.notices]


def test_what_several_ask_of_the_patient_is_counted_once(tmp_path: Path) -> None:
    both = write(tmp_path, with_own_time(CHECK, activity="visit"), with_own_time(CHECK, activity="visit"))
    total = tnt.estimate(tnt.load(both)).total["patient"]
    assert total.overlap_hours == pytest.approx(PEOPLE * (2 * 0.8 - 0.96) * 40 / 60)


@pytest.mark.parametrize("own", [{}, {"time": None}, {"frequency": "once"}, {"frequency": "every 5 years"}])
def test_it_changes_nothing_of_staff(tmp_path: Path, own: dict[str, Any]) -> None:
    rule = CHECK | {"benefit": BENEFIT | {"applies_to": "visit"}}
    before = tnt.load(write(tmp_path / "before", rule))
    after = tnt.load(write(tmp_path / "after", with_own_time(rule, **own), SELF_CARE))
    assert changed(tnt.estimate(before), tnt.estimate(after)) == []


def test_it_is_no_task_that_the_benefit_could_mean(tmp_path: Path) -> None:
    rule = CHECK | {"benefit": BENEFIT, "tasks": {"visit": CHECK["tasks"]["visit"]}}
    alone, beside = (
        tnt.estimate(tnt.load(write(tmp_path / name, each)))
        for name, each in (("one", rule), ("two", with_own_time(rule)))
    )
    assert alone.recommendations[0].roles["gp"].hours_per_person_benefiting is not None
    assert changed(alone, beside) == []


@pytest.mark.parametrize("method", ["stratified", "sobol"])
def test_it_moves_no_draw_of_staff(tmp_path: Path, method: Any) -> None:
    before = tnt.load(write(tmp_path / "before", CHECK))
    after = tnt.load(write(tmp_path / "after", with_own_time(CHECK), SELF_CARE))
    one, other = (tnt.simulate(each, draws=256, method=method) for each in (before, after))
    for role in ("gp", "nurse"):
        assert one.total[role] == other.total[role]
        drivers = [[replace(each, label="") for each in two.drivers[role]] for two in (one, other)]
        assert drivers[0] == drivers[1]
    assert one.overloaded_lists == other.overloaded_lists
    assert one.decisions == other.decisions
    assert other.total["patient"].headline.p05 < other.total["patient"].headline.p95


@looks(40)
@given(packs())
def test_of_random_packs_it_changes_nothing_of_staff(pack: Folder) -> None:
    """Whatever the pack asks: with the patient's own time in every recommendation, and without."""
    more, less = deepcopy(pack), deepcopy(pack)
    for guideline in less.guidelines:
        for rule in guideline["recommendations"].values():
            tasks = rule["tasks"]
            for name in [name for name, task in tasks.items() if task.get("role") == "patient"]:
                tasks[name] = tasks[name] | {"role": "gp"}
            if "benefit" in rule:
                rule["benefit"].setdefault("applies_to", next(iter(tasks)))
    for guideline, other in zip(more.guidelines, less.guidelines, strict=True):
        guideline["recommendations"] = deepcopy(other["recommendations"])
        for rule in guideline["recommendations"].values():
            often = "once" if "incidence" in rule["population"] else "1 / year"
            rule["tasks"]["own-time"] = {"role": "patient", "time": "40 min", "frequency": often, "activity": "visit"}
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other_folder:
        assert changed(less.estimate(Path(one)), more.estimate(Path(other_folder))) == []


@pytest.mark.parametrize("word", ["patient", "Patient", "pasient", "Pasienten", "pasienter"])
def test_words_for_it(word: str) -> None:
    assert role_read(word) == "patient"


def test_it_needs_no_declaration_and_may_have_a_title(tmp_path: Path) -> None:
    rule = with_own_time(CHECK, role="pasienten")
    declared = "format: tnt/1\nguideline: other\nroles: {patient: {title: Users}}\nrecommendations:\n  r:\n"
    declared += "    population: {ages: 40+}\n    tasks: {visit: {role: gp, time: 5 min, frequency: 1 / year}}\n"
    assert tnt.estimate(tnt.load(write(tmp_path, rule))).total["patient"].title == "patient"
    assert tnt.estimate(tnt.load(write(tmp_path, rule, other=declared))).total["patient"].title == "Users"


TABLE_OF_TWO = 'format: tnt/1\nlists: two\ntable: lists.csv\nid: id\npeople: "{sex}_{ages}"\n'
STAFFED = {
    "capacity": "format: tnt/1\ncapacity: c\ntitle: C\nroles: {pasient: {hours: 37.5 h / week, weeks: 46}}\n",
    "lists": f"{TABLE_OF_TWO}staff: {{patient: {{posts: gp}}}}\n",
}


@pytest.mark.parametrize("where", STAFFED)
def test_it_has_no_working_time_and_no_posts(tmp_path: Path, where: str) -> None:
    with pytest.raises(Problems) as raised:
        tnt.load(write(tmp_path, CHECK, **{where: STAFFED[where]}))
    assert [(one.code, Path(one.place.file).name) for one in raised.value.diagnostics] == [("TNT468", f"{where}.yaml")]


def test_a_scenario_may_move_work_to_the_patient_but_not_give_them_time(tmp_path: Path) -> None:
    begun = "format: tnt/1\nscenario: s\ntitle: S\nchanges: "
    pack, scenario = write(tmp_path / "pack", CHECK), tmp_path / "s.yaml"
    scenario.write_text(f"{begun}[{{set: demo/recommendations/rule-0/tasks/bloods/role, to: pasient}}]\n", "utf-8")
    assert list(tnt.estimate(tnt.load(pack, scenarios=[scenario])).total) == ["gp", "patient"]
    scenario.write_text(f"{begun}[{{add: hours/roles/patient, value: {{hours: 1725 h / year}}}}]\n", "utf-8")
    with pytest.raises(Problems) as raised:
        tnt.load(pack, scenarios=[scenario])
    assert "TNT468" in {one.code for one in raised.value.diagnostics}


def test_years_have_it_after_staff(tmp_path: Path) -> None:
    """In the order people see, and in that of the table for programs."""
    before, after = write(tmp_path / "before", CHECK), write(tmp_path / "after", with_own_time(CHECK), SELF_CARE)
    one, other = (_years(each) for each in (before, after))
    assert other.roles == one.roles == ["gp", "nurse"]
    assert other.sections == ["gp", "nurse", "patient"]
    for before_it, with_it in zip(one.years, other.years, strict=True):
        for role in one.roles:
            assert alike(year_figures(before_it, role), year_figures(with_it, role))
    roles = [row.split(",")[1] for row in years_csv(other).splitlines()]
    assert roles == ["role", *["gp", "nurse", "patient"] * 2]


def _years(folder: Path) -> YearsResult:
    """Of the lists that come with tnt by year."""
    (folder / "lists.yaml").unlink()
    return estimate_years(load_projection(folder, first=2026, last=2027))
