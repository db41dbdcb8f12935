"""Entries that any file of a pack may declare for the others: sources, outcomes, roles."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Date, Document, Id, Part, Text
from tnt.language.values.roles import PATIENT, RoleId
from tnt.language.values.words import NO_SOURCE_KIND, SOURCE_KIND_READ, SOURCE_KIND_SCHEMA

UrlStatus = Literal["seen", "unverified"]
SourceUrlStatus = Literal[UrlStatus, "none"]
SourceKind = Literal[
    "study", "survey", "statistics", "registry", "regulation", "guideline", "expert-opinion", "assumption", "other"
]


class _Titled(Part):
    """What may be written as its title alone."""

    @model_validator(mode="before")
    @classmethod
    def _title_alone(cls, given: Any) -> Any:
        return {"title": given.strip()} if isinstance(given, str) and given.strip() else given


class Checked(Part):
    """Who last held what stands here against the source, and when."""

    by: Text
    """A name, or a body that stands by it."""
    date: Date
    """The day, `2026-11-30` or `30.11.2026`."""


class Source(_Titled):
    """Where a number comes from."""

    title: Text
    """Who, what and when, so that a reader can find it."""
    kind: Annotated[SourceKind, SOURCE_KIND_READ, NO_SOURCE_KIND, SOURCE_KIND_SCHEMA] = "other"
    """What it is; words such as `systematic review`, `RCT`, `forskrift` or `erfaring` are read as these. A number that
    rests on an `assumption` or an `expert-opinion` is shown as an assumption."""
    year: Annotated[int, Field(ge=0, le=9999)] | None = None
    """Year of publication, or of the data."""
    publisher: str | None = None
    """Who published it."""
    place: Text | None = None
    """Where in it the numbers stand: a page, a table, a section, a paragraph."""
    url: str | None = None
    """Its address."""
    url_status: SourceUrlStatus | None = None
    """`unverified` where nobody has opened the address to see the number there; `none` where it has no address or
    nobody knows it: “no address” is then said wherever the source is shown."""
    checked: Checked | None = None
    """Who last went through what is cited of it, and when. Whether the address was opened is `url_status`."""
    licence: str | None = None
    """Licence as stated by the publisher."""
    note: Text | None = None
    """What a reader must know."""

    @model_validator(mode="after")
    def _an_address_or_none(self) -> Source:
        if self.url is not None and self.url_status == "none":
            raise ValueProblem(Code.ADDRESS_AND_NONE, found=self.url)
        return self

    @property
    def has_no_address(self) -> bool:
        """Whether it is said to have none, which is more than that none is given."""
        return self.url_status == "none"


class Role(_Titled):
    """Who does the work."""

    title: Text | None = None
    """Name of the role; the id where left out."""
    isco: Annotated[str, StringConstraints(pattern=r"^\d{4}$")] | None = None
    """ISCO-08 code, four digits in quotes."""


class MovesTogether(Part):
    """Numbers that are wrong together. Exactly one of source, role and numbers."""

    title: Text | None = None
    """What they have in common; the id where left out."""
    source: Id | None = None
    """All numbers that rest on this source."""
    role: RoleId | None = None
    """The minutes of all tasks this role does."""
    numbers: Annotated[list[str], Field(min_length=1)] | None = None
    """These numbers, by the addresses `tnt explain` gives them: `guideline/recommendation/tasks/task/time`."""

    @model_validator(mode="after")
    def _one_way(self) -> MovesTogether:
        given = [key for key in ("source", "role", "numbers") if getattr(self, key) is not None]
        if len(given) > 1:
            raise ValueProblem(Code.CONFLICTING_KEYS, keys=", ".join(given))
        if not given:
            raise ValueProblem(Code.MISSING_KEY, key="numbers")
        return self


class Declares(Document):
    """A file that may declare sources, outcomes, roles and what moves together for the whole pack."""

    sources: dict[Id, Source] = {}
    """Where the numbers come from, by id. Ids are unique across the files given together."""
    outcomes: dict[Id, Text] = {}
    """What people gain, by id, said once so that like is added to like."""
    roles: dict[Id, Role] = {}
    """Roles beyond those tnt knows."""
    moves_together: dict[Id, MovesTogether] = {}
    """Groups of numbers that are wrong together, by id: `tnt estimate --draws` draws one luck for all of a group."""


KNOWN_ROLES: dict[str, str | None] = {
    "gp": "2211",
    "nurse": "2221",
    "midwife": "2222",
    "medical-secretary": "3256",
    "pharmacist": "2262",
    "physiotherapist": "2264",
    "psychologist": "2634",
    "doctor-other": "2212",
    "public-health-nurse": "2221",
    "home-nurse": "2221",
    "healthcare-assistant": "5321",
    "occupational-therapist": "2269",
    "dietitian": "2265",
    "podiatrist": "2269",
    "speech-therapist": "2266",
    "social-worker": "2635",
    "dentist": "2261",
    "dental-hygienist": "3251",
    "optometrist": "2267",
    "paramedic": "3258",
    PATIENT: None,
}
"""Role id -> ISCO-08 code, for the roles nobody has to declare; the patient has none."""
