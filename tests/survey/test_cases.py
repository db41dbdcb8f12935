"""Answers that count by their cases: the mean, its interval, and cases that cannot be meant."""

from __future__ import annotations

import json
import math
import statistics
from datetime import date
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.command_line import Run
from tests.command_line import tnt as tnt
from tests.survey.forms import table
from tnt.diagnostics import Code, Problems
from tnt.survey.answers.read import read_answers
from tnt.survey.interval import mean_interval
from tnt.survey.summary import Survey, TaskTime, summary

TASK = "demo/check/tasks/visit"
HEADING = "respondent,task,minutes,cases"
MINUTES = [10.0, 12.0, 15.0, 15.0, 20.0, 25.0, 40.0]
CASES = [30, 20, 12, 10, 10, 5, 4]


def surveyed(path: Path, *rows: str, heading: str = HEADING) -> Survey:
    return summary(read_answers([table(path / "a.csv", *rows, heading=heading)]), date(2026, 11, 22), {})


def the_task(path: Path, *rows: str) -> TaskTime:
    (task,) = surveyed(path, *rows).tasks
    return task


def rows_of(minutes: list[float], cases: list[int]) -> list[str]:
    pairs = zip(minutes, cases, strict=True)
    return [f"r-{n},{TASK},{of},{count}" for n, (of, count) in enumerate(pairs)]


def ratio(minutes: list[float], cases: list[int]) -> tuple[float, float]:
    """The mean of an event and its standard error, as docs/survey.md writes them."""
    pairs = list(zip(minutes, cases, strict=True))
    n, total = len(pairs), sum(cases)
    mean = sum(c * m for m, c in pairs) / total
    return mean, math.sqrt(n / (n - 1) * sum(c * c * (m - mean) ** 2 for m, c in pairs)) / total


def slowly(minutes: list[float], cases: list[int]) -> tuple[float, float]:
    """The interval of docs/survey.md with the standard library; t by integrating its density."""
    (mean, error), n = ratio(minutes, cases), len(minutes)
    v = statistics.variance([math.log(of) for of in minutes])
    plain = statistics.stdev(minutes) / math.sqrt(n) / statistics.fmean(minutes)
    times = max(1.0, (error / mean / plain) ** 2)
    freedom = sum(cases) ** 2 / sum(c * c for c in cases) - 1
    reach = student_t(freedom) * math.sqrt(times * (v / n + v * v / (2 * (n - 1))))
    return mean * math.exp(-reach), mean * math.exp(reach)


def student_t(freedom: float) -> float:
    """Where 45 % of the density lie between 0 and it, by Simpson's rule and halving."""
    scale = math.gamma((freedom + 1) / 2) / math.gamma(freedom / 2) / math.sqrt(freedom * math.pi)

    def within(t: float, steps: int = 400) -> float:
        heights = [scale * (1 + (t * i / steps) ** 2 / freedom) ** (-(freedom + 1) / 2) for i in range(steps + 1)]
        return t / steps / 3 * (heights[0] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2]) + heights[-1])

    low, high = 0.0, 50.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if within(middle) < 0.45 else (low, middle)
    return low


def test_the_mean_is_that_of_an_event(tmp_path: Path) -> None:
    task = the_task(tmp_path, f"r-01,{TASK},10,30", f"r-02,{TASK},20,10")
    assert (task.mean_minutes, task.n, task.cases, task.is_weighted) == (12.5, 2, 40, True)
    assert (task.without_cases, task.assumed_cases) == (0, None)


def test_without_cases_all_count_the_same(tmp_path: Path) -> None:
    task = the_task(tmp_path, f"r-01,{TASK},10,", f"r-02,{TASK},20,")
    assert (task.mean_minutes, task.cases, task.is_weighted, task.without_cases) == (15, None, False, 0)


def test_who_does_not_say_counts_as_the_median_of_those_who_do(tmp_path: Path) -> None:
    rows = [f"r-0{n},{TASK},10,{cases}" for n, cases in enumerate((2, 4, 60))]
    task = the_task(tmp_path, *rows, f"r-08,{TASK},20,", f"r-09,{TASK},30,")
    assert (task.n, task.cases, task.without_cases, task.assumed_cases) == (5, 66, 2, 4)
    assert task.mean_minutes == pytest.approx((66 * 10 + 4 * 20 + 4 * 30) / 74)


def test_answers_of_one_respondent_are_added_before_anything_else(tmp_path: Path) -> None:
    once = the_task(tmp_path, *rows_of(MINUTES, CASES))
    first, *others = rows_of(MINUTES, CASES)
    found = surveyed(tmp_path, first.replace("10.0,30", "7,12"), first.replace("10.0,30", "12,18"), *others)
    assert found.tasks == (once,)
    assert [(one.code, one.values["count"]) for one in found.warnings] == [(Code.SURVEY_ADDED, "2")]


@pytest.mark.parametrize("second", ["15,", "20,", "15,10"])
def test_an_answer_again_is_refused_where_it_cannot_be_added(tmp_path: Path, second: str) -> None:
    with pytest.raises(Problems) as raised:
        surveyed(tmp_path, f"r-01,{TASK},15,10", f"R01,{TASK},{second}", f"r-01,{TASK},{second}")
    assert {one.code for one in raised.value.diagnostics} == {Code.SURVEY_TWICE}


def test_the_interval_is_that_of_a_second_calculation(tmp_path: Path) -> None:
    task = the_task(tmp_path, *rows_of(MINUTES, CASES))
    assert (task.low_minutes, task.high_minutes) == pytest.approx(slowly(MINUTES, CASES), rel=1e-6)
    assert task.mean_minutes == pytest.approx(ratio(MINUTES, CASES)[0])


def test_the_standard_error_is_that_of_a_ratio_when_the_rest_is_as_before() -> None:
    """Cases that go with the minutes: the interval is wider by the two standard errors, and by t."""
    cases = [1, 1, 2, 2, 3, 3, 4]
    low, high = np.array(mean_interval(np.array(MINUTES), np.array(cases, float)), float)
    plain = np.array(mean_interval(np.array(MINUTES)), float)
    mean, error = ratio(MINUTES, cases)
    of_mean = statistics.stdev(MINUTES) / math.sqrt(7) / statistics.fmean(MINUTES)
    freedom = 16**2 / 44 - 1
    wider = error / mean / of_mean * student_t(freedom) / student_t(6)
    assert error / mean > of_mean
    assert math.log(high / low) == pytest.approx(wider * math.log(plain[1] / plain[0]), rel=1e-6)


@given(
    st.lists(st.tuples(st.floats(0.1, 500), st.integers(1, 999_999)), min_size=5, max_size=30),
    st.integers(2, 1000),
)
def test_properties(answers: list[tuple[float, int]], factor: int) -> None:
    minutes, cases = (np.array(values, float) for values in zip(*answers, strict=True))
    found = mean_interval(minutes, cases)
    equal, plain = mean_interval(minutes, np.full(len(minutes), float(factor))), mean_interval(minutes)
    assert equal == (plain if isinstance(plain, str) else pytest.approx(plain, rel=1e-12))
    if isinstance(found, str):
        uneven = cases.max() > cases.sum() / 2
        assert found == ("equal" if np.ptp(minutes) <= 1e-9 * minutes.mean() else "uneven" if uneven else None)
        return
    mean = (minutes * cases).sum() / cases.sum()
    assert 0 < found[0] < mean < found[1]
    assert mean_interval(minutes, cases * factor) == pytest.approx(found)
    assert mean_interval(minutes[::-1], cases[::-1]) == pytest.approx(found)


@pytest.mark.parametrize(("n", "spread", "going_with"), [(10, 0.5, 0.0), (20, 1.0, 0.0), (20, 0.5, -0.5)])
def test_nine_of_ten_intervals_hold_the_mean(n: int, spread: float, going_with: float) -> None:
    """Log-normal minutes (σ 0.5) and cases; `mean ± t x standard error` holds it in 82 to 89 %."""
    random = np.random.default_rng(20261129)
    true, held, total = math.exp(0.5**2 / 2 + 0.5 * spread * going_with), 0, 0
    for minutes, other in random.normal(size=(4000, 2, n)):
        logs = spread * (going_with * minutes + math.sqrt(1 - going_with**2) * other)
        found = mean_interval(np.exp(0.5 * minutes), np.exp(logs))
        if not isinstance(found, str):
            total, held = total + 1, held + (found[0] <= true <= found[1])
    assert held / total == pytest.approx(0.9, abs=0.03)


def test_no_case_is_no_answer_and_is_told(tmp_path: Path) -> None:
    found = surveyed(tmp_path, f"r-01,{TASK},15,0", f"r-02,{TASK},20,4")
    assert (found.tasks[0].n, found.tasks[0].mean_minutes) == (1, 20)
    assert [(one.code, one.place.cell) for one in found.warnings] == [(Code.SURVEY_NO_CASES, (2, "cases"))]
    with pytest.raises(Problems) as raised:
        surveyed(tmp_path, f"r-01,{TASK},15,0")
    assert Code.SURVEY_EMPTY in {one.code for one in raised.value.diagnostics}


@pytest.mark.parametrize("cases", ["-1", "2.5", '"2,5"', "1e3", "nan", "many", "1000000", "00", "٣", "12 345", "<b>"])
def test_cases_that_cannot_be_meant_are_refused(tmp_path: Path, cases: str) -> None:
    with pytest.raises(Problems) as raised:
        surveyed(tmp_path, f"r-01,{TASK},15,{cases}")
    assert [(one.code, one.place.cell) for one in raised.value.diagnostics] == [(Code.SURVEY_CASES, (2, "cases"))]


def test_one_with_most_of_the_cases_is_told_and_has_no_interval(tmp_path: Path) -> None:
    found = surveyed(tmp_path, *rows_of(MINUTES, [10, 10, 10, 10, 10, 10, 999_999]))
    (task,) = found.tasks
    assert (task.no_interval, task.low_minutes) == ("uneven", None)
    assert [(one.code, one.values["respondent"]) for one in found.warnings] == [(Code.SURVEY_UNEVEN, "r-6")]


def test_answers_without_end_give_numbers(tmp_path: Path) -> None:
    """Half in nanominutes, half a day in seconds: what is told is how far apart they are."""
    minutes = ["0.000000001", "86400"] * 3
    rows = [f"r-{n},{TASK},{of},{cases}" for n, (of, cases) in enumerate(zip(minutes, (5, 1) * 3, strict=True))]
    task = the_task(tmp_path, *rows)
    assert task.is_scattered
    assert task.low_minutes is not None
    assert task.high_minutes is not None
    assert 0 < task.low_minutes < task.mean_minutes < task.high_minutes < math.inf


@pytest.mark.parametrize("name", ["cases", "Antall", "antall"])
def test_the_column_has_a_norwegian_name_too(tmp_path: Path, name: str) -> None:
    rows = [f"r-01;{TASK};10;3", f"r-02;{TASK};20;1"]
    table(tmp_path / "a.csv", *rows, heading=f"respondent;task;minutes;{name}")
    book = openpyxl.Workbook()
    for row in [["respondent", "task", "minutes", name], *(row.split(";") for row in rows)]:
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    for file in ("a.csv", "a.xlsx"):
        read = read_answers([tmp_path / file])
        assert [answer.cases for answer in read.answers] == [3, 1]
        assert read.warnings == ()


def test_of_two_columns_of_cases_one_is_read_and_the_other_told_of(tmp_path: Path) -> None:
    read = read_answers([table(tmp_path / "a.csv", f"r-01,{TASK},10,3,7", heading=f"{HEADING},antall")])
    assert [answer.cases for answer in read.answers] == [3]
    assert [(one.code, one.values["column"]) for one in read.warnings] == [(Code.SURVEY_COLUMN, "antall")]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", ["Cases", "Without", "counts by", "median"]), ("nb", ["Tilfeller", "Uten", "medianen"])],
)
def test_outputs_say_how_answers_count(tnt: Run, tmp_path: Path, lang: str, said: list[str]) -> None:
    path = table(tmp_path / "a.csv", *rows_of(MINUTES, CASES), f"r-08,{TASK},30,", heading=HEADING)
    text = tnt("survey", "read", path, "--lang", lang).stdout.decode()
    assert [word for word in said if word not in text] == []
    (task,) = json.loads(tnt("survey", "read", path, "--format", "json").stdout)["tasks"]
    assert [task[key] for key in ("is_weighted", "n", "cases", "without_cases", "assumed_cases")] == [
        True,
        8,
        91,
        1,
        10,
    ]
    snippet = yaml.safe_load(tnt("survey", "read", path, "--format", "yaml").stdout)
    time = snippet["recommendations"]["check"]["tasks"]["visit"]["time"]
    assert "91" in time["note"][lang]
    assert "Every respondent counts the same" not in json.dumps(snippet)
