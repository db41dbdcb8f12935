"""Strengths without a direction, which were read as for: said, with how to write them."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.documents.grade import grade_alone
from tnt.language.documents.guideline import GuidelineDocument
from tnt.reading.one_file.read import inside_case
from tnt.reading.pack import Pack

_MOST_RELATED = 3


def strengths(pack: Pack) -> Iterator[Diagnostic]:
    """One warning for each way of writing it in a file, at the first place."""
    places: dict[tuple[str, str, str], list[Place]] = {}
    for loaded in (part for document in pack.documents for part in [document, *inside_case(document)]):
        if not isinstance(loaded.document, GuidelineDocument):
            continue
        for name, rec in loaded.document.recommendations.items():
            written = loaded.word("recommendations", name, "strength")
            if rec.strength is not None and written is not None and grade_alone(written) is not None:
                place = loaded.place("recommendations", name, "strength")
                places.setdefault((place.file, written, rec.strength), []).append(place)
    for (_, written, meant), (first, *others) in places.items():
        values = {"found": written, "meant": meant}
        if others:
            values["count"] = str(1 + len(others))
        yield Diagnostic(Code.STRENGTH_TAKEN_AS_FOR, first, values, meant, tuple(others[:_MOST_RELATED]))
