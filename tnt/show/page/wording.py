"""Figures and names as the reader of a report sees them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from tnt.language.base import Text, in_language
from tnt.locale import UNKNOWN, Texts
from tnt.result.bounded import Bounded, bounded
from tnt.result.figures import figures_of
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.supply import Overload
from tnt.show.bounded import writer
from tnt.show.notices import role_titles
from tnt.show.page.figures import figure
from tnt.show.page.parts import Figure
from tnt.show.roles import asks_staff, roles_by_weight, roles_of, staff

NOT_GIVEN = Figure(UNKNOWN, None)
"""Nothing to show: not asked for, or nothing to hold it against. The legend under each table says so."""


class Wording:
    """Writes the figures of one result in one language."""

    def __init__(self, result: Result, texts: Texts) -> None:
        """`texts` decides the language; `result` knows what its roles are called."""
        self.texts = texts
        self.text = texts.text
        self._result = result
        self._roles = role_titles(result, texts)

    def in_language(self, text: Text | None) -> str:
        """A text of the pack in the language of the page."""
        return in_language(text, self.texts.lang)

    def in_language_if_any(self, text: Text | None) -> str | None:
        """The same, or None where there is nothing to say."""
        return self.in_language(text) or None

    def name(self, section: str, value: str | None) -> str:
        """The name of a strength, a state, a kind …; words where it is not given."""
        return self.text("report.not-rated") if value is None else self.texts.choice(section, value)

    def role(self, role: str) -> str:
        """The name of a role."""
        return self._roles.get(role) or self.texts.choice("role", role)

    def has_capacity(self, role: str) -> bool:
        """Whether working time is given for the role."""
        total = self._result.total.get(role)
        return total is not None and total.kind is not None

    def roles(self) -> list[str]:
        """Roles of staff with a total, as people see them everywhere."""
        return roles_by_weight(self._result)

    def roles_of(self, one: RecommendationResult) -> dict[str, RoleHours]:
        """The roles that a recommendation asks, in that order."""
        return roles_of(one, self._result)

    def of(self, holder: Any, name: str) -> Figure:
        """A figure of the catalogue with its bound; hours without their unit."""
        return figure(bounded(holder, name), writer(figures_of(type(holder))[name], self.texts), self.texts)

    def hours(self, hours: float | Bounded | None) -> Figure:
        """Hours without their unit, for a table whose heading names it."""
        return figure(hours, self.texts.number, self.texts)

    def hours_with_unit(self, hours: float | Bounded | None) -> Figure:
        """Hours with their unit."""
        return figure(hours, self.texts.hours, self.texts)

    def share(self, share: float | Bounded | None) -> Figure:
        """A share 0-1, written as per cent."""
        return figure(share, self.texts.share, self.texts)

    def people(self, people: float | Bounded | None) -> Figure:
        """People."""
        return figure(people, self.texts.people, self.texts)

    def count(self, count: float | None) -> Figure:
        """A whole number of things."""
        return figure(count, lambda value: self.texts.number(value, 0), self.texts)

    def number(self, number: float | None) -> Figure:
        """A number with none to one decimal."""
        return figure(number, self.texts.number, self.texts)

    def overloaded(self, lists: Overload) -> Figure:
        """How many lists are overloaded, of those with a verdict."""
        if not lists.of:
            return Figure(self.text("report.card.none-judged"), None)
        of = self.text("report.of", part=lists.lists, whole=lists.of)
        return figure(bounded(lists, "lists"), lambda _: of, self.texts)

    def limit(self, share: float) -> str:
        """A limit or an edge as people name it: 85 %, 12.5 %."""
        percent = round(100 * share, 6)
        return self.text("report.percent", number=self.texts.number(percent, 0 if percent == round(percent) else 1))

    def recommendation_titles(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Titles of recommendations; the id of what is none."""
        titles = {one.id: self.in_language(one.title) for one in self._result.recommendations}
        return tuple(titles.get(name, name) for name in ids)


def summed_tnt_hours(one: RecommendationResult) -> float | None:
    """TNT hours of all roles of staff that can be estimated; None where none can."""
    known = [hours for role in staff(one.roles) if (hours := one.roles[role].tnt_hours) is not None]
    return math.fsum(known) if known else None


def by_summed_hours(recommendations: Sequence[RecommendationResult]) -> list[RecommendationResult]:
    """Those that ask staff, most hours first; those that cannot be estimated last."""
    return sorted(filter(asks_staff, recommendations), key=lambda one: -_or_below_zero(summed_tnt_hours(one)))


def _or_below_zero(hours: float | None) -> float:
    return -1.0 if hours is None else hours
