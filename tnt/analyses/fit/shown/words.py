"""An answer to `tnt fit` in the reader's words: names, and figures with as many digits as they bear."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from tnt.analyses.fit.result import FitResult
from tnt.language.base import Text, in_language
from tnt.locale import UNKNOWN, Texts
from tnt.show.notices import role_title
from tnt.show.page.parts import Figure
from tnt.show.roles import Weight, ranked

_DIGITS = 3
"""That a figure in a sentence has: more would say that it is known better than it is."""
_MOST_DIGITS = 6
"""Of figures that are the same with fewer."""
_NAMED = 4
"""Recommendations a sentence names before it says how many more there are."""


class FitWords:
    """Writes one result in one language."""

    def __init__(self, result: FitResult, texts: Texts, most_roles: int | None = None) -> None:
        """`texts` decides the language; tables have a column for so many roles, or for all."""
        self._most_roles = most_roles
        self.is_short = most_roles is not None
        """Whether tables have little room."""
        self.result, self.texts, self.text = result, texts, texts.text
        self._titles = _titles(result)
        self.roles = _roles(result)
        """Of staff, as people see them everywhere: those with working time first, then those of whom most is asked."""
        self.main = next(iter(self.roles), None)
        """The role by whose hours recommendations are ranked."""

    def columns(self, asked: Iterable[str]) -> list[str]:
        """The roles of those asked that have a column of their own."""
        asked = set(asked)
        return [role for role in self.roles if role in asked][: self._most_roles]

    def title(self, name: str) -> str:
        """What a recommendation is called; the id of what has no title."""
        return in_language(self._titles.get(name), self.texts.lang, name)

    def named(self, ids: Sequence[str], most: int = _NAMED) -> str:
        """Titles in a sentence: a few, and how many more there are."""
        shown = ids if len(ids) <= most + 1 else ids[:most]
        titles = [self.text("fit.quoted", title=self.title(name)) for name in shown]
        more = len(ids) - len(shown)
        return self.texts.listed([*titles, *([self.text("quantity.more", count=more)] if more else [])])

    def role(self, role: str) -> str:
        """The name of a role, where it stands alone."""
        return role_title(role, self.result.role_titles.get(role, role), self.texts)

    def role_within(self, role: str) -> str:
        """The same within a sentence."""
        return within(self.role(role))

    def rounded(self, value: float | None, digits: int = _DIGITS) -> str:
        """A number with three significant digits, none of them a 0 at the end of decimals."""
        if value is None or not math.isfinite(value):
            return UNKNOWN
        kept = significant(value, digits)
        places = 0 if kept == round(kept) else max(0, digits - 1 - math.floor(math.log10(abs(kept))))
        while places and round(kept, places - 1) == kept:
            places -= 1
        return self.texts.number(kept, places)

    def percents_apart(self, one: float, other: float) -> tuple[str, str]:
        """Two shares that differ, with as many more digits as it takes to see it."""
        for digits in range(_DIGITS, _MOST_DIGITS + 1):
            both = self.percent(one, digits), self.percent(other, digits)
            if both[0] != both[1]:
                break
        return both

    def percent(self, share: float | None, digits: int = _DIGITS) -> str:
        """A share 0-1 as per cent with three significant digits."""
        written = self.rounded(None if share is None else 100 * share, digits)
        return written if written == UNKNOWN else self.text("report.percent", number=written)

    def hours_of(self, hours: float | None, role: str) -> str:
        """Hours of a role in a sentence: 123,000 GP hours."""
        return self.text("fit.hours", hours=self.rounded(hours), of_role=self.noun("hours", role))

    def noun(self, key: str, role: str) -> str:
        """`hour` or `hours` of a role: GP hours, or hours (Head of practice) where no text says it in a word."""
        is_known = self.role(role) == self.texts.choice("role", role) and self.texts.has(f"fit.{key}-of.{role}")
        return self.text(f"fit.{key}-of.{role}") if is_known else self.text(f"fit.{key}-of-role", role=self.role(role))

    def benefit(self, value: float | None) -> str:
        """Benefit a year with its unit, in a sentence."""
        objective = self.result.objective
        if objective is None or value is None:
            return UNKNOWN
        if objective.kind == "outcome":
            title = in_language(objective.title, self.texts.lang)
            return self.text("fit.benefit-of-outcome", people=self.rounded(value), outcome=title)
        is_name = objective.kind == "tiers" or objective.unit == objective.title
        unit = in_language(objective.unit, self.texts.lang)
        return self.text("fit.benefit-in" if is_name else "fit.benefit", benefit=self.rounded(value), unit=unit)

    def number(self, value: float | None) -> Figure:
        """A figure in a table whose head names its unit."""
        is_known = value is not None and math.isfinite(value)
        return Figure(self.texts.number(value), value) if is_known else NOT_GIVEN

    def count(self, count: int) -> Figure:
        """A whole number of things."""
        return Figure(self.texts.number(count, 0), float(count))

    def at_least(self, value: float | None, when: bool) -> Figure:
        """The same, marked where it is a lower bound."""
        one = self.number(value)
        return Figure(self.text("bound.at-least", figure=one.text), one.value) if when and one.value else one

    def share(self, value: float | None) -> Figure:
        """A share in a table."""
        return Figure(self.percent(value), value) if value is not None and math.isfinite(value) else NOT_GIVEN


NOT_GIVEN = Figure(UNKNOWN, None)


def within(title: str) -> str:
    """A title within a sentence: "Nurse" begins small, "GP" stays as it is."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def label(text: str) -> Figure:
    """Words in a table."""
    return Figure(text, None)


def significant(value: float, digits: int = _DIGITS) -> float:
    """The number with three significant digits."""
    if value == 0:
        return value
    half_up = value * (1 + 2**-40)
    return round(half_up, digits - 1 - math.floor(math.log10(abs(half_up))))


def _titles(result: FitResult) -> dict[str, Text]:
    chosen = () if result.choice is None else result.choice.recommendations
    return {one.id: one.title for one in chosen} | dict(result.titles)


def _roles(result: FitResult) -> list[str]:
    weights: dict[str, Weight] = {
        role: (one.available is not None, one.required) for role, one in result.everything.items()
    }
    if result.choice is not None:
        weights |= {role: (one.available is not None, one.used) for role, one in result.choice.hours.items()}
    for room in result.room.of_roles if result.room else ():
        weights.setdefault(room.role, (True, room.hours_before))
    return ranked(weights, weights)
