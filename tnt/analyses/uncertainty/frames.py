"""How sure a result is, as columns beside other figures and as a frame of its own. Hours a year."""

from __future__ import annotations

from dataclasses import asdict

import pandas as pd

from tnt.language.base import in_language
from tnt.result.figures import figures_of
from tnt.result.model import Result
from tnt.result.uncertainty import Driver, Spread, Uncertainty

_FIGURES = ("mean", "p05", "p50", "p95")
TOTAL_COLUMNS = tuple(f"{what}_{figure}" for what in ("required_hours", "lists_overloaded") for figure in _FIGURES)
RECOMMENDATION_COLUMNS = tuple(f"tnt_hours_{figure}" for figure in _FIGURES)
_DRIVER_TEXTS = ("role", "stream", "title")
_DRIVER_FIGURES = tuple(figures_of(Driver))


def total_columns(one: Uncertainty, role: str) -> dict[str, float]:
    """Of one role: its required hours, the wider of the two intervals, and its overloaded lists."""
    total, lists = one.total.get(role), one.overloaded_lists.get(role)
    return _columns("required_hours", None if total is None else total.headline) | _columns("lists_overloaded", lists)


def recommendation_columns(one: Uncertainty, recommendation: str, role: str) -> dict[str, float]:
    """Of one recommendation and role: its TNT hours."""
    return _columns("tnt_hours", one.recommendations.get(recommendation, {}).get(role))


def _columns(what: str, spread: Spread | None) -> dict[str, float]:
    return {} if spread is None else {f"{what}_{figure}": value for figure, value in asdict(spread).items()}


def drivers_frame(result: Result, lang: str = "en") -> pd.DataFrame:
    """One row per role and number with a range (or group that moves together), largest swing of the role's required
    hours first: the hours with it at its 5th and 95th percentile, Sobol indices, and the value of measuring it.

    No rows where nothing was simulated.
    """
    drivers = {} if result.uncertainty is None else result.uncertainty.drivers
    rows = [
        asdict(driver) | {"role": role, "title": in_language(driver.label, lang)}
        for role, drivers_of_role in drivers.items()
        for driver in drivers_of_role
    ]
    columns = [*_DRIVER_TEXTS, *_DRIVER_FIGURES]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(_DRIVER_FIGURES, "float64"))
