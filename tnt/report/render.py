"""Result -> one self-contained web page: no script, nothing fetched from anywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tnt.diagnostics.render.visible import legible
from tnt.locale import Texts
from tnt.report.build import report_context
from tnt.report.context import Report
from tnt.result.model import Result


def render_report(result: Result, lang: str, command: str | None = None) -> str:
    """The report as HTML, in `nb` or `en`. `command` is shown as the way to make it again.

    The same result, language and command give the same text.
    """
    texts = Texts(lang)
    return render(environment(), report_context(result, texts, command), texts)


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


def render(templates: Environment, report: Report, texts: Texts) -> str:
    """The page of a context."""
    return templates.get_template("report/report.html").render(page=report, report=report, t=texts.text)


def _legible(value: Any) -> Any:
    """What a template puts in: no control or direction mark in a text, be it markup of a macro or not."""
    return type(value)(legible(value)) if isinstance(value, str) else value


def _templates() -> Path:
    """Beside the package in a checkout, inside it when installed."""
    installed = Path(__file__).parents[1] / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "templates"
