"""Courses that end, numbers by age, months, combined conditions and populations: small cases worked out by hand."""

from pathlib import Path

import pytest

from tests.agreement.worked_out import CASES, Found, figures, folder
from tests.oracle.expected import expected


@pytest.mark.parametrize("case", CASES)
def test_the_slow_calculation(case: str) -> None:
    _assert_as_worked_out(case, Found(expected(folder(CASES[case]).given())))


@pytest.mark.parametrize("case", CASES)
def test_the_program(case: str, tmp_path: Path) -> None:
    _assert_as_worked_out(case, Found(folder(CASES[case]).estimate(tmp_path)))


def _assert_as_worked_out(case: str, found: Found) -> None:
    wanted = figures(CASES[case])
    assert {name: found[name] for name in wanted} == {
        name: None if value is None else pytest.approx(value, rel=1e-9, abs=1e-9) for name, value in wanted.items()
    }
