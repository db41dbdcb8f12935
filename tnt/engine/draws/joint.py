"""How many have all of some conditions of one cluster: a number that is drawn with what it is made of.

It is none of the parameters, and stands among the factors of a term all the same: below -1, by its place.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np

from tnt.arrays import Floats
from tnt.engine.draws.parameters import Values
from tnt.engine.people.clusters import joint_shares

_FIRST = -2


@dataclass(frozen=True, slots=True)
class JointPart:
    """A number as it enters: the `parameter` that it is, or (-1) its `value`."""

    parameter: int
    value: float = 0.0

    def of(self, values: Values) -> Floats:
        """Its draws [D]; [1] where it is not drawn."""
        return np.array([self.value]) if self.parameter < 0 else values(self.parameter)


@dataclass(frozen=True, slots=True)
class JointShare:
    """The share of people with all of some conditions, of the share with each and ρ of their cluster."""

    shares: tuple[JointPart, ...]
    correlation: JointPart

    @property
    def parameters(self) -> frozenset[int]:
        """Those it rests on; none where nothing of it is drawn."""
        return frozenset(one.parameter for one in (*self.shares, self.correlation) if one.parameter >= 0)

    def of(self, values: Values) -> Floats:
        """[D], or [1] where nothing of it is drawn."""
        return joint_shares([one.of(values) for one in self.shares], self.correlation.of(values))[..., -1]


@dataclass
class JointShares:
    """Those that some terms rest on, each once."""

    found: dict[JointShare, int] = field(default_factory=dict)

    def number(self, one: JointShare) -> int:
        """Its number among the factors of a term."""
        return self.found.setdefault(one, _FIRST - len(self.found))


def parameters_of(factor: int, joint: Sequence[JointShare]) -> Collection[int]:
    """The parameters that a factor of a term rests on."""
    return joint[_FIRST - factor].parameters if factor <= _FIRST else (factor,)


def with_joint(values: Values, joint: Sequence[JointShare]) -> Values:
    """The values of parameters, and of what is made of them."""
    if not joint:
        return values
    known: dict[int, Floats] = {}

    def of(number: int) -> Floats:
        if number > _FIRST:
            return values(number)
        if number not in known:
            known[number] = joint[_FIRST - number].of(values)
        return known[number]

    return of
