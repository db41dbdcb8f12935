"""The time there is, as terms of drawn numbers: METHOD "Time there is", with the drawn means left out.

Available hours are a sum of products too (posts x hours x weeks, less each reserve). A number that stands in several of
them is drawn once: the weeks of a draw are the same in gross hours and in what is reserved by the week.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.courses.course import Factor
from tnt.compile.inputs import Inputs
from tnt.compile.working_time.reserved import Contacts, ReservedRow, on_lists, reserved_rows
from tnt.drawn.parameters import ParameterProduct, Parameters
from tnt.engine.capacity.verdict import State
from tnt.engine.draws.each_list import OverloadLimit
from tnt.engine.draws.parameters import Draws
from tnt.language.documents.capacity import CapacityDocument, CapacityRole
from tnt.language.documents.contacts import ContactsDocument
from tnt.result.lists import RoleOnLists

_VERDICTS = (State.OK, State.WATCH, State.OVERLOAD)


@dataclass(frozen=True, slots=True)
class TimeTerm:
    """Available hours of each list [L]: `per_list` x the product. Those of all terms add up, below 0 too."""

    per_list: Floats
    product: ParameterProduct
    is_other_care: bool = False


@dataclass(frozen=True, slots=True)
class TimeOnLists:
    """The time of one role on each list in every draw, and the hours beyond which a list is overloaded.

    on_lists  the estimate
    people    [L] of the lists
    terms     available hours; none where nothing of them is drawn
    """

    on_lists: RoleOnLists
    people: Floats
    terms: Sequence[TimeTerm]

    @property
    def judged(self) -> Bools:
        """[L] lists with a verdict."""
        return np.isin(self.on_lists.state, _VERDICTS)

    def limit(self, draws: Draws, overload: float) -> OverloadLimit:
        """So many times the available hours. A list without people is overloaded by nothing, one without time by
        anything; where its time is drawn, it has none in the draws in which the reserve takes all."""
        judged, limit = self.judged, self.available(draws, overload)
        has_time = self.on_lists.available_hours > 0
        if limit.scalars.size:
            has_time = has_time | (limit.basis != 0).any(axis=1)
        hours = np.where(has_time, limit.hours, np.where(judged, -np.inf, np.nan))
        return replace(limit, hours=np.where(judged & (self.people == 0), np.inf, hours))

    def available(self, draws: Draws, times: float = 1.0) -> OverloadLimit:
        """Available hours of the lists with a verdict, so many times."""
        fixed = self.on_lists.available_hours
        drawn = [one for one in self.terms if one.product.factors]
        if drawn:
            parts = (one.per_list * one.product.constant for one in self.terms if not one.product.factors)
            fixed = sum(parts, np.zeros_like(fixed))
        return OverloadLimit(
            np.where(self.judged, fixed * times, np.nan),
            np.array([one.per_list * (one.product.constant * times) for one in drawn]).T,
            np.array([draws.product(one.product.factors) for one in drawn]),
        )


def time_of(inputs: Inputs, role: str, parameters: Parameters) -> list[TimeTerm]:
    """Of the working time that decides verdicts; empty where nothing of it is drawn, or it is not known."""
    posts = inputs.table.posts.get(role)
    for file in inputs.documents:
        document = file.document
        if not isinstance(document, CapacityDocument) or inputs.capacity is None or posts is None:
            continue
        if document.capacity == inputs.capacity.id and role in document.roles:
            terms = list(_Working(inputs, document, role, posts, parameters).terms())
            return terms if any(term.product.factors for term in terms) else []
    return []


class _Working:
    """The working time of one role, as terms."""

    def __init__(
        self,
        inputs: Inputs,
        document: CapacityDocument,
        role: str,
        posts: Floats,
        parameters: Parameters,
    ) -> None:
        assert inputs.capacity is not None  # it is of this document
        self._inputs, self._parameters = inputs, parameters
        self._working: CapacityRole = document.roles[role]
        self._reserved_on = inputs.capacity.roles[role].reserved_on
        self._at = (document.capacity, "roles", role)
        self._posts = np.where(np.isnan(posts), 0.0, posts)
        self._contacts: Contacts = {
            file.document.contacts: file.document
            for file in inputs.documents
            if isinstance(file.document, ContactsDocument)
        }

    def terms(self) -> Iterator[TimeTerm]:
        """Gross hours, then what is reserved, below 0."""
        working = self._working
        time = working.hours.expected
        gross = self._figure(time.hours, "hours") * (ParameterProduct(1.0) if time.per_year else self._weeks())
        yield TimeTerm(self._posts, gross)
        for name, entry in working.reserved.items():
            if entry.lists == "none":
                continue
            applies = -self._reserved_on[name]
            if entry.share is not None:
                share = self._figure(entry.share.expected, "reserved", name, "share")
                yield TimeTerm(self._posts * applies, gross * share)
            elif entry.time is not None:
                yield TimeTerm(
                    self._posts * applies, self._weeks() * self._figure(entry.time.expected, "reserved", name, "time")
                )
            for row in reserved_rows(entry, self._contacts):
                # Ages that are not known leave the available hours unknown in the estimate: no verdict is drawn.
                people = on_lists(row, self._inputs.counts)
                yield TimeTerm(people * applies, self._of_people(name, row), is_other_care=row.contacts is not None)

    def _of_people(self, name: str, row: ReservedRow) -> ParameterProduct:
        """Hours a year for one of its people."""
        product = ParameterProduct(row.constant)
        for factor in row.written:
            product *= self._figure(factor.value, "reserved", name, *factor.path)
        if row.contacts is not None:
            product *= self._parameters.factor(row.contacts)
        if row.in_pack is not None:
            product *= self._parameters.remaining(self._address(row.in_pack, "reserved", name))
        return product

    def _weeks(self) -> ParameterProduct:
        assert self._working.weeks is not None  # checked where it is needed
        return self._figure(self._working.weeks.expected, "weeks")

    def _figure(self, value: float, *path: str) -> ParameterProduct:
        return self._parameters.factor(self._address(Factor(path, value)))

    def _address(self, factor: Factor, *before: str) -> Factor:
        """A figure of the role by its address in the pack."""
        return Factor((*self._at, *before, *factor.path), factor.value)
