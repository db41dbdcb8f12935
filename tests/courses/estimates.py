"""A guideline of one recommendation or more on 100 people of each year of age, estimated."""

import json
import tempfile
from pathlib import Path
from typing import Any

import tnt
from tnt.compile.inputs import Inputs
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult

PEOPLE_OF_AN_AGE = 100
ALL_PEOPLE = 106 * PEOPLE_OF_AN_AGE
LISTS = "format: tnt/1\nlists: one\ntable: t.csv\nshape: long\nages: age\npeople: n\n"


def task(frequency: str | None = None, **more: Any) -> dict[str, Any]:
    """An hour of the GP, so that hours are events."""
    often = {} if frequency is None else {"frequency": frequency}
    return {"role": "gp", "time": "60 min", **often, **{key.rstrip("_"): each for key, each in more.items()}}


def rule(population: dict[str, Any], tasks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"population": population, "tasks": tasks, **more}


def loaded(*rules: dict[str, Any]) -> Inputs:
    guideline = {
        "format": "tnt/1",
        "guideline": "g",
        "outcomes": {"better": "one person better"},
        "recommendations": {f"r{number}": each for number, each in enumerate(rules)},
    }
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "g.yaml").write_text(json.dumps(guideline), "utf-8")
        Path(folder, "lists.yaml").write_text(LISTS, "utf-8")
        rows = [f"{age},{PEOPLE_OF_AN_AGE}" for age in [*range(105), "105+"]]
        Path(folder, "t.csv").write_text("\n".join(["age,n", *rows, ""]), "utf-8")
        return tnt.load(folder)


def estimated(*rules: dict[str, Any]) -> Result:
    return tnt.estimate(loaded(*rules))


def the_one(population: dict[str, Any], tasks: dict[str, Any], **more: Any) -> RecommendationResult:
    (one,) = estimated(rule(population, tasks, **more)).recommendations
    return one


def events(population: dict[str, Any], tasks: dict[str, Any], name: str) -> float:
    """Events a year of one task: the others take no time."""
    quick = {each: {**given, "time": "60 min" if each == name else "0 min"} for each, given in tasks.items()}
    hours = the_one(population, quick).roles["gp"].tnt_hours
    assert hours is not None
    return hours
