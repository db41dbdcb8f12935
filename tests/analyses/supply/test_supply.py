"""Capacities side by side, WISN, hours across posts and time with patients: by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from tnt.analyses.supply.words import largest_sentence, staffing_sentences, supply_sentences
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.locale import Texts
from tnt.report.files.frames import supply_frame
from tnt.report.files.json import as_document
from tnt.result.model import Result
from tnt.result.supply import RoleSupply

GUIDELINE = """
format: tnt/1
guideline: {name}
time_kind: {kind}
recommendations:
  check:
    population: {{ages: all}}
    tasks: {{visit: {{role: gp, time: {minutes} min, frequency: 1 / year}}}}
"""
LISTS = """
format: tnt/1
lists: clinics
table: clinics.csv
id: clinic
people: {total: people}
staff: {gp: {posts: gp}}
"""
ROLE = """
format: tnt/1
capacity: here
covers_all_work: true
roles:
  gp:
    hours: 40 h / week
    weeks: 45
"""


def result(folder: Path, capacity: str = ROLE, rows: str = "a,2400,1\nb,1200,0.5\nc,3000,3", more: str = "") -> Result:
    (folder / "g.yaml").write_text(GUIDELINE.format(name="g", kind="all-work", minutes=30), "utf-8")
    (folder / "f.yaml").write_text(GUIDELINE.format(name="f", kind="face-to-face", minutes=10), "utf-8")
    (folder / "lists.yaml").write_text(LISTS, "utf-8")
    (folder / "capacity.yaml").write_text(capacity + more, "utf-8")
    (folder / "clinics.csv").write_text(f"clinic,people,gp\n{rows}\n", "utf-8")
    return estimate(load(folder / "g.yaml", folder / "f.yaml", folder / "lists.yaml", folder / "capacity.yaml"))


def gp(found: Result) -> RoleSupply:
    return found.supply[0].roles["gp"]


GROSS, PER_PERSON = 1800.0, 40 / 60


def test_posts_and_how_they_are_spread(tmp_path: Path) -> None:
    staffing = result(tmp_path, rows="a,2400,1\nb,1200,0.5\nc,3000,3\nd,100,\ne,100,0").staffing["gp"]
    assert (staffing.posts, staffing.people_per_post) == (4.5, pytest.approx(6600 / 4.5))
    assert (staffing.posts_per_list, staffing.lists_with_several_posts, staffing.lists_with_less_than_one_post) == (
        1.5,
        1,
        1,
    )
    assert not staffing.is_imputed


def test_wisn(tmp_path: Path) -> None:
    more = "    support: {meetings: {share: 10 %}, records: {time: 4 h / week}}\n"
    more += "    individual: {teaching: {time: 90 h / year, posts: 2}, leading: {time: 360 h / year, posts: 1}}\n"
    found = result(tmp_path, more=more)
    wisn = gp(found).wisn
    assert wisn is not None
    assert wisn.category_allowance_factor == pytest.approx(1 / 0.8)
    assert wisn.individual_allowance_factor == pytest.approx(0.3)
    required = 6600 * PER_PERSON / GROSS / 0.8 + 0.3
    assert wisn.required_posts == pytest.approx(required)
    assert (wisn.ratio, wisn.difference) == (pytest.approx(4.5 / required), pytest.approx(4.5 - required))
    assert gp(found).available_hours == pytest.approx(4.5 * GROSS)  # support stands in the allowance, never in both
    assert "support-not-reserved" in {notice.code for notice in found.notices}
    assert as_document(found)["total"]["gp"]["wisn"]["required_posts"] == wisn.required_posts


@pytest.mark.parametrize(
    ("capacity", "rows", "why"),
    [
        (ROLE.replace("true", "false") + "    support: {a: {share: 1 %}}\n", "a,1000,1", "not-all-work"),
        (ROLE + "    reserved: {a: {per_person: 6 min / year}}\n", "a,1000,1", "time-reserved"),
        (ROLE, "a,1000,1\nb,1000,", "posts-unknown"),
        (ROLE, "a,0,1", "not-estimable"),
    ],
)
def test_no_ratio_without_a_reason(tmp_path: Path, capacity: str, rows: str, why: str) -> None:
    found = result(tmp_path, capacity, rows)
    wisn = gp(found).wisn
    assert wisn is not None
    assert (wisn.why_no_ratio, wisn.ratio, wisn.difference) == (why, None, None)
    for lang in ("en", "nb"):
        assert supply_sentences(gp(found), Texts(lang))


def test_a_pack_far_from_all_work_has_no_wisn(tmp_path: Path) -> None:
    assert gp(result(tmp_path, ROLE.replace("true", "false"))).wisn is None


def test_posts_overloaded_list_by_list(tmp_path: Path) -> None:
    more = "    reserved: {a: {share: 20 %}, b: {time: 2 h / week}, c: {per_person: 6 min / year}}\n"
    more += "    hours_distribution: {p10: 30 h / week, p50: 40 h / week, p90: 60 h / week}\n"
    found = gp(result(tmp_path, more=more)).posts_overloaded
    assert found is not None
    least = most = 0.0
    for people, posts in ((2400, 1), (1200, 0.5), (3000, 3)):
        weekly = ((people * (PER_PERSON + 0.1) / posts) / 45 + 2) / 0.8
        below = [0.0, 0.1] if weekly < 30 else [0.9, 1.0] if weekly > 60 else [0.1 + 0.4 * (weekly - 30) / 10] * 2
        if 40 < weekly <= 60:
            below = [0.5 + 0.4 * (weekly - 40) / 20] * 2
        least, most = least + posts * below[0] / 4.5, most + posts * below[1] / 4.5
    assert (found.least, found.most) == (pytest.approx(least), pytest.approx(most))
    assert (found.value is None) == (not math.isclose(least, most))


def test_hours_that_are_missing_may_overload_every_post(tmp_path: Path) -> None:
    more = "    hours_distribution: {p10: 30 h / week, p50: 40 h / week, p90: 60 h / week}\n"
    visit, ask = (f"{{role: gp, time: {time}, frequency: 1 / year}}" for time in ("30 min", "null"))
    untimed = f"    tasks: {{visit: {visit}, ask: {ask}}}\n"
    result(tmp_path, more=more)
    text = (tmp_path / "g.yaml").read_text("utf-8").partition("    tasks:")[0] + untimed
    (tmp_path / "g.yaml").write_text(text, "utf-8")
    found = gp(
        estimate(load(*(tmp_path / f"{name}.yaml" for name in ("g", "f", "lists", "capacity"))))
    ).posts_overloaded
    assert found is not None
    assert found.least < found.most == 1.0


def test_time_with_patients(tmp_path: Path) -> None:
    found = result(tmp_path, more="    face_to_face: {share: 50 %}\n")
    time = gp(found).face_to_face
    assert time is not None
    assert time.required_hours == pytest.approx(6600 / 6)
    assert time.available_hours == pytest.approx(4.5 * GROSS / 2)
    assert time.share == pytest.approx(6600 / 6 / (4.5 * GROSS / 2))
    assert found.total["gp"].required_hours_by_kind == {
        "all-work": pytest.approx(3300),
        "face-to-face": pytest.approx(1100),
    }


def test_sentences_in_both_languages(tmp_path: Path) -> None:
    more = "    support: {meetings: {share: 10 %}}\n    face_to_face: {share: 50 %}\n"
    more += "    hours_distribution: {p10: 30 h / week, p90: 60 h / week}\n"
    found = result(tmp_path, more=more)
    bounded = replace(gp(found), at_least=True)
    for lang in ("en", "nb"):
        assert len(supply_sentences(bounded, Texts(lang))) == 3
        assert "2 700" in (largest_sentence(bounded, Texts(lang)) or "").replace("\N{NO-BREAK SPACE}", " ").replace(
            ",", " "
        )
        assert len(staffing_sentences(found.staffing["gp"], 3, Texts(lang))) == 2


def test_the_first_capacity_decides_and_all_stand_side_by_side() -> None:
    names = ["norwegian-gp-2018", "norwegian-gp-menon-45", "norwegian-gp-observed-2018", "norwegian-gp-observed-2023"]
    found = estimate(load(capacity=[*names, "norwegian-gp-total-2018", "norwegian-gp-2018"]))
    assert [one.id for one in found.supply] == [*names, "norwegian-gp-total-2018"]
    assert [one.roles["gp"].gross_hours_per_post for one in found.supply] == pytest.approx(
        [1725, 2070, 2254, 2392, 2557.6]
    )
    assert found.capacity is not None
    assert found.capacity.id == "norwegian-gp-2018"
    for one in found.supply:
        alone = estimate(load(capacity=one.id))
        assert alone.supply[0] == one
        assert alone.total["gp"].share_of_capacity == one.roles["gp"].share_of_capacity


def test_observed_hours_say_that_they_are_not_capacity() -> None:
    found = estimate(
        load(capacity=["norwegian-gp-observed-2018", "norwegian-gp-observed-2023", "norwegian-gp-total-2018"])
    )
    for one in found.supply:
        assert isinstance(one.title, dict)
        assert "ikke kapasitet" in one.title["nb"]
        assert "not capacity" in one.title["en"]


def test_a_frame_has_a_row_per_capacity_and_role(tmp_path: Path) -> None:
    found = result(tmp_path, more="    face_to_face: {share: 50 %}\n")
    frame = supply_frame(found, "nb")
    assert list(frame["capacity"]) == ["here"]
    assert frame["largest_manageable_list"][0] == pytest.approx(GROSS / PER_PERSON)
    assert frame["wisn_ratio"][0] == pytest.approx(4.5 / (6600 * PER_PERSON / GROSS))
    assert frame["face_to_face_share"][0] == pytest.approx(6600 / 6 / (4.5 * GROSS / 2))
    assert frame["share_of_posts_overloaded_least"].isna().all()
