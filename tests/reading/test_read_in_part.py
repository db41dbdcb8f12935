"""What is asked of a file of which some values could not be read: found by the fuzzer, once tracebacks."""

from pathlib import Path

import pytest

from tests.reading.files import brief, guideline
from tnt.diagnostics import Code

STRATEGIES = """\
format: tnt/1
strategies: s
cohort: {ages: 40+}
horizon: 5 years
options:
  one: {recommendations: [clinic/r]}
  two:
    recommendations:
      - yearly-check: {population: 40+}
"""


@pytest.mark.parametrize(
    ("population", "code", "shown"),
    [
        ("{ages: /etc/hostname, incidence: {count: 500 / year, of: norway-2026}}", Code.BAD_AGES, "/etc/hostname"),
        ("{ages: 40+, sex: [1], share: {count: 60000, of: norway-2026}}", Code.NOT_A_CHOICE, "[1]"),
    ],
)
def test_counts_of_people_of_no_ages(population: str, code: Code, shown: str, tmp_path: Path) -> None:
    tasks = "{t: {role: gp, time: 15 min, frequency: once}}"
    assert brief(tmp_path, guideline(population=population, tasks=tasks)) == [(code, shown)]


def test_groups_of_no_ages(tmp_path: Path) -> None:
    text = guideline().replace("population: {ages: 40+}", "populations: [{ages: young}, {ages: 0-39}]")
    assert brief(tmp_path, text) == [(Code.BAD_AGES, "young")]


def test_a_strategy_that_names_no_text(tmp_path: Path) -> None:
    assert (Code.WRONG_TYPE, "yearly-check: {population: 40+}") in brief(tmp_path, guideline(), STRATEGIES)


def test_a_version_under_a_misspelt_key_is_a_text(tmp_path: Path) -> None:
    assert brief(tmp_path, guideline(top="verson: 1.0")) == [(Code.UNKNOWN_KEY, "verson")]
