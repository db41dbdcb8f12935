"""Every number of a document, with its key path: for sources, provenance and the index of origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from tnt.language.base import Document, fields_by_key
from tnt.language.values.number import Number


def numbers(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Number[Any]]]:
    """(key path, number) for every number written in the document, in the order of its fields."""
    if isinstance(value, Number):
        yield path, value
        return
    for key, item in _items(value):
        if isinstance(item, _HOLDERS):
            yield from numbers(item, (*path, key))


_HOLDERS = (BaseModel, dict, list)


def _items(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, BaseModel):
        return [(key, getattr(value, name)) for key, name in fields_by_key(type(value)).items()]
    return value.items() if isinstance(value, dict) else enumerate(value)


def covering_source(document: BaseModel, path: tuple[str | int, ...]) -> str | None:
    """The source of the mapping a number stands in, which covers the numbers there that name none of their own; that
    of a whole document is the source of its table."""
    parent: Any = document
    for part in path[:-1]:
        parent = getattr(parent, str(part)) if isinstance(parent, BaseModel) else parent[part]
    return None if isinstance(parent, Document) else getattr(parent, "source", None)
