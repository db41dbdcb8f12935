"""Where numbers come from: a number with no source is an assumption, counted and shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.base import Document
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.declares import Source
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.language.walk import numbers
from tnt.reading.documents import Loaded
from tnt.reading.pack import Pack
from tnt.reading.provenance import status_of


def assumptions(pack: Pack) -> Iterator[Diagnostic]:
    """One note a file that is no case: how many of its numbers are assumptions. A weight is none: it is a judgement of
    values, which nothing but its signature backs."""
    for loaded in pack.documents:
        if not isinstance(loaded.document, CaseDocument | WeightsDocument):
            yield from _assumptions(loaded, pack.sources)


def _assumptions(loaded: Loaded[Document], sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    statuses = [status_of(number, loaded.document, path, sources) for path, number in numbers(loaded.document)]
    count = statuses.count("assumption")
    if count:
        yield Diagnostic(Code.ASSUMPTIONS, Place(loaded.tree.file), {"count": str(count), "of": str(len(statuses))})
