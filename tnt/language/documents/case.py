"""A case: a published figure as a test."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema, field_validator

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Date, Document, Id, Part
from tnt.language.documents.capacity import CapacityRole
from tnt.language.documents.conditions import ConditionsDocument
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import GuidelineDocument, Sex
from tnt.language.values.ages import AgeBand
from tnt.language.values.number import Count, Number
from tnt.language.values.roles import RoleId

What = Literal[
    "eligible_people",
    "tnt_hours",
    "required_hours",
    "current_hours",
    "incremental_hours",
    "one_off_hours",
    "overlap_hours",
    "merged_visit_hours",
    "supervision_hours",
    "overhead_hours",
    "available_hours",
    "other_care_hours",
    "busiest_week_share",
    "share_of_capacity",
    "positions",
    "headroom",
    "break_even_reserve",
    "hours_that_do_not_fit",
    "hours_on_vacant_lists",
    "hours_per_person_benefiting",
    "hours_per_person_low",
    "hours_per_person_high",
    "hours_per_person_finding",
    "hours_per_person_treating",
    "backlog_hours",
    "start_up_hours",
    "start_up_period_hours",
    "first_year_hours",
    "first_year_share_of_capacity",
    "largest_manageable_list",
    "share_of_posts_overloaded",
    "wisn_required_posts",
    "wisn_ratio",
]
"""Figures of a result that a case may expect."""


def figure(value: Any) -> float:
    """`166.7 h`, `15 %`, or a plain number where the figure has no unit (people, positions)."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return units.possible(float(value), str(value))
    text = units.brief(value)
    if not isinstance(value, str):
        raise ValueProblem(Code.NOT_A_NUMBER, found=text)
    sign, text = (-1, text[1:]) if text.startswith("-") else (1, text)
    return sign * (units.percent(text) if text.rstrip().endswith("%") else units.minutes(text) / 60)


ExpectedFigure = Annotated[
    float, PlainValidator(figure), WithJsonSchema({"type": ["string", "number"], "examples": ["166.7 h", "15 %", 99]})
]


class CaseList(Part):
    """One list, written out."""

    people: dict[Sex, dict[AgeBand, Count]]
    """People by sex and age band: `{all: {18-99: 2000}}`."""
    posts: dict[RoleId, Number[Count]] = {}
    """Posts by role."""
    registers: dict[Id, Number[Count]] = {}
    """The list's own count of people with a condition."""

    @field_validator("people", mode="before")
    @classmethod
    def _each_band_once(cls, given: Any) -> Any:
        for bands in given.values() if isinstance(given, dict) else ():
            written: dict[str, str] = {}
            for key in bands if isinstance(bands, dict) else ():
                if written.setdefault("".join(key.split()), key) != key:
                    raise ValueProblem(Code.DUPLICATE_KEY, key=key)
        return given


class Given(Part):
    """What goes into the case."""

    guideline: GuidelineDocument
    """A guideline, written as in a file of its own."""
    conditions: ConditionsDocument | None = None
    """Conditions, written as in a file of their own."""
    contacts: ContactsDocument | None = None
    """Contacts, written as in a file of their own."""
    list: CaseList
    """The list."""
    capacity: dict[RoleId, CapacityRole] = {}
    """Working time by role."""
    covers_all_work: bool = False
    """Whether the guideline is all the work of its roles: only then is WISN's ratio given."""


class Expectation(Part):
    """A figure that must come out."""

    what: What
    """Which figure."""
    role: RoleId | None = None
    """Of which role; not for eligible_people."""
    recommendation: Id | None = None
    """Of which recommendation; of all together where left out."""
    value: ExpectedFigure
    """The figure with its unit: hours, a share in per cent, or a plain number."""
    within: ExpectedFigure
    """How far off it may be, in the same unit."""
    note: str | None = None
    """What a reader must know, `arithmetic check` say."""


class CaseDocument(Document):
    """A case."""

    case: str
    """What is tested, as a sentence."""
    cites: str | None = None
    """Where the figures are published."""
    as_of: Date | None = None
    """The date the case is computed for, where values have dates; today where left out."""
    given: Given
    """What goes in."""
    expect: Annotated[list[Expectation], Field(min_length=1)]
    """What must come out."""
