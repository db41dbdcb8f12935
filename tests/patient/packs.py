"""A small pack with and without the patient's own time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.command_line import CAPACITY, LISTS, TABLE

PEOPLE = 4200
"""From 40 on, on the two lists together."""
OWN = {"role": "patient", "time": {"low": "30 min", "mean": "40 min", "high": "60 min"}, "frequency": "1 / year"}
CHECK: dict[str, Any] = {
    "title": {"nb": "Kontroll", "en": "Check"},
    "population": {"ages": "40+"},
    "uptake": {"current": "50 %", "target": "80 %"},
    "tasks": {
        "visit": {"role": "gp", "time": {"low": "12 min", "mean": "15 min", "high": "20 min"}, "frequency": "1 / year"},
        "bloods": {"role": "nurse", "time": "5 min", "after": "visit"},
    },
}
SELF_CARE = {"title": {"nb": "Egenomsorg", "en": "Self-care"}, "population": {"ages": "40+"}, "tasks": {"walk": OWN}}

STRATEGIES = """\
format: tnt/1
strategies: ways
cohort: {people: {female: {40-49: 1000}}}
horizon: 10 years
options:
  much: {title: Much, recommendations: [demo/rule-0, demo/rule-1]}
  little: {title: Little, recommendations: [demo/rule-1]}
"""


def with_own_time(rule: dict[str, Any], **more: Any) -> dict[str, Any]:
    return rule | {"tasks": rule["tasks"] | {"own-time": OWN | more}}


def write(folder: Path, *rules: dict[str, Any], **more: str) -> Path:
    """Rules are `demo/rule-0`, `demo/rule-1` …; `more` are other files, by their names."""
    folder.mkdir(exist_ok=True)
    named = {f"rule-{number}": rule for number, rule in enumerate(rules)}
    document = {"format": "tnt/1", "guideline": "demo", "title": "Demo", "outcomes": {"better": "Better"}}
    files = {"demo": json.dumps(document | {"recommendations": named}), "lists": LISTS, "capacity": CAPACITY}
    for name, text in (files | more).items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "lists.csv").write_text(TABLE, encoding="utf-8")
    return folder
