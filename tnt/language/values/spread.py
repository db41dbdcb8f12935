"""What a quantity may be at all, which its range must lie inside; and its value as one number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.frequency import Frequency
from tnt.language.values.working_time import WorkingTime

ValueRange = Literal["positive", "share", "signed", "change"]
DistributionName = Literal["pert", "uniform", "normal", "lognormal", "beta", "gamma"]
DISTRIBUTION_KEYS: dict[str, tuple[str, ...]] = {
    "pert": ("low", "mode", "high"),
    "uniform": ("low", "high"),
    "normal": ("mean", "sd"),
    "lognormal": ("mean", "sd"),
    "beta": ("mean", "n"),
    "gamma": ("mean", "sd"),
}
"""The keys each distribution needs; `value` may stand for `mean`, and `n` beside any of them says who was asked."""


@dataclass(frozen=True, slots=True)
class Supported:
    """Beside a quantity's type: it is above 0 (where nothing is said), a share between 0 and 1, any number, or a change
    above -100 %."""

    support: ValueRange


def support_of(quantity: Any) -> ValueRange:
    """What a quantity, as numbers are declared with, may be."""
    return next((each.support for each in quantity.__metadata__ if isinstance(each, Supported)), "positive")


def amount(value: Any) -> float:
    """A value as one number: events a year of a frequency, hours of a working time."""
    if isinstance(value, Frequency):
        return value.events_per_year
    return value.hours if isinstance(value, WorkingTime) else float(value)


def with_amount(value: Any, mean: float) -> Any:
    """A value of the same kind as another, of another amount."""
    if isinstance(value, Frequency):
        return replace(value, events_per_year=mean, every_years=None)
    return replace(value, hours=mean) if isinstance(value, WorkingTime) else mean


def check_keys(name: DistributionName | None, given: set[str]) -> None:
    """Raises ValueProblem where a number has other keys than its distribution needs; None is no name."""
    if name is None:
        for key in ("mode", "sd"):
            if key in given:
                raise ValueProblem(Code.NEEDS_KEY, key=key, needed="distribution")
    elif not set(DISTRIBUTION_KEYS[name]) <= given <= {*DISTRIBUTION_KEYS[name], "n"}:
        raise ValueProblem(Code.DISTRIBUTION_KEYS, found=name, keys=", ".join(DISTRIBUTION_KEYS[name]))
