"""Figures and their bounds in writing, at the terminal and on the page."""

import pytest

from tests.result.factory import rich_result
from tnt.locale import UNKNOWN, Texts
from tnt.result.bounded import Bounded, at_least, at_most
from tnt.result.total import RoleTotal
from tnt.show.bounded import IN_WORDS, bounded_text, figure_name, figure_text
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
    assert figure_text(total, "load_after", EN).startswith("≤ ")
    assert Wording(result, EN).of(total, "load_after").text.startswith(f"at{KEPT_TOGETHER}most")


def test_a_change_has_a_name_that_says_it_is_of_what_is_known() -> None:
    assert figure_name(RoleTotal, "incremental_hours", EN) == EN.text("estimate.change-hours")
    assert figure_name(RoleTotal, "incremental_hours", EN, is_partly_known=True) == EN.text(
        "estimate.change-hours-partly"
    )
    assert figure_name(RoleTotal, "positions", EN, is_partly_known=True) == EN.text("estimate.positions")
