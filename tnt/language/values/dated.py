"""Dated values: a value as a list of entries, each for a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

FROM, UNTIL = "from", "until"
DAY_PATTERN = r"^(\d{4}-\d{2}-\d{2}|\d{1,2}\. ?\d{1,2}\. ?\d{4}|\d{1,2}(\.|st|nd|rd|th)? ?[A-Za-z]{3,9}\.?,? \d{4})$"
_DAY = {"type": "string", "pattern": DAY_PATTERN}
_DATES: dict[str, Any] = {
    FROM: _DAY | {"description": "First day of the value; left out only in the earliest entry."},
    UNTIL: _DAY | {"description": "Last day of the value, included; left out only in the latest entry."},
}


class Datable:
    """Marks a field that is no number and may yet be written as entries with dates."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included; None is open."""

    first: date | None
    last: date | None

    def __contains__(self, day: date) -> bool:
        """Whether the day lies within."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        """As 2023-07-01 – 2024-06-30, with dots for an open end."""
        first, last = ("…" if day is None else day.isoformat() for day in (self.first, self.last))
        return f"{first} – {last}"


def is_dated(value: Any) -> bool:
    """Whether a value as read from YAML is entries with dates."""
    return isinstance(value, list) and any(isinstance(item, dict) and (FROM in item or UNTIL in item) for item in value)


def with_dates(
    short: dict[str, Any],
    mapping: dict[str, Any] | None,
    *,
    may_be_null: bool = False,
    by_age: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """JSON Schema of a value that may also be entries with dates. `mapping` is the long form of the plain value, if it
    has one; `may_be_null`: an entry may say that the value cannot be estimated; `by_age` are the keys of one that
    differs by age, which an entry may be too."""
    properties = {"value": short} if mapping is None else dict(mapping["properties"])
    if may_be_null:
        properties["value"] = {"anyOf": [properties["value"], {"type": "null"}]}
    entry: dict[str, Any] = {
        "type": "object",
        "properties": _DATES | properties,
        "anyOf": [{"required": [key]} for key in _DATES],
        "oneOf": [{"required": ["value"]}] if mapping is None else one_mean("count" in properties),
        **({} if mapping is None else {"dependencies": go_together("count" in properties)}),
        "additionalProperties": False,
    }
    if by_age is not None:
        keys = {"properties": _DATES | by_age, "required": list(by_age), "additionalProperties": False}
        entry = {"anyOf": [entry, {"type": "object", **keys}]}
    plain = [short] if mapping is None else [short, mapping]
    return {"anyOf": [*plain, {"type": "array", "minItems": 1, "items": entry}]}


def one_mean(may_be_counted: bool = False) -> list[dict[str, Any]]:
    """JSON Schema of what says the mean of a number: exactly one of these, the third for a distribution between two
    ends, the last for what may be said as a count."""
    counted = [{"required": ["count", "of"]}] if may_be_counted else []
    return [{"required": ["value"]}, {"required": ["mean"]}, {"required": ["distribution", "low", "high"]}, *counted]


def go_together(may_be_counted: bool = False) -> dict[str, list[str]]:
    """JSON Schema of the keys of a number that need others beside them."""
    return {"level": ["low", "high"]} | ({"count": ["of"], "of": ["count"]} if may_be_counted else {})
