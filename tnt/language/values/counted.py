"""Shares and new cases that may be said as a count: `{count: 60000, of: norway-2026}`.

METHOD.md, "Combined conditions and populations": the count ÷ the people of the named ages and sex in that population.
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from pydantic import PlainValidator, WithJsonSchema

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Id
from tnt.language.values import patterns
from tnt.language.values.number import Number, V

C = TypeVar("C")
People = Annotated[
    float,
    PlainValidator(units.people),
    WithJsonSchema({"type": ["number", "string"], "minimum": 0, "pattern": patterns.PEOPLE, "examples": [60000]}),
]
CasesPerYear = Annotated[
    float,
    PlainValidator(units.cases),
    WithJsonSchema({"type": "string", "pattern": patterns.CASES, "examples": ["500 / year"]}),
]
_OTHER_FIGURES = ("value", "mean", "low", "high", "mode", "sd", "level", "distribution")


class NumberOrCount(Number[V], Generic[V, C]):
    """A number, or the count it is made from. The count stands as it was written; `value` is then filled in from the
    people of its reference population where files are read (`reading.counted`), so that all else sees a share."""

    count: C | None = None
    """How many there are, in place of the figure: all people of these ages and sex in the population `of`, whether or
    not they are on the lists; of new cases, those of a year: `500 / year`."""
    of: Id | None = None
    """The reference population in which they were counted: the id of a population file given together, or of a shipped
    one. The number is the count ÷ its people of these ages and sex."""

    @property
    def is_worked_out(self) -> bool:
        """A count becomes the number."""
        return self.count is not None or super().is_worked_out

    def _check(self) -> None:
        if self.count is None and self.of is None:
            super()._check()
            return
        for key, needed in (("count", "of"), ("of", "count")):
            if getattr(self, needed) is None:
                raise ValueProblem(Code.NEEDS_KEY, key=key, needed=needed)
        if others := [key for key in _OTHER_FIGURES if getattr(self, key) is not None]:
            raise ValueProblem(Code.CONFLICTING_KEYS, keys=", ".join(["count", *others]))

    def made_from_count(self, number: float) -> NumberOrCount[Any, Any]:
        """The same with the number that the count comes to."""
        return self.model_copy(update={"value": number})
