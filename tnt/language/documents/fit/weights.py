"""Weights: what one person who benefits counts, by outcome, or a column of values of somebody's own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tnt.language.base import Date, Id, Text
from tnt.language.documents.declares import Declares
from tnt.language.documents.fit.choice import FullId
from tnt.language.documents.fit.signed import SignedBy
from tnt.language.values.number import Count, Number, Positive


class WeightsDocument(Declares):
    """What `tnt fit --weights` holds up against hours. Exactly one of per_outcome and per_recommendation. What has no
    weight here has unknown benefit: it is listed apart, and never counts as 0."""

    weights: Id
    """Id of the weights."""
    title: Text | None = None
    """What they are called; the id where left out."""
    signed_by: SignedBy
    """Who stands by them, a person or a body; printed with every result they are used in."""
    date: Date
    """The day they were signed, `2026-11-20` or `20.11.2026`; printed with every result."""
    per_outcome: Annotated[dict[Id, Number[Positive]], Field(min_length=1)] | None = None
    """What one person who benefits counts, by outcome: plain numbers above 0, of which only the proportions matter. Of
    a range both ends are tried too."""
    per_recommendation: Annotated[dict[FullId, Number[Count]], Field(min_length=1)] | None = None
    """What each recommendation, `guideline/recommendation`, counts for a year at target uptake: plain numbers, 0 or
    above, in the `unit`. 0 says that it is worth nothing; what is left out is unknown."""
    unit: Text | None = None
    """What the sum is counted in: `{nb: vektede personer i året, en: weighted people a year}`."""
    source: Id | None = None
    """Where they come from, an entry under `sources:`."""
    note: Text | None = None
    """What a reader must know; printed with every result."""

    @property
    def numbers_by_name(self) -> dict[str, Number[float]]:
        """The weights by outcome or by recommendation, whichever is written."""
        return {**(self.per_outcome or {}), **(self.per_recommendation or {})}
