"""Totals spread over the ages by a shape -> prevalences, before anything is computed.

METHOD.md, "Age shape of a condition": prevalence = total × relative ÷ Σ(people × relative), over the people of the
reference population. Documents leave here with a prevalence for each row of the shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import floor
from typing import Any, TypeVar

from pydantic import BaseModel

from tnt.diagnostics import Code, Diagnostic, ProblemSink
from tnt.language.base import Document
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.conditions import AgeShape, ConditionsDocument, Prevalence, ShapeRow, SpreadTotal
from tnt.language.values.number import Number, Share
from tnt.reading.counted import people_of
from tnt.reading.documents import Loaded
from tnt.reading.one_file.partly import is_whole
from tnt.reading.reference_populations import ReferencePopulations

D = TypeVar("D", bound=Document)
_ROUNDING = 1e-12


def with_spread(loaded: Loaded[D], known: ReferencePopulations, problems: ProblemSink) -> Loaded[D]:
    """The document with the prevalences of every total that is spread, and what is wrong with these."""
    document: Any = loaded.document
    if isinstance(document, CaseDocument) and isinstance(given := document.given.conditions, ConditionsDocument):
        inside = Loaded(loaded.tree, given, ("given", "conditions"))
        spread = {"conditions": _spread(inside, known, problems)}
        document = document.model_copy(update={"given": document.given.model_copy(update=spread)})
    elif isinstance(document, ConditionsDocument):
        document = _spread(Loaded(loaded.tree, document, loaded.base), known, problems)
    return loaded if document is loaded.document else replace(loaded, document=document)


def _spread(file: Loaded[ConditionsDocument], known: ReferencePopulations, problems: ProblemSink) -> ConditionsDocument:
    spread = {}
    for name, total, shape in _totals(file):
        by_age = known.people(total.of, problems)
        if by_age is None:  # what is wrong with the name or its table has been told
            continue
        relative = sum(row.relative.expected * people_of(by_age, row) for row in shape.rows)
        found = _problem(file, name, total, shape, relative)
        problems.extend(found)
        per_relative = 0.0 if relative == 0 else total.total.expected / relative
        condition = file.document.conditions[name]
        rows = (_prevalence(row, min(per_relative * row.relative.expected, 1.0)) for row in shape.rows)
        spread[name] = condition.model_copy(update={"prevalence": total.over(rows, relative)})
    conditions = file.document.conditions | spread
    return file.document.model_copy(update={"conditions": conditions}) if spread else file.document


def _totals(file: Loaded[ConditionsDocument]) -> Iterator[tuple[str, SpreadTotal, AgeShape]]:
    """Condition, total and shape, where both could be read."""
    for name, condition in file.document.conditions.items():
        total = condition.prevalence
        if not isinstance(total, SpreadTotal) or not _is_read(file, SpreadTotal, "conditions", name, "prevalence"):
            continue
        shape = file.document.shapes.get(total.shape)
        if shape is not None and _is_read(file, AgeShape, "shapes", total.shape):
            yield name, total, shape


def _is_read(file: Loaded[ConditionsDocument], model: type[BaseModel], *path: str) -> bool:
    """Whether a part is there and all of it could be read."""
    at = (*file.base, *path)
    return file.tree.nodes(at)[2] == len(at) and is_whole(model, file.tree.value(at))


def _problem(
    file: Loaded[ConditionsDocument], name: str, total: SpreadTotal, shape: AgeShape, relative: float
) -> Iterator[Diagnostic]:
    """What is wrong with a total: nobody to have it, or more who have it at some age than there are."""
    at = ("conditions", name, "prevalence")
    related = (file.place("shapes", total.shape, key=True),)
    if relative == 0:
        values: Mapping[str, str] = {"shape": total.shape, "id": total.of}
        yield Diagnostic(Code.SHAPE_OF_NOBODY, file.place(*at, "shape"), values, related=related)
        return
    number = total.total
    most = max(figure for figure in (number.expected, number.high, number.mode) if figure is not None)
    peak = max(shape.rows, key=lambda row: row.relative.expected)
    share = most * peak.relative.expected / relative
    if share > 1 + _ROUNDING:
        values = {
            "found": f"{most:.12g}",
            "id": total.of,
            "ages": str(peak.ages),
            "sex": peak.sex,
            "share": f"{share * 100:.3g} %",
            "count": str(floor(relative / peak.relative.expected)),
        }
        yield Diagnostic(Code.TOTAL_OVER_PEOPLE, file.place(*at, "total"), values, related=related)


def _prevalence(row: ShapeRow, share: float) -> Prevalence:
    return Prevalence.model_construct(ages=row.ages, sex=row.sex, share=Number[Share].model_construct(value=share))
