"""Figures and their bounds in writing, at the terminal and on the page."""

from dataclasses import replace

import pytest

from tests.result.factory import rich_result
from tnt.locale import UNKNOWN, Texts
from tnt.result.bounded import Bounded, at_least, at_most
from tnt.show.bounded import IN_WORDS, bounded_text, figure_text
from tnt.show.page.figures import KEPT_TOGETHER, figure
from tnt.show.page.wording import Wording

EN, NB = Texts("en"), Texts("nb")


@pytest.mark.parametrize(
    ("one", "signs", "words"),
    [
        (Bounded(2.0), "2,0", "2,0"),
        (at_least(2.0), "≥ 2,0", "≥ 2,0"),
        (at_most(2.0), "≤ 2,0", "høyst 2,0"),
        (at_least(None), UNKNOWN, UNKNOWN),
        (at_most(float("nan")), UNKNOWN, UNKNOWN),
    ],
)
def test_a_bound_is_a_sign_in_a_row_and_a_word_on_a_page(one: Bounded, signs: str, words: str) -> None:
    assert bounded_text(one, NB.number, NB) == signs
    assert bounded_text(one, NB.number, NB, IN_WORDS) == words


def test_a_page_says_what_is_unknown_and_keeps_the_number() -> None:
    unknown, bound = figure(at_least(None), EN.number, EN), figure(at_most(0.25), EN.share, EN)
    assert (unknown.text, unknown.value) == ("cannot be estimated", None)
    assert (bound.text, bound.value) == ("at most 25.0%".replace(" ", KEPT_TOGETHER), 0.25)


def test_a_figure_is_written_by_its_unit_and_bound() -> None:
    result = rich_result()
    total = result.total["gp"]  # a time is missing
    assert figure_text(total, "required_hours", EN) == "≥ 1,006"
    assert figure_text(total, "required_hours", EN, with_unit=True) == f"≥ {EN.hours(1005.67)}"
    assert figure_text(total, "break_even_reserve", EN).startswith("≤ ")
    assert Wording(result, EN).of(total, "break_even_reserve").text.startswith(f"at{KEPT_TOGETHER}most")


def test_a_change_that_is_unknown_has_the_end_that_is_known() -> None:
    total = rich_result().total["gp"]
    missing_a_time = replace(total, incremental_hours_at_most=None, incremental_hours_at_least=50.0)
    assert figure_text(missing_a_time, "incremental_hours", EN) == "≥ 50.0"
    of_unknown_uptake = replace(total, incremental_hours_at_most=500.0, incremental_hours_at_least=None)
    assert figure_text(of_unknown_uptake, "incremental_hours", EN) == "≤ 500"
    of_both = replace(total, incremental_hours_at_most=None, incremental_hours_at_least=None)
    assert figure_text(of_both, "incremental_hours", EN) == UNKNOWN
    assert figure_text(replace(total, incremental_hours=7.0), "incremental_hours", EN) == "7.0"
