"""Other care, lived: people have contacts, some of them the pack's, and each of the others takes its time."""

import math
import random
import tempfile
from pathlib import Path

from tests.oracle.drawn_packs.files import Folder
from tests.oracle.quantities import ages

ROWS = [
    {"ages": "0-15", "contacts": "1.5 / year"},
    {"ages": "16+", "sex": "female", "contacts": "4 / year"},
    {"ages": "16+", "sex": "male", "contacts": "2.5 / year"},
]
PEOPLE = {("female", 7): 120, ("male", 7): 130, ("female", 44): 400, ("male", 44): 380, ("female", 81): 150}
IN_PACK, MINUTES, YEARS = 0.3, 18.0, 40


def contacts_in_a_year(mean: float, luck: random.Random) -> int:
    """As many as fall in a year when they come at random times."""
    count, at = 0, luck.expovariate(mean)
    while at < 1:
        count, at = count + 1, at + luck.expovariate(mean)
    return count


def lived_hours(luck: random.Random) -> float:
    hours = 0.0
    for (sex, age), people in PEOPLE.items():
        (row,) = [one for one in ROWS if age in ages(one["ages"]) and one.get("sex", sex) == sex]
        mean = float(row["contacts"].split()[0])
        for _ in range(people):
            others = sum(luck.random() >= IN_PACK for _ in range(contacts_in_a_year(mean, luck)))
            hours += sum(luck.expovariate(1 / MINUTES) for _ in range(others)) / 60
    return hours


def test_hours_are_those_of_the_contacts_people_have() -> None:
    other_care = {"from_contacts": "seen", "in_pack": "30 %", "minutes": "18 min"}
    capacity = {"capacity": "c", "roles": {"gp": {"hours": "1725 h / year", "reserved": {"other-care": other_care}}}}
    visit = {"role": "gp", "time": "15 min", "frequency": "1 / year"}
    pack = Folder(
        [{"guideline": "g", "recommendations": {"r": {"population": {}, "tasks": {"visit": visit}}}}],
        {"lists": "l", "table": "t.csv", "shape": "long", "ages": "age", "sex": "sex", "people": "n"}
        | {"staff": {"gp": {"posts": 1}}},
        [{"sex": sex, "age": str(age), "n": str(people)} for (sex, age), people in PEOPLE.items()],
        capacity=capacity,
        contacts=[{"contacts": "seen", "rows": ROWS}],
    )
    with tempfile.TemporaryDirectory() as folder:
        total = pack.estimate(Path(folder)).total["gp"]
    luck = random.Random(14)
    years = [lived_hours(luck) for _ in range(YEARS)]
    mean = math.fsum(years) / YEARS
    error = math.sqrt(sum((one - mean) ** 2 for one in years) / (YEARS - 1) / YEARS)
    assert total.other_care_hours is not None
    assert abs(total.other_care_hours - mean) < 4 * error
    assert error < 0.01 * mean
    assert total.available_hours == 1725 - total.other_care_hours
