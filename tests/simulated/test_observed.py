"""Work of today that was observed: at the uptake the program finds, people drawn one by one do it as often."""

import random
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle.cascade import is_one_off
from tests.oracle.changes import observed, sharing
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs
from tests.oracle.who_does import split
from tests.simulated.people import simulated
from tests.simulated.test_random_packs import AGES, ALWAYS_THE_SAME, is_within, of_some_people
from tnt.result.observed import ObservedActivity

Document = dict[str, Any]
HERE = [
    {"sex": sex, "age": f"{age}", "people": "100" if age in AGES else "0"}
    for sex in ("female", "male")
    for age in range(106)
]
"""The people of the list are the reference population too, so that what is done is what was observed."""


@settings(ALWAYS_THE_SAME, max_examples=100)
@given(new_packs(), st.integers(0, 10**6))
def test_people_do_as_much_as_was_observed(drawn: Folder, which: int) -> None:
    pack = observed(of_some_people(sharing(drawn)), random.Random(which))
    pack.population = HERE
    pack.lists["reference_population"] = "here"
    _observe(pack, 1.0)
    for one in found_in(pack):
        _observe(pack, 0.45 * (one.events_if_all or 0.0), one)
    for one in found_in(pack):
        if one.uptake is not None:
            assert_is_done_so_often(pack, one)


def _observe(pack: Folder, events: float, of: ObservedActivity | None = None) -> None:
    """So many events among the people of the list, of all tasks that were observed or those of one observation."""
    for guideline in pack.guidelines:
        for name, rule in guideline["recommendations"].items():
            for task_id, task in rule["tasks"].items():
                at = (f"{guideline['guideline']}/{name}", task_id)
                is_it = of is None or at == (of.recommendation, of.task) or task.get("activity", "") == of.activity
                if "observed" in task and is_it:
                    task["observed"] = {"events": f"{events:.9f} / year", "people": 100 * 2 * len(AGES)}


def test_people_asked_twice_for_one_piece_of_work_do_it_once() -> None:
    """METHOD's case: of the same 300,000, 210,000 observed."""
    task = {"role": "gp", "time": None, "frequency": "1 / year", "activity": "visit"}
    seen = {"observed": {"events": "210 / year", "people": 1000}}
    rules = {
        name: {"population": {"condition": "ill"}, "tasks": {"t": task | more}}
        for name, more in (("one", seen), ("two", {}))
    }
    pack = Folder(
        [{"guideline": "g", "recommendations": rules}],
        {"lists": "l", "table": "t.csv", "shape": "long", "ages": "age", "sex": "sex", "people": "n", "staff": {}},
        [{"sex": sex, "age": str(age), "n": "100"} for sex in ("female", "male") for age in AGES],
        conditions=[{"conditions": {"ill": {"prevalence": [{"ages": "all", "share": "30 %"}]}}}],
    )
    (one,) = found_in(pack)
    assert round(one.uptake or 0.0, 3) == 0.452
    assert_is_done_so_often(pack, one)


def found_in(pack: Folder) -> tuple[ObservedActivity, ...]:
    with tempfile.TemporaryDirectory() as folder:
        return pack.estimate(Path(folder)).observed


def assert_is_done_so_often(pack: Folder, one: ObservedActivity) -> None:
    alone = pack.given()
    alone.guidelines = [
        {"guideline": guideline["guideline"], "recommendations": dict(_asking(guideline, one))}
        for guideline in alone.guidelines
    ]
    people = simulated(alone, draws=300, seed=7)
    done = [people[name] for name in people if name.startswith("required ") and "/" not in name]
    for each in done[1:]:
        done[0].value += each.value
        done[0].variance += each.variance
        done[0].largest = max(done[0].largest, each.largest)
    assert done
    assert is_within(done[0], one.events_per_year), f"{done[0].value} ± {done[0].error}, not {one.events_per_year}"


def _asking(guideline: Document, one: ObservedActivity) -> Any:
    """The recommendations that get their uptake so, each event of the observed work an hour, all other none."""
    for name, rule in guideline["recommendations"].items():
        if f"{guideline['guideline']}/{name}" in one.recommendations:
            yield (
                name,
                rule
                | {
                    "uptake": {"target": f"{(one.uptake or 0.0) * 100:.17f} %"},
                    "tasks": {task: dict(_counted(rule, task, name, one)) for task in rule["tasks"]},
                },
            )


def _counted(rule: Document, task: str, name: str, one: ObservedActivity) -> Any:
    written = rule["tasks"][task]
    is_it = (
        one.recommendation.endswith(f"/{name}") and task == one.task
        if one.activity is None
        else written.get("activity") == one.activity and not is_one_off(rule, task)
    )
    kept = {key: value for key, value in written.items() if key not in ("time", "group_size", "activity", "observed")}
    if "roles" in kept:  # at one pace, and supervised by nobody
        kept["roles"] = {role: f"{part * 100!r} %" for role, part in split(written).items()}
    yield from kept.items()
    yield "time", "60 min" if is_it else "0 min"
    if is_it and one.activity is not None:
        yield "activity", one.activity
