"""Changes to a YAML file that keep it YAML: nodes of another shape, keys of another place, numbers at their limits."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.fuzz.dictionary import Dictionary
from tests.fuzz.hostile import NUMBERS, READABLE, TEXTS, UNITS
from tests.fuzz.yaml_tree import Mapping, Node, copied, parsed, written

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_DAYS = ("2020-01-01", "2025-12-31", "2026-01-01", "2026-11-22", "2030-06-30", "0001-01-01", "9999-12-31", "2026-02-30")


@dataclass(frozen=True)
class _Place:
    """A value in the tree: where it hangs, and under which key."""

    above: list
    at: int
    key: str

    @property
    def node(self) -> Node:
        return self.above[self.at]

    def put(self, node: Node) -> None:
        self.above[self.at] = node


def mutated_yaml(data: bytes, rng: Random, words: Dictionary) -> bytes | None:
    """The file with one change that may well be allowed, or up to four of any kind; None where it is no YAML."""
    tree = parsed(data.decode("utf-8", "replace"))
    if tree is None or isinstance(tree, str):
        return None
    operators, counts = (_GENTLE, (1, 1, 1, 2)) if rng.random() < 0.7 else (_WILD, (1, 1, 2, 2, 3, 4))
    for _ in range(rng.choice(counts)):
        if places := list(_places(tree, "")):
            (operator,) = rng.choices(tuple(operators), tuple(operators.values()))
            operator(rng.choice(places), rng, words)
    return written(tree).encode("utf-8", "surrogatepass")


def _places(node: Node, key: str):
    """Every value, those in mappings by their key, those in lists by the key of the list."""
    if isinstance(node, Mapping):
        for pair in node:
            name = pair[0] if isinstance(pair[0], str) else ""
            yield _Place(pair, 1, name)
            yield from _places(pair[1], name)
    elif isinstance(node, list):
        for at, each in enumerate(node):
            yield _Place(node, at, key)
            yield from _places(each, key)


def _number(place: _Place, rng: Random, words: Dictionary) -> None:
    """A number at a limit, its unit kept."""
    node = place.node
    if isinstance(node, str) and (found := list(_NUMBER.finditer(node))):
        match = rng.choice(found)
        place.put(node[: match.start()] + rng.choice(NUMBERS) + node[match.end() :])
    else:
        place.put(f"{rng.choice(NUMBERS)} {rng.choice(UNITS)}".strip())


def _limit(place: _Place, rng: Random, words: Dictionary) -> None:
    """A number that can be read, in this place or in one below it."""
    near = [one for one in (place, *_places(place.node, place.key)) if isinstance(one.node, str)]
    for one in rng.sample(near, len(near)):
        if one.key != "format" and (found := list(_NUMBER.finditer(one.node))):
            match = rng.choice(found)
            one.put(one.node[: match.start()] + rng.choice(READABLE) + one.node[match.end() :])
            return


def _reshape(place: _Place, rng: Random, words: Dictionary) -> None:
    """A node of another shape."""
    old = place.node
    place.put(rng.choice(_SHAPES)(old, words.scalar(rng)))


_SHAPES: tuple[Callable[[Node, str], Node], ...] = (
    lambda old, word: "null",
    lambda old, word: "",
    lambda old, word: [],
    lambda old, word: Mapping(),
    lambda old, word: "''",
    lambda old, word: "true",
    lambda old, word: "0",
    lambda old, word: word,
    lambda old, word: [old],
    lambda old, word: [word],
    lambda old, word: [[]],
    lambda old, word: [Mapping()],
    lambda old, word: [old, copied(old)],
    lambda old, word: [[word], old],
    lambda old, word: Mapping([[word, old]]),
    lambda old, word: Mapping([["value", old]]),
    lambda old, word: Mapping([[word, "null"]]),
    lambda old, word: Mapping([["nb", old], ["en", word]]),
)


def _date(place: _Place, rng: Random, words: Dictionary) -> None:
    """Entries with dates, one of them perhaps of another shape."""
    entries: list[Node] = []
    for _ in range(rng.choice((1, 2, 2, 2, 3))):
        old = copied(place.node)
        entry = copied(old) if isinstance(old, Mapping) and rng.random() < 0.5 else Mapping([["value", old]])
        for key in ("from", "until"):
            if rng.random() < 0.5:
                entry.insert(0, [key, rng.choice(_DAYS)])
        entries.append(entry)
    if rng.random() < 0.5:
        _reshape(_Place(entries, rng.randrange(len(entries)), ""), rng, words)
    place.put(entries)


def _same_key(place: _Place, rng: Random, words: Dictionary) -> None:
    """What stands under this key somewhere else."""
    place.put(copied(words.under(place.key, rng)))


def _more(place: _Place, rng: Random, words: Dictionary) -> None:
    """One more pair, from a mapping that has a key in common."""
    if isinstance(place.node, Mapping) and place.node:
        shared = rng.choice(place.node)[0]
        place.node.append([copied(each) for each in words.pair_beside(shared, rng)])
    else:
        _same_key(place, rng, words)


def _fewer(place: _Place, rng: Random, words: Dictionary) -> None:
    """One pair or item less, or one twice, or two changed about."""
    node = place.node
    if isinstance(node, str) or not node:
        return _reshape(place, rng, words)
    at, other = rng.randrange(len(node)), rng.randrange(len(node))
    how = rng.randrange(5)
    if how < 2:
        del node[at]
    elif how == 2:
        node.insert(other, copied(node[at]) if not isinstance(node, Mapping) else [copied(x) for x in node[at]])
    elif isinstance(node, Mapping) and how == 3:
        node[at][1], node[other][1] = node[other][1], node[at][1]
    else:
        node[at], node[other] = node[other], node[at]
    return None


def _rename(place: _Place, rng: Random, words: Dictionary) -> None:
    """Another key."""
    if isinstance(place.node, Mapping) and place.node:
        rng.choice(place.node)[0] = rng.choice((words.key(rng), words.scalar(rng), "0", "''", '"1"', "null", "[a]"))
    else:
        place.put(words.scalar(rng))


def _text(place: _Place, rng: Random, words: Dictionary) -> None:
    """A hostile text, in quotes."""
    text = rng.choice(TEXTS)
    if isinstance(place.node, str) and rng.random() < 0.4:
        text = place.node.strip("'\"") + text
    place.put(json.dumps(text, ensure_ascii=rng.random() < 0.7))


def _word(place: _Place, rng: Random, words: Dictionary) -> None:
    """A word of the language, or a number with any unit."""
    quantity = f"{rng.choice(NUMBERS)} {rng.choice(UNITS)}".strip()
    place.put(rng.choice((words.scalar(rng), words.choice(rng), quantity)))


def _many(place: _Place, rng: Random, words: Dictionary) -> None:
    """The same again many times, under other ids."""
    node, count = place.node, rng.choice((3, 30, 300))
    if isinstance(node, Mapping) and node and len(str(node)) * count < 200_000:
        key, value = rng.choice(node)
        node += [[f"{key}-{number}", copied(value)] for number in range(count)]
    elif isinstance(node, list) and node and len(str(node)) * count < 200_000:
        node += [copied(rng.choice(node)) for _ in range(count)]


_WILD = {
    _number: 7, _reshape: 5, _date: 3, _same_key: 4, _more: 4, _fewer: 3, _rename: 2, _text: 3, _word: 3, _many: 0.3,
}  # fmt: skip
_GENTLE = {_limit: 12, _same_key: 3, _date: 1, _fewer: 1}
