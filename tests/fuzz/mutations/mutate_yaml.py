"""Changes to a YAML file that keep it YAML."""

from __future__ import annotations

from random import Random

from tests.fuzz.mutations.dictionary import Dictionary
from tests.fuzz.mutations.yaml_operators import GENTLE, WILD
from tests.fuzz.mutations.yaml_places import places
from tests.fuzz.mutations.yaml_tree import parsed, written


def mutated_yaml(data: bytes, rng: Random, words: Dictionary) -> bytes | None:
    """The file with one change that may well be allowed, or up to four of any kind; None where it is no YAML."""
    tree = parsed(data.decode("utf-8", "replace"))
    if tree is None or isinstance(tree, str):
        return None
    operators, counts = (GENTLE, (1, 1, 2, 3)) if rng.random() < 0.7 else (WILD, (1, 1, 2, 2, 3, 4))
    for _ in range(rng.choice(counts)):
        if found := list(places(tree, "")):
            (operator,) = rng.choices(tuple(operators), tuple(operators.values()))
            operator(rng.choice(found), rng, words)
    return written(tree).encode("utf-8", "surrogatepass")
