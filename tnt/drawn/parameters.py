"""The numbers of one role that are drawn: each is one parameter, numbered once however many tasks it stands in.

One draw moves every place a number stands in. Numbers without a range are multiplied into one constant. Shares of roles
are the exception: they add up to 1, so only one of them is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tnt.arrays import Floats
from tnt.compile.courses.course import Factor
from tnt.distributions.named import Constant, Distribution
from tnt.drawn.number_distributions import NumberDistributions
from tnt.engine.draws.parameters import Factors, Parameter, SumOfProducts, Values, product_at
from tnt.engine.draws.transformed import LinearFunction, Odds, Reciprocal, ShareOfPeople


@dataclass(frozen=True, slots=True)
class ParameterProduct:
    """A number x the product of parameters."""

    constant: float
    factors: tuple[int, ...] = ()

    def __mul__(self, other: ParameterProduct) -> ParameterProduct:
        return ParameterProduct(self.constant * other.constant, (*self.factors, *other.factors))

    def at(self, values: Values) -> Floats:
        """[D] at these values of the parameters; [1] where none is drawn."""
        return product_at(self.constant, self.factors, values)


ParameterSum = tuple[ParameterProduct, ...]
"""Products that are added up; those of the same parameters are one."""


def added(products: Iterable[ParameterProduct]) -> ParameterSum:
    """Their sum."""
    constants: dict[tuple[int, ...], float] = {}
    for one in products:
        constants[one.factors] = constants.get(one.factors, 0.0) + one.constant
    return tuple(ParameterProduct(constant, factors) for factors, constant in constants.items())


def times(one: ParameterSum, other: ParameterProduct) -> ParameterSum:
    """A sum x a product."""
    return tuple(part * other for part in one)


def as_factors(one: ParameterSum) -> Factors:
    """What moves a sum."""
    if len(one) == 1:
        return one[0].factors
    return (SumOfProducts(tuple((part.constant, part.factors) for part in one)),)


class Parameters:
    """The parameters of one role, numbered as they are met."""

    def __init__(self, distributions: NumberDistributions) -> None:
        self.numbered: list[Parameter] = []
        self.minutes: set[int] = set()
        """Those that are the minutes of an event."""
        self._distributions = distributions
        self._numbers: dict[tuple[str, str, float | None], int] = {}

    def product(self, factors: Sequence[Factor]) -> ParameterProduct:
        """Of figures, each drawn or not."""
        whole = ParameterProduct(1.0)
        for factor in factors:
            whole *= self.factor(factor)
        return whole

    def factor(self, factor: Factor) -> ParameterProduct:
        """One figure."""
        path = "/".join(factor.path)
        return self._drawn(path, self._distributions.of(path), factor.value)

    def divided_by(self, factor: Factor) -> ParameterProduct:
        """1 ÷ a figure."""
        path = "/".join(factor.path)
        distribution = self._distributions.of(path)
        return self._drawn(path, None if distribution is None else Reciprocal(distribution), 1 / factor.value)

    def part_of(self, total: Factor, share: float) -> ParameterProduct:
        """The share of some people who are among a total: drawn with it, and nowhere more than all of them."""
        path = "/".join(total.path)
        one = self._distributions.of(path)
        if one is None or share == 0:
            return ParameterProduct(share)
        per_person = share / total.value
        return self._drawn(path, ShareOfPeople(one, per_person), share, per_person)

    def remaining(self, share: Factor) -> ParameterProduct:
        """1 − a share: what it leaves."""
        path = "/".join(share.path)
        distribution = self._distributions.of(path)
        left = None if distribution is None else LinearFunction(distribution, -1.0, 1.0)
        return self._drawn(path, left if _varies(distribution) else None, 1 - share.value, -1.0)

    def odds(self, share: Factor) -> ParameterProduct:
        """A share ÷ what it leaves."""
        path = "/".join(share.path)
        distribution = self._distributions.of(path)
        odds = None if distribution is None or not _varies(distribution) else Odds(distribution)
        return self._drawn(path, odds, share.value / (1 - share.value))

    def time(self, factor: Factor) -> ParameterProduct:
        """Minutes of an event."""
        product = self.factor(factor)
        self.minutes.update(product.factors)
        return product

    def share(self, shares: Mapping[str, Factor], role: str) -> ParameterProduct:
        """The share of one role, of shares that add up to 1.

        The first share with a range is drawn; the others divide what it leaves in the proportions of their means.
        """
        paths = {name: "/".join(factor.path) for name, factor in shares.items()}
        distributions = {name: self._distributions.of(path) for name, path in paths.items()}
        drawn = next((name for name, one in distributions.items() if _varies(one)), None)
        if drawn is None or drawn == role or shares[role].value == 0:
            return self.factor(shares[role])
        one = distributions[drawn]
        assert one is not None  # it varies
        part = shares[role].value / (1 - shares[drawn].value)
        return self._drawn(paths[drawn], LinearFunction(one, -part, part), shares[role].value, part)

    def _drawn(self, path: str, one: Distribution | None, value: float, part: float | None = None) -> ParameterProduct:
        if one is None or not _varies(one):
            return ParameterProduct(value)
        made = (path, type(one).__name__, part)
        if made not in self._numbers:
            self._numbers[made] = len(self.numbered)
            self.numbered.append(Parameter(self._distributions.stream(path), one))
        return ParameterProduct(1.0, (self._numbers[made],))


def _varies(one: Distribution | None) -> bool:
    return one is not None and not isinstance(one.of if isinstance(one, ShareOfPeople) else one, Constant)
