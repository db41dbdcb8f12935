"""pydantic's errors -> located diagnostics in our codes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tnt.diagnostics import Code, Diagnostic, Place, ValueProblem
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import ID_PATTERN, Document
from tnt.language.documents.combined import CONDITION_FORMS
from tnt.language.documents.declares import KNOWN_ROLES
from tnt.language.documents.fit.choice import NAME_FORMS
from tnt.language.documents.fit.priorities import PrioritiesDocument
from tnt.language.documents.fit.signed import SIGNATURE
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.language.documents.population import DEFAULT_POPULATION
from tnt.language.schema.annotations import fields_at
from tnt.language.values.by_age import NUMBER_FORMS
from tnt.language.values.keys import is_odds_ratio, key_likely, key_read, says_language
from tnt.language.values.role_parts import PART_FORMS
from tnt.language.values.roles import role_meant, role_nearest
from tnt.language.values.words import as_id
from tnt.reading.in_words.ages_of_a_sex import with_sex
from tnt.reading.in_words.course_meant import in_its_place, is_two_keys
from tnt.reading.names import NAMES_SAID
from tnt.reading.yaml.tree import KeyPath, Tree
from tnt.written.figures import readings
from tnt.written.ranges import flow

_EXPECTED = {
    "string": "text",
    "int": "whole-number",
    "float": "number",
    "dict": "mapping",
    "model": "mapping",
    "list": "list",
    "bool": "true-false",
}
_FORMS = frozenset((*NUMBER_FORMS, *CONDITION_FORMS, *PART_FORMS, *NAME_FORMS))
_SIGNED: dict[type[Document], str] = {WeightsDocument: "weights", PrioritiesDocument: "priorities"}
_MISSING = (Code.MISSING_KEY, Code.UNSIGNED)
_SIMPLE = {"too_short": Code.EMPTY, "string_too_short": Code.EMPTY, "string_too_long": Code.BAD_ID}


def validation_problems(
    error: ValidationError, tree: Tree, document: type[Document], nearest: Nearest
) -> list[Diagnostic]:
    """Every error, at its place in the file. Of the branches of a union only the one that fits best is reported."""
    diagnostics: dict[tuple[KeyPath, object, str], Diagnostic] = {}
    for detail in error.errors(include_url=False):
        path = in_file(tree, detail["loc"])
        diagnostic = _diagnostic(detail, tree, document, nearest)
        missing = diagnostic.values["key"] if diagnostic.code in _MISSING else ""
        diagnostics.setdefault((path, diagnostic.code, missing), diagnostic)
    below = Counter(path[:length] for path, _, _ in diagnostics for length in range(len(path) + 1))
    misspelt = {(path[:-1], one.suggestion) for (path, code, _), one in diagnostics.items() if code is Code.UNKNOWN_KEY}
    return [
        problem
        for (path, code, missing), problem in diagnostics.items()
        if not (code is Code.WRONG_TYPE and below[path] > 1)  # another branch of a union says something more exact
        and not (code in _MISSING and (path, missing) in misspelt)  # which is reported
    ]


def in_file(tree: Tree, loc: KeyPath) -> KeyPath:
    """The parts of pydantic's path that are in the file."""
    path: KeyPath = ()
    for part in loc:
        if tree.nodes((*path, part))[2] == len(path) + 1:
            path = (*path, part)
    return path


def _without_forms(tree: Tree, loc: KeyPath) -> KeyPath:
    """Without what stands in no file: which form of a number, of conditions or of names is meant."""
    path: KeyPath = ()
    for part in loc:
        if part not in _FORMS or tree.nodes((*path, part))[2] > len(path):
            path = (*path, part)
    return path


def _diagnostic(detail: ErrorDetails, tree: Tree, document: type[Document], nearest: Nearest) -> Diagnostic:
    kind, loc, given = detail["type"], _without_forms(tree, detail["loc"]), detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "extra_forbidden":
        key = str(loc[-1])
        if is_odds_ratio(key) and "relative_risk" in fields_at(document, loc[:-1]):
            return Diagnostic(Code.ODDS_RATIO, tree.place(loc, key=True), {"key": key})
        if key_read(key, ("source",)) is not None:
            return Diagnostic(Code.SOURCE_OF_WHAT, tree.place(loc, key=True), {"key": key})
        if says_language(key):
            return Diagnostic(Code.UNKNOWN_KEY, tree.place(loc, key=True), {"key": key, "reason": "language-of-texts"})
        near = None if nearest.is_spent else key_meant(key, fields_at(document, loc[:-1]), nearest)
        return Diagnostic(Code.UNKNOWN_KEY, tree.place(loc, key=True), {"key": key}, near)
    if kind == "missing":
        key = str(loc[-1])
        if len(loc) == 1 and key in SIGNATURE and (signed := _SIGNED.get(document)) is not None:
            return Diagnostic(Code.UNSIGNED, tree.place((signed,), key=True), {"key": key})
        return Diagnostic(Code.MISSING_KEY, tree.place(loc[:-1], key=True), {"key": key})
    if isinstance(problem := context.get("error"), ValueProblem):
        inside = problem.code in (Code.NEEDS_KEY, Code.LEVEL_TOO_LOW)
        place = _key_or_value(tree, (*loc, problem.values["key"]) if inside else loc)
        problem = in_its_place(problem, tree, loc)
        if problem.code is Code.BAD_AGES and loc[-1] == "ages" and "sex" in fields_at(document, loc[:-1]):
            problem = with_sex(problem, tree, in_file(tree, loc))
        if problem.suggestion == "populations":
            place = tree.place(loc, key=True)
        if problem.code is Code.SEVERAL_ROLES or is_two_keys(problem):  # the key is to be another one, or one of two
            place = tree.pair_place(loc)
        if problem.code is Code.COUNT_OF_PEOPLE and (meant := _as_count(problem, tree, loc, document)) is not None:
            return Diagnostic(problem.code, place, {"found": problem.values["found"]}, meant)
        return Diagnostic(problem.code, place, problem.values, problem.suggestion)
    if kind == "literal_error":
        choices = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        values = {"found": str(given), "choices": ", ".join(choices)}
        return Diagnostic(Code.NOT_A_CHOICE, _key_or_value(tree, loc), values, nearest.word(str(given), choices))
    if kind == "string_pattern_mismatch" and context["pattern"] != ID_PATTERN:
        return Diagnostic(
            Code.NOT_A_CHOICE, _key_or_value(tree, loc), {"found": str(given), "choices": context["pattern"]}
        )
    if kind == "string_pattern_mismatch":
        is_role = not {"role", "roles", "staff", "may_move"}.isdisjoint(_without_key_mark(loc)[-2:])
        if is_role:  # any id made of it would be as unknown
            values = {"id": str(given), "known": ", ".join(islice(KNOWN_ROLES, NAMES_SAID))}
            meant = role_meant(str(given)) or role_nearest(str(given))
            return Diagnostic(Code.UNKNOWN_ROLE, _key_or_value(tree, loc), values, meant)
        return Diagnostic(Code.BAD_ID, _key_or_value(tree, loc), {"found": str(given)}, as_id(str(given)))
    if kind in _SIMPLE:
        _, node, _ = tree.nodes(loc)
        written = node.value if isinstance(node, yaml.ScalarNode) and isinstance(given, str) else given
        values = {"key": str(in_file(tree, loc)[-1]), "found": str(written)[:60]}
        return Diagnostic(_SIMPLE[kind], tree.place(loc, key=True), values)
    if kind.startswith(("greater_than", "less_than")):
        return Diagnostic(Code.OUT_OF_RANGE, tree.place(loc), {"found": str(given), "expected": _bound(context)})
    expected = _EXPECTED.get(kind.partition("_")[0], kind)
    found = {"text" if isinstance(given, str) else "found": _shown(given)}
    figure = readings(given[:60])[-1] if kind == "int_type" and isinstance(given, str) else ""
    meant = figure if figure.isascii() and figure.isdigit() else None  # `1 204`, which YAML takes for a text
    return Diagnostic(Code.WRONG_TYPE, tree.place(loc), found | {"expected": expected}, meant)


def key_meant(key: str, known: list[str], nearest: Nearest, cutoff: float = 0.6) -> str | None:
    """The key that was probably meant by one that is not known."""
    if key in known:  # of another form of what stands there
        return None
    return key_likely(key, known) or nearest.word(key.lower(), known, cutoff)


def _as_count(problem: ValueProblem, tree: Tree, loc: KeyPath, document: type[Document]) -> str | None:
    """A number of people in place of a share as the count it is; None where no count may stand."""
    path = in_file(tree, loc)
    beside = tree.value(path[:-1])
    if "count" not in fields_at(document, path) or "condition" in beside:
        return None
    written = " ".join(problem.values["found"].split())
    return flow({"count": re.sub(r"(?<=\d),(?=\d)", "", written), "of": DEFAULT_POPULATION})


def _key_or_value(tree: Tree, loc: KeyPath) -> Place:
    return tree.place(_without_key_mark(loc), key=loc[-1] == "[key]")


def _without_key_mark(loc: KeyPath) -> KeyPath:
    """pydantic marks an error of a key itself by a last part `[key]`."""
    return loc[:-1] if loc[-1] == "[key]" else loc


def _bound(context: dict[str, Any]) -> str:
    signs = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
    return next(f"{sign} {context[name]:g}" for name, sign in signs.items() if name in context)


def _shown(value: Any) -> str:
    """What stands there, short enough for a message."""
    return {dict: "{…}", list: "[…]", type(None): "null"}.get(type(value), str(value)[:60])
