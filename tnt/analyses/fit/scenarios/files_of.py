"""The files of inputs, by kind."""

from __future__ import annotations

from typing import TypeVar, cast

from tnt.compile.inputs import Inputs
from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityDocument
from tnt.reading.documents import Loaded

D = TypeVar("D", bound=Document)


def files_of(inputs: Inputs, kind: type[D]) -> list[Loaded[D]]:
    """Those of one kind that are used, in their order."""
    return [cast("Loaded[D]", file) for file in inputs.documents if isinstance(file.document, kind)]


def deciding_capacity(inputs: Inputs) -> Loaded[CapacityDocument] | None:
    """The working time that decides verdicts, as it is written."""
    deciding = None if inputs.capacity is None else inputs.capacity.id
    return next((file for file in files_of(inputs, CapacityDocument) if file.document.capacity == deciding), None)
