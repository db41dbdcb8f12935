"""What a quantity may be at all, which its range must lie inside; and its value as one number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from tnt.format.frequency import Frequency
from tnt.format.working_time import WorkingTime

Support = Literal["positive", "share", "signed", "change"]


@dataclass(frozen=True, slots=True)
class Supported:
    """Beside a quantity's type: it is above 0 (where nothing is said), a share between 0 and 1, any number, or a change
    above -100 %."""

    support: Support


def support_of(quantity: Any) -> Support:
    """What a quantity, as numbers are declared with, may be."""
    return next((each.support for each in quantity.__metadata__ if isinstance(each, Supported)), "positive")


def amount(value: Any) -> float:
    """A value as one number: events a year of a frequency, hours of a working time."""
    if isinstance(value, Frequency):
        return value.events_per_year
    return value.hours if isinstance(value, WorkingTime) else float(value)
