"""Random packs with the new keys, lived through by people of some ages: the slow calculation within their errors."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.oracle.changes import in_visits, recommendations, sharing, with_missing_times, with_overheads
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs
from tests.oracle.expected import expected
from tests.simulated.people import Estimate, simulated

Document = dict[str, Any]
ALWAYS_THE_SAME = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""However hard the other tests look: of more packs some are further off than four errors, by chance alone."""
AGES = (0, 1, 40, 42, 75)
OFTEN_ENOUGH = {"2.5 %": "25 %", "10 %": "20 %", "42 / 1000": "42 / 100", "0 / year": "1 / year"} | dict.fromkeys(
    ("42 / 1000 / year", "3 % / year"), "15 % / year"
)
"""What is rarer, some hundred people may never show."""
VISITS = {"consultation": {"fixed": "6 min", "merged": "80 %"}}
ILL = {"eczema": "30 %", "gout": "50 %", "migraine": "20 %"}


def of_some_people(pack: Folder) -> Folder:
    """The rules on one list of people of some ages, every condition with a prevalence, every task with a time."""
    changed = with_missing_times(deepcopy(pack), "7 min")
    changed.guidelines = [_often_enough(guideline) for guideline in changed.guidelines]
    for one in recommendations(changed):
        _one_course_of_an_activity(one)
    ill = {name: {"prevalence": [{"ages": "all", "share": share}]} for name, share in ILL.items()}
    reference = pack.lists.get("reference_population")
    lists = {"lists": "one", "table": "t.csv", "shape": "long", "ages": "age", "sex": "sex", "people": "n", "staff": {}}
    return replace(
        changed,
        conditions=[{"conditions": ill}],
        lists=lists | ({"reference_population": reference} if reference else {}),
        rows=[{"sex": sex, "age": str(age), "n": "100"} for sex in ("female", "male") for age in AGES],
        capacity=None,
    )


def _often_enough(written: Any) -> Any:
    if isinstance(written, list):
        return [_often_enough(each) for each in written]
    if not isinstance(written, dict):
        return OFTEN_ENOUGH.get(written, written)
    if "count" in written:
        return "15 % / year" if "year" in str(written["count"]) else "33 %"
    return {name: _often_enough(each) for name, each in written.items()}


def _one_course_of_an_activity(rule: Document) -> None:
    """Courses that begin with the same visit go together in a life; METHOD takes them as independent."""
    courses = [task for task in rule["tasks"].values() if "for" in task]
    for task in courses[1:]:
        task.pop("activity", None)
    if courses:
        for task in rule["tasks"].values():
            if "after" in task and task is not courses[0]:
                task.pop("activity", None)


def is_within(found: Estimate, wanted: float) -> bool:
    return abs(found.value - wanted) <= 4 * (found.error + found.largest) + 1e-6


@settings(ALWAYS_THE_SAME, max_examples=14)
@given(new_packs())
def test_people_need_what_the_slow_calculation_says(drawn: Folder) -> None:
    assert_as_people_live(of_some_people(drawn))


@settings(ALWAYS_THE_SAME, max_examples=10)
@given(new_packs())
def test_people_share_what_the_slow_calculation_says(drawn: Folder) -> None:
    assert_as_people_live(of_some_people(sharing(drawn)))


@settings(ALWAYS_THE_SAME, max_examples=10)
@given(new_packs())
def test_people_save_by_merged_visits_what_the_slow_calculation_says(drawn: Folder) -> None:
    pack = of_some_people(in_visits(drawn))
    pack.capacity = {"capacity": "c", "roles": {"gp": {"hours": "1725 h / year", "visits": VISITS}}}
    for one in recommendations(pack):
        if any("for" in task for task in one["tasks"].values()):  # they go together in a life
            for task in one["tasks"].values():
                task.pop("activity", None)
                task["contact"] = "other"
    assert_as_people_live(pack)


@pytest.mark.parametrize("correlation", [0, 0.3, 0.9])
@settings(ALWAYS_THE_SAME, max_examples=5)
@given(drawn=new_packs())
def test_people_whose_diseases_cluster_share_what_the_slow_calculation_says(correlation: float, drawn: Folder) -> None:
    pack = of_some_people(sharing(drawn))
    pack.conditions[0]["clusters"] = {"z": {"conditions": list(ILL)[::-1], "correlation": correlation}}
    assert_as_people_live(pack)


@settings(ALWAYS_THE_SAME, max_examples=10)
@given(new_packs())
def test_people_take_the_overhead_that_the_slow_calculation_says(drawn: Folder) -> None:
    """Merged visits too; somebody comes to a visit, or nobody does."""
    pack = of_some_people(in_visits(drawn))
    pack.capacity = {"capacity": "c", "roles": {"gp": {"hours": "1725 h / year", "visits": VISITS}}}
    pack = with_overheads(pack)
    for one in recommendations(pack):
        if any("for" in task for task in one["tasks"].values()):
            for task in one["tasks"].values():
                task.pop("activity", None)
                task["contact"] = "other"
    assert_as_people_live(pack)


def assert_as_people_live(pack: Folder) -> None:
    slow = expected(pack.given())
    wanted: dict[str, float | None] = {}
    for role, total in slow.total.items():
        wanted[f"required {role}"] = total["required_hours"]
        wanted[f"one-off {role}"] = total["one_off_hours"]
        wanted[f"merged {role}"] = total["merged_visit_hours"]
        wanted[f"supervision {role}"] = total["supervision_hours"]
    for name, one in slow.recommendations.items():
        for role, hours in one.roles.items():
            wanted[f"required {name} {role}"] = hours.required_hours
    people = simulated(pack.given(), draws=200, seed=15)
    different = [
        f"{name}: {people[name].value} ± {people[name].error}, not {value}"
        for name, value in wanted.items()
        if people[name].largest and not is_within(people[name], value or 0.0)
    ]
    assert not different, "\n" + "\n".join(different)
