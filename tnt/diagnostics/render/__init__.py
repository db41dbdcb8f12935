"""How diagnostics are shown: one small renderer for each output, all from the same values."""

from collections.abc import Callable

from tnt.diagnostics.render.explain import codes_page, explain
from tnt.diagnostics.render.order import ordered
from tnt.diagnostics.render.to_concise import concise, render_concise
from tnt.diagnostics.render.to_github import render_github
from tnt.diagnostics.render.to_json import render_json
from tnt.diagnostics.render.to_sarif import render_sarif
from tnt.diagnostics.render.to_text import render_text
from tnt.diagnostics.render.words import message

RENDERERS: dict[str, Callable[..., str]] = {
    "text": render_text,
    "concise": render_concise,
    "json": render_json,
    "github": render_github,
    "sarif": render_sarif,
}
"""Name of an output -> its renderer: `render(diagnostics, lang=..., sources=...)`."""

__all__ = [
    "RENDERERS",
    "codes_page",
    "concise",
    "explain",
    "message",
    "ordered",
    "render_concise",
    "render_github",
    "render_json",
    "render_sarif",
    "render_text",
]
