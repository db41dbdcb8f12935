"""Numbers by age on random packs: METHOD, "By age". What holds whatever the numbers, through the public path."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import tnt
from tests.agreement.draws import loaded, simulated
from tests.oracle import changes
from tests.oracle.drawn_packs.files import Document, Folder
from tests.oracle.drawn_packs.packs import packs
from tests.oracle.drawn_packs.rules import percents, times
from tests.oracle.figures import HOURS, START_UP_TOTAL, all_figures, assert_same, total_figures
from tests.profile import looks
from tnt import Result

EXAMPLES = 45
BANDS = ("0-44", "45-66", "67+")
HALVES = {"0-44": ("0-20", "21-44"), "45-66": ("45-66",), "67+": ("67-79", "80+")}


def estimated(pack: Folder) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        return pack.estimate(Path(folder))


def places(one: Document) -> Iterator[tuple[Document, str]]:
    """Where a number of a recommendation may differ by age."""
    yield one["population"], "share"
    yield from ((one["uptake"], key) for key in ("current", "target") if "uptake" in one)
    for task in one["tasks"].values():
        yield from ((task, key) for key in ("time", "probability"))


def with_all_alike(pack: Folder) -> Folder:
    """The same number in every band."""
    changed = copy.deepcopy(pack)
    for one in changes.recommendations(changed):
        for part, key in places(one):
            if key in part:
                part[key] = {"by_age": {band: copy.deepcopy(part[key]) for band in BANDS}}
    return changed


@st.composite
def packs_by_age(draw: st.DrawFn) -> Folder:
    """Some numbers by age; none of them is once at an age, which only one band would have."""
    pack = draw(packs())
    for one in changes.recommendations(pack):
        for task in one["tasks"].values():
            if str(task.get("frequency", "")).startswith("once"):
                task["frequency"] = "once"
        for part, key in places(one):
            if key in part and draw(st.booleans()):
                numbers = times if key == "time" else percents
                part[key] = {"by_age": {band: draw(numbers) for band in BANDS}}
    return pack


def renamed(pack: Folder, written: dict[str, Any]) -> Folder:
    """The bands written as these keys, from the last to the first."""
    changed = copy.deepcopy(pack)
    for one in changes.recommendations(changed):
        for part, key in places(one):
            if isinstance(part.get(key), dict) and "by_age" in part[key]:
                numbers = part[key]["by_age"]
                part[key]["by_age"] = {name: numbers[band] for band in reversed(BANDS) for name in written[band]}
    return changed


def apart(pack: Folder) -> Folder:
    """A recommendation of its own for each band, with the numbers of that band."""
    changed = copy.deepcopy(pack)
    for guideline in changed.guidelines:
        guideline["recommendations"] = {
            f"{name}-{number}": limited
            for name, one in guideline["recommendations"].items()
            for number, band in enumerate(BANDS)
            if (limited := in_band(one, band)) is not None
        }
    return changed


def in_band(one: Document, band: str) -> Document | None:
    limited = copy.deepcopy(one)
    (youngest, oldest), (first, last) = span(str(one["population"].get("ages", "all"))), span(band)
    first, last = max(first, youngest), min(last, oldest)
    if last < first:
        return None
    limited["population"]["ages"] = f"{first}+" if last > 105 else f"{first}-{last}"
    for part, key in places(limited):
        if isinstance(part.get(key), dict) and "by_age" in part[key]:
            part[key] = part[key]["by_age"][band]
    return limited


def span(ages: str) -> tuple[int, int]:
    if ages == "all":
        return 0, 200
    first, _, last = ages.removesuffix("+").partition("-")
    return int(first), 200 if ages.endswith("+") else int(last or first)


@looks(EXAMPLES)
@given(packs())
def test_the_same_number_at_all_ages_is_that_number(pack: Folder) -> None:
    plain, by_age = estimated(pack), estimated(with_all_alike(pack))
    assert all_figures(by_age) == all_figures(plain)
    assert list(by_age.shared_work) == list(plain.shared_work)


@looks(EXAMPLES)
@given(packs_by_age())
def test_the_order_of_bands_and_how_they_are_cut_change_nothing(pack: Folder) -> None:
    result = estimated(pack)
    for written in (HALVES, {band: (band,) for band in BANDS}):
        assert all_figures(estimated(renamed(pack, written))) == all_figures(result)


@looks(EXAMPLES)
@given(packs_by_age())
def test_a_recommendation_by_age_is_one_for_each_band(pack: Folder) -> None:
    """Where ages are known: else what is for everybody can be estimated, and what is for some ages cannot."""
    assume("total" not in pack.lists["people"])
    pack = changes.with_missing_times(changes.unscaled(pack), "5 min")
    with_ages = {name for document in pack.conditions for name in document["conditions"]}
    for one in changes.recommendations(pack):
        if one["population"].get("condition") not in with_ages:
            one["population"].pop("condition", None)
    whole, bands = estimated(pack), estimated(apart(pack))
    keys = ("required_hours", "current_hours", "incremental_hours", "one_off_hours", *START_UP_TOTAL)
    keys = (*keys, "overlap_hours")  # nobody is in two bands, so the same is shared
    assert_same(total_figures(bands, keys), total_figures(whole, keys))
    for role, total in whole.total.items():
        assert bands.total[role].overlap_hours_bounds == pytest.approx(total.overlap_hours_bounds, rel=1e-9, abs=1e-9)
    for role, on in whole.lists.roles.items():
        assert bands.lists.roles[role].required_hours == pytest.approx(on.required_hours, rel=1e-9, nan_ok=True)
    for one in whole.recommendations:
        parts = [part for part in bands.recommendations if part.id.rpartition("-")[0] == one.id]
        people = [part.eligible_people for part in parts]
        if None not in people:
            assert sum(people) == pytest.approx(one.eligible_people, rel=1e-9)  # type: ignore[arg-type]
        benefiting = [part.people_benefiting_per_year for part in parts]
        if None not in benefiting:
            assert sum(benefiting) == pytest.approx(one.people_benefiting_per_year, rel=1e-9)  # type: ignore[arg-type]
        for role, hours in one.roles.items():
            for key in HOURS:
                of_parts = [getattr(part.roles[role], key) for part in parts]
                if None not in of_parts:
                    assert sum(of_parts) == pytest.approx(getattr(hours, key), rel=1e-9, abs=1e-9), (one.id, role, key)


@looks(EXAMPLES)
@given(packs_by_age())
def test_at_the_means_what_is_drawn_is_the_estimate(pack: Folder) -> None:
    inputs = loaded(pack)
    result = tnt.estimate(inputs)
    for role, one in simulated(inputs)[1].items():
        assert one.required_at_means() == pytest.approx(result.total[role].required_hours, rel=1e-9, abs=1e-9)
        known = {at: each.roles[role].tnt_hours for at, each in enumerate(result.recommendations) if role in each.roles}
        known = {at: hours for at, hours in known.items() if hours is not None}
        for at, spread in one.recommendations(list(known)).items():
            assert (spread.p50 > 0) == (known[at] > 0), result.recommendations[at].id
