"""The distribution of every number, by the address it has in the index of origins."""

from __future__ import annotations

from tnt.compile.inputs import Inputs
from tnt.distributions.named import Distribution
from tnt.drawn.assumed_range import assumed_range
from tnt.language.values.number import Number
from tnt.language.values.spread import amount
from tnt.language.walk import numbers
from tnt.reading.addresses import address, whole
from tnt.reading.checks.ranges import distribution_of


class NumberDistributions:
    """The distributions of numbers; which were asked for and have a range, and which have none."""

    def __init__(self, inputs: Inputs, assume_range: str | None = None) -> None:
        """`assume_range` names the range of assumptions that state none; None: they have none."""
        self._numbers = {
            address(file.document, path): number for file in inputs.documents for path, number in numbers(file.document)
        }
        self._assumptions = {number.path for number in inputs.numbers if number.status == "assumption"}
        self._together = inputs.together
        self._assume_range = assume_range
        self._known: dict[str, Distribution | None] = {}

    def of(self, path: str) -> Distribution | None:
        """The distribution of a number; None where it has no range."""
        if path not in self._known:
            self._known[path] = self._distribution(path, self._numbers[path])
        return self._known[path]

    def stream(self, path: str) -> str:
        """The name of the random stream of a number: the group it moves together with, else its own address, which is
        one for the numbers of all ages."""
        return self._together.get(whole(path), whole(path))

    @property
    def with_range(self) -> tuple[str, ...]:
        """Numbers asked for that have one, in the order of the files."""
        return tuple(path for path in self._numbers if self._known.get(path) is not None)

    @property
    def without_range(self) -> tuple[str, ...]:
        """Numbers asked for that have none, in the order of the files."""
        return tuple(path for path in self._numbers if path in self._known and self._known[path] is None)

    def _distribution(self, path: str, number: Number[object]) -> Distribution | None:
        stated = distribution_of(number)
        if stated is None and self._assume_range is not None and path in self._assumptions:
            return assumed_range(self._assume_range, amount(number.expected), number.support)
        return stated
