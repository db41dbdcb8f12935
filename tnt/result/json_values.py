"""Figures and texts as other programs take them: unknown is None, never NaN, and text is UTF-8."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any


def plain(value: float | None) -> float | None:
    """The number, or None where it is unknown; no minus zero."""
    return None if value is None or not math.isfinite(value) else float(value) + 0.0


def plain_by_role(figures: Mapping[str, float | None]) -> dict[str, float | None]:
    """The same by role."""
    return {role: plain(value) for role, value in figures.items()}


def plain_tree(value: Any) -> Any:
    """The same of all numbers in mappings and lists, whose tuples become lists."""
    if isinstance(value, float):
        return plain(value)
    if isinstance(value, Mapping):
        return {name: plain_tree(each) for name, each in value.items()}
    return [plain_tree(each) for each in value] if isinstance(value, list | tuple) else value


def json_text(document: Mapping[str, Any]) -> str:
    """JSON for programs and people, ends with a newline. ValueError for a number JSON does not have."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def sayable(text: str) -> str:
    """A text that may be the name of a file; what of it UTF-8 cannot say is an escape."""
    return text.encode("utf-8", "backslashreplace").decode()
