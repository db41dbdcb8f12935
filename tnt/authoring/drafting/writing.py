"""A drafted lists file as YAML, with comments on what else it might be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tnt.locale import Texts

_ORDER = (
    "format", "lists", "table", "sheet", "skip_rows", "decimal", "thousands", "rows", "shape", "id", "name", "area",
    "sex", "sex_names", "ages", "missing", "people", "staff",
)  # fmt: skip
_PLAIN = re.compile(r"(?!(?:true|false|null|y|n|yes|no|on|off)$)[^\W\d_][\w./-]*(?: [\w./-]+)*", re.IGNORECASE)
"""Texts that YAML takes for the same text, in braces too."""
_LONGEST_COMMENT = 200


def written_draft(keys: Mapping[str, Any], instead: Mapping[str, list[str]], texts: Texts, file: str) -> str:
    """The file, with comments in a language; `instead` are other choices by key, `rows.COLUMN` or `staff.ROLE`."""
    lines = [f"# {_comment(line)}" for line in texts.text("draft.about", table=file).splitlines()]
    ordered = sorted(keys.items(), key=lambda item: _ORDER.index(item[0]))
    for key, value in ordered:
        lines.append(f"{key}: {written(value)}")
        lines += [f"# {line}" for line in _others(key, value, instead, texts)]
    return "\n".join(lines) + "\n"


def written(value: object) -> str:
    """A value as YAML in one line: texts in quotes where they might be taken for something else."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{written(key)}: {written(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(written, value)) + "]"
        case str() if _PLAIN.fullmatch(value) and value.isprintable():
            return value
        case str():
            return "".join(map(_escaped, json.dumps(value, ensure_ascii=False)))
    return json.dumps(value)


def _escaped(character: str) -> str:
    """Nothing that cannot be seen stands in the file as it is."""
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _others(key: str, value: object, instead: Mapping[str, list[str]], texts: Texts) -> Iterator[str]:
    for name, others in instead.items():
        about, _, part = name.partition(".")
        if about != key or not others:
            continue
        said = others if about == "staff" else list(map(written, others))
        if part and about == "rows":
            yield _comment(texts.text("draft.or-rows", column=written(part), others=", ".join(said)))
        else:
            yield _comment(texts.text("draft.or", others=", ".join(said)))


def _comment(text: str) -> str:
    """In one line, whatever stands in a heading."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    return shown if len(shown) <= _LONGEST_COMMENT else f"{shown[:_LONGEST_COMMENT]}…"
