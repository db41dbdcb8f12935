"""What may stand at a key path of a document, read from the types of its fields."""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tnt.language.base import fields_by_key
from tnt.language.values.dated import Datable
from tnt.language.values.number import Number


def fields_at(annotation: Any, loc: Sequence[str | int]) -> list[str]:
    """The keys that may stand at `loc` in a document of a type, whatever unions and mappings lie between."""
    models = models_of(annotation)
    if not loc:
        return [key for model in models for key in fields_by_key(model)]
    part, rest = loc[0], loc[1:]
    deeper = [name for candidate in _inside(annotation, part) for name in fields_at(candidate, rest)]
    is_field = isinstance(part, int) or any(part in fields_by_key(model) for model in models)
    return deeper + ([] if is_field else fields_at(annotation, rest))  # the name of a branch of a union is passed over


def number_at(annotation: Any, path: Sequence[str | int]) -> bool:
    """Whether a number stands at a path of a document of a type."""
    if path:
        return any(number_at(candidate, path[1:]) for candidate in _inside(annotation, path[0]))
    return any(issubclass(model, Number) for model in models_of(annotation))


def datable_at(annotation: Any, path: Sequence[str | int]) -> bool:
    """Whether what stands at a path may be written as entries with dates: numbers, and fields marked `Datable`."""
    if not path:
        return number_at(annotation, ())
    *parents, last = path
    if parents:
        return any(datable_at(candidate, path[1:]) for candidate in _inside(annotation, parents[0]))
    fields = [field for model in models_of(annotation) if (field := _field(model, last)) is not None]
    marked = any(isinstance(mark, Datable) for field in fields for mark in field.metadata)
    return marked or number_at(annotation, path)


def _inside(annotation: Any, part: str | int) -> list[Any]:
    """Types of what stands under a key or an index."""
    models = models_of(annotation)
    own = [field.annotation for model in models if (field := _field(model, part)) is not None]
    return own + _item_types(annotation)


def _field(model: type[BaseModel], key: str | int) -> FieldInfo | None:
    """The field that a file writes under a key."""
    name = fields_by_key(model).get(str(key))
    return None if name is None else model.model_fields[name]


def models_of(annotation: Any) -> list[type[BaseModel]]:
    """The parts of a file that may stand where a type does."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for arg in _branches(annotation) for model in models_of(arg)]


def _branches(annotation: Any) -> tuple[Any, ...]:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return typing.get_args(annotation)[:1]
    return typing.get_args(annotation) if origin in (typing.Union, types.UnionType) else ()


def _item_types(annotation: Any) -> list[Any]:
    origin = typing.get_origin(annotation)
    if origin in (dict, list):
        return [typing.get_args(annotation)[-1]]
    return [item for branch in _branches(annotation) for item in _item_types(branch)]


def item_type(annotation: Any, holder: type) -> Any | None:
    """The type of what stands in the mappings, or the lists, that may stand where a type does."""
    if typing.get_origin(annotation) is holder:
        return typing.get_args(annotation)[-1]
    return next((item for branch in _branches(annotation) if (item := item_type(branch, holder)) is not None), None)
