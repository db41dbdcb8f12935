"""Other care in random packs: the time that is left in every draw, and the pack's own contacts today."""

import tempfile
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import tnt
from tests.agreement.draws import loaded, simulated, value_in
from tests.oracle.changes import recommendations, sharing, with_missing_times
from tests.oracle.drawn import in_draw
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import contacts, packs
from tests.oracle.expected import expected
from tests.oracle.own_contacts import own_contacts
from tests.profile import looks

Document = dict[str, Any]
RANGED = {"low": "15 %", "mean": "30 %", "high": "45 %"}
OTHER_CARE: Document = {"from_contacts": "seen", "in_pack": RANGED, "minutes": {"low": "14 min", "mean": "18 min"}}


def with_other_care(pack: Folder, seen: list[Document], more: Document | None = None) -> Folder:
    """The same with a GP's year of which other care is taken, and more that is reserved."""
    gp = {"hours": "1725 h / year", "reserved": {"other-care": deepcopy(OTHER_CARE), **(more or {})}}
    return replace(pack, capacity={"capacity": "year", "roles": {"gp": gp}}, contacts=deepcopy(seen))


@looks(30)
@given(packs(), contacts())
def test_time_in_a_draw_is_the_estimate_with_the_drawn_numbers(drawn: Folder, seen: list[Document]) -> None:
    pack = with_other_care(drawn, seen, {"meetings": {"share": {"low": "5 %", "mean": "8 %", "high": "12 %"}}})
    inputs = loaded(pack)
    assume("gp" in inputs.rules.roles and inputs.counts.split is not None)
    beliefs, roles = simulated(inputs)
    assume("gp" in roles and roles["gp"].available_in_each_draw() is not None)
    for draw in (0, 77):
        total = expected(in_draw(pack, value_in(inputs, beliefs, draw)).given()).total["gp"]
        for figure, hours in (
            ("available_hours", roles["gp"].available_in_each_draw()),
            ("other_care_hours", roles["gp"].other_care_in_each_draw()),
        ):
            assert hours is not None
            assert hours[draw] == pytest.approx(total[figure], rel=1e-9, abs=1e-6), figure
    room = roles["gp"].room
    assert room is not None
    assert room.hours_left.p05 <= room.hours_left.p50 <= room.hours_left.p95
    assert 0 <= room.probability <= 1


@looks(40)
@given(packs(), contacts(), st.data())
def test_the_packs_own_contacts_today(drawn: Folder, seen: list[Document], data: st.DataObject) -> None:
    """Of some kinds, with work that is shared, however many roles share it."""
    pack = with_other_care(with_missing_times(sharing(drawn), "7 min"), seen)
    kinds = data.draw(st.sampled_from([["consultation"], ["consultation", "telephone"], ["home-visit"]]))
    pack.contacts[0]["kinds"] = kinds
    for one in recommendations(pack):
        one.setdefault("uptake", {}).setdefault("current", "40 %")
        for task in one["tasks"].values():
            if "activity" not in task:
                task["contact"] = data.draw(st.sampled_from(["consultation", "telephone", "home-visit"]))
    inputs = loaded(pack)
    assume("gp" in inputs.rules.roles)
    (care,) = tnt.estimate(inputs).other_care["gp"]
    wanted = own_contacts(pack.given(), "gp", set(kinds))
    if inputs.counts.split is None:  # work nobody does is then known to one of the two, whoever would be asked
        assume(care.pack_contacts_per_year is not None and wanted is not None)
    assert care.pack_contacts_per_year == (None if wanted is None else pytest.approx(wanted, rel=1e-7, abs=1e-6))


def test_own_contacts_are_unknown_where_a_current_uptake_is() -> None:
    visit = {"role": "gp", "time": "15 min", "frequency": "1 / year"}
    rules = {"known": {"population": {}, "uptake": {"current": "40 %"}, "tasks": {"visit": visit}}}
    rules["unknown"] = {"population": {}, "tasks": {"visit": visit}}
    lists = {"lists": "one", "table": "t.csv", "shape": "long", "ages": "age", "people": "n"}
    rows = [{"age": "0+", "n": "100"}]
    seen = [{"contacts": "seen", "rows": [{"contacts": "2 / year"}]}]
    for names, wanted in ((["known"], 0.2), (["known", "unknown"], None)):
        guideline = {"guideline": "g", "recommendations": {name: deepcopy(rules[name]) for name in names}}
        pack = with_other_care(Folder([guideline], lists | {"staff": {"gp": {"posts": 1}}}, rows), seen)
        with tempfile.TemporaryDirectory() as folder:
            (care,) = pack.estimate(Path(folder)).other_care["gp"]
        assert care.pack_share == (wanted if wanted is None else pytest.approx(wanted))
