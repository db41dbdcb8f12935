"""A choice for each list: it keeps the rules and the hours, and no set is worth more than its bound."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.fit.brute_force import allowed_sets
from tests.engine.fit.problems import benefits, seeds, whole_problem, whole_problems
from tests.engine.fit.sharing import Overlap
from tests.profile import looks
from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.by_list import Lists, SharedOfSubsets, choose_by_list
from tnt.engine.fit.overfull import MustExcludesItselfError
from tnt.engine.fit.problem import FitProblem

LISTS = 5


@dataclass(frozen=True)
class Sized:
    """What an overlap saves, on lists so many times as large [L]."""

    of: Overlap
    size: Floats

    @property
    def groups(self) -> tuple[Ints, ...]:
        return self.of.groups

    @property
    def column_of(self) -> Ints:
        return self.of.column_of

    def saved(self, group: int, lists: Ints, chosen: Bools) -> Floats:
        everybody = np.zeros((len(chosen), 1 + int(max(map(max, self.of.groups)))), dtype=np.bool_)
        everybody[:, self.of.groups[group]] = chosen
        return np.asarray(self.of.saved(everybody)[:, group] * self.size[lists])


def sized(problem: FitProblem, seed: int, *, shared: bool) -> tuple[Lists, list[tuple[FitProblem, Floats]]]:
    """Lists of different sizes and hours, and the problem of each."""
    random, problem = np.random.default_rng(seed), replace(problem, barred=None)
    size = random.choice([0.0, 0.3, 1.0, 2.0], LISTS)
    available = problem.available * random.choice([0.3, 1.0, 1.7], (LISTS, 1))
    benefit = np.stack([benefits(problem, seed + number) for number in range(LISTS)]) * size[:, None]
    of = problem.shared
    assert isinstance(of, Overlap)
    lists = Lists(
        lambda part: problem.hours * size[part, None, None],
        available,
        benefit,
        problem.must,
        problem.instead,
        problem.needs,
        problem.one_of,
        Sized(of, size) if shared and of.groups else None,
    )
    alone = Overlap((), np.empty(0, dtype=np.intp), (), ())
    apart = [
        replace(
            problem,
            hours=problem.hours * size[number],
            available=available[number],
            shared=replace(of, hours=tuple(each * size[number] for each in of.hours)) if shared else alone,
        )
        for number in range(LISTS)
    ]
    return lists, list(zip(apart, benefit, strict=True))


@looks(200)
@given(whole_problems(), seeds, st.booleans())
def test_each_list_keeps_its_rules_and_its_hours(problem: FitProblem, seed: int, shared: bool) -> None:
    """`allowed_sets` knows the rules, the hours of every set and what is worth most."""
    lists, apart = sized(problem, seed, shared=shared)
    try:
        found = choose_by_list(lists)
    except MustExcludesItselfError:
        return
    for number, (one, benefit) in enumerate(apart):
        sets = allowed_sets(one)
        chosen = found.chosen[number]
        if found.over[number].any():
            assert found.value[number] == found.bound[number] == 0
            over = one.used(chosen * 1.0, np.zeros(0)) - one.available
            assert over.max() == pytest.approx(found.over[number].max())
            continue
        assert (sets.chosen[sets.fits] == chosen).all(axis=1).any()
        assert found.value[number] == pytest.approx(benefit @ chosen)
        assert found.value[number] <= sets.best(benefit) + 1e-9
        assert sets.best(benefit) <= found.bound[number] * (1 + 1e-6) + 1e-6


def test_near_every_set_there_is() -> None:
    """Of small problems together, where one recommendation more or less is much."""
    value = best = 0.0
    for seed in range(60):
        problem = replace(whole_problem(seed, 12, 3, 3), needs=())
        lists, apart = sized(problem, seed, shared=True)
        found = choose_by_list(lists)
        for number, (one, benefit) in enumerate(apart):
            if not found.over[number].any():
                value += found.value[number]
                best += allowed_sets(one).best(benefit)
    assert value >= 0.97 * best


def test_nobody_on_a_list_is_nothing() -> None:
    problem = replace(whole_problem(3, 9, 3, 2), must=np.zeros(9, dtype=np.bool_))
    lists, _ = sized(problem, 4, shared=True)
    empty = replace(lists, hours=lambda part: np.zeros((LISTS, 9, 3)), benefit=np.zeros((LISTS, 9)))
    found = choose_by_list(empty)
    assert not found.chosen.any()
    assert found.gap == 0


def test_no_lists_are_no_choices() -> None:
    problem = whole_problem(3, 9, 3, 2)
    lists, _ = sized(problem, 4, shared=False)
    none = choose_by_list(replace(lists, available=np.zeros((0, 3)), benefit=np.zeros((0, 9))))
    assert none.chosen.shape == (0, 9)
    assert none.gap == 0


def test_what_fills_the_time_there_is_fits() -> None:
    hours, available = np.full((2, 3, 1), 0.1), np.array([[0.3], [np.inf]])
    found = choose_by_list(Lists(lambda part: hours, available, np.ones((2, 3)), np.zeros(3, dtype=np.bool_)))
    assert found.chosen.all()


def test_no_roles_are_no_limit_and_no_recommendations_no_choice() -> None:
    nobody = np.zeros(3, dtype=np.bool_)
    without_roles = Lists(lambda part: np.zeros((2, 3, 0)), np.zeros((2, 0)), np.ones((2, 3)), nobody)
    assert choose_by_list(without_roles).chosen.all()
    nothing = Lists(lambda part: np.zeros((2, 0, 1)), np.ones((2, 1)), np.ones((2, 0)), nobody[:0])
    assert choose_by_list(nothing).chosen.shape == (2, 0)


def test_what_must_stay_and_does_not_fit_is_said_by_list() -> None:
    must, hours = np.array([True, False, False]), np.array([[5.0], [1.0], [1.0]])
    available, needs = np.array([[6.5], [4.0]]), ((0, (2,)),)
    lists = Lists(lambda part: np.broadcast_to(hours, (2, 3, 1)), available, np.ones((2, 3)), must, (), needs)
    found = choose_by_list(lists)
    assert found.over.tolist() == [[0.0], [2.0]]
    assert found.chosen.tolist() == [[True, False, True], [True, False, True]]
    assert found.value.tolist() == [2.0, 0.0]


def test_what_must_stay_and_excludes_itself_is_named() -> None:
    lists = Lists(
        lambda part: np.ones((1, 2, 1)), np.ones((1, 1)), np.ones((1, 2)), np.ones(2, dtype=np.bool_), ((0, 1),)
    )
    with pytest.raises(MustExcludesItselfError) as raised:
        choose_by_list(lists)
    assert raised.value.pairs == ((0, 1),)


@looks(30)
@given(seeds)
def test_subsets_of_a_group_by_people(seed: int) -> None:
    """A table of what subsets save of a person of a stratum, and people, is what they save on a list."""
    of = whole_problem(seed, 8, 2, 3).shared
    assert isinstance(of, Overlap)
    random = np.random.default_rng(seed)
    people = random.integers(0, 50, (LISTS, 3)) * 1.0
    tables = tuple(of.by_stratum(group) for group in range(len(of.groups)))
    by_people = SharedOfSubsets(of.groups, of.column_of, tables, people)
    for group, members in enumerate(of.groups):
        chosen = random.random((LISTS, members.size)) < 0.6
        everybody = np.zeros((LISTS, 8), dtype=np.bool_)
        everybody[:, members] = chosen
        for number in range(LISTS):
            here = replace(of, hours=tuple(each * people[number] for each in of.hours))
            assert by_people.saved(group, np.arange(LISTS), chosen)[number] == pytest.approx(
                here.saved(everybody)[number, group]
            )
