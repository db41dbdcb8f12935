"""Figures in running text stay on one line."""

import io

import pytest

from tnt.show.terminal import Page
from tnt.show.unbroken import unbroken


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("150 000 personer", "150_000 personer"),
        ("5 627 400", "5_627_400"),
        ("90 % of 12 min", "90_% of 12 min"),
        ("the year 2026 1234 things", "the year 2026 1234 things"),
        ("150 0000", "150 0000"),
    ],
)
def test_only_spaces_within_a_figure_hold(text: str, whole: str) -> None:
    assert unbroken(text).replace("\N{NO-BREAK SPACE}", "_") == whole


@pytest.mark.parametrize("columns", range(14, 24))
def test_the_terminal_breaks_no_figure_that_a_file_wrote_with_a_space(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    file = io.StringIO()
    Page(file).paragraph("NIPH, COPD in 150 000 people")
    assert any("150 000" in line for line in file.getvalue().splitlines())
