"""Single rows of the golden files that no total covers. What was solved back or remembered is an arithmetic check."""

import pytest

from tests.oracle.published import every_year, gp, on_table, one_list
from tnt import Result

ALONE = {"preventive": 0.71, "chronic": 0.99, "acute": 0.36}
"""Altschuler 2012, table 1: hours a patient and year with nobody to delegate to."""


@pytest.mark.parametrize(
    ("delegated", "printed"),
    [
        ({"preventive": 77, "chronic": 47, "acute": 0}, {"preventive": 0.16, "chronic": 0.53, "acute": 0.36}),
        ({"preventive": 60, "chronic": 30, "acute": 0}, {"preventive": 0.28, "chronic": 0.70, "acute": 0.36}),
        ({"preventive": 50, "chronic": 25, "acute": 0}, {"preventive": 0.35, "chronic": 0.75, "acute": 0.36}),
    ],
    ids=["model 1", "model 2", "model 3"],
)
def test_altschuler_cells(delegated: dict[str, int], printed: dict[str, float]) -> None:
    """Each printed cell, to the rounding of the cell it is a share of."""
    for care, hours in ALONE.items():
        task = {"time": f"{hours} h", "frequency": "1 / year"}
        who = {"roles": {"gp": f"{100 - delegated[care]} %", "nurse": f"{delegated[care]} %"}}
        rule = {"population": {}, "tasks": {"care": task | (who if delegated[care] else {"role": "gp"})}}
        result = one_list({care: rule}, {"0-99": 1}, 1, {"hours": "2025 h / year"})
        assert gp(result).required_hours == pytest.approx(printed[care], abs=0.01)


@pytest.mark.parametrize(
    ("alone", "team", "delegated"),
    [(14.1, 2.0, 85.8), (7.2, 3.6, 50), (2.2, 1.1, 50), (3.2, 2.6, 18.75)],
    ids=["preventive", "chronic", "acute", "documentation"],
)
def test_porter_delegated_shares_arithmetic_check(alone: float, team: float, delegated: float) -> None:
    """The shares are derived from the two printed hours a day, not printed themselves."""
    roles = {"gp": f"{100 - delegated} %", "nurse": f"{delegated} %"}
    care = {"population": {}, "tasks": {"care": {"roles": roles, "time": f"{alone} h", "frequency": "1 / year"}}}
    result = one_list({"care": care}, {"0-99": 1}, 1, {"hours": "24 h / year"})
    assert gp(result).required_hours == pytest.approx(team, abs=0.005)


@pytest.mark.parametrize(
    ("minutes", "hours"),
    [(42.552, 1773), (19.872, 828), (59.616, 2484), (21.312, 888)],
    ids=["Yarnall 2003", "Østbye 2005", "Østbye 2005 uncontrolled", "Yarnall 2009, remembered"],
)
def test_hours_of_2500_people_arithmetic_check(minutes: float, hours: float) -> None:
    """Minutes per person are solved back from the hours; the services behind them were not found."""
    result = one_list({"all": every_year(f"{minutes} min")}, {"0-99": 2500}, 1, {"hours": "2000 h / year"})
    assert gp(result).required_hours == pytest.approx(hours)


def test_canadian_saving_arithmetic_check() -> None:
    """214 and 58 hours over 25 years are outputs that do not come out; their difference is 6 h a year, 30 min a
    month."""
    saved: float = (214 - 58) / 25
    result: Result = on_table(
        {"saving": every_year(f"{saved} h")},
        [{"band": "0-99", "n": "1"}],
        {"lists": "practice", "table": "table.csv", "shape": "long", "ages": "band", "people": "n"},
        None,
    )
    hours = gp(result).required_hours
    assert hours == pytest.approx(6, abs=0.5)
    assert hours is not None
    assert hours * 60 / 12 == pytest.approx(30, abs=2)
