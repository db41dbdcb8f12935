"""One line a problem, for exceptions, search and small terminals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tnt.diagnostics.diagnostic import Diagnostic
from tnt.diagnostics.render.order import ordered
from tnt.diagnostics.render.words import did_you_mean, message, where


def concise(diagnostics: Iterable[Diagnostic], lang: str = "en") -> str:
    """`file:line:column: CODE message`, a line each, without a line break at the end."""
    return "\n".join(_line(problem, lang) for problem in ordered(diagnostics))


def render_concise(
    diagnostics: Iterable[Diagnostic], *, lang: str = "en", sources: Mapping[str, str] | None = None
) -> str:
    """As `concise`, ended by a line break; the texts of the files are not needed."""
    lines = concise(diagnostics, lang)
    return f"{lines}\n" if lines else ""


def _line(problem: Diagnostic, lang: str) -> str:
    place, meant = where(problem.place, lang), did_you_mean(problem, lang)
    text = f"{problem.code.value} {message(problem, lang)}"
    return (f"{place}: " if place else "") + text + (f" – {meant}" if meant else "")
