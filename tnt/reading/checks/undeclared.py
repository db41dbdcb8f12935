"""Conditions, roles and outcomes that nothing declares: each told once, however many parts name it, with the line that
declares a role or an outcome."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.diagnostics.messages import PluginCode
from tnt.language.values.words import as_id
from tnt.reading.documents import kind_of
from tnt.reading.yaml.tree import Tree
from tnt.written.ranges import flow

_SECTION: dict[Code | PluginCode, str] = {Code.UNKNOWN_ROLE: "roles", Code.UNKNOWN_OUTCOME: "outcomes"}
_ONCE = {Code.UNKNOWN_CONDITION, *_SECTION}
_MOST_RELATED = 3
_MOST_DECLARED = 6
"""In one line."""
_DECLARE_NOTHING = ("case", "capacity", "weights", "priorities")
"""Kinds of files in which `roles` is something else, or nothing, or which speak of what others declare."""


def told_once(problems: Iterable[Diagnostic], files: Mapping[str, Tree]) -> list[Diagnostic]:
    """The problems, of each undeclared condition, role or outcome the one at the first place that names it. `files` by
    name."""
    problems = list(problems)
    named: dict[tuple[object, str | None], list[Diagnostic]] = {}
    for problem in problems:
        if problem.code in _ONCE:
            named.setdefault(_named(problem), []).append(problem)
    once = [
        problem if problem.code not in _ONCE else _first(found)
        for problem in problems
        if problem.code not in _ONCE or (found := named.pop(_named(problem), []))
    ]
    missing: dict[tuple[object, str], list[str]] = {}
    for one in once:
        if one.code in _SECTION and one.suggestion is None and (entry := _entry(one)):
            missing.setdefault((one.code, one.place.file), []).append(entry)
    return [
        _with_declaration(one, missing.get((one.code, one.place.file), ()), files) if one.code in _SECTION else one
        for one in once
    ]


def _named(problem: Diagnostic) -> tuple[object, str | None]:
    return problem.code, as_id(problem.values["id"])


def _first(found: list[Diagnostic]) -> Diagnostic:
    first, *others = sorted(found, key=lambda one: _in_order(one.place))
    count = {"count": str(len(found))} if others else {}
    return replace(first, values={**first.values, **count}, related=tuple(one.place for one in others[:_MOST_RELATED]))


def _in_order(place: Place) -> tuple[object, ...]:
    return place.file, (0, 0) if place.span is None else (place.span.line, place.span.column)


def _with_declaration(problem: Diagnostic, missing: Sequence[str], files: Mapping[str, Tree]) -> Diagnostic:
    """With what declares it in the file that names it: an `entry` where there is such a section, else a `line` of its
    own, which declares what else is `missing` there as well, so that one line is enough, unless that is much."""
    tree, section, entry = files.get(problem.place.file), _SECTION[problem.code], _entry(problem)
    if tree is None or not entry or kind_of(tree) in _DECLARE_NOTHING:
        return problem
    entries = dict.fromkeys([*(missing if len(missing) <= _MOST_DECLARED else ()), entry])
    said = {"entry": entry} if section in tree.data else {"line": f"{section}: {{{', '.join(entries)}}}"}
    return replace(problem, values={**problem.values, **said})


def _entry(problem: Diagnostic) -> str:
    """`optiker: {title: Optiker}`, or of an outcome `slag: Slag`; empty where the text holds nothing for an id."""
    written = " ".join(problem.values["id"].split())
    name = as_id(written)
    text = written.replace("-", " ") if name == written else written
    title = text[:1].upper() + text[1:]
    if flow({"title": title}) is None:
        title = json.dumps(title, ensure_ascii=False)
    declared = title if problem.code is Code.UNKNOWN_OUTCOME else f"{{title: {title}}}"
    return f"{name}: {declared}" if name else ""
