"""What is believed about every number: its distribution, by the address it has in the index of origins."""

from __future__ import annotations

from typing import Any

from tnt.compile.inputs import Inputs
from tnt.compile.origins import address
from tnt.engine.distributions import Distribution, from_range
from tnt.engine.transformed import Line
from tnt.format.number import Number
from tnt.format.spread import amount
from tnt.format.walk import numbers


class Beliefs:
    """The distributions of numbers; which were asked for with a range, and which without."""

    def __init__(self, inputs: Inputs) -> None:
        self._numbers = {
            address(file.document, path): number for file in inputs.documents for path, number in numbers(file.document)
        }
        self._found: dict[str, Distribution | None] = {}

    def of(self, path: str) -> Distribution | None:
        """What is believed about a number; None where it has no range."""
        if path not in self._found:
            self._found[path] = distribution_of(self._numbers[path])
        return self._found[path]

    def stream(self, path: str) -> str:
        """The name of the luck of a number: its own address."""
        return path

    @property
    def with_range(self) -> tuple[str, ...]:
        """Numbers asked for that have one, in the order of the files."""
        return tuple(path for path in self._numbers if self._found.get(path) is not None)

    @property
    def without_range(self) -> tuple[str, ...]:
        """Numbers asked for that have none, in the order of the files."""
        return tuple(path for path in self._numbers if path in self._found and self._found[path] is None)


def distribution_of(number: Number[Any]) -> Distribution | None:
    """The distribution a number states; None where it states no range.

    Raises UnreachableMeanError or ValueError where there is none with its low, mean and high.
    """
    if number.low is None or number.high is None:
        return None
    low, mean, high = (amount(value) for value in (number.low, number.expected, number.high))
    if number.support == "change":
        return Line(from_range(1 + low, 1 + mean, 1 + high, "positive"), 1.0, -1.0)
    return from_range(low, mean, high, number.support)
