"""What may be done to a value in a YAML file: another shape, what stands elsewhere, a number at its limit."""

from __future__ import annotations

import json
import re
from random import Random

from tests.fuzz.mutations.dictionary import Dictionary
from tests.fuzz.mutations.hostile import EXTREMES, NUMBERS, READABLE, TEXTS, UNITS
from tests.fuzz.mutations.yaml_places import SHAPES, Place, places
from tests.fuzz.mutations.yaml_tree import Mapping, Node, copied

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_DAYS = ("2020-01-01", "2025-12-31", "2026-01-01", "2026-11-22", "2030-06-30", "0001-01-01", "9999-12-31", "2026-02-30")


def _number(place: Place, rng: Random, words: Dictionary) -> None:
    """A number at a limit, its unit kept."""
    node = place.node
    if isinstance(node, str) and (found := list(_NUMBER.finditer(node))):
        match = rng.choice(found)
        place.put(node[: match.start()] + rng.choice(NUMBERS) + node[match.end() :])
    else:
        place.put(f"{rng.choice(NUMBERS)} {rng.choice(UNITS)}".strip())


def _limit(place: Place, rng: Random, words: Dictionary) -> None:
    """A number that can be read, in this place or in one below it."""
    near = [one for one in (place, *places(place.node, place.key)) if isinstance(one.node, str) and one.key != "format"]
    found = [(one, match) for one in near for match in _NUMBER.finditer(str(one.node))]
    if found:
        one, match = rng.choice(found)
        number = rng.choice(READABLE if rng.random() < 0.6 else EXTREMES)
        one.put(f"{match.string[: match.start()]}{number}{match.string[match.end() :]}")


def _reshape(place: Place, rng: Random, words: Dictionary) -> None:
    """A node of another shape."""
    old = place.node
    place.put(rng.choice(SHAPES)(old, words.scalar(rng)))


def _date(place: Place, rng: Random, words: Dictionary) -> None:
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
        _reshape(Place(entries, rng.randrange(len(entries)), ""), rng, words)
    place.put(entries)


def _same_key(place: Place, rng: Random, words: Dictionary) -> None:
    """What stands under this key somewhere else."""
    place.put(copied(words.under(place.key, rng)))


def _more(place: Place, rng: Random, words: Dictionary) -> None:
    """One more pair, from a mapping that has a key in common."""
    if isinstance(place.node, Mapping) and place.node:
        shared = rng.choice(place.node)[0]
        place.node.append([copied(each) for each in words.pair_beside(shared, rng)])
    else:
        _same_key(place, rng, words)


def _fewer(place: Place, rng: Random, words: Dictionary) -> None:
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


def _rename(place: Place, rng: Random, words: Dictionary) -> None:
    """Another key."""
    if isinstance(place.node, Mapping) and place.node:
        rng.choice(place.node)[0] = rng.choice((words.key(rng), words.scalar(rng), "0", "''", '"1"', "null", "[a]"))
    else:
        place.put(words.scalar(rng))


def _text(place: Place, rng: Random, words: Dictionary) -> None:
    """A hostile text, in quotes."""
    text = rng.choice(TEXTS)
    if isinstance(place.node, str) and rng.random() < 0.4:
        text = place.node.strip("'\"") + text
    place.put(json.dumps(text, ensure_ascii=rng.random() < 0.7))


def _word(place: Place, rng: Random, words: Dictionary) -> None:
    """A word of the language, or a number with any unit."""
    quantity = f"{rng.choice(NUMBERS)} {rng.choice(UNITS)}".strip()
    place.put(rng.choice((words.scalar(rng), words.choice(rng), quantity)))


def _many(place: Place, rng: Random, words: Dictionary) -> None:
    """The same again many times, under other ids."""
    node, count = place.node, rng.choice((3, 30, 300))
    if isinstance(node, Mapping) and node and len(str(node)) * count < 200_000:
        key, value = rng.choice(node)
        node += [[f"{key}-{number}", copied(value)] for number in range(count)]
    elif isinstance(node, list) and node and len(str(node)) * count < 200_000:
        node += [copied(rng.choice(node)) for _ in range(count)]


WILD = {
    _number: 7, _reshape: 5, _date: 3, _same_key: 4, _more: 4, _fewer: 3, _rename: 2, _text: 3, _word: 3, _many: 0.3,
}  # fmt: skip
GENTLE = {_limit: 12, _same_key: 3, _date: 1, _fewer: 1}
