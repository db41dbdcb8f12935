"""Own pace and supervision: hours by hand, and in scenarios, comparisons, explanations, draws and outputs."""

from pathlib import Path

import pytest

import tnt
from tests.report.written import written
from tnt.analyses.compare.comparison import compare
from tnt.analyses.compare.words import notes
from tnt.compile.inputs import Inputs
from tnt.compile.notice import NoticeCode
from tnt.explain.trace import trace
from tnt.locale import Texts
from tnt.report.files.frames import recommendations_frame, totals_frame
from tnt.report.files.json import as_document
from tnt.report.page.render import render_report
from tnt.show.totals_table import totals_rows

VACCINE = """format: tnt/1
guideline: g
recommendations:
  vaccine:
    population: {}
    uptake: {current: 50 %}
    tasks:
      give:
        roles: {gp: 10 %, nurse: {share: 90 %, minutes_factor: 1.2, supervision: {role: gp, time: 0.5 min}}}
        time: 5 min
        frequency: 1 / year
"""
PEOPLE, EVENTS = 600, 600 * 0.9
OWN, NURSE, SUPERVISION = 600 * 0.1 * 5 / 60, EVENTS * 5 * 1.2 / 60, EVENTS * 0.5 / 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    capacity = "format: tnt/1\ncapacity: c\nroles:\n  gp: {hours: 1725 h / year}\n  nurse: {hours: 1725 h / year}\n"
    return written(tmp_path, rules=VACCINE, time=capacity)


def load(folder: Path, *scenarios: str) -> Inputs:
    return tnt.load(folder, lists="600 people", scenarios=scenarios)


def change(folder: Path, *pairs: tuple[str, str]) -> None:
    text = (folder / "rules.yaml").read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (folder / "rules.yaml").write_text(text, "utf-8")


def test_hours_by_hand(folder: Path) -> None:
    result = tnt.estimate(load(folder))
    gp, nurse = result.total["gp"], result.total["nurse"]
    assert (gp.required_hours, gp.supervision_hours) == pytest.approx((OWN + SUPERVISION, SUPERVISION))
    assert (nurse.required_hours, nurse.supervision_hours) == pytest.approx((NURSE, 0.0))
    assert gp.current_hours == pytest.approx((OWN + SUPERVISION) / 2)
    (one,) = result.recommendations
    assert one.roles["gp"].supervision_hours == pytest.approx(SUPERVISION)
    assert one.roles["gp"].tnt_hours == pytest.approx(OWN + SUPERVISION)


def test_a_session_of_a_group_is_supervised_once(folder: Path) -> None:
    change(folder, ("time: 5 min", "time: 5 min\n        group_size: 6"))
    total = tnt.estimate(load(folder)).total
    assert total["gp"].supervision_hours == pytest.approx(SUPERVISION / 6)
    assert total["nurse"].required_hours == pytest.approx(NURSE / 6)


def test_a_role_with_no_share_may_supervise_and_needs_no_time_of_the_task(folder: Path) -> None:
    change(folder, ("gp: 10 %, ", ""), ("90 %", "100 %"), ("time: 5 min", "time: null"))
    total = tnt.estimate(load(folder)).total
    assert total["gp"].required_hours == pytest.approx(600 * 0.5 / 60)
    assert not total["gp"].at_least
    assert total["nurse"].required_hours is None


def test_supervision_stays_where_the_events_supervised_are_counted_once(folder: Path) -> None:
    change(folder, ("frequency: 1 / year", "frequency: 1 / year\n        activity: same"))
    other = VACCINE.replace("guideline: g", "guideline: h").replace("1.2", "2")
    other = other.replace("1 / year\n", "1 / year\n        activity: same\n")
    (folder / "other.yaml").write_text(other, "utf-8")
    total = tnt.estimate(load(folder)).total
    assert total["nurse"].required_hours == pytest.approx(EVENTS * 5 * 2 / 60)  # the longer minutes, once
    assert total["gp"].required_hours == pytest.approx(OWN + 2 * SUPERVISION)
    assert total["gp"].supervision_hours == pytest.approx(2 * SUPERVISION)


def test_supervision_is_no_visit(folder: Path) -> None:
    text = (folder / "time.yaml").read_text("utf-8")
    visits = "gp: {hours: 1725 h / year, visits: {consultation: {fixed: 5 min, merged: 100 %}}}"
    (folder / "time.yaml").write_text(text.replace("gp: {hours: 1725 h / year}", visits), "utf-8")
    assert tnt.estimate(load(folder)).total["gp"].merged_visit_hours == 0


@pytest.mark.parametrize(("supervisor", "code"), [("nurse", "TNT485"), ("patient", "TNT486"), ("wizard", "TNT303")])
def test_who_cannot_supervise(folder: Path, supervisor: str, code: str) -> None:
    change(folder, ("role: gp", f"role: {supervisor}"))
    with pytest.raises(tnt.Problems) as found:
        load(folder)
    assert [one.code for one in found.value.diagnostics if one.severity == "error"] == [code]


def test_what_is_not_said_of_a_task_roles_share_is_said_to_be_left_out(folder: Path) -> None:
    def parts() -> list[str]:
        (notice,) = [one for one in load(folder).notices if one.code is NoticeCode.LEFT_OUT]
        return list(notice.values["parts"].names)  # type: ignore[union-attr]

    assert "supervision" not in parts()
    change(folder, (", supervision: {role: gp, time: 0.5 min}", ""))
    assert "supervision" in parts()


def test_a_comparison_tells_supervision_apart_and_says_what_differs(folder: Path) -> None:
    path = "g/recommendations/vaccine/tasks/give/roles/nurse"
    changes = [(f"{path}/supervision/time", "2 min"), (f"{path}/minutes_factor", "1.5"), (f"{path}/share", "80 %")]
    changes.append(("g/recommendations/vaccine/tasks/give/roles/gp", "20 %"))
    lines = "".join(f"  - {{set: {at}, to: {to}}}\n" for at, to in changes)
    (folder / "more.yaml").write_text(f"format: tnt/1\nscenario: more\nchanges:\n{lines}", "utf-8")
    found = compare(load(folder), load(folder, "more"))
    assert found.roles["gp"].supervision_hours == pytest.approx(600 * 0.8 * 2 / 60 - SUPERVISION)
    assert found.roles["nurse"].change_hours == pytest.approx(600 * 0.8 * 5 * 1.5 / 60 - NURSE)
    assert {one.field for one in found.rules} == {"roles", "share", "minutes_factor", "supervision"}
    assert any("supervision of others" in line for line in notes(found, Texts("en")))


def test_a_share_that_gets_a_pace_is_one_difference(folder: Path) -> None:
    before = load(folder)
    change(folder, ("gp: 10 %", "gp: {share: 10 %, minutes_factor: 0.8}"))
    (rule,) = compare(before, load(folder)).rules
    assert (rule.kind, rule.before and rule.before.text, rule.after and rule.after.text) == (
        "changed",
        "10 %",
        "10 %, 0.8",
    )


def test_an_explanation_has_the_supervision_and_the_pace(folder: Path) -> None:
    inputs = load(folder)
    explained = trace(inputs, tnt.estimate(inputs), "g/vaccine")
    assert explained is not None
    gp, nurse = (part for part in explained.parts if part.key == "role")
    assert [part.key for part in gp.parts[0].parts] == ["task", "supervision"]
    assert [one.record.path for one in gp.parts[0].parts[1].parts if one.key == "minutes" and one.record] == [
        "g/vaccine/tasks/give/roles/nurse/supervision/time"
    ]
    assert [one.value for one in nurse.parts[0].parts[0].parts if one.key == "pace"] == [1.2]


def test_both_numbers_are_drawn_and_drive_the_hours(folder: Path) -> None:
    change(
        folder,
        ("minutes_factor: 1.2", "minutes_factor: {low: 1, mean: 1.2, high: 1.5}"),
        ("0.5 min", "{low: 0.2 min, mean: 0.5 min, high: 1 min}"),
    )
    simulated = tnt.simulate(load(folder), draws=256)
    path = "g/vaccine/tasks/give/roles/nurse"
    (of_gp,), (of_nurse,) = simulated.drivers["gp"], simulated.drivers["nurse"]
    assert of_gp.stream == f"{path}/supervision/time"
    assert of_gp.at_high - of_gp.at_low == pytest.approx(EVENTS * 0.8 / 60, rel=1e-3)
    assert of_nurse.stream == f"{path}/minutes_factor"
    assert of_nurse.at_high - of_nurse.at_low == pytest.approx(EVENTS * 5 * 0.5 / 60, rel=1e-3)
    assert isinstance(of_gp.label, dict)
    assert of_gp.label["en"].endswith("supervision, time for one event · Nurse")


def test_a_group_of_a_role_moves_its_supervision(folder: Path) -> None:
    text = (folder / "rules.yaml").read_text("utf-8")
    (folder / "rules.yaml").write_text(f"{text}moves_together:\n  doctors: {{role: gp}}\n", "utf-8")
    together = load(folder).together
    assert together["g/vaccine/tasks/give/roles/nurse/supervision/time"] == "doctors"


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "Of which supervision of others"), ("nb", "Herav veiledning av andre")]
)
def test_every_output_shows_it_only_where_there_is_some(folder: Path, lang: str, name: str) -> None:
    result = tnt.estimate(load(folder))
    assert name in [row[0] for row in totals_rows(list(result.total.values()), Texts(lang))]
    document = as_document(result)
    assert document["total"]["gp"]["supervision_hours"] == pytest.approx(SUPERVISION)
    assert document["recommendations"][0]["supervision_hours"] == {"gp": pytest.approx(SUPERVISION), "nurse": 0.0}
    for frame in (recommendations_frame(result), totals_frame(result)):
        assert frame["supervision_hours"].sum() == pytest.approx(SUPERVISION)
    page = {"en": "Supervision of others, hours a year", "nb": "Veiledning av andre, timer i året"}[lang]
    assert page in render_report(result, lang)
    change(folder, (", supervision: {role: gp, time: 0.5 min}", ""))
    assert name not in [row[0] for row in totals_rows(list(tnt.estimate(load(folder)).total.values()), Texts(lang))]
