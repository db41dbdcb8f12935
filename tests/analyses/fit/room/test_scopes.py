"""Which lists are looked at: all, the tightest tenth of those with a verdict, or those picked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import tnt
from tests.analyses.fit.room.test_by_hand import NEW, THERE
from tests.report.written import written
from tnt.analyses.fit.room.required import required_hours
from tnt.analyses.fit.room.room import room
from tnt.analyses.fit.room.scopes import scopes
from tnt.compile.inputs import Inputs

CAPACITY = (
    "format: tnt/1\ncapacity: time\nroles: {gp: {hours: 1725 h / year, reserved: {more: {per_person: 6 min / year}}}}\n"
)
LISTS = (
    "format: tnt/1\nlists: practices\ntable: table.csv\nid: practice\npeople: {total: n}\nstaff: {gp: {posts: posts}}\n"
)


def loaded(
    folder: Path, people: list[int], posts: list[str], *, new: bool = False, only: tuple[str, ...] = ()
) -> Inputs:
    written(folder, there=THERE, capacity=CAPACITY, lists=LISTS)
    ids = [f"P{number:02d}" for number in range(len(people))]
    rows = zip(ids, people, posts, strict=True)
    (folder / "table.csv").write_text("practice,n,posts\n" + "".join(f"{a},{b},{c}\n" for a, b, c in rows), "utf-8")
    (folder / "new").mkdir(exist_ok=True)
    written(folder / "new", new=NEW)
    paths = [folder / f"{name}.yaml" for name in ("there", "capacity", "lists")]
    return tnt.load(*paths, *([folder / "new/new.yaml"] if new else []), only=only)


def tightest(inputs: Inputs) -> list[str]:
    hours = required_hours(inputs)["gp"]
    found = {one.scope: one for one in scopes(inputs, "gp", hours, only_picked=False)}
    return [] if "tightest-tenth" not in found else list(inputs.table.ids[found["tightest-tenth"].rows])


def test_the_tenth_is_rounded_up_and_ties_go_by_id(tmp_path: Path) -> None:
    people = [1000, 1200, 900, 1500, 1500, 800, 700, 1000, 1000, 1500, 600]
    assert tightest(loaded(tmp_path, people, ["1"] * 11)) == ["P03", "P04"]


def test_nine_lists_have_no_tenth(tmp_path: Path) -> None:
    assert tightest(loaded(tmp_path, [1000 + number for number in range(9)], ["1"] * 9)) == []


def test_lists_without_a_verdict_are_no_part_of_it(tmp_path: Path) -> None:
    people = [9000, 9000, *(1000 + number for number in range(10))]
    assert tightest(loaded(tmp_path, people, ["", "0", *["1"] * 10])) == ["P11"]


def test_each_scope_is_the_estimate_of_its_lists_alone(tmp_path: Path) -> None:
    people, posts = [1000 + 40 * number for number in range(20)], ["1", "0.8"] * 10
    before, after = loaded(tmp_path, people, posts), loaded(tmp_path, people, posts, new=True)
    found = room(before, after, ["fresh/check"], [], False)
    assert [one.scope for one in found.of_roles] == ["all", "tightest-tenth"]
    names = tuple(tightest(before))
    assert len(names) == 2
    alone = [loaded(tmp_path, people, posts, new=new, only=names) for new in (False, True)]
    picked = room(*alone, ["fresh/check"], [], True)
    assert [one.scope for one in picked.of_roles] == ["picked"]
    here, there = found.of_roles[1], picked.of_roles[0]
    assert (here.lists, here.people) == (there.lists, there.people)
    for name in ("hours_before", "hours_added", "available"):
        assert getattr(here, name) == pytest.approx(getattr(there, name), rel=1e-12)
    for one, other in zip(here.ways, there.ways, strict=True):
        assert one.kind == other.kind
        numbers = [[getattr(way, name) for name in way.__slots__] for way in (one, other)]
        for mine, theirs in zip(*numbers, strict=True):
            if isinstance(mine, float):
                assert mine == pytest.approx(theirs, rel=1e-9)


def test_posts_of_the_tenth_keep_its_load(tmp_path: Path) -> None:
    people, posts = [1000 + 40 * number for number in range(20)], ["1"] * 20
    before, after = loaded(tmp_path, people, posts), loaded(tmp_path, people, posts, new=True)
    here = room(before, after, ["fresh/check"], [], False).of_roles[1]
    way = next(way for way in here.ways if way.kind == "posts")
    more = loaded(
        tmp_path, people, [f"{1 + way.posts / way.posts_before!r}"] * 20, new=True, only=tuple(tightest(before))
    )
    assert tnt.estimate(more).total["gp"].share_of_capacity == pytest.approx(here.load_before, rel=1e-9)
    assert np.isfinite(way.posts)
