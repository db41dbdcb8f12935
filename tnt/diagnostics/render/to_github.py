"""Workflow commands of GitHub Actions: each problem becomes an annotation beside the line it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tnt.diagnostics.codes import Severity
from tnt.diagnostics.diagnostic import Diagnostic, Place
from tnt.diagnostics.render.order import ordered
from tnt.diagnostics.render.words import cell, did_you_mean, hint, message
from tnt.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(
    diagnostics: Iterable[Diagnostic], *, lang: str = "en", sources: Mapping[str, str] | None = None
) -> str:
    """`::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`, a line each."""
    return "".join(_command(problem, lang) + "\n" for problem in ordered(diagnostics))


def _command(problem: Diagnostic, lang: str) -> str:
    properties = _position(problem.place) | {"title": problem.code.value}
    named = cell(problem.place, lang)
    lines = [(f"{named}: " if named else "") + message(problem, lang), did_you_mean(problem, lang), hint(problem, lang)]
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {written}::" + _data("\n".join(filter(None, lines)))


def _position(place: Place) -> dict[str, str]:
    """GitHub takes columns only where first and last line are the same."""
    position = {"file": visible(place.file)} if place.file else {}
    if (span := place.span) is None:
        return position
    position |= {"line": str(span.line)}
    position |= {"col": str(span.column)} if span.line == span.end_line else {}
    position |= {"endLine": str(span.end_line)}
    return position | ({"endColumn": str(span.end_column)} if span.line == span.end_line else {})


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
