"""One input: files, a command line and a width of the terminal; the same for the same seed and number, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.fuzz.commands import command_line
from tests.fuzz.corpus import World, kinds
from tests.fuzz.entries import Files
from tests.fuzz.mutations.dictionary import Dictionary
from tests.fuzz.mutations.mutate_bytes import mutated_bytes, mutated_gzip, mutated_zip
from tests.fuzz.mutations.mutate_paths import mutate_folder
from tests.fuzz.mutations.mutate_table import mutated_csv, mutated_parquet
from tests.fuzz.mutations.mutate_text import mutated_text
from tests.fuzz.mutations.mutate_yaml import mutated_yaml

_WIDTHS = ("80", "80", "80", "40", "200", "0", "1", "x")
MOST_BYTES = 4_000_000


@dataclass(frozen=True)
class Input:
    """What a run is given."""

    files: Files
    words: tuple[str, ...]
    width: str
    world: str = ""


class Inputs:
    """All inputs of a seed, by number."""

    def __init__(self, worlds: tuple[World, ...], seed: str) -> None:
        self._worlds, self._seed = worlds, seed
        self._weights = [world.weight for world in worlds]
        texts = [
            data.decode("utf-8", "replace")
            for world in worlds
            for name, data in sorted(world.files.items())
            if name.endswith(".yaml") and isinstance(data, bytes)
        ]
        self.words = Dictionary(texts)

    def __getitem__(self, number: int) -> Input:
        """Pick files that belong together, change some, and find a command."""
        rng = Random(f"{self._seed}/{number}")
        world = rng.choices(self._worlds, self._weights)[0]
        files = dict(world.files)
        found = kinds(files)
        if rng.random() < 0.05:
            stranger = rng.choice(self._worlds).files
            name = rng.choice(sorted(stranger))
            files[f"stranger-{name}" if rng.random() < 0.7 else name] = stranger[name]
        for name in rng.sample(sorted(files), min(len(files), rng.choice((1, 1, 1, 2)))):
            entry = files[name]
            assert isinstance(entry, bytes)
            changed = self._mutated(name, entry, rng)
            files[name] = changed if len(changed) <= MOST_BYTES else entry
        if rng.random() < 0.07:
            mutate_folder(files, rng)
        words = command_line(found, sorted(files), rng)
        return Input(files, tuple(words), rng.choice(_WIDTHS), world.name)

    def _mutated(self, name: str, data: bytes, rng: Random) -> bytes:
        how = rng.random()
        if how < 0.01:
            return mutated_bytes(data, rng)
        if name.endswith(".yaml"):
            changed = mutated_yaml(data, rng, self.words) if how < 0.85 else None
            return changed if changed is not None else mutated_text(data, rng)
        if name.endswith(".xlsx"):
            return mutated_zip(data, rng)
        if name.endswith(".parquet"):
            return mutated_parquet(data, rng) if how < 0.7 else mutated_bytes(data, rng)
        if name.endswith(".gz"):
            return mutated_gzip(data, rng)
        return mutated_csv(data, rng) if how < 0.85 else mutated_text(data, rng)
