"""The part a role has in a task: its share of the events, its own pace and who supervises it. METHOD.md, "Own pace and
supervision"."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Tag

from tnt.language.base import Part
from tnt.language.values.number import Minutes, Number, Positive, Share
from tnt.language.values.roles import RoleId


class Supervision(Part):
    """Work of another role at each event."""

    role: RoleId
    """Who supervises: another role of staff."""
    time: Number[Minutes]
    """Mean time of that role for each event; of a group for each session."""


class RolePart(Part):
    """The part of one role where more is said of it than its share."""

    share: Number[Share]
    """Share of the events it does."""
    minutes_factor: Number[Positive] | None = None
    """How many times the task's `time` it takes this role: its own pace, a plain number; 1 where left out."""
    supervision: Supervision | None = None
    """What each of its events takes of another role; none where left out."""


PART_FORMS = ("(share)", "(part)")
"""What pydantic puts into the path of an error for either form; no key of a file is called so."""
_OWN_KEYS = frozenset(RolePart.model_fields)


def form_of_part(given: object) -> str:
    """Which form is written."""
    return PART_FORMS[isinstance(given, RolePart) or (isinstance(given, dict) and not _OWN_KEYS.isdisjoint(given))]


ShareOrPart = Annotated[
    Annotated[Number[Share], Tag(PART_FORMS[0])] | Annotated[RolePart, Tag(PART_FORMS[1])], Discriminator(form_of_part)
]
"""A share of the events, alone or with what else is said of the role."""


def share_of(part: Number[float] | RolePart) -> Number[float]:
    """Share of the events."""
    return part.share if isinstance(part, RolePart) else part


def share_path(role: str, part: Number[float] | RolePart) -> tuple[str, ...]:
    """Keys from `roles` to the share."""
    return (role, "share") if isinstance(part, RolePart) else (role,)
