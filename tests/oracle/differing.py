"""Lists that differ by a factor of their own: METHOD "Lists differ", one list and one draw at a time."""

from __future__ import annotations

import math
from typing import Any

from tests.oracle.quantities import plain, share
from tests.oracle.totals import OnLists
from tests.oracle.working_time import thresholds

Document = dict[str, Any]


def variation(capacity: Document) -> float:
    """0 where lists share all luck."""
    return share(plain(capacity.get("between_lists", "0 %")))


def normal(x: float) -> float:
    """How much of a normal is below x."""
    return 0.5 * math.erfc(-x / math.sqrt(2))


def overload(required: float, available: float, times: float, cv: float) -> float:
    """The chance of more than so many times the available hours."""
    limit = times * available
    if limit <= 0:
        return 1.0
    if required <= 0:
        return 0.0
    if cv == 0:
        return 1.0 if required > limit else 0.0
    sigma = math.sqrt(math.log(1 + cv * cv))
    return normal((math.log(required / limit) - sigma * sigma / 2) / sigma)


def beyond(required: float, available: float, cv: float) -> float:
    """Expected hours that do not fit."""
    if cv == 0 or required <= 0 or available <= 0:
        return max(0.0, required - available)
    sigma = math.sqrt(math.log(1 + cv * cv))
    d = (math.log(required / available) - sigma * sigma / 2) / sigma
    return required * normal(d + sigma) - available * normal(d)


def chances(on: OnLists, people: list[float], capacity: Document) -> list[float | None]:
    """Of each list in one draw; None: no verdict. Nobody is asked of on a list without people."""
    times, cv = thresholds(capacity).overload, variation(capacity)
    found: list[float | None] = []
    for hours, time, count in zip(on.required, on.times, people, strict=True):
        if time.state not in ("ok", "watch", "overload"):
            found.append(None)
        elif count == 0:
            found.append(0.0)
        else:
            found.append(overload(hours or 0.0, time.available or 0.0, times, cv))
    return found


def numbers(chances_of_lists: list[float]) -> list[float]:
    """The chance of 0, 1, 2 … lists, one list after the other."""
    found = [1.0]
    for chance in chances_of_lists:
        one_more = [0.0, *(each * chance for each in found)]
        found = [each * (1 - chance) for each in found] + [0.0]
        found = [a + b for a, b in zip(found, one_more, strict=True)]
    return found


def percentile(of_numbers: list[float], percent: float) -> int:
    """The least number with so much at or below it."""
    below = 0.0
    for number, chance in enumerate(of_numbers):
        below += chance
        if below >= percent / 100 - 1e-12:
            return number
    return len(of_numbers) - 1
