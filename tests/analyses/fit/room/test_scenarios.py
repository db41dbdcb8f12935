"""Each way to make room as a scenario: an estimate with it has the load that was promised; or it is said why there is
none."""

from __future__ import annotations

from pathlib import Path

import pytest

import tnt
from tnt.analyses.fit.moves import TaskMove
from tnt.analyses.fit.room.result import RoomOfRole, Way
from tnt.analyses.fit.room.room import room
from tnt.analyses.fit.scenarios.changes import NoScenario, left_out
from tnt.analyses.fit.scenarios.of_way import WayAsScenario, scenario_of
from tnt.compile.inputs import Inputs

GUIDELINE = """
format: tnt/1
guideline: care
recommendations:
  review:
    population: {ages: 40+, share: 30 %}
    uptake: {target: 80 %}
    tasks:
      visit: {role: gp, time: 30 min, frequency: 1 / year, activity: blood-pressure}
  follow-up:
    population: {ages: 18+, share: 20 %}
    tasks:
      visit: {role: gp, time: 20 min, frequency: 2 / year}
      call: {after: visit, probability: 40 %, role: gp, time: 6 min}
  sample:
    population: {sex: female, ages: 25-69}
    tasks:
      take: {role: gp, time: 9 min, frequency: every 3 years}
"""
OTHER = """
format: tnt/1
guideline: other
recommendations:
  advice:
    population: {ages: 18+}
    tasks:
      talk: {role: gp, time: 6 min, frequency: 1 / year}
"""
NEW = """
format: tnt/1
guideline: fresh
recommendations:
  check:
    population: {ages: 40+}
    tasks:
      measure: {role: gp, time: 10 min, frequency: every 2 years, activity: blood-pressure}
"""
CAPACITY = """
format: tnt/1
capacity: time
roles:
  gp:
    hours: 37.5 h / week
    weeks: 44
    reserved:
      paper: {title: Paper work, share: 20 %}
      meetings: {time: 3 h / week}
      acute: {per_person: [{ages: 0-17, time: 10 min / year}, {ages: 18+, time: 20 min / year}]}
  nurse: {hours: 1725 h / year}
"""
TABLE = "practice,n_0-17,n_18-39,n_40-66,n_67+,posts,register\n"
ONE, SEVERAL = TABLE + "A,210,400,420,190,1.2,30\n", TABLE + "A,210,400,420,190,1.2,30\nB,90,300,320,240,0.8,55\n"
IN_HOURS = SEVERAL.replace("1.2", "45").replace("0.8", "30")
LISTS = "format: tnt/1\nlists: practices\ntable: table.csv\nid: practice\npeople: n_{ages}\nstaff: {gp: STAFF}\n"
COLUMN = "{posts: posts}"
MOVES = [
    TaskMove("care/review", "visit", "gp", "nurse", 0.6, 1.2, "gp", 1.0),
    TaskMove("care/follow-up", "call", "gp", "nurse", 1.0),
    TaskMove("fresh/check", "measure", "gp", "nurse", 1.0, 1.1),
]


def files(folder: Path, table: str, staff: str, new: str = NEW) -> tuple[Inputs, Inputs]:
    (folder / "pack").mkdir()
    texts = {"care": GUIDELINE, "other": OTHER, "capacity": CAPACITY, "lists": LISTS.replace("STAFF", staff)}
    for name, text in texts.items():
        (folder / "pack" / f"{name}.yaml").write_text(text, "utf-8")
    (folder / "pack" / "table.csv").write_text(table, "utf-8")
    (folder / "new.yaml").write_text(new, "utf-8")
    return tnt.load(folder / "pack"), tnt.load(folder / "pack", folder / "new.yaml")


def ways(before: Inputs, after: Inputs, moves: list[TaskMove]) -> tuple[RoomOfRole, dict[str, Way]]:
    (found,) = room(before, after, ["fresh/check"], moves, False).of_roles
    return found, {way.kind if way.kind != "administrative" else way.reserve: way for way in found.ways}


def load_with(folder: Path, scenario: WayAsScenario | NoScenario) -> float | None:
    assert isinstance(scenario, WayAsScenario), scenario
    (folder / "scenario.yaml").write_text(scenario.written(), "utf-8")
    inputs = tnt.load(folder / "pack", folder / "new.yaml", scenarios=[folder / "scenario.yaml"])
    return tnt.estimate(inputs).total["gp"].share_of_capacity


@pytest.mark.parametrize("kind", ["posts", "list-size", "delegation", "paper", "meetings", "acute"])
def test_the_load_is_as_it_was(tmp_path: Path, kind: str) -> None:
    before, after = files(tmp_path, ONE, COLUMN)
    found, there = ways(before, after, MOVES)
    scenario = scenario_of(there[kind], found, after, MOVES)
    assert load_with(tmp_path, scenario) == pytest.approx(found.load_before, rel=1e-9)


def test_what_may_move_by_the_files_moves_in_a_scenario_that_can_be_read(tmp_path: Path) -> None:
    written = NEW.replace("time: 10 min,", "time: 10 min, may_move: {nurse: {share: 100 %, minutes_factor: 1.1}},")
    before, after = files(tmp_path, ONE, COLUMN, written)
    found, there = ways(before, after, MOVES)
    scenario = scenario_of(there["delegation"], found, after, MOVES)
    assert load_with(tmp_path, scenario) == pytest.approx(found.load_before, rel=1e-9)


def test_whole_recommendations_leave_no_more_load_than_before(tmp_path: Path) -> None:
    before, after = files(tmp_path, SEVERAL, COLUMN)
    found, there = ways(before, after, [])
    load = load_with(tmp_path, scenario_of(there["equal-hours"], found, after))
    assert load is not None
    assert load <= found.load_before * (1 + 1e-9)


def test_a_guideline_whose_last_recommendation_leaves_keeps_it_for_nobody(tmp_path: Path) -> None:
    _, after = files(tmp_path, SEVERAL, COLUMN)
    changes = left_out(after, ["other/advice", "care/sample"])
    assert changes == [
        {"add": "other/recommendations/advice/uptake", "value": {"target": "0 %"}},
        {"disable": "care/recommendations/sample"},
    ]
    load = load_with(tmp_path, WayAsScenario({"format": "tnt/1", "scenario": "less", "changes": changes}))
    for name, text in (("care", GUIDELINE[: GUIDELINE.index("  sample:")]), ("other", CAPACITY)):
        (tmp_path / "pack" / f"{name}.yaml").write_text(text, "utf-8")
    (tmp_path / "pack" / "capacity.yaml").unlink()
    without = tnt.estimate(tnt.load(tmp_path / "pack", tmp_path / "new.yaml"))
    assert load == pytest.approx(without.total["gp"].share_of_capacity, rel=1e-12)


def test_what_one_that_stays_needs_is_kept_for_nobody(tmp_path: Path) -> None:
    files(tmp_path, SEVERAL, COLUMN)
    needing = GUIDELINE.replace("population: {ages: 18+, share: 20 %}", "population: {ages: 18+}\n    needs: sample")
    (tmp_path / "pack/care.yaml").write_text(needing, "utf-8")
    after = tnt.load(tmp_path / "pack", tmp_path / "new.yaml")
    changes = left_out(after, ["care/sample"])
    assert changes == [{"add": "care/recommendations/sample/uptake", "value": {"target": "0 %"}}]
    assert load_with(tmp_path, WayAsScenario({"format": "tnt/1", "scenario": "less", "changes": changes})) is not None


@pytest.mark.parametrize(
    ("table", "staff"),
    [
        (ONE, "{posts: 1.3}"),
        (ONE, "{posts: {value: 3}, in: headcount, posts_per_head: 0.6}"),
        (SEVERAL, COLUMN),
        (SEVERAL, "{posts: posts, in: fte}"),
        (SEVERAL, "{posts: posts, in: headcount, posts_per_head: 0.8}"),
        (
            IN_HOURS,
            "{posts: posts, in: hours-per-week, full_time: 37.5 h / week}",
        ),
        (SEVERAL, "{people_per_post: 1010}"),
    ],
)
def test_more_posts_whatever_way_they_are_counted_in(tmp_path: Path, table: str, staff: str) -> None:
    before, after = files(tmp_path, table, staff)
    found, there = ways(before, after, [])
    assert load_with(tmp_path, scenario_of(there["posts"], found, after)) == pytest.approx(found.load_before, rel=1e-9)


@pytest.mark.parametrize(
    ("table", "staff", "kind", "why"),
    [
        (SEVERAL.replace("1.2", "120"), "{posts: posts, in: percent}", "posts", "posts-in-a-column"),
        (SEVERAL, "{posts: posts, in: headcount}", "posts", "posts-in-a-column"),
        (SEVERAL, COLUMN, "list-size", "several-lists"),
        (ONE, "{people_per_post: 1010}", "list-size", "several-lists"),
        (ONE, COLUMN, "delegation", "nobody-named"),
    ],
)
def test_why_there_is_none(tmp_path: Path, table: str, staff: str, kind: str, why: str) -> None:
    before, after = files(tmp_path, table, staff)
    found, there = ways(before, after, [])
    assert scenario_of(there[kind], found, after) == NoScenario(why)  # type: ignore[arg-type]


def test_a_list_said_in_words_stands_in_no_file(tmp_path: Path) -> None:
    files(tmp_path, ONE, COLUMN)
    paths = [tmp_path / "pack", tmp_path / "new.yaml"]
    before, after = (tnt.load(*some, lists="1200 people, 1 post") for some in (paths[:1], paths))
    found, there = ways(before, after, [])
    for kind in ("posts", "list-size"):
        assert scenario_of(there[kind], found, after) == NoScenario("lists-in-words")


def test_hours_of_a_role_without_posts_and_what_is_advised_against_are_told(tmp_path: Path) -> None:
    as_well = "\n      talk: {role: nurse, time: 6 min, frequency: 1 / year}"
    new = (
        NEW.rstrip().replace(
            "    population", "    strength: strong-against\n    uptake: {current: 80 %, target: 50 %}\n    population"
        )
        + as_well
        + "\n"
    )
    before, after = files(tmp_path, ONE, COLUMN, new)
    made = room(before, after, ["fresh/check"], [], False)
    assert made.against == ("fresh/check",)
    assert made.elsewhere == pytest.approx({"nurse": 610 * 0.5 * 0.1})
