"""Compiled inputs of a size: random rules read from YAML, random lists put in the place of a few read from CSV."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from tnt.compile.inputs import Inputs, load
from tnt.engine import ListCounts

STRATA = 36
_BANDS = [f"{5 * i}-{5 * i + 4}" for i in range(STRATA // 2 - 1)] + ["85+"]


def rules_text(recommendations: int) -> str:
    """A guideline with so many recommendations, one task each, for random ages, sexes and shares."""
    random = np.random.default_rng(recommendations)
    lines = ["format: tnt/1", "guideline: many", "recommendations:"]
    for index in range(recommendations):
        first = int(random.integers(0, 80))
        ages = f"{first}-{first + int(random.integers(1, 25))}"
        sex = ("all", "female", "male")[index % 3]
        minutes, often, share = (int(random.integers(1, high)) for high in (60, 5, 100))
        lines += [
            f"  r{index}:",
            f"    title: {{nb: Anbefaling {index}, en: Recommendation {index}}}",
            "    strength: weak-for",
            f"    population: {{ages: {ages}, sex: {sex}, share: {share} %}}",
            "    uptake: {current: 30 %, target: 100 %}",
            "    tasks:",
            f"      do: {{role: gp, time: {minutes} min, frequency: {often} / year}}",
        ]
    return "\n".join(lines) + "\n"


def compiled(folder: Path, lists: int, recommendations: int) -> Inputs:
    """`lists` x 36 strata and so many recommendations of one role, with a capacity and posts on every list."""
    (folder / "rules.yaml").write_text(rules_text(recommendations), encoding="utf-8")
    (folder / "capacity.yaml").write_text(
        "format: tnt/1\ncapacity: c\nroles: {gp: {hours: 37.5 h / week, weeks: 46, reserved: {a: {share: 20 %}}}}\n",
        encoding="utf-8",
    )
    columns = [f"{sex}_{band}" for sex in ("female", "male") for band in _BANDS]
    rows = [f"list-{row},{','.join('10' for _ in columns)},1" for row in range(2)]
    table = "\n".join([f"id,{','.join(columns)},gp", *rows]) + "\n"
    (folder / "lists.csv").write_text(table, encoding="utf-8")
    (folder / "lists.yaml").write_text(
        'format: tnt/1\nlists: many\ntable: lists.csv\nid: id\npeople: "{sex}_{ages}"\nstaff: {gp: {posts: gp}}\n',
        encoding="utf-8",
    )
    files = [folder / name for name in ("rules.yaml", "capacity.yaml", "lists.yaml")]
    return _with_lists(load(*files, as_of=date(2026, 11, 22)), lists)


def _with_lists(inputs: Inputs, lists: int) -> Inputs:
    random = np.random.default_rng(lists)
    people = random.integers(0, 120, size=(lists, STRATA)).astype(np.float64)
    table = replace(
        inputs.table,
        ids=np.array([f"list-{row}" for row in range(lists)], dtype=object),
        people=people,
        posts={"gp": random.uniform(0.5, 3.0, lists)},
    )
    counts = ListCounts(people, inputs.counts.split, None)
    return replace(inputs, table=table, people=people.sum(axis=1), counts=counts)
