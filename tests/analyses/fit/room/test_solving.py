"""The three small solvers alone: time that rises, hours that fall, and the smallest set, each against plain search."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

from tests.profile import times
from tnt.analyses.fit.room.falls_to import falls_to
from tnt.analyses.fit.room.leaving.smallest_set import smallest_set
from tnt.analyses.fit.room.rising import rises_to
from tnt.arrays import Floats

RANDOM = np.random.default_rng(20261130)


def test_time_rises_to_what_is_wanted_past_lists_that_have_none() -> None:
    for _ in range(times(600)):
        lists = RANDOM.integers(1, 6)
        base, slope = RANDOM.integers(-5, 6, lists).astype(float), RANDOM.integers(0, 4, lists).astype(float)
        wanted = float(np.maximum(base, 0).sum()) + float(RANDOM.integers(0, 12))
        found = rises_to(base, slope, wanted)
        if found is None:
            assert np.maximum(base + 1e9 * slope, 0).sum() < max(wanted, 1e-9)
            continue
        assert np.maximum(base + found * slope, 0).sum() == pytest.approx(wanted, abs=1e-12)
        if found > 0:  # and no sooner
            assert np.maximum(base + found * (1 - 1e-6) * slope, 0).sum() < wanted or wanted == 0


@pytest.mark.parametrize("power", [1, 2, 5, 0.3])
def test_hours_fall_to_nothing(power: float) -> None:
    found = falls_to(lambda share: 0.3 - share**power, 1e-14)
    assert found == pytest.approx(0.3 ** (1 / power), rel=1e-12)


def test_a_straight_line_takes_one_step() -> None:
    asked = []

    def beyond(share: float) -> float:
        asked.append(share)
        return 3 - 8 * share

    assert falls_to(beyond, 1e-14) == pytest.approx(0.375)
    assert len(asked) == 3


def test_hours_that_never_fall_so_far() -> None:
    assert falls_to(lambda share: 1 - share / 2, 1e-12) is None


def test_a_jump_is_passed() -> None:
    found = falls_to(lambda share: 1.0 if share < 0.4 else -1.0, 1e-12)
    assert found is not None
    assert 0.4 <= found <= 0.4 + 1e-9


def test_the_smallest_set_is_that_of_all_subsets() -> None:
    for _ in range(times(500)):
        count = int(RANDOM.integers(1, 9))
        alone = RANDOM.integers(1, 30, count).astype(float)
        pairs = np.triu(RANDOM.integers(0, 4, (count, count)) * (RANDOM.random((count, count)) < 0.4), 1).astype(float)
        pairs *= RANDOM.integers(0, 2)

        def given(sets: Sequence[frozenset[int]], alone: Floats = alone, pairs: Floats = pairs) -> Floats:
            return np.array([alone[list(one)].sum() + pairs[np.ix_(sorted(one), sorted(one))].sum() for one in sets])

        everything = float(given([frozenset(range(count))])[0])
        needed = float(RANDOM.uniform(0.2, 1.1)) * everything
        found = smallest_set(given, alone, alone + pairs.sum(axis=0) + pairs.sum(axis=1), needed, alone)
        if needed > everything:
            assert found is None
            continue
        assert found is not None
        assert found.is_fewest
        assert found.is_least
        for size in range(len(found.chosen) + 1):
            every = given([frozenset(one) for one in combinations(range(count), size)])
            assert (every >= needed).any() == (size == len(found.chosen))
        assert found.given == pytest.approx(every[every >= needed].min())


def test_what_takes_too_many_steps_is_never_called_proven() -> None:
    hours = RANDOM.lognormal(8, 0.3, 60)
    needed = float(np.sort(hours)[-12:].sum() * 0.97)
    found = smallest_set(
        lambda sets: np.array([hours[list(one)].sum() for one in sets]), hours, hours, needed, hours, steps=300
    )
    assert found is not None
    assert found.given >= needed
    assert found.is_fewest
    assert not found.is_least


def test_sets_that_nobody_worked_out_are_never_called_worse() -> None:
    least, most = np.array([4.0, 3.0, 3.0, 2.0]), np.array([5.0, 4.0, 4.0, 3.0])

    def given(sets: Sequence[frozenset[int]]) -> Floats:
        return np.array([least[list(one)].sum() + max(0, len(one) - 1) * 0.5 for one in sets])

    whole, cut = (smallest_set(given, least, most, 6.0, most, sets=sets) for sets in (1_000, 0))
    assert whole is not None
    assert (whole.given, whole.is_fewest, whole.is_least) == (6.5, True, True)
    assert cut is not None
    assert cut.given >= 6.0
    assert not cut.is_least


def test_what_equals_it_but_for_rounding_is_enough() -> None:
    hours = np.array([0.38946782954750536, 7.33])

    def given(sets: Sequence[frozenset[int]]) -> Floats:
        return np.array([hours[list(one)].sum() for one in sets])

    found = smallest_set(given, hours, hours, 0.38946782954750603, hours)
    assert found is not None
    assert found.chosen == (0,)
