"""A text with a colon in it that stands without quotes: `title: Wise choices: what not to do`.

YAML refuses it. It is told, with the text in quotes, and the rest of the file is read all the same: the colon that
YAML stumbles at is exchanged for a sign no text holds, sign for sign, so that every place stays where it is.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from tnt.language.values.keys import is_word_for_key

MOST = 8
"""Colons of a file: each costs another reading of it."""
_LONGEST_LINE = 2_000
_STAND_IN = "\ue03a"  # of the signs that Unicode leaves to private use
COLON = "mapping values are not allowed in this context"
"""What YAML says of one."""
_PLAIN = r"[^\s\"'{}\[\]#|>&*!%@`]"
_LINE = re.compile(rf"[ \t]*(?:- )?{_PLAIN}[^:\n]*:[ \t]+(?P<value>{_PLAIN}.*?)(?:[ \t]+#.*)?[ \t\r]*")


def may_be_read(text: str) -> bool:
    """Whether the sign is in no text of the file."""
    return _STAND_IN not in text


def text_with_colon(text: str, error: yaml.YAMLError) -> tuple[int, int] | None:
    """Where the text begins and ends whose colon YAML complains of; None where a line break may be what is missing, or
    something else."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or getattr(error, "problem", None) != COLON:
        return None
    begins = text.rfind("\n", 0, mark.index) + 1
    end = text.find("\n", mark.index)
    end = len(text) if end < 0 else end
    line = _LINE.fullmatch(text[begins:end]) if end - begins <= _LONGEST_LINE else None
    if line is None or text[mark.index : mark.index + 1] != ":" or mark.index - begins <= line.start("value"):
        return None
    if mark.index + 1 >= begins + line.end("value"):  # a key that begins a block
        return None
    before = re.findall(r"\w+", text[begins + line.start("value") : mark.index])
    if any(is_word_for_key("_".join(before[-count:])) for count in (1, 2, 3)):
        return None
    return begins + line.start("value"), begins + line.end("value")


def in_quotes(text: str) -> str:
    """A text as it is written between quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def without_colons(text: str, begins: int, ends: int) -> str:
    """The text with the sign for the colons of one part."""
    return text[:begins] + text[begins:ends].replace(":", _STAND_IN) + text[ends:]


def with_colons(root: Any) -> None:
    """Puts colons back into the values of all scalars below a node."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            node.value = node.value.replace(_STAND_IN, ":")
        elif isinstance(node, yaml.MappingNode):
            waiting += [each for pair in node.value for each in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
