"""Who stands behind the figures: the guidelines that count, labelled."""

from __future__ import annotations

from collections.abc import Iterable

from tnt.language.base import Document
from tnt.language.documents.guideline import GuidelineDocument
from tnt.reading.documents import Loaded
from tnt.result.guideline import GuidelineUsed


def guidelines_used(documents: Iterable[Loaded[Document]]) -> tuple[GuidelineUsed, ...]:
    """The guidelines among the documents that are used, in their order."""
    return tuple(_labelled(each.document) for each in documents if isinstance(each.document, GuidelineDocument))


def _labelled(document: GuidelineDocument) -> GuidelineUsed:
    return GuidelineUsed(
        id=document.guideline,
        title=document.title or document.guideline,
        version=document.version,
        status=document.status,
        date=document.date,
        publisher=document.publisher,
        author=document.author,
        contact=document.contact,
        approved_by=document.approved_by,
        url=document.url,
        url_status=document.url_status,
        note=document.note,
    )
