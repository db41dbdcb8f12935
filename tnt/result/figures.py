"""The catalogue of figures: unit, text and bound of each, in the metadata of its field, where all outputs read them.

The class of a field is the level of its figures: a recommendation, a role of one, a role's total, a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from typing import Any, Literal

Unit = Literal["hours", "share", "people", "posts", "years", "lists", "numbers", "factor"]
"""What a figure counts; shares are 0 to 1, lists and numbers are whole, a factor has no unit."""


@dataclass(frozen=True, slots=True)
class AboutFigure:
    """What is true of a figure whatever its value."""

    unit: Unit
    text: str | None = None
    """Key of its name in the catalogues of texts; None where no table names it."""
    column: str | None = None
    """Its name in a table; None where that is the name of the field."""
    lower_if: str | None = None
    """The flag beside it that makes it a lower bound."""
    upper_if: str | None = None
    least: str | None = None
    """The figure beside it that says how little it may be where it is unknown."""
    most: str | None = None


def figure(
    unit: Unit,
    text: str | None = None,
    *,
    column: str | None = None,
    lower_if: str | None = None,
    upper_if: str | None = None,
    least: str | None = None,
    most: str | None = None,
) -> dict[str, AboutFigure]:
    """Metadata of a field that is a figure."""
    return {"figure": AboutFigure(unit, text, column, lower_if, upper_if, least, most)}


def flag(column: str) -> dict[str, str]:
    """Metadata of a field that says how figures are known, by a name of its own in a table."""
    return {"flag": column}


def interval(unit: Unit, *ends: str) -> dict[str, Any]:
    """Metadata of a field that holds the ends of an interval, which have names of their own."""
    return {"interval": dict.fromkeys(ends, unit)}


def part(kind: type, prefix: str) -> dict[str, Any]:
    """Metadata of a field that holds a `kind` or None, whose figures a table names with a prefix."""
    return {"part": kind, "prefix": prefix}


def by_role(kind: type) -> dict[str, type]:
    """Metadata of a field that maps roles to a `kind`: rows of their own in a table."""
    return {"by_role": kind}


def figures_of(kind: type) -> Mapping[str, AboutFigure]:
    """The figures of a dataclass by name."""
    return {one.name: one.metadata["figure"] for one in fields(kind) if "figure" in one.metadata}


def columns_of(kind: type) -> dict[str, Unit | None]:
    """The columns of a dataclass in a table with their units; None for texts and flags."""
    return {name: unit for one in fields(kind) for name, unit in field_columns(one).items()}


def part_columns(kind: type, name: str) -> dict[str, Unit | None]:
    """The columns of a part of a dataclass."""
    return next(field_columns(one) for one in fields(kind) if one.name == name)


def field_columns(one: Field[Any]) -> dict[str, Unit | None]:
    """The columns of one field."""
    match one.metadata:
        case {"figure": AboutFigure(unit=unit, column=column)}:
            return {column or one.name: unit}
        case {"flag": column}:
            return {column: None}
        case {"interval": ends}:
            return dict(ends)
        case {"part": kind, "prefix": prefix}:
            return {f"{prefix}{name}": unit for name, unit in columns_of(kind).items()}
        case {"by_role": _}:
            return {}
    return {one.name: None}
