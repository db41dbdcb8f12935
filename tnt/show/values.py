"""A part of a result as plain values, by the catalogue of figures: nested for JSON, flat for tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import Field, fields
from functools import partial
from typing import Any

from tnt.language.base import in_language
from tnt.result.bounded import marked
from tnt.result.figures import field_columns, part_columns
from tnt.result.json_values import plain


def document(one: Any) -> dict[str, Any]:
    """Every field of a dataclass of `tnt.result` under its name; unknown is None, what is by role stands by role."""
    values: dict[str, Any] = {}
    for each in fields(one):
        value = getattr(one, each.name)
        match each.metadata:
            case {"interval": ends}:
                values[each.name] = None if value is None else [plain(end) for end in value]
                values |= dict(zip(ends, values[each.name] or (None, None), strict=True))
            case {"part": _}:
                values[each.name] = None if value is None else document(value)
            case {"by_role": kind}:
                values |= {
                    of_role.name: {role: _known(hours, of_role) for role, hours in value.items()}
                    for of_role in fields(kind)
                }
            case _:
                values[each.name] = _known(one, each)
    return values


def cells(one: Any, lang: str = "en") -> dict[str, Any]:
    """The same as cells of one row, by the names of `columns_of`; texts in `lang`."""
    row: dict[str, Any] = {}
    for each in fields(one):
        value, names = getattr(one, each.name), field_columns(each)
        match each.metadata:
            case {"interval": _}:
                row |= dict.fromkeys(names) if value is None else zip(names, map(plain, value), strict=True)
            case {"part": _}:
                row |= _named(names, value)
            case _:
                row |= dict.fromkeys(names, in_language(value, lang) if isinstance(value, dict) else _known(one, each))
    return row


def part_cells(kind: type, name: str, value: Any) -> dict[str, Any]:
    """A part of a `kind` as cells, as rows of the `kind` name them; None where there is no such part."""
    return _named(part_columns(kind, name), value)


def _named(names: Iterable[str], part: Any) -> dict[str, Any]:
    return dict.fromkeys(names) if part is None else dict(zip(names, cells(part).values(), strict=True))


def _known(one: Any, each: Field[Any]) -> Any:
    """The value of a field; None where it is unknown, also where all that is known of it is that it is at least 0.
    Counts stay whole, and a count of lists is what it is."""
    value = getattr(one, each.name)
    if not isinstance(value, float):
        return value
    about = each.metadata.get("figure")
    return plain(value) if about is None or marked(value, about, partial(getattr, one)).is_known else None
