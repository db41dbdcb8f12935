"""The address of a number, and the source it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.conditions import AgeShape, Condition, ConditionsDocument
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.lists import ListsDocument
from tnt.language.values.by_age import BY_AGE
from tnt.language.values.number import Number
from tnt.language.walk import covering_source


def address(document: Document, path: tuple[str | int, ...]) -> str:
    """The address `tnt explain` takes: file id and keys, the word `recommendations` left out as in a recommendation's
    id."""
    parts = [str(part) for part in path]
    if isinstance(document, GuidelineDocument):
        return "/".join([document.guideline, *parts[1:]])
    if isinstance(document, ConditionsDocument):
        return "/".join(parts)
    if isinstance(document, ContactsDocument):
        return "/".join([document.contacts, *parts])
    if isinstance(document, WeightsDocument):
        return "/".join([document.weights, *parts])
    name = document.capacity if isinstance(document, CapacityDocument) else getattr(document, "lists", "")
    return "/".join([name, *parts]) if isinstance(document, CapacityDocument | ListsDocument) else "/".join(parts)


def whole(address_of_number: str) -> str:
    """The address of the number of which one is that at some ages; of any other number its own."""
    return address_of_number.partition(f"/{BY_AGE}/")[0]


def part_of_conditions(document: ConditionsDocument, path: tuple[str | int, ...]) -> Condition | AgeShape | None:
    """The condition or the shape that a number stands in; None of a cluster, whose number speaks for itself."""
    if path[0] == "clusters":
        return None
    parts: Mapping[str, Condition | AgeShape] = document.shapes if path[0] == "shapes" else document.conditions
    return parts[str(path[1])]


def source_id_of(number: Number[Any], document: Document, path: tuple[str | int, ...]) -> str | None:
    """The source of a number: its own, or that of its condition, shape or contacts, or of the mapping it stands in."""
    if number.source is None and isinstance(document, ConditionsDocument):
        part = part_of_conditions(document, path)
        return None if part is None else part.source
    if number.source is None and isinstance(document, ContactsDocument):
        return document.source
    return number.source or covering_source(document, path)
