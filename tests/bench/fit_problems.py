"""Recommendations to choose from, for a nation and for its lists: 36 strata of people, what each recommendation takes
of a person of a stratum and what it is worth, and work that groups of them share."""

from dataclasses import dataclass

import numpy as np

from tests.engine.fit.sharing import Overlap
from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.by_list import Lists, SharedOfSubsets
from tnt.engine.fit.problem import FitProblem

STRATA, ROLES, SHARE_OF_ALL = 36, 3, 0.4
"""There is time for so much of all recommendations."""


@dataclass(frozen=True)
class Pack:
    """`hours` [S, n, J] and `benefit` [S, n] of a person; groups with shares [m, S] of those asked and hours [S]."""

    hours: Floats
    benefit: Floats
    instead: tuple[tuple[int, int], ...]
    needs: tuple[tuple[int, tuple[int, ...]], ...]
    must: Bools
    groups: tuple[Ints, ...]
    column_of: Ints
    shares: tuple[Floats, ...]
    shared_hours: tuple[Floats, ...]

    def problem(self, people: Floats, available: Floats) -> tuple[FitProblem, Floats]:
        """Of so many people of each stratum [S], and what each recommendation is worth there."""
        hours = np.einsum("s,snj->nj", people, self.hours)
        shared = Overlap(self.groups, self.column_of, self.shares, tuple(people * each for each in self.shared_hours))
        nobody = np.zeros(self.must.size, dtype=np.bool_)
        return FitProblem(hours, available, self.must, nobody, self.instead, self.needs, None, shared), (
            people @ self.benefit
        )

    def lists(self, people: Floats, available: Floats) -> Lists:
        """[L, S] people and [L, J] hours."""
        flat = self.hours.reshape(STRATA, -1)
        one = Overlap(self.groups, self.column_of, self.shares, self.shared_hours)
        subsets = tuple(one.by_stratum(group) for group in range(len(self.groups)))
        return Lists(
            lambda part: (people[part] @ flat).reshape(-1, *self.hours.shape[1:]),
            available,
            people @ self.benefit,
            self.must,
            self.instead,
            self.needs,
            shared=SharedOfSubsets(self.groups, self.column_of, subsets, people),
        )


def pack(recommendations: int, groups: int, pairs: int, seed: int = 0) -> Pack:
    """Most work is of the first role; each recommendation is for a run of strata; five must stay, ten need another."""
    random, n = np.random.default_rng(seed), recommendations
    first = random.integers(0, STRATA - 4, n)
    strata = np.arange(STRATA)[:, None]
    inside = (strata >= first) & (strata < first + random.integers(4, STRATA, n))
    hours = np.zeros((STRATA, n, ROLES))
    main = random.choice(ROLES, n, p=(0.6, 0.25, 0.15))
    hours[:, np.arange(n), main] = inside * random.lognormal(0, 1.2, n) * 0.02
    second = np.flatnonzero(random.random(n) < 0.4)
    hours[:, second, (main[second] + 1) % ROLES] = inside[:, second] * random.lognormal(0, 1, second.size) * 0.01
    members = tuple(np.sort(random.choice(n, random.integers(3, 9), replace=False)) for _ in range(groups))
    column_of = random.integers(0, ROLES, groups)
    shares = tuple(random.uniform(0.05, 0.9, (each.size, STRATA)) * inside[:, each].T for each in members)
    shared_hours = tuple(random.lognormal(0, 0.5) * np.full(STRATA, 0.02) for _ in members)
    for of, role, share, each in zip(members, column_of.tolist(), shares, shared_hours, strict=True):
        hours[:, of, role] += (share * each).T
    benefit = random.lognormal(0, 1, n) * np.sqrt(hours.sum(axis=2)) * 0.01
    apart = random.permutation(n)[: 2 * pairs].reshape(-1, 2)
    needs = tuple((int(one), (int(other),)) for one, other in random.choice(n, (10, 2), replace=False))
    must = np.zeros(n, dtype=np.bool_)
    must[random.choice(apart[:, 0], 5, replace=False)] = True
    instead = tuple((int(min(pair)), int(max(pair))) for pair in apart.tolist())
    return Pack(hours, benefit, instead, needs, must, members, column_of, shares, shared_hours)


def nation(of: Pack) -> tuple[FitProblem, Floats]:
    """Five million people, with time for so much of all recommendations."""
    people = np.full(STRATA, 5_000_000 / STRATA)
    return of.problem(people, SHARE_OF_ALL * np.einsum("s,snj->j", people, of.hours))


def people_and_hours(of: Pack, lists: int, seed: int = 1) -> tuple[Floats, Floats]:
    """[L, S] people, some 1,000 a list, older on some than on others, and [L, J] hours."""
    random = np.random.default_rng(seed)
    old = random.normal(0, 1, (lists, 1)) * np.linspace(-0.5, 0.5, STRATA)
    people = random.poisson(1_000 / STRATA * np.exp(old) * random.lognormal(0, 0.25, (lists, 1))) * 1.0
    usual = SHARE_OF_ALL * 1_000 / STRATA * of.hours.sum(axis=(0, 1))
    return people, usual * random.lognormal(0, 0.2, (lists, 1)) * random.lognormal(0, 0.1, (lists, ROLES))
