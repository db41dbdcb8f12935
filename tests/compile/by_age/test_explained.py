"""What is explained of numbers by age adds up to the figure it explains, and holds nobody's ages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import tnt
from tnt.explain.steps import TraceStep
from tnt.explain.trace import trace
from tnt.result.bounded import Bounded

GUIDELINE = """\
format: tnt/1
guideline: demo
recommendations:
  check:
    population: {ages: 40+, share: {by_age: {0-39: 10 %, 40-66: 20 %, 67+: 30 %}}}
    uptake:
      current: {by_age: {0-39: 15 %, 40+: 20 %}}
      target: {by_age: {0-39: 30 %, 40-49: 40 %, 50+: 90 %}}
    tasks:
      visit: {role: gp, time: {by_age: {0-59: 10 min, 60+: 20 min}}, frequency: 1 / year}
      talk: {after: visit, role: gp, time: {by_age: {0-59: 5 min, 60+: LAST}}}
      letter: {role: gp, time: 10 min, frequency: once}
"""


def below(step: TraceStep) -> Iterator[TraceStep]:
    yield step
    for part in step.parts:
        yield from below(part)


def explained(folder: Path, last: str) -> tuple[TraceStep, tnt.Result]:
    (folder / "demo.yaml").write_text(GUIDELINE.replace("LAST", last), "utf-8")
    inputs = tnt.load(folder, as_of=date(2026, 11, 29), lists="norway-mean-list")
    result = tnt.estimate(inputs)
    found = trace(inputs, result, "demo/check")
    assert found is not None
    return found, result


def of_ages(step: TraceStep) -> dict[str, tuple[Bounded, float]]:
    """Ages -> TNT hours and uptake, as they stand under a figure."""
    found = {}
    for part in step.parts:
        hours, share = part.parts
        assert hours.key == "tnt-hours"
        assert isinstance(hours.value, Bounded)
        assert isinstance(share.value, float)
        found[str(part.values["ages"])] = (hours.value, share.value)
    return found


def product_sum(shares: dict[str, tuple[Bounded, float]]) -> float:
    return sum((each.value or 0.0) * share for each, share in shares.values())


def test_hours_and_uptake_of_each_age_make_the_hours_as_recommended_and_the_change(tmp_path: Path) -> None:
    found, result = explained(tmp_path, "15 min")
    hours = result.recommendations[0].roles["gp"]
    steps = {step.key: step for step in below(found) if step.key in ("required-hours", "incremental-hours")}
    target, current = of_ages(steps["required-hours"]), of_ages(steps["incremental-hours"])
    assert [*target, *current] == ["40-49", "50+", "40+"]
    required = product_sum(target)
    today = product_sum(current)
    assert required == pytest.approx(hours.required_hours, rel=1e-12)
    assert required - today == pytest.approx(hours.incremental_hours, rel=1e-12)
    assert current["40+"][0].value == pytest.approx(hours.tnt_hours, rel=1e-12)


def test_hours_are_at_least_only_at_ages_where_a_time_is_missing(tmp_path: Path) -> None:
    found, _ = explained(tmp_path, "null")
    (required,) = (step for step in below(found) if step.key == "required-hours")
    assert [each.bound for each, _ in of_ages(required).values()] == ["exact", "at-least"]


def test_ages_nobody_is_of_are_not_explained(tmp_path: Path) -> None:
    """They were shown as numbers that the file does not state."""
    found, _ = explained(tmp_path, "15 min")
    assert "0-39" not in [step.values.get("ages") for step in below(found)]
    assert not [step for step in below(found) if step.is_default and step.key in ("share", "target", "current")]
