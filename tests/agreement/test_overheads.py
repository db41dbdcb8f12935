"""Overheads: hours by hand, and every figure of random packs and of their draws, against the slow calculation."""

from pathlib import Path

import pytest
from hypothesis import assume, given

import tnt
from tests.agreement.draws import assert_required_in_draws, loaded, simulated
from tests.agreement.test_draws import is_exact
from tests.oracle.agreement import assert_pack_agrees
from tests.oracle.changes import in_visits, sharing, with_overheads
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs, packs
from tests.profile import looks

RULES = """format: tnt/1
guideline: g
time_kind: {kind}
recommendations:
  r: {{population: {{}}, tasks: {{t: {{role: gp, time: 10 min, frequency: 1 / year, {more}}}}}}}
"""
CAPACITY = """format: tnt/1
capacity: c
roles:
  gp:
    hours: 1725 h / year
    kind: {kind}
    overhead: {{{overhead}}}
"""


def hours(folder: Path, overhead: str, more: str = "", kinds: tuple[str, str] = ("all-work", "all-work")) -> float:
    """Minutes of one event of one person, and what is said of the whole."""
    (folder / "rules.yaml").write_text(RULES.format(kind=kinds[0], more=more), "utf-8")
    (folder / "time.yaml").write_text(CAPACITY.format(kind=kinds[1], overhead=overhead), "utf-8")
    total = tnt.estimate(tnt.load(folder, lists="60 people")).total["gp"]
    assert total.required_hours is not None
    assert total.overhead_hours is not None
    return total.required_hours


NO_SHOW = "no_show: {share: 20 %, time_lost: 50 %}"
HOME = "contact: home-visit"


def test_20_percent_who_do_not_come_and_half_the_time_lost_are_an_eighth_more(tmp_path: Path) -> None:
    assert hours(tmp_path, NO_SHOW) == pytest.approx(10 * 1.125)


@pytest.mark.parametrize(
    ("overhead", "more", "minutes"),
    [
        ("travel: {home-visit: 12 min}", HOME, 22),
        ("travel: {home-visit: 12 min}", "", 10),
        (f"{NO_SHOW}, travel: {{home-visit: 12 min}}", HOME, 11.25 + 15),
        (f"{NO_SHOW}, travel: {{group: 12 min}}", "contact: group, group_size: 4", (10 + 12) / 4),
        (NO_SHOW, "group_size: 4", 10 / 4),
        (NO_SHOW, "contact: inbox", 10),
        (NO_SHOW, "contact: meeting", 10),
    ],
)
def test_travel_groups_and_work_without_a_patient(overhead: str, more: str, minutes: float, tmp_path: Path) -> None:
    assert hours(tmp_path, overhead, more) == pytest.approx(minutes)


@pytest.mark.parametrize(
    ("guideline", "capacity", "minutes"),
    [("face-to-face", "all-work", 10 * 1.15 + 1.25), ("all-work", "all-work", 11.25),
     ("face-to-face", "face-to-face", 11.25), ("all-work", "face-to-face", 11.25)],
)  # fmt: skip
def test_indirect_work_turns_face_to_face_minutes_into_all_work(
    guideline: str, capacity: str, minutes: float, tmp_path: Path
) -> None:
    found = hours(tmp_path, f"{NO_SHOW}, indirect: 15 %", kinds=(guideline, capacity))
    assert found == pytest.approx(minutes)
    codes = [one.code.value for one in tnt.load(tmp_path, lists="60 people").notices]
    is_turned = (guideline, capacity) == ("face-to-face", "all-work")
    assert ("indirect-not-added" in codes) is not is_turned
    assert ("kinds-differ" in codes) is (not is_turned and guideline != capacity)


def test_merged_visits_save_what_is_fixed_and_the_travel(tmp_path: Path) -> None:
    hours(tmp_path, f"{NO_SHOW}, travel: {{home-visit: 12 min}}", HOME)
    text = (tmp_path / "time.yaml").read_text("utf-8")
    (tmp_path / "time.yaml").write_text(f"{text}    visits: {{home-visit: {{fixed: 6 min, merged: 50 %}}}}\n", "utf-8")
    rules = (tmp_path / "rules.yaml").read_text("utf-8")
    (tmp_path / "more.yaml").write_text(rules.replace("guideline: g", "guideline: h"), "utf-8")
    total = tnt.estimate(tnt.load(tmp_path, lists="60 people")).total["gp"]
    assert total.merged_visit_hours == pytest.approx(0.5 * (6 + 15))
    assert total.required_hours == pytest.approx(2 * 26.25 - 0.5 * 21)
    without = 2 * 10 - 0.5 * 6
    assert total.overhead_hours == pytest.approx(2 * 26.25 - 0.5 * 21 - without)


@looks(40)
@given(packs().map(with_overheads))
def test_every_figure_of_a_random_pack(pack: Folder) -> None:
    assert_pack_agrees(pack)


@looks(30)
@given(packs().map(sharing).map(with_overheads))
def test_every_figure_of_a_pack_that_shares_work(pack: Folder) -> None:
    assert_pack_agrees(pack)


@looks(30)
@given(new_packs().map(in_visits).map(with_overheads))
def test_every_figure_of_a_pack_whose_visits_are_merged(pack: Folder) -> None:
    assert_pack_agrees(pack)


@looks(30)
@given(packs().map(in_visits).map(with_overheads))
def test_a_draw_is_the_estimate_with_the_drawn_numbers(pack: Folder) -> None:
    inputs = loaded(pack)
    assume(is_exact(inputs))
    assert_required_in_draws(pack, inputs)


@looks(30)
@given(packs().map(sharing).map(with_overheads))
def test_at_the_means_the_draws_are_the_estimate(pack: Folder) -> None:
    inputs = loaded(pack)
    result = tnt.estimate(inputs)
    for role, one in simulated(inputs)[1].items():
        assert one.required_at_means() == pytest.approx(result.total[role].required_hours, rel=1e-9, abs=1e-9)
