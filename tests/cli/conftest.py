"""A small pack of one's own, and a way to run commands as a shell does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDELINE = """\
format: tnt/1
guideline: demo
title: {nb: Prøve, en: Demo}
recommendations:
  check:
    title: {nb: Årlig kontroll, en: Yearly check}
    strength: weak-for
    certainty: low
    population: {ages: 40+}
    uptake: {current: 50 %}
    tasks:
      visit: {role: gp, time: 15 min, frequency: 1 / year}
      bloods: {role: nurse, time: 5 min, frequency: 1 / year}
"""
LISTS = """\
format: tnt/1
lists: two
title: {nb: To lister, en: Two lists}
table: lists.csv
id: id
name: name
people: "{sex}_{ages}"
staff: {gp: {posts: gp}}
"""
TABLE = """\
id,name,gp,female_0-39,female_40+,male_0-39,male_40+
a,Ås,1,400,700,400,500
b,By,0.1,500,1500,500,1500
"""
CAPACITY = """\
format: tnt/1
capacity: hours
title: {nb: Vanlig arbeidstid, en: Normal hours}
roles:
  gp: {hours: 37.5 h / week, weeks: 46}
"""
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder with a guideline, two lists (one of them overloaded) and a capacity."""
    for name, text in {
        "demo.yaml": GUIDELINE,
        "lists.yaml": LISTS,
        "lists.csv": TABLE,
        "capacity.yaml": CAPACITY,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def tnt(tmp_path: Path) -> Run:
    """`tnt ARGUMENTS`, in a process of its own, in English, with its output caught."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LC_", "LANG", "NO_COLOR", "COLUMNS"))
        }
        code = "from tnt.cli.main import main; main()"
        return subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            capture_output=True,
            cwd=tmp_path,
            env=kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment,
            check=False,
        )

    return run
