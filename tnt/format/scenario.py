"""Scenario: changes laid over other files."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from tnt.diagnostics import Code, ValueProblem
from tnt.format.base import Document, Id, Part, Text

ChangePath = Annotated[str, Field(pattern=r"^[^/\s]+(/[^/\s]+)+$")]


class Change(Part):
    """One change. Exactly one of set, scale, disable and add."""

    set: ChangePath | None = None
    """Path of a value to replace by `to`: file id / key / key …"""
    to: Any = None
    """The new value."""
    scale: ChangePath | None = None
    """Path of a number to multiply by `by`."""
    by: Annotated[float, Field(ge=0, strict=False)] | None = None
    """The factor."""
    disable: ChangePath | None = None
    """Path of something to leave out."""
    add: ChangePath | None = None
    """Path of something new, which is `value`."""
    value: Any = None
    """What is added."""

    @model_validator(mode="after")
    def _one_change(self) -> Change:
        given = self.model_fields_set
        verbs = given & {"set", "scale", "disable", "add"}
        if len(verbs) != 1:
            raise ValueProblem(Code.CONFLICTING_KEYS, keys="set, scale, disable, add")
        needed = {"set": {"to"}, "scale": {"by"}, "disable": set[str](), "add": {"value"}}[next(iter(verbs))]
        if given - verbs != needed:
            raise ValueProblem(Code.NEEDS_KEY, key=next(iter(verbs)), needed=", ".join(needed) or "—")
        return self


class ScenarioDocument(Document):
    """A scenario."""

    scenario: Id
    """Id of the scenario."""
    title: Text | None = None
    """Name of the scenario; the id where left out."""
    changes: Annotated[list[Change], Field(min_length=1)]
    """The changes; their order does not matter."""
