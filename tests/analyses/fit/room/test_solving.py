"""The three small solvers alone: time that rises, hours that fall, and the smallest set, each against plain search."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from tests.profile import times
from tnt.analyses.fit.room.falls_to import falls_to
from tnt.analyses.fit.room.rising import rises_to
from tnt.analyses.fit.room.smallest_set import smallest_set

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

        def given(sets: list[frozenset[int]], alone: np.ndarray = alone, pairs: np.ndarray = pairs) -> np.ndarray:  # type: ignore[type-arg]
            return np.array([alone[list(one)].sum() + pairs[np.ix_(sorted(one), sorted(one))].sum() for one in sets])

        everything = float(given([frozenset(range(count))])[0])
        needed = float(RANDOM.uniform(0.2, 1.1)) * everything
        found = smallest_set(given, alone, alone + pairs.sum(axis=0) + pairs.sum(axis=1), needed)  # type: ignore[arg-type]
        if needed > everything:
            assert found is None
            continue
        sizes = [
            [float(given([frozenset(one)])[0]) for one in combinations(range(count), size)] for size in range(count + 1)
        ]
        size, best = next(
            (size, min(enough)) for size, each in enumerate(sizes) if (enough := [x for x in each if x >= needed])
        )
        assert found is not None
        assert (len(found.chosen), found.given, found.is_fewest, found.is_least) == (
            size,
            pytest.approx(best),
            True,
            True,
        )


def test_what_takes_too_many_steps_is_never_called_proven() -> None:
    hours = RANDOM.lognormal(8, 0.3, 60)
    needed = float(np.sort(hours)[-12:].sum() * 0.97)
    found = smallest_set(
        lambda sets: np.array([hours[list(one)].sum() for one in sets]), hours, hours, needed, steps=300
    )
    assert found is not None
    assert found.given >= needed
    assert found.is_fewest
    assert not found.is_least
