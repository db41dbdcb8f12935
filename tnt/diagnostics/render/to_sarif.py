"""SARIF 2.1.0 (OASIS), which code hosts and editors read; each code is a rule with its help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from tnt.diagnostics.codes import Code
from tnt.diagnostics.diagnostic import Diagnostic, Place
from tnt.diagnostics.messages import MESSAGE_LANGUAGES, PluginCode, code_text, texts
from tnt.diagnostics.render.order import ordered
from tnt.diagnostics.render.to_json import dumped
from tnt.diagnostics.render.words import cell, did_you_mean, form, message

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(
    diagnostics: Iterable[Diagnostic], *, lang: str = "en", sources: Mapping[str, str] | None = None
) -> str:
    """One run with one result a problem. A cell of a table is a logical location: a table need not have lines."""
    problems = ordered(diagnostics)
    codes = sorted({problem.code for problem in problems}, key=lambda code: code.value)
    rules = [_rule(code, lang) for code in codes]
    run = {
        "tool": {"driver": {"name": "tnt", "rules": rules}},
        "language": lang if lang in MESSAGE_LANGUAGES else "en",
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code), lang) for problem in problems],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: Code | PluginCode, lang: str) -> dict[str, Any]:
    text = code_text(code, lang)
    fenced = f"\n\n```yaml\n{text.example.strip()}\n```" if text.example else ""
    indented = f"\n\n{text.example.strip()}" if text.example else ""
    return {
        "id": code.value,
        "name": "".join(word.capitalize() for word in code.name.split("_")),
        "shortDescription": {"text": form(text.message)},
        "fullDescription": {"text": text.why},
        "help": {"text": f"{text.fix}{indented}", "markdown": f"{text.fix}{fenced}"},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(problem: Diagnostic, rule: int, lang: str) -> dict[str, Any]:
    text = " – ".join(filter(None, [message(problem, lang), did_you_mean(problem, lang)]))
    result = {
        "ruleId": problem.code.value,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": text},
        "locations": [_location(problem.place, lang)] if problem.place.file else [],
    }
    if problem.related:
        note = {"message": {"text": texts(lang).labels["related"]}}
        result["relatedLocations"] = [
            {"id": number} | _location(place, lang) | note for number, place in enumerate(problem.related)
        ]
    return result


def _location(place: Place, lang: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(place.file)}}
    if (span := place.span) is not None:
        physical["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    if named := cell(place, lang):
        location["logicalLocations"] = [{"fullyQualifiedName": named}]
    return location


def uri(file: str) -> str:
    """A path as the user named it -> a URI reference: relative stays relative."""
    path = PurePath(file)
    if not path.is_absolute():
        return quote(path.as_posix(), safe="/", errors="replace")
    return "file://" + quote("/" + path.as_posix().lstrip("/"), safe="/:", errors="replace")
