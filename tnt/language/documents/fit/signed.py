"""Who stands by a judgement of values: without a signature it is nobody's."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Lang, Text

SIGNATURE = ("signed_by", "date")
"""Keys that a file of somebody's values must have."""


def _not_empty(name: Text) -> Text:
    if not any(each.strip() for each in ([name] if isinstance(name, str) else name.values())):
        raise ValueProblem(Code.EMPTY, key="signed_by")
    return name


_Name = Annotated[str, WithJsonSchema({"type": "string", "pattern": r"\S"})]
SignedBy = Annotated[_Name | dict[Lang, str], AfterValidator(_not_empty)]
"""A name, in one language or by language."""
