"""`{count: 60000, of: norway-2026}`: people, not a share; of the people of the named ages and sex of a population."""

from __future__ import annotations

import copy
from typing import Any

from tests.oracle.people import Row, reference_population
from tests.oracle.quantities import ages, plain, rate

Document = dict[str, Any]


def without_counts(guidelines: list[Document], populations: dict[str, list[Row]]) -> list[Document]:
    """The same guidelines with shares in place of counts."""
    found = copy.deepcopy(guidelines)
    for guideline in found:
        for recommendation in guideline["recommendations"].values():
            for group in recommendation.get("populations") or [recommendation["population"]]:
                for name, unit in (("share", "%"), ("incidence", "% / year")):
                    written = group.get(name)
                    if isinstance(written, dict) and "count" in written:
                        part = _count(name, written) / people_of_ages(group, populations[written["of"]])
                        group[name] = f"{part * 100!r} {unit}"
    return found


def _count(name: str, written: Document) -> float:
    return rate(written["count"]) if name == "incidence" else float(plain(written["count"]))


def people_of_ages(group: Document, rows: list[Row]) -> float:
    """People of a population's ages and sex in a table."""
    years = ages(group.get("ages", "all"))
    return sum(
        people
        for (sex, age), people in reference_population(rows).items()
        if age in years and group.get("sex", "all") in ("all", sex)
    )
