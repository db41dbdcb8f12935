"""A figure and how it is known: exactly, as a bound, or not at all."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from tnt.result.figures import AboutFigure, figures_of


@dataclass(frozen=True, slots=True)
class Bounded:
    """A value in the unit of its figure; None or not finite is unknown, whatever the bound. So is "at least 0", which
    says nothing and would look like a finding (METHOD "What is never done")."""

    value: float | None
    bound: Literal["exact", "at-least", "at-most"] = "exact"

    @property
    def is_known(self) -> bool:
        """Whether there is a number to show."""
        says_nothing = self.bound == "at-least" and self.value == 0
        return self.value is not None and math.isfinite(self.value) and not says_nothing


def at_least(value: float | None, when: bool = True) -> Bounded:
    """The value as a lower bound, `when` it is one."""
    return Bounded(value, "at-least" if when else "exact")


def at_most(value: float | None, when: bool = True) -> Bounded:
    """The value as an upper bound, `when` it is one."""
    return Bounded(value, "at-most" if when else "exact")


def bounded(holder: object, name: str) -> Bounded:
    """A figure of a result and, from the catalogue, how it is known. KeyError for what is no figure of the holder."""
    about = figures_of(type(holder))[name]
    one = marked(getattr(holder, name), about, partial(getattr, holder))
    if one.is_known or about.most is None:
        return one
    most = at_most(getattr(holder, about.most))
    return most if most.is_known or about.least is None else at_least(getattr(holder, about.least))


def marked(value: float | None, about: AboutFigure, is_set: Callable[[str], bool]) -> Bounded:
    """A figure as the bound that the flags beside it make of it; `is_set` tells of a flag."""
    if about.lower_if is not None:
        return at_least(value, is_set(about.lower_if))
    return at_most(value, about.upper_if is not None and is_set(about.upper_if))
