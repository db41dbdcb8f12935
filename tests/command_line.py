"""A small pack of one's own, and a way to run commands as a shell does."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from tnt.main import run

ROOT = Path(__file__).parents[1]
GUIDELINE_BEGUN = """\
format: tnt/1
guideline: demo
title: {nb: Prøve, en: Demo}
recommendations:
  check:
    title: {nb: Årlig kontroll, en: Yearly check}
    strength: weak-for
"""
"""A guideline of one recommendation; whom it is for and its tasks are to follow."""
GUIDELINE = f"""\
{GUIDELINE_BEGUN}\
    certainty: low
    population: {{ages: 40+}}
    uptake: {{current: 50 %}}
    tasks:
      visit: {{role: gp, time: 15 min, frequency: 1 / year}}
      bloods: {{role: nurse, time: 5 min, frequency: 1 / year}}
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
    """A folder with the small pack."""
    return write_pack(tmp_path)


def write_pack(folder: Path) -> Path:
    """A guideline, two lists (one of them overloaded) and a capacity, written to the folder, which is given back."""
    for name, text in {
        "demo.yaml": GUIDELINE,
        "lists.yaml": LISTS,
        "lists.csv": TABLE,
        "capacity.yaml": CAPACITY,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def tnt(tmp_path: Path) -> Run:
    """`tnt ARGUMENTS`, in English, with its output caught.

    Called in this process, which is ten times quicker; in one of its own where the environment of Python is asked for.
    """

    def run_it(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LC_", "LANG", "NO_COLOR", "COLUMNS"))
        }
        words = list(map(str, arguments))
        if any(name.startswith("PYTHON") for name in environment):
            return in_a_process(words, tmp_path, kept | environment)
        return in_this_process(words, tmp_path, kept | environment)

    return run_it


def in_a_process(arguments: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """As a shell does it."""
    code = "from tnt.main import main; main()"
    env = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, cwd=folder, env=env, check=False
    )


def in_this_process(
    arguments: list[str], folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """The same with streams, folder and environment lent to it; a warning is a failure here."""
    out, err = io.BytesIO(), io.BytesIO()
    with (
        patch.dict(os.environ, environment, clear=True),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(io.TextIOWrapper(out, "utf-8", write_through=True)),
        contextlib.redirect_stderr(io.TextIOWrapper(err, "utf-8", write_through=True)),
    ):
        code = run(arguments)
        sys.stdout.flush()
        return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())
