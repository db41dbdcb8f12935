"""Where YAML nodes stand, and what is wrong before there are any: syntax, anchors and aliases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from tnt.diagnostics import Code, Diagnostic, Place, Span
from tnt.reading.yaml.colons import COLON, in_quotes

_CODES = {"but found another document": Code.MANY_DOCUMENTS, "found undefined alias": Code.YAML_ALIAS}
_TAB = "found a tab character that violates indentation"


def span_of(start: yaml.Node, end: yaml.Node) -> Span:
    """From the beginning of one node to the end of another."""
    first, last = start.start_mark, end.end_mark
    return Span(first.line + 1, first.column + 1, last.line + 1, last.column + 1)


def twice(file: str, again: yaml.Node, first: yaml.Node, meant: str) -> Diagnostic:
    """A key that means another key there is."""
    place, related = (Place(file, span_of(node, node)) for node in (again, first))
    return Diagnostic(Code.DUPLICATE_KEY, place, {"key": f"{again.value} = {meant}"}, related=(related,))


def first_line(span: Span) -> Span:
    """A long block is shown by where it begins."""
    if span.end_line == span.line:
        return span
    return Span(span.line, span.column, span.line, span.column + 1)


def syntax_problem(file: str, text: str, error: yaml.YAMLError) -> Diagnostic:
    """What the YAML parser or composer complains of, and what was left open where it says so."""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    if mark is None:  # the reader met a character that may not stand in YAML; it counts bytes
        span = after(text.encode()[: getattr(error, "position", 0)].decode(errors="ignore"))
    else:
        span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    if mark is not None and text[mark.index : mark.index + 1] == "\t" and "cannot start any token" in problem:
        problem = _TAB
    place = Place(file, span)
    opened = begun and Place(file, Span(begun.line + 1, begun.column + 1, begun.line + 1, begun.column + 2))
    related = (opened,) if opened and opened != place and "expected key" not in problem else ()
    return Diagnostic(_CODES.get(problem, Code.YAML_SYNTAX), place, {"problem": problem}, related=related)


def colon_problem(file: str, text: str, begins: int, ends: int) -> Diagnostic:
    """A text with a colon in it, and the same in quotes."""
    first, last = after(text[:begins]), after(text[: ends - 1])
    place = Place(file, Span(first.line, first.column, last.line, last.end_column))
    return Diagnostic(Code.YAML_SYNTAX, place, {"problem": COLON}, in_quotes(text[begins:ends]))


def without_colons_mended(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Without a colon whose text another problem tells with a mend, in which it does not stand any more."""
    found = list(problems)
    mended = {one.place for one in found if one.code is not Code.YAML_SYNTAX and one.suggestion is not None}
    return [one for one in found if not (one.code is Code.YAML_SYNTAX and one.suggestion and one.place in mended)]


def after(before: str) -> Span:
    """The place of the one character that comes after this text."""
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Span(line, column, line, column + 1)


def alias_problems(file: str, events: Iterable[Any]) -> list[Diagnostic]:
    """Each alias with its anchor beside it, and each anchor that no alias uses."""
    anchors: dict[str, Place] = {}
    uses: dict[str, list[Diagnostic]] = {}
    for event in events:
        mark, name = event.start_mark, str(event.anchor)
        place = Place(file, Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2 + len(name)))
        if isinstance(event, yaml.AliasEvent):
            uses.setdefault(name, []).append(Diagnostic(Code.YAML_ALIAS, place, related=(anchors[name],)))
        else:
            anchors[name] = place
    unused = [Diagnostic(Code.YAML_ALIAS, place) for name, place in anchors.items() if name not in uses]
    return [problem for problems in uses.values() for problem in problems] + unused
