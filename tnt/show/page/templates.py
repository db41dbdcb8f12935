"""The templates of pages, and what every one of them may use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tnt.visible import legible


@cache
def environment(kind: type[Environment] = Environment) -> Environment:
    """Where templates are found and how they behave: everything escaped, what would be obeyed or hidden is shown, an
    unknown name is an error."""
    return kind(
        loader=FileSystemLoader(_templates()),
        autoescape=True,
        finalize=_legible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _legible(value: Any) -> Any:
    """What a template puts in: no control or direction mark in a text, be it markup of a macro or not."""
    if not isinstance(value, str):
        return value
    text = str(value)  # markup is slower to look through
    shown = legible(text)
    return value if shown is text else type(value)(shown)


def _templates() -> Path:
    """Beside the package in a checkout, inside it when installed."""
    installed = Path(__file__).parents[2] / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"
