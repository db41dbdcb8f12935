"""The language reference in docs/language.md: a table per document and part, from the texts under the fields.

`python -m tnt.language.schema.reference_page docs/language.md` writes the tables below the marker anew; what stands
above is by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tnt.language.base import ID_PATTERN
from tnt.language.documents.fit.choice import FULL_ID_PATTERN, NAMED_PATTERN
from tnt.language.kinds import KINDS
from tnt.language.schema.definitions import QUANTITIES, Schema, definitions, referred
from tnt.language.values.by_age import BAND_PATTERN
from tnt.language.values.roles import ROLE_PATTERN

MARKER = "<!-- The rest is generated from the texts under the fields: change those, not this. -->\n"
_BY_LANGUAGE, _TEXT = "text or language → text", "[text](#texts)"
_IDS = (ID_PATTERN, ROLE_PATTERN)
_KEYS = {BAND_PATTERN: "ages", FULL_ID_PATTERN: "`guideline/recommendation`"}
_KIND_OF = {document.__name__: kind for kind, document in KINDS.items()}


def language_page(page: str) -> str:
    """The page with its tables renewed; the text above the marker stays."""
    written, marker, _ = page.partition(MARKER)
    if not marker:
        raise ValueError(MARKER)
    return written + MARKER + "".join(_sections())


def _sections() -> Iterator[str]:
    described: set[str] = set()
    for kind, document in KINDS.items():
        yield f"\n### {kind} file\n\n{_table(document.__name__)}"
        for part in _parts(document.__name__):
            if part not in described:
                described.add(part)
                yield f"\n#### {definitions()[part]['title']}\n\n{_table(part)}"


def _parts(name: str, found: dict[str, None] | None = None) -> list[str]:
    """The parts that stand within a document or part, in reading order, numbers and whole documents left out. A part
    may stand within itself."""
    found = {} if found is None else found
    for part in referred(definitions()[name]):
        if part not in QUANTITIES and part not in _KIND_OF and part not in found:
            found[part] = None
            _parts(part, found)
    return list(found)


def _table(name: str) -> str:
    definition = definitions()[name]
    lines = [definition["description"], "", "| key | required | form | meaning |", "|---|---|---|---|"]
    for key, field in definition["properties"].items():
        required = "yes" if key in definition.get("required", ()) or key == "format" else ""
        meaning = " ".join(field.get("description", "").split())
        lines.append(f"| `{key}` | {required} | {_cell(_form(field))} | {_cell(meaning)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _form(field: Schema) -> str:
    """How a value is written, with its default where the file may leave it out."""
    written = str(field.get("default")).lower() if isinstance(field.get("default"), bool) else field.get("default")
    default = f"; default `{written}`" if "default" in field else ""
    return _value(field) + default


def _value(field: Schema) -> str:
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{choice}`" for choice in field["enum"])
    if names := referred({key: field[key] for key in ("$ref", "allOf") if key in field}):
        return _named(names[0])
    if "anyOf" in field:
        written = " or ".join(dict.fromkeys(map(_value, field["anyOf"]))).replace(_BY_LANGUAGE, _TEXT)
        lists = [_by_type(choice) for choice in field["anyOf"] if choice.get("type") == "array"]
        for several in lists:
            one = several.removeprefix("list of ")
            written = written.replace(f"{one} or {several}", f"{one}, or a list of these")
        return written
    if "examples" in field:
        return ", ".join(f"`{example}`" for example in field["examples"])
    if field.get("pattern") in _IDS:
        return "id"
    if field.get("pattern") == NAMED_PATTERN:
        return "id or `guideline/recommendation`"
    return _by_type(field)


def _by_type(field: Schema) -> str:
    if field.get("type") == "array":
        return f"list of {_value(field['items'])}"
    if "patternProperties" in field:
        (pattern, inner), *_ = field["patternProperties"].items()
        key = "id" if pattern in _IDS else _KEYS.get(pattern, "language")
        return f"{key} → {_value(inner)}"
    if field.get("type") == "object":
        keys = field.get("propertyNames", {}).get("enum", ["text"])
        return f"{', '.join(f'`{key}`' for key in keys)} → {_value(field['additionalProperties'])}"
    names = {
        "string": "text",
        "integer": "whole number",
        "number": "number",
        "boolean": "`true` or `false`",
        "null": "`null`",
    }
    kind = field.get("type", "any")
    return names.get(kind if isinstance(kind, str) else kind[0], "any")  # the first is the usual one


def _named(name: str) -> str:
    """A link to a part, or a number with examples of its unit."""
    if name in _KIND_OF:
        return f"[{_KIND_OF[name]} file](#{_KIND_OF[name]}-file)"
    title = definitions()[name]["title"]
    if name not in QUANTITIES:
        return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
    examples = definitions()[name]["anyOf"][0].get("examples", [])
    return "[number](#numbers) " + (", ".join(f"`{example}`" for example in examples) or "without unit")


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(language_page(path.read_text("utf-8")), "utf-8")
