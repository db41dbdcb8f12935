"""What is said of a course that cannot be meant, and that the mend which is named is accepted in its place."""

from pathlib import Path

import pytest

from tests.reading.files import guideline, pointed_at, problems
from tnt.diagnostics import Code, Severity

CASES = "{incidence: 1 / 1000 / year}"
FIRST = "a: {role: gp, time: 9 min, frequency: once}"


def tasks(then: str, first: str = FIRST) -> str:
    return f"{{{first}, b: {{after: a, role: gp, time: 9 min, {then}}}}}"


@pytest.mark.parametrize(
    ("often", "mend"),
    [
        ("1 / year", "for: 1 year"),
        ("every 3 months", "for: 1 year"),
        ("1.5 / year", "for: 1 year"),
        ("every 2 years", "for: 2 years"),
        ("0.7 / year", "for: 18 months"),
        ("0 / year", "for: 1 year"),
    ],
)
def test_what_lasts_after_new_cases_must_have_an_end(tmp_path: Path, often: str, mend: str) -> None:
    text = guideline(population=CASES, tasks=tasks(f"frequency: {often}"))
    (problem,) = problems(tmp_path, text)
    assert (problem.code, problem.severity) == (Code.LASTING_AFTER_INCIDENCE, Severity.ERROR)
    assert (pointed_at(problem), problem.values["expected"]) == (often, mend)
    mended = problems(tmp_path, text.replace(f"frequency: {often}", f"frequency: {often}, {mend}"))
    assert {one.severity for one in mended} <= {Severity.WARNING}


@pytest.mark.parametrize("often", ["1 / year", "every 5 years"])
def test_a_first_task_of_new_cases_is_done_once_or_has_an_end(tmp_path: Path, often: str) -> None:
    text = guideline(population=CASES, tasks=f"{{a: {{role: gp, time: 9 min, frequency: {often}}}}}")
    (problem,) = problems(tmp_path, text)
    assert (problem.code, pointed_at(problem)) == (Code.INCIDENCE_FREQUENCY, often)
    mend = problem.values["expected"]
    assert problems(tmp_path, text.replace(f"frequency: {often}", f"frequency: {often}, {mend}")) == []


NEXT_LINE = "\n        "


@pytest.mark.parametrize("after_cases", [True, False])
@pytest.mark.parametrize("block", [True, False])
def test_a_course_in_words_is_two_keys_where_one_can_begin(tmp_path: Path, after_cases: bool, block: bool) -> None:
    first = FIRST if after_cases else "a: {role: gp, time: 9 min, frequency: 1 / year}"
    population = CASES if after_cases else "{ages: 40+}"
    then = "role: gp, time: 9 min, after: a, frequency: weekly for 6 weeks"
    flow = guideline(population=population, tasks=f"{{{first}, b: {{{then}}}}}")
    in_block = "\n".join(["", f"      {first}", "      b:", *(f"        {line}" for line in then.split(", "))])
    text = guideline(population=population, tasks=in_block) if block else flow
    (problem,) = problems(tmp_path, text)
    assert (problem.code, pointed_at(problem)) == (Code.COURSE, "frequency: weekly for 6 weeks")
    mend = f"frequency: 1 / week{NEXT_LINE if block else ', '}for: 6 weeks"
    assert problem.suggestion == mend
    assert problems(tmp_path, text.replace("frequency: weekly for 6 weeks", mend)) == []


def test_a_first_task_of_new_cases_in_words_is_two_keys_too(tmp_path: Path) -> None:
    text = guideline(population=CASES, tasks="{a: {role: gp, time: 9 min, frequency: ukentlig i 6 uker}}")
    (problem,) = problems(tmp_path, text)
    assert problem.suggestion == "frequency: 1 / week, for: 6 weeks"
    assert problems(tmp_path, text.replace("frequency: ukentlig i 6 uker", problem.suggestion)) == []


def test_two_keys_do_not_fit_where_a_value_stands(tmp_path: Path) -> None:
    text = guideline(
        tasks=tasks("frequency: {value: weekly for 6 weeks}", "a: {role: gp, time: 9 min, frequency: 1 / year}")
    )
    (problem,) = problems(tmp_path, text)
    assert (problem.code, problem.suggestion) == (Code.COURSE, None)


@pytest.mark.parametrize(
    ("often", "years", "code"),
    [
        ("every 3 months", "1 year", None),
        ("every 3 months", "12 months", None),
        ("1 / week", "6 weeks", None),
        ("1 / week", "6 uker", None),
        ("1 / week", "1 year", None),  # 52.2: a year is not made up of weeks
        ("1 / day", "1 month", None),
        ("2 / year", "2 år", None),
        ("0 / year", "2 years", None),
        ("1 / month", "5 years", None),
        ("every 6 months", "15 months", Code.COURSE_NOT_WHOLE),
        ("1 / month", "6 weeks", Code.COURSE_NOT_WHOLE),
        ("every 6 months", "6 years", Code.COURSE_LONG),
        ("every 6 months", "5 months", Code.COURSE_TOO_SHORT),
        ("1 / day", "6 months", Code.FREQUENCY_IMPLAUSIBLE),
        ("1 / year", "130 years", Code.COURSE_LONG),
        ("1 / year", "131 years", Code.OUT_OF_RANGE),
        ("1 / year", "0 years", Code.OUT_OF_RANGE),
        ("1 / year", "2", Code.MISSING_UNIT),
    ],
)
def test_how_long_a_course_may_be(tmp_path: Path, often: str, years: str, code: Code | None) -> None:
    found = problems(tmp_path, guideline(population=CASES, tasks=tasks(f"frequency: {often}, for: {years}")))
    at = often if code is Code.FREQUENCY_IMPLAUSIBLE else years
    assert [(one.code, pointed_at(one)) for one in found] == ([] if code is None else [(code, at)])


def test_the_shortest_course_that_is_suggested_is_accepted(tmp_path: Path) -> None:
    text = guideline(population=CASES, tasks=tasks("frequency: every 5 months, for: 1 week"))
    (problem,) = problems(tmp_path, text)
    assert problem.suggestion == "5 months"
    assert problems(tmp_path, text.replace("1 week", problem.suggestion)) == []


def test_a_horizon_is_not_asked_for_where_a_course_ends(tmp_path: Path) -> None:
    benefit = "benefit: {outcome: o, nnt: 20, applies_to: b}"
    first = "a: {role: gp, time: 9 min, frequency: 1 / year}"
    ends, goes_on = (
        problems(tmp_path, guideline(top="outcomes: {o: o}", rec=benefit, tasks=tasks(then, first)))
        for then in ("frequency: 1 / month, for: 1 year", "frequency: 1 / month")
    )
    assert (ends, [one.code for one in goes_on]) == ([], [Code.BENEFIT_WITHOUT_KEY])


def test_nobody_is_overdue_for_a_course_that_new_cases_begin(tmp_path: Path) -> None:
    then = "{a: {role: gp, time: 9 min, frequency: 1 / month, for: 1 year}}"
    found = problems(tmp_path, guideline(population=CASES, rec="start_up: {overdue: 5 %}", tasks=then))
    assert [one.code for one in found] == [Code.NOTHING_OVERDUE]


def test_nothing_lasts_after_contacts_that_are_added_with_an_end_either(tmp_path: Path) -> None:
    demand = "demand: {baseline: consultations, change: +5 %}"
    text = guideline(
        rec=demand,
        population="{ages: 67+}",
        tasks=tasks("frequency: 1 / year, for: 1 year", "a: {role: gp, time: 9 min}"),
    )
    assert [one.code for one in problems(tmp_path, text)] == [Code.LASTING_AFTER_DEMAND]


def test_a_course_of_a_guideline_in_a_case_is_looked_at_too(tmp_path: Path) -> None:
    from tests.reading.test_documents import case

    found = problems(tmp_path, case(task="{role: gp, time: 9 min, frequency: 1 / year, for: 1 year}"))
    assert [one.code for one in found] == [Code.NOTHING_BEGINS_COURSE]
