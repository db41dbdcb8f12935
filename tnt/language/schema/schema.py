"""JSON Schema of the language, for editors: draft-07, the newest that the YAML server of VS Code reads in full."""

from __future__ import annotations

from tnt.language.base import Document
from tnt.language.kinds import KINDS
from tnt.language.schema.definitions import Schema, definitions, reference, referred

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TITLE = "Time Needed to Treat"


def json_schema(kind: str | None = None) -> Schema:
    """JSON Schema (draft-07) of files of one kind, or of any file: the key that is present tells the kind.

    The texts are the field docstrings. An editor is told what is structure (keys, choices, forms of values); what
    refers to another place (sources, tasks, conditions) is for the checker. `KeyError` for a kind there is not.
    """
    root = _any_file() if kind is None else _file(KINDS[kind])
    used = sorted(_reachable(root))
    title = f"{_TITLE}: {kind}" if kind else _TITLE
    return {"$schema": _DRAFT, "title": title, **root, "definitions": {name: definitions()[name] for name in used}}


def _any_file() -> Schema:
    """A chain of if and then, so that an editor's complaints are about the one kind that was begun."""
    chain = _no_kind_yet()
    for kind, document in reversed(KINDS.items()):
        chain = {"if": {"type": "object", "required": [kind]}, "then": _file(document), "else": chain}
    return chain


def _no_kind_yet() -> Schema:
    """A file just begun, or its kind misspelt: the kinds are offered, and only a key that no kind has is marked."""
    documents = {kind: definitions()[document.__name__] for kind, document in KINDS.items()}
    fields: Schema = {key: {"doNotSuggest": True} for document in documents.values() for key in document["properties"]}
    fields["format"] = documents["guideline"]["properties"]["format"]
    for kind, document in documents.items():
        fields[kind] = {"description": f"{document['description']} {document['properties'][kind]['description']}"}
    closed: Schema = {"type": "object", "properties": fields, "required": ["format"], "additionalProperties": False}
    return {**closed, "anyOf": [{"required": [kind]} for kind in KINDS]}


def _file(document: type[Document]) -> Schema:
    return {"allOf": [reference(document.__name__)], "required": ["format"]}


def _reachable(schema: Schema) -> set[str]:
    """Names of the definitions a schema needs, those they need included."""
    reached: set[str] = set()
    waiting = referred(schema)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += referred(definitions()[name])
    return reached
