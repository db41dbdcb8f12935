"""Lists that differ, lived: in each year minutes are what they are everywhere, and each list has luck of its own."""

import math
import random
import tempfile
from pathlib import Path

import pytest

import tnt
from tests.oracle.drawn_packs.files import Folder

YEARS = 20_000
CV, MINUTES, SD = 0.25, 20.0, 3.0
PEOPLE = {"a": 300, "b": 270, "c": 240, "d": 330, "e": 305, "f": 150}
AVAILABLE = 100.0


def lognormal(mean: float, variation: float, luck: random.Random) -> float:
    sigma = math.sqrt(math.log(1 + variation**2))
    return mean * math.exp(luck.gauss(0, 1) * sigma - sigma**2 / 2)


def test_chances_numbers_and_hours_beyond_are_those_of_years_lived() -> None:
    visit = {"role": "gp", "frequency": "1 / year"}
    visit |= {"time": {"distribution": "lognormal", "mean": f"{MINUTES} min", "sd": f"{SD} min"}}  # type: ignore[dict-item]
    pack = Folder(
        [{"guideline": "g", "recommendations": {"r": {"population": {}, "tasks": {"visit": visit}}}}],
        {"lists": "l", "table": "t.csv", "id": "id", "people": {"total": "n"}, "staff": {"gp": {"posts": "posts"}}},
        [{"id": name, "n": str(people), "posts": "1"} for name, people in PEOPLE.items()],
        capacity={"capacity": "c", "roles": {"gp": {"hours": "100 h / year"}}, "between_lists": "25 %"},
    )
    with tempfile.TemporaryDirectory() as folder:
        pack.write(Path(folder))
        found = tnt.simulate(tnt.load(folder), draws=4096)
    luck = random.Random(6)
    over, numbers, beyond = dict.fromkeys(PEOPLE, 0), [], []
    of_first, of_all = [], []
    for _ in range(YEARS):
        minutes = lognormal(MINUTES, SD / MINUTES, luck)
        hours = {name: people * minutes / 60 * lognormal(1, CV, luck) for name, people in PEOPLE.items()}
        for name, each in hours.items():
            over[name] += each > AVAILABLE
        numbers.append(sum(each > AVAILABLE for each in hours.values()))
        beyond.append(sum(max(0, each - AVAILABLE) for each in hours.values()))
        of_first.append(hours["a"])
        of_all.append(sum(hours.values()))
    lists = found.lists["gp"]
    for chance, name in zip(lists.probability_of_overload, PEOPLE, strict=True):
        assert chance == pytest.approx(over[name] / YEARS, abs=4 * 0.5 / math.sqrt(YEARS)), name
    counted = found.overloaded_lists["gp"]
    assert counted.mean == pytest.approx(sum(numbers) / YEARS, abs=0.06)
    assert [counted.p05, counted.p50, counted.p95] == at(numbers)
    mean = sum(beyond) / YEARS
    error = math.sqrt(sum((each - mean) ** 2 for each in beyond) / YEARS / YEARS)
    assert found.decisions["gp"].loss_if_called_fitting == pytest.approx(mean, abs=4 * error)
    assert [lists.p05[0], lists.p50[0], lists.p95[0]] == pytest.approx(at(of_first), rel=0.02)
    total = found.total["gp"].headline
    assert [total.p05, total.p50, total.p95] == pytest.approx(at(of_all), rel=0.015)
    assert lists.mean[0] == pytest.approx(PEOPLE["a"] * MINUTES / 60, rel=1e-3)


def at(values: list[int] | list[float]) -> list[float]:
    ordered = sorted(values)
    return [float(ordered[math.ceil(share * YEARS) - 1]) for share in (0.05, 0.5, 0.95)]
