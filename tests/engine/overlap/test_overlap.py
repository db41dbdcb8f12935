"""Work that coincides, against going through everything that can happen to a person, and by hand."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.engine.builders import ages, five_year_split, random_lists
from tests.oracle.person import Person, Reached, Step, possible, twice, undivided
from tests.profile import times
from tnt.arrays import Floats
from tnt.engine.hours.fold import fold
from tnt.engine.overlap.coinciding_tasks import AskedTasks, overlap_per_person, side_by_side
from tnt.engine.overlap.lists import Overlap, SharedTasks, list_overlap
from tnt.engine.people.cells import CELLS
from tnt.engine.people.counts import ListCounts, Measures

shares = st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0])
NO_CONDITION = np.full(9, -1)


def each_by_itself(events: list[float], hours: list[float]) -> AskedTasks:
    """A recommendation for each task, which has one step."""
    tasks = np.arange(len(events))
    return AskedTasks(
        rule_of=tasks,
        paths=tuple((task,) for task in tasks.tolist()),
        probability=np.ones(tasks.size),
        events=np.array(events),
        hours=np.array(hours),
        role_share=np.ones(tasks.size),
        split=np.zeros(tasks.size, dtype=np.intp),
    )


def per_person(asked: list[float], events: list[float], minutes: list[float]) -> list[float]:
    """Minutes counted twice of people without a condition: value, least, greatest."""
    tasks = np.arange(len(asked))
    hours = [each / 60 for each in minutes]
    which = side_by_side([tasks], NO_CONDITION[: len(asked)], each_by_itself(events, hours))
    people = np.append(asked, 0.0)[which.tasks][:, :, None]
    return (overlap_per_person(which, people, np.ones((1, 1, 1)))[:, 0, 0] * 60).tolist()


def of_person(person: Person, split: list[int]) -> list[float]:
    """The same by the engine, for anybody `persons` draws."""
    names = sorted({one.condition for one in person})
    steps = [(number, step) for number, one in enumerate(person) for step in one.steps]
    place = {(number, step.name): at for at, (number, step) in enumerate(steps)}
    work = [(number, step) for number, step in steps if step.share]

    def path(number: int, name: str) -> tuple[int, ...]:
        above = next(step.after for step in person[number].steps if step.name == name)
        return (*(path(number, above) if above else ()), place[number, name])

    condition_of = np.array([names.index(person[number].condition) for number, _ in work])
    asked = AskedTasks(
        rule_of=np.array([number for number, _ in work]),
        paths=tuple(path(number, step.name) for number, step in work),
        probability=np.array([step.probability for _, step in steps]),
        events=np.array([step.events for _, step in work]),
        hours=np.array([step.minutes / 60 for _, step in work]),
        role_share=np.array([step.share for _, step in work]),
        split=np.array(split[: len(work)]),
    )
    which = side_by_side([np.arange(len(work))], condition_of, asked)
    reached = np.array([person[number].share for number, _ in work])[which.tasks][:, :, None]
    ill = np.array([person[number].ill for number, _ in work])[which.conditions][:, :, None]
    return overlap_per_person(which, reached, ill)[:, 0, 0].tolist()


@st.composite
def persons(draw: st.DrawFn) -> Person:
    """Up to three recommendations, with cascades of up to three tasks, of which some are the work in question."""
    conditions = {name: draw(shares) for name in ("", "asthma", "gout")} | {"": 1.0}
    person = []
    for _ in range(draw(st.integers(1, 3))):
        name, steps = draw(st.sampled_from(list(conditions))), []
        for at in range(draw(st.integers(1, 3))):
            after = draw(st.sampled_from(["", *(step.name for step in steps)]))
            share = draw(st.sampled_from([0.0, 1.0, 1.0, 1.0, 0.6]))
            probability = draw(shares) if after else 1.0
            events, minutes = (
                draw(st.sampled_from([0.2, 1.0, 1.0, 3.5])),
                draw(st.sampled_from([5.0, 15.0, 15.0, 40.0])),
            )
            steps.append(Step(f"s{at}", after, probability, share, events, minutes))
        person.append(Reached(name, conditions[name], draw(shares), tuple(steps)))
    assume(any(step.share for one in person for step in one.steps))
    return tuple(person)


@settings(max_examples=times(150), deadline=None, derandomize=True)
@given(persons())
def test_everything_that_can_happen_to_a_person(person: Person) -> None:
    found = of_person(person, list(range(9)))
    least, most = possible(person)
    assert found == pytest.approx([twice(person), least, most], abs=1e-12)
    assert 0 <= found[1] <= found[0] <= found[2]
    turned = tuple(reversed(person))
    assert of_person(turned, list(range(9))) == pytest.approx(found, abs=1e-12)


@settings(max_examples=times(50), deadline=None, derandomize=True)
@given(persons())
def test_the_same_split_is_made_once(person: Person) -> None:
    """The role has its share of what would be done undivided."""
    split = tuple(
        replace(one, steps=tuple(replace(step, share=0.25 if step.share else 0.0) for step in one.steps))
        for one in person
    )
    found = of_person(split, [0] * 9)
    assert found[0] == pytest.approx(twice(split, split_once=True), abs=1e-12)
    assert found[0] == pytest.approx(0.25 * twice(undivided(person)), abs=1e-12)
    assert found[1] <= found[0] <= found[2]


def test_one_task_alone_overlaps_with_nothing() -> None:
    assert per_person([0.3], [2], [10]) == [0, 0, 0]
    assert per_person([0.3, 0.0, 0.0], [2, 3, 1], [10, 40, 5]) == [0, 0, 0]


def test_the_same_for_everybody_is_done_once() -> None:
    assert per_person([1, 1, 1], [2, 2, 2], [10, 10, 10]) == pytest.approx([40, 40, 40])


def test_the_longest_of_the_less_frequent_counts_where_they_coincide() -> None:
    """Four times 5 minutes and once 30, everybody: once 30 and three times 5; the fourth 5 is inside the 30."""
    assert per_person([1, 1], [4, 1], [5, 30]) == pytest.approx([5, 5, 5])


def test_equal_minutes_follow_the_formula_of_the_method() -> None:
    asked, events = [0.5, 0.4, 0.2], [3.0, 2.0, 0.5]
    unions = [0.5, 0.7, 0.76]
    done = (3.0 - 2.0) * unions[0] + (2.0 - 0.5) * unions[1] + 0.5 * unions[2]
    parts = 0.5 * 3 + 0.4 * 2 + 0.2 * 0.5
    assert per_person(asked, events, [10, 10, 10])[0] == pytest.approx(10 * (parts - done))


def test_bounds_by_hand() -> None:
    """60 % and 70 % share at least 30 % and at most 60 %."""
    assert per_person([0.6, 0.7], [1, 1], [10, 10]) == pytest.approx([4.2, 3, 6])


def shared(counts: ListCounts, weights: Floats, condition_of: list[int], prevalence: Floats) -> SharedTasks:
    measures = Measures(weights, np.array(condition_of), prevalence, np.ones(prevalence.shape[1], dtype=np.bool_))
    return SharedTasks(
        people=fold(measures, counts),
        asked=each_by_itself([2.0, 1.0, 1.0, 0.5], [0.25, 0.5, 0.1, 1.0]),
        activities=(np.array([0, 1, 2]), np.array([3, 2])),
        column_of=np.array([0, 1]),
        columns=2,
    )


def four_tasks(counts: ListCounts) -> SharedTasks:
    """Two ask those with one of two conditions; one asks from 40, one everybody."""
    weights = np.stack([ages(0, value=0.8), ages(40, value=0.5), ages(0, value=0.6), ages(20, 79)], axis=1)
    prevalence = np.stack([ages(30, value=0.2), ages(60, value=0.4)], axis=1)
    return shared(counts, weights, [0, -1, 1, 0], prevalence)


@pytest.mark.parametrize("conditions", [0, 2], ids=["prevalence", "registers, some of which cannot be placed"])
def test_a_list_in_two_halves_and_lists_in_any_order(conditions: int) -> None:
    counts = random_lists(300, seed=3, conditions=conditions)
    uptake = np.array([1.0, 0.7, 0.9, 0.4])
    whole = list_overlap(counts, four_tasks(counts), uptake)
    assert (whole.per_list > 0).all()
    registers = None if counts.registers is None else np.repeat(counts.registers / 2, 2, axis=0)
    halves = replace(counts, people=np.repeat(counts.people / 2, 2, axis=0), registers=registers)
    found = list_overlap(halves, four_tasks(halves), uptake)
    assert found.per_list[::2] + found.per_list[1::2] == pytest.approx(whole.per_list)
    backwards = ListCounts(
        counts.people[::-1].copy(), counts.split, None if counts.registers is None else counts.registers[::-1].copy()
    )
    turned = list_overlap(backwards, four_tasks(backwards), uptake)
    assert turned.per_list[::-1] == pytest.approx(whole.per_list)
    for other in (found, turned, whole):
        adds_up(other, whole)


def adds_up(found: Overlap, whole: Overlap) -> None:
    """Lists add up to activities, the same as ever; the value is between its bounds."""
    assert found.per_list.sum(axis=0) == pytest.approx(found.of_activity[0])
    assert found.of_activity == pytest.approx(whole.of_activity)
    value, least, greatest = found.of_activity
    assert (least <= value + 1e-9).all()
    assert (value <= greatest + 1e-9).all()


def test_registers_that_say_what_the_prevalence_says_change_nothing() -> None:
    plain = random_lists(50, seed=5)
    prevalence = np.stack([ages(30, value=0.2), ages(60, value=0.4)], axis=1)
    registered = replace(plain, registers=plain.people @ (five_year_split().T @ prevalence))
    uptake = np.ones(4)
    wanted = list_overlap(plain, four_tasks(plain), uptake)
    found = list_overlap(registered, four_tasks(registered), uptake)
    assert found.per_list == pytest.approx(wanted.per_list)
    assert found.of_activity == pytest.approx(wanted.of_activity)


def test_lists_without_ages_count_registers_by_share_of_the_list() -> None:
    """1,000 people, 200 registered: all asked once for 30 minutes, the registered twice for 15."""
    counts = ListCounts(np.array([[1000.0]]), None, np.array([[200.0]]))
    weights = np.stack([np.ones(CELLS), np.ones(CELLS)], axis=1)
    measures = Measures(weights, np.array([0, -1]), np.full((CELLS, 1), np.nan), np.array([True]))
    tasks = SharedTasks(
        fold(measures, counts), each_by_itself([2.0, 1.0], [0.25, 0.5]), (np.array([0, 1]),), np.array([0]), 1
    )
    found = list_overlap(counts, tasks, np.ones(2))
    assert found.per_list[0, 0] == pytest.approx(200 * 0.25)  # one of the two quarters of an hour is inside the half
    assert found.of_activity[:, 0] == pytest.approx([50, 50, 50])


@pytest.mark.parametrize("share", [1.0, 0.4], ids=["whole", "split with another role"])
def test_lists_that_are_asked_alike_and_hours_left_beside_visits(share: float) -> None:
    """The same as list by list, and as a second sum of the hours that are left."""
    random = np.random.default_rng(5)
    n, kinds, lists = 12, 3, 4
    hours = random.choice([0.1, 0.2, 0.3, 0.5], n)
    left = hours - 0.5 * np.minimum(hours, 0.2)
    asked = replace(
        each_by_itself(random.choice([0.5, 1.0, 4.0], n).tolist(), hours.tolist()),
        role_share=np.where(np.arange(n) % 3 == 0, share, 1.0),
        split=np.arange(n) % 2,
    )
    condition_of = np.arange(n) % 4 - 1

    def twice(which: AskedTasks, asked: Floats) -> Floats:
        return overlap_per_person(side_by_side([np.arange(n)], condition_of, which), asked, prevalence)

    of_task = np.argsort(-hours, kind="stable")
    people = random.uniform(0, 1, (1, n, kinds))[:, of_task]
    prevalence = random.uniform(0, 1, (1, 4, lists * kinds))
    known = twice(replace(asked, hours_left=left), people)
    assert known == pytest.approx(twice(replace(asked, hours_left=left), np.tile(people, lists)), rel=1e-12)
    assert known[:3] == pytest.approx(twice(asked, people), rel=1e-12)
    assert known[3:] == pytest.approx(twice(replace(asked, hours=left), people)[1:], rel=1e-12)
    for at in range(lists):
        here = slice(at * kinds, (at + 1) * kinds)
        which = side_by_side([np.arange(n)], condition_of, asked)
        alone = overlap_per_person(which, people, prevalence[:, :, here])
        assert known[:3, :, here] == pytest.approx(alone, rel=1e-12)
