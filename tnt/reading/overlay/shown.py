"""What stands in a file, in few words: for saying what a scenario changed from and to."""

from __future__ import annotations

from typing import Any

from tnt.language.values.by_age import BY_AGE

_LONGEST = 100
_ABOUT_A_NUMBER = ("source", "status", "note")


def shown(data: Any) -> str:
    """A value as written; of a number its mean and range with its level; of a mapping or a list its content, cut
    short."""
    text = _text(data)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _text(data: Any) -> str:
    if isinstance(data, dict):
        if data.keys() == {BY_AGE}:
            return _text(data[BY_AGE])
        mean = data.get("mean", data.get("value"))
        if mean is None:
            hidden = _ABOUT_A_NUMBER if data.keys() & {"distribution", "count"} else ()
            return ", ".join(f"{key}: {_inner(value)}" for key, value in data.items() if key not in hidden)
        ends = [f"{_text(data[key])}" for key in ("low", "high") if key in data]
        level = f"{data.get('level', '90 %')}: " if len(ends) == 2 else ""
        return f"{_text(mean)} ({level}{' – '.join(ends)})" if ends else _text(mean)
    if isinstance(data, list):
        return ", ".join(map(_inner, data))
    return "null" if data is None else str(data).lower() if isinstance(data, bool) else str(data)


def _inner(data: Any) -> str:
    return (
        f"{{{_text(data)}}}" if isinstance(data, dict) and "mean" not in data and "value" not in data else _text(data)
    )
