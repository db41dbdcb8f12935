"""What a quantity may be at all, which its range must lie inside; and its value as one number."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Literal

from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.frequency import Frequency
from tnt.language.values.working_time import WorkingTime
from tnt.units import MOST_CORRELATED as MOST_CORRELATED

ValueRange = Literal["positive", "share", "signed", "change", "correlation"]
DistributionName = Literal["pert", "uniform", "normal", "lognormal", "beta", "gamma"]
_BETWEEN = ("low", "high")
DISTRIBUTION_KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "pert": (("low", "mode", "high"),),
    "uniform": (_BETWEEN,),
    "normal": (("mean", "sd"), _BETWEEN),
    "lognormal": (("mean", "sd"), _BETWEEN),
    "beta": (("mean", "n"), _BETWEEN),
    "gamma": (("mean", "sd"), _BETWEEN),
}
"""The keys each distribution needs, in one of these ways; `value` may stand for `mean`, and `n` beside any of them says
who was asked. Low and high are the least and the most of the first two, and percentiles of the others."""


@dataclass(frozen=True, slots=True)
class Supported:
    """Beside a quantity's type: it is above 0 (where nothing is said), a share between 0 and 1, any number, a change
    above -100 %, or a correlation between 0 and `units.MOST_CORRELATED`."""

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


def suits(name: DistributionName | None, quantity: ValueRange) -> bool:
    """Whether a quantity may be distributed so at all."""
    return quantity in {"lognormal": ("positive",), "gamma": ("positive",), "beta": ("share",)}.get(
        str(name), (quantity,)
    )


def is_fitted(name: DistributionName | None, given: Collection[str]) -> bool:
    """Whether a distribution is said by percentiles, so that its mean follows from them."""
    return name not in (None, "pert", "uniform") and "low" in given


def check_keys(name: DistributionName | None, given: set[str]) -> None:
    """Raises ValueProblem where a number has other keys than its distribution needs; None is no name."""
    if name is None:
        for key in ("mode", "sd"):
            if key in given:
                raise ValueProblem(Code.NEEDS_KEY, key=key, needed="distribution")
        if "level" in given and not given.issuperset(_BETWEEN):
            raise ValueProblem(Code.NEEDS_KEY, key="level", needed="low, high")
        return
    ways = DISTRIBUTION_KEYS[name]
    also = {"n", "level"} if is_fitted(name, given) else {"n"}
    if not any(set(keys) <= given <= {*keys, *also} for keys in ways):
        written = " / ".join(f"{{{', '.join(keys)}}}" for keys in ways) if len(ways) > 1 else ", ".join(ways[0])
        raise ValueProblem(Code.DISTRIBUTION_KEYS, found=name, keys=written)
