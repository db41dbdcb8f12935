"""The shipped table of Norway's municipalities: complete, and the same people as the shipped national population."""

from datetime import date
from math import inf

import numpy as np
import pytest

from tnt.compile.inputs import Inputs, load
from tnt.estimating.estimate import estimate

AS_OF = date(2026, 11, 22)
LISTS = "norway-municipalities-2026"
COUNTIES = 15


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return load(lists=LISTS, as_of=AS_OF)


def test_there_are_357_with_number_name_and_county(inputs: Inputs) -> None:
    table = inputs.table
    assert table.names is not None
    assert table.areas is not None
    assert len(table.ids) == 357
    assert all(len(number) == 4 and number.isdigit() for number in table.ids)
    assert len(set(table.areas)) == COUNTIES
    by_county = {number[:2]: area for number, area in zip(table.ids, table.areas, strict=True)}
    assert len(by_county) == COUNTIES
    assert table.names[table.ids == "0301"].tolist() == ["Oslo"]


def test_its_people_by_sex_and_ages_are_those_of_the_nation_to_the_last_one(inputs: Inputs) -> None:
    nation = load(lists="norway-nation", as_of=AS_OF).table
    for stratum, people in zip(inputs.table.strata, inputs.table.people.sum(axis=0), strict=True):
        last = inf if stratum.ages.last is None else stratum.ages.last
        same = [
            index
            for index, one in enumerate(nation.strata)
            if one.sex == stratum.sex and stratum.ages.first <= one.ages.first <= last
        ]
        assert people == nation.people[0, same].sum()
    assert inputs.people.sum() == 5_627_400


def test_five_year_bands_tell_the_hours_of_the_nation(inputs: Inputs) -> None:
    """Bands are split by the nation's single years, so that for all municipalities together nothing is lost."""
    nation = estimate(load(lists="norway-nation", as_of=AS_OF))
    assert estimate(inputs).total["gp"].required_hours == pytest.approx(nation.total["gp"].required_hours, rel=1e-9)


def test_nobody_knows_its_posts(inputs: Inputs) -> None:
    assert inputs.table.posts == {}
    assert estimate(inputs).overload["gp"].of == 0
    assert np.isnan(estimate(inputs).lists.roles["gp"].posts).all()
    unknown = next(one for one in estimate(inputs).notices if one.code == "posts-unknown")
    assert unknown.values["lists"] == 357
