"""The small pack as a notebook has it."""

from pathlib import Path

import pandas as pd

import tnt
from tests.command_line import write_pack

AS_OF = "2026-11-22"
TIME = "demo/check/tasks/visit/time"
TIME_IN_SCENARIOS = "demo/recommendations/check/tasks/visit/time"


def guidelines_of(folder: Path) -> tnt.GuidelinePack:
    """Guideline and capacity of the small pack, without its lists."""
    return tnt.read(folder / "demo.yaml", folder / "capacity.yaml")


def small_pack(folder: Path) -> tnt.GuidelinePack:
    """The small pack, written to a folder and read."""
    return tnt.read(write_pack(folder))


def small_lists(folder: Path) -> pd.DataFrame:
    """The table of its lists."""
    return pd.read_csv(folder / "lists.csv")
