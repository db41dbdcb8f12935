"""The small cases of METHOD.md: the rows of `method_cases.csv`, by the program and by the slow calculation."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.agreement.test_slow_by_hand import on_a_thousand
from tests.oracle.drawn_packs.files import read_table
from tests.oracle.published import Document, one_list, only
from tnt.result.recommendation import RecommendationResult

ROWS = {row["case"]: row for row in read_table(Path(__file__).parent / "method_cases.csv")}


def benefit(nnt: float, years: int, task: str) -> Document:
    return {"outcome": "better", "nnt": nnt, "horizon": f"{years} years", "applies_to": task}


SESSIONS: Document = {
    "population": {"incidence": "10 / 1000 / year"},
    "tasks": {
        "refer": {"role": "physio", "time": "0 min", "frequency": "once"},
        "sessions": {"after": "refer", "times": 16, "role": "physio", "time": "60 min"},
    },
    "benefit": benefit(20, 1, "sessions"),
}
ADVICE: Document = {
    "population": {},
    "tasks": {
        "ask": {"role": "gp", "time": "1 min", "frequency": "1 / year"},
        "advise": {"after": "ask", "probability": "40 %", "role": "gp", "time": "10 min"},
    },
    "benefit": benefit(13, 5, "advise"),
}


def computed(rule: Document, people: int) -> RecommendationResult:
    given = {"outcomes": {"better": "one person better"}, "roles": {"physio": {"title": "Physiotherapist"}}}
    return only(one_list({"r": rule}, {"50-50": people}, 1, {"hours": "1000 h / year"}, **given))


CASES: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
    "benefit_new_cases": (
        lambda: computed(SESSIONS, 1000).roles["physio"].hours_per_person_benefiting,
        lambda: on_a_thousand(SESSIONS).recommendations["g/r"].roles["physio"].hours_per_person_benefiting,
    ),
    "benefit_coming_back": (
        lambda: computed(ADVICE, 2000).people_benefiting_per_year,
        lambda: 2 * (on_a_thousand(ADVICE).recommendations["g/r"].people_benefiting_per_year or 0.0),
    ),
}


def test_every_row_is_a_case() -> None:
    assert CASES.keys() == ROWS.keys()


@pytest.mark.parametrize("case", CASES)
def test_a_small_case_of_the_method(case: str) -> None:
    row = ROWS[case]
    for figure in CASES[case]:
        assert figure() == pytest.approx(float(row["expected"]), rel=float(row["tolerance"]))
