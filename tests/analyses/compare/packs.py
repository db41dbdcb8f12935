"""Two versions of a small pack, as files."""

from __future__ import annotations

from pathlib import Path

from tests.command_line import CAPACITY, GUIDELINE, LISTS, TABLE
from tnt import Inputs, load

CONDITIONS = """\
format: tnt/1
conditions:
  gout:
    title: {nb: Urinsyregikt, en: Gout}
    prevalence:
      - {ages: 40-59, share: 2 %}
      - {ages: 60+, sex: male, share: 5 %}
"""
WITH_GOUT = """\
  gout:
    population: {condition: gout}
    uptake: {current: 10 %, target: 50 %}
    tasks:
      visit: {role: gp, time: {low: 10 min, mean: 15 min, high: 20 min}, frequency: 1 / year}
"""


def write(folder: Path, **changed: str) -> Path:
    """A pack; `changed` are other texts for its files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "guideline.yaml": GUIDELINE + WITH_GOUT,
        "conditions.yaml": CONDITIONS,
        "lists.yaml": LISTS,
        "lists.csv": TABLE,
        "capacity.yaml": CAPACITY,
    }
    for name, text in files.items():
        (folder / name).write_text(changed.get("table" if name == "lists.csv" else name[:-5], text), encoding="utf-8")
    return folder


def both(folder: Path, **changed: str) -> tuple[Inputs, Inputs]:
    """The pack as it is, and with files changed."""
    before = load(write(folder / "before"))
    return before, load(write(folder / "after", **changed), reuse=before.reuse)
