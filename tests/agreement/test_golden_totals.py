"""The rows of golden/expected_totals.csv: computed by the program where it has the figure, else listed with the reason.

What `status` there calls DERIVED or RECALLED was solved back or remembered: such rows are arithmetic checks.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.oracle.drawn_packs.files import read_table
from tests.oracle.published import Document, every_year, gp, hours_per_day, largest_list, one_list, only, posts


def _required(hours: list[float]) -> float:
    """The hours of several recommendations on one list, added up by the program."""
    rules = {f"part-{number}": every_year(f"{part} h") for number, part in enumerate(hours)}
    total = gp(one_list(rules, {"0-99": 1}, 1, {"hours": "24 h / year"})).required_hours
    assert total is not None
    return total


def _panel(hours_per_person: list[float]) -> float:
    """The largest list of a physician who has 2,025 hours a year."""
    rules = {f"part-{number}": every_year(f"{part} h") for number, part in enumerate(hours_per_person)}
    return largest_list(rules, {"hours": "2025 h / year"})


def _share(required: float, available: float) -> float:
    result = one_list({"all-work": every_year(f"{required} h")}, {"0-99": 1}, 1, {"hours": f"{available} h / year"})
    share = gp(result).share_of_capacity
    assert share is not None
    return share


def _physical_activity(nnt: float) -> tuple[float, float, float]:
    """Hours, share of capacity, hours per person benefiting."""
    tasks: Document = {
        "ask": {"role": "gp", "time": "1 min", "frequency": "1 / year"},
        "advise": {"after": "ask", "probability": "40 %", "role": "gp", "time": "10 min"},
    }
    benefit = {"outcome": "active", "nnt": nnt, "horizon": "1 year", "applies_to": "advise"}
    rule = {"population": {}, "tasks": tasks, "benefit": benefit}
    result = one_list(
        {"advice": rule}, {"18-99": 2000}, 1, {"hours": "1113 h / year"}, outcomes={"active": "one more active"}
    )
    advice = only(result).roles["gp"]
    assert advice.tnt_hours is not None
    assert advice.share_of_capacity is not None
    assert advice.hours_per_person_benefiting is not None
    return advice.tnt_hours, advice.share_of_capacity, advice.hours_per_person_benefiting


def _face_to_face_per_post(weeks: float) -> float:
    """Available hours of one post when what is not face to face is reserved."""
    reserved = {"without-the-patient": {"share": "45.9 %"}}
    hours = {"hours": "49.0 h / week", "weeks": weeks, "reserved": reserved}
    available = gp(one_list({"any": every_year("1 min")}, {"0-99": 1}, 1, hours)).available_hours
    assert available is not None
    return available


COMPUTED: dict[str, tuple[Callable[[], float], float]] = {
    "altschuler_panel_nondelegated": (lambda: _panel([2.06]), 1),
    "altschuler_panel_model1": (lambda: _panel([1.04]), 1),
    "altschuler_panel_model2": (lambda: _panel([1.33]), 1),
    "altschuler_panel_model3": (lambda: _panel([1.46]), 1),
    "yarnall2003": (lambda: hours_per_day(1773, 240), 0.05),
    "ostbye2005_stable": (lambda: hours_per_day(828, 235), 0.05),
    "ostbye2005_uncontrolled": (lambda: hours_per_day(_required([828, 828, 828]), 235), 0.05),
    "ostbye2005_uncontrolled_h": (lambda: _required([828, 828, 828]), 1e-9),
    "yarnall2009_sum": (lambda: _required([7.4, 10.6, 3.7]), 0.05),
    "porter2023_alone": (lambda: _required([14.1, 7.2, 2.2, 3.2]), 0.05),
    "porter2023_team": (lambda: _required([2.0, 3.6, 1.1, 2.6]), 0.05),
    "porter2023_saving": (lambda: 1 - _required([2.0, 3.6, 1.1, 2.6]) / _required([14.1, 7.2, 2.2, 3.2]), 0.005),
    "privett2021_share": (lambda: _share(8.6, 6.565), 0.005),
    "petursson2009_GPs": (lambda: posts(296_624, 3000), 0.5),
    "petursson2009_vs_supply": (lambda: _share(99, 87), 0.01),
    "johansson2023_annual": (lambda: _physical_activity(13)[0], 0.5),
    "johansson2023_share": (lambda: _physical_activity(13)[1], 0.005),
    "johansson2023_per_benefit": (lambda: _physical_activity(13)[2], 0.5),
    "norway_face_to_face": (lambda: _face_to_face_per_post(46) / 46, 0.05),
    "norway_minutes_per_consultation": (lambda: _face_to_face_per_post(45) * 60 / (16_884_831 / 5224), 0.1),
}
"""Case -> the figure, and how far off it may be."""

NOT_COMPUTED = {
    "privett2021_change": "a difference of two published figures; no figure of the program is part of it",
    "ctfphc_RA_first": "the share at high risk, the uptake and one duration were not recovered",
    "ctfphc_BMD_women65": "the share at high risk, the uptake and one duration were not recovered",
    "ctfphc_BMD_women_men65": "the share at high risk, the uptake and one duration were not recovered",
    "ctfphc_saving": "a difference of two outputs that cannot be computed",
    "cwc_back_pain": "only outputs were published; the rule (12-hour day, 60-hour week, 25 years) is inferred",
    "cwc_CBC": "only outputs were published; the rule (12-hour day, 60-hour week, 25 years) is inferred",
    "caverly2018_deficit": "a difference of two published figures; no figure of the program is part of it",
}
"""Case -> why the program does not compute it."""


@pytest.fixture(scope="module")
def rows(shared: Path) -> dict[str, dict[str, str]]:
    return {row["case"]: row for row in read_table(shared / "golden/expected_totals.csv")}


@pytest.mark.parametrize("case", COMPUTED)
def test_an_expected_total(case: str, rows: dict[str, dict[str, str]]) -> None:
    figure, within = COMPUTED[case]
    assert figure() == pytest.approx(float(rows[case]["expected"]), abs=within)


def test_every_row_is_computed_or_has_a_reason(rows: dict[str, dict[str, str]]) -> None:
    assert set(rows) == COMPUTED.keys() | NOT_COMPUTED.keys()
    assert not COMPUTED.keys() & NOT_COMPUTED.keys()


@pytest.mark.parametrize(
    ("panel", "cells"), [(1929, (0.16, 0.53, 0.36)), (1511, (0.28, 0.70, 0.36))], ids=["model 1", "model 2"]
)
def test_altschuler_panels_from_the_printed_cells(panel: int, cells: tuple[float, ...]) -> None:
    """The printed totals differ from the sum of the printed cells by rounding; the table names both panels."""
    assert _panel(list(cells)) == pytest.approx(panel, abs=1)
