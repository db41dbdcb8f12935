"""What is believed about a number that states a range, and ranges that nothing can be believed with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import ceil, floor, log10
from typing import Any

from tnt.diagnostics import Code, Diagnostic
from tnt.distributions.bent_normal import UnreachableMeanError
from tnt.distributions.fitted import fitted
from tnt.distributions.level import USUAL_LEVEL
from tnt.distributions.named import Distribution, Gamma, Normal, Uniform, beta_from_share, from_range, log_normal, pert
from tnt.engine.draws.transformed import LinearFunction
from tnt.language.base import Document
from tnt.language.documents.guideline import GuidelineDocument, Task
from tnt.language.values.frequency import Frequency
from tnt.language.values.number import Number
from tnt.language.values.role_parts import share_path
from tnt.language.values.spread import MOST_CORRELATED, ValueRange, amount, suits
from tnt.language.walk import numbers
from tnt.reading.documents import Loaded

_EDGES: dict[ValueRange, tuple[float | None, float | None]] = {
    "positive": (0.0, None),
    "share": (0.0, 1.0),
    "signed": (None, None),
    "change": (-1.0, None),
    "correlation": (0.0, MOST_CORRELATED),
}
_FAR = 8.3
"""Standard deviations: a normal draw is never farther from the mean, so a normal that has its edges there stays
inside."""


_NUMBER = re.compile(r"\s*(?P<number>[+-]?\d+(\.\d+)?)(?P<unit>.*)")
_NOT_DRAWN = {
    "benefit",
    "for",
    "per_outcome",
    "per_recommendation",
    "current",
    "ramp",
    "start_up",
    "thresholds",
    "worked_today",
    "support",
    "individual",
    "hours_distribution",
    "face_to_face",
    "staff",
    "scaled_to",
}
"""Keys of numbers that required hours and available time do not rest on. Who draws benefits checks their ranges."""


def distribution_of(number: Number[Any]) -> Distribution | None:
    """The distribution a number states; None where it states none, or only one end of a range.

    Raises UnreachableMeanError or ValueError where there is none with its figures.
    """
    if number.distribution is not None:
        return _named(number)
    if number.low is None or number.high is None:
        return None
    level = number.level or USUAL_LEVEL
    low, mean, high = (amount(value) for value in (number.low, number.expected, number.high))
    if number.support == "change":
        return LinearFunction(from_range(1 + low, 1 + mean, 1 + high, "positive", level), 1.0, -1.0)
    if number.support == "correlation":
        low, mean, high = (each / MOST_CORRELATED for each in (low, mean, high))
        return LinearFunction(from_range(low, mean, high, "share", level), MOST_CORRELATED, 0.0)
    return from_range(low, mean, high, number.support, level)


def _named(number: Number[Any]) -> Distribution:
    name, support = number.distribution, number.support
    if not suits(name, support):
        raise ValueError(f"{name} is not for this quantity")
    low, mode, high, mean, sd = (
        0.0 if value is None else amount(value)
        for value in (number.low, number.mode, number.high, number.expected, number.sd)
    )
    if name == "pert":
        return pert(low, mode, high)
    if name == "uniform":
        return Uniform(low, high)
    if number.interval_level is not None:
        stated = fitted(str(name), low, high, number.interval_level)
        return _within(stated, support) if isinstance(stated, Normal) else stated
    if name == "lognormal":
        return log_normal(mean, sd)
    if name == "gamma":
        return Gamma(mean, sd)
    if name == "beta":
        return beta_from_share(number.n or 0, mean)
    return _within(Normal(mean, sd), support)


def _within(normal: Normal, support: ValueRange) -> Normal:
    """A normal no draw of which leaves what the quantity may be; ValueError for any other."""
    least, most = _EDGES[support]
    far = _FAR * normal.sd
    if (least is not None and normal.centre - far < least) or (most is not None and normal.centre + far > most):
        raise ValueError("a normal distribution would leave what the quantity may be")
    return normal


def check_ranges(loaded: Loaded[Document]) -> Iterator[Diagnostic]:
    """Ranges that no distribution has, of numbers that are drawn."""
    for path, number in numbers(loaded.document):
        if _NOT_DRAWN.isdisjoint(path):
            yield from check_range(loaded, path, number)
    if isinstance(loaded.document, GuidelineDocument):
        for name, recommendation in loaded.document.recommendations.items():
            for task_name, task in recommendation.tasks.items():
                yield from _roles(loaded, ("recommendations", name, "tasks", task_name, "roles"), task)


def check_range(loaded: Loaded[Document], path: tuple[str | int, ...], number: Number[Any]) -> Iterator[Diagnostic]:
    """A range of one number, at its key path, that no distribution has."""
    ends = number.low, number.high
    if number.distribution is None and (None in ends or ends[0] == ends[1]):
        return
    if isinstance(number.expected, Frequency) and any(
        isinstance(each, Frequency) and each.once for each in (number.expected, *ends)
    ):
        yield Diagnostic(Code.RANGE_AT_EDGE, loaded.place(*path), {"found": "once"})
        return
    try:
        distribution_of(number)
    except UnreachableMeanError as error:
        key = "mean" if number.mean is not None else "value"
        written, mean = loaded.written(*path, key), amount(number.expected)
        beyond = 1.0 if number.support == "change" else 0.0  # its mean is told from -100 %
        scale = MOST_CORRELATED if number.support == "correlation" else 1.0
        lowest, highest = (
            _shown(scale * end - beyond, written, mean, rounded)
            for end, rounded in ((error.lowest, ceil), (error.highest, floor))
        )
        values = {"found": written, "low": lowest, "high": highest}
        yield Diagnostic(Code.UNREACHABLE_MEAN, loaded.place(*path, key), values)
    except ValueError:
        edge = None if number.distribution is not None else _at_edge(number)
        if edge is None:
            values = {"found": number.distribution or "low, mean, high"}
            yield Diagnostic(Code.DISTRIBUTION_VALUES, loaded.place(*path), values)
        else:
            yield Diagnostic(Code.RANGE_AT_EDGE, loaded.place(*path, edge), {"found": loaded.written(*path, edge)})


def _at_edge(number: Number[Any]) -> str | None:
    least, most = _EDGES[number.support]
    if number.low is not None and least is not None and amount(number.low) <= least:
        return "low"
    return "high" if number.high is not None and most is not None and amount(number.high) >= most else None


def _roles(loaded: Loaded[Document], at: tuple[str, ...], task: Task) -> Iterator[Diagnostic]:
    """The others have what one share leaves, so only one can have a range of its own."""
    shares = task.shares.items()
    ranged = [name for name, share in shares if share.distribution or None not in (share.low, share.high)]
    if len(ranged) > 1:
        place = loaded.place(*at, *share_path(ranged[1], (task.roles or {})[ranged[1]]))
        yield Diagnostic(Code.SEVERAL_SHARES_DRAWN, place, {"id": ranged[0]})


def _shown(value: float, written: str, mean: float, rounded: Callable[[float], int]) -> str:
    """An amount in the unit of the mean as it is written, three digits, rounded so that it would do."""
    match = None if written.startswith("every") or mean == 0 else _NUMBER.fullmatch(written)
    one, unit = (1.0, " / year" if mean else "") if match is None else (float(match["number"]) / mean, match["unit"])
    in_unit = value * one
    step = 10.0 ** (floor(log10(abs(in_unit) or 1.0)) - 2)
    return f"{rounded(in_unit / step) * step:.6g}{unit}"
