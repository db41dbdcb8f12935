"""What of a task `tnt fit` may give to another role. METHOD.md, "Own pace and supervision"."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from tnt.language.values.number import Number, Share
from tnt.language.values.role_parts import PART_FORMS, RolePart, form_of_part
from tnt.language.values.roles import RoleId


class MayMove(RolePart):
    """How much of a task may be given to another role, and what it takes there."""

    share: Number[Share]
    """The most of the task's events that the role may be given: nobody is given any where `tnt fit` does not choose
    it."""


ShareOrMove = Annotated[
    Annotated[Number[Share], Tag(PART_FORMS[0])] | Annotated[MayMove, Tag(PART_FORMS[1])], Discriminator(form_of_part)
]
MovesByRole = Annotated[dict[RoleId, ShareOrMove], Field(min_length=1)]
"""Role -> the most of the events it may be given, alone or with its own pace and supervision."""


def as_part(written: Number[float] | MayMove) -> MayMove:
    """What a role may be given, in the long form."""
    return written if isinstance(written, MayMove) else MayMove.model_construct(share=written)
