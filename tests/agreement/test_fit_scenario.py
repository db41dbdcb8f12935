"""A choice written as a scenario: the estimate that is laid over with it takes the hours that the choice says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tnt
from tests.agreement.fit_asked import answer, written
from tests.agreement.fit_packs import fit_pack
from tests.analyses.fit.packs import GUIDELINE, write
from tests.profile import looks
from tnt.analyses.fit.fit import fit
from tnt.analyses.fit.request import FitRequest, WayToWrite
from tnt.cli.request import EstimateRequest
from tnt.result.model import Result


def hours_with_posts(result: Result, role: str) -> float:
    on = result.lists.roles.get(role)
    return 0.0 if on is None else float(np.nan_to_num(on.required_hours)[on.posts > 0].sum())


def assert_takes_what_it_says(seed: int, *, visits: bool) -> None:
    asked = fit_pack(seed, moves=True, visits=visits)
    found = answer(asked, way="choice")
    if found is None or found.choice is None or found.scenario is None:
        return
    with written(asked) as request:
        (pack,) = request.estimate.paths
        scenario = Path(pack).parent / "scenario.yaml"
        scenario.write_text(found.scenario, encoding="utf-8")
        estimated = tnt.estimate(tnt.load(pack, scenarios=[str(scenario)]))
    in_part = any(0 < one.uptake < 1 for one in found.choice.recommendations)
    for role, hours in found.choice.hours.items():
        if hours.available is not None:
            there = hours_with_posts(estimated, role)
            assert there <= hours.used * (1 + 1e-9) + 1e-6
            assert in_part or there == pytest.approx(hours.used, rel=1e-9, abs=1e-7)


@looks(60)
@given(st.integers(0, 10**6))
def test_the_choice_takes_the_hours_it_says(seed: int) -> None:
    """What is followed in part is counted as if it shared nothing: never less than it takes."""
    assert_takes_what_it_says(seed, visits=False)


@looks(30)
@given(st.integers(0, 10**6))
def test_so_it_does_where_visits_are_merged(seed: int) -> None:
    assert_takes_what_it_says(seed, visits=True)


NEW = """\
format: tnt/1
guideline: new
title: {nb: Ny, en: New}
version: "1"
status: draft
recommendations:
  check:
    population: {ages: 65+}
    tasks:
      visit: {role: gp, time: 4 min, frequency: 1 / year}
"""


@pytest.mark.parametrize("way", ["posts", "delegation", "equal-hours"])
def test_a_way_to_make_room_is_laid_over_the_files_it_was_found_in(tmp_path: Path, way: WayToWrite) -> None:
    """Also where a task that gives work away says how much of it may move."""
    folder = write(tmp_path / "pack", 300, GUIDELINE)
    new, scenario = tmp_path / "new.yaml", tmp_path / "scenario.yaml"
    new.write_text(NEW, encoding="utf-8")
    request = FitRequest(EstimateRequest((str(folder),), None, (), None), add=(str(new),), outcome="stroke", way=way)
    text = fit(request).scenario
    assert text is not None
    scenario.write_text(text, encoding="utf-8")
    before = tnt.estimate(tnt.load(folder)).total["gp"].share_of_capacity
    after = tnt.estimate(tnt.load(folder, new, scenarios=[str(scenario)])).total["gp"].share_of_capacity
    assert before is not None
    assert after is not None
    assert after <= before * (1 + 1e-9)
    assert way == "equal-hours" or after == pytest.approx(before, rel=1e-9)
