"""Time Needed to Treat: how much clinician time a guideline asks for, and whether there is that much.

`tnt.load` reads and compiles files, `tnt.estimate` computes; the result's figures are unrounded and its unknowns are
None. Everything is imported when it is first used, so that `tnt --help` is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tnt.compile.inputs import Inputs, load
    from tnt.diagnostics import Problems
    from tnt.result.comparison import Comparison, compare
    from tnt.result.comparison_frames import comparison_frame
    from tnt.result.estimate import estimate
    from tnt.result.frames import (
        changes_frame,
        lists_frame,
        numbers_frame,
        recommendations_frame,
        supply_frame,
        totals_frame,
    )
    from tnt.result.model import Result
    from tnt.result.shared_frame import shared_work_frame
    from tnt.result.uncertainty import simulate
    from tnt.result.uncertainty_frames import drivers_frame
    from tnt.result.uncertainty_model import Uncertainty

__all__ = [
    "Comparison", "Inputs", "Problems", "Result", "Uncertainty", "changes_frame", "compare", "comparison_frame",
    "drivers_frame", "estimate", "lists_frame", "load", "numbers_frame", "recommendations_frame", "shared_work_frame",
    "simulate", "supply_frame", "totals_frame",
]  # fmt: skip
_HOMES = {
    "Inputs": "tnt.compile.inputs",
    "load": "tnt.compile.inputs",
    "Problems": "tnt.diagnostics",
    "drivers_frame": "tnt.result.uncertainty_frames",
    "estimate": "tnt.result.estimate",
    "Result": "tnt.result.model",
    "Comparison": "tnt.result.comparison",
    "compare": "tnt.result.comparison",
    "comparison_frame": "tnt.result.comparison_frames",
    "changes_frame": "tnt.result.frames",
    "lists_frame": "tnt.result.frames",
    "numbers_frame": "tnt.result.frames",
    "recommendations_frame": "tnt.result.frames",
    "shared_work_frame": "tnt.result.shared_frame",
    "simulate": "tnt.result.uncertainty",
    "supply_frame": "tnt.result.frames",
    "totals_frame": "tnt.result.frames",
    "Uncertainty": "tnt.result.uncertainty_model",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tnt' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
