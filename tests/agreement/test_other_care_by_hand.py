"""Other care worked out by hand, in every place it is shown, and what is said where it is left out."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

import tnt
from tests.command_line import in_this_process
from tests.oracle.drawn_packs.files import Folder
from tnt.analyses.compare.comparison import compare
from tnt.analyses.uncertainty.simulate import simulate
from tnt.compile.inputs import Inputs
from tnt.compile.notice import Choices, NoticeCode
from tnt.explain.trace import addresses, trace

Document = dict[str, Any]
RANGED: Document = {"in_pack": {"low": "15 %", "mean": "30 %", "high": "45 %"}, "minutes": "18 min"}
ROWS = [{"ages": "0-39", "contacts": "2 / year"}, {"ages": "40+", "contacts": "4 / year"}]
CONTACTS = 600 * 2 + 400 * 4
HOURS = CONTACTS * 0.7 * 18 / 60
"""588 of 1,725 hours."""
ADDRESS = "c/roles/gp/reserved/other-care"


def pack(reserved: Document | None, rows: list[Document] | None = None, **lists: Any) -> Folder:
    visit = {"role": "gp", "time": "15 min", "frequency": "1 / year"}
    rule = {"population": {"ages": "40+"}, "uptake": {"current": "50 %"}, "tasks": {"visit": visit}}
    gp: Document = {"hours": "1725 h / year"} | ({"reserved": {"other-care": reserved}} if reserved else {})
    table = {"lists": "l", "table": "t.csv", "shape": "long", "ages": "age", "people": "n"}
    return Folder(
        [{"guideline": "g", "recommendations": {"r": rule}}],
        table | {"staff": {"gp": {"posts": 1}}} | lists,
        [{"age": "0-39", "n": "600"}, {"age": "40-99", "n": "400"}],
        capacity={"capacity": "c", "roles": {"gp": gp}},
        contacts=[{"contacts": "seen", "rows": rows or ROWS}],
    )


def loaded(reserved: Document | None, folder: Path, **more: Any) -> Inputs:
    folder.mkdir()
    pack(reserved).write(folder)
    return tnt.load(folder, **more)


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    return loaded({"from_contacts": "seen", **RANGED}, tmp_path / "pack")


def codes(inputs: Inputs) -> set[NoticeCode]:
    return {notice.code for notice in tnt.estimate(inputs).notices}


def test_available_time_is_what_is_left_and_break_even_stays(inputs: Inputs) -> None:
    result = tnt.estimate(inputs)
    total = result.total["gp"]
    assert pytest.approx(588) == HOURS
    assert total.other_care_hours == pytest.approx(HOURS)
    assert total.available_hours == pytest.approx(1725 - HOURS)
    assert total.share_of_capacity == pytest.approx(100 / (1725 - HOURS))
    assert total.break_even_reserve == pytest.approx(1 - 100 / 1725)
    assert result.lists.roles["gp"].other_care_hours.tolist() == pytest.approx([HOURS])
    assert result.supply[0].roles["gp"].other_care_hours == pytest.approx(HOURS)


def test_the_packs_own_contacts_stand_beside_and_outside_the_range_are_said(inputs: Inputs) -> None:
    """200 visits today of 2,800 contacts are 7 %, below 15 %."""
    result = tnt.estimate(inputs)
    (care,) = result.other_care["gp"]
    assert care.contacts_per_year == pytest.approx(CONTACTS)
    assert care.pack_contacts_per_year == pytest.approx(200)
    assert care.pack_share == pytest.approx(200 / CONTACTS)
    assert care.is_outside
    assert NoticeCode.PACK_SHARE_OUTSIDE in codes(inputs)


def test_inside_the_range_nothing_is_said(tmp_path: Path) -> None:
    wide = {"in_pack": {"low": "5 %", "mean": "10 %", "high": "15 %"}, "minutes": "18 min"}
    assert NoticeCode.PACK_SHARE_OUTSIDE not in codes(loaded({"from_contacts": "seen", **wide}, tmp_path / "pack"))


def left_out_of(inputs: Inputs) -> tuple[str, ...]:
    (found,) = (one for one in tnt.estimate(inputs).notices if one.code is NoticeCode.LEFT_OUT)
    parts = found.values["parts"]
    assert isinstance(parts, Choices)
    return parts.names


def test_a_run_without_it_says_what_the_sum_leaves_out(inputs: Inputs, tmp_path: Path) -> None:
    without = loaded(None, tmp_path / "without")
    assert "other-care" in left_out_of(without)
    assert "other-care" not in left_out_of(inputs)
    total = tnt.estimate(without).total["gp"]
    assert total.other_care_hours is None
    assert total.available_hours == 1725


def test_where_ages_are_unknown_only_contacts_of_everybody_alike_are_known(tmp_path: Path) -> None:
    lists = {"people": {"total": "n"}, "shape": "wide"}
    for name, rows, wanted in (
        ("by-age", ROWS, None),
        ("alike", [{"contacts": "3 / year"}], 1000 * 3 * 0.7 * 18 / 60),
        ("rows-alike", [row | {"contacts": "3 / year"} for row in ROWS], 1000 * 3 * 0.7 * 18 / 60),
    ):
        one = pack({"from_contacts": "seen", **RANGED}, rows)
        one.lists = {"lists": "l", "table": "t.csv", "id": "age", **lists, "staff": {"gp": {"posts": 1}}}
        one.rows = [{"age": "a", "n": "1000"}]
        del one.guidelines[0]["recommendations"]["r"]["population"]["ages"]
        (tmp_path / name).mkdir()
        total = one.estimate(tmp_path / name).total["gp"]
        assert total.other_care_hours == (None if wanted is None else pytest.approx(wanted)), name
        assert total.available_hours == (None if wanted is None else pytest.approx(1725 - wanted)), name


def test_a_scenario_changes_it_and_uptake_does_not_move_it(tmp_path: Path) -> None:
    scenario = tmp_path / "more.yaml"
    changes = [
        {"set": f"{ADDRESS}/in_pack", "to": "40 %"},
        {"add": "g/recommendations/r/uptake/target", "value": "50 %"},
    ]
    scenario.write_text(f"format: tnt/1\nscenario: more\nchanges: {json.dumps(changes)}\n", "utf-8")
    inputs = loaded({"from_contacts": "seen", **RANGED}, tmp_path / "pack", scenarios=[scenario])
    total = tnt.estimate(inputs).total["gp"]
    assert total.required_hours == pytest.approx(50)
    assert total.other_care_hours == pytest.approx(CONTACTS * 0.6 * 18 / 60)


def test_explain_goes_back_to_the_contacts(inputs: Inputs) -> None:
    step = trace(inputs, tnt.estimate(inputs), ADDRESS)
    assert step is not None
    assert step.value == pytest.approx(HOURS)
    contacts, in_pack, minutes = step.parts
    assert contacts.value == pytest.approx(CONTACTS)
    assert [row.value for row in contacts.parts] == [2, 4]
    assert [part.value for part in in_pack.parts] == [pytest.approx(200 / CONTACTS)]
    assert minutes.value == 18
    assert ADDRESS in set(addresses(inputs))


def test_a_comparison_says_how_much_of_the_change_it_is(inputs: Inputs, tmp_path: Path) -> None:
    more = loaded({"from_contacts": "seen", **RANGED, "minutes": "20 min"}, tmp_path / "more")
    change = compare(inputs, more).roles["gp"].available_change
    assert change is not None
    assert change.other_care_hours == pytest.approx(-CONTACTS * 0.7 * 2 / 60)
    assert change.hours == pytest.approx(change.other_care_hours)
    with_none = compare(loaded(None, tmp_path / "none"), inputs).roles["gp"].available_change
    assert with_none is not None
    assert with_none.other_care_hours == pytest.approx(-HOURS)
    assert with_none.other_hours == pytest.approx(0, abs=1e-9)


def test_its_numbers_move_the_time_and_are_worth_measuring(tmp_path: Path) -> None:
    """A year that just suffices: whether it does depends on the share of contacts that is the pack's."""
    folder = pack({"from_contacts": "seen", **RANGED})
    assert folder.capacity is not None
    folder.capacity["roles"]["gp"]["hours"] = "720 h / year"
    (tmp_path / "tight").mkdir()
    folder.write(tmp_path / "tight")
    sure = simulate(tnt.load(tmp_path / "tight"), draws=512)
    (driver,) = sure.drivers["gp"]
    assert driver.stream == f"{ADDRESS}/in_pack"
    assert not driver.moves_required
    assert driver.available_at_low == pytest.approx(720 - CONTACTS * 0.85 * 18 / 60)
    assert driver.available_at_high == pytest.approx(720 - CONTACTS * 0.55 * 18 / 60)
    assert driver.value_of_measuring is not None
    assert driver.value_of_measuring > 1
    room = sure.room["gp"]
    assert room.other_care_hours is not None
    assert room.other_care_hours.p05 == pytest.approx(CONTACTS * 0.55 * 18 / 60, rel=0.01)
    assert room.hours_left.p05 == pytest.approx(720 - CONTACTS * 0.85 * 18 / 60 - 100, rel=0.02)
    assert 0.5 < room.probability < 0.8


def test_both_languages_show_it_at_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    pack({"from_contacts": "seen", **RANGED}).write(tmp_path / "pack")
    for lang, words in (
        ("en", ["Other care taken from it", "The pack's own contacts today are 7.1%", "is there room?"]),
        ("nb", ["Annen pasientbehandling, trukket fra", "Pakkens egne kontakter i dag er 7,1", "Er det plass?"]),
    ):
        arguments = ["estimate", str(tmp_path / "pack"), "--draws", "128", "--lang", lang]
        output = " ".join(in_this_process(arguments, tmp_path, dict(os.environ)).stdout.decode().split())
        for word in words:
            assert word in output, output


def test_a_case_takes_it_from_the_contacts_it_gives(tmp_path: Path) -> None:
    case = """
        format: tnt/1
        case: other care of a list
        given:
          guideline:
            guideline: study
            recommendations:
              r:
                population: {}
                tasks: {visit: {role: gp, time: 15 min, frequency: 1 / year}}
          contacts: {contacts: seen, rows: [{ages: 0-39, contacts: 2 / year}, {ages: 40+, contacts: 4 / year}]}
          list: {people: {all: {0-39: 600, 40-99: 400}}, posts: {gp: 1}}
          capacity:
            gp: {hours: 1725 h / year, reserved: {o: {from_contacts: seen, in_pack: 30 %, minutes: 18 min}}}
        expect:
          - {what: available_hours, role: gp, value: 1137 h, within: 0.001 h}
          - {what: other_care_hours, role: gp, value: 588 h, within: 0.001 h}
        """
    (tmp_path / "case.yaml").write_text("\n".join(line[8:] for line in case.splitlines()[1:]), "utf-8")
    outcome = in_this_process(["test", "case.yaml"], tmp_path, dict(os.environ))
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
