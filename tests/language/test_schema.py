"""What editors are told: it is draft-07, it accepts every right file, and it marks every mistake of structure."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel

from tnt.diagnostics import Code, ProblemSink
from tnt.language.base import fields_by_key
from tnt.language.documents import capacity, case, conditions, guideline, lists, scenario
from tnt.language.documents import declares as shared_parts
from tnt.language.documents.fit import choice, moves, priorities, weights
from tnt.language.kinds import KINDS
from tnt.language.schema.field_texts import texts_by_part
from tnt.language.schema.schema import json_schema
from tnt.reading.yaml.read_tree import read_tree
from tnt.reading.yaml.tree import Tree

PROJECT = Path(__file__).parents[2]
BAD = PROJECT / "tests" / "bad"
ANY_FILE = json_schema()
ACCEPTS = Draft7Validator(ANY_FILE)

FIT = [choice, moves, priorities, weights]
STRUCTURE = {
    Code.UNKNOWN_KIND, Code.UNKNOWN_FORMAT, Code.UNKNOWN_KEY, Code.MISSING_KEY, Code.WRONG_TYPE, Code.NOT_A_CHOICE,
    Code.BAD_ID, Code.CONFLICTING_KEYS, Code.NEEDS_KEY, Code.BAD_DATE, Code.EMPTY, Code.MISSING_UNIT, Code.NOT_A_NUMBER,
    Code.UNSIGNED, Code.TIER_OF_NOTHING,
}  # fmt: skip
"""Mistakes an editor marks. Of the others it may mark some; they are about meaning, and the checker's work."""


def tree_of(path: Path) -> Tree | None:
    """A file as our reader gives it; None where it is not YAML, or not YAML we read."""
    return read_tree(path.name, path.read_bytes(), ProblemSink(), path.parent)


def refuses(tree: Tree) -> bool:
    return not ACCEPTS.is_valid(tree.data)


def test_it_is_draft_07_and_nothing_newer() -> None:
    for schema in [ANY_FILE, *map(json_schema, KINDS)]:
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        Draft7Validator.check_schema(schema)
        assert not {"$defs", "prefixItems", "unevaluatedProperties", "dependentRequired"} & set(words(schema))


def words(schema: Any) -> Iterator[str]:
    """Every key of a schema."""
    for node in nodes(schema):
        yield from node


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from nodes(value)


def test_references_stand_alone_because_editors_ignore_what_is_beside_them() -> None:
    assert all(set(node) == {"$ref"} for node in nodes(ANY_FILE) if "$ref" in node)


def test_every_reference_leads_somewhere() -> None:
    for schema in [ANY_FILE, *map(json_schema, KINDS)]:
        named = {node["$ref"].removeprefix("#/definitions/") for node in nodes(schema) if "$ref" in node}
        assert named == set(schema["definitions"])


def test_no_mapping_takes_keys_nobody_named() -> None:
    mappings = [node for node in nodes(ANY_FILE) if "properties" in node or "patternProperties" in node]
    assert all(node["additionalProperties"] is False for node in mappings)


def test_no_name_of_a_python_type_is_shown() -> None:
    assert all(re.fullmatch(r"[A-Z][A-Za-z]+", name) for name in ANY_FILE["definitions"])


@pytest.mark.parametrize("module", [guideline, conditions, lists, capacity, scenario, case, shared_parts, *FIT])
def test_every_field_has_a_text_and_the_editor_shows_it(module: Any) -> None:
    for name, part in vars(module).items():
        if isinstance(part, type) and issubclass(part, BaseModel) and name in ANY_FILE["definitions"]:
            shown = {key: field["description"] for key, field in ANY_FILE["definitions"][name]["properties"].items()}
            assert shown.keys() >= fields_by_key(part).keys()
            assert shown == {key: texts_by_part()[name][key] for key in shown}
            assert all(shown.values())


@pytest.mark.parametrize("path", sorted((PROJECT / "guidelines").rglob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_files_are_accepted(path: Path) -> None:
    assert_accepted(path)


def test_examples_are_accepted(shared: Path) -> None:
    for path in (shared / "examples").glob("*.yaml"):
        assert_accepted(path)


def assert_accepted(path: Path) -> None:
    tree = tree_of(path)
    assert tree is not None
    assert not list(ACCEPTS.iter_errors(tree.data))
    (kind, *_) = [kind for kind in KINDS if kind in tree.data]
    assert Draft7Validator(json_schema(kind)).is_valid(tree.data)


def test_every_mistake_of_structure_is_marked() -> None:
    files = [path for path in BAD.rglob("*.yaml") if path.relative_to(BAD).parts[0][:6] in STRUCTURE]
    assert {path.relative_to(BAD).parts[0][:6] for path in files} == STRUCTURE
    for path in files:
        tree = tree_of(path)
        assert tree is not None, path.name
        assert refuses(tree), path.name


def test_files_that_only_the_checker_sees_through_are_those_about_meaning() -> None:
    accepted = set()
    for path in BAD.rglob("*.yaml"):
        tree = tree_of(path)
        if tree is not None and not refuses(tree):
            accepted.add(path.relative_to(BAD).parts[0][:6])
    assert not accepted & STRUCTURE


@pytest.mark.parametrize(
    "begun", ["format: tnt/1\n", "format: tnt/1\nguidline: g\n", "guideline: g\n", "format: tnt/2\nguideline: g\n"]
)
def test_a_file_just_begun_is_marked(begun: str) -> None:
    tree = read_tree("begun.yaml", begun.encode(), ProblemSink())
    assert tree is not None
    assert refuses(tree)


def test_a_misspelt_kind_is_the_only_key_marked() -> None:
    data = {"format": "tnt/1", "guidline": "g", "title": "Name", "recommendations": {}}
    messages = [error.message for error in ACCEPTS.iter_errors(data) if error.validator == "additionalProperties"]
    assert len(messages) == 1
    assert "guidline" in messages[0]
