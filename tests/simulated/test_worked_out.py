"""The cases worked out by hand, lived through by people: the slow calculation within four standard errors."""

import pytest

from tests.agreement.worked_out import CASES, Found, folder
from tests.oracle.expected import expected
from tests.oracle.quantities import plain
from tests.simulated.people import Estimate, simulated

FEW_AT_A_TIME = {"overlap_of_more_courses_than_people"}
"""Where METHOD counts courses that meet in one person as oftener visits."""


def assert_within(found: Estimate, wanted: float) -> None:
    assert abs(found.value - wanted) <= 4 * found.error + 1e-6, f"{found.value} ± {found.error}, not {wanted}"


@pytest.mark.parametrize("case", [name for name in CASES if name not in FEW_AT_A_TIME])
def test_people_need_what_the_slow_calculation_says(case: str) -> None:
    pack = folder(CASES[case])
    people = simulated(pack.given(), draws=600, seed=13)
    slow = Found(expected(pack.given()))
    assert_within(people["required gp"], slow["required"] or 0.0)
    assert_within(people["one-off gp"], slow["one_off"] or 0.0)
    if "incidence" not in CASES[case]["rules"][0].get("population", {}):
        assert_within(people["eligible g/r0"], slow["eligible"] or 0.0)


@pytest.mark.parametrize("case", [name for name in CASES if name.startswith("benefit_of_courses")])
def test_people_begin_as_many_courses_as_benefit_counts(case: str) -> None:
    pack = folder(CASES[case])
    benefit = CASES[case]["rules"][0]["benefit"]
    people = simulated(pack.given(), draws=600, seed=14)
    begun = (Found(expected(pack.given()))["benefiting"] or 0.0) * float(plain(benefit["nnt"]))
    assert_within(people[f"begins g/r0 {benefit['applies_to']}"], begun)
