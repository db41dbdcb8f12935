"""Hours of all lists together (or of some) as a function of the parameters; which parameter touches what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.draws.joint import JointShare, parameters_of, with_joint
from tnt.engine.draws.parameters import Values
from tnt.engine.draws.prevalence import DrawnPrevalence
from tnt.engine.draws.terms import Prepared
from tnt.engine.hours.totals import list_totals


@dataclass(frozen=True)
class Product:
    """`hours` x the product of the factors, and of what is asked in a mask of a drawn prevalence (-1: none)."""

    hours: float
    factors: tuple[int, ...]
    recommendation: int = -1
    prevalence: int = -1
    mask: int = 0


@dataclass(frozen=True)
class DrawnOverlap:
    """Work that is counted once, to be subtracted: weights [S, D] per person of a stratum, given the parameters.

    `on_lists` [L, A] are hours that differ by list in another way, each A times its `ratios` [A, D]. `rounds` are
    the pairs of tasks x the times they are worked out for all draws; `cost` is that x kinds of people x conditions.
    """

    parameters: frozenset[int]
    weights: Callable[[Values], Floats]
    on_lists: Floats | None = None
    ratios: Callable[[Values], Floats] = lambda values: np.ones((0, 1))
    cost: int = 0
    rounds: int = 0

    def part(self, lists: Ints) -> DrawnOverlap:
        """On some of the lists."""
        return self if self.on_lists is None else replace(self, on_lists=self.on_lists[lists])

    def hours(self, people: Floats, values: Values) -> Floats:
        """[D] on all lists, of so many people [S]."""
        hours: Floats = people @ self.weights(values)
        return hours if self.on_lists is None else hours + self.on_lists.sum(axis=0) @ self.ratios(values)


def both(one: DrawnOverlap | None, other: DrawnOverlap | None) -> DrawnOverlap | None:
    """Both to be subtracted; None where there is neither."""
    if one is None or other is None:
        return one or other
    first, second = one, other
    on_lists = [each.on_lists for each in (one, other) if each.on_lists is not None]
    by_ratio = [each.ratios for each in (one, other) if each.on_lists is not None]

    def ratios(values: Values) -> Floats:
        return np.array(np.broadcast_arrays(*(row for each in by_ratio for row in each(values))))

    return DrawnOverlap(
        parameters=one.parameters | other.parameters,
        weights=lambda values: first.weights(values) + second.weights(values),
        on_lists=np.hstack(on_lists) if on_lists else None,
        ratios=ratios,
        cost=one.cost + other.cost,
        rounds=one.rounds + other.rounds,
    )


@dataclass(frozen=True)
class HoursSum:
    """Hours a year = the sum of products, less shared work of `people` [S]; `joint` shares stand among the factors.

    Time that there is can be added as products with negative hours: the sum is then what is lacking.
    """

    products: tuple[Product, ...]
    prevalences: tuple[DrawnPrevalence, ...] = ()
    shared: DrawnOverlap | None = None
    people: Floats | None = None
    joint: tuple[JointShare, ...] = ()

    def at(self, values: Values) -> Evaluation:
        """The sum at these values of the parameters."""
        reach = tuple(each.reach(values) for each in self.prevalences)
        return Evaluation(self, with_joint(values, self.joint), reach)

    def plus(self, products: Iterable[Product]) -> HoursSum:
        """The same and more."""
        return replace(self, products=(*self.products, *products))

    def touched(self, parameters: Collection[int]) -> tuple[int, ...]:
        """Numbers of the products that change with these parameters."""
        of_factor, of_prevalence = self._where
        numbers = {number for parameter in parameters for number in of_factor.get(parameter, ())}
        for index, each in enumerate(self.prevalences):
            if not each.drawn.isdisjoint(parameters):
                numbers.update(of_prevalence.get(index, ()))
        return tuple(sorted(numbers))

    def proportional(self, parameters: Collection[int]) -> bool:
        """Whether the sum is a straight line in the one parameter there is."""
        changed = set(parameters)
        bent = [each.drawn for each in self.prevalences] + [each.parameters for each in self.joint]
        bent += [] if self.shared is None else [self.shared.parameters]
        return (
            len(changed) == 1
            and all(changed.isdisjoint(each) for each in bent)
            and all(self.products[number].factors.count(*changed) <= 1 for number in self.touched(parameters))
        )

    @cached_property
    def _where(self) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
        """Parameter -> the numbers of the products it is a factor of; drawn prevalence -> those it is in."""
        of_factor: dict[int, list[int]] = {}
        of_prevalence: dict[int, list[int]] = {}
        for number, product in enumerate(self.products):
            for parameter in {one for factor in product.factors for one in parameters_of(factor, self.joint)}:
                of_factor.setdefault(parameter, []).append(number)
            of_prevalence.setdefault(product.prevalence, []).append(number)
        return of_factor, of_prevalence


@dataclass(frozen=True)
class Evaluation:
    """A sum at values of the parameters; `reach` [V, D] what is asked in each mask of each drawn prevalence."""

    total: HoursSum
    values: Values
    reach: tuple[Floats, ...]

    def hours(self) -> Floats:
        """[D] everything."""
        return self.of(range(len(self.total.products))) - self.shared()

    def of(self, products: Iterable[int]) -> Floats:
        """[D] some products, shared work not subtracted; one value [1] where nothing drawn is in them."""
        total = np.zeros(1)
        for number in products:
            total = total + self._product(self.total.products[number])
        return total

    def shared(self) -> Floats:
        """[D] the shared work; one value [1] where there is none."""
        if self.total.shared is None:
            return np.zeros(1)
        assert self.total.people is not None
        return self.total.shared.hours(self.total.people, self.values)

    def with_values(self, parameters: Collection[int], values: Values) -> Evaluation:
        """The same with other values, which differ from these in these parameters only."""
        changed = set(parameters)
        reach = tuple(
            known if changed.isdisjoint(each.drawn) else each.reach(values)
            for each, known in zip(self.total.prevalences, self.reach, strict=True)
        )
        return Evaluation(self.total, with_joint(values, self.total.joint), reach)

    def change(self, parameters: Collection[int], values: Values) -> Floats:
        """[D] what the sum changes by when these parameters, and no others, take these values; [1] where by nothing."""
        touched = self.total.touched(parameters)
        other = self.with_values(parameters, values)
        change = other.of(touched) - self.of(touched)
        if self.total.shared is not None and not self.total.shared.parameters.isdisjoint(parameters):
            change = change - (other.shared() - self.shared())
        return change

    def _product(self, product: Product) -> Floats:
        hours = np.array([product.hours])
        for factor in product.factors:
            hours = hours * self.values(factor)
        return hours if product.prevalence < 0 else hours * self.reach[product.prevalence][product.mask]


def hours_sum(prepared: Prepared, shared: DrawnOverlap | None = None) -> HoursSum:
    """Of all lists of what was prepared. For one list, prepare that list alone."""
    linear = prepared.linear
    directions = linear.folded.factor_of.size
    totals = list_totals(prepared.counts, linear.folded, np.zeros((directions, 1))).by_measure[0]
    products = [
        Product(float(totals[direction] * coefficient), term.factors, term.recommendation)
        for term, direction, coefficient in zip(linear.terms, linear.direction, linear.coefficient, strict=True)
    ]
    for number, drawn in enumerate(prepared.drawn):
        products += [
            Product(float(coefficient), term.factors, term.recommendation, number, int(mask))
            for term, mask, coefficient in zip(drawn.terms, drawn.mask, drawn.coefficient, strict=True)
        ]
    prevalences = tuple(drawn.prevalence for drawn in prepared.drawn)
    return HoursSum(tuple(products), prevalences, shared, prepared.counts.everybody, prepared.joint)


def by_recommendation(products: Sequence[Product]) -> dict[int, list[int]]:
    """Recommendation -> the numbers of its products."""
    numbers: dict[int, list[int]] = {}
    for number, product in enumerate(products):
        numbers.setdefault(product.recommendation, []).append(number)
    return numbers
