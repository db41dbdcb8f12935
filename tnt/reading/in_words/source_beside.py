"""`source` beside numbers that have one each: `uptake: {current: 50 %, source: survey}` is where 50 % is from.

Of uptake, benefit and population alone: beside a task it may as well be what recommends the task, and its minutes would
then be said to come from there.
"""

from __future__ import annotations

from typing import Any

import yaml

from tnt.language.values.by_age import BY_AGE
from tnt.language.values.keys import NUMBERS_OF_ONE_SOURCE, has_source_beside
from tnt.reading.overlay.pieces import scalar

_FORMS = frozenset({"value", "mean", "low", "high"})


def with_source_of_numbers(node: yaml.MappingNode, data: dict[str, Any]) -> tuple[yaml.MappingNode, dict[str, Any]]:
    """The mapping with its source at each number that names none; itself where there is no such number."""
    if not has_source_beside(data) or not isinstance(data["source"], str):
        return node, data
    source = next(pair for pair in node.value if pair[0].value == "source")
    inside: list[tuple[yaml.Node, yaml.Node]] = []
    values: dict[str, Any] = {}
    for name, inner in node.value:
        if name.value in NUMBERS_OF_ONE_SOURCE:
            inner, values[name.value] = _sourced(inner, data[name.value], source)
        elif name.value != "source":
            values[name.value] = data[name.value]
        if name.value != "source":
            inside.append((name, inner))
    return yaml.MappingNode(node.tag, inside, node.start_mark, node.end_mark, node.flow_style), values


def _sourced(node: yaml.Node, data: Any, source: tuple[yaml.Node, yaml.Node]) -> tuple[yaml.Node, Any]:
    """A number, or that of each age, with the source unless it has its own."""
    if isinstance(node, yaml.ScalarNode) and data is not None:
        pairs = [(scalar("value", node, source[0].tag), node), source]
        whole = yaml.MappingNode("tag:yaml.org,2002:map", pairs, node.start_mark, node.end_mark, True)
        return whole, {"value": data, "source": source[1].value}
    if not isinstance(node, yaml.MappingNode) or not isinstance(data, dict) or "source" in data:
        return node, data
    if not _FORMS.isdisjoint(data):
        pairs, values = [*node.value, source], {**data, "source": source[1].value}
    elif BY_AGE in data and isinstance(data[BY_AGE], dict):
        ages, values = next(inner for name, inner in node.value if name.value == BY_AGE), dict(data)
        each = {name.value: (name, *_sourced(inner, data[BY_AGE][name.value], source)) for name, inner in ages.value}
        below = [(name, inner) for name, inner, _ in each.values()]
        ages = yaml.MappingNode(ages.tag, below, ages.start_mark, ages.end_mark, ages.flow_style)
        values[BY_AGE] = {age: value for age, (_, _, value) in each.items()}
        pairs = [(name, ages if name.value == BY_AGE else inner) for name, inner in node.value]
    else:
        return node, data
    return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark, node.flow_style), values
