"""The templates of pages, and what every one of them may use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateNotFound,
)

from tnt.plugins import PluginError
from tnt.visible import legible


@cache
def environment(kind: type[Environment] = Environment) -> Environment:
    """Where templates are found and how they behave: everything escaped, what would be obeyed or hidden is shown, an
    unknown name is an error."""
    return kind(
        loader=ChoiceLoader([FileSystemLoader(_templates()), _OfPlugins()]),
        autoescape=True,
        finalize=_legible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


class _OfPlugins(BaseLoader):
    """Finds `package:path/in/package.html` in the installed package."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        package, colon, path = template.partition(":")
        if not colon:
            raise TemplateNotFound(template)
        try:
            return PackageLoader(package, "").get_source(environment, path)
        except (ImportError, ValueError, TemplateNotFound) as error:
            raise PluginError("template", distribution=package, found=path) from error


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
