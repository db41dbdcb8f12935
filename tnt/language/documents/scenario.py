"""Scenario: changes laid over other files."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Id, Part, Text
from tnt.language.documents.declares import Declares
from tnt.language.values.number import Positive

ChangePath = Annotated[str, Field(pattern=r"^[^/\s]+(/[^/\s]+)+$")]


class Change(Part):
    """One change. Exactly one of set, scale, disable and add."""

    set: ChangePath | None = None
    """Path of a value to replace by `to`: file id / key / key … (`conditions/…` for conditions). It must be there."""
    to: Any = None
    """The new value."""
    scale: ChangePath | None = None
    """Path of a number to multiply by `by`."""
    by: Positive | None = None
    """The factor, a plain number above 0. Low, mean and high are all multiplied; `every 5 years` by 2 is every 2.5."""
    disable: ChangePath | None = None
    """Path of something to leave out: a recommendation, a task, reserved time …"""
    add: ChangePath | None = None
    """Path of something new, which is `value`. It must not be there yet."""
    value: Any = None
    """What is added."""

    @property
    def path(self) -> str:
        """The path it changes."""
        return str(self.set or self.scale or self.disable or self.add)

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


class ScenarioDocument(Declares):
    """Changes laid over other files when the scenario is chosen. A scenario that is only among the files given is
    checked, and changes nothing."""

    scenario: Id
    """Id of the scenario."""
    title: Text | None = None
    """Name of the scenario; the id where left out."""
    note: Text | None = None
    """What a reader must know; printed with every result the scenario is used in."""
    changes: Annotated[list[Change], Field(min_length=1)]
    """The changes; their order does not matter."""

    @property
    def paths(self) -> list[str]:
        """The paths that are changed."""
        return [change.path for change in self.changes]
