"""Entries that any file of a pack may declare for the others: sources, outcomes, roles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from tnt.format.base import Document, Id, Part, Text

UrlStatus = Literal["seen", "unverified"]
SourceKind = Literal[
    "study", "survey", "statistics", "registry", "regulation", "guideline", "expert-opinion", "assumption", "other"
]


class Source(Part):
    """Where a number comes from."""

    title: Text
    """Who, what and when, so that a reader can find it."""
    kind: SourceKind = "other"
    """What it is. A number that rests on an `assumption` or an `expert-opinion` is shown as an assumption."""
    year: int | None = None
    """Year of publication, or of the data."""
    publisher: str | None = None
    """Who published it."""
    url: str | None = None
    """Its address."""
    url_status: UrlStatus | None = None
    """`unverified` where nobody has opened the address to see the number there."""
    licence: str | None = None
    """Licence as stated by the publisher."""
    note: Text | None = None
    """What a reader must know."""


class Role(Part):
    """Who does the work."""

    title: Text | None = None
    """Name of the role; the id where left out."""
    isco: Annotated[str, StringConstraints(pattern=r"^\d{4}$")] | None = None
    """ISCO-08 code, four digits in quotes."""


class Declares(Document):
    """A file that may declare sources, outcomes and roles for the whole pack."""

    sources: dict[Id, Source] = {}
    """Where the numbers come from, by id. Ids are unique across the files given together."""
    outcomes: dict[Id, Text] = {}
    """What people gain, by id, said once so that like is added to like."""
    roles: dict[Id, Role] = {}
    """Roles beyond those tnt knows."""


KNOWN_ROLES = {
    "gp": "2211",
    "nurse": "2221",
    "midwife": "2222",
    "medical-secretary": "3256",
    "pharmacist": "2262",
    "physiotherapist": "2264",
    "psychologist": "2634",
    "doctor-other": "2212",
}
"""Role id -> ISCO-08 code, for the roles nobody has to declare."""
