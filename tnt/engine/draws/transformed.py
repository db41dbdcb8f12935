"""A number made from one that is drawn: it draws the same uniform numbers, so the two never part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats
from tnt.distributions.named import Distribution


@dataclass(frozen=True)
class LinearFunction:
    """offset + factor x the number: what the others of shares that add up to 1 have left, say."""

    of: Distribution
    factor: float
    offset: float

    def mean(self) -> float:
        """That of the number, on the line."""
        return self.offset + self.factor * self.of.mean()

    def quantile(self, u: Floats) -> Floats:
        """At the number's probabilities u: it falls where `factor` is below 0."""
        return self.offset + self.factor * self.of.quantile(u)


@dataclass(frozen=True)
class Reciprocal:
    """1 ÷ the number: what is divided by."""

    of: Distribution

    def mean(self) -> float:
        """1 ÷ the mean, what the deterministic estimate divides by; the mean of 1 ÷ the number is a little more."""
        return 1 / self.of.mean()

    def quantile(self, u: Floats) -> Floats:
        """At the number's probabilities u, so it falls."""
        return 1 / self.of.quantile(u)


@dataclass(frozen=True)
class Falling:
    """What falls where the number that draws the uniform numbers rises: 1 ÷ it, as it is believed itself."""

    of: Distribution

    def mean(self) -> float:
        """Its own."""
        return self.of.mean()

    def quantile(self, u: Floats) -> Floats:
        """At the number's probabilities u."""
        return self.of.quantile(1 - u)


@dataclass(frozen=True)
class Odds:
    """The share ÷ (1 − the share): how many do not come for each who does."""

    of: Distribution

    def mean(self) -> float:
        """That of the mean, what the deterministic estimate uses; the mean of the odds is a little more."""
        return self.of.mean() / (1 - self.of.mean())

    def quantile(self, u: Floats) -> Floats:
        """At the share's probabilities u."""
        share = self.of.quantile(u)
        return share / (1 - share)


@dataclass(frozen=True)
class ShareOfPeople:
    """per_person x a number of people, at most 1: the share of some of them who are among that many."""

    of: Distribution
    per_person: float

    def mean(self) -> float:
        """That of the number of people, which a share above 1 does not change."""
        return self.per_person * self.of.mean()

    def quantile(self, u: Floats) -> Floats:
        """At the number's probabilities u."""
        return np.minimum(self.per_person * self.of.quantile(u), 1.0)
