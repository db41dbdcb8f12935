"""Several groups and conditions, and numbers by age, are told apart wherever they are shown."""

import io
from pathlib import Path

import pytest

from tests.report.page import Page
from tnt.compile.inputs import Inputs, load
from tnt.estimating.estimate import estimate
from tnt.explain.terminal import print_explanation
from tnt.explain.trace import trace
from tnt.report.page.render import render_report

TEXT = """format: tnt/1
guideline: g
recommendations:
  r:
    populations:
      - {condition: {any: [copd, {all: [asthma, {not: hypertension}]}, {not: {any: [copd, asthma]}}]}}
      - {ages: 40-69, share: 10 %}
    tasks:
      t: {role: gp, time: {by_age: {0-66: 15 min, 67+: 20 min}}, frequency: 1 / year}
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    (tmp_path / "g.yaml").write_text(TEXT, "utf-8")
    return load(tmp_path / "g.yaml", lists="norway-nation")


def test_an_explanation_puts_conditions_together_in_words(inputs: Inputs) -> None:
    result = estimate(inputs)
    step = trace(inputs, result, "g/r")
    assert step is not None
    file = io.StringIO()
    print_explanation(step, result, "en", file)
    lines = [line for line in file.getvalue().splitlines() if "Who " in line or "Group" in line]
    assert [(len(line) - len(line.lstrip()), line.strip()) for line in lines] == [
        (4, "Group 1"),
        (6, "Who meet at least one of these"),
        (8, "Who have: copd"),
        (8, "Who meet all of these"),
        (10, "Who have: asthma"),
        (10, "Who do not have: hypertension"),
        (8, "Who do not meet this"),
        (10, "Who meet at least one of these"),
        (12, "Who have: copd"),
        (12, "Who have: asthma"),
        (4, "Group 2"),
        (4, "Who belongs to several groups is counted once"),
    ]
    assert "{" not in file.getvalue()
    assert "Share who have it, ages from 0, women and men: 6 %" in file.getvalue()


@pytest.mark.parametrize(
    ("lang", "labels"),
    [
        ("en", {"share, group 2", "time for one event, ages 0-66", "time for one event, ages 67+"}),
        ("nb", {"andel, gruppe 2", "tid per gang, alder 0-66", "tid per gang, alder 67+"}),
    ],
)
def test_the_report_names_the_ages_or_the_group_of_a_number(inputs: Inputs, lang: str, labels: set[str]) -> None:
    page = Page(render_report(estimate(inputs), lang))
    shown = [row[0].text for row in page.rows("numbers-table")]
    assert all(any(text.startswith(label) for text in shown) for label in labels)
