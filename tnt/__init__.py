"""Time Needed to Treat: how much clinician time a guideline asks for, and whether there is that much.

`tnt.read` reads a pack, whose `estimate` gives frames, files and answers to further questions: docs/python.md. Below it
`tnt.load` reads and compiles files and `tnt.estimate` computes; the result's figures are unrounded and its unknowns are
None. Everything is imported when it is first used, so that `tnt --help` is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tnt.analyses.compare.comparison import Comparison
    from tnt.analyses.compare.frame import comparison_frame
    from tnt.analyses.uncertainty.frames import drivers_frame
    from tnt.analyses.uncertainty.simulate import simulate
    from tnt.api.comparison import compare
    from tnt.api.door import WrongUseError
    from tnt.api.estimate import Estimate
    from tnt.api.explanation import Explanation
    from tnt.api.pack import GuidelinePack, read
    from tnt.compile.inputs import Inputs, load
    from tnt.diagnostics import Problems
    from tnt.estimating.estimate import estimate
    from tnt.report.files.frames import (
        changes_frame,
        lists_frame,
        numbers_frame,
        own_time_frame,
        recommendations_frame,
        supply_frame,
        totals_frame,
    )
    from tnt.report.files.shared_work_frame import shared_work_frame
    from tnt.result.model import Result
    from tnt.result.uncertainty import Uncertainty

__all__ = [
    "Comparison", "Estimate", "Explanation", "GuidelinePack", "Inputs", "Problems", "Result", "Uncertainty",
    "WrongUseError", "changes_frame", "compare", "comparison_frame", "drivers_frame", "estimate", "lists_frame", "load",
    "numbers_frame", "own_time_frame", "read", "recommendations_frame", "shared_work_frame", "simulate", "supply_frame",
    "totals_frame",
]  # fmt: skip
_HOMES = {
    "Estimate": "tnt.api.estimate",
    "Explanation": "tnt.api.explanation",
    "GuidelinePack": "tnt.api.pack",
    "WrongUseError": "tnt.api.door",
    "read": "tnt.api.pack",
    "Inputs": "tnt.compile.inputs",
    "load": "tnt.compile.inputs",
    "Problems": "tnt.diagnostics",
    "drivers_frame": "tnt.analyses.uncertainty.frames",
    "estimate": "tnt.estimating.estimate",
    "Result": "tnt.result.model",
    "Comparison": "tnt.analyses.compare.comparison",
    "compare": "tnt.api.comparison",
    "comparison_frame": "tnt.analyses.compare.frame",
    "changes_frame": "tnt.report.files.frames",
    "lists_frame": "tnt.report.files.frames",
    "numbers_frame": "tnt.report.files.frames",
    "own_time_frame": "tnt.report.files.frames",
    "recommendations_frame": "tnt.report.files.frames",
    "shared_work_frame": "tnt.report.files.shared_work_frame",
    "simulate": "tnt.analyses.uncertainty.simulate",
    "supply_frame": "tnt.report.files.frames",
    "totals_frame": "tnt.report.files.frames",
    "Uncertainty": "tnt.result.uncertainty",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tnt' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return sorted(__all__)
