"""The small cases of METHOD.md: the rows of `method_cases.csv`, by the program and by the slow calculation."""

import tempfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from tests.oracle.drawn_packs.files import Folder, read_table
from tests.oracle.expected import Expected, expected
from tests.oracle.published import Document
from tests.oracle.totals import STATES
from tnt.result.model import Result

ROWS = {row["case"]: row for row in read_table(Path(__file__).parent / "method_cases.csv")}
Figure = float | None


def work(time: str, frequency: str = "1 / year", **more: object) -> Document:
    return {"role": "gp", "time": time, "frequency": frequency, "activity": "visit", **more}


def for_people(population: Document, tasks: Document, **more: object) -> Document:
    return {"population": population, "tasks": tasks, **more}


def pack(people: int, *rules: Document, capacity: Document | None = None) -> Folder:
    """The recommendations on one list of so many people of 50 years, of whom 10 % have gout."""
    guideline = {
        "guideline": "g",
        "outcomes": {"better": "one person better"},
        "recommendations": {f"r{number}": deepcopy(rule) for number, rule in enumerate(rules)},
    }
    gout = {"gout": {"prevalence": [{"ages": "all", "share": "10 %"}], "prevalence_of": "all"}}
    lists = {"lists": "one", "table": "table.csv", "shape": "long", "ages": "age", "people": "n"}
    return Folder(
        [guideline],
        lists | {"staff": {"gp": {"posts": 1}}},
        [{"age": "0-49", "n": "0"}, {"age": "50", "n": str(people)}, {"age": "51+", "n": "0"}],
        [{"conditions": gout}],
        capacity=capacity,
    )


def hours(gross: float, overload: str) -> Document:
    """A post of so many hours a year, and when its list is called overloaded."""
    return {
        "capacity": "c",
        "roles": {"gp": {"hours": f"{gross} h / year"}},
        "thresholds": {"watch": "50 %", "overload": overload},
    }


def benefit(nnt: float, years: int, task: str) -> Document:
    return {"outcome": "better", "nnt": nnt, "horizon": f"{years} years", "applies_to": task}


SESSIONS = for_people(
    {"incidence": "10 / 1000 / year"},
    {
        "refer": {"role": "gp", "time": "0 min", "frequency": "once"},
        "sessions": {"after": "refer", "times": 16, "role": "gp", "time": "60 min"},
    },
    benefit=benefit(20, 1, "sessions"),
)
ADVICE = for_people(
    {},
    {
        "ask": {"role": "gp", "time": "1 min", "frequency": "1 / year"},
        "advise": {"after": "ask", "probability": "40 %", "role": "gp", "time": "10 min"},
    },
    benefit=benefit(13, 5, "advise"),
)
SAME_PEOPLE = for_people({"share": "20 %"}, {"one": work("10 min"), "two": work("10 min")}, uptake={"target": "50 %"})
NESTED = for_people(
    {"share": "50 %"}, {"check": work("10 min"), "follow": work("10 min", after="check", probability="40 %")}
)
GOUT = for_people({"condition": "gout"}, {"visit": work("60 min")})
HALF_OF_GOUT = for_people({"condition": "gout", "share": "50 %"}, {"visit": work("60 min")})
OFTEN, LONG = (for_people({}, {"visit": work(*each)}) for each in (("5 min", "4 / year"), ("30 min",)))
SHARED = {"gp": "53 %", "nurse": "47 %"}
REVIEW = for_people({}, {"visit": {"roles": SHARED, "time": "30 min", "frequency": "1 / year", "activity": "visit"}})
FOOT = for_people({}, {"foot": work("5 min", "every 2 years")})
HALVED = for_people(
    {},
    {
        "visit": {
            "roles": {"gp": "50 %", "nurse": "50 %"},
            "time": "60 min",
            "frequency": "1 / year",
            "activity": "visit",
        }
    },
)


ASK_AND_TREAT = for_people(
    {},
    {
        "ask": {"role": "gp", "time": None, "frequency": "1 / year"},
        "treat": {"after": "ask", "probability": "5 %", "role": "gp", "time": "4 min"},
    },
    benefit=benefit(10, 1, "treat"),
)


MORE_TO_DO = for_people(
    {},
    {"known": work("30 min"), "unknown": {"role": "gp", "time": None, "frequency": "1 / year"}},
    uptake={"current": "90 %", "target": "100 %"},
)
LESS_TO_DO = MORE_TO_DO | {"uptake": {"current": "90 %", "target": "80 %"}}
UNKNOWN = {f"unknown-{number}": {"role": "gp", "time": None, "frequency": "1 / year"} for number in range(2)}
ONE_OF_THREE = for_people({}, {"known": work("30 min"), **UNKNOWN})
HOUR = for_people({}, {"visit": work("60 min")})


def of_total(name: str) -> Callable[[Result | Expected], Figure]:
    def figure(of: Result | Expected) -> Figure:
        return of.total["gp"][name] if isinstance(of, Expected) else getattr(of.total["gp"], name)

    return figure


def state(of: Result | Expected) -> Figure:
    """Its number among the states."""
    if isinstance(of, Expected):
        return float(STATES.index(of.on_lists["gp"].times[0].state))
    return float(of.lists.roles["gp"].state[0])


def per_person(of: Result | Expected) -> Figure:
    one = of.recommendations["g/r0"] if isinstance(of, Expected) else of.recommendations[0]
    return one.roles["gp"].hours_per_person_benefiting


def finding(of: Result | Expected) -> Figure:
    one = of.recommendations["g/r0"] if isinstance(of, Expected) else of.recommendations[0]
    return one.roles["gp"].hours_per_person_finding


def treating(of: Result | Expected) -> Figure:
    one = of.recommendations["g/r0"] if isinstance(of, Expected) else of.recommendations[0]
    return one.roles["gp"].hours_per_person_treating


def benefiting(of: Result | Expected) -> Figure:
    one = of.recommendations["g/r0"] if isinstance(of, Expected) else of.recommendations[0]
    return one.people_benefiting_per_year


def overlap(of: Result | Expected) -> Figure:
    return of.on_lists["gp"].twice[0].hours if isinstance(of, Expected) else of.total["gp"].overlap_hours


def least(of: Result | Expected) -> Figure:
    return of.on_lists["gp"].twice[0].least if isinstance(of, Expected) else of.total["gp"].overlap_hours_bounds[0]


def greatest(of: Result | Expected) -> Figure:
    return of.on_lists["gp"].twice[0].most if isinstance(of, Expected) else of.total["gp"].overlap_hours_bounds[1]


def total(of: Result | Expected) -> Figure:
    return of.total["gp"]["required_hours"] if isinstance(of, Expected) else of.total["gp"].required_hours


CASES: dict[str, tuple[Folder, Callable[[Result | Expected], Figure]]] = {
    "benefit_new_cases": (pack(1000, SESSIONS), per_person),
    "benefit_coming_back": (pack(2000, ADVICE), benefiting),
    "missing_time_finding": (pack(1000, ASK_AND_TREAT), finding),
    "missing_time_treating": (pack(1000, ASK_AND_TREAT), treating),
    "overlap_same_people": (pack(1000, SAME_PEOPLE), overlap),
    "overlap_same_people_total": (pack(1000, SAME_PEOPLE), total),
    "overlap_nested": (pack(1000, NESTED), overlap),
    "overlap_nested_least": (pack(1000, NESTED), least),
    "overlap_one_condition": (pack(1000, GOUT, GOUT), overlap),
    "overlap_one_condition_half": (pack(1000, HALF_OF_GOUT, HALF_OF_GOUT), overlap),
    "overlap_frequencies": (pack(1000, OFTEN, LONG), overlap),
    "overlap_role_share": (pack(100, REVIEW, FOOT), overlap),
    "overlap_role_share_least": (pack(100, REVIEW, FOOT), least),
    "overlap_role_share_greatest": (pack(100, REVIEW, FOOT), greatest),
    "overlap_split_once": (pack(1000, HALVED, HALVED), overlap),
    "change_known_part": (pack(1000, MORE_TO_DO), of_total("incremental_hours_at_least")),
    "change_no_most": (pack(1000, MORE_TO_DO), of_total("incremental_hours_at_most")),
    "change_given_back": (pack(1000, LESS_TO_DO), of_total("incremental_hours_at_most")),
    "change_given_back_no_least": (pack(1000, LESS_TO_DO), of_total("incremental_hours_at_least")),
    "headroom": (pack(900, HOUR, capacity=hours(1725, "85 %")), of_total("headroom")),
    "break_even_100": (pack(900, HOUR, capacity=hours(1725, "100 %")), of_total("break_even_reserve")),
    "break_even_90": (pack(900, HOUR, capacity=hours(1725, "90 %")), of_total("break_even_reserve")),
    "break_even_85": (pack(900, HOUR, capacity=hours(1725, "85 %")), of_total("break_even_reserve")),
    "headroom_over_120": (pack(2167, HOUR, capacity=hours(2000, "120 %")), of_total("headroom")),
    "break_even_over_120": (pack(2167, HOUR, capacity=hours(2000, "120 %")), of_total("break_even_reserve")),
    "state_one_of_three": (pack(1000, ONE_OF_THREE, capacity=hours(1725, "100 %")), state),
    "state_one_of_two": (pack(1000, MORE_TO_DO, capacity=hours(1725, "100 %")), state),
    "state_one_of_three_over": (pack(4000, ONE_OF_THREE, capacity=hours(1725, "100 %")), state),
}


def test_every_row_is_a_case() -> None:
    assert CASES.keys() == ROWS.keys()


@pytest.mark.parametrize("case", CASES)
def test_a_small_case_of_the_method(case: str) -> None:
    folder, figure = CASES[case]
    row = ROWS[case]
    right = pytest.approx(float(row["expected"]), rel=float(row["tolerance"]), abs=1e-9) if row["expected"] else None
    assert figure(expected(folder.given())) == right
    with tempfile.TemporaryDirectory() as place:
        assert figure(folder.estimate(Path(place))) == right
