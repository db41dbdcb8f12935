"""Paths to several groups of people of one recommendation: each has one of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import tnt

GROUPS = """\
format: tnt/1
guideline: demo
recommendations:
  check:
    populations:
      - {ages: 40+, share: 4 %}
      - {ages: 40+, share: 5 %}
      - {ages: 40+, sex: female, share: 6 %}
      - {share: 7 %}
    tasks:
      visit: {role: gp, time: 15 min, frequency: 1 / year}
"""
AS_WRITTEN = ["4 %", "5 %", "6 %", "7 %"]


@pytest.mark.parametrize(("at", "number"), [("40+", 0), ("40+-2", 1), ("40+-female", 2), ("all", 3)])
def test_a_scenario_changes_the_group_it_names(tmp_path: Path, at: str, number: int) -> None:
    (tmp_path / "guideline.yaml").write_text(GROUPS, "utf-8")
    change = f"{{set: demo/recommendations/check/populations/{at}/share, to: 9 %}}"
    (tmp_path / "scenario.yaml").write_text(f"format: tnt/1\nscenario: other\nchanges: [{change}]\n", "utf-8")
    inputs = tnt.load(tmp_path / "guideline.yaml", scenarios=[tmp_path / "scenario.yaml"], as_of=date(2026, 11, 22))
    texts = [one.text for one in inputs.numbers if one.path.endswith("/share")]
    assert texts == [*AS_WRITTEN[:number], "9 %", *AS_WRITTEN[number + 1 :]]


@pytest.mark.parametrize("number", range(4))
def test_the_address_that_a_number_is_shown_with_changes_that_number(tmp_path: Path, number: int) -> None:
    (tmp_path / "guideline.yaml").write_text(GROUPS, "utf-8")
    path = f"demo/check/populations/{number}/share"
    numbers = tnt.read(tmp_path).with_values({path: "9 %"}).estimate(as_of="2026-11-22").numbers
    assert list(numbers.index[numbers["text"] == "9 %"]) == [path]
