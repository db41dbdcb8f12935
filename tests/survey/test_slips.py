import numpy as np
import pytest

from tnt.survey.answers.slips import is_scattered, slips

AROUND_15 = [10.0, 12.0, 15.0, 15.0, 18.0, 20.0, 25.0]


@pytest.mark.parametrize(
    ("answer", "slip"),
    [
        (0.25, "hours"),
        (900.0, "seconds"),
        (1.5, "tenfold-too-small"),
        (150.0, "tenfold-too-large"),
        (0.001, "unknown"),
        (80_000.0, "unknown"),
        (4.0, None),
        (70.0, None),
    ],
)
def test_an_answer_in_another_unit_is_found(answer: float, slip: str | None) -> None:
    assert slips(np.array([*AROUND_15, answer])) == [None] * len(AROUND_15) + [slip]


def test_nobody_can_say_which_of_two_is_off() -> None:
    assert slips(np.array([15.0, 0.25])) == [None, None]
    assert slips(np.array([15.0, 20.0, 0.25])) == [None, None, "hours"]


def test_two_groups_are_told_of_and_not_judged() -> None:
    halves = np.array([15.0, 20.0, 0.25, 0.5])
    assert slips(halves) == [None] * 4
    assert is_scattered(halves)
    assert not is_scattered(np.array(AROUND_15))


def test_right_answers_are_seldom_suspected_and_hours_nearly_always() -> None:
    """The figures of docs/survey.md: surveys of ten, log-normal with sigma 0.5."""
    random = np.random.default_rng(3)
    surveys = [15 * random.lognormal(0, 0.5, 10) for _ in range(2000)]
    suspected = np.mean([slip is not None for survey in surveys for slip in slips(survey)])
    assert suspected < 0.003
    for factor in (1 / 60, 60):
        slipped = [np.array([survey[0] * factor, *survey[1:]]) for survey in surveys]
        assert np.mean([slips(survey)[0] is not None for survey in slipped]) > 0.99
