"""What is done today, as it was counted: the activity from which the uptake of today follows."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from tnt import units
from tnt.language.base import Id, Part
from tnt.language.values import patterns
from tnt.language.values.number import Number

EventsPerYear = Annotated[
    float,
    PlainValidator(units.cases),
    WithJsonSchema({"type": "string", "pattern": patterns.CASES, "examples": ["60000 / year"]}),
]

SomePeople = Annotated[
    float,
    PlainValidator(units.some_people),
    WithJsonSchema(
        {"type": ["number", "string"], "exclusiveMinimum": 0, "pattern": patterns.PEOPLE, "examples": [5627400]}
    ),
]


class Observed(Part):
    """Events that were counted, and of whom."""

    events: Number[EventsPerYear]
    """How many there were in a year, whoever did them, one for each person of a group: `60000 / year`."""
    people: Number[SomePeople]
    """How many people they were counted among, of all ages and both sexes, eligible or not: the population of the
    country or the area in that year."""
    source: Id | None = None
    """Where both are from: an entry under `sources:`."""

    @property
    def counts(self) -> tuple[Number[float], Number[float]]:
        """What was counted, and among how many; the same of two tasks that say the same."""
        return self.events, self.people
