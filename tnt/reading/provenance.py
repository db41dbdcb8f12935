"""What a number rests on: sourced, derived or an assumption."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tnt.language.base import Document
from tnt.language.documents.conditions import ConditionsDocument
from tnt.language.documents.declares import Source
from tnt.language.values.number import Number, Status
from tnt.reading.addresses import part_of_conditions, source_id_of

_NOT_EVIDENCE = ("assumption", "expert-opinion")


def status_of(
    number: Number[Any], document: Document, path: tuple[str | int, ...], sources: Mapping[str, Source]
) -> Status:
    """Sourced where a source is named that is not itself an assumption or an opinion; as stated where stated; else an
    assumption."""
    stated, source_id = number.status, source_id_of(number, document, path)
    if isinstance(document, ConditionsDocument) and stated is None:
        part = part_of_conditions(document, path)
        stated = None if part is None else part.status
    source = sources.get(source_id or "")
    if stated == "assumption" or source is None or source.kind in _NOT_EVIDENCE:
        return "assumption"
    return stated or "sourced"
