"""A panel's guideline with every new key at once: by hand on a few people, and on the municipalities of Norway."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.oracle.agreement import assert_agrees
from tests.oracle.drawn_packs.files import Folder, read_table
from tests.oracle.expected import Expected, expected

Document = dict[str, Any]
ILL: Document = {  # the shared conditions are spread by a shape, which is not read yet
    "copd": {"prevalence": [{"ages": "40+", "share": "10 %"}], "prevalence_of": "all"},
    "asthma": {"prevalence": [{"ages": "all", "share": "6 %"}]},
}
NORWAY_40_TO_69 = 2_111_503
"""People of 40-69 in the shipped population of 1 January 2026: its rows added up."""
MUNICIPALITIES = 3
FIRST_ROWS = MUNICIPALITIES * 38


@pytest.fixture
def guideline(shared: Path) -> Document:
    content: Document = yaml.safe_load((shared / "coming/copd.yaml").read_text("utf-8"))
    content.pop("format")
    return content


def few(guideline: Document) -> Folder:
    """1,000 people of 10, of 50 and of 70 years on one list."""
    lists = {"lists": "one", "table": "table.csv", "shape": "long", "ages": "age", "people": "n"}
    rows = [{"age": str(age), "n": "1000" if age in (10, 50, 70) else "0"} for age in range(105)]
    return Folder(
        [guideline], lists | {"staff": {"gp": {"posts": 1}}}, [*rows, {"age": "105+", "n": "0"}], [{"conditions": ILL}]
    )


def norwegian(guideline: Document, shared: Path) -> Folder:
    """The first municipalities of the shared lists."""
    lists: Document = yaml.safe_load((shared / "examples/lists-norway.yaml").read_text("utf-8"))
    lists.pop("format")
    rows = read_table(shared / "examples" / lists["table"])[:FIRST_ROWS]
    return Folder([guideline], lists | {"table": "table.csv"}, rows, [{"conditions": ILL}])


def assert_by_hand(slow: Expected) -> None:
    """Copd: 100 people of 50 and 100 of 70. Referred 4 % of them, 16 sessions of an hour for eight at a time."""
    rehabilitation = slow.recommendations["copd/rehabilitation"]
    assert rehabilitation.roles["gp"].tnt_hours == pytest.approx(8 * 15 / 60)
    assert rehabilitation.roles["physiotherapist"].tnt_hours == pytest.approx(8 * 16 / 8)
    assert rehabilitation.people_benefiting_per_year == pytest.approx(8 / 10)
    per_person = rehabilitation.roles["gp"]
    assert per_person.hours_per_person_low == pytest.approx(2 / 0.8 * 6 / 10)
    assert per_person.hours_per_person_high == pytest.approx(2 / 0.8 * 21 / 10)
    # 12 new courses a year at 50 and 12 at 70: a visit of 15 or 20 minutes, and four controls of ten
    after = slow.recommendations["copd/after-exacerbation"].roles["gp"]
    assert after.tnt_hours == pytest.approx(12 * 15 / 60 + 12 * 20 / 60 + 24 * 4 * 10 / 60)
    # copd or asthma of the adults, and of those of 50 a share of the others; every other year, 90 % of them
    either, chosen = 1 - 0.9 * 0.94, 60_000 / NORWAY_40_TO_69
    people = 1000 * (1 - (1 - either) * (1 - chosen)) + 1000 * either
    spirometry = slow.recommendations["copd/spirometry"]
    assert spirometry.eligible_people == pytest.approx(people)
    assert spirometry.roles["medical-secretary"].required_hours == pytest.approx(people * 0.9 / 2 * 20 / 60)
    assert slow.total["gp"]["required_hours"] == pytest.approx(2 + 23)


def test_the_slow_calculation_by_hand(guideline: Document) -> None:
    assert_by_hand(expected(few(guideline).given()))


def test_the_program_on_a_few_people(guideline: Document, tmp_path: Path) -> None:
    pack = few(guideline)
    assert_agrees(pack.estimate(tmp_path), expected(pack.given()))


def test_the_program_on_municipalities(guideline: Document, shared: Path, tmp_path: Path) -> None:
    pack = norwegian(guideline, shared)
    assert_agrees(pack.estimate(tmp_path), expected(pack.given()))


def test_the_slow_calculation_tells_municipalities(guideline: Document, shared: Path) -> None:
    """Every list has hours of every recommendation."""
    slow = expected(norwegian(guideline, shared).given())
    assert len(slow.lists) == MUNICIPALITIES
    assert all(hours for work in slow.works for role in work.roles.values() for hours in role.yearly_hours)
