"""Random numbers by name: what a parameter draws depends on its stream's name and the seed, and on nothing else.

So adding a parameter moves no other, a baseline and a scenario draw the same numbers, and order, threads and blocks
never matter. Only raw bits of PCG64 are used, which numpy promises never to change.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.limits import FEWEST_DRAWS, MOST_DRAWS

Method = Literal["stratified", "plain", "latin-hypercube", "sobol"]

REPLICATES = 16
"""Independent parts of the stratified draws: how far their means lie apart says how sure the mean is."""


@dataclass(frozen=True)
class Streams:
    """Uniform numbers for every stream.

    stratified       each stream by itself: REPLICATES independent parts, in each one value in every stratum of equal
                     probability, in an order of the stream's own. A Latin hypercube that keeps what named streams
                     promise
    plain            each stream by itself, every draw independent
    latin-hypercube  all streams of `names` together, one value in each of D strata: another stream may move the others
    sobol            all streams of `names` together, a scrambled Sobol sequence; draws must be a power of two. Another
                     stream may move the others. Promises something for means, nothing for tails

    `replica` numbers independent sets for the same seed. Raises ValueError for a number of draws that is not allowed.
    """

    seed: int
    draws: int
    method: Method = "stratified"
    names: tuple[str, ...] = ()
    replica: int = 0

    def __post_init__(self) -> None:
        if not FEWEST_DRAWS <= self.draws <= MOST_DRAWS:
            raise ValueError(f"draws must be from {FEWEST_DRAWS} to {MOST_DRAWS}")
        if self.method == "sobol" and self.draws & (self.draws - 1):
            raise ValueError("a Sobol sequence needs a power of two")

    @property
    def joint(self) -> bool:
        """Whether the streams are drawn together."""
        return self.method in ("latin-hypercube", "sobol")

    def standard_error(self, values: Floats) -> float | None:
        """Of the mean of values [D] computed from these draws; None for joint draws, which are one sample of one.

        For stratified draws from the REPLICATES means, so itself within a fifth or so; for plain draws σ ÷ √D. Within
        a part draws are balanced and not independent, so σ ÷ √D would be too large; the parts are independent of one
        another, and the spread of their means ÷ √REPLICATES is the error of the mean of all.
        """
        if self.joint:
            return None
        edges = self._edges()
        means = values if self.method == "plain" else np.add.reduceat(values, edges[:-1]) / np.diff(edges)
        return float(means.std(ddof=1) / np.sqrt(means.size))

    def uniforms(self, name: str) -> Floats:
        """[D] numbers above 0 and below 1. Raises KeyError where streams are joint and none has this name."""
        if self.joint:
            column: Floats = self._jointly[self._column[name]]
            return column
        bits = np.random.PCG64(np.random.SeedSequence(self._key(name)))
        if self.method == "plain":
            return _open_interval(bits.random_raw(self.draws))
        return _stratified(bits, self._edges())

    def _edges(self) -> Ints:
        """[REPLICATES + 1] where the independent parts of stratified draws begin and end, as equal as they can be."""
        return self.draws * np.arange(REPLICATES + 1) // REPLICATES

    def _key(self, name: str) -> list[int]:
        return [self.seed, self.replica, *np.frombuffer(hashlib.sha256(name.encode()).digest(), dtype="<u4").tolist()]

    @cached_property
    def _column(self) -> dict[str, int]:
        return {name: column for column, name in enumerate(sorted(set(self.names)))}

    @cached_property
    def _jointly(self) -> Floats:
        """[streams, D] in the order of the names: 8 bytes x streams x draws are kept."""
        from scipy.stats import qmc

        random = np.random.default_rng(np.random.SeedSequence(self._key("")))
        if self.method == "sobol":
            points = qmc.Sobol(len(self._column), scramble=True, rng=random).random(self.draws)
            points += 2.0**-31  # the middle of the cell: the sequence has 30 bits, and 0 is one of its values
        else:
            points = qmc.LatinHypercube(len(self._column), rng=random).random(self.draws)
            np.clip(points, 2.0**-53, 1 - 2.0**-53, out=points)
        return np.ascontiguousarray(points.T)


def _stratified(bits: np.random.PCG64, edges: Ints) -> Floats:
    """In each part one number in each of as many equally probable strata as it has draws, in random order.

    Of n strata: (place + position inside the stratum) / n, with the places a random permutation of 0 to n - 1. The
    order is drawn by sorting raw bits, not by numpy's shuffle, whose use of the bits may change with its version.

    24 bits within a stratum: with up to 2^16 strata nothing rounds to 0 or 1.
    """
    strata = np.diff(edges)[:, None]
    shape = (strata.size, int(strata.max()))
    inside = np.arange(shape[1]) < strata
    order, within = bits.random_raw(2 * shape[0] * shape[1]).reshape(2, *shape)
    order[~inside] = np.iinfo(np.uint64).max  # parts differ by one draw at most: what is too much comes last
    places = np.argsort(order, axis=1) + ((within >> np.uint64(40)).astype(np.float64) + 0.5) * 2.0**-24
    numbers: Floats = (places / strata)[inside]
    return numbers


def _open_interval(raw: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> Floats:
    """52 bits: the middles of as many cells, never 0 or 1."""
    return ((raw >> np.uint64(12)).astype(np.float64) + 0.5) * 2.0**-52
