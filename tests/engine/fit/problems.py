"""Small problems with everything in them: roles with and without limits, pairs, needs, groups that share members."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from tests.engine.fit.sharing import Overlap
from tnt.arrays import Bools, Floats
from tnt.engine.fit.problem import FitProblem, Moves

STRATA = 3


def whole_problem(seed: int, n: int, roles: int, groups: int) -> FitProblem:
    """Of n whole recommendations. Hours are often 0, often the same; a role may have no limit, or no hours at all."""
    random = np.random.default_rng(seed)
    hours = random.integers(0, 12, (n, roles)) * (random.random((n, roles)) < 0.6) * 1.0
    shared = sharing(random, n, roles, groups if n > 1 else 0)
    for members, role, alone in zip(shared.groups, shared.column_of, shared.alone, strict=True):
        hours[members, role] += alone
    share = random.choice([0.0, 0.2, 0.5, 0.5, 0.8, np.inf], roles)
    available = np.where(np.isinf(share), np.inf, np.where(np.isinf(share), 1.0, share) * hours.sum(axis=0))
    pairs, needs = set(), []
    for _ in range(random.integers(0, 3) if n > 1 else 0):
        pairs.add(tuple(sorted(random.choice(n, 2, replace=False).tolist())))
    for _ in range(random.integers(0, 3) if n > 2 else 0):
        one, *others = random.choice(n, random.integers(2, 4), replace=False).tolist()
        needs.append((one, tuple(others)))
    must = random.random(n) < random.choice([0.0, 0.1])
    for one, other in pairs:
        must[other] &= not must[one]
    nobody, barred = np.zeros(n, dtype=np.bool_), None
    one_of: tuple[tuple[int, ...], ...] = ()
    if random.random() < 0.2:
        barred = ~must & (random.random(n) < 0.2)
    if n > 2 and random.random() < 0.2:
        one_of = (tuple(random.choice(n, 2, replace=False).tolist()),)
    return FitProblem(hours, available, must, nobody, tuple(pairs), tuple(needs), None, shared, barred, one_of)


def sharing(random: np.random.Generator, n: int, roles: int, groups: int) -> Overlap:
    """Groups of two to five that may have members in common."""
    members = [np.sort(random.choice(n, random.integers(2, min(n, 5) + 1), replace=False)) for _ in range(groups)]
    shares = [random.choice([0.0, 0.3, 0.6, 1.0], (each.size, STRATA)) for each in members]
    hours = [random.integers(0, 20, STRATA) * 1.0 for _ in members]
    return Overlap(tuple(members), random.integers(0, roles, groups), tuple(shares), tuple(hours))


def in_parts(problem: FitProblem, seed: int) -> FitProblem:
    """The same, with some that may be followed in part, and some work that may move to another role."""
    random = np.random.default_rng(seed)
    n, roles = problem.hours.shape
    some = random.integers(0, 3)
    of = random.integers(0, n, some)
    moves = np.zeros((some, roles))
    for move, one in enumerate(of.tolist()):
        giver, taker = random.integers(0, roles, 2)
        part = random.choice([0.2, 0.5]) * problem.hours[one, giver]
        moves[move, giver] -= part
        moves[move, taker] += part * random.choice([0.5, 1.0, 1.5])
    most = random.choice([0.3, 0.6, 1.0], some)
    return replace(problem, partial=random.random(n) < 0.4, moves=Moves(of, most, moves))


seeds = st.integers(0, 2**32 - 1)


@st.composite
def whole_problems(draw: st.DrawFn, most: int = 9) -> FitProblem:
    return whole_problem(draw(seeds), draw(st.integers(1, most)), draw(st.integers(1, 3)), draw(st.integers(0, 3)))


def benefits(problem: FitProblem, seed: int, *, ties: bool = False) -> Floats:
    """[n] some 0; with ties all of one or two sizes."""
    random = np.random.default_rng(seed)
    n = problem.must.size
    return np.asarray(random.integers(0, 3 if ties else 40, n) * 1.0)


def subsets(n: int) -> Bools:
    """[2 ** n, n] all of them."""
    return np.asarray((np.arange(2**n)[:, None] >> np.arange(n)) & 1 == 1)
