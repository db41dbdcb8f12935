"""Shared work as a pandas frame."""

from __future__ import annotations

import pandas as pd

from tnt.result.figures import columns_of
from tnt.result.model import Result
from tnt.result.shared_work import SharedActivity
from tnt.show.values import cells

_TEXTS = ("activity", "role", "recommendations", "tasks")
_FIGURES = tuple(name for name, unit in columns_of(SharedActivity).items() if unit is not None)


def shared_work_frame(result: Result) -> pd.DataFrame:
    """One row per piece of shared work and role: who asks for it, and the hours a year of the parts and of overlap."""
    rows = [
        cells(one)
        | {
            "recommendations": ", ".join(one.recommendations),
            "tasks": ", ".join(f"{recommendation}/{task}" for recommendation, task in one.tasks),
        }
        for one in result.shared_work
    ]
    return pd.DataFrame(rows, columns=[*_TEXTS, *_FIGURES]).astype(dict.fromkeys(_FIGURES, "float64"))
