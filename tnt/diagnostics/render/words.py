"""A diagnostic in words: its message, and the short lines around it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tnt.diagnostics.diagnostic import Diagnostic, Place
from tnt.diagnostics.messages import DiagnosticTexts, PluginCode, code_text, texts
from tnt.visible import shortened, visible

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_VALUE = re.compile(r"\{(?P<name>\w+)(?::(?P<kind>\w+)|:(?P<one>[^|{}]+)\|(?P<many>[^|{}]+))?\}")
_SENTENCE_END = re.compile(r"(?<=\.)\s+(?=[^\W\d_])")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " ")
"""Spaces that do not break a line look in a message as they do in the file, and not as an escape."""
LEFT_OUT = "…"


def message(diagnostic: Diagnostic, lang: str) -> str:
    """The message on one line; a value that is missing leaves out its part of the sentence, else shows as `…`.

    Of one that stands for several it says how many, and where the next are.
    """
    catalogue = texts(lang)
    said = filled(code_text(diagnostic.code, lang).message, diagnostic.values, catalogue)
    return said + filled(catalogue.labels["alike"], diagnostic.values, catalogue)


def filled(template: str, values: Mapping[str, str], catalogue: DiagnosticTexts) -> str:
    """A template with its values, escaped and shortened; a part in brackets goes when one of its values is missing."""

    def optional(part: re.Match[str]) -> str:
        return part[1] if all(values.get(value["name"]) for value in _VALUE.finditer(part[1])) else ""

    def value(place: re.Match[str]) -> str:
        given = str(values.get(place["name"]) or LEFT_OUT)
        if place["one"]:
            return place["one"] if given == "1" else place["many"]
        return _worded(given, place["kind"], catalogue)

    return _VALUE.sub(value, _OPTIONAL.sub(optional, template))


def form(template: str) -> str:
    """The message of a code with nothing filled in."""
    return _VALUE.sub(lambda place: place["many"] or LEFT_OUT, template.replace("[", "").replace("]", ""))


def values_of(template: str) -> dict[str, bool]:
    """The values a message knows -> whether it cannot do without them."""
    needed = {value["name"] for value in _VALUE.finditer(_OPTIONAL.sub("", template))}
    return {value["name"]: value["name"] in needed for value in _VALUE.finditer(template)}


def did_you_mean(diagnostic: Diagnostic, lang: str) -> str:
    """`did you mean “…”?`, or nothing."""
    catalogue = texts(lang)
    if diagnostic.suggestion is None:
        return ""
    on_one_line = re.sub(r"\n *", " ↵ ", diagnostic.suggestion)
    return filled(catalogue.labels["did_you_mean"], {"suggestion": on_one_line}, catalogue)


def hint(diagnostic: Diagnostic, lang: str) -> str:
    """How to mend it, in the first sentence of the fix, and where to read more of a code of tnt."""
    catalogue = texts(lang)
    fix = _SENTENCE_END.split(code_text(diagnostic.code, lang).fix)[0]
    label = "hint_of_plugin" if isinstance(diagnostic.code, PluginCode) else "hint"
    return catalogue.labels[label].replace("{fix}", fix).replace("{code}", diagnostic.code.value)


def cell(place: Place, lang: str) -> str:
    """`row 14, column male_0-4`, or as much of it as is known."""
    if place.cell is None:
        return ""
    catalogue, (row, column) = texts(lang), place.cell
    parts = [filled(catalogue.labels["row"], {"row": str(row)}, catalogue) if row > 0 else ""]
    parts.append(filled(catalogue.labels["column"], {"column": column}, catalogue) if column else "")
    return ", ".join(filter(None, parts))


def where(place: Place, lang: str) -> str:
    """`file:line:column`, or the file and the cell of a table; empty where no file is to blame."""
    parts = [visible(place.file)]
    if place.span is not None:
        parts += [f"{place.span.line}:{place.span.column}"]
    elif named := cell(place, lang):
        parts += [f" {named}"]
    return ":".join(parts) if place.file else ""


def _worded(value: str, kind: str | None, catalogue: DiagnosticTexts) -> str:
    word = catalogue.words.get(value) if kind else None
    shown = visible(shortened(value.translate(_SPACES)))
    if kind == "like" and word is None:
        return catalogue.labels["like"].replace("{value}", shown)
    return word or shown
