"""Shared work as a pandas frame."""

from __future__ import annotations

import pandas as pd

from tnt.result.model import Result

SHARED_WORK_COLUMNS = (
    "activity", "role", "recommendations", "tasks", "parts_hours", "overlap_hours", "overlap_hours_least",
    "overlap_hours_greatest",
)  # fmt: skip


def shared_work_frame(result: Result) -> pd.DataFrame:
    """One row per piece of shared work and role: who asks for it, and the hours a year of the parts and of overlap."""
    rows = [
        (
            one.activity,
            one.role,
            ", ".join(one.recommendations),
            ", ".join(f"{recommendation}/{task}" for recommendation, task in one.tasks),
            one.parts_hours,
            one.overlap_hours,
            *one.overlap_hours_bounds,
        )
        for one in result.shared_work
    ]
    return pd.DataFrame(rows, columns=list(SHARED_WORK_COLUMNS)).astype(
        dict.fromkeys(SHARED_WORK_COLUMNS[4:], "float64")
    )
