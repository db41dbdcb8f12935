"""People who are not shown: what is certain without them, what may be, and what remains known."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.builders import ages, five_year_split
from tests.engine.strategies import Problem, problems
from tnt.arrays import Floats
from tnt.engine.hours.blocks import has_register
from tnt.engine.hours.detail import list_detail
from tnt.engine.hours.fold import fold
from tnt.engine.hours.gaps import gaps
from tnt.engine.hours.least_registers import with_least_registers
from tnt.engine.hours.missing import has_people, missing_lists, unknown_tasks
from tnt.engine.hours.most import most_missing
from tnt.engine.hours.totals import list_totals
from tnt.engine.people.cells import CELLS, UNTOLD
from tnt.engine.people.counts import ListCounts, Measures

NEAR = 1e-9


@st.composite
def hidden(draw: st.DrawFn) -> tuple[Problem, ListCounts]:
    """Lists as a table shows them, and the people there really are: as many in each stratum as its bounds allow, and
    those of unknown sex or age somewhere."""
    problem = draw(problems().filter(lambda one: one.counts.split is not None))
    shown = problem.counts
    assert shown.split is not None
    lists, strata = shown.people.shape
    random = np.random.default_rng(draw(st.integers(0, 10_000)))
    beyond = random.choice([0.0, 0.0, 4.0, np.inf], (lists, strata) if draw(st.booleans()) else (1, strata))
    beyond = np.broadcast_to(beyond, (lists, strata)).copy()
    more = np.where(np.isinf(beyond), random.choice([0.0, 3.0, 500.0], (lists, strata)), beyond * random.random())
    untold = random.choice([0.0, 0.0, 25.0], lists)
    untold_beyond = random.choice([0.0, 0.0, 4.0, np.inf], lists)
    hidden_untold = np.where(np.isinf(untold_beyond), random.choice([0.0, 7.0], lists), untold_beyond * random.random())
    somewhere = np.zeros((lists, UNTOLD))
    np.add.at(somewhere, (np.arange(lists), random.integers(0, UNTOLD, lists)), untold + hidden_untold)
    with_untold = np.zeros((CELLS, 1))
    with_untold[UNTOLD] = 1.0
    counts = ListCounts(
        np.column_stack([shown.people, untold]),
        np.hstack([shown.split, with_untold]),
        shown.registers,
        np.column_stack([beyond, untold_beyond]),
    )
    there = ListCounts(
        np.hstack([shown.people + more, somewhere]),
        np.hstack([shown.split, np.eye(CELLS)[:, :UNTOLD]]),
        shown.registers,
    )
    measures = replace(problem.measures, weights=np.abs(problem.measures.weights))  # work is never below 0
    sharing = np.array([draw(st.booleans()) for _ in range(measures.first_combination)], dtype=np.bool_)
    return Problem(measures, with_least_registers(counts, measures, sharing)), there


@given(hidden())
@settings(max_examples=300, deadline=None)
def test_what_is_there_lies_between_what_is_certain_and_what_may_be(case: tuple[Problem, ListCounts]) -> None:
    (measures, counts), there = (case[0].measures, case[0].counts), case[1]
    folded, really = fold(measures, counts), list_detail(there, fold(measures, there))
    known = list_detail(counts, folded)
    found = gaps(counts, folded)
    for measure in range(measures.condition_of.size):
        condition = int(measures.condition_of[measure])
        with_register = has_register(counts, folded, condition).astype(np.intp)
        in_part = found.partial[with_register, found.of_list, measure] & has_people(counts, folded, condition)
        told, real = known[:, measure], really[:, measure]
        estimated = ~np.isnan(told) & ~np.isnan(real)
        assert (told[estimated] <= real[estimated] * (1 + NEAR) + NEAR).all()
        whole = estimated & ~in_part
        np.testing.assert_allclose(told[whole], real[whole], rtol=1e-9, atol=1e-9)
    sums = list_totals(counts, folded, np.zeros((measures.condition_of.size, 1)))
    most = sums.by_measure[0] + most_missing(counts, folded, measures)
    everything = np.nan_to_num(really).sum(axis=0)
    assert (everything <= most * (1 + NEAR) + NEAR).all()
    certain = sums.lacking_lists[0] == 0
    np.testing.assert_allclose(sums.by_measure[0][certain], everything[certain], rtol=1e-9, atol=1e-9)


def one(weights: Floats, people: Floats, beyond: Floats) -> tuple[ListCounts, Measures]:
    """One list and one measure of people without a condition."""
    measures = Measures(weights[:, None], np.array([-1]), np.empty((CELLS, 0)), np.empty(0, dtype=np.bool_))
    return ListCounts(people[None, :], five_year_split(), None, beyond[None, :]), measures


def test_ages_that_a_table_does_not_hold() -> None:
    """The second sex's last band is not in the table (T2): part of what is asked of 85 and over, nothing of 20-39."""
    people, beyond = np.full(36, 10.0), np.zeros(36)
    people[35], beyond[35] = 0.0, np.inf
    for weights, absent, partial, most in (
        (ages(85), False, True, np.inf),
        (ages(20, 39), False, False, 0.0),
    ):
        counts, measures = one(weights, people, beyond)
        folded = fold(measures, counts)
        assert missing_lists(counts, folded, 0).tolist() == [absent]
        assert unknown_tasks(counts, folded, np.array([[1]]))[1].tolist() == [[partial]]
        assert most_missing(counts, folded, measures).tolist() == [most]


def test_only_people_who_are_not_shown() -> None:
    """Nobody under 20 is in the table: what is asked of 0-17 cannot be estimated."""
    people, beyond = np.full(36, 10.0), np.zeros(36)
    for sex in (0, 18):
        people[sex : sex + 4], beyond[sex : sex + 4] = 0.0, np.inf
    counts, measures = one(ages(0, 17), people, beyond)
    assert missing_lists(counts, fold(measures, counts), 0).tolist() == [True]


def test_a_count_under_five_is_four_at_most() -> None:
    people, beyond = np.full(36, 10.0), np.zeros(36)
    people[17], beyond[17] = 0.0, 4.0
    counts, measures = one(ages(85), people, beyond)
    folded = fold(measures, counts)
    assert list_detail(counts, folded).tolist() == [[10.0]]
    assert most_missing(counts, folded, measures).tolist() == [4.0]


def test_a_part_of_the_lists_keeps_what_is_theirs() -> None:
    counts, _ = one(ages(0), np.full(36, 10.0), np.full(36, 4.0))
    both = replace(counts, people=np.repeat(counts.people, 2, axis=0), beyond=np.array([[0.0] * 36, [4.0] * 36]))
    assert both.part(slice(1, 2)).most_per_list.tolist() == [36 * 14.0]
