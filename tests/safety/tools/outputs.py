"""Every output of every command, and the inputs they are made of."""

from __future__ import annotations

import csv
import io
import json
import signal
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pyarrow.parquet
import yaml

from tests.safety.tools.forked import ROOT
from tests.survey.forms import write_pack

STRATEGIES = str(ROOT / "guidelines" / "strategies")
WRITTEN: dict[str, tuple[str, ...]] = {
    **{
        f"estimate.{form}": ("estimate", "in", "--format", form) for form in ("table", "csv", "json", "parquet", "xlsx")
    },
    "report.html": ("report", "in"),
    **{
        f"compare.{form}": ("compare", "base", "2020-01-01", "--pack", "in", "--format", form)
        for form in ("table", "json", "svg")
    },
    **{f"lists.{form}": ("lists", "in", "--format", form) for form in ("table", "csv", "json", "xlsx")},
    **{f"years.{form}": ("years", "in", "--format", form) for form in ("table", "csv", "json", "html")},
    **{f"strategies.{form}": ("strategies", STRATEGIES, "--format", form) for form in ("table", "json", "html")},
    **{
        f"fit.{form}": ("fit", "in", "--weights", "weights.yaml", "--format", form)
        for form in ("table", "csv", "json", "html")
    },
    **{f"write.{form}": ("survey", "write", "in") for form in ("xlsx", "html")},
    "read.table": ("survey", "read", "answers.csv"),
    "read.json": ("survey", "read", "answers.csv", "--format", "json"),
    "read.yaml": ("survey", "read", "answers.csv", "--format", "yaml"),
    "scenario.yaml": ("survey", "read", "answers.csv", "--pack", "in", "--format", "scenario"),
    "schema.json": ("schema",),
    "new.yaml": ("new", "guideline"),
}
"""Name of the file -> the command that writes it; the ending is the format."""
PRINTED: dict[str, tuple[str, ...]] = {
    **{name: words for name, words in WRITTEN.items() if not name.startswith("write.")},
    **{f"check.{form}": ("check", "in", "--format", form) for form in ("text", "concise", "json", "github", "sarif")},
    "explain.code": ("explain", "TNT201"),
    "explain.figure": ("explain", "demo/check", "in"),
    "test": ("test", str(ROOT / "guidelines" / "published" / "physical-activity.yaml")),
    "help": ("--help",),
    "help.command": ("estimate", "--help"),
    "version": ("--version",),
}
ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL)
"""What ends a run from outside."""
_WEIGHTS = """\
format: tnt/1
weights: panel
signed_by: A panel
date: 2026-11-20
per_recommendation: {demo/check: 1}
"""
_ANSWERS = [f"r{number},demo/check/tasks/visit,{minutes}" for number, minutes in enumerate((10, 12, 9, 14, 11))]


def write_inputs(folder: Path) -> None:
    """A pack in `in`, `answers.csv` and `weights.yaml`."""
    (folder / "in").mkdir()
    write_pack(folder / "in")
    text = "\n".join(["respondent,task,minutes", *_ANSWERS]) + "\n"
    (folder / "answers.csv").write_text(text, encoding="utf-8")
    (folder / "weights.yaml").write_text(_WEIGHTS, encoding="utf-8")


def parse(name: str, data: bytes) -> object:
    """What a reader of the format makes of it; an error where it is not whole."""
    return _PARSERS[name.partition(".")[2]](data)


def _html(data: bytes) -> str:
    assert data.endswith(b"</html>\n")
    return data.decode()


_PARSERS: dict[str, Callable[[bytes], object]] = {
    "table": bytes.decode,
    "csv": lambda data: list(csv.DictReader(io.StringIO(data.decode()), strict=True)),
    "json": json.loads,
    "parquet": lambda data: pyarrow.parquet.read_table(io.BytesIO(data)),
    "xlsx": lambda data: openpyxl.load_workbook(io.BytesIO(data)),
    "html": _html,
    "svg": ElementTree.fromstring,
    "yaml": yaml.safe_load,
}
