"""Parameters and their draws."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Floats
from tnt.distributions.named import Distribution
from tnt.engine.draws.streams import Streams

KEPT_BYTES = 48 * 2**20
"""Draws of one set that are kept for a second use; beyond it they are made again."""

Values = Callable[[int], Floats]
"""The values [D] of a parameter, by its number; one value [1] stands for all draws."""


def product_at(constant: float, factors: Sequence[int], values: Values) -> Floats:
    """[D] a constant x parameters at these values; [1] where none has more."""
    product = np.array([constant])
    for number in factors:
        product = product * values(number)
    return product


@dataclass(frozen=True)
class SumOfProducts:
    """Constants x products of parameters, added up: a number of several parts."""

    products: tuple[tuple[float, tuple[int, ...]], ...]

    @property
    def parameters(self) -> frozenset[int]:
        """Those it is made of."""
        return frozenset(number for _, factors in self.products for number in factors)

    def at(self, values: Values) -> Floats:
        """[D] with these values of the parameters."""
        whole = np.zeros(1)
        for constant, factors in self.products:
            whole = whole + product_at(constant, factors, values)
        return whole


Factors = tuple[int | SumOfProducts, ...]
"""Parameters, and sums of products of them, that are multiplied."""


def parameters_of(factors: Factors) -> frozenset[int]:
    """Every parameter of a product."""
    parts = (one.parameters if isinstance(one, SumOfProducts) else {one} for one in factors)
    return frozenset().union(*parts)


@dataclass(frozen=True)
class Parameter:
    """A number that is drawn. `stream` is its path, or the name of the group it moves together with."""

    stream: str
    distribution: Distribution


class Draws:
    """The draws of parameters, made when asked for."""

    def __init__(self, parameters: Sequence[Parameter], streams: Streams) -> None:
        self.parameters = tuple(parameters)
        names = tuple(sorted({parameter.stream for parameter in self.parameters})) if streams.joint else ()
        self.streams = streams if names == streams.names else replace(streams, names=names)
        self._kept: dict[int, Floats] = {}

    def values(self, parameter: int) -> Floats:
        """[D] draws of one parameter. Not to be written to."""
        values = self._kept.get(parameter)
        if values is None:
            chosen = self.parameters[parameter]
            values = chosen.distribution.quantile(self.streams.uniforms(chosen.stream))
            if (len(self._kept) + 1) * values.nbytes <= KEPT_BYTES:
                self._kept[parameter] = values
        return values

    def product(self, parameters: Sequence[int]) -> Floats:
        """[D] of their draws."""
        product = np.ones(self.streams.draws)
        for parameter in parameters:
            product = product * self.values(parameter)
        return product

    def means(self, parameter: int) -> Floats:
        """[1] the mean of one parameter."""
        return np.array([self.parameters[parameter].distribution.mean()])

    def changed(self, parameter: int, distribution: Distribution) -> Draws:
        """The same draws, but for one parameter that has another distribution; its uniform numbers are the same."""
        parameters = list(self.parameters)
        parameters[parameter] = replace(parameters[parameter], distribution=distribution)
        other = Draws(parameters, self.streams)
        other._kept = {known: values for known, values in self._kept.items() if known != parameter}
        return other

    def together(self, parameters: Collection[int]) -> Draws:
        """The same draws, but for these parameters, which share the luck of the first of them: all are low or high at
        once. These draws themselves where they share it already."""
        streams = [self.parameters[number].stream for number in sorted(parameters)]
        if len(set(streams)) < 2:
            return self
        other = Draws(
            [
                replace(one, stream=streams[0]) if number in parameters else one
                for number, one in enumerate(self.parameters)
            ],
            self.streams,
        )
        if not self.streams.joint:  # joint streams are all drawn anew where there are fewer
            other._kept = {number: values for number, values in self._kept.items() if number not in parameters}
        return other

    def replica(self, number: int, draws: int) -> Draws:
        """Independent draws of the same parameters."""
        return Draws(self.parameters, replace(self.streams, draws=draws, replica=number))

    def members(self) -> dict[str, tuple[int, ...]]:
        """Stream -> the parameters that draw from it."""
        members: dict[str, list[int]] = {}
        for number, parameter in enumerate(self.parameters):
            members.setdefault(parameter.stream, []).append(number)
        return {stream: tuple(numbers) for stream, numbers in members.items()}
