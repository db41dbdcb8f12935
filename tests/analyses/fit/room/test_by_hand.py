"""Ways to make room worked out by hand: 1,000 people and one post of 1,500 hours."""

from __future__ import annotations

from pathlib import Path

import pytest

import tnt
from tests.report.written import written
from tnt.analyses.fit.moves import TaskMove
from tnt.analyses.fit.room.result import RoomForNew, RoomOfRole, Way
from tnt.analyses.fit.room.room import room

# 1,000 people x 30 min = 500 h; 1,000 x 6 min = 100 h; 1,000 x 12 min = 200 h.
THERE = """
format: tnt/1
guideline: there
recommendations:
  long: {title: The long one, population: {}, tasks: {see: {role: gp, time: 30 min, frequency: 1 / year}}}
  short: {population: {}, tasks: {see: {role: gp, time: 6 min, frequency: 1 / year}}}
  law: {strength: legal, population: {}, tasks: {see: {role: gp, time: 12 min, frequency: 1 / year}}}
  unknown: {population: {}, tasks: {see: {role: nurse, time: null, frequency: 1 / year}}}
  stop:
    strength: strong-against
    population: {}
    uptake: {current: 20 %, target: 5 %}
    tasks: {see: {role: gp, time: 6 min, frequency: 1 / year}}
"""
NEW = """
format: tnt/1
guideline: fresh
recommendations:
  check:
    population: {}
    tasks:
      see: {role: gp, time: 9 min, frequency: 1 / year}
"""
CAPACITY = """
format: tnt/1
capacity: time
roles:
  gp:
    hours: 2000 h / year
    reserved:
      paper: {title: Paper work, share: 10 %}
      acute: {per_person: 18 min / year}
"""


def of_lists(
    folder: Path, new: str = NEW, moves: tuple[TaskMove, ...] = (), *, lists: str = "1000 people, 1 post"
) -> RoomForNew:
    written(folder, there=THERE, capacity=CAPACITY)
    (folder / "new").mkdir(exist_ok=True)
    written(folder / "new", new=new)
    there, fresh = [folder / "there.yaml", folder / "capacity.yaml"], folder / "new/new.yaml"
    before, after = tnt.load(*there, lists=lists), tnt.load(*there, fresh, lists=lists)
    return room(before, after, ["fresh/check"], moves, False)


def of_gp(found: RoomForNew) -> tuple[RoomOfRole, dict[str, Way]]:
    (one,) = found.of_roles
    return one, {way.kind if way.kind != "administrative" else way.reserve: way for way in one.ways}


def test_what_the_new_one_asks(tmp_path: Path) -> None:
    found, _ = of_gp(of_lists(tmp_path))
    assert (found.scope, found.role, found.lists, found.people) == ("all", "gp", 1, 1000)
    assert found.hours_before == pytest.approx(500 + 100 + 200 + 5)
    assert found.hours_added == pytest.approx(150)
    assert found.available == pytest.approx(2000 - 200 - 300)


def test_posts_leave_what_is_reserved_for_people_where_it_is(tmp_path: Path) -> None:
    # 1,500 x 955 ÷ 805 = 1,779.5 h available; each post has 1,800, and 300 are for people.
    _, ways = of_gp(of_lists(tmp_path))
    assert ways["posts"].posts == pytest.approx((1500 * 955 / 805 + 300) / 1800 - 1)  # type: ignore[union-attr]


def test_shorter_lists_have_less_reserved_for_people(tmp_path: Path) -> None:
    # q x 955 ÷ (1,800 − q x 300) = 805 ÷ 1,500
    _, ways = of_gp(of_lists(tmp_path))
    load = 805 / 1500
    kept = load * 1800 / (955 + load * 300)
    assert ways["list-size"].people_to_move == pytest.approx(1000 * (1 - kept))  # type: ignore[union-attr]


def test_reserves_and_what_is_against_give_so_much(tmp_path: Path) -> None:
    _, ways = of_gp(of_lists(tmp_path))
    lacking = 1500 * 955 / 805 - 1500
    paper, acute, against = ways["paper"], ways["acute"], ways["against"]
    assert (paper.hours, paper.share) == pytest.approx((200, lacking / 200))  # type: ignore[union-attr]
    assert (acute.hours, acute.share) == pytest.approx((300, lacking / 300))  # type: ignore[union-attr]
    assert paper.title == "Paper work"  # type: ignore[union-attr]
    assert (against.hours, against.share) == pytest.approx((15, 10))  # type: ignore[union-attr]
    assert against.ids == ("there/stop",)  # type: ignore[union-attr]


def test_what_is_legal_or_against_something_never_leaves(tmp_path: Path) -> None:
    _, ways = of_gp(of_lists(tmp_path))
    equal = ways["equal-hours"]
    assert equal.kind == "equal-hours"
    assert [(one.id, one.times) for one in equal.nearest] == [
        ("there/short", pytest.approx(1.5)),
        ("there/long", pytest.approx(0.3)),
    ]
    assert [one.title for one in equal.smallest_set] == ["The long one"]
    assert (equal.hours, equal.slack) == pytest.approx((500, 350))


def test_where_nothing_may_move_the_share_that_breaks_even(tmp_path: Path) -> None:
    _, ways = of_gp(of_lists(tmp_path))
    way = ways["delegation"]
    assert way.kind == "delegation"
    assert (way.basis, way.to_role, way.hours_of_other, way.tasks) == ("break-even", None, None, ())
    assert way.share == pytest.approx(150 / 955)


def test_delegation_counts_pace_and_supervision(tmp_path: Path) -> None:
    # At most 80 % of 1,000 visits of 30 min move, each supervised 5 min: 500 x 0.8 x 25 ÷ 30 = 333.3 h at most.
    move = TaskMove("there/long", "see", "gp", "nurse", 0.8, 1.4, "gp", 5.0)
    _, ways = of_gp(of_lists(tmp_path, moves=(move,)))
    way = ways["delegation"]
    assert way.kind == "delegation"
    assert (way.basis, way.to_role, way.is_enough, way.hours_left) == ("may-move", "nurse", True, 0)
    assert way.share == pytest.approx(150 / (500 * 0.8 * 25 / 30), rel=1e-12)
    assert way.hours_moved == pytest.approx(150)
    assert way.hours_of_other == pytest.approx(500 * 0.8 * way.share * 1.4)
    assert way.tasks == ("there/long/tasks/see",)


def test_a_third_role_that_supervises_is_counted(tmp_path: Path) -> None:
    move = TaskMove("there/long", "see", "gp", "nurse", 0.8, 1.0, "midwife", 3.0)
    _, ways = of_gp(of_lists(tmp_path, moves=(move,)))
    way = ways["delegation"]
    assert way.kind == "delegation"
    assert way.share == pytest.approx(150 / 400)
    assert (way.hours_of_other, way.hours_of_supervisors) == pytest.approx((150, 1000 * 0.8 * way.share * 3 / 60))


def test_what_may_move_is_not_enough(tmp_path: Path) -> None:
    move = TaskMove("there/short", "see", "gp", "nurse", 1.0)
    _, ways = of_gp(of_lists(tmp_path, moves=(move,)))
    way = ways["delegation"]
    assert way.kind == "delegation"
    assert (way.share, way.is_enough) == (1, False)
    assert (way.hours_moved, way.hours_left, way.hours_of_other) == pytest.approx((100, 50, 100))


def test_what_gives_time_back_needs_no_room(tmp_path: Path) -> None:
    less = NEW.replace("population: {}", "population: {}\n    demand: {baseline: seen, change: -10 %}")
    less = less.replace(", frequency: 1 / year", "")
    (tmp_path / "new").mkdir()
    written(tmp_path / "new", seen="format: tnt/1\ncontacts: seen\nrows: [{contacts: 2 / year}]\n")
    written(tmp_path, there=THERE, capacity=CAPACITY)
    written(tmp_path / "new", new=less)
    there = [tmp_path / "there.yaml", tmp_path / "capacity.yaml"]
    before, after = (tnt.load(*some, lists="1000 people, 1 post") for some in (there, [*there, tmp_path / "new"]))
    found, ways = of_gp(room(before, after, ["fresh/check"], [], False))
    assert found.hours_added == pytest.approx(-1000 * 2 * 0.1 * 9 / 60)
    assert ways == {}


def test_a_missing_time_is_at_least(tmp_path: Path) -> None:
    assert not of_lists(tmp_path).hours_are_at_least
    more = of_lists(tmp_path, NEW + "      then: {after: see, role: gp, time: null}\n")
    assert more.hours_are_at_least
    assert more.of_roles[0].hours_added == pytest.approx(150)


def test_a_role_without_working_time_is_left_out(tmp_path: Path) -> None:
    assert of_lists(tmp_path, NEW.replace("role: gp", "role: nurse")).of_roles == ()
    assert of_lists(tmp_path, lists="1000 people").of_roles == ()
