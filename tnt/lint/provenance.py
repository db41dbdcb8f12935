"""Where numbers come from: a number with no source is an assumption, counted and shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.format.base import Document
from tnt.format.conditions import ConditionsDocument
from tnt.format.number import Number, Status
from tnt.format.shared_parts import Source
from tnt.format.walk import numbers
from tnt.reading.addresses import source_id_of
from tnt.reading.documents import Loaded

_NOT_EVIDENCE = ("assumption", "expert-opinion")


def status_of(
    number: Number[Any], document: Document, path: tuple[str | int, ...], sources: Mapping[str, Source]
) -> Status:
    """Sourced where a source is named that is not itself an assumption or an opinion; as stated where stated; else an
    assumption."""
    stated, source_id = number.status, source_id_of(number, document, path)
    if isinstance(document, ConditionsDocument) and stated is None:
        stated = document.conditions[str(path[1])].status
    source = sources.get(source_id or "")
    if stated == "assumption" or source is None or source.kind in _NOT_EVIDENCE:
        return "assumption"
    return stated or "sourced"


def assumptions(loaded: Loaded[Document], sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """One note a file: how many of its numbers are assumptions."""
    statuses = [status_of(number, loaded.document, path, sources) for path, number in numbers(loaded.document)]
    count = statuses.count("assumption")
    if count:
        yield Diagnostic(Code.ASSUMPTIONS, Place(loaded.tree.file), {"count": str(count), "of": str(len(statuses))})
