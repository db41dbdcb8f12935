"""`{total: 150000, of: norway-2026, shape: copd}`: people of a whole population, spread over its ages by a shape."""

from __future__ import annotations

from typing import Any

from tests.oracle.people import CELLS, SEXES, Cell, Row, reference_population
from tests.oracle.quantities import ages, plain

Document = dict[str, Any]


def without_totals(documents: list[Document], populations: dict[str, list[Row]]) -> list[Document]:
    """The same conditions with a share for each sex and year of age in place of totals."""
    return [
        {
            **document,
            "conditions": {
                name: one | {"prevalence": _rows(one["prevalence"], document.get("shapes", {}), populations)}
                for name, one in document["conditions"].items()
            },
        }
        for document in documents
    ]


def _rows(written: Any, shapes: Document, populations: dict[str, list[Row]]) -> list[Document]:
    if isinstance(written, list):
        return written
    return [
        {"ages": str(age), "sex": sex, "share": f"{share * 100!r} %"}
        for (sex, age), share in spread(written, shapes, populations).items()
    ]


def spread(written: Document, shapes: Document, populations: dict[str, list[Row]]) -> dict[Cell, float]:
    """total x shape / sum of people x shape, nowhere more than everybody; ages that a shape does not name have none."""
    people, shape = reference_population(populations[written["of"]]), dict.fromkeys(CELLS, 0.0)
    for row in shapes[written["shape"]]["rows"]:
        for sex in SEXES if row.get("sex", "all") == "all" else (row["sex"],):
            for age in ages(row.get("ages", "all")):
                shape[sex, age] = float(plain(row["relative"]))
    divisor = sum(people[cell] * shape[cell] for cell in CELLS)
    return {cell: min(1.0, float(plain(written["total"])) * shape[cell] / divisor) for cell in CELLS}
