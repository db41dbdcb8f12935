"""What is mutated, and how: the same for a seed, always changed, every command among it."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from tests.fuzz.commands import command_line
from tests.fuzz.corpus import SEEDS, corpus, kinds
from tests.fuzz.entries import Files, Link
from tests.fuzz.inputs import Input, Inputs
from tests.fuzz.mutations.yaml_tree import parsed, written
from tests.fuzz.options import OUT
from tnt.check.check import check
from tnt.diagnostics import Severity
from tnt.main import COMMANDS

COUNT = 300


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return Inputs(corpus(), "seed")


@pytest.fixture(scope="module")
def made(inputs: Inputs) -> list[Input]:
    return [inputs[number] for number in range(COUNT)]


def test_a_seed_gives_the_same_inputs_to_whoever_asks(made):
    again = Inputs(corpus(), "seed")
    assert [again[number] for number in reversed(range(0, COUNT, 7))] == made[::7][::-1]


def test_another_seed_gives_others(made):
    other = Inputs(corpus(), "other")
    assert not any(other[number] == made[number] for number in range(20))


def test_nearly_every_input_is_changed(made):
    worlds = {world.name: world.files for world in corpus()}
    assert sum(given.files == worlds[given.world] for given in made) < COUNT / 10


def test_every_command_is_among_them(inputs):
    rng, everything = Random(1), kinds({"a.yaml": b"guideline: a\n", "b.csv": b"respondent,task\n"})
    asked = Counter(command_line(everything if n % 2 else {}, ["a.yaml"], rng)[0] for n in range(4000))
    assert asked.keys() >= COMMANDS.keys()


def test_no_output_is_ever_written_elsewhere(inputs):
    rng = Random(2)
    for _ in range(4000):
        words = command_line({}, ["a.yaml", "/etc/hostname"], rng)
        outs = [words[at + 1] for at, word in enumerate(words[:-1]) if word == "--out"]
        assert all(each.startswith(f"{OUT}/") for each in outs)
        assert not any(word.startswith("--out=") for word in words)


def test_folders_are_mutated_too(made):
    assert any(isinstance(entry, Link) for given in made for entry in given.files.values())


@pytest.mark.parametrize("name", sorted(path.name for path in SEEDS.iterdir()))
def test_the_seeds_are_right_so_that_what_is_changed_reaches_deep(name):
    found = check([SEEDS / name]).diagnostics
    assert [one for one in found if one.severity is Severity.ERROR] == []


def test_a_tree_that_is_written_reads_the_same():
    files: Files = {}
    for world in corpus():
        files |= world.files
    texts = [data.decode() for name, data in files.items() if name.endswith(".yaml") and _is_text(data)]
    trees = [tree for text in texts if (tree := parsed(text)) is not None]
    assert len(trees) > 100
    assert [tree for tree in trees if parsed(written(tree)) != tree] == []


def _is_text(data: object) -> bool:
    try:
        return isinstance(data, bytes) and bool(data.decode())
    except UnicodeDecodeError:
        return False
