"""What of a task may move to another role: `may_move`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.files import brief, task
from tnt.diagnostics import Code

BEGUN = "time: 15 min, frequency: 1 / year, may_move"


@pytest.mark.parametrize(
    "written",
    [
        "role: gp, {}: {{nurse: 60 %}}",
        "role: gp, {}: {{sykepleier: 60 %, Farmasøyt: 40 %}}",
        "roles: {{gp: 100 %}}, {}: {{nurse: 60 / 100}}",
        "role: fastlege, {}: {{nurse: {{share: 60 %, minutes_factor: 1.2, supervision: {{role: GP, time: 1 min}}}}}}",
        "role: gp, {}: {{nurse: {{share: {{mean: 60 %, note: agreed}}}}, midwife: 0 %}}",
    ],
)
def test_what_may_move(tmp_path: Path, written: str) -> None:
    assert brief(tmp_path, task(written.format(BEGUN))) == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("role: gp, {}: {{gp: 60 %}}", [(Code.MOVES_TO_ITSELF, "gp")]),
        ("role: gp, {}: {{fastlege: 60 %}}", [(Code.MOVES_TO_ITSELF, "fastlege")]),
        ("roles: {{gp: 100 %}}, {}: {{gp: 60 %}}", [(Code.MOVES_TO_ITSELF, "gp")]),
        ("role: gp, {}: {{nurse: 60 %, midwife: 41 %}}", [(Code.MOVES_OVER_100, "{nurse: 60 %, midwife: 41 %}")]),
        ("role: gp, {}: {{nurse: 120 %}}", [(Code.SHARE_OVER_100, "120 %")]),
        ("role: gp, {}: {{nurse: 0.6}}", [(Code.MISSING_UNIT, "0.6")]),
        ("role: gp, {}: {{nurse: {{minutes_factor: 1.2}}}}", [(Code.MISSING_KEY, "nurse")]),
        ("role: gp, {}: {{nurse: {{share: 60 %, pace: 2}}}}", [(Code.UNKNOWN_KEY, "pace")]),
        ("role: gp, {}: {{nurse: {{share: 60 %, minutes_factor: 0}}}}", [(Code.OUT_OF_RANGE, "0")]),
        ("role: gp, {}: {{}}", [(Code.EMPTY, "may_move")]),
        ("role: gp, {}: [nurse]", [(Code.WRONG_TYPE, "[nurse]")]),
        ("role: gp, {}: {{nuse: 60 %}}", [(Code.UNKNOWN_ROLE, "nuse")]),
        ("role: gp, {}: {{en annen: 60 %}}", [(Code.UNKNOWN_ROLE, "en annen")]),
        ("role: gp, {}: {{patient: 60 %}}", [(Code.PATIENT_MOVES, "patient")]),
        ("role: patient, {}: {{nurse: 60 %}}", [(Code.PATIENT_MOVES, "may_move")]),
        ("role: patient, {}: {{patient: 60 %}}", [(Code.PATIENT_MOVES, "may_move")]),
        ("roles: {{gp: 60 %, nurse: 40 %}}, {}: {{nurse: 60 %}}", [(Code.MOVES_OF_SEVERAL, "may_move")]),
        ("role: gp, {}: {{nurse: {{share: 1 %, supervision: {{role: nurse, time: 1 min}}}}}}",
         [(Code.SUPERVISED_BY_ITSELF, "nurse")]),
        ("role: gp, {}: {{nurse: {{share: 1 %, supervision: {{role: patient, time: 1 min}}}}}}",
         [(Code.PATIENT_SUPERVISION, "patient")]),
        ("role: gp, {}: {{nurse: {{share: 1 %, supervision: {{role: dictor, time: 1 min}}}}}}",
         [(Code.UNKNOWN_ROLE, "dictor")]),
    ],
)  # fmt: skip
def test_what_cannot(tmp_path: Path, written: str, found: list[tuple[Code, str]]) -> None:
    assert brief(tmp_path, task(written.format(BEGUN))) == found


def test_a_role_of_ones_own(tmp_path: Path) -> None:
    text = task(f"role: gp, {BEGUN}: {{coach: 60 %}}")
    assert [code for code, _ in brief(tmp_path, text)] == [Code.UNKNOWN_ROLE]
    assert brief(tmp_path, text.replace("recommendations:", "roles: {coach: Coach}\nrecommendations:")) == []
