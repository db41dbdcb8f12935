"""Priorities: tiers in order, of which a lower one never takes an hour that a higher one could use."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from tnt.language.base import Date, Id, Part, Text
from tnt.language.documents.declares import Declares
from tnt.language.documents.fit.choice import NAME_FORMS, OneOrMore, as_list, form_of_names
from tnt.language.documents.fit.signed import SignedBy
from tnt.language.documents.grade import StrengthInWords

_Strengths = Annotated[
    Annotated[StrengthInWords, Tag(NAME_FORMS[0])]
    | Annotated[Annotated[list[StrengthInWords], Field(min_length=1)], Tag(NAME_FORMS[1])],
    Discriminator(form_of_names),
]
_Guidelines = Annotated[
    Annotated[Id, Tag(NAME_FORMS[0])] | Annotated[Annotated[list[Id], Field(min_length=1)], Tag(NAME_FORMS[1])],
    Discriminator(form_of_names),
]


class Tier(Part):
    """One tier. What several keys name belongs to it together; or it is the rest."""

    title: Text | None = None
    """Name of the tier; its number where left out."""
    recommendations: OneOrMore | None = None
    """These recommendations, `guideline/recommendation`."""
    strength: _Strengths | None = None
    """All recommendations of these strengths."""
    guidelines: _Guidelines | None = None
    """All recommendations of these guidelines, by their ids."""
    rest: bool = False
    """Everything that no tier names, wherever this one stands. Without such a tier it is not chosen, and said."""

    @property
    def named(self) -> dict[str, list[str]]:
        """What it names, by key; keys that are left out are too."""
        keys = ("recommendations", "strength", "guidelines")
        return {key: names for key in keys if (names := as_list(getattr(self, key)))}


class PrioritiesDocument(Declares):
    """The order in which `tnt fit --priorities` fills the time there is. A recommendation belongs to the first tier
    that names it."""

    priorities: Id
    """Id of the priorities."""
    title: Text | None = None
    """What they are called; the id where left out."""
    signed_by: SignedBy
    """Who stands by them, a person or a body; printed with every result they are used in."""
    date: Date
    """The day they were signed, `2026-11-20` or `20.11.2026`; printed with every result."""
    keep: OneOrMore | None = None
    """Recommendations that stay in whatever they take, `guideline/recommendation`, like everything of strength `legal`;
    they need no tier."""
    tiers: Annotated[list[Tier], Field(min_length=1)]
    """The tiers, the first one first."""
    within: Literal["recommendations", "benefit"] = "recommendations"
    """What fills a tier that does not fit whole: as many recommendations as there is room for, or those by which most
    people `benefit`, where all of the tier share one outcome or weights are given too."""
    note: Text | None = None
    """What a reader must know; printed with every result."""

    @property
    def kept(self) -> list[str]:
        """What stays in, as it is named."""
        return as_list(self.keep)
