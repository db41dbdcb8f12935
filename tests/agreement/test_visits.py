"""Several tasks in one visit: METHOD's case by hand, random packs against the slow calculation, bounds against linear
programs."""

import itertools
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

import tnt
from tests.oracle.agreement import assert_agrees
from tests.oracle.changes import in_visits
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs, packs
from tests.oracle.expected import expected
from tests.profile import looks
from tnt.result.total import RoleTotal

PEOPLE = 600


def total(folder: Path, tasks: list[str], visits: str = "consultation: {fixed: 6 min, merged: 100 %}") -> RoleTotal:
    """All people asked for each task, in a recommendation of its own with an uptake of today of 50 %."""
    rules = "".join(
        f"  r{number}: {{population: {{}}, uptake: {{current: 50 %}}, tasks: {{t: {{role: gp, {task}}}}}}}\n"
        for number, task in enumerate(tasks)
    )
    (folder / "rules.yaml").write_text(f"format: tnt/1\nguideline: g\nrecommendations:\n{rules}", "utf-8")
    (folder / "time.yaml").write_text(
        f"format: tnt/1\ncapacity: c\nroles: {{gp: {{hours: 1725 h / year, visits: {{{visits}}}}}}}\n", "utf-8"
    )
    return tnt.estimate(tnt.load(folder, lists=f"{PEOPLE} people")).total["gp"]


def saved_minutes(of: RoleTotal) -> float:
    return of.merged_visit_hours * 60 / PEOPLE


def test_three_tasks_of_2_minutes_save_4_and_not_12(tmp_path: Path) -> None:
    of = total(tmp_path, ["time: 2 min, frequency: 1 / year"] * 3)
    assert saved_minutes(of) == pytest.approx(4)
    assert of.required_hours == pytest.approx(PEOPLE * 2 / 60)


def test_of_today_half_the_people_are_asked_for_each(tmp_path: Path) -> None:
    of = total(tmp_path, ["time: 10 min, frequency: 1 / year"] * 2)
    assert saved_minutes(of) == pytest.approx(6)
    assert of.current_hours == pytest.approx(PEOPLE * (10 - 6 * (1 - 0.75)) / 60)
    assert of.incremental_hours == pytest.approx(PEOPLE * (20 - 6 - 8.5) / 60)


@pytest.mark.parametrize(
    ("tasks", "minutes"),
    [
        (["time: 10 min, frequency: 4 / year", "time: 10 min, frequency: 1 / year"], 6),  # the rarer falls in
        (["time: 10 min, frequency: 1 / year", "time: 3 min, frequency: 1 / year"], 3),
        (["time: 10 min, frequency: 1 / year", "time: 10 min, frequency: 1 / year, contact: telephone"], 0),
        (["time: 10 min, frequency: 1 / year", "time: 10 min, frequency: 1 / year, activity: a"], 6),
        (["time: 10 min, frequency: 1 / year, activity: a"] * 2, 0),  # one piece of work has one visit
        (["time: 10 min, frequency: 1 / year"] * 2 + ["time: null, frequency: 1 / year"], 6),
    ],
)
def test_which_tasks_fall_in_one_visit(tasks: list[str], minutes: float, tmp_path: Path) -> None:
    of = total(tmp_path, tasks)
    assert saved_minutes(of) == pytest.approx(minutes)
    assert of.merged_visits_at_least == (len(tasks) == 3)


def test_what_follows_events_has_visits_of_its_own(tmp_path: Path) -> None:
    tasks = "time: 10 min, frequency: 1 / year}, after: {role: gp, after: t, time: 10 min"
    assert saved_minutes(total(tmp_path, [tasks])) == 0.0


def test_lasting_work_does_not(tmp_path: Path) -> None:
    tasks = "time: 10 min, frequency: 1 / year}, after: {role: gp, after: t, time: 10 min, frequency: 1 / year"
    assert saved_minutes(total(tmp_path, [tasks])) == pytest.approx(6)


def test_too_many_conditions_put_together_are_refused_where_visits_are_merged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tnt.limits, "CONDITIONS_TOGETHER", 1)
    names = "".join(f"  {name}: {{prevalence: [{{ages: all, share: 5 %}}]}}\n" for name in ("one", "two"))
    (tmp_path / "ill.yaml").write_text(f"format: tnt/1\nconditions:\n{names}", "utf-8")
    task = (
        "time: 10 min, frequency: 1 / year}}}\n  s: {population: {condition: {any: [one, two]}}, tasks: {t: {role: gp, "
    )
    with pytest.raises(tnt.Problems) as raised:
        total(tmp_path, [f"{task}time: 5 min, frequency: 1 / year"])
    assert [(one.code, one.values["what"]) for one in raised.value.diagnostics] == [
        (tnt.diagnostics.Code.TOO_MANY_RULES, "conditions-in-visits")
    ]


@looks(50)
@given(packs().map(in_visits))
def test_every_figure_of_a_pack_whose_visits_are_merged(pack: Folder) -> None:
    assert_parts_add_up(pack)


@looks(25)
@given(new_packs().map(in_visits))
def test_every_figure_with_the_new_keys(pack: Folder) -> None:
    assert_parts_add_up(pack)


def assert_parts_add_up(pack: Folder) -> None:
    with tempfile.TemporaryDirectory() as folder:
        result = pack.estimate(Path(folder))
    assert_agrees(result, expected(pack.given()))
    for role, of in result.total.items():
        parts = [one.roles[role].required_hours or 0.0 for one in result.recommendations if role in one.roles]
        if of.required_hours is not None:
            left = sum(parts) - of.overlap_hours - of.merged_visit_hours
            assert of.required_hours == pytest.approx(left, rel=1e-12, abs=1e-9)
            known = result.lists.roles[role].required_hours
            assert float(known[known == known].sum()) == pytest.approx(of.required_hours, rel=1e-9, abs=1e-6)


shares = st.sampled_from([0.05, 0.1, 0.2, 0.3])
"""Of up to three tasks: there is room for people to avoid one another, so that both ends can be reached."""


@looks(40)
@given(
    st.lists(st.tuples(shares, st.sampled_from([1, 2, 4]), st.sampled_from([2, 5, 10, 30]), st.sampled_from(" ab"))),
    st.sampled_from([0.3, 1.0]),
)
def test_the_ends_are_those_of_all_ways_in_which_people_may_be_asked(
    drawn: list[tuple[float, int, int, str]], merged: float
) -> None:
    tasks = drawn[:3]
    if len(tasks) < 2:
        return
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "rules.yaml").write_text(
            "format: tnt/1\nguideline: g\nrecommendations:\n"
            + "".join(
                f"  r{number}: {{population: {{share: {share * 100:g} %}}, tasks: {{t: {{role: gp, time: {long} min, "
                f"frequency: {often} / year{f', activity: {name}' if name.strip() else ''}}}}}}}\n"
                for number, (share, often, long, name) in enumerate(tasks)
            ),
            "utf-8",
        )
        (Path(folder) / "time.yaml").write_text(
            "format: tnt/1\ncapacity: c\nroles: {gp: {hours: 1725 h / year, "
            f"visits: {{consultation: {{fixed: 6 min, merged: {merged * 100:g} %}}}}}}}}\n",
            "utf-8",
        )
        of = tnt.estimate(tnt.load(folder, lists=f"{PEOPLE} people")).total["gp"]
    least, most = ends_by_linear_programs(tasks, merged)
    assert of.overlap_and_merged_hours_bounds == pytest.approx((PEOPLE * least, PEOPLE * most), rel=1e-7, abs=1e-7)


def ends_by_linear_programs(tasks: list[tuple[float, int, int, str]], merged: float) -> tuple[float, float]:
    """Hours a person saves: whoever of all people are asked for which tasks, so that each asks its share."""
    every = list(itertools.product([False, True], repeat=len(tasks)))
    saved = np.array(
        [saved_of_one([task for task, asks in zip(tasks, one, strict=True) if asks], merged) for one in every]
    )
    asked = np.array([[1.0] * len(every), *([float(one[at]) for one in every] for at in range(len(tasks)))])
    wanted = [1.0, *(share for share, *_ in tasks)]
    ends = [linprog(sign * saved, A_eq=asked, b_eq=wanted) for sign in (1, -1)]
    assert all(one.success for one in ends)
    return ends[0].fun, -ends[1].fun


def saved_of_one(tasks: list[tuple[float, int, int, str]], merged: float) -> float:
    """Hours of one who is asked for all of these, one by one, less what is done."""
    alone = [[task] for task in tasks if task[3] == " "]
    activities = alone + [[task for task in tasks if task[3] == name] for name in "ab"]
    total = merged * year(tasks, 6) + sum(year(each, 999) - merged * year(each, 6) for each in activities)
    return sum(often * long / 60 for _, often, long, _ in tasks) - total


def year(tasks: list[tuple[float, int, int, str]], most_minutes: int) -> float:
    """Hours of a year in which the rarer events fall together with the others, and the longest takes the time."""
    return sum(
        max((min(long, most_minutes) for _, often, long, _ in tasks if often >= number), default=0) / 60
        for number in range(1, 5)
    )
