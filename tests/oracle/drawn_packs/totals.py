"""Totals spread by shapes, in place of some of the prevalences of random conditions."""

from __future__ import annotations

from copy import copy
from typing import Any

from hypothesis import strategies as st

from tests.oracle.counts import people_of_ages
from tests.oracle.drawn_packs.rules import chance
from tests.oracle.people import Row

Document = dict[str, Any]
bands = st.sampled_from([["all"], ["40+"], ["18-39", "40-79", "80+"], ["0-17", "60+"], ["75"], ["50-104", "105+"]])
sexes = st.sampled_from([["all"], ["female", "male"], ["female"]])
relatives = st.sampled_from([0, 1, 4, 2.5, {"value": 10, "status": "assumption"}, 0.125])


def write_totals(draw: st.DrawFn, documents: list[Document], named: str, table: list[Row]) -> None:
    """`named`: a reference population and its table."""
    for document in documents:
        for name, condition in document["conditions"].items():
            if draw(chance) < 4:
                rows = draw(shapes())
                most = people_at_most(rows, table)
                total = int(most * draw(st.sampled_from([0.01, 0.3, 0.9])))
                if most:
                    document.setdefault("shapes", {})[f"of-{name}"] = {"rows": rows}
                    condition["prevalence"] = {"total": total, "of": named, "shape": f"of-{name}"}


@st.composite
def shapes(draw: st.DrawFn) -> list[Document]:
    """Rows of one shape."""
    people = [(band, sex) for band in draw(bands) for sex in draw(sexes)]
    return [{"ages": band, "sex": sex, "relative": copy(draw(relatives))} for band, sex in people]


def people_at_most(rows: list[Document], table: list[Row]) -> float:
    """How many the shape can spread so that nowhere more have the condition than there are people; 0 for nobody."""
    figures = [
        float(row["relative"]["value"] if isinstance(row["relative"], dict) else row["relative"]) for row in rows
    ]
    spread = sum(figure * people_of_ages(row, table) for figure, row in zip(figures, rows, strict=True))
    return spread / max(figures) if spread else 0.0
