"""Dates and scenarios against plain dictionaries: the same files, changed by hand and written anew."""

from __future__ import annotations

import copy
import random
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.report.files.json import to_json

AS_OF = date(2026, 11, 22)
TASKS = [f"t{number}" for number in range(4)]
PACK: dict[str, Any] = {
    "format": "tnt/1",
    "guideline": "heart",
    "recommendations": {
        "a": {
            "population": {"ages": "40+", "share": "50 %"},
            "tasks": {
                name: {"role": "gp", "time": f"{10 + number} min", "frequency": f"{number + 1} / year"}
                for number, name in enumerate(TASKS)
            },
        },
        "b": {
            "population": {"ages": "20-39"},
            "tasks": {"x": {"role": "nurse", "time": "8 min", "frequency": "2 / year"}},
        },
    },
}
ROOT = "heart/recommendations/"
CHANGES: list[dict[str, Any]] = [
    {"set": ROOT + "a/tasks/t0/role", "to": "nurse"},
    {"set": ROOT + "a/population/ages", "to": "30-59"},
    {"scale": ROOT + "a/tasks/t1/time", "by": 0.3},
    {"scale": ROOT + "a/tasks/t2/frequency", "by": 1.7},
    {"scale": ROOT + "a/population/share", "by": 0.9},
    {"disable": ROOT + "a/tasks/t3"},
    {"add": ROOT + "a/tasks/hand-over", "value": {"after": "t0", "role": "gp", "time": "2 min"}},
    {"add": ROOT + "b/uptake", "value": {"current": "10 %", "target": "80 %"}},
    {"disable": ROOT + "b"},
]
NESTED = {ROOT + "b/uptake": ROOT + "b"}


def by_hand(pack: dict[str, Any], change: dict[str, Any]) -> None:
    """What METHOD-less common sense says the verbs mean."""
    (verb,) = change.keys() & {"set", "scale", "disable", "add"}
    *above, last = change[verb].split("/")[1:]
    place = pack
    for key in above:
        place = place[key]
    if verb == "disable":
        del place[last]
    elif verb == "scale":
        number, unit = place[last].split(" ", 1)
        place[last] = f"{float(number) * change['by']!r} {unit}"
    else:
        place[last] = change["to" if verb == "set" else "value"]


def figures(folder: Path, **chosen: Any) -> dict[str, list[float | None]]:
    result = estimate(load(folder, as_of=AS_OF, **chosen))
    return {role: [one.required_hours, one.incremental_hours_at_most] for role, one in result.total.items()}


def write(folder: Path, name: str, data: dict[str, Any]) -> None:
    (folder / name).write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")


@settings(max_examples=times(25), deadline=None)
@given(
    st.lists(st.sampled_from(range(len(CHANGES))), unique=True, min_size=1), st.integers(0, 10**6), st.integers(1, 3)
)
def test_changes_are_what_a_hand_would_write_in_any_order_and_in_any_files(
    numbers: list[int], seed: int, files: int
) -> None:
    changes = [CHANGES[number] for number in numbers]
    paths = {next(iter(change.values())) for change in changes}
    changes = [change for change in changes if NESTED.get(next(iter(change.values()))) not in paths]
    expected = copy.deepcopy(PACK)
    for change in changes:
        by_hand(expected, change)
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        write(Path(one), "heart.yaml", expected)
        write(Path(two), "heart.yaml", PACK)
        shuffled = random.Random(seed).sample(changes, len(changes))
        parts = [part for start in range(files) if (part := shuffled[start::files])]
        for index, part in enumerate(parts):
            write(Path(two), f"s{index}.yaml", {"format": "tnt/1", "scenario": f"s{index}", "changes": part})
        chosen = [f"s{index}" for index in range(len(parts))]
        found = figures(Path(two), scenarios=chosen)
        assert found == {role: pytest.approx(values, rel=1e-12) for role, values in figures(Path(one)).items()}
        backwards = to_json(estimate(load(two, scenarios=chosen[::-1], as_of=AS_OF)))
        assert backwards == to_json(estimate(load(two, scenarios=chosen, as_of=AS_OF)))


@settings(max_examples=times(25), deadline=None)
@given(
    st.lists(st.integers(1, 900), min_size=1, max_size=5), st.integers(-400, 3000), st.randoms(use_true_random=False)
)
def test_a_day_picks_what_stands_for_it(lengths: list[int], offset: int, order: random.Random) -> None:
    begin, entries, value_of_day = date(2019, 1, 1), [], {}
    start = begin
    for index, days in enumerate(lengths):
        end = start + timedelta(days=days - 1)
        entry: dict[str, Any] = {"value": f"{index + 1} min"}
        entry |= {} if index == 0 else {"from": start.isoformat()}
        entry |= {} if index == len(lengths) - 1 and index else {"until": end.isoformat()}
        value_of_day |= {start + timedelta(days=day): index + 1 for day in range(days)}
        entries.append(entry)
        start = end + timedelta(days=1)
    day = begin + timedelta(days=offset)
    minutes = value_of_day.get(day, 1 if day < begin else len(lengths))
    if day >= start and len(lengths) == 1:
        return  # the only entry has ended
    order.shuffle(entries)
    pack = copy.deepcopy(PACK)
    pack["recommendations"]["b"]["tasks"]["x"]["time"] = entries
    flat = copy.deepcopy(PACK)
    flat["recommendations"]["b"]["tasks"]["x"]["time"] = f"{minutes} min"
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        write(Path(one), "heart.yaml", pack)
        write(Path(two), "heart.yaml", flat)
        dated, plain = (estimate(load(folder, as_of=day)).total["nurse"].required_hours for folder in (one, two))
    assert dated == plain
